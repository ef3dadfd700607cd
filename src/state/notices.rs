//! What the reader is told.

/// Sentences that stay until they are taken away or another text is opened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notices {
    /// Oldest first.
    pub list: Vec<Notice>,
    next: u32,
}

/// One sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Its number.
    pub id: u32,
    /// The sentence.
    pub sentence: String,
}

impl Notices {
    /// Tells something, once.
    pub fn tell(&mut self, sentence: impl Into<String>) {
        let sentence = sentence.into();
        if self.list.iter().all(|notice| notice.sentence != sentence) {
            self.list.push(Notice { id: self.next, sentence });
            self.next = self.next.wrapping_add(1);
        }
    }

    /// Takes one away.
    pub fn dismiss(&mut self, id: u32) {
        self.list.retain(|notice| notice.id != id);
    }

    /// Takes all away.
    pub fn clear(&mut self) {
        self.list.clear();
    }
}

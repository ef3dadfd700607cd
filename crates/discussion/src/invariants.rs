//! What every discussion promises, as one function that tests and fuzz targets share.

use crate::{
    discussion::{Discussion, PostId, Section},
    span::Span,
};

impl Discussion {
    /// Checks every promise of this crate's types; for tests and fuzz targets.
    ///
    /// All spans lie in the text on character boundaries, in order, and without white space
    /// around them. Posts hold all paragraphs in order, the article first and comments from the
    /// border on; paragraphs hold all sentences, sentences all tokens, and what lies between them
    /// is white space. Parents are earlier posts. The title is not empty.
    ///
    /// # Errors
    /// The first promise that is broken, as a sentence.
    pub fn check_invariants(&self) -> Result<(), String> {
        let all = |what: &str, spans: &mut dyn Iterator<Item = Span>| {
            let mut before = 0;
            for (i, span) in spans.enumerate() {
                let text =
                    self.text.get(span.range()).ok_or(format!("{what} {i} is cut wrongly"))?;
                if span.start < before {
                    return Err(format!("{what} {i} begins inside the one before it"));
                }
                if text.is_empty() || text.trim() != text {
                    return Err(format!("{what} {i} is empty or has white space around it"));
                }
                before = span.end;
            }
            Ok(())
        };
        all("paragraph", &mut self.paragraphs.iter().map(|p| p.span))?;
        all("sentence", &mut self.sentences.iter().map(|s| s.span))?;
        all("token", &mut self.tokens.iter().map(|t| t.span))?;
        self.check_parts()?;
        self.check_posts()?;
        if self.title.trim().is_empty() {
            return Err("the title is empty".to_owned());
        }
        Ok(())
    }

    fn check_parts(&self) -> Result<(), String> {
        let mut next_sentence = 0;
        let mut next_token = 0;
        for (i, paragraph) in self.paragraphs.iter().enumerate() {
            if paragraph.sentences.start != next_sentence || paragraph.sentences.is_empty() {
                return Err(format!("paragraph {i} does not begin with the next sentence"));
            }
            next_sentence = paragraph.sentences.end;
            let range = paragraph.sentences.start as usize..paragraph.sentences.end as usize;
            let sentences = self.sentences.get(range).ok_or("a sentence is missing")?;
            self.check_cover(paragraph.span, &mut sentences.iter().map(|s| s.span))?;
            for sentence in sentences {
                if sentence.paragraph.index() != i {
                    return Err(format!("a sentence of paragraph {i} names another paragraph"));
                }
                if sentence.tokens.start != next_token || sentence.tokens.is_empty() {
                    return Err(format!("a sentence of paragraph {i} skips a token"));
                }
                next_token = sentence.tokens.end;
                let range = sentence.tokens.start as usize..sentence.tokens.end as usize;
                let tokens = self.tokens.get(range).ok_or("a token is missing")?;
                self.check_cover(sentence.span, &mut tokens.iter().map(|t| t.span))?;
            }
        }
        if next_sentence as usize != self.sentences.len()
            || next_token as usize != self.tokens.len()
        {
            return Err("a sentence or token belongs to nothing".to_owned());
        }
        Ok(())
    }

    /// Parts fill a whole but for white space.
    fn check_cover(
        &self,
        whole: Span,
        parts: &mut dyn Iterator<Item = Span>,
    ) -> Result<(), String> {
        let mut at = whole.start;
        let blank = |from: u32, to: u32| {
            let gap = self.text.get(from as usize..to as usize);
            gap.is_some_and(|gap| gap.trim().is_empty())
        };
        for part in parts {
            if !whole.contains(part) || !blank(at, part.start) {
                return Err(format!("text is lost before byte {}", part.start));
            }
            at = part.end;
        }
        if blank(at, whole.end) { Ok(()) } else { Err(format!("text is lost behind byte {at}")) }
    }

    fn check_posts(&self) -> Result<(), String> {
        let count = self.paragraphs.len() as u32;
        let border = self.border.paragraph.map_or(count, |p| p.0);
        if self.border.paragraph.is_some_and(|p| p.0 == 0 || p.0 >= count) {
            return Err("the border lies outside the paragraphs".to_owned());
        }
        let mut next = 0;
        for (i, post) in self.posts.iter().enumerate() {
            let article = i == 0;
            if article != (post.section == Section::Article) {
                return Err(format!("post {i} is in the wrong section"));
            }
            if post.paragraphs.start != next || (post.paragraphs.is_empty() && !article) {
                return Err(format!("post {i} does not begin with the next paragraph"));
            }
            next = post.paragraphs.end;
            if article && next != border {
                return Err("the article does not end at the border".to_owned());
            }
            if post.parent.is_some_and(|parent| parent.index() >= i) {
                return Err(format!("post {i} answers a later post"));
            }
            let range = post.paragraphs.start as usize..post.paragraphs.end as usize;
            let paragraphs = self.paragraphs.get(range).ok_or("a paragraph is missing")?;
            if paragraphs.iter().any(|p| p.post != PostId(i as u32)) {
                return Err(format!("a paragraph of post {i} names another post"));
            }
        }
        if next == count { Ok(()) } else { Err("a paragraph belongs to no post".to_owned()) }
    }
}

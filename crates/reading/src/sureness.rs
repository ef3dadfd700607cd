//! How sure a judgement is, in three steps: what a mark's frame shows and the filter asks for.

/// How sure the machine is of a stance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sureness {
    /// A score of three quarters or more.
    High,
    /// A score of half or more.
    Fair,
    /// Less: a guess.
    Low,
}

impl Sureness {
    /// The step of a score from 0 to 1.
    #[must_use]
    pub fn of(score: f32) -> Self {
        match score {
            score if score >= 0.75 => Self::High,
            score if score >= 0.5 => Self::Fair,
            _ => Self::Low,
        }
    }
}

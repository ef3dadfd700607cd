//! What the decision where the comments begin is made with.

use super::evidence::COUNT;

/// The weights; those in use are written by `lab train border`, see [`crate::border`].
#[derive(Clone, Debug, PartialEq)]
pub struct Weights {
    /// What one fully developed count of each feature adds to a paragraph's score, in the order
    /// of [`super::evidence::FEATURES`].
    pub features: [f32; COUNT],
    /// The score of a typical paragraph of a report.
    pub typical: f32,
    /// How much a score is believed: the inverse of the variance within one voice.
    pub trust: f32,
    /// The log-odds, before anything is read, of a text that is all report against one that has a
    /// border somewhere.
    pub report: f32,
    /// The same for a text that is all comments.
    pub comments: f32,
}

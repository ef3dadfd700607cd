//! How likely something must be to be said. All of these are first estimates, to be chosen on the
//! training part of the corpus and never on development data.

/// A writer's stance is said where it is this much likelier than the next one; below, the reader
/// abstains.
pub(crate) const MARGIN: f32 = 0.05;
/// A writer holds both sides where each is this likely.
pub(crate) const BOTH: f32 = 0.35;
/// Somebody is for or against another where that is this likely.
pub(crate) const HOLDS: f32 = 0.4;
/// What the rules found between two is taken back where nothing is this likely.
pub(crate) const NOTHING: f32 = 0.9;
/// An article shows somebody in a light that is nobody's in particular where that is this likely,
pub(crate) const LIGHT: f32 = 0.5;
/// and it is the source's whose words it stands in from this likelihood on.
pub(crate) const SOURCE: f32 = 0.8;
/// Verdicts on other mentions of an entity are taken for these where they share this much.
pub(crate) const SHARED: f32 = 0.5;
/// The most words that are shown as evidence.
pub(crate) const SHOWN: usize = 4;

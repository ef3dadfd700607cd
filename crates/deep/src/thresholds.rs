//! How likely something must be to be said.
//!
//! What concerns stances and who holds what was chosen among a few settings on thirty discussions of
//! the training part of our corpus, with the weights of an early epoch, which did not yet know that
//! part by heart; nothing of it was chosen on development data.

/// The quick reader's share in what a writer holds: a third of the logarithm. Of 0, 0.2, 0.35, 0.5 and
/// 0.65, those from 0.2 to 0.5 were alike on our corpus' development part (0.606 to 0.609; without
/// it 0.602).
pub(crate) const QUICK: f32 = 0.35;
/// The least and the most that its opinions count as, and how sure it is without any; an estimate.
pub(crate) const QUICK_LEAST: f32 = 0.1;
/// See [`QUICK_LEAST`].
pub(crate) const QUICK_MOST: f32 = 0.9;
/// See [`QUICK_LEAST`].
pub(crate) const QUICK_NEITHER: f32 = 0.7;
/// A writer's stance is said where it is this much likelier than the next one; below, the reader
/// abstains.
pub(crate) const MARGIN: f32 = 0.02;
/// A writer holds both sides where each is this likely.
pub(crate) const BOTH: f32 = 0.45;
/// Somebody is for or against another where that is this likely.
pub(crate) const HOLDS: f32 = 0.8;
/// What the rules found between two is taken back where nothing is this likely.
pub(crate) const NOTHING: f32 = 0.95;
/// An article shows somebody in a light that is nobody's in particular where that is this likely,
/// an estimate,
pub(crate) const LIGHT: f32 = 0.5;
/// and it is the source's whose words it stands in from this likelihood on, as with the quick reader.
pub(crate) const SOURCE: f32 = 0.8;
/// Verdicts on other mentions of an entity are taken for these where they share this much, an
/// estimate.
pub(crate) const SHARED: f32 = 0.5;
/// The most words that are shown as evidence.
pub(crate) const SHOWN: usize = 4;

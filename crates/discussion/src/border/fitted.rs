//! The weights of the border: written by `lab train border`.

use super::weights::Weights;

/// The weights in use.
#[rustfmt::skip]
pub(super) const WEIGHTS: Weights = Weights {
    features: [
        -3.00, // first_person
        -2.72, // second_person
        -1.45, // exclamations
        -1.84, // questions
        -0.60, // ellipses
        -0.81, // shouted
        -1.50, // small_starts
        -1.10, // contractions
        -0.53, // pictures
        -1.14, // argument
        -1.27, // openers
        -1.07, // present
        0.00, // modals
        0.00, // conditions
        -0.88, // pointers
        -0.54, // negations
        0.56, // reports
        0.97, // quotations
        0.00, // dates
        0.62, // titles
        0.00, // numbers
        0.34, // prepositions
        1.13, // past
        1.59, // names
        0.50, // length
        -0.34, // bare
    ],
    typical: 1.68,
    trust: 0.65,
    report: 3.59,
    comments: 0.18,
};

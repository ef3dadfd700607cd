//! The weights of the border: written by `lab train border`.

use super::weights::Weights;

/// The weights in use.
#[rustfmt::skip]
pub(super) const WEIGHTS: Weights = Weights {
    features: [
        -3.00, // first_person
        -2.47, // second_person
        -1.43, // exclamations
        -1.60, // questions
        -0.50, // ellipses
        -0.86, // shouted
        -1.50, // small_starts
        -1.44, // contractions
        -0.45, // pictures
        -1.03, // argument
        -1.21, // openers
        -1.10, // present
        0.00, // modals
        0.00, // conditions
        -0.63, // pointers
        -0.40, // negations
        0.29, // reports
        0.93, // quotations
        0.00, // dates
        0.74, // titles
        0.00, // numbers
        0.32, // prepositions
        1.16, // past
        1.87, // names
        0.50, // length
        -0.40, // bare
        -1.14, // judgement
        -0.77, // starts
    ],
    typical: 2.02,
    trust: 0.48,
    report: 3.40,
    comments: -1.12,
};

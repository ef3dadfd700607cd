//! The weights of the border: written by `lab train border`.

use super::weights::Weights;

/// The weights in use.
#[rustfmt::skip]
pub(super) const WEIGHTS: Weights = Weights {
    features: [
        -3.00, // first_person
        -2.73, // second_person
        -1.50, // exclamations
        -2.12, // questions
        -1.17, // ellipses
        -0.16, // shouted
        -1.50, // small_starts
        -1.24, // contractions
        -0.24, // pictures
        -0.36, // argument
        -1.71, // openers
        -1.06, // present
        0.00, // modals
        0.00, // conditions
        -0.51, // pointers
        -0.17, // negations
        0.44, // reports
        1.41, // quotations
        0.00, // dates
        0.80, // titles
        0.00, // numbers
        0.48, // prepositions
        1.29, // past
        0.94, // names
        0.50, // length
        -0.29, // bare
    ],
    typical: 1.80,
    trust: 0.54,
    report: 2.95,
    comments: 0.07,
};

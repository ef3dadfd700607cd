//! The weights of the border: written by `lab train border`.

use super::weights::Weights;

/// The weights in use.
#[rustfmt::skip]
pub(super) const WEIGHTS: Weights = Weights {
    features: [
        -3.00, // first_person
        -2.82, // second_person
        -1.50, // exclamations
        -1.71, // questions
        -0.61, // ellipses
        -0.42, // shouted
        -1.50, // small_starts
        -1.44, // contractions
        -0.33, // pictures
        -1.22, // argument
        -1.40, // openers
        -0.93, // present
        0.00, // modals
        0.00, // conditions
        -0.87, // pointers
        -0.37, // negations
        0.38, // reports
        0.96, // quotations
        0.00, // dates
        0.69, // titles
        0.00, // numbers
        0.40, // prepositions
        1.08, // past
        1.59, // names
        0.50, // length
        -0.13, // bare
    ],
    typical: 1.75,
    trust: 0.61,
    report: 3.39,
    comments: -0.06,
};

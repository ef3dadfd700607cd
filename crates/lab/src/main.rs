//! Training and evaluation.

fn main() {}

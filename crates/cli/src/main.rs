//! `stancelight`: the same reading in a terminal.

fn main() {}

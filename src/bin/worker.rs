//! The worker in which texts are read.

fn main() {
    stancelight::browser::serving::read_texts();
}

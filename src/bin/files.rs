//! The program that knows every format, fetched when a file needs it.

fn main() {
    stancelight::browser::serving::handle_files();
}

//! The deep reader, in a worker of its own: built with SIMD, apart from the other programs.

fn main() {
    #[cfg(any(not(target_arch = "wasm32"), target_feature = "simd128"))]
    stancelight::browser::serving::read_deeply();
}

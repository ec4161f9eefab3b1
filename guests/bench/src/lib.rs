//! A guest for benchmarks: it does next to nothing, so that the cost of the call is what is measured.
//!
//! It is built twice, with WASI and without.

wit_bindgen::generate!({
    path: "../../wit/bench.wit",
    inline: "
        package fidius:bench-guest;

        world guest {
            export fidius:bench/bench@0.1.0;
        }
    ",
    world: "fidius:bench-guest/guest",
});

use exports::fidius::bench::bench::{Guest, Pair};

struct Bench;

impl Guest for Bench {
    fn add(a: u32, b: u32) -> u32 {
        a.checked_add(b).unwrap_or_else(|| overflow())
    }

    fn echo_string(s: String) -> String {
        s
    }

    fn echo_pairs(ps: Vec<Pair>) -> Vec<Pair> {
        ps
    }

    fn echo_bytes(b: Vec<u8>) -> Vec<u8> {
        b
    }
}

/// By std's panic where there is WASI, so that the component imports what nearly every plugin of std imports.
#[cold]
fn overflow() -> ! {
    #[cfg(target_os = "wasi")]
    panic!("the sum overflows");
    #[cfg(not(target_os = "wasi"))]
    std::arch::wasm32::unreachable()
}

export!(Bench);

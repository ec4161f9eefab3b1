//! A guest that has all of the interface of which `partial` has next to nothing.

wit_bindgen::generate!({
    path: "../../wit/optional.wit",
});

use std::sync::atomic::{AtomicU32, AtomicU64, Ordering::Relaxed};

use exports::fidius::optional::{codec, stats};

static TEXTS: AtomicU32 = AtomicU32::new(0);
static BYTES: AtomicU64 = AtomicU64::new(0);

struct Full;

impl codec::Guest for Full {
    fn encode(text: String) -> Vec<u8> {
        TEXTS.fetch_add(1, Relaxed);
        BYTES.fetch_add(text.len() as u64, Relaxed);
        reverse(text.into_bytes())
    }

    fn decode(bytes: Vec<u8>) -> Result<String, String> {
        String::from_utf8(reverse(bytes)).map_err(|error| error.to_string())
    }

    fn name() -> String {
        "reversed".to_owned()
    }
}

impl stats::Guest for Full {
    fn summary() -> stats::Work {
        stats::Work {
            texts: TEXTS.load(Relaxed),
            bytes: BYTES.load(Relaxed),
        }
    }

    fn reset() {
        TEXTS.store(0, Relaxed);
        BYTES.store(0, Relaxed);
    }
}

impl Guest for Full {
    fn version() -> String {
        env!("CARGO_PKG_VERSION").to_owned()
    }
}

fn reverse(mut bytes: Vec<u8>) -> Vec<u8> {
    bytes.reverse();
    bytes
}

export!(Full);

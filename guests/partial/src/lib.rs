//! A guest that lacks most of what a host may ask for.

wit_bindgen::generate!({
    path: "wit/optional.wit",
});

use exports::fidius::optional::codec::Guest;

struct Codec;

impl Guest for Codec {
    fn encode(text: String) -> Vec<u8> {
        let mut bytes = text.into_bytes();
        bytes.reverse();
        bytes
    }
}

export!(Codec);

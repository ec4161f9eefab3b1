use std::error::Error;
use std::fmt;

use wit_parser::decoding::{DecodedWasm, decode as decode_wasm};
use wit_parser::{Resolve, WorldId};

/// The bytes can't be read as a component.
#[derive(Debug)]
pub struct DecodeError {
    message: String,
    source: Option<Box<dyn Error + Send + Sync>>,
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl Error for DecodeError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}

/// The WIT of a component, read from its bytes: all it imports and exports, as a world.
///
/// # Errors
///
/// The bytes are no component, or a WIT package without a world that could be run.
pub fn decode(bytes: &[u8]) -> Result<(Resolve, WorldId), DecodeError> {
    match decode_wasm(bytes) {
        Ok(DecodedWasm::Component(resolve, world)) => Ok((resolve, world)),
        Ok(DecodedWasm::WitPackage(..)) => Err(DecodeError {
            message: "the bytes are a WIT package in binary form, expected a component".to_owned(),
            source: None,
        }),
        Err(error) => Err(DecodeError {
            message: "the bytes can't be read as a component".to_owned(),
            source: Some(error.into()),
        }),
    }
}

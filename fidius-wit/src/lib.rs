//! What a WIT interface *is*, for the other crates of fidius: the [model](Interface), Rust [names](rust_ident),
//! the [canonical signature](Interface::signature), the [hash](InterfaceHash) and the [differences](compare())
//! between two interfaces.
//!
//! The model has three ways in: WIT text (feature `parse`), a component's own bytes (feature `decode`), and constant
//! tables, which the macro writes into the programs that use it. All three give the same signature and the same hash.
//!
//! Programs depend on the crate `fidius`, which re-exports what they need of this one.

#![cfg_attr(docsrs, feature(doc_cfg))]

mod compare;
#[cfg(feature = "decode")]
mod decode;
pub mod fit;
mod hash;
mod interface_name;
pub mod misfit;
mod model;
#[cfg(feature = "parse")]
mod parse;
mod print;
mod pulled;
#[cfg(feature = "parse")]
mod resolve;
#[cfg(feature = "parse")]
mod rust_name;
mod shared;
mod signature;
mod spelling;

pub use compare::{Difference, closest, compare, compare_import, compare_optional};
#[cfg(feature = "decode")]
pub use decode::{DecodeError, decode};
pub use hash::InterfaceHash;
pub use interface_name::{InterfaceName, serving};
pub use model::{
    Case, Enum, Field, Flags, Function, FunctionKind, Interface, Param, Record, Type, Variant,
    is_of_bytes,
};
#[cfg(feature = "parse")]
pub use parse::{ParseError, Parsed, parse_path, parse_text};
pub use pulled::{Pulled, pulled};
#[cfg(feature = "parse")]
pub use resolve::{function_from_resolve, interface_from_resolve};
#[cfg(feature = "parse")]
pub use rust_name::{rust_constant, rust_ident, rust_type};
pub use shared::{Shared, Text};
pub use spelling::is_spelling;

/// The parser whose types the conversions from WIT take.
#[cfg(feature = "parse")]
pub use wit_parser;

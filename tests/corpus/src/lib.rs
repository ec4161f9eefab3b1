//! The WIT that others have written, bound under all lints that matter to users: that it compiles is the test.

#![deny(warnings, missing_docs, rustdoc::all, clippy::all, clippy::pedantic)]

/// What a client stream consists of.
pub type Word = (String, u8);

include!(concat!(env!("OUT_DIR"), "/hosts.rs"));

//! The attribute in a library of the previous edition, under all lints that a library may set: rustc's, clippy's and, which
//! are for libraries alone, rustdoc's.
//!
//! The attribute works in a doctest too, where `wit` is looked for at the root of this crate:
//!
//! ```
//! #[fidius::host(wit = "wit/docs.wit")]
//! struct Docs;
//!
//! # fn main() {
//! assert_eq!(docs::HASH, strict_2021::docs::HASH);
//! assert!(Docs::load("nowhere").unwrap_err().is_not_found());
//! # }
//! ```
//!
//! So does a host whose methods are async, and what it gives to its plugin:
//!
//! ```
//! use library::books::{Book, BookResourceAsync};
//!
//! #[fidius::host(wit = "wit/shelves.wit", async)]
//! struct Library;
//!
//! struct Leaflet;
//!
//! impl BookResourceAsync for Leaflet {
//!     async fn page(&self, number: u32) -> Result<String, fidius::CallError<String>> {
//!         Ok(format!("page {number}"))
//!     }
//! }
//!
//! async fn use_it(library: &Library) -> Result<(), Box<dyn std::error::Error>> {
//!     let shelf = library.shelves().new_shelf().await?;
//!     shelf.put(Book::new_async(Leaflet)).await?;
//!     library.rest().ping("hello").await?;
//!     library.tidy("all").await?;
//!     Ok(())
//! }
//!
//! # fn main() {
//! assert_eq!(library::HASH, strict_2021::library::HASH);
//! # let _ = use_it;
//! # }
//! ```
#![deny(
    warnings,
    missing_docs,
    missing_debug_implementations,
    missing_copy_implementations,
    unreachable_pub,
    unused,
    unused_qualifications,
    unused_results,
    elided_lifetimes_in_paths,
    single_use_lifetimes,
    trivial_casts,
    trivial_numeric_casts,
    variant_size_differences,
    let_underscore_drop,
    non_ascii_idents,
    future_incompatible,
    rust_2018_idioms,
    rust_2021_compatibility,
    rust_2024_compatibility,
    rustdoc::all,
    clippy::all,
    clippy::pedantic,
    clippy::nursery
)]
#![forbid(unsafe_code)]

#[fidius::host(wit = "docs.wit")]
pub struct Docs;

/// Every type that WIT has.
#[fidius::host(wit = "../../wit/types")]
pub struct Types;

/// Types named like what the generated code uses.
#[fidius::host(wit = "../wit/hazards")]
pub struct Hazards;

/// Functions and resources of both sides, and methods that are async.
#[fidius::host(wit = "shelves.wit", async)]
pub struct Library;

/// The same with methods that block.
#[fidius::host(wit = "shelves.wit", module = "blocking_library")]
pub struct BlockingLibrary;

/// Every type that WIT has.
#[fidius::host(wit = "../../wit/types", module = "awaited_types", async)]
pub struct AwaitedTypes;

/// Types named like what the generated code uses.
#[fidius::host(wit = "../wit/hazards", module = "awaited_hazards", async)]
pub struct AwaitedHazards;

#[fidius::host(wit = "docs.wit", module = "awaited_docs", async)]
pub struct AwaitedDocs;

#[fidius::host(wit = "docs.wit", module = "hidden")]
struct Hidden;

/// A module.
pub mod outer {
    /// A module in it.
    pub mod inner {
        #[fidius::host(wit = "../wit/lints.wit")]
        pub struct Lints;

        #[fidius::host(wit = "../wit/lints.wit", module = "awaited_lints", async)]
        pub struct AwaitedLints;
    }

    #[fidius::host(wit = "docs.wit")]
    pub(crate) struct OfTheCrate;
}

/// Loads a private host, and one that stands in the function itself.
#[must_use]
pub fn load() -> bool {
    #[fidius::host(wit = "docs.wit", module = "local")]
    struct Local;

    Hidden::load("").is_ok() || outer::OfTheCrate::load("").is_ok() || Local::load("").is_ok()
}

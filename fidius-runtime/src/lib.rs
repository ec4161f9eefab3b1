//! The executor behind fidius: it loads components, compares them with what the host expects, and calls them in a
//! sandbox with limits.
//!
//! Programs depend on the crate `fidius`, which re-exports what is public here and adds the attribute that generates
//! typed bindings.

pub mod builder;
mod component;
mod definition;
mod engine;
mod error;
mod failure;
mod handles;
mod imports;
mod instances;
mod introspect;
mod limits;
mod plugin;
mod runtime;
mod source;
mod ticker;
mod unstable;
mod wasi;
mod wide;

pub use builder::Builder;
pub use component::Component;
pub use definition::{Checker, Definition, Export, Function, Host, Import, Imports};
pub use error::{CallError, Error, ErrorKind};
pub use limits::Limits;
pub use plugin::Plugin;
pub use runtime::Runtime;
pub use source::Source;
pub use unstable::Unstable;

pub use fidius_wit::{Difference, Interface, InterfaceHash};

/// What the generated code needs; not for use by hand, and free to change in any release.
#[doc(hidden)]
pub mod __private {
    pub use crate::builder::{Loadable, NeedsImports, Ready};
    pub use crate::definition::{
        Checker, Definition, Export, Function, GuestResource, Host, Import, Imports,
    };
    pub use crate::error::flatten;
    pub use crate::handles::{
        Arena, GuestHandle, Handle, Lifted, Lifting, Lowered, Lowering, RawHandle, Resource, Route,
        Twin,
    };
    pub use crate::imports::{HostCall, Linking};
    pub use crate::wide::Wide;
    pub use fidius_wit as wit;
    #[cfg(feature = "serde")]
    pub use serde;
    pub use wasmtime;
}

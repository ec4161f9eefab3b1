//! The executor behind fidius: it loads components, compares them with what the host expects, and calls them in a
//! sandbox with limits.
//!
//! Programs depend on the crate `fidius`, which re-exports what is public here and adds the attribute that generates
//! typed bindings.

mod arena;
pub mod builder;
mod component;
mod definition;
mod engine;
mod error;
mod failure;
mod guest_handle;
mod handle;
mod host_call;
mod imports;
mod introspect;
mod lease;
mod lifting;
mod limits;
mod linking;
mod lowering;
mod nested;
mod plugin;
mod pool;
mod raw_handle;
mod route;
mod runtime;
mod session;
mod source;
mod store;
mod table;
mod ticker;
mod twin;
mod unstable;
mod waiters;
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
    pub use crate::arena::Arena;
    pub use crate::builder::{Loadable, NeedsImports, Ready};
    pub use crate::definition::{
        Checker, Definition, Export, Function, GuestResource, Host, Import, Imports,
    };
    pub use crate::error::flatten;
    pub use crate::guest_handle::GuestHandle;
    pub use crate::handle::{Handle, Resource};
    pub use crate::host_call::HostCall;
    pub use crate::lifting::Lifting;
    pub use crate::linking::Linking;
    pub use crate::lowering::Lowering;
    pub use crate::raw_handle::RawHandle;
    pub use crate::route::Route;
    pub use crate::twin::{Lifted, Lowered, Twin};
    pub use crate::wide::Wide;
    pub use fidius_wit as wit;
    #[cfg(feature = "serde")]
    pub use serde;
    pub use wasmtime;
}

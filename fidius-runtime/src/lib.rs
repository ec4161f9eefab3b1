//! The executor behind fidius: it loads components, compares them with what the host expects, and calls them in a
//! sandbox with limits.
//!
//! Programs depend on the crate `fidius`, which re-exports what is public here and adds the attribute that generates
//! typed bindings.

mod background;
pub mod builder;
mod component;
mod conventions;
mod counters;
mod definition;
mod docs;
mod dynamic;
mod engine;
mod error;
mod failure;
mod guest_error;
mod handles;
mod imports;
mod info;
mod instances;
mod introspect;
mod limits;
mod park;
mod plugin;
mod precompiled;
mod runtime;
mod sections;
mod source;
mod streams;
mod table;
mod ticker;
mod unstable;
mod value;
mod wasi;
mod wide;
mod written;

pub use builder::Builder;
pub use component::Component;
#[cfg(feature = "bincode")]
pub use conventions::HostInterface;
pub use conventions::PluginError;
pub use counters::Counters;
pub use definition::{Host, Imports, ImportsAsync};
pub use dynamic::{CallShape, Dynamic, Method, Selector};
pub use error::{CallError, Error, ErrorKind};
pub use guest_error::GuestError;
pub use handles::ResourceHandle;
pub use info::Info;
pub use instances::PoolSettings;
pub use limits::Limits;
pub use plugin::Plugin;
pub use runtime::{Runtime, RuntimeBuilder};
pub use source::Source;
pub use streams::{Future, IntoFuture, IntoStream, Iter, Stream};
pub use unstable::Unstable;
pub use value::{Value, ValueError, from_value, to_value};
pub use wasi::{WASI_P3_VERSION, WASI_VERSION};

pub use fidius_wit::{Difference, Interface, InterfaceHash};

/// What an interface is made of: its functions, and their types.
pub mod wit {
    pub use fidius_wit::{
        Case, Enum, Field, Flags, Function, FunctionKind, Interface, InterfaceHash, Param, Record,
        Shared, Text, Type, Variant,
    };
}

/// What the generated code needs; not for use by hand, and free to change in any release.
#[doc(hidden)]
pub mod __private {
    pub use crate::builder::{Loadable, NeedsImports, Ready};
    pub use crate::definition::{
        Checker, Definition, Export, Function, GuestResource, Host, Import, Imports, ImportsAsync,
    };
    pub use crate::error::flatten;
    pub use crate::handles::{
        Arena, GuestHandle, Handle, Lifted, Lifting, Lowered, Lowering, RawHandle, Resource, Route,
        Twin, share,
    };
    pub use crate::imports::{ConcurrentCall, HostCall, Linking, park_host, park_host_fallible};
    #[cfg(feature = "bincode")]
    pub use crate::streams::Feed;
    /// For traits that the host gives to guests of fidius 0.5.
    #[cfg(feature = "bincode")]
    pub mod host_interface {
        pub use crate::conventions::{Arguments, Failure, Reply, Served};
    }
    pub use crate::wide::Wide;
    pub use fidius_wit as wit;
    #[cfg(feature = "serde")]
    pub use serde;
    pub use wasmtime;
}

//! What the host gives to a plugin, and whether that is all the component imports.

mod host_call;
mod linking;
pub(crate) mod nested;

pub use host_call::HostCall;
pub use linking::Linking;

use std::any::Any;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use fidius_wit::Interface;
use fidius_wit::fit::{self, Elsewhere, Offered};

use crate::definition::Definition;
use crate::failure::panic_message;
use crate::{Component, Error, ErrorKind, introspect, wasi};

/// The user's object behind the imports of one instance.
pub(crate) type Object = Arc<dyn Any + Send + Sync>;

/// What a host gives to its plugin.
pub(crate) struct Offer {
    pub(crate) link: fn(&mut Linking<'_>) -> Result<(), Error>,
    pub(crate) objects: Objects,
}

/// The objects that the functions of the host are called on.
pub(crate) enum Objects {
    /// One for all instances.
    Shared(Object),
    /// A new one for each instance.
    Each(Box<dyn Fn() -> Object + Send + Sync>),
}

impl Objects {
    /// The object for an instance of the plugin that is about to be made.
    pub(crate) fn make(&self, component: &Component) -> Result<Object, Error> {
        match self {
            Self::Shared(object) => Ok(Arc::clone(object)),
            Self::Each(make) => catch_unwind(AssertUnwindSafe(make)).map_err(|panic| {
                Error::new(
                    ErrorKind::HostPanic,
                    format!(
                        "the host's imports for an instance of {} can't be made, the closure given to `imports_with` panicked: {}",
                        component.name(),
                        panic_message(&*panic)
                    ),
                )
            }),
        }
    }
}

impl fmt::Debug for Offer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.objects {
            Objects::Shared(_) => "one for all instances",
            Objects::Each(_) => "made for each instance",
        })
    }
}

/// Refuses a component that imports what the host does not provide, with all of it in the error.
///
/// `further` is an interface without resources that it offers beyond its definition.
pub(crate) fn check(
    component: &Component,
    definition: &Definition,
    further: Option<&Interface>,
) -> Result<(), Error> {
    let own = definition.imports.iter().map(|import| Offered {
        interface: import.interface,
        is_world: import.is_world,
        resources: import.resources.to_vec(),
    });
    let further = further.map(|interface| Offered {
        interface,
        is_world: false,
        resources: Vec::new(),
    });
    let offered: Vec<Offered<'_>> = own.chain(further).collect();
    let elsewhere = |name: &str| {
        if wasi::provides(name) {
            Elsewhere::Provided
        } else {
            wasi::why_missing(name).map_or(Elsewhere::Unknown, Elsewhere::Refused)
        }
    };
    let wanted = introspect::imports(component.inner());
    match fit::imports(component.name(), &wanted, &offered, elsewhere) {
        None => Ok(()),
        Some(mut text) => {
            if definition.is_open {
                text.push_str(
                    "\nA `Dynamic` gives its plugin WASI, and nothing of its own: for a component that imports more, declare a \
                     host with `#[fidius::host(wit = \"…\")]`.",
                );
            }
            Err(Error::new(ErrorKind::Denied, text))
        }
    }
}

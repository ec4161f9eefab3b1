//! What the host gives to a plugin, and whether that is all the component imports.

mod concurrent_call;
mod host_call;
mod host_future;
mod linking;
pub(crate) mod nested;
mod park_host;

pub use concurrent_call::ConcurrentCall;
pub use host_call::HostCall;
pub use linking::Linking;
pub use park_host::{park_host, park_host_fallible};

use std::any::Any;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use fidius_wit::Interface;
use fidius_wit::fit::{self, Elsewhere, Offered};
use wasmtime::component::InstancePre;

#[cfg(feature = "bincode")]
use crate::conventions::{self, HostInterfaces};
use crate::definition::Definition;
use crate::failure::panic_message;
use crate::instances::{Mode, StoreData};
use crate::{Component, Error, ErrorKind, introspect, wasi};

/// The user's object behind the imports of one instance.
pub(crate) type Object = Arc<dyn Any + Send + Sync>;

/// All that a host gives to its plugin beyond WASI.
#[derive(Default)]
pub(crate) struct Given {
    /// What the plugin's WIT imports.
    pub(crate) offer: Option<Offer>,
    /// What guests of fidius 0.5 call.
    #[cfg(feature = "bincode")]
    pub(crate) host_interfaces: Option<Arc<HostInterfaces>>,
}

/// What a host gives to a plugin whose WIT imports it.
pub(crate) struct Offer {
    pub(crate) link: fn(&mut Linking<'_>) -> Result<(), Error>,
    pub(crate) objects: Objects,
    /// Whether its functions are async.
    pub(crate) is_async: bool,
}

/// The objects that the functions of the host are called on.
pub(crate) enum Objects {
    /// One for all instances.
    Shared(Object),
    /// A new one for each instance.
    Each(Box<dyn Fn() -> Object + Send + Sync>),
}

impl Given {
    /// Links it, and WASI, to what the component imports.
    ///
    /// # Errors
    ///
    /// The engine does not take it.
    pub(crate) fn link(
        &self,
        component: &Component,
        mode: Mode,
    ) -> Result<InstancePre<StoreData>, Error> {
        let pre = if self.is_empty(component) {
            let linker = component.engine().linker(mode)?;
            linker.instantiate_pre(component.inner())
        } else {
            let mut linking = Linking::new(component, mode)?;
            if let Some(offer) = &self.offer {
                (offer.link)(&mut linking)?;
            }
            #[cfg(feature = "bincode")]
            if let Some(interfaces) = &self.host_interfaces {
                conventions::link(&mut linking, Arc::clone(interfaces))?;
            }
            #[cfg(feature = "bincode")]
            if pulls(component) {
                conventions::link_pull(&mut linking)?;
            }
            linking.into_linker().instantiate_pre(component.inner())
        };
        pre.map_err(|error| {
            Error::new(
                ErrorKind::Denied,
                format!("{} can't be linked: {error:#}", component.name()),
            )
            .with_source(error)
        })
    }

    fn is_empty(&self, _component: &Component) -> bool {
        #[cfg(feature = "bincode")]
        if self.host_interfaces.is_some() || pulls(_component) {
            return false;
        }
        self.offer.is_none()
    }

    /// Whether a guest may wait in what the component imports, so that async calls need other instances than blocking ones.
    pub(crate) fn waits(&self, component: &Component) -> bool {
        let engine = &component.engine().engine;
        let ty = component.inner().component_type();
        let is_async = self.offer.as_ref().is_some_and(|offer| offer.is_async);
        ty.imports(engine)
            .any(|(name, _)| is_async || wasi::waits(name) || is_pull(name))
    }

    /// The object of the user's for an instance that is about to be made.
    ///
    /// # Errors
    ///
    /// The user's closure panics.
    pub(crate) fn make_object(&self, component: &Component) -> Result<Option<Object>, Error> {
        self.offer
            .as_ref()
            .map(|offer| offer.objects.make(component))
            .transpose()
    }

    /// The interfaces that it has beyond those of the host's definition.
    pub(crate) fn further(&self, _component: &Component) -> Vec<Interface> {
        #[cfg_attr(not(feature = "bincode"), expect(unused_mut, reason = "there is none"))]
        let mut further = Vec::new();
        #[cfg(feature = "bincode")]
        if self.host_interfaces.is_some() {
            further.push(conventions::offered());
        }
        #[cfg(feature = "bincode")]
        if pulls(_component) {
            further.push(conventions::PULL.clone());
        }
        further
    }
}

/// Whether an import of this name is the one through which guests of fidius 0.5 read streams of the host's.
fn is_pull(_import: &str) -> bool {
    #[cfg(feature = "bincode")]
    return conventions::is_pull(_import);
    #[cfg(not(feature = "bincode"))]
    false
}

/// Whether the component has that import.
pub(crate) fn pulls(component: &Component) -> bool {
    let ty = component.inner().component_type();
    ty.imports(&component.engine().engine)
        .any(|(name, _)| is_pull(name))
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
                        "the host's imports for an instance of {} can't be made, the closure given to `imports_with` or `imports_async_with` panicked: {}",
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
/// `further` are interfaces without resources that it offers beyond its definition.
pub(crate) fn check(
    component: &Component,
    definition: &Definition,
    further: &[Interface],
) -> Result<(), Error> {
    let own = definition.imports.iter().map(|import| Offered {
        interface: import.interface,
        is_world: import.is_world,
        resources: import.resources.to_vec(),
    });
    let further = further.iter().map(|interface| Offered {
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

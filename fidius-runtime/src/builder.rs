//! How a plugin is to be loaded, and what the builder needs before it can.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use fidius_wit::Interface;

#[cfg(feature = "bincode")]
use crate::HostInterface;
use crate::definition::Imports;
use crate::imports::{Objects, Offer};
use crate::plugin::{Loaded, Settings};
use crate::{Component, Dynamic, Error, Host, Limits, Plugin, Runtime, Source};

/// How a plugin is to be loaded: what `Greeter::builder()` returns.
///
/// `S` says whether anything is missing before [`load`](Self::load): [`Ready`] or [`NeedsImports`].
#[must_use = "a builder does nothing until `load` is called"]
pub struct Builder<H: Host, S = <H as Host>::Start> {
    runtime: Option<Runtime>,
    pool: Option<usize>,
    settings: Settings,
    /// What went wrong on the way, for `load` to tell.
    error: Option<Error>,
    host: PhantomData<fn() -> (H, S)>,
}

/// A builder that has all it needs.
#[derive(Debug)]
pub enum Ready {}

/// A builder for a host that gives functions to its plugin, before it has been told on what to call them:
/// [`imports`](Builder::imports) or [`imports_with`](Builder::imports_with) comes first.
#[derive(Debug)]
pub enum NeedsImports {}

/// A [`Builder`] that has all it needs: [`Ready`].
#[diagnostic::on_unimplemented(
    message = "the imports of the plugin are missing: call `.imports(…)` before `.load(…)`",
    label = "this plugin imports functions that the host gives",
    note = "`.imports(value)` takes a value that implements the traits of all interfaces that the plugin imports"
)]
pub trait Loadable {}

impl Loadable for Ready {}

impl<H: Host> Builder<H> {
    /// The settings that `load` alone uses: the shared runtime, the default limits, a fresh instance for each call.
    pub fn new() -> Self {
        Self {
            runtime: None,
            pool: None,
            settings: Settings::default(),
            error: None,
            host: PhantomData,
        }
    }
}

impl<H: Host> Builder<H, NeedsImports> {
    /// Gives the plugin the functions that it imports: the methods of this value, which all instances share.
    pub fn imports<I>(self, imports: I) -> Builder<H, Ready>
    where
        H: Imports<I>,
        I: Send + Sync + 'static,
    {
        self.with_objects::<I>(Objects::Shared(Arc::new(imports)))
    }

    /// Gives the plugin the functions that it imports: the methods of a value that `make` makes anew for each instance. It is
    /// called before the instance is made, and on the thread of the call that needs the instance.
    pub fn imports_with<I>(self, make: impl Fn() -> I + Send + Sync + 'static) -> Builder<H, Ready>
    where
        H: Imports<I>,
        I: Send + Sync + 'static,
    {
        self.with_objects::<I>(Objects::Each(Box::new(move || Arc::new(make()))))
    }

    fn with_objects<I>(self, objects: Objects) -> Builder<H, Ready>
    where
        H: Imports<I>,
    {
        let offer = Offer {
            link: <H as Imports<I>>::link,
            objects,
        };
        Builder {
            runtime: self.runtime,
            pool: self.pool,
            settings: Settings {
                imports: Some(offer),
                ..self.settings
            },
            error: self.error,
            host: PhantomData,
        }
    }
}

impl<H: Host, S> Builder<H, S> {
    /// Runs the plugin on this runtime.
    pub fn runtime(mut self, runtime: &Runtime) -> Self {
        self.runtime = Some(runtime.clone());
        self
    }

    /// Limits each call.
    pub fn limits(mut self, limits: Limits) -> Self {
        self.settings.limits = limits;
        self
    }

    /// Keeps up to `size` instances alive and uses them again, instead of making a fresh one for each call. A size of 0
    /// counts as 1.
    ///
    /// A call is much faster so, and what it leaves in the guest's memory stays there for the next one, whoever makes it. With
    /// all instances busy a call waits for one, within its limit on time. An instance with a resource that the host has a
    /// handle of stays with its handles; it counts among the `size` until the last of them is gone.
    pub fn pool(mut self, size: usize) -> Self {
        self.pool = Some(size);
        self
    }

    /// Configures the plugin with these bytes: each instance gets them before its first call, by the function
    /// `fidius-configure: func(config: list<u8>)` of its interface, which may have a `result`.
    ///
    /// Guests of fidius 0.5 read their configuration in bincode 1, which [`config_value`](Self::config_value) writes. With a fresh
    /// instance for each call, each call configures its own; where that takes long, keep instances in a
    /// [`pool`](Self::pool). Loading tries one: a plugin that refuses its configuration is not loaded
    /// ([`Error::is_config_refused`]).
    pub fn config(mut self, bytes: impl Into<Vec<u8>>) -> Self {
        self.settings.config = Some(bytes.into());
        self
    }

    /// Configures the plugin with a value in bincode 1, as guests of fidius 0.5 read it; else the same as
    /// [`config`](Self::config). A value that can't be written so is an error of `load`.
    #[cfg(feature = "bincode")]
    pub fn config_value<T: serde::Serialize + ?Sized>(mut self, value: &T) -> Self {
        match crate::conventions::encode_config(value) {
            Ok(bytes) => self.config(bytes),
            Err(error) => {
                self.error.get_or_insert(error);
                self
            }
        }
    }

    /// Demands that the plugin states this hash by its function `fidius-interface-hash: func() -> u64`, as guests of fidius
    /// 0.5 do. They make it from Rust signatures, so that it can't be derived from a WIT: `guest_hash()` of a
    /// [`Plugin`] that is known to be good tells it.
    ///
    /// A plugin that states none or another is not loaded ([`Error::is_mismatch`]). It takes the place of what the host's
    /// attribute says.
    pub fn guest_hash(mut self, hash: u64) -> Self {
        self.settings.guest_hash = Some(hash);
        self
    }

    /// Gives functions to plugins of fidius 0.5: the methods of a value that implements a trait with the attribute
    /// `host_interface`. Several traits can be given, one after the other; two of one name are an error of `load`.
    #[cfg(feature = "bincode")]
    pub fn host_interface<I: ?Sized>(mut self, host: impl HostInterface<I>) -> Self {
        let interfaces = self.settings.host_interfaces.get_or_insert_default();
        if let Err(error) = Arc::make_mut(interfaces).push(host) {
            self.error.get_or_insert(error);
        }
        self
    }

    /// Loads the plugin: compiles the component, compares it with what the host expects, and links what it imports. Nothing
    /// of the guest runs yet, unless it is configured, or has to state a hash.
    ///
    /// # Errors
    ///
    /// The file can't be read; what is in it is no component; the component does not fit, with every difference; it imports
    /// what the host does not provide, with every such import; it refuses its configuration.
    pub fn load<'a>(self, source: impl Into<Source<'a>>) -> Result<H, Error>
    where
        S: Loadable,
    {
        self.load_with(|runtime| Component::load(runtime, source))
    }

    /// The same for what [`Component::precompile`] made.
    ///
    /// # Errors
    ///
    /// Those of [`load`](Self::load), and what was made for another machine, version or runtime.
    ///
    /// # Safety
    ///
    /// What is loaded is machine code, and runs as it is: it must be what [`Component::precompile`] returned, kept where nobody
    /// could change it.
    pub unsafe fn load_precompiled<'a>(self, source: impl Into<Source<'a>>) -> Result<H, Error>
    where
        S: Loadable,
    {
        self.load_with(|runtime| {
            // SAFETY: the caller vouches for the source.
            unsafe { Component::load_precompiled(runtime, source) }
        })
    }

    fn load_with(
        self,
        load: impl FnOnce(&Runtime) -> Result<Component, Error>,
    ) -> Result<H, Error> {
        if let Some(error) = self.error {
            return Err(error);
        }
        let component = load(&self.runtime.unwrap_or_default())?;
        let loaded = Loaded::new(component, H::DEFINITION, self.settings)?;
        Ok(H::from_plugin(Plugin::new(loaded, self.pool)?))
    }
}

impl Builder<Dynamic> {
    /// Expects an interface: a component that does not have it, or has another one of the name, is not loaded. Can be said several
    /// times. The functions that can be called are those of the expected interfaces, in their order; without any, all that the
    /// component exports.
    ///
    /// ```
    /// use fidius::{Component, Dynamic, Runtime};
    ///
    /// # fn main() -> Result<(), fidius::Error> {
    /// # let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../guests/built/greeter.wasm");
    /// let known = Component::load(&Runtime::shared(), file)?;
    /// let plugin = Dynamic::builder()
    ///     .interface(known.exports()[0].clone())
    ///     .load(file)?;
    /// assert_eq!(plugin.method("greet")?.index(), 0);
    /// # Ok(())
    /// # }
    /// ```
    pub fn interface(mut self, interface: Interface) -> Self {
        self.settings.expected.push(interface);
        self
    }

    /// Declares functions raw: bytes in, bytes out, called by [`call_raw`](Plugin::call_raw). They are named as
    /// [`Selector`](crate::Selector) says; one that is not there, or has other types, is an error of `load`.
    pub fn raw<N: Into<String>>(mut self, functions: impl IntoIterator<Item = N>) -> Self {
        self.settings
            .raw
            .extend(functions.into_iter().map(Into::into));
        self
    }
}

impl<H: Host> Default for Builder<H> {
    fn default() -> Self {
        Self::new()
    }
}

impl<H: Host, S> fmt::Debug for Builder<H, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Builder")
            .field("runtime", &self.runtime)
            .field("limits", &self.settings.limits)
            .field("pool", &self.pool)
            .field("imports", &self.settings.imports)
            .finish_non_exhaustive()
    }
}

//! How a plugin is to be loaded, and what the builder needs before it can.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use fidius_wit::Interface;

#[cfg(feature = "bincode")]
use crate::HostInterface;
use crate::definition::{Imports, ImportsAsync};
use crate::imports::{Objects, Offer};
use crate::plugin::{Isolation, Loaded, Settings};
use crate::{Component, Dynamic, Error, Host, Limits, Plugin, PoolSettings, Runtime, Source};

/// How a plugin is to be loaded: what `Greeter::builder()` returns.
///
/// `S` says whether anything is missing before [`load`](Self::load): [`Ready`] or [`NeedsImports`].
#[must_use = "a builder does nothing until `load` is called"]
pub struct Builder<H: Host, S = <H as Host>::Start> {
    runtime: Option<Runtime>,
    isolation: Isolation,
    settings: Settings,
    /// What went wrong on the way, for `load` to tell.
    error: Option<Error>,
    host: PhantomData<fn() -> (H, S)>,
}

/// A builder that has all it needs.
#[derive(Debug)]
pub enum Ready {}

/// A builder for a host that gives functions to its plugin, before it has been told on what to call them:
/// [`imports`](Builder::imports), or one of its siblings for a value for each instance and for async functions, comes first.
#[derive(Debug)]
pub enum NeedsImports {}

/// A [`Builder`] that has all it needs: [`Ready`].
#[diagnostic::on_unimplemented(
    message = "the imports of the plugin are missing: call `.imports(…)` before `.load(…)`",
    label = "this plugin imports functions that the host gives",
    note = "`.imports(value)` takes a value that implements the traits of all interfaces that the plugin imports, \
            `.imports_async(value)` one that implements their `…Async` traits"
)]
pub trait Loadable {}

impl Loadable for Ready {}

impl<H: Host> Builder<H> {
    /// The settings that `load` alone uses: the shared runtime, the default limits, a fresh instance for each call.
    pub fn new() -> Self {
        Self {
            runtime: None,
            isolation: Isolation::Fresh,
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
        self.with_offer(Offer {
            link: <H as Imports<I>>::link,
            objects: Objects::Shared(Arc::new(imports)),
            is_async: false,
        })
    }

    /// Gives the plugin the functions that it imports: the methods of a value that `make` makes anew for each instance. It is
    /// called before the instance is made, and on the thread of the call that needs the instance.
    pub fn imports_with<I>(self, make: impl Fn() -> I + Send + Sync + 'static) -> Builder<H, Ready>
    where
        H: Imports<I>,
        I: Send + Sync + 'static,
    {
        self.with_offer(Offer {
            link: <H as Imports<I>>::link,
            objects: Objects::Each(Box::new(move || Arc::new(make()))),
            is_async: false,
        })
    }

    /// Gives the plugin the functions that it imports: the async methods of this value, which all instances share. It
    /// implements the `…Async` traits of the interfaces that the plugin imports.
    ///
    /// In an async call they are part of the call's future, on the executor that it is on; in a blocking call the thread waits for
    /// them. A method is dropped when the time of the call is over, and when the call's future is dropped. Clocks and sockets
    /// of tokio's work in both: where no runtime of tokio's is around the call, on one of the library's own.
    ///
    /// Methods that are not async, those of [`imports`](Self::imports), may be called by async calls too. They run on the
    /// executor's thread and hold it up for as long as they take, so that those that wait for something should be async. One that
    /// never returns can't be ended from inside; one that returns when the time of its call is over has that end with a
    /// [timeout](Error::is_timeout) then.
    pub fn imports_async<I>(self, imports: I) -> Builder<H, Ready>
    where
        H: ImportsAsync<I>,
        I: Send + Sync + 'static,
    {
        self.with_offer(Offer {
            link: <H as ImportsAsync<I>>::link_async,
            objects: Objects::Shared(Arc::new(imports)),
            is_async: true,
        })
    }

    /// Gives the plugin the functions that it imports: the async methods, as [`imports_async`](Self::imports_async) has them, of a
    /// value that `make` makes anew for each instance. It is called before the instance is made, and on the thread that
    /// makes the instance.
    pub fn imports_async_with<I>(
        self,
        make: impl Fn() -> I + Send + Sync + 'static,
    ) -> Builder<H, Ready>
    where
        H: ImportsAsync<I>,
        I: Send + Sync + 'static,
    {
        self.with_offer(Offer {
            link: <H as ImportsAsync<I>>::link_async,
            objects: Objects::Each(Box::new(move || Arc::new(make()))),
            is_async: true,
        })
    }

    fn with_offer(mut self, offer: Offer) -> Builder<H, Ready> {
        self.settings.given.offer = Some(offer);
        Builder {
            runtime: self.runtime,
            isolation: self.isolation,
            settings: self.settings,
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

    /// Limits each call, and how many instances there may be. Without it, the runtime's limits hold.
    pub fn limits(mut self, limits: Limits) -> Self {
        self.settings.limits = Some(limits);
        self
    }

    /// Keeps instances alive and uses them again, instead of making a fresh one for each call: at most so many, or as
    /// [`PoolSettings`] say.
    ///
    /// A call is much faster so, and what it leaves in the guest's memory stays there for the next one, whoever makes it. With
    /// all instances busy a call waits for one, within its limit on time. An instance with a resource that the host has a
    /// handle of stays with its handles; it counts among the pool's until the last of them is gone. It takes the place of
    /// [`spares`](Self::spares).
    pub fn pool(mut self, settings: impl Into<PoolSettings>) -> Self {
        self.isolation = Isolation::Pool(settings.into());
        self
    }

    /// Has up to `count` instances made ahead of the calls that they are for, so that a call does not have to wait for its own. With 0
    /// none are.
    ///
    /// Each call still has a fresh instance, which nobody has used before. They are made, and cleared away after their calls, on a
    /// thread of the runtime, once calls come faster than some ten in a second; after a second without any, none are left, and
    /// nothing is done. What they take is the memory of that many new instances (of each kind, where blocking and async calls need
    /// different ones), and of as many that have been used and had grown to no more than 16 MiB. The limit on time counts from
    /// the call on, and the values of [`imports_with`](Builder::imports_with) are made on that thread. It takes the place of
    /// [`pool`](Self::pool).
    ///
    /// Where calls come without any pause there is nothing to gain: making instances is the limit then.
    pub fn spares(mut self, count: usize) -> Self {
        self.isolation = match count {
            0 => Isolation::Fresh,
            count => Isolation::Spares(count),
        };
        self
    }

    /// Configures the plugin with these bytes: each instance gets them before its first call, by the function
    /// `fidius-configure: func(config: list<u8>)` of its interface, which may have a `result`.
    ///
    /// Guests of fidius 0.5 read their configuration in bincode 1, which `config_value` writes (feature `bincode`). With a fresh
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
        let interfaces = self.settings.given.host_interfaces.get_or_insert_default();
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
        let loaded = Loaded::new(component, H::DEFINITION, H::IS_ASYNC, self.settings)?;
        Ok(H::from_plugin(Plugin::new(loaded, &self.isolation)?))
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

    /// Declares functions that read a stream of the host's by the convention of fidius 0.5, where the stream is none of the parameters:
    /// they are called by [`feed_values`](Plugin::feed_values) and [`exchange_values`](Plugin::exchange_values). They are named as
    /// [`Selector`](crate::Selector) says; one that is not there, or can't read any, is an error of `load`.
    #[cfg(feature = "bincode")]
    pub fn client_streams<N: Into<String>>(
        mut self,
        functions: impl IntoIterator<Item = N>,
    ) -> Self {
        self.settings
            .client_streams
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
            .field("isolation", &self.isolation)
            .field("imports", &self.settings.given.offer)
            .finish_non_exhaustive()
    }
}

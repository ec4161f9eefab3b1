//! How a plugin is to be loaded, and what the builder needs before it can.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use crate::definition::Imports;
use crate::imports::{Objects, Offer};
use crate::plugin::Loaded;
use crate::{Component, Error, Host, Limits, Plugin, Runtime, Source};

/// How a plugin is to be loaded: what `Greeter::builder()` returns.
///
/// `S` says whether anything is missing before [`load`](Self::load): [`Ready`] or [`NeedsImports`].
#[must_use = "a builder does nothing until `load` is called"]
pub struct Builder<H: Host, S = <H as Host>::Start> {
    runtime: Option<Runtime>,
    limits: Limits,
    pool: Option<usize>,
    offer: Option<Offer>,
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
            limits: Limits::default(),
            pool: None,
            offer: None,
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
        Builder {
            runtime: self.runtime,
            limits: self.limits,
            pool: self.pool,
            offer: Some(Offer {
                link: <H as Imports<I>>::link,
                objects,
            }),
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
        self.limits = limits;
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

    /// Loads the plugin: compiles the component, compares it with what the host expects, and links what it imports. Nothing
    /// of the guest runs yet.
    ///
    /// # Errors
    ///
    /// The file can't be read; what is in it is no component; the component does not fit, with every difference; it imports
    /// what the host does not provide, with every such import.
    pub fn load<'a>(self, source: impl Into<Source<'a>>) -> Result<H, Error>
    where
        S: Loadable,
    {
        let runtime = self.runtime.unwrap_or_default();
        let component = Component::load(&runtime, source)?;
        let loaded = Loaded::new(component, H::DEFINITION, self.limits, self.offer)?;
        Ok(H::from_plugin(Plugin::new(loaded, self.pool)))
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
            .field("limits", &self.limits)
            .field("pool", &self.pool)
            .field("imports", &self.offer)
            .finish_non_exhaustive()
    }
}

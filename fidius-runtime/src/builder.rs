use std::fmt;
use std::marker::PhantomData;

use crate::plugin::Loaded;
use crate::{Component, Error, Host, Limits, Plugin, Runtime, Source};

/// How a plugin is to be loaded: what `Greeter::builder()` returns.
#[must_use = "a builder does nothing until `load` is called"]
pub struct Builder<H> {
    runtime: Option<Runtime>,
    limits: Limits,
    pool: Option<usize>,
    host: PhantomData<fn() -> H>,
}

impl<H: Host> Builder<H> {
    /// The settings that `load` alone uses: the shared runtime, the default limits, a fresh instance for each call.
    pub fn new() -> Self {
        Self {
            runtime: None,
            limits: Limits::default(),
            pool: None,
            host: PhantomData,
        }
    }

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
    /// all instances busy a call waits for one, within its limit on time.
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
    pub fn load<'a>(self, source: impl Into<Source<'a>>) -> Result<H, Error> {
        let runtime = self.runtime.unwrap_or_default();
        let component = Component::load(&runtime, source)?;
        let loaded = Loaded::new(component, H::DEFINITION, self.limits)?;
        Ok(H::from_plugin(Plugin::new(loaded, self.pool)))
    }
}

impl<H: Host> Default for Builder<H> {
    fn default() -> Self {
        Self::new()
    }
}

impl<H> fmt::Debug for Builder<H> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Builder")
            .field("runtime", &self.runtime)
            .field("limits", &self.limits)
            .field("pool", &self.pool)
            .finish_non_exhaustive()
    }
}

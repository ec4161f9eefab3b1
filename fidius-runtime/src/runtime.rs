use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Weak};

use parking_lot::Mutex;

use crate::engine::{Engine, EngineKey};
use crate::ticker::Ticker;
use crate::{Error, Unstable};

/// The engines that plugins run on, shared by all plugins of one runtime.
///
/// Most programs need none of their own: plugins share the [default](Runtime::shared) one. It is a cheap handle; clones
/// stand for the same runtime.
#[derive(Clone)]
pub struct Runtime(pub(crate) Arc<RuntimeInner>);

pub(crate) struct RuntimeInner {
    pub(crate) ticker: Ticker,
    pub(crate) unstable: Unstable,
    /// Weak, because an engine goes with the last component on it.
    engines: Mutex<HashMap<EngineKey, Weak<Engine>>>,
}

impl Runtime {
    /// A runtime of its own, for plugins that are to share nothing with others.
    #[must_use]
    pub fn new() -> Self {
        Self::with_unstable(Unstable::default())
    }

    /// A runtime of its own that takes components with some parts of the component model which may still change.
    #[must_use]
    pub fn with_unstable(unstable: Unstable) -> Self {
        Self(Arc::new(RuntimeInner {
            ticker: Ticker::new(),
            unstable,
            engines: Mutex::default(),
        }))
    }

    /// The runtime that all plugins share unless told otherwise. It is made when first needed, and goes when the last
    /// plugin on it goes.
    #[must_use]
    pub fn shared() -> Self {
        static SHARED: Mutex<Weak<RuntimeInner>> = Mutex::new(Weak::new());
        let mut shared = SHARED.lock();
        if let Some(runtime) = shared.upgrade() {
            return Self(runtime);
        }
        let runtime = Self::new();
        *shared = Arc::downgrade(&runtime.0);
        runtime
    }

    pub(crate) fn engine(&self, key: EngineKey) -> Result<Arc<Engine>, Error> {
        let mut engines = self.0.engines.lock();
        if let Some(engine) = engines.get(&key).and_then(Weak::upgrade) {
            return Ok(engine);
        }
        let engine = Arc::new(Engine::new(key, &self.0)?);
        engines.insert(key, Arc::downgrade(&engine));
        Ok(engine)
    }
}

impl Default for Runtime {
    fn default() -> Self {
        Self::shared()
    }
}

impl fmt::Debug for Runtime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Runtime")
    }
}

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Weak};

use parking_lot::Mutex;

use crate::engine::{Engine, EngineKey};
use crate::instances::{Gate, Keeper, Pools};
use crate::ticker::Ticker;
use crate::{Error, Limits, Unstable};

/// The engines that plugins run on, shared by all plugins of one runtime.
///
/// Most programs need none of their own: plugins share the [default](Runtime::shared) one. It is a cheap handle; clones
/// stand for the same runtime.
///
/// ```
/// use fidius::{Limits, Runtime};
///
/// # fn main() -> Result<(), fidius::Error> {
/// let runtime = Runtime::builder()
///     .limits(Limits {
///         memory: 64 << 20,
///         fuel: Some(1_000_000_000),
///         ..Limits::default()
///     })
///     .build()?;
/// assert_eq!(runtime.limits().memory, 64 << 20);
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Runtime(pub(crate) Arc<RuntimeInner>);

pub(crate) struct RuntimeInner {
    pub(crate) ticker: Ticker,
    pub(crate) unstable: Unstable,
    pub(crate) limits: Limits,
    /// How many instances are alive, of all plugins.
    pub(crate) gate: Gate,
    /// How many there are beyond these that no call has: made ahead, or to be cleared away.
    pub(crate) spares: Gate,
    pub(crate) pools: Pools,
    /// For pools.
    pub(crate) keeper: Keeper,
    /// For spare instances, each of which may take as long as a call: nothing else waits for them.
    pub(crate) maker: Keeper,
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
        Self::made(Limits::default(), unstable)
    }

    /// A runtime of its own with other limits than the default ones.
    pub fn builder() -> RuntimeBuilder {
        RuntimeBuilder {
            limits: Limits::default(),
            unstable: Unstable::default(),
        }
    }

    fn made(limits: Limits, unstable: Unstable) -> Self {
        Self(Arc::new(RuntimeInner {
            ticker: Ticker::new(),
            unstable,
            gate: Gate::new(limits.instances, limits.queue),
            spares: Gate::new(limits.spare_slots(), 0),
            pools: Pools::default(),
            keeper: Keeper::new("fidius-keeper"),
            maker: Keeper::new("fidius-maker"),
            limits,
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

    /// The limits of the plugins on it that have none of their own, and of all its plugins together.
    #[must_use]
    pub fn limits(&self) -> &Limits {
        &self.0.limits
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

impl RuntimeInner {
    /// Whether fuel is measured, which is built into machine code.
    pub(crate) fn is_metered(&self) -> bool {
        self.limits.fuel.is_some()
    }
}

/// How a [`Runtime`] is to be made.
#[derive(Clone, Debug)]
#[must_use = "a builder does nothing until `build` is called"]
pub struct RuntimeBuilder {
    limits: Limits,
    unstable: Unstable,
}

impl RuntimeBuilder {
    /// The limits of the plugins that have none of their own; what else they mean for a runtime says
    /// [`Limits`](Limits#where-they-are-set).
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Takes components with some parts of the component model which may still change.
    pub fn unstable(mut self, unstable: Unstable) -> Self {
        self.unstable = unstable;
        self
    }

    /// Makes the runtime. Its engines are made when a component first needs them.
    ///
    /// # Errors
    ///
    /// The limits are such that no call could be made: no `instances`, or a `wasm_stack` that is too small or too large.
    pub fn build(self) -> Result<Runtime, Error> {
        self.limits.check()?;
        Ok(Runtime::made(self.limits, self.unstable))
    }
}

impl Default for Runtime {
    fn default() -> Self {
        Self::shared()
    }
}

impl fmt::Debug for Runtime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Runtime")
            .field("limits", &self.0.limits)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_runtime_has_the_limits_it_was_made_with() {
        let limits = Limits {
            memory: 1 << 20,
            fuel: Some(7),
            ..Limits::default()
        };
        let unstable = Unstable {
            maps: true,
            ..Unstable::default()
        };
        let builder = Runtime::builder().unstable(unstable);
        let runtime = builder.limits(limits.clone()).build().unwrap();
        assert_eq!(runtime.limits(), &limits);
        assert_eq!(runtime.0.unstable, unstable);
        assert!(runtime.0.is_metered());
        assert!(!Runtime::new().0.is_metered());
        assert_eq!(Runtime::new().limits(), &Limits::default());
    }

    #[test]
    fn a_runtime_that_no_call_could_run_on_is_not_made() {
        let build = |limits| Runtime::builder().limits(limits).build();
        let instances = Limits {
            instances: 0,
            ..Limits::default()
        };
        assert!(build(instances).is_err());
        let wasm_stack = Limits {
            wasm_stack: 0,
            ..Limits::default()
        };
        assert!(build(wasm_stack).is_err());
    }

    #[test]
    fn every_runtime_has_its_engines() {
        // As small and as large as the limits may be that an engine is made for.
        let small = Limits {
            instances: 1,
            table_elements: 0,
            wasm_stack: 16 << 10,
            memory: 0,
            ..Limits::default()
        };
        let large = Limits {
            instances: 5000,
            table_elements: 1_000_000,
            wasm_stack: 64 << 20,
            memory: u64::MAX,
            fuel: Some(u64::MAX),
            ..Limits::default()
        };
        for limits in [small, large] {
            let runtime = Runtime::builder().limits(limits.clone()).build().unwrap();
            for concurrency in [false, true] {
                for pooling in [false, true] {
                    let key = EngineKey {
                        concurrency,
                        pooling,
                    };
                    if let Err(error) = runtime.engine(key) {
                        panic!("{error} for {key:?} and {limits:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn more_instances_than_there_is_address_space_for_need_no_pool() {
        let limits = Limits {
            instances: 1_000_000,
            ..Limits::default()
        };
        let runtime = Runtime::builder().limits(limits).build().unwrap();
        let key = |pooling| EngineKey {
            concurrency: false,
            pooling,
        };
        assert!(runtime.engine(key(true)).is_err());
        assert!(runtime.engine(key(false)).is_ok());
        let bytes = wat::parse_str("(component)").unwrap();
        assert!(crate::Component::load(&runtime, bytes).is_ok());
    }
}

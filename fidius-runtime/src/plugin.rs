use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use fidius_wit::Interface;
use wasmtime::component::InstancePre;

use crate::definition::{self, Definition, Entry, Function};
use crate::lease::Lease;
use crate::pool::Pool;
use crate::session::Session;
use crate::store::StoreData;
use crate::ticker::Clock;
use crate::{CallError, Component, Error, ErrorKind, Host, Limits, imports};

/// A loaded plugin: the handle under a host struct.
///
/// It is cheap to clone, and clones stand for the same plugin. `H` is the host struct, which has the typed methods.
pub struct Plugin<H> {
    loaded: Arc<Loaded>,
    lessor: Lessor,
    host: PhantomData<fn() -> H>,
}

/// Where the instance of a call comes from.
#[derive(Clone)]
enum Lessor {
    Fresh,
    Pool(Arc<Pool>),
    Session(Arc<Session>),
}

/// What all handles of one plugin share.
pub(crate) struct Loaded {
    pub(crate) component: Component,
    pub(crate) pre: InstancePre<StoreData>,
    pub(crate) limits: Limits,
    pub(crate) clock: Arc<Clock>,
    /// The limit on time in the steps that it is measured in.
    pub(crate) ticks: u64,
    definition: &'static Definition,
    /// The functions of all exports, one export after the other.
    entries: Box<[Entry]>,
    /// Where the functions of each export begin.
    first: Box<[usize]>,
}

impl Loaded {
    pub(crate) fn new(
        component: Component,
        definition: &'static Definition,
        limits: Limits,
    ) -> Result<Self, Error> {
        let definition::Resolved { entries, first } = definition::resolve(&component, definition)?;
        imports::check(&component)?;
        let engine = component.engine();
        let pre = engine
            .linker
            .instantiate_pre(component.inner())
            .map_err(|error| {
                Error::new(
                    ErrorKind::Denied,
                    format!("{} can't be linked: {error:#}", component.name()),
                )
                .with_source(error)
            })?;
        let ticks = engine.runtime.ticker.ticks(limits.time);
        let clock = engine.runtime.ticker.clock();
        Ok(Self {
            clock,
            component,
            pre,
            limits,
            ticks,
            definition,
            entries,
            first,
        })
    }

    /// The time at which a call begins, for its limit.
    #[inline]
    pub(crate) fn begin(&self) -> u64 {
        self.clock.begin()
    }

    /// The entry at the place of `F`.
    #[inline]
    pub(crate) fn entry<F: Function>(&self) -> &Entry {
        // Decided while compiling: almost every host has one export.
        let first = match F::EXPORT {
            0 => 0,
            export => self.first[export],
        };
        &self.entries[first + F::INDEX]
    }

    pub(crate) fn function_count(&self) -> usize {
        self.entries.len()
    }

    pub(crate) fn function_name<F: Function>(&self) -> &str {
        &self.definition.exports[F::EXPORT].interface.functions[F::INDEX].name
    }
}

impl<H: Host> Plugin<H> {
    pub(crate) fn new(loaded: Loaded, pool: Option<usize>) -> Self {
        Self {
            loaded: Arc::new(loaded),
            lessor: match pool {
                Some(size) => Lessor::Pool(Arc::new(Pool::new(size))),
                None => Lessor::Fresh,
            },
            host: PhantomData,
        }
    }

    /// One instance, held for calls that belong together: what one call leaves in the guest's memory, the next finds there.
    ///
    /// It has the same methods as the host it comes from; clones of it share the instance. One call at a time runs on it;
    /// others wait, within their limit on time. After a call that fails on the host's side (a trap, a limit) the instance is
    /// gone, and every later call is an error that says so ([`Error::is_session_lost`]). An error that the guest answers
    /// with is an answer like any other.
    ///
    /// # Errors
    ///
    /// The instance can't be made.
    pub fn session(&self) -> Result<H, Error> {
        Ok(H::from_plugin(Self {
            loaded: Arc::clone(&self.loaded),
            lessor: Lessor::Session(Arc::new(Session::new(&self.loaded)?)),
            host: PhantomData,
        }))
    }

    /// The component, as it describes itself.
    #[must_use]
    pub fn component(&self) -> &Component {
        &self.loaded.component
    }

    /// The exported interface of the component that serves the first interface of the host: its name with the version that the
    /// component has, and all its functions, which may be more than the host expects. It prints as WIT.
    ///
    /// # Panics
    ///
    /// Never for a host made by the attribute: loading has checked that the interface is there.
    #[must_use]
    pub fn interface(&self) -> &Interface {
        let expected = self.loaded.definition.exports[0].interface;
        self.loaded
            .component
            .export(&expected.name)
            .expect("loading has checked that the interface is there")
    }

    /// The limits of each call.
    #[must_use]
    pub fn limits(&self) -> &Limits {
        &self.loaded.limits
    }

    /// Calls a function of the interface.
    #[doc(hidden)]
    #[inline]
    pub fn call<F: Function>(&self, params: F::Params<'_>) -> Result<F::Results, Error> {
        let loaded = &*self.loaded;
        // One closure for all three, so that the engine's call has one caller, into which the compiler can inline it.
        let call = |lease: &mut Lease| lease.call::<F>(loaded, params);
        match &self.lessor {
            Lessor::Fresh => call(&mut Lease::new(loaded, loaded.begin())?),
            Lessor::Pool(pool) => pool.with(loaded, call),
            Lessor::Session(session) => session.with(loaded, call),
        }
    }

    /// Calls a function without a result.
    #[doc(hidden)]
    #[inline]
    pub fn call_unit<F: Function<Results = ()>>(&self, params: F::Params<'_>) -> Result<(), Error> {
        self.call::<F>(params)
    }

    /// Calls a function with a result.
    #[doc(hidden)]
    #[inline]
    pub fn call_one<F: Function<Results = (T,)>, T>(
        &self,
        params: F::Params<'_>,
    ) -> Result<T, Error> {
        self.call::<F>(params).map(|(value,)| value)
    }

    /// Calls a function whose result is a `result`.
    #[doc(hidden)]
    #[inline]
    pub fn call_fallible<F: Function<Results = (Result<T, E>,)>, T, E>(
        &self,
        params: F::Params<'_>,
    ) -> Result<T, CallError<E>> {
        match self.call::<F>(params) {
            Ok((result,)) => result.map_err(CallError::Guest),
            Err(error) => Err(CallError::Host(error)),
        }
    }
}

impl<H> Clone for Plugin<H> {
    fn clone(&self) -> Self {
        Self {
            loaded: Arc::clone(&self.loaded),
            lessor: self.lessor.clone(),
            host: PhantomData,
        }
    }
}

impl<H> fmt::Debug for Plugin<H> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let instances = match &self.lessor {
            Lessor::Fresh => "fresh for each call",
            Lessor::Pool(_) => "from a pool",
            Lessor::Session(_) => "one, held",
        };
        f.debug_struct("Plugin")
            .field("component", &self.loaded.component.name())
            .field("instances", &instances)
            .finish_non_exhaustive()
    }
}

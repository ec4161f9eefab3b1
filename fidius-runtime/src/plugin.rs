use std::any::TypeId;
use std::fmt;
use std::marker::PhantomData;
use std::ptr;
use std::sync::Arc;

use fidius_wit::Interface;
use wasmtime::component::{Func, InstancePre, TypedFunc};

use crate::conventions::Carriers;
#[cfg(feature = "bincode")]
use crate::conventions::{self, HostInterfaces};
use crate::definition::{Definition, Entry, Function, NO_INTERFACE};
use crate::handles::{Lifting, Lowering, Route};
use crate::imports::nested;
use crate::imports::{self, Linking, Object, Offer};
use crate::instances::{Lease, Owner, Pool, Session, StoreData};
use crate::table::Table;
use crate::ticker::Clock;
use crate::{CallError, Component, Error, ErrorKind, Host, Limits};

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
    pub(crate) definition: &'static Definition,
    pub(crate) table: Table,
    pub(crate) carriers: Carriers,
    imports: Option<Offer>,
}

/// How a plugin is to be loaded, beyond what its host says.
#[derive(Default)]
pub(crate) struct Settings {
    pub(crate) limits: Limits,
    pub(crate) imports: Option<Offer>,
    #[cfg(feature = "bincode")]
    pub(crate) host_interfaces: Option<Arc<HostInterfaces>>,
    pub(crate) config: Option<Vec<u8>>,
    pub(crate) guest_hash: Option<u64>,
    /// Interfaces that are known only now, for hosts without any of their own.
    pub(crate) expected: Vec<Interface>,
    /// The functions that are raw, beyond those that the host says are.
    pub(crate) raw: Vec<String>,
}

impl Loaded {
    pub(crate) fn new(
        component: Component,
        definition: &'static Definition,
        settings: Settings,
    ) -> Result<Self, Error> {
        let Settings {
            limits,
            imports,
            config,
            guest_hash,
            expected,
            raw,
            ..
        } = settings;
        #[cfg(feature = "bincode")]
        let host_interfaces = settings.host_interfaces;
        #[cfg(feature = "bincode")]
        let further = host_interfaces.as_ref().map(|_| conventions::offered());
        #[cfg(not(feature = "bincode"))]
        let further: Option<Interface> = None;

        let table = if definition.is_open {
            Table::found(&component, expected)
        } else {
            Table::expected(&component, definition)
        };
        let provided = imports::check(&component, definition, further.as_ref());
        let mut table = match (table, provided) {
            (Ok(table), Ok(())) => table,
            // All that keeps the component from being loaded, at once.
            (Err(misfit), Err(unmet)) if misfit.is_mismatch() => {
                return Err(Error::new(misfit.kind(), format!("{misfit}\n{unmet}"))
                    .with_differences(misfit.differences().to_vec()));
            }
            (Err(error), _) | (_, Err(error)) => return Err(error),
        };
        table.set_raw(&component, &raw)?;
        let guest_hash = guest_hash.or(definition.guest_hash);
        let carriers = Carriers::new(&component, &table, config, guest_hash)?;

        let mut linking = None;
        if let Some(offer) = &imports {
            (offer.link)(linking.get_or_insert_with(|| Linking::new(&component)))?;
        }
        #[cfg(feature = "bincode")]
        if let Some(interfaces) = host_interfaces {
            let linking = linking.get_or_insert_with(|| Linking::new(&component));
            conventions::link(linking, interfaces)?;
        }
        let pre = match linking {
            None => component.engine().linker.instantiate_pre(component.inner()),
            Some(linking) => linking.into_linker().instantiate_pre(component.inner()),
        };
        let pre = pre.map_err(|error| {
            Error::new(
                ErrorKind::Denied,
                format!("{} can't be linked: {error:#}", component.name()),
            )
            .with_source(error)
        })?;
        let ticker = &component.engine().runtime.ticker;
        let ticks = ticker.ticks(limits.time);
        let clock = ticker.clock();
        Ok(Self {
            clock,
            component,
            pre,
            limits,
            ticks,
            definition,
            table,
            carriers,
            imports,
        })
    }

    /// What tells it from all other plugins that exist.
    pub(crate) fn address(&self) -> usize {
        ptr::from_ref(self).addr()
    }

    /// The time at which a call begins, for its limit.
    #[inline]
    pub(crate) fn begin(&self) -> u64 {
        self.clock.begin()
    }

    /// The object of the user's behind the imports of a new instance.
    pub(crate) fn make_imports(&self) -> Result<Option<Object>, Error> {
        self.imports
            .as_ref()
            .map(|offer| offer.objects.make(&self.component))
            .transpose()
    }

    /// The function `F`.
    ///
    /// # Errors
    ///
    /// It is optional, and the component does not have it.
    ///
    /// # Panics
    ///
    /// It is there, and another was checked in its place: generated code and the definition it was loaded with disagree.
    #[inline]
    pub(crate) fn function<F: Function>(&self) -> Result<Checked<'_, F>, Error> {
        let entry = self.table.entry(F::EXPORT, F::INDEX);
        if entry.checked == TypeId::of::<F>() {
            Ok(Checked {
                plugin: self,
                entry,
                function: PhantomData,
            })
        } else {
            Err(self.not_checked(entry))
        }
    }

    /// The error for a function that was not checked, because the component does not have it.
    #[cold]
    fn not_checked(&self, entry: &Entry) -> Error {
        assert!(
            entry.index.is_none(),
            "the function was checked for the types that it is called with"
        );
        self.missing(entry.place)
    }

    /// The error for an optional function that the component does not have.
    #[cold]
    pub(crate) fn missing(&self, place: usize) -> Error {
        let row = self.table.row(place);
        Error::new(
            ErrorKind::Missing,
            format!(
                "{} does not have the optional function `{}` of `{}`; ask for it with `plugin().has(…)`",
                self.component.name(),
                row.function.label(),
                row.export.interface.name
            ),
        )
    }

    pub(crate) fn function_count(&self) -> usize {
        self.table.len()
    }

    /// The place of a function among all.
    pub(crate) fn place<F: Function>(&self) -> usize {
        self.table.entry(F::EXPORT, F::INDEX).place
    }

    /// The name of the function at this place among all.
    pub(crate) fn name_of(&self, place: usize) -> String {
        self.table.row(place).function.label()
    }

    /// What [`Plugin::has`] says.
    fn has(&self, wanted: &str) -> bool {
        let mut exports = self.table.exports().iter();
        exports.any(|export| export.served.is_some() && export.is_named(wanted))
            || self.table.has(wanted)
    }
}

/// A function that the component has, with the Rust types of `F`.
pub(crate) struct Checked<'a, F> {
    plugin: &'a Loaded,
    entry: &'a Entry,
    function: PhantomData<fn() -> F>,
}

impl<F> Clone for Checked<'_, F> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<F> Copy for Checked<'_, F> {}

impl<'a, F: Function> Checked<'a, F> {
    #[inline]
    pub(crate) fn entry(self) -> &'a Entry {
        self.entry
    }

    pub(crate) fn name(&self) -> String {
        self.plugin.name_of(self.entry.place)
    }

    /// The function in an instance, `found` there under the entry's index.
    #[inline]
    pub(crate) fn typed<'p>(self, found: Func) -> TypedFunc<F::Params<'p>, F::Results> {
        // SAFETY: the engine has compared the types of `F` with this component's function at load (`Checker::function` makes
        // entries with an index only after that), and `Loaded::function` makes this only where the entry is the one made for `F`.
        // The lifetime in `F::Params` has no part in what the engine compares.
        unsafe { TypedFunc::new_unchecked(found) }
    }
}

impl<H: Host> Plugin<H> {
    pub(crate) fn new(loaded: Loaded, pool: Option<usize>) -> Result<Self, Error> {
        let plugin = Self {
            loaded: Arc::new(loaded),
            lessor: match pool {
                Some(size) => Lessor::Pool(Arc::new(Pool::new(size))),
                None => Lessor::Fresh,
            },
            host: PhantomData,
        };
        let carriers = &plugin.loaded.carriers;
        if carriers.must_be_tried() {
            plugin.with(|lease| carriers.check_hash(lease))?;
        }
        Ok(plugin)
    }

    pub(crate) fn loaded(&self) -> &Arc<Loaded> {
        &self.loaded
    }

    /// Where a call of the function at this place goes, before any handles are shown.
    pub(crate) fn route_of(&self, function: usize) -> Route {
        match &self.lessor {
            Lessor::Session(session) => Route::to_session(session, function),
            Lessor::Fresh | Lessor::Pool(_) => Route::to_plugin(&self.loaded, function),
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
            lessor: Lessor::Session(Session::new(&self.loaded)?),
            host: PhantomData,
        }))
    }

    /// The component, as it describes itself.
    #[must_use]
    pub fn component(&self) -> &Component {
        &self.loaded.component
    }

    /// The first of the [`interfaces`](Self::interfaces). Without one it is an interface of nothing.
    #[must_use]
    pub fn interface(&self) -> &Interface {
        self.interfaces().next().unwrap_or(&NO_INTERFACE)
    }

    /// The exported interfaces of the component that serve those of the host, in the host's order: their names with the version
    /// that the component has, and all their functions, which may be more than the host expects. They print as WIT. Functions
    /// that the component exports by themselves are an interface with the name of the host's world; what is optional and not
    /// there is left out.
    pub fn interfaces(&self) -> impl Iterator<Item = &Interface> {
        let exports = self.loaded.table.exports().iter();
        exports.filter_map(|export| export.served.as_ref())
    }

    /// Whether the component has a function that the host knows, or an interface of them. For what is optional: all else is
    /// there, or the plugin would not have been loaded.
    ///
    /// A function is meant by its WIT name, alone or after its interface's and a dot or `#`: `"find"`, `"store.find"`,
    /// `"my:app/store.find"`, `"my:app/store@1.0.0#find"`; a method is `"bucket.get"`, and what makes
    /// one `"bucket.constructor"`. An interface is meant by its name:
    /// `"store"`, `"my:app/store"`, `"my:app/store@1.0.0"`. The version is that of the host's WIT. Functions that the world exports
    /// by themselves count as those of an interface that is named for the world.
    ///
    /// `false` for what the host does not know.
    #[must_use]
    pub fn has(&self, function: &str) -> bool {
        self.loaded.has(function)
    }

    /// The limits of each call.
    #[must_use]
    pub fn limits(&self) -> &Limits {
        &self.loaded.limits
    }

    /// Calls a function without handles.
    #[doc(hidden)]
    #[inline]
    pub fn call_typed<F: Function>(&self, params: F::Params<'_>) -> Result<F::Results, Error> {
        let function = self.loaded.function::<F>()?;
        self.with(|lease| lease.call(function, params))
    }

    /// Runs `call` on an instance.
    ///
    /// There is one closure for all three ways to an instance, so that the engine's call has one caller, into which the compiler can
    /// inline it.
    #[inline]
    pub(crate) fn with<R>(
        &self,
        call: impl FnOnce(&mut Lease) -> Result<R, Error>,
    ) -> Result<R, Error> {
        let loaded = &self.loaded;
        match &self.lessor {
            Lessor::Fresh => call(&mut fresh(loaded)?),
            Lessor::Pool(pool) => pool.with(loaded, call),
            Lessor::Session(session) => session.with(loaded, call),
        }
    }

    /// Where a call with these handles goes, before any are [shown](Route::add).
    #[doc(hidden)]
    pub fn route<F: Function>(&self) -> Route {
        self.route_of(self.loaded.place::<F>())
    }

    /// Calls a function with handles among its arguments, all of them shown to `route`, or in its result: `lower` makes the
    /// arguments, `lift` takes the results.
    #[doc(hidden)]
    pub fn call_routed<'p, F: Function, T>(
        &self,
        route: Route,
        lower: impl FnOnce(&mut Lowering<'_>) -> Result<F::Params<'p>, Error>,
        lift: impl FnOnce(F::Results, &mut Lifting<'_, 'static>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let function = self.loaded.function::<F>()?;
        self.with_handles(&route, |lease, owner| {
            lease.call_handles(function, owner, lower, lift)
        })
    }

    /// Runs `call`, which may give out handles, on the instance that the route leads to, or on any.
    pub(crate) fn with_handles<R>(
        &self,
        route: &Route,
        call: impl FnOnce(&mut Lease, Owner<'_>) -> Result<R, Error>,
    ) -> Result<R, Error> {
        let loaded = &self.loaded;
        if let Some(session) = route.session() {
            return session.with(loaded, |lease| call(lease, Owner::Session(session)));
        }
        if let Lessor::Pool(pool) = &self.lessor {
            return pool.with_handles(loaded, call);
        }
        let mut lease = fresh(loaded)?;
        let mut session = None;
        let result = call(&mut lease, Owner::New(&mut session))?;
        if let Some(session) = session {
            session.occupy(lease, None);
        }
        Ok(result)
    }

    /// Calls a function without a result.
    #[doc(hidden)]
    #[inline]
    pub fn call_unit<F: Function<Results = ()>>(&self, params: F::Params<'_>) -> Result<(), Error> {
        self.call_typed::<F>(params)
    }

    /// Calls a function with a result.
    #[doc(hidden)]
    #[inline]
    pub fn call_one<F: Function<Results = (T,)>, T>(
        &self,
        params: F::Params<'_>,
    ) -> Result<T, Error> {
        self.call_typed::<F>(params).map(|(value,)| value)
    }

    /// Calls a function whose result is a `result`.
    #[doc(hidden)]
    #[inline]
    pub fn call_fallible<F: Function<Results = (Result<T, E>,)>, T, E>(
        &self,
        params: F::Params<'_>,
    ) -> Result<T, CallError<E>> {
        match self.call_typed::<F>(params) {
            Ok((result,)) => result.map_err(CallError::Guest),
            Err(error) => Err(CallError::Host(error)),
        }
    }
}

/// An instance for one call.
#[inline]
fn fresh(plugin: &Arc<Loaded>) -> Result<Lease, Error> {
    let ticks = nested::ticks(plugin)?;
    Lease::new(plugin, plugin.begin(), ticks)
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

use std::any::TypeId;
use std::fmt;
use std::marker::PhantomData;
use std::ptr;
use std::sync::{Arc, OnceLock};

use fidius_wit::Interface;
use wasmtime::component::{Func, InstancePre, TypedFunc};

use crate::conventions::Carriers;
use crate::counters::Failures;
use crate::definition::{Definition, Entry, Function, NO_INTERFACE};
use crate::handles::{Lifting, Lowering, Route};
use crate::imports::{self, Given, Object};
use crate::instances::{
    Call, CallLimits, Gate, Held, Lease, Mode, Owner, Pool, Queue, Session, Spares, StoreData, now,
};
use crate::park::park;
use crate::runtime::RuntimeInner;
use crate::table::Table;
use crate::ticker::Clock;
use crate::{CallError, Component, Counters, Error, ErrorKind, Host, Limits, PoolSettings};

/// A loaded plugin: the handle under a host struct.
///
/// It is cheap to clone, and clones stand for the same plugin. `H` is the host struct, which has the typed methods.
pub struct Plugin<H> {
    loaded: Arc<Loaded>,
    lessor: Lessor,
    /// Those of the calls of this handle, where they are not the plugin's.
    limits: Option<Arc<CallLimits>>,
    host: PhantomData<fn() -> H>,
}

/// Where the instance of a call comes from.
#[derive(Clone)]
enum Lessor {
    Fresh,
    Spares(Arc<Spares>),
    Pool(Arc<Pool>),
    Session(Arc<Session>),
}

/// What to keep for calls to come.
#[derive(Clone, Debug, Default)]
pub(crate) enum Isolation {
    /// Nothing: each call has an instance of its own, made when it begins.
    #[default]
    Fresh,
    /// Each call has an instance of its own, and so many are made ahead.
    Spares(usize),
    /// Instances that have served calls.
    Pool(PoolSettings),
}

/// What all handles of one plugin share.
pub(crate) struct Loaded {
    pub(crate) component: Component,
    /// For calls that block.
    pre: InstancePre<StoreData>,
    /// For async calls, where they need instances of another kind: made for the first of them.
    pre_async: OnceLock<InstancePre<StoreData>>,
    /// Whether the component imports anything that may have it wait.
    waits: bool,
    /// Whether blocking calls too make instances that async calls can use: the host's own methods are async, or guests may need
    /// more of a stack than a thread can be expected to have.
    is_async: bool,
    pub(crate) limits: Arc<CallLimits>,
    /// How many instances are alive.
    pub(crate) gate: Gate,
    /// The calls that wait for an instance of a pool, or of a session.
    pub(crate) queue: Queue,
    /// Calls that have leave of the plugin to have an instance, and wait for the runtime's.
    pub(crate) queue_for_runtime: Queue,
    pub(crate) clock: Arc<Clock>,
    /// Whether its engine meters fuel.
    pub(crate) is_metered: bool,
    pub(crate) definition: &'static Definition,
    pub(crate) table: Table,
    pub(crate) carriers: Carriers,
    pub(crate) failures: Failures,
    given: Given,
}

/// How a plugin is to be loaded, beyond what its host says.
#[derive(Default)]
pub(crate) struct Settings {
    /// `None` for those of the runtime.
    pub(crate) limits: Option<Limits>,
    pub(crate) given: Given,
    pub(crate) config: Option<Vec<u8>>,
    pub(crate) guest_hash: Option<u64>,
    /// Interfaces that are known only now, for hosts without any of their own.
    pub(crate) expected: Vec<Interface>,
    /// The functions that are raw, beyond those that the host says are.
    pub(crate) raw: Vec<String>,
    /// The functions that read a stream by the convention of fidius 0.5, beyond those that the host says do.
    pub(crate) client_streams: Vec<String>,
}

impl Loaded {
    pub(crate) fn new(
        component: Component,
        definition: &'static Definition,
        is_async: bool,
        settings: Settings,
    ) -> Result<Self, Error> {
        let Settings {
            limits,
            given,
            config,
            guest_hash,
            expected,
            raw,
            client_streams,
        } = settings;
        let further = given.further(&component);

        let table = if definition.is_open {
            Table::found(&component, expected)
        } else {
            Table::expected(&component, definition)
        };
        let provided = imports::check(&component, definition, &further);
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
        table.set_client_streams(&component, &client_streams)?;
        let guest_hash = guest_hash.or(definition.guest_hash);
        let carriers = Carriers::new(&component, &table, config, guest_hash)?;

        let pre = given.link(&component, Mode::Blocking)?;
        let waits = given.waits(&component);
        let runtime = &component.engine().runtime;
        let limits = limits.unwrap_or_else(|| runtime.limits.clone());
        limits.check_within(&runtime.limits)?;
        let gate = Gate::new(limits.instances, limits.queue);
        let queue = Queue::new(limits.queue);
        // How many may be in it is the runtime's business.
        let queue_for_runtime = Queue::new(u32::MAX);
        let is_metered = runtime.limits.fuel.is_some();
        let is_deep = runtime.limits.wasm_stack > Limits::default().wasm_stack;
        let clock = runtime.ticker.clock();
        Ok(Self {
            limits: Arc::new(CallLimits::new(limits, &runtime.ticker)),
            gate,
            queue,
            queue_for_runtime,
            clock,
            is_metered,
            pre,
            pre_async: OnceLock::new(),
            waits,
            is_async: (is_async && waits) || is_deep || component.needs_concurrency(),
            definition,
            table,
            carriers,
            failures: Failures::default(),
            given,
            component,
        })
    }

    /// Of which kind an instance for such a call is.
    #[inline]
    pub(crate) fn kind(&self, mode: Mode) -> Mode {
        match mode {
            Mode::Blocking if self.is_async => Mode::Async,
            Mode::Async if !self.waits && !self.is_async => Mode::Blocking,
            mode => mode,
        }
    }

    /// The component with all that instances of this kind import.
    #[inline]
    pub(crate) fn pre(&self, kind: Mode) -> Result<&InstancePre<StoreData>, Error> {
        match kind {
            Mode::Blocking => Ok(&self.pre),
            Mode::Async => match self.pre_async.get() {
                Some(pre) => Ok(pre),
                None => {
                    let pre = self.given.link(&self.component, kind)?;
                    Ok(self.pre_async.get_or_init(|| pre))
                }
            },
        }
    }

    pub(crate) fn runtime(&self) -> &RuntimeInner {
        &self.component.engine().runtime
    }

    /// What tells it from all other plugins that exist.
    pub(crate) fn address(&self) -> usize {
        ptr::from_ref(self).addr()
    }

    /// The object of the user's behind the imports of a new instance.
    pub(crate) fn make_imports(&self) -> Result<Option<Object>, Error> {
        self.given.make_object(&self.component)
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
    pub(crate) fn new(loaded: Loaded, isolation: &Isolation) -> Result<Self, Error> {
        let loaded = Arc::new(loaded);
        let plugin = Self {
            lessor: match isolation {
                Isolation::Fresh => Lessor::Fresh,
                Isolation::Spares(size) => Lessor::Spares(Arc::new(Spares::new(&loaded, *size))),
                Isolation::Pool(settings) => Lessor::Pool(Arc::new(Pool::new(&loaded, settings))),
            },
            loaded,
            limits: None,
            host: PhantomData,
        };
        let carriers = &plugin.loaded.carriers;
        if carriers.must_be_tried() {
            plugin.with(|lease| now(carriers.check_hash(lease, Mode::Blocking)))?;
        }
        Ok(plugin)
    }

    /// A call of this handle.
    #[inline]
    pub(crate) fn call_of(&self) -> Call<'_> {
        Call {
            plugin: &self.loaded,
            limits: self.limits.as_ref().unwrap_or(&self.loaded.limits),
        }
    }

    /// The same plugin, with its instances wherever they are from, with other limits for the calls that are made through what this
    /// returns: for a single call, or for some.
    ///
    /// Nothing is loaded again, and it costs next to nothing. `wasm_stack`, `instances` and `queue` stay those of the plugin.
    /// Calls on handles of resources have the plugin's own limits.
    ///
    /// ```
    /// use std::time::Duration;
    /// use fidius::{Dynamic, Limits};
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../guests/built/greeter.wasm");
    /// let greeter = Dynamic::load(file)?;
    /// let quick = greeter.with_limits(Limits {
    ///     time: Duration::from_millis(50),
    ///     ..greeter.limits().clone()
    /// })?;
    /// let greeting: String = quick.call("greet", "world")?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// The runtime allows less: of memory, or it does not meter fuel.
    pub fn with_limits(&self, limits: Limits) -> Result<H, Error> {
        let runtime = self.loaded.runtime();
        limits.check_within(&runtime.limits)?;
        Ok(H::from_plugin(Self {
            limits: Some(Arc::new(CallLimits::new(limits, &runtime.ticker))),
            ..self.clone()
        }))
    }

    /// What the plugin's instances and failures add up to by now.
    #[must_use]
    pub fn counters(&self) -> Counters {
        let (spares, used) = match &self.lessor {
            Lessor::Spares(spares) => spares.count(),
            Lessor::Fresh | Lessor::Pool(_) | Lessor::Session(_) => (0, 0),
        };
        let gate = &self.loaded.gate;
        let for_runtime = self.loaded.queue_for_runtime.len();
        let waiting = gate.waiting() + self.loaded.queue.len() + for_runtime;
        let instances = gate.alive().saturating_sub(for_runtime) + spares + used;
        self.loaded.failures.counters(instances, waiting, spares)
    }

    pub(crate) fn loaded(&self) -> &Arc<Loaded> {
        &self.loaded
    }

    /// Where a call of the function at this place goes, before any handles are shown.
    pub(crate) fn route_of(&self, function: usize) -> Route {
        match &self.lessor {
            Lessor::Session(session) => Route::to_session(session, function),
            Lessor::Fresh | Lessor::Spares(_) | Lessor::Pool(_) => {
                Route::to_plugin(&self.loaded, function)
            }
        }
    }

    /// One instance, held for calls that belong together: what one call leaves in the guest's memory, the next finds there.
    ///
    /// It has the same methods as the host it comes from; clones of it share the instance. One call at a time runs on it, but for
    /// functions that are `async` in the WIT, of which several may be under way; others wait, within their limit on time. After a call that fails on the host's side (a trap, a limit) the instance is
    /// gone, and every later call is an error that says so ([`Error::is_session_lost`]). An error that the guest answers
    /// with is an answer like any other.
    ///
    /// # Errors
    ///
    /// The instance can't be made.
    pub fn session(&self) -> Result<H, Error> {
        let session = now(Session::new(self.call_of(), Mode::Blocking))?;
        Ok(self.over(session))
    }

    /// The same without blocking the thread while the instance is made, and for async calls: on the instance of a
    /// [`session`](Self::session) they are refused ([`Error::is_wrong_mode`]) where the guest could block the thread while it
    /// waits, unless the host says `async` in its attribute. Blocking calls can be made on it too.
    ///
    /// ```
    /// # use fidius::Dynamic;
    /// # async fn doc(plugin: Dynamic) -> Result<(), Box<dyn std::error::Error>> {
    /// let session = plugin.session_async().await?;
    /// let greeting: String = session.call_async("greet", "world").await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// The instance can't be made.
    #[expect(clippy::manual_async_fn, reason = "the future is `Send`, and says so")]
    pub fn session_async(&self) -> impl Future<Output = Result<H, Error>> + Send + use<'_, H> {
        async move {
            let session = Session::new(self.call_of(), Mode::Async).await?;
            Ok(self.over(session))
        }
    }

    /// The host over an instance that is held.
    fn over(&self, session: Arc<Session>) -> H {
        H::from_plugin(Self {
            loaded: Arc::clone(&self.loaded),
            lessor: Lessor::Session(session),
            limits: self.limits.clone(),
            host: PhantomData,
        })
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

    /// The limits of each call that is made through this handle.
    #[must_use]
    pub fn limits(&self) -> &Limits {
        &self.call_of().limits.limits
    }

    /// Calls a function without handles.
    #[doc(hidden)]
    #[inline]
    pub fn call_typed<F: Function>(&self, params: F::Params<'_>) -> Result<F::Results, Error> {
        let function = self.loaded.function::<F>()?;
        self.with(|lease| lease.call(function, params))
    }

    /// The same, without blocking the thread.
    #[expect(clippy::manual_async_fn, reason = "the future is `Send`, and says so")]
    #[doc(hidden)]
    pub fn call_typed_async<'a, F: Function>(
        &'a self,
        params: F::Params<'a>,
    ) -> impl Future<Output = Result<F::Results, Error>> + Send + use<'a, F, H> {
        async move {
            let function = self.loaded.function::<F>()?;
            let mut held = self.hold().await?;
            let result = held.lease().call_async(function, params).await;
            held.finish(&result, None);
            self.loaded.failures.note(result)
        }
    }

    /// Runs `run` on an instance.
    ///
    /// There is one closure for all ways to an instance, so that the engine's call has one caller, into which the compiler can
    /// inline it.
    #[inline]
    pub(crate) fn with<R>(
        &self,
        run: impl FnOnce(&mut Lease) -> Result<R, Error>,
    ) -> Result<R, Error> {
        let call = self.call_of();
        let result = match &self.lessor {
            Lessor::Fresh => fresh(call).and_then(|mut lease| run(&mut lease)),
            Lessor::Spares(spares) => spares.with(call, run),
            Lessor::Pool(pool) => pool.with(call, run),
            Lessor::Session(session) => session.with(call, run),
        };
        self.loaded.failures.note(result)
    }

    /// An instance for a future.
    pub(crate) async fn hold(&self) -> Result<Held<'_>, Error> {
        let call = self.call_of();
        let held = match &self.lessor {
            Lessor::Fresh => fresh_async(call).await.map(Held::fresh),
            Lessor::Spares(spares) => spares.hold(call).await,
            Lessor::Pool(pool) => pool.hold(call).await,
            Lessor::Session(session) => session.hold(call).await,
        };
        self.loaded.failures.note_error(held)
    }

    /// The instance that the route leads to, or any, for a future.
    pub(crate) async fn hold_routed<'a>(&'a self, route: &'a Route) -> Result<Held<'a>, Error> {
        match route.session() {
            Some(session) => {
                let held = session.hold(self.call_of()).await;
                self.loaded.failures.note_error(held)
            }
            None => self.hold().await,
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

    /// The same, without blocking the thread.
    #[expect(clippy::manual_async_fn, reason = "the future is `Send`, and says so")]
    #[doc(hidden)]
    pub fn call_routed_async<'a, 'p: 'a, F: Function, T: Send>(
        &'a self,
        route: Route,
        lower: impl FnOnce(&mut Lowering<'_>) -> Result<F::Params<'p>, Error> + Send + 'a,
        lift: impl FnOnce(F::Results, &mut Lifting<'_, 'static>) -> Result<T, Error> + Send + 'a,
    ) -> impl Future<Output = Result<T, Error>> + Send {
        async move {
            let function = self.loaded.function::<F>()?;
            let mut held = self.hold_routed(&route).await?;
            let mut session = None;
            let owner = match route.session() {
                Some(session) => Owner::Session(session),
                None => Owner::New(&mut session),
            };
            let result = held
                .lease()
                .call_handles_async(function, owner, lower, lift)
                .await;
            held.finish(&result, session);
            self.loaded.failures.note(result)
        }
    }

    /// Calls a function that the guest may run beside others, or that has streams among its arguments or in its result: all handles among
    /// the arguments have been shown to `route`; `lower` makes the arguments, `lift` takes the results.
    #[doc(hidden)]
    pub fn call_concurrent<F: Function, T: Send + 'static>(
        &self,
        route: Route,
        lower: impl FnOnce(&mut Lowering<'_>) -> Result<F::Params<'static>, Error> + Send + 'static,
        lift: impl FnOnce(F::Results, &mut Lifting<'_, 'static>) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        if self.has_it_alone::<F>(&route) {
            return self.call_routed::<F, T>(route, lower, lift);
        }
        if let Some(session) = self.session_of(&route) {
            session.may_block()?;
        }
        parked(self.call_concurrent_async::<F, T>(route, lower, lift))
    }

    /// The same, without blocking the thread.
    #[expect(clippy::manual_async_fn, reason = "the future is `Send`, and says so")]
    #[doc(hidden)]
    pub fn call_concurrent_async<F: Function, T: Send + 'static>(
        &self,
        route: Route,
        lower: impl FnOnce(&mut Lowering<'_>) -> Result<F::Params<'static>, Error> + Send + 'static,
        lift: impl FnOnce(F::Results, &mut Lifting<'_, 'static>) -> Result<T, Error> + Send + 'static,
    ) -> impl Future<Output = Result<T, Error>> + Send {
        async move {
            if self.has_it_alone::<F>(&route) {
                return self.call_routed_async::<F, T>(route, lower, lift).await;
            }
            let call = self.call_of();
            let (session, span) = match self.session_of(&route) {
                Some(session) => (Arc::clone(session), None),
                None => {
                    let mut held = self.hold().await?;
                    let span = held.lease().span();
                    let session = Session::vacant(&self.loaded);
                    held.finish(&Ok::<(), Error>(()), Some(Arc::clone(&session)));
                    (session, Some(span))
                }
            };
            let called = session.call_concurrent::<F, T>(call, span, lower, lift);
            let result = called.await;
            self.loaded.failures.note(result)
        }
    }

    /// Whether a call has its instance for itself, and is over when it returns.
    fn has_it_alone<F: Function>(&self, route: &Route) -> bool {
        let shape = self.loaded.table.shape(self.loaded.place::<F>());
        self.session_of(route).is_none() && !shape.has_streams
    }

    /// The one instance that a call must go to.
    fn session_of<'r>(&'r self, route: &'r Route) -> Option<&'r Arc<Session>> {
        route.session().or(match &self.lessor {
            Lessor::Session(session) => Some(session),
            Lessor::Fresh | Lessor::Spares(_) | Lessor::Pool(_) => None,
        })
    }

    /// Runs `run`, which may give out handles, on the instance that the route leads to, or on any.
    pub(crate) fn with_handles<R>(
        &self,
        route: &Route,
        run: impl FnOnce(&mut Lease, Owner<'_>) -> Result<R, Error>,
    ) -> Result<R, Error> {
        let call = self.call_of();
        let result = match (route.session(), &self.lessor) {
            (Some(session), _) => session.with(call, |lease| run(lease, Owner::Session(session))),
            (None, Lessor::Pool(pool)) => pool.with_handles(call, run),
            (None, Lessor::Spares(spares)) => spares.with_handles(call, run),
            (None, Lessor::Fresh | Lessor::Session(_)) => fresh(call).and_then(|mut lease| {
                let mut session = None;
                let result = run(&mut lease, Owner::New(&mut session))?;
                if let Some(session) = session {
                    session.occupy(Box::new(lease), None);
                }
                Ok(result)
            }),
        };
        self.loaded.failures.note(result)
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

    /// Calls a function without a result, without blocking the thread.
    #[doc(hidden)]
    pub fn call_unit_async<'a, F: Function<Results = ()>>(
        &'a self,
        params: F::Params<'a>,
    ) -> impl Future<Output = Result<(), Error>> + Send + use<'a, F, H> {
        self.call_typed_async::<F>(params)
    }

    /// Calls a function with a result, without blocking the thread.
    #[expect(clippy::manual_async_fn, reason = "the future is `Send`, and says so")]
    #[doc(hidden)]
    pub fn call_one_async<'a, F: Function<Results = (T,)>, T: Send>(
        &'a self,
        params: F::Params<'a>,
    ) -> impl Future<Output = Result<T, Error>> + Send + use<'a, F, T, H> {
        async move {
            self.call_typed_async::<F>(params)
                .await
                .map(|(value,)| value)
        }
    }

    /// Calls a function whose result is a `result`, without blocking the thread.
    #[expect(clippy::manual_async_fn, reason = "the future is `Send`, and says so")]
    #[doc(hidden)]
    pub fn call_fallible_async<'a, F: Function<Results = (Result<T, E>,)>, T: Send, E: Send>(
        &'a self,
        params: F::Params<'a>,
    ) -> impl Future<Output = Result<T, CallError<E>>> + Send + use<'a, F, T, E, H> {
        async move {
            match self.call_typed_async::<F>(params).await {
                Ok((result,)) => result.map_err(CallError::Guest),
                Err(error) => Err(CallError::Host(error)),
            }
        }
    }
}

/// Blocks the thread for a call that ends at its limit on time by itself.
pub(crate) fn parked<T>(call: impl Future<Output = Result<T, Error>>) -> Result<T, Error> {
    park(|| None, call).unwrap_or_else(|error| {
        Err(Error::new(
            ErrorKind::Other,
            "the system has no thread for the clock that a call of this kind waits with",
        )
        .with_source(error))
    })
}

/// An instance for one call.
#[inline]
fn fresh(call: Call<'_>) -> Result<Lease, Error> {
    let span = call.begin()?;
    Lease::new_blocking(call, span)
}

/// An instance for one async call.
async fn fresh_async(call: Call<'_>) -> Result<Lease, Error> {
    let span = call.begin()?;
    Lease::new(call, span, Mode::Async).await
}

impl<H> Clone for Plugin<H> {
    fn clone(&self) -> Self {
        Self {
            loaded: Arc::clone(&self.loaded),
            lessor: self.lessor.clone(),
            limits: self.limits.clone(),
            host: PhantomData,
        }
    }
}

impl<H> fmt::Debug for Plugin<H> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let instances = match &self.lessor {
            Lessor::Fresh => "fresh for each call",
            Lessor::Spares(_) => "fresh for each call, some made ahead",
            Lessor::Pool(_) => "from a pool",
            Lessor::Session(_) => "one, held",
        };
        f.debug_struct("Plugin")
            .field("component", &self.loaded.component.name())
            .field("instances", &instances)
            .finish_non_exhaustive()
    }
}

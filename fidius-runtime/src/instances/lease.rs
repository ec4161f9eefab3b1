//! A lease: one store with one instance, held for a call or for longer.

use std::future::poll_fn;
use std::mem;
use std::pin::pin;
use std::sync::Arc;

use wasmtime::component::{
    Access, ComponentExportIndex, ComponentNamedList, Func, Instance, Lift, Lower, ResourceAny,
    TypedFunc,
};
use wasmtime::{AsContextMut as _, Store, StoreContextMut};

use crate::definition::{Entry, Function};
use crate::dynamic::{Answer, Arguments, FlatAnswer, Params, flat_count, wanted};
use crate::failure::{self, During};
use crate::handles::{Direction, Lent, Lifting, Lowering, Passed};
use crate::instances::permit::Permit;
use crate::instances::watch::Watch;
use crate::instances::{Call, Driven, EventLoop, KeptPlace, Mode, Session, Span, StoreData, now};
use crate::park::park;
use crate::plugin::{Checked, Loaded};
use crate::table::Row;
use crate::{Error, ErrorKind, Limits, Value};

pub(crate) struct Lease {
    store: Store<StoreData>,
    instance: Instance,
    /// The functions called so far, by their place among all: looked up once where the instance serves more than one call.
    functions: Vec<Option<Func>>,
    /// How its guest waits for the host. A component that never does has only instances of [`Mode::Blocking`].
    kind: Mode,
    /// For async calls, made with the first.
    watch: Option<Watch>,
    /// Whether a call has failed in a way that leaves the instance in an unknown state.
    broken: bool,
    /// How many calls it has served or begun to.
    calls: u64,
    /// How often it was found idle since its last call.
    idle: u32,
    /// Its place in the pool, where it has come from one for good. These fields are the last, so that the place becomes free when
    /// the instance is gone.
    place: Option<KeptPlace>,
    permit: Permit,
}

/// Who is to own an instance that gives out resources.
pub(crate) enum Owner<'a> {
    /// The session that it is in.
    Session(&'a Arc<Session>),
    /// A session that is made for it when it gives out the first one.
    New(&'a mut Option<Arc<Session>>),
}

impl Owner<'_> {
    /// The session, which has no instance yet where it is new.
    pub(crate) fn session(&mut self, plugin: &Arc<Loaded>) -> &Arc<Session> {
        match self {
            Self::Session(session) => session,
            Self::New(session) => session.get_or_insert_with(|| Session::vacant(plugin)),
        }
    }

    fn known(&self) -> Option<&Arc<Session>> {
        match self {
            Self::Session(session) => Some(session),
            Self::New(session) => session.as_ref(),
        }
    }
}

impl Lease {
    /// Makes an instance for a blocking call.
    ///
    /// It is what [`new`](Self::new) does, without a future where nothing has to wait: a future costs a good part of what is done here
    /// beside the engine's work.
    #[inline]
    pub(crate) fn new_blocking(call: Call<'_>, span: Span) -> Result<Self, Error> {
        let plugin = call.plugin;
        let permit = Permit::take_blocking(call, span)?;
        if plugin.kind(Mode::Blocking) == Mode::Async || plugin.carriers.configures() {
            return Self::permitted_blocking(permit, call, span);
        }
        let pre = plugin.pre(Mode::Blocking)?;
        let mut store = store(call, span, Mode::Blocking, Mode::Blocking)?;
        let instance = pre.instantiate(&mut store);
        let mut lease = Self::of(store, instance, Mode::Blocking, None, permit)?;
        lease.is_made();
        Ok(lease)
    }

    #[cold]
    fn permitted_blocking(permit: Permit, call: Call<'_>, span: Span) -> Result<Self, Error> {
        now(Self::permitted(permit, call, span, Mode::Blocking))
    }

    /// Makes an instance for a call.
    #[inline]
    pub(crate) async fn new(call: Call<'_>, span: Span, mode: Mode) -> Result<Self, Error> {
        let permit = Permit::take(call, span, mode).await?;
        Self::permitted(permit, call, span, mode).await
    }

    /// Makes an instance for which there is leave.
    #[inline]
    pub(crate) async fn permitted(
        permit: Permit,
        call: Call<'_>,
        span: Span,
        mode: Mode,
    ) -> Result<Self, Error> {
        let plugin = call.plugin;
        let kind = plugin.kind(mode);
        let pre = plugin.pre(kind)?;
        let mut store = store(call, span, mode, kind)?;
        let clock = &plugin.clock;
        let mut watch = None;
        let instance = match (mode, kind) {
            (Mode::Blocking, Mode::Blocking) => pre.instantiate(&mut store),
            (Mode::Blocking, Mode::Async) => {
                let watch = watch.insert(Watch::new(store.data_mut()));
                let made = pin!(pre.instantiate_async(&mut store));
                park(|| None, watch.limit(clock, span, made)).flatten()
            }
            (Mode::Async, _) => {
                let watch = watch.insert(Watch::new(store.data_mut()));
                let made = pin!(pre.instantiate_async(&mut store));
                watch.limit(clock, span, made).await
            }
        };
        let mut lease = Self::of(store, instance, kind, watch, permit)?;
        plugin.carriers.configure(&mut lease, mode).await?;
        lease.is_made();
        Ok(lease)
    }

    /// What the engine has made, or has failed to make.
    #[inline]
    fn of(
        store: Store<StoreData>,
        instance: wasmtime::Result<Instance>,
        kind: Mode,
        watch: Option<Watch>,
        permit: Permit,
    ) -> Result<Self, Error> {
        match instance {
            Ok(instance) => Ok(Self {
                store,
                instance,
                functions: Vec::new(),
                kind,
                watch,
                broken: false,
                calls: 0,
                idle: 0,
                place: None,
                permit,
            }),
            Err(error) => Err(failure::of(error, During::Instantiation, store.data())),
        }
    }

    /// It is ready for its first call.
    #[inline]
    fn is_made(&mut self) {
        // What was refused so far is no reason for what fails later.
        self.store.data_mut().limiter.begin();
        self.calls = 1;
    }

    pub(crate) fn plugin(&self) -> &Arc<Loaded> {
        &self.store.data().plugin
    }

    /// The store, for what is made or taken beside a call.
    pub(crate) fn context(&mut self) -> StoreContextMut<'_, StoreData> {
        self.store.as_context_mut()
    }

    /// What the host keeps with the instance.
    pub(crate) fn data(&mut self) -> &mut StoreData {
        self.store.data_mut()
    }

    /// Whether a call of this kind finds what it needs: what blocks can wait for an instance of either kind.
    #[inline]
    pub(crate) fn serves(&self, mode: Mode) -> bool {
        mode == Mode::Blocking || self.kind == self.plugin().kind(mode)
    }

    /// Whether its guest waits in a way that blocks no thread.
    pub(crate) fn waits(&self) -> bool {
        self.kind == Mode::Async
    }

    /// A further call on an instance that is held.
    #[inline]
    pub(crate) fn begin(&mut self, call: Call<'_>, span: Span, mode: Mode) {
        let plugin = call.plugin;
        if self.functions.is_empty() {
            self.functions.resize(plugin.function_count(), None);
        }
        let data = self.store.data_mut();
        data.begin(span, mode, runs(mode, self.kind));
        if !Arc::ptr_eq(data.call_limits(), call.limits) {
            self.set_limits(call);
        }
        if plugin.is_metered {
            set_fuel(&mut self.store, call.limits.limits.fuel);
        }
        self.store.set_epoch_deadline(1);
        self.calls += 1;
        self.idle = 0;
    }

    /// From now on other limits hold.
    #[cold]
    fn set_limits(&mut self, call: Call<'_>) {
        self.store.data_mut().set_limits(call);
        limit_engine(&mut self.store, call.plugin, &call.limits.limits);
    }

    /// From now on it counts as another one does. Returns how it did before: giving that up wakes others.
    pub(crate) fn set_permit(&mut self, permit: Permit) -> Permit {
        mem::replace(&mut self.permit, permit)
    }

    /// What a call looks up is looked up ahead of it.
    pub(crate) fn find_all(&mut self) {
        let plugin = Arc::clone(self.plugin());
        self.functions.resize(plugin.function_count(), None);
        for row in plugin.table.rows() {
            // What is not there is told by its call.
            let _ = self.find(row.entry);
        }
    }

    /// Drops what it has of the user's, who may expect that to go with the call.
    pub(crate) fn drop_values(&mut self) {
        self.store.data_mut().drop_values();
    }

    /// Bytes of linear memory that the instance has.
    pub(crate) fn memory(&self) -> u64 {
        self.store.data().limiter.memory()
    }

    /// How many calls it has served, or begun to.
    pub(crate) fn calls(&self) -> u64 {
        self.calls
    }

    /// It was found idle once more; returns how often since its last call.
    pub(crate) fn found_idle(&mut self) -> u32 {
        self.idle += 1;
        self.idle
    }

    /// Another caller has it from now on.
    #[inline]
    pub(crate) fn forget_output(&self) {
        self.store.data().forget_output();
    }

    /// Calls a function. After an error the instance must not be used again.
    #[inline]
    pub(crate) fn call<F: Function>(
        &mut self,
        function: Checked<'_, F>,
        params: F::Params<'_>,
    ) -> Result<F::Results, Error> {
        let called = match self.kind {
            Mode::Blocking => self
                .function(function.entry())
                .and_then(|found| function.typed(found).call(&mut self.store, params)),
            Mode::Async => self.call_parked(function, params),
        };
        match called {
            Ok(results) => Ok(results),
            Err(error) => Err(self.failed_typed(function, error)),
        }
    }

    /// The same, without blocking the thread.
    pub(crate) async fn call_async<F: Function>(
        &mut self,
        function: Checked<'_, F>,
        params: F::Params<'_>,
    ) -> Result<F::Results, Error> {
        let called = match self.function(function.entry()) {
            Ok(found) => self.run_async(function.typed(found), params).await,
            Err(error) => Err(error),
        };
        match called {
            Ok(results) => Ok(results),
            Err(error) => Err(self.failed_typed(function, error)),
        }
    }

    /// Blocks the thread while a guest waits that waits as those of async calls do.
    #[cold]
    fn call_parked<F: Function>(
        &mut self,
        function: Checked<'_, F>,
        params: F::Params<'_>,
    ) -> wasmtime::Result<F::Results> {
        let found = self.function(function.entry())?;
        park(|| None, self.run_async(function.typed(found), params))?
    }

    /// Calls a function in whichever way the call is made.
    async fn run<P, R>(
        &mut self,
        mode: Mode,
        function: TypedFunc<P, R>,
        params: P,
    ) -> wasmtime::Result<R>
    where
        P: ComponentNamedList + Lower,
        R: ComponentNamedList + Lift + 'static,
    {
        match (mode, self.kind) {
            (Mode::Blocking, Mode::Blocking) => function.call(&mut self.store, params),
            (Mode::Blocking, Mode::Async) => park(|| None, self.run_async(function, params))?,
            (Mode::Async, _) => self.run_async(function, params).await,
        }
    }

    async fn run_async<P, R>(&mut self, function: TypedFunc<P, R>, params: P) -> wasmtime::Result<R>
    where
        P: ComponentNamedList + Lower,
        R: ComponentNamedList + Lift + 'static,
    {
        let span = self.store.data().deadline.span();
        let watch = match &mut self.watch {
            Some(watch) => watch,
            None => self.watch.insert(Watch::new(self.store.data_mut())),
        };
        let clock = &self.permit.plugin().clock;
        let call = pin!(function.call_async(&mut self.store, params));
        watch.limit(clock, span, call).await
    }

    /// Calls a function whose types are known only now, with arguments that are exact for them. After an error the instance must
    /// not be used again.
    #[inline]
    pub(crate) async fn call_dynamic(
        &mut self,
        mode: Mode,
        row: Row<'_>,
        arguments: Arguments<'_>,
    ) -> Result<Answer, Error> {
        let called = match self.function(row.entry) {
            Ok(found) if row.function.is_async => {
                Box::pin(self.call_flat(mode, row, found, arguments)).await
            }
            Ok(found) => self.call_found(mode, found, arguments).await,
            Err(error) => Err(error),
        };
        match called {
            Ok(answer) => Ok(answer),
            Err(error) => Err(self.failed_dynamic(row, error)),
        }
    }

    /// The same for a function with handles among its arguments, or in its result. After an error the instance must not be used
    /// again if it is [broken](Self::is_broken).
    pub(crate) async fn call_dynamic_handles(
        &mut self,
        mode: Mode,
        row: Row<'_>,
        owner: Owner<'_>,
        arguments: Arguments<'_>,
        handles: &[Passed<'_>],
    ) -> Result<Value, Error> {
        self.check_types(row, arguments, handles)?;
        self.pass(&owner, handles)?;
        let Answer { value, resources } = self.call_dynamic(mode, row, arguments).await?;
        if !resources.handles.is_empty() {
            Lifting::of_results(self.store.as_context_mut(), owner).fill(resources);
        }
        Ok(value)
    }

    /// Gives or lends resources to the guest.
    pub(crate) fn pass(&mut self, owner: &Owner<'_>, handles: &[Passed<'_>]) -> Result<(), Error> {
        let direction = Direction::Export(owner.known());
        let mut lowering = Lowering::new(self.store.as_context_mut(), direction);
        for handle in handles {
            if let Err(error) = lowering.pass(handle) {
                lowering.undo();
                return Err(error);
            }
        }
        lowering.done();
        Ok(())
    }

    /// Refuses handles of other resources than those that are wanted: the engine would end the instance for them.
    pub(crate) fn check_types(
        &mut self,
        row: Row<'_>,
        arguments: Arguments<'_>,
        handles: &[Passed<'_>],
    ) -> Result<(), Error> {
        let (Some(values), false) = (arguments.values(), handles.is_empty()) else {
            return Ok(());
        };
        let Ok(function) = self.function(row.entry) else {
            // The call itself says what is wrong.
            return Ok(());
        };
        let mut all = Vec::with_capacity(handles.len());
        for ((_, ty), value) in function.ty(&self.store).params().zip(values) {
            wanted(&ty, value, &mut all);
        }
        let mut pairs = handles.iter().zip(&all);
        match pairs.find(|(handle, wanted)| **wanted != handle.guest.resource().ty()) {
            Some((handle, _)) => Err(Error::new(
                ErrorKind::InvalidArgument,
                format!(
                    "a resource passed to `{}` of {} is another one than the `{}` that it takes",
                    row.function.label(),
                    self.plugin().component.name(),
                    handle.resource
                ),
            )),
            None => Ok(()),
        }
    }

    /// Calls a function of the conventions of fidius 0.5, with a `list<u8>` or nothing.
    pub(crate) async fn call_carrier(
        &mut self,
        mode: Mode,
        name: &str,
        index: ComponentExportIndex,
        bytes: Option<&[u8]>,
    ) -> Result<Value, Error> {
        let arguments = bytes.map_or(Arguments::Values(&[]), Arguments::Bytes);
        let called = match self.instance.get_func(&mut self.store, index) {
            Some(found) => self.call_found(mode, found, arguments).await,
            None => Err(no_function()),
        };
        match called {
            Ok(answer) => Ok(answer.value),
            Err(error) => Err(self.failed(name, error)),
        }
    }

    async fn call_found(
        &mut self,
        mode: Mode,
        found: Func,
        arguments: Arguments<'_>,
    ) -> wasmtime::Result<Answer> {
        // SAFETY: these types stand for the parameters and the result of every function.
        let typed = unsafe { TypedFunc::<Params<'_>, Answer>::new_unchecked(found) };
        self.run(mode, typed, Params(arguments)).await
    }

    /// The same for an `async` function, which may give more values than others.
    async fn call_flat(
        &mut self,
        mode: Mode,
        row: Row<'_>,
        found: Func,
        arguments: Arguments<'_>,
    ) -> wasmtime::Result<Answer> {
        let count = row.function.result.as_ref().map_or(0, flat_count);
        macro_rules! call {
            ($($count:literal)*) => {
                match count {
                    $($count => self.call_flat_of::<$count>(mode, found, arguments).await,)*
                    // More than fit lie in the guest's memory.
                    _ => self.call_flat_of::<17>(mode, found, arguments).await,
                }
            };
        }
        call!(0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16)
    }

    async fn call_flat_of<const N: usize>(
        &mut self,
        mode: Mode,
        found: Func,
        arguments: Arguments<'_>,
    ) -> wasmtime::Result<Answer> {
        // SAFETY: these types stand for the parameters of every function, and for every result that `N` values stand for.
        let typed = unsafe { TypedFunc::<Params<'_>, FlatAnswer<N>>::new_unchecked(found) };
        let answer = self.run(mode, typed, Params(arguments)).await?;
        Ok(answer.0)
    }

    /// Calls a function with handles among its arguments or in its result. After an error the instance must not be used again
    /// if it is [broken](Self::is_broken).
    #[inline]
    pub(crate) fn call_handles<'p, F: Function, T>(
        &mut self,
        function: Checked<'_, F>,
        owner: Owner<'_>,
        lower: impl FnOnce(&mut Lowering<'_>) -> Result<F::Params<'p>, Error>,
        lift: impl FnOnce(F::Results, &mut Lifting<'_, 'static>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let (params, lent) = self.lower::<F>(&owner, lower)?;
        let results = self.call(function, params);
        self.lift::<F, T>(owner, lent, results, lift)
    }

    /// The same, without blocking the thread.
    pub(crate) async fn call_handles_async<'p, F: Function, T>(
        &mut self,
        function: Checked<'_, F>,
        owner: Owner<'_>,
        lower: impl FnOnce(&mut Lowering<'_>) -> Result<F::Params<'p>, Error>,
        lift: impl FnOnce(F::Results, &mut Lifting<'_, 'static>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let (params, lent) = self.lower::<F>(&owner, lower)?;
        let results = self.call_async(function, params).await;
        self.lift::<F, T>(owner, lent, results, lift)
    }

    #[inline]
    fn lower<'p, F: Function>(
        &mut self,
        owner: &Owner<'_>,
        lower: impl FnOnce(&mut Lowering<'_>) -> Result<F::Params<'p>, Error>,
    ) -> Result<(F::Params<'p>, Lent), Error> {
        let direction = Direction::Export(owner.known());
        let mut lowering = Lowering::new(self.store.as_context_mut(), direction);
        match lower(&mut lowering) {
            Ok(params) => Ok((params, lowering.done())),
            Err(error) => {
                lowering.undo();
                Err(error)
            }
        }
    }

    #[inline]
    fn lift<F: Function, T>(
        &mut self,
        owner: Owner<'_>,
        lent: Lent,
        results: Result<F::Results, Error>,
        lift: impl FnOnce(F::Results, &mut Lifting<'_, 'static>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        lent.take_back(&mut self.store.data_mut().table);
        let mut lifting = Lifting::of_results(self.store.as_context_mut(), owner);
        let lifted = lift(results?, &mut lifting);
        if lifted.is_err() {
            // What else is in the result stays behind in the store.
            self.broken = true;
        }
        lifted
    }

    /// Runs the guest's destructor of a resource. After an error the instance must not be used again.
    pub(crate) async fn drop_resource(
        &mut self,
        mode: Mode,
        resource: ResourceAny,
    ) -> Result<(), Error> {
        let dropped = match (mode, self.kind) {
            (Mode::Blocking, Mode::Blocking) => resource.resource_drop(&mut self.store),
            (Mode::Blocking, Mode::Async) => park(|| None, self.drop_async(resource)).flatten(),
            (Mode::Async, _) => self.drop_async(resource).await,
        };
        match dropped {
            Ok(()) => Ok(()),
            Err(error) => {
                self.broken = true;
                Err(failure::of(error, During::Destructor, self.store.data()))
            }
        }
    }

    async fn drop_async(&mut self, resource: ResourceAny) -> wasmtime::Result<()> {
        let span = self.store.data().deadline.span();
        let watch = match &mut self.watch {
            Some(watch) => watch,
            None => self.watch.insert(Watch::new(self.store.data_mut())),
        };
        let clock = &self.permit.plugin().clock;
        let dropping = pin!(resource.resource_drop_async(&mut self.store));
        watch.limit(clock, span, dropping).await
    }

    /// Whether streams or futures of it are open, so that its guest may go on with what was another's call.
    #[inline]
    pub(crate) fn is_open(&self) -> bool {
        let event_loop = self.store.data().known_event_loop();
        event_loop.is_some_and(|event_loop| event_loop.is_open())
    }

    /// Whether a call has failed in a way that leaves the instance in an unknown state.
    pub(crate) fn is_broken(&self) -> bool {
        self.broken
    }

    /// The instance is now that of a session, and keeps its place in the pool that it is from.
    pub(crate) fn belongs_to(&mut self, session: &Arc<Session>, place: Option<KeptPlace>) {
        self.store.data_mut().belongs_to(session);
        self.place = place;
    }

    /// What those share who wait for something of the instance.
    pub(crate) fn event_loop(&mut self) -> &Arc<EventLoop> {
        let instance = self.instance;
        let event_loop = self.store.data_mut().event_loop();
        event_loop.set_instance(instance);
        event_loop
    }

    /// When the call must be over that it was made for, or that was the last on it.
    pub(crate) fn span(&self) -> Span {
        self.store.data().deadline.span()
    }

    /// Has the instance run for all who wait for something of it, until it is to rest.
    pub(crate) fn drive(mut self: Box<Self>, event_loop: &Arc<EventLoop>) -> Driven {
        let data = self.store.data_mut();
        data.drive();
        let resumed = Arc::clone(data.resumed_at());
        self.store.set_epoch_deadline(1);
        let event_loop = Arc::clone(event_loop);
        let running = async move {
            let run = self.store.run_concurrent(async |accessor| {
                poll_fn(|context| event_loop.turn(accessor, context)).await;
            });
            let result = run.await;
            (self, result)
        };
        Driven {
            running: Box::pin(running),
            resumed,
            is_begun: false,
        }
    }

    /// Why what was running failed.
    #[cold]
    pub(crate) fn tasks_failed(&self, event_loop: &EventLoop, error: wasmtime::Error) -> Error {
        tasks_failed(event_loop, error, self.store.data())
    }

    /// A new call, or a wait for something of the instance, begins while it runs: it may use as much again.
    pub(crate) fn refuel(access: &mut Access<'_, StoreData>) {
        let data = access.data_mut();
        data.limiter.begin();
        if data.plugin.is_metered {
            let fuel = data.limits().fuel.unwrap_or(u64::MAX);
            if let Err(error) = access.as_context_mut().set_fuel(fuel) {
                unreachable!("the engine meters fuel: {error}");
            }
        }
    }

    #[inline]
    fn function(&mut self, entry: &Entry) -> wasmtime::Result<Func> {
        match self.functions.get(entry.place) {
            Some(Some(found)) => Ok(*found),
            _ => self.find(entry),
        }
    }

    fn find(&mut self, entry: &Entry) -> wasmtime::Result<Func> {
        let found = entry
            .index
            .and_then(|index| self.instance.get_func(&mut self.store, index))
            .ok_or_else(no_function)?;
        if let Some(known) = self.functions.get_mut(entry.place) {
            *known = Some(found);
        }
        Ok(found)
    }

    #[cold]
    fn failed_dynamic(&mut self, row: Row<'_>, error: wasmtime::Error) -> Error {
        self.failed(&row.function.label(), error)
    }

    #[cold]
    fn failed_typed<F: Function>(
        &mut self,
        function: Checked<'_, F>,
        error: wasmtime::Error,
    ) -> Error {
        self.failed(&function.name(), error)
    }

    #[cold]
    fn failed(&mut self, name: &str, error: wasmtime::Error) -> Error {
        self.broken = true;
        failure::of(error, During::Call(name), self.store.data())
    }
}

/// Why what was running failed.
#[cold]
pub(crate) fn tasks_failed(
    event_loop: &EventLoop,
    error: wasmtime::Error,
    data: &StoreData,
) -> Error {
    let name = event_loop
        .function()
        .map(|place| data.plugin.name_of(place));
    let during = name.as_deref().map_or(During::Tasks, During::Call);
    failure::of(error, during, data)
}

/// A store with all limits of the call.
#[inline]
fn store(call: Call<'_>, span: Span, mode: Mode, kind: Mode) -> Result<Store<StoreData>, Error> {
    let plugin = call.plugin;
    let imports = plugin.make_imports()?;
    let data = StoreData::new(call, span, mode, runs(mode, kind), imports);
    let mut store = Store::new(&plugin.component.engine().engine, data);
    store.limiter(|data| &mut data.limiter);
    store.epoch_deadline_callback(|mut store| store.data_mut().tick());
    limit_engine(&mut store, plugin, &call.limits.limits);
    Ok(store)
}

/// How a call runs on an instance of this kind: what blocks can wait for one that doesn't.
#[inline]
fn runs(mode: Mode, kind: Mode) -> Mode {
    match kind {
        Mode::Blocking => mode,
        Mode::Async => Mode::Async,
    }
}

/// Tells the engine those of the limits that it sees to itself.
fn limit_engine(store: &mut Store<StoreData>, plugin: &Loaded, limits: &Limits) {
    let size = |limit: u64| usize::try_from(limit).unwrap_or(usize::MAX);
    store.set_hostcall_fuel(size(limits.transfer));
    store.set_max_component_handles(size(u64::from(limits.handles)));
    store.set_epoch_deadline(1);
    if plugin.is_metered {
        set_fuel(store, limits.fuel);
    }
}

/// What the engine meters is its own setting, which the plugin knows.
#[cold]
fn set_fuel(store: &mut Store<StoreData>, fuel: Option<u64>) {
    if let Err(error) = store.set_fuel(fuel.unwrap_or(u64::MAX)) {
        unreachable!("the engine meters fuel: {error}");
    }
}

impl Drop for Lease {
    /// Who reads a stream of the guest's must not take this for the stream's end.
    fn drop(&mut self) {
        let data = self.store.data();
        if let Some(event_loop) = data.known_event_loop() {
            event_loop.fail(Error::new(
                ErrorKind::SessionLost,
                format!(
                    "the instance of {} is gone, and with it what is read from it: the call is over that it was made for",
                    data.plugin.component.name()
                ),
            ));
        }
    }
}

#[cold]
pub(crate) fn no_function() -> wasmtime::Error {
    wasmtime::Error::msg("the export is no function")
}

//! wasmtime by hand, for nothing but `wit/bench.wit`, with all that makes it fast.
//!
//! - No support for concurrency, which costs two thirds of a short call.
//! - Instances in slots that are reused, and of which only the pages are reset that were written to.
//! - Imports are linked, exports looked up and their types checked once, at load.
//! - A WASI context only where the guest uses it.
//!
//! The limits are those that a plugin of ours has by default: on wall time and the guest's own, both by epochs that call back;
//! on memory and tables in all, on handles, and on what a call hands over. How many instances there are is not counted.
//!
//! The same for async calls is in [`tuned_async`](crate::tuned_async).

use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Once};
use std::thread;
use std::time::Duration;

use wasmtime::component::{
    Component, ComponentExportIndex, ComponentNamedList, ComponentType, Func, Instance,
    InstancePre, Lift, Linker, Lower, ResourceTable, TypedFunc,
};
use wasmtime::{
    Config, Enabled, Engine, InstanceAllocationStrategy, PoolingAllocationConfig, ResourceLimiter,
    Store, UpdateDeadline,
};
use wasmtime_wasi::{WasiCtx, WasiCtxView, WasiView};

use crate::calls::Calls;

/// The ticks by now, of which each is an epoch of all engines.
static CLOCK: AtomicU64 = AtomicU64::new(0);
pub const TICK: Duration = Duration::from_millis(10);
/// 10 seconds, of wall time as of the guest's own.
pub const TICKS: u64 = 1_001;
const MEMORY: usize = 512 << 20;
const TABLE_ELEMENTS: usize = 100_000;
const TRANSFER: usize = 128 << 20;
const HANDLES: usize = 10_000;

pub type Add = TypedFunc<(u32, u32), (u32,)>;
type EchoString<'a> = TypedFunc<(&'a str,), (String,)>;
type EchoPairs<'a> = TypedFunc<(&'a [Pair],), (Vec<Pair>,)>;
pub type EchoBytes<'a> = TypedFunc<(&'a [u8],), (Vec<u8>,)>;

#[derive(ComponentType, Lift, Lower)]
#[component(record)]
pub struct Pair {
    id: u32,
    value: f64,
}

/// A component that is compiled and linked.
pub struct Linked {
    component: Component,
    pub pre: InstancePre<Data>,
    limited: bool,
    is_async: bool,
}

impl Linked {
    pub fn load(component: &[u8], limited: bool) -> wasmtime::Result<Self> {
        let engine = engine(limited, None)?;
        Self::link(&engine, component, limited, false, |linker, _| {
            wasmtime_wasi::p2::add_to_linker_sync(linker)
        })
    }

    pub fn load_async(component: &[u8]) -> wasmtime::Result<Self> {
        let engine = engine(true, None)?;
        Self::link(&engine, component, true, true, |linker, _| {
            wasmtime_wasi::p2::add_to_linker_async(linker)
        })
    }

    /// Where the guest has `async` functions, streams and futures: with room for so many instances, and `imports` beside WASI.
    #[allow(dead_code, reason = "only the benchmark of streams has such guests")]
    pub fn load_concurrent(
        component: &[u8],
        instances: u32,
        imports: impl FnOnce(&mut Linker<Data>, &Component) -> wasmtime::Result<()>,
    ) -> wasmtime::Result<Self> {
        let engine = engine(true, Some(instances))?;
        Self::link(&engine, component, true, true, |linker, component| {
            wasmtime_wasi::p2::add_to_linker_async(linker)?;
            imports(linker, component)
        })
    }

    fn link(
        engine: &Engine,
        component: &[u8],
        limited: bool,
        is_async: bool,
        imports: impl FnOnce(&mut Linker<Data>, &Component) -> wasmtime::Result<()>,
    ) -> wasmtime::Result<Self> {
        let mut linker = Linker::new(engine);
        let component = Component::from_binary(engine, component)?;
        imports(&mut linker, &component)?;
        let pre = linker.instantiate_pre(&component)?;
        Ok(Self {
            component,
            pre,
            limited,
            is_async,
        })
    }

    pub fn index(&self, interface: &str, name: &str) -> wasmtime::Result<ComponentExportIndex> {
        let component = &self.component;
        component
            .get_export_index(None, interface)
            .and_then(|instance| component.get_export_index(Some(&instance), name))
            .ok_or_else(|| wasmtime::format_err!("no export `{name}`"))
    }

    /// A store without anything, and without limits.
    pub fn bare_store(&self) -> Store<Data> {
        let data = Data {
            is_async: self.is_async,
            ..Data::default()
        };
        Store::new(self.pre.engine(), data)
    }

    /// A store with its limits, ready for the first call.
    pub fn store(&self) -> Store<Data> {
        let mut store = self.bare_store();
        if self.limited {
            store.limiter(|data| &mut data.limiter);
            store.epoch_deadline_callback(|mut store| store.data_mut().tick());
            store.set_hostcall_fuel(TRANSFER);
            store.set_max_component_handles(HANDLES);
            begin(&mut store);
        }
        store
    }

    pub fn instantiate(&self, store: &mut Store<Data>) -> Instance {
        self.pre.instantiate(store).expect("there is room for one")
    }

    pub fn instance(&self) -> (Store<Data>, Instance) {
        let mut store = self.store();
        let instance = self.instantiate(&mut store);
        (store, instance)
    }

    /// An instance for all calls of one function.
    pub fn held(&self, interface: &str, name: &str) -> Held {
        let (mut store, instance) = self.instance();
        let function = self
            .index(interface, name)
            .map(|index| instance.get_func(&mut store, index));
        Held {
            store,
            function: function
                .expect("the guest has the interface")
                .expect("the export is a function"),
            limited: self.limited,
        }
    }
}

/// The time of a call begins.
pub fn begin(store: &mut Store<Data>) {
    let data = store.data_mut();
    data.began = CLOCK.load(Ordering::Relaxed);
    data.computed = 0;
    store.set_epoch_deadline(1);
}

/// One instance for all calls, with one of its functions.
pub struct Held {
    pub store: Store<Data>,
    pub function: Func,
    limited: bool,
}

impl Held {
    pub fn begin(&mut self) {
        if self.limited {
            begin(&mut self.store);
        }
    }
}

/// A component whose functions are found and checked.
pub struct Guest {
    pub linked: Linked,
    add: ComponentExportIndex,
    echo_string: ComponentExportIndex,
    echo_pairs: ComponentExportIndex,
    echo_bytes: ComponentExportIndex,
}

/// The interface that has the functions.
pub const INTERFACE: &str = "fidius:bench/bench@0.1.0";

impl Guest {
    pub fn load(path: &Path, limited: bool) -> Self {
        let load = |component: &_| Linked::load(component, limited);
        Self::make(path, load, Linked::instance).expect("the guest fits")
    }

    pub fn make(
        path: &Path,
        load: impl FnOnce(&[u8]) -> wasmtime::Result<Linked>,
        instance: impl FnOnce(&Linked) -> (Store<Data>, Instance),
    ) -> wasmtime::Result<Self> {
        let linked = load(&fs::read(path)?)?;
        let index = |name| linked.index(INTERFACE, name);
        let guest = Self {
            add: index("add")?,
            echo_string: index("echo-string")?,
            echo_pairs: index("echo-pairs")?,
            echo_bytes: index("echo-bytes")?,
            linked,
        };
        guest.check(&mut instance(&guest.linked))?;
        Ok(guest)
    }

    /// Has the engine compare the types of all functions with those of the component. `function` relies on it.
    fn check(&self, instance: &mut (Store<Data>, Instance)) -> wasmtime::Result<()> {
        fn typed<P, R>(
            (store, instance): &mut (Store<Data>, Instance),
            index: &ComponentExportIndex,
        ) -> wasmtime::Result<()>
        where
            P: ComponentNamedList + Lower,
            R: ComponentNamedList + Lift,
        {
            instance
                .get_typed_func::<P, R>(store, index)
                .map(|_: TypedFunc<P, R>| ())
        }

        typed::<(u32, u32), (u32,)>(instance, &self.add)?;
        typed::<(&str,), (String,)>(instance, &self.echo_string)?;
        typed::<(&[Pair],), (Vec<Pair>,)>(instance, &self.echo_pairs)?;
        typed::<(&[u8],), (Vec<u8>,)>(instance, &self.echo_bytes)
    }

    fn instance(&self) -> (Store<Data>, Instance) {
        self.linked.instance()
    }

    /// `add` in an instance of this guest.
    pub fn add(&self, store: &mut Store<Data>, instance: Instance) -> Add {
        // SAFETY: `check` has compared these types.
        unsafe { function(store, instance, &self.add) }
    }

    /// `echo-bytes` in an instance of this guest.
    pub fn echo_bytes<'a>(&self, store: &mut Store<Data>, instance: Instance) -> EchoBytes<'a> {
        // SAFETY: `check` has compared these types.
        unsafe { function(store, instance, &self.echo_bytes) }
    }
}

/// # Safety
///
/// The export is a function of these types.
pub unsafe fn function<P, R>(
    store: &mut Store<Data>,
    instance: Instance,
    index: &ComponentExportIndex,
) -> TypedFunc<P, R>
where
    P: ComponentNamedList + Lower,
    R: ComponentNamedList + Lift,
{
    let function = instance
        .get_func(store, index)
        .expect("the export is a function");
    // SAFETY: the caller's promise.
    unsafe { TypedFunc::new_unchecked(function) }
}

/// `concurrent` is for how many instances there is room where they have support for concurrency.
fn engine(limited: bool, concurrent: Option<u32>) -> wasmtime::Result<Engine> {
    let mut pool = PoolingAllocationConfig::new();
    // Measured, with the scan: a slot that is reset at once is the next one to be used, and still in the caches; and what
    // is kept costs nothing as long as nobody writes to it.
    pool.max_unused_warm_slots(100)
        .max_tables_per_module(4)
        .decommit_batch_size(1)
        .linear_memory_keep_resident(1 << 20)
        .table_keep_resident(64 << 10)
        .pagemap_scan(Enabled::Auto);
    if let Some(instances) = concurrent {
        // Such a component has several core instances and tables.
        pool.total_component_instances(instances)
            .total_core_instances(instances * 10)
            .total_memories(instances)
            .total_tables(instances * 10)
            .total_stacks(instances);
    }
    let mut config = Config::new();
    config
        .concurrency_support(concurrent.is_some())
        .wasm_component_model_async(concurrent.is_some())
        .allocation_strategy(InstanceAllocationStrategy::Pooling(pool))
        .epoch_interruption(limited);
    let engine = Engine::new(&config)?;
    if limited {
        let engine = engine.weak();
        thread::spawn(move || {
            while let Some(engine) = engine.upgrade() {
                engine.increment_epoch();
                drop(engine);
                thread::sleep(TICK);
            }
        });
        start_clock();
    }
    Ok(engine)
}

fn start_clock() {
    static STARTED: Once = Once::new();
    STARTED.call_once(|| {
        thread::spawn(|| {
            loop {
                thread::sleep(TICK);
                CLOCK.fetch_add(1, Ordering::Relaxed);
            }
        });
    });
}

#[derive(Default)]
pub struct Data {
    limiter: Limiter,
    /// When the call began.
    began: u64,
    /// In how many ticks the guest was computing when they came.
    computed: u64,
    /// Whether others on the thread get a turn at each tick.
    is_async: bool,
    wasi: Option<Box<Wasi>>,
}

impl Data {
    fn tick(&mut self) -> wasmtime::Result<UpdateDeadline> {
        self.computed += 1;
        let elapsed = CLOCK.load(Ordering::Relaxed) - self.began;
        if elapsed >= TICKS {
            wasmtime::bail!("the time of the call is over");
        }
        if self.computed >= TICKS {
            wasmtime::bail!("the guest has computed for too long");
        }
        Ok(if self.is_async {
            UpdateDeadline::Yield(1)
        } else {
            UpdateDeadline::Continue(1)
        })
    }
}

struct Wasi {
    context: WasiCtx,
    table: ResourceTable,
}

impl WasiView for Data {
    fn ctx(&mut self) -> WasiCtxView<'_> {
        let wasi = self.wasi.get_or_insert_with(|| {
            Box::new(Wasi {
                context: WasiCtx::builder().build(),
                table: ResourceTable::new(),
            })
        });
        WasiCtxView {
            ctx: &mut wasi.context,
            table: &mut wasi.table,
        }
    }
}

/// What all memories and tables of an instance have together.
#[derive(Default)]
struct Limiter {
    memory: usize,
    table_elements: usize,
}

impl ResourceLimiter for Limiter {
    fn memory_growing(
        &mut self,
        current: usize,
        desired: usize,
        _maximum: Option<usize>,
    ) -> wasmtime::Result<bool> {
        self.memory += desired - current;
        Ok(self.memory <= MEMORY)
    }

    fn table_growing(
        &mut self,
        current: usize,
        desired: usize,
        _maximum: Option<usize>,
    ) -> wasmtime::Result<bool> {
        self.table_elements += desired - current;
        Ok(self.table_elements <= TABLE_ELEMENTS)
    }
}

/// One instance for all calls, with its functions.
pub struct Live {
    store: Store<Data>,
    add: Add,
    echo_string: EchoString<'static>,
    echo_pairs: EchoPairs<'static>,
    echo_bytes: EchoBytes<'static>,
    limited: bool,
}

impl Live {
    pub fn new(guest: &Guest) -> Self {
        let (mut store, instance) = guest.instance();
        // SAFETY: `Guest::check` has compared just these types.
        let (echo_string, echo_pairs) = unsafe {
            (
                function(&mut store, instance, &guest.echo_string),
                function(&mut store, instance, &guest.echo_pairs),
            )
        };
        Self {
            add: guest.add(&mut store, instance),
            echo_string,
            echo_pairs,
            echo_bytes: guest.echo_bytes(&mut store, instance),
            store,
            limited: guest.linked.limited,
        }
    }

    fn begin(&mut self) {
        if self.limited {
            begin(&mut self.store);
        }
    }
}

impl Calls for Live {
    type Pair = Pair;

    fn pair(id: u32, value: f64) -> Pair {
        Pair { id, value }
    }

    fn add(&mut self, a: u32, b: u32) -> u32 {
        self.begin();
        let (sum,) = self
            .add
            .call(&mut self.store, (a, b))
            .expect("the guest answers");
        sum
    }

    fn echo_string(&mut self, s: &str) -> String {
        self.begin();
        let function: EchoString<'_> = self.echo_string;
        let (s,) = function
            .call(&mut self.store, (s,))
            .expect("the guest answers");
        s
    }

    fn echo_pairs(&mut self, ps: &[Pair]) -> Vec<Pair> {
        self.begin();
        let function: EchoPairs<'_> = self.echo_pairs;
        let (ps,) = function
            .call(&mut self.store, (ps,))
            .expect("the guest answers");
        ps
    }

    fn echo_bytes(&mut self, b: &[u8]) -> Vec<u8> {
        self.begin();
        let function: EchoBytes<'_> = self.echo_bytes;
        let (b,) = function
            .call(&mut self.store, (b,))
            .expect("the guest answers");
        b
    }
}

/// A fresh instance for each call.
pub struct Fresh(Arc<Guest>);

impl Fresh {
    pub fn new(guest: &Arc<Guest>) -> Self {
        Self(Arc::clone(guest))
    }
}

impl Calls for Fresh {
    type Pair = Pair;

    fn pair(id: u32, value: f64) -> Pair {
        Live::pair(id, value)
    }

    fn add(&mut self, a: u32, b: u32) -> u32 {
        let (mut store, instance) = self.0.instance();
        let function = self.0.add(&mut store, instance);
        let (sum,) = function.call(store, (a, b)).expect("the guest answers");
        sum
    }

    fn echo_string(&mut self, s: &str) -> String {
        let (mut store, instance) = self.0.instance();
        // SAFETY: `Guest::check` has compared these types.
        let function: EchoString<'_> =
            unsafe { function(&mut store, instance, &self.0.echo_string) };
        let (s,) = function.call(store, (s,)).expect("the guest answers");
        s
    }

    fn echo_pairs(&mut self, ps: &[Pair]) -> Vec<Pair> {
        let (mut store, instance) = self.0.instance();
        // SAFETY: as above.
        let function: EchoPairs<'_> = unsafe { function(&mut store, instance, &self.0.echo_pairs) };
        let (ps,) = function.call(store, (ps,)).expect("the guest answers");
        ps
    }

    fn echo_bytes(&mut self, b: &[u8]) -> Vec<u8> {
        let (mut store, instance) = self.0.instance();
        let function = self.0.echo_bytes(&mut store, instance);
        let (b,) = function.call(store, (b,)).expect("the guest answers");
        b
    }
}

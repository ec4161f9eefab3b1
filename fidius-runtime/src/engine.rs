//! The engines of a runtime.

use std::sync::{Arc, OnceLock};

use wasmparser::WasmFeatures;
use wasmtime::component::Linker;
use wasmtime::{
    Config, Enabled, InstanceAllocationStrategy, ModuleVersionStrategy, PoolingAllocationConfig,
};

use crate::instances::{Mode, StoreData};
use crate::runtime::RuntimeInner;
use crate::{Error, ErrorKind, Limits, Unstable, wasi};

/// The version of this crate.
pub(crate) const FIDIUS_VERSION: &str = env!("CARGO_PKG_VERSION");

/// The version of the engine in full. The engine itself tells only its major number; but all its crates have one version.
pub(crate) const ENGINE_VERSION: &str = wasmtime::component::__internal::wasmtime_environ::VERSION;

/// What two engines of one runtime differ in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct EngineKey {
    /// Whether components may use `async`, streams and futures. A call without costs a third.
    pub(crate) concurrency: bool,
    /// Whether instances lie in slots that are reused, or are mapped anew each time.
    pub(crate) pooling: bool,
}

/// An engine with what is linked into every component on it, for both modes.
pub(crate) struct Engine {
    pub(crate) key: EngineKey,
    pub(crate) engine: wasmtime::Engine,
    blocking: Linker<StoreData>,
    /// Made at the first async call.
    asynchronous: OnceLock<Linker<StoreData>>,
    /// Keeps the engine's clock going.
    pub(crate) runtime: Arc<RuntimeInner>,
}

impl Engine {
    pub(crate) fn new(key: EngineKey, runtime: &Arc<RuntimeInner>) -> Result<Self, Error> {
        let make = || -> wasmtime::Result<Self> {
            let engine = wasmtime::Engine::new(&config(key, runtime)?)?;
            let blocking = linker(&engine, Mode::Blocking, key)?;
            runtime.ticker.add(&engine);
            Ok(Self {
                key,
                engine,
                blocking,
                asynchronous: OnceLock::new(),
                runtime: Arc::clone(runtime),
            })
        };
        make().map_err(|error| {
            Error::new(
                ErrorKind::Other,
                format!("no WebAssembly engine can be made here: {error:#}"),
            )
            .with_source(error)
        })
    }

    /// What is linked into every component.
    ///
    /// # Errors
    ///
    /// The engine has no memory for it.
    pub(crate) fn linker(&self, mode: Mode) -> Result<&Linker<StoreData>, Error> {
        match mode {
            Mode::Blocking => Ok(&self.blocking),
            Mode::Async => {
                if let Some(linker) = self.asynchronous.get() {
                    return Ok(linker);
                }
                // Two threads may make it at the same time, and one of the two is used.
                let made = linker(&self.engine, mode, self.key).map_err(|error| {
                    Error::new(
                        ErrorKind::Other,
                        "WASI can't be linked for async calls here",
                    )
                    .with_source(error)
                })?;
                Ok(self.asynchronous.get_or_init(|| made))
            }
        }
    }
}

fn linker(
    engine: &wasmtime::Engine,
    mode: Mode,
    key: EngineKey,
) -> wasmtime::Result<Linker<StoreData>> {
    let mut linker = Linker::new(engine);
    wasi::link(&mut linker, mode, key.concurrency)?;
    Ok(linker)
}

/// What an async call's stack has for functions of the host, beyond what the guest may use.
const HOST_STACK: usize = 3 << 19;

fn config(key: EngineKey, runtime: &RuntimeInner) -> wasmtime::Result<Config> {
    let limits = &runtime.limits;
    let features = features(key.concurrency, runtime.unstable);
    let mut config = Config::new();
    config
        .wasm_features(WasmFeatures::all().difference(features), false)
        .wasm_features(features, true);
    config.concurrency_support(key.concurrency);
    config.epoch_interruption(true);
    config.consume_fuel(runtime.is_metered());
    let wasm_stack = usize::try_from(limits.wasm_stack)?;
    config.max_wasm_stack(wasm_stack);
    config.async_stack_size(wasm_stack.saturating_add(HOST_STACK));
    // The engine by itself takes machine code of every version with the same major number.
    config.module_version(ModuleVersionStrategy::Custom(format!(
        "wasmtime {ENGINE_VERSION}, fidius {FIDIUS_VERSION}"
    )))?;
    if key.pooling {
        config.allocation_strategy(InstanceAllocationStrategy::Pooling(pooling(limits)));
    }
    Ok(config)
}

/// What components may use.
///
/// It is what the engine has by default, spelled out: so that the validator knows it too, and so that it does not depend on what
/// other crates of the program switch on in the engine's crate.
pub(crate) fn features(concurrency: bool, unstable: Unstable) -> WasmFeatures {
    let mut features = WasmFeatures::WASM3.union(WasmFeatures::COMPONENT_MODEL);
    features.remove(WasmFeatures::GC_TYPES | WasmFeatures::EXCEPTIONS | WasmFeatures::THREADS);
    let mut unstable = unstable.features();
    if !concurrency {
        // Of the engine's making: it has error contexts as a part of concurrency.
        unstable.remove(WasmFeatures::CM_ERROR_CONTEXT);
    }
    features.set(WasmFeatures::CM_ASYNC, concurrency);
    features.union(unstable)
}

/// For how many instances a pool has memories, tables and stacks at least, so that components which have many of them run where
/// only a few instances are allowed.
const LEAST_SLOTS: u32 = 100;

/// What each table of a pool has room for at least: the runtime's limit is not that of every plugin.
const LEAST_TABLE_ELEMENTS: usize = 100_000;

fn pooling(limits: &Limits) -> PoolingAllocationConfig {
    let mut pool = PoolingAllocationConfig::new();
    let instances = limits.instances.saturating_add(limits.spare_slots());
    let slots = instances.max(LEAST_SLOTS);
    let table_elements = usize::try_from(limits.table_elements).unwrap_or(usize::MAX);
    // Components of real languages have several core instances, memories and tables each; all of this is address space,
    // not memory. A memory's slot has the 4 GiB that a guest can address, whatever the limits say: so machine code needs no checks
    // of bounds, and a guest that wants more than its limit gets the limiter's answer and not the pool's.
    pool.total_component_instances(instances)
        .total_core_instances(slots.saturating_mul(10))
        .total_memories(slots)
        .total_tables(slots.saturating_mul(10))
        .total_stacks(slots)
        .max_core_instances_per_component(100)
        .max_memories_per_component(20)
        .max_tables_per_component(100)
        .max_memories_per_module(20)
        .max_tables_per_module(20)
        .max_component_instance_size(16 << 20)
        .max_core_instance_size(16 << 20)
        .table_elements(table_elements.max(LEAST_TABLE_ELEMENTS))
        .max_memory_size(1 << 32)
        .max_unused_warm_slots(100)
        .pagemap_scan(Enabled::Auto)
        .table_keep_resident(KEEP_RESIDENT);
    // What a call has written to is cleared in place up to a size, which costs less than giving the pages back and faulting
    // them in again. With the scan only pages that were written to are cleared, so that the size hardly matters to small calls; and
    // a slot that is cleared at once is still in the caches when it is used next. Without it the whole size is cleared,
    // and what is beyond it is given back for several slots together.
    if PoolingAllocationConfig::is_pagemap_scan_available() {
        pool.linear_memory_keep_resident(KEEP_RESIDENT_WITH_SCAN)
            .decommit_batch_size(1);
    } else {
        pool.linear_memory_keep_resident(KEEP_RESIDENT)
            .decommit_batch_size(16);
    }
    pool
}

const KEEP_RESIDENT: usize = 64 << 10;
const KEEP_RESIDENT_WITH_SCAN: usize = 1 << 20;

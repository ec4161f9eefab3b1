//! The engines of a runtime.

use std::sync::Arc;

use wasmparser::WasmFeatures;
use wasmtime::component::Linker;
use wasmtime::{
    Config, Enabled, InstanceAllocationStrategy, ModuleVersionStrategy, PoolingAllocationConfig,
};

use crate::instances::StoreData;
use crate::runtime::RuntimeInner;
use crate::{Error, ErrorKind, Unstable, wasi};

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

/// An engine with what is linked into every component on it.
pub(crate) struct Engine {
    pub(crate) key: EngineKey,
    pub(crate) engine: wasmtime::Engine,
    pub(crate) linker: Linker<StoreData>,
    /// Keeps the engine's clock going.
    pub(crate) runtime: Arc<RuntimeInner>,
}

impl Engine {
    pub(crate) fn new(key: EngineKey, runtime: &Arc<RuntimeInner>) -> Result<Self, Error> {
        let make = || -> wasmtime::Result<Self> {
            let engine = wasmtime::Engine::new(&config(key, runtime.unstable)?)?;
            let mut linker = Linker::new(&engine);
            wasi::link(&mut linker)?;
            runtime.ticker.add(&engine);
            Ok(Self {
                key,
                engine,
                linker,
                runtime: Arc::clone(runtime),
            })
        };
        make().map_err(|error| {
            Error::new(ErrorKind::Other, "no WebAssembly engine can be made here")
                .with_source(error)
        })
    }
}

fn config(key: EngineKey, unstable: Unstable) -> wasmtime::Result<Config> {
    let features = features(key.concurrency, unstable);
    let mut config = Config::new();
    config
        .wasm_features(WasmFeatures::all().difference(features), false)
        .wasm_features(features, true);
    config.concurrency_support(key.concurrency);
    config.epoch_interruption(true);
    // The engine by itself takes machine code of every version with the same major number.
    config.module_version(ModuleVersionStrategy::Custom(format!(
        "wasmtime {ENGINE_VERSION}, fidius {FIDIUS_VERSION}"
    )))?;
    if key.pooling {
        config.allocation_strategy(InstanceAllocationStrategy::Pooling(pooling()));
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

/// How many instances may be alive at once on one engine.
const INSTANCES: u32 = 1000;

fn pooling() -> PoolingAllocationConfig {
    let mut pool = PoolingAllocationConfig::new();
    // Components of real languages have several core instances, memories and tables each; all of this is address space,
    // not memory.
    pool.total_component_instances(INSTANCES)
        .total_core_instances(INSTANCES * 10)
        .total_memories(INSTANCES)
        .total_tables(INSTANCES * 10)
        .total_stacks(INSTANCES)
        .max_core_instances_per_component(100)
        .max_memories_per_component(20)
        .max_tables_per_component(100)
        .max_memories_per_module(20)
        .max_tables_per_module(20)
        .max_component_instance_size(16 << 20)
        .max_core_instance_size(16 << 20)
        .table_elements(100_000)
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

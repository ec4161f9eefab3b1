//! wasmtime as its documentation shows it: `bindgen!`, the default configuration, a store with a WASI context.

use std::path::Path;
use std::sync::Arc;

use wasmtime::component::{Component, Linker, ResourceTable};
use wasmtime::{Config, Engine, Store};
use wasmtime_wasi::{WasiCtx, WasiCtxView, WasiView};

use crate::calls::Calls;

use bindings::Plugin;
use bindings::exports::fidius::bench::bench;

mod bindings {
    wasmtime::component::bindgen!({
        path: "wit/bench.wit",
        inline: "
            package fidius:bench-host;

            world plugin {
                export fidius:bench/bench@0.1.0;
            }
        ",
        world: "fidius:bench-host/plugin",
    });
}

struct State {
    context: WasiCtx,
    table: ResourceTable,
}

impl WasiView for State {
    fn ctx(&mut self) -> WasiCtxView<'_> {
        WasiCtxView {
            ctx: &mut self.context,
            table: &mut self.table,
        }
    }
}

/// A component that is compiled, and what it may import.
pub struct Guest {
    engine: Engine,
    linker: Linker<State>,
    component: Component,
}

impl Guest {
    pub fn load(path: &Path) -> Self {
        let make = || -> wasmtime::Result<Self> {
            let engine = Engine::new(&Config::new())?;
            let mut linker = Linker::new(&engine);
            wasmtime_wasi::p2::add_to_linker_sync(&mut linker)?;
            let component = Component::from_file(&engine, path)?;
            Ok(Self {
                engine,
                linker,
                component,
            })
        };
        make().expect("the guest is a component")
    }

    fn instance(&self) -> (Store<State>, Plugin) {
        let state = State {
            context: WasiCtx::builder().build(),
            table: ResourceTable::new(),
        };
        let mut store = Store::new(&self.engine, state);
        let plugin = Plugin::instantiate(&mut store, &self.component, &self.linker)
            .expect("all imports are linked");
        (store, plugin)
    }
}

/// One instance for all calls.
pub struct Live {
    store: Store<State>,
    plugin: Plugin,
}

impl Live {
    pub fn new(guest: &Guest) -> Self {
        let (store, plugin) = guest.instance();
        Self { store, plugin }
    }
}

impl Calls for Live {
    type Pair = bench::Pair;

    fn pair(id: u32, value: f64) -> bench::Pair {
        bench::Pair { id, value }
    }

    fn add(&mut self, a: u32, b: u32) -> u32 {
        let guest = self.plugin.fidius_bench_bench();
        guest
            .call_add(&mut self.store, a, b)
            .expect("the guest answers")
    }

    fn echo_string(&mut self, s: &str) -> String {
        let guest = self.plugin.fidius_bench_bench();
        guest
            .call_echo_string(&mut self.store, s)
            .expect("the guest answers")
    }

    fn echo_pairs(&mut self, ps: &[bench::Pair]) -> Vec<bench::Pair> {
        let guest = self.plugin.fidius_bench_bench();
        guest
            .call_echo_pairs(&mut self.store, ps)
            .expect("the guest answers")
    }

    fn echo_bytes(&mut self, b: &[u8]) -> Vec<u8> {
        let guest = self.plugin.fidius_bench_bench();
        guest
            .call_echo_bytes(&mut self.store, b)
            .expect("the guest answers")
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
    type Pair = bench::Pair;

    fn pair(id: u32, value: f64) -> bench::Pair {
        Live::pair(id, value)
    }

    fn add(&mut self, a: u32, b: u32) -> u32 {
        Live::new(&self.0).add(a, b)
    }

    fn echo_string(&mut self, s: &str) -> String {
        Live::new(&self.0).echo_string(s)
    }

    fn echo_pairs(&mut self, ps: &[bench::Pair]) -> Vec<bench::Pair> {
        Live::new(&self.0).echo_pairs(ps)
    }

    fn echo_bytes(&mut self, b: &[u8]) -> Vec<u8> {
        Live::new(&self.0).echo_bytes(b)
    }
}

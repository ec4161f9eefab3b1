//! A plugin that takes of everything as much as it is told to, and hosts for it whose functions a test holds up and lets go.

use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::sync::{Arc, Condvar, LazyLock, Mutex};
use std::thread::{self, Scope};
use std::time::{Duration, Instant};

use fidius::{Error, Limits, Runtime};
use toy::host::{Host, HostAsync};

use crate::component_of_text::{MEMORY, encode};

#[fidius::host(wit = "tests/wit/toy.wit", module = "toy")]
pub struct Toy;

/// The plugin: an instance begins with two memories of one page each, and a table of 10 elements.
pub static COMPONENT: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let imports = r#"
      (import "test:toy/host" "wait" (func $wait (param i32)))
      (import "test:toy/host" "fail" (func $fail))
      (import "test:toy/host" "take" (func $take (param i32 i32)))
      (import "wasi:cli/exit@0.2.3" "exit" (func $exit (param i32)))
      (import "[export]test:toy/toy" "[resource-new]thing" (func $new (param i32) (result i32)))
    "#;
    let functions = r#"
      (memory $second 1)
      (table $table 10 funcref)
      (global $count (mut i32) (i32.const 0))
      (global $config (mut i32) (i32.const 0))
      (global $config-length (mut i32) (i32.const 0))
      (func $pair (param i32 i32) (result i32)
        (i32.store (i32.const 16) (local.get 0))
        (i32.store (i32.const 20) (local.get 1))
        (i32.const 16))
      (func (export "test:toy/toy#count") (result i32)
        (global.set $count (i32.add (global.get $count) (i32.const 1)))
        (global.get $count))
      (func (export "test:toy/toy#config") (result i32)
        (call $pair (global.get $config) (global.get $config-length)))
      (func (export "test:toy/toy#fidius-configure") (param i32 i32)
        (global.set $config (local.get 0))
        (global.set $config-length (local.get 1)))
      (func (export "test:toy/toy#trap") unreachable)
      (func (export "test:toy/toy#exit") (call $exit (i32.const 1)))
      (func (export "test:toy/toy#spin") (loop $forever (br $forever)))
      (func $compute (export "test:toy/toy#compute") (param i64)
        (loop $round
          (br_if $round (i64.ne
            (local.tee 0 (i64.sub (local.get 0) (i64.const 1)))
            (i64.const 0)))))
      (func $recurse (export "test:toy/toy#recurse") (param i32) (result i32)
        (if (result i32) (i32.eqz (local.get 0))
          (then (i32.const 0))
          (else (i32.add (i32.const 1) (call $recurse (i32.sub (local.get 0) (i32.const 1)))))))
      (func (export "test:toy/toy#grow") (param i32 i32) (result i32)
        (local $first i32)
        (local $second i32)
        (local.set $first (i32.ne (memory.grow 0 (local.get 0)) (i32.const -1)))
        (local.set $second (i32.ne (memory.grow $second (local.get 1)) (i32.const -1)))
        (i32.store8 (i32.const 16) (local.get $first))
        (i32.store8 (i32.const 17) (local.get $second))
        (i32.const 16))
      (func (export "test:toy/toy#must-grow") (param i32)
        (if (i32.eq (memory.grow 0 (local.get 0)) (i32.const -1)) (then unreachable)))
      (func $grow-table (export "test:toy/toy#grow-table") (param i32) (result i32)
        (i32.ne (table.grow $table (ref.null func) (local.get 0)) (i32.const -1)))
      (func (export "test:toy/toy#must-grow-table") (param i32)
        (if (i32.eqz (call $grow-table (local.get 0))) (then unreachable)))
      (func (export "test:toy/toy#give") (param i32) (result i32)
        (call $pair (i32.const 64) (local.get 0)))
      (func (export "test:toy/toy#pass") (param i32 i32)
        (memory.fill (i32.const 64) (i32.const 97) (local.get 0))
        (loop $next
          (call $take (i32.const 64) (local.get 0))
          (br_if $next (local.tee 1 (i32.sub (local.get 1) (i32.const 1))))))
      (func (export "test:toy/toy#make") (param i32)
        (loop $next
          (drop (call $new (i32.const 1)))
          (br_if $next (local.tee 0 (i32.sub (local.get 0) (i32.const 1))))))
      (func (export "test:toy/toy#wait") (param i32) (call $wait (local.get 0)))
      (func (export "test:toy/toy#wait-and-compute") (param i32 i64)
        (call $wait (local.get 0))
        (call $compute (local.get 1)))
      (func (export "test:toy/toy#fail") (call $fail))
    "#;
    let module = format!("(module {imports} {MEMORY} {functions})");
    encode(include_str!("../wit/toy.wit"), &module)
});

/// How a method is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Blocking,
    Async,
}

pub const FORMS: [Form; 2] = [Form::Blocking, Form::Async];

/// Waits for it in an executor that has this thread alone.
pub fn block_on<T>(future: impl Future<Output = T>) -> T {
    let mut builder = tokio::runtime::Builder::new_current_thread();
    builder.enable_all().build().unwrap().block_on(future)
}

/// Calls a method of the plugin in this form: `call!(form, plugin, method(arguments))`.
#[macro_export]
macro_rules! call {
    ($form:expr, $plugin:expr, $method:ident($($argument:expr),*)) => {{
        let plugin: &$crate::toy::Toy = &$plugin;
        match $form {
            $crate::toy::Form::Blocking => plugin.$method($($argument),*),
            $crate::toy::Form::Async => {
                $crate::toy::block_on($crate::toy::toy::ToyAsync::$method(plugin, $($argument),*))
            }
        }
    }};
}

/// Where calls of `wait` are held up, until they are let go one by one.
#[derive(Default)]
pub struct Desk {
    state: Mutex<State>,
    changed: Condvar,
    /// How often the other functions were called.
    pub fails: AtomicU32,
    pub taken: AtomicU32,
}

#[derive(Default)]
struct State {
    /// The numbers that the calls of `wait` had, in the order in which they came.
    came: Vec<u32>,
    /// How many calls may go.
    may_go: u32,
}

impl Desk {
    pub fn new() -> Arc<Self> {
        Arc::default()
    }

    fn come(&self, number: u32) {
        self.state.lock().unwrap().came.push(number);
        self.changed.notify_all();
    }

    fn try_go(state: &mut State) -> bool {
        let may_go = state.may_go > 0;
        state.may_go -= u32::from(may_go);
        may_go
    }

    /// Lets so many calls of `wait` go: those that are there, or come later.
    pub fn let_go(&self, count: u32) {
        self.state.lock().unwrap().may_go += count;
        self.changed.notify_all();
    }

    /// Runs a test with threads that are held up here. All may go if it panics, or it would wait for them.
    pub fn scope<'env, R>(
        &self,
        test: impl for<'scope> FnOnce(&'scope Scope<'scope, 'env>) -> R,
    ) -> R {
        struct Guard<'a>(&'a Desk);
        impl Drop for Guard<'_> {
            fn drop(&mut self) {
                if thread::panicking() {
                    self.0.let_go(1 << 30);
                }
            }
        }
        thread::scope(|scope| {
            let _guard = Guard(self);
            test(scope)
        })
    }

    /// The numbers of the calls of `wait`, in the order in which they came.
    pub fn came(&self) -> Vec<u32> {
        self.state.lock().unwrap().came.clone()
    }

    /// Blocks until so many calls of `wait` have come in all.
    pub fn until_came(&self, count: usize) {
        until(|| self.came().len() >= count);
    }
}

/// Blocks until it is so.
pub fn until(what: impl Fn() -> bool) {
    let begun = Instant::now();
    while !what() {
        assert!(begun.elapsed() < Duration::from_secs(60), "it never is");
        thread::sleep(Duration::from_millis(1));
    }
}

/// A host whose functions block.
pub struct Blocking(pub Arc<Desk>);

impl Host for Blocking {
    fn wait(&self, number: u32) -> Result<(), Error> {
        let desk = &self.0;
        desk.come(number);
        let mut state = desk.state.lock().unwrap();
        while !Desk::try_go(&mut state) {
            state = desk.changed.wait(state).unwrap();
        }
        Ok(())
    }

    fn fail(&self) -> Result<(), Error> {
        self.0.fails.fetch_add(1, Relaxed);
        panic!("the host has had enough")
    }

    fn take(&self, _: &str) -> Result<(), Error> {
        self.0.taken.fetch_add(1, Relaxed);
        Ok(())
    }
}

/// A host whose functions are async.
pub struct Awaiting(pub Arc<Desk>);

impl HostAsync for Awaiting {
    async fn wait(&self, number: u32) -> Result<(), Error> {
        self.0.come(number);
        while !Desk::try_go(&mut self.0.state.lock().unwrap()) {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        Ok(())
    }

    async fn fail(&self) -> Result<(), Error> {
        self.0.fails.fetch_add(1, Relaxed);
        panic!("the host has had enough")
    }

    async fn take(&self, _: &str) -> Result<(), Error> {
        self.0.taken.fetch_add(1, Relaxed);
        Ok(())
    }
}

/// How the plugin is to be loaded, where that is not as by default.
#[derive(Clone, Default)]
pub struct Setup {
    pub runtime: Option<Runtime>,
    pub limits: Option<Limits>,
    pub spares: Option<usize>,
    pub pool: Option<usize>,
    pub config: Option<&'static [u8]>,
}

/// Loads the plugin, with the functions of this desk in the given form.
pub fn load(host: Form, desk: &Arc<Desk>, setup: Setup) -> Result<Toy, Error> {
    let desk = Arc::clone(desk);
    let mut builder = match host {
        Form::Blocking => Toy::builder().imports(Blocking(desk)),
        Form::Async => Toy::builder().imports_async(Awaiting(desk)),
    };
    if let Some(runtime) = &setup.runtime {
        builder = builder.runtime(runtime);
    }
    if let Some(limits) = setup.limits {
        builder = builder.limits(limits);
    }
    if let Some(count) = setup.spares {
        builder = builder.spares(count);
    }
    if let Some(size) = setup.pool {
        builder = builder.pool(size);
    }
    if let Some(config) = setup.config {
        builder = builder.config(config);
    }
    builder.load(COMPONENT.as_slice())
}

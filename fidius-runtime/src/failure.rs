//! What an error out of the engine means.

use std::any::Any;
use std::fmt;

use wasmtime::component::ResourceTableError;
use wasmtime::{PoolConcurrencyLimitError, Trap, WasmBacktrace};
use wasmtime_wasi::I32Exit;

use crate::instances::{DESTRUCTOR_TIME, StoreData};
use crate::park::TimedOut;
use crate::{Error, ErrorKind};

/// What the guest was doing.
#[derive(Clone, Copy)]
pub(crate) enum During<'a> {
    Instantiation,
    Call(&'a str),
    /// Several calls, or streams, at once.
    Tasks,
    Destructor,
}

/// The error of a function of the host, on its way through the guest that called it.
#[derive(Debug)]
pub(crate) struct HostFailure(pub(crate) Error);

impl fmt::Display for HostFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for HostFailure {}

/// The guest computed for longer than its limit allows.
#[derive(Debug)]
pub(crate) struct CpuTimeOver;

impl fmt::Display for CpuTimeOver {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the guest computed for longer than it may")
    }
}

impl std::error::Error for CpuTimeOver {}

/// What a panic said.
pub(crate) fn panic_message(panic: &(dyn Any + Send)) -> &str {
    panic
        .downcast_ref::<&str>()
        .copied()
        .or_else(|| panic.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("it left no message")
}

/// Turns an error out of the engine into one of ours: its kind, a text that says what happened and to whom, and the engine's
/// error as its source.
#[cold]
pub(crate) fn of(error: wasmtime::Error, during: During<'_>, data: &StoreData) -> Error {
    if let Some(HostFailure(error)) = error.downcast_ref::<HostFailure>() {
        return error.clone();
    }
    let plugin = &*data.plugin;
    let limits = data.limits();
    let name = plugin.component.name();
    let what = match during {
        During::Instantiation => format!("making an instance of {name}"),
        During::Call(function) => format!("`{function}` of {name}"),
        During::Tasks => format!("one of the calls under way of {name}"),
        During::Destructor => format!("the destructor of a resource of {name}"),
    };
    let trap = error.downcast_ref::<Trap>().copied();
    let exit = error.downcast_ref::<I32Exit>().map(|exit| exit.0);
    let backtrace = error
        .downcast_ref::<WasmBacktrace>()
        .map(ToString::to_string);
    // The message of the innermost error says what happened; the outer ones say where.
    let root = error.root_cause().to_string();

    let (kind, mut text) = if trap == Some(Trap::Interrupt) || error.is::<TimedOut>() {
        let limit = limits.time;
        let within = match during {
            During::Destructor => format!("the time limit of {:?}", limit.min(DESTRUCTOR_TIME)),
            _ if data.deadline.is_nested(data.call_limits().ticks) => {
                "the time that was left of the call which it was part of".to_owned()
            }
            _ => format!("the time limit of {limit:?}"),
        };
        (
            ErrorKind::Timeout,
            format!("{what} did not end within {within}"),
        )
    } else if error.is::<CpuTimeOver>() {
        let limit = limits.cpu_time;
        (
            ErrorKind::CpuTime,
            format!("{what} computed for longer than the limit of {limit:?} (`Limits::cpu_time`)"),
        )
    } else if trap == Some(Trap::AsyncDeadlock) {
        (
            ErrorKind::Trap,
            format!("{what} waits for itself: nothing is under way that could end its wait"),
        )
    } else if trap == Some(Trap::OutOfFuel) {
        let limit = limits.fuel.unwrap_or_default();
        (
            ErrorKind::OutOfFuel,
            format!("{what} used up its limit of {limit} units of fuel (`Limits::fuel`)"),
        )
    } else if trap == Some(Trap::StackOverflow) {
        let limit = plugin.component.engine().runtime.limits.wasm_stack;
        (
            ErrorKind::StackOverflow,
            format!(
                "{what} called functions of its own deeper than the limit of {limit} bytes of stack allows (`Limits::wasm_stack` of \
                 the runtime)"
            ),
        )
    } else if let Some(code) = exit {
        (
            ErrorKind::Exit,
            format!("{what} ended the plugin with exit code {code}"),
        )
    } else if error.is::<PoolConcurrencyLimitError>() {
        (
            ErrorKind::TooManyInstances,
            format!("{what} found no room for an instance: {root}"),
        )
    } else if is_handles(&error) {
        let limit = limits.handles;
        (
            ErrorKind::TooManyHandles,
            format!(
                "{what} wanted more than the limit of {limit} handles of resources (`Limits::handles`)"
            ),
        )
    } else if is_transfer(&error) {
        let limit = limits.transfer;
        (
            ErrorKind::TransferTooLarge,
            format!(
                "{what} passed more than the limit of {limit} bytes to the host at once (`Limits::transfer`)"
            ),
        )
    } else if let Some(limit) = data.limiter.memory_refused() {
        (
            ErrorKind::OutOfMemory,
            format!(
                "{what} failed for want of memory: it wanted more than the limit of {limit} bytes (`Limits::memory`)"
            ),
        )
    } else if let Some(limit) = data.limiter.tables_refused() {
        (
            ErrorKind::TooManyTableElements,
            format!(
                "{what} failed: it wanted more than the limit of {limit} table elements (`Limits::table_elements`)"
            ),
        )
    } else if matches!(during, During::Instantiation) && trap.is_none() && backtrace.is_none() {
        // No code of the guest was running: the system has no memory to map.
        (
            ErrorKind::TooManyInstances,
            format!("{what} found no room for an instance: {root}"),
        )
    } else {
        let root = root.strip_prefix("wasm trap: ").unwrap_or(&root);
        (ErrorKind::Trap, format!("{what} trapped: {root}"))
    };
    if matches!(
        kind,
        ErrorKind::Trap | ErrorKind::OutOfMemory | ErrorKind::Exit
    ) && let Some(stderr) = data.stderr()
    {
        text.push_str("\nthe last lines it wrote to stderr:");
        for line in stderr.lines() {
            text.push_str("\n    ");
            text.push_str(line);
        }
    }
    let error = Error::new(kind, text)
        .with_wasm_backtrace(backtrace)
        .with_source(error);
    match exit {
        Some(code) => error.with_exit_code(code),
        None => error,
    }
}

/// The engine has no public type for a result that is too large; a test holds this text against it.
fn is_transfer(error: &wasmtime::Error) -> bool {
    error
        .root_cause()
        .to_string()
        .contains("fuel allocated for hostcalls")
}

/// Nor has it one for too many handles in a guest's tables; there is one for too many of WASI's.
fn is_handles(error: &wasmtime::Error) -> bool {
    matches!(error.downcast_ref(), Some(ResourceTableError::Full))
        || error
            .root_cause()
            .to_string()
            .contains("cannot allocate another handle")
}

#[cfg(test)]
mod tests {
    use wasmtime::component::{Component, Linker, ResourceTable};
    use wasmtime::{Engine, Store};

    use super::*;

    /// What the engine says when `run` of this component is called in a store with little of everything.
    fn failure(component: &str) -> wasmtime::Error {
        let engine = Engine::default();
        let component = Component::new(&engine, wat::parse_str(component).unwrap()).unwrap();
        let mut store = Store::new(&engine, ());
        store.set_hostcall_fuel(100);
        store.set_max_component_handles(10);
        let instance = Linker::new(&engine).instantiate(&mut store, &component);
        let instance = instance.unwrap();
        let run = instance.get_func(&mut store, "run").unwrap();
        let run = run.typed::<(), (String,)>(&store).unwrap();
        run.call(&mut store, ()).unwrap_err()
    }

    #[test]
    fn too_many_handles_are_recognised() {
        let error = failure(
            r#"(component
                 (type $r (resource (rep i32)))
                 (core func $new (canon resource.new $r))
                 (core module $m
                   (import "" "new" (func $new (param i32) (result i32)))
                   (memory (export "memory") 1)
                   (func (export "run") (result i32)
                     (loop (drop (call $new (i32.const 1))) (br 0))
                     unreachable))
                 (core instance $i (instantiate $m
                   (with "" (instance (export "new" (func $new))))))
                 (func (export "run") (result string)
                   (canon lift (core func $i "run") (memory $i "memory"))))"#,
        );
        assert!(is_handles(&error) && !is_transfer(&error), "{error:?}");
    }

    #[test]
    fn a_result_that_is_too_large_is_recognised() {
        let error = failure(
            r#"(component
                 (core module $m
                   (memory (export "memory") 1)
                   (data (i32.const 4) "\e8\03\00\00")
                   (func (export "run") (result i32) i32.const 0))
                 (core instance $i (instantiate $m))
                 (func (export "run") (result string)
                   (canon lift (core func $i "run") (memory $i "memory"))))"#,
        );
        assert!(is_transfer(&error) && !is_handles(&error), "{error:?}");
    }

    #[test]
    fn too_many_handles_of_wasi_are_recognised() {
        let mut table = ResourceTable::new();
        table.set_max_capacity(1);
        table.push(()).unwrap();
        let error = table.push(()).unwrap_err();
        assert!(is_handles(&error.into()));
        assert!(!is_handles(&ResourceTableError::NotPresent.into()));
    }
}

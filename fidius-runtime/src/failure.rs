//! What an error out of the engine means.

use std::any::Any;
use std::fmt;

use wasmtime::{PoolConcurrencyLimitError, Trap, WasmBacktrace};
use wasmtime_wasi::I32Exit;

use crate::instances::{DESTRUCTOR_TIME, StoreData};
use crate::wasi::TimedOut;
use crate::{Error, ErrorKind};

/// What the guest was doing.
#[derive(Clone, Copy)]
pub(crate) enum During<'a> {
    Instantiation,
    Call(&'a str),
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
    let name = plugin.component.name();
    let what = match during {
        During::Instantiation => format!("making an instance of {name}"),
        During::Call(function) => format!("`{function}` of {name}"),
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
        let limit = plugin.limits.time;
        let within = match during {
            During::Destructor => format!("the time limit of {:?}", limit.min(DESTRUCTOR_TIME)),
            _ if data.deadline.is_nested(plugin.ticks) => {
                "the time that was left of the call which it was part of".to_owned()
            }
            _ => format!("the time limit of {limit:?}"),
        };
        (
            ErrorKind::Timeout,
            format!("{what} did not end within {within}"),
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
    } else if let Some(limit) = data.limiter.memory_refused() {
        (
            ErrorKind::OutOfMemory,
            format!(
                "{what} failed for want of memory: it wanted more than the limit of {limit} bytes"
            ),
        )
    } else if is_transfer(&error) {
        let limit = plugin.limits.transfer;
        (
            ErrorKind::TransferTooLarge,
            format!("{what} passed more than the limit of {limit} bytes to the host at once"),
        )
    } else if let Some(limit) = data.limiter.tables_refused() {
        (
            ErrorKind::TooManyTableElements,
            format!("{what} failed: it wanted more than the limit of {limit} table elements"),
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

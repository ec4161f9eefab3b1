//! What an error out of the engine means.

use wasmtime::{PoolConcurrencyLimitError, Trap, WasmBacktrace};
use wasmtime_wasi::I32Exit;

use crate::plugin::Loaded;
use crate::store::StoreData;
use crate::wasi::TimedOut;
use crate::{Error, ErrorKind};

/// What the guest was doing.
#[derive(Clone, Copy)]
pub(crate) enum During<'a> {
    Instantiation,
    Call(&'a str),
}

/// Turns an error out of the engine into one of ours: its kind, a text that says what happened and to whom, and the engine's
/// error as its source.
#[cold]
pub(crate) fn of(
    error: wasmtime::Error,
    during: During<'_>,
    plugin: &Loaded,
    data: &StoreData,
) -> Error {
    let name = plugin.component.name();
    let what = match during {
        During::Instantiation => format!("making an instance of {name}"),
        During::Call(function) => format!("`{function}` of {name}"),
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
        (
            ErrorKind::Timeout,
            format!("{what} did not end within the time limit of {limit:?}"),
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
            format!("{what} answered with more than the limit of {limit} bytes for one transfer"),
        )
    } else if let Some(limit) = data.limiter.tables_refused() {
        (
            ErrorKind::TooManyTableElements,
            format!("{what} failed: it wanted more than the limit of {limit} table elements"),
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

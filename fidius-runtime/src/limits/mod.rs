use std::any::TypeId;
use std::ops::RangeInclusive;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::written::{AnyCount, Count, Size, Time, Written as _};
use crate::{Error, ErrorKind};

#[cfg(test)]
mod tests;

/// What a call may use. Every limit is finite unless the host says otherwise.
///
/// ```
/// use std::time::Duration;
/// use fidius::Limits;
///
/// let limits = Limits {
///     time: Duration::from_millis(200),
///     ..Limits::default()
/// };
/// assert_eq!(limits.memory, 512 << 20);
/// ```
///
/// # Where they are set
///
/// For a [runtime](crate::RuntimeBuilder::limits), whose plugins have its limits unless they have their own; for a
/// [plugin](crate::Builder::limits); and for [single calls](crate::Plugin::with_limits). The limits of a plugin or of a call take the
/// place of the runtime's as a whole: those that differ in little are made with `..runtime.limits().clone()`. They
/// may be wider than the runtime's, but for:
///
/// | limit | runtime | plugin | call |
/// | --- | --- | --- | --- |
/// | `memory` | the most that any plugin may ask for | up to the runtime's | up to the runtime's |
/// | `wasm_stack` | counts | has no effect, and may not be more than the runtime's | the same |
/// | `fuel` | whether fuel is measured at all | any, where the runtime measures it | the same |
/// | `instances`, `queue` | of all plugins together | of this plugin alone | have no effect |
///
/// # From a configuration file
///
/// What a file leaves out is as in [`Limits::default`]; a field that does not exist is an error. Times are texts such as `"250ms"`,
/// `"10s"`, `"1m 30s"`, or numbers of seconds. Sizes are numbers of bytes, or texts such as `"64MiB"` (1024 times 1024) and
/// `"64MB"` (1000 times 1000). Both (but for `wasm_stack`), `fuel` and
/// `table_elements` can be `"none"` for no limit.
///
/// ```
/// use std::time::Duration;
/// use fidius::Limits;
///
/// # fn main() -> Result<(), serde_json::Error> {
/// let limits: Limits = serde_json::from_str(r#"{ "time": "250ms", "cpu_time": "none", "memory": "64MiB" }"#)?;
/// assert_eq!(limits.time, Duration::from_millis(250));
/// assert_eq!(limits.cpu_time, Duration::MAX);
/// assert_eq!(limits.memory, 64 << 20);
/// assert_eq!(limits.transfer, Limits::default().transfer);
/// # Ok(())
/// # }
/// ```
///
/// The same in TOML:
///
/// ```
/// # use fidius::Limits;
/// # #[derive(serde::Deserialize)]
/// # struct Config { limits: Limits }
/// # let text = r#"
/// [limits]
/// time = "250ms"
/// cpu_time = "none"
/// memory = "64MiB"
/// # "#;
/// # let config: Config = toml::from_str(text).unwrap();
/// # assert_eq!(config.limits.memory, 64 << 20);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// Wall time of one call, the making of its instance and waiting for a free one included; also while the guest sleeps or waits
    /// for the host. Measured in steps of 10 ms: a call ends with its step, and has never less than its limit. `Duration::MAX`
    /// for no limit. Default: 10 seconds. Beyond it: [`ErrorKind::Timeout`].
    ///
    /// A function of the host that takes too long is not interrupted; the call ends when it returns. A call that a function of the
    /// host makes ends with the call which that function is part of. The plugin's destructor of a resource, which
    /// runs when its handle is dropped, has 100 ms at most. A limit of zero ends with the first step.
    #[serde(with = "Time")]
    pub time: Duration,
    /// Time of one call in which the guest itself computes: not while it sleeps, or a function of the host runs. It is counted in
    /// steps of 10 ms, each of which counts for the guest that runs when it ends: exact to a step for a guest that computes without
    /// a break, and an estimate for one that does so in pieces. `Duration::MAX` for no limit. Default: 10 seconds. Beyond it:
    /// [`ErrorKind::CpuTime`].
    #[serde(with = "Time")]
    pub cpu_time: Duration,
    /// What the guest may compute in one call, in units of which most instructions take one. Unlike time it is the same
    /// in each run and on every machine; measuring it makes the guest slower. `None` for no limit, which is the default. Beyond it:
    /// [`ErrorKind::OutOfFuel`], exact to the instructions between two branches.
    ///
    /// The machine code of a component must have it built in, so that only plugins of a runtime whose own limit is set can
    /// have one: `Some(u64::MAX)` there measures and limits nothing.
    #[serde(with = "AnyCount")]
    pub fuel: Option<u64>,
    /// Bytes of linear memory that an instance may have, all its memories together. `u64::MAX` for no limit but the machine's
    /// and the 4 GiB of a memory. Default: 512 MiB.
    ///
    /// A guest that wants more is told so, and may go on without; a call that fails after that is an
    /// [`ErrorKind::OutOfMemory`], and so is an instance that needs more from its start. Exact to the byte; a memory grows by 64 KiB.
    #[serde(with = "Size")]
    pub memory: u64,
    /// Elements that the tables of an instance may have, all together; each takes 8 bytes or more. `u64::MAX` for no limit. Default:
    /// 100,000. Exact. A guest that wants more is told so; a call that fails after that is an
    /// [`ErrorKind::TooManyTableElements`].
    ///
    /// The runtime's, if it is more than that, makes it set aside address space for as much in each table: with some
    /// millions there may not be enough, and instances are then mapped anew for each call, with a warning.
    #[serde(with = "Count")]
    pub table_elements: u64,
    /// Bytes of the machine's stack that a guest may use, from 16 KiB to 1 GiB. Default: 512 KiB. Exact to the frame of a
    /// function. Beyond it: [`ErrorKind::StackOverflow`].
    ///
    /// Up to the default, blocking calls use the stack of the thread that makes them, which must have 1 MiB or more left, **or a deep
    /// recursion of a guest ends the process**: Rust's threads have 2 MiB, unless made with less. With more than the default all
    /// calls run on stacks of their own, and blocking ones take some 100 ns longer. Guests keep most of their data in their memory
    /// and not there.
    #[serde(with = "Size")]
    pub wasm_stack: u64,
    /// Bytes that the host takes out of the guest's memory in one result, or in the arguments of one call of a host function.
    /// `u64::MAX` for no limit. Default: 128 MiB. Beyond it: [`ErrorKind::TransferTooLarge`].
    ///
    /// What counts is what the host has to keep: where the types are known only at run time, each item of a list takes some 32
    /// bytes, but for bytes, which take one each.
    #[serde(with = "Size")]
    pub transfer: u64,
    /// Handles of resources that an instance may have at once: of the host's, of its own, and of WASI's, such as streams. Default:
    /// 10,000. Exact. Beyond it: [`ErrorKind::TooManyHandles`].
    pub handles: u32,
    /// Instances that may be alive at once, those that wait in pools and sessions included; 1 at least. Default: 1000. Exact. A call that
    /// needs another waits in the `queue`; one that must not wait fails with [`ErrorKind::TooManyInstances`].
    ///
    /// Those made ahead ([`spares`](crate::Builder::spares)) come on top: of all plugins of a runtime, a quarter as many, or 64.
    ///
    /// What an instance leaves behind when it goes is a place for the next, which keeps up to 1 MiB of memory: with the default, a program
    /// that once had 1000 instances at once may keep 1 GiB until its plugins are dropped.
    ///
    /// The runtime's sets aside address space, 4 GiB for each and on each of two engines. Where a machine doesn't have as much,
    /// instances are mapped anew for each call, with a warning.
    pub instances: u32,
    /// Calls that may wait for an instance at once; 0 for none. They wait in the order in which they come, within their limit on
    /// time. Default: 1000. Exact. A call beyond it fails at once, with [`ErrorKind::QueueFull`].
    pub queue: u32,
    /// Items that either side of a stream may be ahead of the other: how many the guest may have written that nobody has read yet, and how
    /// many the host asks its own stream for at once. For a stream of bytes it is counted in KiB. Default: 64. Exact; 0 counts as 1.
    ///
    /// An item may be as large as `transfer` allows, and the host keeps up to a window of them: where a plugin that is not trusted gives
    /// lists or texts, both are better small.
    pub stream_window: u32,
    /// How long a stream that a plugin gives may take in all, from where it begins to its end. Between two items `time` limits how long a
    /// reader waits. `Duration::MAX` for no limit, which is the default: a stream runs only while somebody waits for an item. Beyond it:
    /// [`ErrorKind::Timeout`].
    #[serde(with = "Time")]
    pub stream_time: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            time: Duration::from_secs(10),
            cpu_time: Duration::from_secs(10),
            fuel: None,
            memory: 512 << 20,
            table_elements: 100_000,
            wasm_stack: 512 << 10,
            transfer: 128 << 20,
            handles: 10_000,
            instances: 1000,
            queue: 1000,
            stream_window: 64,
            stream_time: Duration::MAX,
        }
    }
}

/// With less, a guest gets nowhere; more is no stack that a thread has.
const WASM_STACK: RangeInclusive<u64> = 16 << 10..=1 << 30;

impl Limits {
    /// For how many instances a runtime has room that no call has.
    pub(crate) fn spare_slots(&self) -> u32 {
        self.instances.div_ceil(4).max(64)
    }

    /// How many items of this type either side of a stream may be ahead.
    pub(crate) fn window_of<T: 'static>(&self) -> usize {
        let window = usize::try_from(self.stream_window)
            .unwrap_or(usize::MAX)
            .max(1);
        if TypeId::of::<T>() == TypeId::of::<u8>() {
            window.saturating_mul(1 << 10)
        } else {
            window
        }
    }

    /// Whether a runtime can have these limits.
    ///
    /// # Errors
    ///
    /// No call could ever be made with one of them.
    pub(crate) fn check(&self) -> Result<(), Error> {
        if self.instances == 0 {
            return Err(refused(
                "a limit of 0 `instances` leaves none for any call: at least 1 is needed, and each call has one of its own for as \
                 long as it takes"
                    .to_owned(),
            ));
        }
        if !WASM_STACK.contains(&self.wasm_stack) {
            return Err(refused(format!(
                "a `wasm_stack` of {} bytes is not possible: it can have from {} to {} bytes",
                self.wasm_stack,
                WASM_STACK.start(),
                WASM_STACK.end()
            )));
        }
        Ok(())
    }

    /// Whether a plugin, or a call, on a runtime with the limits `runtime` can have these.
    ///
    /// # Errors
    ///
    /// The runtime can't keep one of them, or no call could ever be made with it.
    pub(crate) fn check_within(&self, runtime: &Self) -> Result<(), Error> {
        self.check()?;
        if self.memory > runtime.memory {
            return Err(refused(format!(
                "a limit of {} bytes of `memory` is more than the {} bytes that the plugin's runtime allows: raise the runtime's, \
                 with `Runtime::builder().limits(…)`, or take its own, with `Limits {{ …, ..runtime.limits().clone() }}`",
                self.memory, runtime.memory
            )));
        }
        if self.wasm_stack > runtime.wasm_stack {
            return Err(refused(format!(
                "a `wasm_stack` of {} bytes is more than the {} bytes of the plugin's runtime: it is the same for all plugins of \
                 one, and set with `Runtime::builder().limits(…)`",
                self.wasm_stack, runtime.wasm_stack
            )));
        }
        if let (Some(fuel), None) = (self.fuel, runtime.fuel) {
            return Err(refused(format!(
                "a limit of {fuel} units of `fuel` needs a runtime that measures fuel: one whose own limit is set, with \
                 `Runtime::builder().limits(Limits {{ fuel: Some(u64::MAX), ..Limits::default() }})`"
            )));
        }
        Ok(())
    }
}

fn refused(message: String) -> Error {
    Error::new(ErrorKind::Other, message)
}

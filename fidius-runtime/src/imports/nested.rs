//! The host functions that a thread is in: a call that one of them makes must end before the call that it is part of, and
//! must not wait for an instance which that call has.

use std::cell::{Cell, RefCell};
use std::time::Duration;

use crate::instances::{Deadline, Session, StoreData};
use crate::plugin::Loaded;
use crate::ticker::TICK;
use crate::{Error, ErrorKind};

/// A call of a host function.
struct Frame {
    /// The addresses of the plugin that called it, and of the session where the instance is one. Both exist while the call
    /// takes.
    plugin: usize,
    session: Option<usize>,
    /// The deadline of the call that the host function is part of, taken out of the store meanwhile.
    deadline: Deadline,
    /// Where on the thread's stack it runs.
    stack: usize,
}

/// How much of a thread's stack host functions and the plugins that they call may use together. Each instance may use half a
/// MiB for itself, wherever it begins: with that of the first and of the last guest it is some 1.4 MiB, and most threads have 2 MiB.
const STACK: usize = 384 << 10;

thread_local! {
    /// How many frames there are: all that calls outside of any host function look at.
    static DEPTH: Cell<usize> = const { Cell::new(0) };
    static FRAMES: RefCell<Vec<Frame>> = const { RefCell::new(Vec::new()) };
}

/// Runs a host function, which must not panic.
pub(crate) fn run<R>(data: &mut StoreData, function: impl FnOnce(&mut StoreData) -> R) -> R {
    let frame = Frame {
        plugin: data.plugin.address(),
        session: data.session,
        deadline: data.deadline.lend(),
        stack: stack(),
    };
    let mut frame = Some(frame);
    // A thread that is about to end may have no frames any more. It has no business calling plugins either.
    let pushed = FRAMES.try_with(|frames| frames.borrow_mut().extend(frame.take()));
    DEPTH.set(DEPTH.get() + 1);
    let result = function(data);
    DEPTH.set(DEPTH.get() - 1);
    if pushed.is_ok() {
        frame = FRAMES.with(|frames| frames.borrow_mut().pop());
    }
    if let Some(frame) = frame {
        data.deadline = frame.deadline;
    }
    result
}

/// About where on its stack the thread is.
#[inline(never)]
fn stack() -> usize {
    let here = 0u8;
    std::ptr::from_ref(std::hint::black_box(&here)).addr()
}

/// How many of its ticks a call of the plugin may take: no more than the call that it is part of has left.
///
/// # Errors
///
/// There is too little left of the thread's stack for another guest.
#[inline]
pub(crate) fn ticks(plugin: &Loaded) -> Result<u64, Error> {
    if DEPTH.get() == 0 {
        Ok(plugin.ticks)
    } else {
        nested_ticks(plugin)
    }
}

#[cold]
fn nested_ticks(plugin: &Loaded) -> Result<u64, Error> {
    with(|frames| {
        let (Some(first), Some(last)) = (frames.first(), frames.last()) else {
            return Ok(plugin.ticks);
        };
        if is_deep(first) {
            return Err(Error::new(
                ErrorKind::NestedTooDeep,
                format!(
                    "{} can't be called: functions of the host and plugins have called each other {} deep, and the thread's \
                     stack has no room for another",
                    plugin.component.name(),
                    frames.len()
                ),
            ));
        }
        Ok(last.deadline.ticks_left().min(plugin.ticks))
    })
    .unwrap_or(Ok(plugin.ticks))
}

fn is_deep(first: &Frame) -> bool {
    first.stack.abs_diff(stack()) > STACK
}

/// Whether there is enough left of the thread's stack for another guest.
pub(crate) fn has_room() -> bool {
    with(|frames| !frames.first().is_some_and(is_deep)).unwrap_or(true)
}

/// How long a call may wait for an instance of the plugin, and how to say that.
pub(crate) fn time(plugin: &Loaded) -> (Duration, String) {
    let limit = plugin.limits.time;
    let left = with(|frames| {
        let ticks = frames.last()?.deadline.ticks_left();
        Some(TICK * u32::try_from(ticks).ok()?)
    });
    match left.flatten() {
        Some(left) if left < limit => (
            left,
            "the time that was left of the call which it was part of".to_owned(),
        ),
        _ => (limit, format!("the time limit of {limit:?}")),
    }
}

/// Whether this thread is in a function of the host that an instance of the plugin called.
pub(crate) fn is_in_plugin(plugin: &Loaded) -> bool {
    with(|frames| frames.iter().any(|frame| frame.plugin == plugin.address())).unwrap_or(false)
}

/// Whether this thread is in a function of the host that this very session called.
pub(crate) fn is_in_session(session: &Session) -> bool {
    with(|frames| {
        frames
            .iter()
            .any(|frame| frame.session == Some(session.address()))
    })
    .unwrap_or(false)
}

fn with<R>(look: impl FnOnce(&[Frame]) -> R) -> Option<R> {
    FRAMES.try_with(|frames| look(&frames.borrow())).ok()
}

//! The host functions that a thread is in: a call that one of them makes must end before the call that it is part of, and
//! must not wait for an instance which that call has.
//!
//! An async host function is on a thread only while it is polled, and may go on on another one: its frame is there for each
//! poll, and gone after it.

use std::cell::{Cell, RefCell};
use std::time::{Duration, Instant};

#[cfg(test)]
use crate::instances::Span;
use crate::instances::{Deadline, Mode, Session, StoreData};
use crate::plugin::Loaded;
#[cfg(test)]
use crate::ticker::TICK;
use crate::{Error, ErrorKind};

/// A call of a host function.
pub(crate) struct Frame {
    /// The addresses of the plugin that called it, and of the session where the instance is one. Both exist while the call
    /// takes.
    plugin: usize,
    session: Option<usize>,
    /// The deadline of the call that the host function is part of, taken out of the store meanwhile.
    deadline: Deadline,
    /// Whether the guest that called it has a stack of its own, on which the host function runs too.
    is_on_fiber: bool,
    /// Whether the instance can be called meanwhile: it is not the guest's stack that the function runs on.
    is_beside: bool,
    /// Where on that stack, or the thread's, it runs.
    stack: usize,
}

/// How much of one stack host functions and the plugins that they call may use together. Each instance may use half a
/// MiB for itself, wherever it begins: with that of the first and of the last guest it is some 1.4 MiB, and most threads, and all
/// stacks of async calls, have 2 MiB.
const STACK: usize = 384 << 10;

/// How many async calls may be part of one another. The guest of each has a new stack, so that none of these fills up
/// ([measured](tests), a level costs about 25 KiB of the one before), but each takes 2 MiB of address space, some 40 KiB of memory, and
/// a place among those of the engine's allocator; and each poll of the innermost goes through all of them.
const FIBERS: usize = 50;

thread_local! {
    /// How many frames there are: all that calls outside of any host function look at.
    static DEPTH: Cell<usize> = const { Cell::new(0) };
    static FRAMES: RefCell<Vec<Frame>> = const { RefCell::new(Vec::new()) };
}

impl Frame {
    /// For a function of the host that the guest calls now.
    #[inline]
    pub(crate) fn begin(data: &mut StoreData) -> Self {
        Self {
            plugin: data.plugin.address(),
            session: data.session,
            deadline: data.lend_deadline(),
            is_on_fiber: data.mode == Mode::Async,
            is_beside: false,
            stack: 0,
        }
    }

    /// For what the host does beside a guest that goes on meanwhile: an async function that the WIT says is async, or the
    /// items of a stream.
    pub(crate) fn beside(data: &mut StoreData) -> Self {
        Self {
            plugin: data.plugin.address(),
            session: data.session,
            deadline: data.copy_deadline(),
            is_on_fiber: false,
            is_beside: true,
            stack: 0,
        }
    }

    /// Whether what it calls has more of a stack than is left of that which led to it. What runs beside a guest may begin on the
    /// guest's stack and go on elsewhere, and calls of it that lead to further such guests have threads of their own.
    fn has_own_stack(&self) -> bool {
        self.is_on_fiber || self.is_beside
    }

    /// The function is over, and the guest goes on.
    #[inline]
    pub(crate) fn end(self, data: &mut StoreData) {
        data.deadline = self.deadline;
        data.resumed();
    }

    /// When the call must be over that the function is part of; `None` where there is no limit.
    pub(crate) fn until(&self) -> Option<Instant> {
        Instant::now().checked_add(self.deadline.left()?)
    }

    /// Runs the function, or what there is of it until it waits. It must not panic.
    #[inline]
    pub(crate) fn run<R>(mut self, function: impl FnOnce() -> R) -> (Self, R) {
        self.stack = stack();
        let mut frame = Some(self);
        // A thread that is about to end may have no frames any more. It has no business calling plugins either.
        let pushed = FRAMES.try_with(|frames| frames.borrow_mut().extend(frame.take()));
        DEPTH.set(DEPTH.get() + 1);
        let result = function();
        DEPTH.set(DEPTH.get() - 1);
        if pushed.is_ok() {
            frame = FRAMES.with(|frames| frames.borrow_mut().pop());
        }
        let frame = frame.expect("who pushes a frame after this one takes it away again");
        (frame, result)
    }
}

/// The frames of a thread that are lent to another one, which goes on for it.
pub(crate) struct LentFrames {
    frames: Vec<Frame>,
    depth: usize,
    /// Where on the thread's stack they are.
    stacks: Vec<usize>,
}

/// Takes the frames of this thread, which waits while another one goes on for it.
pub(crate) fn lend() -> LentFrames {
    let frames = FRAMES.try_with(RefCell::take).unwrap_or_default();
    LentFrames {
        stacks: frames.iter().map(|frame| frame.stack).collect(),
        frames,
        depth: DEPTH.replace(0),
    }
}

/// Runs what is in the frames of another thread. It must not panic.
pub(crate) fn borrow<R>(mut lent: LentFrames, run: impl FnOnce() -> R) -> (R, LentFrames) {
    // As if they were all on this thread's stack, which nothing has used so far.
    let here = stack();
    lent.frames.iter_mut().for_each(|frame| frame.stack = here);
    let depth = DEPTH.replace(lent.depth);
    let own = FRAMES.with(|frames| frames.replace(lent.frames));
    let result = run();
    lent.frames = FRAMES.with(|frames| frames.replace(own));
    DEPTH.set(depth);
    (result, lent)
}

/// Takes the frames of this thread back.
pub(crate) fn give_back(mut lent: LentFrames) {
    for (frame, stack) in lent.frames.iter_mut().zip(lent.stacks) {
        frame.stack = stack;
    }
    DEPTH.set(lent.depth);
    // A thread that is about to end may have none any more.
    let _ = FRAMES.try_with(|frames| frames.replace(lent.frames));
}

/// About where on its stack the thread is.
#[inline(never)]
fn stack() -> usize {
    let here = 0u8;
    std::ptr::from_ref(std::hint::black_box(&here)).addr()
}

/// How many of its `limit` ticks a call of the plugin may take: no more than the call that it is part of has left.
///
/// # Errors
///
/// There is too little left of the stack for another guest, or there are too many async calls.
#[inline]
pub(crate) fn ticks(plugin: &Loaded, limit: u64) -> Result<u64, Error> {
    if is_nested() {
        nested_ticks(plugin, limit)
    } else {
        Ok(limit)
    }
}

/// Whether this thread is in a function of the host.
#[inline]
pub(crate) fn is_nested() -> bool {
    DEPTH.get() > 0
}

#[cold]
fn nested_ticks(plugin: &Loaded, limit: u64) -> Result<u64, Error> {
    with(|frames| {
        let Some(last) = frames.last() else {
            return Ok(limit);
        };
        let left = last.deadline.ticks_left();
        if left == 0 {
            return Err(Error::new(
                ErrorKind::Timeout,
                format!(
                    "{} can't be called: the time is over of the call that this one would be part of",
                    plugin.component.name()
                ),
            ));
        }
        let why = if is_deep(frames) {
            "the stack has no room for another"
        } else if fibers(frames) >= FIBERS {
            "no more async calls may be part of one another"
        } else {
            return Ok(left.min(limit));
        };
        Err(Error::new(
            ErrorKind::NestedTooDeep,
            format!(
                "{} can't be called: functions of the host and plugins have called each other {} deep, and {why}",
                plugin.component.name(),
                frames.len()
            ),
        ))
    })
    .unwrap_or(Ok(limit))
}

/// Whether there is too little left for another guest of the stack that this runs on: that of the last guest which has one
/// of its own, or else the thread's.
fn is_deep(frames: &[Frame]) -> bool {
    let on_its_own = frames.iter().rev().find(|frame| frame.has_own_stack());
    let lowest = on_its_own.or(frames.first());
    lowest.is_some_and(|frame| frame.stack.abs_diff(stack()) > STACK)
}

fn fibers(frames: &[Frame]) -> usize {
    frames.iter().filter(|frame| frame.has_own_stack()).count()
}

/// Whether there is enough left of the stack for another guest.
pub(crate) fn has_room() -> bool {
    with(|frames| !is_deep(frames)).unwrap_or(true)
}

/// How long a call within this limit may wait for an instance.
pub(crate) fn time(limit: Duration) -> Duration {
    left().map_or(limit, |left| left.min(limit))
}

/// The same for people.
pub(crate) fn shown_time(limit: Duration) -> String {
    if left().is_some_and(|left| left < limit) {
        "the time that was left of the call which it was part of".to_owned()
    } else {
        format!("the time limit of {limit:?}")
    }
}

/// The time that is left of the call which this thread is in a host function of; `None` where it is in none, or the call has no
/// limit.
pub(crate) fn left() -> Option<Duration> {
    with(|frames| frames.last()?.deadline.left()).flatten()
}

/// Whether this thread is in a function of the host that an instance of the plugin called.
pub(crate) fn is_in_plugin(plugin: &Loaded) -> bool {
    with(|frames| frames.iter().any(|frame| frame.plugin == plugin.address())).unwrap_or(false)
}

/// Whether this thread is in a function of the host that this very session called, and that keeps the instance from being called.
pub(crate) fn blocks_session(session: &Session) -> bool {
    with(|frames| {
        frames
            .iter()
            .any(|frame| frame.session == Some(session.address()) && !frame.is_beside)
    })
    .unwrap_or(false)
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

#[cfg(test)]
impl Frame {
    /// That of a call which has so many ticks in all, on a clock that stands still.
    pub(crate) fn of_call(plugin: usize, ticks: u64, is_on_fiber: bool) -> Self {
        let clock = crate::ticker::Ticker::new().clock();
        Self {
            plugin,
            session: None,
            deadline: Deadline::new(clock, Span { began: 0, ticks }),
            is_on_fiber,
            is_beside: false,
            stack: 0,
        }
    }
}

/// How many frames of the plugin at this address the thread is in.
#[cfg(test)]
pub(crate) fn count(plugin: usize) -> usize {
    with(|frames| frames.iter().filter(|frame| frame.plugin == plugin).count()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Uses some of the stack, and more than one that is empty has room for.
    #[inline(never)]
    fn deeper<R>(look: impl FnOnce() -> R) -> R {
        let used = [0u8; STACK];
        std::hint::black_box(&used);
        let result = look();
        std::hint::black_box(&used);
        result
    }

    fn frame(is_on_fiber: bool) -> Frame {
        Frame::of_call(1, 10, is_on_fiber)
    }

    #[test]
    fn a_frame_comes_back_with_its_deadline() {
        assert_eq!(left(), None);
        let (outer, (inner, seen)) = frame(false).run(|| {
            let (inner, seen) = Frame::of_call(1, 3, false).run(|| (count(1), left()));
            (inner, (seen, count(1), left()))
        });
        assert_eq!(seen, ((2, Some(TICK * 3)), 1, Some(TICK * 10)));
        assert_eq!(count(1), 0);
        assert_eq!(outer.deadline.ticks_left(), 10);
        assert_eq!(inner.deadline.ticks_left(), 3);
    }

    #[test]
    fn a_guest_with_a_stack_of_its_own_has_room() {
        frame(false).run(|| {
            assert!(has_room());
            deeper(|| {
                assert!(!has_room());
                frame(false).run(|| assert!(!has_room()));
                frame(true).run(|| {
                    assert!(has_room());
                    frame(false).run(|| assert!(has_room()));
                    deeper(|| assert!(!has_room()));
                });
            });
        });
        assert!(has_room());
    }

    #[test]
    fn async_calls_are_counted() {
        frame(true).run(|| {
            frame(false).run(|| frame(true).run(|| assert_eq!(with(fibers), Some(2))));
        });
    }
}

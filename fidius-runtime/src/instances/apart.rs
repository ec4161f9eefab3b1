//! Instances that run several tasks must not begin to run while another does on the same thread: the engine refuses that, by a panic, so
//! that a store does not run in itself. What a host function of one begins with another runs on a thread of its own, for a poll.

use std::cell::Cell;
use std::panic::resume_unwind;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::thread;

use tokio::runtime::Handle;

use crate::imports::nested;

thread_local! {
    /// Whether such an instance runs on this thread.
    static IS_INSIDE: Cell<bool> = const { Cell::new(false) };
}

/// As long as it lives, such an instance runs on this thread.
struct Inside {
    was_inside: bool,
}

impl Inside {
    fn begin() -> Self {
        Self {
            was_inside: IS_INSIDE.replace(true),
        }
    }
}

impl Drop for Inside {
    fn drop(&mut self) {
        IS_INSIDE.set(self.was_inside);
    }
}

/// Polls what has an instance run that may run several tasks, and that has been polled before.
///
/// The engine looks only where something begins; what it keeps for the thread is set anew for each poll, and put back after it.
pub(super) fn poll_on<F: Future + ?Sized>(
    future: Pin<&mut F>,
    context: &mut Context<'_>,
) -> Poll<F::Output> {
    let _inside = Inside::begin();
    future.poll(context)
}

/// Polls what has an instance run that may run several tasks.
pub(super) fn poll<F>(future: Pin<&mut F>, context: &mut Context<'_>) -> Poll<F::Output>
where
    F: Future<Output: Send> + Send + ?Sized,
{
    if IS_INSIDE.get() {
        return poll_apart(future, context);
    }
    poll_on(future, context)
}

#[cold]
fn poll_apart<F>(future: Pin<&mut F>, context: &mut Context<'_>) -> Poll<F::Output>
where
    F: Future<Output: Send> + Send + ?Sized,
{
    let waker = context.waker();
    let runtime = Handle::try_current().ok();
    let frames = nested::lend();
    let polled = thread::scope(|scope| {
        let run = || {
            let _entered = runtime.as_ref().map(Handle::enter);
            let _inside = Inside::begin();
            nested::borrow(frames, || future.poll(&mut Context::from_waker(waker)))
        };
        scope.spawn(run).join()
    });
    match polled {
        Ok((polled, frames)) => {
            nested::give_back(frames);
            polled
        }
        // The frames are gone with what panicked, and so is what they are of.
        Err(panic) => resume_unwind(panic),
    }
}

//! Instances that run several tasks must not begin to run while another does on the same thread: the engine refuses that, by a panic, so
//! that a store does not run in itself. What a host function of one begins with another runs on a thread of its own, for a poll.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::pin::Pin;
use std::task::{Context, Poll};
use std::thread;
use std::time::Duration;

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
    let mut frames = Some(nested::lend());
    let polled = thread::scope(|scope| {
        let run = || {
            let _entered = runtime.as_ref().map(Handle::enter);
            let poll = || {
                catch_unwind(AssertUnwindSafe(|| {
                    poll_on(future, &mut Context::from_waker(waker))
                }))
            };
            let (polled, back) = nested::borrow(frames.take()?, poll);
            frames = Some(back);
            Some(polled)
        };
        let thread = thread::Builder::new().spawn_scoped(scope, run);
        thread.ok().and_then(|thread| thread.join().ok().flatten())
    });
    // Those who are in them go on, whatever has happened there.
    frames.into_iter().for_each(nested::give_back);
    match polled {
        Some(Ok(polled)) => polled,
        Some(Err(panic)) => resume_unwind(panic),
        None => {
            // The system has no thread at the moment.
            thread::sleep(MOMENT);
            waker.wake_by_ref();
            Poll::Pending
        }
    }
}

const MOMENT: Duration = Duration::from_millis(10);

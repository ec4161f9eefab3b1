//! Waiting for a future on the current thread, wherever that is.

use std::error::Error;
use std::fmt;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};
use std::time::{Duration, Instant};

use tokio::runtime::Handle;

use crate::background;

/// The call's time was over while the guest waited for something.
#[derive(Debug)]
pub(crate) struct TimedOut;

impl fmt::Display for TimedOut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the time of the call was over")
    }
}

impl Error for TimedOut {}

struct Unpark {
    thread: Thread,
    /// The thread's own token is not enough: where the future parks the thread for another one, that takes the token.
    is_woken: AtomicBool,
}

impl Wake for Unpark {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        self.is_woken.store(true, Ordering::Release);
        self.thread.unpark();
    }
}

/// How long a future is waited for that may not be woken, at first and at most.
const SHORTEST_PATIENCE: Duration = Duration::from_micros(50);
const LONGEST_PATIENCE: Duration = Duration::from_millis(20);

/// Blocks the current thread until `future` is ready, or the time is over that is left when it first has to be waited for;
/// `None` for no limit.
///
/// Unlike a runtime's `block_on` it may be called anywhere, also on a thread that drives an async runtime. Clocks and sockets of
/// tokio's that the future waits for are those of [`background`].
///
/// # Errors
///
/// [`TimedOut`].
pub(crate) fn park<F: Future>(
    left: impl FnOnce() -> Option<Duration>,
    future: F,
) -> wasmtime::Result<F::Output> {
    let in_runtime = Handle::try_current().is_ok();
    let _entered = background::handle()?.enter();
    // Inside a task of some runtime, that task's budget must not make the future yield to a scheduler that is not running.
    let mut future = pin!(tokio::task::unconstrained(future));
    let unpark = Arc::new(Unpark {
        thread: thread::current(),
        is_woken: AtomicBool::new(false),
    });
    let waker = Waker::from(Arc::clone(&unpark));
    let mut context = Context::from_waker(&waker);
    // A future that only yields once is ready at the second poll; its wake-up may be left to the scheduler that this thread
    // is busy keeping from running.
    for _ in 0..2 {
        if let Poll::Ready(output) = future.as_mut().poll(&mut context) {
            return Ok(output);
        }
    }
    let until = left().and_then(|left| Instant::now().checked_add(left));
    // A future that yields to the scheduler of this thread is never woken by it: what it left there is read when the thread is
    // free. It is asked from time to time, less and less often.
    let mut patience = in_runtime.then_some(SHORTEST_PATIENCE);
    loop {
        loop {
            let left = until.map(|until| until.saturating_duration_since(Instant::now()));
            // Also where it has been woken: a future that wakes itself is to come to an end too.
            if left.is_some_and(|left| left.is_zero()) {
                return Err(TimedOut.into());
            }
            if unpark.is_woken.swap(false, Ordering::Acquire) {
                break;
            }
            match (left, patience) {
                (None, None) => thread::park(),
                (Some(left), None) => thread::park_timeout(left),
                (left, Some(most)) => {
                    thread::park_timeout(left.map_or(most, |left| left.min(most)));
                    patience = Some((most * 2).min(LONGEST_PATIENCE));
                    break;
                }
            }
        }
        if let Poll::Ready(output) = future.as_mut().poll(&mut context) {
            return Ok(output);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_future_that_wakes_itself_ends_at_the_limit() {
        let busy = async {
            loop {
                tokio::task::yield_now().await;
            }
        };
        let limit = Duration::from_millis(50);
        let ended: wasmtime::Result<()> = park(|| Some(limit), busy);
        assert!(ended.unwrap_err().is::<TimedOut>());
    }

    #[test]
    fn a_future_that_parks_the_thread_for_another_is_woken() {
        let (send, receive) = tokio::sync::oneshot::channel();
        let other = thread::spawn(|| {
            thread::sleep(Duration::from_millis(20));
            send.send(7).unwrap();
        });
        let both = async {
            let waker = std::future::poll_fn(|context| Poll::Ready(context.waker().clone())).await;
            let inner = async {
                // The outer future is woken while the thread waits for the inner one.
                waker.wake_by_ref();
                tokio::time::sleep(Duration::from_millis(5)).await;
            };
            park(|| None, inner).unwrap();
            receive.await.unwrap()
        };
        assert_eq!(park(|| Some(Duration::from_secs(30)), both).unwrap(), 7);
        other.join().unwrap();
    }
}

//! Waiting for a future on the current thread, wherever that is.

use std::error::Error;
use std::fmt;
use std::pin::pin;
use std::sync::{Arc, LazyLock};
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};
use std::time::Instant;

use tokio::runtime::{Builder, Runtime};

use crate::instances::Deadline;

/// The call's time was over while the guest waited for something.
#[derive(Debug)]
pub(crate) struct TimedOut;

impl fmt::Display for TimedOut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the time of the call was over while the guest waited")
    }
}

impl Error for TimedOut {}

/// Turns the clock for futures that wait for a time. It is made when a guest first waits, and is never asked to run
/// anything else.
static CLOCK: LazyLock<std::io::Result<Runtime>> = LazyLock::new(|| {
    Builder::new_multi_thread()
        .worker_threads(1)
        .thread_name("fidius-clock")
        .enable_time()
        .build()
});

struct Unpark(Thread);

impl Wake for Unpark {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        self.0.unpark();
    }
}

/// Blocks the current thread until `future` is ready or the deadline has come.
///
/// Unlike a runtime's `block_on` it may be called anywhere, also on a thread that drives an async runtime.
pub(super) fn park<F: Future>(deadline: &Deadline, future: F) -> wasmtime::Result<F::Output> {
    let clock = CLOCK
        .as_ref()
        .map_err(|error| wasmtime::Error::msg(format!("no clock for waiting guests: {error}")))?;
    let _entered = clock.enter();
    // Inside a task of some runtime, that task's budget must not make the future yield to a scheduler that is not running.
    let mut future = pin!(tokio::task::unconstrained(future));
    let waker = Waker::from(Arc::new(Unpark(thread::current())));
    let mut context = Context::from_waker(&waker);
    // A future that only yields once is ready at the second poll; its wake-up may be left to the scheduler that this thread
    // is busy keeping from running.
    for _ in 0..2 {
        if let Poll::Ready(output) = future.as_mut().poll(&mut context) {
            return Ok(output);
        }
    }
    let until = deadline
        .left()
        .and_then(|left| Instant::now().checked_add(left));
    loop {
        match until {
            None => thread::park(),
            Some(until) => {
                let left = until.saturating_duration_since(Instant::now());
                if left.is_zero() {
                    return Err(TimedOut.into());
                }
                thread::park_timeout(left);
            }
        }
        if let Poll::Ready(output) = future.as_mut().poll(&mut context) {
            return Ok(output);
        }
    }
}

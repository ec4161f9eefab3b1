//! The async runtime that turns clocks and sockets for guests and functions of the host, wherever they are waited for.

use std::future::poll_fn;
use std::pin::{Pin, pin};
use std::sync::OnceLock;
use std::task::{Context, Poll};
use std::time::Duration;

use parking_lot::Mutex;
use tokio::runtime::{Builder, EnterGuard, Handle, Runtime};
use tokio::time::Sleep;

/// It is made when something first waits, and rests while nothing does.
static RUNTIME: OnceLock<Runtime> = OnceLock::new();

/// The runtime.
///
/// # Errors
///
/// The system has no thread for it at the moment.
pub(crate) fn handle() -> wasmtime::Result<&'static Handle> {
    if let Some(runtime) = RUNTIME.get() {
        return Ok(runtime.handle());
    }
    static MAKING: Mutex<()> = Mutex::new(());
    let _making = MAKING.lock();
    if let Some(runtime) = RUNTIME.get() {
        return Ok(runtime.handle());
    }
    let made = Builder::new_multi_thread()
        .worker_threads(1)
        .thread_name("fidius-clock")
        // For destructors that nobody waits for.
        .max_blocking_threads(8)
        .thread_keep_alive(Duration::from_secs(1))
        .enable_all()
        .build();
    let made = made
        .map_err(|error| wasmtime::Error::msg(format!("no clock for waiting guests: {error}")))?;
    Ok(RUNTIME.get_or_init(|| made).handle())
}

/// Ready after so much time, on whatever executor it is waited for.
///
/// # Errors
///
/// The system has no thread for the clock.
pub(crate) fn sleep(time: Duration) -> wasmtime::Result<Sleep> {
    let _entered = handle()?.enter();
    Ok(tokio::time::sleep(time))
}

/// Enters the runtime for as long as the guard lives, where this thread is in none: one that is there is the user's choice.
///
/// # Errors
///
/// The system has no thread for it.
pub(crate) fn enter_where_there_is_none() -> wasmtime::Result<Option<EnterGuard<'static>>> {
    match Handle::try_current() {
        Ok(_) => Ok(None),
        Err(_) => Ok(Some(handle()?.enter())),
    }
}

/// Lets others on the thread have a turn.
///
/// It lets a runtime of tokio's look at its clocks and sockets as well; a future that only wakes itself keeps it from that for many
/// turns. But who waits for it may be another executor, on a thread of such a runtime that has no turn before that is done: it goes on
/// after a moment all the same.
pub(crate) async fn give_way() {
    let mut yielded = pin!(tokio::task::yield_now());
    let mut moment = sleep(MOMENT).ok().map(Box::pin);
    poll_fn(|context| {
        if yielded.as_mut().poll(context).is_ready() {
            return Poll::Ready(());
        }
        match &mut moment {
            Some(moment) => moment.as_mut().poll(context),
            None => {
                context.waker().wake_by_ref();
                Poll::Pending
            }
        }
    })
    .await;
}

const MOMENT: Duration = Duration::from_millis(1);

/// A future that waits for clocks and sockets of tokio's, for executors that have none: it is polled inside this runtime.
pub(crate) struct Inside<F>(pub(crate) Pin<Box<F>>);

impl<F: Future> Inside<F> {
    pub(crate) fn new(future: F) -> Self {
        Self(Box::pin(future))
    }
}

impl<F: Future> Future for Inside<F> {
    type Output = wasmtime::Result<F::Output>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let _entered = match handle() {
            Ok(handle) => handle.enter(),
            Err(error) => return Poll::Ready(Err(error)),
        };
        self.0.as_mut().poll(context).map(Ok)
    }
}

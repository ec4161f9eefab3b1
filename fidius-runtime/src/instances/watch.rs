//! Ends an async call when its time is over, wherever its guest is then.

use std::future::poll_fn;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::task::{Context, Poll};

use tokio::time::Sleep;

use crate::background;
use crate::instances::call::Span;
use crate::instances::{StoreData, apart};
use crate::park::TimedOut;
use crate::ticker::Clock;

/// What the future of a call needs of the store, which the engine has while the call runs.
pub(crate) struct Watch {
    resumed: Arc<AtomicU64>,
    /// Whether the instance may run several tasks.
    has_tasks: bool,
}

impl Watch {
    pub(crate) fn new(data: &mut StoreData) -> Self {
        Self {
            resumed: Arc::clone(data.resumed_at()),
            has_tasks: data.plugin.component.needs_concurrency(),
        }
    }

    /// Runs a call of the engine's, at most for its time.
    pub(crate) async fn limit<R>(
        &self,
        clock: &Clock,
        span: Span,
        mut call: Pin<&mut (impl Future<Output = wasmtime::Result<R>> + Send)>,
    ) -> wasmtime::Result<R>
    where
        R: Send,
    {
        let noted = poll_fn(|context| {
            self.resumed.store(clock.now(), Ordering::Relaxed);
            if self.has_tasks {
                apart::poll(call.as_mut(), context)
            } else {
                call.as_mut().poll(context)
            }
        });
        limit(clock, span, noted).await
    }
}

/// Waits for a future, at most for a call's time.
pub(crate) async fn limit<R>(
    clock: &Clock,
    span: Span,
    future: impl Future<Output = wasmtime::Result<R>>,
) -> wasmtime::Result<R> {
    let mut future = pin!(future);
    let mut timer = Timer::default();
    poll_fn(|context| match future.as_mut().poll(context) {
        Poll::Ready(result) => Poll::Ready(result),
        Poll::Pending => timer.poll(clock, span, context).map(|result| match result {
            Ok(()) => Err(TimedOut.into()),
            Err(error) => Err(error),
        }),
    })
    .await
}

/// Tells when a call's time is over. Most are over before they have to wait for anything.
#[derive(Default)]
pub(crate) struct Timer(Option<Pin<Box<Sleep>>>);

impl Timer {
    /// Ready when the time is over.
    ///
    /// # Errors
    ///
    /// The system has no thread for the clock.
    pub(crate) fn poll(
        &mut self,
        clock: &Clock,
        span: Span,
        context: &mut Context<'_>,
    ) -> Poll<wasmtime::Result<()>> {
        let timer = match &mut self.0 {
            Some(timer) => timer,
            None => {
                let Some(left) = span.left(clock) else {
                    return Poll::Pending;
                };
                match background::sleep(left) {
                    Ok(sleep) => self.0.insert(Box::pin(sleep)),
                    Err(error) => return Poll::Ready(Err(error)),
                }
            }
        };
        timer.as_mut().poll(context).map(Ok)
    }
}

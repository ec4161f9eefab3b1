//! Ends an async call when its time is over, wherever its guest is then.

use std::future::poll_fn;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::task::Poll;

use tokio::time::Sleep;

use crate::background;
use crate::instances::StoreData;
use crate::instances::call::Span;
use crate::park::TimedOut;
use crate::ticker::Clock;

/// What the future of a call needs of the store, which the engine has while the call runs.
pub(crate) struct Watch {
    resumed: Arc<AtomicU64>,
}

impl Watch {
    pub(crate) fn new(data: &mut StoreData) -> Self {
        Self {
            resumed: Arc::clone(data.resumed_at()),
        }
    }

    /// Runs a call of the engine's, at most for its time.
    pub(crate) async fn limit<R>(
        &self,
        clock: &Clock,
        span: Span,
        call: impl Future<Output = wasmtime::Result<R>>,
    ) -> wasmtime::Result<R> {
        let mut call = pin!(call);
        // Most calls are over before they have to wait for anything.
        let mut timer: Option<Pin<Box<Sleep>>> = None;
        poll_fn(|context| {
            self.resumed.store(clock.now(), Ordering::Relaxed);
            if let Poll::Ready(result) = call.as_mut().poll(context) {
                return Poll::Ready(result);
            }
            let timer = match &mut timer {
                Some(timer) => timer,
                None => {
                    let Some(left) = span.left(clock) else {
                        return Poll::Pending;
                    };
                    match background::sleep(left) {
                        Ok(sleep) => timer.insert(Box::pin(sleep)),
                        Err(error) => return Poll::Ready(Err(error)),
                    }
                }
            };
            timer.as_mut().poll(context).map(|()| Err(TimedOut.into()))
        })
        .await
    }
}

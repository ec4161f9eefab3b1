use std::future::poll_fn;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::task::{Context, Poll};
use std::thread;

use crate::background;
use crate::imports::nested::Frame;

/// What an async function of the host does, in the frame of the guest's call of it.
///
/// The frame is on the thread only while the future is polled, or dropped. The future runs in the async runtime that is
/// around it, if any, else in [`background`], so that clocks and sockets of tokio's work on every executor.
pub(crate) struct HostFuture<F> {
    /// `Some` whenever nothing runs in it.
    frame: Option<Frame>,
    /// `None` when it is over.
    future: Option<F>,
}

impl<F: Future + Unpin> HostFuture<F> {
    pub(crate) fn new(frame: Frame, future: F) -> Self {
        Self {
            frame: Some(frame),
            future: Some(future),
        }
    }

    /// Polls it. A panic is its result.
    ///
    /// # Errors
    ///
    /// There is no runtime to be had.
    fn poll_here(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<wasmtime::Result<thread::Result<F::Output>>> {
        let _entered = match background::enter_where_there_is_none() {
            Ok(entered) => entered,
            Err(error) => return Poll::Ready(Err(error)),
        };
        let future = &mut self.future;
        let polled = within(&mut self.frame, || {
            let future = future.as_mut().expect("it is not polled after its end");
            catch_unwind(AssertUnwindSafe(|| Pin::new(future).poll(context)))
        });
        match polled {
            Ok(Poll::Pending) => Poll::Pending,
            Ok(Poll::Ready(output)) => Poll::Ready(Ok(Ok(output))),
            Err(panic) => Poll::Ready(Ok(Err(panic))),
        }
    }

    /// Waits for its end.
    pub(crate) async fn wait(&mut self) -> wasmtime::Result<thread::Result<F::Output>> {
        poll_fn(|context| self.poll_here(context)).await
    }
}

impl<F> HostFuture<F> {
    /// Drops the future, which is over or out of time, and returns its frame.
    pub(crate) fn into_frame(mut self) -> Frame {
        self.drop_future();
        self.frame
            .take()
            .expect("the frame is there whenever nothing runs in it")
    }

    fn drop_future(&mut self) {
        let Some(future) = self.future.take() else {
            return;
        };
        let drop_it = || catch_unwind(AssertUnwindSafe(|| drop(future)));
        if within(&mut self.frame, drop_it).is_err() {
            // Where a call is cancelled there is nobody to tell, and it must not unwind through the engine.
            tracing::warn!("an async function of the host panicked when its future was dropped");
        }
    }
}

impl<F> Drop for HostFuture<F> {
    fn drop(&mut self) {
        self.drop_future();
    }
}

fn within<R>(frame: &mut Option<Frame>, run: impl FnOnce() -> R) -> R {
    let here = frame
        .take()
        .expect("the frame is there whenever nothing runs in it");
    let (here, result) = here.run(run);
    *frame = Some(here);
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    use std::pin::pin;
    use std::task::Waker;
    use std::time::Duration;

    use crate::failure::panic_message;
    use crate::imports::nested;
    use crate::park::park;

    const PLUGIN: usize = 7;

    fn frame() -> Frame {
        Frame::of_call(PLUGIN, 10, false)
    }

    /// Polled once, it is not ready.
    struct Yield(bool);

    impl Future for Yield {
        type Output = ();

        fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
            if std::mem::replace(&mut self.0, true) {
                Poll::Ready(())
            } else {
                Poll::Pending
            }
        }
    }

    #[test]
    fn the_frame_is_there_while_it_is_polled() {
        struct SeesItsFrame;
        impl Drop for SeesItsFrame {
            fn drop(&mut self) {
                assert_eq!(nested::count(PLUGIN), 1);
            }
        }
        let mut future = HostFuture::new(
            frame(),
            Box::pin(async {
                let _dropped = SeesItsFrame;
                assert_eq!(nested::count(PLUGIN), 1);
                Yield(false).await;
                nested::count(PLUGIN)
            }),
        );
        let mut context = Context::from_waker(Waker::noop());
        assert!(future.poll_here(&mut context).is_pending());
        assert_eq!(nested::count(PLUGIN), 0);
        // It may go on on another thread.
        thread::scope(|scope| {
            scope.spawn(|| {
                let mut context = Context::from_waker(Waker::noop());
                let Poll::Ready(Ok(Ok(count))) = future.poll_here(&mut context) else {
                    panic!("it is ready at the second poll");
                };
                assert_eq!((count, nested::count(PLUGIN)), (1, 0));
            });
        });
        future.into_frame();
    }

    #[test]
    fn a_panic_goes_no_further() {
        struct PanicsToo;
        impl Drop for PanicsToo {
            fn drop(&mut self) {
                assert!(thread::panicking(), "on purpose, when it is dropped");
            }
        }
        let mut future = HostFuture::new(
            frame(),
            Box::pin(async {
                Yield(false).await;
                panic!("on purpose")
            }),
        );
        let result: thread::Result<()> = park(|| None, future.wait()).unwrap().unwrap();
        assert_eq!(panic_message(&*result.unwrap_err()), "on purpose");
        assert_eq!(nested::count(PLUGIN), 0);

        let mut future = HostFuture::new(
            frame(),
            Box::pin(async {
                let _dropped = PanicsToo;
                Yield(false).await;
            }),
        );
        assert!(
            pin!(future.wait())
                .poll(&mut Context::from_waker(Waker::noop()))
                .is_pending()
        );
        future.into_frame();
        assert_eq!(nested::count(PLUGIN), 0);
    }

    /// Waits for a future with no runtime around: it only wakes this thread.
    fn drive<F: Future>(future: F) -> F::Output {
        struct Unpark(thread::Thread);
        impl std::task::Wake for Unpark {
            fn wake(self: std::sync::Arc<Self>) {
                self.0.unpark();
            }
        }
        let waker = Waker::from(std::sync::Arc::new(Unpark(thread::current())));
        let mut future = pin!(future);
        loop {
            if let Poll::Ready(output) = future.as_mut().poll(&mut Context::from_waker(&waker)) {
                return output;
            }
            thread::park();
        }
    }

    #[test]
    fn clocks_work_on_every_executor() {
        let sleeper = || {
            Box::pin(async {
                tokio::time::sleep(Duration::from_millis(5)).await;
                tokio::runtime::Handle::current().id()
            })
        };
        let outside = drive(HostFuture::new(frame(), sleeper()).wait());
        assert_eq!(
            outside.unwrap().unwrap(),
            background::handle().unwrap().id()
        );
        // The user's own runtime stays in place.
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_time()
            .build()
            .unwrap();
        let inside = runtime.block_on(HostFuture::new(frame(), sleeper()).wait());
        assert_eq!(inside.unwrap().unwrap(), runtime.handle().id());
        // Nothing would drive it while the thread is blocked.
        let parked = runtime
            .block_on(async { park(|| None, HostFuture::new(frame(), sleeper()).wait()).unwrap() });
        assert_eq!(parked.unwrap().unwrap(), background::handle().unwrap().id());
    }
}

use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use parking_lot::Mutex;

use crate::instances::Session;
use crate::streams::items::{Items, OfFuture, block};
use crate::{Error, ErrorKind};

/// A value that comes later: what a WIT `future<T>` is, wherever it stands.
///
/// One that a plugin gives is awaited, or [waited for](Self::wait); the plugin runs meanwhile. One that the program gives is made
/// of any future. Like a [`Stream`](crate::Stream) it keeps the instance alive that it is from, and whatever keeps the value from
/// coming is an error.
///
/// ```
/// use fidius::Future;
///
/// assert_eq!(Future::ready(3).wait()?, 3);
/// # Ok::<(), fidius::Error>(())
/// ```
#[must_use = "nothing happens for a value that nobody waits for"]
pub struct Future<T> {
    /// `None` when it has been read. The lock is never waited for: it lets threads share what only one of them can use.
    value: Mutex<Option<Box<dyn Items<T>>>>,
}

impl<T: Send + 'static> Future<T> {
    /// The value of a future.
    pub fn new(future: impl std::future::Future<Output = T> + Send + 'static) -> Self {
        Self::try_new(async { Ok(future.await) })
    }

    /// The value of a future that can fail. For a plugin that waits for it, the call ends with its error.
    pub fn try_new(
        future: impl std::future::Future<Output = Result<T, Error>> + Send + 'static,
    ) -> Self {
        Self::of(OfFuture(Box::pin(future)))
    }

    /// A value that is there.
    pub fn ready(value: T) -> Self {
        Self::new(std::future::ready(value))
    }

    pub(crate) fn of(value: impl Items<T> + 'static) -> Self {
        Self {
            value: Mutex::new(Some(Box::new(value))),
        }
    }

    /// Blocks the thread until the value is there.
    ///
    /// # Errors
    ///
    /// The plugin fails, or the time of the call is over. The plugin can't go on while this thread waits, because it is calling a function of
    /// the host's on it.
    pub fn wait(mut self) -> Result<T, Error> {
        if let Some(value) = self.value.get_mut() {
            value.may_block()?;
        }
        block(|context| self.poll_value(context).map(Some)).unwrap_or_else(|| Err(no_value()))
    }

    pub(crate) fn poll_value(&mut self, context: &mut Context<'_>) -> Poll<Result<T, Error>> {
        let value = self.value.get_mut();
        let Some(source) = value else {
            return Poll::Ready(Err(Error::new(
                ErrorKind::Other,
                "a future was asked again for the value that it has given",
            )));
        };
        let result = ready!(source.poll_next(context));
        *value = None;
        Poll::Ready(result.unwrap_or_else(|| Err(no_value())))
    }

    /// It is about to be read by this session, which it must not keep alive.
    pub(crate) fn enter(&mut self, session: &Arc<Session>) {
        if let Some(value) = self.value.get_mut() {
            value.enter(session);
        }
    }
}

#[cold]
fn no_value() -> Error {
    Error::new(
        ErrorKind::Trap,
        "a future ended without a value: whoever had to write it is gone",
    )
}

impl<T: Send + 'static> std::future::Future for Future<T> {
    type Output = Result<T, Error>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        self.poll_value(context)
    }
}

impl<T> Unpin for Future<T> {}

impl<T> fmt::Debug for Future<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Future").finish_non_exhaustive()
    }
}

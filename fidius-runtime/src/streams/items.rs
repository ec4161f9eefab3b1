//! Where the items of a stream come from.

use std::collections::VecDeque;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use crate::imports::nested;
use crate::instances::Session;
use crate::park::{TimedOut, park};
use crate::{Error, ErrorKind};

/// A source of items, which is not asked again once it has ended, or failed.
pub(crate) trait Items<T>: Send {
    /// The next one.
    fn poll_next(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<T, Error>>>;

    /// Puts as many as there are at once into `into`, one at least and `most` at most. `None` where it has no way to that which is
    /// better than asking for one after the other.
    fn poll_chunk(
        &mut self,
        _context: &mut Context<'_>,
        _most: usize,
        _into: &mut Vec<T>,
    ) -> Option<Poll<Option<Result<(), Error>>>> {
        None
    }

    /// The next one, for a thread that has nothing else to do.
    fn next(&mut self) -> Option<Result<T, Error>> {
        block(|context| self.poll_next(context))
    }

    /// Whether a thread may wait for the next one.
    ///
    /// # Errors
    ///
    /// This thread is what the guest waits for that is to give it.
    fn may_block(&self) -> Result<(), Error> {
        Ok(())
    }

    /// It is about to be read by this session, which it must not keep alive.
    fn enter(&mut self, _session: &Arc<Session>) {}
}

/// Waits on this thread: no longer than the call may take that it is read in, if any.
pub(crate) fn block<T>(
    poll: impl FnMut(&mut Context<'_>) -> Poll<Option<Result<T, Error>>>,
) -> Option<Result<T, Error>> {
    match park(nested::left, std::future::poll_fn(poll)) {
        Ok(item) => item,
        Err(error) if error.is::<TimedOut>() => Some(Err(Error::new(
            ErrorKind::Timeout,
            "a stream had no further item within the time that was left of the call which it is read in",
        )
        .with_source(error))),
        Err(error) => Some(Err(no_wait(error))),
    }
}

/// The error where a thread can't wait.
pub(crate) fn no_wait(error: wasmtime::Error) -> Error {
    Error::new(
        ErrorKind::Other,
        "the system has no thread for the clock that waiting takes",
    )
    .with_source(error)
}

/// Those of a stream of the program's.
pub(crate) struct OfStream<S>(pub(crate) Pin<Box<S>>);

impl<T, S: futures_core::Stream<Item = Result<T, Error>> + Send> Items<T> for OfStream<S> {
    fn poll_next(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<T, Error>>> {
        self.0.as_mut().poll_next(context)
    }

    fn next(&mut self) -> Option<Result<T, Error>> {
        block(|context| self.poll_next(context))
    }
}

/// Those of a stream of the program's that can't fail.
pub(crate) struct OfGoodStream<S>(pub(crate) Pin<Box<S>>);

impl<T, S: futures_core::Stream<Item = T> + Send> Items<T> for OfGoodStream<S> {
    fn poll_next(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<T, Error>>> {
        self.0.as_mut().poll_next(context).map(|item| item.map(Ok))
    }

    fn next(&mut self) -> Option<Result<T, Error>> {
        block(|context| self.poll_next(context))
    }
}

/// Those of an iterator.
pub(crate) struct OfIter<I>(pub(crate) I);

impl<T, I: Iterator<Item = Result<T, Error>> + Send> Items<T> for OfIter<I> {
    fn poll_next(&mut self, _: &mut Context<'_>) -> Poll<Option<Result<T, Error>>> {
        Poll::Ready(self.0.next())
    }

    fn next(&mut self) -> Option<Result<T, Error>> {
        self.0.next()
    }
}

/// Those of an iterator of chunks.
pub(crate) struct OfChunks<I, T> {
    pub(crate) chunks: I,
    pub(crate) chunk: VecDeque<T>,
}

impl<T: Send, I: Iterator<Item = Vec<T>> + Send> OfChunks<I, T> {
    /// Sees to it that there is an item, unless there is none any more.
    fn fill(&mut self) {
        while self.chunk.is_empty() {
            let Some(chunk) = self.chunks.next() else {
                return;
            };
            self.chunk = chunk.into();
        }
    }
}

impl<T: Send, I: Iterator<Item = Vec<T>> + Send> Items<T> for OfChunks<I, T> {
    fn poll_next(&mut self, _: &mut Context<'_>) -> Poll<Option<Result<T, Error>>> {
        self.fill();
        Poll::Ready(self.chunk.pop_front().map(Ok))
    }

    fn poll_chunk(
        &mut self,
        _: &mut Context<'_>,
        most: usize,
        into: &mut Vec<T>,
    ) -> Option<Poll<Option<Result<(), Error>>>> {
        self.fill();
        let count = most.min(self.chunk.len());
        if count == 0 {
            return Some(Poll::Ready(None));
        }
        into.extend(self.chunk.drain(..count));
        Some(Poll::Ready(Some(Ok(()))))
    }
}

/// The one value that a future is ready with.
pub(crate) struct OfFuture<F>(pub(crate) Pin<Box<F>>);

impl<T, F: Future<Output = Result<T, Error>> + Send> Items<T> for OfFuture<F> {
    fn poll_next(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<T, Error>>> {
        let result = ready!(self.0.as_mut().poll(context));
        Poll::Ready(Some(result))
    }
}

//! Where the items of a stream come from.

use std::iter::Fuse;
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

/// Those of an iterator that can't fail.
pub(crate) struct OfGoodIter<I>(Fuse<I>);

impl<I: Iterator> OfGoodIter<I> {
    pub(crate) fn new(items: I) -> Self {
        Self(items.fuse())
    }
}

impl<T, I: Iterator<Item = T> + Send> Items<T> for OfGoodIter<I> {
    fn poll_next(&mut self, _: &mut Context<'_>) -> Poll<Option<Result<T, Error>>> {
        Poll::Ready(self.next())
    }

    fn poll_chunk(
        &mut self,
        _: &mut Context<'_>,
        most: usize,
        into: &mut Vec<T>,
    ) -> Option<Poll<Option<Result<(), Error>>>> {
        let is_any = take(self.0.by_ref(), most, into);
        Some(Poll::Ready(is_any.then_some(Ok(()))))
    }

    fn next(&mut self) -> Option<Result<T, Error>> {
        self.0.next().map(Ok)
    }
}

/// Those of an iterator.
pub(crate) struct OfIter<I> {
    items: Fuse<I>,
    /// An error that comes after items which were read together with it.
    failure: Option<Error>,
}

impl<I: Iterator> OfIter<I> {
    pub(crate) fn new(items: I) -> Self {
        Self {
            items: items.fuse(),
            failure: None,
        }
    }
}

impl<T, I: Iterator<Item = Result<T, Error>> + Send> Items<T> for OfIter<I> {
    fn poll_next(&mut self, _: &mut Context<'_>) -> Poll<Option<Result<T, Error>>> {
        Poll::Ready(self.next())
    }

    fn poll_chunk(
        &mut self,
        _: &mut Context<'_>,
        most: usize,
        into: &mut Vec<T>,
    ) -> Option<Poll<Option<Result<(), Error>>>> {
        if self.failure.is_none() {
            let failure = &mut self.failure;
            let good = |item: Result<T, Error>| item.map_err(|error| *failure = Some(error)).ok();
            if take(self.items.by_ref().map_while(good), most, into) {
                return Some(Poll::Ready(Some(Ok(()))));
            }
        }
        Some(Poll::Ready(self.failure.take().map(Err)))
    }

    fn next(&mut self) -> Option<Result<T, Error>> {
        match self.failure.take() {
            Some(error) => Some(Err(error)),
            None => self.items.next(),
        }
    }
}

/// Puts items into `into`, `most` at most, and returns whether there were any. They are taken together, which is far quicker for most
/// iterators than one after the other.
fn take<T>(items: impl Iterator<Item = T>, most: usize, into: &mut Vec<T>) -> bool {
    let before = into.len();
    // One that always has another would fill the memory of who reads all that there is.
    into.extend(items.take(most.clamp(1, AT_ONCE)));
    into.len() > before
}

/// Those of an iterator of chunks.
pub(crate) struct OfChunks<I, T> {
    chunks: I,
    /// What is left of the last one, in pieces: the first is the last, and none is empty.
    pieces: Vec<Vec<T>>,
}

impl<T: Send, I: Iterator<Item = Vec<T>> + Send> OfChunks<I, T> {
    pub(crate) fn new(chunks: I) -> Self {
        Self {
            chunks,
            pieces: Vec::new(),
        }
    }

    /// The next piece, of `most` items at most; `None` where there is none any more.
    fn piece(&mut self, most: usize) -> Option<Vec<T>> {
        let most = most.max(1);
        let mut piece = match self.pieces.pop() {
            Some(piece) => piece,
            None => self.chunks.find(|chunk| !chunk.is_empty())?,
        };
        // From the end on, so that each item is moved once, however large the chunk is.
        while piece.len() > most {
            let rest = (piece.len() - 1) / most * most;
            self.pieces.push(piece.split_off(rest));
        }
        Some(piece)
    }
}

impl<T: Send, I: Iterator<Item = Vec<T>> + Send> Items<T> for OfChunks<I, T> {
    fn poll_next(&mut self, _: &mut Context<'_>) -> Poll<Option<Result<T, Error>>> {
        let Some(mut piece) = self.piece(AT_ONCE) else {
            return Poll::Ready(None);
        };
        let item = piece.remove(0);
        if !piece.is_empty() {
            self.pieces.push(piece);
        }
        Poll::Ready(Some(Ok(item)))
    }

    fn poll_chunk(
        &mut self,
        _: &mut Context<'_>,
        most: usize,
        into: &mut Vec<T>,
    ) -> Option<Poll<Option<Result<(), Error>>>> {
        let Some(mut piece) = self.piece(most) else {
            return Some(Poll::Ready(None));
        };
        if into.is_empty() {
            *into = piece;
        } else {
            into.append(&mut piece);
        }
        Some(Poll::Ready(Some(Ok(()))))
    }
}

/// How many items of a source that always has another make a chunk, and in pieces of how many one is taken apart that is read one by one.
const AT_ONCE: usize = 256;

/// The one value that a future is ready with.
pub(crate) struct OfFuture<F>(pub(crate) Pin<Box<F>>);

impl<T, F: Future<Output = Result<T, Error>> + Send> Items<T> for OfFuture<F> {
    fn poll_next(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<T, Error>>> {
        let result = ready!(self.0.as_mut().poll(context));
        Poll::Ready(Some(result))
    }
}

#[cfg(test)]
mod tests {
    use crate::{Error, ErrorKind, Stream};

    /// Counts to three, and must not be asked again.
    fn three() -> impl Iterator<Item = u32> + Send {
        let mut at = 0;
        std::iter::from_fn(move || {
            at += 1;
            assert!(at <= 4, "it has said that there are no more");
            (at <= 3).then_some(at)
        })
    }

    #[test]
    fn an_iterator_is_not_asked_beyond_its_end() {
        let mut stream = Stream::from_iter(three());
        assert_eq!(stream.next_chunk().unwrap().unwrap(), [1, 2, 3]);
        assert!(stream.next_chunk().is_none());
        assert!(stream.into_iter().next().is_none());
        let items: Result<Vec<_>, Error> = Stream::from_iter(three()).into_iter().collect();
        assert_eq!(items.unwrap(), [1, 2, 3]);

        let failing = three()
            .map(Ok)
            .chain([Err(Error::new(ErrorKind::Other, "torn"))]);
        let mut stream = Stream::try_from_iter(failing);
        assert_eq!(stream.next_chunk().unwrap().unwrap(), [1, 2, 3]);
        assert!(stream.next_chunk().unwrap().is_err());
        assert!(stream.next_chunk().is_none());
    }

    #[test]
    fn a_chunk_of_an_endless_iterator_ends() {
        let mut stream = Stream::from_iter(0_u64..);
        let mut next = 0;
        for _ in 0..3 {
            for item in stream.next_chunk().unwrap().unwrap() {
                assert_eq!(item, next);
                next += 1;
            }
        }
        assert_eq!(stream.into_iter().next().unwrap().unwrap(), next);
        assert!(Stream::<u8>::from_iter([]).next_chunk().is_none());
    }
}

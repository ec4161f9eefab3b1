use std::collections::VecDeque;
use std::fmt;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use parking_lot::Mutex;

use crate::Error;
use crate::instances::Session;
use crate::streams::items::{Items, OfChunks, OfGoodIter, OfGoodStream, OfIter, OfStream, block};

/// A stream of items: what a WIT `stream<T>` is, wherever it stands.
///
/// One that a plugin gives is read: by async code as a [`futures::Stream`](futures_core::Stream), by sync code in a `for` loop, or
/// [in chunks](Self::next_chunk). It is lazy: the plugin runs while somebody waits for an item, and no further ahead than
/// [`Limits::stream_window`](crate::Limits::stream_window). It ends with `None`; whatever else ends it (a trap of the plugin's, a limit, an error of the
/// plugin's own) is one last `Err`, so that no failure looks like an end. It keeps the instance alive that it is from. When it
/// is dropped, the plugin's side sees that as soon as the instance runs again; where nobody else has it, that is at once, for a tenth of a
/// second at most. The instance of a stream of fidius 0.5 serves nobody else while an item is waited for: what waits is to be polled on, or the
/// stream dropped.
///
/// One that the program gives is made of any stream or iterator. The plugin reads from it when it wants to, while its call, or what
/// the call has returned, is waited for.
///
/// ```
/// use fidius::Stream;
///
/// let mut numbers = Stream::from_iter(1..=3);
/// let mut sum = 0;
/// for number in &mut numbers {
///     sum += number?;
/// }
/// assert_eq!(sum, 6);
/// # Ok::<(), fidius::Error>(())
/// ```
///
/// # Blocking
///
/// An iterator that is given to a plugin runs in the middle of the call, on its thread: one that blocks holds up what that thread has to
/// do. An async call is better given an async stream.
#[must_use = "nothing happens in a stream that nobody reads"]
pub struct Stream<T>(
    /// The lock is never waited for: it lets threads share what only one of them can use.
    Mutex<Inner<T>>,
);

struct Inner<T> {
    /// `None` when it has ended.
    items: Option<Box<dyn Items<T>>>,
    /// An error that comes after items which were read together with it.
    failure: Option<Error>,
    /// What is left of a chunk that was read in part.
    rest: VecDeque<T>,
}

impl<T: Send + 'static> Stream<T> {
    /// The items of an async stream.
    pub fn new(stream: impl futures_core::Stream<Item = T> + Send + 'static) -> Self {
        Self::of(OfGoodStream(Box::pin(stream)))
    }

    /// The items of an async stream that can fail. Its first error is the last item; for a plugin that reads it, the call ends with it.
    pub fn try_new(
        stream: impl futures_core::Stream<Item = Result<T, Error>> + Send + 'static,
    ) -> Self {
        Self::of(OfStream(Box::pin(stream)))
    }

    /// The items of an iterator.
    #[expect(
        clippy::should_implement_trait,
        reason = "the iterator is kept, so that it must be `Send` and `'static`"
    )]
    pub fn from_iter(items: impl IntoIterator<Item = T, IntoIter: Send + 'static>) -> Self {
        Self::of(OfGoodIter::new(items.into_iter()))
    }

    /// The items of an iterator that can fail. Its first error is the last item; for a plugin that reads it, the call ends with it.
    pub fn try_from_iter(
        items: impl IntoIterator<Item = Result<T, Error>, IntoIter: Send + 'static>,
    ) -> Self {
        Self::of(OfIter::new(items.into_iter()))
    }

    /// The items of chunks, one chunk after the other: for bytes, which one by one would be slow.
    ///
    /// ```
    /// use std::io::Read as _;
    /// use fidius::Stream;
    ///
    /// let mut bytes = Stream::from_chunks([b"one, ".to_vec(), b"two".to_vec()]);
    /// let mut text = String::new();
    /// bytes.read_to_string(&mut text)?;
    /// assert_eq!(text, "one, two");
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub fn from_chunks(chunks: impl IntoIterator<Item = Vec<T>, IntoIter: Send + 'static>) -> Self {
        Self::of(OfChunks::new(chunks.into_iter()))
    }

    /// No items.
    pub fn empty() -> Self {
        Self::with(None)
    }

    pub(crate) fn of(items: impl Items<T> + 'static) -> Self {
        Self::with(Some(Box::new(items)))
    }

    fn with(items: Option<Box<dyn Items<T>>>) -> Self {
        Self(Mutex::new(Inner {
            items,
            failure: None,
            rest: VecDeque::new(),
        }))
    }

    /// The items that are there, one at least, blocking the thread until there is one: of a plugin's stream no more than
    /// [`Limits::stream_window`](crate::Limits::stream_window). `None` when the stream has ended.
    ///
    /// # Errors
    ///
    /// Whatever ends the stream before its end. Nothing comes after that.
    pub fn next_chunk(&mut self) -> Option<Result<Vec<T>, Error>> {
        if let Err(error) = self.0.get_mut().may_block() {
            return Some(Err(error));
        }
        let mut chunk = Vec::new();
        let read = block(|context| self.poll_items(context, usize::MAX, &mut chunk))?;
        Some(read.map(|()| chunk))
    }

    /// The same, without blocking the thread. Nothing is lost where the future is dropped.
    ///
    /// # Errors
    ///
    /// Those of [`next_chunk`](Self::next_chunk).
    pub async fn next_chunk_async(&mut self) -> Option<Result<Vec<T>, Error>> {
        let mut chunk = Vec::new();
        let read = std::future::poll_fn(|context| self.poll_items(context, usize::MAX, &mut chunk))
            .await?;
        Some(read.map(|()| chunk))
    }

    /// Puts as many as there are at once into `into`, one at least and `most` at most.
    pub(crate) fn poll_items(
        &mut self,
        context: &mut Context<'_>,
        most: usize,
        into: &mut Vec<T>,
    ) -> Poll<Option<Result<(), Error>>> {
        self.0.get_mut().poll_items(context, most, into)
    }

    /// It is about to be read by this session, which it must not keep alive.
    pub(crate) fn enter(&mut self, session: &Arc<Session>) {
        if let Some(items) = &mut self.0.get_mut().items {
            items.enter(session);
        }
    }
}

impl<T: Send + 'static> Inner<T> {
    fn poll_one(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<T, Error>>> {
        if let Some(item) = self.rest.pop_front() {
            return Poll::Ready(Some(Ok(item)));
        }
        if let Some(error) = self.failure.take() {
            return Poll::Ready(Some(Err(error)));
        }
        let Some(source) = &mut self.items else {
            return Poll::Ready(None);
        };
        let item = ready!(source.poll_next(context));
        if !matches!(item, Some(Ok(_))) {
            self.items = None;
        }
        Poll::Ready(item)
    }

    /// Puts as many as there are at once into `into`, one at least and `most` at most.
    fn poll_items(
        &mut self,
        context: &mut Context<'_>,
        most: usize,
        into: &mut Vec<T>,
    ) -> Poll<Option<Result<(), Error>>> {
        if !self.rest.is_empty() {
            let count = most.min(self.rest.len());
            into.extend(self.rest.drain(..count));
            return Poll::Ready(Some(Ok(())));
        }
        if self.failure.is_none()
            && let Some(source) = &mut self.items
            && let Some(polled) = source.poll_chunk(context, most, into)
        {
            let read = ready!(polled);
            if !matches!(read, Some(Ok(()))) {
                self.items = None;
            }
            return Poll::Ready(read);
        }
        match ready!(self.poll_one(context)) {
            Some(Ok(item)) => into.push(item),
            Some(Err(error)) => return Poll::Ready(Some(Err(error))),
            None => return Poll::Ready(None),
        }
        // Who reads all that there is may do so for ever.
        let most = most.min(AT_ONCE);
        while into.len() < most {
            match self.poll_one(context) {
                Poll::Ready(Some(Ok(item))) => into.push(item),
                Poll::Ready(Some(Err(error))) => {
                    self.failure = Some(error);
                    break;
                }
                Poll::Ready(None) | Poll::Pending => break,
            }
        }
        Poll::Ready(Some(Ok(())))
    }

    fn next_blocking(&mut self) -> Option<Result<T, Error>> {
        if let Some(item) = self.rest.pop_front() {
            return Some(Ok(item));
        }
        if let Some(error) = self.failure.take() {
            return Some(Err(error));
        }
        let item = self.items.as_mut()?.next();
        if !matches!(item, Some(Ok(_))) {
            self.items = None;
        }
        item
    }

    fn may_block(&self) -> Result<(), Error> {
        match &self.items {
            Some(items) if self.rest.is_empty() => items.may_block(),
            _ => Ok(()),
        }
    }
}

/// How many items of a source that always has another make a chunk.
const AT_ONCE: usize = 256;

impl<T: Send + 'static> futures_core::Stream for Stream<T> {
    type Item = Result<T, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.get_mut().poll_one(context)
    }
}

impl<T> Unpin for Stream<T> {}

impl<T> fmt::Debug for Stream<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Stream").finish_non_exhaustive()
    }
}

/// The items of a [`Stream`], for which the thread waits.
#[must_use = "nothing happens in a stream that nobody reads"]
#[derive(Debug)]
pub struct Iter<S>(S);

impl<T: Send + 'static> Iterator for Iter<Stream<T>> {
    type Item = Result<T, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        self.0.0.get_mut().next_blocking()
    }
}

impl<T: Send + 'static> Iterator for Iter<&mut Stream<T>> {
    type Item = Result<T, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        self.0.0.get_mut().next_blocking()
    }
}

impl<T: Send + 'static> IntoIterator for Stream<T> {
    type Item = Result<T, Error>;
    type IntoIter = Iter<Self>;

    fn into_iter(self) -> Self::IntoIter {
        Iter(self)
    }
}

impl<'s, T: Send + 'static> IntoIterator for &'s mut Stream<T> {
    type Item = Result<T, Error>;
    type IntoIter = Iter<&'s mut Stream<T>>;

    fn into_iter(self) -> Self::IntoIter {
        Iter(self)
    }
}

/// Blocks the thread while there are no bytes. An error of the stream's is one of the kind [`Other`](io::ErrorKind::Other), with it inside.
impl io::Read for Stream<u8> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if buffer.is_empty() {
            return Ok(0);
        }
        if self.0.get_mut().rest.is_empty() {
            match self.next_chunk() {
                Some(Ok(chunk)) => self.0.get_mut().rest = chunk.into(),
                Some(Err(error)) => return Err(io::Error::other(error)),
                None => return Ok(0),
            }
        }
        io::Read::read(&mut self.0.get_mut().rest, buffer)
    }
}

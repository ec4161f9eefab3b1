//! Streams of the host's that guests of fidius 0.5 read: an import gives the next item, in bincode 1.

use std::marker::PhantomData;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use futures_core::Stream as _;
use parking_lot::Mutex;
use serde::Serialize;

use crate::conventions::{Plain, bincode1};
use crate::instances::Session;
use crate::streams::items::Items;
use crate::{Error, ErrorKind, Stream, Value};

/// What a function is to read that reads a stream of `T`s by the convention of fidius 0.5.
#[doc(hidden)]
pub struct Feed<T> {
    fed: Fed,
    item: PhantomData<fn() -> T>,
}

impl<T: Serialize + Send + 'static> Feed<T> {
    pub fn new(stream: Stream<T>) -> Self {
        Self {
            fed: Fed::of(Encoded {
                stream,
                number: 0,
                encode: |item: &T| bincode1::encode(item),
            }),
            item: PhantomData,
        }
    }
}

impl Feed<Value> {
    /// The same of values, each of which is written as the Rust value of its type.
    pub(crate) fn of_values(stream: Stream<Value>) -> Self {
        let fed = Encoded {
            stream,
            number: 0,
            encode: |value: &Value| bincode1::encode(&Plain(value)),
        };
        Self {
            fed: Fed::of(fed),
            item: PhantomData,
        }
    }
}

impl<T> Feed<T> {
    pub(crate) fn into_fed(self) -> Fed {
        self.fed
    }
}

/// The same, of whatever type the items are. It is in the store for as long as the function may read it that it is for.
pub(crate) struct Fed(
    /// `None` when it has ended. The lock is never waited for: it lets threads share what only one of them can use.
    Mutex<Option<Box<dyn Items<Vec<u8>>>>>,
);

impl Fed {
    pub(crate) fn of(items: impl Items<Vec<u8>> + 'static) -> Self {
        Self(Mutex::new(Some(Box::new(items))))
    }

    /// The next item, for a thread that has nothing else to do.
    pub(crate) fn next(&mut self) -> Option<Result<Vec<u8>, Error>> {
        let items = self.0.get_mut();
        let item = items.as_mut()?.next();
        if item.is_none() {
            *items = None;
        }
        item
    }

    pub(crate) fn poll_next(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Vec<u8>, Error>>> {
        let items = self.0.get_mut();
        let Some(source) = items else {
            return Poll::Ready(None);
        };
        let item = ready!(source.poll_next(context));
        if item.is_none() {
            *items = None;
        }
        Poll::Ready(item)
    }

    /// It is about to be read by this session, which it must not keep alive.
    pub(crate) fn enter(&mut self, session: &Arc<Session>) {
        if let Some(items) = self.0.get_mut() {
            items.enter(session);
        }
    }
}

impl Drop for Fed {
    fn drop(&mut self) {
        let items = self.0.get_mut().take();
        if catch_unwind(AssertUnwindSafe(|| drop(items))).is_err() {
            tracing::warn!("a stream of the host panicked when it was dropped");
        }
    }
}

/// Items as guests of fidius 0.5 read them.
struct Encoded<T> {
    stream: Stream<T>,
    /// How many there were.
    number: u64,
    encode: fn(&T) -> Result<Vec<u8>, bincode::Error>,
}

impl<T> Encoded<T> {
    fn encode(&mut self, item: Result<T, Error>) -> Result<Vec<u8>, Error> {
        self.number += 1;
        (self.encode)(&item?).map_err(|error| {
            Error::new(
                ErrorKind::InvalidArgument,
                format!(
                    "item {} of a stream that the host gives, a value of the type `{}`, can't be written in bincode 1: {error}",
                    self.number,
                    std::any::type_name::<T>()
                ),
            )
            .with_source(error)
        })
    }
}

impl<T: Send + 'static> Items<Vec<u8>> for Encoded<T> {
    fn poll_next(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Vec<u8>, Error>>> {
        let item = ready!(Pin::new(&mut self.stream).poll_next(context));
        Poll::Ready(item.map(|item| self.encode(item)))
    }

    fn next(&mut self) -> Option<Result<Vec<u8>, Error>> {
        let item = (&mut self.stream).into_iter().next()?;
        Some(self.encode(item))
    }

    fn enter(&mut self, session: &Arc<Session>) {
        self.stream.enter(session);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_are_written_one_by_one() {
        let mut fed = Feed::new(Stream::from_iter([(1_u32, "a"), (2, "bc")])).into_fed();
        let first = fed.next().unwrap().unwrap();
        assert_eq!(first, [1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, b'a']);
        assert_eq!(fed.next().unwrap().unwrap().len(), 14);
        assert!(fed.next().is_none());
        assert!(fed.next().is_none());
    }

    #[test]
    fn one_that_cannot_be_written_is_an_error() {
        struct Never;
        impl Serialize for Never {
            fn serialize<S: serde::Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
                Err(serde::ser::Error::custom("never"))
            }
        }
        let mut fed = Feed::new(Stream::from_iter([Ok(1), Err(Never)])).into_fed();
        assert!(fed.next().unwrap().is_ok());
        let error = fed.next().unwrap().unwrap_err();
        assert!(error.is_invalid_argument());
        let text = error.to_string();
        assert!(
            text.starts_with("item 2 of a stream") && text.ends_with("never"),
            "{text}"
        );
    }
}

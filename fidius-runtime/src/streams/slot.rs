//! What lies between a guest that writes to a stream and a reader of the host's.

use std::collections::VecDeque;
use std::mem;
use std::task::{Context, Poll, Waker};

use parking_lot::{Mutex, MutexGuard};

use crate::Error;

/// Items that a guest has written, and nobody has read yet: no more than a window.
pub(crate) struct Slot<T>(Mutex<Inner<T>>);

struct Inner<T> {
    items: VecDeque<T>,
    window: usize,
    end: End,
    /// The reader is gone.
    is_closed: bool,
    reader: Option<Waker>,
    writer: Option<Waker>,
}

enum End {
    /// There may be more.
    Open,
    Clean,
    Failed(Error),
}

/// What a writer finds.
pub(crate) enum Room {
    For(usize),
    /// The reader is slower. It wakes the writer.
    None,
    /// The reader is gone.
    Closed,
}

impl<T> Slot<T> {
    pub(crate) fn new(window: usize) -> Self {
        Self(Mutex::new(Inner {
            items: VecDeque::new(),
            window: window.max(1),
            end: End::Open,
            is_closed: false,
            reader: None,
            writer: None,
        }))
    }

    /// For how many items there is room.
    pub(crate) fn room(&self, context: &Context<'_>) -> Room {
        let mut inner = self.0.lock();
        if inner.is_closed {
            return Room::Closed;
        }
        match inner.window - inner.items.len().min(inner.window) {
            0 => {
                let old = inner.writer.replace(context.waker().clone());
                drop(inner);
                drop(old);
                Room::None
            }
            room => Room::For(room),
        }
    }

    /// Puts items in.
    pub(crate) fn fill(&self, items: Vec<T>) {
        let mut inner = self.0.lock();
        if inner.is_closed {
            drop(inner);
            drop(items);
            return;
        }
        if inner.items.is_empty() {
            inner.items = items.into();
        } else {
            inner.items.extend(items);
        }
        let reader = inner.reader.take();
        drop(inner);
        reader.into_iter().for_each(Waker::wake);
    }

    /// There is nothing more to come: because the guest says so, or for this reason.
    pub(crate) fn end(&self, failure: Option<Error>) {
        let mut inner = self.0.lock();
        if matches!(inner.end, End::Open) {
            inner.end = failure.map_or(End::Clean, End::Failed);
        }
        let reader = inner.reader.take();
        drop(inner);
        reader.into_iter().for_each(Waker::wake);
    }

    /// Takes items out, with `take` where there are any.
    pub(crate) fn take<R>(
        &self,
        context: &Context<'_>,
        take: impl FnOnce(&mut VecDeque<T>) -> R,
    ) -> Poll<Option<Result<R, Error>>> {
        let mut inner = self.0.lock();
        if inner.items.is_empty() {
            return match mem::replace(&mut inner.end, End::Clean) {
                End::Open => {
                    inner.end = End::Open;
                    let old = inner.reader.replace(context.waker().clone());
                    drop(inner);
                    // The last of an executor's may do anything when it is dropped.
                    drop(old);
                    Poll::Pending
                }
                End::Clean => Poll::Ready(None),
                End::Failed(error) => Poll::Ready(Some(Err(error))),
            };
        }
        let taken = take(&mut inner.items);
        Self::taken(inner);
        Poll::Ready(Some(Ok(taken)))
    }

    /// Takes the next item out where there is one.
    pub(crate) fn pop(&self) -> Option<T> {
        let mut inner = self.0.lock();
        let item = inner.items.pop_front()?;
        Self::taken(inner);
        Some(item)
    }

    /// There is room again.
    fn taken(mut inner: MutexGuard<'_, Inner<T>>) {
        // Waking it for every single item would have it write them one by one.
        let writer = if inner.items.len() <= inner.window / 2 {
            inner.writer.take()
        } else {
            None
        };
        drop(inner);
        writer.into_iter().for_each(Waker::wake);
    }

    /// The reader goes.
    pub(crate) fn close(&self) {
        let mut inner = self.0.lock();
        inner.is_closed = true;
        let items = mem::take(&mut inner.items);
        let writer = inner.writer.take();
        drop(inner);
        // They are the user's values, who may do anything when they are dropped.
        drop(items);
        writer.into_iter().for_each(Waker::wake);
    }

    /// Whether the guest has ended it.
    pub(crate) fn is_over(&self) -> bool {
        !matches!(self.0.lock().end, End::Open)
    }
}

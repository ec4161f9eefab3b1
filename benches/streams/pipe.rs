//! The two ends of native streams as a host that is written by hand has them: no more than a window ahead, and no copy of what need not
//! be copied.

use std::future::poll_fn;
use std::mem;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker};

use wasmtime::component::{
    Destination, Lift, Lower, Source, StreamConsumer, StreamProducer, StreamResult, VecBuffer,
};
use wasmtime::{AsContextMut as _, StoreContextMut};

use crate::tuned::Data;

/// How many items either side may be ahead: what fidius has by default.
pub const WINDOW: usize = 64;

/// The same for bytes.
const BYTES: usize = 64 << 10;

/// What the guest has written and the host has not read.
pub struct Pipe<T>(Mutex<State<T>>);

struct State<T> {
    items: Vec<T>,
    has_ended: bool,
    reader: Option<Waker>,
    writer: Option<Waker>,
}

impl<T> Pipe<T> {
    pub fn new() -> Arc<Self> {
        Arc::new(Self(Mutex::new(State {
            items: Vec::new(),
            has_ended: false,
            reader: None,
            writer: None,
        })))
    }

    /// All that is there, as soon as anything is; `None` at the end.
    pub async fn next(&self) -> Option<Vec<T>> {
        poll_fn(|context| {
            let mut state = self.lock();
            if !state.items.is_empty() {
                let items = mem::take(&mut state.items);
                if let Some(writer) = state.writer.take() {
                    writer.wake();
                }
                return Poll::Ready(Some(items));
            }
            if state.has_ended {
                return Poll::Ready(None);
            }
            state.reader = Some(context.waker().clone());
            Poll::Pending
        })
        .await
    }

    fn lock(&self) -> MutexGuard<'_, State<T>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<T> State<T> {
    /// For how many items there is room; where there is none, the reader wakes the writer.
    fn room(&mut self, window: usize, context: &Context<'_>) -> Option<usize> {
        let room = window.saturating_sub(self.items.len());
        if room == 0 {
            self.writer = Some(context.waker().clone());
            return None;
        }
        Some(room)
    }

    fn has_more(&mut self) -> Poll<wasmtime::Result<StreamResult>> {
        if let Some(reader) = self.reader.take() {
            reader.wake();
        }
        Poll::Ready(Ok(StreamResult::Completed))
    }
}

fn no_room(finish: bool) -> Poll<wasmtime::Result<StreamResult>> {
    if finish {
        Poll::Ready(Ok(StreamResult::Cancelled))
    } else {
        Poll::Pending
    }
}

/// Ends the pipe when the engine drops it.
struct Writer<T>(Arc<Pipe<T>>);

impl<T> Drop for Writer<T> {
    fn drop(&mut self) {
        let mut state = self.0.lock();
        state.has_ended = true;
        if let Some(reader) = state.reader.take() {
            reader.wake();
        }
    }
}

/// Takes items of any type.
pub struct Items<T>(Writer<T>);

impl<T> Items<T> {
    pub fn new(pipe: &Arc<Pipe<T>>) -> Self {
        Self(Writer(Arc::clone(pipe)))
    }
}

impl<T: Lift + Send + Sync + 'static> StreamConsumer<Data> for Items<T> {
    type Item = T;

    fn poll_consume(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        mut store: StoreContextMut<'_, Data>,
        mut source: Source<'_, T>,
        finish: bool,
    ) -> Poll<wasmtime::Result<StreamResult>> {
        let mut state = self.0.0.lock();
        let Some(room) = state.room(WINDOW, context) else {
            return no_room(finish);
        };
        let there = source.remaining(store.as_context_mut()).min(room);
        if there > 0 {
            if state.items.is_empty() {
                state.items = Vec::with_capacity(there);
                source.read(store, &mut state.items)?;
            } else {
                let mut items = Vec::with_capacity(there);
                source.read(store, &mut items)?;
                state.items.append(&mut items);
            }
        }
        state.has_more()
    }
}

/// Takes bytes, which the guest's memory is read for only once.
pub struct Bytes(Writer<u8>);

impl Bytes {
    pub fn new(pipe: &Arc<Pipe<u8>>) -> Self {
        Self(Writer(Arc::clone(pipe)))
    }
}

impl StreamConsumer<Data> for Bytes {
    type Item = u8;

    fn poll_consume(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        store: StoreContextMut<'_, Data>,
        source: Source<'_, u8>,
        finish: bool,
    ) -> Poll<wasmtime::Result<StreamResult>> {
        let mut state = self.0.0.lock();
        let Some(room) = state.room(BYTES, context) else {
            return no_room(finish);
        };
        let mut source = source.as_direct(store);
        let bytes = source.remaining();
        let bytes = &bytes[..bytes.len().min(room)];
        let count = bytes.len();
        state.items.extend_from_slice(bytes);
        source.mark_read(count);
        state.has_more()
    }
}

/// Takes bytes, and only looks how many there are.
pub struct Counted {
    pipe: Writer<u8>,
    pub count: u64,
}

impl Counted {
    pub fn new(pipe: &Arc<Pipe<u8>>) -> Self {
        Self {
            pipe: Writer(Arc::clone(pipe)),
            count: 0,
        }
    }
}

impl StreamConsumer<Data> for Counted {
    type Item = u8;

    fn poll_consume(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
        store: StoreContextMut<'_, Data>,
        source: Source<'_, u8>,
        _: bool,
    ) -> Poll<wasmtime::Result<StreamResult>> {
        let mut source = source.as_direct(store);
        let count = std::hint::black_box(source.remaining()).len();
        source.mark_read(count);
        self.get_mut().count += count as u64;
        Poll::Ready(Ok(StreamResult::Completed))
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        // Its only item is the sum, in so many pieces as a byte has.
        self.pipe.0.lock().items = self.count.to_le_bytes().to_vec();
    }
}

/// Gives the items of an iterator, so many at a time at most.
pub struct Given<I> {
    items: I,
    at_once: usize,
}

impl<I> Given<I> {
    pub fn new(items: I, at_once: usize) -> Self {
        Self { items, at_once }
    }
}

impl<I, T> StreamProducer<Data> for Given<I>
where
    I: Iterator<Item = T> + Send + Unpin + 'static,
    T: Lower + Send + Sync + 'static,
{
    type Item = T;
    type Buffer = VecBuffer<T>;

    fn poll_produce<'a>(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
        _: StoreContextMut<'a, Data>,
        mut destination: Destination<'a, T, VecBuffer<T>>,
        _: bool,
    ) -> Poll<wasmtime::Result<StreamResult>> {
        let this = self.get_mut();
        let items: Vec<T> = this.items.by_ref().take(this.at_once).collect();
        Poll::Ready(Ok(if items.is_empty() {
            StreamResult::Dropped
        } else {
            destination.set_buffer(items.into());
            StreamResult::Completed
        }))
    }
}

/// Gives the bytes of chunks, each of which is copied once, to where the guest wants it.
pub struct GivenBytes<I> {
    chunks: I,
    chunk: Vec<u8>,
    at: usize,
}

impl<I> GivenBytes<I> {
    pub fn new(chunks: I) -> Self {
        Self {
            chunks,
            chunk: Vec::new(),
            at: 0,
        }
    }
}

impl<I> StreamProducer<Data> for GivenBytes<I>
where
    I: Iterator<Item = Vec<u8>> + Send + Unpin + 'static,
{
    type Item = u8;
    type Buffer = VecBuffer<u8>;

    fn poll_produce<'a>(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
        store: StoreContextMut<'a, Data>,
        destination: Destination<'a, u8, VecBuffer<u8>>,
        _: bool,
    ) -> Poll<wasmtime::Result<StreamResult>> {
        let this = self.get_mut();
        while this.at == this.chunk.len() {
            let Some(chunk) = this.chunks.next() else {
                return Poll::Ready(Ok(StreamResult::Dropped));
            };
            this.chunk = chunk;
            this.at = 0;
        }
        let mut destination = destination.as_direct(store, BYTES);
        let room = destination.remaining();
        let count = room.len().min(this.chunk.len() - this.at);
        room[..count].copy_from_slice(&this.chunk[this.at..][..count]);
        destination.mark_written(count);
        this.at += count;
        Poll::Ready(Ok(StreamResult::Completed))
    }
}

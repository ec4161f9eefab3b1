//! The engine's side of streams that a guest writes to.

use std::pin::Pin;
use std::sync::{Arc, Weak};
use std::task::{Context, Poll};

use wasmtime::component::{FutureConsumer, Lift, Source, StreamConsumer, StreamResult};
use wasmtime::{AsContextMut as _, StoreContextMut};

use crate::Error;
use crate::failure::HostFailure;
use crate::handles::{Arena, Lifting};
use crate::instances::{Open, Owner, Session, StoreData};
use crate::streams::slot::{Room, Slot};

/// Turns an item as the engine has it into the user's.
pub(crate) trait LiftItem<Raw, T>: Send + Unpin + 'static {
    fn lift(&self, items: Vec<Raw>, store: StoreContextMut<'_, StoreData>)
    -> Result<Vec<T>, Error>;
}

/// Both are the same.
pub(crate) struct Plain;

impl<T> LiftItem<T, T> for Plain {
    fn lift(&self, items: Vec<T>, _: StoreContextMut<'_, StoreData>) -> Result<Vec<T>, Error> {
        Ok(items)
    }
}

/// There are handles in it, or streams.
pub(crate) struct With<Raw, T> {
    pub(crate) lift: fn(Raw, &mut Lifting<'_, 'static>) -> Result<T, Error>,
    /// The session that the instance belongs to.
    pub(crate) session: Weak<Session>,
}

/// What is borrowed can't be in a stream.
static NOTHING_BORROWED: std::sync::LazyLock<Arena> = std::sync::LazyLock::new(Arena::new);

impl<Raw: 'static, T: 'static> LiftItem<Raw, T> for With<Raw, T> {
    fn lift(
        &self,
        items: Vec<Raw>,
        mut store: StoreContextMut<'_, StoreData>,
    ) -> Result<Vec<T>, Error> {
        let session = self.session.upgrade();
        let items = items.into_iter().map(|item| {
            let store = store.as_context_mut();
            let mut lifting = match &session {
                Some(session) => Lifting::of_results(store, Owner::Session(session)),
                None => Lifting::of_arguments(store, &NOTHING_BORROWED),
            };
            (self.lift)(item, &mut lifting)
        });
        items.collect()
    }
}

pub(crate) struct Consumer<T, Raw, L> {
    pub(crate) slot: Arc<Slot<T>>,
    pub(crate) lift: L,
    pub(crate) open: Open,
    pub(crate) raw: std::marker::PhantomData<fn() -> Raw>,
}

impl<T, Raw, L> Consumer<T, Raw, L> {
    fn take(&self, items: Vec<Raw>, store: StoreContextMut<'_, StoreData>) -> wasmtime::Result<()>
    where
        L: LiftItem<Raw, T>,
    {
        let items = self.lift.lift(items, store);
        let items = items.map_err(|error| wasmtime::Error::new(HostFailure(error)))?;
        self.slot.fill(items);
        Ok(())
    }
}

impl<T, Raw, L> StreamConsumer<StoreData> for Consumer<T, Raw, L>
where
    T: Send + 'static,
    Raw: Lift + Send + Sync + 'static,
    L: LiftItem<Raw, T>,
{
    type Item = Raw;

    fn poll_consume(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        mut store: StoreContextMut<'_, StoreData>,
        mut source: Source<'_, Raw>,
        finish: bool,
    ) -> Poll<wasmtime::Result<StreamResult>> {
        let room = match self.slot.room(context) {
            Room::For(room) => room,
            Room::None if finish => return Poll::Ready(Ok(StreamResult::Cancelled)),
            Room::None => return Poll::Pending,
            Room::Closed => return Poll::Ready(Ok(StreamResult::Dropped)),
        };
        let there = source.remaining(store.as_context_mut());
        if there > 0 {
            let mut items = Vec::with_capacity(room.min(there));
            source.read(store.as_context_mut(), &mut items)?;
            self.take(items, store)?;
        }
        Poll::Ready(Ok(StreamResult::Completed))
    }
}

/// Of bytes, which are copied at once.
pub(crate) struct ByteConsumer {
    pub(crate) slot: Arc<Slot<u8>>,
    pub(crate) open: Open,
}

impl StreamConsumer<StoreData> for ByteConsumer {
    type Item = u8;

    fn poll_consume(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        store: StoreContextMut<'_, StoreData>,
        source: Source<'_, u8>,
        finish: bool,
    ) -> Poll<wasmtime::Result<StreamResult>> {
        let room = match self.slot.room(context) {
            Room::For(room) => room,
            Room::None if finish => return Poll::Ready(Ok(StreamResult::Cancelled)),
            Room::None => return Poll::Pending,
            Room::Closed => return Poll::Ready(Ok(StreamResult::Dropped)),
        };
        let mut source = source.as_direct(store);
        let there = source.remaining();
        let count = there.len().min(room);
        if count > 0 {
            let bytes = there[..count].to_vec();
            source.mark_read(count);
            self.slot.fill(bytes);
        }
        Poll::Ready(Ok(StreamResult::Completed))
    }
}

impl Drop for ByteConsumer {
    /// As with any other consumer.
    fn drop(&mut self) {
        self.slot.end(self.open.event_loop().failure());
    }
}

impl<T, Raw, L> FutureConsumer<StoreData> for Consumer<T, Raw, L>
where
    T: Send + 'static,
    Raw: Lift + Send + Sync + 'static,
    L: LiftItem<Raw, T>,
{
    type Item = Raw;

    fn poll_consume(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
        mut store: StoreContextMut<'_, StoreData>,
        mut source: Source<'_, Raw>,
        _: bool,
    ) -> Poll<wasmtime::Result<()>> {
        let mut value = Vec::with_capacity(1);
        source.read(store.as_context_mut(), &mut value)?;
        if !value.is_empty() {
            self.take(value, store)?;
            // There is nothing more to come, whatever becomes of the guest.
            self.slot.end(None);
        }
        Poll::Ready(Ok(()))
    }
}

impl<T, Raw, L> Drop for Consumer<T, Raw, L> {
    /// The engine drops it when the guest has closed its end, and when the instance goes.
    fn drop(&mut self) {
        self.slot.end(self.open.event_loop().failure());
    }
}

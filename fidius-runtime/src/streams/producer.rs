//! The engine's side of streams that a guest reads from.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::task::{Context, Poll};

use wasmtime::component::{
    Destination, FutureProducer, Lower, StreamProducer, StreamResult, VecBuffer,
};
use wasmtime::{AsContextMut as _, StoreContextMut};

use crate::background;
use crate::failure::{HostFailure, panic_message};
use crate::handles::{Direction, Lowering};
use crate::imports::nested::Frame;
use crate::instances::{Open, StoreData};
use crate::{Error, ErrorKind, Future, Stream};

/// Turns an item of the user's into what the engine has in its place.
pub(crate) trait LowerItem<T, Raw>: Send + Unpin + 'static {
    fn lower(
        &self,
        items: Vec<T>,
        store: StoreContextMut<'_, StoreData>,
    ) -> Result<Vec<Raw>, Error>;
}

/// Both are the same.
pub(crate) struct Plain;

impl<T> LowerItem<T, T> for Plain {
    fn lower(&self, items: Vec<T>, _: StoreContextMut<'_, StoreData>) -> Result<Vec<T>, Error> {
        Ok(items)
    }
}

/// There are handles in it, or streams.
pub(crate) struct With<T, Raw>(pub(crate) fn(T, &mut Lowering<'_>) -> Result<Raw, Error>);

impl<T: 'static, Raw: 'static> LowerItem<T, Raw> for With<T, Raw> {
    fn lower(
        &self,
        items: Vec<T>,
        mut store: StoreContextMut<'_, StoreData>,
    ) -> Result<Vec<Raw>, Error> {
        let session = store.data().owner().upgrade();
        let items = items.into_iter().map(|item| {
            let direction = Direction::Export(session.as_ref());
            let mut lowering = Lowering::new(store.as_context_mut(), direction);
            match (self.0)(item, &mut lowering) {
                Ok(raw) => {
                    lowering.done();
                    Ok(raw)
                }
                Err(error) => {
                    lowering.undo();
                    Err(error)
                }
            }
        });
        items.collect()
    }
}

/// What a guest reads from.
pub(crate) struct Producer<S, L> {
    /// `None` when it is dropped.
    source: Option<S>,
    lower: L,
    window: usize,
    _open: Open,
}

impl<S, L> Producer<S, L> {
    pub(crate) fn new(source: S, lower: L, window: usize, open: Open) -> Self {
        Self {
            source: Some(source),
            lower,
            window,
            _open: open,
        }
    }

    /// Runs what is the user's.
    fn ask<R>(
        &mut self,
        store: &mut StoreContextMut<'_, StoreData>,
        ask: impl FnOnce(&mut S) -> Poll<R>,
    ) -> wasmtime::Result<Poll<R>> {
        let _entered = background::enter_where_there_is_none()?;
        let Some(source) = &mut self.source else {
            return Ok(Poll::Pending);
        };
        let frame = Frame::beside(store.data_mut());
        let (_, polled) = frame.run(|| catch_unwind(AssertUnwindSafe(|| ask(source))));
        polled.map_err(|panic| {
            failed(Error::new(
                ErrorKind::HostPanic,
                format!(
                    "a stream or future that the host gives to {} panicked: {}",
                    store.data().plugin.component.name(),
                    panic_message(&*panic)
                ),
            ))
        })
    }
}

fn failed(error: Error) -> wasmtime::Error {
    wasmtime::Error::new(HostFailure(error))
}

impl<T, Raw, L> StreamProducer<StoreData> for Producer<Stream<T>, TypedLower<T, Raw, L>>
where
    T: Send + 'static,
    Raw: Lower + Send + Sync + 'static,
    L: LowerItem<T, Raw>,
{
    type Item = Raw;
    type Buffer = VecBuffer<Raw>;

    fn poll_produce<'a>(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        mut store: StoreContextMut<'a, StoreData>,
        mut destination: Destination<'a, Raw, VecBuffer<Raw>>,
        finish: bool,
    ) -> Poll<wasmtime::Result<StreamResult>> {
        let this = self.get_mut();
        let wanted = destination.remaining(store.as_context_mut());
        if wanted == Some(0) {
            // Whether there is an item can't be known without taking it.
            return Poll::Ready(Ok(StreamResult::Completed));
        }
        let most = wanted.unwrap_or(this.window).min(this.window);
        let mut items = Vec::new();
        let asked = this.ask(&mut store, |stream| {
            stream.poll_items(context, most, &mut items)
        });
        Poll::Ready(match asked {
            Ok(Poll::Pending) if finish => Ok(StreamResult::Cancelled),
            Ok(Poll::Pending) => return Poll::Pending,
            Ok(Poll::Ready(None)) => Ok(StreamResult::Dropped),
            Ok(Poll::Ready(Some(Err(error)))) => Err(failed(error)),
            Ok(Poll::Ready(Some(Ok(())))) => match this.lower.lower.lower(items, store) {
                Ok(items) => {
                    destination.set_buffer(items.into());
                    Ok(StreamResult::Completed)
                }
                Err(error) => Err(failed(error)),
            },
            Err(error) => Err(error),
        })
    }
}

impl<T, Raw, L> FutureProducer<StoreData> for Producer<Future<T>, TypedLower<T, Raw, L>>
where
    T: Send + 'static,
    Raw: Lower + Send + Sync + 'static,
    L: LowerItem<T, Raw>,
{
    type Item = Raw;

    fn poll_produce(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        mut store: StoreContextMut<'_, StoreData>,
        finish: bool,
    ) -> Poll<wasmtime::Result<Option<Raw>>> {
        let this = self.get_mut();
        let asked = this.ask(&mut store, |future| future.poll_value(context));
        Poll::Ready(match asked {
            Ok(Poll::Pending) if finish => Ok(None),
            Ok(Poll::Pending) => return Poll::Pending,
            Ok(Poll::Ready(Err(error))) => Err(failed(error)),
            Ok(Poll::Ready(Ok(value))) => match this.lower.lower.lower(vec![value], store) {
                Ok(mut values) => Ok(values.pop()),
                Err(error) => Err(failed(error)),
            },
            Err(error) => Err(error),
        })
    }
}

/// A way of lowering, with the types that it is for.
pub(crate) struct TypedLower<T, Raw, L> {
    pub(crate) lower: L,
    pub(crate) types: std::marker::PhantomData<fn(T) -> Raw>,
}

impl<S, L> Drop for Producer<S, L> {
    /// The engine drops it when the guest has closed its end, and when the instance goes.
    fn drop(&mut self) {
        let source = self.source.take();
        if catch_unwind(AssertUnwindSafe(|| drop(source))).is_err() {
            tracing::warn!("a stream or future of the host panicked when it was dropped");
        }
    }
}

//! What is [`tuned`](crate::tuned), for async calls: WASI that does not block the thread, calls on stacks of their own, a guest
//! that gives others a turn at each tick, and an end to a call that waits for longer than it may.

use std::future::poll_fn;
use std::path::Path;
use std::pin::pin;
use std::sync::Arc;
use std::task::Poll;

use wasmtime::Store;
use wasmtime::component::Instance;

use crate::calls::{CallsAsync, block_on};
use crate::tuned::{Add, Data, EchoBytes, Guest, Linked, TICK, TICKS, begin};

/// The component, for async calls.
pub fn load(path: &Path) -> Guest {
    let instance = |linked: &_| block_on(instance(linked));
    Guest::make(path, Linked::load_async, instance).expect("the guest fits")
}

pub async fn instance(linked: &Linked) -> (Store<Data>, Instance) {
    let mut store = linked.store();
    let instance = within_time(linked.pre.instantiate_async(&mut store)).await;
    (store, instance.expect("there is room for one"))
}

/// The clock that ends a call is set only where the call has to wait: most don't.
pub async fn within_time<R>(
    call: impl Future<Output = wasmtime::Result<R>>,
) -> wasmtime::Result<R> {
    let mut call = pin!(call);
    let mut clock = None;
    poll_fn(|context| {
        if let Poll::Ready(result) = call.as_mut().poll(context) {
            return Poll::Ready(result);
        }
        let limit = TICK * TICKS as u32;
        let clock = clock.get_or_insert_with(|| Box::pin(tokio::time::sleep(limit)));
        let over = || wasmtime::format_err!("the time of the call is over");
        clock.as_mut().poll(context).map(|()| Err(over()))
    })
    .await
}

/// One instance for all calls, with its functions.
pub struct Live {
    store: Store<Data>,
    add: Add,
    echo_bytes: EchoBytes<'static>,
}

impl Live {
    pub fn new(guest: &Guest) -> Self {
        let (mut store, instance) = block_on(instance(&guest.linked));
        Self {
            add: guest.add(&mut store, instance),
            echo_bytes: guest.echo_bytes(&mut store, instance),
            store,
        }
    }
}

impl CallsAsync for Live {
    async fn add(&mut self, a: u32, b: u32) -> u32 {
        begin(&mut self.store);
        let call = self.add.call_async(&mut self.store, (a, b));
        let (sum,) = within_time(call).await.expect("the guest answers");
        sum
    }

    async fn echo_bytes(&mut self, b: &[u8]) -> Vec<u8> {
        begin(&mut self.store);
        let function: EchoBytes<'_> = self.echo_bytes;
        let call = function.call_async(&mut self.store, (b,));
        let (b,) = within_time(call).await.expect("the guest answers");
        b
    }
}

/// A fresh instance for each call.
pub struct Fresh(Arc<Guest>);

impl Fresh {
    pub fn new(guest: &Arc<Guest>) -> Self {
        Self(Arc::clone(guest))
    }
}

impl CallsAsync for Fresh {
    async fn add(&mut self, a: u32, b: u32) -> u32 {
        let (mut store, instance) = instance(&self.0.linked).await;
        let function = self.0.add(&mut store, instance);
        let call = function.call_async(&mut store, (a, b));
        let (sum,) = within_time(call).await.expect("the guest answers");
        sum
    }

    async fn echo_bytes(&mut self, b: &[u8]) -> Vec<u8> {
        let (mut store, instance) = instance(&self.0.linked).await;
        let function: EchoBytes<'_> = self.0.echo_bytes(&mut store, instance);
        let call = function.call_async(&mut store, (b,));
        let (b,) = within_time(call).await.expect("the guest answers");
        b
    }
}

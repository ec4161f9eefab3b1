//! Streams by the resource convention, read by hand: a loop that calls `next`.

use std::path::Path;
use std::sync::mpsc;
use std::thread;
use std::time::Instant;

use wasmtime::Store;
use wasmtime::component::{
    ComponentNamedList, ComponentType, Instance, Lift, Lower, ResourceAny, TypedFunc,
};

use crate::calls::{Timed, block_on, executor, time};
use crate::tuned::{Data, Linked, begin};
use crate::tuned_async::{instance, within_time};

const INTERFACE: &str = "demo:convention/convention@1.0.0";

#[derive(ComponentType, Lift)]
#[component(record)]
pub struct PluginError {
    code: String,
    message: String,
    details: Option<String>,
}

#[derive(ComponentType, Lift)]
#[component(record)]
#[expect(dead_code, reason = "they are taken out of the guest, and that is all")]
pub struct Entry {
    id: u32,
    name: String,
    data: Vec<u8>,
}

/// The component, for blocking calls and for async ones.
pub struct Guest {
    blocking: Linked,
    asynchronous: Linked,
}

/// A function that returns a stream.
#[derive(Clone, Copy)]
pub struct Source<P> {
    pub function: &'static str,
    pub next: &'static str,
    pub params: P,
}

/// A stream, with the instance that it lives in.
pub struct Reader<T: 'static> {
    store: Store<Data>,
    stream: ResourceAny,
    next: Next<T>,
}

type Answer<T> = Result<Option<T>, PluginError>;
type Next<T> = TypedFunc<(ResourceAny,), (Answer<T>,)>;
type Function<P> = TypedFunc<P, (ResourceAny,)>;

impl Guest {
    pub fn load(path: &Path) -> Self {
        let bytes = std::fs::read(path).expect("the guest is built");
        Self {
            blocking: Linked::load(&bytes, true).expect("the guest fits"),
            asynchronous: Linked::load_async(&bytes).expect("the guest fits"),
        }
    }

    pub fn open<T, P>(&self, source: Source<P>) -> Reader<T>
    where
        T: Lift + Send + Sync,
        P: ComponentNamedList + Lower + Copy,
    {
        let (mut store, instance) = self.blocking.instance();
        let (function, next) = functions(&self.blocking, &mut store, instance, source);
        let (stream,) = function
            .call(&mut store, source.params)
            .expect("the guest answers");
        Reader {
            store,
            stream,
            next,
        }
    }

    pub fn open_async<T, P>(&self, source: Source<P>) -> Reader<T>
    where
        T: Lift + Send + Sync,
        P: ComponentNamedList + Lower + Copy + Send,
    {
        block_on(async {
            let (mut store, instance) = instance(&self.asynchronous).await;
            let (function, next) = functions(&self.asynchronous, &mut store, instance, source);
            let opened = function.call_async(&mut store, source.params).await;
            let (stream,) = opened.expect("the guest answers");
            Reader {
                store,
                stream,
                next,
            }
        })
    }
}

fn functions<T, P>(
    linked: &Linked,
    store: &mut Store<Data>,
    instance: Instance,
    source: Source<P>,
) -> (Function<P>, Next<T>)
where
    T: Lift + Send + Sync,
    P: ComponentNamedList + Lower,
{
    let index = |name| {
        linked
            .index(INTERFACE, name)
            .expect("the guest has the interface")
    };
    let function = instance.get_typed_func(&mut *store, index(source.function));
    let next = instance.get_typed_func(&mut *store, index(source.next));
    (
        function.expect("the function has these types"),
        next.expect("the function has these types"),
    )
}

fn item<T>(answer: Answer<T>) -> T {
    match answer {
        Ok(item) => item.expect("there is always another"),
        Err(error) => panic!("{}: {}, {:?}", error.code, error.message, error.details),
    }
}

impl<T: Lift + Send + Sync> Reader<T> {
    fn next(&mut self) -> T {
        begin(&mut self.store);
        let (answer,) = self
            .next
            .call(&mut self.store, (self.stream,))
            .expect("the guest answers");
        item(answer)
    }

    async fn next_async(&mut self) -> T {
        begin(&mut self.store);
        let call = self.next.call_async(&mut self.store, (self.stream,));
        let (answer,) = within_time(call).await.expect("the guest answers");
        item(answer)
    }

    pub fn blocking(mut self) -> Timed {
        Box::new(move |count| time(count, || self.next()))
    }

    pub fn asynchronous(mut self) -> Timed {
        let executor = executor();
        Box::new(move |count| {
            executor.block_on(async {
                let start = Instant::now();
                for _ in 0..count {
                    std::hint::black_box(self.next_async().await);
                }
                start.elapsed()
            })
        })
    }

    /// As fidius 0.5 does it: a thread asks for the items, and a channel has room for a few.
    pub fn pumped(mut self) -> Timed {
        let (sender, items) = mpsc::sync_channel(4);
        thread::spawn(move || while sender.send(self.next()).is_ok() {});
        Box::new(move |count| time(count, || items.recv().expect("there is always another")))
    }
}

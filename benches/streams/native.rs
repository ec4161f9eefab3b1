//! Native streams and `async` functions by hand: what is [`tuned`](crate::tuned) otherwise, with support for concurrency.

use std::hint::black_box;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use futures_util::future::join_all;
use wasmtime::component::{
    Component, ComponentExportIndex, ComponentNamedList, ComponentType, Instance, Lift, Linker,
    Lower, StreamConsumer, StreamReader, TypedFunc,
};
use wasmtime::{AsContextMut as _, Store};

use crate::calls::{Timed, block_on, executor};
use crate::pipe::{Bytes, Counted, Given, GivenBytes, Items, Pipe};
use crate::tuned::{self, Data, Linked, begin};
use crate::tuned_async::{instance, within_time};
use crate::work::{BYTES, CALLS, CHUNK, NUMBERS, PAUSE, POINTS, chunks, label};

const INTERFACE: &str = "demo:streams/streams@1.0.0";

#[derive(ComponentType, Lift, Lower)]
#[component(record)]
pub struct Point {
    x: i32,
    y: i32,
    label: String,
}

type Count = TypedFunc<(u32,), (StreamReader<u32>,)>;
type Pause = TypedFunc<(u32,), (u32,)>;

/// The component, with what it may import.
pub struct Guest {
    linked: Linked,
    count: ComponentExportIndex,
    pause: ComponentExportIndex,
}

impl Guest {
    pub fn load(path: &Path) -> Self {
        let bytes = std::fs::read(path).expect("the guest is built");
        let linked =
            Linked::load_concurrent(&bytes, CALLS as u32 + 100, imports).expect("the guest fits");
        let index = |name| {
            linked
                .index(INTERFACE, name)
                .expect("the guest has the interface")
        };
        let guest = Self {
            count: index("count"),
            pause: index("pause"),
            linked,
        };
        // `fresh_function` relies on it.
        let mut held = guest.held();
        let _: Count = held.function(&guest, "count");
        let _: Pause = held.function(&guest, "pause");
        guest
    }

    fn held(&self) -> Held {
        let (store, instance) = block_on(instance(&self.linked));
        Held { store, instance }
    }

    /// A function of an instance that is made for one call.
    fn fresh_function<P, R>(&self, held: &mut Held, index: &ComponentExportIndex) -> TypedFunc<P, R>
    where
        P: ComponentNamedList + Lower,
        R: ComponentNamedList + Lift,
    {
        // SAFETY: `load` has compared the types of both functions that are called so.
        unsafe { tuned::function(&mut held.store, held.instance, index) }
    }
}

/// What is called in a benchmark is there; the rest is not.
fn imports(linker: &mut Linker<Data>, component: &Component) -> wasmtime::Result<()> {
    let mut host = linker.instance("demo:streams/host@1.0.0")?;
    host.func_wrap_concurrent("pause", |_, (ms,): (u32,)| {
        Box::pin(async move {
            if ms > 0 {
                tokio::time::sleep(Duration::from_millis(ms.into())).await;
            }
            Ok(())
        })
    })?;
    linker.define_unknown_imports_as_traps(component)
}

/// An instance for all calls.
struct Held {
    store: Store<Data>,
    instance: Instance,
}

impl Held {
    fn function<P, R>(&mut self, guest: &Guest, name: &str) -> TypedFunc<P, R>
    where
        P: ComponentNamedList + Lower,
        R: ComponentNamedList + Lift,
    {
        let index = guest.linked.index(INTERFACE, name);
        let index = index.expect("the guest has the interface");
        let function = self.instance.get_typed_func(&mut self.store, index);
        function.expect("the function has these types")
    }

    /// Calls a function that returns a stream, and reads that to its end, `read` being told of each chunk.
    async fn drain<P, T, C>(
        &mut self,
        function: TypedFunc<P, (StreamReader<T>,)>,
        params: P,
        consumer: impl FnOnce(&Arc<Pipe<T>>) -> C,
        mut read: impl FnMut(Vec<T>),
    ) where
        P: ComponentNamedList + Lower + Send + 'static,
        T: Lift + Send + Sync + 'static,
        C: StreamConsumer<Data, Item = T>,
    {
        begin(&mut self.store);
        let drained = async {
            let run = self.store.run_concurrent(async |accessor| {
                let (stream,) = function.call_concurrent(accessor, params).await?;
                let pipe = Pipe::new();
                accessor
                    .with(|mut access| stream.pipe(access.as_context_mut(), consumer(&pipe)))?;
                while let Some(chunk) = pipe.next().await {
                    read(chunk);
                }
                Ok(())
            });
            run.await.flatten()
        };
        within_time(drained).await.expect("the guest answers");
    }
}

/// Runs an async loop on an executor that has nothing else to do.
fn turns(mut held: Held, mut turn: impl AsyncFnMut(&mut Held) + Send + 'static) -> Timed {
    let executor = executor();
    Box::new(move |count| {
        executor.block_on(async {
            let start = Instant::now();
            for _ in 0..count {
                turn(&mut held).await;
            }
            start.elapsed()
        })
    })
}

pub fn bytes_out(guest: &Guest) -> Timed {
    let mut held = guest.held();
    let bytes = held.function::<(u64, u32), _>(guest, "bytes");
    turns(held, async move |held| {
        let mut count = 0;
        let read = |chunk: Vec<u8>| count += black_box(chunk).len();
        held.drain(bytes, (BYTES, CHUNK), Bytes::new, read).await;
        assert_eq!(count as u64, BYTES);
    })
}

/// The bytes stay where they are.
pub fn bytes_counted(guest: &Guest) -> Timed {
    let mut held = guest.held();
    let bytes = held.function::<(u64, u32), _>(guest, "bytes");
    turns(held, async move |held| {
        let mut count = [0; 8];
        let read = |sum: Vec<u8>| count.copy_from_slice(&sum);
        held.drain(bytes, (BYTES, CHUNK), Counted::new, read).await;
        assert_eq!(u64::from_le_bytes(count), BYTES);
    })
}

pub fn points_out(guest: &Guest) -> Timed {
    let mut held = guest.held();
    let points = held.function(guest, "points");
    turns(held, async move |held| {
        let mut count = 0;
        let read = |points: Vec<Point>| {
            for point in points {
                black_box(point);
                count += 1;
            }
        };
        held.drain(points, (POINTS,), Items::new, read).await;
        assert_eq!(count, POINTS);
    })
}

pub fn numbers_out(guest: &Guest, to: u32) -> Timed {
    let mut held = guest.held();
    let numbers: Count = held.function(guest, "count");
    turns(held, async move |held| {
        let mut count = 0;
        let read = |numbers: Vec<u32>| {
            for number in numbers {
                black_box(number);
                count += 1;
            }
        };
        held.drain(numbers, (to,), Items::new, read).await;
        assert_eq!(count, to);
    })
}

/// A stream without items, of an instance that is made for it.
pub fn nothing_out_of_fresh(guest: &Arc<Guest>) -> Timed {
    let guest = Arc::clone(guest);
    let executor = executor();
    Box::new(move |count| {
        executor.block_on(async {
            let start = Instant::now();
            for _ in 0..count {
                let (store, instance) = instance(&guest.linked).await;
                let mut held = Held { store, instance };
                let numbers: Count = guest.fresh_function(&mut held, &guest.count);
                held.drain(numbers, (0,), Items::new, |_| ()).await;
            }
            start.elapsed()
        })
    })
}

pub fn bytes_in(guest: &Guest) -> Timed {
    let mut held = guest.held();
    let weigh = held.function::<(StreamReader<u8>,), (u64,)>(guest, "weigh");
    turns(held, async move |Held { store, .. }| {
        begin(store);
        let given = StreamReader::new(&mut *store, GivenBytes::new(chunks()));
        let given = given.expect("there is room for one");
        let weighed = within_time(weigh.call_async(store, (given,))).await;
        assert_eq!(weighed.expect("the guest answers"), (BYTES,));
    })
}

/// `at_once` items are ready for the guest at a time.
pub fn points_in(guest: &Guest, at_once: usize) -> Timed {
    let mut held = guest.held();
    let labels = held.function::<(StreamReader<Point>,), (Vec<String>,)>(guest, "label");
    turns(held, async move |Held { store, .. }| {
        begin(store);
        let points = (0..POINTS).map(|i| Point {
            x: i as i32,
            y: -(i as i32),
            label: label(i),
        });
        let given = StreamReader::new(&mut *store, Given::new(points, at_once));
        let given = given.expect("there is room for one");
        let labels = within_time(labels.call_async(store, (given,))).await;
        let (labels,) = labels.expect("the guest answers");
        assert_eq!(black_box(labels).len(), POINTS as usize);
    })
}

pub fn numbers_in(guest: &Guest, at_once: usize) -> Timed {
    let mut held = guest.held();
    let sum = held.function::<(StreamReader<u32>,), (u64,)>(guest, "sum");
    turns(held, async move |Held { store, .. }| {
        begin(store);
        let given = StreamReader::new(&mut *store, Given::new(0..NUMBERS, at_once));
        let given = given.expect("there is room for one");
        let sum = within_time(sum.call_async(store, (given,))).await;
        black_box(sum.expect("the guest answers"));
    })
}

/// An `async` function, called as a plain one is.
pub fn echo(guest: &Guest) -> Timed {
    let mut held = guest.held();
    let echo = held.function::<(&'static str,), (String,)>(guest, "echo");
    turns(held, async move |Held { store, .. }| {
        begin(store);
        let echoed = within_time(echo.call_async(store, (black_box("0123456789"),))).await;
        black_box(echoed.expect("the guest answers"));
    })
}

/// The same function, called so that others could run beside it.
pub fn echo_beside(guest: &Guest) -> Timed {
    let mut held = guest.held();
    let echo = held.function::<(String,), (String,)>(guest, "echo");
    turns(held, async move |Held { store, .. }| {
        begin(store);
        let echoed = async {
            let text = black_box("0123456789").to_owned();
            let run = store
                .run_concurrent(async |accessor| echo.call_concurrent(accessor, (text,)).await);
            run.await.flatten()
        };
        black_box(within_time(echoed).await.expect("the guest answers"));
    })
}

pub fn add(guest: &Guest) -> Timed {
    let mut held = guest.held();
    let add = held.function::<(u32, u32), (u32,)>(guest, "add");
    turns(held, async move |Held { store, .. }| {
        begin(store);
        let sum = within_time(add.call_async(store, black_box((20, 22)))).await;
        black_box(sum.expect("the guest answers"));
    })
}

/// All calls on one instance.
pub fn pauses(guest: &Guest) -> Timed {
    let mut held = guest.held();
    let pause: Pause = held.function(guest, "pause");
    turns(held, async move |Held { store, .. }| {
        begin(store);
        let paused = store.run_concurrent(async |accessor| {
            let calls = (0..CALLS).map(|_| pause.call_concurrent(accessor, (PAUSE,)));
            join_all(calls).await
        });
        for paused in within_time(paused).await.expect("the guest answers") {
            assert_eq!(paused.expect("the guest answers"), (PAUSE,));
        }
    })
}

/// Each call on an instance of its own.
pub fn pauses_on_fresh(guest: &Arc<Guest>) -> Timed {
    let guest = Arc::clone(guest);
    let executor = executor();
    Box::new(move |count| {
        executor.block_on(async {
            let start = Instant::now();
            for _ in 0..count {
                let calls = (0..CALLS).map(async |_| {
                    let (store, instance) = instance(&guest.linked).await;
                    let mut held = Held { store, instance };
                    let pause: Pause = guest.fresh_function(&mut held, &guest.pause);
                    let paused = within_time(pause.call_async(&mut held.store, (PAUSE,))).await;
                    assert_eq!(paused.expect("the guest answers"), (PAUSE,));
                });
                join_all(calls).await;
            }
            start.elapsed()
        })
    })
}

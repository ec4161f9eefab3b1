//! fidius, as a program uses it that has read nothing but the documentation of [`Stream`].

use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use fidius::{CallError, Error, Runtime, Stream};
use futures_util::StreamExt as _;
use futures_util::future::join_all;

use bench::BenchAsync;
use convention::ConventionAsync;
use streams::host::HostAsync;
use streams::{Point, StreamsAsync};

use crate::calls::{Timed, block_on, executor, time};
use crate::work::{BYTES, CALLS, CHUNK, NUMBERS, PAUSE, POINTS, chunks, label};

#[fidius::host(wit = "convention.wit")]
pub struct Convention;

#[fidius::host(wit = "streams.wit")]
pub struct Streamer;

#[fidius::host(wit = "bench.wit")]
pub struct Bench;

/// What the guest imports.
struct Here;

impl HostAsync for Here {
    async fn pause(&self, ms: u32) -> Result<(), Error> {
        if ms > 0 {
            tokio::time::sleep(Duration::from_millis(ms.into())).await;
        }
        Ok(())
    }

    async fn fetch(&self, name: &str) -> Result<String, CallError<String>> {
        Ok(name.to_owned())
    }

    async fn feed(&self) -> Result<Stream<u32>, Error> {
        Ok(Stream::empty())
    }

    async fn take(&self, _: Stream<String>) -> Result<u64, Error> {
        Ok(0)
    }

    async fn log(&self, _: &str) -> Result<(), Error> {
        Ok(())
    }

    async fn again(&self, depth: u32) -> Result<u32, Error> {
        Ok(depth)
    }
}

/// With a fresh instance for each call.
pub fn load(path: &Path) -> Streamer {
    let loaded = Streamer::builder().imports_async(Here).load(path);
    loaded.expect("the guest fits")
}

/// The same, on a runtime that has nobody else's instances.
pub fn load_apart(path: &Path) -> Streamer {
    let runtime = Runtime::builder().build();
    let loaded = Streamer::builder()
        .runtime(&runtime.expect("the limits are possible"))
        .imports_async(Here)
        .load(path);
    loaded.expect("the guest fits")
}

/// With one instance that is held.
pub fn session(streamer: &Streamer) -> Streamer {
    let session = block_on(streamer.plugin().session_async());
    session.expect("there is room for one")
}

/// Calls that block the thread, or wait for a stream that does.
fn blocking(mut turn: impl FnMut() -> Result<(), Error> + Send + 'static) -> Timed {
    Box::new(move |count| time(count, || turn().expect("the guest answers")))
}

/// The same, awaited on an executor that has nothing else to do.
fn asynchronous(mut turn: impl AsyncFnMut() -> Result<(), Error> + Send + 'static) -> Timed {
    let executor = executor();
    Box::new(move |count| {
        executor.block_on(async {
            let start = Instant::now();
            for _ in 0..count {
                turn().await.expect("the guest answers");
            }
            start.elapsed()
        })
    })
}

/// Items of a stream that has no end, one by one.
fn items<T: Send + 'static>(stream: Result<Stream<T>, Error>) -> Timed {
    let mut stream = stream.expect("the guest answers");
    Box::new(move |count| {
        let start = Instant::now();
        let mut read = 0;
        for item in (&mut stream).into_iter().take(count as usize) {
            black_box(item.expect("the guest answers"));
            read += 1;
        }
        let elapsed = start.elapsed();
        assert_eq!(read, count);
        elapsed
    })
}

fn items_async<T: Send + 'static>(stream: Result<Stream<T>, Error>) -> Timed {
    let mut stream = stream.expect("the guest answers");
    asynchronous(async move || {
        let item = stream.next().await.expect("there is always another");
        black_box(item?);
        Ok(())
    })
}

impl Convention {
    pub fn open(path: &Path) -> Self {
        Self::load(path).expect("the guest fits")
    }

    pub fn numbers(&self) -> Timed {
        let session = self.plugin().session().expect("there is room for one");
        items(session.endless())
    }

    pub fn entries_blocking(&self) -> Timed {
        let session = self.plugin().session().expect("there is room for one");
        items(session.entries(u32::MAX))
    }

    pub fn numbers_async(&self) -> Timed {
        items_async(block_on(async {
            let session = self.plugin().session_async().await?;
            ConventionAsync::endless(&session).await
        }))
    }

    pub fn entries_async(&self) -> Timed {
        items_async(block_on(async {
            let session = self.plugin().session_async().await?;
            ConventionAsync::entries(&session, u32::MAX).await
        }))
    }
}

pub fn bytes_out(session: Streamer) -> Timed {
    blocking(move || {
        let mut stream = session.bytes(BYTES, CHUNK)?;
        let mut count = 0;
        while let Some(chunk) = stream.next_chunk() {
            count += black_box(chunk?).len();
        }
        assert_eq!(count as u64, BYTES);
        Ok(())
    })
}

pub fn bytes_out_async(session: Streamer) -> Timed {
    asynchronous(async move || {
        let mut stream = StreamsAsync::bytes(&session, BYTES, CHUNK).await?;
        let mut count = 0;
        while let Some(chunk) = stream.next_chunk_async().await {
            count += black_box(chunk?).len();
        }
        assert_eq!(count as u64, BYTES);
        Ok(())
    })
}

/// All items of a stream, one by one.
fn drain<T: Send + 'static>(stream: Stream<T>, count: u32) -> Result<(), Error> {
    let mut read = 0;
    for item in stream {
        black_box(item?);
        read += 1;
    }
    assert_eq!(read, count);
    Ok(())
}

async fn drain_async<T: Send + 'static>(mut stream: Stream<T>, count: u32) -> Result<(), Error> {
    let mut read = 0;
    while let Some(item) = stream.next().await {
        black_box(item?);
        read += 1;
    }
    assert_eq!(read, count);
    Ok(())
}

/// The same, as many at once as there are.
fn drain_chunks<T: Send + 'static>(mut stream: Stream<T>, count: u32) -> Result<(), Error> {
    let mut read = 0;
    while let Some(chunk) = stream.next_chunk() {
        for item in chunk? {
            black_box(item);
            read += 1;
        }
    }
    assert_eq!(read, count);
    Ok(())
}

pub fn points_out(session: Streamer) -> Timed {
    blocking(move || drain(session.points(POINTS)?, POINTS))
}

pub fn points_out_in_chunks(session: Streamer) -> Timed {
    blocking(move || drain_chunks(session.points(POINTS)?, POINTS))
}

pub fn points_out_async(session: Streamer) -> Timed {
    asynchronous(async move || {
        drain_async(StreamsAsync::points(&session, POINTS).await?, POINTS).await
    })
}

/// Of an instance that is held, or a fresh one for each.
pub fn numbers_out(streamer: Streamer, to: u32) -> Timed {
    blocking(move || drain(streamer.count(to)?, to))
}

pub fn numbers_out_in_chunks(streamer: Streamer, to: u32) -> Timed {
    blocking(move || drain_chunks(streamer.count(to)?, to))
}

pub fn numbers_out_async(streamer: Streamer, to: u32) -> Timed {
    asynchronous(async move || drain_async(StreamsAsync::count(&streamer, to).await?, to).await)
}

pub fn bytes_in(session: Streamer) -> Timed {
    blocking(move || {
        assert_eq!(session.weigh(Stream::from_chunks(chunks()))?, BYTES);
        Ok(())
    })
}

pub fn bytes_in_async(session: Streamer) -> Timed {
    asynchronous(async move || {
        let weighed = StreamsAsync::weigh(&session, Stream::from_chunks(chunks())).await;
        assert_eq!(weighed?, BYTES);
        Ok(())
    })
}

fn points() -> impl Iterator<Item = Point> + Send + 'static {
    (0..POINTS).map(|i| Point {
        x: i as i32,
        y: -(i as i32),
        label: label(i),
    })
}

pub fn points_in(session: Streamer) -> Timed {
    blocking(move || {
        assert_eq!(black_box(session.label(points())?).len(), POINTS as usize);
        Ok(())
    })
}

pub fn points_in_async(session: Streamer) -> Timed {
    asynchronous(async move || {
        let labels = StreamsAsync::label(&session, Stream::from_iter(points())).await;
        assert_eq!(black_box(labels?).len(), POINTS as usize);
        Ok(())
    })
}

pub fn numbers_in(session: Streamer) -> Timed {
    blocking(move || {
        black_box(session.sum(0..NUMBERS)?);
        Ok(())
    })
}

pub fn numbers_in_async(session: Streamer) -> Timed {
    asynchronous(async move || {
        black_box(StreamsAsync::sum(&session, Stream::from_iter(0..NUMBERS)).await?);
        Ok(())
    })
}

pub fn echo(session: Streamer) -> Timed {
    blocking(move || {
        black_box(session.echo(black_box("0123456789"))?);
        Ok(())
    })
}

pub fn echo_async(session: Streamer) -> Timed {
    asynchronous(async move || {
        black_box(StreamsAsync::echo(&session, black_box("0123456789")).await?);
        Ok(())
    })
}

pub fn add(session: Streamer) -> Timed {
    blocking(move || {
        let (a, b) = black_box((20, 22));
        black_box(session.add(a, b)?);
        Ok(())
    })
}

pub fn add_async(session: Streamer) -> Timed {
    asynchronous(async move || {
        let (a, b) = black_box((20, 22));
        black_box(StreamsAsync::add(&session, a, b).await?);
        Ok(())
    })
}

/// The same function of a guest that has no other than plain ones.
pub fn plain_add(path: &Path) -> Timed {
    let bench = Bench::load(path).expect("the guest fits");
    let session = bench.plugin().session().expect("there is room for one");
    blocking(move || {
        let (a, b) = black_box((20, 22));
        black_box(session.add(a, b)?);
        Ok(())
    })
}

pub fn plain_add_async(path: &Path) -> Timed {
    let bench = Bench::load(path).expect("the guest fits");
    let session = block_on(bench.plugin().session_async());
    let session = session.expect("there is room for one");
    asynchronous(async move || {
        let (a, b) = black_box((20, 22));
        black_box(BenchAsync::add(&session, a, b).await?);
        Ok(())
    })
}

/// On one instance where that is held, else on one for each.
pub fn pauses(streamer: Streamer) -> Timed {
    asynchronous(async move || {
        let calls = (0..CALLS).map(|_| StreamsAsync::pause(&streamer, PAUSE));
        for paused in join_all(calls).await {
            assert_eq!(paused?, PAUSE);
        }
        Ok(())
    })
}

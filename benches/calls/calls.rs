//! What is called, whoever calls it.

use std::fmt;
use std::hint::black_box;
use std::time::{Duration, Instant};

use tokio::runtime::{Builder, Runtime};

/// The functions of `wit/bench.wit`, as a contestant calls them. None of them fails in a benchmark.
pub trait Calls: Send + 'static {
    /// Each contestant has a type of its own for the record.
    type Pair: Send;

    fn pair(id: u32, value: f64) -> Self::Pair;
    fn add(&mut self, a: u32, b: u32) -> u32;
    fn echo_string(&mut self, s: &str) -> String;
    fn echo_pairs(&mut self, ps: &[Self::Pair]) -> Vec<Self::Pair>;
    fn echo_bytes(&mut self, b: &[u8]) -> Vec<u8>;
}

/// Those of them that are called without blocking the thread.
pub trait CallsAsync: Send + 'static {
    fn add(&mut self, a: u32, b: u32) -> impl Future<Output = u32> + Send;
    fn echo_bytes(&mut self, b: &[u8]) -> impl Future<Output = Vec<u8>> + Send;
}

/// What one call does.
#[derive(Clone, Copy)]
pub enum Work {
    /// Two numbers there and one back.
    Add,
    /// A string of so many bytes there and back.
    String(usize),
    /// So many records there and back.
    Pairs(usize),
    /// So many bytes there and back.
    Bytes(usize),
}

impl Work {
    /// The function in the WIT.
    pub fn function(self) -> &'static str {
        match self {
            Self::Add => "add",
            Self::String(_) => "echo-string",
            Self::Pairs(_) => "echo-pairs",
            Self::Bytes(_) => "echo-bytes",
        }
    }
}

impl fmt::Display for Work {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Add => f.write_str("add"),
            Self::String(bytes) => write!(f, "string {bytes} B"),
            Self::Pairs(count) => write!(f, "{count} records"),
            Self::Bytes(bytes) if bytes % (1 << 20) == 0 => {
                write!(f, "bytes {} MiB", bytes >> 20)
            }
            Self::Bytes(bytes) => write!(f, "bytes {bytes} B"),
        }
    }
}

/// Makes so many calls, and says how long they took all together.
pub type Timed = Box<dyn FnMut(u64) -> Duration + Send>;

/// The work as a loop of its own for each contestant, so that the compiler sees all of the call.
pub fn timed<C: Calls>(work: Work, mut calls: C) -> Timed {
    match work {
        Work::Add => Box::new(move |count| {
            time(count, || {
                let (a, b) = black_box((20, 22));
                calls.add(a, b)
            })
        }),
        Work::String(bytes) => {
            let s = "x".repeat(bytes);
            Box::new(move |count| time(count, || calls.echo_string(black_box(&s))))
        }
        Work::Pairs(count) => {
            let ps: Vec<_> = (0..count).map(|i| C::pair(i as u32, i as f64)).collect();
            Box::new(move |count| time(count, || calls.echo_pairs(black_box(&ps))))
        }
        Work::Bytes(bytes) => {
            let b = vec![7; bytes];
            Box::new(move |count| time(count, || calls.echo_bytes(black_box(&b))))
        }
    }
}

/// The same for async calls, each awaited before the next, on an executor that has nothing else to do.
pub fn timed_async<C: CallsAsync>(work: Work, mut calls: C) -> Timed {
    let executor = executor();
    match work {
        Work::Add => Box::new(move |count| {
            executor.block_on(async {
                let start = Instant::now();
                for _ in 0..count {
                    let (a, b) = black_box((20, 22));
                    black_box(calls.add(a, b).await);
                }
                start.elapsed()
            })
        }),
        Work::Bytes(bytes) => {
            let b = vec![7; bytes];
            Box::new(move |count| {
                executor.block_on(async {
                    let start = Instant::now();
                    for _ in 0..count {
                        black_box(calls.echo_bytes(black_box(&b)).await);
                    }
                    start.elapsed()
                })
            })
        }
        Work::String(_) | Work::Pairs(_) => unreachable!("it has no async form here"),
    }
}

pub fn block_on<F: Future>(future: F) -> F::Output {
    executor().block_on(future)
}

pub fn executor() -> Runtime {
    let executor = Builder::new_current_thread().enable_time().build();
    executor.expect("it needs nothing of the system's")
}

/// Makes so many of these calls.
pub fn time<R>(count: u64, mut call: impl FnMut() -> R) -> Duration {
    let start = Instant::now();
    for _ in 0..count {
        black_box(call());
    }
    start.elapsed()
}

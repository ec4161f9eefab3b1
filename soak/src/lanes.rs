//! Where workers work: on threads of their own, and on executors of all kinds. Each lane is a thread that ends after a while and begins
//! anew, so that threads and executors come and go as they do in a program.

use std::io;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::Relaxed};
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, JoinHandle, Thread};
use std::time::{Duration, Instant};

use tokio::runtime::{Builder, Runtime};

use crate::mix::{BAD, GOOD, pick};
use crate::plugins::Plugins;
use crate::tally::Tally;
use crate::worker::{Form, Worker};

/// How long a thread works before another takes its place.
const TURN: Duration = Duration::from_secs(2);

/// Threads of the runtime that has more than one.
pub const RUNTIME_THREADS: usize = 2;

/// Who calls on a lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One worker that blocks the thread.
    Blocking,
    /// Tasks of a runtime with several threads. Every other time it is dropped while they are at work.
    MultiThread,
    /// Tasks of a runtime that has this thread alone.
    CurrentThread,
    /// One worker whose futures are polled by the thread itself.
    WithoutTokio,
}

/// How many workers all lanes have, with so many threads that block.
pub fn workers(threads: usize) -> u32 {
    // The tasks of both runtimes, and the one without tokio.
    (threads + 2 * threads + threads + 1) as u32
}

/// What all lanes share.
pub struct Site {
    pub plugins: Arc<Plugins>,
    pub tally: Arc<Tally>,
    /// Of which kind there are how many tasks follows from it.
    pub threads: usize,
    pub calls: Option<u64>,
    pub is_over: AtomicBool,
    /// Runtimes that were dropped with all their tasks.
    pub dropped_runtimes: AtomicU64,
}

impl Site {
    fn is_over(&self) -> bool {
        self.is_over.load(Relaxed)
            || self.calls.is_some_and(|calls| calls <= self.tally.calls())
            || self.tally.is_hopeless()
    }
}

/// A lane and the thread that is on it.
pub struct Lane {
    kind: Kind,
    number: usize,
    turns: u64,
    thread: Option<JoinHandle<()>>,
}

impl Lane {
    /// All lanes of a soak with so many threads that block.
    pub fn all(threads: usize) -> Vec<Self> {
        let others = [Kind::MultiThread, Kind::CurrentThread, Kind::WithoutTokio];
        let kinds = [Kind::Blocking].repeat(threads).into_iter().chain(others);
        let lane = |(number, kind)| Self {
            kind,
            number,
            turns: 0,
            thread: None,
        };
        kinds.enumerate().map(lane).collect()
    }

    /// Has a thread work where none does, unless all is over. Returns whether one does.
    ///
    /// # Errors
    ///
    /// The system has no thread.
    pub fn go_on(&mut self, site: &Arc<Site>) -> io::Result<bool> {
        if let Some(thread) = self.thread.take_if(|thread| thread.is_finished())
            && thread.join().is_err()
        {
            let (kind, turn) = (self.kind, self.turns);
            let text = format!("the thread of {kind:?} panicked in turn {turn}");
            site.tally.wrong(text);
        }
        if self.thread.is_none() && !site.is_over() {
            let turn = Turn {
                kind: self.kind,
                number: self.number,
                turn: self.turns,
                site: Arc::clone(site),
            };
            self.turns += 1;
            let thread = thread::Builder::new().name("soak-lane".to_owned());
            self.thread = Some(thread.spawn(move || turn.run())?);
        }
        Ok(self.thread.is_some())
    }
}

/// What one thread does.
struct Turn {
    kind: Kind,
    number: usize,
    turn: u64,
    site: Arc<Site>,
}

impl Turn {
    fn run(self) {
        let until = Instant::now() + TURN;
        match self.kind {
            Kind::Blocking => at_once(self.work(0, Form::Blocking, Some(until))),
            Kind::WithoutTokio => block_on(self.work(0, Form::Async, Some(until))),
            Kind::CurrentThread => {
                let runtime = Builder::new_current_thread().enable_all().build();
                self.run_tasks(runtime, self.site.threads, Some(until));
            }
            Kind::MultiThread => {
                let mut builder = Builder::new_multi_thread();
                let builder = builder
                    .worker_threads(RUNTIME_THREADS)
                    .thread_name("soak-tokio");
                let until = self.turn.is_multiple_of(2).then_some(until);
                self.run_tasks(builder.enable_all().build(), 2 * self.site.threads, until);
            }
        }
    }

    /// Without an end they are dropped where they are when the turn is over.
    fn run_tasks(&self, runtime: io::Result<Runtime>, count: usize, until: Option<Instant>) {
        let tally = &self.site.tally;
        let runtime = match runtime {
            Ok(runtime) => runtime,
            Err(error) => {
                tally.wrong(format!("there is no runtime: {error}"));
                // Or the next comes at once.
                return thread::sleep(TURN);
            }
        };
        let form = |n| match n % 4 {
            // Some calls block a thread of the executor, as one should not.
            3 => Form::BlockingInside,
            _ => Form::Async,
        };
        let tasks: Vec<_> = (0..count)
            .map(|n| runtime.spawn(self.work(n, form(n), until)))
            .collect();
        if until.is_none() {
            let end = Instant::now() + TURN;
            while Instant::now() < end && !self.site.is_over() {
                thread::sleep(Duration::from_millis(10));
            }
            drop(runtime);
            self.site.dropped_runtimes.fetch_add(1, Relaxed);
            return;
        }
        runtime.block_on(async {
            for task in tasks {
                if let Err(error) = task.await {
                    tally.wrong(format!("a task of {:?} is gone: {error}", self.kind));
                }
            }
        });
    }

    /// The work of one worker, until all is over or this time has come.
    fn work(
        &self,
        number: usize,
        form: Form,
        until: Option<Instant>,
    ) -> impl Future<Output = ()> + Send + 'static + use<> {
        let site = Arc::clone(&self.site);
        let seed = (self.turn << 32) + ((self.number as u64) << 16) + number as u64;
        let mut worker = Worker::new(form, seed, &site.plugins, &site.tally);
        // Each lane begins with all there is, so that no soak is too short for what is rare.
        let is_first = self.turn == 0 && number == 0;
        async move {
            if is_first {
                for action in GOOD.iter().chain(BAD) {
                    worker.act(action).await;
                }
            }
            while !site.is_over() && until.is_none_or(|until| Instant::now() < until) {
                let actions = if site.tally.is_due() { BAD } else { GOOD };
                let action = pick(actions, &mut worker.dice);
                worker.act(action).await;
            }
        }
    }
}

/// Runs what never waits: a worker whose calls block.
fn at_once(work: impl Future<Output = ()>) {
    let mut work = pin!(work);
    let is_done = work
        .as_mut()
        .poll(&mut Context::from_waker(Waker::noop()))
        .is_ready();
    assert!(is_done, "a worker that blocks has waited for a future");
}

struct Unpark(Thread);

impl Wake for Unpark {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}

/// As small as an executor gets.
fn block_on(work: impl Future<Output = ()>) {
    let mut work = pin!(work);
    let waker = Waker::from(Arc::new(Unpark(thread::current())));
    let mut context = Context::from_waker(&waker);
    while work.as_mut().poll(&mut context) == Poll::Pending {
        thread::park();
    }
}

/// Says nothing of the panics that the soak wants.
pub fn silence_panics_of_the_host() {
    let others = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        if info.payload_as_str() != Some(crate::offer::PANIC) {
            others(info);
        }
    }));
}

/// Puts the hook in place that Rust has by itself.
pub fn hear_panics_again() {
    drop(std::panic::take_hook());
}

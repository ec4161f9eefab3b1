//! The clock that limits on time are measured with.
//!
//! Reading a clock at the start of each call would cost a tenth of a short call. A thread counts time in steps instead,
//! which a call reads with one load; the same steps are the engine's epochs, at which a guest that runs too long stops.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use parking_lot::{Condvar, Mutex};
use wasmtime::{Engine, EngineWeak};

/// The length of a step.
pub(crate) const TICK: Duration = Duration::from_millis(10);

/// How many steps count at most when the thread was kept from running: a machine that stood still is no reason to end all calls.
const MOST_AT_ONCE: u64 = 100;

/// How long the thread goes on, beyond the longest limit in use, after the last call.
const LINGER: Duration = Duration::from_secs(2);

/// Counts steps of time for the engines of one runtime. Its thread rests while no call has begun for longer than any call
/// may take, and ends with the ticker.
pub(crate) struct Ticker(Arc<Clock>);

/// The count itself, which calls read.
pub(crate) struct Clock {
    now: AtomicU64,
    /// The count at which the thread was last kept from running for more than a step, and how many it made up for.
    jumped_from: AtomicU64,
    jumped_by: AtomicU64,
    /// Set by every call, cleared by the thread: whether a call has begun since it last looked.
    used: AtomicBool,
    resting: AtomicBool,
    /// The longest limit of any plugin, in ticks.
    longest: AtomicU64,
    state: Mutex<State>,
    wake: Condvar,
}

#[derive(Default)]
struct State {
    engines: Vec<EngineWeak>,
    started: bool,
    ended: bool,
}

/// How many ticks a limit is.
pub(crate) fn ticks(limit: Duration) -> u64 {
    let ticks = limit.as_nanos().div_ceil(TICK.as_nanos());
    // A call begins somewhere within a tick, which must not be taken from its time. The sum with the engine's count must not
    // overflow.
    u64::try_from(ticks).unwrap_or(u64::MAX).min(1 << 60) + 1
}

/// How long so many ticks are; `None` for more than any clock counts.
pub(crate) fn time_of(ticks: u64) -> Option<Duration> {
    u32::try_from(ticks).ok().map(|ticks| TICK * ticks)
}

impl Ticker {
    pub(crate) fn new() -> Self {
        Self(Arc::new(Clock {
            now: AtomicU64::new(0),
            jumped_from: AtomicU64::new(u64::MAX),
            jumped_by: AtomicU64::new(0),
            used: AtomicBool::new(false),
            resting: AtomicBool::new(true),
            longest: AtomicU64::new(0),
            state: Mutex::default(),
            wake: Condvar::new(),
        }))
    }

    pub(crate) fn add(&self, engine: &Engine) {
        self.0.state.lock().engines.push(engine.weak());
    }

    /// How many ticks a limit is, and from now on keeps the thread going that long after a call.
    pub(crate) fn ticks(&self, limit: Duration) -> u64 {
        let ticks = ticks(limit);
        self.0.longest.fetch_max(ticks, Ordering::Relaxed);
        ticks
    }

    /// The clock that calls read.
    pub(crate) fn clock(&self) -> Arc<Clock> {
        Arc::clone(&self.0)
    }
}

impl Drop for Ticker {
    fn drop(&mut self) {
        self.0.state.lock().ended = true;
        self.0.wake.notify_one();
    }
}

impl Clock {
    /// The time now, for a call that begins.
    #[inline]
    pub(crate) fn begin(self: &Arc<Self>) -> u64 {
        // Where another call has just set it, the thread will look at it once more before it rests.
        if !self.used.load(Ordering::Relaxed) {
            self.set_used();
        }
        self.now()
    }

    /// How many of `ticks` are left to a call that began at `began`.
    pub(crate) fn left(&self, began: u64, ticks: u64) -> u64 {
        let mut passed = self.now().saturating_sub(began);
        if began == self.jumped_from.load(Ordering::Relaxed) {
            // It may have begun while the thread was kept from running, when much of that time was over.
            passed = passed.saturating_sub(self.jumped_by.load(Ordering::Relaxed));
        }
        ticks.saturating_sub(passed)
    }

    /// The time now, in ticks.
    #[inline]
    pub(crate) fn now(&self) -> u64 {
        self.now.load(Ordering::Relaxed)
    }

    #[cold]
    fn set_used(self: &Arc<Self>) {
        self.used.store(true, Ordering::SeqCst);
        if self.resting.load(Ordering::SeqCst) {
            self.wake();
        }
    }

    fn wake(self: &Arc<Self>) {
        let mut state = self.state.lock();
        if !state.started {
            state.started = true;
            let shared = Arc::clone(self);
            let thread = thread::Builder::new().name("fidius-ticker".to_owned());
            if let Err(error) = thread.spawn(move || shared.run()) {
                // The next call tries again; this one has no limit on time.
                state.started = false;
                self.used.store(false, Ordering::SeqCst);
                tracing::error!(%error, "no thread to be had for limits on time");
            }
        }
        self.wake.notify_one();
    }

    fn run(&self) {
        let mut engines: Vec<EngineWeak> = Vec::new();
        let mut idle: u64 = 0;
        let mut next = Instant::now() + TICK;
        self.resting.store(false, Ordering::SeqCst);
        loop {
            {
                let mut state = self.state.lock();
                if state.ended {
                    return;
                }
                if idle > self.patience() {
                    self.resting.store(true, Ordering::SeqCst);
                    // A call that began before it could see this has left its mark by now.
                    while !self.used.load(Ordering::SeqCst) {
                        self.wake.wait(&mut state);
                        if state.ended {
                            return;
                        }
                    }
                    self.resting.store(false, Ordering::SeqCst);
                    idle = 0;
                    next = Instant::now() + TICK;
                }
                state.engines.retain(|engine| engine.upgrade().is_some());
                engines.clone_from(&state.engines);
            }
            thread::sleep(next.saturating_duration_since(Instant::now()));
            // A thread wakes up a little late, and on a busy machine much: the steps that it has missed count too, or long
            // limits would come later and later.
            let now = Instant::now();
            let late = now.saturating_duration_since(next).as_nanos();
            let step = TICK.as_nanos();
            let missed = u64::try_from(late / step).unwrap_or(u64::MAX);
            let steps = missed.saturating_add(1).min(MOST_AT_ONCE);
            let into_the_next = u64::try_from(late % step).unwrap_or(0);
            next = now + TICK.saturating_sub(Duration::from_nanos(into_the_next));
            if steps > 1 {
                self.jumped_by.store(steps - 1, Ordering::Relaxed);
                self.jumped_from.store(self.now(), Ordering::Relaxed);
            }
            self.now.fetch_add(steps, Ordering::Relaxed);
            for engine in engines.iter().filter_map(EngineWeak::upgrade) {
                for _ in 0..steps {
                    engine.increment_epoch();
                }
            }
            idle = if self.used.swap(false, Ordering::SeqCst) {
                0
            } else {
                idle + 1
            };
        }
    }

    /// After how many idle ticks the thread may rest: no call that has begun is still within its limit by then.
    fn patience(&self) -> u64 {
        let linger = LINGER.as_nanos() / TICK.as_nanos();
        self.longest
            .load(Ordering::Relaxed)
            .saturating_add(u64::try_from(linger).unwrap_or(u64::MAX))
    }
}

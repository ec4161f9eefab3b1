//! Those who wait until something becomes free.

use std::sync::atomic::{self, AtomicBool, AtomicUsize, Ordering};
use std::thread::{self, ThreadId};
use std::time::{Duration, Instant};

use parking_lot::{Condvar, Mutex};

/// A queue that costs those who never wait next to nothing.
///
/// What has become free goes to whoever tries first, which is often one who has never waited: handing it over to a thread that
/// sleeps takes longer than a short call. One who has waited for longer than [`PATIENCE`] gets the next that becomes free.
#[derive(Default)]
pub(crate) struct Waiters {
    count: AtomicUsize,
    /// Whether `first` is someone.
    must_queue: AtomicBool,
    /// The one who gets the next.
    first: Mutex<Option<ThreadId>>,
    freed: Condvar,
}

/// How long one who waits lets others go first.
const PATIENCE: Duration = Duration::from_millis(1);

impl Waiters {
    /// Whether another gets the next, and nobody else may try.
    #[inline]
    pub(crate) fn must_queue(&self) -> bool {
        self.must_queue.load(Ordering::Relaxed)
    }

    /// Something has become free. Whoever gave it up has given up its lock before.
    #[inline]
    pub(crate) fn freed(&self) {
        // One who waits counts itself first and looks for something free then; here it is the other way round, so that one
        // of both sees the other, if neither order is turned around. On x86-64 giving up a lock is such a barrier already.
        if cfg!(target_arch = "x86_64") {
            atomic::compiler_fence(Ordering::SeqCst);
        } else {
            atomic::fence(Ordering::SeqCst);
        }
        if self.count.load(Ordering::Relaxed) > 0 {
            self.wake();
        }
    }

    #[cold]
    fn wake(&self) {
        // Never between another's attempt and its sleep, during which it has the lock.
        let first = self.first.lock();
        if first.is_some() {
            self.freed.notify_all();
        } else {
            self.freed.notify_one();
        }
    }

    /// Waits until `attempt` succeeds, at most so long.
    #[cold]
    pub(crate) fn wait<T>(
        &self,
        limit: Duration,
        mut attempt: impl FnMut() -> Option<T>,
    ) -> Option<T> {
        let me = thread::current().id();
        let began = Instant::now();
        let until = began.checked_add(limit);
        let patient_until = began + PATIENCE;
        self.count.fetch_add(1, Ordering::SeqCst);
        let mut first = self.first.lock();
        let result = loop {
            if first.is_none_or(|first| first == me)
                && let Some(result) = attempt()
            {
                break Some(result);
            }
            let now = Instant::now();
            if until.is_some_and(|until| until <= now) {
                break None;
            }
            let until = match *first {
                None if patient_until <= now => {
                    *first = Some(me);
                    self.must_queue.store(true, Ordering::SeqCst);
                    continue;
                }
                None => Some(until.map_or(patient_until, |until| until.min(patient_until))),
                Some(_) => until,
            };
            match until {
                Some(until) => {
                    self.freed.wait_until(&mut first, until);
                }
                None => self.freed.wait(&mut first),
            }
        };
        if *first == Some(me) {
            *first = None;
            self.must_queue.store(false, Ordering::SeqCst);
            self.freed.notify_all();
        }
        drop(first);
        self.count.fetch_sub(1, Ordering::SeqCst);
        result
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use std::sync::Arc;

    #[derive(Default)]
    struct Counter {
        value: Mutex<u64>,
        waiters: Waiters,
    }

    impl Counter {
        fn turn(&self, limit: Duration, turn: impl FnOnce(&mut u64)) -> bool {
            let attempt = || self.value.try_lock();
            let direct = if self.waiters.must_queue() {
                None
            } else {
                attempt()
            };
            let Some(mut value) = direct.or_else(|| self.waiters.wait(limit, attempt)) else {
                return false;
            };
            turn(&mut value);
            drop(value);
            self.waiters.freed();
            true
        }
    }

    #[test]
    fn one_at_a_time_and_all_in_the_end() {
        const TURNS: u64 = 20_000;
        let counter = Counter::default();
        thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    for _ in 0..TURNS {
                        assert!(counter.turn(Duration::MAX, |value| *value += 1));
                    }
                });
            }
        });
        assert_eq!(*counter.value.lock(), 8 * TURNS);
        assert_eq!(counter.waiters.count.load(Ordering::SeqCst), 0);
        assert!(!counter.waiters.must_queue());
    }

    #[test]
    fn gives_up_at_the_limit() {
        let counter = Counter::default();
        counter.turn(Duration::ZERO, |_| {
            let start = Instant::now();
            assert!(!counter.turn(Duration::from_millis(30), |_| {}));
            assert!(start.elapsed() >= Duration::from_millis(30));
        });
        assert!(!counter.waiters.must_queue());
    }

    #[test]
    fn nobody_waits_for_ever_while_another_goes_on() {
        let counter = Arc::new(Counter::default());
        let ended = Arc::new(AtomicBool::new(false));
        let greedy = {
            let (counter, ended) = (Arc::clone(&counter), Arc::clone(&ended));
            thread::spawn(move || {
                while !ended.load(Ordering::Relaxed) {
                    counter.turn(Duration::MAX, |_| thread::sleep(Duration::from_millis(2)));
                }
            })
        };
        thread::sleep(Duration::from_millis(10));
        for _ in 0..10 {
            let start = Instant::now();
            assert!(counter.turn(Duration::from_secs(10), |_| {}));
            assert!(start.elapsed() < Duration::from_secs(1));
        }
        ended.store(true, Ordering::Relaxed);
        greedy.join().expect("it does not panic");
    }
}

//! How many instances of a plugin may be alive.

use std::sync::atomic::{self, AtomicU32, Ordering};
use std::time::Duration;

use crate::instances::queue::Queue;
use crate::instances::waiters::Waiters;

/// Lets so many in at a time. Those who come when it is full wait in a bounded queue, as fair as that of [`Waiters`].
///
/// Whoever was let in must leave.
pub(crate) struct Gate {
    limit: u32,
    alive: Alive,
    /// How many want to go in and found no room.
    wanted: AtomicU32,
    queue: Queue,
    waiters: Waiters,
}

/// In cache lines of its own: fresh calls write it, and all others read what stands beside it.
#[repr(align(128))]
struct Alive(AtomicU32);

/// One who wants to go in, until it is dropped.
pub(crate) struct Wanted<'a>(&'a AtomicU32);

impl Drop for Wanted<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::AcqRel);
    }
}

/// Why one was not let in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Closed {
    /// As many wait already as may wait.
    QueueFull,
    /// Nobody left within the time.
    TimedOut,
}

impl Gate {
    /// So many may be in, and so many more may wait.
    pub(crate) fn new(limit: u32, queue: u32) -> Self {
        Self {
            limit,
            alive: Alive(AtomicU32::new(0)),
            wanted: AtomicU32::new(0),
            queue: Queue::new(queue),
            waiters: Waiters::default(),
        }
    }

    /// Goes in if there is room, also before those who wait: for those who may not wait.
    #[inline]
    pub(crate) fn try_enter(&self) -> bool {
        count_up(&self.alive.0, self.limit)
    }

    /// Goes in, or waits until there is room, at most so long; blocks the thread.
    ///
    /// # Errors
    ///
    /// The queue is full, or the time is over.
    #[inline]
    pub(crate) fn enter(&self, limit: Duration) -> Result<(), Closed> {
        if self.enter_at_once() {
            return Ok(());
        }
        let _queued = self.queue.join().ok_or(Closed::QueueFull)?;
        self.waiters
            .wait(limit, || self.try_enter().then_some(()))
            .ok_or(Closed::TimedOut)
    }

    /// The same as a future, for any executor. Where it is dropped before it is ready, nobody has gone in.
    ///
    /// # Errors
    ///
    /// The queue is full, or the time is over.
    pub(crate) async fn enter_async(&self, limit: Duration) -> Result<(), Closed> {
        if self.enter_at_once() {
            return Ok(());
        }
        let _queued = self.queue.join().ok_or(Closed::QueueFull)?;
        self.waiters
            .wait_async(limit, || self.try_enter().then_some(()))
            .await
            .ok_or(Closed::TimedOut)
    }

    /// Makes room for another.
    #[inline]
    pub(crate) fn leave(&self) {
        let before = self.alive.0.fetch_sub(1, Ordering::AcqRel);
        debug_assert!(before > 0, "more have left than were let in");
        self.waiters.freed();
    }

    /// How many are in.
    pub(crate) fn alive(&self) -> usize {
        self.alive.0.load(Ordering::Relaxed) as usize
    }

    /// How many wait.
    pub(crate) fn waiting(&self) -> usize {
        self.queue.len()
    }

    /// Makes known that one wants to go in. Whoever could leave and has no need to stay sees it, or is seen by a look after this.
    pub(crate) fn want(&self) -> Wanted<'_> {
        self.wanted.fetch_add(1, Ordering::SeqCst);
        Wanted(&self.wanted)
    }

    /// Whether one wants to go in and found no room; for those who have given up a lock just before.
    #[inline]
    pub(crate) fn is_wanted(&self) -> bool {
        // Giving up the lock and this look must not change places. On x86-64 giving up a lock is such a barrier already.
        if cfg!(target_arch = "x86_64") {
            atomic::compiler_fence(Ordering::SeqCst);
        } else {
            atomic::fence(Ordering::SeqCst);
        }
        self.wanted.load(Ordering::Relaxed) > 0
    }

    /// Whether another may go in just now.
    pub(crate) fn has_room(&self) -> bool {
        self.alive.0.load(Ordering::Relaxed) < self.limit
    }

    /// How many may be in.
    pub(crate) fn limit(&self) -> u32 {
        self.limit
    }

    /// Goes in if there is room, and nobody who has waited for long is before.
    #[inline]
    pub(crate) fn enter_at_once(&self) -> bool {
        !self.waiters.must_queue() && self.try_enter()
    }
}

/// Counts up, but not beyond the limit.
#[inline]
pub(crate) fn count_up(count: &AtomicU32, limit: u32) -> bool {
    let more = |count: u32| (count < limit).then(|| count + 1);
    count
        .fetch_update(Ordering::AcqRel, Ordering::Relaxed, more)
        .is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    use std::pin::{Pin, pin};
    use std::sync::Arc;
    use std::sync::atomic::AtomicUsize;
    use std::task::{Context, Poll, Waker};
    use std::thread;
    use std::time::Instant;

    /// Long enough that only a lost wake-up takes so long.
    const LONG: Duration = Duration::from_secs(30);

    fn until(what: impl Fn() -> bool) {
        let start = Instant::now();
        while !what() {
            assert!(start.elapsed() < LONG, "it does not happen");
            thread::sleep(Duration::from_millis(1));
        }
    }

    fn assert_quiet(gate: &Gate) {
        assert_eq!((gate.alive(), gate.waiting()), (0, 0));
        assert_eq!(gate.waiters.count(), 0);
        assert!(!gate.waiters.must_queue());
    }

    fn poll<T>(future: Pin<&mut impl Future<Output = T>>) -> Poll<T> {
        future.poll(&mut Context::from_waker(Waker::noop()))
    }

    #[test]
    fn so_many_and_no_more() {
        let gate = Gate::new(2, 0);
        assert_eq!(gate.limit(), 2);
        assert!(gate.try_enter());
        assert_eq!(gate.enter(Duration::ZERO), Ok(()));
        assert!(!gate.try_enter());
        assert_eq!(gate.enter(LONG), Err(Closed::QueueFull));
        let mut entering = pin!(gate.enter_async(LONG));
        assert_eq!(poll(entering.as_mut()), Poll::Ready(Err(Closed::QueueFull)));
        assert_eq!(gate.alive(), 2);
        gate.leave();
        assert!(gate.try_enter());
        gate.leave();
        gate.leave();
        assert_quiet(&gate);
    }

    #[test]
    fn as_many_wait_as_may() {
        let gate = Gate::new(1, 3);
        assert!(gate.try_enter());
        thread::scope(|scope| {
            let threads = [(); 2].map(|()| scope.spawn(|| gate.enter(LONG)));
            until(|| gate.waiters.count() == 2);
            let mut entering = pin!(gate.enter_async(LONG));
            assert_eq!(poll(entering.as_mut()), Poll::Pending);
            assert_eq!(gate.waiting(), 3);
            assert_eq!(gate.enter(LONG), Err(Closed::QueueFull));
            gate.leave();
            until(|| gate.waiting() == 2);
            gate.leave();
            for thread in threads {
                assert_eq!(thread.join().expect("it does not panic"), Ok(()));
            }
            gate.leave();
            assert_eq!(poll(entering.as_mut()), Poll::Ready(Ok(())));
            assert_eq!((gate.alive(), gate.waiting()), (1, 0));
        });
        gate.leave();
        assert_quiet(&gate);
    }

    #[test]
    fn gives_up_at_the_limit() {
        let gate = Gate::new(1, 10);
        assert!(gate.try_enter());
        let limit = Duration::from_millis(20);
        let start = Instant::now();
        assert_eq!(gate.enter(limit), Err(Closed::TimedOut));
        assert!(start.elapsed() >= limit);
        let start = Instant::now();
        let runtime = tokio::runtime::Builder::new_current_thread()
            .build()
            .expect("it needs nothing");
        let entered = runtime.block_on(gate.enter_async(limit));
        assert_eq!(entered, Err(Closed::TimedOut));
        assert!(start.elapsed() >= limit);
        gate.leave();
        assert_quiet(&gate);
    }

    #[test]
    fn whoever_can_not_wait_goes_before_those_who_do() {
        let gate = Gate::new(1, 10);
        assert!(gate.try_enter());
        {
            let mut entering = pin!(gate.enter_async(LONG));
            assert_eq!(poll(entering.as_mut()), Poll::Pending);
            thread::sleep(Duration::from_millis(5));
            gate.leave();
            assert!(gate.waiters.must_queue());
            assert_eq!(gate.enter(Duration::ZERO), Err(Closed::TimedOut));
            assert!(gate.try_enter());
            assert_eq!(poll(entering.as_mut()), Poll::Pending);
            gate.leave();
            assert_eq!(poll(entering.as_mut()), Poll::Ready(Ok(())));
        }
        gate.leave();
        assert_quiet(&gate);
    }

    #[test]
    fn never_more_than_may_be_in() {
        const TURNS: usize = 3_000;
        let gate = Arc::new(Gate::new(3, 100));
        let inside = Arc::new(AtomicUsize::new(0));
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .build()
            .expect("the system has threads");
        let visit = |inside: &AtomicUsize| {
            assert!(inside.fetch_add(1, Ordering::SeqCst) < 3);
            thread::yield_now();
            inside.fetch_sub(1, Ordering::SeqCst);
        };
        thread::scope(|scope| {
            for at in 0..8 {
                let (gate, inside) = (&gate, &inside);
                scope.spawn(move || {
                    for turn in 0..TURNS {
                        if (at + turn) % 7 == 0 {
                            if !gate.try_enter() {
                                continue;
                            }
                        } else {
                            gate.enter(LONG).expect("no wake-up is lost");
                        }
                        visit(inside);
                        gate.leave();
                    }
                });
            }
            let tasks: Vec<_> = (0..8)
                .map(|_| {
                    let (gate, inside) = (Arc::clone(&gate), Arc::clone(&inside));
                    runtime.spawn(async move {
                        for _ in 0..TURNS {
                            gate.enter_async(LONG).await.expect("no wake-up is lost");
                            visit(&inside);
                            gate.leave();
                        }
                    })
                })
                .collect();
            for task in tasks {
                runtime.block_on(task).expect("it does not panic");
            }
        });
        assert_quiet(&gate);
    }
}

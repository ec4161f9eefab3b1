use super::*;

use std::pin::Pin;
use std::sync::atomic::AtomicU64;
use std::task::Wake;
use std::thread;

use tokio::runtime::{Builder, Runtime};

/// Long enough that only a lost wake-up takes so long.
const LONG: Duration = Duration::from_secs(30);

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

/// Things of which each may be had by one at a time.
#[derive(Default)]
struct Things {
    free: AtomicUsize,
    /// How many there are.
    most: usize,
    waiters: Waiters,
}

impl Things {
    fn new(free: usize) -> Self {
        Self {
            free: AtomicUsize::new(free),
            most: free,
            waiters: Waiters::default(),
        }
    }

    /// There are so many, and none is free yet.
    fn taken(most: usize) -> Self {
        Self {
            most,
            ..Self::new(0)
        }
    }

    /// No future is ever passed over, however slow the machine is.
    fn unwatched(self) -> Self {
        self.waiters.0.queue.lock().is_watched = true;
        self
    }

    fn take(&self) -> Option<()> {
        let less = |free: usize| free.checked_sub(1);
        let taken = self
            .free
            .fetch_update(Ordering::SeqCst, Ordering::SeqCst, less);
        taken.ok().map(drop)
    }

    fn take_direct(&self) -> Option<()> {
        if self.waiters.must_queue() {
            None
        } else {
            self.take()
        }
    }

    fn give(&self) {
        let before = self.free.fetch_add(1, Ordering::SeqCst);
        assert!(before < self.most);
        self.waiters.freed();
    }

    fn wait(&self) {
        let taken = self
            .take_direct()
            .or_else(|| self.waiters.wait(LONG, || self.take()));
        taken.expect("no wake-up is lost");
    }

    async fn wait_async(&self) {
        if self.take_direct().is_none() {
            let taken = self.waiters.wait_async(LONG, || self.take()).await;
            taken.expect("no wake-up is lost");
        }
    }

    fn future(&self, limit: Duration) -> Polled<'_> {
        Polled::new(self.waiters.wait_async(limit, || self.take()))
    }

    fn assert_quiet(&self) {
        assert_eq!(self.waiters.count(), 0);
        assert!(!self.waiters.must_queue());
        let queue = self.waiters.0.queue.lock();
        assert!(queue.entries.is_empty());
        assert_eq!(queue.untried, 0);
        assert!(!queue.maybe_more);
    }
}

/// A future that is polled by hand.
struct Polled<'a> {
    future: Pin<Box<dyn Future<Output = Option<()>> + Send + 'a>>,
    wakes: Arc<Wakes>,
}

#[derive(Default)]
struct Wakes(AtomicUsize);

impl Wake for Wakes {
    fn wake(self: Arc<Self>) {
        self.0.fetch_add(1, Ordering::SeqCst);
    }
}

impl<'a> Polled<'a> {
    fn new(future: impl Future<Output = Option<()>> + Send + 'a) -> Self {
        Self {
            future: Box::pin(future),
            wakes: Arc::default(),
        }
    }

    fn poll(&mut self) -> Poll<Option<()>> {
        let waker = Waker::from(Arc::clone(&self.wakes));
        self.future.as_mut().poll(&mut Context::from_waker(&waker))
    }

    /// Polled once, and waiting.
    fn pending(mut self) -> Self {
        assert_eq!(self.poll(), Poll::Pending);
        self
    }

    fn wakes(&self) -> usize {
        self.wakes.0.load(Ordering::SeqCst)
    }
}

fn outlive_patience() {
    thread::sleep(PATIENCE * 2);
}

/// Waits for something that happens on another thread.
fn until(what: impl Fn() -> bool) {
    let start = Instant::now();
    while !what() {
        assert!(start.elapsed() < LONG, "it does not happen");
        thread::sleep(Duration::from_millis(1));
    }
}

fn runtime() -> Runtime {
    Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .expect("the system has threads")
}

fn current_thread() -> Runtime {
    Builder::new_current_thread()
        .build()
        .expect("it needs nothing")
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
    assert_eq!(counter.waiters.count(), 0);
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
fn a_future_gives_up_at_the_limit_on_an_executor_without_clocks() {
    let things = Things::new(0);
    let start = Instant::now();
    let wait = things
        .waiters
        .wait_async(Duration::from_millis(30), || things.take());
    assert_eq!(current_thread().block_on(wait), None);
    assert!(start.elapsed() >= Duration::from_millis(30));
    things.assert_quiet();
}

#[test]
fn without_time_there_is_one_attempt() {
    let things = Things::new(1);
    let mut future = things.future(Duration::ZERO);
    assert_eq!(future.poll(), Poll::Ready(Some(())));
    let mut future = things.future(Duration::ZERO);
    assert_eq!(future.poll(), Poll::Ready(None));
    assert_eq!(things.waiters.wait(Duration::ZERO, || things.take()), None);
    things.give();
    let taken = things.waiters.wait(Duration::ZERO, || things.take());
    assert_eq!(taken, Some(()));
    things.assert_quiet();
}

#[test]
fn nobody_waits_for_ever_while_another_goes_on() {
    let counter = Arc::new(Counter::default());
    let ended = Arc::new(AtomicBool::new(false));
    let turns = Arc::new(AtomicU64::new(0));
    let greedy = {
        let (counter, ended) = (Arc::clone(&counter), Arc::clone(&ended));
        let turns = Arc::clone(&turns);
        thread::spawn(move || {
            while !ended.load(Ordering::Relaxed) {
                counter.turn(Duration::MAX, |_| thread::sleep(Duration::from_millis(2)));
                turns.fetch_add(1, Ordering::Relaxed);
            }
        })
    };
    thread::sleep(Duration::from_millis(10));
    for _ in 0..10 {
        let before = turns.load(Ordering::Relaxed);
        assert!(counter.turn(LONG, |_| {}));
        // It is a few, and more where this thread is slow to come when it is told.
        assert!(turns.load(Ordering::Relaxed) - before < 400);
    }
    ended.store(true, Ordering::Relaxed);
    greedy.join().expect("it does not panic");
}

#[test]
fn a_future_neither_while_threads_go_on() {
    let counter = Arc::new(Counter::default());
    let ended = Arc::new(AtomicBool::new(false));
    let greedy: Vec<_> = (0..2)
        .map(|_| {
            let (counter, ended) = (Arc::clone(&counter), Arc::clone(&ended));
            thread::spawn(move || {
                while !ended.load(Ordering::Relaxed) {
                    counter.turn(Duration::MAX, |_| thread::sleep(Duration::from_millis(2)));
                }
            })
        })
        .collect();
    thread::sleep(Duration::from_millis(10));
    let runtime = runtime();
    for _ in 0..10 {
        let taken = runtime.block_on(
            counter
                .waiters
                .wait_async(LONG, || counter.value.try_lock().map(drop)),
        );
        taken.expect("it gets a turn");
        counter.waiters.freed();
    }
    ended.store(true, Ordering::Relaxed);
    for greedy in greedy {
        greedy.join().expect("it does not panic");
    }
    assert!(!counter.waiters.must_queue());
}

#[test]
fn whoever_comes_goes_first_while_the_others_are_patient() {
    // The queue's clock can't be held: where the machine was slow, it is tried again.
    let passed = (0..100).any(|_| {
        let things = Things::taken(1);
        let start = Instant::now();
        let waiting = things.future(LONG).pending();
        things.give();
        let went_first = things.take_direct().is_some();
        assert!(went_first || start.elapsed() > PATIENCE);
        drop(waiting);
        things.assert_quiet();
        went_first
    });
    assert!(passed);
}

#[test]
fn those_who_have_waited_for_long_go_in_their_order() {
    const WAITING: usize = 12;
    let things = Things::taken(1).unwatched();
    let order = Mutex::new(Vec::new());
    let runtime = runtime();
    thread::scope(|scope| {
        for at in 0..WAITING {
            // Threads and futures in turn.
            let (things, order, runtime) = (&things, &order, &runtime);
            scope.spawn(move || {
                let attempt = || {
                    things.take()?;
                    order.lock().push(at);
                    Some(())
                };
                let taken = if at % 2 == 0 {
                    things.waiters.wait(LONG, attempt)
                } else {
                    runtime.block_on(things.waiters.wait_async(LONG, attempt))
                };
                taken.expect("it gets a turn");
                things.give();
            });
            until(|| things.waiters.count() == at + 1);
        }
        outlive_patience();
        things.give();
    });
    assert_eq!(order.into_inner(), (0..WAITING).collect::<Vec<_>>());
    things.assert_quiet();
}

#[test]
fn each_wakes_the_next_in_order() {
    let things = Things::taken(2).unwatched();
    let mut waiting: Vec<_> = (0..6).map(|_| things.future(LONG).pending()).collect();
    outlive_patience();
    things.give();
    things.give();
    assert!(things.waiters.must_queue());
    // One out of its turn gets nothing, and is woken when its turn comes.
    let mut last = waiting.pop().expect("there are some");
    assert_eq!(last.poll(), Poll::Pending);
    assert_eq!(things.take_direct(), None);
    for at in 0..waiting.len() {
        let wakes: Vec<_> = waiting.iter().map(Polled::wakes).collect();
        assert!(wakes[at] > 0, "{at}: {wakes:?}");
        assert!(wakes[at + 1..].iter().all(|wakes| *wakes == 0));
        assert_eq!(waiting[at].poll(), Poll::Ready(Some(())));
        things.give();
    }
    assert!(last.wakes() > 0);
    assert_eq!(last.poll(), Poll::Ready(Some(())));
    things.assert_quiet();
}

#[test]
fn a_future_can_be_dropped_at_any_time() {
    let things = Things::taken(1).unwatched();
    drop(things.future(LONG));
    drop(things.future(LONG).pending());
    things.assert_quiet();

    for is_patient in [true, false] {
        // Before it is woken, in the front and behind.
        let first = things.future(LONG).pending();
        let mut second = things.future(LONG).pending();
        let third = things.future(LONG).pending();
        if !is_patient {
            outlive_patience();
        }
        drop(first);
        drop(third);
        things.give();
        assert_eq!(second.wakes(), 1);
        assert_eq!(second.poll(), Poll::Ready(Some(())));
        things.assert_quiet();

        // After it is woken: the next is woken instead.
        let first = things.future(LONG).pending();
        let second = things.future(LONG).pending();
        let mut third = things.future(LONG).pending();
        if !is_patient {
            outlive_patience();
        }
        things.give();
        assert_eq!(first.wakes(), 1);
        drop(first);
        assert_eq!(second.wakes(), 1);
        drop(second);
        assert_eq!(third.wakes(), 1);
        assert_eq!(third.poll(), Poll::Ready(Some(())));
        things.assert_quiet();

        // The last one after it is woken: whoever comes gets it.
        let only = things.future(LONG).pending();
        if !is_patient {
            outlive_patience();
        }
        things.give();
        assert_eq!(only.wakes(), 1);
        drop(only);
        things.assert_quiet();
        things.take_direct().expect("nobody else is there");
    }

    // With what it waited for.
    things.give();
    let mut taken = things.future(LONG);
    assert_eq!(taken.poll(), Poll::Ready(Some(())));
    drop(taken);
    things.assert_quiet();
}

#[test]
fn a_future_that_is_dropped_after_it_was_woken_wakes_a_thread() {
    let things = Things::taken(1);
    thread::scope(|scope| {
        let future = things.future(LONG).pending();
        let thread = scope.spawn(|| things.waiters.wait(LONG, || things.take()));
        until(|| things.waiters.count() == 2);
        outlive_patience();
        things.give();
        drop(future);
        let taken = thread.join().expect("it does not panic");
        taken.expect("it is woken");
    });
    things.assert_quiet();
}

#[test]
fn a_thread_that_gives_up_leaves_the_turn_to_the_next() {
    let things = Things::taken(1);
    for _ in 0..50 {
        thread::scope(|scope| {
            let hasty = scope.spawn(|| {
                let limit = Duration::from_millis(2);
                things.waiters.wait(limit, || things.take())
            });
            let patient = scope.spawn(|| things.waiters.wait(LONG, || things.take()));
            thread::sleep(Duration::from_millis(2));
            things.give();
            if hasty.join().expect("it does not panic").is_some() {
                things.give();
            }
            let taken = patient.join().expect("it does not panic");
            taken.expect("no wake-up is lost");
        });
    }
    things.assert_quiet();
}

#[test]
fn one_whose_attempt_panics_leaves_the_turn_to_the_next() {
    for is_thread in [true, false] {
        let things = Things::taken(1).unwatched();
        let mut attempts = 0;
        let panics = || -> Option<()> {
            attempts += 1;
            assert!(attempts == 1, "an attempt that panics");
            None
        };
        thread::scope(|scope| {
            let panicking = if is_thread {
                scope.spawn(|| things.waiters.wait(LONG, panics))
            } else {
                scope.spawn(|| current_thread().block_on(things.waiters.wait_async(LONG, panics)))
            };
            until(|| things.waiters.count() == 1);
            outlive_patience();
            let mut behind = things.future(LONG).pending();
            things.give();
            assert!(panicking.join().is_err());
            assert_eq!(behind.wakes(), 1);
            assert_eq!(behind.poll(), Poll::Ready(Some(())));
        });
        things.assert_quiet();
    }
}

#[test]
fn a_future_that_nobody_polls_keeps_nobody_waiting() {
    for is_patient in [true, false] {
        let things = Things::taken(1);
        let mut stuck = things.future(LONG).pending();
        let mut stuck_too = things.future(LONG).pending();
        thread::scope(|scope| {
            let behind = scope.spawn(|| things.waiters.wait(LONG, || things.take()));
            until(|| things.waiters.count() == 3);
            if !is_patient {
                outlive_patience();
            }
            things.give();
            let taken = behind.join().expect("it does not panic");
            taken.expect("it is asked instead");
        });
        assert_eq!(stuck.wakes(), 1);
        assert_eq!(stuck_too.wakes(), 1);
        assert!(!things.waiters.must_queue());
        things.give();
        things.take_direct().expect("nobody else is there");
        // What it has not been woken for yet, it gets in its turn again.
        assert_eq!(stuck.poll(), Poll::Pending);
        things.give();
        assert_eq!(stuck_too.poll(), Poll::Pending);
        assert_eq!(stuck.wakes(), 2);
        assert_eq!(stuck.poll(), Poll::Ready(Some(())));
        things.give();
        assert_eq!(stuck_too.poll(), Poll::Ready(Some(())));
        things.assert_quiet();
    }
}

#[test]
fn one_who_comes_while_a_future_is_stuck_is_let_go_in_the_end() {
    let things = Things::taken(1);
    let stuck = things.future(LONG).pending();
    outlive_patience();
    things.give();
    assert!(things.waiters.must_queue());
    things.wait();
    things.give();
    current_thread().block_on(things.wait_async());
    drop(stuck);
    things.assert_quiet();
}

#[test]
fn a_future_that_is_forgotten_keeps_nobody_waiting() {
    let things = Box::leak(Box::new(Things::taken(1)));
    mem::forget(things.future(LONG).pending());
    outlive_patience();
    things.give();
    for _ in 0..1000 {
        things.wait();
        things.give();
    }
    assert_eq!(things.waiters.count(), 1);
    assert!(!things.waiters.must_queue());
}

#[test]
fn who_wakes_may_drop_the_future() {
    type Boxed = Pin<Box<dyn Future<Output = Option<()>> + Send>>;

    struct DropsIt(Mutex<Option<Boxed>>);

    impl Wake for DropsIt {
        fn wake(self: Arc<Self>) {
            drop(self.0.lock().take());
        }
    }

    let things = Arc::new(Things::taken(1));
    let future = {
        let things = Arc::clone(&things);
        Box::pin(async move { things.waiters.wait_async(LONG, || things.take()).await })
    };
    let drops = Arc::new(DropsIt(Mutex::new(None)));
    let waker = Waker::from(Arc::clone(&drops));
    let mut future: Boxed = future;
    let mut context = Context::from_waker(&waker);
    assert_eq!(future.as_mut().poll(&mut context), Poll::Pending);
    *drops.0.lock() = Some(future);
    let mut behind = things.future(LONG).pending();
    things.give();
    assert_eq!(behind.wakes(), 1);
    assert_eq!(behind.poll(), Poll::Ready(Some(())));
    things.assert_quiet();
}

#[test]
fn what_looked_busy_is_found() {
    let things = Things::taken(2).unwatched();
    let mut waiting: Vec<_> = (0..3).map(|_| things.future(LONG).pending()).collect();
    things.free.store(2, Ordering::SeqCst);
    things.waiters.looked();
    for future in &mut waiting[..2] {
        assert_eq!(future.wakes(), 1);
        assert_eq!(future.poll(), Poll::Ready(Some(())));
    }
    assert_eq!(waiting[2].wakes(), 1);
    assert_eq!(waiting[2].poll(), Poll::Pending);
    drop(waiting);
    things.assert_quiet();
}

#[test]
fn no_wake_up_is_lost() {
    const TURNS: u64 = 5_000;
    let things = Arc::new(Things::new(2));
    let turns = Arc::new(AtomicU64::new(0));
    let runtime = runtime();
    thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                for turn in 0..TURNS {
                    things.wait();
                    if turn % 64 == 0 {
                        thread::yield_now();
                    }
                    turns.fetch_add(1, Ordering::Relaxed);
                    things.give();
                }
            });
        }
        let tasks: Vec<_> = (0..8)
            .map(|_| {
                let (things, turns) = (Arc::clone(&things), Arc::clone(&turns));
                runtime.spawn(async move {
                    for turn in 0..TURNS {
                        things.wait_async().await;
                        if turn % 8 == 0 {
                            tokio::task::yield_now().await;
                        }
                        turns.fetch_add(1, Ordering::Relaxed);
                        things.give();
                    }
                })
            })
            .collect();
        for task in tasks {
            runtime.block_on(task).expect("it does not panic");
        }
    });
    assert_eq!(turns.load(Ordering::Relaxed), 16 * TURNS);
    assert_eq!(things.free.load(Ordering::SeqCst), 2);
    things.assert_quiet();
}

#[test]
fn nor_where_many_give_up() {
    const TURNS: u64 = 1_000;
    let things = Arc::new(Things::new(2));
    let runtime = runtime();
    thread::scope(|scope| {
        for at in 0..4 {
            let things = &things;
            scope.spawn(move || {
                for turn in 0..TURNS {
                    let limit = Duration::from_micros((turn * 7 + at) % 50);
                    if things.waiters.wait(limit, || things.take()).is_some() {
                        thread::yield_now();
                        things.give();
                    }
                }
            });
        }
        let patient = scope.spawn(|| {
            for _ in 0..TURNS {
                things.wait();
                things.give();
            }
        });
        let tasks: Vec<_> = (0..8)
            .map(|at| {
                let things = Arc::clone(&things);
                runtime.spawn(async move {
                    for turn in 0..TURNS {
                        let taken = {
                            // Some are dropped after a few polls: woken by then, or not.
                            let mut polls_left = (turn + at) % 4;
                            let gives_up = polls_left > 0;
                            let mut waiting = pin!(things.wait_async());
                            poll_fn(|context| {
                                if waiting.as_mut().poll(context).is_ready() {
                                    return Poll::Ready(true);
                                }
                                if gives_up {
                                    polls_left -= 1;
                                    if polls_left == 0 {
                                        return Poll::Ready(false);
                                    }
                                    context.waker().wake_by_ref();
                                }
                                Poll::Pending
                            })
                            .await
                        };
                        if taken {
                            tokio::task::yield_now().await;
                            things.give();
                        }
                    }
                })
            })
            .collect();
        for task in tasks {
            runtime.block_on(task).expect("it does not panic");
        }
        patient.join().expect("it does not panic");
    });
    assert_eq!(things.free.load(Ordering::SeqCst), 2);
    things.assert_quiet();
}

#[test]
fn its_futures_are_send() {
    fn is_send<T: Send>(_: &T) {}
    is_send(&Waiters::default().wait_async(LONG, || Some(())));
}

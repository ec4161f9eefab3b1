//! Host functions that call the plugin that is calling them, where either or both are async: each call ends in an answer or in an
//! error, and never waits for itself.

use std::env;
use std::future::{pending, poll_fn};
use std::pin::{Pin, pin};
use std::process::Command;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::Relaxed};
use std::sync::{Arc, OnceLock, Weak, mpsc};
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};
use std::time::{Duration, Instant};

use fidius::{Error, ErrorKind, Limits, Runtime};
use misdeeds::MisdeedsAsync;
use misdeeds::host::{Host, HostAsync, Ticket, TicketResource};
use tokio::runtime::Builder;

#[fidius::host(wit = "hostile.wit", world = "hostile")]
struct Hostile;

const HOSTILE: &str = "guests/built/hostile.wasm";

/// What waits for itself is found out long before its time is over.
const LONG: Duration = Duration::from_secs(300);
const STUCK: Duration = Duration::from_secs(240);

/// A limit that a test can wait for.
const SHORT: Duration = Duration::from_millis(300);

fn limits(time: Duration) -> Limits {
    Limits {
        time,
        ..Limits::default()
    }
}

/// Fails where the test waits for what does not come.
#[track_caller]
fn in_time(test: impl FnOnce() + Send + 'static) {
    let (sender, receiver) = mpsc::channel();
    let thread = thread::spawn(move || {
        test();
        let _ = sender.send(());
    });
    match receiver.recv_timeout(STUCK) {
        Err(mpsc::RecvTimeoutError::Timeout) => panic!("it waits for itself"),
        _ => thread.join().unwrap(),
    }
}

#[track_caller]
fn until(what: impl Fn() -> bool) {
    let begun = Instant::now();
    while !what() {
        assert!(begun.elapsed() < STUCK, "it does not happen");
        thread::sleep(Duration::from_millis(1));
    }
}

// The ways to call.

/// An executor that knows nothing but to wake its thread.
fn drive<F: Future>(future: F) -> F::Output {
    struct Unpark(Thread);
    impl Wake for Unpark {
        fn wake(self: Arc<Self>) {
            self.0.unpark();
        }
    }
    let waker = Waker::from(Arc::new(Unpark(thread::current())));
    let mut future = pin!(future);
    loop {
        if let Poll::Ready(output) = future.as_mut().poll(&mut Context::from_waker(&waker)) {
            return output;
        }
        thread::park();
    }
}

/// How the plugin is called.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Form {
    Blocking,
    CurrentThread,
    MultiThread,
    /// On no executor of tokio's.
    Driven,
}

const FORMS: [Form; 4] = [
    Form::Blocking,
    Form::CurrentThread,
    Form::MultiThread,
    Form::Driven,
];

/// Calls from outside.
fn nest(form: Form, plugin: &Hostile, depth: u32) -> Result<u32, Error> {
    let call = MisdeedsAsync::nest(plugin, depth);
    match form {
        Form::Blocking => plugin.nest(depth),
        Form::CurrentThread => {
            let runtime = Builder::new_current_thread().enable_all().build();
            runtime.unwrap().block_on(call)
        }
        Form::MultiThread => {
            let mut builder = Builder::new_multi_thread();
            let runtime = builder.worker_threads(2).enable_all().build().unwrap();
            let plugin = plugin.clone();
            let task = runtime.spawn(async move { MisdeedsAsync::nest(&plugin, depth).await });
            runtime.block_on(task).unwrap()
        }
        Form::Driven => drive(call),
    }
}

/// What a host function answers, or the call that gets there.
type Answer<'a> = Pin<Box<dyn Future<Output = Result<u32, Error>> + Send + 'a>>;
type Again = dyn for<'a> Fn(&'a Hostile, u32) -> Answer<'a> + Send + Sync;

/// What the host gives to the plugin. Calls of the host's `again` are told how deep they are: 1 for the first, where the
/// plugin was called with 0.
struct Desk {
    /// Weak in what the plugin is given, or the two would keep each other forever.
    plugin: Weak<OnceLock<Hostile>>,
    again: Arc<Again>,
    /// How often the host was called, and how many calls of `wait` there are.
    calls: Arc<AtomicU32>,
    waiting: Arc<AtomicU32>,
}

struct Seven;

impl TicketResource for Seven {
    fn number(&self) -> Result<u32, Error> {
        Ok(7)
    }
}

struct Waiting<'a>(&'a AtomicU32);

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Relaxed);
    }
}

impl HostAsync for Desk {
    async fn new_ticket(&self) -> Result<Ticket, Error> {
        Ok(Ticket::new(Seven))
    }

    async fn hang(&self) -> Result<bool, Error> {
        Ok(false)
    }

    async fn wait(&self) -> Result<(), Error> {
        self.waiting.fetch_add(1, Relaxed);
        let _waiting = Waiting(&self.waiting);
        pending().await
    }

    async fn again(&self, depth: u32) -> Result<u32, Error> {
        self.calls.fetch_add(1, Relaxed);
        let plugin = self.plugin.upgrade().unwrap();
        (self.again)(plugin.get().unwrap(), depth).await
    }

    async fn fail(&self) -> Result<(), Error> {
        panic!("on purpose")
    }
}

/// Whose functions block.
impl Host for Desk {
    fn new_ticket(&self) -> Result<Ticket, Error> {
        Ok(Ticket::new(Seven))
    }

    fn hang(&self) -> Result<bool, Error> {
        Ok(false)
    }

    fn wait(&self) -> Result<(), Error> {
        Ok(())
    }

    fn again(&self, depth: u32) -> Result<u32, Error> {
        self.calls.fetch_add(1, Relaxed);
        let plugin = self.plugin.upgrade().unwrap();
        drive((self.again)(plugin.get().unwrap(), depth))
    }

    fn fail(&self) -> Result<(), Error> {
        panic!("on purpose")
    }
}

/// Where the plugin's instances are from.
#[derive(Clone, Copy, Debug)]
enum From {
    Fresh,
    Spares(usize),
    Pool(usize),
}

/// A plugin whose host function comes back to it.
struct Nesting {
    plugin: Arc<OnceLock<Hostile>>,
    calls: Arc<AtomicU32>,
    waiting: Arc<AtomicU32>,
}

impl Nesting {
    fn new(is_async: bool, from: From, limits: Limits, again: Arc<Again>) -> Self {
        Self::on(&Runtime::shared(), is_async, from, limits, again)
    }

    fn on(
        runtime: &Runtime,
        is_async: bool,
        from: From,
        limits: Limits,
        again: Arc<Again>,
    ) -> Self {
        let plugin = Arc::new(OnceLock::new());
        let (calls, waiting) = (Arc::default(), Arc::default());
        let desk = Desk {
            plugin: Arc::downgrade(&plugin),
            again,
            calls: Arc::clone(&calls),
            waiting: Arc::clone(&waiting),
        };
        let builder = match is_async {
            true => Hostile::builder().imports_async(desk),
            false => Hostile::builder().imports(desk),
        };
        let builder = builder.runtime(runtime).limits(limits);
        let builder = match from {
            From::Fresh => builder,
            From::Spares(count) => builder.spares(count),
            From::Pool(size) => builder.pool(size),
        };
        plugin.set(builder.load(HOSTILE).unwrap()).unwrap();
        Self {
            plugin,
            calls,
            waiting,
        }
    }

    fn plugin(&self) -> &Hostile {
        self.plugin.get().unwrap()
    }

    fn instances(&self) -> usize {
        self.plugin().plugin().counters().instances
    }
}

/// Calls the plugin again, until it is so deep.
fn down(to: u32, is_async: bool) -> Arc<Again> {
    Arc::new(move |plugin, depth| {
        Box::pin(async move {
            if depth >= to {
                return Ok(depth);
            }
            match is_async {
                true => MisdeedsAsync::nest(plugin, depth).await,
                false => plugin.nest(depth),
            }
        })
    })
}

/// All ways in which the host's function and its own calls can be.
const WAYS: [(bool, bool); 4] = [(false, false), (false, true), (true, false), (true, true)];

#[test]
fn a_host_function_calls_its_own_plugin() {
    in_time(|| {
        for (of_host, of_call) in WAYS {
            for from in [From::Fresh, From::Spares(2), From::Pool(6)] {
                let nesting = Nesting::new(of_host, from, limits(LONG), down(6, of_call));
                for form in FORMS {
                    let place = format!("{of_host} {of_call} {from:?} {form:?}");
                    for depth in [5, 3, 0] {
                        nesting.calls.store(0, Relaxed);
                        let answer = nest(form, nesting.plugin(), depth);
                        assert_eq!(answer.unwrap(), 6, "{place}");
                        assert_eq!(nesting.calls.load(Relaxed), 6 - depth, "{place}");
                    }
                }
            }
        }
    });
}

#[test]
fn nested_calls_of_a_full_pool_are_refused_at_once() {
    in_time(|| {
        for (of_host, of_call) in WAYS {
            let nesting = Nesting::new(of_host, From::Pool(3), limits(LONG), down(9, of_call));
            for form in FORMS {
                for _ in 0..2 {
                    let place = format!("{of_host} {of_call} {form:?}");
                    let error = nest(form, nesting.plugin(), 0).unwrap_err();
                    assert_eq!(
                        error.kind(),
                        ErrorKind::TooManyInstances,
                        "{place}: {error}"
                    );
                    assert!(error.to_string().contains("all 3 instances"), "{error}");
                    // All of them are there again: these need three.
                    assert_eq!(nest(form, nesting.plugin(), 6).unwrap(), 9, "{place}");
                    assert!(nesting.instances() <= 3);
                }
            }
        }
    });
}

#[test]
fn nested_calls_at_the_limit_of_instances_are_refused_at_once() {
    in_time(|| {
        for (of_host, of_call) in WAYS {
            for from in [From::Fresh, From::Spares(4), From::Pool(8)] {
                let few = Limits {
                    instances: 3,
                    ..limits(LONG)
                };
                let nesting = Nesting::new(of_host, from, few, down(9, of_call));
                for form in FORMS {
                    for _ in 0..3 {
                        let place = format!("{of_host} {of_call} {from:?} {form:?}");
                        let error = nest(form, nesting.plugin(), 0).unwrap_err();
                        assert_eq!(
                            error.kind(),
                            ErrorKind::TooManyInstances,
                            "{place}: {error}"
                        );
                        assert_eq!(nest(form, nesting.plugin(), 6).unwrap(), 9, "{place}");
                    }
                }
                if let From::Fresh = from {
                    assert_eq!(nesting.instances(), 0);
                }
            }
        }
    });
}

#[test]
fn plugins_that_call_each_other_share_the_limit_of_their_runtime() {
    in_time(|| {
        let runtime = Runtime::builder();
        let runtime = runtime.limits(Limits {
            instances: 4,
            ..limits(LONG)
        });
        let runtime = runtime.build().unwrap();
        for (of_host, of_call) in WAYS {
            // The first calls the second, whose host calls the first.
            let first: Arc<OnceLock<Hostile>> = Arc::default();
            let second = Nesting::on(&runtime, of_host, From::Fresh, limits(LONG), {
                let first = Arc::downgrade(&first);
                Arc::new(move |_, depth| {
                    let first = first.upgrade().unwrap();
                    Box::pin(async move {
                        match of_call {
                            true => MisdeedsAsync::nest(first.get().unwrap(), depth).await,
                            false => first.get().unwrap().nest(depth),
                        }
                    })
                })
            });
            let last = Arc::new(AtomicU32::new(0));
            let outer = Nesting::on(&runtime, of_host, From::Fresh, limits(LONG), {
                let second = second.plugin().clone();
                let last = Arc::clone(&last);
                Arc::new(move |_, depth| {
                    let (second, last) = (second.clone(), last.load(Relaxed));
                    Box::pin(async move {
                        match of_call {
                            _ if depth >= last => Ok(depth),
                            true => MisdeedsAsync::nest(&second, depth).await,
                            false => second.nest(depth),
                        }
                    })
                })
            });
            first.set(outer.plugin().clone()).unwrap();
            for form in FORMS {
                let place = format!("{of_host} {of_call} {form:?}");
                last.store(9, Relaxed);
                let error = nest(form, outer.plugin(), 0).unwrap_err();
                assert_eq!(
                    error.kind(),
                    ErrorKind::TooManyInstances,
                    "{place}: {error}"
                );
                assert!(
                    error.to_string().contains("all plugins of the runtime"),
                    "{error}"
                );
                last.store(3, Relaxed);
                assert_eq!(nest(form, outer.plugin(), 0).unwrap(), 3, "{place}");
                assert_eq!((outer.instances(), second.instances()), (0, 0), "{place}");
            }
        }
    });
}

// Sessions.

/// A plugin whose host function calls a session of it.
fn nesting_with_session(
    is_async: bool,
    again: impl for<'a> Fn(&'a Hostile, &'a Hostile, u32) -> Answer<'a> + Send + Sync + 'static,
) -> (Nesting, Arc<OnceLock<Hostile>>) {
    let session: Arc<OnceLock<Hostile>> = Arc::default();
    let weak = Arc::downgrade(&session);
    let again = Arc::new(again);
    let nesting = Nesting::new(is_async, From::Fresh, limits(LONG), {
        Arc::new(move |plugin, depth| {
            let (session, again) = (weak.upgrade().unwrap(), Arc::clone(&again));
            Box::pin(async move { again(plugin, session.get().unwrap(), depth).await })
        })
    });
    let made = drive(nesting.plugin().plugin().session_async()).unwrap();
    session.set(made).unwrap();
    (nesting, session)
}

fn call<'a>(is_async: bool, plugin: &'a Hostile, depth: u32) -> Answer<'a> {
    match is_async {
        true => Box::pin(MisdeedsAsync::nest(plugin, depth)),
        false => Box::pin(async move { plugin.nest(depth) }),
    }
}

#[test]
fn a_session_can_not_be_entered_again() {
    in_time(|| {
        for (of_host, of_call) in WAYS {
            for form in FORMS {
                let place = format!("{of_host} {of_call} {form:?}");
                let (nesting, session) =
                    nesting_with_session(of_host, move |_, session, depth| match depth {
                        0..3 => call(of_call, session, depth),
                        depth => Box::pin(async move { Ok(depth) }),
                    });
                let session = session.get().unwrap();
                // Another instance may call it.
                assert_eq!(nest(form, nesting.plugin(), 1).unwrap(), 3, "{place}");
                let error = nest(form, session, 0).unwrap_err();
                assert!(error.is_reentrant(), "{place}: {error}");
                assert_eq!(error.kind(), ErrorKind::Reentrant);
                // Its host function has failed, and with it the session.
                let error = nest(form, session, 2).unwrap_err();
                assert!(error.is_session_lost(), "{place}: {error}");
            }
        }
    });
}

#[test]
fn a_host_that_lives_with_the_refusal_keeps_its_session() {
    in_time(|| {
        for (of_host, of_call) in WAYS {
            let (_nesting, session) =
                nesting_with_session(of_host, move |plugin, session, depth| {
                    Box::pin(async move {
                        if depth >= 3 {
                            return Ok(depth);
                        }
                        let error = call(of_call, session, depth).await.unwrap_err();
                        assert!(error.is_reentrant(), "{error}");
                        call(of_call, plugin, depth).await
                    })
                });
            for form in FORMS {
                for _ in 0..3 {
                    let answer = nest(form, session.get().unwrap(), 0);
                    assert_eq!(answer.unwrap(), 3, "{of_host} {of_call} {form:?}");
                }
            }
        }
    });
}

#[test]
fn a_nested_call_does_not_wait_for_a_busy_session() {
    in_time(|| {
        for of_call in [false, true] {
            for form in FORMS {
                let (nesting, session) =
                    nesting_with_session(true, move |_, session, depth| match depth {
                        1 => call(of_call, session, depth),
                        depth => Box::pin(async move { Ok(depth) }),
                    });
                let session = session.get().unwrap();
                assert_eq!(nest(form, nesting.plugin(), 0).unwrap(), 2);
                let mut busy = Box::pin(MisdeedsAsync::wait(session));
                drive(poll_fn(|context| {
                    assert!(busy.as_mut().poll(context).is_pending());
                    Poll::Ready(())
                }));
                assert_eq!(nesting.waiting.load(Relaxed), 1);
                let error = nest(form, nesting.plugin(), 0).unwrap_err();
                let place = format!("{of_call} {form:?}: {error}");
                assert_eq!(error.kind(), ErrorKind::TooManyInstances, "{place}");
                drop(busy);
                let error = nest(form, nesting.plugin(), 0).unwrap_err();
                assert!(error.is_session_lost(), "{place}");
            }
        }
    });
}

// Time.

#[test]
fn a_nested_call_has_the_time_of_the_one_that_it_is_part_of() {
    in_time(|| {
        // By itself the inner plugin would have much more.
        let inner = Nesting::new(true, From::Fresh, limits(LONG), down(0, true));
        for (of_host, of_call) in WAYS {
            for deed in 0..4 {
                let nesting = Nesting::new(of_host, From::Fresh, limits(SHORT), {
                    let inner = inner.plugin().clone();
                    Arc::new(move |_, depth| {
                        let inner = inner.clone();
                        Box::pin(async move {
                            match (deed, of_call) {
                                (0, true) => MisdeedsAsync::sleep_an_hour(&inner).await?,
                                (0, false) => inner.sleep_an_hour()?,
                                (1, true) => MisdeedsAsync::spin(&inner).await?,
                                (1, false) => inner.spin()?,
                                (2, true) => MisdeedsAsync::wait(&inner).await?,
                                (2, false) => inner.wait()?,
                                // One that does not give up when its time is over.
                                (_, true) => loop {
                                    let _ = MisdeedsAsync::spin(&inner).await;
                                    let _ = MisdeedsAsync::wait(&inner).await;
                                    if inner.plugin().counters().failures > 1_000_000 {
                                        break;
                                    }
                                    tokio::task::yield_now().await;
                                },
                                (_, false) => {
                                    assert!(inner.spin().unwrap_err().is_timeout());
                                    assert!(inner.wait().unwrap_err().is_timeout());
                                }
                            }
                            Ok(depth)
                        })
                    })
                });
                // A blocking host function that never returns can't be ended from inside.
                if !of_host && of_call && deed == 3 {
                    continue;
                }
                for form in FORMS {
                    let begun = Instant::now();
                    let error = nest(form, nesting.plugin(), 0).unwrap_err();
                    let place = format!("{of_host} {of_call} {deed} {form:?}: {error}");
                    assert!(error.is_timeout(), "{place}");
                    // On a busy machine the clock of the limits may be some steps late when the call begins.
                    assert!(begun.elapsed() >= SHORT / 2, "{place}");
                    assert_eq!(nesting.instances(), 0, "{place}");
                    assert_eq!(inner.instances(), 0, "{place}");
                    assert_eq!(inner.waiting.load(Relaxed), 0, "{place}");
                }
            }
        }
    });
}

#[test]
fn time_runs_on_through_all_levels() {
    in_time(|| {
        for (of_host, of_call) in WAYS {
            let nesting = Nesting::new(of_host, From::Fresh, limits(SHORT), {
                Arc::new(move |plugin, depth| {
                    Box::pin(async move {
                        // Each level takes less than the limit, all of them together much more.
                        if of_host {
                            tokio::time::sleep(Duration::from_millis(50)).await;
                        } else {
                            thread::sleep(Duration::from_millis(50));
                        }
                        call(of_call, plugin, depth).await
                    })
                })
            });
            for form in FORMS {
                let error = nest(form, nesting.plugin(), 0).unwrap_err();
                assert!(error.is_timeout(), "{of_host} {of_call} {form:?}: {error}");
                assert_eq!(nesting.instances(), 0);
            }
        }
    });
}

#[test]
fn two_plugins_that_wait_for_each_other_end_with_their_time() {
    in_time(|| {
        // Each has one instance, and calls the other, while the other calls it.
        let plugins: Arc<[OnceLock<Hostile>; 2]> = Arc::default();
        let both = Arc::new(tokio::sync::Barrier::new(2));
        let nestings = [0, 1].map(|at| {
            let (plugins, both) = (Arc::downgrade(&plugins), Arc::clone(&both));
            Nesting::new(true, From::Pool(1), limits(SHORT), {
                Arc::new(move |_, depth| {
                    let (plugins, both) = (plugins.upgrade().unwrap(), Arc::clone(&both));
                    Box::pin(async move {
                        both.wait().await;
                        MisdeedsAsync::nest(plugins[1 - at].get().unwrap(), depth).await
                    })
                })
            })
        });
        for (plugin, nesting) in plugins.iter().zip(&nestings) {
            plugin.set(nesting.plugin().clone()).unwrap();
        }
        let runtime = Builder::new_current_thread().enable_all().build().unwrap();
        let (first, second) = runtime.block_on(async {
            tokio::join!(
                MisdeedsAsync::nest(nestings[0].plugin(), 0),
                MisdeedsAsync::nest(nestings[1].plugin(), 0)
            )
        });
        assert!(first.unwrap_err().is_timeout());
        assert!(second.unwrap_err().is_timeout());
        for nesting in &nestings {
            assert_eq!(drive(MisdeedsAsync::well(nesting.plugin())).unwrap(), 42);
        }
    });
}

/// A task of its own is no part of the call, as far as anyone knows: it waits as all others do, and no longer.
#[test]
fn a_task_that_a_host_function_waits_for_ends_with_its_time() {
    in_time(|| {
        let nesting = Nesting::new(true, From::Pool(1), limits(SHORT), {
            Arc::new(|plugin, depth| {
                let plugin = plugin.clone();
                Box::pin(async move {
                    let task = async move { MisdeedsAsync::nest(&plugin, depth).await };
                    tokio::spawn(task).await.unwrap()
                })
            })
        });
        for form in FORMS {
            let error = nest(form, nesting.plugin(), 0).unwrap_err();
            assert!(error.is_timeout(), "{form:?}: {error}");
        }
        until(|| nesting.plugin().plugin().counters().waiting == 0);
        assert_eq!(nesting.plugin().well().unwrap(), 42);
    });
}

// Several at once, and futures that are dropped.

#[test]
fn a_host_function_makes_calls_at_the_same_time() {
    in_time(|| {
        let both = |from| {
            Nesting::new(true, from, limits(LONG), {
                Arc::new(|plugin, depth| {
                    Box::pin(async move {
                        if depth >= 3 {
                            // Long enough for the others to come.
                            tokio::time::sleep(Duration::from_millis(200)).await;
                            return Ok(1);
                        }
                        let (a, b) = tokio::join!(
                            MisdeedsAsync::nest(plugin, depth),
                            MisdeedsAsync::nest(plugin, depth)
                        );
                        Ok(a? + b?)
                    })
                })
            })
        };
        for from in [From::Fresh, From::Spares(3), From::Pool(7)] {
            let nesting = both(from);
            for form in FORMS {
                assert_eq!(
                    nest(form, nesting.plugin(), 0).unwrap(),
                    4,
                    "{from:?} {form:?}"
                );
            }
        }
        // One instance too few.
        let nesting = both(From::Pool(6));
        for form in FORMS {
            let error = nest(form, nesting.plugin(), 0).unwrap_err();
            assert_eq!(
                error.kind(),
                ErrorKind::TooManyInstances,
                "{form:?}: {error}"
            );
            assert_eq!(nest(form, nesting.plugin(), 1).unwrap(), 2, "{form:?}");
        }
    });
}

#[test]
fn a_host_function_may_drop_the_call_that_it_makes() {
    in_time(|| {
        let nesting = Nesting::new(true, From::Pool(2), limits(LONG), {
            Arc::new(|plugin, depth| {
                Box::pin(async move {
                    for _ in 0..3 {
                        let time = Duration::from_millis(10);
                        let waits = MisdeedsAsync::wait(plugin);
                        assert!(tokio::time::timeout(time, waits).await.is_err());
                        let spins = MisdeedsAsync::spin(plugin);
                        assert!(tokio::time::timeout(time, spins).await.is_err());
                    }
                    MisdeedsAsync::well(plugin).await.map(|well| well + depth)
                })
            })
        });
        for form in FORMS {
            assert_eq!(nest(form, nesting.plugin(), 0).unwrap(), 43, "{form:?}");
            assert_eq!(nesting.waiting.load(Relaxed), 0);
        }
    });
}

#[test]
fn all_levels_end_with_the_outermost_future() {
    in_time(|| {
        for from in [From::Fresh, From::Pool(5)] {
            let nesting = Nesting::new(true, from, limits(LONG), {
                Arc::new(|plugin, depth| match depth {
                    4 => Box::pin(async move { MisdeedsAsync::wait(plugin).await.map(|()| 0) }),
                    5 => Box::pin(async move { Ok(5) }),
                    depth => Box::pin(MisdeedsAsync::nest(plugin, depth)),
                })
            });
            let runtime = Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                for _ in 0..20 {
                    let mut call = Box::pin(MisdeedsAsync::nest(nesting.plugin(), 0));
                    let time = Duration::from_millis(20);
                    assert!(tokio::time::timeout(time, &mut call).await.is_err());
                    assert_eq!(nesting.waiting.load(Relaxed), 1);
                    assert_eq!(nesting.instances(), 5);
                    drop(call);
                    assert_eq!(nesting.waiting.load(Relaxed), 0);
                    assert_eq!(nesting.instances(), 0);
                }
                let answer = MisdeedsAsync::nest(nesting.plugin(), 4).await;
                assert_eq!(answer.unwrap(), 5);
            });
        }
    });
}

/// Many callers of a pool that is too small for all of them to go as deep as they would.
#[test]
fn crowds_of_nested_calls_end() {
    in_time(|| {
        for (of_host, of_call) in WAYS {
            let nesting = Nesting::new(of_host, From::Pool(4), limits(LONG), down(3, of_call));
            let mut builder = Builder::new_multi_thread();
            let runtime = builder.worker_threads(2).enable_all().build().unwrap();
            let check = |answer: Result<u32, Error>| match answer {
                Ok(answer) => assert_eq!(answer, 3),
                Err(error) => assert!(error.is_too_many_instances(), "{error}"),
            };
            let tasks: Vec<_> = (0..4)
                .map(|_| {
                    let plugin = nesting.plugin().clone();
                    runtime.spawn(async move {
                        for _ in 0..30 {
                            check(MisdeedsAsync::nest(&plugin, 0).await);
                        }
                    })
                })
                .collect();
            thread::scope(|scope| {
                for _ in 0..3 {
                    scope.spawn(|| {
                        for _ in 0..30 {
                            check(nesting.plugin().nest(0));
                        }
                    });
                }
            });
            for task in tasks {
                runtime.block_on(task).unwrap();
            }
            for form in FORMS {
                assert_eq!(nest(form, nesting.plugin(), 0).unwrap(), 3);
            }
            assert!(nesting.instances() <= 4);
        }
    });
}

// Depth.

/// Set in a process that runs the body of a test.
const INNER: &str = "FIDIUS_TEST_INNER";

/// Runs the rest of this test in a process of its own, on a thread with the stack that Rust gives threads: a process that has no
/// stack left ends, whoever has used it.
fn in_its_own_process(test: &str, body: impl FnOnce() + Send + 'static) {
    if env::var_os(INNER).is_some() {
        let thread = thread::Builder::new().stack_size(2 << 20);
        thread.spawn(body).unwrap().join().unwrap();
        return;
    }
    let output = Command::new(env::current_exe().unwrap())
        .args(["--exact", test, "--nocapture"])
        .env(INNER, "1")
        .output()
        .unwrap();
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{}\n{stderr}", output.status);
}

#[test]
fn a_plugin_and_its_host_may_not_call_each_other_forever() {
    in_its_own_process(
        "a_plugin_and_its_host_may_not_call_each_other_forever",
        || {
            in_time(|| {
                for (of_host, of_call) in WAYS {
                    let is_endless = Arc::new(AtomicBool::new(true));
                    let again: Arc<Again> = {
                        let is_endless = Arc::clone(&is_endless);
                        Arc::new(
                            move |plugin, depth| match is_endless.load(Relaxed) || depth < 5 {
                                true => call(of_call, plugin, depth),
                                false => Box::pin(async move { Ok(depth) }),
                            },
                        )
                    };
                    for from in [From::Fresh, From::Spares(2), From::Pool(500)] {
                        let again = Arc::clone(&again);
                        let nesting = Nesting::new(of_host, from, limits(LONG), again);
                        for form in FORMS {
                            let place = format!("{of_host} {of_call} {from:?} {form:?}");
                            is_endless.store(true, Relaxed);
                            nesting.calls.store(0, Relaxed);
                            let error = nest(form, nesting.plugin(), 0).unwrap_err();
                            assert!(error.is_nested_too_deep(), "{place}: {error}");
                            assert!(nesting.calls.load(Relaxed) >= 5, "{place}");
                            is_endless.store(false, Relaxed);
                            assert_eq!(nest(form, nesting.plugin(), 0).unwrap(), 5, "{place}");
                        }
                    }
                }
            });
        },
    );
}

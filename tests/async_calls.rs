//! Async methods work on every executor, never block its thread, and end when their future is dropped.

use std::future::{pending, poll_fn};
use std::pin::{Pin, pin};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::Relaxed};
use std::sync::{Arc, LazyLock, mpsc};
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};
use std::time::{Duration, Instant};

use counters::Counters as BlockingCounters;
use fidius::{Error, ErrorKind, Limits, Plugin};
use misbehave::Misbehave as Blocking;
use misdeeds::Misdeeds as BlockingMisdeeds;
use misdeeds::host::{Host, HostAsync, Ticket, TicketResource};
use tokio::runtime::{Builder, Runtime};
use tokio::task::LocalSet;
use tokio::time::{sleep, timeout};

#[fidius::host(wit = "misbehave.wit", async)]
struct Misbehave;

/// The same, whose own methods block: so do its instances, unless async calls make them.
#[fidius::host(wit = "misbehave.wit", module = "blocking_misbehave")]
struct BlockingMisbehave;

/// Needs no WASI at all.
#[fidius::host(wit = "bench.wit", async)]
struct Bench;

#[fidius::host(wit = "counters.wit", async)]
struct Counters;

#[fidius::host(wit = "hostile.wit", world = "hostile", async)]
struct Hostile;

#[fidius::host(
    wit = "hostile.wit",
    world = "faulty",
    with = { "fidius:hostile/host" = crate::misdeeds::host },
    async
)]
struct Faulty;

#[fidius::host(
    wit = "hostile.wit",
    world = "starting",
    with = { "fidius:hostile/host" = crate::misdeeds::host },
    async
)]
struct Starting;

const MISBEHAVE: &str = "guests/built/misbehave.wasm";
const BENCH: &str = "guests/built/bench-minimal.wasm";
const COUNTERS: &str = "guests/built/counters.wasm";
const HOSTILE: &str = "guests/built/hostile.wasm";
const FAULTY: &str = "guests/built/hostile-faulty.wasm";
const STARTING: &str = "guests/built/hostile-starting.wasm";

/// Longer than any test. What takes this long has not been stopped.
const HOUR: u64 = 3_600_000;

/// What waits for this long waits for something that does not come.
const LONG: Duration = Duration::from_secs(60);

/// Long enough for a call to begin, and to get to where its guest waits.
const MOMENT: Duration = Duration::from_millis(30);

type Call<'a> = Pin<Box<dyn Future<Output = Result<(), Error>> + 'a>>;

fn limits(time: Duration) -> Limits {
    Limits {
        time,
        ..Limits::default()
    }
}

fn current_thread() -> Runtime {
    Builder::new_current_thread().enable_all().build().unwrap()
}

/// Waits for what another thread does.
#[track_caller]
fn until(what: impl Fn() -> bool) {
    let begun = Instant::now();
    while !what() {
        assert!(begun.elapsed() < LONG, "it does not happen");
        thread::sleep(Duration::from_millis(1));
    }
}

async fn until_async(what: impl AsyncFn() -> bool) {
    let begun = Instant::now();
    while !what().await {
        assert!(begun.elapsed() < LONG, "it does not happen");
        sleep(Duration::from_millis(1)).await;
    }
}

/// Fails, instead of waiting forever, where the test gets stuck in a way that no timer on its own thread could end.
#[track_caller]
fn in_time(test: impl FnOnce() + Send + 'static) {
    let (sender, receiver) = mpsc::channel();
    let thread = thread::spawn(move || {
        test();
        let _ = sender.send(());
    });
    match receiver.recv_timeout(2 * LONG) {
        Err(mpsc::RecvTimeoutError::Timeout) => panic!("it waits for itself"),
        _ => thread.join().unwrap(),
    }
}

/// Polls it once, with nobody to wake.
fn poll_once<F: Future>(future: Pin<&mut F>) -> Poll<F::Output> {
    future.poll(&mut Context::from_waker(Waker::noop()))
}

// Executors.

static PLUGIN: LazyLock<Misbehave> = LazyLock::new(|| {
    Misbehave::builder()
        .limits(limits(Duration::from_millis(300)))
        .load(MISBEHAVE)
        .unwrap()
});

/// All that could block or look for a runtime.
async fn everything() {
    let plugin = &*PLUGIN;
    plugin.print("from somewhere").await.unwrap();
    plugin.print_error("from somewhere").await.unwrap();
    let begun = Instant::now();
    plugin.sleep(20).await.unwrap();
    assert!(begun.elapsed() >= Duration::from_millis(20));
    plugin.sleep(0).await.unwrap();
    assert_eq!(plugin.read_stdin().await.unwrap(), "");
    assert!(
        plugin
            .read_file("/etc/passwd")
            .await
            .unwrap_err()
            .guest()
            .is_some()
    );
    assert!(plugin.tcp_connect("127.0.0.1:1").await.is_err());
    assert_eq!(plugin.divide(8, 2).await.unwrap(), 4);
    assert_eq!(plugin.recurse(1000).await.unwrap(), 1000);
    assert!(plugin.panic("here").await.unwrap_err().is_trap());
    assert!(plugin.exit(1).await.unwrap_err().is_exit());
    let begun = Instant::now();
    assert!(plugin.sleep(HOUR).await.unwrap_err().is_timeout());
    assert!(plugin.loop_forever().await.unwrap_err().is_timeout());
    assert!(begun.elapsed() >= Duration::from_millis(600));
    assert!(begun.elapsed() < LONG);

    let session = plugin.plugin().session_async().await.unwrap();
    let first = session.count().await.unwrap();
    assert_eq!(session.count().await.unwrap(), first + 1);
}

#[test]
fn on_a_multi_thread_runtime() {
    let mut builder = Builder::new_multi_thread();
    let runtime = builder.worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(everything());
    runtime.block_on(runtime.spawn(everything())).unwrap();
}

#[test]
fn on_a_current_thread_runtime() {
    let runtime = current_thread();
    runtime.block_on(everything());
    runtime.block_on(async { tokio::spawn(everything()).await.unwrap() });
}

#[test]
fn on_a_runtime_that_drives_neither_time_nor_io() {
    let runtime = Builder::new_current_thread().build().unwrap();
    runtime.block_on(everything());
    let mut builder = Builder::new_multi_thread();
    let runtime = builder.worker_threads(1).build().unwrap();
    runtime.block_on(runtime.spawn(everything())).unwrap();
}

#[test]
fn in_a_local_set() {
    let set = LocalSet::new();
    set.block_on(&current_thread(), async {
        tokio::task::spawn_local(everything()).await.unwrap();
    });
}

#[test]
fn in_spawn_blocking_with_block_on() {
    let runtime = Builder::new_multi_thread().enable_all().build().unwrap();
    let handle = runtime.handle().clone();
    let task = runtime.spawn_blocking(move || handle.block_on(everything()));
    runtime.block_on(task).unwrap();
}

#[test]
fn in_a_task_whose_budget_is_spent() {
    current_thread().block_on(async {
        let task = tokio::spawn(async {
            let (sender, mut receiver) = tokio::sync::mpsc::unbounded_channel();
            for number in 0..1000 {
                sender.send(number).unwrap();
            }
            while tokio::task::coop::has_budget_remaining() {
                receiver.recv().await.unwrap();
            }
            everything().await;
        });
        task.await.unwrap();
    });
}

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

#[test]
fn on_an_executor_that_is_not_of_tokio() {
    assert!(tokio::runtime::Handle::try_current().is_err());
    drive(everything());
}

/// A future may be polled by another thread each time.
#[test]
fn on_executors_that_change() {
    let call = PLUGIN.sleep(50);
    let mut call = Box::pin(call);
    assert!(poll_once(call.as_mut()).is_pending());
    let call = &mut call;
    thread::scope(|scope| {
        let moved = scope.spawn(move || {
            assert!(poll_once(call.as_mut()).is_pending());
            current_thread().block_on(call)
        });
        moved.join().unwrap().unwrap();
    });
}

#[test]
fn many_calls_at_once_on_one_thread() {
    let plugin = Misbehave::load(MISBEHAVE).unwrap();
    current_thread().block_on(async {
        let tasks: Vec<_> = (0..50)
            .map(|_| {
                let plugin = plugin.clone();
                tokio::spawn(async move { plugin.sleep(400).await })
            })
            .collect();
        until_async(async || plugin.plugin().counters().instances == 50).await;
        for task in tasks {
            task.await.unwrap().unwrap();
        }
    });
    assert_eq!(plugin.plugin().counters().instances, 0);
}

#[test]
fn futures_are_send() {
    fn is_send<F: Future + Send>(_: F) {}
    fn of_a_session<H: fidius::Host>(plugin: &Plugin<H>) {
        is_send(plugin.session_async());
    }
    is_send(everything());
    is_send(PLUGIN.sleep(0));
    of_a_session(PLUGIN.plugin());
}

// What the host gives to its plugins.

/// The functions of the host, which a test holds on to.
#[derive(Default)]
struct Ways {
    /// Whether an instance that is being made never gets done.
    hang: AtomicBool,
    /// Whether one that is being made waits for the host.
    stall: AtomicBool,
    /// Whether `wait` returns.
    open: AtomicBool,
    /// How many calls of `wait` there have been, and how many futures of them there are.
    waits: AtomicU32,
    waiting: AtomicU32,
}

struct Waiting<'a>(&'a AtomicU32);

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Relaxed);
    }
}

impl Ways {
    async fn wait(&self) {
        self.waits.fetch_add(1, Relaxed);
        self.waiting.fetch_add(1, Relaxed);
        let _waiting = Waiting(&self.waiting);
        while !self.open.load(Relaxed) {
            sleep(Duration::from_millis(1)).await;
        }
    }
}

struct Desk(Arc<Ways>);

struct Seven;

impl TicketResource for Seven {
    fn number(&self) -> Result<u32, Error> {
        Ok(7)
    }
}

impl HostAsync for Desk {
    async fn new_ticket(&self) -> Result<Ticket, Error> {
        Ok(Ticket::new(Seven))
    }

    async fn hang(&self) -> Result<bool, Error> {
        if self.0.stall.load(Relaxed) {
            return pending().await;
        }
        Ok(self.0.hang.load(Relaxed))
    }

    async fn wait(&self) -> Result<(), Error> {
        self.0.wait().await;
        Ok(())
    }

    async fn again(&self, depth: u32) -> Result<u32, Error> {
        Ok(depth)
    }

    async fn fail(&self) -> Result<(), Error> {
        panic!("on purpose")
    }
}

/// Whose functions block the thread, but for those that wait.
impl Host for Desk {
    fn new_ticket(&self) -> Result<Ticket, Error> {
        Ok(Ticket::new(Seven))
    }

    fn hang(&self) -> Result<bool, Error> {
        Ok(self.0.hang.load(Relaxed))
    }

    fn wait(&self) -> Result<(), Error> {
        Ok(())
    }

    fn again(&self, depth: u32) -> Result<u32, Error> {
        Ok(depth)
    }

    fn fail(&self) -> Result<(), Error> {
        panic!("on purpose")
    }
}

// Nothing blocks.

/// Awaits it while another task of the same thread counts, and returns how often that got its turn.
fn ticks_during<T>(future: impl Future<Output = T>) -> (T, u32) {
    let ticks = Arc::new(AtomicU32::new(0));
    let runtime = current_thread();
    let output = runtime.block_on(async {
        let ticks = Arc::clone(&ticks);
        tokio::spawn(async move {
            loop {
                sleep(Duration::from_millis(5)).await;
                ticks.fetch_add(1, Relaxed);
            }
        });
        tokio::task::yield_now().await;
        future.await
    });
    (output, ticks.load(Relaxed))
}

#[test]
fn the_ticks_of_a_thread_that_is_blocked_do_not_come() {
    let plugin = Misbehave::load(MISBEHAVE).unwrap();
    let (output, ticks) = ticks_during(async { Blocking::sleep(&plugin, 100) });
    output.unwrap();
    assert_eq!(ticks, 0);
}

#[test]
fn a_guest_that_sleeps_blocks_no_thread() {
    let plugin = Misbehave::load(MISBEHAVE).unwrap();
    let pool = Misbehave::builder().pool(1).load(MISBEHAVE).unwrap();
    for plugin in [&plugin, &pool] {
        let (output, ticks) = ticks_during(plugin.sleep(300));
        output.unwrap();
        assert!(ticks >= 3, "{ticks}");
    }
    let (session, ticks) = ticks_during(async {
        let session = plugin.plugin().session_async().await.unwrap();
        session.sleep(300).await.map(|()| session)
    });
    session.unwrap();
    assert!(ticks >= 3, "{ticks}");
}

#[test]
fn a_guest_that_computes_lets_others_run() {
    let plugin = Misbehave::builder()
        .limits(limits(Duration::from_secs(1)))
        .load(MISBEHAVE)
        .unwrap();
    let (output, ticks) = ticks_during(plugin.loop_forever());
    assert!(output.unwrap_err().is_timeout());
    assert!(ticks >= 3, "{ticks}");

    let plugin = Misbehave::builder()
        .limits(Limits {
            cpu_time: Duration::from_millis(500),
            ..limits(LONG)
        })
        .load(MISBEHAVE)
        .unwrap();
    let (output, ticks) = ticks_during(plugin.loop_forever());
    assert!(output.unwrap_err().is_cpu_time());
    assert!(ticks >= 3, "{ticks}");
}

#[test]
fn an_instance_that_is_made_lets_others_run() {
    let ways = Arc::new(Ways::default());
    let starting = Starting::builder()
        .imports_async(Desk(Arc::clone(&ways)))
        .limits(limits(Duration::from_secs(1)))
        .load(STARTING)
        .unwrap();
    ways.hang.store(true, Relaxed);
    let (output, ticks) = ticks_during(starting.well());
    assert!(output.unwrap_err().is_timeout());
    assert!(ticks >= 3, "{ticks}");
}

#[test]
fn an_async_host_function_blocks_no_thread() {
    let ways = Arc::new(Ways::default());
    let hostile = Hostile::builder()
        .imports_async(Desk(Arc::clone(&ways)))
        .limits(limits(LONG))
        .load(HOSTILE)
        .unwrap();
    let (output, ticks) = ticks_during(async {
        let open = async {
            sleep(Duration::from_millis(300)).await;
            ways.open.store(true, Relaxed);
        };
        tokio::join!(hostile.wait(), open).0
    });
    output.unwrap();
    assert!(ticks >= 3, "{ticks}");
}

#[test]
fn waiting_for_an_instance_blocks_no_thread() {
    let pool = Misbehave::builder().pool(1).load(MISBEHAVE).unwrap();
    let few = Misbehave::builder()
        .limits(Limits {
            instances: 1,
            ..limits(LONG)
        })
        .load(MISBEHAVE)
        .unwrap();
    for plugin in [&pool, &few] {
        let ((), ticks) = ticks_during(async {
            let (slept, counted) = tokio::join!(plugin.sleep(300), plugin.count());
            slept.unwrap();
            counted.unwrap();
        });
        assert!(ticks >= 3, "{ticks}");
    }
    // The one who has it may be a thread that is blocked.
    for plugin in [&pool, &few] {
        thread::scope(|scope| {
            let held = scope.spawn(|| Blocking::sleep(plugin, 300));
            until(|| plugin.plugin().counters().instances == 1 || held.is_finished());
            let (output, _) = ticks_during(plugin.count());
            output.unwrap();
            held.join().unwrap().unwrap();
        });
    }
}

// A future that is dropped.

/// A plugin in each way that its instances can be from.
fn kinds() -> [(&'static str, Misbehave); 3] {
    let builder = || Misbehave::builder().limits(limits(LONG));
    [
        ("fresh", builder().load(MISBEHAVE).unwrap()),
        ("spares", builder().spares(2).load(MISBEHAVE).unwrap()),
        ("pool", builder().pool(1).load(MISBEHAVE).unwrap()),
    ]
}

/// The instances of a plugin that are in calls.
fn in_use(plugin: &Misbehave) -> usize {
    let counters = plugin.plugin().counters();
    counters.instances - counters.spares
}

#[test]
fn a_future_that_is_never_polled_does_nothing() {
    for (kind, plugin) in kinds() {
        drop(plugin.count());
        drop(plugin.plugin().session_async());
        assert_eq!(plugin.plugin().counters().instances, 0, "{kind}");
        let session = drive(plugin.plugin().session_async()).unwrap();
        let first = drive(session.count()).unwrap();
        drop(session.count());
        drop(session.sleep(HOUR));
        assert_eq!(drive(session.count()).unwrap(), first + 1, "{kind}");
    }
}

#[test]
fn a_call_ends_with_its_future() {
    let runtime = current_thread();
    for (kind, plugin) in kinds() {
        let first = runtime.block_on(plugin.count()).unwrap();
        runtime.block_on(async {
            for _ in 0..3 {
                // After the first poll.
                let mut call = Box::pin(plugin.sleep(HOUR));
                assert!(poll_once(call.as_mut()).is_pending(), "{kind}");
                assert!(in_use(&plugin) > 0, "{kind}");
                drop(call);
                until(|| in_use(&plugin) == 0);
                assert_eq!(plugin.count().await.unwrap(), first, "{kind}");

                // While the guest sleeps, computes, or writes.
                let text = "x".repeat(1 << 16);
                let writes = async {
                    loop {
                        plugin.print(&text).await?;
                    }
                };
                let calls: [Call<'_>; 3] = [
                    Box::pin(plugin.sleep(HOUR)),
                    Box::pin(plugin.loop_forever()),
                    Box::pin(writes),
                ];
                for call in calls {
                    assert!(timeout(MOMENT, call).await.is_err(), "{kind}");
                    // That of a pool that only wrote may live on between two calls.
                    let (begun, count) = (Instant::now(), plugin.count().await.unwrap());
                    assert!(count >= first, "{kind}");
                    assert!(begun.elapsed() < LONG / 2, "{kind}");
                }
            }
        });
        drop(runtime.block_on(async { timeout(MOMENT, plugin.loop_forever()).await }));
        until(|| in_use(&plugin) == 0);
        // The other kind of calls works too.
        assert_eq!(Blocking::count(&plugin).unwrap(), first, "{kind}");
        assert_eq!(plugin.plugin().counters().failures, 0, "{kind}");
    }
}

#[test]
fn a_fresh_instance_is_gone_when_its_future_is() {
    let plugin = Misbehave::builder()
        .limits(limits(LONG))
        .load(MISBEHAVE)
        .unwrap();
    let instances = || plugin.plugin().counters().instances;
    current_thread().block_on(async {
        for call in [plugin.sleep(HOUR), plugin.sleep(HOUR)] {
            let mut call = Box::pin(call);
            assert!(timeout(MOMENT, &mut call).await.is_err());
            assert_eq!(instances(), 1);
            drop(call);
            assert_eq!(instances(), 0);
        }
        let mut call = Box::pin(plugin.loop_forever());
        assert!(timeout(MOMENT, &mut call).await.is_err());
        assert_eq!(instances(), 1);
        drop(call);
        assert_eq!(instances(), 0);
    });
}

#[test]
fn a_task_that_is_aborted_ends_its_call() {
    let plugin = Misbehave::builder()
        .limits(limits(LONG))
        .load(MISBEHAVE)
        .unwrap();
    let instances = || plugin.plugin().counters().instances;
    let mut builder = Builder::new_multi_thread();
    let runtime = builder.worker_threads(2).enable_all().build().unwrap();
    for computes in [false, true] {
        let task = runtime.spawn({
            let plugin = plugin.clone();
            async move {
                if computes {
                    plugin.loop_forever().await
                } else {
                    plugin.sleep(HOUR).await
                }
            }
        });
        until(|| instances() == 1);
        task.abort();
        assert!(runtime.block_on(task).unwrap_err().is_cancelled());
        assert_eq!(instances(), 0);
    }
    // A runtime that shuts down drops its tasks.
    let slept = plugin.clone();
    runtime.spawn(async move { slept.sleep(HOUR).await });
    until(|| instances() == 1);
    drop(runtime);
    assert_eq!(instances(), 0);
    drive(plugin.count()).unwrap();
}

#[test]
fn a_session_is_lost_with_the_future_that_had_it() {
    let plugin = Misbehave::builder()
        .limits(limits(LONG))
        .load(MISBEHAVE)
        .unwrap();
    let runtime = current_thread();
    runtime.block_on(async {
        for computes in [false, true] {
            let session = plugin.plugin().session_async().await.unwrap();
            session.count().await.unwrap();
            let mut call: Pin<Box<dyn Future<Output = Result<(), Error>>>> = if computes {
                Box::pin(session.loop_forever())
            } else {
                Box::pin(session.sleep(HOUR))
            };
            assert!(timeout(MOMENT, &mut call).await.is_err());
            // All who wait for the session are told.
            let mut waits = [(); 3].map(|()| Box::pin(session.count()));
            for call in &mut waits {
                assert!(poll_once(call.as_mut()).is_pending());
            }
            let [first, second, third] = waits;
            let blocked = {
                let session = session.clone();
                thread::spawn(move || Blocking::count(&session).unwrap_err())
            };
            until(|| session.plugin().counters().waiting == 4);
            drop(call);
            let begun = Instant::now();
            for error in [
                first.await.unwrap_err(),
                second.await.unwrap_err(),
                third.await.unwrap_err(),
                blocked.join().unwrap(),
                session.count().await.unwrap_err(),
                Blocking::count(&session).unwrap_err(),
            ] {
                assert!(error.is_session_lost(), "{error}");
                let cause = std::error::Error::source(&error).unwrap();
                let cause: &Error = cause.downcast_ref().unwrap();
                assert!(cause.is_cancelled(), "{cause}");
            }
            assert!(begun.elapsed() < LONG / 2, "{:?}", begun.elapsed());
            assert_eq!(plugin.plugin().counters().instances, 0);
        }
    });
    // One that is not polled after it got its turn gives it on.
    let session = runtime.block_on(plugin.plugin().session_async()).unwrap();
    runtime.block_on(async {
        let mut first = Box::pin(session.sleep(50));
        assert!(poll_once(first.as_mut()).is_pending());
        let mut second = Box::pin(session.count());
        assert!(poll_once(second.as_mut()).is_pending());
        first.await.unwrap();
        drop(second);
        session.count().await.unwrap();
    });
}

#[test]
fn a_call_that_waits_for_an_instance_can_be_dropped() {
    in_time(|| {
        let pool = Misbehave::builder()
            .pool(1)
            .limits(limits(LONG))
            .load(MISBEHAVE)
            .unwrap();
        let few = Misbehave::builder()
            .limits(Limits {
                instances: 1,
                queue: 2,
                ..limits(LONG)
            })
            .load(MISBEHAVE)
            .unwrap();
        for plugin in [&pool, &few] {
            let waiting = || plugin.plugin().counters().waiting;
            current_thread().block_on(async {
                let mut holds = Box::pin(plugin.sleep(100));
                assert!(poll_once(holds.as_mut()).is_pending());
                for _ in 0..20 {
                    let mut waits = Box::pin(plugin.count());
                    let mut another = Box::pin(plugin.count());
                    assert!(poll_once(waits.as_mut()).is_pending());
                    assert!(poll_once(another.as_mut()).is_pending());
                    assert_eq!(waiting(), 2);
                    drop(waits);
                    assert_eq!(waiting(), 1);
                }
                assert_eq!(waiting(), 0);
                // Also where it has been woken, and is not polled any more: the turn goes to the next.
                let mut waits = Box::pin(plugin.count());
                let mut next = Box::pin(plugin.count());
                assert!(poll_once(waits.as_mut()).is_pending());
                assert!(poll_once(next.as_mut()).is_pending());
                holds.await.unwrap();
                drop(waits);
                next.await.unwrap();
                assert_eq!(waiting(), 0);

                // And where the one who has the instance is dropped.
                let mut holds = Box::pin(plugin.sleep(HOUR));
                assert!(poll_once(holds.as_mut()).is_pending());
                let mut waits = Box::pin(plugin.count());
                assert!(poll_once(waits.as_mut()).is_pending());
                drop(holds);
                waits.await.unwrap();
                plugin.count().await.unwrap();
            });
        }
    });
}

#[test]
fn an_instance_that_is_being_made_goes_with_its_future() {
    let ways = Arc::new(Ways::default());
    let builder = || {
        Starting::builder()
            .imports_async(Desk(Arc::clone(&ways)))
            .limits(Limits {
                instances: 1,
                ..limits(LONG)
            })
    };
    let runtime = current_thread();
    for (flag, is_pool) in [
        (&ways.hang, false),
        (&ways.stall, false),
        (&ways.hang, true),
        (&ways.stall, true),
    ] {
        let builder = match is_pool {
            true => builder().pool(1),
            false => builder(),
        };
        let plugin = builder.load(STARTING).unwrap();
        let instances = || plugin.plugin().counters().instances;
        runtime.block_on(async {
            flag.store(true, Relaxed);
            for _ in 0..3 {
                let mut call = Box::pin(plugin.well());
                assert!(timeout(MOMENT, &mut call).await.is_err());
                assert_eq!(instances(), 1);
                drop(call);
                assert_eq!(instances(), 0);
                let session = plugin.plugin().session_async();
                assert!(timeout(MOMENT, session).await.is_err());
                assert_eq!(instances(), 0);
            }
            flag.store(false, Relaxed);
            assert_eq!(plugin.well().await.unwrap(), 42);
        });
    }
}

#[test]
fn an_async_host_function_is_dropped_with_the_call() {
    let ways = Arc::new(Ways::default());
    let builder = || {
        Hostile::builder()
            .imports_async(Desk(Arc::clone(&ways)))
            .limits(limits(LONG))
    };
    let plugins = [
        builder().load(HOSTILE).unwrap(),
        builder().spares(2).load(HOSTILE).unwrap(),
        builder().pool(1).load(HOSTILE).unwrap(),
    ];
    current_thread().block_on(async {
        for plugin in &plugins {
            for _ in 0..5 {
                let mut call = Box::pin(plugin.wait());
                assert!(timeout(MOMENT, &mut call).await.is_err());
                assert_eq!(ways.waiting.load(Relaxed), 1);
                drop(call);
                assert_eq!(ways.waiting.load(Relaxed), 0);
                assert_eq!(plugin.well().await.unwrap(), 42);
            }
            // The end of the call's time drops it too.
            let brief = plugin
                .plugin()
                .with_limits(limits(Duration::from_millis(50)));
            let error = brief.unwrap().wait().await.unwrap_err();
            assert!(error.is_timeout(), "{error}");
            assert_eq!(ways.waiting.load(Relaxed), 0);
        }
    });
    for plugin in &plugins {
        let brief = plugin
            .plugin()
            .with_limits(limits(Duration::from_millis(50)));
        let error = BlockingMisdeeds::wait(&brief.unwrap()).unwrap_err();
        assert!(error.is_timeout(), "{error}");
        assert_eq!(ways.waiting.load(Relaxed), 0);
    }
}

#[test]
fn a_thousand_futures_that_are_dropped_leave_nothing() {
    let ways = Arc::new(Ways::default());
    let builder = || {
        Hostile::builder()
            .imports_async(Desk(Arc::clone(&ways)))
            .limits(Limits {
                instances: 3,
                ..limits(LONG)
            })
    };
    let plugins = [
        builder().load(HOSTILE).unwrap(),
        builder().spares(2).load(HOSTILE).unwrap(),
        builder().pool(2).load(HOSTILE).unwrap(),
    ];
    let mut builder = Builder::new_multi_thread();
    let runtime = builder.worker_threads(2).enable_all().build().unwrap();
    for plugin in &plugins {
        let before = ways.waits.load(Relaxed);
        let tasks: Vec<_> = (0..4)
            .map(|task| {
                let plugin = plugin.clone();
                runtime.spawn(async move {
                    for turn in 0..250 {
                        let time = Duration::from_micros(turn * 37 % 5000);
                        let call: Pin<Box<dyn Future<Output = Result<(), Error>> + Send>> =
                            match (turn + task) % 4 {
                                0 => Box::pin(plugin.sleep_an_hour()),
                                1 => Box::pin(plugin.wait()),
                                2 => Box::pin(plugin.spin()),
                                _ => Box::pin(async {
                                    let session = plugin.plugin().session_async().await?;
                                    session.wait().await
                                }),
                            };
                        let mut call = call;
                        if turn % 5 == 0 {
                            poll_fn(|context| {
                                let _ = call.as_mut().poll(context);
                                Poll::Ready(())
                            })
                            .await;
                        } else {
                            assert!(timeout(time, call).await.is_err());
                        }
                    }
                })
            })
            .collect();
        for task in tasks {
            runtime.block_on(task).unwrap();
        }
        assert!(ways.waits.load(Relaxed) > before, "some get to the host");
        assert_eq!(ways.waiting.load(Relaxed), 0);
        until(|| {
            let counters = plugin.plugin().counters();
            counters.instances == counters.spares && counters.waiting == 0
        });
        assert_eq!(plugin.plugin().counters().failures, 0);
        // As many calls at once as ever.
        ways.open.store(true, Relaxed);
        runtime.block_on(async {
            let (a, b, c) = tokio::join!(plugin.wait(), plugin.wait(), plugin.well());
            assert_eq!((a.unwrap(), b.unwrap(), c.unwrap()), ((), (), 42));
        });
        ways.open.store(false, Relaxed);
        assert_eq!(BlockingMisdeeds::well(plugin).unwrap(), 42);
    }
}

// Both kinds of calls.

#[test]
fn blocking_calls_work_on_an_async_session() {
    let plugin = Misbehave::builder()
        .limits(limits(LONG))
        .load(MISBEHAVE)
        .unwrap();
    let runtime = current_thread();
    let session = runtime.block_on(plugin.plugin().session_async()).unwrap();
    let first = Blocking::count(&session).unwrap();
    assert_eq!(runtime.block_on(session.count()).unwrap(), first + 1);
    Blocking::sleep(&session, 20).unwrap();
    Blocking::print(&session, "a line\n").unwrap();
    runtime.block_on(async {
        // On the executor's own thread, while another call waits its turn.
        Blocking::sleep(&session, 20).unwrap();
        let mut sleeps = Box::pin(session.sleep(10));
        assert!(poll_once(sleeps.as_mut()).is_pending());
        thread::scope(|scope| {
            let blocked = scope.spawn(|| Blocking::count(&session));
            thread::sleep(MOMENT);
            drive(sleeps).unwrap();
            assert_eq!(blocked.join().unwrap().unwrap(), first + 2);
        });
    });
    let brief = session
        .plugin()
        .with_limits(limits(Duration::from_millis(100)));
    let error = Blocking::sleep(&brief.unwrap(), HOUR).unwrap_err();
    assert!(error.is_timeout(), "{error}");
    assert!(Blocking::count(&session).unwrap_err().is_session_lost());
}

#[test]
fn an_async_call_on_a_blocking_session_is_refused_where_it_would_block() {
    use blocking_misbehave::MisbehaveAsync;

    let plugin = BlockingMisbehave::load(MISBEHAVE).unwrap();
    let session = plugin.plugin().session().unwrap();
    let first = session.count().unwrap();
    for _ in 0..2 {
        let error = drive(MisbehaveAsync::count(&session)).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::WrongMode);
        assert!(error.is_wrong_mode());
        assert!(error.to_string().contains("`session_async`"), "{error}");
    }
    // That was no call, and the session is as it was.
    assert_eq!(session.count().unwrap(), first + 1);
    // One that async calls have made serves both.
    let session = drive(plugin.plugin().session_async()).unwrap();
    assert_eq!(drive(MisbehaveAsync::count(&session)).unwrap(), first);
    assert_eq!(session.count().unwrap(), first + 1);
    // So does any of a host whose own methods are async.
    let plugin = Misbehave::load(MISBEHAVE).unwrap();
    let session = plugin.plugin().session().unwrap();
    assert_eq!(drive(session.count()).unwrap(), first);
    assert_eq!(Blocking::count(&session).unwrap(), first + 1);
}

#[test]
fn a_guest_that_never_waits_serves_all_calls() {
    let bench = Bench::load(BENCH).unwrap();
    let session = bench.plugin().session().unwrap();
    assert_eq!(drive(session.add(1, 2)).unwrap(), 3);
    assert_eq!(bench::Bench::add(&session, 3, 4).unwrap(), 7);
    let session = drive(bench.plugin().session_async()).unwrap();
    assert_eq!(drive(session.echo_string("x")).unwrap(), "x");
    assert_eq!(bench::Bench::add(&session, 5, 6).unwrap(), 11);
}

#[test]
fn a_pool_serves_both_kinds_of_calls() {
    use blocking_misbehave::MisbehaveAsync;

    in_time(|| {
        for size in [1, 3] {
            let pool = BlockingMisbehave::builder()
                .pool(size)
                .limits(limits(LONG))
                .load(MISBEHAVE)
                .unwrap();
            // Instances that blocking calls have made make room for those that all can use.
            let first = pool.count().unwrap();
            assert_eq!(pool.count().unwrap(), first + 1);
            let there = drive(MisbehaveAsync::count(&pool)).unwrap();
            assert_eq!(there, first);
            assert_eq!(pool.plugin().counters().instances, size.min(2));

            let mut builder = Builder::new_multi_thread();
            let runtime = builder.worker_threads(2).enable_all().build().unwrap();
            let tasks: Vec<_> = (0..4)
                .map(|_| {
                    let pool = pool.clone();
                    runtime.spawn(async move {
                        for turn in 0..100 {
                            if turn % 10 == 0 {
                                MisbehaveAsync::sleep(&pool, 1).await.unwrap();
                            }
                            MisbehaveAsync::count(&pool).await.unwrap();
                        }
                    })
                })
                .collect();
            thread::scope(|scope| {
                for _ in 0..4 {
                    scope.spawn(|| {
                        for turn in 0..100 {
                            if turn % 10 == 0 {
                                pool.sleep(1).unwrap();
                            }
                            pool.count().unwrap();
                        }
                    });
                }
            });
            for task in tasks {
                runtime.block_on(task).unwrap();
            }
            assert!(pool.plugin().counters().instances <= size);
            assert_eq!(pool.plugin().counters().failures, 0);
        }
    });
}

/// Idle instances that only blocking calls can use are no reason for an async call to wait.
#[test]
fn a_pool_at_the_limit_of_instances_serves_both_kinds_of_calls() {
    use blocking_misbehave::MisbehaveAsync;

    let pool = BlockingMisbehave::builder()
        .pool(3)
        .limits(Limits {
            instances: 1,
            ..limits(Duration::from_secs(5))
        })
        .load(MISBEHAVE)
        .unwrap();
    let first = pool.count().unwrap();
    assert_eq!(drive(MisbehaveAsync::count(&pool)).unwrap(), first);
    assert_eq!(pool.count().unwrap(), first + 1);
}

#[test]
fn an_error_leaves_a_pool_as_it_should() {
    let pool = Misbehave::builder()
        .pool(1)
        .limits(limits(Duration::from_millis(200)))
        .load(MISBEHAVE)
        .unwrap();
    current_thread().block_on(async {
        let first = pool.count().await.unwrap();
        assert_eq!(pool.count().await.unwrap(), first + 1);
        // What the guest answers is an answer.
        assert!(pool.read_file("/x").await.unwrap_err().guest().is_some());
        assert_eq!(pool.count().await.unwrap(), first + 2);
        let error = pool.trap().await.unwrap_err();
        assert!(error.is_trap(), "{error}");
        assert_eq!(pool.count().await.unwrap(), first);
        let error = pool.sleep(HOUR).await.unwrap_err();
        assert!(error.is_timeout(), "{error}");
        assert_eq!(pool.count().await.unwrap(), first);
        let error = pool.loop_forever().await.unwrap_err();
        assert!(error.is_timeout(), "{error}");
        assert_eq!(pool.count().await.unwrap(), first);
        let error = pool.exit(1).await.unwrap_err();
        assert!(error.is_exit(), "{error}");
        assert_eq!(pool.count().await.unwrap(), first);
    });
    assert_eq!(pool.plugin().counters().failures, 4);
    assert_eq!(pool.plugin().counters().consecutive_failures, 0);
}

// Resources.

#[test]
fn handles_dropped_in_a_task_have_their_destructors_run() {
    let plugin = Counters::builder()
        .limits(limits(LONG))
        .load(COUNTERS)
        .unwrap();
    let runtime = current_thread();
    runtime.block_on(async {
        let session = plugin.plugin().session_async().await.unwrap();
        let mut counters = Vec::new();
        for start in 0..10 {
            counters.push(session.new_counter(start).await.unwrap());
        }
        assert_eq!(session.alive().await.unwrap(), 10);
        drop(counters.split_off(4));
        until_async(async || session.alive().await.unwrap() == 4).await;
        // In a task of its own, and on a thread without any executor.
        let last = counters.split_off(2);
        tokio::spawn(async move { drop(last) }).await.unwrap();
        until_async(async || session.alive().await.unwrap() == 2).await;
        let last = counters.split_off(1);
        thread::spawn(move || drop(last)).join().unwrap();
        until_async(async || BlockingCounters::alive(&session).unwrap() == 1).await;

        // The instance stays with the last handle.
        drop(session);
        let counter = counters.pop().unwrap();
        assert_eq!(counter.add(5).await.unwrap(), 5);
        assert_eq!(plugin.plugin().counters().instances, 1);
        drop(counter);
    });
    until(|| plugin.plugin().counters().instances == 0);
}

#[test]
fn an_instance_goes_with_the_last_handle() {
    let fresh = Counters::load(COUNTERS).unwrap();
    let spares = Counters::builder().spares(1).load(COUNTERS).unwrap();
    let pool = Counters::builder().pool(1).load(COUNTERS).unwrap();
    let in_use = |plugin: &Counters| {
        let counters = plugin.plugin().counters();
        counters.instances - counters.spares
    };
    for plugin in [&fresh, &spares, &pool] {
        for _ in 0..5 {
            current_thread().block_on(async {
                let counter = plugin.new_counter(7).await.unwrap();
                // One of a call before may still have to be cleared away.
                until_async(async || in_use(plugin) == 1).await;
                assert_eq!(counter.add(1).await.unwrap(), 8);
                assert_eq!(plugin.describe(&counter).await.unwrap(), "a counter at 8");
                if std::ptr::eq(plugin, &pool) {
                    // Its only instance is with the handle.
                    let mut waits = Box::pin(plugin.alive());
                    assert!(poll_once(waits.as_mut()).is_pending());
                    drop(counter);
                    assert_eq!(waits.await.unwrap(), 0);
                } else {
                    drop(counter);
                    until(|| in_use(plugin) == 0);
                }
            });
        }
    }
    // A handle whose method is dropped in the middle is one of an instance that is gone.
    let counter = drive(fresh.new_counter(1)).unwrap();
    drop(counter.add(1));
    assert_eq!(drive(counter.value()).unwrap(), 1);
}

#[test]
fn dropping_a_handle_waits_for_nobody() {
    in_time(|| {
        let ways = Arc::new(Ways::default());
        let hostile = Hostile::builder()
            .imports_async(Desk(Arc::clone(&ways)))
            .limits(limits(LONG))
            .load(HOSTILE)
            .unwrap();
        current_thread().block_on(async {
            let session = hostile.plugin().session_async().await.unwrap();
            let things = session.give_things(3).await.unwrap();
            // The instance is busy with a call that only this thread can end.
            let busy = tokio::spawn({
                let session = session.clone();
                async move { session.wait().await }
            });
            until_async(async || ways.waiting.load(Relaxed) == 1).await;
            drop(things);
            assert_eq!(ways.waiting.load(Relaxed), 1);
            ways.open.store(true, Relaxed);
            busy.await.unwrap().unwrap();
            assert_eq!(session.well().await.unwrap(), 42);
            // A busy session may be dropped, and so may a call with it.
            ways.open.store(false, Relaxed);
            let things = session.give_things(3).await.unwrap();
            let mut busy = Box::pin(session.wait());
            assert!(timeout(MOMENT, &mut busy).await.is_err());
            drop(things);
            drop(busy);
            drop(session);
        });
        until(|| hostile.plugin().counters().instances == 0);
        assert_eq!(ways.waiting.load(Relaxed), 0);
    });
}

#[test]
fn a_destructor_without_end_does_not_block_the_executor() {
    let ways = Arc::new(Ways::default());
    let faulty = Faulty::builder()
        .imports_async(Desk(Arc::clone(&ways)))
        .limits(limits(LONG))
        .load(FAULTY)
        .unwrap();
    current_thread().block_on(async {
        let mut still_there = 0;
        for _ in 0..10 {
            let tarpit = faulty.make().await.unwrap();
            drop(tarpit);
            // The destructor takes all the time that it may, on another thread.
            still_there += faulty.plugin().counters().instances;
            until_async(async || faulty.plugin().counters().instances == 0).await;
        }
        assert!(still_there > 0, "the thread that dropped has waited");
        assert_eq!(faulty.well().await.unwrap(), 42);
    });
}

/// A runtime that always has a task to go on with looks at its clocks only now and then, unless the task lets it.
#[test]
fn a_guest_that_computes_does_not_keep_the_runtime_from_its_clocks() {
    let plugin = Misbehave::builder()
        .limits(limits(Duration::from_millis(500)))
        .load("guests/built/misbehave.wasm")
        .unwrap();
    current_thread().block_on(async {
        tokio::select! {
            ended = plugin.loop_forever() => panic!("a shorter timer comes after {ended:?}"),
            () = sleep(Duration::from_millis(20)) => {}
        }
    });
    assert_eq!(plugin.plugin().counters().dropped, 1);
    assert_eq!(plugin.plugin().counters().instances, 0);
}

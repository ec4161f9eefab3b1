//! What one call leaves in an instance is never seen by another that should not; and what is kept for calls to come is bounded.

use std::collections::BTreeSet;
use std::env;
use std::process::Command;
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicUsize, Ordering::Relaxed};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use fidius::{Error, ErrorKind, Limits, PoolSettings};
use hostile::MisdeedsAsync;
use hostile::host::{Host, HostAsync, Ticket, TicketResource};
use misbehave::MisbehaveAsync;
use tokio::runtime::{Builder, Runtime};

#[fidius::host(wit = "misbehave.wit")]
struct Misbehave;

#[fidius::host(wit = "hostile.wit", world = "hostile", module = "hostile")]
struct Hostile;

#[fidius::host(wit = "guests/handwritten-1-fallible/wit/gatekeeper.wit")]
struct Gatekeeper;

const MISBEHAVE: &str = "guests/built/misbehave.wasm";
const HOSTILE: &str = "guests/built/hostile.wasm";
const GATEKEEPER: &str = "guests/built/handwritten-1-fallible.wasm";

/// What takes as long does not come.
const LONG: Duration = Duration::from_secs(60);

fn limits(time: Duration) -> Limits {
    Limits {
        time,
        ..Limits::default()
    }
}

fn multi_thread() -> Runtime {
    let mut builder = Builder::new_multi_thread();
    builder.worker_threads(2).enable_all().build().unwrap()
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

// Calls on instances of their own.

/// Ten thousand calls, each of which would see whether any other has been on its instance.
fn check_ten_thousand_calls(plugin: &Misbehave) {
    const THREADS: usize = 8;
    const TASKS: usize = 4;
    const CALLS: usize = 10_000 / THREADS;
    let check = |count: u32| assert_eq!(count, 1, "another call has been here");
    thread::scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(|| {
                for _ in 0..CALLS {
                    check(plugin.count().unwrap());
                }
            });
        }
    });
    let runtime = multi_thread();
    let tasks: Vec<_> = (0..TASKS)
        .map(|_| {
            let plugin = plugin.clone();
            runtime.spawn(async move {
                for _ in 0..10_000 / TASKS {
                    check(MisbehaveAsync::count(&plugin).await.unwrap());
                }
            })
        })
        .collect();
    // Together with others that fail, and that are dropped.
    thread::scope(|scope| {
        for thread in 0..2 {
            scope.spawn(move || {
                for turn in 0..200 {
                    match (thread + turn) % 2 {
                        0 => drop(plugin.trap().unwrap_err()),
                        _ => check(plugin.count().unwrap()),
                    }
                }
            });
        }
    });
    for task in tasks {
        runtime.block_on(task).unwrap();
    }
    runtime.block_on(async {
        for _ in 0..50 {
            let call = MisbehaveAsync::loop_forever(plugin);
            let _ = tokio::time::timeout(Duration::from_millis(1), call).await;
            check(MisbehaveAsync::count(plugin).await.unwrap());
        }
    });
    until(|| {
        let counters = plugin.plugin().counters();
        counters.instances == counters.spares
    });
}

#[test]
fn a_fresh_instance_has_no_past() {
    let plugin = Misbehave::builder().limits(limits(LONG)).load(MISBEHAVE);
    check_ten_thousand_calls(&plugin.unwrap());
}

#[test]
fn a_spare_instance_has_no_past() {
    for count in [1, 4] {
        let builder = Misbehave::builder().limits(limits(LONG)).spares(count);
        let plugin = builder.load(MISBEHAVE).unwrap();
        check_ten_thousand_calls(&plugin);
    }
}

/// What is behind a test of the two above: a guest that is asked twice says so.
#[test]
fn an_instance_that_is_kept_has_a_past() {
    let plugin = Misbehave::load(MISBEHAVE).unwrap();
    let session = plugin.plugin().session().unwrap();
    assert_eq!(session.count().unwrap(), 1);
    assert_eq!(session.count().unwrap(), 2);
}

/// Nor is what the host has for an instance ever another's.
#[test]
fn a_spare_has_values_of_the_host_of_its_own() {
    let made = Arc::new(AtomicU32::new(0));
    let alive = Arc::new(AtomicU32::new(0));
    let seen = Arc::new(Mutex::new(BTreeSet::new()));
    let builder = Hostile::builder().limits(limits(LONG)).spares(3);
    let plugin = builder
        .imports_with({
            let (made, alive, seen) = (Arc::clone(&made), Arc::clone(&alive), Arc::clone(&seen));
            move || Numbered::new(&made, &alive, &seen)
        })
        .load(HOSTILE)
        .unwrap();
    let mut calls = 0;
    until(|| {
        for _ in 0..50 {
            plugin.nest(0).unwrap();
        }
        plugin.plugin().counters().spares > 0
    });
    calls += seen.lock().unwrap().len();
    assert!(calls >= 50);
    let runtime = multi_thread();
    runtime.block_on(async {
        for _ in 0..200 {
            MisdeedsAsync::nest(&plugin, 0).await.unwrap();
        }
    });
    // Each call saw another, and there are no more than those of the spares.
    assert_eq!(seen.lock().unwrap().len(), calls + 200);
    assert!(made.load(Relaxed) as usize >= calls + 200);
    assert!(alive.load(Relaxed) <= 6, "{}", alive.load(Relaxed));
    // They go with the spares.
    until(|| alive.load(Relaxed) == 0 && plugin.plugin().counters().instances == 0);
}

/// One for each instance.
struct Numbered {
    number: u32,
    alive: Arc<AtomicU32>,
    seen: Arc<Mutex<BTreeSet<u32>>>,
}

impl Numbered {
    fn new(made: &AtomicU32, alive: &Arc<AtomicU32>, seen: &Arc<Mutex<BTreeSet<u32>>>) -> Self {
        alive.fetch_add(1, Relaxed);
        Self {
            number: made.fetch_add(1, Relaxed),
            alive: Arc::clone(alive),
            seen: Arc::clone(seen),
        }
    }
}

impl Drop for Numbered {
    fn drop(&mut self) {
        self.alive.fetch_sub(1, Relaxed);
    }
}

struct Seven;

impl TicketResource for Seven {
    fn number(&self) -> Result<u32, Error> {
        Ok(7)
    }
}

impl Host for Numbered {
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
        let is_new = self.seen.lock().unwrap().insert(self.number);
        assert!(is_new, "another call has had {}", self.number);
        Ok(depth)
    }

    fn fail(&self) -> Result<(), Error> {
        panic!("on purpose")
    }
}

// Pools.

/// Calls of `wait` stay in the host until it lets them go; counts how many there are at once.
#[derive(Default)]
struct Gate {
    open: AtomicBool,
    inside: AtomicUsize,
    most: AtomicUsize,
}

impl Gate {
    fn enter(&self) {
        let inside = self.inside.fetch_add(1, Relaxed) + 1;
        self.most.fetch_max(inside, Relaxed);
    }
}

struct Doorman(Arc<Gate>);

impl HostAsync for Doorman {
    async fn new_ticket(&self) -> Result<Ticket, Error> {
        Ok(Ticket::new(Seven))
    }

    async fn hang(&self) -> Result<bool, Error> {
        Ok(false)
    }

    async fn wait(&self) -> Result<(), Error> {
        self.0.enter();
        while !self.0.open.load(Relaxed) {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        self.0.inside.fetch_sub(1, Relaxed);
        Ok(())
    }

    async fn again(&self, depth: u32) -> Result<u32, Error> {
        Ok(depth)
    }

    async fn fail(&self) -> Result<(), Error> {
        panic!("on purpose")
    }
}

#[test]
fn a_pool_has_as_many_calls_at_once_as_its_size() {
    for size in [1, 3] {
        let gate = Arc::new(Gate::default());
        let pool = Hostile::builder()
            .imports_async(Doorman(Arc::clone(&gate)))
            .limits(limits(LONG))
            .pool(size)
            .load(HOSTILE)
            .unwrap();
        let runtime = multi_thread();
        thread::scope(|scope| {
            let threads = [(); 4].map(|()| scope.spawn(|| pool.wait()));
            let tasks = [(); 4].map(|()| {
                let pool = pool.clone();
                runtime.spawn(async move { MisdeedsAsync::wait(&pool).await })
            });
            until(|| gate.inside.load(Relaxed) == size);
            // Time for one too many.
            thread::sleep(Duration::from_millis(50));
            assert_eq!(pool.plugin().counters().instances, size);
            gate.open.store(true, Relaxed);
            for thread in threads {
                thread.join().unwrap().unwrap();
            }
            for task in tasks {
                runtime.block_on(task).unwrap().unwrap();
            }
        });
        assert_eq!(gate.most.load(Relaxed), size);
        assert_eq!(pool.plugin().counters().instances, size);
    }
}

/// An instance that two calls had at once would count wrong, or trap.
#[test]
fn an_instance_of_a_pool_serves_one_call_at_a_time() {
    const CALLS: u32 = 300;
    for size in [1, 2] {
        let builder = Misbehave::builder().limits(limits(LONG)).pool(size);
        let pool = builder.load(MISBEHAVE).unwrap();
        let runtime = multi_thread();
        let tasks: Vec<_> = (0..4)
            .map(|_| {
                let pool = pool.clone();
                runtime.spawn(async move {
                    let mut counts = Vec::new();
                    for _ in 0..CALLS {
                        counts.push(MisbehaveAsync::count(&pool).await.unwrap());
                    }
                    counts
                })
            })
            .collect();
        let mut counts: Vec<u32> = thread::scope(|scope| {
            let calls = || {
                (0..CALLS)
                    .map(|_| pool.count().unwrap())
                    .collect::<Vec<_>>()
            };
            let threads = [(); 4].map(|()| scope.spawn(calls));
            threads
                .into_iter()
                .flat_map(|thread| thread.join().unwrap())
                .collect()
        });
        for task in tasks {
            counts.extend(runtime.block_on(task).unwrap());
        }
        // Each instance counts from one, without a gap and without repeating itself. One that a blocking call has made may have
        // been replaced by one for both kinds.
        counts.sort_unstable();
        assert_eq!(counts.len(), 8 * CALLS as usize);
        let times = |count| counts.iter().filter(|counted| **counted == count).count();
        let most = times(1);
        assert!(most <= 2 * size, "{most}");
        let last = *counts.last().unwrap();
        assert!((1..last).all(|count| times(count) >= times(count + 1)));
    }
}

#[test]
fn an_instance_goes_when_it_has_been_idle() {
    let settings = PoolSettings {
        size: 3,
        idle_time: Some(Duration::from_millis(400)),
        ..PoolSettings::default()
    };
    let pool = Misbehave::builder().pool(settings).load(MISBEHAVE).unwrap();
    let instances = || pool.plugin().counters().instances;
    let runtime = multi_thread();
    for is_async in [false, true] {
        thread::scope(|scope| {
            for _ in 0..3 {
                scope.spawn(|| {
                    if is_async {
                        runtime.block_on(MisbehaveAsync::sleep(&pool, 100)).unwrap();
                    } else {
                        pool.sleep(100).unwrap();
                    }
                });
            }
        });
        assert!(instances() >= 1);
        until(|| instances() == 0);
        assert_eq!(pool.count().unwrap(), 1);
    }
    // One that is in a call all the time is not idle.
    pool.sleep(1500).unwrap();
    assert_eq!(pool.count().unwrap(), 2);
    runtime.block_on(async {
        until(|| instances() == 0);
        MisbehaveAsync::sleep(&pool, 1500).await.unwrap();
        assert_eq!(MisbehaveAsync::count(&pool).await.unwrap(), 1);
    });
    // What takes no time to be idle may go at once, and never while it is called.
    let settings = PoolSettings {
        idle_time: Some(Duration::ZERO),
        ..PoolSettings::default()
    };
    let pool = Misbehave::builder().pool(settings).load(MISBEHAVE).unwrap();
    for _ in 0..100 {
        pool.count().unwrap();
        runtime.block_on(MisbehaveAsync::count(&pool)).unwrap();
    }
    until(|| pool.plugin().counters().instances == 0);
}

#[test]
fn an_instance_without_an_idle_time_stays() {
    let settings = PoolSettings {
        idle_time: None,
        ..PoolSettings::default()
    };
    let pool = Misbehave::builder().pool(settings).load(MISBEHAVE).unwrap();
    assert_eq!(pool.count().unwrap(), 1);
    thread::sleep(Duration::from_millis(500));
    assert_eq!(pool.count().unwrap(), 2);
}

#[test]
fn an_instance_is_retired_after_its_calls() {
    for calls in [0, 1, 3] {
        let settings = PoolSettings {
            calls: Some(calls),
            ..PoolSettings::default()
        };
        let pool = Misbehave::builder().pool(settings).load(MISBEHAVE).unwrap();
        let runtime = multi_thread();
        let calls = calls.max(1) as u32;
        for turn in 0..3 * calls {
            assert_eq!(pool.count().unwrap(), turn % calls + 1);
        }
        for turn in 0..3 * calls {
            let count = runtime.block_on(MisbehaveAsync::count(&pool)).unwrap();
            assert_eq!(count, turn % calls + 1);
        }
        assert_eq!(
            pool.plugin().counters().instances,
            0,
            "the last one has gone"
        );
    }
}

#[test]
fn waiting_for_a_pool_is_fair_and_ends_with_the_time() {
    let builder = Misbehave::builder().limits(limits(LONG)).pool(1);
    let pool = builder.load(MISBEHAVE).unwrap();
    let runtime = multi_thread();
    // Two that come back at once do not keep a third one out.
    let is_over = AtomicBool::new(false);
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while !is_over.load(Relaxed) {
                    pool.sleep(5).unwrap();
                }
            });
        }
        let tasks = pool.clone();
        let begun = Instant::now();
        for _ in 0..10 {
            pool.count().unwrap();
            runtime.block_on(MisbehaveAsync::count(&tasks)).unwrap();
        }
        assert!(begun.elapsed() < LONG / 2, "{:?}", begun.elapsed());
        is_over.store(true, Relaxed);
    });
    // One that must wait for too long says so.
    let brief = pool
        .plugin()
        .with_limits(limits(Duration::from_millis(100)))
        .unwrap();
    thread::scope(|scope| {
        let busy = scope.spawn(|| pool.sleep(2000));
        let mut waited = Vec::new();
        while !busy.is_finished() {
            waited.extend(brief.count().err());
            waited.extend(runtime.block_on(MisbehaveAsync::count(&brief)).err());
        }
        busy.join().unwrap().unwrap();
        assert!(waited.len() >= 2, "{waited:?}");
        for error in waited {
            assert!(error.is_timeout(), "{error}");
            assert!(
                error
                    .to_string()
                    .contains("was busy for the time limit of 100ms"),
                "{error}"
            );
        }
    });
    assert!(pool.count().is_ok());
}

// Spares.

#[test]
fn spares_come_with_calls_and_go_without() {
    let builder = Misbehave::builder().limits(limits(LONG)).spares(3);
    let plugin = builder.load(MISBEHAVE).unwrap();
    let counters = || plugin.plugin().counters();
    let runtime = multi_thread();
    for is_async in [false, true] {
        let mut most = 0;
        let begun = Instant::now();
        while most < 3 {
            assert!(begun.elapsed() < LONG, "{most}");
            let count = match is_async {
                true => runtime.block_on(MisbehaveAsync::count(&plugin)),
                false => plugin.count(),
            };
            assert_eq!(count.unwrap(), 1);
            let now = counters();
            assert!(now.spares <= 3 && now.instances <= 6, "{now:?}");
            most = most.max(now.spares);
            thread::sleep(Duration::from_millis(5));
        }
        until(|| counters().instances == 0);
        assert_eq!(counters().spares, 0);
    }
    // Under load from both sides too: each has its own.
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for _ in 0..300 {
                    assert_eq!(plugin.count().unwrap(), 1);
                    let now = counters();
                    assert!(now.spares <= 6, "{now:?}");
                }
            });
        }
        scope.spawn(|| {
            for _ in 0..300 {
                let count = runtime.block_on(MisbehaveAsync::count(&plugin));
                assert_eq!(count.unwrap(), 1);
            }
        });
    });
    until(|| counters().instances == 0);
}

#[test]
fn a_plugin_that_is_called_rarely_keeps_no_spares() {
    let plugin = Misbehave::builder().spares(3).load(MISBEHAVE).unwrap();
    for _ in 0..10 {
        assert_eq!(plugin.count().unwrap(), 1);
        assert_eq!(plugin.plugin().counters().instances, 0);
        thread::sleep(Duration::from_millis(150));
        assert_eq!(plugin.plugin().counters().instances, 0);
    }
}

#[test]
fn spares_leave_room_for_calls() {
    // Whatever may be made ahead, two calls at once have an instance each, and nobody waits for those that nobody uses.
    let plugin = Misbehave::builder()
        .limits(Limits {
            instances: 2,
            ..limits(LONG)
        })
        .spares(8)
        .load(MISBEHAVE)
        .unwrap();
    let runtime = multi_thread();
    let begun = Instant::now();
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                for turn in 0..100 {
                    assert_eq!(plugin.count().unwrap(), 1);
                    if turn % 10 == 0 {
                        let count = runtime.block_on(MisbehaveAsync::count(&plugin));
                        assert_eq!(count.unwrap(), 1);
                    }
                    let session = plugin.plugin().session().unwrap();
                    assert_eq!(session.count().unwrap(), 1);
                    // Those of the calls; the spare ones, for calls of each kind; and those that are to be cleared away.
                    assert!(plugin.plugin().counters().instances <= 2 + 3 * 8);
                }
            });
        }
    });
    assert!(begun.elapsed() < LONG / 2, "{:?}", begun.elapsed());
    assert_eq!(plugin.plugin().counters().failures, 0);
}

#[test]
fn the_spares_of_a_configured_plugin_are_configured() {
    let plugin = Gatekeeper::builder()
        .config(*b"open sesame")
        .spares(2)
        .load(GATEKEEPER)
        .unwrap();
    let begun = Instant::now();
    let mut spares = 0;
    let mut calls = 0;
    while calls < 200 || spares == 0 {
        assert!(begun.elapsed() < LONG, "{spares}");
        assert!(plugin.lets_in("open sesame").unwrap());
        assert!(!plugin.lets_in("12345678").unwrap());
        assert_eq!(plugin.tries().unwrap(), 0, "those were others");
        spares += plugin.plugin().counters().spares;
        calls += 1;
    }
}

#[test]
fn a_call_has_the_error_of_its_own_instance() {
    // Where the host can't make what an instance needs.
    let broken = Arc::new(AtomicBool::new(true));
    let made = Arc::new(AtomicU32::new(0));
    let plugin = Hostile::builder()
        .imports_with({
            let (broken, made) = (Arc::clone(&broken), Arc::clone(&made));
            move || {
                assert!(!broken.load(Relaxed), "there is nothing to give");
                Numbered::new(&made, &Arc::default(), &Arc::default())
            }
        })
        .limits(limits(LONG))
        .spares(2)
        .load(HOSTILE)
        .unwrap();
    let runtime = multi_thread();
    for turn in 1..=50 {
        let error = match turn % 2 {
            0 => runtime.block_on(MisdeedsAsync::well(&plugin)).unwrap_err(),
            _ => plugin.well().unwrap_err(),
        };
        assert_eq!(error.kind(), ErrorKind::HostPanic, "{error}");
        assert!(
            error.to_string().contains("there is nothing to give"),
            "{error}"
        );
        let counters = plugin.plugin().counters();
        assert_eq!((counters.failures, counters.spares), (turn, 0));
        assert_eq!(counters.consecutive_failures, turn);
    }
    until(|| plugin.plugin().counters().instances == 0);
    broken.store(false, Relaxed);
    for _ in 0..50 {
        assert_eq!(plugin.well().unwrap(), 42);
    }
    assert_eq!(plugin.plugin().counters().consecutive_failures, 0);

    // Where the instance itself is too much.
    let plugin = Misbehave::builder()
        .limits(Limits {
            memory: 64 << 10,
            ..limits(LONG)
        })
        .spares(2)
        .load(MISBEHAVE)
        .unwrap();
    for _ in 0..20 {
        let error = plugin.count().unwrap_err();
        assert!(error.is_out_of_memory(), "{error}");
    }
    until(|| plugin.plugin().counters().instances == 0);
}

// What is left over.

/// Set in a process that runs the body of a test.
const INNER: &str = "FIDIUS_TEST_INNER";

/// Runs the rest of this test in a process of its own, which has no threads but this test's.
#[cfg(target_os = "linux")]
fn in_its_own_process(test: &str, body: impl FnOnce()) {
    if env::var_os(INNER).is_some() {
        return body();
    }
    let output = Command::new(env::current_exe().unwrap())
        .args(["--exact", test, "--nocapture"])
        .env(INNER, "1")
        .output()
        .unwrap();
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{}\n{stderr}", output.status);
}

/// The names of this process' threads, with the file of each in `/proc`.
#[cfg(target_os = "linux")]
fn threads(file: &str) -> Vec<(String, String)> {
    let tasks = std::fs::read_dir("/proc/self/task").unwrap();
    let mut threads = Vec::new();
    for task in tasks {
        let path = task.unwrap().path();
        let read = |file| std::fs::read_to_string(path.join(file));
        // It may end at any time.
        if let (Ok(name), Ok(text)) = (read("comm"), read(file)) {
            threads.push((name.trim().to_owned(), text));
        }
    }
    threads.sort();
    threads
}

/// The library's own threads.
#[cfg(target_os = "linux")]
fn own_threads() -> Vec<String> {
    let names = threads("comm").into_iter().map(|(name, _)| name);
    names.filter(|name| name.starts_with("fidius")).collect()
}

/// Limits after which the clock that measures them can rest soon.
#[cfg(target_os = "linux")]
fn brief() -> Limits {
    Limits {
        cpu_time: Duration::from_secs(1),
        ..limits(Duration::from_secs(1))
    }
}

/// All that has threads, on runtimes that are given too.
#[cfg(target_os = "linux")]
fn use_everything(runtime: &fidius::Runtime) -> Vec<Misbehave> {
    let builder = || Misbehave::builder().runtime(runtime).limits(brief());
    let settings = PoolSettings {
        size: 2,
        idle_time: Some(Duration::from_millis(500)),
        ..PoolSettings::default()
    };
    let fresh = builder().load(MISBEHAVE).unwrap();
    let plugins = vec![
        fresh.plugin().session().unwrap(),
        builder().spares(2).load(MISBEHAVE).unwrap(),
        builder().pool(settings).load(MISBEHAVE).unwrap(),
        fresh,
    ];
    let tokio = multi_thread();
    for plugin in &plugins {
        for _ in 0..20 {
            plugin.count().unwrap();
        }
        plugin.sleep(10).unwrap();
        if plugin.plugin().counters().instances > 0 {
            continue;
        }
        tokio.block_on(async {
            for _ in 0..20 {
                MisbehaveAsync::count(plugin).await.unwrap();
            }
            MisbehaveAsync::sleep(plugin, 10).await.unwrap();
            let call = MisbehaveAsync::sleep(plugin, 3_600_000);
            assert!(
                tokio::time::timeout(Duration::from_millis(20), call)
                    .await
                    .is_err()
            );
        });
    }
    let session = tokio.block_on(plugins[3].plugin().session_async()).unwrap();
    tokio.block_on(MisbehaveAsync::sleep(&session, 10)).unwrap();
    plugins.into_iter().chain([session]).collect()
}

#[cfg(target_os = "linux")]
#[test]
fn threads_end_with_the_last_plugin() {
    in_its_own_process("threads_end_with_the_last_plugin", || {
        for _ in 0..3 {
            let runtime = fidius::Runtime::new();
            let plugins = use_everything(&runtime);
            let threads = own_threads();
            assert!(threads.contains(&"fidius-ticker".to_owned()), "{threads:?}");
            drop(runtime);
            assert_eq!(plugins[0].count().unwrap(), 21);
            drop(plugins);
            // The one that waits for clocks and sockets is shared by all.
            until(|| own_threads().iter().all(|name| name == "fidius-clock"));
            assert!(own_threads().len() <= 1);
        }
    });
}

#[cfg(target_os = "linux")]
#[test]
fn nothing_is_done_while_nobody_calls() {
    in_its_own_process("nothing_is_done_while_nobody_calls", || {
        let runtime = fidius::Runtime::builder();
        let runtime = runtime.limits(brief()).build().unwrap();
        let plugins = use_everything(&runtime);
        let work = || -> Vec<(String, String)> {
            let times = |text: String| {
                // User and system time, after the name, which is in parentheses.
                let rest = text.rsplit(')').next().unwrap_or_default();
                let fields: Vec<_> = rest.split_whitespace().skip(11).take(2).collect();
                fields.join("+")
            };
            // But for the thread that looks, which has work with that.
            let itself = std::fs::read_link("/proc/thread-self").unwrap();
            let itself = format!("{} ", itself.file_name().unwrap().to_str().unwrap());
            let times = threads("stat")
                .into_iter()
                .filter(|(_, text)| !text.starts_with(&itself))
                .map(|(name, text)| (name, times(text)));
            // How often a thread has gone to sleep says more than its time, which is coarse.
            let sleeps = threads("status").into_iter().filter_map(|(name, text)| {
                let line = text
                    .lines()
                    .find(|line| line.starts_with("voluntary_ctxt"))?;
                name.starts_with("fidius").then(|| (name, line.to_owned()))
            });
            times.chain(sleeps).collect()
        };
        let busy = work();
        assert!(
            busy.iter().any(|(name, _)| name == "fidius-ticker"),
            "{busy:?}"
        );
        // While it is called there is something to see.
        thread::sleep(Duration::from_secs(1));
        assert_ne!(work(), busy);
        // The longest limit, and some.
        thread::sleep(Duration::from_millis(3500));
        let before = work();
        thread::sleep(Duration::from_secs(1));
        assert_eq!(work(), before);
        // All but the sessions has gone.
        for plugin in &plugins[1..3] {
            assert_eq!(plugin.plugin().counters().instances, 0);
        }
        assert_eq!(plugins[0].count().unwrap(), 21);
    });
}

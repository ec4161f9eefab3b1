//! What many callers of one instance can count on, and values of the host's that misbehave when they are dropped.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::Relaxed};
use std::thread;
use std::time::{Duration, Instant};

use fidius::{CallError, Error, Limits, PoolSettings};
use reporter::log::{Level, Log};
use reporter::store::Store;
use reporter::{Imports, ReporterImports};

#[fidius::host(wit = "misbehave.wit")]
struct Misbehave;

#[fidius::host(wit = "reporter.wit")]
struct Reporter;

const MISBEHAVE: &str = "guests/built/misbehave.wasm";
const REPORTER: &str = "guests/built/reporter.wasm";

/// How often one who calls again and again may go first while another makes ten calls. It is a few times for each, and more where
/// the other is slow to come when it is told.
const TURNS: u32 = 1000;

/// One who calls again and again lets others come in between.
#[test]
fn a_session_is_fair() {
    let plugin = Misbehave::load(MISBEHAVE).unwrap();
    let session = plugin.plugin().session().unwrap();
    let (is_over, turns) = (AtomicBool::new(false), AtomicU32::new(0));
    thread::scope(|scope| {
        scope.spawn(|| {
            while !is_over.load(Relaxed) {
                session.sleep(3).unwrap();
                turns.fetch_add(1, Relaxed);
            }
        });
        thread::sleep(Duration::from_millis(30));
        let before = turns.load(Relaxed);
        let answers: Vec<_> = (0..10).map(|_| session.divide(8, 2)).collect();
        let between = turns.load(Relaxed) - before;
        is_over.store(true, Relaxed);
        assert!(answers.iter().all(Result::is_ok), "{answers:?}");
        assert!(between < TURNS, "{between}");
    });
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_session_is_fair_to_futures_too() {
    use misbehave::MisbehaveAsync;

    let plugin = Misbehave::load(MISBEHAVE).unwrap();
    let session = plugin.plugin().session_async().await.unwrap();
    let turns = Arc::new(AtomicU32::new(0));
    let greedy = {
        let (session, turns) = (session.clone(), Arc::clone(&turns));
        tokio::spawn(async move {
            loop {
                MisbehaveAsync::sleep(&session, 3).await.unwrap();
                turns.fetch_add(1, Relaxed);
            }
        })
    };
    tokio::time::sleep(Duration::from_millis(30)).await;
    let before = turns.load(Relaxed);
    for _ in 0..10 {
        let half = MisbehaveAsync::divide(&session, 8, 2).await;
        assert_eq!(half.unwrap(), 4);
    }
    let between = turns.load(Relaxed) - before;
    assert!(between < TURNS, "{between}");
    greedy.abort();
}

struct Quiet;

impl Log for Quiet {
    fn write(&self, _: Level, _: &str) -> Result<(), Error> {
        Ok(())
    }
}

impl Store for Quiet {
    fn get(&self, _: &str) -> Result<Option<String>, CallError<String>> {
        Ok(None)
    }

    fn set(&self, _: &str, _: &str) -> Result<(), CallError<String>> {
        Ok(())
    }
}

struct PanicsWhenDropped;

impl ReporterImports for PanicsWhenDropped {
    fn now(&self) -> Result<u64, Error> {
        Ok(0)
    }
}

impl Drop for PanicsWhenDropped {
    fn drop(&mut self) {
        panic!("on purpose, when it is dropped");
    }
}

/// Many more calls than there may be instances: each gives back all that it had.
#[test]
fn imports_that_panic_when_they_are_dropped_keep_nothing_from_going() {
    use reporter::ReporterAsync;

    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    let limits = Limits {
        instances: 2,
        time: Duration::from_secs(5),
        ..Limits::default()
    };
    let settings = PoolSettings {
        size: 2,
        calls: Some(1),
        ..PoolSettings::default()
    };
    let builder = || {
        Reporter::builder()
            .imports_with(|| Imports {
                log: Quiet,
                store: Quiet,
                reporter: PanicsWhenDropped,
            })
            .limits(limits.clone())
    };
    let plugins = [
        builder().load(REPORTER).unwrap(),
        builder().spares(2).load(REPORTER).unwrap(),
        builder().pool(settings).load(REPORTER).unwrap(),
    ];
    for plugin in &plugins {
        for _ in 0..20 {
            plugin.report("x", &[]).unwrap();
            let report = ReporterAsync::report(plugin, "x", &[]);
            runtime.block_on(report).unwrap();
            let session = plugin.plugin().session().unwrap();
            session.report("x", &[]).unwrap();
        }
    }
    let begun = Instant::now();
    while plugins[0].plugin().counters().instances > 0 {
        assert!(begun.elapsed() < Duration::from_secs(60));
        thread::sleep(Duration::from_millis(5));
    }
}

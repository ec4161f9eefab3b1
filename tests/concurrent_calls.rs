//! Functions that are async in the WIT: in both forms of the trait, many at once on one instance, and with host functions that are
//! async too.

mod streamer;

use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::Ordering::Relaxed;
use std::sync::atomic::{AtomicBool, AtomicU32};
use std::task::{Context, Poll, Waker};
use std::thread;
use std::time::{Duration, Instant};

use fidius::{CallError, ErrorKind, PoolSettings};
use futures_util::StreamExt as _;
use futures_util::future::join_all;
use streamer::streams::{Point, StreamsAsync};
use streamer::{COMPONENT, Here, Streamer, limited, load, load_with, within};

#[test]
fn they_block_in_the_blocking_form() {
    for plugin in [load(), load().plugin().session().unwrap()] {
        assert_eq!(plugin.echo("hello").unwrap(), "hello");
        assert_eq!(plugin.pause(1).unwrap(), 1);
        plugin.nothing().unwrap();
        let points = [1, 2].map(|x| Point {
            x,
            y: 10,
            label: String::new(),
        });
        assert_eq!(plugin.total(&points).unwrap(), 23);
        assert_eq!(plugin.may_fail("x").unwrap(), "x");
        match plugin.may_fail("") {
            Err(CallError::Guest(why)) => assert_eq!(why, "nothing was said"),
            other => panic!("{other:?}"),
        }
    }
}

#[tokio::test]
async fn they_are_awaited_in_the_async_form() {
    let plugin = load();
    let session = plugin.plugin().session_async().await.unwrap();
    for plugin in [plugin, session] {
        assert_eq!(StreamsAsync::echo(&plugin, "hello").await.unwrap(), "hello");
        assert_eq!(StreamsAsync::pause(&plugin, 1).await.unwrap(), 1);
        assert_eq!(StreamsAsync::add(&plugin, 1, 2).await.unwrap(), 3);
        assert!(StreamsAsync::may_fail(&plugin, "").await.is_err());
        let ticket = StreamsAsync::tickets(&plugin, 1)
            .await
            .unwrap()
            .next_chunk_async()
            .await;
        let ticket = ticket.unwrap().unwrap().pop().unwrap();
        assert_eq!(
            streamer::streams::TicketResourceAsync::wait(&ticket, 1)
                .await
                .unwrap(),
            0
        );
    }
}

/// As far as the guest's own concurrency goes, many calls of one session are under way at once.
#[tokio::test]
async fn calls_of_one_session_run_at_once() {
    let session = load().plugin().session_async().await.unwrap();
    let calls = (0..100).map(|_| StreamsAsync::pause(&session, 50));
    for answer in join_all(calls).await {
        assert_eq!(answer.unwrap(), 50);
    }
    assert!(StreamsAsync::most_at_once(&session).await.unwrap() > 50);
}

/// Calls beside others and calls that want the instance alone, which must not lose sight of one another.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn tasks_share_a_session() {
    for _ in 0..5 {
        let session = load().plugin().session_async().await.unwrap();
        let mut tasks = tokio::task::JoinSet::new();
        for n in 0..100 {
            let session = session.clone();
            tasks.spawn(async move {
                let text = format!("text {n}");
                assert_eq!(StreamsAsync::pause(&session, n % 7).await.unwrap(), n % 7);
                assert_eq!(StreamsAsync::echo(&session, &text).await.unwrap(), text);
                assert_eq!(StreamsAsync::add(&session, n, n).await.unwrap(), 2 * n);
            });
        }
        tasks.join_all().await;
    }
}

#[test]
fn threads_share_a_session() {
    let session = load().plugin().session().unwrap();
    thread::scope(|scope| {
        for n in 0..16 {
            let session = &session;
            scope.spawn(move || {
                assert_eq!(session.pause(50).unwrap(), 50);
                assert_eq!(session.echo(&n.to_string()).unwrap(), n.to_string());
            });
        }
    });
    assert!(session.most_at_once().unwrap() > 4);
}

#[test]
fn other_isolations() {
    let builder = || Streamer::builder().imports_async(Here::default());
    let pool = builder()
        .pool(PoolSettings {
            size: 2,
            ..Default::default()
        })
        .load(COMPONENT)
        .unwrap();
    let spares = builder().spares(2).load(COMPONENT).unwrap();
    for plugin in [pool, spares] {
        for n in 0..20 {
            assert_eq!(plugin.pause(1).unwrap(), 1);
            assert_eq!(plugin.echo("x").unwrap(), "x");
            assert_eq!(
                plugin.sum(0..n).unwrap(),
                u64::from(n * n.saturating_sub(1) / 2)
            );
            assert_eq!(plugin.count(n).unwrap().into_iter().count(), n as usize);
        }
    }
}

/// Host functions that are async in the WIT are under way at once too.
#[test]
fn host_functions_run_at_once() {
    let here = Arc::new(Here::default());
    let plugin = load_with(Arc::clone(&here));
    let names: Vec<String> = (0..50)
        .map(|n| if n == 7 { String::new() } else { n.to_string() })
        .collect();
    let fetched = plugin.fetch_all(&names).unwrap();
    assert_eq!(fetched[3], Ok("what is in 3".to_owned()));
    assert_eq!(fetched[7], Err("no name".to_owned()));
    assert_eq!(fetched.len(), 50);
    assert!(here.most_fetching.load(Relaxed) > 25);
}

/// A host function that calls the instance which is calling it.
#[test]
fn a_host_function_calls_back() {
    let here = Arc::new(Here::default());
    let plugin = load_with(Arc::clone(&here));
    let session = plugin.plugin().session().unwrap();
    assert!(here.plugin.set(session.clone()).is_ok());
    // The guest's task waits meanwhile, and another one of the same instance answers.
    assert_eq!(session.recurse(5).unwrap(), 5);

    let here = Arc::new(Here::default());
    let plugin = load_with(Arc::clone(&here));
    assert!(here.plugin.set(plugin.clone()).is_ok());
    assert_eq!(plugin.recurse(5).unwrap(), 5);
}

#[tokio::test]
async fn a_call_that_is_dropped_spares_the_others() {
    let session = load().plugin().session_async().await.unwrap();
    let patience = Duration::from_millis(20);
    let dropped = tokio::time::timeout(patience, StreamsAsync::pause(&session, 10_000)).await;
    assert!(dropped.is_err());
    assert_eq!(StreamsAsync::echo(&session, "well").await.unwrap(), "well");
    assert_eq!(StreamsAsync::recall(&session, "x").await.unwrap(), None);
}

#[test]
fn limits_hold() {
    for session in [false, true] {
        let mut plugin = limited(within(150));
        if session {
            plugin = plugin.plugin().session().unwrap();
        }
        let error = plugin.pause(60_000).unwrap_err();
        assert!(error.is_timeout(), "{error}");
        let text = error.to_string();
        assert!(text.contains("`pause`") && text.contains("150ms"), "{text}");
        if session {
            assert!(plugin.echo("").unwrap_err().is_session_lost());
        }
    }
    let plugin = limited(within(150));
    assert!(plugin.spin().unwrap_err().is_timeout());
    assert!(plugin.trap().unwrap_err().is_trap());
    assert_eq!(plugin.trap().unwrap_err().kind(), ErrorKind::Trap);
    assert_eq!(plugin.echo("well").unwrap(), "well");
}

/// Not tokio's.
#[test]
fn on_any_executor() {
    let plugin = load();
    let mut echo = pin!(StreamsAsync::echo(&plugin, "x"));
    let mut context = Context::from_waker(Waker::noop());
    // A guest that has little of a busy processor gives way now and then.
    let answer = loop {
        if let Poll::Ready(answer) = echo.as_mut().poll(&mut context) {
            break answer;
        }
        thread::sleep(Duration::from_millis(1));
    };
    assert_eq!(answer.unwrap(), "x");
}

/// All who wait for something of an instance hear of its end.
#[tokio::test]
async fn a_failure_ends_all_calls_of_the_instance() {
    let plugin = load();
    let session = plugin.plugin().session_async().await.unwrap();
    let (waits, traps, also_waits) = tokio::join!(
        StreamsAsync::pause(&session, 60_000),
        StreamsAsync::trap(&session),
        StreamsAsync::pause(&session, 60_000),
    );
    assert!(traps.unwrap_err().is_trap());
    assert!(waits.unwrap_err().is_trap());
    // It comes when the instance is gone, unless the guest gave way before it came to the trap.
    let error = also_waits.unwrap_err();
    assert!(error.is_session_lost() || error.is_trap(), "{error}");
    let lost = StreamsAsync::echo(&session, "").await.unwrap_err();
    assert!(lost.is_session_lost());

    // On threads, and by a limit.
    let session = limited(within(300)).plugin().session().unwrap();
    thread::scope(|scope| {
        let calls: Vec<_> = (0..4)
            .map(|_| scope.spawn(|| session.pause(60_000)))
            .collect();
        for call in calls {
            let error = call.join().unwrap().unwrap_err();
            assert!(error.is_timeout() || error.is_session_lost(), "{error}");
        }
    });
}

/// Calls that want the instance alone, one after the other without an end, leave room for others.
#[test]
fn plain_calls_do_not_keep_others_waiting() {
    let session = load().plugin().session().unwrap();
    let is_over = AtomicBool::new(false);
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while !is_over.load(Relaxed) {
                    assert_eq!(session.add(1, 2).unwrap(), 3);
                }
            });
        }
        for n in 0..20 {
            let paused = session.pause(n % 3);
            let text = session.echo("x");
            is_over.store(paused.is_err() || text.is_err() || n == 19, Relaxed);
            assert_eq!(paused.unwrap(), n % 3);
            assert_eq!(text.unwrap(), "x");
        }
    });
}

/// A future that waits for the instance, and that nobody polls any more, keeps nobody from it.
#[tokio::test]
async fn a_future_that_is_left_alone_holds_up_nobody() {
    let session = load().plugin().session_async().await.unwrap();
    let is_over = AtomicBool::new(false);
    let others = AtomicU32::new(0);
    let left_alone = thread::scope(|scope| {
        scope.spawn(|| {
            while !is_over.load(Relaxed) {
                assert_eq!(session.add(1, 2).unwrap(), 3);
                others.fetch_add(1, Relaxed);
            }
        });
        let mut context = Context::from_waker(Waker::noop());
        let left_alone = loop {
            let mut add = Box::pin(StreamsAsync::add(&session, 3, 4));
            if add.as_mut().poll(&mut context).is_ready() {
                continue;
            }
            // On a busy machine it may be that its guest gives way: it has the instance then.
            let (so_far, since) = (others.load(Relaxed), Instant::now());
            while others.load(Relaxed) < so_far + 2 && since.elapsed() < Duration::from_secs(1) {
                thread::sleep(Duration::from_millis(1));
            }
            if others.load(Relaxed) >= so_far + 2 {
                break add;
            }
            while add.as_mut().poll(&mut context).is_pending() {
                thread::sleep(Duration::from_millis(1));
            }
        };
        is_over.store(true, Relaxed);
        left_alone
    });
    assert_eq!(StreamsAsync::pause(&session, 5).await.unwrap(), 5);
    let stream = StreamsAsync::count(&session, 3).await.unwrap();
    assert_eq!(stream.count().await, 3);
    assert_eq!(left_alone.await.unwrap(), 7);
}

/// A call that is dropped before it could begin is none, and keeps nothing alive.
#[tokio::test]
async fn a_call_that_never_began_leaves_nothing() {
    let plugin = load();
    {
        let session = plugin.plugin().session_async().await.unwrap();
        let ticket = StreamsAsync::tickets(&session, 1).await.unwrap();
        let ticket = ticket.into_future().await.0.unwrap().unwrap();
        let busy = session.clone();
        let spins = thread::spawn(move || busy.spin());
        thread::sleep(Duration::from_millis(50));
        let waits = streamer::streams::TicketResourceAsync::wait(&ticket, 1);
        let dropped = tokio::time::timeout(Duration::from_millis(20), waits).await;
        drop(dropped);
        drop((ticket, session));
        let _ = spins.join();
    }
    let begun = Instant::now();
    while plugin.plugin().counters().instances > 0 {
        assert!(begun.elapsed() < Duration::from_secs(60));
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

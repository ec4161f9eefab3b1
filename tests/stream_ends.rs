//! How streams end: each end is told from every other, none is lost, and none keeps an instance for ever.

mod streamer;

use std::error::Error as _;
use std::panic;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::Relaxed};
use std::thread;
use std::time::{Duration, Instant};

use fidius::{Error, ErrorKind, Limits, Stream};
use futures_util::{FutureExt as _, StreamExt as _, stream};
use streamer::streams::StreamsAsync;
use streamer::{Here, Streamer, limited, load, load_with, within};

/// The items before the end, and how it ended.
fn read<T: Send + 'static>(stream: Stream<T>) -> (Vec<T>, Option<Error>) {
    let mut items = Vec::new();
    let mut iter = stream.into_iter();
    for item in &mut iter {
        match item {
            Ok(item) => items.push(item),
            Err(error) => {
                assert!(iter.next().is_none(), "an error is the last");
                return (items, Some(error));
            }
        }
    }
    assert!(iter.next().is_none());
    (items, None)
}

#[track_caller]
fn until(what: impl Fn() -> bool) {
    let begun = Instant::now();
    while !what() {
        assert!(
            begun.elapsed() < Duration::from_secs(60),
            "it does not happen"
        );
        thread::sleep(Duration::from_millis(2));
    }
}

fn instances(plugin: &Streamer) -> usize {
    plugin.plugin().counters().instances
}

#[test]
fn a_trap_is_no_end() {
    let plugin = load();
    let (items, end) = read(plugin.trap_after(5).unwrap());
    assert_eq!(items, [0, 1, 2, 3, 4]);
    let end = end.unwrap();
    assert!(end.is_trap(), "{end}");
    assert!(end.to_string().contains("trap-after"), "{end}");
    // What was written before it is not lost, even if nobody has read it by then.
    let mut stream = plugin.trap_after(20).unwrap();
    let first = (&mut stream).into_iter().next().unwrap().unwrap();
    let (rest, end) = read(stream);
    assert_eq!((first, rest.len()), (0, 19));
    assert!(end.unwrap().is_trap());
    // The next call has an instance of its own.
    assert_eq!(plugin.echo("well").unwrap(), "well");
    assert_eq!(
        plugin.plugin().counters().failures_by_kind[&ErrorKind::Trap],
        2
    );
}

#[test]
fn a_guest_that_writes_no_more_is_ended() {
    for spins in [false, true] {
        let plugin = limited(within(200));
        let begun = Instant::now();
        let stream = if spins {
            plugin.spin_after(3)
        } else {
            plugin.leave_open(3)
        };
        let (items, end) = read(stream.unwrap());
        assert_eq!(items, [0, 1, 2]);
        let end = end.unwrap();
        assert!(end.is_timeout(), "{end}");
        assert!(
            end.to_string()
                .contains("no further item within the time limit of 200ms"),
            "{end}"
        );
        assert!(begun.elapsed() >= Duration::from_millis(200));
        assert!(begun.elapsed() < Duration::from_secs(60));
        until(|| instances(&plugin) == 0);
        assert_eq!(plugin.echo("well").unwrap(), "well");
    }
    let plugin = limited(within(100));
    assert!(read(plugin.silent().unwrap()).1.unwrap().is_timeout());
}

/// Each item may take as long as a call, however many there are.
#[test]
fn the_time_begins_anew_with_each_item() {
    let plugin = limited(within(300));
    let items = stream::iter(0..6).then(|n| async move {
        tokio::time::sleep(Duration::from_millis(100)).await;
        n
    });
    let (items, end) = read(plugin.double(items).unwrap());
    assert!(end.is_none(), "{end:?}");
    assert_eq!(items, [0, 2, 4, 6, 8, 10]);
}

#[test]
fn the_whole_has_a_time_too() {
    let limits = Limits {
        stream_time: Duration::from_millis(300),
        ..Limits::default()
    };
    let plugin = limited(limits);
    let items = stream::iter(0..).then(|n| async move {
        tokio::time::sleep(Duration::from_millis(50)).await;
        n
    });
    let (items, end) = read(plugin.double(items).unwrap());
    let end = end.unwrap();
    assert!(!items.is_empty() && items.len() < 10, "{items:?}");
    assert!(end.is_timeout(), "{end}");
    assert!(end.to_string().contains("`Limits::stream_time`"), "{end}");
}

#[test]
fn computing_and_memory_are_limited() {
    let plugin = limited(Limits {
        cpu_time: Duration::from_millis(100),
        ..Limits::default()
    });
    let (_, end) = read(plugin.spin_after(1).unwrap());
    assert!(end.unwrap().is_cpu_time());
    assert!(plugin.spin().unwrap_err().is_cpu_time());
}

/// A producer's own error is what its reader gets, whole.
#[test]
fn a_producer_that_fails() {
    let plugin = load();
    let torn = || {
        let source = std::io::Error::other("the wire");
        Error::new(ErrorKind::Other, "it is torn").with_source(source)
    };
    let error = plugin
        .sum(Stream::try_from_iter([Ok(1), Err(torn())]))
        .unwrap_err();
    assert_eq!(error.to_string(), "it is torn");
    assert_eq!(error.source().unwrap().to_string(), "the wire");

    let (items, end) = read(
        plugin
            .double(Stream::try_from_iter([Ok(1), Ok(2), Err(torn())]))
            .unwrap(),
    );
    assert!(items.len() <= 2, "{items:?}");
    assert_eq!(end.unwrap().to_string(), "it is torn");

    let here = Here::default();
    here.fails.store(true, Relaxed);
    let error = load_with(Arc::new(here)).relay().unwrap_err();
    assert_eq!(error.to_string(), "the feed is torn");
}

#[test]
fn a_producer_that_panics() {
    let plugin = load();
    panic::set_hook(Box::new(|_| {}));
    let items = (0..).map(|n| if n < 3 { n } else { panic!("no fourth") });
    let error = plugin.sum(items).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::HostPanic);
    assert!(error.to_string().contains("no fourth"), "{error}");
    let (_, end) = read(
        plugin
            .double((0..).map(|n| if n < 3 { n } else { panic!("no fourth") }))
            .unwrap(),
    );
    assert_eq!(end.unwrap().kind(), ErrorKind::HostPanic);
    let _ = panic::take_hook();
    assert_eq!(plugin.echo("well").unwrap(), "well");
}

struct Told(Arc<AtomicBool>);

impl Drop for Told {
    fn drop(&mut self) {
        self.0.store(true, Relaxed);
    }
}

/// Numbers for ever, and whether they are gone.
fn watched() -> (
    impl Iterator<Item = u32> + Send + 'static,
    Arc<AtomicU32>,
    Arc<AtomicBool>,
) {
    let (asked, gone) = (Arc::<AtomicU32>::default(), Arc::<AtomicBool>::default());
    let (count, told) = (Arc::clone(&asked), Told(Arc::clone(&gone)));
    let numbers = (0..).inspect(move |_| {
        let _ = &told;
        count.fetch_add(1, Relaxed);
    });
    (numbers, asked, gone)
}

/// A producer is gone when its call is over, and is never asked for a later one.
#[test]
fn a_producer_serves_one_call() {
    let session = load().plugin().session().unwrap();
    let (numbers, asked, gone) = watched();
    assert_eq!(session.first(numbers, 3).unwrap(), [0, 1, 2]);
    until(|| gone.load(Relaxed));
    let before = asked.load(Relaxed);
    assert_eq!(session.sum([1, 2]).unwrap(), 3);
    assert_eq!(asked.load(Relaxed), before);

    // Its call fails.
    let plugin = limited(within(100));
    let (numbers, _, gone) = watched();
    assert!(plugin.never_reads(numbers).unwrap_err().is_timeout());
    until(|| gone.load(Relaxed));
    // Nobody reads what comes of it.
    let (numbers, asked, gone) = watched();
    drop(plugin.double(numbers).unwrap());
    until(|| gone.load(Relaxed));
    assert!(asked.load(Relaxed) < 200);
}

/// The guest hears of it when nobody reads any more, and the instance goes.
#[test]
fn a_reader_that_goes() {
    let plugin = load();
    let session = plugin.plugin().session().unwrap();
    let mut stream = session.count(1000).unwrap();
    assert_eq!((&mut stream).into_iter().next().unwrap().unwrap(), 0);
    drop(stream);
    assert_eq!(session.echo("still here").unwrap(), "still here");
    assert_eq!(session.dropped().unwrap(), 1);
    drop(session);
    until(|| instances(&plugin) == 0);

    for _ in 0..20 {
        let mut stream = plugin.endless().unwrap();
        assert_eq!((&mut stream).into_iter().next().unwrap().unwrap(), 0);
        drop(stream);
        drop(plugin.endless().unwrap());
    }
    until(|| instances(&plugin) == 0);
}

/// Even while the guest is stuck.
#[test]
fn a_reader_goes_while_the_guest_computes() {
    let plugin = limited(within(300_000));
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let mut stream = StreamsAsync::spin_after(&plugin, 1).await.unwrap();
        assert_eq!(stream.next().await.unwrap().unwrap(), 0);
        let late = tokio::time::timeout(Duration::from_millis(100), stream.next()).await;
        assert!(late.is_err());
        let begun = Instant::now();
        drop(stream);
        while instances(&plugin) > 0 {
            tokio::time::sleep(Duration::from_millis(5)).await;
            assert!(begun.elapsed() < Duration::from_secs(60));
        }
    });
}

/// What waits for an item and is not waited for any more loses nothing.
#[tokio::test]
async fn a_future_of_an_item_that_is_dropped_loses_nothing() {
    let plugin = load();
    let items = stream::iter(0..20).then(|n| async move {
        tokio::time::sleep(Duration::from_millis(3)).await;
        n
    });
    let mut doubled = StreamsAsync::double(&plugin, Stream::new(items))
        .await
        .unwrap();
    let mut seen = Vec::new();
    while seen.len() < 20 {
        if let Ok(item) = tokio::time::timeout(Duration::from_millis(1), doubled.next()).await {
            seen.push(item.unwrap().unwrap());
        }
    }
    assert_eq!(seen, (0..20).map(|n| n * 2).collect::<Vec<_>>());
    assert!(doubled.next().await.is_none());
}

/// A stream and a handle keep their instance, and the session's own calls go on beside it.
#[test]
fn streams_share_the_session_with_calls() {
    let plugin = load();
    let session = plugin.plugin().session().unwrap();
    session.remember("key", "value").unwrap();
    let mut stream = session.count(500).unwrap();
    let mut items = (&mut stream).into_iter();
    for n in 0..100 {
        assert_eq!(items.next().unwrap().unwrap(), n);
        // A plain function, and one that is async.
        assert_eq!(session.recall("key").unwrap().as_deref(), Some("value"));
        assert_eq!(session.echo("x").unwrap(), "x");
        assert_eq!(session.add(n, 1).unwrap(), n + 1);
    }
    drop(session);
    // It lives on as long as the stream.
    assert_eq!(instances(&plugin), 1);
    assert_eq!(stream.into_iter().count(), 400);
    until(|| instances(&plugin) == 0);
}

/// A failure ends all that is on the instance, and only that.
#[test]
fn a_failure_ends_the_streams_of_its_instance() {
    let plugin = load();
    let session = plugin.plugin().session().unwrap();
    let other = plugin.count(3).unwrap();
    let mut stream = session.endless().unwrap();
    let mut ended = session.count(2).unwrap();
    assert_eq!(
        (&mut ended)
            .into_iter()
            .map(Result::unwrap)
            .collect::<Vec<_>>(),
        [0, 1]
    );
    assert_eq!((&mut stream).into_iter().next().unwrap().unwrap(), 0);
    assert!(session.trap().unwrap_err().is_trap());
    let (items, end) = read(stream);
    assert!(items.len() <= 64 + 64, "{}", items.len());
    assert!(end.is_some());
    assert!(session.echo("").unwrap_err().is_session_lost());
    assert_eq!(other.into_iter().count(), 3);
    assert!(ended.into_iter().next().is_none());
}

/// A blocking wait in a host function for what its own instance is to write would be one for ever.
#[test]
fn blocking_in_its_own_way_is_refused() {
    let plugin = load();
    let session = plugin.plugin().session().unwrap();
    let inner = session.clone();
    let items = std::iter::once_with(move || inner.add(1, 2));
    let items = items.map(|refused| {
        let error = refused.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Reentrant, "{error}");
        7
    });
    assert_eq!(session.sum(items).unwrap(), 7);
    let inner = session.clone();
    let items = std::iter::once_with(move || inner.echo("x")).map(|refused| {
        assert_eq!(refused.unwrap_err().kind(), ErrorKind::Reentrant);
        8
    });
    assert_eq!(session.sum(items).unwrap(), 8);
}

#[test]
fn what_waits_for_itself_ends() {
    let plugin = limited(within(200));
    let error = plugin.wait_for_itself().unwrap_err();
    assert!(error.is_timeout() || error.is_trap(), "{error}");
    let session = plugin.plugin().session().unwrap();
    let error = session.wait_for_itself().unwrap_err();
    assert!(
        error.is_timeout() && error.to_string().contains("200ms"),
        "{error}"
    );
    assert!(session.echo("").unwrap_err().is_session_lost());
    assert!(plugin.never_reads(0..).unwrap_err().is_limit());
}

/// An open stream takes no thread, and little memory.
#[test]
fn ten_thousand_open_streams() {
    let threads = || std::fs::read_dir("/proc/self/task").unwrap().count();
    let plugin = load();
    let sessions: Vec<Streamer> = (0..100)
        .map(|_| plugin.plugin().session().unwrap())
        .collect();
    let before = threads();
    let mut streams: Vec<Stream<u64>> = sessions
        .iter()
        .flat_map(|session| (0..100).map(|_| session.endless().unwrap()))
        .collect();
    for stream in &mut streams {
        assert_eq!(stream.into_iter().next().unwrap().unwrap(), 0);
    }
    let after = threads();
    assert!(after <= before + 12, "{before} {after}");
    assert_eq!(streams.len(), 10_000);
    drop(streams);
    drop(sessions);
    until(|| instances(&plugin) == 0);
}

#[test]
fn what_is_at_hand_is_ready_at_once() {
    let mut stream = Stream::from_iter([1]);
    assert_eq!(stream.next().now_or_never().unwrap().unwrap().unwrap(), 1);
    assert!(stream.next().now_or_never().unwrap().is_none());
}

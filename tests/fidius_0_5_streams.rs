//! Streams of guests of fidius 0.5, typed: out, in, and both at once.

use std::error::Error as _;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, LazyLock};
use std::task::{Context, Poll};
use std::thread;
use std::time::{Duration, Instant};

use fidius::{CallError, Error, ErrorKind, Limits, PluginError, Runtime, Stream};
use futures_util::{StreamExt as _, stream};
use serde::Serialize;
use ticker::Reading;

#[fidius::host(
    wit = "ticker.wit",
    client_streams(
        "sum" = u64,
        "first" = u64,
        "mean" = Reading,
        "double" = u64,
        "scale" = Reading,
    ),
    derive(serde::Serialize)
)]
struct Ticker;

#[fidius::host(
    wit = "ticker.wit",
    module = "async_ticker",
    client_streams("sum" = u64, "first" = u64, "double" = u64),
    async
)]
struct AsyncTicker;

/// Items of another type than the guest's.
#[fidius::host(
    wit = "ticker.wit",
    module = "wrong_ticker",
    client_streams("sum" = crate::Unwritable)
)]
struct WrongTicker;

#[fidius::host(
    wit = "metronome.wit",
    client_streams("labelled" = u64, "weigh" = u64)
)]
struct Metronome;

#[fidius::host(wit = "convention.wit")]
struct Convention;

#[fidius::host(wit = "convention.wit", module = "async_convention", async)]
struct AsyncConvention;

const TICKER: &str = "guests/built/fidius05-ticker.wasm";
const METRONOME: &str = "guests/built/fidius05-metronome.wasm";
const CONVENTION: &str = "guests/built/convention.wasm";

static PLUGIN: LazyLock<Ticker> = LazyLock::new(|| Ticker::load(TICKER).unwrap());
static ASYNC: LazyLock<AsyncTicker> = LazyLock::new(|| AsyncTicker::load(TICKER).unwrap());
static SEEN: LazyLock<Convention> = LazyLock::new(|| Convention::load(CONVENTION).unwrap());

/// Can't be written in bincode where it is odd.
pub struct Unwritable(u64);

impl Serialize for Unwritable {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0 % 2 == 1 {
            return Err(serde::ser::Error::custom("it is odd"));
        }
        serializer.serialize_u64(self.0)
    }
}

#[derive(Serialize)]
struct Settings {
    label: &'static str,
    start: u64,
    step: u64,
}

const SETTINGS: Settings = Settings {
    label: "beat",
    start: 10,
    step: 5,
};

fn reading(at: u64, place: &str, value: f64) -> Reading {
    Reading {
        at,
        place: place.to_owned(),
        value,
        note: None,
    }
}

fn all<T: Send + 'static>(stream: Stream<T>) -> Vec<T> {
    stream.into_iter().map(Result::unwrap).collect()
}

/// Numbers that tell how many were asked for, and whether they are gone.
struct Watched {
    next: u64,
    asked: Arc<AtomicU32>,
    gone: Arc<AtomicBool>,
}

impl Iterator for Watched {
    type Item = u64;

    fn next(&mut self) -> Option<u64> {
        self.asked.fetch_add(1, Ordering::Relaxed);
        self.next += 1;
        Some(self.next - 1)
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        self.gone.store(true, Ordering::Relaxed);
    }
}

fn watched() -> (Watched, Arc<AtomicU32>, Arc<AtomicBool>) {
    let (asked, gone) = <(Arc<AtomicU32>, Arc<AtomicBool>)>::default();
    let items = Watched {
        next: 0,
        asked: Arc::clone(&asked),
        gone: Arc::clone(&gone),
    };
    (items, asked, gone)
}

#[test]
fn all_items_come_and_then_the_end() -> Result<(), Error> {
    let mut ticks = PLUGIN.tick(3)?;
    let mut read = (&mut ticks).into_iter();
    for number in 0..3 {
        assert_eq!(read.next().unwrap()?, number);
    }
    assert!(read.next().is_none());
    assert!(read.next().is_none());

    let readings = all(PLUGIN.readings("roof", 4)?);
    assert_eq!(readings.len(), 4);
    assert_eq!(readings[3].note.as_deref(), Some("note 3"));
    assert_eq!(readings[1], reading(1, "roof", 0.5));
    let chunks = all(PLUGIN.chunks(300, 1000)?);
    assert_eq!(chunks[299], vec![(299 % 256) as u8; 1000]);
    assert!(all(PLUGIN.tick(0)?).is_empty());
    Ok(())
}

#[test]
fn a_stream_is_lazy_and_its_destructor_runs() -> Result<(), Error> {
    let session = SEEN.plugin().session()?;
    let mut endless = session.endless()?;
    assert_eq!(session.given()?, 0);
    assert_eq!((&mut endless).into_iter().next().unwrap()?, 0);
    assert_eq!((&mut endless).into_iter().next().unwrap()?, 1);
    assert_eq!(session.given()?, 2);
    assert_eq!(session.dropped()?, 0);
    drop(endless);
    assert_eq!(session.dropped()?, 1);
    // At its end, the stream is gone before the reader is.
    let mut counted = session.count(1)?;
    assert_eq!((&mut counted).into_iter().count(), 1);
    assert_eq!(session.dropped()?, 2);
    drop(counted);
    Ok(())
}

#[test]
fn what_a_stream_ends_with_is_told_apart() -> Result<(), Error> {
    let mut fails = SEEN.fail(2)?;
    let read: Vec<_> = (&mut fails).into_iter().collect();
    assert_eq!(read.len(), 3);
    let error = read[2].as_ref().unwrap_err();
    assert!(error.is_guest() && error.kind() == ErrorKind::Guest);
    assert_eq!(error.guest().unwrap().code(), Some("ENOUGH"));
    assert!(error.source().unwrap().is::<fidius::GuestError>());
    assert!(error.to_string().contains("convention"), "{error}");
    assert!((&mut fails).into_iter().next().is_none());

    let before = SEEN.plugin().counters();
    let read: Vec<_> = SEEN.trap(2)?.into_iter().collect();
    assert_eq!(read.len(), 3);
    let error = read[2].as_ref().unwrap_err();
    assert!(error.is_trap(), "{error}");
    assert!(error.to_string().contains("trap-stream.next"), "{error}");
    let after = SEEN.plugin().counters();
    assert!(after.failures_by_kind[&ErrorKind::Trap] > 0);
    assert!(!after.failures_by_kind.contains_key(&ErrorKind::Guest));
    assert!(after.failures > before.failures);

    let read: Vec<_> = PLUGIN.tick_and_panic(1)?.into_iter().collect();
    assert_eq!(read.len(), 2);
    assert!(
        read[1]
            .as_ref()
            .unwrap_err()
            .to_string()
            .contains("no more ticks")
    );
    Ok(())
}

#[test]
fn resources_and_records_come_as_items() -> Result<(), Error> {
    let numbers = SEEN.tickets(4)?.into_iter().map(|ticket| ticket?.number());
    assert_eq!(numbers.collect::<Result<Vec<_>, _>>()?, [0, 1, 2, 3]);
    let entries = all(SEEN.entries(3)?);
    assert_eq!(entries[2].name, "entry2");
    // It looks like a stream and is none.
    let odd = SEEN.odd()?;
    assert_eq!(odd.next()?, Some(0));
    Ok(())
}

#[test]
fn time_limits_an_item_and_the_whole() -> Result<(), Error> {
    let limits = Limits {
        time: Duration::from_millis(50),
        ..Limits::default()
    };
    let quick = PLUGIN.plugin().with_limits(limits.clone())?;
    let start = Instant::now();
    let read: Vec<_> = quick.tick_and_spin(2)?.into_iter().collect();
    assert_eq!(read.len(), 3);
    let error = read[2].as_ref().unwrap_err();
    assert!(
        error.is_timeout() && error.to_string().contains("50ms"),
        "{error}"
    );
    assert!(start.elapsed() < Duration::from_secs(60));

    let short = PLUGIN.plugin().with_limits(Limits {
        stream_time: Duration::from_millis(80),
        ..Limits::default()
    })?;
    let mut forever = short.forever()?;
    let start = Instant::now();
    let error = (&mut forever).into_iter().find_map(Result::err).unwrap();
    assert!(
        error.is_timeout() && error.to_string().contains("stream_time"),
        "{error}"
    );
    assert!(start.elapsed() > Duration::from_millis(50));
    assert!((&mut forever).into_iter().next().is_none());
    let start = Instant::now();
    let mut read = short.tick_and_spin(0)?.into_iter();
    let error = read.next().unwrap().unwrap_err();
    assert!(
        error.is_timeout() && error.to_string().contains("stream_time"),
        "{error}"
    );
    assert!(start.elapsed() < Duration::from_secs(60));
    Ok(())
}

#[test]
fn a_stream_in_is_pulled_lazily() -> Result<(), Error> {
    assert_eq!(PLUGIN.sum([1, 2, 3])?, 6);
    assert_eq!(PLUGIN.sum(Stream::empty())?, 0);
    assert_eq!(PLUGIN.sum(stream::iter(0..1000))?, 499_500);
    let (items, asked, gone) = watched();
    assert_eq!(PLUGIN.first(3, items)?, [0, 1, 2]);
    assert_eq!(asked.load(Ordering::Relaxed), 3);
    assert!(gone.load(Ordering::Relaxed));
    let readings = [
        reading(0, "a", 1.0),
        reading(1, "b", 9.0),
        reading(2, "a", 2.0),
    ];
    let mean = PLUGIN.mean("a", readings).unwrap();
    assert!((mean - 1.5).abs() < 1e-9);
    let Err(CallError::Guest(refused)) = PLUGIN.mean("a", []) else {
        panic!("there is none");
    };
    assert_eq!(refused.code, "NO_READING");
    Ok(())
}

#[test]
fn an_async_stream_is_waited_for_by_a_blocking_call() -> Result<(), Error> {
    let items = stream::iter(0..3).then(|item| async move {
        tokio::time::sleep(Duration::from_millis(2)).await;
        item
    });
    assert_eq!(PLUGIN.sum(items)?, 3);
    let quick = PLUGIN.plugin().with_limits(Limits {
        time: Duration::from_millis(50),
        ..Limits::default()
    })?;
    let start = Instant::now();
    let error = quick.sum(stream::pending()).unwrap_err();
    assert!(error.is_timeout(), "{error}");
    // Which of both limits it was, that of the call or the plugin's own, is not said.
    assert!(start.elapsed() < Limits::default().time);
    Ok(())
}

#[test]
fn both_ways_pulling_one_pulls_the_other() -> Result<(), Error> {
    let (items, asked, gone) = watched();
    let mut doubled = PLUGIN.double(items)?;
    assert_eq!(asked.load(Ordering::Relaxed), 0);
    for number in 0..10 {
        assert_eq!((&mut doubled).into_iter().next().unwrap()?, 2 * number);
        assert_eq!(u64::from(asked.load(Ordering::Relaxed)), number + 1);
    }
    assert!(!gone.load(Ordering::Relaxed));
    drop(doubled);
    assert!(gone.load(Ordering::Relaxed));
    assert_eq!(all(PLUGIN.double(1..=3)?), [2, 4, 6]);
    let scaled = all(PLUGIN.scale(2.0, [reading(1, "a", 1.5)])?);
    assert_eq!(scaled, [reading(1, "a", 3.0)]);
    // One plugin's is the other's.
    let through = PLUGIN.double(PLUGIN.double(PLUGIN.tick(4)?)?)?;
    assert_eq!(all(through), [0, 4, 8, 12]);
    Ok(())
}

#[test]
fn calls_come_between_two_items() -> Result<(), Error> {
    let session = PLUGIN.plugin().session()?;
    let mut first = session.double(0..5)?;
    let mut second = session.double(100..105)?;
    let mut plain = session.tick(5)?;
    for number in 0..5 {
        assert_eq!((&mut first).into_iter().next().unwrap()?, 2 * number);
        assert_eq!(session.add(number, 1)?, number + 1);
        assert_eq!((&mut second).into_iter().next().unwrap()?, 200 + 2 * number);
        assert_eq!((&mut plain).into_iter().next().unwrap()?, number);
        assert_eq!(session.sum([number, 5])?, number + 5);
    }
    assert_eq!(session.dropped()?, 0);
    drop((first, second, plain));
    assert_eq!(session.dropped()?, 3);
    Ok(())
}

#[test]
fn a_producer_that_fails_ends_the_call() -> Result<(), Error> {
    let failing =
        Stream::try_from_iter([Ok(1), Err(Error::new(ErrorKind::Other, "the disk is gone"))]);
    let error = PLUGIN.sum(failing).unwrap_err();
    assert_eq!(
        (error.kind(), &*error.to_string()),
        (ErrorKind::Other, "the disk is gone")
    );

    let panicking = (0..5_u64).inspect(|item| assert!(*item < 2, "no {item}"));
    let error = PLUGIN.sum(panicking).unwrap_err();
    assert!(
        error.is_host_panic() && error.to_string().ends_with("panicked: no 2"),
        "{error}"
    );

    // While an item is asked for that comes out, it is the stream's end.
    let failing =
        Stream::try_from_iter([Ok(4), Err(Error::new(ErrorKind::Other, "the disk is gone"))]);
    let read: Vec<_> = PLUGIN.double(failing)?.into_iter().collect();
    assert_eq!(*read[0].as_ref().unwrap(), 8);
    assert_eq!(
        read[1].as_ref().unwrap_err().to_string(),
        "the disk is gone"
    );
    assert_eq!(read.len(), 2);
    Ok(())
}

#[test]
fn an_item_that_cannot_be_written_is_an_error() -> Result<(), Error> {
    let plugin = WrongTicker::load(TICKER)?;
    assert_eq!(plugin.sum([Unwritable(2), Unwritable(4)])?, 6);
    let error = plugin.sum([Unwritable(2), Unwritable(3)]).unwrap_err();
    assert!(error.is_invalid_argument());
    let text = error.to_string();
    assert!(
        text.contains("item 2") && text.contains("it is odd"),
        "{text}"
    );
    Ok(())
}

#[test]
fn no_later_call_sees_a_producer() -> Result<(), Error> {
    for plugin in [
        PLUGIN.plugin().session()?,
        Ticker::builder().pool(1).load(TICKER)?,
        Ticker::builder().spares(2).load(TICKER)?,
    ] {
        let (items, asked, gone) = watched();
        assert_eq!(plugin.first(2, items)?, [0, 1]);
        assert!(gone.load(Ordering::Relaxed));
        // The function as one that reads nothing.
        let unaware = plugin.plugin().call_values("add", &[1.into(), 2.into()]);
        assert_eq!(unaware.unwrap(), 3_u64.into());
        assert_eq!(plugin.sum([1])?, 1);
        assert_eq!(asked.load(Ordering::Relaxed), 2);
        assert_eq!(all(plugin.double([3])?), [6]);
    }
    Ok(())
}

#[test]
fn a_guest_that_reads_without_a_stream_is_told() -> Result<(), Error> {
    let plugin = WrongTicker::load(TICKER)?;
    let error = plugin.first(1).unwrap_err();
    assert!(error.is_wrong_mode(), "{error}");
    assert!(error.to_string().contains("client_streams"), "{error}");
    Ok(())
}

#[test]
fn a_producer_may_call_plugins() -> Result<(), Error> {
    let session = PLUGIN.plugin().session()?;
    let other = PLUGIN.plugin().session()?;
    let nested = (0..3).map(move |item| other.add(item, 10).unwrap());
    assert_eq!(session.sum(nested)?, 33);
    // The very instance that reads can't be called.
    let own = session.clone();
    let (send, refused) = std::sync::mpsc::channel();
    let items = (0..1).inspect(move |_| send.send(own.add(1, 2).unwrap_err()).unwrap());
    assert_eq!(session.sum(items)?, 0);
    assert!(refused.recv().unwrap().is_reentrant());
    // Nor can it read what it gives itself.
    let own = session.tick(3)?;
    let error = session.sum(own).unwrap_err();
    assert!(error.is_reentrant(), "{error}");
    Ok(())
}

#[test]
fn configured_plugins_have_streams_on_their_instances() -> Result<(), Error> {
    let plugin = Metronome::builder()
        .config_value(&SETTINGS)
        .load(METRONOME)?;
    assert_eq!(all(plugin.beats(3)?), [10, 15, 20]);
    assert_eq!(all(plugin.labelled([1, 2])?), ["beat 1", "beat 2"]);
    assert_eq!(plugin.weigh([1, 2]).unwrap(), 15);
    let Err(CallError::Guest(error)) = plugin.weigh([u64::MAX]) else {
        panic!("it is too much");
    };
    assert_eq!(error.code, "TOO_MUCH");
    let session = plugin.plugin().session()?;
    let mut beats = session.beats(9)?;
    assert_eq!((&mut beats).into_iter().take(2).count(), 2);
    assert_eq!(session.given()?, 2);
    assert_eq!(session.label()?, "beat");
    Ok(())
}

#[test]
fn a_pool_lends_its_instance_as_long_as_the_stream_lives() -> Result<(), Error> {
    let plugin = Ticker::builder()
        .pool(1)
        .limits(Limits {
            time: Duration::from_secs(1),
            ..Limits::default()
        })
        .load(TICKER)?;
    let mut ticks = plugin.tick(10)?;
    assert!(plugin.add(1, 2).unwrap_err().is_timeout());
    assert_eq!((&mut ticks).into_iter().next().unwrap()?, 0);
    drop(ticks);
    assert_eq!(plugin.add(1, 2)?, 3);
    Ok(())
}

#[test]
fn a_destructor_that_never_returns_ends() -> Result<(), Error> {
    // Not the time of a call, which it would have by itself.
    let patient = SEEN.plugin().with_limits(Limits {
        time: Duration::from_secs(300),
        ..Limits::default()
    })?;
    let start = Instant::now();
    let mut stuck = patient.stick(2)?;
    assert_eq!((&mut stuck).into_iter().count(), 2);
    drop(stuck);
    assert!(start.elapsed() < Duration::from_secs(60));
    Ok(())
}

#[tokio::test]
async fn async_readers_get_the_same() -> Result<(), Error> {
    let ticks: Vec<_> = ASYNC.tick(4).await?.collect().await;
    assert_eq!(
        ticks.into_iter().map(Result::unwrap).collect::<Vec<_>>(),
        [0, 1, 2, 3]
    );
    assert_eq!(ASYNC.sum(stream::iter(0..10)).await?, 45);
    let late = stream::iter(0..3).then(|item| async move {
        tokio::time::sleep(Duration::from_millis(2)).await;
        item
    });
    let doubled: Vec<_> = ASYNC
        .double(late)
        .await?
        .map(Result::unwrap)
        .collect()
        .await;
    assert_eq!(doubled, [0, 2, 4]);
    let error = ASYNC
        .sum((0..2).map(|_| -> u64 { panic!("no") }))
        .await
        .unwrap_err();
    assert!(error.is_host_panic(), "{error}");

    let seen = AsyncConvention::load(CONVENTION)?;
    let read: Vec<_> = seen.fail(1).await?.collect().await;
    assert_eq!(read.len(), 2);
    assert!(read[1].as_ref().unwrap_err().is_guest());
    let session = seen.plugin().session_async().await?;
    let mut endless = session.endless().await?;
    assert_eq!(endless.next().await.unwrap()?, 0);
    assert_eq!(session.given().await?, 1);
    drop(endless);
    for _ in 0..100 {
        if session.dropped().await? == 1 {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    panic!("the destructor did not run");
}

#[tokio::test]
async fn a_reader_that_goes_while_the_guest_is_stuck_frees_it() -> Result<(), Error> {
    let plugin = AsyncTicker::load(TICKER)?;
    let mut stuck = plugin.tick_and_spin(1).await?;
    assert_eq!(stuck.next().await.unwrap()?, 0);
    let next = tokio::time::timeout(Duration::from_millis(50), stuck.next()).await;
    assert!(next.is_err());
    assert_eq!(plugin.plugin().counters().instances, 1);
    drop(stuck);
    assert_eq!(plugin.plugin().counters().instances, 0);
    assert_eq!(plugin.plugin().counters().dropped, 1);
    Ok(())
}

#[tokio::test]
async fn an_async_producer_is_waited_for_without_blocking() -> Result<(), Error> {
    /// Never has an item, and tells when it is gone.
    struct Never(Arc<AtomicBool>);

    impl futures_util::Stream for Never {
        type Item = u64;

        fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<u64>> {
            Poll::Pending
        }
    }

    impl Drop for Never {
        fn drop(&mut self) {
            self.0.store(true, Ordering::Relaxed);
        }
    }

    let gone = Arc::new(AtomicBool::new(false));
    let call = ASYNC.sum(Never(Arc::clone(&gone)));
    let waited = tokio::time::timeout(Duration::from_millis(50), call).await;
    assert!(waited.is_err());
    assert!(gone.load(Ordering::Relaxed));
    Ok(())
}

#[test]
fn streams_go_from_thread_to_thread() -> Result<(), Error> {
    let streams: Vec<_> = (0..8).map(|_| PLUGIN.tick(50)).collect::<Result<_, _>>()?;
    let readers: Vec<_> = streams
        .into_iter()
        .map(|stream| thread::spawn(|| all(stream).len()))
        .collect();
    for reader in readers {
        assert_eq!(reader.join().unwrap(), 50);
    }
    Ok(())
}

#[test]
fn fuel_and_memory_limits_end_a_stream() -> Result<(), Error> {
    let runtime = Runtime::builder()
        .limits(Limits {
            fuel: Some(10_000_000),
            ..Limits::default()
        })
        .build()?;
    let plugin = Ticker::builder().runtime(&runtime).load(TICKER)?;
    // Each item has the whole of it.
    let mut spin = plugin.tick_and_spin(3)?.into_iter();
    assert_eq!(spin.by_ref().take(3).filter(Result::is_ok).count(), 3);
    assert!(spin.next().unwrap().unwrap_err().is_out_of_fuel());
    assert!(spin.next().is_none());
    Ok(())
}

#[expect(dead_code, reason = "that it has the type is what counts")]
fn errors_of_the_guest_are_plugin_errors(error: ticker::PluginError) -> PluginError {
    PluginError::new(error.code, error.message)
}

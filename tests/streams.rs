//! Native streams and futures: out of a plugin, into it, and both, of all types and in all places, in blocking and in async calls.

mod streamer;

use std::io::Read as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering::Relaxed};

use fidius::{CallError, Error, Future, Stream};
use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use streamer::streams::{self, Bundle, Point, StreamsAsync};
use streamer::{Here, Streamer, load, load_with};

fn all<T: Send + 'static>(stream: Stream<T>) -> Vec<T> {
    stream.into_iter().collect::<Result<_, _>>().unwrap()
}

/// The same in the async form, on a runtime with one thread.
#[tokio::main(flavor = "current_thread")]
async fn within_async<T>(run: impl AsyncFnOnce(Streamer) -> T) -> T {
    run(load()).await
}

#[test]
fn items_come_out_in_order() {
    let plugin = load();
    assert_eq!(
        all(plugin.count(1000).unwrap()),
        (0..1000).collect::<Vec<_>>()
    );
    assert!(all(plugin.count(0).unwrap()).is_empty());
    assert_eq!(all(plugin.count_async(5).unwrap()), [0, 1, 2, 3, 4]);
    assert_eq!(all(plugin.words(3).unwrap()), ["word0", "word1", "word2"]);
    assert_eq!(all(plugin.units(7).unwrap()), [(); 7]);
    let points = all(plugin.points(200).unwrap());
    assert_eq!(points.len(), 200);
    let last = Point {
        x: 199,
        y: -199,
        label: "p199".to_owned(),
    };
    assert_eq!(points.last(), Some(&last));
    let results = all(plugin.results(4).unwrap());
    assert_eq!(results, [Ok(0), Ok(1), Err("no2".to_owned()), Ok(3)]);
    assert_eq!(all(plugin.try_count(2).unwrap()), [0, 1]);
    match plugin.try_count(0) {
        Err(CallError::Guest(why)) => assert_eq!(why, "nothing to count"),
        other => panic!("{other:?}"),
    }
}

#[test]
fn items_come_out_in_order_of_async_calls() {
    within_async(async |plugin| {
        let numbers: Vec<u32> = StreamsAsync::count(&plugin, 1000)
            .await
            .unwrap()
            .try_collect()
            .await
            .unwrap();
        assert_eq!(numbers, (0..1000).collect::<Vec<_>>());
        let words: Vec<String> = StreamsAsync::words(&plugin, 3)
            .await
            .unwrap()
            .try_collect()
            .await
            .unwrap();
        assert_eq!(words, ["word0", "word1", "word2"]);
        let points: Vec<Point> = StreamsAsync::points(&plugin, 100)
            .await
            .unwrap()
            .try_collect()
            .await
            .unwrap();
        assert_eq!(points[99].label, "p99");
    });
}

fn expected_bytes(n: usize) -> Vec<u8> {
    (0..n).map(|i| u8::try_from(i % 251).unwrap()).collect()
}

#[test]
fn bytes_come_in_chunks() {
    let plugin = load();
    let mut bytes = Vec::new();
    let mut chunks = 0;
    let mut stream = plugin.bytes(1_000_000, 10_000).unwrap();
    while let Some(chunk) = stream.next_chunk() {
        bytes.extend(chunk.unwrap());
        chunks += 1;
    }
    assert!(bytes == expected_bytes(1_000_000));
    assert!(chunks < 1000, "{chunks}");

    let mut read = Vec::new();
    plugin
        .bytes(100_000, 7)
        .unwrap()
        .read_to_end(&mut read)
        .unwrap();
    assert!(read == expected_bytes(100_000));

    // One by one as well, and mixed.
    let mut stream = plugin.bytes(5000, 100).unwrap();
    let first = (&mut stream).into_iter().next().unwrap().unwrap();
    let mut rest = vec![first];
    stream.read_to_end(&mut rest).unwrap();
    assert!(rest == expected_bytes(5000));
}

#[test]
fn resources_come_out_and_go_in() {
    let plugin = load();
    let tickets = all(plugin.tickets(5).unwrap());
    let numbers: Vec<u32> = tickets
        .iter()
        .map(|ticket| ticket.number().unwrap())
        .collect();
    assert_eq!(numbers, [0, 1, 2, 3, 4]);
    assert_eq!(tickets[3].wait(1).unwrap(), 3);
    assert_eq!(all(tickets[2].drawn(3).unwrap()), [2, 2, 2]);

    let session = plugin.plugin().session().unwrap();
    let tickets = all(session.tickets(4).unwrap());
    assert_eq!(session.gather(tickets).unwrap(), [0, 1, 2, 3]);
    // Of another instance.
    let foreign = all(plugin.tickets(1).unwrap());
    let error = session.gather(foreign).unwrap_err();
    assert!(
        error.to_string().contains("lives in another instance"),
        "{error}"
    );
}

#[test]
fn whatever_gives_items_goes_in() {
    let plugin = load();
    assert_eq!(plugin.sum(vec![1, 2, 3]).unwrap(), 6);
    assert_eq!(plugin.sum([4, 5]).unwrap(), 9);
    assert_eq!(plugin.sum(0..1000).unwrap(), 499_500);
    assert_eq!(plugin.sum(stream::iter([7, 8])).unwrap(), 15);
    assert_eq!(plugin.sum(Stream::from_iter([9])).unwrap(), 9);
    assert_eq!(plugin.sum(Stream::empty()).unwrap(), 0);
    // What another plugin gives.
    assert_eq!(plugin.sum(load().count(10).unwrap()).unwrap(), 45);
    let points = (0..3).map(|x| Point {
        x,
        y: 0,
        label: format!("at {x}"),
    });
    assert_eq!(plugin.label(points).unwrap(), ["at 0", "at 1", "at 2"]);
    let chunks = (0..100).map(|_| vec![7; 10_000]);
    assert_eq!(
        plugin.weigh(Stream::from_chunks(chunks)).unwrap(),
        1_000_000
    );
    assert_eq!(plugin.weigh(*b"one by one").unwrap(), 10);
}

#[test]
fn the_trait_takes_our_own_type() {
    let plugin: Box<dyn streams::Streams> = Box::new(load());
    assert_eq!(plugin.sum(Stream::from_iter([1, 2])).unwrap(), 3);
    assert_eq!(
        all(plugin.double(Stream::from_iter([1, 2])).unwrap()),
        [2, 4]
    );
    assert_eq!(
        plugin.answer(Future::ready("yes".to_owned())).unwrap(),
        "so: yes"
    );
}

#[test]
fn a_stream_goes_through() {
    let plugin = load();
    assert_eq!(
        all(plugin.double(0..100).unwrap()),
        (0..100).map(|n| n * 2).collect::<Vec<_>>()
    );
    let text = ["a", "b"].map(str::to_owned);
    assert_eq!(all(plugin.upper(text).unwrap()), ["A", "B"]);
    let mut mirrored = Vec::new();
    let bytes = expected_bytes(300_000);
    let chunks: Vec<Vec<u8>> = bytes.chunks(1000).map(<[u8]>::to_vec).collect();
    plugin
        .mirror(Stream::from_chunks(chunks))
        .unwrap()
        .read_to_end(&mut mirrored)
        .unwrap();
    assert!(mirrored == bytes);
    // Handed back as it is, by a function that is not async.
    assert_eq!(all(plugin.pass([1, 2, 3]).unwrap()), [1, 2, 3]);
    // Through one plugin after the other.
    let twice = plugin.double(plugin.double([1, 2]).unwrap()).unwrap();
    assert_eq!(all(twice), [4, 8]);
}

/// The output of an instance as its own input.
#[test]
fn a_stream_goes_round() {
    let session = load().plugin().session().unwrap();
    let twice = session.double(session.double([1, 2]).unwrap()).unwrap();
    assert_eq!(all(twice), [4, 8]);
    let sum = session.sum(session.count(100).unwrap()).unwrap();
    assert_eq!(sum, 4950);
}

/// Pulling the output pulls the input.
#[test]
fn input_is_read_as_output_is() {
    let plugin = load();
    let given = Arc::new(AtomicU32::new(0));
    let counted = Arc::clone(&given);
    let mut doubled = plugin
        .double((0..100_000).inspect(move |_| {
            counted.fetch_add(1, Relaxed);
        }))
        .unwrap();
    let mut items = (&mut doubled).into_iter();
    for n in 0..100 {
        assert_eq!(items.next().unwrap().unwrap(), n * 2);
    }
    let given = given.load(Relaxed);
    assert!((100..400).contains(&given), "{given}");
}

#[test]
fn the_guest_runs_no_further_than_the_window() {
    for window in [1, 8, 64] {
        let limits = fidius::Limits {
            stream_window: window,
            ..Default::default()
        };
        let session = streamer::limited(limits).plugin().session().unwrap();
        let mut stream = session.count(100_000).unwrap();
        for _ in (&mut stream).into_iter().take(10) {}
        let written = session.written().unwrap();
        // What is in the window, what was read, and the one that the guest is about to write.
        assert!(written <= 10 + window + 1, "{window}: {written}");
        assert_eq!(stream.into_iter().count(), 100_000 - 10);
    }
}

#[test]
fn several_at_once() {
    let (numbers, words, done) = load().several().unwrap();
    // In the order in which the guest does not write them.
    assert_eq!(all(words), ["word0", "word1", "word2"]);
    assert_eq!(all(numbers), [0, 1, 2]);
    assert_eq!(done.wait().unwrap(), Ok(3));

    within_async(async |plugin| {
        let (numbers, words, done) = StreamsAsync::several(&plugin).await.unwrap();
        let (numbers, words, done) = tokio::join!(
            numbers.try_collect::<Vec<_>>(),
            words.try_collect::<Vec<_>>(),
            done,
        );
        assert_eq!(
            (numbers.unwrap().len(), words.unwrap().len(), done.unwrap()),
            (3, 3, Ok(3))
        );
    });
}

#[test]
fn in_records() {
    let plugin = load();
    let bundle = plugin.make_bundle("b", 100).unwrap();
    assert_eq!(bundle.name, "b");
    assert_eq!(all(bundle.data), expected_bytes(100));
    assert_eq!(bundle.done.wait().unwrap(), 100);

    let bundle = Bundle {
        name: "four".to_owned(),
        data: Stream::from_iter([0; 10]),
        done: Future::ready(100),
    };
    assert_eq!(plugin.read_bundle(bundle).unwrap(), 10 + 100 + 4);
}

#[test]
fn futures_both_ways() {
    let plugin = load();
    assert!(!plugin.later(1).unwrap().wait().unwrap().is_empty());
    assert_eq!(plugin.answer(async { "no".to_owned() }).unwrap(), "so: no");
    assert_eq!(
        plugin.answer(Future::ready("no".to_owned())).unwrap(),
        "so: no"
    );
    assert_eq!(plugin.future_result(false).unwrap().wait().unwrap(), Ok(42));
    assert_eq!(
        plugin.future_result(true).unwrap().wait().unwrap(),
        Err("as you wished".to_owned())
    );
    let passed = plugin
        .pass_future(Future::ready("through".to_owned()))
        .unwrap();
    assert_eq!(passed.wait().unwrap(), "through");
    within_async(async |plugin| {
        let later = StreamsAsync::later(&plugin, 1).await.unwrap();
        assert!(!later.await.unwrap().is_empty());
        let question = Future::new(async {
            tokio::task::yield_now().await;
            "maybe".to_owned()
        });
        assert_eq!(
            StreamsAsync::answer(&plugin, question).await.unwrap(),
            "so: maybe"
        );
    });
}

#[test]
fn the_host_gives_and_takes_streams() {
    let here = Arc::new(Here::default());
    let plugin = load_with(Arc::clone(&here));
    assert_eq!(plugin.relay().unwrap(), 55);
    assert_eq!(plugin.hand_over(12).unwrap(), 10 * 5 + 2 * 6);
    assert_eq!(here.taken.load(Relaxed), 12);
    plugin.log_all(3).unwrap();
    assert_eq!(*here.lines.lock().unwrap(), ["line0", "line1", "line2"]);
}

/// An endless stream, and ten million items, need no more memory than a few.
#[test]
fn memory_is_bounded() {
    let plugin = load();
    let mut endless = plugin.endless().unwrap();
    let mut items = (&mut endless).into_iter();
    let mut count = 0;
    let mut at = |to: u64| {
        while count < to {
            assert_eq!(items.next().unwrap().unwrap(), count);
            count += 1;
        }
        resident()
    };
    let few = at(10_000);
    let many = at(if cfg!(debug_assertions) {
        1_000_000
    } else {
        10_000_000
    });
    assert!(many < few + (16 << 20), "{few} {many}");
}

/// Bytes of memory that this process has.
fn resident() -> usize {
    let status = std::fs::read_to_string("/proc/self/statm").unwrap();
    let pages: usize = status.split(' ').nth(1).unwrap().parse().unwrap();
    pages * 4096
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn readers_go_from_task_to_task() {
    let plugin = load();
    let session = plugin.plugin().session_async().await.unwrap();
    let total = Arc::new(AtomicUsize::new(0));
    let mut readers = tokio::task::JoinSet::new();
    for n in 0..50 {
        let mut stream = StreamsAsync::count(&session, n * 10).await.unwrap();
        let total = Arc::clone(&total);
        readers.spawn(async move {
            while let Some(item) = stream.next().await {
                item.unwrap();
                total.fetch_add(1, Relaxed);
                tokio::task::yield_now().await;
            }
        });
    }
    readers.join_all().await;
    assert_eq!(total.load(Relaxed), (0..50).map(|n| n * 10).sum::<usize>());
}

#[test]
fn fakes_have_streams_too() {
    struct Fake;
    impl Fake {
        fn numbers() -> Result<Stream<u32>, Error> {
            Ok(Stream::from_iter([1, 2]))
        }
    }
    assert_eq!(all(Fake::numbers().unwrap()), [1, 2]);
}

/// What the engine refuses to hand from a guest to itself goes through the host.
#[test]
fn texts_go_round_too() {
    let session = load().plugin().session().unwrap();
    let shouted = session.upper(session.words(2).unwrap()).unwrap();
    assert_eq!(all(shouted), ["WORD0", "WORD1"]);
}

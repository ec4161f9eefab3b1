//! Streams and `async` functions, by name: of the component model, and of guests of fidius 0.5.

mod component_of_text;

use std::sync::Arc;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use component_of_text::{MEMORY, encode};
use fidius::{CallError, CallShape, Dynamic, Error, ErrorKind, GuestError, Limits, Stream, Value};
use futures_util::{StreamExt as _, stream};

const TICKER: &str = "guests/built/fidius05-ticker.wasm";
const METRONOME: &str = "guests/built/fidius05-metronome.wasm";
const CONVENTION: &str = "guests/built/convention.wasm";
const STREAMS: &str = "guests/built/streams.wasm";

/// What the guest with streams of the component model's imports.
mod streams {
    use std::time::Duration;

    use fidius::{CallError, Error, Stream};

    #[fidius::host(wit = "streams.wit", module = "bound")]
    pub(super) struct Streams;

    pub(super) struct Imports;

    impl bound::host::HostAsync for Imports {
        async fn pause(&self, ms: u32) -> Result<(), Error> {
            tokio::time::sleep(Duration::from_millis(ms.into())).await;
            Ok(())
        }

        async fn fetch(&self, name: &str) -> Result<String, CallError<String>> {
            Ok(name.to_uppercase())
        }

        async fn feed(&self) -> Result<Stream<u32>, Error> {
            Ok(Stream::from_iter(0..4))
        }

        async fn take(&self, items: Stream<String>) -> Result<u64, Error> {
            drop(items);
            Ok(0)
        }

        async fn log(&self, _: &str) -> Result<(), Error> {
            Ok(())
        }

        async fn again(&self, depth: u32) -> Result<u32, Error> {
            Ok(depth)
        }
    }
}

static FED: LazyLock<Dynamic> = LazyLock::new(|| {
    Dynamic::builder()
        .client_streams(["sum", "first", "mean", "double", "scale"])
        .load(TICKER)
        .unwrap()
});

static NATIVE: LazyLock<streams::Streams> = LazyLock::new(|| {
    streams::Streams::builder()
        .imports_async(streams::Imports)
        .load(STREAMS)
        .unwrap()
});

type Answer = Result<Value, CallError<GuestError>>;

fn numbers(numbers: impl IntoIterator<Item = u64>) -> Vec<Value> {
    numbers.into_iter().map(Value::from).collect()
}

fn all(stream: Stream<Value>) -> Vec<Value> {
    stream.into_iter().map(Result::unwrap).collect()
}

#[track_caller]
fn assert_says(error: &dyn std::error::Error, parts: &[&str]) {
    let text = error.to_string();
    for part in parts {
        assert!(text.contains(part), "`{part}` is not in:\n{text}");
    }
}

#[test]
fn methods_tell_their_shape() -> Result<(), Error> {
    let shape = |name: &str| FED.method(name).map(|method| method.shape());
    assert_eq!(shape("add")?, CallShape::Unary);
    assert_eq!(shape("tick")?, CallShape::StreamOut);
    assert_eq!(shape("sum")?, CallShape::StreamIn);
    assert_eq!(shape("double")?, CallShape::Both);
    assert_eq!(shape("tick-stream.next")?, CallShape::Unary);
    let unaware = Dynamic::load(TICKER)?;
    assert_eq!(unaware.method("sum")?.shape(), CallShape::Unary);
    assert_eq!(unaware.method("double")?.shape(), CallShape::StreamOut);

    let convention = Dynamic::load(CONVENTION)?;
    for (name, shape) in [
        ("count", CallShape::StreamOut),
        ("entries", CallShape::StreamOut),
        ("odd", CallShape::Unary),
        ("skip", CallShape::Unary),
        ("named", CallShape::Unary),
        ("find", CallShape::Unary),
    ] {
        assert_eq!(convention.method(name)?.shape(), shape, "{name}");
    }

    let shape = |name: &str| NATIVE.plugin().method(name).map(|method| method.shape());
    assert_eq!(shape("echo")?, CallShape::Unary);
    assert_eq!(shape("count")?, CallShape::StreamOut);
    assert_eq!(shape("try-count")?, CallShape::StreamOut);
    assert_eq!(shape("sum")?, CallShape::StreamIn);
    assert_eq!(shape("double")?, CallShape::Both);
    Ok(())
}

#[test]
fn the_wrong_shape_is_refused() {
    let add = [1.into(), 2.into()];
    let none: [Value; 0] = [];
    let refused = |result: Result<(), CallError<GuestError>>, parts: &[&str]| {
        let error = result.unwrap_err();
        assert!(error.is_wrong_mode(), "{error}");
        assert_says(&error, parts);
    };
    refused(
        FED.call_values("tick", &[3.into()]).map(drop),
        &[
            "`tick`",
            "answers with a stream",
            "called as one that has no streams",
            "`stream_values`",
        ],
    );
    refused(
        FED.call::<_, Value>("sum", ()).map(drop),
        &["reads a stream", "`feed_values`"],
    );
    refused(
        FED.call_json("double", "").map(drop),
        &["`exchange_values`"],
    );
    refused(
        FED.stream_values("add", &add).map(drop),
        &["has no streams", "`call`", "client_streams"],
    );
    refused(
        FED.stream_values("double", &none).map(drop),
        &["`exchange_values`"],
    );
    refused(
        FED.feed_values("tick", &[3.into()], none).map(drop),
        &["`stream_values`"],
    );
    let none: [Value; 0] = [];
    refused(
        FED.exchange_values("sum", &[], none).map(drop),
        &["`feed_values`"],
    );
    refused(
        NATIVE.plugin().call_values("count", &[3.into()]).map(drop),
        &["`count`", "`stream_values`"],
    );
    refused(
        NATIVE
            .plugin()
            .stream_values("echo", &["a".into()])
            .map(drop),
        &["`call`"],
    );
    let error = FED.call_raw("tick", &[]).unwrap_err();
    assert!(error.is_wrong_mode());
}

#[test]
fn client_streams_must_fit() {
    let refused = |name: &str, component: &str| {
        Dynamic::builder()
            .client_streams([name])
            .load(component)
            .unwrap_err()
    };
    assert!(refused("nothing", TICKER).is_missing());
    let error = refused("tick-stream.next", TICKER);
    assert!(error.is_mismatch());
    assert_says(&error, &["tick-stream.next", "belongs to a resource"]);
    assert_says(
        &refused("add", CONVENTION),
        &["does not import `fidius:stream-pull/pull@0.1.0`"],
    );
}

#[test]
fn all_four_shapes_of_fidius_0_5() -> Result<(), CallError<GuestError>> {
    assert_eq!(FED.call_values("add", &[1.into(), 2.into()])?, 3_u64.into());
    assert_eq!(all(FED.stream_values("tick", &[3.into()])?), numbers(0..3));
    let readings = all(FED.stream_values("readings", &["roof".into(), 2.into()])?);
    assert_eq!(readings[1].field("place"), Some(&"roof".into()));
    assert_eq!(FED.feed_values("sum", &[], numbers(1..4))?, 6_u64.into());
    // What comes out can go in: a record is its fields in their order.
    let scaled = FED.exchange_values("scale", &[2.0.into()], readings)?;
    let values: Vec<_> = all(scaled)
        .iter()
        .map(|reading| reading.field("value").cloned())
        .collect();
    assert_eq!(values, [Some(0.0.into()), Some(1.0.into())]);
    let error = FED
        .feed_values("mean", &["a".into()], Vec::new())
        .unwrap_err();
    assert!(error.guest().unwrap().is_code("NO_READING"));
    Ok(())
}

#[test]
fn all_four_shapes_of_fidius_0_5_async() -> Result<(), CallError<GuestError>> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let ticks = FED.stream_values_async("tick", &[3.into()]).await?;
        assert_eq!(
            ticks.map(Result::unwrap).collect::<Vec<_>>().await,
            numbers(0..3)
        );
        let sum = FED
            .feed_values_async("sum", &[], stream::iter(numbers(1..4)))
            .await?;
        assert_eq!(sum, 6_u64.into());
        let doubled = FED
            .exchange_values_async("double", &[], numbers(1..4))
            .await?;
        let doubled: Vec<_> = doubled.map(Result::unwrap).collect().await;
        assert_eq!(doubled, numbers([2, 4, 6]));
        Ok(())
    })
}

#[test]
fn the_ends_of_fidius_0_5() -> Result<(), CallError<GuestError>> {
    let plugin = Dynamic::load(CONVENTION)?;
    let read: Vec<_> = plugin
        .stream_values("fail", &[2.into()])?
        .into_iter()
        .collect();
    let error = read[2].as_ref().unwrap_err();
    assert_eq!((read.len(), error.kind()), (3, ErrorKind::Guest));
    assert!(error.guest().unwrap().is_code("ENOUGH"));
    let read: Vec<_> = plugin
        .stream_values("trap", &[1.into()])?
        .into_iter()
        .collect();
    assert!(read[1].as_ref().unwrap_err().is_trap());

    let session = plugin.session()?;
    let mut endless = session.stream_values("endless", &[])?;
    assert_eq!((&mut endless).into_iter().take(5).count(), 5);
    assert_eq!(session.call_values("given", &[])?, 5_u32.into());
    drop(endless);
    assert_eq!(session.call_values("dropped", &[])?, 1_u32.into());

    let tickets = session.stream_values("tickets", &[3.into()])?;
    let asked = tickets
        .into_iter()
        .map(|ticket| session.call_values("ticket.number", &[ticket.unwrap()]));
    assert_eq!(
        asked.collect::<Result<Vec<_>, _>>()?,
        [0_u32, 1, 2].map(Value::from)
    );

    let quick = plugin.with_limits(Limits {
        time: Duration::from_millis(50),
        ..plugin.limits().clone()
    })?;
    let read: Vec<_> = quick
        .stream_values("spin", &[0.into()])?
        .into_iter()
        .collect();
    assert!(read[0].as_ref().unwrap_err().is_timeout());
    Ok(())
}

#[test]
fn producers_of_values() -> Result<(), CallError<GuestError>> {
    let session = FED.session()?;
    let asked = Arc::new(AtomicU32::new(0));
    let counted = Arc::clone(&asked);
    let items = (0..100_u64).map(move |item| {
        counted.fetch_add(1, Ordering::Relaxed);
        Value::U64(item)
    });
    assert_eq!(
        session.feed_values("first", &[2.into()], items)?,
        Value::List(numbers([0, 1]))
    );
    assert_eq!(asked.load(Ordering::Relaxed), 2);
    assert_eq!(session.feed_values("sum", &[], numbers([5]))?, 5_u64.into());

    let case = [Value::U64(1), Value::Enum("calm".to_owned())];
    let error = FED.feed_values("sum", &[], case).unwrap_err();
    assert!(error.is_invalid_argument());
    assert_says(&error, &["item 2", "`calm`", "typed host"]);
    let failing = Stream::try_from_iter([Err(Error::new(ErrorKind::Other, "gone"))]);
    assert_eq!(
        FED.feed_values("sum", &[], failing)
            .unwrap_err()
            .to_string(),
        "gone"
    );
    let panicking = (0..2_u64).map(|item| -> Value { panic!("no {item}") });
    assert!(
        FED.feed_values("sum", &[], panicking)
            .unwrap_err()
            .is_host_panic()
    );
    let error = FED.feed_values("first", &[], numbers([1])).unwrap_err();
    assert!(error.is_invalid_argument());
    Ok(())
}

#[test]
fn a_configured_guest_has_streams() -> Result<(), CallError<GuestError>> {
    let plugin = Dynamic::builder()
        .client_streams(["labelled", "weigh"])
        .config_value(&("beat", 10_u64, 5_u64))
        .load(METRONOME)?;
    assert_eq!(
        all(plugin.stream_values("beats", &[2.into()])?),
        numbers([10, 15])
    );
    let labelled = plugin.exchange_values("labelled", &[], numbers([1]))?;
    assert_eq!(all(labelled), [Value::from("beat 1")]);
    assert_eq!(
        plugin.feed_values("weigh", &[], numbers([1, 2]))?,
        15_u64.into()
    );
    Ok(())
}

#[test]
fn async_functions_are_called_by_name() -> Result<(), CallError<GuestError>> {
    let plugin = NATIVE.plugin();
    assert_eq!(
        plugin.call_values("echo", &["hello".into()])?,
        "hello".into()
    );
    assert_eq!(plugin.call_values("nothing", &[])?, Value::Unit);
    assert_eq!(plugin.call_values("may-fail", &["a".into()])?, "a".into());
    let error = plugin.call_values("may-fail", &["".into()]).unwrap_err();
    assert_eq!(error.guest().unwrap().message(), Some("nothing was said"));
    assert_eq!(plugin.call_values("pause", &[1.into()])?, 1_u32.into());
    let fetched: Vec<Result<String, String>> = plugin.call("fetch-all", (["a", "b"],))?;
    assert_eq!(fetched, [Ok("A".to_owned()), Ok("B".to_owned())]);
    let total = plugin.call_json("total", r#"[[{"x": 1, "y": 2, "label": "a"}]]"#)?;
    assert_eq!(total, "3");
    let error = plugin.call_values("trap", &[]).unwrap_err();
    assert!(error.is_trap());
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let pauses = futures_util::future::join_all(
            (0..10).map(|_| async { plugin.call_values_async("pause", &[20.into()]).await }),
        );
        let pauses: Result<Vec<_>, _> = pauses.await.into_iter().collect();
        assert_eq!(pauses?.len(), 10);
        Ok(())
    })
}

#[test]
fn streams_of_the_component_model_come_out() -> Result<(), CallError<GuestError>> {
    let plugin = NATIVE.plugin();
    let open = |name: &str, arguments: &[Value]| plugin.stream_values(name, arguments);
    let counted = all(open("count", &[1000.into()])?);
    assert_eq!(counted, (0..1000_u32).map(Value::from).collect::<Vec<_>>());
    assert_eq!(
        all(open("bytes", &[3.into(), 0.into()])?),
        [0_u8, 1, 2].map(Value::from)
    );
    let points = all(open("points", &[200.into()])?);
    assert_eq!(
        points[199].to_string(),
        r#"{x: 199, y: -199, label: "p199"}"#
    );
    assert_eq!(
        all(open("words", &[2.into()])?),
        ["word0", "word1"].map(Value::from)
    );
    assert_eq!(
        all(open("units", &[3.into()])?),
        [Value::Unit, Value::Unit, Value::Unit]
    );
    let results = all(open("results", &[3.into()])?);
    assert_eq!(results[2].to_string(), r#"err("no2")"#);
    assert_eq!(
        all(open("try-count", &[2.into()])?),
        [0_u32, 1].map(Value::from)
    );
    let error = open("try-count", &[0.into()]).unwrap_err();
    assert_eq!(error.guest().unwrap().message(), Some("nothing to count"));
    let mut endless = open("endless", &[])?;
    assert_eq!((&mut endless).into_iter().take(5000).count(), 5000);
    drop(endless);
    let tickets = all(open("tickets", &[3.into()])?);
    let number = plugin.call_values("ticket.number", &[tickets[2].clone()])?;
    assert_eq!(number, 2_u32.into());
    let read: Vec<_> = open("trap-after", &[3.into()])?.into_iter().collect();
    assert!(read.last().unwrap().as_ref().unwrap_err().is_trap());
    Ok(())
}

#[test]
fn streams_of_the_component_model_go_in() -> Result<(), CallError<GuestError>> {
    let plugin = NATIVE.plugin();
    // They are fitted to their type, as arguments are.
    let mixed = [Value::U8(1), Value::S64(2), Value::F64(3.0)];
    assert_eq!(plugin.feed_values("sum", &[], mixed)?, 6_u64.into());
    let many = (0..10_000_u32).map(Value::from);
    assert_eq!(plugin.feed_values("sum", &[], many)?, 49_995_000_u64.into());
    let points = (0..3).map(|x| {
        Value::record([
            ("label", Value::from(format!("p{x}"))),
            ("x", x.into()),
            ("y", 0.into()),
        ])
    });
    let labels = plugin.feed_values("label", &[], points)?;
    assert_eq!(labels.to_string(), r#"["p0", "p1", "p2"]"#);
    let first = plugin.feed_values("first", &[2.into()], stream::iter((5..).map(Value::from)))?;
    assert_eq!(first.to_string(), "[5, 6]");
    let error = plugin
        .feed_values("sum", &[], [Value::from(1), "two".into()])
        .unwrap_err();
    assert!(error.is_invalid_argument(), "{error}");
    assert_says(&error, &["item 2", "`sum`", "u32"]);
    let failing =
        Stream::try_from_iter([Ok(Value::U32(1)), Err(Error::new(ErrorKind::Other, "gone"))]);
    assert_eq!(
        plugin
            .feed_values("sum", &[], failing)
            .unwrap_err()
            .to_string(),
        "gone"
    );
    Ok(())
}

#[test]
fn streams_of_the_component_model_go_both_ways() -> Result<(), CallError<GuestError>> {
    let plugin = NATIVE.plugin();
    let asked = Arc::new(AtomicU32::new(0));
    let counted = Arc::clone(&asked);
    let items = (0..1_000_000_u32).map(move |item| {
        counted.fetch_add(1, Ordering::Relaxed);
        Value::U32(item)
    });
    let mut doubled = plugin.exchange_values("double", &[], items)?;
    let first: Vec<_> = (&mut doubled)
        .into_iter()
        .take(100)
        .map(Result::unwrap)
        .collect();
    assert_eq!(
        first,
        (0..100_u32)
            .map(|item| Value::from(2 * item))
            .collect::<Vec<_>>()
    );
    // Neither side runs further ahead than its window.
    assert!(asked.load(Ordering::Relaxed) < 100 + 3 * 64 + 2);
    drop(doubled);
    let upper = plugin.exchange_values("upper", &[], ["a", "b"].map(Value::from))?;
    assert_eq!(all(upper), ["A", "B"].map(Value::from));
    let passed = plugin.exchange_values("pass", &[], (0..5_u32).map(Value::from))?;
    assert_eq!(all(passed), (0..5_u32).map(Value::from).collect::<Vec<_>>());
    Ok(())
}

#[tokio::test]
async fn streams_of_the_component_model_async() -> Result<(), CallError<GuestError>> {
    let plugin = NATIVE.plugin();
    let counted = plugin
        .stream_values_async("count-async", &[5.into()])
        .await?;
    assert_eq!(counted.map(Result::unwrap).count().await, 5);
    let late = stream::iter(0..3_u32).then(|item| async move {
        tokio::time::sleep(Duration::from_millis(2)).await;
        Value::from(item)
    });
    let doubled = plugin.exchange_values_async("double", &[], late).await?;
    let doubled: Vec<_> = doubled.map(Result::unwrap).collect().await;
    assert_eq!(doubled, [0_u32, 2, 4].map(Value::from));
    let session = plugin.session_async().await?;
    let session = session.plugin();
    let mut counted = session.stream_values_async("count", &[5.into()]).await?;
    assert_eq!(counted.next().await.unwrap()?, 0_u32.into());
    assert_eq!(
        session
            .call_values_async("add", &[1.into(), 2.into()])
            .await?,
        3_u32.into()
    );
    assert_eq!(counted.count().await, 4);
    Ok(())
}

#[test]
fn what_cannot_be_called_by_name_says_why() {
    let refused = |result: Answer, part: &str| {
        let error = result.unwrap_err();
        assert_eq!(error.host().unwrap().kind(), ErrorKind::Other);
        assert_says(&error, &[part, "does not support"]);
    };
    let plugin = NATIVE.plugin();
    refused(
        plugin.call_values("later", &[1.into()]),
        "has a future among its types",
    );
    refused(
        plugin.call_values("several", &[]),
        "has a future among its types",
    );
    refused(
        plugin.feed_values("gather", &[], Vec::new()),
        "handles of resources among its items",
    );
}

#[test]
fn results_of_async_functions_come_by_value_or_in_memory() -> Result<(), CallError<GuestError>> {
    let wit = r#"
        package test:flat;
        interface flat {
          variant either { small(u8), large(f64), text(string), none }
          record whole { a: either, b: tuple<u8, s64>, c: list<u16> }
          all: async func(which: u8) -> whole;
          many: async func() -> tuple<u64, u64, u64, u64, u64, u64, u64, u64, u64, u64, u64, u64, u64, u64, u64, u64, u8>;
          sync: async func() -> tuple<u8, u32>;
          one: async func() -> result<char, bool>;
        }
        world flat-plugin { export flat; }
    "#;
    let module = format!(
        r#"(module
          (import "[export]test:flat/flat" "[task-return]all"
            (func $all (param i32 i64 i32 i32 i64 i32 i32)))
          (import "[export]test:flat/flat" "[task-return]many" (func $many (param i32)))
          (import "[export]test:flat/flat" "[task-return]one" (func $one (param i32 i32)))
          {MEMORY}
          (data (i32.const 64) "\01\00\02\00\ff\ff")
          (data (i32.const 80) "hi")
          (data (i32.const 256) "\07")
          (data (i32.const 376) "\08")
          (data (i32.const 384) "\09")
          (data (i32.const 96) "\05\00\00\00\06\00\00\00")
          (func (export "[async-lift]test:flat/flat#all") (param i32) (result i32)
            (local $payload i64)
            (local.set $payload (i64.const 5))
            (if (i32.eq (local.get 0) (i32.const 1))
              (then (local.set $payload (i64.reinterpret_f64 (f64.const 2.5)))))
            (if (i32.eq (local.get 0) (i32.const 2))
              (then (local.set $payload (i64.const 80))))
            (call $all (local.get 0) (local.get $payload) (i32.const 2)
              (i32.const 7) (i64.const -9) (i32.const 64) (i32.const 3))
            (i32.const 0))
          (func (export "[callback][async-lift]test:flat/flat#all") (param i32 i32 i32) (result i32)
            unreachable)
          (func (export "[async-lift]test:flat/flat#many") (result i32)
            (call $many (i32.const 256))
            (i32.const 0))
          (func (export "[callback][async-lift]test:flat/flat#many") (param i32 i32 i32) (result i32)
            unreachable)
          (func (export "test:flat/flat#sync") (result i32) (i32.const 96))
          (func (export "[async-lift]test:flat/flat#one") (result i32)
            (call $one (i32.const 0) (i32.const 97))
            (i32.const 0))
          (func (export "[callback][async-lift]test:flat/flat#one") (param i32 i32 i32) (result i32)
            unreachable))"#
    );
    let plugin = Dynamic::load(&encode(wit, &module)[..])?;
    for (which, shown) in [
        (0, "small(5)"),
        (1, "large(2.5)"),
        (2, r#"text("hi")"#),
        (3, "%none"),
    ] {
        let all = plugin.call_values("all", &[which.into()])?;
        let expected = format!("{{a: {shown}, b: (7, -9), c: [1, 2, 65535]}}");
        assert_eq!(all.to_string(), expected);
    }
    let many = plugin.call_values("many", &[])?.to_string();
    assert_eq!(many, format!("(7, {}8, 9)", "0, ".repeat(14)));
    assert_eq!(plugin.call_values("sync", &[])?.to_string(), "(5, 6)");
    assert_eq!(plugin.call_values("one", &[])?, Value::Char('a'));
    Ok(())
}

use proptest::prelude::*;

use super::*;

fn json(text: &str) -> Result<Limits, String> {
    serde_json::from_str(text).map_err(|error| error.to_string())
}

#[track_caller]
fn assert_refused(result: Result<impl Sized, Error>, parts: &[&str]) {
    let Err(error) = result else {
        panic!("it was taken");
    };
    let text = error.to_string();
    for part in parts {
        assert!(text.contains(part), "`{part}` is not in: {text}");
    }
}

#[test]
fn the_defaults_are_finite_and_possible() {
    let limits = Limits::default();
    limits.check().unwrap();
    limits.check_within(&limits).unwrap();
    assert!(limits.time < Duration::MAX && limits.cpu_time < Duration::MAX);
    assert!(limits.memory < u64::MAX && limits.table_elements < u64::MAX);
    assert!(limits.transfer < u64::MAX && limits.handles < u32::MAX);
}

#[test]
fn what_a_file_leaves_out_is_the_default() {
    assert_eq!(json("{}").unwrap(), Limits::default());
    assert_eq!(toml::from_str::<Limits>("").unwrap(), Limits::default());
}

#[test]
fn times_are_texts_with_a_unit_or_seconds() {
    let time = |text: &str| json(&format!(r#"{{"time": {text}}}"#)).map(|limits| limits.time);
    assert_eq!(time(r#""250ms""#), Ok(Duration::from_millis(250)));
    assert_eq!(time(r#""1m 30s""#), Ok(Duration::from_secs(90)));
    assert_eq!(time("3"), Ok(Duration::from_secs(3)));
    assert_eq!(time("0.5"), Ok(Duration::from_millis(500)));
    assert_eq!(time(r#""none""#), Ok(Duration::MAX));
    for nonsense in [
        "null",
        "-1",
        "-0.5",
        r#""""#,
        r#""10""#,
        r#""ten seconds""#,
        r#""None""#,
        "true",
        "[]",
    ] {
        let error = time(nonsense).unwrap_err();
        assert!(
            error.contains(
                r#"expected a time with its unit such as "250ms" or "10s", or a number of seconds, or "none" for no limit"#
            ),
            "{nonsense}: {error}"
        );
    }
}

#[test]
fn sizes_are_bytes_or_texts_with_a_unit() {
    let memory = |text: &str| json(&format!(r#"{{"memory": {text}}}"#)).map(|limits| limits.memory);
    assert_eq!(memory("65536"), Ok(65536));
    assert_eq!(memory(r#""65536""#), Ok(65536));
    assert_eq!(memory(r#""64MiB""#), Ok(64 << 20));
    assert_eq!(memory(r#""64 MB""#), Ok(64_000_000));
    assert_eq!(memory(r#""1.5GiB""#), Ok(3 << 29));
    assert_eq!(memory(r#""none""#), Ok(u64::MAX));
    for nonsense in ["-1", "1.5", r#""""#, r#""64 apples""#, r#""-1MiB""#, "{}"] {
        let error = memory(nonsense).unwrap_err();
        assert!(
            error.contains(r#"expected a number of bytes, or a text with a unit such as "64MiB""#),
            "{nonsense}: {error}"
        );
    }
}

#[test]
fn fuel_and_counts_are_numbers() {
    let limits = json(r#"{"stream_time": "1m", "stream_window": 8}"#).unwrap();
    assert_eq!(
        (limits.stream_time, limits.stream_window),
        (Duration::from_secs(60), 8)
    );
    let limits = json(r#"{"fuel": 1000, "table_elements": 10, "handles": 5, "queue": 0}"#).unwrap();
    assert_eq!((limits.fuel, limits.table_elements), (Some(1000), 10));
    assert_eq!((limits.handles, limits.queue), (5, 0));
    assert_eq!(json(r#"{"fuel": "none"}"#).unwrap().fuel, None);
    let unlimited = json(r#"{"table_elements": "none"}"#).unwrap();
    assert_eq!(unlimited.table_elements, u64::MAX);
    for nonsense in [
        r#"{"fuel": "much"}"#,
        r#"{"table_elements": 1.5}"#,
        r#"{"handles": -1}"#,
        r#"{"instances": 4294967296}"#,
    ] {
        json(nonsense).unwrap_err();
    }
}

#[test]
fn an_unknown_field_is_an_error_that_lists_those_there_are() {
    let error = json(r#"{"memroy": 1}"#).unwrap_err();
    assert!(
        error.contains("`memroy`") && error.contains("`memory`"),
        "{error}"
    );
    let error = toml::from_str::<Limits>("time = \"soon\"").unwrap_err();
    let error = error.to_string();
    assert!(
        error.contains("line 1") && error.contains("\"soon\" is no limit"),
        "{error}"
    );
}

#[test]
fn nonsense_is_refused() {
    let none = Limits {
        instances: 0,
        ..Limits::default()
    };
    assert_refused(none.check(), &["`instances`", "at least 1"]);
    for wasm_stack in [0, (16 << 10) - 1, (1 << 30) + 1, u64::MAX] {
        let limits = Limits {
            wasm_stack,
            ..Limits::default()
        };
        assert_refused(
            limits.check(),
            &["`wasm_stack`", &wasm_stack.to_string(), "16384"],
        );
    }
}

#[test]
fn a_plugin_has_no_more_than_its_runtime_can_keep() {
    let runtime = Limits {
        memory: 1000,
        wasm_stack: 32 << 10,
        ..Limits::default()
    };
    let within = Limits {
        memory: 999,
        time: Duration::MAX,
        cpu_time: Duration::MAX,
        table_elements: u64::MAX,
        transfer: u64::MAX,
        handles: u32::MAX,
        ..runtime.clone()
    };
    within.check_within(&runtime).unwrap();
    let memory = Limits {
        memory: 1001,
        ..runtime.clone()
    };
    assert_refused(
        memory.check_within(&runtime),
        &["1001", "1000", "`Runtime::builder()"],
    );
    let stack = Limits {
        wasm_stack: 64 << 10,
        ..runtime.clone()
    };
    assert_refused(stack.check_within(&runtime), &["65536", "32768"]);
    let fuel = Limits {
        fuel: Some(7),
        ..runtime.clone()
    };
    assert_refused(fuel.check_within(&runtime), &["7 units", "measures fuel"]);
    fuel.check_within(&Limits {
        fuel: Some(1),
        ..runtime
    })
    .unwrap();
}

fn number() -> impl Strategy<Value = u64> {
    prop_oneof![any::<u64>(), 0..1000u64, Just(u64::MAX)]
}

fn time() -> impl Strategy<Value = Duration> {
    prop_oneof![
        any::<Duration>(),
        (0..100_000u64).prop_map(Duration::from_millis),
        Just(Duration::MAX),
    ]
}

fn limits() -> impl Strategy<Value = Limits> {
    let times = (time(), time(), time());
    let numbers = (number(), number(), number(), number());
    let counts = (any::<u32>(), any::<u32>(), any::<u32>(), any::<u32>());
    (times, prop::option::of(number()), numbers, counts).prop_map(
        |((time, cpu_time, stream_time), fuel, numbers, counts)| Limits {
            time,
            cpu_time,
            stream_time,
            fuel,
            memory: numbers.0,
            table_elements: numbers.1,
            wasm_stack: numbers.2,
            transfer: numbers.3,
            handles: counts.0,
            instances: counts.1,
            queue: counts.2,
            stream_window: counts.3,
        },
    )
}

proptest! {
    #[test]
    fn what_is_written_is_read(limits in limits()) {
        let json = serde_json::to_string(&limits).unwrap();
        prop_assert_eq!(&serde_json::from_str::<Limits>(&json).unwrap(), &limits, "{}", json);
        let toml = toml::to_string(&limits).unwrap();
        prop_assert_eq!(&toml::from_str::<Limits>(&toml).unwrap(), &limits, "{}", toml);
    }
}

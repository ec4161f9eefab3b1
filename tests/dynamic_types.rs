//! Every function of a component that takes and returns every type WIT has, called by its name with values.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use fidius::{Dynamic, Value};

mod all {
    /// All of it.
    #[fidius::host(wit = "types")]
    pub struct Types;
}

use all::Types;

const COMPONENT: &str = "guests/built/types.wasm";

static PLUGIN: LazyLock<Dynamic> = LazyLock::new(|| Dynamic::load(COMPONENT).unwrap());

fn none() -> Value {
    Value::Option(None)
}

fn some(value: impl Into<Value>) -> Value {
    Value::Option(Some(Box::new(value.into())))
}

fn ok(value: impl Into<Value>) -> Value {
    Value::Result(Ok(Some(Box::new(value.into()))))
}

fn err(value: impl Into<Value>) -> Value {
    Value::Result(Err(Some(Box::new(value.into()))))
}

fn case(name: &str) -> Value {
    Value::Variant(name.into(), None)
}

fn enumerated(name: &str) -> Value {
    Value::Enum(name.into())
}

fn flags(names: &[&str]) -> Value {
    Value::Flags(names.iter().map(ToString::to_string).collect())
}

fn numbered(numbers: impl IntoIterator<Item = u32>) -> Value {
    Value::Flags(numbers.into_iter().map(|n| format!("b{n}")).collect())
}

fn tuple(values: impl IntoIterator<Item = Value>) -> Value {
    Value::Tuple(values.into_iter().collect())
}

fn point(x: i32, y: i32) -> Value {
    Value::record([("x", x), ("y", y)])
}

fn record<const N: usize>(fields: [(&str, Value); N]) -> Value {
    Value::record(fields)
}

fn values<T: Into<Value>, const N: usize>(values: [T; N]) -> Vec<Value> {
    values.into_iter().map(Into::into).collect()
}

const TEXTS: [&str; 7] = [
    "",
    "a",
    "with\0nul",
    "Grüße, 世界 🎉",
    "e\u{301}",
    "\u{10ffff}",
    "\"quoted\"\n",
];

const LETTERS: [char; 8] = [
    '\0',
    'a',
    'ß',
    '世',
    '🎉',
    '\u{d7ff}',
    '\u{e000}',
    char::MAX,
];

fn thirteen(text: &str) -> Vec<Value> {
    vec![
        1_u8.into(),
        (-2_i16).into(),
        3_u32.into(),
        (-4_i64).into(),
        true.into(),
        'ß'.into(),
        text.into(),
        u64::MAX.into(),
        i8::MIN.into(),
        10_u16.into(),
        i32::MIN.into(),
        "twelve".into(),
        false.into(),
    ]
}

fn seventeen(text: &str) -> Vec<Value> {
    let more = [
        14_u32.into(),
        "fifteen\0".into(),
        u8::MAX.into(),
        i64::MIN.into(),
    ];
    thirteen(text).into_iter().chain(more).collect()
}

fn wide() -> Value {
    record([
        ("thirteen", tuple(thirteen("in a record"))),
        ("seventeen", tuple(seventeen("in a record too"))),
        (
            "many",
            Value::list([tuple(thirteen("one")), tuple(thirteen("two"))]),
        ),
        ("perhaps", some(tuple(seventeen("perhaps")))),
    ])
}

fn people() -> [Value; 2] {
    let person = |name: &str, title, age: u8| {
        record([("name", name.into()), ("title", title), ("age", age.into())])
    };
    [
        person("Åsa", none(), 0),
        person("", some(enumerated("professor")), u8::MAX),
    ]
}

fn items() -> [Value; 2] {
    let [someone, other] = people();
    [
        record([
            ("id", u64::MAX.into()),
            ("name", "first".into()),
            ("position", point(i32::MIN, i32::MAX)),
            ("owner", someone),
            ("nickname", none()),
            ("target", some(point(1, 2))),
            ("tags", Value::list(TEXTS)),
            ("outline", Value::list([point(0, -1), point(-1, 0)])),
            ("color", enumerated("deep-blue")),
            (
                "shape",
                Value::variant("painted", (enumerated("green"), some("title"))),
            ),
            ("permissions", flags(&["read", "execute"])),
            ("extra", (255_u8, "extra").into()),
            ("checked", err("unchecked")),
            ("weight", f32::MAX.into()),
        ]),
        record([
            ("id", 0_u64.into()),
            ("name", "second".into()),
            ("position", point(0, 0)),
            ("owner", other),
            ("nickname", some("")),
            ("target", none()),
            ("tags", Value::List(Vec::new())),
            ("outline", Value::List(Vec::new())),
            ("color", enumerated("red")),
            ("shape", case("none")),
            ("permissions", flags(&[])),
            ("extra", (0_u8, "").into()),
            ("checked", ok(u32::MAX)),
            ("weight", (-0.5_f32).into()),
        ]),
    ]
}

fn figures() -> Vec<Value> {
    vec![
        case("none"),
        Value::variant("dot", point(1, -2)),
        Value::variant("circle", (point(3, 4), 0.5)),
        Value::variant(
            "polygon",
            Value::list([point(5, 6), point(7, 8), point(9, 10)]),
        ),
        Value::variant("polygon", Value::List(Vec::new())),
        Value::variant("label", "hällo"),
        Value::variant("painted", (enumerated("red"), none())),
        Value::variant("painted", (enumerated("deep-blue"), some("sea"))),
    ]
}

fn key() -> Value {
    record([
        ("id", 7_u64.into()),
        ("name", "key".into()),
        ("parts", Value::list([0, u32::MAX])),
    ])
}

fn failure(code: u32, message: &str) -> Value {
    record([("code", code.into()), ("message", message.into())])
}

fn payloads() -> Vec<Value> {
    vec![
        case("none"),
        Value::variant("some", u64::MAX),
        Value::variant("item", key()),
        Value::variant("pair", ("pair", point(1, 2))),
        Value::variant("all", Value::list(TEXTS)),
        Value::variant("ok", "fine"),
        Value::variant("perhaps", none()),
        Value::variant("perhaps", some(0_u32)),
        Value::variant("tried", ok(1_u32)),
        Value::variant("tried", err("tried")),
        Value::variant("inner", case("slow-down")),
        Value::variant("allowed", flags(&["read", "write", "execute"])),
        Value::variant("number", 1.5_f32),
        Value::variant("wide", wide()),
    ]
}

const WEEKDAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

fn empty() -> Value {
    Value::List(Vec::new())
}

/// What each echo is called with.
fn echoes() -> Vec<(&'static str, Vec<Value>)> {
    let results = || vec![ok("fine"), ok(""), err("wrong"), err("")];
    let outcomes = || vec![ok(0_u32), ok(u32::MAX), err(""), err("no")];
    let positions = || vec![point(i32::MIN, i32::MAX), point(0, -1)];
    vec![
        ("echo-bool", values([false, true])),
        ("echo-s8", values([i8::MIN, -1, 0, i8::MAX])),
        ("echo-s16", values([i16::MIN, -1, 0, i16::MAX])),
        ("echo-s32", values([i32::MIN, -1, 0, i32::MAX])),
        ("echo-s64", values([i64::MIN, -1, 0, i64::MAX])),
        ("echo-u8", values([0, 0x80, u8::MAX])),
        ("echo-u16", values([0, 0x8000, u16::MAX])),
        ("echo-u32", values([0, 0x8000_0000, u32::MAX])),
        ("echo-u64", values([0, 1 << 63, u64::MAX])),
        (
            "echo-f32",
            values([
                f32::MIN,
                f32::MAX,
                f32::MIN_POSITIVE,
                f32::from_bits(1),
                f32::INFINITY,
                f32::NEG_INFINITY,
                0.0,
                -0.0,
                f32::NAN,
                -f32::NAN,
                f32::from_bits(0x7fa5_a5a5),
            ]),
        ),
        (
            "echo-f64",
            values([
                f64::MIN,
                f64::MAX,
                f64::MIN_POSITIVE,
                f64::from_bits(1),
                f64::INFINITY,
                f64::NEG_INFINITY,
                -0.0,
                0.1 + 0.2,
                f64::NAN,
                -f64::NAN,
                f64::from_bits(0x7ff5_a5a5_a5a5_a5a5),
            ]),
        ),
        ("echo-char", values(LETTERS)),
        ("echo-string", values(TEXTS)),
        (
            "echo-bytes",
            vec![
                Value::Bytes(Vec::new()),
                Value::Bytes((0..=255).collect()),
                Value::Bytes(vec![7; 1 << 20]),
            ],
        ),
        ("echo-u16s", vec![empty(), Value::list([0, 1, u16::MAX])]),
        ("echo-u32s", vec![empty(), Value::list([0, 1, u32::MAX])]),
        (
            "echo-s64s",
            vec![empty(), Value::list([i64::MIN, -1, i64::MAX])],
        ),
        (
            "echo-f64s",
            vec![
                empty(),
                Value::list([f64::NAN, -0.0, f64::INFINITY, 1e-300]),
            ],
        ),
        ("echo-chars", vec![empty(), Value::list(LETTERS)]),
        ("echo-strings", vec![empty(), Value::list(TEXTS)]),
        (
            "echo-bools",
            vec![empty(), Value::list([true, false, true])],
        ),
        (
            "echo-points",
            vec![
                empty(),
                Value::list([point(i32::MIN, 0), point(1, i32::MAX)]),
            ],
        ),
        ("echo-items", vec![empty(), Value::list(items())]),
        (
            "echo-matrix",
            vec![
                empty(),
                Value::list([empty(), Value::list([1, 2]), Value::list([i32::MIN])]),
            ],
        ),
        (
            "echo-optionals",
            vec![
                empty(),
                Value::list([none(), some(0_u32), none(), some(u32::MAX)]),
            ],
        ),
        (
            "echo-entries",
            vec![empty(), Value::list([("", 0_u32), ("ä\0", u32::MAX)])],
        ),
        ("echo-results", vec![empty(), Value::List(outcomes())]),
        ("echo-figures", vec![empty(), Value::List(figures())]),
        (
            "echo-weekdays",
            vec![empty(), Value::list(WEEKDAYS.map(enumerated))],
        ),
        (
            "echo-permission-list",
            vec![
                empty(),
                Value::list([flags(&[]), flags(&["write"]), flags(&["read", "execute"])]),
            ],
        ),
        (
            "echo-wide-list",
            vec![
                empty(),
                Value::list([tuple(thirteen("a")), tuple(thirteen(""))]),
            ],
        ),
        ("echo-tuple1", vec![tuple([7_u8.into()])]),
        ("echo-tuple2", vec![(7_u8, -7_i16).into()]),
        ("echo-tuple3", vec![(7_u8, -7_i16, u32::MAX).into()]),
        (
            "echo-tuple12",
            vec![tuple(thirteen("twelve").into_iter().take(12))],
        ),
        ("echo-tuple13", vec![tuple(thirteen("世界"))]),
        ("echo-tuple17", vec![tuple(seventeen("🎉"))]),
        (
            "echo-nested-tuple",
            vec![
                ((1_u8, "one"), (point(1, 2), none())).into(),
                ((1_u8, ""), (point(1, 2), some(false))).into(),
            ],
        ),
        ("echo-option-string", vec![none(), some(""), some("🎉\0")]),
        ("echo-option-u8", vec![none(), some(0_u8), some(u8::MAX)]),
        (
            "echo-option-option",
            vec![none(), some(none()), some(some(0_u8)), some(some(9_u8))],
        ),
        ("echo-option-point", vec![none(), some(point(-1, 1))]),
        (
            "echo-option-list",
            vec![none(), some(empty()), some(Value::list(TEXTS))],
        ),
        (
            "echo-option-tuple",
            vec![none(), some(("text", point(1, 2)))],
        ),
        (
            "echo-option-result",
            vec![none(), some(ok(3_u32)), some(err("three"))],
        ),
        ("echo-result", results()),
        (
            "echo-result-ok",
            vec![ok(0_u32), ok(u32::MAX), Value::Result(Err(None))],
        ),
        (
            "echo-result-err",
            vec![Value::Result(Ok(None)), err(""), err("no")],
        ),
        (
            "echo-result-empty",
            vec![Value::Result(Ok(None)), Value::Result(Err(None))],
        ),
        (
            "echo-result-record",
            vec![ok(point(1, 2)), err(failure(u32::MAX, "no"))],
        ),
        (
            "echo-result-variant",
            vec![
                ok(empty()),
                ok(Value::list(TEXTS)),
                err(case("forbidden")),
                err(Value::variant("missing", "it")),
                err(Value::variant("failed", failure(1, "one"))),
            ],
        ),
        (
            "echo-result-enum",
            vec![
                ok(i32::MIN),
                err(enumerated("overflow")),
                err(enumerated("divided-by-zero")),
            ],
        ),
        (
            "echo-result-flags",
            vec![
                Value::Result(Ok(None)),
                err(flags(&[])),
                err(flags(&["read", "write"])),
            ],
        ),
        (
            "echo-result-tuple",
            vec![ok((1_u8, "one")), err((u32::MAX, "two"))],
        ),
        (
            "echo-result-option",
            vec![ok(none()), ok(some("")), err(none()), err(some(1_u32))],
        ),
        (
            "echo-result-result",
            vec![ok(ok(1_u32)), ok(err("inner")), err(1_u8)],
        ),
        (
            "echo-result-wide",
            vec![ok(tuple(seventeen("a"))), err(tuple(thirteen("b")))],
        ),
        ("echo-outcome", outcomes()),
        ("echo-final-outcome", outcomes()),
        (
            "echo-maybe-done",
            vec![ok("done"), Value::Result(Err(None))],
        ),
        ("echo-point", positions()),
        ("echo-person", people().to_vec()),
        (
            "echo-honorific",
            values(["doctor", "professor", "captain"].map(enumerated)),
        ),
        ("echo-label", values(TEXTS)),
        ("echo-item", items().to_vec()),
        ("echo-key", vec![key()]),
        (
            "echo-keywords",
            vec![record([
                ("type", "t".into()),
                ("match", 1_u32.into()),
                ("self", true.into()),
                ("fn", some("fn")),
                ("async", i8::MIN.into()),
                ("crate", '🦀'.into()),
            ])],
        ),
        ("echo-wide", vec![wide()]),
        (
            "echo-wide-choice",
            vec![
                case("neither"),
                Value::variant("thirteen", tuple(thirteen(""))),
                Value::variant("seventeen", tuple(seventeen("x"))),
            ],
        ),
        ("echo-single", vec![record([("value", "only".into())])]),
        (
            "echo-vec",
            vec![record([("dx", i64::MIN.into()), ("dy", i64::MAX.into())])],
        ),
        ("echo-signal", values(["go", "stop", "slow-down"].map(case))),
        ("echo-payload", payloads()),
        ("echo-figure", figures()),
        ("echo-weekday", values(WEEKDAYS.map(enumerated))),
        (
            "echo-color",
            values(["red", "green", "deep-blue"].map(enumerated)),
        ),
        (
            "echo-permissions",
            vec![
                flags(&[]),
                flags(&["write"]),
                flags(&["read", "write", "execute"]),
            ],
        ),
        (
            "echo-flags8",
            vec![numbered([]), numbered([7]), numbered(0..8)],
        ),
        (
            "echo-flags9",
            vec![numbered([]), numbered([8]), numbered(0..9)],
        ),
        (
            "echo-flags17",
            vec![numbered([]), numbered([0, 16]), numbered(0..17)],
        ),
        (
            "echo-flags32",
            vec![
                numbered([]),
                numbered([31]),
                numbered([0, 15, 16, 31]),
                numbered(0..32),
            ],
        ),
        ("echo-id", values([0, u64::MAX])),
        ("echo-text", values(TEXTS)),
        ("echo-position", positions()),
        ("echo-path", vec![empty(), Value::List(positions())]),
        ("echo-meters", values([0.0, -1e300, f64::NAN])),
    ]
}

type Answer = Result<Value, Value>;

/// What each other function is called with, and what it answers.
fn others() -> Vec<(&'static str, Vec<Value>, Answer)> {
    let many = vec![
        1_u8.into(),
        (-2_i16).into(),
        3_u32.into(),
        (-4_i64).into(),
        true.into(),
        '🎉'.into(),
        "text".into(),
        u64::MAX.into(),
        (-8_i8).into(),
        9_u16.into(),
        (-10_i32).into(),
        1.5_f32.into(),
        (-2.25_f64).into(),
        b"\x01\x02".into(),
        some("o"),
        point(1, -1),
        enumerated("sunday"),
    ];
    let said =
        "1;-2;3;-4;true;🎉;text;18446744073709551615;-8;9;-10;1.5;-2.25;[1, 2];o;1,-1;sunday";
    let [first, second] = items();
    let mut all = vec![
        ("nothing", vec![], Ok(Value::Unit)),
        ("no-parameters", vec![], Ok("no parameters".into())),
        ("no-result", vec!["text".into()], Ok(Value::Unit)),
        ("many-parameters", many, Ok(said.into())),
        ("match", vec!["a".into(), "a".into()], Ok(true.into())),
        ("match", vec!["a".into(), "b".into()], Ok(false.into())),
        ("type", vec![1_u32.into()], Ok("u32".into())),
        ("self", vec![], Ok("self".into())),
        ("load", vec!["a/b".into()], Ok("loaded a/b".into())),
        ("builder", vec![], Ok("builder".into())),
        (
            "plugin",
            vec![2_u32.into(), u32::MAX.into()],
            Ok(1_u32.into()),
        ),
        ("get-HTTP2-id3", vec!["url".into()], Ok("http2 url".into())),
        ("describe-result", vec![ok("a")], Ok("ok: a".into())),
        ("describe-result", vec![err("b")], Ok("err: b".into())),
        ("sum", vec![Value::list([1_i64, -2, 40])], Ok(39_i64.into())),
        ("sum", vec![empty()], Ok(0_i64.into())),
        (
            "total-length",
            vec![Value::list(["ä", "🎉", ""])],
            Ok(6_u32.into()),
        ),
        (
            "flip-flags",
            vec![flags(&["write"])],
            Ok(flags(&["read", "execute"])),
        ),
        (
            "flag-names",
            vec![numbered([0, 31])],
            Ok(Value::list(["b0", "b31"])),
        ),
        (
            "swap",
            vec![("a", point(1, 2)).into()],
            Ok((point(1, 2), "a").into()),
        ),
        ("divide", vec![7.into(), (-2).into()], Ok((-3).into())),
        (
            "divide",
            vec![7.into(), 0.into()],
            Err(enumerated("divided-by-zero")),
        ),
        (
            "divide",
            vec![i32::MIN.into(), (-1).into()],
            Err(enumerated("overflow")),
        ),
        (
            "find",
            vec![
                Value::list([first.clone(), second.clone()]),
                "second".into(),
            ],
            Ok(some(second)),
        ),
        (
            "find",
            vec![Value::list([first]), "second".into()],
            Ok(none()),
        ),
        (
            "next-day",
            vec![enumerated("sunday")],
            Ok(enumerated("monday")),
        ),
        ("next-char", vec!['\u{d7ff}'.into()], Ok(some('\u{e000}'))),
        ("next-char", vec![char::MAX.into()], Ok(none())),
        (
            "lookup",
            vec!["ab".into()],
            Ok(record([
                ("id", 2_u64.into()),
                ("name", "ab".into()),
                ("parts", Value::list([97_u32, 98])),
            ])),
        ),
        ("lookup", vec!["secret".into()], Err(case("forbidden"))),
        (
            "lookup",
            vec!["?x".into()],
            Err(Value::variant("missing", "?x")),
        ),
        (
            "lookup",
            vec!["broken".into()],
            Err(Value::variant("failed", failure(7, "it is broken"))),
        ),
        ("check", vec![2_u32.into()], Ok(Value::Unit)),
        ("check", vec![3_u32.into()], Err(failure(3, "odd"))),
    ];
    let shapes = [
        "none",
        "dot at 1,-2",
        "circle at 3,4 of 0.5",
        "polygon of 3",
        "polygon of 0",
        "label hällo",
        "red",
        "deep blue sea",
    ];
    for (figure, said) in figures().into_iter().zip(shapes) {
        all.push(("describe-shape", vec![figure], Ok(said.into())));
    }
    let texts = format!("all {}", TEXTS.join(" "));
    let described = [
        "none",
        "some 18446744073709551615",
        "item 7 key 2",
        "pair pair 1,2",
        &texts,
        "ok fine",
        "perhaps none",
        "perhaps 0",
        "tried ok 1",
        "tried err tried",
        "inner slow-down",
        "allowed 7",
        "number 1.5",
        "wide 1 fifteen\0",
    ];
    for (payload, said) in payloads().into_iter().zip(described) {
        all.push(("describe-payload", vec![payload], Ok(said.into())));
    }
    all
}

/// Both by name and kind of value, where a NaN is the same as itself, and a zero another one than its negative.
#[track_caller]
fn assert_same(name: &str, got: &Value, expected: &Value) {
    if let (Value::F32(got), Value::F32(expected)) = (got, expected) {
        return assert_eq!(got.to_bits(), expected.to_bits(), "{name}");
    }
    if let (Value::F64(got), Value::F64(expected)) = (got, expected) {
        return assert_eq!(got.to_bits(), expected.to_bits(), "{name}");
    }
    assert_eq!(format!("{got:?}"), format!("{expected:?}"), "{name}");
}

/// What an answer stands for where the function's result is a `result`.
fn whole(answer: Answer, is_result: bool) -> Value {
    let payload = |value: Value| (!value.is_unit()).then(|| Box::new(value));
    match answer {
        Ok(value) if is_result => Value::Result(Ok(payload(value))),
        Ok(value) => value,
        Err(value) => Value::Result(Err(payload(value))),
    }
}

fn answer(plugin: &Dynamic, name: &str, arguments: &[Value]) -> Answer {
    plugin
        .call_values(name, arguments)
        .map_err(|error| match error {
            fidius::CallError::Guest(error) => error.into_value(),
            fidius::CallError::Host(error) => panic!("{name}: {error}"),
        })
}

#[test]
fn every_function_is_called_here() {
    let known: BTreeSet<String> = PLUGIN.methods().map(|method| method.name()).collect();
    assert_eq!((known.len(), PLUGIN.method_count()), (111, 111));
    let echoes = echoes()
        .into_iter()
        .filter(|(_, values)| !values.is_empty());
    let echoes = echoes.map(|(name, _)| name.to_owned());
    let others = others().into_iter().map(|(name, ..)| name.to_owned());
    let called: BTreeSet<String> = echoes.chain(others).collect();
    let missing: Vec<&String> = known.difference(&called).collect();
    assert!(missing.is_empty(), "not called: {missing:?}");
}

#[test]
fn what_goes_in_comes_back_and_goes_in_again() {
    let plugin = PLUGIN.session().unwrap();
    for (name, values) in echoes() {
        for value in values {
            let is_result = matches!(value, Value::Result(_));
            let back = whole(
                answer(&plugin, name, std::slice::from_ref(&value)),
                is_result,
            );
            assert_same(name, &back, &value);
            let again = whole(answer(&plugin, name, &[back]), is_result);
            assert_same(name, &again, &value);
        }
    }
}

#[test]
fn the_other_functions_understand_what_they_are_given() {
    let plugin = PLUGIN.session().unwrap();
    for (name, arguments, expected) in others() {
        let got = answer(&plugin, name, &arguments);
        assert_eq!(format!("{got:?}"), format!("{expected:?}"), "{name}");
    }
}

#[test]
fn all_of_them_by_number() {
    let known: Vec<_> = PLUGIN.methods().collect();
    for (index, method) in known.iter().enumerate() {
        assert_eq!(method.index(), index);
        let same = PLUGIN.method(index).unwrap();
        assert_eq!((same.index(), same.name()), (index, method.name()));
        let same = PLUGIN.method(&method.name()).unwrap();
        assert_eq!((same.index(), same.name()), (index, method.name()));
        assert!(!method.is_raw());
    }
    let by_number = PLUGIN.method("echo-u8").unwrap().index();
    let back = PLUGIN.call_values(by_number, &[7_u8.into()]).unwrap();
    assert_eq!(back, 7_u8.into());
}

/// A host that has the WIT counts in the order of the WIT.
#[test]
fn a_typed_host_counts_the_functions_of_its_wit() {
    let types = Types::load(COMPONENT).unwrap();
    let plugin = types.plugin();
    assert_eq!(plugin.method_count(), 111);
    let first: Vec<String> = plugin
        .methods()
        .take(3)
        .map(|method| method.name())
        .collect();
    assert_eq!(first, ["echo-bool", "echo-s8", "echo-s16"]);
    assert_eq!(plugin.call_values(0, &[true.into()]).unwrap(), true.into());
    let typed = types.echo_wide(&Default::default()).unwrap();
    let wide = plugin.call_values("echo-wide", &[wide()]).unwrap();
    let thirteen = wide.field("thirteen").and_then(Value::as_list).unwrap();
    assert_eq!((thirteen.len(), typed.thirteen.12), (13, false));

    // A part of the interface has numbers of its own.
}

#[test]
fn all_of_them_with_serde_and_with_json() {
    let plugin = PLUGIN.session().unwrap();
    for (name, values) in echoes() {
        for value in values {
            // As the one argument: a tuple would be the arguments one by one.
            let one = Value::Tuple(vec![value.clone()]);
            let is_result = matches!(value, Value::Result(_));
            let back = plugin.call::<_, Value>(name, &one);
            let back = back.map_err(|error| error.guest().unwrap().value().clone());
            assert_same(name, &whole(back, is_result), &value);

            let json = serde_json::to_string(&[&value]).unwrap();
            match plugin.call_json(name, &json) {
                Ok(back) => {
                    let inner = match &value {
                        Value::Result(Ok(payload)) => {
                            payload.as_deref().cloned().unwrap_or(Value::Unit)
                        }
                        value => value.clone(),
                    };
                    assert_eq!(back, serde_json::to_string(&inner).unwrap(), "{name}");
                }
                Err(error) => {
                    let expected = match &value {
                        Value::Result(Err(payload)) => {
                            payload.as_deref().cloned().unwrap_or(Value::Unit)
                        }
                        value => panic!("{name} of {value}: {error}"),
                    };
                    assert_eq!(error.guest().unwrap().value(), &expected, "{name}");
                }
            }
        }
    }
}

//! Calls by name or number: which function is meant, what fits its parameters, and what comes of it.

mod component_of_text;
mod component_of_wit;

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;
use std::thread;
use std::time::Duration;

use component_of_text::encode;
use component_of_wit::component_of_wit;
use fidius::{
    CallError, Component, Dynamic, ErrorKind, GuestError, Limits, PluginError, Runtime, Value,
};
use serde::{Deserialize, Serialize};

#[fidius::host(wit = "greeter.wit")]
struct Greeter;

#[fidius::host(wit = "misbehave.wit")]
struct Misbehave;

#[fidius::host(wit = "optional.wit", world = "full", optional = ["codec.decode", "codec.name", "stats", "version"])]
struct Full;

const GREETER: &str = "guests/built/greeter.wasm";
const MISBEHAVE: &str = "guests/built/misbehave.wasm";
const PARTIAL: &str = "guests/built/partial.wasm";
const TYPES: &str = "guests/built/types.wasm";

fn greeter() -> Dynamic {
    static PLUGIN: LazyLock<Dynamic> = LazyLock::new(|| Dynamic::load(GREETER).unwrap());
    PLUGIN.clone()
}

fn types() -> Dynamic {
    static PLUGIN: LazyLock<Dynamic> = LazyLock::new(|| Dynamic::load(TYPES).unwrap());
    PLUGIN.clone()
}

fn misbehave() -> Dynamic {
    static PLUGIN: LazyLock<Dynamic> = LazyLock::new(|| Dynamic::load(MISBEHAVE).unwrap());
    PLUGIN.clone()
}

type DynamicError = CallError<GuestError>;

/// What stands behind the name of the function and the plugin.
#[track_caller]
fn reason(error: &DynamicError) -> String {
    let error = error.host().unwrap_or_else(|| panic!("{error}"));
    assert_eq!(error.kind(), ErrorKind::InvalidArgument, "{error}");
    let text = error.to_string();
    let (before, reason) = text.split_once(" can't be called: ").unwrap();
    assert!(
        before.starts_with('`') && before.contains(".wasm"),
        "{text}"
    );
    reason.to_owned()
}

#[track_caller]
fn refused(name: &str, arguments: &[Value]) -> String {
    reason(&types().call_values(name, arguments).unwrap_err())
}

#[track_caller]
fn refused_json(name: &str, arguments: &str) -> String {
    reason(&types().call_json(name, arguments).unwrap_err())
}

fn point(x: i32, y: i32) -> Value {
    Value::record([("x", x), ("y", y)])
}

// Which function is meant.

#[test]
fn functions_by_number_and_by_all_their_names() {
    let plugin = greeter();
    let arguments = ["world".into()];
    let hello = Value::from("Hello, world!");
    for name in [
        "greet",
        "greeter.greet",
        "greeter#greet",
        "fidius:greeter/greeter.greet",
        "fidius:greeter/greeter#greet",
        "fidius:greeter/greeter@0.1.0.greet",
        "fidius:greeter/greeter@0.1.0#greet",
    ] {
        assert_eq!(
            plugin.call_values(name, &arguments).unwrap(),
            hello,
            "{name}"
        );
        assert_eq!(plugin.method(name).unwrap().name(), "greet");
        assert!(plugin.has(name));
    }
    assert_eq!(plugin.call_values(0, &arguments).unwrap(), hello);
    assert_eq!(
        plugin.call_values(&"greet".to_owned(), &arguments).unwrap(),
        hello
    );
    assert_eq!(
        plugin.call_json(0, "[\"world\"]").unwrap(),
        "\"Hello, world!\""
    );
    assert_eq!(
        plugin.call::<_, String>(0, "world").unwrap(),
        "Hello, world!"
    );
}

#[test]
fn a_number_out_of_range_says_how_many_there_are() {
    let error = greeter().call_values(3, &[]).unwrap_err();
    assert!(error.is_missing());
    assert_eq!(
        error.to_string(),
        format!("`{GREETER}` has no function 3: it has functions 0 to 2")
    );
    assert!(greeter().method(usize::MAX).unwrap_err().is_missing());
}

#[test]
fn an_unknown_name_comes_with_the_closest() {
    let error = greeter().call_values("gret", &[]).unwrap_err();
    assert!(error.is_missing());
    let text = error.to_string();
    assert!(
        text.contains("no function `gret`; is `greet` meant?"),
        "{text}"
    );
    assert!(
        text.contains("It has `greet`, `mirror`, `farewell`."),
        "{text}"
    );
    let text = greeter()
        .call_values("greeter", &[])
        .unwrap_err()
        .to_string();
    assert!(text.contains("that is an interface"), "{text}");
    for name in [
        "",
        "other.greet",
        "fidius:greeter/greeter@0.2.0#greet",
        "greeter.",
        "Greet",
    ] {
        assert!(
            greeter().call_values(name, &[]).unwrap_err().is_missing(),
            "{name}"
        );
        assert!(!greeter().has(name));
    }
    // The Rust spelling is close enough to be found.
    let text = types()
        .call_values("echo_bool", &[])
        .unwrap_err()
        .to_string();
    assert!(text.contains("is `echo-bool` meant?"), "{text}");
}

/// Two interfaces with the same function, and one of the world by itself.
fn several() -> Dynamic {
    let function = |name: &str, answer: u32| {
        format!("(func (export \"{name}\") (result i32) (i32.const {answer}))")
    };
    let functions = [
        function("test:many/one@1.0.0#which", 1),
        function("test:many/one@1.0.0#only-one", 10),
        function("test:many/two@1.0.0#which", 2),
        function("which", 3),
        function("only-world", 30),
        function("inner#ask", 4),
    ];
    let wit = "package test:many@1.0.0;
        interface one { which: func() -> u32; only-one: func() -> u32; }
        interface two { which: func() -> u32; }
        world many {
          export one;
          export two;
          export which: func() -> u32;
          export only-world: func() -> u32;
          export inner: interface { ask: func() -> u32; }
        }";
    let module = format!(
        "(module {}{})",
        component_of_text::MEMORY,
        functions.concat()
    );
    Dynamic::load(encode(wit, &module)).unwrap()
}

#[test]
fn several_interfaces_and_functions_of_the_world() {
    let plugin = several();
    let call = |name: &str| plugin.call::<_, u32>(name, ());
    assert_eq!(plugin.method_count(), 6);
    assert_eq!(call("one.which").unwrap(), 1);
    assert_eq!(call("test:many/two#which").unwrap(), 2);
    assert_eq!(call("root.which").unwrap(), 3);
    assert_eq!(call("only-one").unwrap(), 10);
    assert_eq!(call("only-world").unwrap(), 30);
    assert_eq!(call("inner.ask").unwrap(), 4);
    assert_eq!(call("ask").unwrap(), 4);
    let error = call("which").unwrap_err();
    assert!(error.is_missing());
    let text = error.to_string();
    assert!(
        text.contains("more than one function `which`; say which:"),
        "{text}"
    );
    for whole in [
        "`test:many/one@1.0.0#which`",
        "`test:many/two@1.0.0#which`",
        "`root#which`",
    ] {
        assert!(text.contains(whole), "{whole} is not in {text}");
        // What the error offers works.
        assert!(call(whole.trim_matches('`')).is_ok());
    }
    // Numbers go through all of them, each its own.
    let mut answers: Vec<u32> = (0..6).map(|n| plugin.call(n, ()).unwrap()).collect();
    for (index, method) in plugin.methods().enumerate() {
        assert_eq!(method.index(), index);
        let whole = format!("{}#{}", method.interface().name, method.name());
        assert_eq!(call(&whole).unwrap(), answers[index]);
    }
    answers.sort_unstable();
    assert_eq!(answers, [1, 2, 3, 4, 10, 30]);
    let interfaces: Vec<String> = plugin.interfaces().map(|i| i.name.to_string()).collect();
    assert_eq!(interfaces.len(), 4, "{interfaces:?}");
}

#[test]
fn methods_and_the_interface_are_shown() {
    let plugin = greeter();
    assert_eq!(plugin.method_count(), 3);
    let shown: Vec<String> = plugin.methods().map(|m| m.function().to_string()).collect();
    assert_eq!(
        shown,
        [
            "greet: func(name: string) -> string",
            "mirror: func(p: point, both: bool) -> point",
            "farewell: func(name: string) -> result<string, farewell-error>",
        ]
    );
    let mirror = plugin.method("mirror").unwrap();
    assert_eq!(
        (mirror.index(), mirror.name().as_str(), mirror.is_raw()),
        (1, "mirror", false)
    );
    let names: Vec<&str> = mirror.function().params.iter().map(|p| &*p.name).collect();
    assert_eq!(names, ["p", "both"]);
    assert_eq!(&*mirror.interface().name, "fidius:greeter/greeter@0.1.0");
    let wit = plugin.interface().to_string();
    // It reads as WIT, and as the same interface.
    let parsed = fidius_wit::parse_text(&wit, "printed", &[]);
    assert!(parsed.is_ok(), "{wit}");
    assert!(
        wit.contains("record point {") && wit.contains("variant farewell-error {"),
        "{wit}"
    );
    assert!(
        wit.contains("  greet: func(name: string) -> string;"),
        "{wit}"
    );
    assert!(format!("{plugin:?}").contains(GREETER));
    assert_eq!(plugin.guest_hash().unwrap(), None);
}

#[test]
fn a_component_without_functions_has_none() {
    let bytes = component_of_wit("package test:none; world none {}");
    let plugin = Dynamic::load(&bytes).unwrap();
    assert_eq!((plugin.method_count(), plugin.methods().count()), (0, 0));
    let text = plugin.call_values(0, &[]).unwrap_err().to_string();
    assert!(text.ends_with("has no function 0: it has none"), "{text}");
    let text = plugin.call_values("a", &[]).unwrap_err().to_string();
    assert!(text.contains("it exports no functions at all"), "{text}");
}

#[test]
fn an_expected_interface_is_compared_at_load() {
    let runtime = Runtime::shared();
    let interface_of = |wit: &str| {
        let bytes = component_of_wit(wit);
        Component::load(&runtime, &bytes).unwrap().exports()[0].clone()
    };
    let good = Component::load(&runtime, GREETER).unwrap().exports()[0].clone();
    let plugin = Dynamic::builder().interface(good).load(GREETER).unwrap();
    assert_eq!(
        plugin.call::<_, String>("greet", "world").unwrap(),
        "Hello, world!"
    );

    // A part of it, in another order: the numbers are those of what is expected.
    let part = interface_of(
        "package fidius:greeter@0.1.0;
         interface greeter {
           record point { x: s32, y: s32 }
           mirror: func(p: point, both: bool) -> point;
           greet: func(name: string) -> string;
         }
         world w { export greeter; }",
    );
    let place = |name: &str| {
        part.functions
            .iter()
            .position(|f| &*f.name == name)
            .unwrap()
    };
    let (greet, mirror) = (place("greet"), place("mirror"));
    let plugin = Dynamic::builder().interface(part).load(GREETER).unwrap();
    assert_eq!(plugin.method_count(), 2);
    assert_eq!(plugin.method(greet).unwrap().name(), "greet");
    assert_eq!(plugin.method(mirror).unwrap().name(), "mirror");
    assert_eq!(
        plugin.call::<_, String>(greet, "you").unwrap(),
        "Hello, you!"
    );
    assert!(
        plugin
            .call::<_, String>("farewell", "you")
            .unwrap_err()
            .is_missing()
    );

    let other = interface_of(
        "package fidius:greeter@0.1.0;
         interface greeter {
           greet: func(name: string, loud: bool) -> string;
           mirror: func(p: tuple<s32, s32>, both: bool) -> u8;
           shout: func();
         }
         world w { export greeter; }",
    );
    let error = Dynamic::builder()
        .interface(other)
        .load(GREETER)
        .unwrap_err();
    assert!(error.is_mismatch());
    // Both the parameter and the result of one of them.
    assert_eq!(error.differences().len(), 4, "{error}");
    for name in ["greet", "mirror", "shout"] {
        assert!(error.to_string().contains(name), "{error}");
    }
    let absent = interface_of("package a:b; interface c { d: func(); } world w { export c; }");
    let error = Dynamic::builder()
        .interface(absent)
        .load(GREETER)
        .unwrap_err();
    assert!(
        error.is_mismatch() && error.to_string().contains("a:b/c"),
        "{error}"
    );
}

#[test]
fn what_is_optional_and_not_there_is_missing() {
    let full = Full::load(PARTIAL).unwrap();
    let plugin = full.plugin();
    assert_eq!(plugin.call::<_, Vec<u8>>("encode", "ab").unwrap(), b"ba");
    for (name, arguments) in [
        ("decode", vec![Value::from(b"ab")]),
        ("codec.name", vec![]),
        ("summary", vec![]),
        ("version", vec![]),
    ] {
        let error = plugin.call_values(name, &arguments).unwrap_err();
        assert!(error.is_missing(), "{name}: {error}");
        let text = error.to_string();
        assert!(
            text.contains("does not have the optional function"),
            "{text}"
        );
        assert!(!plugin.has(name));
    }
    // Before its arguments are looked at.
    assert!(plugin.call_values("decode", &[]).unwrap_err().is_missing());
    assert!(plugin.call_raw("decode", b"").unwrap_err().is_missing());
}

// Arguments.

#[test]
fn the_number_of_arguments_is_checked_before_the_guest_runs() {
    let plugin = misbehave().session().unwrap();
    assert_eq!(plugin.call::<_, u32>("count", ()).unwrap(), 1);
    let wrong: [(&str, Vec<Value>); 4] = [
        ("count", vec![1.into()]),
        ("divide", vec![1.into()]),
        ("divide", vec![1.into(), 2.into(), 3.into()]),
        ("trap", vec![Value::Unit]),
    ];
    for (name, arguments) in wrong {
        let error = plugin.call_values(name, &arguments).unwrap_err();
        let text = reason(&error);
        assert!(text.starts_with("expected "), "{text}");
    }
    // A bare list is one argument, and never spread over the parameters.
    let error = plugin
        .call_values("divide", &[Value::list([6, 3])])
        .unwrap_err();
    let text = reason(&error);
    assert_eq!(text, "expected 2 arguments (a: s32, b: s32), got 1");
    let error = plugin.call::<_, i32>("divide", vec![6, 3]).unwrap_err();
    assert!(error.is_invalid_argument());
    let error = plugin.call::<_, i32>("divide", (6, 3, 1)).unwrap_err();
    assert_eq!(
        reason(&error),
        "expected 2 arguments (a: s32, b: s32), got 3"
    );
    let error = plugin.call_json("divide", "[6]").unwrap_err();
    assert_eq!(
        reason(&error),
        "expected 2 arguments (a: s32, b: s32), got 1"
    );
    let error = plugin.call::<_, ()>("panic", ()).unwrap_err();
    assert_eq!(
        reason(&error),
        "expected 1 argument (message: string), got none"
    );
    let error = plugin.call::<_, u32>("count", 1).unwrap_err();
    assert_eq!(reason(&error), "expected no arguments, got 1");
    let error = plugin
        .call_values("divide", &["a".into(), 1.into()])
        .unwrap_err();
    assert_eq!(
        reason(&error),
        "argument 1: expected s32, got the string \"a\""
    );
    // The instance is there as it was, and nothing of it ran.
    assert_eq!(plugin.call::<_, u32>("count", ()).unwrap(), 2);
    assert_eq!(plugin.call::<_, i32>("divide", (6, 3)).unwrap(), 2);
}

#[test]
fn errors_name_the_place() {
    let text = refused(
        "echo-point",
        &[Value::record([("x", 1_i64), ("y", 1 << 40)])],
    );
    assert_eq!(
        text,
        "argument 1, field \"y\": expected s32, got 1099511627776"
    );
    let corners = Value::list((0..7).map(|n| if n == 6 { 1_u64 << 33 } else { n }));
    let text = refused("echo-u32s", &[corners]);
    assert_eq!(text, "argument 1, item 7: expected u32, got 8589934592");
    let text = refused("echo-bytes", &[Value::list([1, 2, 300])]);
    assert_eq!(text, "argument 1, item 3: expected u8, got 300");
    let text = refused("echo-tuple2", &[(1, "a").into()]);
    assert_eq!(
        text,
        "argument 1, element 2: expected s16, got the string \"a\""
    );
    let text = refused(
        "echo-figure",
        &[Value::variant("dot", Value::record([("x", 1)]))],
    );
    assert_eq!(
        text,
        "argument 1, case \"dot\": the field \"y\" of point is missing"
    );
    let text = refused("echo-path", &[Value::list([point(1, 2), 7.into()])]);
    assert_eq!(text, "argument 1, item 2: expected the record point, got 7");
    let items = Value::record([("id", Value::from(1)), ("name", "n".into())]);
    let text = refused("find", &[Value::list([items]), "x".into()]);
    assert!(
        text.starts_with("argument 1, item 1: the field \"position\" of item is missing"),
        "{text}"
    );
    let text = refused("plugin", &[1.into(), (-1).into()]);
    assert_eq!(text, "argument 2: expected u32, got -1");
    let text = refused(
        "echo-option-point",
        &[Value::from(Some(point(1, 2))), 1.into()],
    );
    assert!(text.contains("got 2"), "{text}");
}

#[test]
fn fields_cases_and_flags_are_known_by_their_names() {
    let of =
        |fields: &[(&str, i32)]| refused("echo-point", &[Value::record(fields.iter().copied())]);
    assert_eq!(
        of(&[("x", 1)]),
        "argument 1: the field \"y\" of point is missing"
    );
    assert_eq!(
        of(&[("x", 1), ("y", 2), ("z", 3)]),
        "argument 1: point has no field \"z\"; its fields are x, y"
    );
    assert_eq!(
        of(&[("x", 1), ("x", 2)]),
        "argument 1: the field \"x\" is there twice"
    );
    assert_eq!(
        of(&[("x", 1), ("y", 2), ("x", 1)]),
        "argument 1: the field \"x\" is there twice"
    );
    let one = |name: &str, value: Value| refused(name, &[value]);
    let text = one("echo-weekday", Value::Enum("munday".into()));
    assert_eq!(
        text,
        "argument 1: weekday has no case \"munday\"; did you mean \"monday\"?"
    );
    let text = one("echo-figure", Value::variant("square", 1));
    assert!(
        text.starts_with("argument 1: shape has no case \"square\""),
        "{text}"
    );
    let text = one("echo-figure", Value::variant("none", 1));
    assert!(
        text.contains("the case \"none\" of shape has no payload, got 1"),
        "{text}"
    );
    let text = one("echo-figure", Value::Variant("dot".into(), None));
    assert!(
        text.contains("the case \"dot\" of shape has a payload"),
        "{text}"
    );
    let text = one("echo-permissions", Value::Flags(vec!["red".into()]));
    assert!(text.contains("permissions has no flag \"red\""), "{text}");
    let text = one(
        "echo-permissions",
        Value::Flags(vec!["read".into(), "read".into()]),
    );
    assert!(text.contains("the flag \"read\" is there twice"), "{text}");
    let text = one("echo-result", Value::variant("good", "a"));
    assert!(text.contains("as \"ok\" or \"err\""), "{text}");
    let text = one(
        "echo-keywords",
        Value::record([("type", "t"), ("type_", "t")]),
    );
    assert!(
        text.contains("the field \"type\" is there twice, as \"type\" and as \"type_\""),
        "{text}"
    );
    let text = one("echo-tuple3", Value::list([1, 2]));
    assert!(
        text.contains("the 3 elements of tuple<u8, s16, u32>, got 2"),
        "{text}"
    );
    // The Rust spelling will do.
    let figure = types()
        .call_values("echo-color", &["DeepBlue".into()])
        .unwrap();
    assert_eq!(figure, Value::Enum("deep-blue".into()));
}

#[test]
fn numbers_are_widened_and_never_narrowed() {
    let plugin = types();
    let ok = |name: &str, value: Value, expected: Value| {
        assert_eq!(
            plugin.call_values(name, &[value]).unwrap(),
            expected,
            "{name}"
        );
    };
    ok("echo-u64", 7_u8.into(), 7_u64.into());
    ok("echo-u8", 255_i64.into(), 255_u8.into());
    ok("echo-s8", (-128_i64).into(), (-128_i8).into());
    ok("echo-f64", 7.into(), 7.0.into());
    ok("echo-f64", 0.5_f32.into(), 0.5.into());
    ok("echo-f32", 0.5.into(), 0.5_f32.into());
    ok("echo-u32", 1.0.into(), 1_u32.into());
    ok(
        "echo-f64",
        (1_i64 << 53).into(),
        9_007_199_254_740_992.0.into(),
    );
    ok("echo-char", "ß".into(), 'ß'.into());
    for (name, value) in [
        ("echo-u8", Value::from(256)),
        ("echo-u8", (-1).into()),
        ("echo-s8", 128_u8.into()),
        ("echo-s16", 40_000_u16.into()),
        ("echo-u16", 65_536_u32.into()),
        ("echo-s32", (1_u32 << 31).into()),
        ("echo-u32", (-1_i64).into()),
        ("echo-s64", (1_u64 << 63).into()),
        ("echo-u64", (-1_i8).into()),
        ("echo-f32", 1e300.into()),
        ("echo-f32", ((1 << 24) + 1).into()),
        ("echo-f64", ((1_i64 << 53) + 1).into()),
        ("echo-f64", u64::MAX.into()),
        ("echo-u32", (-0.0).into()),
        ("echo-u32", 4_294_967_296.0.into()),
        ("echo-s32", 1.5.into()),
        ("echo-bool", 1.into()),
        ("echo-u8", true.into()),
        ("echo-u8", "1".into()),
        ("echo-string", 'a'.into()),
        ("echo-string", 1.into()),
        ("echo-char", "ab".into()),
        ("echo-char", "".into()),
        ("echo-char", 97.into()),
        ("echo-bytes", "ab".into()),
        ("echo-u8", Value::Unit),
        ("echo-u8", Value::Option(None)),
        ("echo-u8", Value::from(Some(1_u8))),
    ] {
        let error = plugin.call_values(name, std::slice::from_ref(&value));
        let error = error.expect_err(&format!("{name} took {value}"));
        assert!(error.is_invalid_argument(), "{name} {value}: {error}");
    }
}

// Answers, and other shapes of calls.

#[test]
fn functions_without_a_result() {
    let plugin = types();
    assert_eq!(plugin.call_values("nothing", &[]).unwrap(), Value::Unit);
    assert_eq!(
        plugin.call_values("no-result", &["a".into()]).unwrap(),
        Value::Unit
    );
    plugin.call::<_, ()>("nothing", ()).unwrap();
    plugin.call::<_, Value>("no-result", "a").unwrap();
    plugin.call::<_, Option<u8>>("no-result", ("a",)).unwrap();
    assert_eq!(plugin.call_json("nothing", "").unwrap(), "null");
    assert_eq!(plugin.call_json("nothing", "[]").unwrap(), "null");
    assert_eq!(plugin.call_json("nothing", "{}").unwrap(), "null");
    assert_eq!(plugin.call_json("no-result", "\"a\"").unwrap(), "null");
    // A result without a payload is none either.
    plugin.call::<_, ()>("check", 2).unwrap();
    assert_eq!(
        plugin.call_values("check", &[2.into()]).unwrap(),
        Value::Unit
    );
    assert!(
        plugin
            .call::<_, u8>("nothing", ())
            .unwrap_err()
            .is_invalid_result()
    );
}

#[derive(Serialize, Deserialize, Debug, Clone, PartialEq)]
struct Point {
    x: i32,
    y: i32,
}

#[derive(Serialize, Deserialize, Debug, Clone, Copy, PartialEq)]
enum Color {
    Red,
    Green,
    DeepBlue,
}

#[derive(Serialize, Deserialize, Debug, Clone, PartialEq)]
enum Shape {
    None,
    Dot(Point),
    Circle(Point, f64),
    Polygon(Vec<Point>),
    Label(String),
    Painted(Color, Option<String>),
}

#[derive(Serialize, Deserialize, Debug, Clone, PartialEq)]
struct Keywords {
    r#type: String,
    r#match: u32,
    #[serde(rename = "self")]
    self_: bool,
    r#fn: Option<String>,
    r#async: i8,
    #[serde(rename = "crate")]
    crate_: char,
}

#[test]
fn calls_with_rust_types() {
    let plugin = types();
    // A tuple is the arguments, unit none, anything else the one.
    assert_eq!(plugin.call::<_, i32>("divide", (7, 2)).unwrap(), 3);
    assert_eq!(
        plugin.call::<_, String>("no-parameters", ()).unwrap(),
        "no parameters"
    );
    assert_eq!(plugin.call::<_, u8>("echo-u8", 7).unwrap(), 7);
    assert_eq!(plugin.call::<_, u8>("echo-u8", (7,)).unwrap(), 7);
    assert_eq!(plugin.call::<_, i64>("sum", vec![1, 2, 3]).unwrap(), 6);
    assert_eq!(plugin.call::<_, i64>("sum", (vec![1, 2, 3],)).unwrap(), 6);
    assert_eq!(plugin.call::<_, i64>("sum", Vec::<i64>::new()).unwrap(), 0);
    assert_eq!(
        plugin
            .call::<_, (u8, i16)>("echo-tuple2", ((1, 2),))
            .unwrap(),
        (1, 2)
    );
    let p = Point { x: 1, y: -2 };
    assert_eq!(plugin.call::<_, Point>("echo-point", &p).unwrap(), p);
    assert_eq!(plugin.call::<_, Point>("echo-point", (&p,)).unwrap(), p);
    // A map for a record.
    let map = BTreeMap::from([("y", 5), ("x", 4)]);
    assert_eq!(
        plugin.call::<_, Point>("echo-point", map).unwrap(),
        Point { x: 4, y: 5 }
    );
    let back: HashMap<String, i32> = plugin.call("echo-point", &p).unwrap();
    assert_eq!((back["x"], back["y"], back.len()), (1, -2, 2));
    // A map for a list of pairs, and back.
    let map = BTreeMap::from([("a".to_owned(), 1_u32), ("b".to_owned(), 2)]);
    let back: BTreeMap<String, u32> = plugin.call("echo-entries", &map).unwrap();
    assert_eq!(back, map);

    for color in [Color::Red, Color::Green, Color::DeepBlue] {
        assert_eq!(plugin.call::<_, Color>("echo-color", color).unwrap(), color);
    }
    for shape in [
        Shape::None,
        Shape::Dot(p.clone()),
        Shape::Circle(p.clone(), 0.5),
        Shape::Polygon(vec![p.clone(), p.clone()]),
        Shape::Polygon(vec![]),
        Shape::Label("l".into()),
        Shape::Painted(Color::DeepBlue, None),
        Shape::Painted(Color::Red, Some("t".into())),
    ] {
        let back: Shape = plugin.call("echo-figure", &shape).unwrap();
        assert_eq!(back, shape);
        let back: Vec<Shape> = plugin
            .call("echo-figures", vec![&shape, &Shape::None])
            .unwrap();
        assert_eq!(back, [shape, Shape::None]);
    }
    let keywords = Keywords {
        r#type: "t".into(),
        r#match: 1,
        self_: true,
        r#fn: None,
        r#async: -1,
        crate_: '🦀',
    };
    assert_eq!(
        plugin
            .call::<_, Keywords>("echo-keywords", &keywords)
            .unwrap(),
        keywords
    );

    for option in [None, Some("a".to_owned())] {
        let back: Option<String> = plugin.call("echo-option-string", &option).unwrap();
        assert_eq!(back, option);
    }
    assert_eq!(
        plugin
            .call::<_, Option<String>>("echo-option-string", "bare")
            .unwrap(),
        Some("bare".into())
    );
    for option in [None, Some(None), Some(Some(3_u8))] {
        let back: Option<Option<u8>> = plugin.call("echo-option-option", option).unwrap();
        assert_eq!(back, option);
    }
    let results: Vec<Result<u32, String>> = vec![Ok(1), Err("e".into())];
    let back: Vec<Result<u32, String>> = plugin.call("echo-results", &results).unwrap();
    assert_eq!(back, results);
    let back: String = plugin
        .call("describe-result", Err::<String, _>("e"))
        .unwrap();
    assert_eq!(back, "err: e");
    let back: Vec<String> = plugin
        .call("echo-permissions", vec!["write", "read"])
        .unwrap();
    assert_eq!(back, ["read", "write"]);
    let back: Vec<u32> = plugin.call("echo-u32s", (&[1_u8, 2][..],)).unwrap();
    assert_eq!(back, [1, 2]);
    assert_eq!(plugin.call::<_, char>("echo-char", 'ß').unwrap(), 'ß');
    assert!(
        plugin
            .call::<_, f32>("echo-f32", f32::NAN)
            .unwrap()
            .is_nan()
    );
}

#[test]
fn names_of_several_words() {
    #[derive(Serialize, Deserialize, Debug, PartialEq)]
    struct Visitor {
        name: String,
        age: u8,
        room_number: Option<u32>,
        mood: Mood,
    }

    #[derive(Serialize, Deserialize, Debug, PartialEq)]
    enum Mood {
        Calm,
        InAHurry,
        Grumpy,
    }

    let plugin = Dynamic::load("guests/built/fidius05-greeter.wasm").unwrap();
    let visitors = vec![
        Visitor {
            name: "a".into(),
            age: 1,
            room_number: None,
            mood: Mood::Calm,
        },
        Visitor {
            name: "b".into(),
            age: 2,
            room_number: Some(7),
            mood: Mood::InAHurry,
        },
    ];
    let back: Vec<Visitor> = plugin.call("by-age", &visitors).unwrap();
    assert_eq!((&back[0], &back[1]), (&visitors[1], &visitors[0]));
    let back: Mood = plugin.call("cheer-up", Mood::Grumpy).unwrap();
    assert_eq!(back, Mood::InAHurry);
    let json = plugin.call_json(
        "by-age",
        r#"[[{"name":"a","age":1,"room_number":3,"mood":"in-a-hurry"}]]"#,
    );
    assert_eq!(
        json.unwrap(),
        r#"[{"name":"a","age":1,"room-number":3,"mood":"in-a-hurry"}]"#
    );

    // As programs in other languages write them.
    #[derive(Serialize, Deserialize, Debug, PartialEq)]
    #[serde(rename_all = "camelCase")]
    struct Guest {
        name: String,
        age: u8,
        room_number: Option<u32>,
        mood: CamelMood,
    }

    #[derive(Serialize, Deserialize, Debug, PartialEq)]
    #[serde(rename_all = "camelCase")]
    enum CamelMood {
        InAHurry,
    }

    let guests = [Guest {
        name: "a".to_owned(),
        age: 1,
        room_number: Some(3),
        mood: CamelMood::InAHurry,
    }];
    let back: Vec<Guest> = plugin.call("by-age", (&guests[..],)).unwrap();
    assert_eq!(back, guests);
    // What is left out of an option is none.
    let json = plugin.call_json("by-age", r#"[[{"name":"a","age":1.0,"mood":"inAHurry"}]]"#);
    assert_eq!(
        json.unwrap(),
        r#"[{"name":"a","age":1,"room-number":null,"mood":"in-a-hurry"}]"#
    );
}

#[test]
fn bytes_with_and_without_serde_bytes() {
    let plugin = types();
    let data: Vec<u8> = (0..=255).collect();
    let back: Vec<u8> = plugin.call("echo-bytes", &data).unwrap();
    assert_eq!(back, data);
    let back: serde_bytes::ByteBuf = plugin
        .call("echo-bytes", serde_bytes::Bytes::new(&data))
        .unwrap();
    assert_eq!(back, data);
    let back: serde_bytes::ByteBuf = plugin.call("echo-bytes", (&data,)).unwrap();
    assert_eq!(back, data);
    let back: Vec<u8> = plugin
        .call("echo-bytes", serde_bytes::ByteBuf::new())
        .unwrap();
    assert!(back.is_empty());
    let back: Vec<u8> = plugin.call("echo-bytes", Vec::<u8>::new()).unwrap();
    assert!(back.is_empty());
    assert_eq!(
        plugin
            .call_values("echo-bytes", &[data.clone().into()])
            .unwrap(),
        Value::Bytes(data)
    );
    // Numbers of another type that are bytes, and bytes that are other numbers.
    assert_eq!(
        plugin
            .call::<_, Vec<u8>>("echo-bytes", vec![1_u64, 2])
            .unwrap(),
        [1, 2]
    );
    assert_eq!(
        plugin
            .call::<_, Vec<u16>>("echo-u16s", vec![1_u8, 2])
            .unwrap(),
        [1, 2]
    );
}

#[test]
fn an_answer_of_another_type_is_an_invalid_result() {
    let plugin = types();
    let error = plugin.call::<_, String>("echo-u8", 7).unwrap_err();
    assert!(error.is_invalid_result() && !error.is_invalid_argument());
    let text = error.to_string();
    assert!(
        text.contains("the answer of `echo-u8` of `guests/built/types.wasm`"),
        "{text}"
    );
    assert!(std::error::Error::source(&error).is_some());
    #[derive(Deserialize, Debug)]
    struct Other {
        #[allow(dead_code, reason = "it is never made")]
        z: i32,
    }
    let p = Point { x: 1, y: 2 };
    let error = plugin.call::<_, Other>("echo-point", &p).unwrap_err();
    assert!(
        error.is_invalid_result() && error.to_string().contains('z'),
        "{error}"
    );
    assert!(
        plugin
            .call::<_, (u8, u8)>("echo-tuple3", ((1, 2, 3),))
            .unwrap_err()
            .is_invalid_result()
    );
    assert!(
        plugin
            .call::<_, u8>("echo-u32", 300)
            .unwrap_err()
            .is_invalid_result()
    );
    assert!(
        plugin
            .call::<_, Color>("echo-weekday", "monday")
            .unwrap_err()
            .is_invalid_result()
    );
    assert!(
        plugin
            .call::<_, ()>("echo-u32", 300)
            .unwrap_err()
            .is_invalid_result()
    );
    let error = plugin
        .call::<_, Vec<u8>>("echo-u32s", vec![1, 2, 256])
        .unwrap_err();
    assert!(error.to_string().contains("item 3"), "{error}");
}

#[test]
fn calls_with_json() {
    let plugin = greeter();
    let mirrored = r#"{"x":-1,"y":-2}"#;
    assert_eq!(
        plugin
            .call_json("mirror", r#"[{"x": 1, "y": -2}, false]"#)
            .unwrap(),
        mirrored
    );
    assert_eq!(
        plugin
            .call_json("mirror", r#"{"both": false, "p": {"y": -2, "x": 1}}"#)
            .unwrap(),
        mirrored
    );
    assert_eq!(
        plugin.call_json("greet", "\"you\"").unwrap(),
        "\"Hello, you!\""
    );
    let plugin = types();
    let echo = |name: &str, json: &str| plugin.call_json(name, json).unwrap();
    assert_eq!(
        echo("echo-point", r#"{"v": {"x": 1, "y": 2}}"#),
        r#"{"x":1,"y":2}"#
    );
    assert_eq!(echo("echo-f64", "[\"NaN\"]"), "\"NaN\"");
    assert_eq!(echo("echo-f32", "[\"-Infinity\"]"), "\"-Infinity\"");
    assert_eq!(echo("echo-f64", "[1]"), "1.0");
    assert_eq!(echo("echo-f32", "[0.1]"), "0.1");
    assert_eq!(
        echo("echo-u64", "[18446744073709551615]"),
        "18446744073709551615"
    );
    assert_eq!(echo("echo-bytes", "[[1, 2, 255]]"), "[1,2,255]");
    assert_eq!(echo("echo-option-option", "[null]"), "null");
    assert_eq!(
        echo("echo-option-option", r#"[{"some": null}]"#),
        r#"{"some":null}"#
    );
    assert_eq!(
        echo("echo-option-option", r#"[{"some": 3}]"#),
        r#"{"some":3}"#
    );
    assert_eq!(echo("echo-option-string", "[null]"), "null");
    assert_eq!(echo("echo-figure", r#"["none"]"#), "\"none\"");
    assert_eq!(
        echo("echo-figure", r#"[{"dot": {"x": 1, "y": 2}}]"#),
        r#"{"dot":{"x":1,"y":2}}"#
    );
    assert_eq!(
        echo("echo-figure", r#"[{"painted": ["deep-blue", null]}]"#),
        r#"{"painted":["deep-blue",null]}"#
    );
    assert_eq!(
        echo("echo-results", r#"[[{"ok": 1}, {"err": "e"}]]"#),
        r#"[{"ok":1},{"err":"e"}]"#
    );
    assert_eq!(
        echo("echo-permissions", r#"[["read", "execute"]]"#),
        r#"["read","execute"]"#
    );
    assert_eq!(
        echo("echo-string", r#"["a\u0000\ud83c\udf89"]"#),
        "\"a\\u0000🎉\""
    );
    assert_eq!(echo("echo-chars", r#"[["ß", "🎉"]]"#), r#"["ß","🎉"]"#);
    let error = plugin.call_json("divide", "[1, 0]").unwrap_err();
    assert_eq!(
        error.guest().unwrap().value(),
        &Value::Enum("divided-by-zero".into())
    );

    assert!(refused_json("echo-u8", "[7").starts_with("the arguments are not JSON: "));
    assert_eq!(
        refused_json("echo-u8", "[300]"),
        "argument 1: expected u8, got 300"
    );
    assert_eq!(
        refused_json("echo-u8", "[-1]"),
        "argument 1: expected u8, got -1"
    );
    assert!(refused_json("echo-u8", "[1.5]").starts_with("argument 1: expected u8, got 1.5"));
    assert!(
        refused_json("echo-u8", "[18446744073709551616]").starts_with("argument 1: expected u8")
    );
    assert!(refused_json("echo-u8", "[null]").contains("argument 1: expected u8"));
    assert!(refused_json("echo-u8", r#"{"w": 1}"#).contains("no parameter \"w\""));
    assert!(refused_json("divide", r#"{"a": 1}"#).contains("the argument \"b\" is missing"));
    assert!(
        refused_json("divide", r#"{"a": 1, "b": 2, "a": 3}"#)
            .contains("the argument \"a\" is there twice")
    );
    assert!(refused_json("nothing", r#"{"a": 1}"#).contains("no parameters"));
    assert_eq!(
        refused_json("echo-bytes", "[1, 2, 255]"),
        "expected 1 argument (v: list<u8>), got 3; an array is the list of the arguments, so one that is an argument itself is \
         written [[…]]"
    );
    assert_eq!(
        refused_json("echo-point", r#"{"x": 1, "v": 2}"#),
        "the function has no parameter \"x\"; the only one is v; an object has the arguments by their names, so one that is \
         an argument itself is written [{…}]"
    );
    // An object with none of the names in it can only be the one argument.
    assert_eq!(
        echo("echo-point", r#"{"x": 1, "y": 2}"#),
        r#"{"x":1,"y":2}"#
    );
    assert!(
        refused_json("echo-point", r#"[{"x": 1, "y": 2, "x": 3}]"#)
            .contains("the field \"x\" is there twice")
    );
    assert!(refused_json("echo-option-option", "[3]").contains("\"some\""));
}

// Errors of the guest's own.

#[test]
fn plugin_errors_keep_their_structure() {
    let plugin = Dynamic::load("guests/built/fidius05-greeter.wasm").unwrap();
    let error = plugin.call::<_, u32>("admit", "thief").unwrap_err();
    assert!(error.host().is_none() && !error.is_trap());
    let own = error.guest().unwrap();
    assert_eq!(own.code(), Some("BARRED"));
    assert!(own.is_code("BARRED") && !own.is_code("UNKNOWN"));
    assert_eq!(own.message(), Some("thief may not come in"));
    assert_eq!(own.details(), Some(r#"{"by":"the police","since":1987}"#));
    assert_eq!(own.value().field("code"), Some(&"BARRED".into()));
    let shown = r#"thief may not come in (BARRED: {"by":"the police","since":1987})"#;
    assert_eq!(own.to_string(), shown);
    assert_eq!(
        error.to_string(),
        format!("the plugin answered with an error: {shown}")
    );
    let plugin_error: PluginError = own.to().unwrap();
    assert_eq!(
        (plugin_error.code.as_str(), plugin_error.details.is_some()),
        ("BARRED", true)
    );
    let error = plugin.call::<_, ()>("announce", "stranger").unwrap_err();
    let own = error.guest().unwrap();
    assert_eq!((own.code(), own.details()), (Some("UNKNOWN"), None));
    assert_eq!(own.to_string(), "nobody knows stranger (UNKNOWN)");
}

#[test]
fn errors_of_any_type_keep_their_structure() {
    let plugin = types();
    let error = |name: &str, value: Value| {
        let error = plugin.call_values(name, &[value]).unwrap_err();
        error.guest().unwrap_or_else(|| panic!("{error}")).clone()
    };
    let err = |value: Value| Value::Result(Err(Some(Box::new(value))));
    let text = error("echo-result", err("why".into()));
    assert_eq!(
        (text.message(), text.code(), text.to_string().as_str()),
        (Some("why"), None, "why")
    );
    let record = error(
        "echo-result-record",
        err(Value::record([
            ("code", Value::from(7_u32)),
            ("message", "m".into()),
        ])),
    );
    assert_eq!((record.message(), record.code()), (Some("m"), None));
    assert_eq!(record.value().field("code"), Some(&7_u32.into()));
    let case = error("echo-result-variant", err(Value::variant("missing", "it")));
    assert_eq!(case.to_string(), "missing(\"it\")");
    let own = error("echo-result-enum", err(Value::Enum("overflow".into())));
    assert_eq!(own.to_string(), "overflow");
    let flags = error(
        "echo-result-flags",
        err(Value::Flags(vec!["read".into(), "write".into()])),
    );
    assert_eq!(flags.to_string(), "{read, write}");
    let tuple = error("echo-result-tuple", err((1_u32, "s").into()));
    assert_eq!(tuple.to_string(), "(1, \"s\")");
    let none = error("echo-result-empty", Value::Result(Err(None)));
    assert_eq!(
        (none.value(), none.to_string().as_str()),
        (&Value::Unit, "no reason given")
    );
    let none = error("echo-result-ok", Value::Result(Err(None)));
    assert_eq!(none.value(), &Value::Unit);
    let some = error("echo-result-option", err(Value::Option(None)));
    assert_eq!(
        (some.value(), some.to_string().as_str()),
        (&Value::Option(None), "none")
    );
    // The outer result alone is the call's.
    let inner = Value::Result(Err(Some(Box::new("inner".into()))));
    let nested = Value::Result(Ok(Some(Box::new(inner.clone()))));
    assert_eq!(
        plugin.call_values("echo-result-result", &[nested]).unwrap(),
        inner
    );
    assert_eq!(
        error("echo-result-result", err(3_u8.into())).value(),
        &3_u8.into()
    );
}

// Limits, instances, threads.

fn limited(limits: Limits) -> Dynamic {
    Dynamic::builder().limits(limits).load(MISBEHAVE).unwrap()
}

#[test]
fn failures_have_the_kinds_of_typed_calls() {
    let plugin = misbehave();
    let call = |name: &str, arguments: &[Value]| plugin.call_values(name, arguments).unwrap_err();
    let error = call("trap", &[]);
    assert!(
        error.is_trap() && error.to_string().contains("`trap`"),
        "{error}"
    );
    assert!(error.host().unwrap().wasm_backtrace().is_some());
    let error = call("panic", &["the teapot is empty".into()]);
    assert!(
        error.is_trap() && error.to_string().contains("the teapot is empty"),
        "{error}"
    );
    let error = call("exit", &[1.into()]);
    assert!(error.is_exit() && error.host().unwrap().exit_code() == Some(1));
    assert!(call("recurse", &[u32::MAX.into()]).is_stack_overflow());
    assert!(call("divide", &[1.into(), 0.into()]).is_trap());
    assert_eq!(plugin.call::<_, i32>("divide", (6, 3)).unwrap(), 2);

    let time = Duration::from_millis(100);
    let plugin = limited(Limits {
        time,
        ..Limits::default()
    });
    let error = plugin.call_values("loop-forever", &[]).unwrap_err();
    assert!(
        error.is_timeout() && error.to_string().contains("`loop-forever`"),
        "{error}"
    );
    assert!(
        plugin
            .call_json("sleep", "[100000]")
            .unwrap_err()
            .is_timeout()
    );
    let plugin = limited(Limits {
        memory: 8 << 20,
        ..Limits::default()
    });
    let error = plugin.call::<_, u32>("allocate", 100).unwrap_err();
    let typed = Misbehave::builder().limits(Limits {
        memory: 8 << 20,
        ..Limits::default()
    });
    let typed = typed.load(MISBEHAVE).unwrap().allocate(100).unwrap_err();
    assert_eq!(error.host().unwrap().kind(), typed.kind());
}

#[test]
fn typed_and_dynamic_calls_share_a_session() {
    let typed = Misbehave::load(MISBEHAVE)
        .unwrap()
        .plugin()
        .session()
        .unwrap();
    let dynamic = typed.plugin();
    assert_eq!(typed.count().unwrap(), 1);
    assert_eq!(dynamic.call::<_, u32>("count", ()).unwrap(), 2);
    assert_eq!(dynamic.call_json("count", "").unwrap(), "3");
    assert_eq!(typed.count().unwrap(), 4);
    let index = dynamic.method("count").unwrap().index();
    assert_eq!(dynamic.call_values(index, &[]).unwrap(), 5_u32.into());
    assert!(dynamic.call_values("trap", &[]).unwrap_err().is_trap());
    assert!(typed.count().unwrap_err().is_session_lost());
    assert!(
        dynamic
            .call_values("count", &[])
            .unwrap_err()
            .is_session_lost()
    );
    // Without a session each call has an instance of its own.
    let plugin = misbehave();
    assert_eq!(plugin.call::<_, u32>("count", ()).unwrap(), 1);
    assert_eq!(plugin.call::<_, u32>("count", ()).unwrap(), 1);
    // A session of a dynamic plugin, and clones of it.
    let session = plugin.session().unwrap();
    assert_eq!(session.call::<_, u32>("count", ()).unwrap(), 1);
    assert_eq!(session.clone().call::<_, u32>("count", ()).unwrap(), 2);
}

#[test]
fn typed_and_dynamic_calls_share_a_pool_and_its_limits() {
    let limits = Limits {
        time: Duration::from_millis(100),
        ..Limits::default()
    };
    let typed = Misbehave::builder()
        .pool(1)
        .limits(limits)
        .load(MISBEHAVE)
        .unwrap();
    let dynamic = typed.plugin();
    assert_eq!(typed.count().unwrap(), 1);
    assert_eq!(dynamic.call::<_, u32>("count", ()).unwrap(), 2);
    let error = dynamic.call_values("loop-forever", &[]).unwrap_err();
    assert!(error.is_timeout());
    assert_eq!(typed.count().unwrap(), 1);
    // An error of the arguments does not take the instance.
    assert!(
        dynamic
            .call_values("count", &[1.into()])
            .unwrap_err()
            .is_invalid_argument()
    );
    assert_eq!(typed.count().unwrap(), 2);
}

#[test]
fn eight_threads_at_once() {
    let fresh = greeter();
    let pooled = Dynamic::builder().pool(4).load(GREETER).unwrap();
    let session = fresh.session().unwrap();
    thread::scope(|scope| {
        for plugin in [&fresh, &pooled, &session] {
            for number in 0..8 {
                scope.spawn(move || {
                    for round in 0..20 {
                        let name = format!("{number}-{round}");
                        let answer: String = plugin.call("greet", &name).unwrap();
                        assert_eq!(answer, format!("Hello, {name}!"));
                        let mirrored =
                            plugin.call_values("mirror", &[point(number, round), true.into()]);
                        assert_eq!(mirrored.unwrap(), point(-number, -round));
                    }
                });
            }
        }
    });
}

/// A guest that answers with a great many small things costs the host no more than the limit allows.
#[test]
fn the_limit_on_transfers_holds_for_what_values_take() {
    // `count` items that all lie in the same zeros.
    let results = [
        ("bools", "list<bool>", 1),
        ("chars", "list<char>", 4),
        ("strings", "list<string>", 8),
        ("lists", "list<list<u8>>", 8),
        ("options", "list<option<u8>>", 2),
        ("records", "list<small>", 1),
        ("tuples", "list<tuple<u8>>", 1),
        ("enums", "list<choice>", 1),
        ("sets", "list<set>", 1),
        ("variants", "list<either>", 2),
        ("results", "list<result>", 1),
        ("bytes", "list<u8>", 1),
        ("numbers", "list<u16>", 2),
        ("pairs", "list<tuple<u8, tuple<u8, u8>>>", 3),
    ];
    let functions: String = results
        .iter()
        .map(|(name, ty, _)| format!("{name}: func(count: u32) -> {ty};\n"))
        .collect();
    let wit = format!(
        "package test:flood;
         interface flood {{
           record small {{ a-field-with-a-rather-long-name: u8 }}
           enum choice {{ a-case-with-a-rather-long-name, b }}
           flags set {{ a, b }}
           variant either {{ a(u8), b }}
           {functions}
         }}
         world floods {{ export flood; }}"
    );
    let functions: String = results
        .iter()
        .map(|(name, ..)| {
            format!(
                "(func (export \"test:flood/flood#{name}\") (param i32) (result i32)
                   (i32.store (i32.const 8) (i32.const 65536))
                   (i32.store (i32.const 12) (local.get 0))
                   (i32.const 8))"
            )
        })
        .collect();
    let memory = component_of_text::MEMORY.replace(
        "(memory (export \"memory\") 1)",
        "(memory (export \"memory\") 200)",
    );
    let component = encode(&wit, &format!("(module {memory}{functions})"));
    let transfer = 1 << 20;
    let plugin = Dynamic::builder()
        .limits(Limits {
            transfer,
            ..Limits::default()
        })
        .load(&component)
        .unwrap();
    for (name, _, size) in results {
        // As many as the bytes alone would allow: twelve million bools would be half a gigabyte of values.
        let count = (12 << 20) / size;
        let error = plugin.call_values(name, &[count.into()]).unwrap_err();
        assert!(error.is_transfer_too_large(), "{name}: {error}");
        let error = plugin.call::<_, Value>(name, count).unwrap_err();
        assert!(error.is_transfer_too_large(), "{name}: {error}");
        assert!(plugin.call_values(name, &[5.into()]).is_ok());
        if name != "bytes" {
            // The bytes in the guest are within the limit, and what is made of them is not.
            let count = u32::try_from(transfer).unwrap() / size / 2;
            let error = plugin.call_values(name, &[count.into()]).unwrap_err();
            assert!(error.is_transfer_too_large(), "{name}: {error}");
        }
    }
}

#[test]
fn functions_of_what_can_t_be_called_are_shown_and_refused() {
    let wit = "package test:later;
        interface later {
          fine: func() -> u32;
          read: func(source: stream<u8>) -> u32;
          write: func() -> stream<string>;
          soon: func() -> future<u32>;
          deep: func(x: list<option<future<u8>>>);
          wait: async func(n: u32) -> u32;
        }
        world laters { export later; }";
    let plugin = Dynamic::load(component_of_wit(wit)).unwrap();
    assert_eq!(plugin.method_count(), 6);
    let shown: Vec<String> = plugin.methods().map(|m| m.function().to_string()).collect();
    assert!(
        shown.contains(&"wait: async func(n: u32) -> u32".to_owned()),
        "{shown:?}"
    );
    assert!(
        shown.contains(&"write: func() -> stream<string>".to_owned()),
        "{shown:?}"
    );
    for (name, what) in [
        ("soon", "has a future among its types"),
        ("deep", "has a future among its types"),
    ] {
        let errors = [
            plugin.call_values(name, &[]).unwrap_err(),
            plugin.call::<_, u32>(name, ()).unwrap_err(),
            plugin.call_json(name, "").unwrap_err(),
        ];
        for error in errors {
            let text = error.to_string();
            assert!(
                text.contains(&format!("`{name}` of")) && text.contains(what),
                "{text}"
            );
            assert!(text.contains("does not support"), "{text}");
            assert!(!error.is_trap() && !error.is_missing());
        }
    }
    for name in ["read", "write"] {
        assert!(plugin.call_values(name, &[]).unwrap_err().is_wrong_mode());
    }
    // The dummy traps, which is to say that it was called.
    assert!(plugin.call_values("fine", &[]).unwrap_err().is_trap());
}

#[test]
fn what_a_dynamic_host_can_t_give_is_said_at_load() {
    let bytes = component_of_wit(
        "package test:wants; interface wish { make: func(); }
         world wants { import wish; export run: func(); }",
    );
    let error = Dynamic::load(&bytes).unwrap_err();
    assert!(error.is_denied(), "{error}");
    assert!(error.to_string().contains("test:wants/wish"), "{error}");
    assert!(Dynamic::load(b"garbage").unwrap_err().is_not_a_component());
    assert!(
        Dynamic::load("guests/built/absent.wasm")
            .unwrap_err()
            .is_not_found()
    );
}

#[test]
fn functions_of_the_component_itself_can_be_expected_of_another() {
    let wit = "package a:b; world w { export f: func() -> u32; }";
    let module = r#"(module (func (export "f") (result i32) i32.const 7))"#;
    let component = encode(wit, module);
    let known = Dynamic::load(&component).unwrap();
    let plugin = Dynamic::builder()
        .interface(known.interface().clone())
        .load(&component)
        .unwrap();
    assert_eq!(plugin.call::<_, u32>("f", ()).unwrap(), 7);
    let other = encode(
        "package a:b; world w { export f: func() -> s32; }",
        r#"(module (func (export "f") (result i32) i32.const 7))"#,
    );
    let error = Dynamic::builder()
        .interface(known.interface().clone())
        .load(&other)
        .unwrap_err();
    assert!(error.is_mismatch(), "{error}");
    assert_eq!(error.differences().len(), 1);
}

#[test]
fn an_answer_with_handles_is_no_json_and_nothing_runs_for_it() {
    let plugin = Dynamic::load("guests/built/counters.wasm").unwrap();
    let session = plugin.session().unwrap();
    let error = session.call_json("counter.constructor", "5").unwrap_err();
    assert!(error.is_invalid_result(), "{error}");
    assert!(
        error.to_string().contains("call it with `call_values`"),
        "{error}"
    );
    assert_eq!(session.call::<_, u32>("alive", ()).unwrap(), 0);
}

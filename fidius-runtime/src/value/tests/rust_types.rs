use std::collections::{BTreeMap, HashMap};
use std::fmt::Debug;

use fidius_wit::Type;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::value::to_args;
use crate::{Value, from_value, to_value};

use super::{conform, level, list, option, permissions, record, result, shape};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
enum Level {
    Low,
    VeryHigh,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
enum Shape {
    None,
    At(i32, i32),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Meters(f64);

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Everything {
    r#type: u8,
    line_width: Meters,
    level: Level,
    shapes: Vec<Shape>,
    permissions: Vec<String>,
    plain_bytes: Vec<u8>,
    #[serde(with = "serde_bytes")]
    bulk_bytes: Vec<u8>,
    nested: Option<Option<u8>>,
    outcome: Result<(), String>,
    letter: char,
    pair: (String, u64),
    names: BTreeMap<String, i8>,
    numbers: HashMap<u8, bool>,
    nothing: Option<u32>,
}

fn everything_type() -> Type {
    record(
        "everything",
        &[
            ("type", Type::U8),
            ("line-width", Type::F64),
            ("level", level()),
            ("shapes", list(shape())),
            ("permissions", permissions()),
            ("plain-bytes", list(Type::U8)),
            ("bulk-bytes", list(Type::U8)),
            ("nested", option(option(Type::U8))),
            ("outcome", result(None, Some(Type::String))),
            ("letter", Type::Char),
            ("pair", Type::Tuple(vec![Type::String, Type::U64].into())),
            ("names", Type::Map((Type::String, Type::S8).into())),
            ("numbers", Type::Map((Type::U8, Type::Bool).into())),
            ("nothing", option(Type::U32)),
        ],
    )
}

fn everything() -> Everything {
    Everything {
        r#type: 1,
        line_width: Meters(0.5),
        level: Level::VeryHigh,
        shapes: vec![Shape::None, Shape::At(1, -2)],
        permissions: vec!["read".into(), "write-all".into()],
        plain_bytes: vec![1, 2, 255],
        bulk_bytes: Vec::new(),
        nested: Some(None),
        outcome: Err("no".into()),
        letter: 'ß',
        pair: ("pair".into(), u64::MAX),
        names: [("a".to_owned(), -1)].into(),
        numbers: [(1, true)].into(),
        nothing: None,
    }
}

const TEXT: &str = "{type: 1, line-width: 0.5, level: very-high, shapes: [%none, at((1, -2))], \
    permissions: {read, write-all}, plain-bytes: [1, 2, 255], bulk-bytes: [], nested: some(none), outcome: err(\"no\"), \
    letter: 'ß', pair: (\"pair\", 18446744073709551615), names: [(\"a\", -1)], numbers: [(1, true)], nothing: none}";

#[test]
fn a_struct_of_everything_comes_back() {
    let value = to_value(&everything()).unwrap();
    let exact = conform(&value, &everything_type()).unwrap().into_owned();
    assert_eq!(exact.to_string(), TEXT);
    assert_eq!(from_value::<Everything>(exact).unwrap(), everything());
    assert_eq!(from_value::<Everything>(value).unwrap(), everything());
}

#[test]
fn any_format_of_serde_can_hold_what_comes_back() {
    let exact = conform(&to_value(&everything()).unwrap(), &everything_type())
        .unwrap()
        .into_owned();
    let json: serde_json::Value = from_value(exact.clone()).unwrap();
    assert_eq!(
        json["shapes"],
        serde_json::json!(["none", { "at": [1, -2] }])
    );
    assert_eq!(json["outcome"], serde_json::json!({ "err": "no" }));
}

#[track_caller]
fn check<T: Serialize + DeserializeOwned + PartialEq + Debug>(rust: T, value: Value) {
    assert_eq!(to_value(&rust).unwrap(), value);
    assert_eq!(from_value::<T>(value).unwrap(), rust);
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Marker;

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Two(u8, u8);

#[derive(Debug, PartialEq, Serialize, Deserialize)]
enum Struct {
    Case { x: u8 },
}

#[test]
fn each_kind_of_rust_type_is_a_kind_of_value() {
    check((), Value::Unit);
    check(Marker, Value::Unit);
    check(Meters(1.0), Value::F64(1.0));
    check(vec![1u8, 2], Value::Bytes(vec![1, 2]));
    check(Vec::<u8>::new(), Value::List(vec![]));
    check(vec![1u16], Value::List(vec![Value::U16(1)]));
    check([1u8, 2], Value::Tuple(vec![Value::U8(1), Value::U8(2)]));
    check(Two(1, 2), Value::Tuple(vec![Value::U8(1), Value::U8(2)]));
    check(serde_bytes::ByteBuf::from([1, 2]), Value::Bytes(vec![1, 2]));
    check(Some(Some(1u8)), Value::from(Some(Some(1u8))));
    check(Shape::None, Value::Variant("None".into(), None));
    check(Shape::At(1, 2), Value::variant("At", (1, 2)));
    check(
        Struct::Case { x: 1 },
        Value::variant("Case", Value::record([("x", 1u8)])),
    );
    check(Ok::<u8, ()>(1), Value::variant("Ok", 1u8));
    check("text".to_owned(), Value::from("text"));
    check('c', Value::Char('c'));
    check(-1i128, Value::S64(-1));
    assert_eq!(
        to_value(&u128::from(u64::MAX)).unwrap(),
        Value::U64(u64::MAX)
    );
}

#[test]
fn a_list_that_begins_with_bytes_is_a_list() {
    let mixed = vec![Value::U8(1), Value::U16(2)];
    assert_eq!(to_value(&mixed).unwrap(), Value::List(mixed));
}

#[test]
fn lifted_values_become_rust_types() {
    assert_eq!(
        from_value::<Result<(), String>>(Value::Result(Ok(None))).unwrap(),
        Ok(())
    );
    let err = Value::Result(Err(Some(Box::new("no".into()))));
    assert_eq!(
        from_value::<Result<u8, String>>(err).unwrap(),
        Err("no".to_owned())
    );
    assert_eq!(
        from_value::<Vec<Level>>(Value::Flags(vec!["very-high".into()])).unwrap(),
        [Level::VeryHigh]
    );
    assert_eq!(
        from_value::<Vec<u16>>(Value::Bytes(vec![1, 2])).unwrap(),
        [1, 2]
    );
    assert_eq!(
        from_value::<String>(Value::Enum("low".into())).unwrap(),
        "low"
    );
    assert_eq!(from_value::<Option<u8>>(Value::U64(3)).unwrap(), Some(3));
    assert_eq!(from_value::<f32>(Value::F64(0.5)).unwrap(), 0.5);
    assert_eq!(from_value::<f64>(Value::U8(3)).unwrap(), 3.0);
    let pairs = vec![(Value::from("a"), Value::U8(1))];
    assert_eq!(
        from_value::<Vec<(String, u8)>>(Value::Map(pairs.clone())).unwrap(),
        [("a".to_owned(), 1)]
    );
    let list = Value::List(vec![Value::from(("a", 1u8))]);
    assert_eq!(from_value::<HashMap<String, u8>>(list).unwrap()["a"], 1);
}

#[test]
fn what_does_not_become_the_rust_type_says_where() {
    #[derive(Debug, Deserialize)]
    #[allow(dead_code, reason = "it is only read into")]
    struct Polygon {
        corners: Vec<(u8, u8)>,
    }
    let corners = Value::List(vec![Value::from((1, 2)), Value::from((1, 300))]);
    let polygon = Value::record([("corners", corners)]);
    let error = from_value::<Polygon>(polygon).unwrap_err();
    assert_eq!(
        error.to_string(),
        "field \"corners\", item 2, element 2: invalid value: integer `300`, expected u8"
    );
    let error = |result: Result<(), crate::ValueError>| result.unwrap_err().to_string();
    assert_eq!(
        error(from_value::<(u8, u8)>(Value::from((1, 2, 3))).map(drop)),
        "expected 2 elements, got 3"
    );
    assert_eq!(
        error(from_value::<f32>(Value::F64(1e300)).map(drop)),
        "expected f32, got 1e300, which it can't hold; the nearest it can is 3.4028235e38"
    );
    assert_eq!(
        error(from_value::<Level>(Value::Enum("lo".into())).map(drop)),
        "the Rust type has no case \"lo\"; did you mean \"Low\"?"
    );
    assert_eq!(
        error(from_value::<Level>(Value::Enum("other".into())).map(drop)),
        "the Rust type has no case \"other\"; its cases are Low, VeryHigh"
    );
    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[allow(dead_code, reason = "it is only read into")]
    struct Strict {
        line_width: u8,
    }
    let wide = Value::record([("line-width", 1u8), ("length", 2)]);
    assert_eq!(
        error(from_value::<Strict>(wide).map(drop)),
        "the Rust type has no field \"length\"; the only one is line_width"
    );
    assert_eq!(
        error(from_value::<Polygon>(Value::record::<String, Value>([])).map(drop)),
        "missing field `corners`"
    );
    assert_eq!(
        error(from_value::<Level>(Value::variant("low", 1)).map(drop)),
        "case \"low\": expected no payload, got 1"
    );
    assert_eq!(
        error(to_value(&(1, u128::MAX)).map(drop)),
        "element 2: 340282366920938463463374607431768211455 is out of range: no WIT type is wider than 64 bits"
    );
}

/// A struct, with the names of its fields in one spelling after the other, loses nothing on the way out and back.
#[test]
fn names_may_have_any_spelling_that_serde_makes() {
    let exact = Value::record([
        ("room-number", Value::from(Some(3u32))),
        ("type", Value::Enum("very-high".into())),
    ]);
    let guest = record(
        "guest",
        &[("room-number", option(Type::U32)), ("type", level())],
    );
    macro_rules! check {
        ($($spelling:literal),*) => {$({
            #[derive(Debug, PartialEq, Serialize, Deserialize)]
            #[serde(rename_all = $spelling)]
            enum Level {
                Low,
                VeryHigh,
            }
            #[derive(Debug, PartialEq, Serialize, Deserialize)]
            #[serde(rename_all = $spelling)]
            struct Guest {
                room_number: Option<u32>,
                type_: Level,
            }
            let rust = Guest { room_number: Some(3), type_: Level::VeryHigh };
            let written = to_value(&rust).unwrap();
            assert_eq!(conform(&written, &guest).unwrap().as_ref(), &exact, $spelling);
            assert_eq!(from_value::<Guest>(exact.clone()).unwrap(), rust, $spelling);
        })*};
    }
    check!(
        "camelCase",
        "PascalCase",
        "snake_case",
        "kebab-case",
        "SCREAMING_SNAKE_CASE",
        "SCREAMING-KEBAB-CASE"
    );
}

#[test]
fn names_that_are_close_are_told_apart() {
    #[derive(Debug, PartialEq, Deserialize)]
    struct Both {
        a1: u8,
        a_1: u8,
    }
    let both = Value::record([("a-1", 1u8), ("a1", 2)]);
    assert_eq!(
        from_value::<Both>(both.clone()).unwrap(),
        Both { a1: 2, a_1: 1 }
    );
    #[derive(Debug, Deserialize)]
    #[allow(dead_code, reason = "it is only read into")]
    struct One {
        #[serde(rename = "A1")]
        one: u8,
    }
    assert_eq!(
        from_value::<One>(both.clone()).unwrap_err().to_string(),
        "\"A1\" may be the field \"a-1\" or \"a1\" of the record"
    );
    assert_eq!(both.field("a_1"), Some(&Value::U8(1)));
    assert_eq!(both.field("a1"), Some(&Value::U8(2)));
    assert_eq!(both.field("A1"), None);
    #[derive(Debug, PartialEq, Deserialize)]
    enum Case {
        A1,
        #[serde(rename = "A_1", alias = "a_1")]
        Apart,
    }
    let case = |name: &str| from_value::<Case>(Value::Enum(name.into())).unwrap();
    assert_eq!(case("a-1"), Case::Apart);
    assert_eq!(case("a1"), Case::A1);
}

#[test]
fn an_option_may_be_left_out() {
    #[derive(Serialize)]
    struct Guest {
        name: &'static str,
        #[serde(skip_serializing_if = "Option::is_none")]
        room: Option<u32>,
    }
    let guest = record(
        "guest",
        &[("room", option(Type::U32)), ("name", Type::String)],
    );
    let exact = Value::record([("room", Value::Option(None)), ("name", "a".into())]);
    let written = to_value(&Guest {
        name: "a",
        room: None,
    })
    .unwrap();
    assert_eq!(conform(&written, &guest).unwrap().as_ref(), &exact);
    let map = Value::Map(vec![("name".into(), "a".into())]);
    assert_eq!(conform(&map, &guest).unwrap().as_ref(), &exact);
}

#[test]
fn an_error_of_the_function_is_not_in_its_answer() {
    const HINT: &str = "the function's own error is not part of the answer: ask for the type of its ok, and find the error in \
                        `CallError::Guest`";
    let check = |value: Value, got: &str| {
        let error = from_value::<Result<u32, String>>(value).unwrap_err();
        assert_eq!(
            error.to_string(),
            format!("expected a result, got {got}; {HINT}")
        );
    };
    check(3u32.into(), "3");
    check(Value::Unit, "nothing");
    check("text".into(), "the string \"text\"");
    check(Value::record([("x", 1)]), "a record of 1 field");
    check(
        Value::variant("circle", 1),
        "the case \"circle\" with a payload",
    );
}

#[test]
fn a_tuple_is_the_arguments_and_all_else_is_one() {
    assert_eq!(to_args(&()).unwrap(), []);
    assert_eq!(
        to_args(&(1u8, "a")).unwrap(),
        [Value::U8(1), Value::from("a")]
    );
    assert_eq!(to_args(&Two(1, 2)).unwrap(), [Value::U8(1), Value::U8(2)]);
    assert_eq!(to_args(&(vec![1u8],)).unwrap(), [Value::Bytes(vec![1])]);
    assert_eq!(to_args(&vec![1u8, 2]).unwrap(), [Value::Bytes(vec![1, 2])]);
    assert_eq!(to_args("text").unwrap(), [Value::from("text")]);
    assert_eq!(
        to_args(&(Value::Flags(vec![]),)).unwrap(),
        [Value::Flags(vec![])]
    );
}

//! What is said of a value that does not fit, in whole.

use std::sync::Arc;

use fidius_wit::{Param, Type};

use crate::value::misfit::Step;
use crate::value::{args_from_json, conform_args, conform_args_owned, to_json};
use crate::{ResourceHandle, Value, from_value};

use super::{
    conform, level, list, option, param, permissions, point, record, result, shape, variant,
};

#[track_caller]
fn check(value: impl Into<Value>, ty: &Type, message: &str) {
    let misfit = conform(&value.into(), ty).unwrap_err();
    assert_eq!(misfit.to_string(), message);
}

fn polygon() -> Type {
    record(
        "polygon",
        &[("name", Type::String), ("corners", list(Type::U8))],
    )
}

#[test]
fn the_place_is_named_from_the_argument_on() {
    let params = [param("scale", Type::F64), param("polygon", polygon())];
    let corners: Value = [1, 2, 3, 4, 5, 6, 300].into_iter().collect();
    let polygon = Value::record([("name", "a".into()), ("corners", corners)]);
    let misfit = conform_args(&[2.0.into(), polygon], &params).unwrap_err();
    assert_eq!(
        misfit.to_string(),
        "argument 2, field \"corners\", item 7: expected u8, got 300"
    );
    let steps = [
        Step::Argument(2, None),
        Step::Field("corners".into()),
        Step::Item(7),
    ];
    assert!(misfit.path().eq(&steps));
    let named = conform(&300.into(), &Type::U8)
        .unwrap_err()
        .within(Step::Argument(2, Some("size".into())));
    assert_eq!(
        named.to_string(),
        "argument 2 (\"size\"): expected u8, got 300"
    );
}

#[test]
fn the_number_of_arguments_is_that_of_the_parameters() {
    let params = [param("p", point()), param("both", Type::Bool)];
    let check = |args: &[Value], params: &[Param], message: &str| {
        assert_eq!(conform_args(args, params).unwrap_err().to_string(), message);
    };
    let three = [Value::Unit, Value::Unit, Value::Unit];
    check(
        &three,
        &params,
        "expected 2 arguments (p: point, both: bool), got 3",
    );
    check(
        &[],
        &params[1..],
        "expected 1 argument (both: bool), got none",
    );
    check(&three[..1], &[], "expected no arguments, got 1");
}

#[test]
fn numbers_are_never_narrowed_silently() {
    check(300, &Type::U8, "expected u8, got 300");
    check(-1, &Type::U64, "expected u64, got -1");
    check(1.5, &Type::S32, "expected s32, got 1.5");
    check(-0.0, &Type::S32, "expected s32, got -0.0");
    check(f32::NAN, &Type::S32, "expected s32, got nan");
    check(f64::INFINITY, &Type::U64, "expected u64, got inf");
    check(256.0, &Type::U8, "expected u8, got 256.0");
    check(
        18_446_744_073_709_551_616.0,
        &Type::U64,
        "expected u64, got 1.8446744073709552e19",
    );
    check(
        u64::MAX,
        &Type::F64,
        "expected f64, got 18446744073709551615, which it can't hold; the nearest it can is 1.8446744073709552e19",
    );
    check(
        16_777_217,
        &Type::F32,
        "expected f32, got 16777217, which it can't hold; the nearest it can is 16777216.0",
    );
    check(
        2.345_678_901_234_5,
        &Type::F32,
        "expected f32, got 2.3456789012345, which it can't hold; the nearest it can is 2.3456788",
    );
    check(
        -1e300,
        &Type::F32,
        "expected f32, got -1e300, which it can't hold; the nearest it can is -3.4028235e38",
    );
    check(true, &Type::F32, "expected f32, got true");
    check("nan", &Type::F64, "expected f64, got the string \"nan\"");
    check(1, &Type::Bool, "expected bool, got 1");
    check(true, &Type::U8, "expected u8, got true");
}

#[test]
fn what_was_found_is_shown_short() {
    check(
        "x".repeat(300),
        &Type::U8,
        "expected u8, got the string \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"…",
    );
    check("ab", &Type::Char, "expected char, got the string \"ab\"");
    check('c', &Type::String, "expected string, got the character 'c'");
    check(
        vec![0u8; 300],
        &Type::String,
        "expected string, got a list of 300 bytes",
    );
    check(
        vec![Value::Unit],
        &Type::String,
        "expected string, got a list of 1 item",
    );
    check(
        (1, 2),
        &point(),
        "expected the record point, got a tuple of 2 elements",
    );
    check(
        Value::Map(vec![]),
        &Type::String,
        "expected string, got a map of 0 entries",
    );
    check(
        Value::record([("x", 1)]),
        &Type::String,
        "expected string, got a record of 1 field",
    );
    check(
        Value::variant("a", 1),
        &Type::U8,
        "expected u8, got the case \"a\" with a payload",
    );
    check(
        Value::Enum("a".into()),
        &Type::U8,
        "expected u8, got the case \"a\"",
    );
    check(
        Value::Flags(vec![]),
        &Type::U8,
        "expected u8, got a set of 0 flags",
    );
    check(Some(Some(1)), &Type::U8, "expected u8, got some(some(…))");
    check(Some(1u8), &Type::U8, "expected u8, got some(1)");
    check(None::<u8>, &Type::U8, "expected u8, got none");
    check(Ok::<_, ()>(1), &Type::U8, "expected u8, got ok(…)");
    check((), &Type::U8, "expected u8, got nothing");
}

#[test]
fn lists_maps_and_tuples_have_the_length_that_they_must_have() {
    check(
        vec![1.into(), 2.into(), Value::Unit],
        &list(Type::U8),
        "item 3: expected u8, got nothing",
    );
    check(
        "a",
        &list(Type::U8),
        "expected list<u8>, got the string \"a\"",
    );
    let four = Type::FixedLengthList(Type::U8.into(), 4);
    check(
        vec![1u8],
        &four,
        "expected list<u8, 4>, got a list of 1 byte",
    );
    let pair = Type::Tuple(vec![Type::U8, Type::String].into());
    check(
        (1, "a", 2),
        &pair,
        "expected the 2 elements of tuple<u8, string>, got 3",
    );
    check((1, 2), &pair, "element 2: expected string, got 2");
    let map = Type::Map((Type::String, Type::U8).into());
    check(
        Value::Map(vec![("a".into(), 1.into()), ("b".into(), Value::Unit)]),
        &map,
        "value of entry 2: expected u8, got nothing",
    );
    check(
        Value::Map(vec![(1.into(), 1.into())]),
        &map,
        "key of entry 1: expected string, got 1",
    );
    check(
        Value::record([("a", 1), ("b", 1), ("a", 2)]),
        &map,
        "the key of entry 3 is there twice: the string \"a\"",
    );
    check(
        Value::list([(1, 2, 3)]),
        &map,
        "item 1: expected a pair of a key and its value, got a tuple of 3 elements",
    );
    check(1, &map, "expected map<string, u8>, got 1");
}

#[test]
fn large_maps_have_no_doubled_keys_either() {
    let keys = || (0..100).chain([40_u32]);
    let map = Type::Map((Type::U32, option(Type::U8)).into());
    check(
        Value::list(keys().map(|key| (key, Value::Unit))),
        &map,
        "the key of entry 101 is there twice: 40",
    );
    // A guest may answer so, and then it can be passed on.
    let entries = keys().map(|key| (Value::from(key), Value::Option(None)));
    let answer = Value::Map(entries.collect());
    assert_eq!(conform(&answer, &map).unwrap().as_ref(), &answer);
}

#[test]
fn records_have_each_field_once() {
    check(
        Value::record([("x", 1)]),
        &point(),
        "the field \"y\" of point is missing",
    );
    check(
        Value::record([("x", 1), ("y", 2), ("x", 3)]),
        &point(),
        "the field \"x\" is there twice",
    );
    check(
        Value::record([("z", 2), ("x", 1)]),
        &point(),
        "point has no field \"z\"; the field \"y\" is missing",
    );
    check(
        Value::record([("x", 1), ("y", 2), ("colour", 2)]),
        &point(),
        "point has no field \"colour\"; its fields are x, y",
    );
    check(
        Value::record([("width", 1), ("height", 2)]),
        &point(),
        "point has no field \"width\"; its fields are x, y",
    );
    let line = record("line", &[("of-two-words", Type::U8)]);
    check(
        Value::record([("of-two-words", 1), ("of_two_words", 2)]),
        &line,
        "the field \"of-two-words\" is there twice, as \"of-two-words\" and as \"of_two_words\"",
    );
    check(
        Value::record([("x", Value::from(1)), ("y", "2".into())]),
        &point(),
        "field \"y\": expected s32, got the string \"2\"",
    );
}

#[test]
fn only_a_field_that_is_not_there_yet_is_suggested() {
    let guest = record(
        "guest",
        &[
            ("name", Type::String),
            ("room-number", option(Type::U32)),
            ("room-numbers", list(Type::U32)),
        ],
    );
    check(
        Value::record([("roomNumer", 1), ("name", 2)]),
        &guest,
        "guest has no field \"roomNumer\"; did you mean \"room-number\"?",
    );
    check(
        Value::record([("roomNumer", 1), ("roomNumber", 2)]),
        &guest,
        "guest has no field \"roomNumer\"; did you mean \"room-numbers\"?",
    );
    check(
        Value::record([("mood", 1), ("name", 2)]),
        &guest,
        "guest has no field \"mood\"; the missing fields are room-number, room-numbers",
    );
    check(
        Value::record::<&str, Value>([]),
        &guest,
        "the field \"name\" of guest is missing",
    );
    check(
        Value::record([("x", 1)]),
        &record("single", &[("value", Type::U8)]),
        "single has no field \"x\"; the only one is value",
    );
    let close = record("close", &[("a-1", Type::U8), ("a1", Type::U8)]);
    check(
        Value::record([("A1", 1), ("a_1", 2)]),
        &close,
        "\"A1\" may be the field \"a-1\" or \"a1\" of close",
    );
}

#[test]
fn cases_are_those_of_the_type_with_a_payload_where_there_is_one() {
    check(
        "circle",
        &shape(),
        "shape has no case \"circle\"; its cases are none, at",
    );
    check(
        "nome",
        &shape(),
        "shape has no case \"nome\"; did you mean \"none\"?",
    );
    check(
        Value::variant("none", 3),
        &shape(),
        "the case \"none\" of shape has no payload, got 3",
    );
    check(
        "at",
        &shape(),
        "the case \"at\" of shape has a payload, expected tuple<s32, s32>, got none",
    );
    check(
        Value::variant("at", (1, 'a')),
        &shape(),
        "case \"at\", element 2: expected s32, got the character 'a'",
    );
    check(1, &shape(), "expected the variant shape, got 1");
    let names: Vec<String> = (0..111).map(|number| format!("case-{number}")).collect();
    let cases: Vec<(&str, Option<Type>)> = names.iter().map(|name| (name.as_str(), None)).collect();
    check(
        "other",
        &variant("many", &cases),
        "many has no case \"other\"; its cases are case-0, case-1, case-2, case-3, case-4, case-5, case-6, case-7, case-8, \
         case-9, case-10, case-11, case-12, case-13, case-14, case-15, case-16, case-17, case-18, case-19 … and 91 more",
    );
    let close = variant("close", &[("a-1", None), ("a1", None)]);
    check(
        "A1",
        &close,
        "\"A1\" may be the case \"a-1\" or \"a1\" of close",
    );
    check(
        "high",
        &level(),
        "level has no case \"high\"; its cases are low, very-high",
    );
    check(
        Value::variant("low", 1),
        &level(),
        "expected the enum level, got the case \"low\" with a payload",
    );
}

#[test]
fn flags_are_named_once() {
    check(
        Value::list(["read", "run"]),
        &permissions(),
        "permissions has no flag \"run\"; its flags are read, write-all",
    );
    check(
        Value::list(["read", "READ"]),
        &permissions(),
        "the flag \"read\" is there twice, as \"read\" and as \"READ\"",
    );
    check(
        Value::list([Value::from("read"), 1.into()]),
        &permissions(),
        "item 2: expected the name of a flag, got 1",
    );
    check(
        Value::record([("read", 1)]),
        &permissions(),
        "field \"read\": expected bool, got 1",
    );
    check(
        "read",
        &permissions(),
        "expected the flags permissions, got the string \"read\"",
    );
}

#[test]
fn options_and_results_say_which_side_is_meant() {
    check(
        1,
        &option(option(Type::U8)),
        "expected option<option<u8>>, as none or as a map with the one entry \"some\", got 1",
    );
    check(300, &option(Type::U8), "expected u8, got 300");
    let outcome = result(Some(Type::U8), None);
    check(
        1,
        &outcome,
        "expected result<u8>, as \"ok\" or \"err\", got 1",
    );
    check(
        "fine",
        &outcome,
        "expected result<u8>, as \"ok\" or \"err\", got the string \"fine\"",
    );
    check(
        "ok",
        &outcome,
        "the case \"ok\" of result<u8> has a payload, expected u8, got none",
    );
    check(
        Value::variant("err", 1),
        &outcome,
        "the case \"err\" of result<u8> has no payload, got 1",
    );
    check(
        Ok::<_, ()>(300),
        &outcome,
        "case \"ok\": expected u8, got 300",
    );
}

#[test]
fn what_can_not_be_passed_is_refused() {
    check(
        1,
        &Type::Own("file".into()),
        "expected a handle of file, got 1",
    );
    check(
        1,
        &Type::Borrow("file".into()),
        "expected a handle of file, got 1",
    );
    let stream = Type::Stream(Some(Type::U8).into());
    check(
        vec![1u8],
        &stream,
        "values of stream<u8> can't be passed by a call with values, got a list of 1 byte",
    );
    check(
        "a",
        &Type::ErrorContext,
        "values of error-context can't be passed by a call with values, got the string \"a\"",
    );
}

#[test]
fn handles_are_passed_as_values_only() {
    let handle = Value::Resource(ResourceHandle(Arc::default()));
    check(
        handle.clone(),
        &Type::U8,
        "expected u8, got a handle of a resource",
    );
    assert_eq!(
        to_json(&Value::list([handle.clone()]))
            .unwrap_err()
            .to_string(),
        "a handle of a resource can only be passed as a `Value`: use `call_values`"
    );
    assert_eq!(
        from_value::<u8>(handle.clone()).unwrap_err().to_string(),
        "a handle of a resource can only be taken as a `Value`"
    );
    assert_eq!(from_value::<Value>(handle.clone()).unwrap(), handle);
}

#[test]
fn a_sequence_is_no_list_of_arguments() {
    let params = [param("a", Type::U8), param("b", Type::U8)];
    let check = |arg: Value, params: &[Param], message: &str| {
        let misfit = conform_args_owned(vec![arg], params).unwrap_err();
        assert_eq!(misfit.to_string(), message);
    };
    check(
        vec![1u8, 2].into(),
        &params,
        "expected 2 arguments (a: u8, b: u8), got 1; a tuple is the arguments, a list is one argument",
    );
    check(
        Value::record([("a", 1), ("b", 2)]),
        &params,
        "expected 2 arguments (a: u8, b: u8), got 1; a tuple is the arguments, a struct is one argument",
    );
    check(
        Value::Map(vec![]),
        &[],
        "expected no arguments, got 1; a tuple is the arguments, a map is one argument",
    );
    check(
        1.into(),
        &params,
        "expected 2 arguments (a: u8, b: u8), got 1",
    );
}

#[test]
fn arguments_are_read_from_json() {
    let params = [
        param("line-width", Type::U8),
        param("label", option(Type::String)),
    ];
    let read = |text: &str| args_from_json(text, &params);
    let args = [Value::U8(1), Value::from(Some("a"))];
    assert_eq!(read("[1, \"a\"]").unwrap(), args);
    assert_eq!(
        read("{\"label\": \"a\", \"lineWidth\": 1.0}").unwrap(),
        args
    );
    let without = [Value::U8(1), Value::Option(None)];
    assert_eq!(read("{\"line-width\": 1}").unwrap(), without);
    for nothing in ["", " ", "null", "[]", "{}"] {
        assert_eq!(args_from_json(nothing, &[]).unwrap(), []);
    }
    assert_eq!(args_from_json("7", &params[..1]).unwrap(), [Value::U8(7)]);
    let check =
        |text: &str, message: &str| assert_eq!(read(text).unwrap_err().to_string(), message);
    check(
        "[1,",
        "the arguments are not JSON: EOF while parsing a value at line 1 column 3",
    );
    check(
        "{\"label\": \"a\"}",
        "the argument \"line-width\" is missing, of type u8",
    );
    check(
        "{\"width\": 1}",
        "the function has no parameter \"width\"; its parameters are line-width, label",
    );
    check(
        "{\"width\": 1, \"label\": null}",
        "the function has no parameter \"width\"; the parameter \"line-width\" is missing",
    );
    check(
        "{\"line-width\": 300}",
        "argument 1 (\"line-width\"): expected u8, got 300",
    );
    check("[300, null]", "argument 1: expected u8, got 300");
    for nothing in ["", "null"] {
        check(
            nothing,
            "expected 2 arguments (line-width: u8, label: option<string>), got none",
        );
    }
    check(
        "{\"label\": 1, \"label\": 2}",
        "the argument \"label\" is there twice",
    );
    // The text has it already.
    assert!(std::error::Error::source(&read("[").unwrap_err()).is_none());
    assert_eq!(
        args_from_json("{\"a\": 1}", &[]).unwrap_err().to_string(),
        "the function has no parameters, got the argument \"a\""
    );
}

#[test]
fn the_only_argument_may_be_the_whole_of_the_json() {
    let check = |text: &str, ty: Type, value: Value| {
        let args = args_from_json(text, &[param("it", ty)]);
        assert_eq!(args.unwrap(), [value], "{text}");
    };
    let origin = Value::record([("x", 0), ("y", 0)]);
    check(r#"{"x": 0, "y": 0}"#, point(), origin.clone());
    check(r#"{"it": {"x": 0, "y": 0}}"#, point(), origin.clone());
    check(r#"[{"x": 0, "y": 0}]"#, point(), origin);
    check(r#"{"at": [1, 2]}"#, shape(), Value::variant("at", (1, 2)));
    let outcome = result(Some(Type::U8), None);
    check(r#"{"ok": 1}"#, outcome, Ok::<_, ()>(1u8).into());
    let map = Type::Map((Type::String, Type::U8).into());
    let one = Value::Map(vec![("a".into(), 1u8.into())]);
    check(r#"{"a": 1}"#, map.clone(), one.clone());
    check(r#"{"It": {"a": 1}}"#, map.clone(), one.clone());
    check(r#"{"a": 1}"#, option(map.clone()), Some(one).into());
    check("{}", map, Value::Map(vec![]));
    check(
        r#"{"read": true}"#,
        permissions(),
        Value::Flags(vec!["read".into()]),
    );
    check(
        r#"{"some": null}"#,
        option(option(Type::U8)),
        Some(None::<u8>).into(),
    );
    for none in ["null", "[null]", "{}", r#"{"it": null}"#] {
        check(none, option(Type::U8), None::<u8>.into());
    }
    check("7", option(Type::U8), Some(7u8).into());
    check("[[]]", list(Type::U8), Value::Bytes(vec![]));
}

#[test]
fn what_may_be_meant_by_the_json_is_said() {
    let check = |text: &str, ty: Type, message: &str| {
        let error = args_from_json(text, &[param("data", ty)]).unwrap_err();
        assert_eq!(error.to_string(), message, "{text}");
    };
    let bytes = || list(Type::U8);
    check(
        "[1, 2, 3]",
        bytes(),
        "expected 1 argument (data: list<u8>), got 3; an array is the list of the arguments, so one that is an argument \
         itself is written [[…]]",
    );
    check(
        "[]",
        bytes(),
        "expected 1 argument (data: list<u8>), got none; an array is the list of the arguments, so one that is an argument \
         itself is written [[…]]",
    );
    check(
        "[5]",
        bytes(),
        "argument 1: expected list<u8>, got 5; an array is the list of the arguments, so one that is an argument itself is \
         written [[…]]",
    );
    check(
        "[[1, 2]]",
        list(bytes()),
        "argument 1, item 1: expected list<u8>, got 1; an array is the list of the arguments, so one that is an argument \
         itself is written [[…]]",
    );
    check(
        "[[1, 300]]",
        bytes(),
        "argument 1, item 2: expected u8, got 300",
    );
    check("[1, 2]", Type::U8, "expected 1 argument (data: u8), got 2");
    check(
        r#"{"x": 1, "data": 2}"#,
        point(),
        "the function has no parameter \"x\"; the only one is data; an object has the arguments by their names, so one that \
         is an argument itself is written [{…}]",
    );
    check(
        r#"{"data": 1}"#,
        Type::Map((Type::String, Type::U8).into()),
        "argument 1 (\"data\"): expected map<string, u8>, got 1; an object has the arguments by their names, so one that is \
         an argument itself is written [{…}]",
    );
    check(
        r#"{"data": {"x": 1}}"#,
        point(),
        "argument 1 (\"data\"): the field \"y\" of point is missing",
    );
    check(
        r#"{"dada": {"x": 1, "y": 2}}"#,
        point(),
        "argument 1: point has no field \"dada\"; its fields are x, y; by its name the argument is written {\"data\": …}",
    );
    check(
        r#"{"x": 1, "y": "2"}"#,
        point(),
        "argument 1, field \"y\": expected s32, got the string \"2\"",
    );
    check(
        r#"{"x": 1}"#,
        Type::U8,
        "the function has no parameter \"x\"; the only one is data",
    );
    check("null", Type::U8, "expected 1 argument (data: u8), got none");
    check(
        " ",
        option(Type::U8),
        "expected 1 argument (data: option<u8>), got none",
    );
}

#[test]
fn results_are_written_as_json() {
    let value = Value::record([
        ("x", Value::Bytes(vec![1, 2])),
        ("y", f64::NAN.into()),
        ("z", Some(Some(1)).into()),
    ]);
    assert_eq!(
        to_json(&value).unwrap(),
        r#"{"x":[1,2],"y":"NaN","z":{"some":1}}"#
    );
    assert_eq!(to_json(&Ok::<(), ()>(()).into()).unwrap(), r#"{"ok":null}"#);
}

use fidius_wit::Type;

use crate::Value;

use super::{conform_owned, list, option, permissions, result};

#[track_caller]
fn check(value: impl Into<Value>, text: &str) {
    assert_eq!(value.into().to_string(), text);
}

#[test]
fn values_print_as_wave() {
    check(Value::record([("x", 1), ("y", -2)]), "{x: 1, y: -2}");
    check(Value::record::<&str, Value>([]), "{:}");
    check(Some(Some(1u8)), "some(some(1))");
    check(None::<u8>, "none");
    check(Ok::<_, ()>("a"), "ok(\"a\")");
    check(Err::<(), _>(()), "err");
    check(Value::list([1, 2]), "[1, 2]");
    check(vec![1u8, 2], "[1, 2]");
    check((1, "a", 'c'), "(1, \"a\", 'c')");
    check("a\"b'\\\n\u{7}", r#""a\"b'\\\n\u{7}""#);
    check('\'', r"'\''");
    check(Value::variant("some-case", true), "some-case(true)");
    check(Value::Variant("none".into(), None), "%none");
    check(Value::Enum("inf".into()), "%inf");
    check(
        Value::Flags(vec!["read".into(), "true".into()]),
        "{read, %true}",
    );
    check(Value::Map(vec![("a".into(), 1.into())]), "[(\"a\", 1)]");
    check(f32::NAN, "nan");
    check(f64::INFINITY, "inf");
    check(f64::NEG_INFINITY, "-inf");
    check(1.0, "1.0");
    check((), "()");
}

#[track_caller]
fn becomes(value: impl Into<Value>, ty: &Type, exact: impl Into<Value>) {
    assert_eq!(conform_owned(value.into(), ty).unwrap(), exact.into());
}

#[test]
fn what_is_meant_is_taken() {
    becomes(3u64, &Type::U8, 3u8);
    becomes(3, &Type::F32, 3.0f32);
    becomes(3.0, &Type::U8, 3u8);
    becomes(-3.0f32, &Type::S64, -3i64);
    becomes(0.0, &Type::U8, 0u8);
    becomes(1e19, &Type::U64, 10_000_000_000_000_000_000u64);
    becomes(
        vec![Value::from(1.0), 2.into()],
        &list(Type::U8),
        vec![1u8, 2],
    );
    becomes(0.1, &Type::F32, 0.1f32);
    becomes("-Infinity", &Type::F32, f32::NEG_INFINITY);
    becomes(Value::List(vec![]), &list(Type::U8), Vec::<u8>::new());
    becomes(
        vec![1u8],
        &list(option(Type::U16)),
        Value::list([Some(1u16)]),
    );
    let pairs = list(Type::Tuple(vec![Type::String, Type::U8].into()));
    becomes(Value::record([("a", 1)]), &pairs, Value::list([("a", 1u8)]));
    becomes((), &option(Type::U8), None::<u8>);
    becomes("Ok", &result(None, None), Ok::<(), ()>(()));
    let flags = Value::Flags(vec!["write-all".into()]);
    becomes(
        Value::record([("read", false), ("write_all", true)]),
        &permissions(),
        flags,
    );
}

#[test]
fn a_nan_keeps_its_bits() {
    let bits = 0x7ff8_dead_beef_0001;
    match conform_owned(f64::from_bits(bits).into(), &Type::F64) {
        Ok(Value::F64(number)) => assert_eq!(number.to_bits(), bits),
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_is_inside_is_reached() {
    let value = Value::record([
        ("line-width", Value::from(3u16)),
        ("at", Value::variant("at", (1, 2))),
    ]);
    assert_eq!(value.kind(), "record");
    assert_eq!(value.field("line_width").and_then(Value::as_u64), Some(3));
    assert_eq!(value.field("line-width").and_then(Value::as_i64), Some(3));
    assert_eq!(value.field("line-width").and_then(Value::as_f64), Some(3.0));
    assert_eq!(value.field("other"), None);
    let at = value.field("at").unwrap();
    assert_eq!(at.case(), Some("at"));
    assert_eq!(
        at.payload().and_then(Value::as_list).map(<[Value]>::len),
        Some(2)
    );
    assert_eq!(Value::from(-1).as_u64(), None);
    assert_eq!(Value::from(None::<u8>).as_option(), Some(None));
    assert_eq!(
        Value::from(Err::<(), _>(1)).as_result(),
        Some(Err(Some(&Value::S32(1))))
    );
    assert_eq!(Value::from(b"ab").as_bytes(), Some(&b"ab"[..]));
}

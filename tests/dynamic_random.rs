//! Values of random types through real components: what gets to the guest is what the engine itself would pass, and what comes
//! back is what went in.

mod component_of_text;
mod echo_component;
#[allow(dead_code, reason = "other tests use the rest")]
mod random_value;

use std::sync::LazyLock;

use component_of_text::encode;
use echo_component::{PADDING, echo_component};
use fidius::{Dynamic, Limits, Runtime, Unstable, Value};
use fidius_wit::{Case, Field, Record, Type, Variant};
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;
use random_value::{Choices, are_same, loosened, types, values};
use wasmtime::component::{Component, Instance, Linker, Val};
use wasmtime::{Config, Engine, Store};

static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| {
    Runtime::with_unstable(Unstable {
        maps: true,
        fixed_length_lists: true,
        ..Unstable::default()
    })
});

/// An engine of the tests' own.
static ENGINE: LazyLock<Engine> = LazyLock::new(|| {
    let mut config = Config::new();
    config
        .wasm_component_model_map(true)
        .wasm_component_model_fixed_length_lists(true);
    Engine::new(&config).unwrap()
});

fn load(ty: &Type) -> Dynamic {
    Dynamic::builder()
        .runtime(&RUNTIME)
        .load(echo_component(ty))
        .unwrap()
}

/// A type with a few values of it, since making a component for the type takes longer than calling it.
fn several() -> impl Strategy<Value = (Type, Vec<Value>)> {
    types().prop_flat_map(|ty| {
        let values = prop::collection::vec(values(&ty), 1..6);
        (Just(ty), values)
    })
}

fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        max_shrink_iters: 200,
        ..ProptestConfig::default()
    }
}

/// The value, and what fills the parameters up.
fn padded(value: &Value) -> Vec<Value> {
    let padding = (0..PADDING).map(|n| Value::U8(200 + u8::try_from(n).unwrap()));
    std::iter::once(value.clone()).chain(padding).collect()
}

fn val(ty: &Type, value: &Value) -> Val {
    let payload = |ty: Option<&Type>, payload: &Option<Box<Value>>| {
        payload
            .as_ref()
            .map(|payload| Box::new(val(ty.unwrap(), payload)))
    };
    match (ty, value) {
        (_, Value::Bool(value)) => Val::Bool(*value),
        (_, Value::S8(value)) => Val::S8(*value),
        (_, Value::U8(value)) => Val::U8(*value),
        (_, Value::S16(value)) => Val::S16(*value),
        (_, Value::U16(value)) => Val::U16(*value),
        (_, Value::S32(value)) => Val::S32(*value),
        (_, Value::U32(value)) => Val::U32(*value),
        (_, Value::S64(value)) => Val::S64(*value),
        (_, Value::U64(value)) => Val::U64(*value),
        (_, Value::F32(value)) => Val::Float32(*value),
        (_, Value::F64(value)) => Val::Float64(*value),
        (_, Value::Char(value)) => Val::Char(*value),
        (_, Value::String(value)) => Val::String(value.clone()),
        (Type::List(_), Value::Bytes(bytes)) => {
            Val::List(bytes.iter().copied().map(Val::U8).collect())
        }
        (Type::FixedLengthList(..), Value::Bytes(bytes)) => {
            Val::FixedLengthList(bytes.iter().copied().map(Val::U8).collect())
        }
        (Type::List(ty), Value::List(items)) => {
            Val::List(items.iter().map(|item| val(ty, item)).collect())
        }
        (Type::FixedLengthList(ty, _), Value::List(items)) => {
            Val::FixedLengthList(items.iter().map(|item| val(ty, item)).collect())
        }
        (Type::Map(ty), Value::Map(entries)) => Val::Map(
            entries
                .iter()
                .map(|(key, value)| (val(&ty.0, key), val(&ty.1, value)))
                .collect(),
        ),
        (Type::Tuple(types), Value::Tuple(items)) => {
            let items = types.iter().zip(items);
            Val::Tuple(items.map(|(ty, item)| val(ty, item)).collect())
        }
        (Type::Record(record), Value::Record(fields)) => {
            let fields = record.fields.iter().zip(fields);
            Val::Record(
                fields
                    .map(|(field, (name, value))| (name.clone(), val(&field.ty, value)))
                    .collect(),
            )
        }
        (Type::Variant(variant), Value::Variant(name, of)) => {
            let case = variant.cases.iter().find(|case| case.name == **name);
            Val::Variant(name.clone(), payload(case.unwrap().ty.as_ref(), of))
        }
        (_, Value::Enum(name)) => Val::Enum(name.clone()),
        (_, Value::Flags(names)) => Val::Flags(names.clone()),
        (Type::Option(ty), Value::Option(value)) => Val::Option(payload(Some(ty), value)),
        (Type::Result(sides), Value::Result(Ok(value))) => {
            Val::Result(Ok(payload(sides.0.as_ref(), value)))
        }
        (Type::Result(sides), Value::Result(Err(value))) => {
            Val::Result(Err(payload(sides.1.as_ref(), value)))
        }
        (ty, value) => panic!("{value} is no {ty}"),
    }
}

/// What the engine's own call with values makes of it, on a fresh instance.
struct Engines {
    store: Store<()>,
    instance: Instance,
    component: Component,
}

impl Engines {
    fn new(component: &Component) -> Self {
        let mut store = Store::new(&ENGINE, ());
        let instance = Linker::new(&ENGINE)
            .instantiate(&mut store, component)
            .unwrap();
        Self {
            store,
            instance,
            component: component.clone(),
        }
    }

    fn call(mut self, function: &str, arguments: &[Val]) -> Val {
        let (_, interface) = self.component.get_export(None, "random:echo/echo").unwrap();
        let (_, index) = self
            .component
            .get_export(Some(&interface), function)
            .unwrap();
        let function = self.instance.get_func(&mut self.store, index).unwrap();
        let mut results = [Val::Bool(false)];
        function
            .call(&mut self.store, arguments, &mut results)
            .unwrap();
        let [result] = results;
        result
    }
}

fn numbers(value: &Val) -> Vec<u64> {
    let Val::List(items) = value else {
        panic!("no list")
    };
    let number = |item: &Val| match item {
        Val::U8(number) => u64::from(*number),
        Val::U64(number) => *number,
        other => panic!("{other:?}"),
    };
    items.iter().map(number).collect()
}

fn numbers_of(value: &Value) -> Vec<u64> {
    match value {
        Value::Bytes(bytes) => bytes.iter().copied().map(u64::from).collect(),
        value => {
            let items = value.as_list().unwrap();
            items.iter().map(|item| item.as_u64().unwrap()).collect()
        }
    }
}

/// Holds what we pass against what the engine passes, by whatever way the type can go, and what comes back against what went.
fn check(ty: &Type, values: &[Value]) -> TestCaseResult {
    let bytes = echo_component(ty);
    let plugin = Dynamic::builder().runtime(&RUNTIME).load(&bytes).unwrap();
    let component = Component::new(&ENGINE, &bytes).unwrap();
    for value in values {
        let arguments = padded(value);
        let padding = vec![Type::U8; PADDING];
        let types: Vec<Type> = std::iter::once(ty.clone()).chain(padding).collect();
        let vals: Vec<Val> = types
            .iter()
            .zip(&arguments)
            .map(|(t, v)| val(t, v))
            .collect();

        let back = plugin.call_values("echo", &arguments).unwrap();
        prop_assert!(
            are_same(&back, &Value::Tuple(arguments.clone())),
            "{ty}: {back}"
        );

        let ours = plugin.call_values("dump", &arguments).unwrap();
        let engines = Engines::new(&component).call("dump", &vals);
        prop_assert_eq!(numbers_of(&ours), numbers(&engines), "{} of {}", value, ty);

        if plugin.method("flats").is_ok() {
            let arguments = std::slice::from_ref(value);
            for function in ["flats", "text"] {
                let ours = plugin.call_values(function, arguments).unwrap();
                let engines = Engines::new(&component).call(function, &vals[..1]);
                let (ours, engines) = (numbers_of(&ours), numbers(&engines));
                prop_assert_eq!(ours, engines, "{} of {} by `{}`", value, ty, function);
            }
        }
        if plugin.method("one").is_ok() {
            let back = plugin.call_values("one", std::slice::from_ref(value));
            // A result is split into what is good and what is not.
            let whole = match (ty, back) {
                (Type::Result(_), Ok(Value::Unit)) => Value::Result(Ok(None)),
                (Type::Result(_), Err(error)) if error.guest().is_some() => {
                    Value::Result(Err(None))
                }
                (_, back) => back.unwrap(),
            };
            prop_assert!(
                are_same(&whole, value),
                "{ty}: {value} came back as {whole}"
            );
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases(160))]

    #[test]
    fn what_gets_to_the_guest_is_what_the_engine_passes((ty, values) in several()) {
        check(&ty, &values)?;
    }
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn loosely_written_values_come_back_exact((ty, values) in several(), seed in any::<u64>()) {
        let plugin = load(&ty);
        for value in &values {
            let arguments = padded(value);
            let mut loose = arguments.clone();
            loose[0] = loosened(value, &mut Choices(seed));
            let back = plugin.call_values("echo", &loose).unwrap();
            prop_assert!(are_same(&back, &Value::Tuple(arguments)), "{ty}: {}, {back}", loose[0]);
        }
    }

    #[test]
    fn values_go_through_calls_with_serde_whole((ty, values) in several()) {
        let plugin = load(&ty);
        for value in &values {
            let arguments = Value::Tuple(padded(value));
            let back: Value = plugin.call("echo", &arguments).unwrap();
            prop_assert!(are_same(&back, &arguments), "{ty}: {back}");
            // One by one.
            let whole: Value = plugin.call("echo", Spread(padded(value))).unwrap();
            let (back, rest) = whole.as_list().and_then(<[Value]>::split_first).unwrap();
            prop_assert!(are_same(back, value), "{ty}: {back}");
            prop_assert_eq!(rest.len(), PADDING);
        }
    }

    #[test]
    fn values_go_through_json((ty, values) in several()) {
        let plugin = load(&ty);
        for value in &values {
            let arguments = padded(value);
            let json = serde_json::to_string(&arguments).unwrap();
            let back = plugin.call_json("echo", &json).unwrap();
            let read: Value = serde_json::from_str(&back).unwrap();
            // What was read is no longer exact, and goes in again all the same.
            let items = read.as_list().unwrap();
            let again = plugin.call_values("echo", items).unwrap();
            prop_assert!(are_same(&again, &Value::Tuple(arguments)), "{ty}: {json} became {back}");

            let named: Vec<String> = (0..PADDING).map(|n| format!("\"p{n}\":{}", 200 + n)).collect();
            let object = format!("{{{},\"x\":{}}}", named.join(","), serde_json::to_string(value).unwrap());
            prop_assert_eq!(plugin.call_json("echo", &object).unwrap(), back);
        }
    }

    #[test]
    fn a_small_limit_on_transfers_stops_no_small_values((ty, values) in several()) {
        let plugin = load(&ty);
        let limited = Dynamic::builder()
            .runtime(&RUNTIME)
            .limits(Limits { transfer: 4096, ..Limits::default() })
            .load(echo_component(&ty))
            .unwrap();
        for value in &values {
            let arguments = padded(value);
            match limited.call_values("echo", &arguments) {
                Ok(back) => prop_assert!(are_same(&back, &Value::Tuple(arguments))),
                Err(error) => {
                    prop_assert!(error.is_transfer_too_large(), "{error}");
                    prop_assert!(plugin.call_values("echo", &arguments).is_ok());
                }
            }
        }
    }
}

/// Values as the tuple of arguments that they are, by serde.
struct Spread(Vec<Value>);

impl serde::Serialize for Spread {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeTuple;
        let mut tuple = serializer.serialize_tuple(self.0.len())?;
        self.0
            .iter()
            .try_for_each(|value| tuple.serialize_element(value))?;
        tuple.end()
    }
}

fn variant(cases: &[(&str, Option<Type>)]) -> Type {
    let cases = cases.iter().map(|(name, ty)| Case {
        name: (*name).into(),
        ty: ty.clone(),
    });
    let cases = cases.collect();
    Type::Variant(Variant { name: None, cases }.into())
}

fn flags(count: usize) -> Type {
    let flags = (0..count).map(|n| format!("f{n}").as_str().into());
    let flags = flags.collect();
    Type::Flags(fidius_wit::Flags { name: None, flags }.into())
}

/// Cases that share slots of other types than their own: a float of 32 bits where another case has an integer of 64, say.
#[test]
fn cases_that_share_slots_of_other_types() {
    let leaves = [
        (Type::F32, Value::F32(-1.5)),
        (Type::F64, Value::F64(f64::MIN_POSITIVE)),
        (Type::S64, Value::S64(-2)),
        (Type::U64, Value::U64(u64::MAX)),
        (Type::S32, Value::S32(-3)),
        (Type::S8, Value::S8(-4)),
        (Type::Char, Value::Char(char::MAX)),
        (Type::Bool, Value::Bool(true)),
        (Type::String, Value::from("a text")),
        (Type::List(Type::U8.into()), Value::from(b"bytes")),
        (
            Type::Tuple(vec![Type::F32, Type::F64].into()),
            Value::from((0.5_f32, -0.0)),
        ),
    ];
    for (one, first) in &leaves {
        for (other, second) in &leaves {
            let ty = variant(&[
                ("one", Some(one.clone())),
                ("other", Some(other.clone())),
                ("none", None),
            ]);
            let values = [
                Value::variant("one", first.clone()),
                Value::variant("other", second.clone()),
                Value::Variant("none".to_owned(), None),
            ];
            check(&ty, &values).unwrap();
            let ty = Type::Result((Some(one.clone()), Some(other.clone())).into());
            let values = [
                Value::Result(Ok(Some(Box::new(first.clone())))),
                Value::Result(Err(Some(Box::new(second.clone())))),
            ];
            check(&ty, &values).unwrap();
        }
    }
}

#[test]
fn sets_of_flags_of_every_size() {
    for count in [1, 2, 7, 8, 9, 15, 16, 17, 31, 32] {
        let name = |n: usize| format!("f{n}");
        let values = [
            Value::Flags(Vec::new()),
            Value::Flags(vec![name(0)]),
            Value::Flags(vec![name(count - 1)]),
            Value::Flags((0..count).map(name).collect()),
            Value::Flags((0..count).step_by(2).map(name).collect()),
        ];
        check(&flags(count), &values).unwrap();
        // Beside others, where the size matters.
        let ty = Type::Tuple(vec![Type::U8, flags(count), Type::U8].into());
        let beside = values.map(|value| Value::Tuple(vec![Value::U8(1), value, Value::U8(2)]));
        check(&ty, &beside).unwrap();
    }
}

/// Discriminants of one byte and of two, up to the last case.
#[test]
fn many_cases() {
    for count in [1_usize, 2, 255, 256, 257, 300] {
        let name = |n: usize| format!("c{n}");
        let cases = (0..count).map(|n| name(n).as_str().into());
        let cases = cases.collect();
        let ty = Type::Enum(fidius_wit::Enum { name: None, cases }.into());
        let values = [0, count / 2, count - 1].map(|n| Value::Enum(name(n)));
        check(&ty, &values).unwrap();
        let beside = Type::List(Type::Tuple(vec![ty, Type::U8].into()).into());
        let list = values.map(|value| Value::Tuple(vec![value, Value::U8(7)]));
        check(&beside, &[Value::List(list.to_vec())]).unwrap();

        let names: Vec<String> = (0..count).map(name).collect();
        let cases: Vec<(&str, Option<Type>)> = names
            .iter()
            .enumerate()
            .map(|(n, name)| (name.as_str(), (n % 2 == 0).then_some(Type::U64)))
            .collect();
        let last = match (count - 1) % 2 {
            0 => Value::variant(name(count - 1), u64::MAX),
            _ => Value::Variant(name(count - 1), None),
        };
        check(&variant(&cases), &[Value::variant("c0", 1_u64), last]).unwrap();
    }
}

/// A component that answers with the flat values of a float just as they are: wasm keeps every bit, and so must we.
#[test]
fn floats_that_are_no_numbers_keep_their_bits() {
    let narrow = [
        0x7fc0_0000,
        0xffc0_0000,
        0x7f80_0001,
        0xff80_0001,
        0x7fff_ffff,
        0x7fa5_a5a5,
    ];
    let plugin = load(&Type::F32);
    for bits in narrow {
        let value = Value::F32(f32::from_bits(bits));
        let Value::F32(back) = plugin
            .call_values("one", std::slice::from_ref(&value))
            .unwrap()
        else {
            panic!("no float")
        };
        assert_eq!(back.to_bits(), bits);
        let flats = plugin
            .call_values("flats", std::slice::from_ref(&value))
            .unwrap();
        assert_eq!(flats, Value::list([u64::from(bits)]));
        let echo = plugin.call_values("echo", &padded(&value)).unwrap();
        let Some(Value::F32(back)) = echo.as_list().map(|items| &items[0]) else {
            panic!("no float")
        };
        assert_eq!(back.to_bits(), bits);
    }
    let wide = [
        0x7ff8_0000_0000_0000,
        0xfff8_0000_0000_0000,
        0x7ff0_0000_0000_0001,
        0xfff0_0000_0000_0001,
        0x7fff_ffff_ffff_ffff,
        0x7ff5_a5a5_a5a5_a5a5,
    ];
    let plugin = load(&Type::F64);
    for bits in wide {
        let value = Value::F64(f64::from_bits(bits));
        let Value::F64(back) = plugin
            .call_values("one", std::slice::from_ref(&value))
            .unwrap()
        else {
            panic!("no float")
        };
        assert_eq!(back.to_bits(), bits);
        let flats = plugin.call_values("flats", &[value]).unwrap();
        assert_eq!(flats, Value::list([bits]));
    }
    // In lists, which are read many at a time.
    let plugin = load(&Type::List(Type::F32.into()));
    let values = Value::list(narrow.map(f32::from_bits));
    let echo = plugin.call_values("echo", &padded(&values)).unwrap();
    let back = echo.as_list().unwrap()[0].as_list().unwrap();
    let bits = |value: &Value| match value {
        Value::F32(number) => number.to_bits(),
        other => panic!("{other}"),
    };
    assert_eq!(back.iter().map(bits).collect::<Vec<_>>(), narrow);
}

#[test]
fn sixteen_values_are_passed_one_by_one_and_seventeen_in_memory() {
    for count in [15_usize, 16, 17, 18] {
        let fields = (0..count).map(|n| Field {
            name: format!("f{n}").as_str().into(),
            ty: if n % 3 == 0 { Type::U64 } else { Type::F32 },
        });
        let fields = fields.collect();
        let ty = Type::Record(Record { name: None, fields }.into());
        let value = Value::record((0..count).map(|n| {
            let value = if n % 3 == 0 {
                Value::U64(n as u64)
            } else {
                Value::F32(n as f32)
            };
            (format!("f{n}"), value)
        }));
        assert_eq!(load(&ty).method("flats").is_ok(), count <= 16);
        check(&ty, &[value]).unwrap();
    }
    // A text takes two.
    for texts in [8_usize, 9] {
        let ty = Type::Tuple(vec![Type::String; texts].into());
        let value = Value::Tuple((0..texts).map(|n| "x".repeat(n).into()).collect());
        assert_eq!(load(&ty).method("flats").is_ok(), texts == 8);
        check(&ty, &[value]).unwrap();
    }
}

/// What a guest must not answer with: each is an error of the call, and never a value.
#[test]
fn what_is_no_value_of_the_type_is_a_trap() {
    let wit = "package test:wrong;
        interface wrong {
          enum two { a, b }
          flags three { x, y, z }
          letter: func(bits: u32) -> char;
          truth: func(bits: u32) -> bool;
          case: func(bits: u32) -> two;
          set: func(bits: u32) -> three;
          byte: func(bits: u32) -> u8;
          signed: func(bits: u32) -> s16;
          cases: func(bits: u32) -> list<two>;
          letters: func(bits: u32) -> list<char>;
          perhaps: func(bits: u32) -> option<u8>;
          outcome: func(bits: u32) -> result<tuple<u8, u8>, u8>;
          far: func(bits: u32) -> list<u64>;
          text: func(bits: u32) -> string;
          pair: func(bits: u32) -> tuple<u32, u32>;
        }
        world wrongs { export wrong; }";
    let same = ["letter", "truth", "case", "set", "byte", "signed"];
    let mut module = format!("(module {}", component_of_text::MEMORY);
    for name in same {
        module += &format!(
            "(func (export \"test:wrong/wrong#{name}\") (param i32) (result i32) (local.get 0))"
        );
    }
    for name in ["cases", "letters"] {
        module += &format!(
            "(func (export \"test:wrong/wrong#{name}\") (param i32) (result i32)
               (i32.store (i32.const 64) (local.get 0))
               (i32.store (i32.const 8) (i32.const 64))
               (i32.store (i32.const 12) (i32.const 1))
               (i32.const 8))"
        );
    }
    for name in ["perhaps", "outcome"] {
        module += &format!(
            "(func (export \"test:wrong/wrong#{name}\") (param i32) (result i32)
               (i32.store8 (i32.const 8) (local.get 0))
               (i32.const 8))"
        );
    }
    module += "(func (export \"test:wrong/wrong#far\") (param i32) (result i32)
           (i32.store (i32.const 8) (local.get 0))
           (i32.store (i32.const 12) (i32.const 2))
           (i32.const 8))
         (func (export \"test:wrong/wrong#text\") (param i32) (result i32)
           (i32.store (i32.const 64) (local.get 0))
           (i32.store (i32.const 8) (i32.const 64))
           (i32.store (i32.const 12) (i32.const 4))
           (i32.const 8))
         (func (export \"test:wrong/wrong#pair\") (param i32) (result i32) (local.get 0)))";
    let plugin = Dynamic::load(encode(wit, &module)).unwrap();
    let call = |name: &str, bits: u32| plugin.call_values(name, &[bits.into()]);
    let is_trap = |name: &str, bits: u32| {
        let error = call(name, bits).unwrap_err();
        assert!(error.is_trap(), "{name} {bits:#x}: {error}");
    };

    assert_eq!(call("letter", 0x1_f389).unwrap(), Value::Char('🎉'));
    is_trap("letter", 0xd800);
    is_trap("letter", 0xdfff);
    is_trap("letter", 0x11_0000);
    is_trap("letter", u32::MAX);
    is_trap("letters", 0xd800);
    is_trap("letters", 0x11_0000);
    // Anything but zero is true.
    assert_eq!(call("truth", 0).unwrap(), Value::Bool(false));
    assert_eq!(call("truth", 7).unwrap(), Value::Bool(true));
    assert_eq!(call("case", 1).unwrap(), Value::Enum("b".into()));
    is_trap("case", 2);
    is_trap("case", u32::MAX);
    assert_eq!(
        call("cases", 0).unwrap(),
        Value::List(vec![Value::Enum("a".into())])
    );
    is_trap("cases", 2);
    is_trap("cases", 0xff);
    // What no flag stands for is ignored, and so is what does not fit a byte.
    assert_eq!(call("set", 0xffff_fff8).unwrap(), Value::Flags(Vec::new()));
    assert_eq!(
        call("set", 0xffff_fffc).unwrap(),
        Value::Flags(vec!["z".into()])
    );
    assert_eq!(call("byte", 0x1234).unwrap(), Value::U8(0x34));
    assert_eq!(call("signed", 0x1_ffff).unwrap(), Value::S16(-1));
    assert_eq!(call("perhaps", 0).unwrap(), Value::Option(None));
    is_trap("perhaps", 2);
    is_trap("outcome", 2);
    // Memory that is not there, and addresses that are not aligned.
    assert_eq!(call("far", 0x8000).unwrap(), Value::list([0_u64, 0]));
    is_trap("far", 0x1_0000 - 8);
    is_trap("far", u32::MAX - 7);
    is_trap("far", 0x8004);
    is_trap("text", u32::from_le_bytes([0xff, b'a', b'b', b'c']));
    assert_eq!(
        call("text", u32::from_le_bytes(*b"abcd")).unwrap(),
        "abcd".into()
    );
    is_trap("pair", 0x1_0000 - 4);
    is_trap("pair", 0xffff_fffc);
    is_trap("pair", 2);
}

//! Random types of the model, values of a given type, and the same values written less exactly.
//!
//! It is for tests of several crates, each of which has a `Value` in scope where it declares this module.

use fidius_wit::{Case, Enum, Field, Flags, Record, Type, Variant};
use proptest::prelude::*;

use super::Value;

/// Types without resources, futures and streams, a few levels deep. Named types have names with several words.
pub fn types() -> BoxedStrategy<Type> {
    let names = prop::collection::btree_set(
        // Of words of one letter it is not always to be seen where they begin.
        "(type|self|[a-z]{2,4})(-[a-z]{2}[a-z0-9]?){0,2}",
        1..5,
    )
    .prop_map(|names| names.into_iter().collect::<Vec<_>>())
    .prop_shuffle();
    let leaf = prop_oneof![
        4 => primitives(),
        1 => names.clone().prop_map(|names| {
            let cases = names.into_iter().map(Into::into).collect();
            Type::Enum(Enum { name: Some("an-enum".into()), cases }.into())
        }),
        1 => names.clone().prop_map(|names| {
            let flags = names.into_iter().map(Into::into).collect();
            Type::Flags(Flags { name: Some("some-flags".into()), flags }.into())
        }),
    ];
    leaf.prop_recursive(3, 16, 4, move |inner| {
        let side = prop::option::of(inner.clone());
        let several = prop::collection::vec(inner.clone(), 5);
        let cases = prop::collection::vec(side.clone(), 5);
        prop_oneof![
            inner.clone().prop_map(|item| Type::List(item.into())),
            (inner.clone(), 1..4u32)
                .prop_map(|(item, length)| Type::FixedLengthList(item.into(), length)),
            (keys(), inner.clone()).prop_map(|entry| Type::Map(entry.into())),
            inner.clone().prop_map(|some| Type::Option(some.into())),
            (side.clone(), side).prop_map(|sides| Type::Result(sides.into())),
            prop::collection::vec(inner, 1..4).prop_map(|types| Type::Tuple(types.into())),
            (names.clone(), several).prop_map(|(names, types)| {
                let fields = names.into_iter().zip(types);
                let fields = fields
                    .map(|(name, ty)| Field {
                        name: name.into(),
                        ty,
                    })
                    .collect();
                Type::Record(
                    Record {
                        name: Some("a-record".into()),
                        fields,
                    }
                    .into(),
                )
            }),
            (names.clone(), cases).prop_map(|(names, types)| {
                let cases = names.into_iter().zip(types);
                let cases = cases
                    .map(|(name, ty)| Case {
                        name: name.into(),
                        ty,
                    })
                    .collect();
                Type::Variant(
                    Variant {
                        name: Some("a-variant".into()),
                        cases,
                    }
                    .into(),
                )
            }),
        ]
    })
    .boxed()
}

fn primitives() -> impl Strategy<Value = Type> {
    prop_oneof![keys(), Just(Type::U8), Just(Type::F32), Just(Type::F64),]
}

/// What WIT allows for the keys of maps.
fn keys() -> impl Strategy<Value = Type> {
    prop::sample::select(vec![
        Type::Bool,
        Type::S8,
        Type::U8,
        Type::S16,
        Type::U16,
        Type::S32,
        Type::U32,
        Type::S64,
        Type::U64,
        Type::Char,
        Type::String,
    ])
}

/// Values of a type, exactly as a call would answer them.
pub fn values(ty: &Type) -> BoxedStrategy<Value> {
    let payload = |ty: Option<&Type>| match ty {
        Some(ty) => values(ty).prop_map(|value| Some(Box::new(value))).boxed(),
        None => Just(None).boxed(),
    };
    match ty {
        Type::Bool => any::<bool>().prop_map(Value::Bool).boxed(),
        Type::S8 => any::<i8>().prop_map(Value::S8).boxed(),
        Type::U8 => any::<u8>().prop_map(Value::U8).boxed(),
        Type::S16 => any::<i16>().prop_map(Value::S16).boxed(),
        Type::U16 => any::<u16>().prop_map(Value::U16).boxed(),
        Type::S32 => any::<i32>().prop_map(Value::S32).boxed(),
        Type::U32 => any::<u32>().prop_map(Value::U32).boxed(),
        Type::S64 => any::<i64>().prop_map(Value::S64).boxed(),
        Type::U64 => any::<u64>().prop_map(Value::U64).boxed(),
        // Also what is no number; which NaN it is does not get through everything, so that it is always the same one.
        Type::F32 => prop_oneof![
            8 => any::<f32>(),
            2 => prop::sample::select(vec![f32::NAN, f32::INFINITY, f32::NEG_INFINITY, -0.0, 0.1]),
        ]
        .prop_map(Value::F32)
        .boxed(),
        Type::F64 => prop_oneof![
            8 => any::<f64>(),
            2 => prop::sample::select(vec![f64::NAN, f64::INFINITY, f64::NEG_INFINITY, -0.0, 0.1]),
        ]
        .prop_map(Value::F64)
        .boxed(),
        Type::Char => any::<char>().prop_map(Value::Char).boxed(),
        Type::String => any::<String>().prop_map(Value::String).boxed(),
        Type::List(item) => list(item, 0..6),
        Type::FixedLengthList(item, length) => {
            let length = *length as usize;
            list(item, length..length + 1)
        }
        Type::Map(entry) => prop::collection::vec((values(&entry.0), values(&entry.1)), 0..4)
            .prop_map(|entries| {
                let mut unique: Vec<(Value, Value)> = Vec::new();
                for (key, value) in entries {
                    if unique.iter().all(|(other, _)| *other != key) {
                        unique.push((key, value));
                    }
                }
                Value::Map(unique)
            })
            .boxed(),
        Type::Tuple(types) => types
            .iter()
            .map(values)
            .collect::<Vec<_>>()
            .prop_map(Value::Tuple)
            .boxed(),
        Type::Record(record) => {
            let names: Vec<String> = record
                .fields
                .iter()
                .map(|field| field.name.to_string())
                .collect();
            let types = record.fields.iter().map(|field| values(&field.ty));
            types
                .collect::<Vec<_>>()
                .prop_map(move |values| Value::Record(names.iter().cloned().zip(values).collect()))
                .boxed()
        }
        Type::Variant(variant) => {
            let cases = variant.cases.iter().map(|case| {
                let name = case.name.to_string();
                payload(case.ty.as_ref())
                    .prop_map(move |payload| Value::Variant(name.clone(), payload))
                    .boxed()
            });
            prop::strategy::Union::new(cases.collect::<Vec<_>>()).boxed()
        }
        Type::Enum(ty) => {
            let cases: Vec<String> = ty.cases.iter().map(ToString::to_string).collect();
            prop::sample::select(cases).prop_map(Value::Enum).boxed()
        }
        Type::Flags(ty) => {
            let flags: Vec<String> = ty.flags.iter().map(ToString::to_string).collect();
            let count = flags.len();
            prop::sample::subsequence(flags, 0..=count)
                .prop_map(Value::Flags)
                .boxed()
        }
        Type::Option(some) => prop_oneof![
            Just(Value::Option(None)),
            values(some).prop_map(|value| Value::Option(Some(Box::new(value)))),
        ]
        .boxed(),
        Type::Result(sides) => prop_oneof![
            payload(sides.0.as_ref()).prop_map(|payload| Value::Result(Ok(payload))),
            payload(sides.1.as_ref()).prop_map(|payload| Value::Result(Err(payload))),
        ]
        .boxed(),
        Type::ErrorContext | Type::Own(_) | Type::Borrow(_) | Type::Future(_) | Type::Stream(_) => {
            panic!("values of {ty} are not made at random")
        }
    }
}

fn list(item: &Type, count: std::ops::Range<usize>) -> BoxedStrategy<Value> {
    match item {
        Type::U8 => prop::collection::vec(any::<u8>(), count)
            .prop_map(Value::Bytes)
            .boxed(),
        item => prop::collection::vec(values(item), count)
            .prop_map(Value::List)
            .boxed(),
    }
}

/// A type with a value of it.
pub fn typed_values() -> impl Strategy<Value = (Type, Value)> {
    types().prop_flat_map(|ty| {
        let values = values(&ty);
        (Just(ty), values)
    })
}

/// Whether two values are the same, where a NaN is as good as another.
pub fn are_same(a: &Value, b: &Value) -> bool {
    // In debug text a NaN is a NaN, and a float tells its sign.
    format!("{a:?}") == format!("{b:?}")
}

/// Choices out of a seed.
pub struct Choices(pub u64);

impl Choices {
    fn below(&mut self, count: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % count
    }

    fn toss(&mut self) -> bool {
        self.below(2) == 0
    }
}

/// The same value, exact for its type, as a person or another program might write it.
pub fn loosened(value: &Value, choices: &mut Choices) -> Value {
    let integer = |number: i128, choices: &mut Choices| {
        let all = [
            i8::try_from(number).ok().map(Value::S8),
            u8::try_from(number).ok().map(Value::U8),
            i16::try_from(number).ok().map(Value::S16),
            u16::try_from(number).ok().map(Value::U16),
            i32::try_from(number).ok().map(Value::S32),
            u32::try_from(number).ok().map(Value::U32),
            i64::try_from(number).ok().map(Value::S64),
            u64::try_from(number).ok().map(Value::U64),
            (number as f64 as i128 == number).then_some(Value::F64(number as f64)),
        ];
        let mut all: Vec<Value> = all.into_iter().flatten().collect();
        all.swap_remove(choices.below(all.len()))
    };
    match value {
        Value::S8(number) => integer((*number).into(), choices),
        Value::U8(number) => integer((*number).into(), choices),
        Value::S16(number) => integer((*number).into(), choices),
        Value::U16(number) => integer((*number).into(), choices),
        Value::S32(number) => integer((*number).into(), choices),
        Value::U32(number) => integer((*number).into(), choices),
        Value::S64(number) => integer((*number).into(), choices),
        Value::U64(number) => integer((*number).into(), choices),
        Value::F32(number) if choices.toss() => Value::F64((*number).into()),
        Value::Char(letter) if choices.toss() => Value::String(letter.to_string()),
        Value::Bytes(bytes) if choices.toss() => {
            let items = bytes
                .iter()
                .map(|byte| integer((*byte).into(), choices))
                .collect();
            sequence(items, choices)
        }
        Value::List(items) | Value::Tuple(items) => {
            let items = items.iter().map(|item| loosened(item, choices)).collect();
            sequence(items, choices)
        }
        Value::Map(entries) => {
            let entries: Vec<(Value, Value)> = entries
                .iter()
                .map(|(key, value)| (loosened(key, choices), loosened(value, choices)))
                .collect();
            if choices.toss() {
                return Value::Map(entries);
            }
            let pairs = entries
                .into_iter()
                .map(|(key, value)| sequence(vec![key, value], choices))
                .collect();
            sequence(pairs, choices)
        }
        Value::Record(fields) => {
            let mut fields: Vec<(String, Value)> = fields
                .iter()
                .filter(|(_, value)| !matches!(value, Value::Option(None)) || choices.toss())
                .collect::<Vec<_>>()
                .into_iter()
                .map(|(name, value)| (spelled(name, choices), loosened(value, choices)))
                .collect();
            for place in 1..fields.len() {
                fields.swap(place, choices.below(place + 1));
            }
            if choices.toss() {
                return Value::Record(fields);
            }
            let fields = fields.into_iter();
            Value::Map(
                fields
                    .map(|(name, value)| (Value::String(name), value))
                    .collect(),
            )
        }
        Value::Variant(name, payload) => {
            let name = spelled(name, choices);
            match payload {
                None if choices.toss() => Value::String(name),
                Some(payload) if choices.toss() => {
                    Value::Record(vec![(name, loosened(payload, choices))])
                }
                payload => Value::Variant(
                    name,
                    payload
                        .as_ref()
                        .map(|payload| Box::new(loosened(payload, choices))),
                ),
            }
        }
        Value::Enum(name) => {
            let name = spelled(name, choices);
            if choices.toss() {
                Value::Variant(name, None)
            } else {
                Value::String(name)
            }
        }
        Value::Flags(flags) => {
            let mut flags: Vec<Value> = flags
                .iter()
                .map(|flag| Value::String(spelled(flag, choices)))
                .collect();
            flags.reverse();
            sequence(flags, choices)
        }
        Value::Option(None) if choices.toss() => Value::Unit,
        Value::Option(Some(value)) => {
            let inner = loosened(value, choices);
            match &**value {
                // Which option a bare value is of can't be seen.
                Value::Option(_) if choices.toss() => {
                    Value::Record(vec![("some".to_owned(), inner)])
                }
                Value::Option(_) => Value::Option(Some(Box::new(inner))),
                _ if choices.toss() => inner,
                _ => Value::Option(Some(Box::new(inner))),
            }
        }
        Value::Result(result) => {
            let (name, payload) = match result {
                Ok(payload) => ("ok", payload),
                Err(payload) => ("err", payload),
            };
            let name = spelled(name, choices);
            let payload = payload.as_ref().map(|payload| loosened(payload, choices));
            match payload {
                None if choices.toss() => Value::String(name),
                payload if choices.toss() => {
                    Value::Record(vec![(name, payload.unwrap_or(Value::Unit))])
                }
                payload => Value::Variant(name, payload.map(Box::new)),
            }
        }
        value => value.clone(),
    }
}

fn sequence(items: Vec<Value>, choices: &mut Choices) -> Value {
    if choices.toss() {
        Value::List(items)
    } else {
        Value::Tuple(items)
    }
}

/// The name in one of its usual spellings.
fn spelled(name: &str, choices: &mut Choices) -> String {
    let pascal: String = name
        .split('-')
        .map(|word| word[..1].to_uppercase() + &word[1..])
        .collect();
    let spelled = match choices.below(7) {
        0 => name.replace('-', "_"),
        1 => name[..1].to_owned() + &pascal[1..],
        2 => pascal,
        3 => name.replace('-', "_").to_uppercase(),
        4 => name.to_uppercase(),
        _ => return name.to_owned(),
    };
    if matches!(name, "type" | "self") && choices.toss() {
        spelled + "_"
    } else {
        spelled
    }
}

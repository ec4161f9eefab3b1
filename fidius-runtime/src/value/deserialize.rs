//! A `Value` out of what a format like JSON holds, before any type is known.

use std::fmt;

use serde::de::{Deserialize, Deserializer, EnumAccess, Error, MapAccess, SeqAccess, Visitor};

use crate::Value;

use super::handover;

impl<'de> Deserialize<'de> for Value {
    /// As the format has it: a list, a record for a map with strings for keys, the numbers of the format's own types. The call that
    /// the value is passed to makes of it what the function wants.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(handover::NAME, Whole)
    }
}

/// Takes a value whole where a deserializer of ours offers one, else reads what the format has.
struct Whole;

/// Reads what the format has.
struct Natural;

impl<'de> Visitor<'de> for Whole {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Natural.expecting(f)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<Value, D::Error> {
        match handover::take() {
            Some(value) => Ok(value),
            None => deserializer.deserialize_any(Natural),
        }
    }
}

/// An item inside of a value, which no deserializer of ours has to offer.
struct Item(Value);

impl<'de> Deserialize<'de> for Item {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Natural).map(Self)
    }
}

macro_rules! visit {
    ($($method:ident: $ty:ty),* $(,)?) => {$(
        fn $method<E: Error>(self, value: $ty) -> Result<Value, E> {
            Ok(Value::from(value))
        }
    )*};
}

impl<'de> Visitor<'de> for Natural {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    visit! {
        visit_bool: bool,
        visit_i8: i8,
        visit_i16: i16,
        visit_i32: i32,
        visit_i64: i64,
        visit_u8: u8,
        visit_u16: u16,
        visit_u32: u32,
        visit_u64: u64,
        visit_f32: f32,
        visit_f64: f64,
        visit_char: char,
        visit_str: &str,
        visit_string: String,
        visit_bytes: &[u8],
        visit_byte_buf: Vec<u8>,
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Unit)
    }

    fn visit_none<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Option(None))
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        let Item(value) = Item::deserialize(deserializer)?;
        Ok(Value::Option(Some(Box::new(value))))
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value, A::Error> {
        let mut items = Vec::new();
        while let Some(Item(item)) = seq.next_element()? {
            items.push(item);
        }
        Ok(Value::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut fields = Vec::new();
        let mut entries = Vec::new();
        while let Some((Item(key), Item(value))) = map.next_entry()? {
            match key {
                Value::String(name) if entries.is_empty() => fields.push((name, value)),
                key => {
                    let fields = fields.drain(..);
                    entries.extend(fields.map(|(name, value)| (Value::String(name), value)));
                    entries.push((key, value));
                }
            }
        }
        Ok(if entries.is_empty() {
            Value::Record(fields)
        } else {
            Value::Map(entries)
        })
    }

    fn visit_enum<A: EnumAccess<'de>>(self, _: A) -> Result<Value, A::Error> {
        Err(A::Error::custom(
            "a case of an enum, which this format does not tell apart from one with a payload: write it as a string, or as a map of one entry",
        ))
    }
}

//! A `Value` as what it holds, for formats like JSON.

use serde::ser::{Error as _, SerializeMap};
use serde::{Serialize, Serializer};

use crate::Value;

use super::{handover, number};

impl Serialize for Value {
    /// As what it holds: a record and a variant with a payload as a map with the WIT names, other cases and flags as strings,
    /// `some` as its value, or as `{"some": …}` around another option, a result as `{"ok": …}` or `{"err": …}`, and a map as a list
    /// of pairs unless all of its keys are strings. In texts, a float that is no number is the string `NaN`, `Infinity` or
    /// `-Infinity`. A handle of a resource is an error, as it means something only to the plugin that it is of.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_newtype_struct(handover::NAME, &Natural(self))
    }
}

/// A value as what it holds, unless one of our own serializers takes it whole.
struct Whole<'a>(&'a Value);

struct Natural<'a>(&'a Value);

impl Serialize for Natural<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if handover::leave(self.0) {
            return serializer.serialize_unit();
        }
        Whole(self.0).serialize(serializer)
    }
}

impl Serialize for Whole<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::Bool(value) => serializer.serialize_bool(*value),
            Value::S8(number) => serializer.serialize_i8(*number),
            Value::U8(number) => serializer.serialize_u8(*number),
            Value::S16(number) => serializer.serialize_i16(*number),
            Value::U16(number) => serializer.serialize_u16(*number),
            Value::S32(number) => serializer.serialize_i32(*number),
            Value::U32(number) => serializer.serialize_u32(*number),
            Value::S64(number) => serializer.serialize_i64(*number),
            Value::U64(number) => serializer.serialize_u64(*number),
            Value::F32(number) => match number::name_of(f64::from(*number)) {
                Some(name) if serializer.is_human_readable() => serializer.serialize_str(name),
                _ => serializer.serialize_f32(*number),
            },
            Value::F64(number) => match number::name_of(*number) {
                Some(name) if serializer.is_human_readable() => serializer.serialize_str(name),
                _ => serializer.serialize_f64(*number),
            },
            Value::Char(letter) => serializer.serialize_char(*letter),
            Value::String(text) => serializer.serialize_str(text),
            Value::Bytes(bytes) => serializer.serialize_bytes(bytes),
            Value::List(items) | Value::Tuple(items) => {
                serializer.collect_seq(items.iter().map(Whole))
            }
            Value::Map(entries) => {
                let are_strings = entries
                    .iter()
                    .all(|(key, _)| matches!(key, Value::String(_)));
                let entries = entries
                    .iter()
                    .map(|(key, value)| (Whole(key), Whole(value)));
                if are_strings {
                    serializer.collect_map(entries)
                } else {
                    serializer.collect_seq(entries)
                }
            }
            Value::Record(fields) => {
                serializer.collect_map(fields.iter().map(|(name, value)| (name, Whole(value))))
            }
            Value::Variant(name, None) | Value::Enum(name) => serializer.serialize_str(name),
            Value::Variant(name, Some(payload)) => entry(serializer, name, Some(payload)),
            Value::Flags(flags) => serializer.collect_seq(flags),
            Value::Option(None) => serializer.serialize_none(),
            Value::Option(Some(value)) => match &**value {
                // A bare one could not be told from that of the outer option.
                Value::Option(_) => entry(serializer, "some", Some(value)),
                value => serializer.serialize_some(&Whole(value)),
            },
            Value::Result(Ok(payload)) => entry(serializer, "ok", payload.as_deref()),
            Value::Result(Err(payload)) => entry(serializer, "err", payload.as_deref()),
            Value::Resource(_) => Err(S::Error::custom(
                "a handle of a resource can only be passed as a `Value`: use `call_values`",
            )),
            Value::Unit => serializer.serialize_unit(),
        }
    }
}

fn entry<S: Serializer>(
    serializer: S,
    name: &str,
    payload: Option<&Value>,
) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(1))?;
    match payload {
        Some(payload) => map.serialize_entry(name, &Whole(payload))?,
        None => map.serialize_entry(name, &())?,
    }
    map.end()
}

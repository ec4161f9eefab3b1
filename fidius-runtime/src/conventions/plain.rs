//! Values in the encoding of guests of fidius 0.5.

use serde::ser::{Error as _, SerializeTuple};
use serde::{Serialize, Serializer};

use crate::Value;

/// A value as the Rust value of its type: a record is its fields in their order. Where the encoding has a number in the place of a name,
/// there is none: the number is not known.
pub(crate) struct Plain<'a>(pub(crate) &'a Value);

impl Serialize for Plain<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::Tuple(values) => tuple(serializer, values.iter()),
            Value::Record(fields) => tuple(serializer, fields.iter().map(|(_, value)| value)),
            Value::List(items) => serializer.collect_seq(items.iter().map(Plain)),
            Value::Map(entries) => serializer.collect_map(
                entries
                    .iter()
                    .map(|(key, value)| (Plain(key), Plain(value))),
            ),
            Value::Option(None) => serializer.serialize_none(),
            Value::Option(Some(value)) => serializer.serialize_some(&Plain(value)),
            Value::Result(result) => {
                let (number, case, payload) = match result {
                    Ok(payload) => (0, "Ok", payload),
                    Err(payload) => (1, "Err", payload),
                };
                let payload = payload.as_deref().unwrap_or(&Value::Unit);
                serializer.serialize_newtype_variant("Result", number, case, &Plain(payload))
            }
            Value::F32(number) => serializer.serialize_f32(*number),
            Value::F64(number) => serializer.serialize_f64(*number),
            Value::Variant(name, _) | Value::Enum(name) => Err(S::Error::custom(format!(
                "the number of the case `{name}` can't be told from a value; feed it from a typed host, with `client_streams` in its \
                 attribute"
            ))),
            Value::Flags(_) | Value::Resource(_) => Err(S::Error::custom(format!(
                "{} can't be in it",
                self.0.kind()
            ))),
            value => value.serialize(serializer),
        }
    }
}

fn tuple<'v, S: Serializer>(
    serializer: S,
    values: impl ExactSizeIterator<Item = &'v Value>,
) -> Result<S::Ok, S::Error> {
    let mut tuple = serializer.serialize_tuple(values.len())?;
    for value in values {
        tuple.serialize_element(&Plain(value))?;
    }
    tuple.end()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conventions::bincode1;

    #[test]
    fn it_is_what_the_rust_value_is() {
        #[derive(Serialize)]
        struct Reading {
            at: u64,
            place: &'static str,
            note: Option<(u8, char)>,
            data: Vec<u8>,
            end: Result<i32, ()>,
        }
        let reading = Reading {
            at: 7,
            place: "here",
            note: Some((1, 'ä')),
            data: vec![1, 2, 3],
            end: Err(()),
        };
        let note = Value::Tuple(vec![Value::U8(1), Value::Char('ä')]);
        let value = Value::record([
            ("at", Value::U64(7)),
            ("place", "here".into()),
            ("note", Value::Option(Some(Box::new(note)))),
            ("data", Value::Bytes(vec![1, 2, 3])),
            ("end", Value::Result(Err(None))),
        ]);
        let expected = bincode1::encode(&reading).unwrap();
        assert_eq!(bincode1::encode(&Plain(&value)).unwrap(), expected);
        let list = Value::List(vec![Value::S16(-1), Value::S16(2)]);
        assert_eq!(
            bincode1::encode(&Plain(&list)).unwrap(),
            bincode1::encode(&vec![-1_i16, 2]).unwrap()
        );
        let case = Value::Enum("calm".to_owned());
        let error = bincode1::encode(&Plain(&case)).unwrap_err().to_string();
        assert!(error.contains("the number of the case `calm`"), "{error}");
    }
}

//! Whether a value is already exactly what its type says: one walk that allocates nothing but for the keys of large maps.

use std::collections::HashSet;

use fidius_wit::{Text, Type};

use crate::Value;

use super::number;

/// Whether the value is of this type as it is, so that it can be lowered without a change.
pub(super) fn is_exact(value: &Value, ty: &Type) -> bool {
    match (ty, value) {
        (Type::Bool, Value::Bool(_))
        | (Type::S8, Value::S8(_))
        | (Type::U8, Value::U8(_))
        | (Type::S16, Value::S16(_))
        | (Type::U16, Value::U16(_))
        | (Type::S32, Value::S32(_))
        | (Type::U32, Value::U32(_))
        | (Type::S64, Value::S64(_))
        | (Type::U64, Value::U64(_))
        | (Type::F32, Value::F32(_))
        | (Type::F64, Value::F64(_))
        | (Type::Char, Value::Char(_))
        | (Type::String, Value::String(_))
        | (Type::Own(_) | Type::Borrow(_), Value::Resource(_)) => true,
        (Type::List(item), Value::Bytes(_)) => matches!(**item, Type::U8),
        (Type::FixedLengthList(item, length), Value::Bytes(bytes)) => {
            matches!(**item, Type::U8) && bytes.len() == *length as usize
        }
        (Type::List(item), Value::List(items)) => are_exact(items, item),
        (Type::FixedLengthList(item, length), Value::List(items)) => {
            items.len() == *length as usize && are_exact(items, item)
        }
        (Type::Map(entry), Value::Map(entries)) => {
            let (key_type, value_type) = &**entry;
            entries
                .iter()
                .all(|(key, value)| is_exact(key, key_type) && is_exact(value, value_type))
        }
        (Type::Tuple(types), Value::Tuple(items)) => {
            items.len() == types.len()
                && items
                    .iter()
                    .zip(types.iter())
                    .all(|(item, ty)| is_exact(item, ty))
        }
        (Type::Record(record), Value::Record(values)) => {
            values.len() == record.fields.len()
                && values
                    .iter()
                    .zip(record.fields.iter())
                    .all(|((name, value), field)| {
                        field.name == **name && is_exact(value, &field.ty)
                    })
        }
        (Type::Variant(variant), Value::Variant(name, payload)) => {
            let case = variant.cases.iter().find(|case| case.name == **name);
            case.is_some_and(|case| is_exact_payload(payload.as_deref(), case.ty.as_ref()))
        }
        (Type::Enum(ty), Value::Enum(name)) => ty.cases.iter().any(|case| *case == **name),
        (Type::Flags(ty), Value::Flags(set)) => are_in_order(set, &ty.flags),
        (Type::Option(some), Value::Option(value)) => {
            value.as_ref().is_none_or(|value| is_exact(value, some))
        }
        (Type::Result(sides), Value::Result(Ok(payload))) => {
            is_exact_payload(payload.as_deref(), sides.0.as_ref())
        }
        (Type::Result(sides), Value::Result(Err(payload))) => {
            is_exact_payload(payload.as_deref(), sides.1.as_ref())
        }
        _ => false,
    }
}

/// Bytes are the only exact form of a list of `u8`.
fn are_exact(items: &[Value], ty: &Type) -> bool {
    !matches!(ty, Type::U8) && items.iter().all(|item| is_exact(item, ty))
}

fn is_exact_payload(payload: Option<&Value>, ty: Option<&Type>) -> bool {
    match (payload, ty) {
        (None, None) => true,
        (Some(payload), Some(ty)) => is_exact(payload, ty),
        _ => false,
    }
}

/// Whether each name that is set comes later in the type than the one before it.
fn are_in_order(set: &[String], names: &[Text]) -> bool {
    let mut names = names.iter();
    set.iter()
        .all(|flag| names.by_ref().any(|name| *name == **flag))
}

/// The most entries of a map that are held against each other one by one.
const FEW: usize = 16;

/// The place of the first entry whose key an earlier one has too.
pub(super) fn doubled_key(entries: &[(Value, Value)]) -> Option<usize> {
    if entries.len() > FEW {
        let mut seen = HashSet::with_capacity(entries.len());
        let keys: Option<Vec<Key<'_>>> = entries.iter().map(|(key, _)| Key::of(key)).collect();
        if let Some(keys) = keys {
            return keys.into_iter().position(|key| !seen.insert(key));
        }
    }
    (1..entries.len()).find(|&place| {
        let (key, _) = &entries[place];
        entries[..place].iter().any(|(earlier, _)| earlier == key)
    })
}

/// A key of one of the types that WIT allows for keys.
#[derive(PartialEq, Eq, Hash)]
enum Key<'a> {
    Bool(bool),
    Integer(i128),
    Char(char),
    String(&'a str),
}

impl<'a> Key<'a> {
    fn of(value: &'a Value) -> Option<Self> {
        Some(match value {
            Value::Bool(value) => Self::Bool(*value),
            Value::Char(value) => Self::Char(*value),
            Value::String(text) => Self::String(text),
            value => Self::Integer(number::integer(value)?),
        })
    }
}

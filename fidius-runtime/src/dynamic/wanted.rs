//! Which resources a function wants, as the engine knows them in an instance.

use wasmtime::component::{ResourceType, Type};

use crate::Value;

/// Adds the types that the handles in a value must be of, in the order in which they stand in it. By the names of the types this
/// can't be told: an interface may have two resources of one name, its own and one that it uses under another.
pub(crate) fn wanted(ty: &Type, value: &Value, all: &mut Vec<ResourceType>) {
    match (ty, value) {
        (Type::Own(resource) | Type::Borrow(resource), Value::Resource(_)) => all.push(*resource),
        (Type::List(list), Value::List(items)) => {
            let ty = list.ty();
            items.iter().for_each(|item| wanted(&ty, item, all));
        }
        (Type::FixedLengthList(list), Value::List(items)) => {
            let ty = list.ty();
            items.iter().for_each(|item| wanted(&ty, item, all));
        }
        (Type::Map(map), Value::Map(entries)) => {
            let ty = map.value();
            entries
                .iter()
                .for_each(|(_, value)| wanted(&ty, value, all));
        }
        (Type::Option(option), Value::Option(Some(value))) => wanted(&option.ty(), value, all),
        (Type::Result(result), Value::Result(value)) => {
            let (ty, value) = match value {
                Ok(value) => (result.ok(), value),
                Err(value) => (result.err(), value),
            };
            if let (Some(ty), Some(value)) = (ty, value) {
                wanted(&ty, value, all);
            }
        }
        (Type::Tuple(tuple), Value::Tuple(values)) => {
            for (ty, value) in tuple.types().zip(values) {
                wanted(&ty, value, all);
            }
        }
        (Type::Record(record), Value::Record(values)) => {
            for (field, (_, value)) in record.fields().zip(values) {
                wanted(&field.ty, value, all);
            }
        }
        (Type::Variant(variant), Value::Variant(name, Some(payload))) => {
            let case = variant.cases().find(|case| case.name == name);
            if let Some(ty) = case.and_then(|case| case.ty) {
                wanted(&ty, payload, all);
            }
        }
        _ => {}
    }
}

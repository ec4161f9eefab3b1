//! Rust values out of a `Value`.

use std::fmt::Display;
use std::{mem, vec};

use fidius_wit::is_spelling;
use serde::de::value::{BorrowedStrDeserializer, StrDeserializer, U8Deserializer};
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Error, IntoDeserializer,
    MapAccess, SeqAccess, VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;

use crate::{Value, ValueError};

use super::misfit::Step;
use super::text::Short;
use super::{handover, names, number};

/// A Rust value of what a [`Value`] holds: a struct of a record, an enum of a variant, and so on; what the value owns is moved.
///
/// The names of fields and cases may be those of the WIT, or any usual spelling of them: `line_width`, `lineWidth`, `LineWidth`,
/// `LINE_WIDTH` and `LINE-WIDTH` for `line-width`. An integer may become one of another type
/// if it is in range, a float one of another if that is the same number. A [`Result`] is an enum of `Ok` and `Err`, flags are a list
/// of their WIT names, and a `Value` comes out as it is.
///
/// With `#[serde(flatten)]`, and in enums that are untagged or tagged inside, serde does not say which names it knows: there names are
/// only those of the WIT, for which there is `#[serde(rename_all = "kebab-case")]`.
///
/// # Errors
/// The value does not have what the type wants. The text says where: `field "corners", item 7: …`.
///
/// ```
/// use fidius::{Value, from_value};
///
/// #[derive(serde::Deserialize)]
/// struct Size { line_width: u8 }
///
/// let size: Size = from_value(Value::record([("line-width", 3u32)])).unwrap();
/// assert_eq!(size.line_width, 3);
/// ```
pub fn from_value<T: DeserializeOwned>(value: Value) -> Result<T, ValueError> {
    T::deserialize(FromValue(value))
}

struct FromValue(Value);

impl FromValue {
    fn invalid(&self, expected: impl Display) -> ValueError {
        ValueError::new(format!("expected {expected}, got {}", Short(&self.0)))
    }
}

macro_rules! float {
    ($($method:ident: $convert:path => $visit:ident, $name:literal;)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
            match self.0 {
                // What is no number goes to the visitor, which knows better what to say of it.
                Value::F32(_) | Value::F64(_) | Value::S8(_) | Value::U8(_) | Value::S16(_) | Value::U16(_) | Value::S32(_)
                | Value::U32(_) | Value::S64(_) | Value::U64(_) => match $convert(&self.0) {
                    Some(number) => visitor.$visit(number),
                    None => Err(ValueError::new(number::no_float(&self.0, $name))),
                },
                _ => self.deserialize_any(visitor),
            }
        }
    )*};
}

impl<'de> Deserializer<'de> for FromValue {
    type Error = ValueError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
        match self.0 {
            Value::Bool(value) => visitor.visit_bool(value),
            Value::S8(number) => visitor.visit_i8(number),
            Value::U8(number) => visitor.visit_u8(number),
            Value::S16(number) => visitor.visit_i16(number),
            Value::U16(number) => visitor.visit_u16(number),
            Value::S32(number) => visitor.visit_i32(number),
            Value::U32(number) => visitor.visit_u32(number),
            Value::S64(number) => visitor.visit_i64(number),
            Value::U64(number) => visitor.visit_u64(number),
            Value::F32(number) => visitor.visit_f32(number),
            Value::F64(number) => visitor.visit_f64(number),
            Value::Char(letter) => visitor.visit_char(letter),
            Value::String(text) => visitor.visit_string(text),
            Value::Bytes(bytes) => sequence(Bytes(bytes.into_iter()), visitor),
            Value::List(items) => sequence(Items::new(items, Step::Item), visitor),
            Value::Tuple(items) => sequence(Items::new(items, Step::Element), visitor),
            Value::Map(ref entries)
                if entries
                    .iter()
                    .all(|(key, _)| matches!(key, Value::String(_))) =>
            {
                self.deserialize_map(visitor)
            }
            Value::Map(_) => self.deserialize_seq(visitor),
            Value::Record(fields) => map(Fields::new(fields, &[]), visitor),
            Value::Variant(name, None) | Value::Enum(name) => visitor.visit_string(name),
            Value::Variant(name, Some(payload)) => {
                map(Fields::new(vec![(name, *payload)], &[]), visitor)
            }
            Value::Flags(flags) => sequence(Items::new(strings(flags), Step::Item), visitor),
            Value::Option(None) => visitor.visit_none(),
            Value::Option(Some(value)) => visitor.visit_some(Self(*value)),
            Value::Result(result) => {
                let (name, payload) = side(result);
                let payload = payload.map_or(Value::Unit, |payload| *payload);
                map(Fields::new(vec![(name, payload)], &[]), visitor)
            }
            Value::Resource(_) => Err(ValueError::new(
                "a handle of a resource can only be taken as a `Value`",
            )),
            Value::Unit => visitor.visit_unit(),
        }
    }

    float! {
        deserialize_f32: number::to_f32 => visit_f32, "f32";
        deserialize_f64: number::to_f64 => visit_f64, "f64";
    }

    fn deserialize_bytes<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
        self.deserialize_byte_buf(visitor)
    }

    fn deserialize_byte_buf<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
        match self.0 {
            Value::Bytes(bytes) => visitor.visit_byte_buf(bytes),
            _ => self.deserialize_any(visitor),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
        match self.0 {
            Value::Option(None) | Value::Unit => visitor.visit_none(),
            Value::Option(Some(value)) => visitor.visit_some(Self(*value)),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, ValueError> {
        if name == handover::NAME {
            handover::offer(self.0, || visitor.visit_newtype_struct(Self(Value::Unit)))
        } else {
            visitor.visit_newtype_struct(self)
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
        match self.0 {
            // The pairs that a map comes down to.
            Value::Map(entries) => {
                let pairs = entries
                    .into_iter()
                    .map(|(key, value)| Value::Tuple(vec![key, value]))
                    .collect();
                sequence(Items::new(pairs, Step::Item), visitor)
            }
            _ => self.deserialize_any(visitor),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
        match self.0 {
            Value::Map(entries) => map(Entries::new(entries), visitor),
            // Pairs are what a map comes down to.
            Value::List(items) if are_pairs(&items) => {
                let pairs = items.into_iter().filter_map(|item| match item {
                    Value::Tuple(pair) => <[Value; 2]>::try_from(pair).ok().map(Into::into),
                    _ => None,
                });
                map(Entries::new(pairs.collect()), visitor)
            }
            _ => self.deserialize_any(visitor),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ValueError> {
        match self.0 {
            Value::Record(values) => map(Fields::new(values, fields), visitor),
            _ => self.deserialize_any(visitor),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ValueError> {
        if name == "Result" && variants == ["Ok", "Err"] && !is_result(&self.0) {
            return Err(self.invalid(
                "a result",
            ).with_hint("the function's own error is not part of the answer: ask for the type of its ok, and find the error in `CallError::Guest`"));
        }
        let (case, payload) = match self.0 {
            Value::Variant(case, payload) => (case, payload),
            Value::Enum(case) | Value::String(case) => (case, None),
            Value::Result(result) => side(result),
            Value::Record(mut fields) if fields.len() == 1 => {
                let (case, payload) = fields.remove(0);
                (case, Some(Box::new(payload)))
            }
            _ => return Err(self.invalid(format_args!("a case of {name}"))),
        };
        visitor.visit_enum(OneCase {
            case,
            variants,
            payload,
        })
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 char str string unit unit_struct tuple tuple_struct identifier
    }
}

/// Whether it has a case of a result, also one that a Rust result was written as.
fn is_result(value: &Value) -> bool {
    let case = match value {
        Value::Record(fields) if fields.len() == 1 => Some(fields[0].0.as_str()),
        Value::String(case) => Some(case.as_str()),
        value => value.case(),
    };
    case.is_some_and(|case| is_spelling("ok", case) || is_spelling("err", case))
}

fn strings(names: Vec<String>) -> Vec<Value> {
    names.into_iter().map(Value::String).collect()
}

fn are_pairs(items: &[Value]) -> bool {
    items
        .iter()
        .all(|item| matches!(item, Value::Tuple(pair) if pair.len() == 2))
}

type Payload = Option<Box<Value>>;

fn side(result: Result<Payload, Payload>) -> (String, Payload) {
    match result {
        Ok(payload) => ("ok".to_owned(), payload),
        Err(payload) => ("err".to_owned(), payload),
    }
}

/// Gives the items to the visitor, who must take them all.
fn sequence<'de, A, V>(mut items: A, visitor: V) -> Result<V::Value, ValueError>
where
    A: SeqAccess<'de, Error = ValueError>,
    V: Visitor<'de>,
{
    let all = items.size_hint().unwrap_or_default();
    let value = visitor.visit_seq(&mut items)?;
    match items.size_hint() {
        Some(0) | None => Ok(value),
        Some(left) => Err(ValueError::new(format!(
            "expected {} elements, got {all}",
            all - left
        ))),
    }
}

/// Gives the entries to the visitor, who must take them all.
fn map<'de, A, V>(mut entries: A, visitor: V) -> Result<V::Value, ValueError>
where
    A: MapAccess<'de, Error = ValueError>,
    V: Visitor<'de>,
{
    let all = entries.size_hint().unwrap_or_default();
    let value = visitor.visit_map(&mut entries)?;
    match entries.size_hint() {
        Some(0) | None => Ok(value),
        Some(left) => Err(ValueError::new(format!(
            "expected {} entries, got {all}",
            all - left
        ))),
    }
}

struct Bytes(vec::IntoIter<u8>);

impl<'de> SeqAccess<'de> for Bytes {
    type Error = ValueError;

    #[inline]
    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, ValueError> {
        let Some(byte) = self.0.next() else {
            return Ok(None);
        };
        let byte: U8Deserializer<ValueError> = byte.into_deserializer();
        seed.deserialize(byte).map(Some)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.0.len())
    }
}

/// The items of a list, or the elements of a tuple.
struct Items {
    items: vec::IntoIter<Value>,
    place: usize,
    step: fn(usize) -> Step,
}

impl Items {
    fn new(items: Vec<Value>, step: fn(usize) -> Step) -> Self {
        Self {
            items: items.into_iter(),
            place: 0,
            step,
        }
    }
}

impl<'de> SeqAccess<'de> for Items {
    type Error = ValueError;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, ValueError> {
        let Some(item) = self.items.next() else {
            return Ok(None);
        };
        self.place += 1;
        seed.deserialize(FromValue(item))
            .map(Some)
            .map_err(|error| error.within((self.step)(self.place)))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.items.len())
    }
}

/// The entries of a map.
struct Entries {
    entries: vec::IntoIter<(Value, Value)>,
    value: Option<Value>,
    place: usize,
}

impl Entries {
    fn new(entries: Vec<(Value, Value)>) -> Self {
        Self {
            entries: entries.into_iter(),
            value: None,
            place: 0,
        }
    }
}

impl<'de> MapAccess<'de> for Entries {
    type Error = ValueError;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, ValueError> {
        let Some((key, value)) = self.entries.next() else {
            return Ok(None);
        };
        self.place += 1;
        self.value = Some(value);
        seed.deserialize(FromValue(key))
            .map(Some)
            .map_err(|error| error.within(Step::Key(self.place)))
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<T::Value, ValueError> {
        seed.deserialize(FromValue(self.value.take().unwrap_or(Value::Unit)))
            .map_err(|error| error.within(Step::Entry(self.place)))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.entries.len())
    }
}

/// The fields of a record, by the names that the Rust type has for them.
struct Fields {
    values: Vec<(String, Value)>,
    /// How many of them were taken. Their names stay.
    taken: usize,
    /// The Rust type's own; empty where it has none.
    fields: &'static [&'static str],
    /// The Rust type's name of the last one that was taken.
    known: Option<&'static str>,
}

impl Fields {
    fn new(values: Vec<(String, Value)>, fields: &'static [&'static str]) -> Self {
        Self {
            values,
            taken: 0,
            fields,
            known: None,
        }
    }

    /// The Rust type's name of the field at this place, which may not stand for another one as well.
    fn known(&self, place: usize) -> Result<Option<&'static str>, ValueError> {
        let wit = &self.values[place].0;
        let Some(known) = names::spelling_of(wit, self.fields) else {
            return Ok(None);
        };
        if known == wit {
            return Ok(Some(known));
        }
        let all = self.values.iter().map(|(name, _)| name.as_str());
        match names::place(all.clone(), known) {
            Ok(other) => Ok((other == place).then_some(known)),
            Err(unknown) => {
                let is_given = |_| false;
                let text = unknown.message("the record", &names::FIELD, known, all, is_given);
                Err(ValueError::new(text))
            }
        }
    }
}

impl<'de> MapAccess<'de> for Fields {
    type Error = ValueError;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, ValueError> {
        let place = self.taken;
        let Some((wit, _)) = self.values.get(place) else {
            return Ok(None);
        };
        self.known = self.known(place)?;
        self.taken += 1;
        let key = match self.known {
            Some(name) => seed.deserialize(BorrowedStrDeserializer::new(name)),
            None => {
                let key: StrDeserializer<'_, ValueError> = wit.as_str().into_deserializer();
                seed.deserialize(key)
            }
        };
        key.map(Some)
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<T::Value, ValueError> {
        let place = self.taken.checked_sub(1);
        let Some((wit, value)) = place.and_then(|place| self.values.get_mut(place)) else {
            return Err(ValueError::custom(
                "the type's `Deserialize` asks for a value before its key",
            ));
        };
        let value = mem::replace(value, Value::Unit);
        seed.deserialize(FromValue(value))
            .map_err(|error| error.within(Step::Field(self.known.unwrap_or(wit).to_owned())))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.values.len() - self.taken)
    }
}

/// A case with its payload.
struct OneCase {
    case: String,
    variants: &'static [&'static str],
    payload: Payload,
}

impl<'de> EnumAccess<'de> for OneCase {
    type Error = ValueError;
    type Variant = CasePayload;

    fn variant_seed<T: DeserializeSeed<'de>>(
        self,
        seed: T,
    ) -> Result<(T::Value, CasePayload), ValueError> {
        let case = match names::spelling_of(&self.case, self.variants) {
            Some(name) => seed.deserialize(BorrowedStrDeserializer::<ValueError>::new(name))?,
            None => {
                let name: StrDeserializer<'_, ValueError> = self.case.as_str().into_deserializer();
                seed.deserialize(name)?
            }
        };
        let payload = CasePayload {
            case: self.case,
            payload: self.payload,
        };
        Ok((case, payload))
    }
}

struct CasePayload {
    case: String,
    payload: Payload,
}

impl CasePayload {
    /// The payload, or nothing: `Ok(())` is a case without one.
    fn read<T>(
        self,
        read: impl FnOnce(FromValue) -> Result<T, ValueError>,
    ) -> Result<T, ValueError> {
        let payload = self.payload.map_or(Value::Unit, |payload| *payload);
        read(FromValue(payload)).map_err(|error| error.within(Step::Case(self.case)))
    }
}

impl<'de> VariantAccess<'de> for CasePayload {
    type Error = ValueError;

    fn unit_variant(self) -> Result<(), ValueError> {
        match self.payload.as_deref() {
            None | Some(Value::Unit) => Ok(()),
            Some(payload) => Err(ValueError::new(format!(
                "expected no payload, got {}",
                Short(payload)
            ))
            .within(Step::Case(self.case))),
        }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(
        self,
        seed: T,
    ) -> Result<T::Value, ValueError> {
        self.read(|payload| seed.deserialize(payload))
    }

    fn tuple_variant<V: Visitor<'de>>(
        self,
        length: usize,
        visitor: V,
    ) -> Result<V::Value, ValueError> {
        self.read(|payload| payload.deserialize_tuple(length, visitor))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ValueError> {
        self.read(|payload| payload.deserialize_struct("", fields, visitor))
    }
}

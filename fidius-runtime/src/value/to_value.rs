//! A `Value` out of anything that serializes.

use serde::Serialize;
use serde::ser::{
    SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant, Serializer,
};

use crate::{Value, ValueError};

use super::byte::byte;
use super::handover;
use super::misfit::Step;

/// The value that says what `value` holds: a struct is a record, a `Vec` a list (of bytes where they are all `u8`), an enum's case
/// a variant, and so on. No WIT type is looked at; the call that it is passed to makes of it what the function wants.
///
/// A [`Value`] comes out as it is.
///
/// # Errors
/// A number of 128 bits that 64 can't hold, or an error of the type's own `Serialize`.
///
/// ```
/// use fidius::to_value;
///
/// #[derive(serde::Serialize)]
/// struct Point { x: i32, y: i32 }
///
/// let value = to_value(&(Point { x: 1, y: -2 }, "text", vec![1u8, 2])).unwrap();
/// assert_eq!(value.to_string(), "({x: 1, y: -2}, \"text\", [1, 2])");
/// ```
pub fn to_value<T: Serialize + ?Sized>(value: &T) -> Result<Value, ValueError> {
    value.serialize(ToValue)
}

/// The arguments of a call: a tuple (of a `Value` too) has them in order, `()` is none, and anything else is the one argument.
///
/// # Errors
/// As for [`to_value()`].
pub(crate) fn to_args<T: Serialize + ?Sized>(value: &T) -> Result<Vec<Value>, ValueError> {
    Ok(match to_value(value)? {
        Value::Tuple(args) => args,
        Value::Unit => Vec::new(),
        arg => vec![arg],
    })
}

struct ToValue;

macro_rules! plain {
    ($($method:ident: $ty:ty => $case:ident),* $(,)?) => {$(
        #[inline]
        fn $method(self, value: $ty) -> Result<Value, ValueError> {
            Ok(Value::$case(value.into()))
        }
    )*};
}

macro_rules! wide {
    ($($method:ident: $ty:ty),* $(,)?) => {$(
        fn $method(self, value: $ty) -> Result<Value, ValueError> {
            if let Ok(number) = u64::try_from(value) {
                Ok(Value::U64(number))
            } else if let Ok(number) = i64::try_from(value) {
                Ok(Value::S64(number))
            } else {
                Err(ValueError::new(format!("{value} is out of range: no WIT type is wider than 64 bits")))
            }
        }
    )*};
}

impl Serializer for ToValue {
    type Ok = Value;
    type Error = ValueError;
    type SerializeSeq = Seq;
    type SerializeTuple = Tuple;
    type SerializeTupleStruct = Tuple;
    type SerializeTupleVariant = OfVariant<Tuple>;
    type SerializeMap = Map;
    type SerializeStruct = Struct;
    type SerializeStructVariant = OfVariant<Struct>;

    plain! {
        serialize_bool: bool => Bool,
        serialize_i8: i8 => S8,
        serialize_i16: i16 => S16,
        serialize_i32: i32 => S32,
        serialize_i64: i64 => S64,
        serialize_u8: u8 => U8,
        serialize_u16: u16 => U16,
        serialize_u32: u32 => U32,
        serialize_u64: u64 => U64,
        serialize_f32: f32 => F32,
        serialize_f64: f64 => F64,
        serialize_char: char => Char,
        serialize_str: &str => String,
        serialize_bytes: &[u8] => Bytes,
    }

    wide! {
        serialize_i128: i128,
        serialize_u128: u128,
    }

    fn serialize_none(self) -> Result<Value, ValueError> {
        Ok(Value::Option(None))
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Value, ValueError> {
        Ok(Value::Option(Some(Box::new(to_value(value)?))))
    }

    fn serialize_unit(self) -> Result<Value, ValueError> {
        Ok(Value::Unit)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<Value, ValueError> {
        Ok(Value::Unit)
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        case: &'static str,
    ) -> Result<Value, ValueError> {
        Ok(Value::Variant(case.to_owned(), None))
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        value: &T,
    ) -> Result<Value, ValueError> {
        if name == handover::NAME {
            let received = handover::receive(|| value.serialize(Self).map(drop))?;
            if let Some(value) = received {
                return Ok(value);
            }
        }
        to_value(value)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        case: &'static str,
        value: &T,
    ) -> Result<Value, ValueError> {
        let payload = to_value(value).map_err(|error| error.within(Step::Case(case.to_owned())))?;
        Ok(Value::variant(case, payload))
    }

    fn serialize_seq(self, length: Option<usize>) -> Result<Seq, ValueError> {
        Ok(Seq {
            length: length.unwrap_or_default(),
            items: Items::Bytes(Vec::new()),
        })
    }

    /// What slices and collections call. Where the type of the items is `u8` the compiler sees that each is one, and what is left
    /// of the loop is a copy.
    fn collect_seq<I>(self, items: I) -> Result<Value, ValueError>
    where
        I: IntoIterator<Item: Serialize>,
    {
        let mut items = items.into_iter().peekable();
        if items.peek().is_none_or(|first| byte(first).is_none()) {
            let length = items.size_hint().0;
            let mut list = Seq {
                length,
                items: Items::Values(Vec::with_capacity(sensible(length))),
            };
            items.try_for_each(|item| list.serialize_element(&item))?;
            return list.end();
        }
        let mut others = Vec::new();
        let bytes = items.enumerate().map(|(place, item)| {
            byte(&item).unwrap_or_else(|| {
                others.push((place, to_value(&item)));
                0
            })
        });
        let bytes: Vec<u8> = bytes.collect();
        if others.is_empty() {
            return Ok(Value::Bytes(bytes));
        }
        let mut values: Vec<Value> = bytes.into_iter().map(Value::U8).collect();
        for (place, value) in others {
            values[place] = value.map_err(|error| error.within(Step::Item(place + 1)))?;
        }
        Ok(Value::List(values))
    }

    fn serialize_tuple(self, length: usize) -> Result<Tuple, ValueError> {
        Ok(Tuple(Vec::with_capacity(length)))
    }

    fn serialize_tuple_struct(self, _: &'static str, length: usize) -> Result<Tuple, ValueError> {
        self.serialize_tuple(length)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        case: &'static str,
        length: usize,
    ) -> Result<OfVariant<Tuple>, ValueError> {
        let payload = self.serialize_tuple(length)?;
        Ok(OfVariant { case, payload })
    }

    fn serialize_map(self, length: Option<usize>) -> Result<Map, ValueError> {
        Ok(Map {
            entries: Vec::with_capacity(sensible(length.unwrap_or_default())),
            key: None,
        })
    }

    fn serialize_struct(self, _: &'static str, length: usize) -> Result<Struct, ValueError> {
        Ok(Struct(Vec::with_capacity(length)))
    }

    fn serialize_struct_variant(
        self,
        name: &'static str,
        _: u32,
        case: &'static str,
        length: usize,
    ) -> Result<OfVariant<Struct>, ValueError> {
        let payload = self.serialize_struct(name, length)?;
        Ok(OfVariant { case, payload })
    }
}

/// A capacity for a length that someone else says, who may be wrong.
fn sensible(length: usize) -> usize {
    length.min(1 << 16)
}

/// A sequence: bytes as long as every item is one.
struct Seq {
    length: usize,
    items: Items,
}

enum Items {
    Bytes(Vec<u8>),
    Values(Vec<Value>),
}

impl SerializeSeq for Seq {
    type Ok = Value;
    type Error = ValueError;

    #[inline]
    fn serialize_element<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), ValueError> {
        if let Items::Bytes(bytes) = &mut self.items
            && let Some(byte) = byte(item)
        {
            if bytes.is_empty() {
                bytes.reserve(sensible(self.length));
            }
            bytes.push(byte);
            return Ok(());
        }
        let value = to_value(item).map_err(|error| self.place(error))?;
        self.push(value);
        Ok(())
    }

    fn end(self) -> Result<Value, ValueError> {
        Ok(match self.items {
            // Of what it would be a list is not known.
            Items::Bytes(bytes) if bytes.is_empty() => Value::List(Vec::new()),
            Items::Bytes(bytes) => Value::Bytes(bytes),
            Items::Values(values) => Value::List(values),
        })
    }
}

impl Seq {
    fn push(&mut self, value: Value) {
        match &mut self.items {
            Items::Values(values) => values.push(value),
            Items::Bytes(bytes) => {
                let mut values = Vec::with_capacity(sensible(self.length).max(bytes.len() + 1));
                values.extend(bytes.drain(..).map(Value::U8));
                values.push(value);
                self.items = Items::Values(values);
            }
        }
    }

    #[cold]
    fn place(&self, error: ValueError) -> ValueError {
        let before = match &self.items {
            Items::Bytes(bytes) => bytes.len(),
            Items::Values(values) => values.len(),
        };
        error.within(Step::Item(before + 1))
    }
}

struct Tuple(Vec<Value>);

impl Tuple {
    fn push<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), ValueError> {
        let place = self.0.len() + 1;
        self.0
            .push(to_value(item).map_err(|error| error.within(Step::Element(place)))?);
        Ok(())
    }
}

impl SerializeTuple for Tuple {
    type Ok = Value;
    type Error = ValueError;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), ValueError> {
        self.push(item)
    }

    fn end(self) -> Result<Value, ValueError> {
        Ok(Value::Tuple(self.0))
    }
}

impl SerializeTupleStruct for Tuple {
    type Ok = Value;
    type Error = ValueError;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), ValueError> {
        self.push(item)
    }

    fn end(self) -> Result<Value, ValueError> {
        Ok(Value::Tuple(self.0))
    }
}

struct Map {
    entries: Vec<(Value, Value)>,
    key: Option<Value>,
}

impl SerializeMap for Map {
    type Ok = Value;
    type Error = ValueError;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), ValueError> {
        let place = self.entries.len() + 1;
        self.key = Some(to_value(key).map_err(|error| error.within(Step::Key(place)))?);
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), ValueError> {
        let place = self.entries.len() + 1;
        let value = to_value(value).map_err(|error| error.within(Step::Entry(place)))?;
        let key = self.key.take().ok_or_else(|| {
            ValueError::new("the type's `Serialize` writes the value of an entry before its key")
        })?;
        self.entries.push((key, value));
        Ok(())
    }

    fn end(self) -> Result<Value, ValueError> {
        Ok(Value::Map(self.entries))
    }
}

struct Struct(Vec<(String, Value)>);

impl Struct {
    fn push<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) -> Result<(), ValueError> {
        let value = to_value(value).map_err(|error| error.within(Step::Field(name.to_owned())))?;
        self.0.push((name.to_owned(), value));
        Ok(())
    }
}

impl SerializeStruct for Struct {
    type Ok = Value;
    type Error = ValueError;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), ValueError> {
        self.push(name, value)
    }

    fn end(self) -> Result<Value, ValueError> {
        Ok(Value::Record(self.0))
    }
}

/// The payload of a case of an enum.
struct OfVariant<P> {
    case: &'static str,
    payload: P,
}

impl SerializeTupleVariant for OfVariant<Tuple> {
    type Ok = Value;
    type Error = ValueError;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), ValueError> {
        self.payload
            .push(item)
            .map_err(|error| error.within(Step::Case(self.case.to_owned())))
    }

    fn end(self) -> Result<Value, ValueError> {
        Ok(Value::variant(self.case, Value::Tuple(self.payload.0)))
    }
}

impl SerializeStructVariant for OfVariant<Struct> {
    type Ok = Value;
    type Error = ValueError;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), ValueError> {
        self.payload
            .push(name, value)
            .map_err(|error| error.within(Step::Case(self.case.to_owned())))
    }

    fn end(self) -> Result<Value, ValueError> {
        Ok(Value::variant(self.case, Value::Record(self.payload.0)))
    }
}

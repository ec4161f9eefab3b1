//! Whether something that serializes is a single `u8`: asked for each item of a sequence, and answered without making a value.

use std::fmt;

use serde::Serialize;
use serde::ser::{self, Impossible, Serializer};

/// The byte, if `item` is a `u8`.
#[inline]
pub(super) fn byte<T: Serialize + ?Sized>(item: &T) -> Option<u8> {
    item.serialize(Byte).ok()
}

struct Byte;

/// It is something else. It holds nothing, so that the answer fits a register.
#[derive(Debug)]
struct NoByte;

impl fmt::Display for NoByte {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a byte")
    }
}

impl std::error::Error for NoByte {}

impl ser::Error for NoByte {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

type No = Impossible<u8, NoByte>;

macro_rules! no {
    ($($method:ident($($ty:ty),*) $(-> $ok:ty)?;)*) => {$(
        no!(@ $method($($ty),*), $($ok)?);
    )*};
    (@ $method:ident($($ty:ty),*), $ok:ty) => {
        fn $method(self, $(_: $ty),*) -> Result<$ok, NoByte> {
            Err(NoByte)
        }
    };
    (@ $method:ident($($ty:ty),*), ) => {
        no!(@ $method($($ty),*), u8);
    };
}

impl Serializer for Byte {
    type Ok = u8;
    type Error = NoByte;
    type SerializeSeq = No;
    type SerializeTuple = No;
    type SerializeTupleStruct = No;
    type SerializeTupleVariant = No;
    type SerializeMap = No;
    type SerializeStruct = No;
    type SerializeStructVariant = No;

    #[inline]
    fn serialize_u8(self, byte: u8) -> Result<u8, NoByte> {
        Ok(byte)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<u8, NoByte> {
        value.serialize(self)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, _: &T) -> Result<u8, NoByte> {
        Err(NoByte)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<u8, NoByte> {
        Err(NoByte)
    }

    no! {
        serialize_bool(bool);
        serialize_i8(i8);
        serialize_i16(i16);
        serialize_i32(i32);
        serialize_i64(i64);
        serialize_u16(u16);
        serialize_u32(u32);
        serialize_u64(u64);
        serialize_f32(f32);
        serialize_f64(f64);
        serialize_char(char);
        serialize_str(&str);
        serialize_bytes(&[u8]);
        serialize_none();
        serialize_unit();
        serialize_unit_struct(&'static str);
        serialize_unit_variant(&'static str, u32, &'static str);
        serialize_seq(Option<usize>) -> No;
        serialize_tuple(usize) -> No;
        serialize_tuple_struct(&'static str, usize) -> No;
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> No;
        serialize_map(Option<usize>) -> No;
        serialize_struct(&'static str, usize) -> No;
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> No;
    }
}

//! Reading what a guest wrote, with bounds on what that may take: it says itself how deep values nest and how many there are.

use std::fmt;

use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess, VariantAccess, Visitor,
};

/// How deep values may nest in each other. A thread that runs a guest has little stack left.
const DEPTH: usize = 128;

/// What is left to the arguments of one call.
pub(crate) struct Bounds {
    depth: usize,
    /// Bytes of the host's memory that the items of lists and maps may take.
    room: usize,
}

impl Bounds {
    pub(crate) fn new(room: usize) -> Self {
        Self { depth: DEPTH, room }
    }

    /// Room for one more `T` in a list. One without a size takes a byte, so that lists of them end.
    fn take<T, E: Error>(&mut self) -> Result<(), E> {
        match self.room.checked_sub(size_of::<T>().max(1)) {
            Some(left) => {
                self.room = left;
                Ok(())
            }
            None => Err(E::custom("they take too much memory")),
        }
    }

    fn deeper<R, E: Error>(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<R, E>,
    ) -> Result<R, E> {
        self.depth = self
            .depth
            .checked_sub(1)
            .ok_or_else(|| E::custom("they are nested too deep"))?;
        let result = read(self);
        self.depth += 1;
        result
    }
}

/// A deserializer, visitor, seed or access of serde's, within bounds.
pub(crate) struct Bounded<'b, T> {
    pub(crate) inner: T,
    pub(crate) bounds: &'b mut Bounds,
}

macro_rules! deserialize {
    ($($method:ident($($name:ident: $ty:ty),*);)*) => {$(
        fn $method<V: Visitor<'de>>(self, $($name: $ty,)* visitor: V) -> Result<V::Value, D::Error> {
            let Self { inner, bounds } = self;
            bounds.deeper(|bounds| inner.$method($($name,)* Bounded { inner: visitor, bounds }))
        }
    )*};
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Bounded<'_, D> {
    type Error = D::Error;

    deserialize! {
        deserialize_any(); deserialize_bool(); deserialize_char(); deserialize_str(); deserialize_string();
        deserialize_i8(); deserialize_i16(); deserialize_i32(); deserialize_i64(); deserialize_i128();
        deserialize_u8(); deserialize_u16(); deserialize_u32(); deserialize_u64(); deserialize_u128();
        deserialize_f32(); deserialize_f64(); deserialize_bytes(); deserialize_byte_buf(); deserialize_option();
        deserialize_unit(); deserialize_unit_struct(name: &'static str); deserialize_newtype_struct(name: &'static str);
        deserialize_seq(); deserialize_tuple(length: usize); deserialize_tuple_struct(name: &'static str, length: usize);
        deserialize_map(); deserialize_struct(name: &'static str, fields: &'static [&'static str]);
        deserialize_enum(name: &'static str, cases: &'static [&'static str]);
        deserialize_identifier(); deserialize_ignored_any();
    }

    fn is_human_readable(&self) -> bool {
        self.inner.is_human_readable()
    }
}

macro_rules! visit {
    ($($method:ident($ty:ty);)*) => {$(
        fn $method<E: Error>(self, value: $ty) -> Result<V::Value, E> {
            self.inner.$method(value)
        }
    )*};
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Bounded<'_, V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.expecting(f)
    }

    visit! {
        visit_bool(bool); visit_char(char); visit_str(&str); visit_borrowed_str(&'de str); visit_string(String);
        visit_i8(i8); visit_i16(i16); visit_i32(i32); visit_i64(i64); visit_i128(i128);
        visit_u8(u8); visit_u16(u16); visit_u32(u32); visit_u64(u64); visit_u128(u128);
        visit_f32(f32); visit_f64(f64); visit_bytes(&[u8]); visit_borrowed_bytes(&'de [u8]); visit_byte_buf(Vec<u8>);
    }

    fn visit_none<E: Error>(self) -> Result<V::Value, E> {
        self.inner.visit_none()
    }

    fn visit_unit<E: Error>(self) -> Result<V::Value, E> {
        self.inner.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<V::Value, D::Error> {
        self.inner.visit_some(Bounded {
            inner,
            bounds: self.bounds,
        })
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, inner: D) -> Result<V::Value, D::Error> {
        self.inner.visit_newtype_struct(Bounded {
            inner,
            bounds: self.bounds,
        })
    }

    fn visit_seq<A: SeqAccess<'de>>(self, inner: A) -> Result<V::Value, A::Error> {
        self.inner.visit_seq(Bounded {
            inner,
            bounds: self.bounds,
        })
    }

    fn visit_map<A: MapAccess<'de>>(self, inner: A) -> Result<V::Value, A::Error> {
        self.inner.visit_map(Bounded {
            inner,
            bounds: self.bounds,
        })
    }

    fn visit_enum<A: EnumAccess<'de>>(self, inner: A) -> Result<V::Value, A::Error> {
        self.inner.visit_enum(Bounded {
            inner,
            bounds: self.bounds,
        })
    }
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Bounded<'_, S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, inner: D) -> Result<S::Value, D::Error> {
        self.inner.deserialize(Bounded {
            inner,
            bounds: self.bounds,
        })
    }
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for Bounded<'_, A> {
    type Error = A::Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        inner: S,
    ) -> Result<Option<S::Value>, A::Error> {
        self.bounds.take::<S::Value, A::Error>()?;
        self.inner.next_element_seed(Bounded {
            inner,
            bounds: self.bounds,
        })
    }

    fn size_hint(&self) -> Option<usize> {
        self.inner.size_hint()
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Bounded<'_, A> {
    type Error = A::Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        inner: S,
    ) -> Result<Option<S::Value>, A::Error> {
        self.bounds.take::<S::Value, A::Error>()?;
        self.inner.next_key_seed(Bounded {
            inner,
            bounds: self.bounds,
        })
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, inner: S) -> Result<S::Value, A::Error> {
        self.bounds.take::<S::Value, A::Error>()?;
        self.inner.next_value_seed(Bounded {
            inner,
            bounds: self.bounds,
        })
    }

    fn size_hint(&self) -> Option<usize> {
        self.inner.size_hint()
    }
}

impl<'de, 'b, A: EnumAccess<'de>> EnumAccess<'de> for Bounded<'b, A> {
    type Error = A::Error;
    type Variant = Bounded<'b, A::Variant>;

    fn variant_seed<S: DeserializeSeed<'de>>(
        self,
        inner: S,
    ) -> Result<(S::Value, Self::Variant), A::Error> {
        let Self {
            inner: access,
            bounds,
        } = self;
        let (case, inner) = access.variant_seed(Bounded {
            inner,
            bounds: &mut *bounds,
        })?;
        Ok((case, Bounded { inner, bounds }))
    }
}

impl<'de, A: VariantAccess<'de>> VariantAccess<'de> for Bounded<'_, A> {
    type Error = A::Error;

    fn unit_variant(self) -> Result<(), A::Error> {
        self.inner.unit_variant()
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, inner: S) -> Result<S::Value, A::Error> {
        self.inner.newtype_variant_seed(Bounded {
            inner,
            bounds: self.bounds,
        })
    }

    fn tuple_variant<V: Visitor<'de>>(self, length: usize, inner: V) -> Result<V::Value, A::Error> {
        self.inner.tuple_variant(
            length,
            Bounded {
                inner,
                bounds: self.bounds,
            },
        )
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        inner: V,
    ) -> Result<V::Value, A::Error> {
        self.inner.struct_variant(
            fields,
            Bounded {
                inner,
                bounds: self.bounds,
            },
        )
    }
}

//! Values out of plain Rust ones.

use std::borrow::Cow;

use crate::{ResourceHandle, Value};

macro_rules! from {
    ($($ty:ty => $case:ident),* $(,)?) => {$(
        impl From<$ty> for Value {
            fn from(value: $ty) -> Self {
                Self::$case(value.into())
            }
        }
    )*};
}

from! {
    bool => Bool,
    i8 => S8,
    u8 => U8,
    i16 => S16,
    u16 => U16,
    i32 => S32,
    u32 => U32,
    i64 => S64,
    u64 => U64,
    f32 => F32,
    f64 => F64,
    char => Char,
    &str => String,
    &String => String,
    String => String,
    Cow<'_, str> => String,
    &[u8] => Bytes,
    Vec<u8> => Bytes,
    Vec<Value> => List,
    ResourceHandle => Resource,
}

impl<const N: usize> From<&[u8; N]> for Value {
    fn from(bytes: &[u8; N]) -> Self {
        Self::Bytes(bytes.to_vec())
    }
}

impl From<()> for Value {
    fn from((): ()) -> Self {
        Self::Unit
    }
}

impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        Self::Option(value.map(|value| Box::new(value.into())))
    }
}

impl<T: Into<Self>, E: Into<Self>> From<Result<T, E>> for Value {
    /// `()` on either side is no payload.
    fn from(value: Result<T, E>) -> Self {
        let payload = |value| match value {
            Self::Unit => None,
            value => Some(Box::new(value)),
        };
        Self::Result(match value {
            Ok(value) => Ok(payload(value.into())),
            Err(value) => Err(payload(value.into())),
        })
    }
}

macro_rules! from_tuples {
    ($(($($item:ident)*))*) => {$(
        impl<$($item: Into<Value>),*> From<($($item,)*)> for Value {
            #[allow(non_snake_case, reason = "the same names stand for types and values")]
            fn from(($($item,)*): ($($item,)*)) -> Self {
                Self::Tuple(vec![$($item.into()),*])
            }
        }
    )*};
}

from_tuples! { (A) (A B) (A B C) (A B C D) (A B C D E) (A B C D E F) }

impl<T: Into<Self>> FromIterator<T> for Value {
    /// A list.
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self::List(items.into_iter().map(Into::into).collect())
    }
}

impl Value {
    /// A list of these items. A list of bytes is made with `Value::from`.
    ///
    /// ```
    /// # use fidius::Value;
    /// assert_eq!(Value::list(["a", "b"]).to_string(), "[\"a\", \"b\"]");
    /// ```
    #[must_use]
    pub fn list<V: Into<Self>>(items: impl IntoIterator<Item = V>) -> Self {
        items.into_iter().collect()
    }

    /// A record of these fields, by their WIT names or any usual spelling of them.
    ///
    /// ```
    /// # use fidius::Value;
    /// let point = Value::record([("x", 1), ("y", -2)]);
    /// ```
    #[must_use]
    pub fn record<N: Into<String>, V: Into<Self>>(
        fields: impl IntoIterator<Item = (N, V)>,
    ) -> Self {
        let fields = fields.into_iter();
        Self::Record(
            fields
                .map(|(name, value)| (name.into(), value.into()))
                .collect(),
        )
    }

    /// A case of a variant with its payload.
    ///
    /// ```
    /// # use fidius::Value;
    /// assert_eq!(Value::variant("circle", 1.5).to_string(), "circle(1.5)");
    /// ```
    #[must_use]
    pub fn variant(case: impl Into<String>, payload: impl Into<Self>) -> Self {
        Self::Variant(case.into(), Some(Box::new(payload.into())))
    }
}

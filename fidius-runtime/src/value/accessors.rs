//! What is in a value.

use crate::{ResourceHandle, Value};

use super::{names, number};

impl Value {
    /// What kind of value it is, in a word for messages: `bool`, `u8`, `list`, `record` …
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Bool(_) => "bool",
            Self::S8(_) => "s8",
            Self::U8(_) => "u8",
            Self::S16(_) => "s16",
            Self::U16(_) => "u16",
            Self::S32(_) => "s32",
            Self::U32(_) => "u32",
            Self::S64(_) => "s64",
            Self::U64(_) => "u64",
            Self::F32(_) => "f32",
            Self::F64(_) => "f64",
            Self::Char(_) => "char",
            Self::String(_) => "string",
            Self::Bytes(_) => "bytes",
            Self::List(_) => "list",
            Self::Map(_) => "map",
            Self::Tuple(_) => "tuple",
            Self::Record(_) => "record",
            Self::Variant(..) => "variant",
            Self::Enum(_) => "enum",
            Self::Flags(_) => "flags",
            Self::Option(_) => "option",
            Self::Result(_) => "result",
            Self::Resource(_) => "resource",
            Self::Unit => "unit",
        }
    }

    /// The truth value, where it is a `bool`.
    #[must_use]
    pub fn as_bool(&self) -> Option<bool> {
        match self {
            Self::Bool(value) => Some(*value),
            _ => None,
        }
    }

    /// The number, where it is an integer of any type that is in range.
    #[must_use]
    pub fn as_u64(&self) -> Option<u64> {
        number::integer(self).and_then(|number| number.try_into().ok())
    }

    /// The number, where it is an integer of any type that is in range.
    #[must_use]
    pub fn as_i64(&self) -> Option<i64> {
        number::integer(self).and_then(|number| number.try_into().ok())
    }

    /// The number, where it is a float, or an integer that an `f64` can hold exactly.
    #[must_use]
    pub fn as_f64(&self) -> Option<f64> {
        match self {
            Self::F32(number) => Some(f64::from(*number)),
            Self::F64(number) => Some(*number),
            _ => number::integer(self).and_then(number::exact_f64),
        }
    }

    /// The character, where it is a `char`.
    #[must_use]
    pub fn as_char(&self) -> Option<char> {
        match self {
            Self::Char(value) => Some(*value),
            _ => None,
        }
    }

    /// The text, where it is a `string`.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }

    /// The bytes, where it is a `list<u8>`.
    #[must_use]
    pub fn as_bytes(&self) -> Option<&[u8]> {
        match self {
            Self::Bytes(bytes) => Some(bytes),
            _ => None,
        }
    }

    /// The items of a list, or of a tuple. A `list<u8>` has them as [bytes](Self::as_bytes).
    #[must_use]
    pub fn as_list(&self) -> Option<&[Self]> {
        match self {
            Self::List(items) | Self::Tuple(items) => Some(items),
            _ => None,
        }
    }

    /// The entries, where it is a map.
    #[must_use]
    pub fn as_map(&self) -> Option<&[(Self, Self)]> {
        match self {
            Self::Map(entries) => Some(entries),
            _ => None,
        }
    }

    /// The fields, where it is a record.
    #[must_use]
    pub fn as_record(&self) -> Option<&[(String, Self)]> {
        match self {
            Self::Record(fields) => Some(fields),
            _ => None,
        }
    }

    /// The field of this WIT name, where it is a record that has it. Any usual spelling of the name will do: `line_width` and
    /// `lineWidth` for `line-width`.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&Self> {
        let fields = self.as_record()?;
        let all = fields.iter().map(|(field, _)| field.as_str());
        let place = names::place(all, name).ok()?;
        fields.get(place).map(|(_, value)| value)
    }

    /// The WIT name of the case, where it is a variant, an enum or a result: `ok` and `err` are those of a result.
    #[must_use]
    pub fn case(&self) -> Option<&str> {
        match self {
            Self::Variant(case, _) | Self::Enum(case) => Some(case),
            Self::Result(Ok(_)) => Some("ok"),
            Self::Result(Err(_)) => Some("err"),
            _ => None,
        }
    }

    /// What a case of a variant or a result carries, or the value of a `some`.
    #[must_use]
    pub fn payload(&self) -> Option<&Self> {
        match self {
            Self::Variant(_, payload)
            | Self::Option(payload)
            | Self::Result(Ok(payload) | Err(payload)) => payload.as_deref(),
            _ => None,
        }
    }

    /// The flags that are set, where it is a set of flags.
    #[must_use]
    pub fn as_flags(&self) -> Option<&[String]> {
        match self {
            Self::Flags(flags) => Some(flags),
            _ => None,
        }
    }

    /// The value of `some`, or none, where it is an option.
    #[must_use]
    pub fn as_option(&self) -> Option<Option<&Self>> {
        match self {
            Self::Option(value) => Some(value.as_deref()),
            _ => None,
        }
    }

    /// The payload of either side, where it is a result.
    #[must_use]
    pub fn as_result(&self) -> Option<Result<Option<&Self>, Option<&Self>>> {
        match self {
            Self::Result(Ok(payload)) => Some(Ok(payload.as_deref())),
            Self::Result(Err(payload)) => Some(Err(payload.as_deref())),
            _ => None,
        }
    }

    /// The handle, where it is a resource.
    #[must_use]
    pub fn as_resource(&self) -> Option<&ResourceHandle> {
        match self {
            Self::Resource(handle) => Some(handle),
            _ => None,
        }
    }

    /// Whether it is nothing: what a function without a result answers.
    #[must_use]
    pub fn is_unit(&self) -> bool {
        matches!(self, Self::Unit)
    }
}

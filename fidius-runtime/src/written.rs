//! Limits as people write them in a configuration file, where that is another thing than their number.

use std::fmt;
use std::marker::PhantomData;
use std::time::Duration;

use bytesize::ByteSize;
use serde::de::{DeserializeOwned, Error, Visitor};
use serde::{Deserializer, Serialize, Serializer};

/// What stands for no limit.
const NONE: &str = "none";

/// How a limit is written. Forms that no person reads have the bare value.
pub(crate) trait Written {
    type Value: Serialize + DeserializeOwned;

    /// What can be written.
    const EXPECTED: &'static str;

    const UNLIMITED: Self::Value;

    /// What JSON's `null` stands for, where it stands for anything.
    const NULL: Option<Self::Value> = None;

    fn from_number(number: u64) -> Self::Value;

    /// A number with a fraction; `None` where it makes no sense.
    fn from_fraction(_number: f64) -> Option<Self::Value> {
        None
    }

    /// A text; what else than [`EXPECTED`](Self::EXPECTED) is to be said of one that makes no sense.
    fn from_text(text: &str) -> Result<Self::Value, String>;

    fn to_written(value: &Self::Value) -> Form;

    fn serialize<S: Serializer>(value: &Self::Value, serializer: S) -> Result<S::Ok, S::Error> {
        if !serializer.is_human_readable() {
            return value.serialize(serializer);
        }
        match Self::to_written(value) {
            Form::Unlimited => serializer.serialize_str(NONE),
            // TOML, for one, has no greater numbers.
            Form::Number(number) if i64::try_from(number).is_err() => {
                serializer.collect_str(&number)
            }
            Form::Number(number) => serializer.serialize_u64(number),
            Form::Text(text) => serializer.serialize_str(&text),
        }
    }

    fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self::Value, D::Error>
    where
        Self: Sized,
    {
        if deserializer.is_human_readable() {
            deserializer.deserialize_any(Reader::<Self>(PhantomData))
        } else {
            serde::Deserialize::deserialize(deserializer)
        }
    }
}

/// What is written.
pub(crate) enum Form {
    Unlimited,
    Number(u64),
    Text(String),
}

impl Form {
    fn number(number: u64) -> Self {
        match number {
            u64::MAX => Self::Unlimited,
            number => Self::Number(number),
        }
    }
}

struct Reader<W>(PhantomData<W>);

impl<W: Written> Visitor<'_> for Reader<W> {
    type Value = W::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, or \"{NONE}\" for no limit", W::EXPECTED)
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Self::Value, E> {
        Ok(W::from_number(number))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Self::Value, E> {
        match u64::try_from(number) {
            Ok(number) => Ok(W::from_number(number)),
            Err(_) => Err(E::invalid_value(
                serde::de::Unexpected::Signed(number),
                &self,
            )),
        }
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Self::Value, E> {
        W::from_fraction(number)
            .ok_or_else(|| E::invalid_value(serde::de::Unexpected::Float(number), &self))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        if text == NONE {
            return Ok(W::UNLIMITED);
        }
        W::from_text(text).map_err(|why| {
            E::custom(format!(
                "{text:?} is no limit ({why}): expected {}, or {NONE:?} for no limit",
                W::EXPECTED
            ))
        })
    }

    /// JSON's `null` says nothing, where nothing said is the default: it must not take a limit away.
    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        match W::NULL {
            Some(value) => Ok(value),
            None => Err(E::invalid_type(serde::de::Unexpected::Unit, &self)),
        }
    }
}

/// A time.
pub(crate) enum Time {}

impl Written for Time {
    type Value = Duration;

    const EXPECTED: &'static str =
        "a time with its unit such as \"250ms\" or \"10s\", or a number of seconds";

    const UNLIMITED: Duration = Duration::MAX;

    fn from_number(number: u64) -> Duration {
        Duration::from_secs(number)
    }

    fn from_fraction(number: f64) -> Option<Duration> {
        Duration::try_from_secs_f64(number).ok()
    }

    fn from_text(text: &str) -> Result<Duration, String> {
        humantime::parse_duration(text).map_err(|error| error.to_string())
    }

    fn to_written(value: &Duration) -> Form {
        if *value == Duration::MAX {
            Form::Unlimited
        } else {
            Form::Text(humantime::format_duration(*value).to_string())
        }
    }
}

/// A number of bytes.
pub(crate) enum Size {}

impl Written for Size {
    type Value = u64;

    const EXPECTED: &'static str =
        "a number of bytes, or a text with a unit such as \"64MiB\" or \"64MB\"";

    const UNLIMITED: u64 = u64::MAX;

    fn from_number(number: u64) -> u64 {
        number
    }

    fn from_text(text: &str) -> Result<u64, String> {
        text.parse::<ByteSize>().map(|size| size.as_u64())
    }

    fn to_written(value: &u64) -> Form {
        Form::number(*value)
    }
}

/// A number of anything.
pub(crate) enum Count {}

impl Written for Count {
    type Value = u64;

    const EXPECTED: &'static str = "a number";

    const UNLIMITED: u64 = u64::MAX;

    fn from_number(number: u64) -> u64 {
        number
    }

    fn from_text(text: &str) -> Result<u64, String> {
        text.parse::<u64>().map_err(|error| error.to_string())
    }

    fn to_written(value: &u64) -> Form {
        Form::number(*value)
    }
}

/// A number of anything; `None` for no limit.
pub(crate) enum AnyCount {}

impl Written for AnyCount {
    type Value = Option<u64>;

    const EXPECTED: &'static str = Count::EXPECTED;

    const UNLIMITED: Option<u64> = None;
    const NULL: Option<Option<u64>> = Some(None);

    fn from_number(number: u64) -> Option<u64> {
        Some(number)
    }

    fn from_text(text: &str) -> Result<Option<u64>, String> {
        Count::from_text(text).map(Some)
    }

    fn to_written(value: &Option<u64>) -> Form {
        match value {
            None => Form::Unlimited,
            Some(number) => Form::Number(*number),
        }
    }
}

/// A time that something may be kept; `None` for ever.
pub(crate) enum KeptTime {}

impl Written for KeptTime {
    type Value = Option<Duration>;

    const EXPECTED: &'static str = Time::EXPECTED;

    const UNLIMITED: Option<Duration> = None;
    const NULL: Option<Option<Duration>> = Some(None);

    fn from_number(number: u64) -> Option<Duration> {
        Some(Time::from_number(number))
    }

    fn from_fraction(number: f64) -> Option<Option<Duration>> {
        Time::from_fraction(number).map(Some)
    }

    fn from_text(text: &str) -> Result<Option<Duration>, String> {
        Time::from_text(text).map(Some)
    }

    fn to_written(value: &Option<Duration>) -> Form {
        value.map_or(Form::Unlimited, |time| Time::to_written(&time))
    }
}

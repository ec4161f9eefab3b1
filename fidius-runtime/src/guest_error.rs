use std::fmt;

use serde::de::DeserializeOwned;

use crate::value::from_value;
use crate::{Error, ErrorKind, Value};

/// A plugin's own error, of whatever type the WIT says: what a call by name fails with where the function's result is a
/// `result<_, E>`.
///
/// Its structure is kept. Many plugins have a record like `plugin-error { code: string, message: string, details: option<string> }`,
/// for which there are accessors.
///
/// ```
/// use fidius::{GuestError, Value};
///
/// let error = GuestError::new(Value::Record(vec![
///     ("code".to_owned(), "NOT_FOUND".into()),
///     ("message".to_owned(), "no such key".into()),
/// ]));
/// assert_eq!(error.code(), Some("NOT_FOUND"));
/// assert_eq!(error.to_string(), "no such key (NOT_FOUND)");
///
/// let error = GuestError::new(Value::Enum("asleep".to_owned()));
/// assert_eq!(error.code(), None);
/// assert_eq!(error.to_string(), "asleep");
/// ```
#[derive(Clone, PartialEq)]
pub struct GuestError(Value);

impl GuestError {
    /// The error of this value; [`Value::Unit`] for one that says nothing more.
    #[must_use]
    pub fn new(value: Value) -> Self {
        Self(value)
    }

    /// The value.
    #[must_use]
    pub fn value(&self) -> &Value {
        &self.0
    }

    /// The value.
    #[must_use]
    pub fn into_value(self) -> Value {
        self.0
    }

    /// The field `code` of a record, where it is a text.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.text_of("code")
    }

    /// Whether the field `code` of a record is this.
    #[must_use]
    pub fn is_code(&self, code: &str) -> bool {
        self.code() == Some(code)
    }

    /// The field `message` of a record, or the text that the error is.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        match &self.0 {
            Value::String(message) => Some(message),
            _ => self.text_of("message"),
        }
    }

    /// The field `details` of a record, where it is a text.
    #[must_use]
    pub fn details(&self) -> Option<&str> {
        self.text_of("details")
    }

    /// The error in a type of its own.
    ///
    /// # Errors
    ///
    /// It does not fit the type.
    pub fn to<E: DeserializeOwned>(&self) -> Result<E, Error> {
        from_value(self.0.clone()).map_err(|error| {
            Error::new(
                ErrorKind::InvalidResult,
                format!("the plugin's error does not fit the type that it is wanted in: {error}"),
            )
            .with_source(error)
        })
    }

    fn text_of(&self, name: &str) -> Option<&str> {
        let Value::Record(fields) = &self.0 else {
            return None;
        };
        let (_, value) = fields.iter().find(|(field, _)| field == name)?;
        match value {
            Value::String(text) => Some(text),
            Value::Option(Some(some)) => match &**some {
                Value::String(text) => Some(text),
                _ => None,
            },
            _ => None,
        }
    }
}

impl fmt::Display for GuestError {
    /// The message with what else is known of it, or the value as text.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(message) = filled(self.message()) else {
            return if self.0 == Value::Unit {
                f.write_str("no reason given")
            } else {
                self.0.fmt(f)
            };
        };
        describe(f, message, filled(self.code()), filled(self.details()))
    }
}

/// The message with what else is known.
pub(crate) fn describe(
    f: &mut fmt::Formatter<'_>,
    message: &str,
    code: Option<&str>,
    details: Option<&str>,
) -> fmt::Result {
    f.write_str(message)?;
    match (code, details) {
        (Some(code), Some(details)) => write!(f, " ({code}: {details})"),
        (Some(known), None) | (None, Some(known)) => write!(f, " ({known})"),
        (None, None) => Ok(()),
    }
}

impl fmt::Debug for GuestError {
    /// As text for people: this is what stands in the message of a [`CallError`](crate::CallError).
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if f.alternate() {
            f.debug_tuple("GuestError").field(&self.0).finish()
        } else {
            fmt::Display::fmt(self, f)
        }
    }
}

impl std::error::Error for GuestError {}

/// A text that says something.
pub(crate) fn filled(text: Option<&str>) -> Option<&str> {
    text.filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(code: &str, message: &str, details: Option<&str>) -> String {
        let fields = [
            ("code", code.into()),
            ("message", message.into()),
            ("details", details.into()),
        ];
        GuestError::new(Value::record::<_, Value>(fields)).to_string()
    }

    #[test]
    fn it_prints_what_it_has() {
        assert_eq!(shown("E1", "no user", Some("7")), "no user (E1: 7)");
        assert_eq!(shown("E1", "no user", None), "no user (E1)");
        assert_eq!(shown("E1", "no user", Some("")), "no user (E1)");
        assert_eq!(shown("", "no user", Some("7")), "no user (7)");
        assert_eq!(shown("", "no user", None), "no user");
    }

    #[test]
    fn without_a_message_it_prints_the_value() {
        assert_eq!(
            shown("E1", "", None),
            r#"{code: "E1", message: "", details: none}"#
        );
        let shown = |value| GuestError::new(value).to_string();
        assert_eq!(shown(Value::record([("code", 7)])), "{code: 7}");
        assert_eq!(shown("".into()), r#""""#);
        assert_eq!(shown("why".into()), "why");
        assert_eq!(shown(Value::Unit), "no reason given");
    }
}

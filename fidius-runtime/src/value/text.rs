//! Values as WAVE, the component model's text for them, and in a few words for messages.

use std::fmt::{self, Display, Formatter, Write};

use crate::Value;

/// Words that stand for values, so that a name which is one of them gets a `%` before it.
const KEYWORDS: &[&str] = &["true", "false", "inf", "nan", "some", "none", "ok", "err"];

impl Display for Value {
    /// The value as WAVE. A map is the list of its pairs, and what WAVE has no text for is in angle brackets.
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bool(value) => Display::fmt(value, f),
            Self::S8(number) => Display::fmt(number, f),
            Self::U8(number) => Display::fmt(number, f),
            Self::S16(number) => Display::fmt(number, f),
            Self::U16(number) => Display::fmt(number, f),
            Self::S32(number) => Display::fmt(number, f),
            Self::U32(number) => Display::fmt(number, f),
            Self::S64(number) => Display::fmt(number, f),
            Self::U64(number) => Display::fmt(number, f),
            Self::F32(number) if number.is_nan() => f.write_str("nan"),
            Self::F64(number) if number.is_nan() => f.write_str("nan"),
            // Debug knows exponents and tells a float from an integer.
            Self::F32(number) => write!(f, "{number:?}"),
            Self::F64(number) => write!(f, "{number:?}"),
            Self::Char(letter) => {
                f.write_char('\'')?;
                escape(f, *letter, '\'')?;
                f.write_char('\'')
            }
            Self::String(text) => {
                f.write_char('"')?;
                text.chars().try_for_each(|letter| escape(f, letter, '"'))?;
                f.write_char('"')
            }
            Self::Bytes(bytes) => list(f, "[", bytes, "]", |f, byte| Display::fmt(byte, f)),
            Self::List(items) => list(f, "[", items, "]", |f, item| item.fmt(f)),
            Self::Map(entries) => list(f, "[", entries, "]", |f, (key, value)| {
                write!(f, "({key}, {value})")
            }),
            Self::Tuple(items) => list(f, "(", items, ")", |f, item| item.fmt(f)),
            Self::Record(fields) if fields.is_empty() => f.write_str("{:}"),
            Self::Record(fields) => list(f, "{", fields, "}", |f, (field, value)| {
                name(f, field)?;
                write!(f, ": {value}")
            }),
            Self::Variant(case, None) | Self::Enum(case) => name(f, case),
            Self::Variant(case, Some(payload)) => {
                name(f, case)?;
                write!(f, "({payload})")
            }
            Self::Flags(flags) => list(f, "{", flags, "}", |f, flag| name(f, flag)),
            Self::Option(None) => f.write_str("none"),
            Self::Option(Some(value)) => write!(f, "some({value})"),
            Self::Result(Ok(None)) => f.write_str("ok"),
            Self::Result(Ok(Some(payload))) => write!(f, "ok({payload})"),
            Self::Result(Err(None)) => f.write_str("err"),
            Self::Result(Err(Some(payload))) => write!(f, "err({payload})"),
            Self::Resource(_) => f.write_str("<resource>"),
            Self::Unit => f.write_str("()"),
        }
    }
}

fn list<T>(
    f: &mut Formatter<'_>,
    open: &str,
    items: &[T],
    close: &str,
    each: impl Fn(&mut Formatter<'_>, &T) -> fmt::Result,
) -> fmt::Result {
    f.write_str(open)?;
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            f.write_str(", ")?;
        }
        each(f, item)?;
    }
    f.write_str(close)
}

fn name(f: &mut Formatter<'_>, name: &str) -> fmt::Result {
    if KEYWORDS.contains(&name) {
        f.write_char('%')?;
    }
    f.write_str(name)
}

fn escape(f: &mut Formatter<'_>, letter: char, quote: char) -> fmt::Result {
    match letter {
        '\n' => f.write_str("\\n"),
        '\r' => f.write_str("\\r"),
        '\t' => f.write_str("\\t"),
        '\\' => f.write_str("\\\\"),
        letter if letter == quote => write!(f, "\\{letter}"),
        letter if letter.is_control() => write!(f, "\\u{{{:x}}}", u32::from(letter)),
        letter => f.write_char(letter),
    }
}

/// The longest text that a message shows whole, in characters.
const LONGEST: usize = 30;

/// The value in a few words, however large it is: what stands behind `got` in a message.
pub(super) struct Short<'a>(pub(super) &'a Value);

impl Display for Short<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.0 {
            Value::Char(_) => write!(f, "the character {}", self.0),
            Value::String(text) => {
                let more = text.chars().nth(LONGEST).is_some();
                let shown: String = text.chars().take(LONGEST).collect();
                let dots = if more { "…" } else { "" };
                write!(f, "the string {}{dots}", Value::String(shown))
            }
            Value::Bytes(bytes) => counted(f, "a list of", bytes.len(), "byte"),
            Value::List(items) => counted(f, "a list of", items.len(), "item"),
            Value::Map(entries) => counted(f, "a map of", entries.len(), "entry"),
            Value::Tuple(items) => counted(f, "a tuple of", items.len(), "element"),
            Value::Record(fields) => counted(f, "a record of", fields.len(), "field"),
            Value::Variant(case, None) | Value::Enum(case) => write!(f, "the case \"{case}\""),
            Value::Variant(case, Some(_)) => write!(f, "the case \"{case}\" with a payload"),
            Value::Flags(flags) => counted(f, "a set of", flags.len(), "flag"),
            Value::Option(Some(value)) => match &**value {
                Value::Option(Some(_)) => f.write_str("some(some(…))"),
                value => write!(f, "some({})", Short(value)),
            },
            Value::Result(Ok(Some(_))) => f.write_str("ok(…)"),
            Value::Result(Err(Some(_))) => f.write_str("err(…)"),
            Value::Resource(_) => f.write_str("a handle of a resource"),
            Value::Unit => f.write_str("nothing"),
            value => value.fmt(f),
        }
    }
}

fn counted(f: &mut Formatter<'_>, what: &str, count: usize, of: &str) -> fmt::Result {
    match (count, of) {
        (1, _) => write!(f, "{what} 1 {of}"),
        (_, "entry") => write!(f, "{what} {count} entries"),
        _ => write!(f, "{what} {count} {of}s"),
    }
}

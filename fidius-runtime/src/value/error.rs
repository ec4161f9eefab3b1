use std::error::Error as StdError;
use std::fmt::{self, Debug, Display, Formatter};

use super::misfit::{Misfit, Step};
use super::names::{CASE, FIELD, Unknown, Words};

/// Why a Rust value can't become a [`Value`](crate::Value), or a `Value` no Rust value of the type that is wanted.
///
/// It prints with the place in the value: `field "corners", item 7: invalid type: string "a", expected u8`.
// Boxed, as it stands in the `Result` of each part of each value.
pub struct ValueError(Box<Misfit>);

impl ValueError {
    pub(crate) fn new(problem: impl Into<String>) -> Self {
        Misfit::new(problem).into()
    }

    /// The same error with what to do about it behind the problem.
    pub(super) fn with_hint(self, hint: &str) -> Self {
        Self(Box::new(self.0.with_hint(hint)))
    }

    /// The same error in a larger whole.
    pub(super) fn within(self, step: Step) -> Self {
        Self(Box::new(self.0.within(step)))
    }
}

impl From<Misfit> for ValueError {
    fn from(misfit: Misfit) -> Self {
        Self(Box::new(misfit))
    }
}

impl Debug for ValueError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "ValueError({:?})", self.to_string())
    }
}

impl Display for ValueError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        Display::fmt(&self.0, f)
    }
}

impl StdError for ValueError {}

impl serde::ser::Error for ValueError {
    fn custom<T: Display>(message: T) -> Self {
        Self::new(message.to_string())
    }
}

impl serde::de::Error for ValueError {
    fn custom<T: Display>(message: T) -> Self {
        Self::new(message.to_string())
    }

    fn unknown_variant(name: &str, known: &'static [&'static str]) -> Self {
        unknown(&CASE, name, known)
    }

    fn unknown_field(name: &str, known: &'static [&'static str]) -> Self {
        unknown(&FIELD, name, known)
    }
}

/// Which of the names are given already is not known here, so that all are listed.
fn unknown(words: &Words, name: &str, known: &[&str]) -> ValueError {
    let known = known.iter().copied();
    let text = Unknown::None.message("the Rust type", words, name, known, |_| false);
    ValueError::new(text)
}

use std::error::Error as StdError;
use std::fmt::{self, Debug, Display, Formatter};

use super::misfit::{Misfit, Step};

/// Why a Rust value can't become a [`Value`](crate::Value), or a `Value` no Rust value of the type that is wanted.
///
/// It prints with the place in the value: `field "corners", item 7: invalid type: string "a", expected u8`.
// Boxed, as it stands in the `Result` of each part of each value.
pub struct ValueError(Box<Inner>);

struct Inner {
    misfit: Misfit,
    source: Option<Box<dyn StdError + Send + Sync>>,
}

impl ValueError {
    pub(crate) fn new(problem: impl Into<String>) -> Self {
        Misfit::new(problem).into()
    }

    pub(crate) fn with_source(mut self, source: impl StdError + Send + Sync + 'static) -> Self {
        self.0.source = Some(Box::new(source));
        self
    }

    /// The same error in a larger whole.
    pub(super) fn within(mut self, step: Step) -> Self {
        self.0.misfit = self.0.misfit.within(step);
        self
    }
}

impl From<Misfit> for ValueError {
    fn from(misfit: Misfit) -> Self {
        Self(Box::new(Inner {
            misfit,
            source: None,
        }))
    }
}

impl Debug for ValueError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "ValueError({:?})", self.to_string())
    }
}

impl Display for ValueError {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        Display::fmt(&self.0.misfit, f)
    }
}

impl StdError for ValueError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        let source = self.0.source.as_deref()?;
        Some(source)
    }
}

impl serde::ser::Error for ValueError {
    fn custom<T: Display>(message: T) -> Self {
        Self::new(message.to_string())
    }
}

impl serde::de::Error for ValueError {
    fn custom<T: Display>(message: T) -> Self {
        Self::new(message.to_string())
    }
}

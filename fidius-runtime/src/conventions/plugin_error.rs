use std::error::Error;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::guest_error::{describe, filled};

/// The error of guests of fidius 0.5: what their functions answer with, and what a function that the host gives them answers
/// with.
///
/// In a component it is the record `plugin-error { code: string, message: string, details: option<string> }`.
///
/// ```
/// use fidius::PluginError;
///
/// let error = PluginError::new("not-found", "there is no user 7").with_details(r#"{"user":7}"#);
/// assert_eq!(error.to_string(), r#"there is no user 7 (not-found: {"user":7})"#);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct PluginError {
    /// Which error it is, for programs.
    pub code: String,
    /// What happened, for people.
    pub message: String,
    /// More about it; guests of fidius 0.5 put JSON here.
    pub details: Option<String>,
}

impl PluginError {
    /// An error without details.
    #[must_use]
    pub fn new(code: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            code: code.into(),
            message: message.into(),
            details: None,
        }
    }

    /// The same error with these details.
    #[must_use]
    pub fn with_details(mut self, details: impl Into<String>) -> Self {
        self.details = Some(details.into());
        self
    }
}

impl fmt::Display for PluginError {
    /// The message with what else is known.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let message = filled(Some(&self.message)).unwrap_or("no reason given");
        let (code, details) = (Some(&*self.code), self.details.as_deref());
        describe(f, message, filled(code), filled(details))
    }
}

impl Error for PluginError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_prints_what_it_has() {
        let shown = |code, message| PluginError::new(code, message).to_string();
        assert_eq!(shown("E1", "no such user"), "no such user (E1)");
        assert_eq!(shown("E1", ""), "no reason given (E1)");
        assert_eq!(shown("", "no such user"), "no such user");
        assert_eq!(shown("", ""), "no reason given");
        let error = PluginError::new("E1", "no").with_details("7");
        assert_eq!(error.to_string(), "no (E1: 7)");
    }
}

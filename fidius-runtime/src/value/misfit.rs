//! Why a value does not fit a type, and where in it.

use std::fmt::{self, Display, Formatter};

/// One step on the way from the arguments of a call, or from a value, to what is wrong in it. Positions are counted from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// An argument, with the name of its parameter where that is to be shown.
    Argument(usize, Option<String>),
    /// A field of a record.
    Field(String),
    /// An item of a list.
    Item(usize),
    /// An element of a tuple.
    Element(usize),
    /// The key of an entry of a map.
    Key(usize),
    /// The value of an entry of a map.
    Entry(usize),
    /// The payload of a case.
    Case(String),
}

impl Display for Step {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Argument(position, None) => write!(f, "argument {position}"),
            Self::Argument(position, Some(name)) => write!(f, "argument {position} (\"{name}\")"),
            Self::Field(name) => write!(f, "field \"{name}\""),
            Self::Item(position) => write!(f, "item {position}"),
            Self::Element(position) => write!(f, "element {position}"),
            Self::Key(position) => write!(f, "key of entry {position}"),
            Self::Entry(position) => write!(f, "value of entry {position}"),
            Self::Case(name) => write!(f, "case \"{name}\""),
        }
    }
}

/// A value that does not fit a type: where, what was expected there, and what was found.
///
/// It prints as `argument 2, field "corners", item 7: expected u8, got 300`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Misfit {
    /// From the innermost to the outermost.
    steps: Vec<Step>,
    problem: String,
}

impl Misfit {
    pub(crate) fn new(problem: impl Into<String>) -> Self {
        Self {
            steps: Vec::new(),
            problem: problem.into(),
        }
    }

    /// The same misfit in a larger whole: the step stands before those that it has.
    pub(crate) fn within(mut self, step: Step) -> Self {
        self.steps.push(step);
        self
    }

    /// The same misfit with what to do about it behind the problem.
    pub(super) fn with_hint(mut self, hint: &str) -> Self {
        self.problem.push_str("; ");
        self.problem.push_str(hint);
        self
    }

    /// The steps from the outermost to the innermost.
    pub(crate) fn path(&self) -> impl Iterator<Item = &Step> {
        self.steps.iter().rev()
    }
}

impl Display for Misfit {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for (index, step) in self.path().enumerate() {
            let comma = if index > 0 { ", " } else { "" };
            write!(f, "{comma}{step}")?;
        }
        let colon = if self.steps.is_empty() { "" } else { ": " };
        write!(f, "{colon}{}", self.problem)
    }
}

impl std::error::Error for Misfit {}

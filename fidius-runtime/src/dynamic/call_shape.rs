use std::fmt;

/// What goes into a call, and what comes out: values, or streams of them.
///
/// By it a function is called: see [`Method::shape`](crate::Method::shape).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum CallShape {
    /// Neither: arguments in, one answer out. By [`call`](crate::Plugin::call) and its siblings.
    Unary,
    /// The answer is a stream. By [`stream_values`](crate::Plugin::stream_values).
    StreamOut,
    /// The function reads a stream. By [`feed_values`](crate::Plugin::feed_values).
    StreamIn,
    /// The function reads a stream, and the answer is one. By [`exchange_values`](crate::Plugin::exchange_values).
    Both,
}

impl CallShape {
    pub(super) fn of(reads: bool, answers: bool) -> Self {
        match (reads, answers) {
            (false, false) => Self::Unary,
            (false, true) => Self::StreamOut,
            (true, false) => Self::StreamIn,
            (true, true) => Self::Both,
        }
    }

    /// How a function of this shape is called.
    pub(super) fn call(self) -> &'static str {
        match self {
            Self::Unary => "call",
            Self::StreamOut => "stream_values",
            Self::StreamIn => "feed_values",
            Self::Both => "exchange_values",
        }
    }
}

impl fmt::Display for CallShape {
    /// What a function of this shape does.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Unary => "has no streams",
            Self::StreamOut => "answers with a stream",
            Self::StreamIn => "reads a stream",
            Self::Both => "reads a stream and answers with one",
        })
    }
}

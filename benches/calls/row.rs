//! A row of the table: the same work, done by several contestants.

use std::fmt;
use std::time::Duration;

use crate::calls::Timed;

pub const FIDIUS: &str = "fidius";
pub const TUNED: &str = "tuned";
pub const UNLIMITED: &str = "unlimited";
pub const DEFAULT: &str = "default";
pub const VAL: &str = "Val";
pub const TYPED: &str = "typed";
pub const FIDIUS_TWICE: &str = "fidius on both threads";
pub const TUNED_TWICE: &str = "tuned on both threads";
pub const FRESH: &str = "fresh";
pub const NO_TIME: &str = "no limit on time";
pub const NO_LIMITS: &str = "no limits";
pub const LIMITS_ANEW: &str = "limits of its own in each call";
pub const FUEL: &str = "fuel measured";

pub struct Row<'a> {
    pub name: String,
    pub targets: Vec<Target>,
    pub contestants: Vec<Contestant<'a>>,
    /// From the begin of one call to that of the next; `None` for one after the other.
    pub pace: Option<Duration>,
    /// How much a call moves, and of what.
    pub moves: Option<(u64, &'static str)>,
    /// Whether criterion has run any of the contestants.
    pub was_run: bool,
}

pub struct Contestant<'a> {
    pub name: &'static str,
    /// Makes what it calls, such as an instance that is held.
    pub set_up: Box<dyn Fn() -> Timed + 'a>,
}

impl<'a> Row<'a> {
    pub fn new(name: String, targets: Vec<Target>) -> Self {
        Self {
            name,
            targets,
            contestants: Vec::new(),
            pace: None,
            moves: None,
            was_run: false,
        }
    }

    pub fn with(mut self, name: &'static str, set_up: impl Fn() -> Timed + 'a) -> Self {
        let set_up = Box::new(set_up);
        self.contestants.push(Contestant { name, set_up });
        self
    }

    pub fn paced(mut self, pace: Duration) -> Self {
        self.pace = Some(pace);
        self
    }

    /// A call moves so much, of this: its time is shown as a rate, too.
    #[allow(dead_code, reason = "only the benchmark of streams has such calls")]
    pub fn moves(mut self, amount: u64, unit: &'static str) -> Self {
        self.moves = Some((amount, unit));
        self
    }

    /// What the rows have in common whose names begin alike.
    pub fn heading(&self) -> &'static str {
        match self.name.split('/').next() {
            Some("live") => "Typed, on an instance that is held",
            Some("pool") => "Typed, on instances of a pool",
            Some("fresh") => "Typed, on a fresh instance for each call",
            Some("async live") => "Typed and async, on an instance that is held",
            Some("async fresh") => "Typed and async, on a fresh instance for each call",
            Some("spares") => "Typed, on instances made ahead",
            Some("limits") => "Typed, within limits",
            Some("profile") => "What a call on a fresh instance is made of",
            Some("threads") => "Typed, on two threads",
            Some("dynamic") => "By number or name, on an instance that is held",
            Some("convention") => "An item of a stream by the resource convention",
            Some("out") => "A native stream out of the guest, from the call to its end",
            Some("in") => "A native stream into the guest, in one call",
            Some("ends") => "A stream without items: its beginning and its end",
            Some("beside") => "Async functions and plain ones of a guest that has both",
            Some("at once") => "1,000 async calls at once, each of which waits for 10 ms",
            _ => "Others",
        }
    }
}

/// How fast fidius has to be.
pub enum Target {
    /// At most so many times the time of another contestant.
    Ratio(&'static str, f64),
    /// So many times the time of another contestant: for information.
    Figure(&'static str),
    /// So many times our own time is what another contestant takes: for information.
    Cost(&'static str),
    /// At most so much time.
    AtMost(Duration),
    /// At most so much longer than another contestant.
    Excess(&'static str, Duration),
    /// A call may become slower by a second thread, but at most so many times what a call of `tuned` does.
    Scaling(f64),
}

impl Target {
    /// What is measured, from the time of a call of each contestant, in nanoseconds.
    pub fn measure(&self, time: impl Fn(&str) -> f64) -> f64 {
        match self {
            Self::Ratio(other, _) | Self::Figure(other) => time(FIDIUS) / time(other),
            Self::Cost(other) => time(other) / time(FIDIUS),
            Self::AtMost(_) => time(FIDIUS),
            Self::Excess(other, _) => time(FIDIUS) - time(other),
            Self::Scaling(_) => {
                (time(FIDIUS_TWICE) / time(FIDIUS)) / (time(TUNED_TWICE) / time(TUNED))
            }
        }
    }

    /// `None` where it is only for information.
    pub fn is_met(&self, measured: f64) -> Option<bool> {
        let at_most = match self {
            Self::Ratio(_, at_most) | Self::Scaling(at_most) => *at_most,
            Self::Excess(_, at_most) | Self::AtMost(at_most) => at_most.as_nanos() as f64,
            Self::Figure(_) | Self::Cost(_) => return None,
        };
        Some(measured <= at_most)
    }

    /// A value of [`Target::measure`] with its unit.
    pub fn format(&self, measured: f64) -> String {
        match self {
            Self::Ratio(..) | Self::Figure(_) | Self::Cost(_) | Self::Scaling(_) => {
                format!("{measured:.3}")
            }
            Self::AtMost(_) => format!("{measured:.0} ns"),
            Self::Excess(..) => format!("{measured:+.1} ns"),
        }
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ratio(other, at_most) => write!(f, "≤ {at_most:.2} × {other}"),
            Self::Figure(other) => write!(f, "÷ {other}"),
            Self::Cost(other) => write!(f, "{other} ÷ {FIDIUS}"),
            Self::AtMost(at_most) => write!(f, "≤ {at_most:?}"),
            Self::Excess(other, at_most) => write!(f, "≤ {other} + {} ns", at_most.as_nanos()),
            Self::Scaling(at_most) => write!(f, "≤ {at_most:.2} × tuned's slowdown"),
        }
    }
}

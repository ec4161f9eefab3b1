//! The same call within other limits: what each of them costs.

use std::time::Duration;

use fidius::{Limits, Runtime};

use crate::calls::{Timed, time};
use crate::row::{FIDIUS, FUEL, LIMITS_ANEW, NO_LIMITS, NO_TIME, Row, TUNED, Target, UNLIMITED};

/// A plugin of ours, with a call that it makes.
pub trait Limited: Clone + Send + 'static {
    fn with_limits(&self, limits: Limits) -> Self;
    fn call(&self) -> u32;
}

/// Where fuel is measured, and is no limit.
pub fn metered() -> Runtime {
    let limits = Limits {
        fuel: Some(u64::MAX),
        ..Limits::default()
    };
    let runtime = Runtime::builder().limits(limits).build();
    runtime.expect("the limits are possible")
}

/// `ours` and `metered` are the same plugin on two runtimes, of which the second measures fuel.
pub fn row<'a, L: Limited>(
    name: String,
    ours: impl Fn() -> L + Copy + 'a,
    metered: impl Fn() -> L + 'a,
    tuned: impl Fn() -> Timed + 'a,
    unlimited: impl Fn() -> Timed + 'a,
) -> Row<'a> {
    let targets = vec![
        Target::Cost(NO_TIME),
        Target::Cost(NO_LIMITS),
        Target::Cost(LIMITS_ANEW),
        Target::Cost(FUEL),
        Target::Figure(TUNED),
        Target::Figure(UNLIMITED),
    ];
    Row::new(name, targets)
        .with(FIDIUS, move || timed(ours()))
        .with(NO_TIME, move || timed(ours().with_limits(no_time())))
        .with(NO_LIMITS, move || timed(ours().with_limits(no_limits())))
        .with(LIMITS_ANEW, move || timed_anew(ours()))
        .with(FUEL, move || timed(metered()))
        .with(TUNED, tuned)
        .with(UNLIMITED, unlimited)
}

fn timed(plugin: impl Limited) -> Timed {
    Box::new(move |count| time(count, || plugin.call()))
}

/// Each call has limits of its own.
fn timed_anew(plugin: impl Limited) -> Timed {
    let limits = Limits::default();
    Box::new(move |count| time(count, || plugin.with_limits(limits.clone()).call()))
}

fn no_time() -> Limits {
    Limits {
        time: Duration::MAX,
        cpu_time: Duration::MAX,
        ..Limits::default()
    }
}

/// Memory is limited by the runtime in any case.
fn no_limits() -> Limits {
    Limits {
        table_elements: u64::MAX,
        transfer: u64::MAX,
        handles: u32::MAX,
        ..no_time()
    }
}

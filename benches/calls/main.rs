//! What a call costs: ours, beside what wasmtime costs when it is used by hand, and when it is used as its documentation
//! shows.
//!
//! ```text
//! cargo bench --bench calls                   # everything, about six minutes
//! cargo bench --bench calls -- fresh          # the rows that have this in their name
//! cargo bench --bench calls -- profile        # what a call on a fresh instance is made of, which is no part of everything
//! cargo bench --bench calls -- --test         # each once, and no times
//! ```
//!
//! The contestants of a row do the same work with the same component in one process:
//!
//! - **fidius**: the host struct that `#[fidius::host]` makes, with the limits it has by default.
//! - **tuned** ([`tuned`], and [`tuned_async`] for async calls): wasmtime written by hand for nothing but this, as fast as one
//!   can, with the same limits and the same WASI.
//! - **unlimited**: the same without limits on time and memory. For information: no target is measured against it.
//! - **default** ([`default`]): `bindgen!` on `Config::new()`.
//!
//! In the rows `async`, the calls are awaited one after the other, on an executor of tokio's that has nothing else to do;
//! **typed** is the same call in its blocking form.
//!
//! In the row `spares`, calls come at a steady pace ([`paced`]), and what counts is the time of each; **fresh** is fidius without
//! instances made ahead.
//!
//! In the rows `limits`, fidius makes the same call within other limits ([`limits`]), so that what each of them costs shows in
//! the ratio to the default ones.
//!
//! In the rows `dynamic`, fidius calls a function by its number or name, with values of which nothing is known before
//! ([`dynamic`](mod@dynamic)). Beside it:
//!
//! - **Val** ([`val`]): what wasmtime has for that, on the hand-written host.
//! - **typed**: the method that `#[fidius::host]` makes, with the same limits.
//!
//! In the rows `profile`, the contestants are the steps of which **tuned** consists ([`profile`]).
//!
//! Criterion measures each by itself, one call after the other. After that the [table](mod@table) compares them: it takes turns
//! between short batches of all contestants of a row, so that whatever else the machine does hits all of them, and gives the
//! median of the ratios of all rounds. Nearly all targets are ratios; a time is an illustration. A target that is missed is
//! reported, and never an error: what a loaded machine measures must not break a build.

mod calls;
mod compute;
mod default;
mod dynamic;
mod limits;
mod mixed;
mod ours;
mod paced;
mod profile;
mod row;
mod run;
mod table;
mod threads;
mod tuned;
mod tuned_async;
mod val;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use fidius::Selector;

use calls::{Work, timed, timed_async};
use ours::Ours;
use row::{
    DEFAULT, FIDIUS, FIDIUS_TWICE, FRESH, Row, TUNED, TUNED_TWICE, TYPED, Target, UNLIMITED, VAL,
};
use threads::{alone, together};

fn main() {
    let guests = [Guest::new("minimal"), Guest::new("std")];
    let [_, std] = &guests;
    let by_value = ByValue::new(&std.path);
    let within_limits = WithinLimits::new(&std.path);
    let mut rows = rows(&guests);
    rows.extend(async_rows(&guests));
    rows.extend(spares_rows(std));
    rows.extend(limits_rows(std, &within_limits));
    rows.extend(dynamic_rows(std, &by_value));
    if is_for_profile() {
        rows.extend(profile_rows(&guests));
    }
    run::run(rows);
}

/// Whether the profile was asked for: it is for those who look for what can be made faster. A test has it too.
fn is_for_profile() -> bool {
    let mut arguments = std::env::args().skip(1);
    arguments.any(|argument| argument.starts_with("profile") || argument == "--test")
}

fn rows([minimal, std]: &[Guest; 2]) -> Vec<Row<'_>> {
    let mut rows = Vec::new();

    let works = [
        (
            Work::Add,
            vec![Target::Ratio(TUNED, 1.10), Target::Ratio(DEFAULT, 0.5)],
        ),
        (
            Work::String(10),
            vec![Target::Ratio(TUNED, 1.05), Target::Ratio(DEFAULT, 0.5)],
        ),
        (
            Work::Bytes(64),
            vec![Target::Ratio(TUNED, 1.05), Target::Ratio(DEFAULT, 0.5)],
        ),
        (Work::Pairs(100), vec![Target::Ratio(TUNED, 1.05)]),
        (Work::Bytes(1 << 20), vec![Target::Ratio(TUNED, 1.05)]),
    ];
    for (work, targets) in works {
        rows.push(
            Row::new(format!("live/{work}"), targets)
                .with(FIDIUS, move || timed(work, std.ours.session()))
                .with(TUNED, move || timed(work, tuned::Live::new(&std.tuned)))
                .with(UNLIMITED, move || {
                    timed(work, tuned::Live::new(&std.unlimited))
                })
                .with(DEFAULT, move || {
                    timed(work, default::Live::new(&std.default))
                }),
        );
    }

    for work in [Work::Add, Work::Bytes(64)] {
        let targets = vec![Target::Excess(TUNED, Duration::from_nanos(50))];
        rows.push(
            Row::new(format!("pool/{work}"), targets)
                .with(FIDIUS, move || timed(work, std.pooled()))
                .with(TUNED, move || timed(work, tuned::Live::new(&std.tuned))),
        );
    }

    // The allocator of `minimal` asks for its first memory in the call, which costs two system calls here, whoever calls:
    // what an instance costs shows in `add`.
    for (guest, work, against_default) in [
        (minimal, Work::Add, Some(0.4)),
        (minimal, Work::Bytes(64), None),
        (std, Work::Bytes(64), Some(0.25)),
    ] {
        let mut targets = vec![Target::Ratio(TUNED, 1.10)];
        targets.extend(against_default.map(|at_most| Target::Ratio(DEFAULT, at_most)));
        rows.push(
            Row::new(format!("fresh/{}, {work}", guest.name), targets)
                .with(FIDIUS, move || timed(work, guest.ours.clone()))
                .with(TUNED, move || timed(work, tuned::Fresh::new(&guest.tuned)))
                .with(UNLIMITED, move || {
                    timed(work, tuned::Fresh::new(&guest.unlimited))
                })
                .with(DEFAULT, move || {
                    timed(work, default::Fresh::new(&guest.default))
                }),
        );
    }

    let live = || timed(Work::Add, tuned::Live::new(&std.tuned));
    rows.push(
        Row::new("threads/live, add".to_owned(), vec![Target::Scaling(1.10)])
            .with(FIDIUS, || alone(timed(Work::Add, std.ours.session())))
            .with(FIDIUS_TWICE, || {
                together([(); 2].map(|()| timed(Work::Add, std.ours.session())))
            })
            .with(TUNED, move || alone(live()))
            .with(TUNED_TWICE, move || together([(); 2].map(|()| live()))),
    );
    rows.push(
        Row::new("threads/pool, add".to_owned(), vec![Target::Scaling(1.10)])
            .with(FIDIUS, || alone(timed(Work::Add, std.pooled())))
            .with(FIDIUS_TWICE, || {
                let pool = std.pooled();
                together([(); 2].map(|()| timed(Work::Add, pool.clone())))
            })
            .with(TUNED, move || alone(live()))
            .with(TUNED_TWICE, move || together([(); 2].map(|()| live()))),
    );
    let work = Work::Bytes(64);
    let ours = move || timed(work, std.ours.clone());
    let tuned = move || timed(work, tuned::Fresh::new(&std.tuned));
    rows.push(
        Row::new(
            format!("threads/fresh, std, {work}"),
            vec![Target::Scaling(1.10)],
        )
        .with(FIDIUS, move || alone(ours()))
        .with(FIDIUS_TWICE, move || together([(); 2].map(|()| ours())))
        .with(TUNED, move || alone(tuned()))
        .with(TUNED_TWICE, move || together([(); 2].map(|()| tuned()))),
    );
    rows
}

/// Without blocking the thread.
fn async_rows([minimal, std]: &[Guest; 2]) -> Vec<Row<'_>> {
    let mut rows = Vec::new();
    let targets = || vec![Target::Ratio(TUNED, 1.10), Target::Figure(TYPED)];
    for (guest, work) in [
        (std, Work::Add),
        (std, Work::Bytes(64)),
        (minimal, Work::Add),
    ] {
        let (ours, tuned) = (&guest.ours, &guest.tuned_async);
        rows.push(
            Row::new(format!("async live/{}, {work}", guest.name), targets())
                .with(FIDIUS, move || timed_async(work, ours.session_async()))
                .with(TUNED, move || {
                    timed_async(work, tuned_async::Live::new(tuned))
                })
                .with(TYPED, move || timed(work, ours.session())),
        );
    }
    for (guest, work) in [
        (std, Work::Add),
        (std, Work::Bytes(64)),
        (minimal, Work::Add),
    ] {
        let (ours, tuned) = (&guest.ours, &guest.tuned_async);
        rows.push(
            Row::new(format!("async fresh/{}, {work}", guest.name), targets())
                .with(FIDIUS, move || timed_async(work, ours.clone()))
                .with(TUNED, move || {
                    timed_async(work, tuned_async::Fresh::new(tuned))
                })
                .with(TYPED, move || timed(work, ours.clone())),
        );
    }
    rows
}

/// On instances made ahead, with time between the calls in which more can be made.
fn spares_rows(std: &Guest) -> Vec<Row<'_>> {
    /// 10,000 calls a second.
    const PACE: Duration = Duration::from_micros(100);
    const SPARES: usize = 32;

    let work = Work::Bytes(64);
    let ours = |work| timed(work, Ours::spares(&std.path, SPARES));
    let at_most = Target::AtMost(Duration::from_micros(3));
    let targets = vec![at_most, Target::Figure(FRESH), Target::Figure(TUNED)];
    let row = Row::new(format!("spares/{}, {work}, paced", std.name), targets)
        .with(FIDIUS, move || ours(work))
        .with(FRESH, move || timed(work, std.ours.clone()))
        .with(TUNED, move || timed(work, tuned::Fresh::new(&std.tuned)));
    vec![row.paced(PACE)]
}

/// What the limits cost.
fn limits_rows<'a>(std: &'a Guest, within: &'a WithinLimits) -> Vec<Row<'a>> {
    let WithinLimits { metered, compute } = within;
    let work = Work::Add;
    let held = move |guest: &_| timed(work, tuned::Live::new(guest));
    let fresh = move |guest: &_| timed(work, tuned::Fresh::new(guest));
    vec![
        limits::row(
            format!("limits/live, {work}"),
            || std.ours.session(),
            || metered.session(),
            move || held(&std.tuned),
            move || held(&std.unlimited),
        ),
        limits::row(
            format!("limits/live, a loop of {}", compute::STEPS),
            || compute.ours(),
            || compute.metered(),
            || compute.tuned(),
            || compute.unlimited(),
        ),
        limits::row(
            format!("limits/fresh, {work}"),
            || std.ours.clone(),
            || metered.clone(),
            move || fresh(&std.tuned),
            move || fresh(&std.unlimited),
        ),
    ]
}

/// What a call on a fresh instance is made of.
fn profile_rows(guests: &[Guest; 2]) -> Vec<Row<'_>> {
    let mut rows = Vec::new();
    for guest in guests {
        let ours = || timed(Work::Add, guest.ours.clone());
        let name = format!("profile/{}, {}", guest.name, Work::Add);
        rows.push(profile::row(name, &guest.tuned, ours));
    }
    rows
}

/// Without types that the compiler knows, on an instance that is held.
fn dynamic_rows<'a>(std: &'a Guest, by_value: &'a ByValue) -> Vec<Row<'a>> {
    const MIB: usize = 1 << 20;

    let ByValue { plugin, raw, mixed } = by_value;
    let val = move |work: Work| {
        let held = std.tuned.linked.held(tuned::INTERFACE, work.function());
        val::timed(held, val::arguments(work))
    };
    let typed = move |work| timed(work, std.ours.session());
    let row = |work: Work, way: &str, targets| Row::new(format!("dynamic/{work}, {way}"), targets);
    let against_val = || vec![Target::Ratio(VAL, 1.3), Target::Figure(TYPED)];
    let mut rows = Vec::new();

    for work in [
        Work::Add,
        Work::String(10),
        Work::Bytes(64),
        Work::Pairs(100),
    ] {
        let function = plugin.number(work.function());
        let values = move || plugin.values(function, dynamic::values(work));
        rows.push(
            row(work, "values", against_val())
                .with(FIDIUS, values)
                .with(VAL, move || val(work))
                .with(TYPED, move || typed(work)),
        );
    }
    let by_name = || {
        let function = Selector::Name(Work::Add.function());
        plugin.values(function, dynamic::values(Work::Add))
    };
    rows.push(
        row(Work::Add, "values, by name", against_val())
            .with(FIDIUS, by_name)
            .with(VAL, move || val(Work::Add))
            .with(TYPED, move || typed(Work::Add)),
    );

    let work = Work::Bytes(MIB);
    let function = plugin.number(work.function());
    let against_typed = || vec![Target::Ratio(TYPED, 2.0)];
    let values = move || plugin.values(function, dynamic::values(work));
    rows.push(
        row(
            work,
            "values",
            vec![Target::Ratio(TYPED, 2.0), Target::Figure(VAL)],
        )
        .with(FIDIUS, values)
        .with(VAL, move || val(work))
        .with(TYPED, move || typed(work)),
    );
    rows.push(
        row(work, "raw", against_typed())
            .with(FIDIUS, move || raw.raw(function, MIB))
            .with(TYPED, move || typed(work)),
    );
    rows.push(
        row(work, "serde as bytes", against_typed())
            .with(FIDIUS, move || plugin.rust(work))
            .with(TYPED, move || typed(work)),
    );
    let one_by_one = move || plugin.serde::<_, Vec<u8>>(function, (vec![7_u8; MIB],));
    rows.push(
        row(work, "serde as numbers", vec![Target::Figure(TYPED)])
            .with(FIDIUS, one_by_one)
            .with(TYPED, move || typed(work)),
    );

    for work in [Work::Add, Work::String(10), Work::Pairs(100)] {
        let figures = || vec![Target::Figure(VAL), Target::Figure(TYPED)];
        rows.push(
            row(work, "serde", figures())
                .with(FIDIUS, move || plugin.rust(work))
                .with(VAL, move || val(work))
                .with(TYPED, move || typed(work)),
        );
        rows.push(
            row(work, "JSON", figures())
                .with(FIDIUS, move || plugin.json(work))
                .with(VAL, move || val(work))
                .with(TYPED, move || typed(work)),
        );
    }

    let beside_others = |way: &str, others: &[&'static str]| {
        let way = format!("beside a name and a number, {way}");
        let figures = others.iter().map(|other| Target::Figure(other));
        row(work, &way, figures.collect())
    };
    rows.push(
        beside_others("values", &[VAL, TUNED, TYPED])
            .with(FIDIUS, move || mixed.values(MIB))
            .with(VAL, move || mixed.val(MIB))
            .with(TUNED, move || mixed.tuned(MIB))
            .with(TYPED, move || mixed.typed(MIB)),
    );
    rows.push(
        beside_others("serde as bytes", &[TUNED, TYPED])
            .with(FIDIUS, move || mixed.rust(MIB))
            .with(TUNED, move || mixed.tuned(MIB))
            .with(TYPED, move || mixed.typed(MIB)),
    );
    rows
}

/// What is called without types.
struct ByValue {
    plugin: dynamic::Plugin,
    /// The same component, with `echo-bytes` raw.
    raw: dynamic::Plugin,
    mixed: mixed::Guest,
}

impl ByValue {
    fn new(path: &Path) -> Self {
        Self {
            plugin: dynamic::Plugin::load(path),
            raw: dynamic::Plugin::load_raw(path, "echo-bytes"),
            mixed: mixed::Guest::new(),
        }
    }
}

/// What is called within other limits.
struct WithinLimits {
    /// Where fuel is measured.
    metered: Ours,
    compute: compute::Guest,
}

impl WithinLimits {
    fn new(path: &Path) -> Self {
        let metered = limits::metered();
        Self {
            metered: Ours::load_on(&metered, path),
            compute: compute::Guest::new(&metered),
        }
    }
}

/// One component, loaded by each contestant.
struct Guest {
    name: &'static str,
    path: PathBuf,
    /// With a fresh instance for each call.
    ours: Ours,
    tuned: Arc<tuned::Guest>,
    tuned_async: Arc<tuned::Guest>,
    unlimited: Arc<tuned::Guest>,
    default: Arc<default::Guest>,
}

impl Guest {
    fn new(name: &'static str) -> Self {
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
            .join("guests/built")
            .join(format!("bench-{name}.wasm"));
        Self {
            name,
            ours: Ours::load(&path),
            tuned: Arc::new(tuned::Guest::load(&path, true)),
            tuned_async: Arc::new(tuned_async::load(&path)),
            unlimited: Arc::new(tuned::Guest::load(&path, false)),
            default: Arc::new(default::Guest::load(&path)),
            path,
        }
    }

    /// With a pool of two instances of its own.
    fn pooled(&self) -> Ours {
        Ours::pooled(&self.path)
    }
}

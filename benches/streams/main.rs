//! What streams cost, and calls beside one another: ours, beside what wasmtime costs when it is used by hand.
//!
//! ```text
//! cargo bench --bench streams                 # everything, about five minutes
//! cargo bench --bench streams -- convention   # the rows that have this in their name
//! cargo bench --bench streams -- --test       # each once, and no times
//! ```
//!
//! Contestants, turns and targets are as in the other benchmark, `calls`:
//!
//! - **fidius**: the host struct, with the limits it has by default.
//! - **tuned** ([`pulled`] for streams by the resource convention, [`native`] for the component model's): wasmtime written by hand for
//!   nothing but this, with the same limits, the same WASI and the same window.
//!
//! In the rows `convention`, a call is one item of a stream that is open; **thread and channel** is how fidius 0.5 reads such
//! streams: a thread that does what **tuned** does, and sends the items through a channel that has room for four.
//!
//! In the rows `out` and `in`, a call is a whole stream of an instance that is held. **only counted** is **tuned** where the host leaves
//! the bytes in the guest's memory; **in chunks** is fidius where the program takes all items at once that are there; **one at a time** is
//! **tuned** where it has only one item ready for a guest that reads one by one.
//!
//! In the rows `beside`, **call_concurrent** is **tuned** where the function is called so that others could run meanwhile,
//! **plain function** is fidius with a function of the same guest that is not `async`, and **plain guest** with one of a guest that
//! has no other.

#[allow(dead_code, reason = "it is for another benchmark, too")]
#[path = "../calls/calls.rs"]
mod calls;
mod native;
mod ours;
#[path = "../calls/paced.rs"]
mod paced;
mod pipe;
mod pulled;
#[allow(dead_code, reason = "it is for another benchmark, too")]
#[path = "../calls/row.rs"]
mod row;
#[path = "../calls/run.rs"]
mod run;
#[path = "../calls/table.rs"]
mod table;
#[allow(dead_code, reason = "it is for another benchmark, too")]
#[path = "../calls/tuned.rs"]
mod tuned;
#[allow(dead_code, reason = "it is for another benchmark, too")]
#[path = "../calls/tuned_async.rs"]
mod tuned_async;
mod work;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use calls::Timed;
use ours::{Convention, Streamer, session};
use pulled::{Entry, Source};
use row::{FIDIUS, Row, TUNED, Target};
use work::{BYTES, NUMBERS, POINTS};

const THREAD: &str = "thread and channel";
const COUNTED: &str = "only counted";
const IN_CHUNKS: &str = "in chunks";
const ONE_AT_A_TIME: &str = "one at a time";
const CALL_CONCURRENT: &str = "call_concurrent";
const PLAIN_FUNCTION: &str = "plain function";
const PLAIN_GUEST: &str = "plain guest";

fn main() {
    let convention = ByConvention::new();
    let native = Native::new();
    let mut rows = convention_rows(&convention);
    rows.extend(out_rows(&native));
    rows.extend(in_rows(&native));
    rows.extend(ends_rows(&native));
    rows.extend(beside_rows(&native));
    rows.extend(at_once_rows(&native));
    run::run(rows);
}

fn built(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("guests/built")
        .join(name)
}

/// The component, loaded by each contestant.
struct ByConvention {
    ours: Convention,
    tuned: pulled::Guest,
}

impl ByConvention {
    fn new() -> Self {
        let path = built("convention.wasm");
        Self {
            ours: Convention::open(&path),
            tuned: pulled::Guest::load(&path),
        }
    }
}

/// The same, of a guest with native streams.
struct Native {
    ours: Streamer,
    /// On a runtime that has nobody else's instances.
    apart: Streamer,
    tuned: Arc<native::Guest>,
    plain: PathBuf,
}

impl Native {
    fn new() -> Self {
        let path = built("streams.wasm");
        Self {
            ours: ours::load(&path),
            apart: ours::load_apart(&path),
            tuned: Arc::new(native::Guest::load(&path)),
            plain: built("bench-std.wasm"),
        }
    }
}

fn row(name: &str, further: impl IntoIterator<Item = Target>) -> Row<'static> {
    let mut targets = vec![Target::Ratio(TUNED, 1.1)];
    targets.extend(further);
    Row::new(name.to_owned(), targets)
}

fn convention_rows(ByConvention { ours, tuned }: &ByConvention) -> Vec<Row<'_>> {
    const NUMBERS: Source<()> = Source {
        function: "endless",
        next: "[method]endless-stream.next",
        params: (),
    };
    const ENTRIES: Source<(u32,)> = Source {
        function: "entries",
        next: "[method]entries-stream.next",
        params: (u32::MAX,),
    };

    vec![
        row("convention/number", [Target::Cost(THREAD)])
            .with(FIDIUS, || ours.numbers())
            .with(TUNED, || tuned.open::<u64, _>(NUMBERS).blocking())
            .with(THREAD, || tuned.open::<u64, _>(NUMBERS).pumped())
            .moves(1, "items"),
        row("convention/number, async", [])
            .with(FIDIUS, || ours.numbers_async())
            .with(TUNED, || tuned.open_async::<u64, _>(NUMBERS).asynchronous())
            .moves(1, "items"),
        row("convention/record", [Target::Cost(THREAD)])
            .with(FIDIUS, || ours.entries_blocking())
            .with(TUNED, || tuned.open::<Entry, _>(ENTRIES).blocking())
            .with(THREAD, || tuned.open::<Entry, _>(ENTRIES).pumped())
            .moves(1, "items"),
        row("convention/record, async", [])
            .with(FIDIUS, || ours.entries_async())
            .with(TUNED, || {
                tuned.open_async::<Entry, _>(ENTRIES).asynchronous()
            })
            .moves(1, "items"),
    ]
}

/// The same work on an instance that is held, blocking and async. By hand both are the same: wasmtime has no other way.
fn held_rows<'a>(
    Native { ours, .. }: &'a Native,
    name: &str,
    moves: (u64, &'static str),
    blocking: fn(Streamer) -> Timed,
    asynchronous: fn(Streamer) -> Timed,
    tuned: impl Fn() -> Timed + Copy + 'a,
) -> [Row<'a>; 2] {
    let (amount, unit) = moves;
    [
        row(name, [])
            .with(FIDIUS, move || blocking(session(ours)))
            .with(TUNED, tuned)
            .moves(amount, unit),
        row(&format!("{name}, async"), [])
            .with(FIDIUS, move || asynchronous(session(ours)))
            .with(TUNED, tuned)
            .moves(amount, unit),
    ]
}

/// One more contestant, for information.
fn beside<'a>(mut row: Row<'a>, name: &'static str, set_up: impl Fn() -> Timed + 'a) -> Row<'a> {
    row.targets.push(Target::Figure(name));
    row.with(name, set_up)
}

fn out_rows(native: &Native) -> Vec<Row<'_>> {
    let Native { ours, tuned, .. } = native;
    let [bytes, bytes_async] = held_rows(
        native,
        "out/4 MiB in chunks of 64 KiB",
        (BYTES, "B"),
        ours::bytes_out,
        ours::bytes_out_async,
        || native::bytes_out(tuned),
    );
    let [points, points_async] = held_rows(
        native,
        "out/2,000 records",
        (POINTS.into(), "items"),
        ours::points_out,
        ours::points_out_async,
        || native::points_out(tuned),
    );
    let [numbers, numbers_async] = held_rows(
        native,
        "out/2,000 numbers that are written one by one",
        (POINTS.into(), "items"),
        |session| ours::numbers_out(session, POINTS),
        |session| ours::numbers_out_async(session, POINTS),
        || native::numbers_out(tuned, POINTS),
    );
    vec![
        beside(bytes, COUNTED, || native::bytes_counted(tuned)),
        bytes_async,
        beside(points, IN_CHUNKS, || {
            ours::points_out_in_chunks(session(ours))
        }),
        points_async,
        beside(numbers, IN_CHUNKS, || {
            ours::numbers_out_in_chunks(session(ours), POINTS)
        }),
        numbers_async,
    ]
}

fn in_rows(native: &Native) -> Vec<Row<'_>> {
    let tuned = &native.tuned;
    let [bytes, bytes_async] = held_rows(
        native,
        "in/4 MiB in chunks of 64 KiB",
        (BYTES, "B"),
        ours::bytes_in,
        ours::bytes_in_async,
        || native::bytes_in(tuned),
    );
    let [points, points_async] = held_rows(
        native,
        "in/2,000 records that are read one by one",
        (POINTS.into(), "items"),
        ours::points_in,
        ours::points_in_async,
        || native::points_in(tuned, pipe::WINDOW),
    );
    let [numbers, numbers_async] = held_rows(
        native,
        "in/10,000 numbers",
        (NUMBERS.into(), "items"),
        ours::numbers_in,
        ours::numbers_in_async,
        || native::numbers_in(tuned, pipe::WINDOW),
    );
    vec![
        bytes,
        bytes_async,
        beside(points, ONE_AT_A_TIME, || native::points_in(tuned, 1)),
        points_async,
        numbers,
        numbers_async,
    ]
}

fn ends_rows(native: &Native) -> Vec<Row<'_>> {
    let Native { ours, tuned, .. } = native;
    let held = || native::numbers_out(tuned, 0);
    let fresh = || native::nothing_out_of_fresh(tuned);
    vec![
        row("ends/live", [])
            .with(FIDIUS, || ours::numbers_out(session(ours), 0))
            .with(TUNED, held),
        row("ends/live, async", [])
            .with(FIDIUS, || ours::numbers_out_async(session(ours), 0))
            .with(TUNED, held),
        row("ends/fresh", [])
            .with(FIDIUS, || ours::numbers_out(ours.clone(), 0))
            .with(TUNED, fresh),
        row("ends/fresh, async", [])
            .with(FIDIUS, || ours::numbers_out_async(ours.clone(), 0))
            .with(TUNED, fresh),
    ]
}

fn beside_rows(native: &Native) -> Vec<Row<'_>> {
    let Native {
        ours, tuned, plain, ..
    } = native;
    let [echo, echo_async] = [
        ("beside/async function", ours::echo as fn(Streamer) -> Timed),
        ("beside/async function, async", ours::echo_async),
    ]
    .map(|(name, echo)| {
        row(name, [])
            .with(FIDIUS, move || echo(session(ours)))
            .with(TUNED, || native::echo(tuned))
    });
    let [add, add_async] = [
        ("beside/plain function", ours::add as fn(Streamer) -> Timed),
        ("beside/plain function, async", ours::add_async),
    ]
    .map(|(name, add)| {
        row(name, [])
            .with(FIDIUS, move || add(session(ours)))
            .with(TUNED, || native::add(tuned))
    });
    let concurrently = |row| beside(row, CALL_CONCURRENT, || native::echo_beside(tuned));
    vec![
        beside(concurrently(echo), PLAIN_FUNCTION, || {
            ours::add(session(ours))
        }),
        beside(concurrently(echo_async), PLAIN_FUNCTION, || {
            ours::add_async(session(ours))
        }),
        beside(add, PLAIN_GUEST, || ours::plain_add(plain)),
        beside(add_async, PLAIN_GUEST, || ours::plain_add_async(plain)),
    ]
}

fn at_once_rows(native: &Native) -> Vec<Row<'_>> {
    let Native {
        ours, apart, tuned, ..
    } = native;
    let targets = || {
        let at_most = Target::AtMost(Duration::from_millis(100));
        vec![at_most, Target::Figure(TUNED)]
    };
    vec![
        Row::new("at once/on one instance".to_owned(), targets())
            .with(FIDIUS, || ours::pauses(session(ours)))
            .with(TUNED, || native::pauses(tuned)),
        Row::new("at once/on 1,000 instances".to_owned(), targets())
            .with(FIDIUS, || ours::pauses(apart.clone()))
            .with(TUNED, || native::pauses_on_fresh(tuned)),
    ]
}

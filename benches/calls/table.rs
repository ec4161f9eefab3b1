//! The contestants against each other, in turns.

use std::time::Duration;

use crate::calls::Timed;
use crate::paced;
use crate::row::Row;

/// How many instances each contestant has in turn. Where an instance lies in memory can make it some percent slower than
/// another one that does the same, which says nothing about the contestant.
const SET_UPS: usize = 5;

/// How many rounds there are with each of them. An odd number, so that the median of all is a round.
const ROUNDS: usize = 101;

/// How long a contestant runs in a round: short beside what disturbs a machine (a scheduler's turn is some milliseconds),
/// so that most rounds see nothing of it; long beside the first calls, which find the caches full of another's data.
const BATCH: Duration = Duration::from_micros(400);

/// Slow calls take a longer batch, …
const CALLS_AT_LEAST: u64 = 8;

/// … but not for more than this, as long as it is one call.
const BATCH_AT_MOST: Duration = Duration::from_millis(10);

/// Where a round takes so long that all would take more than this, with one set-up, there are fewer.
const TURNS_AT_MOST: Duration = Duration::from_millis(1_500);

/// Measures all rows and prints them.
pub fn print(rows: &[Row<'_>]) {
    println!(
        "\nIn turns, {SET_UPS} × {ROUNDS} rounds of {BATCH:?} for each contestant, fewer where a call takes milliseconds. The \
         median of all rounds, and in brackets the 10th and 90th percentile. Where calls come at a pace, the same of single \
         calls."
    );
    let mut heading = "";
    for row in rows {
        if row.heading() != heading {
            heading = row.heading();
            println!("\n# {heading}");
        }
        let rounds = match row.pace {
            Some(pace) => paced::measure(row, pace),
            None => measure(row),
        };
        println!("\n{}", row.name);
        for target in &row.targets {
            let measured = rounds.iter().map(|times| {
                target.measure(|name| {
                    let place = row.contestants.iter().position(|c| c.name == name);
                    times[place.expect("a row has all contestants that its targets name")]
                })
            });
            let spread = Spread::of(measured);
            println!(
                "    {:<39} {:>9}  [{} … {}]  {}",
                target.to_string(),
                target.format(spread.median),
                target.format(spread.low),
                target.format(spread.high),
                match target.is_met(spread.median) {
                    Some(true) => "met",
                    Some(false) => "missed",
                    None => "",
                }
            );
        }
        let medians: Vec<_> = row
            .contestants
            .iter()
            .enumerate()
            .map(|(place, contestant)| {
                let spread = Spread::of(rounds.iter().map(|times| times[place]));
                let mut median = format!("{} {}", contestant.name, time(spread.median));
                if let Some((amount, unit)) = row.moves {
                    let rate = rate(amount as f64 / spread.median * 1e9);
                    median = format!("{median} ({rate} {unit}/s)");
                }
                match row.pace {
                    Some(_) => format!("{median} (99 % within {})", time(spread.almost_all)),
                    None => median,
                }
            })
            .collect();
        println!("    {}", medians.join(", "));
    }
}

/// The time of a call in nanoseconds, by round and contestant.
fn measure(row: &Row<'_>) -> Vec<Vec<f64>> {
    // All at once, or each set-up would get the memory that the one before has given back.
    let mut set_ups: Vec<Vec<Timed>> = (0..SET_UPS)
        .map(|_| row.contestants.iter().map(|c| (c.set_up)()).collect())
        .collect();
    set_ups
        .iter_mut()
        .flat_map(|contestants| take_turns(contestants))
        .collect()
}

fn take_turns(contestants: &mut [Timed]) -> Vec<Vec<f64>> {
    let batches: Vec<Batch> = contestants.iter_mut().map(Batch::of).collect();
    let round: Duration = batches.iter().map(|batch| batch.takes).sum();
    let at_most = TURNS_AT_MOST.as_nanos() / round.as_nanos().max(1);
    let rounds = usize::try_from(at_most).map_or(ROUNDS, |at_most| ROUNDS.min(at_most | 1));
    (0..rounds)
        .map(|round| {
            let mut times = vec![0.0; contestants.len()];
            for turn in 0..contestants.len() {
                // Another one first in each round, and every other round backwards: nobody always comes after the same one.
                let place = match round % 2 {
                    0 => (round + turn) % contestants.len(),
                    _ => (round + contestants.len() - turn) % contestants.len(),
                };
                let calls = batches[place].calls;
                let elapsed = contestants[place](calls);
                times[place] = elapsed.as_nanos() as f64 / calls as f64;
            }
            times
        })
        .collect()
}

/// What a contestant does in a round.
struct Batch {
    calls: u64,
    takes: Duration,
}

impl Batch {
    fn of(contestant: &mut Timed) -> Self {
        let mut count = 1;
        loop {
            // The shortest of a few: after one that was disturbed, all batches would be too short to tell anything.
            let elapsed = (0..5).map(|_| contestant(count)).min().unwrap_or_default();
            if elapsed >= BATCH / 2 {
                let fit_in = |time: Duration| {
                    let calls = time.as_nanos() * u128::from(count) / elapsed.as_nanos();
                    u64::try_from(calls).unwrap_or(u64::MAX).max(1)
                };
                let calls = fit_in(BATCH).max(CALLS_AT_LEAST.min(fit_in(BATCH_AT_MOST)));
                let takes = elapsed.mul_f64(calls as f64 / count as f64);
                return Self { calls, takes };
            }
            count *= 2;
        }
    }
}

struct Spread {
    low: f64,
    median: f64,
    high: f64,
    almost_all: f64,
}

impl Spread {
    fn of(values: impl Iterator<Item = f64>) -> Self {
        let mut values: Vec<f64> = values.collect();
        values.sort_by(f64::total_cmp);
        let at = |percent: usize| values[(values.len() - 1) * percent / 100];
        Self {
            low: at(10),
            median: at(50),
            high: at(90),
            almost_all: at(99),
        }
    }
}

fn rate(a_second: f64) -> String {
    match a_second {
        ..1e6 => format!("{:.1} k", a_second / 1e3),
        ..1e9 => format!("{:.2} M", a_second / 1e6),
        _ => format!("{:.2} G", a_second / 1e9),
    }
}

fn time(nanoseconds: f64) -> String {
    match nanoseconds {
        ..1_000.0 => format!("{nanoseconds:.1} ns"),
        ..1_000_000.0 => format!("{:.2} µs", nanoseconds / 1_000.0),
        _ => format!("{:.2} ms", nanoseconds / 1_000_000.0),
    }
}

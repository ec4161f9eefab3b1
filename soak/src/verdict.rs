//! What a soak has found: nothing, if all is well.

use std::fmt;
use std::time::Duration;

use fidius::Counters;

use crate::lanes::RUNTIME_THREADS;
use crate::plugins::RUNTIMES;
use crate::process::Threads;

/// What was measured at one moment.
#[derive(Clone, Debug)]
pub struct Sample {
    pub time: Duration,
    pub calls: u64,
    /// Bytes of memory.
    pub resident: u64,
    pub threads: usize,
}

impl fmt::Display for Sample {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seconds = self.time.as_secs_f64();
        let Self { calls, threads, .. } = self;
        let resident = mib(self.resident);
        write!(
            f,
            "{seconds:8.1} s {calls:>12} calls {resident:>10} {threads:>5} threads"
        )
    }
}

pub fn mib(bytes: u64) -> String {
    format!("{:.1} MiB", bytes as f64 / f64::from(1 << 20))
}

/// The first part of a soak, in hundredths, in which memory may grow.
const WARM_UP: usize = 20;

/// Fewer say nothing.
const FEWEST: usize = 20;

/// How much more memory the second half may have: a part of the first half's, and some bytes.
const MORE: (u64, u64) = (10, 16 << 20);

/// The memory of a soak after its start, in two halves.
#[derive(Debug, PartialEq, Eq)]
pub struct Memory {
    /// The median of each half.
    pub first: u64,
    pub second: u64,
    /// What the second may be.
    pub most: u64,
}

impl Memory {
    /// # Errors
    ///
    /// The soak was too short.
    pub fn of(samples: &[Sample]) -> Result<Self, String> {
        let counted = &samples[samples.len() * WARM_UP / 100..];
        if counted.len() < FEWEST {
            return Err(format!(
                "the soak was too short for a verdict on memory: {} samples after the start, where {FEWEST} are needed; let it run \
                 for longer",
                counted.len()
            ));
        }
        let (first, second) = counted.split_at(counted.len() / 2);
        let first = median(first);
        Ok(Self {
            first,
            second: median(second),
            most: first + first / MORE.0 + MORE.1,
        })
    }

    pub fn finding(&self) -> Option<String> {
        let Self {
            first,
            second,
            most,
        } = *self;
        (second > most).then(|| {
            format!(
                "memory grows: {} in the first half after the start and {} in the second, where {} would be flat",
                mib(first),
                mib(second),
                mib(most)
            )
        })
    }
}

/// A peak that is gone with the next sample is no growth.
fn median(samples: &[Sample]) -> u64 {
    let mut resident: Vec<_> = samples.iter().map(|sample| sample.resident).collect();
    resident.sort_unstable();
    resident[resident.len() / 2]
}

/// The one thread that stays when all plugins are gone; and how many of the name run destructors at most, and go when there are none.
const CLOCK: &str = "fidius-clock";
const DESTRUCTORS: usize = 8;

/// Those that each runtime of plugins has.
const TICKER: &str = "fidius-ticker";
const KEEPER: &str = "fidius-keeper";
const MAKER: &str = "fidius-maker";

/// The threads that are there after all is dropped, and were not before.
pub fn threads_left(before: &Threads, after: &Threads) -> Vec<String> {
    let mut findings = Vec::new();
    for (name, &count) in after {
        let may_be = match name.as_str() {
            CLOCK => 1,
            TICKER | KEEPER | MAKER => 0,
            name => before.get(name).copied().unwrap_or(0),
        };
        if count > may_be {
            findings.push(format!(
                "threads are left over: {count} of the name `{name}`, where {may_be} may be"
            ));
        }
    }
    findings
}

/// Whether there were more threads than there should be, at the worst moment for each name. A thread that has just been made has the
/// name of its maker.
pub fn threads_at_work(before: &Threads, most: &Threads, lanes: usize) -> Vec<String> {
    let mut findings = Vec::new();
    for (name, &count) in most {
        let may_be = match name.as_str() {
            CLOCK => 1 + DESTRUCTORS,
            TICKER | KEEPER | MAKER => RUNTIMES,
            "soak-tokio" => RUNTIME_THREADS,
            "soak-lane" => lanes + RUNTIME_THREADS,
            name => before.get(name).copied().unwrap_or(0) + lanes,
        };
        if count > may_be {
            findings.push(format!(
                "there were {count} threads of the name `{name}` at once, where {may_be} may be"
            ));
        }
    }
    findings
}

/// What the plugins still have, when nobody calls them and nothing is held.
pub fn instances_left(counters: &[(String, Counters)]) -> Vec<String> {
    let left = |(name, counters): &(String, Counters)| {
        left_of(name, counters.instances, counters.spares, counters.waiting)
    };
    counters.iter().filter_map(left).collect()
}

fn left_of(name: &str, instances: usize, spares: usize, waiting: usize) -> Option<String> {
    (instances > 0 || spares > 0 || waiting > 0).then(|| {
        format!(
            "the plugin \"{name}\" has {instances} instances alive, {spares} of them spare, and {waiting} calls that wait, where nobody \
             calls it"
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const MIB: u64 = 1 << 20;

    fn samples(resident: impl Fn(u64) -> u64) -> Vec<Sample> {
        let sample = |n| Sample {
            time: Duration::from_secs(n),
            calls: n * 1000,
            resident: resident(n),
            threads: 9,
        };
        (0..600).map(sample).collect()
    }

    fn is_flat(resident: impl Fn(u64) -> u64) -> bool {
        let memory = Memory::of(&samples(resident)).unwrap();
        memory.finding().is_none()
    }

    #[test]
    fn memory_that_stays_is_flat() {
        assert!(is_flat(|_| 100 * MIB));
        // With what comes and goes.
        assert!(is_flat(|n| 100 * MIB + n * 7919 % 40 * MIB));
        assert!(is_flat(|n| if n % 10 == 0 {
            1000 * MIB
        } else {
            100 * MIB
        }));
        // With a start.
        assert!(is_flat(|n| 100 * MIB + n.min(100) * 10 * MIB));
        // With less and less.
        assert!(is_flat(|n| (1000 - n) * MIB));
        assert!(is_flat(|n| if n > 300 { 120 * MIB } else { 100 * MIB }));
    }

    #[test]
    fn memory_that_grows_is_a_finding() {
        assert!(!is_flat(|n| 100 * MIB + n * MIB / 5));
        assert!(!is_flat(|n| if n > 350 { 130 * MIB } else { 100 * MIB }));
        assert!(!is_flat(|n| 1000 * MIB + n * MIB));
        let memory = Memory::of(&samples(|n| n * MIB)).unwrap();
        let text = memory.finding().unwrap();
        assert!(
            text.contains("240.0 MiB") && text.contains("480.0 MiB"),
            "{text}"
        );
    }

    #[test]
    fn a_short_soak_says_nothing() {
        assert!(Memory::of(&[]).is_err());
        assert!(Memory::of(&samples(|_| 1)[..20]).is_err());
        assert!(Memory::of(&samples(|_| 1)[..25]).is_ok());
    }

    fn threads<const N: usize>(threads: [(&str, usize); N]) -> Threads {
        threads.map(|(name, count)| (name.to_owned(), count)).into()
    }

    #[test]
    fn only_the_clock_may_be_left() {
        let before = threads([("fidius-soak", 3), ("fidius-ticker", 1)]);
        let left = |after| threads_left(&before, &after);
        assert!(left(threads([("fidius-soak", 3), ("fidius-clock", 1)])).is_empty());
        assert!(left(threads([("fidius-soak", 1)])).is_empty());
        assert_eq!(left(threads([("fidius-soak", 4)])).len(), 1);
        assert_eq!(left(threads([("fidius-clock", 2)])).len(), 1);
        let both = left(threads([("fidius-ticker", 1), ("fidius-keeper", 1)]));
        assert_eq!(both.len(), 2);
        assert!(
            both[1].contains("1 of the name `fidius-ticker`"),
            "{both:?}"
        );
    }

    #[test]
    fn threads_at_work_have_a_bound() {
        let before = threads([("fidius-soak", 3)]);
        let found = |most| threads_at_work(&before, &most, 7);
        let usual = threads([
            ("fidius-soak", 3),
            ("fidius-clock", 1),
            ("fidius-ticker", 2),
            ("fidius-keeper", 2),
            ("soak-lane", 7),
            ("soak-tokio", 2),
        ]);
        assert!(found(usual).is_empty());
        for (name, count) in [
            ("fidius-clock", 10),
            ("fidius-ticker", 3),
            ("fidius-keeper", 3),
            ("fidius-maker", 3),
            ("fidius-soak", 11),
            ("soak-lane", 10),
            ("soak-tokio", 3),
            ("another", 8),
        ] {
            assert_eq!(found(threads([(name, count)])).len(), 1, "{name}");
        }
    }

    #[test]
    fn what_is_alive_or_waits_is_a_finding() {
        assert_eq!(left_of("greeter", 0, 0, 0), None);
        let text = left_of("greeter", 3, 1, 0).unwrap();
        assert!(text.contains("\"greeter\" has 3 instances"), "{text}");
        assert!(left_of("greeter", 0, 0, 1).is_some());
        assert!(left_of("greeter", 0, 1, 0).is_some());
    }
}

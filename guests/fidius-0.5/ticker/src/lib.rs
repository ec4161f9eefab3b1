//! Streams with the macros of fidius 0.5: out, in and both, of numbers and of records.

use std::sync::atomic::{AtomicU32, Ordering};

use fidius::{PluginError, Stream};
use fidius_macro::{WitType, plugin_impl, plugin_interface};
use serde::{Deserialize, Serialize};

/// What was measured.
#[derive(Clone, Debug, WitType, Serialize, Deserialize)]
pub struct Reading {
    pub at: u64,
    pub place: String,
    pub value: f64,
    pub note: Option<String>,
}

#[plugin_interface(version = 1, buffer = PluginAllocated)]
pub trait Ticker: Send + Sync {
    /// The numbers from 0 to this one, without it.
    fn tick(&self, count: u32) -> Stream<u64>;
    /// This many readings of this place. The one at `i` has the value `i / 2`, and each third one has a note.
    fn readings(&self, place: String, count: u32) -> Stream<Reading>;
    /// This many chunks of this size, each of its own number modulo 256.
    fn chunks(&self, count: u32, size: u32) -> Stream<Vec<u8>>;
    /// All numbers from 0 on.
    fn forever(&self) -> Stream<u64>;
    /// As `tick`, and then a panic.
    fn tick_and_panic(&self, count: u32) -> Stream<u64>;
    /// As `tick`, and then an endless loop.
    fn tick_and_spin(&self, count: u32) -> Stream<u64>;
    /// The sum.
    fn sum(&self, values: Stream<u64>) -> u64;
    /// The first ones, this many at most. The others aren't read.
    fn first(&self, values: Stream<u64>, count: u32) -> Vec<u64>;
    /// The mean of the readings of this place, or an error where there is none.
    fn mean(&self, place: String, readings: Stream<Reading>) -> Result<f64, PluginError>;
    /// Twice each number.
    fn double(&self, values: Stream<u64>) -> Stream<u64>;
    /// The readings with their values times this factor.
    fn scale(&self, factor: f64, readings: Stream<Reading>) -> Stream<Reading>;
    /// How many streams of `tick`, `forever` and `double` this instance has dropped.
    fn dropped(&self) -> u32;
    /// The sum of two numbers. Plain.
    fn add(&self, a: u64, b: u64) -> u64;
    /// The reading with a note. Plain.
    fn annotate(&self, reading: Reading, note: String) -> Reading;
}

pub struct Clock;

static DROPPED: AtomicU32 = AtomicU32::new(0);

/// Numbers, which are counted when they are dropped.
struct Counted<I>(I);

impl<I: Iterator> Iterator for Counted<I> {
    type Item = I::Item;

    fn next(&mut self) -> Option<I::Item> {
        self.0.next()
    }
}

impl<I> Drop for Counted<I> {
    fn drop(&mut self) {
        DROPPED.fetch_add(1, Ordering::Relaxed);
    }
}

/// What a stream of 0.5 is made of.
fn pulled<T>(mut stream: Stream<T>) -> impl Iterator<Item = T> {
    std::iter::from_fn(move || stream.next_item())
}

#[plugin_impl(Ticker)]
impl Ticker for Clock {
    fn tick(&self, count: u32) -> Stream<u64> {
        Stream::from_iter(Counted(0..u64::from(count)))
    }

    fn readings(&self, place: String, count: u32) -> Stream<Reading> {
        Stream::from_iter((0..count).map(move |i| Reading {
            at: i.into(),
            place: place.clone(),
            value: f64::from(i) / 2.0,
            note: i.is_multiple_of(3).then(|| format!("note {i}")),
        }))
    }

    fn chunks(&self, count: u32, size: u32) -> Stream<Vec<u8>> {
        Stream::from_iter((0..count).map(move |i| vec![i as u8; size as usize]))
    }

    fn forever(&self) -> Stream<u64> {
        Stream::from_iter(Counted(0..))
    }

    fn tick_and_panic(&self, count: u32) -> Stream<u64> {
        let last = std::iter::from_fn(|| panic!("no more ticks"));
        Stream::from_iter((0..u64::from(count)).chain(last))
    }

    fn tick_and_spin(&self, count: u32) -> Stream<u64> {
        let last = std::iter::from_fn(|| {
            loop {
                std::hint::spin_loop();
            }
        });
        Stream::from_iter((0..u64::from(count)).chain(last))
    }

    fn sum(&self, values: Stream<u64>) -> u64 {
        pulled(values).sum()
    }

    fn first(&self, values: Stream<u64>, count: u32) -> Vec<u64> {
        pulled(values).take(count as usize).collect()
    }

    fn mean(&self, place: String, readings: Stream<Reading>) -> Result<f64, PluginError> {
        let (mut sum, mut count) = (0.0, 0.0);
        for reading in pulled(readings).filter(|reading| reading.place == place) {
            sum += reading.value;
            count += 1.0;
        }
        if count > 0.0 {
            Ok(sum / count)
        } else {
            Err(PluginError::new(
                "NO_READING",
                format!("there is no reading of {place}"),
            ))
        }
    }

    fn double(&self, values: Stream<u64>) -> Stream<u64> {
        Stream::from_iter(Counted(Doubled(values)))
    }

    fn scale(&self, factor: f64, mut readings: Stream<Reading>) -> Stream<Reading> {
        Stream::from_iter(std::iter::from_fn(move || {
            readings.next_item().map(|reading| Reading {
                value: reading.value * factor,
                ..reading
            })
        }))
    }

    fn dropped(&self) -> u32 {
        DROPPED.load(Ordering::Relaxed)
    }

    fn add(&self, a: u64, b: u64) -> u64 {
        a.wrapping_add(b)
    }

    fn annotate(&self, reading: Reading, note: String) -> Reading {
        Reading {
            note: Some(note),
            ..reading
        }
    }
}

struct Doubled(Stream<u64>);

impl Iterator for Doubled {
    type Item = u64;

    fn next(&mut self) -> Option<u64> {
        self.0.next_item().map(|value| value.wrapping_mul(2))
    }
}

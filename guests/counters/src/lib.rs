//! A guest with a resource: counters.

wit_bindgen::generate!({
    path: "../../wit/counters.wit",
    world: "example:counters/counters-plugin",
});

use std::sync::atomic::{AtomicU32, Ordering::Relaxed};

use exports::example::counters::counters::{Counter, CounterBorrow, Guest, GuestCounter};

static ALIVE: AtomicU32 = AtomicU32::new(0);

struct Tally(AtomicU32);

impl Drop for Tally {
    fn drop(&mut self) {
        ALIVE.fetch_sub(1, Relaxed);
    }
}

impl GuestCounter for Tally {
    fn new(start: u32) -> Self {
        ALIVE.fetch_add(1, Relaxed);
        Self(AtomicU32::new(start))
    }

    fn add(&self, n: u32) -> u32 {
        let sum = self.value().saturating_add(n);
        self.0.store(sum, Relaxed);
        sum
    }

    fn value(&self) -> u32 {
        self.0.load(Relaxed)
    }

    fn merge(a: Counter, b: Counter) -> Counter {
        let (a, b) = (a.get::<Self>().value(), b.get::<Self>().value());
        Counter::new(Self::new(a.saturating_add(b)))
    }
}

struct Counters;

impl Guest for Counters {
    type Counter = Tally;

    fn describe(counter: CounterBorrow<'_>) -> String {
        format!("a counter at {}", counter.get::<Tally>().value())
    }

    fn alive() -> u32 {
        ALIVE.load(Relaxed)
    }
}

export!(Counters);

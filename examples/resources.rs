//! Resources that live in a plugin: `cargo run --example resources`.
//!
//! A counter is made in the plugin, and what the program holds is a handle of it. The handle has the resource's methods, keeps
//! the instance alive that the counter lives in, and has the plugin's destructor run when it is dropped.

use counters::{Counter, CounterResource};

/// The host of a plugin that keeps counters. Their interface is in `wit/counters.wit`.
#[fidius::host(wit = "counters.wit")]
pub struct Counters;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let plugin = Counters::load("guests/built/counters.wasm")?;

    // Made with the plugin itself, a counter lives in an instance of its own.
    let counter = plugin.new_counter(40)?;
    println!("{} after adding 2", counter.add(2)?);

    // Counters that have to do with each other live in one instance: they are made on one session.
    let session = plugin.plugin().session()?;
    let first = session.new_counter(1)?;
    let second = session.new_counter(2)?;
    println!("{} counters are alive", session.alive()?);

    // A counter that is given away is the plugin's again, and its handle is gone: what it moves into, the compiler sees to.
    let both = session.counter_merge(first, second)?;
    println!("{}", session.describe(&both)?);
    println!("{} counter is alive", session.alive()?);

    drop(both);
    println!("{} counters are alive", session.alive()?);

    // A handle of another instance is refused.
    let error = session.describe(&counter).unwrap_err();
    println!("error: {error}");

    // Code that is written against the trait takes the host's own counters as well.
    count_to_three(&counter)?;
    count_to_three(&Counter::new(Tally::default()))?;
    Ok(())
}

fn count_to_three(counter: &Counter) -> Result<(), fidius::Error> {
    for _ in 0..3 {
        counter.add(1)?;
    }
    println!("counted to {}", counter.value()?);
    Ok(())
}

/// A counter without a plugin.
#[derive(Default)]
struct Tally(std::sync::atomic::AtomicU32);

impl CounterResource for Tally {
    fn add(&self, n: u32) -> Result<u32, fidius::Error> {
        Ok(self.0.fetch_add(n, std::sync::atomic::Ordering::Relaxed) + n)
    }

    fn value(&self) -> Result<u32, fidius::Error> {
        Ok(self.0.load(std::sync::atomic::Ordering::Relaxed))
    }
}

//! Functions that a host gives to its plugin: `cargo run --example host_functions`.
//!
//! The world in `wit/reporter.wit` imports a log, a store, and a function for the time. Each import is a trait, which the program
//! implements on types of its own.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::SystemTime;

use fidius::{CallError, Error, ErrorKind};
use reporter::log::{Level, Log};
use reporter::store::Store;
use reporter::{Imports, ReporterImports};

/// The host of a plugin that writes reports.
#[fidius::host(wit = "reporter.wit")]
pub struct Reporter;

/// Writes what the plugin says to the terminal.
struct Terminal;

impl Log for Terminal {
    fn write(&self, level: Level, message: &str) -> Result<(), Error> {
        println!("[{level:?}] {message}");
        Ok(())
    }
}

/// Keeps texts in memory.
#[derive(Default)]
struct Memory(Mutex<BTreeMap<String, String>>);

impl Store for Memory {
    fn get(&self, key: &str) -> Result<Option<String>, CallError<String>> {
        if key.starts_with('/') {
            // The plugin's own error: it gets it as the `err` of the function's result.
            return Err(CallError::Guest(format!("`{key}` is no key")));
        }
        Ok(self.0.lock().unwrap().get(key).cloned())
    }

    fn set(&self, key: &str, value: &str) -> Result<(), CallError<String>> {
        if self.0.lock().unwrap().len() >= 3 {
            // An error of the host's: it ends the plugin's call, and is what the caller gets.
            return Err(Error::new(ErrorKind::Other, "the store is full").into());
        }
        self.0
            .lock()
            .unwrap()
            .insert(key.to_owned(), value.to_owned());
        Ok(())
    }
}

/// Tells the time.
struct Clock;

impl ReporterImports for Clock {
    fn now(&self) -> Result<u64, Error> {
        let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
        Ok(now.unwrap_or_default().as_secs())
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // Several imports are put together by field. One type that implements all three traits would do as well.
    let store = Arc::new(Memory::default());
    let imports = Imports {
        log: Terminal,
        store: Arc::clone(&store),
        reporter: Clock,
    };
    let reporter = Reporter::load("guests/built/reporter.wasm", imports)?;

    store.set("apples", "3")?;
    store.set("pears", "5")?;
    let keys = ["apples", "pears", "plums"].map(String::from);
    println!("{}", reporter.report("Fruit", &keys)?);

    for (key, text) in &*store.0.lock().unwrap() {
        println!("{key}: {} bytes", text.len());
    }

    // The two ways in which a host function fails.
    let guest = reporter.report("Wrong", &["/etc".to_owned()]);
    println!("the plugin says: {:?}", guest.unwrap_err().guest());
    let host = reporter.report("Too much", &keys);
    println!("error: {}", host.unwrap_err());
    Ok(())
}

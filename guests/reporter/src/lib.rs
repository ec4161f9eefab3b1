//! A guest that calls its host: it reads from a store, writes a report there, and logs what it does.

wit_bindgen::generate!({
    path: "../../wit/reporter.wit",
    world: "example:reporter/reporter",
});

use example::reporter::log::{self, Level};
use example::reporter::store;

struct Reporter;

impl Guest for Reporter {
    fn report(title: String, keys: Vec<String>) -> Result<String, String> {
        let report = write(&title, &keys);
        if let Err(reason) = &report {
            log::write(Level::Error, &format!("no report `{title}`: {reason}"));
        }
        report
    }
}

fn write(title: &str, keys: &[String]) -> Result<String, String> {
    log::write(
        Level::Info,
        &format!("reporting `{title}`, on {} keys", keys.len()),
    );
    let mut report = format!("{title}, at {}\n", now());
    for key in keys {
        match store::get(key)? {
            Some(text) => report += &format!("- {key}: {text}\n"),
            None => log::write(Level::Warning, &format!("nothing is stored under `{key}`")),
        }
    }
    let key = format!("report/{title}");
    store::set(&key, &report)?;
    log::write(
        Level::Debug,
        &format!("stored {} bytes under `{key}`", report.len()),
    );
    Ok(report)
}

export!(Reporter);

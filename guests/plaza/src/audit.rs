//! The interface that is exported and imported: what is noted here is noted at the host's too.

use std::cell::RefCell;

use crate::Plaza;
use crate::exports::shop::one1_0_0::audit::{Entry, Guest, GuestTrail, Severity, TrailBorrow};
use crate::shop::one1_0_0::audit as host;

pub struct Trail {
    entries: RefCell<Vec<Entry>>,
    copy: host::Trail,
}

impl GuestTrail for Trail {
    fn new(name: String) -> Self {
        Self {
            entries: RefCell::default(),
            copy: host::Trail::new(&format!("plaza: {name}")),
        }
    }

    fn add(&self, entry: Entry) -> u32 {
        self.copy.add(&theirs(&entry));
        let mut entries = self.entries.borrow_mut();
        entries.push(entry);
        entries.len() as u32
    }

    fn entries(&self) -> Vec<Entry> {
        self.entries.borrow().clone()
    }
}

impl Guest for Plaza {
    type Trail = Trail;

    fn note(entry: Entry) {
        host::note(&theirs(&entry));
    }

    fn gravest(trail: TrailBorrow<'_>) -> Option<Entry> {
        let entries = trail.get::<Trail>().entries();
        let major = entries
            .iter()
            .find(|entry| entry.severity == Severity::Major);
        major.or(entries.first()).cloned()
    }
}

/// The exported and the imported interface have types of their own.
fn theirs(entry: &Entry) -> host::Entry {
    host::Entry {
        what: entry.what.clone(),
        severity: match entry.severity {
            Severity::Minor => host::Severity::Minor,
            Severity::Major => host::Severity::Major,
        },
    }
}

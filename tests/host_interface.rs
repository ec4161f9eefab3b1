//! Traits that the host gives to guests of fidius 0.5, as the compiler expands them.

#![cfg(feature = "bincode")]

use std::sync::{Arc, Mutex};

use fidius::{HostInterface, PluginError};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Entry {
    key: String,
    value: Vec<u8>,
    tags: Vec<String>,
    kind: Kind,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
enum Kind {
    Plain,
    Dated(u64),
}

/// As the guest `fidius05-host-calls` has it.
#[fidius::host_interface(version = 2)]
trait Archive: Send + Sync {
    fn size(&self) -> u64;
    fn lookup(&self, key: String) -> Option<Entry>;
    fn store(&self, entry: Entry, copies: u32, replace: bool) -> Vec<String>;
    fn take(&self, key: String) -> Result<Entry, PluginError>;
    fn check(&self, key: String) -> Result<(), PluginError>;
    fn clear(&self);
    fn explode(&self, message: String) -> String;
}

mod drifted {
    #[fidius::host_interface(version = 2)]
    pub(super) trait Archive: Send + Sync {
        fn size(&self) -> u32;
    }
}

#[fidius::host_interface(version = 1)]
trait Nowhere {
    fn ping(&self) -> u32;
}

/// All that the attribute allows, and nothing that it has to be.
#[fidius::host_interface(version = 7, name = "other", hash = 0xFFFF_FFFF_FFFF_FFFF)]
#[allow(dead_code)]
pub(crate) trait Odd: std::fmt::Debug {
    /// With a body of its own.
    fn sum(&self, (a, b): (u8, u8), mut c: u8) -> u8 {
        c += a;
        c + b
    }
    #[deprecated]
    fn r#type(&self, _: std::time::Duration, __index: ()) -> Result<(), PluginError>;
    fn wide(
        &self,
        a: [u8; 4],
        b: Option<Vec<(String, f64)>>,
        c: std::borrow::Cow<'static, str>,
    ) -> Result<Vec<u8>, PluginError>;
}

#[derive(Default)]
struct Host(Mutex<Vec<Entry>>);

impl Archive for Host {
    fn size(&self) -> u64 {
        self.0.lock().unwrap().len() as u64
    }
    fn lookup(&self, key: String) -> Option<Entry> {
        let entries = self.0.lock().unwrap();
        entries.iter().find(|entry| entry.key == key).cloned()
    }
    fn store(&self, entry: Entry, copies: u32, _: bool) -> Vec<String> {
        vec![entry.key; copies as usize]
    }
    fn take(&self, key: String) -> Result<Entry, PluginError> {
        self.lookup(key.clone())
            .ok_or_else(|| PluginError::new("MISSING", key))
    }
    fn check(&self, key: String) -> Result<(), PluginError> {
        self.take(key).map(drop)
    }
    fn clear(&self) {
        self.0.lock().unwrap().clear();
    }
    fn explode(&self, message: String) -> String {
        panic!("{message}")
    }
}

impl drifted::Archive for Host {
    fn size(&self) -> u32 {
        0
    }
}

impl Nowhere for Host {
    fn ping(&self) -> u32 {
        0
    }
}

#[derive(Debug)]
struct Plain;

impl Odd for Plain {
    fn r#type(&self, _: std::time::Duration, (): ()) -> Result<(), PluginError> {
        Ok(())
    }
    fn wide(
        &self,
        a: [u8; 4],
        _: Option<Vec<(String, f64)>>,
        _: std::borrow::Cow<'static, str>,
    ) -> Result<Vec<u8>, PluginError> {
        Ok(a.to_vec())
    }
}

fn identity<I: ?Sized, V: HostInterface<I>>(_: &V) -> (&'static str, u32, u64) {
    (V::NAME, V::VERSION, V::HASH)
}

/// What the attribute of fidius 0.5.9 makes of the same traits.
#[test]
fn names_versions_and_hashes_are_those_of_guests() {
    let host = Host::default();
    let archive = ("Archive", 2, 0x5CD8_4A83_D931_8A2A);
    assert_eq!(identity::<dyn Archive, _>(&host), archive);
    let drifted = ("Archive", 2, 0x3673_E905_6519_6295);
    assert_eq!(identity::<dyn drifted::Archive, _>(&host), drifted);
    let nowhere = ("Nowhere", 1, 0x9F5B_62FB_13C6_ADE4);
    assert_eq!(identity::<dyn Nowhere, _>(&host), nowhere);
}

#[test]
fn a_name_and_a_hash_can_be_given() {
    assert_eq!(identity::<dyn Odd, _>(&Plain), ("other", 7, u64::MAX));
}

#[test]
fn a_shared_value_is_one_too() {
    let host = Arc::new(Host::default());
    assert_eq!(
        identity::<dyn Archive, _>(&host),
        identity::<dyn Archive, _>(&Host::default())
    );
    let shared: Arc<dyn Archive> = host;
    assert_eq!(identity::<dyn Archive, _>(&shared).0, "Archive");
    assert_eq!(shared.store(entry("a"), 2, true), ["a", "a"]);
}

fn entry(key: &str) -> Entry {
    Entry {
        key: key.to_owned(),
        value: vec![1, 2],
        tags: Vec::new(),
        kind: Kind::Dated(99),
    }
}

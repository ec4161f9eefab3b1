//! What the host is asked for: one trait that it should have, and some that it shouldn't.

use fidius::PluginError;
use fidius_macro::{WitType, host_interface};
use serde::{Deserialize, Serialize};

/// What is in the archive.
#[derive(Clone, Debug, WitType, Serialize, Deserialize)]
pub struct Entry {
    pub key: String,
    pub value: Vec<u8>,
    pub tags: Vec<String>,
    pub kind: Kind,
}

/// What an entry is.
#[derive(Clone, Debug, WitType, Serialize, Deserialize)]
pub enum Kind {
    Plain,
    Dated(u64),
}

/// The interface that a host is to bind.
#[host_interface(version = 2)]
pub trait Archive: Send + Sync {
    fn size(&self) -> u64;
    fn lookup(&self, key: String) -> Option<Entry>;
    fn store(&self, entry: Entry, copies: u32, replace: bool) -> Vec<String>;
    fn take(&self, key: String) -> Result<Entry, PluginError>;
    fn check(&self, key: String) -> Result<(), PluginError>;
    fn clear(&self);
    fn explode(&self, message: String) -> String;
}

/// The same functions in a version that the host doesn't have.
pub mod newer {
    use super::*;

    #[host_interface(version = 3)]
    pub trait Archive: Send + Sync {
        fn size(&self) -> u64;
        fn lookup(&self, key: String) -> Option<Entry>;
        fn store(&self, entry: Entry, copies: u32, replace: bool) -> Vec<String>;
        fn take(&self, key: String) -> Result<Entry, PluginError>;
        fn check(&self, key: String) -> Result<(), PluginError>;
        fn clear(&self);
        fn explode(&self, message: String) -> String;
    }
}

/// The same version with other functions.
pub mod drifted {
    use super::*;

    #[host_interface(version = 2)]
    pub trait Archive: Send + Sync {
        fn size(&self) -> u32;
    }
}

/// An interface that no host has.
#[host_interface(version = 1)]
pub trait Nowhere: Send + Sync {
    fn ping(&self) -> u32;
}

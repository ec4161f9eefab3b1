//! A plugin that calls back into the host, with the macros of fidius 0.5, and tells what came of it.

pub mod archive;

use fidius::{PluginError, host_call, host_ffi::HostCallError};
use fidius_macro::{plugin_impl, plugin_interface};

use archive::{
    __fidius_host_Archive as identity, ArchiveClient, Entry, NowhereClient, drifted, newer,
};

/// Each method makes one call of the host. What went wrong with it is an error: its code is the name of the case of
/// `HostCallError`, its message the error's text, and its details are the host's own error, as JSON, or the text of its
/// panic.
#[plugin_interface(version = 1, buffer = PluginAllocated)]
pub trait CallCenter: Send + Sync {
    fn size(&self) -> Result<u64, PluginError>;
    fn lookup(&self, key: String) -> Result<Option<Entry>, PluginError>;
    fn store(&self, entry: Entry, copies: u32, replace: bool) -> Result<Vec<String>, PluginError>;
    fn take(&self, key: String) -> Result<Entry, PluginError>;
    fn check(&self, key: String) -> Result<(), PluginError>;
    fn clear(&self) -> Result<(), PluginError>;
    fn explode(&self, message: String) -> Result<String, PluginError>;
    /// Stores so many entries, one call of the host for each, and is told the size in the end.
    fn fill(&self, count: u32) -> Result<u64, PluginError>;
    /// Only asks whether the host has the interface.
    fn bound(&self) -> Result<(), PluginError>;
    /// Asks for the next version of the interface.
    fn size_of_newer(&self) -> Result<u64, PluginError>;
    /// Asks for the interface with other functions.
    fn size_of_drifted(&self) -> Result<u32, PluginError>;
    /// Asks for an interface that no host has.
    fn ping_nowhere(&self) -> Result<u32, PluginError>;
    /// Which of these a host has: `Archive`, its next version, the one with other functions, `Nowhere`.
    fn which_are_bound(&self) -> Vec<bool>;
    /// A call of the interface with any index and any bytes, as no client would make it. The result is the host's bytes.
    fn dispatch(&self, index: u32, args: Vec<u8>) -> Result<Vec<u8>, PluginError>;
    /// The name, the version and the hash of the interface.
    fn identity(&self) -> (String, u32, u64);
}

pub struct Operator;

#[plugin_impl(CallCenter)]
impl CallCenter for Operator {
    fn size(&self) -> Result<u64, PluginError> {
        told(archive()?.size())
    }

    fn lookup(&self, key: String) -> Result<Option<Entry>, PluginError> {
        told(archive()?.lookup(&key))
    }

    fn store(&self, entry: Entry, copies: u32, replace: bool) -> Result<Vec<String>, PluginError> {
        told(archive()?.store(&entry, &copies, &replace))
    }

    fn take(&self, key: String) -> Result<Entry, PluginError> {
        told(archive()?.take(&key))
    }

    fn check(&self, key: String) -> Result<(), PluginError> {
        told(archive()?.check(&key))
    }

    fn clear(&self) -> Result<(), PluginError> {
        told(archive()?.clear())
    }

    fn explode(&self, message: String) -> Result<String, PluginError> {
        told(archive()?.explode(&message))
    }

    fn fill(&self, count: u32) -> Result<u64, PluginError> {
        let archive = archive()?;
        for i in 0..count {
            let entry = Entry {
                key: format!("entry {i}"),
                value: i.to_le_bytes().to_vec(),
                tags: vec!["filled".to_owned()],
                kind: archive::Kind::Dated(i.into()),
            };
            told(archive.store(&entry, &1, &false))?;
        }
        told(archive.size())
    }

    fn bound(&self) -> Result<(), PluginError> {
        archive().map(|_| ())
    }

    fn size_of_newer(&self) -> Result<u64, PluginError> {
        told(newer::ArchiveClient::bound().and_then(|archive| archive.size()))
    }

    fn size_of_drifted(&self) -> Result<u32, PluginError> {
        told(drifted::ArchiveClient::bound().and_then(|archive| archive.size()))
    }

    fn ping_nowhere(&self) -> Result<u32, PluginError> {
        told(NowhereClient::bound().and_then(|nowhere| nowhere.ping()))
    }

    fn which_are_bound(&self) -> Vec<bool> {
        vec![
            ArchiveClient::is_bound(),
            newer::ArchiveClient::is_bound(),
            drifted::ArchiveClient::is_bound(),
            NowhereClient::is_bound(),
        ]
    }

    fn dispatch(&self, index: u32, args: Vec<u8>) -> Result<Vec<u8>, PluginError> {
        told(host_call::call(NAME, VERSION, HASH, index, &args))
    }

    fn identity(&self) -> (String, u32, u64) {
        (NAME.to_owned(), VERSION, HASH)
    }
}

const NAME: &str = "Archive";
const VERSION: u32 = identity::Archive_HOST_INTERFACE_VERSION;
const HASH: u64 = identity::Archive_HOST_INTERFACE_HASH;

fn archive() -> Result<ArchiveClient, PluginError> {
    told(ArchiveClient::bound())
}

fn told<T>(outcome: Result<T, HostCallError>) -> Result<T, PluginError> {
    outcome.map_err(|error| {
        let (code, details) = match &error {
            HostCallError::NotBound { .. } => ("NotBound", None),
            HostCallError::Host(host) => ("Host", serde_json::to_string(host).ok()),
            HostCallError::HostPanic(text) => ("HostPanic", Some(text.clone())),
            HostCallError::Serialization(_) => ("Serialization", None),
            HostCallError::Deserialization(_) => ("Deserialization", None),
            HostCallError::InvalidIndex { .. } => ("InvalidIndex", None),
            HostCallError::UnknownStatus { .. } => ("UnknownStatus", None),
            HostCallError::VersionMismatch { .. } => ("VersionMismatch", None),
            HostCallError::HashMismatch { .. } => ("HashMismatch", None),
        };
        PluginError {
            code: code.to_owned(),
            message: error.to_string(),
            details,
        }
    })
}

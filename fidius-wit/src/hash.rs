use std::fmt;

use sha2::{Digest, Sha256};

use crate::Interface;

/// The identity of an interface: SHA-256 over its [canonical text](Interface::signature).
///
/// Equal hashes mean the same functions with the same parameters and types. Docs, type names, the order of the
/// functions, the package's name and version have no part in it. Whether a component *fits* is another question, which
/// [`compare`](crate::compare) answers: one with more functions than asked for fits, and has another hash.
///
/// It prints as 64 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct InterfaceHash([u8; 32]);

impl InterfaceHash {
    /// The hash of these bytes, for constant tables.
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The 32 bytes.
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl Interface {
    /// The hash of this interface.
    pub fn hash(&self) -> InterfaceHash {
        InterfaceHash(Sha256::digest(self.signature()).into())
    }
}

impl fmt::Display for InterfaceHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for InterfaceHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "InterfaceHash({self})")
    }
}

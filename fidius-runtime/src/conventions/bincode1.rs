//! The encoding of guests of fidius 0.5: bincode 1 with its defaults, which are little-endian integers of fixed width, lengths
//! of 64 bits, and numbers of enum cases of 32.

use bincode::config::{FixintEncoding, WithOtherIntEncoding};
use bincode::de::read::SliceReader;
use bincode::{DefaultOptions, Deserializer, Options};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::conventions::bounded::{Bounded, Bounds};
use crate::{Error, ErrorKind};

pub(crate) fn encode<T: Serialize + ?Sized>(value: &T) -> Result<Vec<u8>, bincode::Error> {
    options().serialize(value)
}

/// The configuration of a plugin, as a guest of fidius 0.5 reads it.
pub(crate) fn encode_config<T: Serialize + ?Sized>(value: &T) -> Result<Vec<u8>, Error> {
    encode(value).map_err(|error| {
        Error::new(
            ErrorKind::Other,
            format!(
                "the configuration, a value of the type `{}`, can't be written in bincode 1: {error}",
                std::any::type_name::<T>()
            ),
        )
        .with_source(error)
    })
}

/// A guest's values one after the other, which is how a tuple is encoded.
pub(crate) struct Values<'a> {
    reader: Deserializer<SliceReader<'a>, Defaults>,
    bounds: Bounds,
}

impl<'a> Values<'a> {
    /// Those in these bytes. What is in lists and maps may take so many bytes of the host's memory.
    pub(crate) fn new(bytes: &'a [u8], room: usize) -> Self {
        Self {
            reader: Deserializer::from_slice(bytes, options()),
            bounds: Bounds::new(room),
        }
    }

    pub(crate) fn next<T: DeserializeOwned>(&mut self) -> Result<T, bincode::Error> {
        T::deserialize(Bounded {
            inner: &mut self.reader,
            bounds: &mut self.bounds,
        })
    }

    /// Whether all bytes are read. Reads one where not.
    pub(crate) fn at_end(&mut self) -> bool {
        u8::deserialize(&mut self.reader).is_err()
    }
}

type Defaults = WithOtherIntEncoding<DefaultOptions, FixintEncoding>;

/// Those of `bincode::serialize`, which the options by themselves do not have.
fn options() -> Defaults {
    DefaultOptions::new().with_fixint_encoding()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_configuration_is_in_the_default_encoding() {
        #[derive(Serialize)]
        struct Config {
            name: &'static str,
            retries: Option<u16>,
            verbose: bool,
        }

        let config = Config {
            name: "ab",
            retries: Some(3),
            verbose: true,
        };
        let bytes = encode_config(&config).unwrap();
        assert_eq!(bytes, [2, 0, 0, 0, 0, 0, 0, 0, b'a', b'b', 1, 3, 0, 1]);
        assert_eq!(bytes, bincode::serialize(&config).unwrap());
    }

    #[test]
    fn what_bincode_cannot_write_is_an_error_with_its_cause() {
        struct Endless;

        impl Serialize for Endless {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                // Of unknown length.
                serializer.collect_seq(std::iter::successors(Some(0_u8), |n| n.checked_add(1)))
            }
        }

        let error = encode_config(&Endless).unwrap_err();
        let text = error.to_string();
        assert!(text.contains("Endless`, can't be written"), "{text}");
        assert!(std::error::Error::source(&error).is_some());
    }

    #[test]
    fn values_are_read_to_the_end() {
        let bytes = bincode::serialize(&(7_u32, "x".to_owned())).unwrap();
        let mut values = Values::new(&bytes, 1 << 20);
        assert_eq!(values.next::<u32>().unwrap(), 7);
        assert!(!Values::new(&bytes, 1 << 20).at_end());
        assert_eq!(values.next::<String>().unwrap(), "x");
        assert!(values.at_end());
        assert!(values.next::<u8>().is_err());
    }

    #[test]
    fn a_guest_cannot_take_the_stack_or_the_memory() {
        #[derive(Debug, Deserialize)]
        struct Tree {
            #[allow(dead_code, reason = "its size is what counts")]
            children: Vec<Tree>,
        }

        fn problem<T: DeserializeOwned + std::fmt::Debug>(bytes: &[u8]) -> String {
            Values::new(bytes, 1 << 20)
                .next::<T>()
                .unwrap_err()
                .to_string()
        }

        let deep = [1_u64.to_le_bytes().repeat(200_000), vec![0; 8]].concat();
        assert_eq!(problem::<Tree>(&deep), "they are nested too deep");
        let shallow = bincode::serialize(&vec![vec![vec![7_u8]]]).unwrap();
        let read: Vec<Vec<Vec<u8>>> = Values::new(&shallow, 1 << 20).next().unwrap();
        assert_eq!(read, [[[7]]]);

        let wide = [(1_u64 << 20).to_le_bytes().to_vec(), vec![0; 1 << 20]].concat();
        let too_much = "they take too much memory";
        assert_eq!(problem::<Vec<Option<[u64; 32]>>>(&wide), too_much);
        assert_eq!(problem::<Vec<()>>(&u64::MAX.to_le_bytes()), too_much);
    }
}

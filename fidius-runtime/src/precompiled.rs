//! The form of precompiled components: what a host has to know of the machine code before any of it is used, and the code.
//!
//! The engine's own form can't be read without an engine of the right kind, says nothing of what made it beyond the
//! engine's version, and loses the custom sections. The checksum is against damage alone: who can write the bytes can write
//! it as well.

use serde::{Deserialize, Serialize};

use crate::engine::{ENGINE_VERSION, FIDIUS_VERSION};
use crate::{Error, ErrorKind, Unstable};

const MAGIC: &[u8] = b"\0fidius\x01";

/// A precompiled component, taken apart.
pub(crate) struct Precompiled<'a> {
    /// Whether it is for an engine with concurrency.
    pub(crate) concurrency: bool,
    /// Whether it measures fuel.
    pub(crate) metered: bool,
    /// The section of the component that has its docs.
    pub(crate) docs: Option<&'a [u8]>,
    /// What the engine made of the component.
    pub(crate) code: &'a [u8],
}

/// What made the code. This much can be read of every version of the form.
#[derive(Serialize, Deserialize, PartialEq)]
struct Maker {
    fidius: String,
    wasmtime: String,
}

#[derive(Serialize, Deserialize)]
struct Header {
    #[serde(flatten)]
    maker: Maker,
    concurrency: bool,
    metered: bool,
    /// The parts of [`Unstable`] that were switched on.
    unstable: Vec<String>,
    /// How many bytes the docs have.
    docs: Option<usize>,
    code: usize,
}

impl Maker {
    fn this() -> Self {
        Self {
            fidius: FIDIUS_VERSION.to_owned(),
            wasmtime: ENGINE_VERSION.to_owned(),
        }
    }
}

/// Whether the bytes begin as a precompiled component does.
pub(crate) fn is_precompiled(bytes: &[u8]) -> bool {
    bytes.starts_with(MAGIC)
}

impl<'a> Precompiled<'a> {
    /// Magic, checksum of all that follows, length of the header, header, docs, code.
    pub(crate) fn write(&self, unstable: Unstable) -> Vec<u8> {
        let header = Header {
            maker: Maker::this(),
            concurrency: self.concurrency,
            metered: self.metered,
            unstable: unstable.names().map(str::to_owned).collect(),
            docs: self.docs.map(<[u8]>::len),
            code: self.code.len(),
        };
        let header = serde_json::to_vec(&header).expect("texts, numbers and truths can be JSON");
        let docs = self.docs.unwrap_or_default();
        let length = u32::try_from(header.len()).expect("a header is short");
        let mut bytes =
            Vec::with_capacity(MAGIC.len() + 8 + header.len() + docs.len() + self.code.len());
        bytes.extend_from_slice(MAGIC);
        bytes.extend_from_slice(&[0; 4]);
        bytes.extend_from_slice(&length.to_le_bytes());
        bytes.extend_from_slice(&header);
        bytes.extend_from_slice(docs);
        bytes.extend_from_slice(self.code);
        let checksum = crc32fast::hash(&bytes[MAGIC.len() + 4..]);
        bytes[MAGIC.len()..MAGIC.len() + 4].copy_from_slice(&checksum.to_le_bytes());
        bytes
    }

    /// Takes apart what [`write`](Self::write) made, for a runtime with these parts of the component model, which measures fuel
    /// or not.
    ///
    /// # Errors
    ///
    /// It is damaged, or was made by another version or for another runtime.
    pub(crate) fn read(
        name: &str,
        bytes: &'a [u8],
        unstable: Unstable,
        metered: bool,
    ) -> Result<Self, Error> {
        let damaged = |how: &str| {
            refused(format!(
                "{name} is a damaged precompiled component: {how}; precompile it again"
            ))
        };
        let cut_off = || damaged(&format!("it is cut off after {} bytes", bytes.len()));
        let unreadable = || damaged("its header can't be read");

        let rest = bytes.strip_prefix(MAGIC).ok_or_else(unreadable)?;
        let (checksum, checked) = rest.split_first_chunk().ok_or_else(cut_off)?;
        let (length, rest) = checked.split_first_chunk().ok_or_else(cut_off)?;
        let length = u32::from_le_bytes(*length) as usize;
        let (json, rest) = rest.split_at_checked(length).ok_or_else(cut_off)?;

        let maker: Maker = serde_json::from_slice(json).map_err(|_| unreadable())?;
        let this = Maker::this();
        if maker != this {
            return Err(refused(format!(
                "{name} was precompiled by fidius {} with wasmtime {}, and this is fidius {} with wasmtime {}: \
                 precompile it again",
                maker.fidius, maker.wasmtime, this.fidius, this.wasmtime
            )));
        }
        let header: Header = serde_json::from_slice(json).map_err(|_| unreadable())?;
        let docs_length = header.docs.unwrap_or(0);
        let expected = docs_length.saturating_add(header.code);
        if rest.len() < expected {
            return Err(cut_off());
        }
        if rest.len() > expected {
            return Err(damaged("there is something behind its end"));
        }
        if crc32fast::hash(checked) != u32::from_le_bytes(*checksum) {
            return Err(damaged("its checksum is wrong"));
        }
        let lacking: Vec<String> = header
            .unstable
            .iter()
            .filter(|needed| !unstable.names().any(|name| name == needed.as_str()))
            .map(|needed| format!("`{needed}`"))
            .collect();
        if !lacking.is_empty() {
            return Err(refused(format!(
                "{name} was precompiled for a runtime with {}, which this one has switched off (`Unstable`): load it on one that \
                 has it, or precompile it again for this one",
                lacking.join(", ")
            )));
        }
        if header.metered != metered {
            let runtime = |metered| {
                if metered {
                    "that measures"
                } else {
                    "that does not measure"
                }
            };
            return Err(refused(format!(
                "{name} was precompiled for a runtime {} fuel, and this is one {} it (`Limits::fuel` of the runtime): load it on one \
                 as it was made for, or precompile it again for this one",
                runtime(header.metered),
                runtime(metered)
            )));
        }
        let (docs, code) = rest.split_at(docs_length);
        Ok(Self {
            concurrency: header.concurrency,
            metered,
            docs: header.docs.map(|_| docs),
            code,
        })
    }
}

/// A precompiled component that this host can't load.
pub(crate) fn refused(message: String) -> Error {
    Error::new(ErrorKind::NotAComponent, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NONE: Unstable = Unstable {
        maps: false,
        fixed_length_lists: false,
        labelled_imports: false,
        error_contexts: false,
    };

    fn written(unstable: Unstable) -> Vec<u8> {
        Precompiled {
            concurrency: true,
            metered: false,
            docs: Some(b"docs"),
            code: b"some code",
        }
        .write(unstable)
    }

    #[track_caller]
    fn assert_refused(bytes: &[u8], unstable: Unstable, part: &str) {
        let Err(error) = Precompiled::read("`x`", bytes, unstable, false) else {
            panic!("it was taken");
        };
        let text = error.to_string();
        assert!(error.is_not_a_component());
        assert!(text.starts_with("`x` "), "{text}");
        assert!(text.contains(part), "`{part}` is not in: {text}");
        assert!(
            text.contains("precompile it again") || text.contains("load it on"),
            "{text}"
        );
    }

    #[test]
    fn what_is_written_is_read() {
        let bytes = written(NONE);
        let read = Precompiled::read("`x`", &bytes, NONE, false).unwrap();
        assert!(read.concurrency);
        assert_eq!(read.docs, Some(&b"docs"[..]));
        assert_eq!(read.code, b"some code");
    }

    #[test]
    fn every_cut_and_every_flipped_bit_is_noticed() {
        let bytes = written(NONE);
        for cut in MAGIC.len()..bytes.len() {
            assert_refused(&bytes[..cut], NONE, "cut off after");
        }
        for at in MAGIC.len()..bytes.len() {
            for bit in 0..8 {
                let mut bytes = bytes.clone();
                bytes[at] ^= 1 << bit;
                assert!(
                    Precompiled::read("`x`", &bytes, NONE, false).is_err(),
                    "byte {at}, bit {bit}"
                );
            }
        }
        let mut longer = bytes.clone();
        longer.push(0);
        assert_refused(&longer, NONE, "something behind its end");
        let mut other = bytes;
        *other.last_mut().unwrap() = 0;
        assert_refused(&other, NONE, "checksum");
    }

    #[test]
    fn what_the_runtime_lacks_is_named_and_more_is_fine() {
        let maps = Unstable { maps: true, ..NONE };
        assert_refused(&written(maps), NONE, "with `maps`, which");
        assert!(Precompiled::read("`x`", &written(maps), maps, false).is_ok());
        assert!(Precompiled::read("`x`", &written(NONE), maps, false).is_ok());
    }

    #[test]
    fn code_that_measures_fuel_is_for_runtimes_that_do() {
        for metered in [false, true] {
            let bytes = Precompiled {
                concurrency: false,
                metered,
                docs: None,
                code: b"some code",
            }
            .write(NONE);
            let read = Precompiled::read("`x`", &bytes, NONE, metered).unwrap();
            assert_eq!(read.metered, metered);
            let Err(error) = Precompiled::read("`x`", &bytes, NONE, !metered) else {
                panic!("it was taken");
            };
            assert!(error.is_not_a_component());
            assert!(error.to_string().contains("fuel"), "{error}");
        }
    }
}

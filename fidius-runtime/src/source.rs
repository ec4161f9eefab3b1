use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::{fmt, fs, io};

use crate::{Error, ErrorKind, precompiled};

/// Where a component comes from: a file, or bytes in memory.
///
/// `load` takes whatever turns into this: a path as `&str`, `String`, `&String`, `&Path`, `PathBuf` or `&PathBuf`; bytes as
/// `&[u8]`, `&[u8; N]`, `Vec<u8>` or `&Vec<u8>`.
#[derive(Clone)]
pub struct Source<'a>(Kind<'a>);

#[derive(Clone)]
enum Kind<'a> {
    Path(Cow<'a, Path>),
    Bytes(Cow<'a, [u8]>),
}

impl<'a> Source<'a> {
    /// The bytes, checked to be a component's as far as their first eight tell.
    pub(crate) fn read(self) -> Result<(String, Cow<'a, [u8]>), Error> {
        let name = self.to_string();
        let bytes = self.bytes(&name)?;
        match look(&bytes) {
            Look::Component => Ok((name, bytes)),
            Look::Precompiled => Err(precompiled::refused(format!(
                "{name} is a precompiled component, expected one that is not: load it with `load_precompiled`, which is unsafe \
                 because machine code is trusted"
            ))),
            Look::Other(what) => Err(precompiled::refused(format!(
                "{name} is {what}, expected a WebAssembly component"
            ))),
        }
    }

    /// The bytes, checked to be a precompiled component's as far as their first eight tell.
    pub(crate) fn read_precompiled(self) -> Result<(String, Cow<'a, [u8]>), Error> {
        let name = match &self.0 {
            Kind::Path(_) => self.to_string(),
            Kind::Bytes(bytes) => format!("the precompiled component of {} bytes", bytes.len()),
        };
        let bytes = self.bytes(&name)?;
        match look(&bytes) {
            Look::Precompiled => Ok((name, bytes)),
            Look::Component => Err(precompiled::refused(format!(
                "{name} is a component that is not precompiled: load it with `load`, or precompile it with \
                 `Component::precompile`"
            ))),
            Look::Other(what) => Err(precompiled::refused(format!(
                "{name} is {what}, expected what `Component::precompile` made"
            ))),
        }
    }

    fn bytes(self, name: &str) -> Result<Cow<'a, [u8]>, Error> {
        match self.0 {
            Kind::Bytes(bytes) => Ok(bytes),
            Kind::Path(path) => Ok(Cow::Owned(read_file(&path, name)?)),
        }
    }
}

fn read_file(path: &Path, name: &str) -> Result<Vec<u8>, Error> {
    fs::read(path).map_err(|error| {
        let (kind, message) = match error.kind() {
            _ if path.is_dir() => (
                ErrorKind::NotAComponent,
                format!("{name} is a directory, expected the file of a WebAssembly component"),
            ),
            io::ErrorKind::NotFound => {
                let here = std::env::current_dir().unwrap_or_default();
                let base = if path.is_relative() {
                    format!(" (looked for it from {})", here.display())
                } else {
                    String::new()
                };
                (
                    ErrorKind::NotFound,
                    format!("there is no file {name}{base}"),
                )
            }
            _ => (
                ErrorKind::Unreadable,
                format!("the file {name} can't be read"),
            ),
        };
        Error::new(kind, message).with_source(error)
    })
}

/// What bytes are, as far as the first of them tell.
enum Look {
    Component,
    Precompiled,
    /// Neither, for a person.
    Other(String),
}

fn look(bytes: &[u8]) -> Look {
    const MAGIC: &[u8] = b"\0asm";
    let head = &bytes[..bytes.len().min(4096)];
    let advice = "build it for wasm32-wasip2, or wrap it with `wasm-tools component new`";
    Look::Other(match bytes {
        [] => "empty".to_owned(),
        _ if precompiled::is_precompiled(bytes) => return Look::Precompiled,
        _ if bytes.len() < 8 && MAGIC.starts_with(&bytes[..bytes.len().min(4)]) => {
            format!("cut off after {} bytes", bytes.len())
        }
        [b'\0', b'a', b's', b'm', _, _, 1, 0, ..] => return Look::Component,
        [b'\0', b'a', b's', b'm', 1, 0, 0, 0, ..] => {
            format!("a core WebAssembly module ({advice})")
        }
        [b'\0', b'a', b's', b'm', ..] => {
            "WebAssembly of a version that this host does not know".to_owned()
        }
        [0x7f, b'E', b'L', b'F', ..] => {
            "a native program, or code that another program precompiled (an ELF file)".to_owned()
        }
        _ => match std::str::from_utf8(head) {
            Ok(text) if is_wat(text) => {
                "WebAssembly text (build it with `wasm-tools parse`)".to_owned()
            }
            Ok(text) if is_wit(text) => {
                "a WIT file, which describes a component and is none itself".to_owned()
            }
            Ok(text) if !text.contains(is_binary) => "text".to_owned(),
            _ => "no WebAssembly: the first bytes are not `\\0asm`".to_owned(),
        },
    })
}

/// Whether text has no such characters in it.
fn is_binary(character: char) -> bool {
    character.is_control() && !character.is_whitespace()
}

fn is_wat(text: &str) -> bool {
    text.lines()
        .map(str::trim_start)
        .find(|line| !line.is_empty() && !line.starts_with(";;"))
        .is_some_and(|line| line.starts_with('('))
}

fn is_wit(text: &str) -> bool {
    text.lines()
        .map(str::trim_start)
        .find(|line| !line.is_empty() && !line.starts_with("//"))
        .is_some_and(|line| {
            ["package ", "interface ", "world "]
                .iter()
                .any(|start| line.starts_with(start))
        })
}

impl fmt::Display for Source<'_> {
    /// What errors call it: the path, or how many bytes it has.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::Path(path) => write!(f, "`{}`", path.display()),
            Kind::Bytes(bytes) => write!(f, "the component of {} bytes", bytes.len()),
        }
    }
}

impl fmt::Debug for Source<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Source({self})")
    }
}

macro_rules! from {
    ($($ty:ty => $kind:ident($value:ident => $cow:expr),)*) => {$(
        impl<'a> From<$ty> for Source<'a> {
            fn from($value: $ty) -> Self {
                Self(Kind::$kind($cow))
            }
        }
    )*};
}

from! {
    &'a str => Path(path => Cow::Borrowed(Path::new(path))),
    &'a String => Path(path => Cow::Borrowed(Path::new(path))),
    String => Path(path => Cow::Owned(path.into())),
    &'a Path => Path(path => Cow::Borrowed(path)),
    &'a PathBuf => Path(path => Cow::Borrowed(path)),
    PathBuf => Path(path => Cow::Owned(path)),
    &'a [u8] => Bytes(bytes => Cow::Borrowed(bytes)),
    &'a Vec<u8> => Bytes(bytes => Cow::Borrowed(bytes)),
    Vec<u8> => Bytes(bytes => Cow::Owned(bytes)),
}

impl<'a, const N: usize> From<&'a [u8; N]> for Source<'a> {
    fn from(bytes: &'a [u8; N]) -> Self {
        Self(Kind::Bytes(Cow::Borrowed(bytes)))
    }
}

use fidius_wit::{Function, Interface};

use crate::dynamic::CallShape;
use crate::table::Row;

/// Which function is meant: its number, or its name.
///
/// Numbers count from 0 over the functions of all exports of the host, or of the component where the host says nothing, in the
/// order of the WIT. A name is the function's WIT name, alone or after its interface's and a dot or `#`: `"find"`, `"store.find"`,
/// `"my:app/store@1.0.0#find"`. A method of a resource is `"bucket.get"`, and what makes one `"bucket.constructor"`.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Selector<'a> {
    /// A number.
    Index(usize),
    /// A name.
    Name(&'a str),
}

impl From<usize> for Selector<'_> {
    fn from(index: usize) -> Self {
        Self::Index(index)
    }
}

impl<'a> From<&'a str> for Selector<'a> {
    fn from(name: &'a str) -> Self {
        Self::Name(name)
    }
}

impl<'a> From<&'a String> for Selector<'a> {
    fn from(name: &'a String) -> Self {
        Self::Name(name)
    }
}

/// A function that can be called on a plugin.
#[derive(Clone, Copy, Debug)]
pub struct Method<'a> {
    index: usize,
    interface: &'a Interface,
    function: &'a Function,
    is_raw: bool,
    shape: CallShape,
    docs: Option<&'a str>,
}

impl<'a> Method<'a> {
    pub(super) fn new(row: Row<'a>, shape: CallShape, docs: Option<&'a str>) -> Self {
        Self {
            index: row.entry.place,
            interface: &row.export.interface,
            function: row.function,
            is_raw: row.is_raw,
            shape,
            docs,
        }
    }

    /// Its number among the functions of all exports.
    #[must_use]
    pub fn index(&self) -> usize {
        self.index
    }

    /// Its WIT name: `greet`, `file.read` for what belongs to a resource, `file.constructor` for what makes one.
    #[must_use]
    pub fn name(&self) -> String {
        self.function.label()
    }

    /// The interface that it is in. The functions that the component exports by themselves are those of one, which has the name of
    /// the host's world, or `root`.
    #[must_use]
    pub fn interface(&self) -> &'a Interface {
        self.interface
    }

    /// Its parameters, result and kind. Prints as WIT.
    #[must_use]
    pub fn function(&self) -> &'a Function {
        self.function
    }

    /// Whether it is raw: bytes in, bytes out, called by [`Plugin::call_raw`](crate::Plugin::call_raw) alone.
    #[must_use]
    pub fn is_raw(&self) -> bool {
        self.is_raw
    }

    /// Whether streams go in or come out, and so by what it is called. A stream that a guest of fidius 0.5 reads shows only where
    /// the host says so, with `client_streams`.
    #[must_use]
    pub fn shape(&self) -> CallShape {
        self.shape
    }

    /// What the component says of it; most components have no docs in them.
    #[must_use]
    pub fn docs(&self) -> Option<&'a str> {
        self.docs
    }
}

use std::any::Any;
use std::cell::{Cell, OnceCell};

/// Keeps what the arguments of one call of a host function refer to, for as long as the call takes.
///
/// Values go in and stay where they are, so that references to them live as long as the arena.
#[doc(hidden)]
#[derive(Default)]
pub struct Arena {
    /// Nearly every call has no more than this.
    first: OnceCell<Value>,
    rest: OnceCell<Box<Chunks>>,
}

type Value = Box<dyn Any>;

struct Chunks {
    /// Each is twice as large as the one before.
    chunks: [OnceCell<Box<[OnceCell<Value>]>>; 32],
    len: Cell<usize>,
}

/// The size of the first chunk is two to the power of this.
const SMALLEST: u32 = 3;

impl Arena {
    /// An empty one; it takes no memory until something is put in.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Puts a value in; `None` where it is full, which takes more than memory has room for.
    pub(crate) fn push<T: 'static>(&self, value: T) -> Option<&T> {
        let value: Value = Box::new(value);
        let cell = if self.first.get().is_none() {
            &self.first
        } else {
            self.rest.get_or_init(Box::default).next()?
        };
        cell.get_or_init(|| value).downcast_ref()
    }
}

impl Default for Chunks {
    fn default() -> Self {
        Self {
            chunks: [const { OnceCell::new() }; 32],
            len: Cell::new(0),
        }
    }
}

impl Chunks {
    /// The next empty place.
    fn next(&self) -> Option<&OnceCell<Value>> {
        let len = self.len.get();
        let position = len + (1 << SMALLEST);
        let size = 1 << position.ilog2();
        let chunk = (position.ilog2() - SMALLEST) as usize;
        let place = self
            .chunks
            .get(chunk)?
            .get_or_init(|| (0..size).map(|_| OnceCell::new()).collect())
            .get(position - size)?;
        self.len.set(len + 1);
        Some(place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_stay_good() {
        let arena = Arena::new();
        let kept: Vec<&usize> = (0..1000).map(|n| arena.push(n).unwrap()).collect();
        assert!(kept.iter().enumerate().all(|(n, kept)| n == **kept));
        assert_eq!(arena.push("of another type"), Some(&"of another type"));
    }
}

use std::any::Any;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Keeps what the arguments of one call of a host function refer to, for as long as the call takes.
///
/// Values go in and stay where they are, so that references to them live as long as the arena. An async function of the host has
/// it across its awaits, and may go on on another thread: it is `Send` and `Sync`.
#[doc(hidden)]
#[derive(Default)]
pub struct Arena {
    /// Nearly every call has no more than this.
    first: OnceLock<Value>,
    rest: OnceLock<Box<Chunks>>,
}

type Value = Box<dyn Any + Send + Sync>;

struct Chunks {
    /// Each is twice as large as the one before.
    chunks: [OnceLock<Box<[OnceLock<Value>]>>; 32],
    len: AtomicUsize,
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
    pub(crate) fn push<T: Send + Sync + 'static>(&self, value: T) -> Option<&T> {
        let value: Value = Box::new(value);
        let place = match self.first.set(value) {
            Ok(()) => &self.first,
            Err(value) => {
                let place = self.rest.get_or_init(Box::default).next()?;
                place.set(value).ok()?;
                place
            }
        };
        place.get()?.downcast_ref()
    }
}

impl Default for Chunks {
    fn default() -> Self {
        Self {
            chunks: [const { OnceLock::new() }; 32],
            len: AtomicUsize::new(0),
        }
    }
}

impl Chunks {
    /// The next empty place, which nobody else gets.
    fn next(&self) -> Option<&OnceLock<Value>> {
        let len = self.len.fetch_add(1, Ordering::Relaxed);
        let position = len.checked_add(1 << SMALLEST)?;
        let size = 1 << position.ilog2();
        let chunk = (position.ilog2() - SMALLEST) as usize;
        self.chunks
            .get(chunk)?
            .get_or_init(|| (0..size).map(|_| OnceLock::new()).collect())
            .get(position - size)
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

    #[test]
    fn values_come_from_any_thread() {
        let arena = Arena::new();
        std::thread::scope(|scope| {
            for thread in 0..4 {
                let arena = &arena;
                scope.spawn(move || {
                    let kept: Vec<&(i32, i32)> =
                        (0..500).map(|n| arena.push((thread, n)).unwrap()).collect();
                    assert!((0..500).zip(kept).all(|(n, kept)| *kept == (thread, n)));
                });
            }
        });
    }
}

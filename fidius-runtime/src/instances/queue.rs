//! How many calls may wait.

use std::sync::atomic::{AtomicU32, Ordering};

use crate::instances::gate::count_up;

/// How many may wait for something.
pub(crate) struct Queue {
    limit: u32,
    waiting: AtomicU32,
}

/// One's place among those who wait, until it is dropped.
pub(crate) struct Queued<'a>(&'a AtomicU32);

impl Queue {
    pub(crate) fn new(limit: u32) -> Self {
        Self {
            limit,
            waiting: AtomicU32::new(0),
        }
    }

    /// A place among those who wait; `None` where all are taken.
    #[cold]
    pub(crate) fn join(&self) -> Option<Queued<'_>> {
        count_up(&self.waiting, self.limit).then(|| Queued(&self.waiting))
    }

    /// How many may wait.
    pub(crate) fn limit(&self) -> u32 {
        self.limit
    }

    /// Whether nobody else may wait.
    pub(crate) fn is_full(&self) -> bool {
        self.waiting.load(Ordering::Relaxed) >= self.limit
    }

    /// How many wait.
    pub(crate) fn len(&self) -> usize {
        self.waiting.load(Ordering::Relaxed) as usize
    }
}

impl Drop for Queued<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::AcqRel);
    }
}

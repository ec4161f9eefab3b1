//! Orders what is read after a lock was given up.

use std::sync::atomic::{self, Ordering};

/// Between giving a lock up and reading what another writes before it tries to take that lock, so that one of the two sees the other.
#[inline]
pub(super) fn after_unlock() {
    // On x86-64 giving up a lock is such a barrier already.
    if cfg!(target_arch = "x86_64") {
        atomic::compiler_fence(Ordering::SeqCst);
    } else {
        atomic::fence(Ordering::SeqCst);
    }
}

/// Between writing that and trying to take the lock.
#[inline]
pub(super) fn before_lock() {
    atomic::fence(Ordering::SeqCst);
}

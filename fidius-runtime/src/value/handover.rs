//! How a `Value` goes through serde whole.
//!
//! serde's model has no word for most kinds of values: a tuple would come out as a list, flags as strings. Where both ends are
//! ours, the value is left in a place of the thread's own, and serde only carries the sign that it is there: a newtype struct of a
//! name that nothing else has, which other formats look through.

use std::cell::RefCell;

use crate::Value;

/// The name of the newtype struct that stands for a value.
pub(super) const NAME: &str = "$fidius::Value";

enum Slot {
    Closed,
    /// Someone of ours waits for a value.
    Wanted,
    Filled(Value),
}

thread_local! {
    static SLOT: RefCell<Slot> = const { RefCell::new(Slot::Closed) };
}

/// What `write` [leaves](leave) here.
pub(super) fn receive<E>(write: impl FnOnce() -> Result<(), E>) -> Result<Option<Value>, E> {
    SLOT.with(|slot| slot.replace(Slot::Wanted));
    let written = write();
    let left = SLOT.with(|slot| slot.replace(Slot::Closed));
    written?;
    Ok(match left {
        Slot::Filled(value) => Some(value),
        Slot::Wanted | Slot::Closed => None,
    })
}

/// Whether someone of ours waits, who then has the value.
pub(super) fn leave(value: &Value) -> bool {
    SLOT.with(|slot| {
        let mut slot = slot.borrow_mut();
        let is_wanted = matches!(*slot, Slot::Wanted);
        if is_wanted {
            *slot = Slot::Filled(value.clone());
        }
        is_wanted
    })
}

/// Has the value ready to be [taken](take) while `read` runs.
pub(super) fn offer<R>(value: Value, read: impl FnOnce() -> R) -> R {
    SLOT.with(|slot| slot.replace(Slot::Filled(value)));
    let result = read();
    SLOT.with(|slot| slot.replace(Slot::Closed));
    result
}

/// The value that is on offer.
pub(super) fn take() -> Option<Value> {
    SLOT.with(|slot| {
        let mut slot = slot.borrow_mut();
        match std::mem::replace(&mut *slot, Slot::Closed) {
            Slot::Filled(value) => Some(value),
            other => {
                *slot = other;
                None
            }
        }
    })
}

use std::fmt;
use std::sync::{Arc, OnceLock};

use crate::handles::GuestHandle;

/// A resource of a plugin, as a value: something to hand on, and to call methods on by their names.
///
/// It keeps the instance alive that the resource lives in. Clones stand for the same resource; when the last of them is gone, the
/// plugin's destructor runs. Once it was passed to a function that takes the resource for good, all of them are empty.
#[derive(Clone)]
pub struct ResourceHandle(
    /// Filled when the call is over that the handle is from, before anybody sees it.
    pub(crate) Arc<OnceLock<Arc<GuestHandle>>>,
);

impl ResourceHandle {
    pub(crate) fn guest(&self) -> Option<&Arc<GuestHandle>> {
        self.0.get()
    }
}

/// A handle among the arguments of a call.
pub(crate) struct Passed<'v> {
    pub(crate) guest: &'v Arc<GuestHandle>,
    /// The name of the resource that is wanted.
    pub(crate) resource: &'v str,
    /// Whether it is given away; else it is lent for the call.
    pub(crate) is_own: bool,
}

impl PartialEq for ResourceHandle {
    /// Whether both stand for the very same resource.
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl fmt::Debug for ResourceHandle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.guest() {
            Some(guest) => write!(f, "ResourceHandle(of {})", guest.plugin_name()),
            None => f.write_str("ResourceHandle"),
        }
    }
}

//! The resources of an instance whose handles have gone, and whose destructors have not run yet.

use std::sync::atomic::{AtomicBool, Ordering};

use parking_lot::Mutex;
use wasmtime::component::ResourceAny;

use crate::instances::barrier;

#[derive(Default)]
pub(super) struct Dropped {
    resources: Mutex<Vec<ResourceAny>>,
    /// Whether there are any, for those who look each time. Written with the lock only.
    is_any: AtomicBool,
}

impl Dropped {
    /// One more. Who puts it in looks for the instance then, and sees it free, or is seen by [`is_any`](Self::is_any).
    pub(super) fn push(&self, resource: ResourceAny) {
        let mut resources = self.resources.lock();
        resources.push(resource);
        self.is_any.store(true, Ordering::Relaxed);
        drop(resources);
        barrier::before_lock();
    }

    /// Takes one out.
    pub(super) fn pop(&self) -> Option<ResourceAny> {
        let mut resources = self.resources.lock();
        let resource = resources.pop();
        self.is_any.store(!resources.is_empty(), Ordering::Relaxed);
        resource
    }

    /// Forgets them: the instance is gone.
    pub(super) fn clear(&self) {
        let mut resources = self.resources.lock();
        resources.clear();
        self.is_any.store(false, Ordering::Relaxed);
    }

    /// Whether there are any, for who has just given the instance up.
    #[inline]
    pub(super) fn is_any(&self) -> bool {
        barrier::after_unlock();
        self.is_known()
    }

    /// The same for who has the instance, and looks again when it gives that up.
    #[inline]
    pub(super) fn is_known(&self) -> bool {
        self.is_any.load(Ordering::Relaxed)
    }
}

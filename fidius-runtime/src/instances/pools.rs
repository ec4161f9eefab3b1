//! The pools of a runtime, which give up idle instances for calls that may have none otherwise.

use std::sync::{Arc, Weak};

use parking_lot::Mutex;

use crate::instances::Pool;
use crate::plugin::Loaded;

#[derive(Default)]
pub(crate) struct Pools(Mutex<Vec<Weak<Pool>>>);

impl Pools {
    /// Adds a pool that has got an instance.
    pub(crate) fn add(&self, pool: &Arc<Pool>) {
        let mut pools = self.0.lock();
        pools.retain(|known| known.strong_count() > 0);
        if !pools
            .iter()
            .any(|known| known.as_ptr() == Arc::as_ptr(pool))
        {
            pools.push(Arc::downgrade(pool));
        }
    }

    /// Has one of them, of this plugin or of any, give up an idle instance.
    pub(crate) fn shed(&self, of: Option<&Loaded>) {
        let pools: Vec<_> = self.0.lock().iter().filter_map(Weak::upgrade).collect();
        let _ = pools.iter().any(|pool| pool.shed(of));
    }
}

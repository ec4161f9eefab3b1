//! A pool of live instances, shared by all who call one plugin.

use std::time::Instant;

use parking_lot::{Condvar, Mutex};

use crate::lease::Lease;
use crate::plugin::Loaded;
use crate::{Error, ErrorKind};

pub(crate) struct Pool {
    state: Mutex<State>,
    freed: Condvar,
    size: usize,
}

#[derive(Default)]
struct State {
    idle: Vec<Lease>,
    /// Those in use and those in `idle`.
    live: usize,
    waiting: usize,
}

impl Pool {
    pub(crate) fn new(size: usize) -> Self {
        Self {
            state: Mutex::default(),
            freed: Condvar::new(),
            size: size.max(1),
        }
    }

    /// Runs `call` on an instance: an idle one, a new one where there is room, or the next that becomes free within the
    /// time of a call.
    pub(crate) fn with<R>(
        &self,
        plugin: &Loaded,
        call: impl FnOnce(&mut Lease) -> Result<R, Error>,
    ) -> Result<R, Error> {
        let began = plugin.begin();
        let lease = self.take(plugin)?;
        let mut taken = Taken { pool: self, lease };
        let lease = match &mut taken.lease {
            Some(idle) => {
                idle.begin(plugin, began, plugin.clock.left(began, plugin.ticks));
                idle
            }
            none => none.insert(Lease::new(plugin, began)?),
        };
        let result = call(lease);
        if result.is_err() {
            taken.lease = None;
        }
        result
    }

    /// An idle instance, or `None` with the right to make one.
    fn take(&self, plugin: &Loaded) -> Result<Option<Lease>, Error> {
        let mut state = self.state.lock();
        let mut until = None;
        loop {
            if let Some(lease) = state.idle.pop() {
                return Ok(Some(lease));
            }
            if state.live < self.size {
                state.live += 1;
                return Ok(None);
            }
            let limit = plugin.limits.time;
            let until = *until.get_or_insert_with(|| Instant::now().checked_add(limit));
            state.waiting += 1;
            let timed_out = match until {
                Some(until) => self.freed.wait_until(&mut state, until).timed_out(),
                None => {
                    self.freed.wait(&mut state);
                    false
                }
            };
            state.waiting -= 1;
            if timed_out && state.idle.is_empty() && state.live == self.size {
                return Err(Error::new(
                    ErrorKind::Timeout,
                    format!(
                        "none of the {} instances of {} became free within the time limit of {limit:?}",
                        self.size,
                        plugin.component.name()
                    ),
                ));
            }
        }
    }
}

/// Gives an instance back, or its place where it is gone, also when a panic passes through.
struct Taken<'a> {
    pool: &'a Pool,
    lease: Option<Lease>,
}

impl Drop for Taken<'_> {
    fn drop(&mut self) {
        let lease = self.lease.take().filter(|_| !std::thread::panicking());
        let mut state = self.pool.state.lock();
        match lease {
            Some(lease) => state.idle.push(lease),
            None => state.live -= 1,
        }
        if state.waiting > 0 {
            self.pool.freed.notify_one();
        }
    }
}

//! One instance that is held for calls which belong together.

use parking_lot::{Mutex, MutexGuard};

use crate::lease::Lease;
use crate::plugin::Loaded;
use crate::{Error, ErrorKind};

pub(crate) struct Session(Mutex<State>);

enum State {
    Live(Lease),
    /// The failure that ended the instance; `None` where a panic passed through the call.
    Lost(Option<Error>),
}

impl Session {
    pub(crate) fn new(plugin: &Loaded) -> Result<Self, Error> {
        Lease::new(plugin, plugin.begin()).map(|lease| Self(Mutex::new(State::Live(lease))))
    }

    /// Runs `call` on the instance, once no other call is on it.
    #[inline]
    pub(crate) fn with<R>(
        &self,
        plugin: &Loaded,
        call: impl FnOnce(&mut Lease) -> Result<R, Error>,
    ) -> Result<R, Error> {
        let began = plugin.begin();
        let (mut state, left) = match self.0.try_lock() {
            Some(state) => (state, plugin.ticks),
            None => {
                let state = self.wait(plugin)?;
                (state, plugin.clock.left(began, plugin.ticks))
            }
        };
        let guard = Guard(&mut state);
        let lease = match &mut *guard.0 {
            State::Live(lease) => lease,
            State::Lost(cause) => {
                let error = lost(plugin, cause.as_ref());
                std::mem::forget(guard);
                return Err(error);
            }
        };
        lease.begin(plugin, began, left);
        let result = call(lease);
        if let Err(error) = &result {
            *guard.0 = State::Lost(Some(error.clone()));
        }
        std::mem::forget(guard);
        result
    }

    #[cold]
    fn wait(&self, plugin: &Loaded) -> Result<MutexGuard<'_, State>, Error> {
        let limit = plugin.limits.time;
        self.0.try_lock_for(limit).ok_or_else(|| {
            Error::new(
                ErrorKind::Timeout,
                format!(
                    "the session with {} was busy for the time limit of {limit:?}",
                    plugin.component.name()
                ),
            )
        })
    }
}

/// Ends the session where a panic passes through a call.
struct Guard<'a>(&'a mut State);

impl Drop for Guard<'_> {
    fn drop(&mut self) {
        *self.0 = State::Lost(None);
    }
}

#[cold]
fn lost(plugin: &Loaded, cause: Option<&Error>) -> Error {
    let error = Error::new(
        ErrorKind::SessionLost,
        format!(
            "the session with {} ended when an earlier call failed; begin a new one",
            plugin.component.name()
        ),
    );
    match cause {
        Some(cause) => error.with_source(cause.clone()),
        None => error,
    }
}

//! One instance that is held: for calls which belong together, or by the handles of resources that live in it.

use std::mem;
use std::ptr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use parking_lot::{Mutex, MutexGuard};
use wasmtime::component::ResourceAny;

use crate::imports::nested;
use crate::instances::{KeptPlace, Lease};
use crate::plugin::Loaded;
use crate::ticker;
use crate::{Error, ErrorKind};

/// How long the guest's destructor of a resource may run when the host drops its handle, where the limit of the plugin's
/// calls is not shorter.
pub(crate) const DESTRUCTOR_TIME: Duration = Duration::from_millis(100);

pub(crate) struct Session {
    plugin: Arc<Loaded>,
    state: Mutex<State>,
    /// Whether the instance has ever given out a handle. Set while the call that does has the instance.
    gives_handles: AtomicBool,
    /// The resources whose handles have gone, and whose destructors have not run yet.
    dropped: Mutex<Vec<ResourceAny>>,
}

enum State {
    /// The instance is still with the call that gives out its first handle.
    Vacant,
    Live(Lease),
    /// The failure that ended the instance; `None` where a panic passed through the call.
    Lost(Option<Error>),
}

impl Session {
    /// A session with an instance of its own.
    pub(crate) fn new(plugin: &Arc<Loaded>) -> Result<Arc<Self>, Error> {
        let ticks = nested::ticks(plugin)?;
        let lease = Lease::new(plugin, plugin.begin(), ticks)?;
        let session = Self::vacant(plugin);
        session.occupy(lease, None);
        Ok(session)
    }

    /// A session that is to get its instance by [`occupy`](Self::occupy).
    pub(crate) fn vacant(plugin: &Arc<Loaded>) -> Arc<Self> {
        Arc::new(Self {
            plugin: Arc::clone(plugin),
            state: Mutex::new(State::Vacant),
            gives_handles: AtomicBool::new(false),
            dropped: Mutex::default(),
        })
    }

    /// Gives a vacant session its instance, with the place in the pool that it is from.
    pub(crate) fn occupy(&self, mut lease: Lease, place: Option<KeptPlace>) {
        lease.belongs_to(self, place);
        *self.state.lock() = State::Live(lease);
        self.run_destructors();
    }

    pub(crate) fn plugin(&self) -> &Arc<Loaded> {
        &self.plugin
    }

    /// What tells it from all other sessions that exist.
    pub(crate) fn address(&self) -> usize {
        ptr::from_ref(self).addr()
    }

    /// From now on whoever has the instance looks for handles that have gone meanwhile.
    pub(crate) fn gives_handles(&self) {
        self.gives_handles.store(true, Ordering::Relaxed);
    }

    /// Runs `call` on the instance, once no other call is on it.
    #[inline]
    pub(crate) fn with<R>(
        &self,
        plugin: &Loaded,
        call: impl FnOnce(&mut Lease) -> Result<R, Error>,
    ) -> Result<R, Error> {
        let began = plugin.begin();
        let ticks = nested::ticks(plugin)?;
        let (state, left) = match self.state.try_lock() {
            Some(state) => (state, ticks),
            None => {
                let state = self.wait(plugin)?;
                (state, plugin.clock.left(began, ticks))
            }
        };
        let mut turn = Turn {
            session: self,
            state: Some(state),
            ended: None,
        };
        let lease = match turn.state.as_deref_mut() {
            Some(State::Live(lease)) => lease,
            _ => return Err(turn.lost()),
        };
        lease.begin(plugin, began, ticks, left);
        turn.ended = Some(None);
        let result = call(lease);
        turn.ended = match &result {
            Err(error) if lease.is_broken() => Some(Some(error.clone())),
            _ => None,
        };
        result
    }

    #[cold]
    fn wait(&self, plugin: &Loaded) -> Result<MutexGuard<'_, State>, Error> {
        let name = plugin.component.name();
        if nested::is_in_session(self) {
            return Err(Error::new(
                ErrorKind::Reentrant,
                format!(
                    "the instance of {name} can't be called by a host function that it is itself calling; \
                     call another instance, or return to the guest first"
                ),
            ));
        }
        if nested::is_in_plugin(plugin) {
            return Err(Error::new(
                ErrorKind::TooManyInstances,
                format!(
                    "the instance of {name} is busy, and a host function that {name} is calling does not wait for another \
                     instance of it"
                ),
            ));
        }
        let (limit, shown) = nested::time(plugin);
        self.state.try_lock_for(limit).ok_or_else(|| {
            Error::new(
                ErrorKind::Timeout,
                format!("the session with {name} was busy for {shown}"),
            )
        })
    }

    /// Has the guest's destructor run: now, or as soon as whoever has the instance is done with it.
    pub(crate) fn drop_resource(&self, resource: ResourceAny) {
        self.dropped.lock().push(resource);
        self.run_destructors();
    }

    /// Runs the destructors of all resources that have been dropped, unless another has the instance, who will do it then.
    ///
    /// None is forgotten: the one who drops a resource puts it on the list first and tries the lock then, while the one who has
    /// the lock gives it up first and looks at the list then.
    #[cold]
    fn run_destructors(&self) {
        while !self.dropped.lock().is_empty() {
            let Some(mut state) = self.state.try_lock() else {
                return;
            };
            let ended = match &mut *state {
                State::Vacant => return,
                // They run after the next call, which has more of a stack.
                State::Live(_) if !nested::has_room() => return,
                State::Live(lease) => match self.run_destructors_on(lease) {
                    Ok(()) => None,
                    Err(error) => Some(mem::replace(&mut *state, State::Lost(Some(error)))),
                },
                State::Lost(_) => {
                    self.dropped.lock().clear();
                    None
                }
            };
            drop(state);
            // The instance has values of the user's, who may do anything when they are dropped.
            drop(ended);
        }
    }

    fn run_destructors_on(&self, lease: &mut Lease) -> Result<(), Error> {
        let plugin = &*self.plugin;
        loop {
            let next = self.dropped.lock().pop();
            let Some(resource) = next else {
                return Ok(());
            };
            // It is no part of the call that it may be dropped in: that one's end is no reason to end this instance.
            let ticks = plugin.ticks.min(ticker::ticks(DESTRUCTOR_TIME));
            lease.begin(plugin, plugin.begin(), ticks, ticks);
            if let Err(error) = lease.drop_resource(resource) {
                tracing::warn!(%error, "a destructor failed, and its instance is gone");
                return Err(error);
            }
        }
    }
}

/// Ends the instance: apart from what each call does at its end, so that little code is left there.
#[cold]
fn end(mut state: MutexGuard<'_, State>, cause: Option<Error>) {
    let ended = mem::replace(&mut *state, State::Lost(cause));
    drop(state);
    // The instance has values of the user's, who may do anything when they are dropped.
    drop(ended);
}

/// A call that has the instance. Ends the instance where the call has failed, or a panic passes through it.
struct Turn<'a> {
    session: &'a Session,
    /// `Some` until it is dropped.
    state: Option<MutexGuard<'a, State>>,
    /// Whether the instance has ended, and by which failure.
    ended: Option<Option<Error>>,
}

impl Turn<'_> {
    /// The error where there is no instance any more.
    #[cold]
    fn lost(&self) -> Error {
        let plugin = &self.session.plugin;
        let error = Error::new(
            ErrorKind::SessionLost,
            format!(
                "the session with {} ended when an earlier call failed; begin a new one",
                plugin.component.name()
            ),
        );
        match self.state.as_deref() {
            Some(State::Lost(Some(cause))) => error.with_source(cause.clone()),
            _ => error,
        }
    }
}

impl Drop for Turn<'_> {
    #[inline]
    fn drop(&mut self) {
        let Some(state) = self.state.take() else {
            return;
        };
        match self.ended.take() {
            None => drop(state),
            Some(cause) => end(state, cause),
        }
        if self.session.gives_handles.load(Ordering::Relaxed) {
            self.session.run_destructors();
        }
    }
}

//! An instance that a future has for a call, and where it goes when the call is over, or the future is dropped.

use std::sync::Arc;

use crate::instances::spares::Spares;
use crate::instances::{KeptPlace, Lease, Pool, Session};
use crate::plugin::Loaded;
use crate::{Error, ErrorKind};

pub(crate) struct Held<'a> {
    /// `None` before it is made, and after it has gone elsewhere.
    lease: Option<Box<Lease>>,
    home: Home<'a>,
    /// Whether the call is over, and so is known not to have left the instance in the middle of something.
    is_over: bool,
    /// The failure of the call.
    failure: Option<Error>,
}

enum Home<'a> {
    /// It is for one call alone.
    Nowhere,
    Spares(&'a Arc<Spares>),
    Place(&'a Arc<Pool>, &'a Loaded, usize),
    Session(&'a Arc<Session>),
}

impl<'a> Held<'a> {
    fn new(home: Home<'a>, lease: Option<Box<Lease>>) -> Self {
        Self {
            lease,
            home,
            is_over: false,
            failure: None,
        }
    }

    /// An instance for one call.
    pub(crate) fn fresh(lease: Lease) -> Self {
        Self::new(Home::Nowhere, Some(Box::new(lease)))
    }

    /// An instance for one call, which was made ahead of it.
    pub(crate) fn spare(spares: &'a Arc<Spares>, lease: Lease) -> Self {
        Self::new(Home::Spares(spares), Some(Box::new(lease)))
    }

    /// One that is yet to come into a place of a pool, which is taken.
    pub(crate) fn of_pool(pool: &'a Arc<Pool>, plugin: &'a Loaded, at: usize) -> Self {
        Self::new(Home::Place(pool, plugin, at), None)
    }

    /// One that is yet to come back to a session, which is busy.
    pub(crate) fn of_session(session: &'a Arc<Session>) -> Self {
        Self::new(Home::Session(session), None)
    }

    pub(crate) fn set(&mut self, lease: Box<Lease>) {
        self.lease = Some(lease);
    }

    /// The instance.
    ///
    /// # Panics
    ///
    /// It has not been made yet.
    pub(crate) fn lease(&mut self) -> &mut Lease {
        self.lease
            .as_mut()
            .expect("the instance is there while a call has it")
    }

    /// The call is over, with this outcome. `session` is new, where the call has given out handles on an instance that was not in one.
    pub(crate) fn finish<R>(mut self, result: &Result<R, Error>, session: Option<Arc<Session>>) {
        self.is_over = true;
        let is_broken = self.lease.as_ref().is_some_and(|lease| lease.is_broken());
        if let Err(error) = result
            && is_broken
        {
            self.failure = Some(error.clone());
        }
        if let Some(session) = session
            && !is_broken
            && let Some(lease) = self.lease.take()
        {
            session.set_async();
            session.occupy(lease, self.give_up_place());
        }
    }

    /// The place that the instance is from stays its own.
    fn give_up_place(&mut self) -> Option<KeptPlace> {
        match std::mem::replace(&mut self.home, Home::Nowhere) {
            Home::Place(pool, _, at) => Some(pool.send_away(at)),
            Home::Nowhere | Home::Spares(_) | Home::Session(_) => None,
        }
    }
}

impl Drop for Held<'_> {
    fn drop(&mut self) {
        let lease = self.lease.take();
        if let Some(lease) = &lease
            && !self.is_over
        {
            lease.plugin().failures.note_dropped();
        }
        let (kept, ended) = match lease {
            Some(lease) if self.is_over && self.failure.is_none() => (Some(lease), None),
            lease => (None, lease),
        };
        match &self.home {
            Home::Nowhere => drop(kept),
            Home::Spares(spares) => spares.done(kept.map(|lease| *lease)),
            Home::Place(pool, plugin, at) => pool.put_back(plugin, *at, kept),
            Home::Session(session) => match kept {
                Some(lease) => session.put_back(lease),
                None => session.lose(self.failure.take().unwrap_or_else(|| {
                    Error::new(
                        ErrorKind::Cancelled,
                        format!(
                            "a call on the session with {} was dropped before it was over",
                            session.plugin_name()
                        ),
                    )
                })),
            },
        }
        // Last, because the instance has values of the user's, who may do anything when they are dropped.
        drop(ended);
    }
}

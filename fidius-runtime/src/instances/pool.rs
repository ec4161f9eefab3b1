//! A pool of live instances, shared by all who call one plugin.
//!
//! Each place has a lock of its own, and a thread comes back to the place that it had last: threads that make short calls at
//! the same time must not write to the same memory.

use std::cell::Cell;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{mem, thread};

use parking_lot::{Mutex, MutexGuard};

use crate::imports::nested;
use crate::instances::{Lease, Owner, Waiters};
use crate::plugin::Loaded;
use crate::{Error, ErrorKind};

pub(crate) struct Pool {
    places: Box<[Place]>,
    waiters: Waiters,
}

/// Locked while a call is on its instance. Two cache lines, because processors fetch them in pairs.
#[repr(align(128))]
struct Place(Mutex<Slot>);

enum Slot {
    Empty,
    Live(Lease),
    /// The instance has given out handles, and is with them until the last one is gone.
    Away,
}

impl Pool {
    pub(crate) fn new(size: usize) -> Self {
        Self {
            places: (0..size.max(1))
                .map(|_| Place(Mutex::new(Slot::Empty)))
                .collect(),
            waiters: Waiters::default(),
        }
    }

    /// Runs `call` on an instance: an idle one, a new one where there is room, or the next that becomes free within the
    /// time of a call.
    #[inline]
    pub(crate) fn with<R>(
        &self,
        plugin: &Arc<Loaded>,
        call: impl FnOnce(&mut Lease) -> Result<R, Error>,
    ) -> Result<R, Error> {
        let mut taken = self.take(plugin)?;
        let lease = taken.lease(plugin)?;
        let result = call(lease);
        taken.keep = result.is_ok() || !lease.is_broken();
        result
    }

    /// The same for a call that may give out handles, with which the instance goes away then.
    pub(crate) fn with_handles<R>(
        self: &Arc<Self>,
        plugin: &Arc<Loaded>,
        call: impl FnOnce(&mut Lease, Owner<'_>) -> Result<R, Error>,
    ) -> Result<R, Error> {
        let mut taken = self.take(plugin)?;
        let lease = taken.lease(plugin)?;
        let mut session = None;
        let result = call(lease, Owner::New(&mut session));
        taken.keep = result.is_ok() || !lease.is_broken();
        if let Some(session) = session
            && taken.keep
            && let Some((lease, place)) = taken.take_away(self)
        {
            // The place's lock must be free when the instance, which keeps the place, can go.
            drop(taken);
            session.occupy(lease, Some(place));
        }
        result
    }

    /// A place with an idle instance, or with room for one.
    #[inline]
    fn take(&self, plugin: &Loaded) -> Result<Taken<'_>, Error> {
        let began = plugin.begin();
        let ticks = nested::ticks(plugin)?;
        let at = self.last_place();
        // Those who have waited for long go first.
        let place = if self.waiters.must_queue() {
            None
        } else {
            self.places[at].0.try_lock()
        };
        let (place, at) = match place {
            Some(place) if matches!(*place, Slot::Live(_)) => (place, at),
            place => {
                drop(place);
                self.search(plugin)?
            }
        };
        Ok(Taken {
            pool: self,
            place: Some(place),
            at,
            began,
            ticks,
            keep: false,
        })
    }

    /// The place that this thread had last, in whichever pool.
    #[inline]
    fn last_place(&self) -> usize {
        let last = LAST.get();
        if last < self.places.len() {
            last
        } else {
            self.first_place(last)
        }
    }

    #[cold]
    fn first_place(&self, last: usize) -> usize {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let last = match last {
            // Threads begin one after the other, at places of their own.
            usize::MAX => NEXT.fetch_add(1, Ordering::Relaxed),
            last => last,
        };
        let last = last % self.places.len();
        LAST.set(last);
        last
    }

    /// Finds a place where the last one is busy, or has no instance.
    #[cold]
    fn search(&self, plugin: &Loaded) -> Result<(MutexGuard<'_, Slot>, usize), Error> {
        let is_nested = nested::is_in_plugin(plugin);
        // The place that this thread had a look at may have looked busy to one who went to sleep for it.
        self.waiters.freed();
        // Only who can't wait may come before those who do.
        if is_nested || !self.waiters.must_queue() {
            let mut found = self.find();
            if is_nested {
                // Another who searches may have had the free place for a moment.
                for _ in 0..LOOKS {
                    found = found.or_else(|| {
                        thread::yield_now();
                        self.find()
                    });
                }
            }
            // Places that the search had for a moment looked busy to others.
            self.waiters.freed();
            if let Some(found) = found {
                return Ok(found);
            }
        }
        let count = self.places.len();
        let name = plugin.component.name();
        if is_nested {
            return Err(Error::new(
                ErrorKind::TooManyInstances,
                match count {
                    1 => format!(
                        "the only instance of {name} is busy, and a host function that {name} is calling does not wait for it"
                    ),
                    _ => format!(
                        "all {count} instances of {name} are busy, and a host function that {name} is calling does not wait for one"
                    ),
                },
            ));
        }
        let (limit, shown) = nested::time(plugin);
        self.waiters.wait(limit, || self.find()).ok_or_else(|| {
            Error::new(
                ErrorKind::Timeout,
                match (count, self.away()) {
                    (1, 0) => format!("the only instance of {name} was busy for {shown}"),
                    (1, _) => format!(
                        "the only instance of {name} has resources that the host holds handles of, and did not become free within \
                         {shown}"
                    ),
                    (_, 0) => format!("all {count} instances of {name} were busy for {shown}"),
                    (_, away) => format!(
                        "none of the {count} instances of {name} became free within {shown}; {away} of them have resources that \
                         the host holds handles of"
                    ),
                },
            )
        })
    }

    /// How many instances are away with their handles.
    fn away(&self) -> usize {
        let places = self.places.iter().filter_map(|place| place.0.try_lock());
        places.filter(|slot| matches!(**slot, Slot::Away)).count()
    }

    /// A place with an idle instance, or else an empty one.
    fn find(&self) -> Option<(MutexGuard<'_, Slot>, usize)> {
        let count = self.places.len();
        let last = self.last_place();
        let mut found = None;
        for at in (last..count).chain(0..last) {
            let Some(place) = self.places[at].0.try_lock() else {
                continue;
            };
            match *place {
                Slot::Live(_) => {
                    found = Some((place, at));
                    break;
                }
                Slot::Empty if found.is_none() => found = Some((place, at)),
                Slot::Empty | Slot::Away => {}
            }
        }
        if let Some((_, at)) = found {
            LAST.set(at);
        }
        found
    }
}

/// How often one who can't wait looks again.
const LOOKS: usize = 3;

thread_local! {
    /// Which place this thread had last. It is a hint: any place is right.
    static LAST: Cell<usize> = const { Cell::new(usize::MAX) };
}

/// A place that a call has. Gives it back, without its instance where that must not be used again.
struct Taken<'a> {
    pool: &'a Pool,
    /// `Some` until it is dropped.
    place: Option<MutexGuard<'a, Slot>>,
    at: usize,
    began: u64,
    ticks: u64,
    /// Whether the instance can be used again.
    keep: bool,
}

impl Taken<'_> {
    /// The place's instance, ready for the call; a new one where there is none.
    #[inline]
    fn lease(&mut self, plugin: &Arc<Loaded>) -> Result<&mut Lease, Error> {
        let (began, ticks) = (self.began, self.ticks);
        let slot = self.slot();
        if let Slot::Live(lease) = slot {
            lease.begin(plugin, began, ticks, plugin.clock.left(began, ticks));
            lease.forget_output();
        } else {
            *slot = Slot::Live(Lease::new(plugin, began, ticks)?);
        }
        match slot {
            Slot::Live(lease) => Ok(lease),
            Slot::Empty | Slot::Away => unreachable!("the place has an instance by now"),
        }
    }

    fn slot(&mut self) -> &mut Slot {
        self.place
            .as_deref_mut()
            .expect("the place is taken until this is dropped")
    }

    /// Takes the instance out of the place, for the handles that it has given out.
    fn take_away(&mut self, pool: &Arc<Pool>) -> Option<(Lease, KeptPlace)> {
        let at = self.at;
        let slot = self.slot();
        match mem::replace(slot, Slot::Away) {
            Slot::Live(lease) => {
                let place = KeptPlace {
                    pool: Arc::clone(pool),
                    at,
                };
                Some((lease, place))
            }
            other => {
                *slot = other;
                None
            }
        }
    }
}

impl Drop for Taken<'_> {
    #[inline]
    fn drop(&mut self) {
        let Some(mut place) = self.place.take() else {
            return;
        };
        let ended = (!self.keep).then(|| mem::replace(&mut *place, Slot::Empty));
        drop(place);
        self.pool.waiters.freed();
        // The instance has values of the user's, who may do anything when they are dropped.
        drop(ended);
    }
}

/// The place of an instance that is away with its handles. It becomes free when this is dropped.
pub(crate) struct KeptPlace {
    pool: Arc<Pool>,
    at: usize,
}

impl Drop for KeptPlace {
    fn drop(&mut self) {
        *self.pool.places[self.at].0.lock() = Slot::Empty;
        self.pool.waiters.freed();
    }
}

//! A pool of live instances, shared by all who call one plugin.
//!
//! Each place has a lock of its own, and a thread comes back to the place that it had last: threads that make short calls at
//! the same time must not write to the same memory.

use std::cell::Cell;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use std::{mem, thread};

use parking_lot::{Mutex, MutexGuard};

use crate::imports::nested;
use crate::instances::held::Held;
use crate::instances::keeper::Kept;
use crate::instances::permit::Permit;
use crate::instances::waiters::Waiters;
use crate::instances::{Call, Lease, Mode, Owner, Span};
use crate::plugin::Loaded;
use crate::{Error, ErrorKind, PoolSettings};

pub(crate) struct Pool {
    /// The address of the plugin.
    plugin: usize,
    places: Box<[Place]>,
    waiters: Waiters,
    /// After how many calls an instance is done with.
    calls: u64,
    idle_time: Option<Duration>,
}

/// Locked while a call is on its instance. Two cache lines, because processors fetch them in pairs.
#[repr(align(128))]
struct Place(Mutex<Slot>);

enum Slot {
    Empty,
    Live(Box<Lease>),
    /// A future has the instance, or makes one for the place.
    Busy,
    /// The instance has given out handles, and is with them until the last one is gone.
    Away,
}

impl Pool {
    pub(crate) fn new(plugin: &Loaded, settings: &PoolSettings) -> Self {
        // More places than there may be instances would have calls wait in them for others' idle ones.
        let most = usize::try_from(plugin.limits.limits.instances).unwrap_or(usize::MAX);
        Self {
            plugin: plugin.address(),
            places: (0..settings.size.clamp(1, most))
                .map(|_| Place(Mutex::new(Slot::Empty)))
                .collect(),
            waiters: Waiters::default(),
            calls: settings.calls.map_or(u64::MAX, |calls| calls.max(1)),
            idle_time: settings.idle_time,
        }
    }

    /// Runs `call` on an instance: an idle one, a new one where there is room, or the next that becomes free within the
    /// time of a call.
    #[inline]
    pub(crate) fn with<R>(
        self: &Arc<Self>,
        call: Call<'_>,
        run: impl FnOnce(&mut Lease) -> Result<R, Error>,
    ) -> Result<R, Error> {
        let mut taken = self.take(call)?;
        let lease = taken.lease(call)?;
        let result = run(lease);
        taken.keep = (result.is_ok() || !lease.is_broken()) && self.keeps(lease);
        result
    }

    /// The same for a call that may give out handles, with which the instance goes away then.
    pub(crate) fn with_handles<R>(
        self: &Arc<Self>,
        call: Call<'_>,
        run: impl FnOnce(&mut Lease, Owner<'_>) -> Result<R, Error>,
    ) -> Result<R, Error> {
        let mut taken = self.take(call)?;
        let lease = taken.lease(call)?;
        let mut session = None;
        let result = run(lease, Owner::New(&mut session));
        let keep = result.is_ok() || !lease.is_broken();
        taken.keep = keep && self.keeps(lease);
        if let Some(session) = session
            && keep
            && let Some((lease, place)) = taken.take_away()
        {
            // The place's lock must be free when the instance, which keeps the place, can go.
            drop(taken);
            session.occupy(lease, Some(place));
        }
        result
    }

    /// An instance for a future: an idle one, a new one where there is room, or the next that becomes free within the time of
    /// a call.
    pub(crate) async fn hold<'a>(self: &'a Arc<Self>, call: Call<'a>) -> Result<Held<'a>, Error> {
        let span = call.begin()?;
        let (slot, at) = match self.occupy(call)? {
            Some(found) => found,
            None => {
                let _queued = call.queue(|| self.shown(call.plugin))?;
                let attempt = || self.find(call.plugin, Mode::Async).map(busy);
                let limit = nested::time(call.limits.limits.time);
                let waited = self.waiters.wait_async(limit, attempt).await;
                waited.ok_or_else(|| self.busy_for(call))?
            }
        };
        let mut held = Held::of_pool(self, call.plugin, at);
        let idle = match slot {
            Slot::Live(lease) => Some(lease),
            Slot::Empty | Slot::Busy | Slot::Away => None,
        };
        // An instance that async calls can't use makes room for one that all can.
        match idle.filter(|lease| lease.serves(Mode::Async)) {
            Some(mut lease) => {
                lease.begin(call, span, Mode::Async);
                lease.forget_output();
                held.set(lease);
            }
            None => {
                held.set(Box::new(Lease::new(call, span, Mode::Async).await?));
                self.look_after(call.plugin);
            }
        }
        Ok(held)
    }

    /// Takes what is in a place for a future; `None` where it has to wait for one.
    fn occupy(&self, call: Call<'_>) -> Result<Option<(Slot, usize)>, Error> {
        match self.search(call, Mode::Async) {
            Search::Found(place, at) => Ok(Some(busy((place, at)))),
            Search::Wait => Ok(None),
            Search::Fail(error) => Err(error),
        }
    }

    /// Whether an instance whose call is over is to serve another.
    #[inline]
    fn keeps(&self, lease: &Lease) -> bool {
        lease.calls() < self.calls && !lease.is_open()
    }

    /// Takes back the instance of a place that a future had, unless it is gone.
    pub(crate) fn put_back(&self, plugin: &Loaded, at: usize, lease: Option<Box<Lease>>) {
        let (slot, old) = match lease {
            Some(lease) if self.keeps(&lease) => (Slot::Live(lease), None),
            old => (Slot::Empty, old),
        };
        *self.places[at].0.lock() = slot;
        self.waiters.freed();
        // The instance has values of the user's, who may do anything when they are dropped.
        drop(old);
        Permit::is_idle(plugin);
    }

    /// From now on the place's instance is with the handles that it has given out.
    pub(crate) fn send_away(self: &Arc<Self>, at: usize) -> KeptPlace {
        *self.places[at].0.lock() = Slot::Away;
        KeptPlace {
            pool: Arc::clone(self),
            at,
        }
    }

    /// Gives up an idle instance. Returns whether there was one.
    pub(crate) fn shed(&self, of: Option<&Loaded>) -> bool {
        if of.is_some_and(|plugin| plugin.address() != self.plugin) {
            return false;
        }
        for place in &self.places {
            let Some(mut slot) = place.0.try_lock() else {
                continue;
            };
            if matches!(*slot, Slot::Live(_)) {
                let idle = mem::replace(&mut *slot, Slot::Empty);
                drop(slot);
                // The instance has values of the user's, who may do anything when they are dropped.
                drop(idle);
                self.waiters.freed();
                return true;
            }
        }
        false
    }

    /// Has idle instances go after their time.
    #[cold]
    fn look_after(self: &Arc<Self>, plugin: &Loaded) {
        plugin.runtime().pools.add(self);
        if let Some(idle_time) = self.idle_time {
            let keeper = &plugin.runtime().keeper;
            keeper.look_after(self, look_every(idle_time));
        }
    }

    /// A place with an idle instance, or with room for one.
    #[inline]
    fn take<'a>(self: &'a Arc<Self>, call: Call<'a>) -> Result<Taken<'a>, Error> {
        let span = call.begin()?;
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
                self.search_blocking(call)?
            }
        };
        Ok(Taken {
            pool: self,
            plugin: call.plugin,
            place: Some(place),
            at,
            span,
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

    #[cold]
    fn search_blocking(&self, call: Call<'_>) -> Result<(MutexGuard<'_, Slot>, usize), Error> {
        match self.search(call, Mode::Blocking) {
            Search::Found(place, at) => Ok((place, at)),
            Search::Fail(error) => Err(error),
            Search::Wait => {
                let _queued = call.queue(|| self.shown(call.plugin))?;
                let limit = nested::time(call.limits.limits.time);
                let waited = self
                    .waiters
                    .wait(limit, || self.find(call.plugin, Mode::Blocking));
                waited.ok_or_else(|| self.busy_for(call))
            }
        }
    }

    /// Looks for a place where the last one is busy, or has no instance.
    fn search(&self, call: Call<'_>, mode: Mode) -> Search<'_> {
        let plugin = call.plugin;
        let is_nested = nested::is_in_plugin(plugin);
        // The place that this thread had a look at may have looked busy to one who went to sleep for it.
        self.waiters.looked();
        // Only who can't wait may come before those who do.
        if is_nested || !self.waiters.must_queue() {
            let mut found = self.find(plugin, mode);
            if is_nested || plugin.queue.is_full() {
                // Another who searches may have had the free place for a moment.
                for _ in 0..LOOKS {
                    found = found.or_else(|| {
                        thread::yield_now();
                        self.find(plugin, mode)
                    });
                }
            }
            // Places that the search had for a moment looked busy to others.
            self.waiters.looked();
            if let Some((place, at)) = found {
                return Search::Found(place, at);
            }
        }
        if !is_nested {
            return Search::Wait;
        }
        let name = plugin.component.name();
        Search::Fail(Error::new(
            ErrorKind::TooManyInstances,
            match self.places.len() {
                1 => format!(
                    "the only instance of {name} is busy, and a host function that {name} is calling does not wait for it"
                ),
                count => format!(
                    "all {count} instances of {name} are busy, and a host function that {name} is calling does not wait for one"
                ),
            },
        ))
    }

    /// All its instances, for people.
    fn shown(&self, plugin: &Loaded) -> String {
        let name = plugin.component.name();
        match self.places.len() {
            1 => format!("the only instance of {name}"),
            count => format!("each of the {count} instances of {name}"),
        }
    }

    /// The error of a call that has waited in vain.
    #[cold]
    fn busy_for(&self, call: Call<'_>) -> Error {
        let name = call.plugin.component.name();
        let shown = nested::shown_time(call.limits.limits.time);
        Error::new(
            ErrorKind::Timeout,
            match (self.places.len(), self.away()) {
                (1, 0) => format!("the only instance of {name} was busy for {shown}"),
                (1, _) => format!(
                    "the only instance of {name} has resources that the host holds handles of, and did not become free within \
                     {shown}"
                ),
                (count, 0) => format!("all {count} instances of {name} were busy for {shown}"),
                (count, away) => format!(
                    "none of the {count} instances of {name} became free within {shown}; {away} of them have resources that \
                     the host holds handles of"
                ),
            },
        )
    }

    /// How many instances are away with their handles.
    fn away(&self) -> usize {
        let places = self.places.iter().filter_map(|place| place.0.try_lock());
        places.filter(|slot| matches!(**slot, Slot::Away)).count()
    }

    /// A place with an idle instance that serves the call, or else an empty one, or else one with an instance that can make
    /// room.
    fn find(&self, plugin: &Loaded, mode: Mode) -> Option<(MutexGuard<'_, Slot>, usize)> {
        let count = self.places.len();
        let last = self.last_place();
        let mut empty = None;
        let mut other = None;
        for at in (last..count).chain(0..last) {
            let Some(place) = self.places[at].0.try_lock() else {
                continue;
            };
            match &*place {
                Slot::Live(lease) if lease.serves(mode) => {
                    LAST.set(at);
                    return Some((place, at));
                }
                Slot::Empty if empty.is_none() => empty = Some((place, at)),
                Slot::Live(_) if other.is_none() => other = Some((place, at)),
                Slot::Live(_) | Slot::Empty | Slot::Busy | Slot::Away => {}
            }
        }
        // A new instance may have to take the place of one that is idle.
        let found = if Permit::is_to_be_had(plugin) {
            empty.or(other)
        } else {
            other.or(empty)
        };
        if let Some((_, at)) = found {
            LAST.set(at);
        }
        found
    }
}

/// Idle instances go after their time.
impl Kept for Pool {
    fn look(&self) -> Option<Duration> {
        let mut has_instances = false;
        for place in &self.places {
            // Those that are locked are in use.
            let Some(mut slot) = place.0.try_lock() else {
                has_instances = true;
                continue;
            };
            let looks = match &mut *slot {
                Slot::Live(lease) => lease.found_idle(),
                Slot::Busy => 0,
                Slot::Empty | Slot::Away => continue,
            };
            if looks <= LOOKS_UNTIL_IDLE {
                has_instances = true;
                continue;
            }
            let idle = mem::replace(&mut *slot, Slot::Empty);
            drop(slot);
            self.waiters.freed();
            // The instance has values of the user's, who may do anything when they are dropped.
            drop(idle);
        }
        let idle_time = self.idle_time?;
        has_instances.then(|| look_every(idle_time))
    }
}

/// How often an instance is found idle before it goes.
const LOOKS_UNTIL_IDLE: u32 = 4;

fn look_every(idle_time: Duration) -> Duration {
    (idle_time / LOOKS_UNTIL_IDLE).max(SHORTEST_LOOK)
}

/// Whatever the idle time is, looking must cost next to nothing.
const SHORTEST_LOOK: Duration = Duration::from_millis(10);

enum Search<'a> {
    Found(MutexGuard<'a, Slot>, usize),
    Wait,
    Fail(Error),
}

/// Takes what is in a place for a future.
fn busy((mut place, at): (MutexGuard<'_, Slot>, usize)) -> (Slot, usize) {
    (mem::replace(&mut *place, Slot::Busy), at)
}

/// How often one who can't wait looks again.
const LOOKS: usize = 3;

thread_local! {
    /// Which place this thread had last. It is a hint: any place is right.
    static LAST: Cell<usize> = const { Cell::new(usize::MAX) };
}

/// A place that a call has. Gives it back, without its instance where that must not be used again.
struct Taken<'a> {
    pool: &'a Arc<Pool>,
    plugin: &'a Loaded,
    /// `Some` until it is dropped.
    place: Option<MutexGuard<'a, Slot>>,
    at: usize,
    span: Span,
    /// Whether the instance can be used again.
    keep: bool,
}

impl Taken<'_> {
    /// The place's instance, ready for the call; a new one where there is none.
    #[inline]
    fn lease(&mut self, call: Call<'_>) -> Result<&mut Lease, Error> {
        let (span, pool) = (self.span, self.pool);
        let slot = self.slot();
        if let Slot::Live(lease) = slot {
            lease.begin(call, span, Mode::Blocking);
            lease.forget_output();
        } else {
            *slot = Slot::Live(Box::new(Lease::new_blocking(call, span)?));
            pool.look_after(call.plugin);
        }
        match slot {
            Slot::Live(lease) => Ok(lease),
            Slot::Empty | Slot::Busy | Slot::Away => {
                unreachable!("the place has an instance by now")
            }
        }
    }

    fn slot(&mut self) -> &mut Slot {
        self.place
            .as_deref_mut()
            .expect("the place is taken until this is dropped")
    }

    /// Takes the instance out of the place, for the handles that it has given out.
    fn take_away(&mut self) -> Option<(Box<Lease>, KeptPlace)> {
        let (at, pool) = (self.at, self.pool);
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
        Permit::is_idle(self.plugin);
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

//! Instances made ahead of the calls that they are for, each for one call.
//!
//! A call takes one, and leaves it behind when it is done: making and clearing away are another thread's work. Where
//! calls are rare none are kept.

use std::mem;
use std::sync::Arc;
use std::time::Duration;

use parking_lot::Mutex;

use crate::Error;
use crate::instances::held::Held;
use crate::instances::keeper::Kept;
use crate::instances::permit::Permit;
use crate::instances::{Call, Lease, Mode, Owner, Span, now};
use crate::park::park;
use crate::plugin::Loaded;
use crate::ticker::TICK;

pub(crate) struct Spares {
    plugin: Arc<Loaded>,
    size: usize,
    stock: Mutex<Stock>,
}

#[derive(Default)]
struct Stock {
    /// For calls that block.
    blocking: Shelf,
    /// For async calls, where they need instances of another kind.
    other: Shelf,
    /// Those that have served their call, and are to be cleared away.
    used: Vec<Lease>,
    /// Whether the maker has been asked to look, and has not yet.
    is_asked: bool,
}

#[derive(Default)]
struct Shelf {
    spares: Vec<Lease>,
    /// Whether calls come often enough for spares.
    is_busy: bool,
    /// The tick of the last call that found no spare, and how many came shortly after one another.
    missed_at: u64,
    missed: u32,
    /// The tick of the last call.
    called_at: u64,
}

/// How many calls must come shortly after one another before spares are made for the next, and what is shortly.
const CALLS: u32 = 3;
const SHORTLY: Duration = Duration::from_millis(100);

/// How often the maker looks, and how long after the last call the spares go.
const LOOK: Duration = Duration::from_millis(250);
const IDLE: Duration = Duration::from_secs(1);

/// An instance that has grown larger is cleared away by the call that used it.
const LARGE: u64 = 16 << 20;

/// How many whole ticks a time is.
fn ticks_of(time: Duration) -> u64 {
    u64::try_from(time.as_nanos() / TICK.as_nanos()).unwrap_or(u64::MAX)
}

impl Shelf {
    /// A call found none. Returns whether there should have been one.
    fn miss(&mut self, at: u64) -> bool {
        if at.saturating_sub(self.missed_at) > ticks_of(SHORTLY) {
            self.missed = 0;
        }
        self.missed_at = at;
        self.missed = self.missed.saturating_add(1);
        self.is_busy |= self.missed >= CALLS;
        self.is_busy
    }
}

impl Stock {
    fn shelf(&mut self, kind: Mode) -> &mut Shelf {
        match kind {
            Mode::Blocking => &mut self.blocking,
            Mode::Async => &mut self.other,
        }
    }
}

impl Spares {
    pub(crate) fn new(plugin: &Arc<Loaded>, size: usize) -> Self {
        Self {
            plugin: Arc::clone(plugin),
            size: size.max(1),
            stock: Mutex::default(),
        }
    }

    /// How many there are that are ready, and how many that are to be cleared away.
    pub(crate) fn count(&self) -> (usize, usize) {
        let stock = self.stock.lock();
        let ready = stock.blocking.spares.len() + stock.other.spares.len();
        (ready, stock.used.len())
    }

    /// Runs `run` on a spare instance, or on a fresh one where there is none.
    #[inline]
    pub(crate) fn with<R>(
        self: &Arc<Self>,
        call: Call<'_>,
        run: impl FnOnce(&mut Lease) -> Result<R, Error>,
    ) -> Result<R, Error> {
        let mut lease = self.lease(call)?;
        let result = run(&mut lease);
        if !lease.is_broken() {
            self.done(Some(lease));
        }
        result
    }

    /// The same for a call that may give out handles, with which the instance goes away then.
    pub(crate) fn with_handles<R>(
        self: &Arc<Self>,
        call: Call<'_>,
        run: impl FnOnce(&mut Lease, Owner<'_>) -> Result<R, Error>,
    ) -> Result<R, Error> {
        let mut lease = self.lease(call)?;
        let mut session = None;
        let result = run(&mut lease, Owner::New(&mut session));
        if !lease.is_broken() {
            match session {
                Some(session) => session.occupy(Box::new(lease), None),
                None => self.done(Some(lease)),
            }
        }
        result
    }

    fn lease(self: &Arc<Self>, call: Call<'_>) -> Result<Lease, Error> {
        now(self.lease_in(call, Mode::Blocking))
    }

    /// An instance for a future.
    pub(crate) async fn hold<'a>(self: &'a Arc<Self>, call: Call<'_>) -> Result<Held<'a>, Error> {
        let lease = self.lease_in(call, Mode::Async).await?;
        Ok(Held::spare(self, lease))
    }

    #[inline]
    async fn lease_in(self: &Arc<Self>, call: Call<'_>, mode: Mode) -> Result<Lease, Error> {
        let span = call.begin()?;
        let permit = Permit::take(call, span, mode).await?;
        match self.take(span, mode) {
            Some(mut lease) => {
                drop(lease.set_permit(permit));
                lease.begin(call, span, mode);
                Ok(lease)
            }
            None => Lease::permitted(permit, call, span, mode).await,
        }
    }

    /// Takes a spare.
    fn take(self: &Arc<Self>, span: Span, mode: Mode) -> Option<Lease> {
        let mut stock = self.stock.lock();
        let shelf = stock.shelf(self.plugin.kind(mode));
        let lease = shelf.spares.pop();
        shelf.called_at = span.began;
        let wants_more = match lease {
            Some(_) => {
                // Asking takes longer than a call: it is done for several at once.
                shelf.spares.len() < self.size.div_ceil(2)
            }
            None => shelf.miss(span.began),
        };
        let asks = wants_more && !mem::replace(&mut stock.is_asked, wants_more);
        drop(stock);
        if asks {
            self.plugin.runtime().maker.look_after(self, Duration::ZERO);
        }
        lease
    }

    /// An instance has served its call.
    pub(crate) fn done(&self, lease: Option<Lease>) {
        let Some(mut lease) = lease else {
            return;
        };
        lease.drop_values();
        // Others may have its place among the instances that calls have, before it is cleared away.
        let permit = if lease.memory() < LARGE {
            Permit::for_spare(&self.plugin)
        } else {
            None
        };
        let Some(permit) = permit else {
            return;
        };
        let mut stock = self.stock.lock();
        let is_busy = stock.blocking.is_busy || stock.other.is_busy;
        if is_busy && stock.used.len() < self.size {
            let before = lease.set_permit(permit);
            stock.used.push(lease);
            drop(stock);
            drop(before);
        } else {
            drop(stock);
            drop(lease);
        }
    }

    /// Makes one.
    fn make(&self, kind: Mode) -> Option<Lease> {
        let permit = Permit::for_spare(&self.plugin)?;
        let call = Call::of(&self.plugin);
        let span = call.begin().ok()?;
        let made = match kind {
            Mode::Blocking => now(Lease::permitted(permit, call, span, kind)),
            Mode::Async => park(|| None, Lease::permitted(permit, call, span, kind)).ok()?,
        };
        match made {
            Ok(mut lease) => {
                lease.find_all();
                Some(lease)
            }
            Err(error) => {
                // The next call makes its own, and has the error.
                tracing::debug!(%error, "a spare instance could not be made");
                None
            }
        }
    }

    /// Fills a shelf. Returns whether calls come often enough for it.
    fn fill(&self, kind: Mode) -> bool {
        let idle = {
            let mut stock = self.stock.lock();
            let shelf = stock.shelf(kind);
            if !shelf.is_busy {
                return false;
            }
            // Not by the number of looks: calls of the other kind ask for some too.
            let idle = self.plugin.clock.now().saturating_sub(shelf.called_at);
            (idle > ticks_of(IDLE)).then(|| {
                shelf.is_busy = false;
                shelf.missed = 0;
                mem::take(&mut shelf.spares)
            })
        };
        if let Some(idle) = idle {
            drop(idle);
            return false;
        }
        loop {
            let missing = {
                let mut stock = self.stock.lock();
                let shelf = stock.shelf(kind);
                shelf.is_busy && shelf.spares.len() < self.size
            };
            if !missing {
                break;
            }
            let made = self.make(kind);
            let mut stock = self.stock.lock();
            let shelf = stock.shelf(kind);
            let Some(lease) = made else {
                // Calls that make their own show whether it is worth another attempt.
                shelf.is_busy = false;
                shelf.missed = 0;
                break;
            };
            shelf.spares.push(lease);
        }
        self.stock.lock().shelf(kind).is_busy
    }
}

impl Kept for Spares {
    fn look(&self) -> Option<Duration> {
        let used = {
            let mut stock = self.stock.lock();
            stock.is_asked = false;
            mem::take(&mut stock.used)
        };
        drop(used);
        let blocking = self.fill(Mode::Blocking);
        let other = self.fill(Mode::Async);
        if !blocking && !other {
            let used = mem::take(&mut self.stock.lock().used);
            drop(used);
            return None;
        }
        Some(LOOK)
    }
}

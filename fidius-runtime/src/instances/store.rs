//! What the host keeps in a store: one concrete type for every plugin.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Weak};
use std::time::Duration;

use wasmtime::{ResourceLimiter, UpdateDeadline};
use wasmtime_wasi::{WasiCtxView, WasiView};

use crate::Limits;
use crate::background;
use crate::failure::CpuTimeOver;
use crate::handles::Table;
use crate::imports::Object;
use crate::instances::call::{Call, CallLimits, Span};
use crate::instances::{EventLoop, Mode, Session};
use crate::park::TimedOut;
use crate::plugin::Loaded;
use crate::streams::Fed;
use crate::ticker::{Clock, time_of};
use crate::wasi::WasiState;

pub(crate) struct StoreData {
    pub(crate) plugin: Arc<Loaded>,
    /// Those of the current call, where they are not the plugin's.
    own_limits: Option<Arc<CallLimits>>,
    /// How the current call runs: [`Mode::Async`] on a stack of its own, which it leaves while it waits.
    pub(crate) mode: Mode,
    /// Whether others may have something to do on the thread of the current call, which is a future of theirs.
    gives_way: bool,
    /// The address of the session where the instance is one.
    pub(crate) session: Option<usize>,
    /// The session itself, for what lives in the instance and must not keep it alive.
    owner: Weak<Session>,
    /// What those share who wait for streams of the instance, or for calls on it: made when there is something to wait for.
    event_loop: Option<Arc<EventLoop>>,
    /// Whether the instance runs as those have it run, and not for a call that has it alone.
    is_driven: bool,
    pub(crate) limiter: Limiter,
    pub(crate) deadline: Deadline,
    cpu: CpuTime,
    /// What the functions are called on that the host gives to the guest.
    pub(crate) imports: Option<Object>,
    /// The host's own resources that the guest has.
    pub(crate) table: Table,
    /// The stream of the host's that the function reads which is running: those of guests of fidius 0.5 have none among their parameters.
    pub(crate) feed: Option<Fed>,
    /// Made at the guest's first use of WASI: most calls of most components never get to it.
    wasi: Option<Box<WasiState>>,
}

/// What the guest itself has spent of the current call's time, in ticks.
struct CpuTime {
    used: u64,
    /// Up to when it has been counted, or was no time of the guest's.
    counted: u64,
    /// When an async call was last taken up again after it had waited, where there ever was one: told by its future.
    resumed: Option<Arc<AtomicU64>>,
}

impl StoreData {
    pub(crate) fn new(
        call: Call<'_>,
        span: Span,
        mode: Mode,
        runs: Mode,
        imports: Option<Object>,
    ) -> Self {
        let plugin = call.plugin;
        Self {
            limiter: Limiter::new(&call.limits.limits),
            own_limits: own_limits(call),
            mode: runs,
            gives_way: mode == Mode::Async,
            session: None,
            owner: Weak::new(),
            event_loop: None,
            is_driven: false,
            deadline: Deadline::new(Arc::clone(&plugin.clock), span),
            cpu: CpuTime {
                used: 0,
                // Not from the call's beginning on: it may have waited for its instance.
                counted: plugin.clock.now(),
                resumed: None,
            },
            imports,
            table: Table::default(),
            feed: None,
            wasi: None,
            plugin: Arc::clone(plugin),
        }
    }

    /// A further call begins, which runs as `runs` says.
    #[inline]
    pub(crate) fn begin(&mut self, span: Span, mode: Mode, runs: Mode) {
        self.mode = runs;
        self.gives_way = mode == Mode::Async;
        self.is_driven = false;
        self.deadline.begin(span);
        self.limiter.begin();
        self.cpu.used = 0;
        self.cpu.counted = self.plugin.clock.now();
    }

    /// From now on it is the instance of this session.
    pub(crate) fn belongs_to(&mut self, session: &Arc<Session>) {
        self.session = Some(session.address());
        self.owner = Arc::downgrade(session);
    }

    /// The session that has the instance.
    pub(crate) fn owner(&self) -> &Weak<Session> {
        &self.owner
    }

    /// What those share who wait for something of the instance.
    pub(crate) fn event_loop(&mut self) -> &Arc<EventLoop> {
        self.event_loop.get_or_insert_default()
    }

    /// The same, where there is any.
    pub(crate) fn known_event_loop(&self) -> Option<&Arc<EventLoop>> {
        self.event_loop.as_ref()
    }

    /// From now on it runs for whoever waits.
    pub(crate) fn drive(&mut self) {
        self.mode = Mode::Async;
        self.gives_way = true;
        self.is_driven = true;
        self.limiter.begin();
        self.cpu.counted = self.plugin.clock.now();
    }

    /// When what runs now must be over, for a function of the host: the clock is out meanwhile.
    pub(crate) fn lend_deadline(&mut self) -> Deadline {
        if let Some(span) = self.driven_span() {
            self.deadline.begin(span);
        }
        self.deadline.lend()
    }

    /// The same, for a function of the host beside which the guest goes on.
    pub(crate) fn copy_deadline(&mut self) -> Deadline {
        if let Some(span) = self.driven_span() {
            self.deadline.begin(span);
        }
        self.deadline.clone()
    }

    /// What is left to those who wait, where the instance runs for them.
    fn driven_span(&self) -> Option<Span> {
        let event_loop = self.event_loop.as_ref().filter(|_| self.is_driven)?;
        let now = self.plugin.clock.now();
        Some(Span {
            began: now,
            ticks: event_loop.until().saturating_sub(now),
        })
    }

    /// Drops what it has of the user's. A panic there must not keep the engine from clearing away the instance.
    pub(crate) fn drop_values(&mut self) {
        let imports = self.imports.take();
        if catch_unwind(AssertUnwindSafe(|| drop(imports))).is_err() {
            tracing::warn!(
                "the host's imports panicked when they were dropped with the instance that had them"
            );
        }
        self.table = Table::default();
        self.feed = None;
    }

    /// Whether a function of the host may block the thread that the current call is on.
    #[cfg(feature = "bincode")]
    pub(crate) fn may_block(&self) -> bool {
        !self.gives_way
    }

    /// What the current call may use.
    pub(crate) fn limits(&self) -> &Limits {
        &self.call_limits().limits
    }

    /// The same, with the limits on time in ticks.
    #[inline]
    pub(crate) fn call_limits(&self) -> &Arc<CallLimits> {
        self.own_limits.as_ref().unwrap_or(&self.plugin.limits)
    }

    /// From now on those of this call hold.
    pub(crate) fn set_limits(&mut self, call: Call<'_>) {
        self.own_limits = own_limits(call);
        self.limiter.set(&call.limits.limits);
    }

    /// The guest goes on, after the host had it wait: that was no time of its own.
    pub(crate) fn resumed(&mut self) {
        self.cpu.counted = self.plugin.clock.now();
    }

    /// Where the future of a call notes when it is taken up again.
    pub(crate) fn resumed_at(&mut self) -> &Arc<AtomicU64> {
        self.cpu.resumed.get_or_insert_default()
    }

    /// A tick has come while the guest was running.
    ///
    /// # Errors
    ///
    /// The call's time is over, or the guest's.
    pub(crate) fn tick(&mut self) -> wasmtime::Result<UpdateDeadline> {
        let now = self.plugin.clock.now();
        match &self.event_loop {
            Some(event_loop) if self.is_driven => {
                // Those who wait look at the time themselves, and know better what it was that took it.
                if event_loop.until().saturating_add(LATE) <= now {
                    return Err(TimedOut.into());
                }
                if event_loop.take_renewed() {
                    self.cpu.used = 0;
                }
            }
            _ if self.deadline.ticks_left() == 0 => return Err(TimedOut.into()),
            _ => {}
        }
        let limit = self.call_limits().cpu_ticks;
        let cpu = &mut self.cpu;
        let resumed = cpu.resumed.as_ref();
        let counted = resumed.map_or(cpu.counted, |at| {
            at.load(Ordering::Relaxed).max(cpu.counted)
        });
        cpu.used += now.saturating_sub(counted);
        cpu.counted = now;
        if cpu.used >= limit {
            return Err(CpuTimeOver.into());
        }
        Ok(if self.gives_way {
            // Whoever else has something to do on this thread gets a turn.
            UpdateDeadline::YieldCustom(1, Box::pin(background::give_way()))
        } else {
            UpdateDeadline::Continue(1)
        })
    }

    pub(crate) fn wasi(&mut self) -> &mut WasiState {
        self.wasi.get_or_insert_with(Box::default)
    }

    /// What other callers' calls have written is no business of who makes the next.
    #[inline]
    pub(crate) fn forget_output(&self) {
        if let Some(wasi) = &self.wasi {
            wasi.forget_output();
        }
    }

    /// The last lines that the guest wrote to stderr.
    pub(crate) fn stderr(&self) -> Option<String> {
        self.wasi.as_ref().and_then(|wasi| wasi.stderr())
    }
}

/// By how many ticks those may be late who wait for an instance that runs for them.
const LATE: u64 = 50;

impl Drop for StoreData {
    fn drop(&mut self) {
        self.drop_values();
    }
}

/// The limits of the call, where they are not the plugin's: counting one more user of these would make threads wait for one
/// another.
#[inline]
fn own_limits(call: Call<'_>) -> Option<Arc<CallLimits>> {
    let limits = call.limits;
    (!Arc::ptr_eq(limits, &call.plugin.limits)).then(|| Arc::clone(limits))
}

impl WasiView for StoreData {
    fn ctx(&mut self) -> WasiCtxView<'_> {
        self.wasi().view()
    }
}

/// When the current call must be over.
#[derive(Clone)]
pub(crate) struct Deadline {
    /// `None` while it is [lent](Self::lend).
    clock: Option<Arc<Clock>>,
    span: Span,
}

impl Deadline {
    pub(crate) fn new(clock: Arc<Clock>, span: Span) -> Self {
        Self {
            clock: Some(clock),
            span,
        }
    }

    pub(crate) fn span(&self) -> Span {
        self.span
    }

    /// Sets the clock for the next call.
    #[inline]
    pub(crate) fn begin(&mut self, span: Span) {
        self.span = span;
    }

    /// Whether the call has less time than its plugin allows, because it is part of another call.
    pub(crate) fn is_nested(&self, limit: u64) -> bool {
        self.span.ticks < limit
    }

    /// Takes the deadline out for as long as the guest does not run: counting another user of the clock would make threads that
    /// have nothing to do with each other wait for one another.
    pub(crate) fn lend(&mut self) -> Self {
        Self {
            clock: self.clock.take(),
            ..*self
        }
    }

    /// The ticks that are left.
    pub(crate) fn ticks_left(&self) -> u64 {
        match &self.clock {
            Some(clock) => clock.left(self.span.began, self.span.ticks),
            None => self.span.ticks,
        }
    }

    /// The time that is left; `None` where there is no limit.
    pub(crate) fn left(&self) -> Option<Duration> {
        time_of(self.ticks_left())
    }
}

/// Adds up what all memories and tables of an instance have.
pub(crate) struct Limiter {
    memory: Budget,
    tables: Budget,
}

struct Budget {
    used: u64,
    limit: u64,
    refused: bool,
    /// By how much the last growth was.
    last: u64,
}

impl Budget {
    fn grow(&mut self, current: usize, desired: usize, maximum: Option<usize>) -> bool {
        self.last = 0;
        let growth = (desired.saturating_sub(current)) as u64;
        let used = self.used.saturating_add(growth);
        if used > self.limit {
            self.refused = true;
            return false;
        }
        if maximum.is_some_and(|maximum| desired > maximum) {
            // More than the guest itself declares, or there can be: the engine refuses it.
            return true;
        }
        self.used = used;
        self.last = growth;
        true
    }

    /// The system, or the engine's pool, has no room for the last growth.
    fn grow_failed(&mut self) {
        self.refused |= self.last > 0;
        self.used -= self.last;
        self.last = 0;
    }

    fn refused(&self) -> Option<u64> {
        self.refused.then_some(self.limit)
    }
}

impl Limiter {
    fn new(limits: &Limits) -> Self {
        let budget = |limit| Budget {
            used: 0,
            limit,
            refused: false,
            last: 0,
        };
        Self {
            memory: budget(limits.memory),
            tables: budget(limits.table_elements),
        }
    }

    /// Bytes of linear memory that the instance has.
    pub(crate) fn memory(&self) -> u64 {
        self.memory.used
    }

    /// The limit on memory, where it has refused the guest something.
    pub(crate) fn memory_refused(&self) -> Option<u64> {
        self.memory.refused()
    }

    /// The limit on tables, where it has refused the guest something.
    pub(crate) fn tables_refused(&self) -> Option<u64> {
        self.tables.refused()
    }

    /// From now on other limits hold. What the instance has by now it keeps.
    pub(crate) fn set(&mut self, limits: &Limits) {
        self.memory.limit = limits.memory;
        self.tables.limit = limits.table_elements;
    }

    /// Forgets what was refused in earlier calls.
    #[inline]
    pub(crate) fn begin(&mut self) {
        self.memory.refused = false;
        self.tables.refused = false;
    }
}

impl ResourceLimiter for Limiter {
    fn memory_growing(
        &mut self,
        current: usize,
        desired: usize,
        maximum: Option<usize>,
    ) -> wasmtime::Result<bool> {
        Ok(self.memory.grow(current, desired, maximum))
    }

    fn memory_grow_failed(&mut self, _: wasmtime::Error) -> wasmtime::Result<()> {
        self.memory.grow_failed();
        Ok(())
    }

    fn table_growing(
        &mut self,
        current: usize,
        desired: usize,
        maximum: Option<usize>,
    ) -> wasmtime::Result<bool> {
        Ok(self.tables.grow(current, desired, maximum))
    }

    fn table_grow_failed(&mut self, _: wasmtime::Error) -> wasmtime::Result<()> {
        self.tables.grow_failed();
        Ok(())
    }
}

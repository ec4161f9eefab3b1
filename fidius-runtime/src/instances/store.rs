//! What the host keeps in a store: one concrete type for every plugin.

use std::sync::Arc;
use std::time::Duration;

use wasmtime::ResourceLimiter;
use wasmtime_wasi::{WasiCtxView, WasiView};

use crate::Limits;
use crate::handles::Table;
use crate::imports::Object;
use crate::plugin::Loaded;
use crate::ticker::{Clock, TICK};
use crate::wasi::WasiState;

pub(crate) struct StoreData {
    pub(crate) plugin: Arc<Loaded>,
    /// The address of the session where the instance is one.
    pub(crate) session: Option<usize>,
    pub(crate) limiter: Limiter,
    pub(crate) deadline: Deadline,
    /// What the functions are called on that the host gives to the guest.
    pub(crate) imports: Option<Object>,
    /// The host's own resources that the guest has.
    pub(crate) table: Table,
    /// Made at the guest's first use of WASI: most calls of most components never get to it.
    wasi: Option<Box<WasiState>>,
}

impl StoreData {
    pub(crate) fn new(plugin: Arc<Loaded>, deadline: Deadline, imports: Option<Object>) -> Self {
        Self {
            limiter: Limiter::new(&plugin.limits),
            plugin,
            session: None,
            deadline,
            imports,
            table: Table::default(),
            wasi: None,
        }
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
    began: u64,
    ticks: u64,
}

impl Deadline {
    /// For a call that began at `began` and has so many ticks in all.
    pub(crate) fn new(clock: Arc<Clock>, began: u64, ticks: u64) -> Self {
        Self {
            clock: Some(clock),
            began,
            ticks,
        }
    }

    /// Sets the clock for the next call, which began at `began` and has so many ticks in all.
    #[inline]
    pub(crate) fn begin(&mut self, began: u64, ticks: u64) {
        self.began = began;
        self.ticks = ticks;
    }

    /// Whether the call has less time than its plugin allows, because it is part of another call.
    pub(crate) fn is_nested(&self, limit: u64) -> bool {
        self.ticks < limit
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
            Some(clock) => clock.left(self.began, self.ticks),
            None => self.ticks,
        }
    }

    /// The time that is left; `None` where there is no limit.
    pub(crate) fn left(&self) -> Option<Duration> {
        u32::try_from(self.ticks_left())
            .ok()
            .map(|ticks| TICK * ticks)
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
}

impl Budget {
    fn grow(&mut self, current: usize, desired: usize) -> bool {
        let used = self.used + (desired.saturating_sub(current)) as u64;
        if used > self.limit {
            self.refused = true;
            return false;
        }
        self.used = used;
        true
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
        };
        Self {
            memory: budget(limits.memory),
            tables: budget(limits.table_elements),
        }
    }

    /// The limit on memory, where it has refused the guest something.
    pub(crate) fn memory_refused(&self) -> Option<u64> {
        self.memory.refused()
    }

    /// The limit on tables, where it has refused the guest something.
    pub(crate) fn tables_refused(&self) -> Option<u64> {
        self.tables.refused()
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
        _maximum: Option<usize>,
    ) -> wasmtime::Result<bool> {
        Ok(self.memory.grow(current, desired))
    }

    fn table_growing(
        &mut self,
        current: usize,
        desired: usize,
        _maximum: Option<usize>,
    ) -> wasmtime::Result<bool> {
        Ok(self.tables.grow(current, desired))
    }
}

//! What the host keeps in a store: one concrete type for every plugin.

use std::sync::Arc;
use std::time::Duration;

use wasmtime::ResourceLimiter;
use wasmtime_wasi::{WasiCtxView, WasiView};

use crate::Limits;
use crate::ticker::{Clock, TICK};
use crate::wasi::WasiState;

pub(crate) struct StoreData {
    pub(crate) limiter: Limiter,
    pub(crate) deadline: Deadline,
    /// Made at the guest's first use of WASI: most calls of most components never get to it.
    wasi: Option<Box<WasiState>>,
}

impl StoreData {
    pub(crate) fn new(limits: &Limits, deadline: Deadline) -> Self {
        Self {
            limiter: Limiter::new(limits),
            deadline,
            wasi: None,
        }
    }

    pub(crate) fn wasi(&mut self) -> &mut WasiState {
        self.wasi.get_or_insert_with(Box::default)
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
    clock: Arc<Clock>,
    began: u64,
    ticks: u64,
}

impl Deadline {
    /// For a call that began at `began` and has so many ticks in all.
    pub(crate) fn new(clock: Arc<Clock>, began: u64, ticks: u64) -> Self {
        Self {
            clock,
            began,
            ticks,
        }
    }

    /// Sets the clock for the next call, which began at `began`.
    #[inline]
    pub(crate) fn begin(&mut self, began: u64) {
        self.began = began;
    }

    /// The time that is left; `None` where there is no limit.
    pub(crate) fn left(&self) -> Option<Duration> {
        u32::try_from(self.clock.left(self.began, self.ticks))
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

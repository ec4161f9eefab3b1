//! What is known of a call before it has an instance.

use std::sync::Arc;
use std::time::Duration;

use crate::imports::nested;
use crate::instances::queue::Queued;
use crate::plugin::Loaded;
use crate::ticker::{self, Clock, Ticker, time_of};
use crate::{Error, ErrorKind, Limits};

/// The limits of a call, with those on time in the steps that they are measured in.
#[derive(Debug)]
pub(crate) struct CallLimits {
    pub(crate) limits: Limits,
    pub(crate) ticks: u64,
    pub(crate) cpu_ticks: u64,
    /// For the whole of a stream.
    pub(crate) stream_ticks: u64,
}

/// A call that is to be made: of which plugin, and within which limits.
#[derive(Clone, Copy)]
pub(crate) struct Call<'a> {
    pub(crate) plugin: &'a Arc<Loaded>,
    pub(crate) limits: &'a Arc<CallLimits>,
}

/// When a call began, and how many ticks it has in all.
#[derive(Clone, Copy)]
pub(crate) struct Span {
    pub(crate) began: u64,
    pub(crate) ticks: u64,
}

impl CallLimits {
    pub(crate) fn new(limits: Limits, ticker: &Ticker) -> Self {
        Self {
            ticks: ticker.ticks(limits.time),
            // The guest's time is a part of the call's, for which the clock runs.
            cpu_ticks: ticker::ticks(limits.cpu_time),
            // The clock need not go on for a limit that is none.
            stream_ticks: match limits.stream_time {
                Duration::MAX => ticker::ticks(Duration::MAX),
                time => ticker.ticks(time),
            },
            limits,
        }
    }
}

impl<'a> Call<'a> {
    /// Of a plugin, within its own limits.
    #[inline]
    pub(crate) fn of(plugin: &'a Arc<Loaded>) -> Self {
        Self {
            plugin,
            limits: &plugin.limits,
        }
    }

    /// Its place among those that wait for an instance of the plugin's, of which `busy` tells people, to become free.
    ///
    /// # Errors
    ///
    /// As many wait as may.
    #[cold]
    pub(crate) fn queue(self, busy: impl FnOnce() -> String) -> Result<Queued<'a>, Error> {
        let queue = &self.plugin.queue;
        queue.join().ok_or_else(|| {
            Error::new(
                ErrorKind::QueueFull,
                format!(
                    "{} can't be called now, and {} calls wait for it already, which is as many as may (`queue` of the limits)",
                    busy(),
                    queue.limit()
                ),
            )
        })
    }

    /// Its time begins.
    ///
    /// # Errors
    ///
    /// There is too little left of the thread's stack for another guest.
    #[inline]
    pub(crate) fn begin(self) -> Result<Span, Error> {
        Ok(Span {
            began: self.plugin.clock.begin(),
            ticks: nested::ticks(self.plugin, self.limits.ticks)?,
        })
    }
}

impl Span {
    /// The time that is left; `None` where there is no limit.
    pub(crate) fn left(self, clock: &Clock) -> Option<Duration> {
        time_of(clock.left(self.began, self.ticks))
    }
}

//! What the host gives to the plugins: functions that answer, fail, panic, wait, and call plugins.

use std::future::pending;
use std::sync::{Arc, OnceLock, Weak};
use std::time::Duration;

use fidius::{CallError, Error, ErrorKind};

use crate::plugins::Hostile;
use crate::plugins::misdeeds::MisdeedsAsync;
use crate::plugins::misdeeds::host::{Host, HostAsync, Ticket, TicketResource};
use crate::plugins::reporter::log::{Level, Log, LogAsync};
use crate::plugins::reporter::store::{Store, StoreAsync};
use crate::plugins::reporter::{ReporterImports, ReporterImportsAsync};

/// With what functions of the host panic here, which is no news.
pub const PANIC: &str = "the host panics, as the soak wants it";

/// Keys under which the store has no text.
pub const NOTHING: &str = "nothing";
pub const FORBIDDEN: &str = "forbidden";
pub const BROKEN: &str = "broken";
pub const PANICS: &str = "panics";

/// The time that it always is.
pub const NOW: u64 = 1_234_567;

/// What the reporter imports. It keeps nothing.
#[derive(Default)]
pub struct Desk;

impl Desk {
    fn text(key: &str) -> Result<Option<String>, CallError<String>> {
        match key {
            NOTHING => Ok(None),
            FORBIDDEN => Err(CallError::Guest(FORBIDDEN.to_owned())),
            BROKEN => Err(Error::new(ErrorKind::Other, BROKEN).into()),
            PANICS => panic!("{PANIC}"),
            key => Ok(Some(format!("the text of {key}"))),
        }
    }
}

impl Log for Desk {
    fn write(&self, _: Level, _: &str) -> Result<(), Error> {
        Ok(())
    }
}

impl LogAsync for Desk {
    async fn write(&self, level: Level, _: &str) -> Result<(), Error> {
        // Some wait for a clock, and some only for their turn.
        match level {
            Level::Warning => tokio::time::sleep(Duration::from_micros(100)).await,
            Level::Info => tokio::task::yield_now().await,
            Level::Debug | Level::Error => {}
        }
        Ok(())
    }
}

impl Store for Desk {
    fn get(&self, key: &str) -> Result<Option<String>, CallError<String>> {
        Self::text(key)
    }

    fn set(&self, _: &str, _: &str) -> Result<(), CallError<String>> {
        Ok(())
    }
}

impl StoreAsync for Desk {
    async fn get(&self, key: &str) -> Result<Option<String>, CallError<String>> {
        tokio::task::yield_now().await;
        Self::text(key)
    }

    async fn set(&self, _: &str, _: &str) -> Result<(), CallError<String>> {
        Ok(())
    }
}

impl ReporterImports for Desk {
    fn now(&self) -> Result<u64, Error> {
        Ok(NOW)
    }
}

impl ReporterImportsAsync for Desk {
    async fn now(&self) -> Result<u64, Error> {
        Ok(NOW)
    }
}

/// The plugin that a function of the host calls, which may be the one that called it.
#[derive(Clone, Default)]
pub struct Ring {
    // The plugin has the ring, which must not keep the plugin.
    plugin: Arc<OnceLock<Weak<OnceLock<Hostile>>>>,
}

impl Ring {
    /// Says which plugin it is. It is called for as long as what is returned is kept.
    pub fn close(&self, plugin: &Hostile) -> Arc<OnceLock<Hostile>> {
        let kept = Arc::new(OnceLock::from(plugin.clone()));
        _ = self.plugin.set(Arc::downgrade(&kept));
        kept
    }

    fn plugin(&self) -> Result<Hostile, Error> {
        let kept = self.plugin.get().and_then(Weak::upgrade);
        let plugin = kept.and_then(|kept| kept.get().cloned());
        plugin.ok_or_else(|| Error::new(ErrorKind::Other, "the plugin to be called is gone"))
    }
}

/// Where calls that call each other end by themselves. Those that begin beyond never do.
pub const DEPTH: u32 = 3;

/// The number on every ticket.
struct Seven;

impl TicketResource for Seven {
    fn number(&self) -> Result<u32, Error> {
        Ok(7)
    }
}

/// Functions that block.
pub struct Blocking(pub Ring);

impl Host for Blocking {
    fn new_ticket(&self) -> Result<Ticket, Error> {
        Ok(Ticket::new(Seven))
    }

    fn hang(&self) -> Result<bool, Error> {
        Ok(false)
    }

    fn wait(&self) -> Result<(), Error> {
        Ok(())
    }

    fn again(&self, depth: u32) -> Result<u32, Error> {
        if depth == DEPTH {
            return Ok(depth);
        }
        self.0.plugin()?.nest(depth)
    }

    fn fail(&self) -> Result<(), Error> {
        panic!("{PANIC}")
    }
}

/// The same, async. To wait is to wait for ever.
pub struct Awaiting(pub Ring);

impl HostAsync for Awaiting {
    async fn new_ticket(&self) -> Result<Ticket, Error> {
        Ok(Ticket::new(Seven))
    }

    async fn hang(&self) -> Result<bool, Error> {
        Ok(false)
    }

    async fn wait(&self) -> Result<(), Error> {
        pending().await
    }

    async fn again(&self, depth: u32) -> Result<u32, Error> {
        if depth == DEPTH {
            return Ok(depth);
        }
        let plugin = self.0.plugin()?;
        MisdeedsAsync::nest(&plugin, depth).await
    }

    async fn fail(&self) -> Result<(), Error> {
        panic!("{PANIC}")
    }
}

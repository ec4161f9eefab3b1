//! The guest with streams, futures and async functions of all kinds, and a host for it.

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::Relaxed};
use std::sync::{Arc, Mutex, OnceLock};
use std::time::Duration;

use fidius::{CallError, Error, ErrorKind, Limits, Stream};
use futures_util::StreamExt as _;
use streams::host::HostAsync;

#[fidius::host(wit = "streams.wit")]
pub struct Streamer;

pub const COMPONENT: &str = "guests/built/streams.wasm";

/// What the host gives to the plugin.
#[derive(Default)]
pub struct Here {
    pub lines: Mutex<Vec<String>>,
    /// How many items of what it was given to `take` it has read.
    pub taken: AtomicU32,
    /// Where `again` calls, if anywhere.
    pub plugin: OnceLock<Streamer>,
    pub fails: AtomicBool,
    /// How many calls of `fetch` are under way, and how many were at most.
    pub fetching: AtomicU32,
    pub most_fetching: AtomicU32,
}

impl HostAsync for Here {
    async fn pause(&self, ms: u32) -> Result<(), Error> {
        if ms > 0 {
            tokio::time::sleep(Duration::from_millis(ms.into())).await;
        }
        Ok(())
    }

    async fn fetch(&self, name: &str) -> Result<String, CallError<String>> {
        let fetching = self.fetching.fetch_add(1, Relaxed) + 1;
        self.most_fetching.fetch_max(fetching, Relaxed);
        // Long enough for others to come.
        tokio::time::sleep(Duration::from_millis(50)).await;
        self.fetching.fetch_sub(1, Relaxed);
        if name.is_empty() {
            return Err(CallError::Guest("no name".to_owned()));
        }
        Ok(format!("what is in {name}"))
    }

    async fn feed(&self) -> Result<Stream<u32>, Error> {
        if self.fails.load(Relaxed) {
            let items = [Ok(1), Err(Error::new(ErrorKind::Other, "the feed is torn"))];
            return Ok(Stream::try_from_iter(items));
        }
        Ok(Stream::from_iter(1..=10))
    }

    async fn take(&self, mut items: Stream<String>) -> Result<u64, Error> {
        let mut bytes = 0;
        while let Some(item) = items.next().await {
            bytes += item?.len() as u64;
            self.taken.fetch_add(1, Relaxed);
        }
        Ok(bytes)
    }

    async fn log(&self, line: &str) -> Result<(), Error> {
        self.lines.lock().unwrap().push(line.to_owned());
        Ok(())
    }

    async fn again(&self, depth: u32) -> Result<u32, Error> {
        match self.plugin.get() {
            Some(plugin) => Streamer::recurse_async(plugin, depth - 1).await,
            None => Ok(depth),
        }
    }
}

impl Streamer {
    async fn recurse_async(&self, depth: u32) -> Result<u32, Error> {
        <Self as streams::StreamsAsync>::recurse(self, depth).await
    }
}

/// The plugin with a host of its own.
pub fn load() -> Streamer {
    load_with(Arc::new(Here::default()))
}

pub fn load_with(here: Arc<Here>) -> Streamer {
    Streamer::builder()
        .imports_async(here)
        .load(COMPONENT)
        .unwrap()
}

#[allow(dead_code, reason = "not all tests need limits")]
pub fn limited(limits: Limits) -> Streamer {
    Streamer::builder()
        .imports_async(Here::default())
        .limits(limits)
        .load(COMPONENT)
        .unwrap()
}

#[allow(dead_code, reason = "not all tests need limits")]
/// Limits with this time for a call, and between two items.
pub fn within(ms: u64) -> Limits {
    Limits {
        time: Duration::from_millis(ms),
        ..Limits::default()
    }
}

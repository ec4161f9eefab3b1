//! A configured plugin with streams, with the macros of fidius 0.5.

use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

use fidius::{PluginError, Stream};
use fidius_macro::{plugin_impl, plugin_interface};
use serde::Deserialize;

/// The configuration: bincode 1, in this order.
#[derive(Debug, Deserialize)]
pub struct Settings {
    pub label: String,
    pub start: u64,
    /// 0 is refused.
    pub step: u64,
}

#[plugin_interface(version = 1, buffer = PluginAllocated)]
pub trait Metronome: Send + Sync {
    /// This many beats: the start, and each a step further.
    fn beats(&self, count: u32) -> Stream<u64>;
    /// The values, each with the label in front.
    fn labelled(&self, values: Stream<u64>) -> Stream<String>;
    /// The sum of the values times the step, or an error where it is too great.
    fn weigh(&self, values: Stream<u64>) -> Result<u64, PluginError>;
    /// How many beats were given since the configuration, by all streams.
    fn given(&self) -> u64;
    /// The label of the configuration.
    fn label(&self) -> String;
}

pub struct Pendulum {
    settings: Settings,
    given: Arc<AtomicU64>,
}

impl Pendulum {
    fn configure(settings: Settings) -> Self {
        assert!(settings.step > 0, "the step must not be 0");
        Self {
            settings,
            given: Arc::default(),
        }
    }
}

#[plugin_impl(Metronome, config = Settings)]
impl Metronome for Pendulum {
    fn beats(&self, count: u32) -> Stream<u64> {
        let (start, step) = (self.settings.start, self.settings.step);
        let given = self.given.clone();
        Stream::from_iter((0..u64::from(count)).map(move |beat| {
            given.fetch_add(1, Ordering::Relaxed);
            start + beat * step
        }))
    }

    fn labelled(&self, mut values: Stream<u64>) -> Stream<String> {
        let label = self.settings.label.clone();
        Stream::from_iter(std::iter::from_fn(move || {
            values.next_item().map(|value| format!("{label} {value}"))
        }))
    }

    fn weigh(&self, mut values: Stream<u64>) -> Result<u64, PluginError> {
        let mut sum = 0_u64;
        while let Some(value) = values.next_item() {
            sum = value
                .checked_mul(self.settings.step)
                .and_then(|value| sum.checked_add(value))
                .ok_or_else(|| PluginError::new("TOO_MUCH", format!("{value} is too much")))?;
        }
        Ok(sum)
    }

    fn given(&self) -> u64 {
        self.given.load(Ordering::Relaxed)
    }

    fn label(&self) -> String {
        self.settings.label.clone()
    }
}

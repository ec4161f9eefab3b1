//! A configured plugin with the macros of fidius 0.5: it counts from where its configuration says.

use std::sync::atomic::{AtomicU32, Ordering};

use fidius::PluginError;
use fidius_macro::{plugin_impl, plugin_interface};
use serde::Deserialize;

/// The configuration: bincode 1, in this order.
#[derive(Debug, Deserialize)]
pub struct Settings {
    pub label: String,
    pub start: i64,
    /// 0 is refused.
    pub step: u32,
    pub mode: Mode,
    /// What `check` lets through, if not everything.
    pub allowed: Option<Vec<u16>>,
}

/// Whether the count goes up or down, and how far.
#[derive(Debug, Deserialize)]
pub enum Mode {
    Up,
    Down,
    UpTo(i64),
}

#[plugin_interface(version = 1, buffer = PluginAllocated)]
pub trait Tally: Send + Sync {
    /// The label of the configuration.
    fn label(&self) -> String;
    /// The whole configuration, as Rust's `Debug` writes it.
    fn settings(&self) -> String;
    /// The count, which the call moves by a step.
    fn advance(&self) -> Result<i64, PluginError>;
    /// How often `advance` was called since the configuration.
    fn calls(&self) -> u32;
    /// The number itself, where the configuration allows it.
    fn check(&self, number: u16) -> Result<u16, PluginError>;
    /// The bytes with the label in front. Raw.
    #[wire(raw)]
    fn stamp(&self, data: Vec<u8>) -> Vec<u8>;
    /// Panics with the message.
    fn panic(&self, message: String);
}

pub struct Counter {
    settings: Settings,
    calls: AtomicU32,
}

impl Counter {
    /// All that a guest of 0.5 can do with a configuration it doesn't want is panic.
    fn configure(settings: Settings) -> Self {
        assert!(settings.step > 0, "the step must not be 0");
        eprintln!("configured as {}", settings.label);
        Self {
            settings,
            calls: AtomicU32::new(0),
        }
    }
}

#[plugin_impl(Tally, config = Settings)]
impl Tally for Counter {
    fn label(&self) -> String {
        self.settings.label.clone()
    }

    fn settings(&self) -> String {
        format!("{:?}", self.settings)
    }

    fn advance(&self) -> Result<i64, PluginError> {
        let call = i64::from(self.calls.fetch_add(1, Ordering::Relaxed));
        let distance = call * i64::from(self.settings.step);
        let start = self.settings.start;
        match self.settings.mode {
            Mode::Up => Ok(start + distance),
            Mode::Down => Ok(start - distance),
            Mode::UpTo(last) if start + distance <= last => Ok(start + distance),
            Mode::UpTo(last) => Err(PluginError::new(
                "DONE",
                format!("the count ends at {last}"),
            )),
        }
    }

    fn calls(&self) -> u32 {
        self.calls.load(Ordering::Relaxed)
    }

    fn check(&self, number: u16) -> Result<u16, PluginError> {
        match &self.settings.allowed {
            Some(allowed) if !allowed.contains(&number) => Err(PluginError::new(
                "NOT_ALLOWED",
                format!("{number} is not allowed"),
            )),
            _ => Ok(number),
        }
    }

    #[wire(raw)]
    fn stamp(&self, data: Vec<u8>) -> Vec<u8> {
        [self.settings.label.as_bytes(), &data].concat()
    }

    fn panic(&self, message: String) {
        panic!("{message}")
    }
}

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::written::{AnyCount, KeptTime, Written as _};

/// How instances are kept for further calls: what [`Builder::pool`](crate::Builder::pool) takes. A number alone is the size.
///
/// ```
/// use std::time::Duration;
/// use fidius::PoolSettings;
///
/// let settings = PoolSettings {
///     size: 8,
///     calls: Some(10_000),
///     ..PoolSettings::default()
/// };
/// assert_eq!(settings.idle_time, Some(Duration::from_secs(60)));
/// ```
///
/// They can be read from a configuration file, as [`Limits`](crate::Limits) can:
///
/// ```
/// # use std::time::Duration;
/// # use fidius::PoolSettings;
/// let settings: PoolSettings = serde_json::from_str(r#"{ "size": 4, "idle_time": "30s", "calls": "none" }"#)?;
/// assert_eq!(settings.idle_time, Some(Duration::from_secs(30)));
/// assert_eq!(settings.calls, None);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PoolSettings {
    /// How many instances there are at most. 0 counts as 1. Default: 1.
    pub size: usize,
    /// An instance that nobody has called for so long goes, with its memory; at the latest a quarter of the time after that.
    /// `None`: it stays. Default: one minute.
    #[serde(with = "KeptTime")]
    pub idle_time: Option<Duration>,
    /// After so many calls an instance goes, and the next call has a new one: what guests leak is bounded so. 0 counts as 1.
    /// `None`: it stays. Default: `None`.
    #[serde(with = "AnyCount")]
    pub calls: Option<u64>,
}

impl Default for PoolSettings {
    fn default() -> Self {
        Self {
            size: 1,
            idle_time: Some(Duration::from_secs(60)),
            calls: None,
        }
    }
}

impl From<usize> for PoolSettings {
    fn from(size: usize) -> Self {
        Self {
            size,
            ..Self::default()
        }
    }
}

use std::time::Duration;

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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PoolSettings {
    /// How many instances there are at most. 0 counts as 1. Default: 1.
    pub size: usize,
    /// An instance that nobody has called for so long goes, with its memory; at the latest a quarter of the time after that.
    /// `None`: it stays. Default: one minute.
    pub idle_time: Option<Duration>,
    /// After so many calls an instance goes, and the next call has a new one: what guests leak is bounded so. 0 counts as 1.
    /// `None`: it stays. Default: `None`.
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

use std::time::Duration;

/// What a call may use. Every limit is finite unless the host says otherwise.
///
/// ```
/// use std::time::Duration;
/// use fidius::Limits;
///
/// let limits = Limits {
///     time: Duration::from_millis(200),
///     ..Limits::default()
/// };
/// assert_eq!(limits.memory, 512 << 20);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Wall time of one call, the making of its instance and waiting for a free one included. Measured in steps of
    /// 10 ms. A function of the host that takes too long is not interrupted; the call ends when it returns. `Duration::MAX` for
    /// no limit. Default: 10 seconds.
    ///
    /// A call that a function of the host makes ends with the call which that function is part of. The plugin's destructor of
    /// a resource, which runs when its handle is dropped, has 100 ms at most.
    pub time: Duration,
    /// Bytes of linear memory that an instance may have, all its memories together. Default: 512 MiB.
    pub memory: u64,
    /// Elements that the tables of an instance may have, all together. Default: 100,000.
    pub table_elements: u64,
    /// Bytes that the host takes out of the guest's memory in one result, or in the arguments of one call of a host function.
    /// Default: 128 MiB.
    ///
    /// What counts is what the host has to keep: where the types are known only at run time, each item of a list takes some 32
    /// bytes, but for bytes, which take one each.
    pub transfer: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            time: Duration::from_secs(10),
            memory: 512 << 20,
            table_elements: 100_000,
            transfer: 128 << 20,
        }
    }
}

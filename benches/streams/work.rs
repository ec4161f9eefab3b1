//! How much of what goes through the streams, whoever reads or writes them.

/// Bytes of a stream.
pub const BYTES: u64 = 4 << 20;

/// In chunks of so many.
pub const CHUNK: u32 = 64 << 10;

/// Records of a stream.
pub const POINTS: u32 = 2_000;

/// Numbers of a stream.
pub const NUMBERS: u32 = 10_000;

/// Calls at once, …
pub const CALLS: usize = 1_000;

/// … which wait for so many milliseconds.
pub const PAUSE: u32 = 10;

/// The bytes that go in.
pub fn chunks() -> impl Iterator<Item = Vec<u8>> + Send + 'static {
    (0..BYTES / u64::from(CHUNK)).map(|_| vec![7; CHUNK as usize])
}

pub fn label(i: u32) -> String {
    format!("p{i}")
}

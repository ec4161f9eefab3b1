//! Streams and futures out: each is written by a task that goes on when the function has returned.

use wit_bindgen::{FutureReader, StreamReader, StreamResult, StreamWriter, spawn_local};

use crate::{
    Bundle, State, add_to,
    wit_future::{self, FuturePayload},
    wit_stream::{self, StreamPayload},
};

/// How many items are offered at once, where it isn't one.
const CHUNK: usize = 64;

/// The bytes of `bytes`, over and over.
const PATTERN: [u8; 251 * 16] = {
    let mut pattern = [0; 251 * 16];
    let mut i = 0;
    while i < pattern.len() {
        pattern[i] = (i % 251) as u8;
        i += 1;
    }
    pattern
};

/// All items, or those that are read before the reader goes. The result is whether all were read.
pub async fn write<T: StreamPayload>(
    writer: &mut StreamWriter<T>,
    items: impl Iterator<Item = T>,
    accepted: impl Fn(),
) -> bool {
    for item in items {
        if writer.write_one(item).await.is_some() {
            add_to(|state| &state.dropped, 1);
            return false;
        }
        accepted();
    }
    true
}

pub fn one_by_one<T: StreamPayload>(items: impl Iterator<Item = T> + 'static) -> StreamReader<T> {
    let (mut writer, reader) = wit_stream::new();
    spawn_local(async move {
        write(&mut writer, items, || ()).await;
    });
    reader
}

pub fn count(to: u32) -> StreamReader<u32> {
    let (mut writer, reader) = wit_stream::new();
    spawn_local(async move {
        let written = || add_to(|state: &State| &state.written, 1);
        write(&mut writer, 0..to, written).await;
    });
    reader
}

pub fn in_chunks<T: StreamPayload>(
    mut items: impl Iterator<Item = T> + 'static,
) -> StreamReader<T> {
    let (mut writer, reader) = wit_stream::new();
    spawn_local(async move {
        let mut chunk = Vec::with_capacity(CHUNK);
        loop {
            chunk.extend(items.by_ref().take(CHUNK));
            if chunk.is_empty() {
                return;
            }
            chunk = writer.write_all(chunk).await;
            if !chunk.is_empty() {
                return add_to(|state| &state.dropped, 1);
            }
        }
    });
    reader
}

pub fn bytes(n: u64, chunk: u32) -> StreamReader<u8> {
    let (mut writer, reader) = wit_stream::new();
    spawn_local(async move {
        write_bytes(&mut writer, n, chunk).await;
    });
    reader
}

/// How many bytes were read.
async fn write_bytes(writer: &mut StreamWriter<u8>, n: u64, chunk: u32) -> u64 {
    let size = u64::from(chunk.max(1));
    let mut chunk = Vec::new();
    let mut at = 0;
    while at < n {
        let mut left = size.min(n - at) as usize;
        while left > 0 {
            let from = &PATTERN[((at + chunk.len() as u64) % 251) as usize..];
            let from = &from[..left.min(from.len())];
            chunk.extend_from_slice(from);
            left -= from.len();
        }
        at += chunk.len() as u64;
        chunk = writer.write_all(chunk).await;
        if !chunk.is_empty() {
            add_to(|state| &state.dropped, 1);
            return at - chunk.len() as u64;
        }
    }
    at
}

pub fn map<T: StreamPayload, U: StreamPayload>(
    mut from: StreamReader<T>,
    to: impl Fn(T) -> U + 'static,
) -> StreamReader<U> {
    let (mut writer, reader) = wit_stream::new();
    spawn_local(async move {
        while let Some(item) = from.next().await {
            if writer.write_one(to(item)).await.is_some() {
                return add_to(|state| &state.dropped, 1);
            }
        }
    });
    reader
}

pub fn mirror(mut from: StreamReader<u8>) -> StreamReader<u8> {
    let (mut writer, reader) = wit_stream::new();
    spawn_local(async move {
        let mut chunk = Vec::with_capacity(64 << 10);
        loop {
            let (result, read) = from.read(chunk).await;
            chunk = writer.write_all(read).await;
            if !chunk.is_empty() {
                return add_to(|state| &state.dropped, 1);
            }
            if result == StreamResult::Dropped {
                return;
            }
        }
    });
    reader
}

/// What is written where the task that should have written ends before.
pub fn lost() -> Result<u32, String> {
    Err("the task has ended".into())
}

pub fn told<T: FuturePayload>(
    otherwise: fn() -> T,
    value: impl Future<Output = T> + 'static,
) -> FutureReader<T> {
    let (writer, reader) = wit_future::new(otherwise);
    spawn_local(async move {
        if writer.write(value.await).await.is_err() {
            add_to(|state| &state.dropped, 1);
        }
    });
    reader
}

pub fn several() -> (
    StreamReader<u32>,
    StreamReader<String>,
    FutureReader<Result<u32, String>>,
) {
    let (mut numbers, first) = wit_stream::new();
    let (mut words, second) = wit_stream::new();
    let third = told(lost, async move {
        let numbers = async move {
            write(&mut numbers, 0..3, || ()).await;
        };
        let words = async move {
            write(&mut words, (0..3).map(|i| format!("word{i}")), || ()).await;
        };
        futures::future::join(numbers, words).await;
        Ok(3)
    });
    (first, second, third)
}

pub fn bundle(name: String, n: u32) -> Bundle {
    let (mut writer, data) = wit_stream::new();
    let done = told(u32::default, async move {
        write_bytes(&mut writer, n.into(), 16).await as u32
    });
    Bundle { name, data, done }
}

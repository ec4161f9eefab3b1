//! Streams in.

use wit_bindgen::{StreamReader, StreamResult};

/// The sum of the numbers, in chunks of up to 64.
pub async fn sum(mut values: StreamReader<u32>) -> u64 {
    let mut sum = 0;
    let mut chunk = Vec::with_capacity(64);
    loop {
        let (result, read) = values.read(chunk).await;
        sum += read.iter().copied().map(u64::from).sum::<u64>();
        if result == StreamResult::Dropped {
            return sum;
        }
        chunk = read;
        chunk.clear();
    }
}

/// How many bytes there are, in chunks of up to 64 KiB.
pub async fn weigh(mut data: StreamReader<u8>) -> u64 {
    let mut weight = 0;
    let mut chunk = Vec::with_capacity(64 << 10);
    loop {
        let (result, read) = data.read(chunk).await;
        weight += read.len() as u64;
        if result == StreamResult::Dropped {
            return weight;
        }
        chunk = read;
        chunk.clear();
    }
}

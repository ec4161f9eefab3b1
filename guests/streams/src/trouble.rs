//! Streams that end in no good way, or never.

use std::{hint, mem};

use wit_bindgen::{StreamReader, spawn_local};

use crate::{wit_stream, writers};

/// The numbers up to `n`, and then this.
pub fn after(n: u32, then: impl FnOnce() + 'static) -> StreamReader<u32> {
    let (mut writer, reader) = wit_stream::new();
    spawn_local(async move {
        writers::write(&mut writer, 0..n, || ()).await;
        then()
    });
    reader
}

pub fn spin() {
    loop {
        hint::spin_loop();
    }
}

pub fn silent() -> StreamReader<u32> {
    let (writer, reader) = wit_stream::new();
    mem::forget(writer);
    reader
}

pub fn leave_open(n: u32) -> StreamReader<u32> {
    let (mut writer, reader) = wit_stream::new();
    spawn_local(async move {
        writers::write(&mut writer, 0..n, || ()).await;
        mem::forget(writer);
    });
    reader
}

pub async fn wait_for_itself() -> u32 {
    let (writer, mut reader) = wit_stream::new();
    let never = reader.next().await;
    drop(writer);
    never.expect("there is a writer")
}

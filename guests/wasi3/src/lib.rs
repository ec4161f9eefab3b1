//! A guest that needs WASI 0.3.

wit_bindgen::generate!({
    path: "../../wit/wasi3.wit",
    generate_all,
});

use exports::demo::wasi3::work::Guest;
use wasi::{
    cli::{environment, stdout},
    clocks::monotonic_clock,
    filesystem::preopens,
    random::random,
};

struct Plugin;

export!(Plugin);

impl Guest for Plugin {
    async fn nap(ms: u64) -> u64 {
        let start = monotonic_clock::now();
        monotonic_clock::wait_for(ms * 1_000_000).await;
        monotonic_clock::now() - start
    }

    async fn roll() -> u64 {
        random::get_random_u64()
    }

    async fn say(text: String) -> Result<(), String> {
        let (mut writer, reader) = wit_stream::new();
        let done = stdout::write_via_stream(reader);
        let unread = writer.write_all(text.into_bytes()).await;
        drop(writer);
        match done.await {
            Err(error) => Err(format!("{error:?}")),
            Ok(()) if unread.is_empty() => Ok(()),
            Ok(()) => Err(format!("{} bytes were not taken", unread.len())),
        }
    }

    async fn look() -> u32 {
        preopens::get_directories().len() as u32
    }

    async fn surroundings() -> (u32, u32) {
        let variables = environment::get_environment();
        let arguments = environment::get_arguments();
        (variables.len() as u32, arguments.len() as u32)
    }
}

//! Async calls: many at once on one thread, each within its time, and one that nobody waits for any more.
//!
//! ```text
//! cargo run --example async_calls
//! ```

use std::time::{Duration, Instant};

use fidius::Limits;

/// A plugin that can sleep, compute for ever, and worse.
#[fidius::host(wit = "misbehave.wit", async)]
pub struct Plugin;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let limits = Limits {
        time: Duration::from_millis(500),
        ..Limits::default()
    };
    let plugin = Plugin::builder()
        .limits(limits)
        .load("guests/built/misbehave.wasm")?;

    // A hundred guests sleep at the same time, on the one thread that there is.
    let start = Instant::now();
    let mut sleepers = tokio::task::JoinSet::new();
    for _ in 0..100 {
        let plugin = plugin.clone();
        sleepers.spawn(async move { plugin.sleep(100).await });
    }
    while let Some(slept) = sleepers.join_next().await {
        slept??;
    }
    println!(
        "100 guests slept for 100 ms each, in {} ms",
        start.elapsed().as_millis()
    );

    // One that computes without end gives way to others, until its time is over.
    let (answer, failure) = tokio::join!(plugin.divide(84, 2), plugin.loop_forever());
    println!("84 / 2 is {}", answer?);
    println!("{}", failure.unwrap_err());

    // A future that is dropped ends its call.
    let patience = Duration::from_millis(20);
    let given_up = tokio::time::timeout(patience, plugin.sleep(400)).await;
    assert!(given_up.is_err());
    println!(
        "instances that are left: {}",
        plugin.plugin().counters().instances
    );
    Ok(())
}

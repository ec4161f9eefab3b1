//! Streams of a plugin: a source, a transform and a sink, none of which ever has all of what goes through.
//!
//! ```text
//! cargo run --example streaming
//! ```

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::time::Duration;

use fidius::{Error, Limits, Stream};
use futures_util::StreamExt as _;

/// A plugin that works on lines of text.
#[fidius::host(wit = "pipeline.wit")]
pub struct Pipeline;

const LINES: u32 = 20_000;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let plugin = Pipeline::builder()
        .limits(Limits {
            // For a call, and from one item to the next.
            time: Duration::from_secs(5),
            // For the whole of a stream, which may otherwise go on for ever.
            stream_time: Duration::from_secs(60),
            // So many items either side may be ahead.
            stream_window: 16,
            ..Limits::default()
        })
        .load("guests/built/pipeline.wasm")?;

    // A stream out. Sync code reads it in a loop; the plugin runs when the loop asks for a line.
    println!("The first of {LINES} lines:");
    for line in plugin.source(LINES)?.into_iter().take(3) {
        println!("  {}", line?);
    }

    // A stream in: whatever can be iterated over.
    let lines = ["one", "two", "three"].map(str::to_owned);
    let summary = plugin.sink(lines)?;
    println!(
        "{} lines, the longest is {:?}",
        summary.lines, summary.longest
    );

    // Three instances, one after the other: what comes out of one goes into the next. The last one pulls, and all others run no
    // further than it needs.
    let seen = Arc::new(AtomicU32::new(0));
    let source = with_progress(plugin.source(LINES)?, Arc::clone(&seen));
    let warnings = plugin.transform(source, "warning")?;
    let summary = plugin.sink(warnings)?;
    println!(
        "{} of {} lines were warnings, {} bytes in all",
        summary.lines,
        seen.load(Relaxed),
        summary.bytes
    );

    // In async code a stream is a `futures::Stream`.
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    let longest = runtime.block_on(longest_line(&plugin))?;
    println!("The longest of 100 lines is {longest:?}");

    // An error among the items is an error of the call, and no end.
    let torn = Stream::try_from_iter([
        Ok("a line".to_owned()),
        Err(Error::new(fidius::ErrorKind::Other, "the file is torn")),
    ]);
    println!("It did not work out: {}", plugin.sink(torn).unwrap_err());
    Ok(())
}

/// The same stream, which tells how far it is.
fn with_progress(lines: Stream<String>, seen: Arc<AtomicU32>) -> Stream<String> {
    Stream::try_new(lines.inspect(move |_| {
        let seen = seen.fetch_add(1, Relaxed) + 1;
        if seen.is_multiple_of(LINES / 5) {
            println!("  {}%", seen * 100 / LINES);
        }
    }))
}

async fn longest_line(plugin: &Pipeline) -> Result<String, Error> {
    let mut lines = pipeline::PipelineAsync::source(plugin, 100).await?;
    let mut longest = String::new();
    while let Some(line) = lines.next().await {
        let line = line?;
        if line.len() > longest.len() {
            longest = line;
        }
    }
    Ok(longest)
}

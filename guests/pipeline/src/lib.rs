//! A guest with a source, a transform and a sink of lines.

use wit_bindgen::{StreamReader, spawn_local};

wit_bindgen::generate!({
    path: "../../wit/pipeline.wit",
    world: "pipeline-plugin",
});

use exports::demo::pipeline::pipeline::{Guest, Summary};

struct Plugin;

export!(Plugin);

const LEVELS: [&str; 4] = ["info", "debug", "info", "warning"];

impl Guest for Plugin {
    async fn source(lines: u32) -> StreamReader<String> {
        let (mut writer, reader) = wit_stream::new();
        spawn_local(async move {
            for n in 0..lines {
                let level = LEVELS[n as usize % LEVELS.len()];
                let line = format!("{level}: request {n} took {} ms", n * 7 % 50);
                // Its reader may have gone, and then takes no more.
                if writer.write_one(line).await.is_some() {
                    break;
                }
            }
        });
        reader
    }

    async fn transform(mut lines: StreamReader<String>, word: String) -> StreamReader<String> {
        let (mut writer, reader) = wit_stream::new();
        spawn_local(async move {
            while let Some(line) = lines.next().await {
                if line.contains(&word) && writer.write_one(line.to_uppercase()).await.is_some() {
                    break;
                }
            }
        });
        reader
    }

    async fn sink(mut lines: StreamReader<String>) -> Summary {
        let mut summary = Summary {
            lines: 0,
            bytes: 0,
            longest: String::new(),
        };
        while let Some(line) = lines.next().await {
            summary.lines += 1;
            summary.bytes += line.len() as u64;
            if line.len() > summary.longest.len() {
                summary.longest = line;
            }
        }
        summary
    }
}

#[fidius::host(wit = "one-import.wit")]
pub struct Plugin;

struct Log;

impl plugin::logging::LoggingAsync for Log {
    async fn log(&self, message: &str) -> Result<(), fidius::CallError<String>> {
        println!("{message}");
        Ok(())
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let _ = Plugin::load("plugin.wasm", Log)?;
    Ok(())
}

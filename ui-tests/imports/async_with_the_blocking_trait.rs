#[fidius::host(wit = "one-import.wit")]
pub struct Plugin;

struct Log;

impl plugin::logging::Logging for Log {
    fn log(&self, message: &str) -> Result<(), fidius::CallError<String>> {
        println!("{message}");
        Ok(())
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let _ = Plugin::builder().imports_async(Log).load("plugin.wasm")?;
    Ok(())
}

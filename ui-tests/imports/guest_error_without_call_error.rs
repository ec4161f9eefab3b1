use plugin::logging::Logging;

#[fidius::host(wit = "one-import.wit")]
pub struct Plugin;

struct Log;

impl Logging for Log {
    fn log(&self, message: &str) -> Result<(), fidius::CallError<String>> {
        Err(format!("can't write {message}"))
    }
}

fn main() {
    let _ = Plugin::load("plugin.wasm", Log);
}

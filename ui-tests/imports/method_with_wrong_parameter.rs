use plugin::logging::Logging;

#[fidius::host(wit = "one-import.wit")]
pub struct Plugin;

struct Log;

impl Logging for Log {
    fn log(&self, message: String) -> Result<(), fidius::CallError<String>> {
        println!("{message}");
        Ok(())
    }
}

fn main() {
    let _ = Plugin::load("plugin.wasm", Log);
}

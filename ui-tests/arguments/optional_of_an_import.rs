struct Log;

#[fidius::host(wit = "one-import.wit", optional = ["log"])]
pub struct Greeter;

impl plugin::logging::Logging for Log {
    fn log(&self, _: &str) -> Result<(), fidius::CallError<String>> {
        Ok(())
    }
}

fn main() {
    let _ = Greeter::load("plugin.wasm", Log);
}

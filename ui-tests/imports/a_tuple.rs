use greeter::logging::{self, Level};
use greeter::PluginImports;

#[fidius::host(wit = "imports.wit")]
pub struct Greeter;

struct Log;

impl logging::Logging for Log {
    fn log(&self, level: Level, message: &str) -> Result<(), fidius::Error> {
        println!("{level:?}: {message}");
        Ok(())
    }
}

struct Clock;

impl PluginImports for Clock {
    fn now(&self) -> Result<u64, fidius::Error> {
        Ok(0)
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let greeter = Greeter::load("greeter.wasm", (Log, Clock))?;
    println!("{}", greeter.greet("world")?);
    Ok(())
}

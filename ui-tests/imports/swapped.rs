use greeter::logging::{self, Level};
use greeter::{Imports, PluginImports};

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
    let imports = Imports { logging: Log, plugin: Clock };
    let greeter = Greeter::load(imports, "greeter.wasm")?;
    println!("{}", greeter.greet("world")?);
    Ok(())
}

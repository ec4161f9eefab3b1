use greeter::logging::{self, Level};
use greeter::Imports;

#[fidius::host(wit = "imports.wit")]
pub struct Greeter;

struct Log;

impl logging::Logging for Log {
    fn log(&self, level: Level, message: &str) -> Result<(), fidius::Error> {
        println!("{level:?}: {message}");
        Ok(())
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let greeter = Greeter::load("greeter.wasm", Imports { logging: Log })?;
    println!("{}", greeter.greet("world")?);
    Ok(())
}

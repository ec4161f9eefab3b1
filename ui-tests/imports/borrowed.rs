use greeter::logging::{self, Level};
use greeter::{Imports, PluginImports};

#[fidius::host(wit = "imports.wit")]
pub struct Greeter;

struct Log<'a>(&'a str);

impl logging::Logging for Log<'_> {
    fn log(&self, _: Level, message: &str) -> Result<(), fidius::Error> {
        println!("{}{message}", self.0);
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
    let prefix = String::from("> ");
    let imports = Imports { logging: Log(&prefix), plugin: Clock };
    let greeter = Greeter::load("greeter.wasm", imports)?;
    println!("{}", greeter.greet("world")?);
    Ok(())
}

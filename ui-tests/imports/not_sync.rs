use greeter::logging::{self, Level};
use greeter::{Imports, PluginImports};

#[fidius::host(wit = "imports.wit")]
pub struct Greeter;

#[derive(Default)]
struct Log(std::cell::RefCell<Vec<String>>);

impl logging::Logging for Log {
    fn log(&self, _: Level, message: &str) -> Result<(), fidius::Error> {
        self.0.borrow_mut().push(message.to_owned());
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
    let imports = Imports { logging: Log::default(), plugin: Clock };
    let greeter = Greeter::load("greeter.wasm", imports)?;
    println!("{}", greeter.greet("world")?);
    Ok(())
}

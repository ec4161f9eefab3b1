use greeter::logging::{self, Level};
use greeter::{Imports, PluginImports};

#[fidius::host(wit = "imports.wit")]
pub struct Greeter;

struct Log(std::rc::Rc<String>);

impl logging::Logging for Log {
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
    let imports = Imports { logging: Log("> ".to_owned().into()), plugin: Clock };
    let greeter = Greeter::builder().imports(imports).load("greeter.wasm")?;
    println!("{}", greeter.greet("world")?);
    Ok(())
}

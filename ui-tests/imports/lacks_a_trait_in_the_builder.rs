use greeter::logging::{self, Level};

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
    let greeter = Greeter::builder().imports(Log).load("greeter.wasm")?;
    println!("{}", greeter.greet("world")?);
    Ok(())
}

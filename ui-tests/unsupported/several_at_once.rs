#[fidius::host(wit = "several.wit")]
pub struct Greeter;

struct Fake;

impl greeter::Greeter for Fake {
    fn greet(&self, name: &str) -> Result<String, fidius::Error> {
        Ok(name.to_owned())
    }

    fn mirror(&self, p: &greeter::Point) -> Result<greeter::Point, fidius::Error> {
        Ok(*p)
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let greeter = Greeter::load("greeter.wasm")?;
    println!("{}", greeter.greet("world")?);
    println!("{:?}", greeter.mirror(&greeter::Point { x: 1, y: 2 })?);
    println!("{} {}", greeter::INTERFACE.name, greeter::HASH);
    Ok(())
}

#[fidius::host(wit = "fake.wit")]
pub struct Greeter;

struct Log;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let greeter = Greeter::load("greeter.wasm", Log)?;
    println!("{}", greeter.greet("world")?);
    Ok(())
}

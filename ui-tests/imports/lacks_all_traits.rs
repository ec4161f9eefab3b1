#[fidius::host(wit = "imports.wit")]
pub struct Greeter;

struct Nothing;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let greeter = Greeter::load("greeter.wasm", Nothing)?;
    println!("{}", greeter.greet("world")?);
    Ok(())
}

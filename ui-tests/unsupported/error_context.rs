#[fidius::host(wit = "error-context.wit")]
pub struct Greeter;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let greeter = Greeter::load("greeter.wasm")?;
    println!("{}", greeter.greet("world")?);
    Ok(())
}

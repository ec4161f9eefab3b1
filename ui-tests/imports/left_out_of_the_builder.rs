#[fidius::host(wit = "imports.wit")]
pub struct Greeter;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let greeter = Greeter::builder().pool(2).load("greeter.wasm")?;
    println!("{}", greeter.greet("world")?);
    Ok(())
}

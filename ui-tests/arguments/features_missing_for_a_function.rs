#[fidius::host(wit = "unstable.wit", interface = "greeter")]
pub struct Greeter;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let greeter = Greeter::load("greeter.wasm")?;
    println!("{}", greeter.shout("world")?);
    Ok(())
}

#[fidius::host(wit = "fake.wit")]
pub struct Greeter;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let greeter: Box<dyn greeter::GreeterAsync> = Box::new(Greeter::load("greeter.wasm")?);
    drop(greeter);
    Ok(())
}

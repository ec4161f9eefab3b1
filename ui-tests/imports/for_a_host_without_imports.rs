#[fidius::host(wit = "fake.wit")]
pub struct Greeter;

struct Log;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let greeter = Greeter::builder().imports(Log).load("greeter.wasm")?;
    println!("{}", greeter.greet("world")?);
    Ok(())
}

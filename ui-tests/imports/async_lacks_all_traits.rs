#[fidius::host(wit = "imports.wit")]
pub struct Greeter;

struct Nothing;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let greeter = Greeter::builder()
        .imports_async(Nothing)
        .load("greeter.wasm")?;
    println!("{}", greeter.greet("world")?);
    Ok(())
}

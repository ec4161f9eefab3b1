#[fidius::host(wit = "calls.wit")]
pub struct Calls;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let plugin = Calls::load("calls.wasm")?;
    let greeting: String = plugin.greet("world");
    println!("{greeting}");
    Ok(())
}

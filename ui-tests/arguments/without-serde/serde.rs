#[fidius::host(wit = "types.wit", serde)]
pub struct Greeter;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let plugin = Greeter::load("greeter.wasm")?;
    plugin.mirror(&types::Point { x: 1, y: 2 })?;
    Ok(())
}

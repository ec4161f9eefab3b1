#[fidius::host(wit = "calls.wit")]
pub struct Calls;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let plugin = Calls::load("calls.wasm")?;
    plugin.mirror(&calls::Point { x: 1, y: 2.0 })?;
    Ok(())
}

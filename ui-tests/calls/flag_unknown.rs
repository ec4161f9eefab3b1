#[fidius::host(wit = "calls.wit")]
pub struct Calls;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let plugin = Calls::load("calls.wasm")?;
    plugin.draw(&calls::Shape::Dot, calls::Style::UNDERLINED)?;
    Ok(())
}

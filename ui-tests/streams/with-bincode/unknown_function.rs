#[fidius::host(wit = "meter.wit", client_streams("total" = u32))]
pub struct Meter;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let meter = Meter::load("meter.wasm")?;
    println!("{}", meter.sum()?);
    Ok(())
}

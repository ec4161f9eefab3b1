pub struct Reading(u32);

#[fidius::host(wit = "meter.wit", client_streams("sum" = Reading))]
pub struct Meter;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let meter = Meter::load("meter.wasm")?;
    println!("{}", meter.sum([Reading(1)])?);
    Ok(())
}

#![deny(unused_must_use)]

#[fidius::host(wit = "pipes.wit")]
pub struct Pipes;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let pipes = Pipes::load("pipes.wasm")?;
    pipes.numbers(3)?;
    Ok(())
}

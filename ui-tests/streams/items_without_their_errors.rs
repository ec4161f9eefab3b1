#[fidius::host(wit = "pipes.wit")]
pub struct Pipes;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let pipes = Pipes::load("pipes.wasm")?;
    let numbers: Vec<u32> = pipes.numbers(3)?.into_iter().collect();
    println!("{numbers:?}");
    Ok(())
}

#[fidius::host(wit = "pipes.wit")]
pub struct Pipes;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let pipes = Pipes::load("pipes.wasm")?;
    let values = vec![1, 2, 3];
    println!("{}", pipes.total(values.iter().copied())?);
    Ok(())
}

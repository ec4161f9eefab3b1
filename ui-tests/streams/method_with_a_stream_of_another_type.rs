#[fidius::host(wit = "pipes.wit")]
pub struct Pipes;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let pipes = Pipes::load("pipes.wasm")?;
    println!("{}", pipes.open()?.fill(vec![1_u32])?);
    Ok(())
}

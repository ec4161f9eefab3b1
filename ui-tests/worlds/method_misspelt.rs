#[fidius::host(wit = "plaza.wit")]
pub struct Plaza;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let plaza = Plaza::load("plaza.wasm")?;
    println!("{}", plaza.crier().shoot("hear")?);
    Ok(())
}

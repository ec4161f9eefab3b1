#[fidius::host(wit = "plaza.wit")]
pub struct Plaza;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let plaza = Plaza::load("plaza.wasm")?;
    let crier = {
        let other = plaza.clone();
        other.crier()
    };
    println!("{}", crier.shout("hear")?);
    Ok(())
}

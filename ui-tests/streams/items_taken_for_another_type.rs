#[fidius::host(wit = "pipes.wit")]
pub struct Pipes;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let pipes = Pipes::load("pipes.wasm")?;
    for number in pipes.numbers(3)? {
        let number: String = number?;
        println!("{number}");
    }
    Ok(())
}

#[fidius::host(wit = "pipes.wit")]
pub struct Pipes;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let pipes = Pipes::load("pipes.wasm")?;
    let rc = std::rc::Rc::new(1);
    println!("{}", pipes.total((0..3).map(move |value| value + *rc))?);
    Ok(())
}

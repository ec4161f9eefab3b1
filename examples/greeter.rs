//! The main job.
#[fidius::host(wit = "greeter.wit")]
pub struct Greeter;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let greeter = Greeter::load("guests/built/greeter.wasm")?;
    println!("{}", greeter.greet("world")?);
    let mirrored = greeter.mirror(&greeter::Point { x: 1, y: -2 }, true)?;
    println!("{mirrored:?}");
    Ok(())
}

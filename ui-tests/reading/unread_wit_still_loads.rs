#[fidius::host(wit = "facke.wit")]
pub struct Greeter;

fn path(greeter: &Greeter) -> &fidius::Plugin<Greeter> {
    greeter.plugin()
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let greeter = Greeter::load("greeter.wasm")?;
    println!("{:?} {:?}", greeter.clone(), path(&greeter));
    Greeter::builder().load("greeter.wasm")?;
    Ok(())
}

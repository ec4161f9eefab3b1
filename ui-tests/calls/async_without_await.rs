#[fidius::host(wit = "fake.wit", async)]
pub struct Greeter;

async fn greet(greeter: &Greeter) -> Result<String, fidius::Error> {
    greeter.greet("world")
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let greeter = Greeter::load("greeter.wasm")?;
    drop(greet(&greeter));
    Ok(())
}

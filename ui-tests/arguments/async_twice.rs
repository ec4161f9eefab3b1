#[fidius::host(wit = "fake.wit", async, async)]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("greeter.wasm");
}

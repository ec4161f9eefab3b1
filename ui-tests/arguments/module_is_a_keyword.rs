#[fidius::host(wit = "fake.wit", module = "type")]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("greeter.wasm");
}

#[fidius::host(wit = "fake.wit", wit = "fake.wit")]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("greeter.wasm");
}

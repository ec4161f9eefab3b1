#[derive(Debug)]
#[fidius::host(wit = "fake.wit")]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("greeter.wasm");
}

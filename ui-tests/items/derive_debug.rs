#[fidius::host(wit = "fake.wit")]
#[derive(Debug)]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("greeter.wasm");
}

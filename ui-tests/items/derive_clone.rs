#[fidius::host(wit = "fake.wit")]
#[derive(Clone)]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("greeter.wasm");
}

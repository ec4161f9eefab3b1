#[fidius::host(wit = "fake.wit")]
#[derive(Clone, std::fmt::Debug)]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("greeter.wasm");
}

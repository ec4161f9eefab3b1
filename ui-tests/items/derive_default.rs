#[fidius::host(wit = "fake.wit")]
#[derive(Default)]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("greeter.wasm");
}

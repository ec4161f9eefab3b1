#[fidius::host(wit = 5)]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("greeter.wasm");
}

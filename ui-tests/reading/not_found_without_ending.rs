#[fidius::host(wit = "fake")]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("greeter.wasm");
}

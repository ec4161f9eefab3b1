#[fidius::host(wit = "unknown-type.wit")]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("greeter.wasm");
}

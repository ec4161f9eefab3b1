#[fidius::host(wit = "unknown-use.wit")]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("greeter.wasm");
}

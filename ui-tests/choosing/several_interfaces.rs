#[fidius::host(wit = "interfaces.wit")]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("greeter.wasm");
}

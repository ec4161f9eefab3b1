#[fidius::host(wit = "interfaces.wit", interface = "nothing-like-it")]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("greeter.wasm");
}

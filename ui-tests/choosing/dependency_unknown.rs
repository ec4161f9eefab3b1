#[fidius::host(wit = "interfaces.wit", interface = "test:other/greeter@0.1.0")]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("greeter.wasm");
}

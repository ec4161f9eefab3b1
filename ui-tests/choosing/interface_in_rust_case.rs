#[fidius::host(wit = "interfaces.wit", interface = "Greeter")]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("greeter.wasm");
}

#[fidius::host(wit = "interfaces.wit", interface = "greter")]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("greeter.wasm");
}

#[fidius::host(wit = "interfaces.wit", world = "greeter")]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("greeter.wasm");
}

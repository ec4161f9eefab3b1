#[fidius::host(wit = "worlds.wit", interface = "one")]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("greeter.wasm");
}

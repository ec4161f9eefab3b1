#[fidius::host(wit = "worlds.wit", interface = "first", world = "one")]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("greeter.wasm");
}

#[fidius::host(wit = "worlds.wit", world = "three")]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("greeter.wasm");
}

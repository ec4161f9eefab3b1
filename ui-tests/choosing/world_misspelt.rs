#[fidius::host(wit = "worlds.wit", world = "on")]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("greeter.wasm");
}

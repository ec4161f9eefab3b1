#[fidius::host(wit = "worlds.wit", world = "first")]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("greeter.wasm");
}

#[fidius::host(wit = "types.wit", serde = "yes")]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("greeter.wasm");
}

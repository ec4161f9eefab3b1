#[fidius::host(wit = "deeper/first.wti")]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("greeter.wasm");
}

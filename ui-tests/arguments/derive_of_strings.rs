#[fidius::host(wit = "calls.wit", derive("PartialOrd"))]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("plugin.wasm");
}

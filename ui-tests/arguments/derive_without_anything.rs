#[fidius::host(wit = "calls.wit", derive)]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("plugin.wasm");
}

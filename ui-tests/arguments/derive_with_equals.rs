#[fidius::host(wit = "calls.wit", derive = [Zeroize])]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("plugin.wasm");
}

#[fidius::host(wit = "calls.wit", derive(Zeroed))]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("plugin.wasm");
}

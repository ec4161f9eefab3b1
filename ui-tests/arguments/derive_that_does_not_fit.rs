#[fidius::host(wit = "types.wit", derive(Copy, Default))]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("plugin.wasm");
}

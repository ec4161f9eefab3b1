#[fidius::host(wit = "calls.wit", component = "calls.wasm")]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("plugin.wasm");
}

#[fidius::host(wit = "calls.wit", optional = "add")]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("plugin.wasm");
}

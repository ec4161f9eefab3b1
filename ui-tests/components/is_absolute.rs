#[fidius::host(component = "/greeter.wasm")]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("plugin.wasm");
}

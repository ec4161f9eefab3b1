#[fidius::host(component = "nowhere/plugin.wasm")]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("plugin.wasm");
}

#[fidius::host(component = built::greeter)]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("plugin.wasm");
}

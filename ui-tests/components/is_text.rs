#[fidius::host(component = "text.wasm")]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("plugin.wasm");
}

#[fidius::host(component = "built/greter.wasm")]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("plugin.wasm");
}

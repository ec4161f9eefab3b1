#[fidius::host(component = "built/greeter.wasm", world = "greeter")]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("plugin.wasm");
}

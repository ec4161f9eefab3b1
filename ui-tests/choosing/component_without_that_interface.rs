#[fidius::host(component = "built/greeter.wasm", interface = "greter")]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("plugin.wasm");
}

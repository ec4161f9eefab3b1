#[fidius::host(component = "built")]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("plugin.wasm");
}

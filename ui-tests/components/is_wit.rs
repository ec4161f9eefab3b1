#[fidius::host(component = "calls.wit")]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("plugin.wasm");
}

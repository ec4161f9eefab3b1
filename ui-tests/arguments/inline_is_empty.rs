#[fidius::host(inline = "")]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("plugin.wasm");
}

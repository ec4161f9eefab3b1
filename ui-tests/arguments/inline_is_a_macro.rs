#[fidius::host(inline = include_str!("../wit/calls.wit"))]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("plugin.wasm");
}

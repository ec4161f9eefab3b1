#[fidius::host(wit = "calls.wit", optional = ["add", describe])]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("plugin.wasm");
}

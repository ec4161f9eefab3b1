#[fidius::host(wit = "calls.wit", optional = ["add", "discribe"])]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("plugin.wasm");
}

#[fidius::host(wit = "meeting-methods.wit")]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("plugin.wasm");
}

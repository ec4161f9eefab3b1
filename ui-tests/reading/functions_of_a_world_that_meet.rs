#[fidius::host(wit = "meeting-exports.wit")]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("plugin.wasm");
}

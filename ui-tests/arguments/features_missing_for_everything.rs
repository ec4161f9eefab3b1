#[fidius::host(wit = "unstable-alone.wit")]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("plugin.wasm");
}

#[fidius::host(wit = "unstable.wit", interface = "greeter", features = "shouting")]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("plugin.wasm");
}

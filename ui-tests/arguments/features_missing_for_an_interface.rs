#[fidius::host(wit = "unstable.wit", interface = "farewell", features = ["shouting"])]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("plugin.wasm");
}

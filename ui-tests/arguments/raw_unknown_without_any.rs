#[fidius::host(wit = "raw.wit", interface = "greeter", raw = ["scan"])]
pub struct Hasher;

fn main() {
    let _ = Hasher::load("plugin.wasm");
}

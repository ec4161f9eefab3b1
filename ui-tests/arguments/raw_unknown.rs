#[fidius::host(wit = "raw.wit", interface = "hasher", raw = ["scan"])]
pub struct Hasher;

fn main() {
    let _ = Hasher::load("plugin.wasm");
}

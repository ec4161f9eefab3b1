#[fidius::host(wit = "raw.wit", interface = "hasher", raw = ["hasher"])]
pub struct Hasher;

fn main() {
    let _ = Hasher::load("plugin.wasm");
}

#[fidius::host(wit = "raw.wit", interface = "hasher", raw = ["file.digest"])]
pub struct Hasher;

fn main() {
    let _ = Hasher::load("plugin.wasm");
}

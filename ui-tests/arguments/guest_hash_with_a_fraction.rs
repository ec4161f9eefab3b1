#[fidius::host(wit = "raw.wit", interface = "hasher", guest_hash = 1.5)]
pub struct Hasher;

fn main() {
    let _ = Hasher::load("plugin.wasm");
}

#[fidius::host(wit = "raw.wit", interface = "hasher", guest_hash)]
pub struct Hasher;

fn main() {
    let _ = Hasher::load("plugin.wasm");
}

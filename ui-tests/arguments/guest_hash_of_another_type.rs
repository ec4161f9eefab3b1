#[fidius::host(wit = "raw.wit", interface = "hasher", guest_hash = 0x1fi64)]
pub struct Hasher;

fn main() {
    let _ = Hasher::load("plugin.wasm");
}

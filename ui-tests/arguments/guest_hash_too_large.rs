#[fidius::host(wit = "raw.wit", interface = "hasher", guest_hash = 0x1_0000_0000_0000_0000)]
pub struct Hasher;

fn main() {
    let _ = Hasher::load("plugin.wasm");
}

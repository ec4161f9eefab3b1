#[fidius::host(wit = "raw.wit", interface = "hasher", raw = ["shorten", "count", "hasher.store", "file.rename"])]
pub struct Hasher;

fn main() {
    let _ = Hasher::load("plugin.wasm");
}

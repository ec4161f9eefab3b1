#[fidius::host(wit = "raw.wit", raw = ["digest", "several.digest"])]
pub struct Hasher;

fn main() {
    let _ = Hasher::load("plugin.wasm");
}

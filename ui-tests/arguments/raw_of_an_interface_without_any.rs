#[fidius::host(wit = "raw.wit", raw = ["greeter"])]
pub struct Hasher;

fn main() {
    let _ = Hasher::load("plugin.wasm");
}

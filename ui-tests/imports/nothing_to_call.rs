#[fidius::host(wit = "one-import.wit")]
pub struct Plugin;

fn main() {
    let _ = Plugin::load("plugin.wasm");
}

#[fidius::host(wit = "empty-folder")]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("greeter.wasm");
}

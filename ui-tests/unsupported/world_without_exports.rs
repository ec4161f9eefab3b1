#[fidius::host(wit = "world-without-exports.wit")]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("greeter.wasm");
}

#[fidius::host(wit = "reserved-word.wit")]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("greeter.wasm");
}

#[fidius::host(wit = "nothing-like-it.wit")]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("greeter.wasm");
}

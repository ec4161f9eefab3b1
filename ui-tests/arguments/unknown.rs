#[fidius::host(wit = "fake.wit", colour = "red")]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("greeter.wasm");
}

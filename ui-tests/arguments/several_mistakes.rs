#[fidius::host(wit = "fake.wit", colour = "red", serde = 1, module = 7)]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("greeter.wasm");
}

#[fidius::host(wit = "fake.wit", module = "my::greeter")]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("greeter.wasm");
}

#[fidius::host(wit = "fake.wit", interfaec = "greeter")]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("greeter.wasm");
}

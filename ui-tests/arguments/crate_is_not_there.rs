#[fidius::host(wit = "fake.wit", crate = "my_fidius")]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("greeter.wasm");
}

#[fidius::host(wit = "fake.wit")]
pub struct Greeter(u32);

fn main() {
    let _ = Greeter::load("greeter.wasm");
}

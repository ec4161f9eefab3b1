#[fidius::host(wit = "fake.wit")]
pub struct Greeter<'a>;

fn main() {
    let _ = Greeter::load("greeter.wasm");
}

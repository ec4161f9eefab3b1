#[fidius::host(wit = "fake.wit")]
pub struct Greeter
where
    String: Clone;

fn main() {
    let _ = Greeter::load("greeter.wasm");
}

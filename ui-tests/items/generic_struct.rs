#[fidius::host(wit = "fake.wit")]
pub struct Greeter<T>;

fn main() {
    let _ = Greeter::load("greeter.wasm");
}

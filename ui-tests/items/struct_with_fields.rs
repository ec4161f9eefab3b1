#[fidius::host(wit = "fake.wit")]
pub struct Greeter {
    name: String,
    count: u32,
}

fn main() {
    let _ = Greeter::load("greeter.wasm");
}

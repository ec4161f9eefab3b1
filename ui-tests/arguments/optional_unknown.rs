#[fidius::host(wit = "fake.wit", optional = ["shout"])]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("plugin.wasm");
}

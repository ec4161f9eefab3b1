#[fidius::host(wit = "types.wit", async = true)]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("greeter.wasm");
}

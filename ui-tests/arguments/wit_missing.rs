#[fidius::host(module = "greeter")]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("greeter.wasm");
}

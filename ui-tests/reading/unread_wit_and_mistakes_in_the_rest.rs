#[fidius::host(wit = "facke.wit", colour = "red")]
#[derive(Debug)]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("greeter.wasm");
}

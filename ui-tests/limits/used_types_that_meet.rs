#[fidius::host(wit = "meeting-used.wit", interface = "greeter")]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("greeter.wasm");
}

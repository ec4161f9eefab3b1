#[fidius::host(inlin = "package a:b; interface c { d: func(); }")]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("plugin.wasm");
}

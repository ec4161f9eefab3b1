#[fidius::host(inline = "package a:b; interface c { d: func(); } interface e { f: func(); }")]
pub struct Greeter;

fn main() {
    let _ = Greeter::load("plugin.wasm");
}

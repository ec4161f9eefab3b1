#[fidius::host(component = "built/greeter.wasm", client_streams("greet" = u32))]
pub struct Greeter;

fn main() {}

#[fidius::host(inline = "interface c { d: func(); }")]
pub struct Greeter;

fn main() {}

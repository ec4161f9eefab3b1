#[fidius::host(inline = "package a:b; interface c { d: fun(); }")]
pub struct Greeter;

fn main() {}

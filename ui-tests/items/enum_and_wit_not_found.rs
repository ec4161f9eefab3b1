#[fidius::host(wit = "greeter.wit", colour = "red")]
pub enum Greeter {}

fn main() {}

#[fidius::host(inline = "calls.wit")]
pub struct Greeter;

fn main() {}

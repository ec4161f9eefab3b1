#[fidius::host(wit = "imports.wit", with = "logging")]
pub struct Greeter;

fn main() {}

#[fidius::host(wit = "async-everywhere.wit")]
pub struct Greeter;

fn main() {}

#[fidius::host(wit = "fake.wit")]
pub mod greeter {}

fn main() {}

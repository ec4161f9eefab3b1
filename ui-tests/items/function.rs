#[fidius::host(wit = "fake.wit")]
pub fn greeter() {}

fn main() {}

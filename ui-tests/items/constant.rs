#[fidius::host(wit = "fake.wit")]
pub const GREETER: u8 = 1;

fn main() {}

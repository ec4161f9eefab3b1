#[fidius::host(wit = "fake.wit")]
pub union Greeter {
    one: u8,
    two: u8,
}

fn main() {}

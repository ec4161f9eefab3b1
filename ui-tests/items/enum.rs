#[fidius::host(wit = "fake.wit")]
pub enum Greeter {
    One,
}

fn main() {}

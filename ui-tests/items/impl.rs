pub struct Greeter;

#[fidius::host(wit = "fake.wit")]
impl Greeter {}

fn main() {}

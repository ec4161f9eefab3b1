#[fidius::host(wit = "fake.wit")]
pub trait Greeter {
    fn greet(&self);
}

fn main() {}

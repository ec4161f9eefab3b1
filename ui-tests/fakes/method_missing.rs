#[fidius::host(wit = "fake.wit")]
pub struct Greeter;

struct Fake;

impl greeter::Greeter for Fake {
    fn greet(&self, name: &str) -> Result<String, fidius::Error> {
        Ok(name.to_owned())
    }
}

fn main() {}

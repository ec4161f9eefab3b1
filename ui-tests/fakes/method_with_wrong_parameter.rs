#[fidius::host(wit = "fake.wit")]
pub struct Greeter;

struct Fake;

impl greeter::Greeter for Fake {
    fn greet(&self, name: String) -> Result<String, fidius::Error> {
        Ok(name)
    }

    fn count(&self) -> Result<u32, fidius::Error> {
        Ok(1)
    }
}

fn main() {}

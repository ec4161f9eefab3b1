#[fidius::host(wit = "fake.wit")]
pub struct Greeter;

struct Fake;

impl greeter::Greeter for Fake {
    async fn greet(&self, name: &str) -> Result<String, fidius::Error> {
        Ok(name.to_owned())
    }

    fn count(&self) -> Result<u32, fidius::Error> {
        Ok(1)
    }
}

fn main() {}

#[fidius::host(wit = "fake.wit")]
pub struct Greeter;

struct Fake;

impl greeter::GreeterAsync for Fake {
    fn greet(&self, name: &str) -> Result<String, fidius::Error> {
        Ok(name.to_owned())
    }

    async fn count(&self) -> Result<u32, fidius::Error> {
        Ok(1)
    }
}

fn main() {}

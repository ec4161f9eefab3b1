use std::rc::Rc;

#[fidius::host(wit = "fake.wit")]
pub struct Greeter;

struct Fake;

impl greeter::GreeterAsync for Fake {
    async fn greet(&self, name: &str) -> Result<String, fidius::Error> {
        let name = Rc::new(name.to_owned());
        std::future::ready(()).await;
        Ok(name.to_string())
    }

    async fn count(&self) -> Result<u32, fidius::Error> {
        Ok(1)
    }
}

fn main() {}

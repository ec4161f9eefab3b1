#[fidius::host(wit = "fake.wit")]
pub struct Greeter;

struct Fake;

fn greet_world(greeter: &impl greeter::Greeter) -> Result<String, fidius::Error> {
    greeter.greet("world")
}

fn main() {
    let _ = greet_world(&Fake);
}

use plaza::crier::Crier;
use plaza::clock::Clock;

#[fidius::host(wit = "plaza.wit")]
pub struct Plaza;

struct Fake;

impl Crier for Fake {
    fn shout(&self, text: &str) -> Result<String, fidius::Error> {
        Ok(text.to_uppercase())
    }
}

fn evening(plaza: &(impl Clock + Crier)) -> Result<String, fidius::Error> {
    plaza.shout(&plaza.now()?.hour.to_string())
}

fn main() {
    let _ = evening(&Fake);
}

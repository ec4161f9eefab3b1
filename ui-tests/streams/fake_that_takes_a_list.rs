#[fidius::host(wit = "pipes.wit")]
pub struct Pipes;

struct Fake;

impl pipes::Pipes for Fake {
    fn total(&self, values: Vec<u32>) -> Result<u64, fidius::Error> {
        Ok(values.into_iter().map(u64::from).sum())
    }

    fn numbers(&self, upto: u32) -> Result<fidius::Stream<u32>, fidius::Error> {
        Ok(fidius::Stream::from_iter(0..upto))
    }

    fn later(&self, value: fidius::Future<String>) -> Result<String, fidius::Error> {
        value.wait()
    }

    fn open(&self) -> Result<pipes::Tap, fidius::Error> {
        unimplemented!()
    }

    fn wait(&self, _: u64) -> Result<u32, fidius::Error> {
        Ok(0)
    }
}

fn main() {
    let fake: &dyn pipes::Pipes = &Fake;
    drop(fake.wait(1));
}

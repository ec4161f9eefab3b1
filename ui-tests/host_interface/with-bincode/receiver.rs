#[fidius::host_interface(version = 1)]
pub trait Clock {
    fn now() -> u64;
    fn set(&mut self, now: u64);
    fn stop(self);
    fn go(self: Box<Self>);
    fn at(now: u64) -> u64;
}

fn main() {}

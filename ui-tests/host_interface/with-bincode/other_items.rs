#[fidius::host_interface(version = 1)]
pub trait Clock {
    type Time;
    const ZERO: u64;
    fn now(&self) -> u64;
}

fn main() {}

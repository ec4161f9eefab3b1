#[fidius::host_interface]
pub trait Clock {
    fn now(&self) -> u64;
}

fn main() {}

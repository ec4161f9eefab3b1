#[fidius::host_interface(version = 1)]
pub trait Clock: Clone {
    fn now(&self) -> u64;
}

fn main() {}

#[fidius::host_interface(version = 1, colour = "red")]
pub trait Clock {
    fn now(&self) -> u64;
}

#[fidius::host_interface(verison = 1)]
pub trait Watch {
    fn now(&self) -> u64;
}

fn main() {}

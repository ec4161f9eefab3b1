#[fidius::host_interface(version = "1", hash = 0x1_0000_0000_0000_0000, name = 7, crate = "a b")]
pub trait Clock {
    fn now(&self) -> u64;
}

#[fidius::host_interface(version, name = "", version = 2)]
pub trait Watch {
    fn now(&self) -> u64;
}

#[fidius::host_interface(1)]
pub trait Timer {
    fn now(&self) -> u64;
}

#[fidius::host_interface(version = 4294967296)]
pub trait Alarm {
    fn now(&self) -> u64;
}

fn main() {}

#[fidius::host_interface(version = 1)]
pub struct Clock;

fn main() {}

#[fidius::host_interface(version = 1)]
pub trait Clock {}

fn main() {}

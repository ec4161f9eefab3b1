#[fidius::host(wit = "imports.wit", with = ["test:imports/logging"])]
pub struct Greeter;

fn main() {}

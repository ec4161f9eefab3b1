#[fidius::host(wit = "imports.wit", with("test:imports/logging" = logging))]
pub struct Greeter;

fn main() {}

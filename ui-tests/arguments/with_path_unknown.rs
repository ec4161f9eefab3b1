#[fidius::host(wit = "imports.wit", with = { "test:imports/logging" = elsewhere::logging })]
pub struct Greeter;

fn main() {}

#[fidius::host(wit = "imports.wit", with = { "test:imports/logging@0.2.0" = logging })]
pub struct Greeter;

fn main() {}

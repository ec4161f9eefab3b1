#[fidius::host(wit = "imports.wit", with = { "test:imports/loging" = logging })]
pub struct Greeter;

fn main() {}

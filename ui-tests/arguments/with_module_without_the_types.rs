mod elsewhere {
    #[derive(Debug)]
    pub struct Unrelated;
}

#[fidius::host(wit = "imports.wit", with = { "test:imports/logging" = crate::elsewhere })]
pub struct Greeter;

fn main() {}

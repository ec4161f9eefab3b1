mod other {
    #[fidius::host(wit = "imports.wit")]
    pub struct Other;
}

#[fidius::host(
    wit = "imports.wit",
    with = {
        "test:imports/logging" = other::greeter::logging,
        "test:imports/logging@0.1.0" = other::greeter::logging,
    },
)]
pub struct Greeter;

fn main() {}

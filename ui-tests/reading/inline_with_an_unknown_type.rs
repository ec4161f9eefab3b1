#[fidius::host(
    inline = r#"
        package test:greeter;

        interface greeter {
          greet: func(to: persn) -> string;
        }
    "#
)]
pub struct Greeter;

fn main() {}

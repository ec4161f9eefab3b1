#[fidius::host(
    inline = "
        package test:greeter;

        interface greeter {
          greet: func(name: string -> string;
        }
    "
)]
pub struct Greeter;

fn main() {}

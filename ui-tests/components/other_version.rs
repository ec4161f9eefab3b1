#[fidius::host(
    inline = "
        package fidius:greeter@0.3.0;

        interface greeter {
          greet: func(name: string) -> string;
        }
    ",
    component = "built/greeter.wasm"
)]
pub struct Greeter;

fn main() {}

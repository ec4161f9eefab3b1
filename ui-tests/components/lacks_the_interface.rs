#[fidius::host(
    inline = "
        package fidius:greeter@0.1.0;

        interface farewell {
          leave: func(name: string) -> string;
        }
    ",
    component = "built/greeter.wasm"
)]
pub struct Greeter;

fn main() {}

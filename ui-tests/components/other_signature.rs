#[fidius::host(
    inline = "
        package fidius:greeter@0.1.0;

        interface greeter {
          record point { x: s32, z: s32 }
          greet: func(name: string, loudly: bool) -> string;
          mirror: func(p: point, both: bool) -> point;
        }
    ",
    component = "built/greeter.wasm"
)]
pub struct Greeter;

fn main() {}

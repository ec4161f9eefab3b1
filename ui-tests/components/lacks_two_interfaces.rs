#[fidius::host(
    inline = "
        package test:two@0.1.0;

        interface one { run: func(); }
        interface two { run: func(); }

        world both {
          export one;
          export two;
          export go: func();
        }
    ",
    component = "built/greeter.wasm"
)]
pub struct Greeter;

fn main() {}

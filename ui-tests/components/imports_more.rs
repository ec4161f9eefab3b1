#[fidius::host(
    inline = "
        package example:reporter@1.0.0;

        world reporter {
          import now: func() -> u64;
          export report: func(title: string, keys: list<string>) -> result<string, string>;
        }
    ",
    component = "built/reporter.wasm"
)]
pub struct Greeter;

fn main() {}

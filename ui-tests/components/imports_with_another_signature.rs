#[fidius::host(
    inline = "
        package example:reporter@1.0.0;

        interface log {
          enum level { debug, info, warning, error }
          write: func(level: level, message: string);
        }

        interface store {
          get: func(key: string) -> option<string>;
          set: func(key: string, value: string) -> result<_, string>;
        }

        world reporter {
          import log;
          import store;
          import now: func() -> u64;
          export report: func(title: string, keys: list<string>) -> result<string, string>;
        }
    ",
    component = "built/reporter.wasm"
)]
pub struct Greeter;

fn main() {}

//! Makes a component of a core module that wit-bindgen's output is in: `componentize MODULE COMPONENT`.
//!
//! For `wasm32-unknown-unknown`, whose linker stops at the module. One that imports anything is refused.

use std::{env, error::Error, fs, process::ExitCode};

use wit_component::{ComponentEncoder, DecodedWasm, decode};

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // The alternate form has the causes, which is where wit-component says what is wrong.
            eprintln!("componentize: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let args: Vec<_> = env::args_os().skip(1).collect();
    let [module, component] = args.as_slice() else {
        return Err("usage: componentize MODULE COMPONENT".into());
    };
    let bytes = ComponentEncoder::default()
        .validate(true)
        .module(&fs::read(module)?)?
        .encode()?;
    if let DecodedWasm::Component(resolve, world) = decode(&bytes)? {
        let mut imports = resolve.worlds[world].imports.keys();
        if let Some(import) = imports.next() {
            return Err(format!("it imports `{}`", resolve.name_world_key(import)).into());
        }
    }
    Ok(fs::write(component, bytes)?)
}

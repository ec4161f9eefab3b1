//! Writes the C bindings of a world: `c-bindings OUT_DIR WIT...`. The world is the only one of the last package.

use std::{env, error::Error, fs, path::Path, process::ExitCode};

use wit_bindgen_c::Opts;
use wit_bindgen_core::Files;
use wit_parser::Resolve;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // The alternate form has the causes.
            eprintln!("c-bindings: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let args: Vec<_> = env::args_os().skip(1).collect();
    let [out, wits @ ..] = args.as_slice() else {
        return Err("usage: c-bindings OUT_DIR WIT...".into());
    };
    let mut resolve = Resolve::default();
    let mut package = None;
    for wit in wits {
        package = Some(resolve.push_path(wit)?.0);
    }
    let package = package.ok_or("no WIT is named")?;
    let world = resolve.select_world(&[package], None)?;
    let mut files = Files::default();
    Opts::default()
        .build()
        .generate(&mut resolve, world, &mut files)?;
    for (name, contents) in files.iter() {
        fs::write(Path::new(out).join(name), contents)?;
    }
    Ok(())
}

//! Makes a component of a core module: `componentize MODULE COMPONENT [IMPORTS]`, or `componentize TEXT COMPONENT WIT WORLD`.
//!
//! The first form is for a module that wit-bindgen's output is in, of `wasm32-unknown-unknown`, whose linker stops at the module, or of
//! C. One that imports anything is refused, but for what has a name that begins with IMPORTS. The second form is for a module as text,
//! written by hand for a world of this WIT.

use std::ffi::OsString;
use std::path::Path;
use std::{env, error::Error, fs, process::ExitCode};

use wit_component::{
    ComponentEncoder, DecodedWasm, StringEncoding, decode, embed_component_metadata,
};
use wit_parser::Resolve;

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
    match args.as_slice() {
        [module, component, imports @ ..] if imports.len() < 2 => {
            let bytes = encode(&fs::read(module)?)?;
            refuse_imports(&bytes, imports.first())?;
            Ok(fs::write(component, bytes)?)
        }
        [text, component, wit, world] => {
            let module = assemble(text, wit, world)?;
            Ok(fs::write(component, encode(&module)?)?)
        }
        _ => Err(
            "usage: componentize MODULE COMPONENT [IMPORTS], or componentize TEXT COMPONENT WIT WORLD".into(),
        ),
    }
}

fn encode(module: &[u8]) -> Result<Vec<u8>, Box<dyn Error>> {
    let encoded = ComponentEncoder::default()
        .validate(true)
        .module(module)?
        .encode()?;
    Ok(encoded)
}

/// The module, with what wit-bindgen would have left in it about its world.
fn assemble(text: &OsString, wit: &OsString, world: &OsString) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut module = wat::parse_file(text)?;
    let mut resolve = Resolve::default();
    let (package, _) = resolve.push_path(Path::new(wit))?;
    let world = world.to_str().ok_or("the world's name is no UTF-8")?;
    let world = resolve.select_world(&[package], Some(world))?;
    embed_component_metadata(&mut module, &resolve, world, StringEncoding::UTF8)?;
    Ok(module)
}

fn refuse_imports(component: &[u8], but: Option<&OsString>) -> Result<(), Box<dyn Error>> {
    let but = but.map(|prefix| prefix.to_str().ok_or("IMPORTS is no UTF-8"));
    let but = but.transpose()?;
    if let DecodedWasm::Component(resolve, world) = decode(component)? {
        let imports = resolve.worlds[world].imports.keys();
        let mut imports = imports.map(|import| resolve.name_world_key(import));
        if let Some(import) = imports.find(|name| but.is_none_or(|but| !name.starts_with(but))) {
            return Err(format!("it imports `{import}`").into());
        }
    }
    Ok(())
}

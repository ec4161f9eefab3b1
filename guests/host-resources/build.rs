//! Writes the part of the component's world that `src/lent.rs` implements by hand.

use std::{env, error::Error, fs, path::Path};

use wit_component::{StringEncoding, metadata};
use wit_parser::Resolve;

const WIT: &str = "../../wit/host-resources.wit";
const WORLD: &str = "
    package fidius:host-resources-lent;

    world lent {
        export fidius:host-resources/lent@0.1.0;
    }
";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={WIT}");
    let mut resolve = Resolve::default();
    resolve.push_path(WIT)?;
    let package = resolve.push_str("lent.wit", WORLD)?;
    let world = resolve.select_world(&[package], None)?;
    let section = metadata::encode(&resolve, world, StringEncoding::UTF8, None)?;
    Ok(fs::write(
        Path::new(&env::var("OUT_DIR")?).join("lent"),
        section,
    )?)
}

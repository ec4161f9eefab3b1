//! Writes what `plugin_impl` reads where an interface has types of its own: the WIT, in the folder `wit` of the guest,
//! and the conversions between these types and the bindings'.

use std::{env, error::Error, fs, path::Path};

const SOURCE: &str = "src/lib.rs";

fn main() -> Result<(), Box<dyn Error>> {
    let generated = fidius_wit::generate_from_path(Path::new(SOURCE))?;
    let wit = format!("wit/{}.wit", generated.iface_kebab);
    println!("cargo::rerun-if-changed={SOURCE}");
    println!("cargo::rerun-if-changed={wit}");
    // Nothing is written into a checkout that is up to date.
    if fs::read_to_string(&wit).ok().as_ref() != Some(&generated.wit) {
        fs::create_dir_all("wit")?;
        fs::write(&wit, generated.wit)?;
    }
    // The name is the macro's.
    let conversions = Path::new(&env::var("OUT_DIR")?).join("fidius_wit_conversions.rs");
    Ok(fs::write(conversions, generated.conversions)?)
}

//! Loads a plugin and calls it: the program to start from.
//!
//! Run it with `cargo run --example greeter`.

/// Programs that greet people, and know their way around a grid.
#[fidius::host(wit = "greeter.wit")]
pub struct Greeter;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let greeter = Greeter::load("guests/built/greeter.wasm")?;

    let interface = greeter.plugin().interface();
    println!("loaded a plugin with this interface:\n\n{interface}\n");
    println!("its hash is {}\n", interface.hash());

    println!("{}", greeter.greet("world")?);

    let point = greeter::Point { x: 1, y: -2 };
    let mirrored = greeter.mirror(&point, true)?;
    println!("{point:?} mirrored is {mirrored:?}");

    match greeter.farewell("stranger") {
        Ok(answer) => println!("{answer}"),
        Err(fidius::CallError::Guest(greeter::FarewellError::Unknown(name))) => {
            println!("the plugin does not know {name}");
        }
        Err(error) => return Err(error.into()),
    }
    Ok(())
}

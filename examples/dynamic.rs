//! Calls any component by name, with JSON: what a command line, a gateway or a test runner does.
//!
//! ```text
//! cargo run --example dynamic                                        a tour of the greeter
//! cargo run --example dynamic -- plugin.wasm                         the functions of a component
//! cargo run --example dynamic -- plugin.wasm function '["x", 1]'     a call
//! ```

use std::error::Error;

use fidius::{CallError, Dynamic, Value};
use serde::{Deserialize, Serialize};

const GREETER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/guests/built/greeter.wasm");

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match &arguments[..] {
        [] => tour(),
        [file] => list(&Dynamic::load(file)?),
        [file, function] => call(&Dynamic::load(file)?, function, "[]"),
        [file, function, arguments] => call(&Dynamic::load(file)?, function, arguments),
        _ => Err("expected: [FILE [FUNCTION [ARGUMENTS AS JSON]]]".into()),
    }
}

/// What a component can do.
fn list(plugin: &Dynamic) -> Result<(), Box<dyn Error>> {
    for interface in plugin.interfaces() {
        println!("{interface}\n// hash {}", interface.hash());
    }
    Ok(())
}

fn call(plugin: &Dynamic, function: &str, arguments: &str) -> Result<(), Box<dyn Error>> {
    match plugin.call_json(function, arguments) {
        Ok(answer) => println!("{answer}"),
        Err(CallError::Guest(error)) => println!("the plugin says no: {error}"),
        Err(CallError::Host(error)) => return Err(error.into()),
    }
    Ok(())
}

#[derive(Debug, Serialize, Deserialize)]
struct Point {
    x: i32,
    y: i32,
}

fn tour() -> Result<(), Box<dyn Error>> {
    let plugin = Dynamic::load(GREETER)?;
    list(&plugin)?;

    // With JSON.
    call(&plugin, "greet", r#"{"name": "world"}"#)?;
    call(&plugin, "farewell", r#"["night"]"#)?;

    // With anything that serializes.
    let point: Point = plugin.call("mirror", (Point { x: 1, y: -2 }, true))?;
    println!("{point:?}");

    // With values, which know every type of the component model.
    let point = Value::record([("x", 3), ("y", 4)]);
    println!("{}", plugin.call_values("mirror", &[point, true.into()])?);

    // What does not fit is found before anything of the guest runs.
    let point = Value::record([("x", 1_i64 << 40), ("y", 0)]);
    if let Err(error) = plugin.call_values("mirror", &[point, true.into()]) {
        println!("{error}");
    }
    Ok(())
}

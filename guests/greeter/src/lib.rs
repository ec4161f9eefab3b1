//! A guest that greets: the smallest useful plugin, and the one to copy.

wit_bindgen::generate!({
    path: "../../wit/greeter.wit",
    inline: "
        package fidius:greeter-guest;

        world guest {
            export fidius:greeter/greeter@0.1.0;
        }
    ",
    world: "fidius:greeter-guest/guest",
});

use exports::fidius::greeter::greeter::{FarewellError, Guest, Point};

struct Greeter;

impl Guest for Greeter {
    fn greet(name: String) -> String {
        format!("Hello, {name}!")
    }

    fn mirror(p: Point, both: bool) -> Point {
        Point {
            x: p.x.wrapping_neg(),
            y: if both { p.y.wrapping_neg() } else { p.y },
        }
    }

    fn farewell(name: String) -> Result<String, FarewellError> {
        match name.as_str() {
            "night" => Err(FarewellError::Asleep),
            "stranger" => Err(FarewellError::Unknown(name)),
            _ => Ok(format!("Goodbye, {name}!")),
        }
    }
}

export!(Greeter);

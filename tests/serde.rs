//! Generated types with serde: how they look as JSON, and that they come back.

use std::fmt::Debug;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use greeter::{FarewellError, Point};
use kinds::{Everything, Keywords, Level, Permissions, Shape, Wide};

#[fidius::host(wit = "greeter.wit", serde)]
struct Greeter;

#[fidius::host(wit = "tests/wit/serde.wit", serde)]
struct Kinds;

/// Types that are named like what the derives use, by another path of the crate.
mod hazards {
    pub mod reexport {
        pub use fidius;
    }

    #[fidius::host(
        wit = "tests/wit/hazards",
        serde,
        crate = "crate::hazards::reexport::fidius"
    )]
    pub struct Hazards;
}

#[track_caller]
fn check<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T, expected: &Value) {
    let written = serde_json::to_value(value).unwrap();
    assert_eq!(&written, expected);
    let read: T = serde_json::from_value(written).unwrap();
    assert_eq!(&read, value);
}

fn keywords() -> Keywords {
    Keywords {
        type_: 1,
        self_: "self".into(),
        fn_: None,
        of_two_words: -1,
    }
}

#[test]
fn fields_named_like_keywords_lose_the_underscore() {
    check(
        &keywords(),
        &json!({ "type": 1, "self": "self", "fn": null, "of_two_words": -1 }),
    );
}

#[test]
fn enums_are_the_name_of_the_case() {
    check(&Level::Low, &json!("Low"));
    check(&Level::VeryHigh, &json!("VeryHigh"));
    check(&Level::Self_, &json!("Self"));
    assert!(serde_json::from_str::<Level>("\"Other\"").is_err());
}

#[test]
fn variants_are_the_name_of_the_case_with_the_payload() {
    check(&Shape::None, &json!("None"));
    check(&Shape::Self_(1), &json!({ "Self": 1 }));
    check(&Shape::At((1, -2)), &json!({ "At": [1, -2] }));
    check(
        &Shape::Perhaps(Some(Level::Low)),
        &json!({ "Perhaps": "Low" }),
    );
    check(&Shape::Perhaps(None), &json!({ "Perhaps": null }));
    let named = json!({ "Named": { "type": 1, "self": "self", "fn": null, "of_two_words": -1 } });
    check(&Shape::Named(keywords()), &named);
}

#[test]
fn flags_are_the_list_of_the_names_that_are_set() {
    check(&Permissions::empty(), &json!([]));
    check(&Permissions::WRITE_ALL, &json!(["write-all"]));
    check(&Permissions::all(), &json!(["read", "write-all"]));
    let error = serde_json::from_str::<Permissions>("[\"read\", \"run\"]").unwrap_err();
    assert!(
        error
            .to_string()
            .starts_with("unknown variant `run`, expected `read` or `write-all`"),
        "{error}"
    );
}

#[test]
fn a_record_of_everything_comes_back() {
    let everything = Everything {
        name: "nämé".into(),
        level: Level::VeryHigh,
        shape: Shape::None,
        permissions: Permissions::READ,
        list: vec![Shape::Self_(1), Shape::None],
        option: Some(Some(1)),
        outcome: Err("no".into()),
        done: Ok(()),
        weight: 0.5,
        letter: 'ß',
        pair: ("pair".into(), u64::MAX),
        wide: Wide::default().sixteen,
    };
    let expected = json!({
        "name": "nämé",
        "level": "VeryHigh",
        "shape": "None",
        "permissions": ["read"],
        "list": [{ "Self": 1 }, "None"],
        "option": 1,
        "outcome": { "Err": "no" },
        "done": { "Ok": null },
        "weight": 0.5,
        "letter": "ß",
        "pair": ["pair", u64::MAX],
        "wide": [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ""],
    });
    check(&everything, &expected);
}

#[test]
fn tuples_of_up_to_sixteen_elements_come_back() {
    let mut wide = Wide::default();
    wide.sixteen.15 = "last".into();
    wide.thirteen
        .push((1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, "thirteen".into()));
    let expected = json!({
        "thirteen": [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, "thirteen"]],
        "sixteen": [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, "last"],
    });
    check(&wide, &expected);
}

#[test]
fn what_a_plugin_answers_is_written_and_what_is_read_goes_to_it() {
    let greeter = Greeter::load(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/guests/built/greeter.wasm"
    ))
    .unwrap();
    let point: Point = serde_json::from_value(json!({ "x": 1, "y": -2 })).unwrap();
    let mirrored = greeter.mirror(&point, true).unwrap();
    check(&mirrored, &json!({ "x": -1, "y": 2 }));
    let error = greeter.farewell("stranger").unwrap_err();
    check(error.guest().unwrap(), &json!({ "Unknown": "stranger" }));
    let error = greeter.farewell("night").unwrap_err();
    check(error.guest().unwrap(), &json!("Asleep"));
    check(&FarewellError::Asleep, &json!("Asleep"));
}

#[test]
fn the_code_of_serde_is_found_by_another_path_of_the_crate() {
    let core = hazards::hazards::Core {
        std: 1,
        core: 2,
        fidius: 3,
    };
    check(&core, &json!({ "std": 1, "core": 2, "fidius": 3 }));
}

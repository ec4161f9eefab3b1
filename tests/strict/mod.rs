//! Hosts at every place that one may stand in. The lints are those of the test that this is a module of.

#[fidius::host(wit = "types")]
pub(crate) struct Types;

#[fidius::host(wit = "greeter.wit")]
struct Greeter;

#[fidius::host(wit = "tests/wit/hazards")]
struct Hazards;

/// A module.
mod outer {
    /// A module in it.
    pub(super) mod inner {
        /// A host with docs of its own.
        #[fidius::host(wit = "types", module = "other")]
        pub(crate) struct Inner;

        #[fidius::host(wit = "tests/wit/lints.wit")]
        pub(in crate::strict) struct Lints;
    }
}

/// A module of the same name as the one that is generated in it.
mod lints {
    #[fidius::host(wit = "tests/wit/lints.wit")]
    pub(super) struct Same;
}

const GREETER: &str = "guests/built/greeter.wasm";

#[test]
fn hosts_at_every_place_load() {
    #[fidius::host(wit = "greeter.wit", module = "local")]
    struct Local;

    let greeter = Greeter::load(GREETER).expect("it is a greeter");
    let local = Local::load(GREETER).expect("it is a greeter");
    let point = local::Point { x: 1, y: 2 };
    let mirrored = local.mirror(&point, true).expect("it is a greeter");
    assert_eq!(
        greeter.greet(&mirrored.x.to_string()).expect("it greets"),
        "Hello, -1!"
    );
    assert_eq!(local::HASH, greeter::HASH);

    let error = Types::load(GREETER).expect_err("it is a greeter");
    assert!(error.is_mismatch());
    let error = outer::inner::Inner::load(GREETER).expect_err("it is a greeter");
    assert!(error.is_mismatch());
    let error = outer::inner::Lints::load(GREETER).expect_err("it is a greeter");
    assert!(error.is_mismatch());
    let error = lints::Same::load(GREETER).expect_err("it is a greeter");
    assert!(error.is_mismatch());
    let error = Hazards::load(GREETER).expect_err("it is a greeter");
    assert!(error.is_mismatch());
}

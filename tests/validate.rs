//! Whether a component could be loaded, without compiling it: what is said is what a load would say.

mod component_of_wit;

use component_of_wit::component_of_wit;
use fidius::{Component, Runtime, Unstable};

/// Checks that validating and loading agree, and returns what both say.
#[track_caller]
fn verdict(runtime: &Runtime, bytes: &[u8]) -> Result<(), String> {
    let validated = Component::validate(runtime, bytes);
    let loaded = Component::load(runtime, bytes).map(|_| ());
    if let (Err(a), Err(b)) = (&validated, &loaded) {
        assert_eq!(a.kind(), b.kind());
    }
    let text = |result: Result<(), fidius::Error>| result.map_err(|error| error.to_string());
    let validated = text(validated);
    assert_eq!(validated, text(loaded));
    validated
}

#[track_caller]
fn assert_refused(bytes: &[u8], part: &str) {
    let text = verdict(&Runtime::shared(), bytes).unwrap_err();
    assert!(text.contains(part), "`{part}` is not in:\n{text}");
}

#[test]
fn every_guest_is_valid() {
    for entry in std::fs::read_dir("guests/built").unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "wasm") {
            Component::validate(&Runtime::shared(), &path).unwrap();
        }
    }
}

#[test]
fn what_is_no_component_is_named_as_by_load() {
    for (bytes, part) in [
        (&b""[..], "is empty"),
        (b"\0as", "cut off after 3 bytes"),
        (b"\0asm\x01\0\0\0", "core WebAssembly module"),
        (b"(component)", "WebAssembly text"),
        (include_bytes!("../wit/greeter.wit"), "WIT file"),
        (b"hello", "is text"),
        (b"\x7fELF\x02\x01\x01\0\0\0", "a native program"),
        (b"\xff\xfe\0\0\xff\xff\xff\xff", "is no WebAssembly"),
        (b"\0asm\x0d\0\x01\0\xff\xff", "is not a valid component: "),
    ] {
        assert_refused(bytes, part);
    }
}

#[test]
fn a_truncated_component_is_refused_wherever_it_is_cut() {
    let whole = std::fs::read("guests/built/bench-minimal.wasm").unwrap();
    for cut in (8..whole.len()).step_by(61) {
        let validated = Component::validate(&Runtime::shared(), &whole[..cut]);
        let loaded = Component::load(&Runtime::shared(), &whole[..cut]);
        assert_eq!(
            validated.map_err(|error| error.to_string()),
            loaded.map(|_| ()).map_err(|error| error.to_string()),
            "cut at {cut}"
        );
    }
}

#[test]
fn bodies_of_functions_are_looked_at() {
    let component =
        wat::parse_str("(component (core module (func (result i32) i64.const 1)))").unwrap();
    assert_refused(&component, "type mismatch");
    let component = wat::parse_str("(component (core module (memory 1 1 shared)))").unwrap();
    assert_refused(&component, "threads");
}

#[test]
fn concurrency_needs_nothing() {
    let component = component_of_wit(
        "package a:b; interface i { f: async func() -> string; } world w { export i; }",
    );
    verdict(&Runtime::shared(), &component).unwrap();
}

#[test]
fn what_is_switched_off_is_named() {
    let component = component_of_wit(
        "package a:b; interface i { f: func(m: map<string, list<u8, 4>>); } world w { export i; }",
    );
    assert_refused(
        &component,
        "`Runtime::with_unstable(Unstable { maps: true, fixed_length_lists: true, ..Unstable::default() })`",
    );
    // What is on already is in the advice too: it is to be taken as it stands.
    let with_maps = Runtime::with_unstable(Unstable {
        maps: true,
        ..Unstable::default()
    });
    let text = verdict(&with_maps, &component).unwrap_err();
    assert!(
        text.contains("maps: true, fixed_length_lists: true"),
        "{text}"
    );
    let both = Runtime::with_unstable(Unstable {
        maps: true,
        fixed_length_lists: true,
        ..Unstable::default()
    });
    verdict(&both, &component).unwrap();
}

#[test]
fn error_contexts_do_not_keep_a_runtime_from_plain_components() {
    let runtime = Runtime::with_unstable(Unstable {
        error_contexts: true,
        ..Unstable::default()
    });
    let plain = Component::load(&runtime, "guests/built/greeter.wasm").unwrap();
    assert!(!plain.needs_concurrency());

    let component = wat::parse_str(
        r#"(component
             (core module $m (memory (export "memory") 1))
             (core instance $i (instantiate $m))
             (core func (canon error-context.new (memory $i "memory"))))"#,
    )
    .unwrap();
    verdict(&runtime, &component).unwrap();
    assert!(
        Component::load(&runtime, &component)
            .unwrap()
            .needs_concurrency()
    );
    assert_refused(&component, "Unstable { error_contexts: true, ..");
}

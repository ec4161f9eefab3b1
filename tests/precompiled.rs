//! Machine code that was made in advance: what loads it, and what is refused.

use fidius::{Component, Error, Runtime, Unstable};

#[fidius::host(wit = "greeter.wit")]
struct Greeter;

#[fidius::host(wit = "tests/wit/single.wit")]
struct Single;

const GREETER: &str = "guests/built/greeter.wasm";

fn greeter_code() -> Vec<u8> {
    Component::precompile(&Runtime::shared(), GREETER).unwrap()
}

/// Loads what [`Component::precompile`] made, or what no load lets through.
fn load(runtime: &Runtime, bytes: &[u8]) -> Result<Component, Error> {
    // SAFETY: the tests of this file pass machine code as it was made, or bytes that are refused before any of them is used as such.
    unsafe { Component::load_precompiled(runtime, bytes) }
}

#[track_caller]
fn assert_refused(bytes: &[u8], parts: &[&str]) {
    let error = load(&Runtime::shared(), bytes).unwrap_err();
    assert!(error.is_not_a_component(), "{error}");
    let text = error.to_string();
    for part in parts {
        assert!(text.contains(part), "`{part}` is not in:\n{text}");
    }
}

/// The artifact with a text of its header replaced by one of the same length.
fn with_header(code: &[u8], from: &str, to: &str) -> Vec<u8> {
    assert_eq!(from.len(), to.len());
    let at = code
        .windows(from.len())
        .position(|window| window == from.as_bytes())
        .unwrap_or_else(|| panic!("`{from}` is not in the header"));
    let mut code = code.to_vec();
    code[at..at + to.len()].copy_from_slice(to.as_bytes());
    code
}

#[test]
fn it_is_called_like_any_other() {
    // SAFETY: the bytes are just as they were made.
    let greeter = unsafe { Greeter::builder().load_precompiled(greeter_code()) }.unwrap();
    assert_eq!(greeter.greet("you").unwrap(), "Hello, you!");
    let error = greeter.farewell("night").unwrap_err();
    assert_eq!(error.guest(), Some(&greeter::FarewellError::Asleep));
    // SAFETY: as above.
    let error = unsafe { Single::builder().load_precompiled(greeter_code()) }.unwrap_err();
    assert!(error.is_mismatch());
}

#[test]
fn it_loads_from_a_file_and_on_another_runtime() {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), greeter_code()).unwrap();
    // SAFETY: the file is this test's own.
    let component = unsafe { Component::load_precompiled(&Runtime::new(), file.path()) }.unwrap();
    assert_eq!(component.name(), format!("`{}`", file.path().display()));
}

#[test]
fn it_says_of_itself_what_the_component_says() {
    let runtime = Runtime::shared();
    for guest in ["greeter", "plaza", "resources", "types"] {
        let path = format!("guests/built/{guest}.wasm");
        let compiled = Component::load(&runtime, &path).unwrap();
        let code = Component::precompile(&runtime, &path).unwrap();
        let loaded = load(&runtime, &code).unwrap();
        assert_eq!(compiled.exports().len(), loaded.exports().len());
        for (a, b) in compiled.exports().iter().zip(loaded.exports()) {
            assert_eq!(a.to_string(), b.to_string());
            assert_eq!(a.hash(), b.hash());
        }
        let (a, b) = (compiled.info(), loaded.info());
        assert_eq!(a.interfaces, b.interfaces);
        assert_eq!(a.functions, b.functions);
        assert_eq!(a.imports, b.imports);
        assert_eq!(a.wasi, b.wasi);
        assert_eq!((a.precompiled, b.precompiled), (false, true));
        assert_eq!(b.size, code.len());
        assert_eq!(
            b.name,
            format!("the precompiled component of {} bytes", code.len())
        );
    }
}

/// A component of one core module with one function, and of what else stands beside it.
fn component(module: &str, rest: &str, exports: &str) -> Vec<u8> {
    wat::parse_str(format!(
        r#"(component
             (core module $m {module} (func (export "f")))
             (core instance $i (instantiate $m))
             (func $f (canon lift (core func $i "f")))
             {rest}
             (instance $e (export "nothing" (func $f)) {exports})
             (export "test:single/single" (instance $e)))"#
    ))
    .unwrap()
}

#[test]
fn each_kind_of_engine_is_found_again() {
    let plain = component("", "", "");
    let too_large_for_the_pool = component("(table 300000 funcref)", "", "");
    let with_concurrency = component(
        "",
        r#"(type $async (func async)) (func $g (type $async) (canon lift (core func $i "f")))"#,
        r#"(export "later" (func $g))"#,
    );
    for (component, concurrency) in [
        (plain, false),
        (too_large_for_the_pool, false),
        (with_concurrency, true),
    ] {
        let runtime = Runtime::new();
        let code = Component::precompile(&runtime, &component).unwrap();
        let loaded = load(&runtime, &code).unwrap();
        assert_eq!(loaded.needs_concurrency(), concurrency);
        let limits = fidius::Limits {
            table_elements: 1_000_000,
            ..fidius::Limits::default()
        };
        let builder = Single::builder().runtime(&runtime).limits(limits);
        // SAFETY: the bytes are just as they were made.
        let single = unsafe { builder.load_precompiled(&code) }.unwrap();
        single.nothing().unwrap();
    }
}

#[test]
fn load_does_not_take_machine_code() {
    let code = greeter_code();
    let error = Greeter::load(&code).unwrap_err();
    assert!(error.is_not_a_component());
    assert_eq!(
        error.to_string(),
        format!(
            "the component of {} bytes is a precompiled component, expected one that is not: load it with `load_precompiled`, \
             which is unsafe because machine code is trusted",
            code.len()
        )
    );
    assert!(Component::validate(&Runtime::shared(), &code).is_err());
    assert!(Component::precompile(&Runtime::shared(), &code).is_err());
}

#[test]
fn what_is_not_precompiled_is_named() {
    assert_refused(
        &std::fs::read(GREETER).unwrap(),
        &["is a component that is not precompiled: load it with `load`"],
    );
    for (bytes, what) in [
        (&b""[..], "is empty"),
        (b"\0asm\x01\0\0\0", "is a core WebAssembly module"),
        (b"package a:b;", "is a WIT file"),
        (b"hello", "is text"),
        (b"\xff\xfe\xff\xff\xff\xff\xff\xff", "is no WebAssembly"),
        (b"\0fid", "is no"),
        (b"\x7fELF\x02\x01\x01\0\0\0", "(an ELF file)"),
    ] {
        assert_refused(bytes, &["the precompiled component of"]);
        if what != "is no" {
            assert_refused(bytes, &[what, "expected what `Component::precompile` made"]);
        }
    }
    // SAFETY: there is nothing to load.
    let error = unsafe { Component::load_precompiled(&Runtime::shared(), "no-such-file") };
    assert!(error.unwrap_err().is_not_found());
}

#[test]
fn what_is_damaged_is_refused() {
    let code = greeter_code();
    for cut in [8, 9, 15, 40, 200, code.len() / 2, code.len() - 1] {
        let text = format!("it is cut off after {cut} bytes; precompile it again");
        assert_refused(&code[..cut], &[&text]);
    }
    let mut longer = code.clone();
    longer.push(0);
    assert_refused(&longer, &["something behind its end"]);
    for at in [300, code.len() / 2, code.len() - 1] {
        let mut flipped = code.clone();
        flipped[at] ^= 1;
        assert_refused(&flipped, &["its checksum is wrong; precompile it again"]);
    }
    let garbled = with_header(&code, "\"fidius\"", "\"fidiot\"");
    assert_refused(&garbled, &["its header can't be read"]);
}

#[test]
fn another_version_is_named() {
    let code = greeter_code();
    let version = env!("CARGO_PKG_VERSION");
    let other = format!("{}x", &version[..version.len() - 1]);
    let of_fidius = with_header(
        &code,
        &format!("\"fidius\":\"{version}\""),
        &format!("\"fidius\":\"{other}\""),
    );
    assert_refused(
        &of_fidius,
        &[
            &format!("was precompiled by fidius {other} with wasmtime 48."),
            &format!("and this is fidius {version} with wasmtime 48."),
            "precompile it again",
        ],
    );
    let of_the_engine = with_header(&code, "\"wasmtime\":\"48.", "\"wasmtime\":\"47.");
    assert_refused(&of_the_engine, &["with wasmtime 47.", "with wasmtime 48."]);
}

#[test]
fn a_runtime_that_lacks_something_refuses_and_one_that_has_more_does_not() {
    let with_maps = Runtime::with_unstable(Unstable {
        maps: true,
        ..Unstable::default()
    });
    let code = Component::precompile(&with_maps, GREETER).unwrap();
    assert!(load(&with_maps, &code).is_ok());
    assert_refused(
        &code,
        &[
            "was precompiled for a runtime with `maps`, which this one has switched off",
            "precompile it again for this one",
        ],
    );
    assert!(load(&with_maps, &greeter_code()).is_ok());
}

#[test]
fn what_is_no_component_is_not_precompiled() {
    let runtime = Runtime::shared();
    let error = Component::precompile(&runtime, b"hello").unwrap_err();
    assert!(error.to_string().contains("is text"), "{error}");
    let error = Component::precompile(&runtime, "guests/built/none.wasm").unwrap_err();
    assert!(error.is_not_found());
}

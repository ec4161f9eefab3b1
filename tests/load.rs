//! What does not fit is refused at load, with everything that is wrong in one error.

mod component_of_wit;

use std::error::Error as _;
use std::path::{Path, PathBuf};

use component_of_wit::component_of_wit;
use fidius::{Error, ErrorKind};

#[fidius::host(wit = "tests/wit/shop.wit")]
struct Shop;

#[fidius::host(wit = "greeter.wit")]
struct Greeter;

const GREETER: &str = "guests/built/greeter.wasm";

/// The shop's own WIT with a world, and with each of `changes` made.
fn shop(changes: &[(&str, &str)]) -> String {
    let mut wit = include_str!("wit/shop.wit").to_owned();
    for (from, to) in changes {
        assert!(wit.contains(from), "`{from}` is not in the WIT");
        wit = wit.replace(from, to);
    }
    format!("{wit}\nworld plugin {{ export shop; }}\n")
}

fn refusal(changes: &[(&str, &str)]) -> Error {
    Shop::load(component_of_wit(&shop(changes))).unwrap_err()
}

#[track_caller]
fn assert_says(error: &Error, parts: &[&str]) {
    let text = error.to_string();
    for part in parts {
        assert!(text.contains(part), "`{part}` is not in:\n{text}");
    }
}

#[test]
fn the_interface_itself_fits() {
    Shop::load(component_of_wit(&shop(&[]))).unwrap();
}

#[test]
fn more_functions_another_order_and_other_type_names_fit() {
    let wit = shop(&[
        ("  close: func();", ""),
        (
            "  price-of: func(item: item) -> u32;",
            "  open: func();\n  close: func();\n  price-of: func(item: item) -> u32;",
        ),
        ("enum size", "enum extent"),
        ("size>", "extent>"),
    ]);
    Shop::load(component_of_wit(&wit)).unwrap();
}

#[test]
fn compatible_versions_fit_and_others_do_not() {
    for version in ["1.2.0", "1.2.7", "1.9.0", "1.0.0"] {
        let wit = shop(&[("@1.2.0", &format!("@{version}"))]);
        Shop::load(component_of_wit(&wit)).unwrap();
    }
    for version in ["2.0.0", "0.2.0", "1.2.0-rc.1"] {
        let error = refusal(&[("@1.2.0", &format!("@{version}"))]);
        assert!(error.is_mismatch());
        assert_says(
            &error,
            &[
                "does not export the interface `test:shop/shop@1.2.0`",
                "another version",
                &format!("test:shop/shop@{version}"),
            ],
        );
    }
}

#[test]
fn every_difference_is_listed_at_once() {
    let error = refusal(&[
        ("price: u32", "price: u64"),
        ("  close: func();", ""),
        ("large", "huge"),
        ("card(string)", "card(u64)"),
        ("gift, express", "gift"),
        (
            "find: func(name: string, limit: option<u32>)",
            "find: func(title: string, limit: option<s32>)",
        ),
    ]);
    assert!(error.is_mismatch());
    assert_eq!(error.kind(), ErrorKind::Mismatch);
    assert_says(
        &error,
        &[
            "does not fit `test:shop/shop@1.2.0`: 8 differences",
            "functions `price-of`, `pay`, `pack`, `find`: record `item`, field `price`\n    expected: u32\n    found:    u64",
            "function `close`\n    expected: close: func()\n    found:    nothing",
            "enum `size`, case `large`\n    expected: large\n    found:    nothing",
            "enum `size`, case `huge`\n    expected: no such case\n    found:    huge",
            "function `pay`: variant `payment`, case `card`\n    expected: string\n    found:    u64",
            "function `pack`: flags `options`, flag `express`",
            "function `find`\n    expected: find: func(name: string, limit: option<u32>) -> list<item>\n    found:    find: func(title: string, limit: option<s32>) -> list<item>",
            "function `find`: parameter `limit`, `some`\n    expected: u32\n    found:    s32",
        ],
    );
    assert_eq!(error.differences().len(), 8);
}

#[test]
fn a_function_of_nearly_the_same_name_is_named() {
    let error = refusal(&[("price-of:", "prize-of:")]);
    assert_says(
        &error,
        &[
            "one difference",
            "`price-of`",
            "the component has `prize-of`",
        ],
    );
}

#[test]
fn an_order_of_fields_is_a_difference() {
    let error = refusal(&[(
        "name: string,\n    price: u32,",
        "price: u32,\n    name: string,",
    )]);
    assert_says(&error, &["record `item`, order of the fields"]);
}

#[test]
fn a_missing_or_added_result_is_a_difference() {
    let error = refusal(&[
        ("close: func();", "close: func() -> bool;"),
        ("(item: item) -> u32", "(item: item)"),
    ]);
    assert_eq!(error.differences().len(), 2);
    assert_says(
        &error,
        &[
            "found:    close: func() -> bool",
            "found:    price-of: func(item: item)",
        ],
    );
}

#[test]
fn another_kind_of_type_is_shown_whole() {
    let error = refusal(&[("enum size { small, medium, large }", "type size = u8;")]);
    assert_says(
        &error,
        &["expected: enum size { small, medium, large }\n    found:    u8"],
    );
}

#[test]
fn an_async_function_is_a_difference() {
    let error = refusal(&[("close: func();", "close: async func();")]);
    assert!(error.is_mismatch(), "{error}");
    assert_says(
        &error,
        &["expected: close: func()", "found:    close: async func()"],
    );
}

#[test]
fn another_interface_lists_what_there_is() {
    let error = Shop::load(GREETER).unwrap_err();
    assert!(error.is_mismatch());
    assert_says(
        &error,
        &[
            GREETER,
            "does not export the interface `test:shop/shop@1.2.0`",
            "`fidius:greeter/greeter@0.1.0`",
        ],
    );

    let error = refusal(&[("package test:shop", "package other:shop")]);
    assert_says(&error, &["`other:shop/shop@1.2.0`", "same package name"]);
}

#[test]
fn a_component_without_exports_says_so() {
    let bytes = component_of_wit("package a:b; world plugin { }");
    assert_says(
        &Shop::load(bytes).unwrap_err(),
        &["exports no interface at all"],
    );
}

#[test]
fn imports_that_the_host_does_not_provide_are_all_listed() {
    let wit = format!(
        "{}\n{}",
        shop(&[]).replace(
            "export shop;",
            "import log; import test:http/client@0.3.0; import beep: func(times: u32); export shop;
             import wasi:http/outgoing-handler@0.2.3;"
        ),
        "interface log { line: func(text: string) -> bool; flush: func(); }
         package test:http@0.3.0 { interface client { get: func(url: string) -> list<u8>; } }
         package wasi:http@0.2.3 { interface outgoing-handler { handle: func(); } }"
    );
    let error = Shop::load(component_of_wit(&wit)).unwrap_err();
    assert!(error.is_denied(), "{error}");
    assert_says(
        &error,
        &[
            "imports 4 things",
            "`test:shop/log@1.2.0`",
            "line: func(text: string) -> bool",
            "flush: func()",
            "`test:http/client@0.3.0`",
            "get: func(url: string) -> list<u8>",
            "`beep`",
            "beep: func(times: u32)",
            "`wasi:http/outgoing-handler@0.2.3`: HTTP is not granted to plugins (it would be the capability `http`, which this \
             version of fidius can't grant)",
        ],
    );
}

/// The versions of WASI that there are.
const HOST: &str = if cfg!(feature = "wasi-p3") {
    "0.2.12 and 0.3.0"
} else {
    "0.2.12"
};

#[test]
fn any_patch_of_wasi_0_2_is_there_and_nothing_before_it() {
    let wit = |version: &str| {
        format!(
            "{}\n package wasi:cli@{version} {{ interface environment {{ get-arguments: func() -> list<string>; }} }}",
            shop(&[]).replace(
                "export shop;",
                &format!("export shop; import wasi:cli/environment@{version};")
            )
        )
    };
    for version in ["0.2.0", "0.2.3", "0.2.12", "0.2.99"] {
        Shop::load(component_of_wit(&wit(version))).unwrap();
    }
    for version in ["0.1.0", "0.2.0-rc-2023-12-05", "0.3.0-rc-2025-09-16"] {
        let error = Shop::load(component_of_wit(&wit(version))).unwrap_err();
        assert!(error.is_denied());
        assert_says(
            &error,
            &[&format!(
                "the component wants WASI {version}, this host has WASI {HOST}; build it for wasm32-wasip2"
            )],
        );
    }
}

#[test]
fn imports_that_are_known_by_their_name_are_explained() {
    let wit = format!(
        "{}
         package wasi:http@0.4.0 {{ interface client {{ send: func(); }} }}
         package wasi:keyvalue@0.2.0-draft {{ interface store {{ open: func(); }} }}
         package fidius:host-call@0.1.0 {{ interface host {{ call: func(); }} }}
         package fidius:stream-pull@0.1.0 {{ interface pull {{ next: func(); }} }}",
        shop(&[]).replace(
            "export shop;",
            "export shop; import wasi:http/client@0.4.0; import wasi:keyvalue/store@0.2.0-draft;
             import fidius:host-call/host@0.1.0; import fidius:stream-pull/pull@0.1.0;"
        ),
    );
    let error = Shop::load(component_of_wit(&wit)).unwrap_err();
    assert!(error.is_denied(), "{error}");
    assert_says(
        &error,
        &[
            "imports 4 things",
            &format!(
                "`wasi:http/client@0.4.0`: the component wants WASI 0.4.0, this host has WASI {HOST}; build it for \
                 wasm32-wasip2; HTTP is not granted to plugins (it would be the capability `http`, which this version of fidius \
                 can't grant)"
            ),
            "`wasi:keyvalue/store@0.2.0-draft`: `wasi:keyvalue` is not among the packages of WASI 0.2, and no capability grants \
             it; a host can give it as an interface of its own",
            "`fidius:host-call/host@0.1.0`: through it guests of fidius 0.5 call their host; give it the host's interfaces with \
             `builder().host_interface(…)`",
            "`fidius:stream-pull/pull@0.1.0`: this host offers it with other functions",
            "offered:  next: func() -> option<list<u8>>",
        ],
    );
}

#[test]
fn an_import_of_types_alone_is_no_import() {
    let wit = shop(&[(
        "interface shop {",
        "interface names { type name = string; record tag { name: name } }\ninterface shop {\n  use names.{tag};\n  tagged: func(tag: tag);",
    )]);
    Shop::load(component_of_wit(&wit)).unwrap();
}

// What is no component.

#[track_caller]
fn assert_is_no_component(bytes: &[u8], parts: &[&str]) {
    let error = Greeter::load(bytes).unwrap_err();
    assert!(error.is_not_a_component(), "{error}");
    assert_says(&error, parts);
}

#[test]
fn what_is_no_component_is_named() {
    assert_is_no_component(b"", &["empty"]);
    assert_is_no_component(b"\0as", &["cut off after 3 bytes"]);
    assert_is_no_component(
        b"\0asm\x01\0\0\0",
        &["core WebAssembly module", "wasm32-wasip2"],
    );
    assert_is_no_component(b"(component)", &["WebAssembly text"]);
    assert_is_no_component(b";; a comment\n(module)", &["WebAssembly text"]);
    assert_is_no_component(include_bytes!("../wit/greeter.wit"), &["WIT file"]);
    assert_is_no_component(b"hello", &["text"]);
    assert_is_no_component(
        b"\x7fELF\x02\x01\x01\0\0\0",
        &["native program", "another program precompiled"],
    );
    assert_is_no_component(b"\xff\xfe\0\0\xff\xff\xff\xff", &["no WebAssembly"]);
    assert_is_no_component(b"\0asm\x0d\0\x01\0\xff\xff", &["not a valid component"]);
}

#[test]
fn a_truncated_component_is_refused_wherever_it_is_cut() {
    let whole = std::fs::read(GREETER).unwrap();
    for part in 1..16 {
        let cut = whole.len() * part / 16;
        let error = Greeter::load(&whole[..cut]).unwrap_err();
        assert!(error.is_not_a_component(), "cut at {cut}: {error}");
        assert!(error.source().is_some() || cut < 8);
    }
}

#[test]
fn a_directory_and_a_missing_file_are_named() {
    let error = Greeter::load("guests/built").unwrap_err();
    assert!(error.is_not_a_component());
    assert_says(&error, &["`guests/built`", "directory"]);

    let error = Greeter::load("guests/built/greter.wasm").unwrap_err();
    assert!(error.is_not_found());
    assert_says(
        &error,
        &[
            "there is no file `guests/built/greter.wasm`",
            "looked for it from",
        ],
    );
    assert!(error.source().is_some());
}

#[test]
fn load_takes_paths_and_bytes_of_every_kind() {
    let path = String::from(GREETER);
    let bytes = std::fs::read(GREETER).unwrap();
    let path_buf = PathBuf::from(GREETER);
    let array: &[u8; 4] = b"\0asm";
    let works = |greeter: Result<Greeter, Error>| greeter.unwrap().greet("you").unwrap();
    assert_eq!(works(Greeter::load(GREETER)), "Hello, you!");
    assert_eq!(works(Greeter::load(&path)), "Hello, you!");
    assert_eq!(works(Greeter::load(path)), "Hello, you!");
    assert_eq!(works(Greeter::load(Path::new(GREETER))), "Hello, you!");
    assert_eq!(works(Greeter::load(&path_buf)), "Hello, you!");
    assert_eq!(works(Greeter::load(path_buf)), "Hello, you!");
    assert_eq!(works(Greeter::load(&bytes[..])), "Hello, you!");
    assert_eq!(works(Greeter::load(&bytes)), "Hello, you!");
    assert_eq!(works(Greeter::load(bytes)), "Hello, you!");
    assert!(Greeter::load(array).unwrap_err().is_not_a_component());
}

//! What a component says of itself beyond its functions: its imports, the WASI that it wants, its docs.

mod component_of_wit;

use component_of_wit::component_of_wit;
use fidius::{Component, Runtime};
use fidius_wit::wit_parser::{PackageMetadata, Resolve};

fn load(bytes: &[u8]) -> Component {
    Component::load(&Runtime::shared(), bytes).unwrap()
}

#[test]
fn names_versions_and_sizes() {
    let path = "guests/built/greeter.wasm";
    let info = Component::load(&Runtime::shared(), path).unwrap().info();
    assert_eq!(info.name, "`guests/built/greeter.wasm`");
    assert_eq!(info.interfaces, ["fidius:greeter/greeter@0.1.0"]);
    assert!(info.functions.is_empty());
    assert!(
        info.imports
            .iter()
            .any(|name| name.starts_with("wasi:cli/environment@0.2."))
    );
    assert!(info.wasi.unwrap().starts_with("0.2."));
    assert!(!info.concurrency && !info.precompiled);
    assert_eq!(info.size as u64, std::fs::metadata(path).unwrap().len());
}

#[test]
fn functions_by_themselves_types_and_wasi_of_several_versions() {
    let info = load(&component_of_wit(
        "package a:b@1.0.0;
         interface types { record r { x: u8 } }
         interface i { use types.{r}; f: func() -> r; }
         world w {
           import now: func() -> u64;
           import wasi:io/poll@0.2.9;
           import wasi:cli/exit@0.2.12;
           import wasi:clocks/later@0.3.0-rc-1;
           export run: async func();
           export i;
         }
         package wasi:io@0.2.9 { interface poll { f: func(); } }
         package wasi:cli@0.2.12 { interface exit { f: func(); } }
         package wasi:clocks@0.3.0-rc-1 { interface later { f: func(); } }",
    ))
    .info();
    assert_eq!(info.interfaces, ["a:b/i@1.0.0"]);
    assert_eq!(info.functions, ["run"]);
    for import in ["a:b/types@1.0.0", "now", "wasi:cli/exit@0.2.12"] {
        assert!(info.imports.iter().any(|name| name == import), "{info:?}");
    }
    assert_eq!(info.wasi.as_deref(), Some("0.3.0-rc-1"));
    assert!(info.concurrency);
}

#[test]
fn a_component_without_wasi_wants_none() {
    let info = load(&component_of_wit(
        "package a:b; world w { export f: func(); }",
    ))
    .info();
    assert_eq!(info.wasi, None);
    assert!(info.imports.is_empty());
}

// Docs.

/// What tools write for the main package of this WIT.
fn metadata(wit: &str) -> Vec<u8> {
    let mut resolve = Resolve::default();
    let package = resolve.push_source("docs.wit", wit).unwrap();
    PackageMetadata::extract(&resolve, package)
        .encode()
        .unwrap()
}

/// The component with one more custom section.
fn with_section(component: &[u8], content: &[u8]) -> Vec<u8> {
    let name = PackageMetadata::SECTION_NAME;
    let mut bytes = component.to_vec();
    bytes.push(0);
    let mut size = 1 + name.len() + content.len();
    loop {
        let low = (size & 0x7f) as u8;
        size >>= 7;
        if size == 0 {
            bytes.push(low);
            break;
        }
        bytes.push(low | 0x80);
    }
    bytes.push(name.len() as u8);
    bytes.extend_from_slice(name.as_bytes());
    bytes.extend_from_slice(content);
    bytes
}

const INTERFACE: &str = "fidius:greeter/greeter@0.1.0";

fn greeter(section: &[u8]) -> Vec<u8> {
    let greeter = std::fs::read("guests/built/greeter.wasm").unwrap();
    with_section(&greeter, section)
}

#[track_caller]
fn assert_has_docs(component: &Component) {
    assert_eq!(
        component.interface_docs(INTERFACE),
        Some("What a greeter can do.")
    );
    let docs = |function| component.function_docs(Some(INTERFACE), function);
    assert_eq!(
        docs("greet"),
        Some("Says hello: `Hello, world!` for the name `world`.")
    );
    assert!(docs("farewell").unwrap().ends_with("when `night` leaves."));
    assert_eq!(docs("none"), None);
    assert_eq!(component.function_docs(None, "greet"), None);
    assert_eq!(component.function_docs(Some("a:b/greeter"), "greet"), None);
    assert_eq!(component.interface_docs("greeter"), None);
}

#[test]
fn docs_are_read_where_there_are_any() {
    let bytes = greeter(&metadata(include_str!("../wit/greeter.wit")));
    assert_has_docs(&load(&bytes));

    // They go with machine code too.
    let runtime = Runtime::shared();
    let code = Component::precompile(&runtime, &bytes).unwrap();
    // SAFETY: the bytes are just as they were made.
    assert_has_docs(&unsafe { Component::load_precompiled(&runtime, &code) }.unwrap());
}

#[test]
fn the_older_form_is_read() {
    let section =
        b"\x00{\"interfaces\":{\"greeter\":{\"funcs\":{\"greet\":\"Greets.\",\"mirror\":null}}}}";
    let component = load(&greeter(section));
    assert_eq!(
        component.function_docs(Some(INTERFACE), "greet"),
        Some("Greets.")
    );
    assert_eq!(component.function_docs(Some(INTERFACE), "mirror"), None);
    assert_eq!(component.interface_docs(INTERFACE), None);
}

#[test]
fn a_component_without_docs_or_with_malformed_ones_has_none() {
    let whole = metadata(include_str!("../wit/greeter.wit"));
    let mut of_another_form = whole.clone();
    of_another_form[0] = 2;
    for section in [
        &b""[..],
        b"\x01",
        b"\x01[]",
        b"\x01{\"interfaces\":7}",
        b"\x01\xff\xff",
        &whole[..whole.len() / 2],
        &of_another_form,
    ] {
        let component = load(&greeter(section));
        assert_eq!(component.interface_docs(INTERFACE), None);
        assert_eq!(component.function_docs(Some(INTERFACE), "greet"), None);
    }
    let component = load(&std::fs::read("guests/built/greeter.wasm").unwrap());
    assert_eq!(component.interface_docs(INTERFACE), None);
}

#[test]
fn docs_of_resources_labels_and_functions_by_themselves() {
    let wit = "package a:b@1.0.0;
        interface store {
          /// Holds things.
          resource basket {
            /// An empty one.
            constructor();
            /// Puts something in.
            add: func(what: string);
          }
          /// All that is sold.
          %list: func() -> list<string>;
        }
        world shop {
          /// Opens the shop.
          export open: func();
          export till: interface {
            /// What is in it.
            count: func() -> u32;
          }
          export store;
        }";
    let component = load(&with_section(&component_of_wit(wit), &metadata(wit)));
    let store = |function| component.function_docs(Some("a:b/store@1.0.0"), function);
    assert_eq!(store("list"), Some("All that is sold."));
    assert_eq!(store("[constructor]basket"), Some("An empty one."));
    assert_eq!(store("[method]basket.add"), Some("Puts something in."));
    assert_eq!(
        component.function_docs(None, "open"),
        Some("Opens the shop.")
    );
    assert_eq!(
        component.function_docs(Some("till"), "count"),
        Some("What is in it.")
    );
}

#[test]
fn two_interfaces_of_one_name_have_no_docs_that_may_be_the_others() {
    let wit = |first: &str| {
        format!(
            "package one:shop;
             interface store {{ {first} %list: func(); }}
             world shop {{ export store; export two:shop/store; }}
             package two:shop {{ interface store {{ %list: func(); }} }}"
        )
    };
    let component = load(&with_section(
        &component_of_wit(&wit("")),
        &metadata(&wit("/// Lists.\n")),
    ));
    assert_eq!(
        component.function_docs(Some("one:shop/store"), "list"),
        None
    );
    assert_eq!(
        component.function_docs(Some("two:shop/store"), "list"),
        None
    );
}

#[test]
fn a_section_of_something_nested_is_not_the_components() {
    let section = "(@custom \"package-docs\" \"\\01{\\\"interfaces\\\":{\\\"i\\\":{\\\"docs\\\":\\\"Nested.\\\"}}}\")";
    let component = |outer: &str, inner: &str| {
        wat::parse_str(format!(
            r#"(component
                 {outer}
                 (component {inner})
                 (core module $m (func (export "f")))
                 (core instance $i (instantiate $m))
                 (func $f (canon lift (core func $i "f")))
                 (instance $e (export "f" (func $f)))
                 (export "a:b/i" (instance $e)))"#
        ))
        .unwrap()
    };
    let docs = |bytes: &[u8]| load(bytes).interface_docs("a:b/i").map(str::to_owned);
    assert_eq!(docs(&component("", section)), None);
    assert_eq!(docs(&component(section, "")).as_deref(), Some("Nested."));
}

//! WIT with names that generated code uses itself, and with more cases than one byte can number.

mod component_of_wit;

use fidius::{Error, ErrorKind};
use fidius_wit::wit_parser::Resolve;
use wit_component::{ComponentEncoder, StringEncoding, embed_component_metadata};

use component_of_wit::component_of_wit;
use many::{Big, Large};

#[fidius::host(wit = "tests/wit/hazards")]
struct Hazards;

#[fidius::host(wit = "tests/wit/lints.wit")]
struct Lints;

#[fidius::host(wit = "tests/wit/many.wit")]
struct Many;

#[test]
fn types_named_like_those_of_std_and_the_engine_fit_their_component() {
    let component = component_of_wit(include_str!("wit/hazards/hazards.wit"));
    let hazards = Hazards::load(component).unwrap();
    assert_eq!(hazards.plugin().interface().hash(), hazards::HASH);
    let copy = hazards::Copy { a: 1 };
    let value = hazards::Option::Lower(copy);
    assert_eq!(format!("{value:?}"), "Lower(Copy { a: 1 })");
    assert_eq!(hazards::Ok::Lower, hazards::Ok::Lower.clone());
}

#[test]
fn functions_named_like_methods_of_std_are_called() {
    let component = component_of_wit(include_str!("wit/lints.wit"));
    let lints = Lints::load(component).unwrap();
    // Each function of the component traps, so that one tells by the error that it was called.
    let is_called = |result: Result<u8, Error>| result.is_err_and(|error| error.is_trap());
    assert!(lints.clone().is_err_and(|error| error.is_trap()));
    assert!(is_called(lints.next().map(|_| 0)));
    assert!(is_called(lints.new()));
    assert!(is_called(lints.add(1)));
    // What stands behind the method is still there.
    let again = Clone::clone(&lints);
    assert!(format!("{again:?}").starts_with("Lints("));
}

/// A component whose functions return what they are given, from the stack or from memory.
fn many() -> Many {
    let mut resolve = Resolve::default();
    let package = resolve
        .push_source("many.wit", include_str!("wit/many.wit"))
        .unwrap();
    let world = resolve.select_world(&[package], None).unwrap();
    let mut module = wat::parse_str(include_str!("wit/many.wat")).unwrap();
    embed_component_metadata(&mut module, &resolve, world, StringEncoding::UTF8).unwrap();
    let component = ComponentEncoder::default()
        .module(&module)
        .unwrap()
        .validate(true)
        .encode()
        .unwrap();
    Many::load(component).unwrap()
}

#[test]
fn numbers_of_cases_beyond_one_byte_come_back() {
    let many = many();
    let bigs = [Big::C0, Big::C43, Big::C255, Big::C256, Big::C299];
    for big in bigs {
        assert_eq!(many.echo_big(big).unwrap(), big);
    }
    assert_eq!(many.echo_bigs(&bigs).unwrap(), bigs);
    let larges = [
        Large::C0,
        Large::C43,
        Large::C255,
        Large::C256,
        Large::C299(u32::MAX),
    ];
    for large in &larges {
        assert_eq!(many.echo_large(large).unwrap(), *large);
    }
    assert_eq!(many.echo_larges(&larges).unwrap(), larges);
}

#[test]
fn a_case_that_there_is_not_is_an_error() {
    let many = many();
    let errors = [
        many.wrong_big().unwrap_err(),
        many.wrong_bigs().unwrap_err(),
        many.wrong_large().unwrap_err(),
    ];
    for error in errors {
        assert_eq!(error.kind(), ErrorKind::Trap, "{error}");
    }
}

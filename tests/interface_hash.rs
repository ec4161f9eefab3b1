//! The hash is the same by every way that an interface is read, and changes exactly with what matters.

mod component_of_wit;
mod random_wit;

use component_of_wit::component_of_wit;
use fidius::{Component, Interface, InterfaceHash, Runtime};
use fidius_wit::wit_parser::{Resolve, WorldItem};
use fidius_wit::{compare, decode, interface_from_resolve};
use proptest::prelude::*;
use random_wit::{Change, RandomInterface, interfaces};

/// From WIT text.
fn of_text(wit: &str) -> Interface {
    let mut resolve = Resolve::default();
    let package = resolve
        .push_source("random.wit", wit)
        .unwrap_or_else(|error| panic!("{}\n{wit}", resolve.render_error(&error)));
    let world = resolve.select_world(&[package], None).unwrap();
    of_world(&resolve, world)
}

fn of_world(resolve: &Resolve, world: fidius_wit::wit_parser::WorldId) -> Interface {
    let (key, item) = resolve.worlds[world].exports.first().unwrap();
    let WorldItem::Interface { id, .. } = item else {
        panic!("the world exports an interface")
    };
    interface_from_resolve(resolve, *id, &resolve.name_world_key(key))
}

/// From the WIT that a component carries.
fn of_decoded(bytes: &[u8]) -> Interface {
    let (resolve, world) = decode(bytes).unwrap();
    of_world(&resolve, world)
}

/// From the engine's types of the compiled component.
fn of_compiled(bytes: &[u8]) -> Interface {
    let component = Component::load(&Runtime::shared(), bytes).unwrap();
    component.exports()[0].clone()
}

fn hash_of(interface: &RandomInterface) -> InterfaceHash {
    of_text(&interface.to_wit()).hash()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn text_and_component_have_one_hash_and_no_differences(interface in interfaces()) {
        let wit = interface.to_wit();
        let bytes = component_of_wit(&wit);
        let (text, decoded, compiled) = (of_text(&wit), of_decoded(&bytes), of_compiled(&bytes));
        prop_assert_eq!(text.signature(), decoded.signature());
        prop_assert_eq!(text.signature(), compiled.signature());
        prop_assert_eq!(text.hash(), compiled.hash());
        prop_assert!(compare(&text, &compiled).is_empty());
        prop_assert!(compare(&compiled, &text).is_empty());
        // What is printed is WIT again, of the same interface.
        let printed = format!("{compiled}\nworld w {{ export {}; }}", random_wit::NAME);
        prop_assert_eq!(of_text(&printed).hash(), text.hash());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_says_nothing_about_values_keeps_the_hash(interface in interfaces(), seed in any::<usize>()) {
        let hash = hash_of(&interface);
        for change in Change::HARMLESS {
            let mut other = interface.clone();
            if other.apply(*change, seed) {
                prop_assert_eq!(hash, hash_of(&other), "{:?}\n{}", change, other.to_wit());
            }
        }
    }

    #[test]
    fn every_change_that_matters_changes_the_hash_and_is_a_difference(
        interface in interfaces(),
        seed in any::<usize>(),
    ) {
        let expected = of_text(&interface.to_wit());
        for change in Change::HARMFUL {
            let mut other = interface.clone();
            if other.apply(*change, seed) {
                let found = of_text(&other.to_wit());
                prop_assert_ne!(expected.hash(), found.hash(), "{:?}\n{}", change, other.to_wit());
                prop_assert!(
                    !compare(&expected, &found).is_empty(),
                    "{:?}\n{}\n{}", change, interface.to_wit(), other.to_wit()
                );
            }
        }
    }
}

#[test]
fn the_generated_hash_is_that_of_the_component() {
    #[fidius::host(wit = "types")]
    struct Types;

    let types = Types::load("guests/built/types.wasm").unwrap();
    let found = types.plugin().interface();
    assert_eq!(found.hash(), types::HASH);
    assert_eq!(types::INTERFACE.hash(), types::HASH);
    assert_eq!(*found.name, *types::INTERFACE.name);
    let bytes = std::fs::read("guests/built/types.wasm").unwrap();
    assert_eq!(of_decoded(&bytes).hash(), types::HASH);
}

#[test]
fn the_hash_of_a_known_interface_never_changes() {
    #[fidius::host(wit = "greeter.wit")]
    struct Greeter;

    // Stored hashes outlive releases: a change of the canonical text needs a new format version in it.
    assert_eq!(
        greeter::INTERFACE.signature(),
        "fidius interface 1\n\
         farewell:func(name:string)->result<string,variant<unknown:string,asleep>>\n\
         greet:func(name:string)->string\n\
         mirror:func(p:record<x:s32,y:s32>,both:bool)->record<x:s32,y:s32>\n"
    );
    assert_eq!(greeter::HASH.to_string().len(), 64);
    assert!(Greeter::load("guests/built/greeter.wasm").is_ok());
}

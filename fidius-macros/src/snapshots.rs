//! The expansion of some interfaces, compared with what is checked in under `snapshots`, so that a change of the generated
//! code shows in review. `FIDIUS_BLESS=1 cargo test -p fidius-macros` writes them anew.

use std::fs;
use std::path::Path;

use proc_macro2::TokenStream;
use quote::quote;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

#[track_caller]
fn check(name: &str, args: TokenStream, item: TokenStream) {
    let root = Path::new(ROOT).join("snapshots");
    let expanded = crate::host_in(Some(&root), args, item);
    let file = syn::parse2(expanded).expect("the expansion is items");
    let text = prettyplease::unparse(&file);
    assert!(
        !text.contains(ROOT),
        "the expansion has a path of the building machine"
    );
    let path = root.join(format!("{name}.expanded.rs"));
    if std::env::var_os("FIDIUS_BLESS").is_some() {
        fs::write(&path, &text).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    if kept != text {
        let different = kept
            .lines()
            .zip(text.lines())
            .position(|(kept, new)| kept != new)
            .unwrap_or_else(|| kept.lines().count().min(text.lines().count()));
        panic!(
            "the expansion of `{name}` has changed, first in line {}:\n  kept: {}\n  new:  {}\n\
             look at the change and run with FIDIUS_BLESS=1",
            different + 1,
            kept.lines().nth(different).unwrap_or_default(),
            text.lines().nth(different).unwrap_or_default(),
        );
    }
}

#[test]
fn every_kind_of_type() {
    check(
        "kinds",
        quote!(wit = "kinds"),
        quote!(
            pub struct Kinds;
        ),
    );
}

#[test]
fn every_kind_of_type_with_serde() {
    check(
        "kinds_serde",
        quote!(wit = "kinds", interface = "shapes", serde),
        quote!(
            pub struct Kinds;
        ),
    );
}

#[test]
fn wide_tuples() {
    check(
        "wide",
        quote!(wit = "wide.wit"),
        quote!(
            struct Wide;
        ),
    );
}

#[test]
fn arguments_that_rename() {
    check(
        "renamed",
        quote!(wit = "empty.wit", module = "other", crate = "my::reexport"),
        quote! {
            /// Mine.
            #[deprecated]
            pub(crate) struct Renamed;
        },
    );
}

#[test]
fn what_is_supported_is_generated_beside_an_error() {
    check(
        "partly",
        quote!(wit = "partly.wit"),
        quote!(
            pub struct Partly;
        ),
    );
}

#[test]
fn what_can_not_be_read_leaves_the_struct() {
    check(
        "missing",
        quote!(wit = "missing.wit"),
        quote!(
            pub struct Missing;
        ),
    );
}

#[test]
fn worlds_imports_and_resources() {
    check(
        "world",
        quote!(
            wit = "world.wit",
            optional = ["open-all"],
            derive(my::Extra)
        ),
        quote!(
            pub struct Plugin;
        ),
    );
}

#[test]
fn interfaces_of_other_modules() {
    check(
        "with",
        quote!(
            wit = "world.wit",
            with = {
                "snapshot:plaza/store" = crate::plugin::store,
                "snapshot:plaza/types@1.0.0" = crate::plugin::types,
            }
        ),
        quote!(
            pub struct With;
        ),
    );
}

#[test]
fn wit_in_the_attribute() {
    check(
        "inline",
        quote!(inline = "package a:b; interface c { d: func() -> u8; }"),
        quote!(
            struct Inline;
        ),
    );
}

#[test]
fn methods_that_are_async() {
    check(
        "async",
        quote!(
            inline = "
                package snapshot:lamp@1.0.0;
                interface lamp {
                    /// A switch of it.
                    resource switch { flip: func(on: bool); new-async: func(); }
                    record lamp-async { bright: bool }
                    dim: func(to: u8) -> result<lamp-async, string>;
                    which: func(switch: borrow<switch>) -> string;
                }
                interface power { on: func() -> bool; }
                world room { import power; export lamp; export power; }
            ",
            async
        ),
        quote!(
            pub struct Room;
        ),
    );
}

#[test]
fn raw_functions_and_the_hash_of_a_guest() {
    check(
        "raw",
        quote!(
            wit = "raw.wit",
            raw = ["digest", "fidius:hasher/hasher@0.1.0.check", "hasher#trim"],
            guest_hash = 0xDF23_3D1A_5936_EB5C_u64
        ),
        quote!(
            pub struct Hasher;
        ),
    );
}

#[test]
fn streams_futures_and_async_functions() {
    check(
        "streams",
        quote!(wit = "streams.wit"),
        quote!(
            pub struct Plumbing;
        ),
    );
}

#[test]
fn streams_of_guests_of_fidius_0_5() {
    check(
        "pulled",
        quote!(
            wit = "pulled.wit",
            client_streams("sum" = u32, "meter.join" = self::Word, "echo" = Vec<super::Chunk>)
        ),
        quote!(
            pub struct Meter;
        ),
    );
}

//! Types of another crate, shared with it by the argument `with`.

use strict_2021::docs::{Choice, Item, Level, Permissions};

/// A host whose interface is bound in the library.
#[fidius::host(wit = "docs.wit", with = { "fidius:docs/docs" = ::strict_2021::docs })]
struct Here;

/// What takes the library's trait takes a host of another crate, and the library's own types.
fn through_the_trait(docs: &dyn strict_2021::docs::Docs) -> Result<(), fidius::Error> {
    docs.no_docs()
}

#[test]
fn a_host_may_have_the_types_and_the_trait_of_another_crate() {
    // Nothing is called: no component has this interface.
    let call: fn(&Here) -> Result<(), fidius::Error> = |host| through_the_trait(host);
    let own: fn(&Here, &Item, &Choice, Level, Permissions) -> bool =
        |host, item, choice, level, permissions| {
            host.do_it(item, choice, level, permissions).is_ok()
        };
    let _ = (call, own);
    let error = Here::load("nowhere").unwrap_err();
    assert!(error.is_not_found());
}

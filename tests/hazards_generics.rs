//! Names and shapes that the generated code could stumble over: type parameters, wide tuples in unusual places, handles in them,
//! resources without functions.

#![deny(warnings)]

#[path = "component_of_wit/mod.rs"]
mod component_of_wit;

use fidius::{CallError, Error};

/// An interface with the name of a type parameter.
#[fidius::host(inline = "package test:t; interface t { f: func(); }")]
pub struct T;

/// A host with the name of another.
#[fidius::host(inline = "
package test:i;
interface h { f: func(); }
world w { import h; export run: func(); }
")]
pub struct I;

/// Handles and wide tuples in lists of fixed length, and in maps.
#[fidius::host(inline = "
package test:wide;

interface wide {
  type row = tuple<u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8>;

  record rows { fixed: list<row, 2>, named: map<string, row> }
  variant some { fixed(list<row, 2>), named(map<string, row>) }
  resource thing { constructor(); }

  echo: func(rows: rows, some: some) -> rows;
  borrowed: func(fixed: list<borrow<thing>, 2>, named: map<u32, borrow<thing>>);
  owned: func(fixed: list<thing, 2>, named: map<u32, thing>) -> list<thing, 2>;
}
")]
pub struct Wide;

const TOKEN: &str = "
package test:token;
world plugin {
  resource token;
  export keep: func(token: borrow<token>) -> u32;
}
";

/// A resource of the world that has no functions.
#[fidius::host(inline = "
package test:token;
world plugin {
  resource token;
  export keep: func(token: borrow<token>) -> u32;
}
")]
pub struct Token;

#[test]
fn what_is_named_like_a_type_parameter_works() {
    struct Given;

    impl w::h::H for Given {
        fn f(&self) -> Result<(), Error> {
            Ok(())
        }
    }

    assert!(T::load("nowhere").unwrap_err().is_not_found());
    assert!(I::load("nowhere", Given).unwrap_err().is_not_found());
}

#[test]
fn wide_tuples_have_their_traits_in_arrays_and_maps() {
    let rows = wide::Rows::default();
    assert_eq!(rows.fixed.len(), 2);
    assert_eq!(rows, rows.clone());
    assert!(format!("{rows:?}").starts_with("Rows { fixed: [(0, 0,"));
    let some = wide::Some::Fixed(rows.fixed);
    assert_ne!(some, wide::Some::Named(rows.named));
    assert!(Wide::load("nowhere").unwrap_err().is_not_found());
}

#[test]
fn a_resource_without_functions_is_given() {
    struct Mine;

    impl plugin::TokenResource for Mine {}

    struct Given;

    impl plugin::PluginImports for Given {}

    let bytes = component_of_wit::component_of_wit(TOKEN);
    let host = Token::load(bytes, Given).unwrap();
    // The component is made of the WIT alone: its functions trap.
    let error = host.keep(&plugin::Token::new(Mine)).unwrap_err();
    assert!(error.is_trap(), "{error}");
}

#[test]
fn an_accessor_is_its_interface() -> Result<(), CallError<String>> {
    fn takes(_: &dyn two::first::First) {}

    /// Two interfaces.
    #[fidius::host(inline = "
    package test:two;
    interface first { f: func() -> result<_, string>; }
    interface second { f: func(); }
    world two { export first; export second; }
    ")]
    struct Two;

    let check: fn(&Two) -> Result<(), CallError<String>> = |two| {
        takes(&two.first());
        two.first().f()
    };
    let _ = check;
    Ok(())
}

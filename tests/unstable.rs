//! Parts of the component model that the engine has switched off: maps and lists of fixed length.

mod component_of_wit;

use std::collections::HashMap;

use fidius::{CallError, Error, Runtime, Unstable};

#[fidius::host(inline = "
package test:maps@0.1.0;

interface maps {
  record count { name: string, numbers: map<string, u32> }

  echo: func(numbers: map<string, u32>) -> map<string, u32>;
  nested: func(counts: list<count>) -> list<count>;
}
")]
struct Maps;

#[fidius::host(inline = "
package test:fixed@0.1.0;

interface fixed {
  type address = list<u8, 4>;

  sum: func(of: address) -> u32;
  count: func(%from: u32) -> list<u32, 3>;
}
")]
struct Fixed;

#[fidius::host(wit = "tests/wit/labelled.wit")]
struct Labelled;

/// Both functions answer with the list that they were given, which is all that a map is in memory.
const MAPS: &str = r#"
(component
  (core module $m
    (memory (export "memory") 1)
    (global $next (mut i32) (i32.const 1024))
    (func (export "realloc") (param i32 i32 i32 i32) (result i32)
      (local $at i32)
      (local.set $at (i32.and (i32.add (global.get $next) (i32.const 7)) (i32.const -8)))
      (global.set $next (i32.add (local.get $at) (local.get 3)))
      (local.get $at))
    (func (export "echo") (param i32 i32) (result i32)
      (i32.store (i32.const 16) (local.get 0))
      (i32.store (i32.const 20) (local.get 1))
      (i32.const 16)))
  (core instance $i (instantiate $m))
  (type $numbers' (map string u32))
  (type $count' (record (field "name" string) (field "numbers" $numbers')))
  (component $shape
    (type $count (record (field "name" string) (field "numbers" (map string u32))))
    (import "count" (type $count-export (eq $count)))
    (import "echo" (func $echo (param "numbers" (map string u32)) (result (map string u32))))
    (import "nested" (func $nested (param "counts" (list $count-export)) (result (list $count-export))))
    (export $exported "count" (type $count))
    (export "echo" (func $echo))
    (export "nested" (func $nested) (func (param "counts" (list $exported)) (result (list $exported)))))
  (func $echo (param "numbers" $numbers') (result $numbers')
    (canon lift (core func $i "echo") (memory $i "memory") (realloc (func $i "realloc"))))
  (func $nested (param "counts" (list $count')) (result (list $count'))
    (canon lift (core func $i "echo") (memory $i "memory") (realloc (func $i "realloc"))))
  (instance $maps (instantiate $shape
    (with "count" (type $count')) (with "echo" (func $echo)) (with "nested" (func $nested))))
  (export "test:maps/maps@0.1.0" (instance $maps)))
"#;

const FIXED: &str = r#"
(component
  (core module $m
    (memory (export "memory") 1)
    (func (export "sum") (param i32 i32 i32 i32) (result i32)
      (i32.add (i32.add (local.get 0) (local.get 1)) (i32.add (local.get 2) (local.get 3))))
    (func (export "count") (param i32) (result i32)
      (i32.store (i32.const 16) (local.get 0))
      (i32.store (i32.const 20) (i32.add (local.get 0) (i32.const 1)))
      (i32.store (i32.const 24) (i32.add (local.get 0) (i32.const 2)))
      (i32.const 16)))
  (core instance $i (instantiate $m))
  (func $sum (param "of" (list u8 4)) (result u32) (canon lift (core func $i "sum")))
  (func $count (param "from" u32) (result (list u32 3))
    (canon lift (core func $i "count") (memory $i "memory")))
  (instance $fixed (export "sum" (func $sum)) (export "count" (func $count)))
  (export "test:fixed/fixed@0.1.0" (instance $fixed)))
"#;

fn switched_on() -> Runtime {
    Runtime::with_unstable(Unstable {
        maps: true,
        fixed_length_lists: true,
        ..Unstable::default()
    })
}

#[test]
fn maps_are_hash_maps() -> Result<(), Error> {
    let bytes = wat::parse_str(MAPS).unwrap();
    let plugin = Maps::builder().runtime(&switched_on()).load(bytes)?;
    let numbers = HashMap::from([("one".to_owned(), 1), ("two".to_owned(), 2)]);
    assert_eq!(plugin.echo(&numbers)?, numbers);
    assert_eq!(plugin.echo(&HashMap::new())?, HashMap::new());
    let counts = [maps::Count {
        name: "some".to_owned(),
        numbers,
    }];
    assert_eq!(plugin.nested(&counts)?, counts);
    assert_eq!(maps::Count::default().numbers, HashMap::new());
    Ok(())
}

#[test]
fn lists_of_fixed_length_are_arrays() -> Result<(), Error> {
    let bytes = wat::parse_str(FIXED).unwrap();
    let plugin = Fixed::builder().runtime(&switched_on()).load(bytes)?;
    let address: fixed::Address = [10, 0, 0, 7];
    assert_eq!(plugin.sum(&address)?, 17);
    assert_eq!(plugin.count(40)?, [40, 41, 42]);
    Ok(())
}

#[test]
fn a_runtime_without_them_says_what_to_switch_on() {
    for (text, field) in [(MAPS, "maps"), (FIXED, "fixed_length_lists")] {
        let bytes = wat::parse_str(text).unwrap();
        let count = bytes.len();
        let error = fidius::Component::load(&Runtime::shared(), bytes).unwrap_err();
        assert!(error.is_not_a_component());
        assert_eq!(
            error.to_string(),
            format!(
                "the component of {count} bytes uses what the engine has switched off because it may still change; load it on a \
                 runtime that has it: `Runtime::with_unstable(Unstable {{ {field}: true, ..Unstable::default() }})`"
            )
        );
    }
}

#[test]
fn one_interface_under_two_labels_is_two_traits() -> Result<(), Error> {
    struct Hot;
    struct Durable;

    impl run::hot::Hot for Hot {
        fn get(&self, _: &str) -> Result<String, CallError<()>> {
            Err(CallError::Guest(()))
        }
    }

    impl run::durable::Durable for Durable {
        fn get(&self, key: &str) -> Result<String, CallError<()>> {
            Ok(key.to_owned())
        }
    }

    let bytes = component_of_wit::component_of_wit(include_str!("wit/labelled.wit"));
    let runtime = Runtime::with_unstable(Unstable {
        labelled_imports: true,
        ..Unstable::default()
    });
    let imports = run::Imports {
        hot: Hot,
        durable: Durable,
    };
    // The component is made of the WIT alone: its functions trap.
    let plugin = Labelled::builder()
        .runtime(&runtime)
        .imports(imports)
        .load(bytes)?;
    assert!(plugin.run().unwrap_err().is_trap());
    Ok(())
}

//! What a component wants of its host is compared at load with what the host offers: all that is missing is in one error.

mod component_of_wit;

use component_of_wit::component_of_wit;
use fidius::{CallError, Error};

const REPORTER: &str = "guests/built/reporter.wasm";

#[track_caller]
fn assert_text<T>(loaded: Result<T, Error>, text: &str) {
    let Err(error) = loaded else {
        panic!("the component was loaded");
    };
    assert!(error.is_denied(), "{error}");
    assert_eq!(error.to_string(), text);
}

/// The component's name in errors, where it came as bytes.
fn name_of(component: &[u8]) -> String {
    format!("the component of {} bytes", component.len())
}

#[test]
fn a_host_without_imports_lists_every_function() {
    #[fidius::host(inline = "
        package example:reporter@1.0.0;
        world nothing-given {
          export report: func(title: string, keys: list<string>) -> result<string, string>;
        }")]
    struct NothingGiven;

    assert_text(
        NothingGiven::load(REPORTER),
        "`guests/built/reporter.wasm` imports 3 things that this host does not provide:
  - `example:reporter/log@1.0.0`: this host gives plugins no functions of its own
      write: func(level: level, message: string)
  - `example:reporter/store@1.0.0`: this host gives plugins no functions of its own
      get: func(key: string) -> result<option<string>, string>
      set: func(key: string, value: string) -> result<_, string>
  - `now`: this host gives plugins no functions of its own
      now: func() -> u64",
    );
}

#[test]
fn a_whole_guest_is_listed_with_every_signature() {
    // The interface alone, without the world that says what the plugin imports.
    #[fidius::host(wit = "imports", interface = "drive")]
    struct Alone;

    let error = Alone::load("guests/built/imports.wasm").unwrap_err();
    assert!(error.is_denied());
    let text = error.to_string();
    let lines: Vec<&str> = text.lines().collect();
    assert!(
        lines[0].ends_with("imports 5 things that this host does not provide:"),
        "{text}"
    );
    for line in [
        "  - `fidius:units/measures@1.0.0`: this host gives plugins no functions of its own",
        "      convert: func(length: length, to: unit) -> length",
        "  - `fidius:imports/host@0.1.0`: this host gives plugins no functions of its own",
        "      maybe-person: func(p: option<person>) -> option<person>",
        "      many: func(a: u8, b: s16, c: u32, d: s64, e: bool, f: char, g: string, h: u64, i: s8, j: u16, k: s32, \
         l: f32, m: f64, n: list<u8>, o: option<string>, p: point, q: weekday) -> string",
        "      ready: func(yes: bool) -> result",
        "      type: func(self: string, enum: u32) -> string",
        "  - `extra`: this host gives plugins no functions of its own",
        "      double: func(d: u32) -> u32",
        "  - `prefer`: this host gives plugins no functions of its own",
        "      prefer: func(preference: preference) -> preference",
        "  - `tick`: this host gives plugins no functions of its own",
        "      tick: func()",
    ] {
        assert!(lines.contains(&line), "`{line}` is not in:\n{text}");
    }
    // The first line, 5 imports, 26 functions of `host`, one of `measures`, 2 of `extra`, and 2 of the world.
    assert_eq!(lines.len(), 1 + 5 + 26 + 1 + 2 + 2);
}

#[test]
fn what_is_missing_and_what_is_different_is_listed_at_once() {
    #[fidius::host(inline = "
        package example:reporter@1.0.0;
        interface log {
          enum level { debug, info, warning }
          write: func(level: level, message: string);
        }
        interface store {
          get: func(key: string) -> option<string>;
        }
        world less {
          import log;
          import store;
          export report: func(title: string, keys: list<string>) -> result<string, string>;
        }")]
    struct Less;

    struct Fake;
    impl less::log::Log for Fake {
        fn write(&self, _: less::log::Level, _: &str) -> Result<(), Error> {
            Ok(())
        }
    }
    impl less::store::Store for Fake {
        fn get(&self, _: &str) -> Result<Option<String>, Error> {
            Ok(None)
        }
    }

    assert_text(
        Less::load(REPORTER, Fake),
        "`guests/built/reporter.wasm` imports 3 things that this host does not provide:
  - `example:reporter/log@1.0.0`: this host offers it with other functions
      function `write`: enum `level`, case `error`
        wanted:   error
        offered:  nothing
  - `example:reporter/store@1.0.0`: this host offers it with other functions
      function `get`: the result
        wanted:   result<option<string>, string>
        offered:  option<string>
      function `set`
        wanted:   set: func(key: string, value: string) -> result<_, string>
        offered:  nothing (the host has `get`)
  - `now`: this host gives plugins interfaces, and no functions by themselves
      now: func() -> u64",
    );
}

/// A host of a world with an interface of two functions, and a function of its own.
#[fidius::host(inline = "
    package test:kitchen@1.2.0;
    interface stove {
      record plate { watts: u32, name: string }
      heat: func(plate: plate) -> result<u32, string>;
      cool: func();
    }
    world cook {
      import stove;
      import taste: func(salt: u8) -> bool;
      export cook: func() -> u32;
    }")]
struct Cook;

struct Kitchen;

impl cook::stove::Stove for Kitchen {
    fn heat(&self, plate: &cook::stove::Plate) -> Result<u32, CallError<String>> {
        Ok(plate.watts)
    }

    fn cool(&self) -> Result<(), Error> {
        Ok(())
    }
}

impl cook::CookImports for Kitchen {
    fn taste(&self, _: u8) -> Result<bool, Error> {
        Ok(true)
    }
}

/// A component for the host `Cook`, whose world imports these things.
fn cook(version: &str, imports: &str, rest: &str) -> Vec<u8> {
    component_of_wit(&format!(
        "package test:kitchen@{version};
         world plugin {{ {imports} export cook: func() -> u32; }}
         {rest}"
    ))
}

const STOVE: &str = "interface stove {
    record plate { watts: u32, name: string }
    heat: func(plate: plate) -> result<u32, string>;
    cool: func();
}";

#[test]
fn less_than_the_host_offers_fits() {
    for (imports, rest) in [
        ("", ""),
        ("import stove;", STOVE),
        ("import stove;", "interface stove { cool: func(); }"),
        ("import taste: func(salt: u8) -> bool;", ""),
        // Other names of types, and another order of functions.
        (
            "import stove;",
            "interface stove {
               cool: func();
               record hob { watts: u32, name: string }
               heat: func(plate: hob) -> result<u32, string>;
             }",
        ),
    ] {
        Cook::load(cook("1.2.0", imports, rest), Kitchen).unwrap();
    }
}

#[test]
fn a_compatible_version_fits() {
    for version in ["1.0.0", "1.2.7", "1.9.0"] {
        Cook::load(cook(version, "import stove;", STOVE), Kitchen).unwrap();
    }
}

#[test]
fn an_incompatible_version_is_named() {
    for version in ["2.0.0", "0.2.0", "1.2.0-rc.1"] {
        let component = cook(version, "import stove;", STOVE);
        let text = format!(
            "{} imports something that this host does not provide:
  - `test:kitchen/stove@{version}`: this host has another version of it, `test:kitchen/stove@1.2.0`, which is not compatible
      heat: func(plate: plate) -> result<u32, string>
      cool: func()",
            name_of(&component)
        );
        assert_text(Cook::load(component, Kitchen), &text);
    }
}

#[test]
fn a_compatible_version_with_more_in_it_does_not_fit() {
    let stove = STOVE.replace(
        "cool: func();",
        "cool: func(); clean: func(brush: string) -> u8;",
    );
    let component = cook("1.3.0", "import stove;", &stove);
    let text = format!(
        "{} imports something that this host does not provide:
  - `test:kitchen/stove@1.3.0`: this host offers it with other functions, as `test:kitchen/stove@1.2.0`
      function `clean`
        wanted:   clean: func(brush: string) -> u8
        offered:  nothing",
        name_of(&component)
    );
    assert_text(Cook::load(component, Kitchen), &text);
}

#[test]
fn a_difference_deep_in_a_type_is_shown() {
    let stove = STOVE.replace("watts: u32", "watts: f32");
    let component = cook("1.2.0", "import stove;", &stove);
    let text = format!(
        "{} imports something that this host does not provide:
  - `test:kitchen/stove@1.2.0`: this host offers it with other functions
      function `heat`: record `plate`, field `watts`
        wanted:   f32
        offered:  u32",
        name_of(&component)
    );
    assert_text(Cook::load(component, Kitchen), &text);
}

#[test]
fn functions_of_the_world_are_compared_too() {
    let imports =
        "import taste: func(salt: u8, pepper: u8) -> bool; import smell: func() -> string;";
    let component = cook("1.2.0", imports, "");
    let text = format!(
        "{} imports 2 things that this host does not provide:
  - `taste`: this host offers a function of that name that is not the same
      function `taste`
        wanted:   taste: func(salt: u8, pepper: u8) -> bool
        offered:  taste: func(salt: u8) -> bool
  - `smell`: this host gives plugins only `taste`
      smell: func() -> string",
        name_of(&component)
    );
    assert_text(Cook::load(component, Kitchen), &text);
}

#[test]
fn other_interfaces_are_listed_with_what_the_host_has() {
    let component = component_of_wit(
        "package other:kitchen@1.2.0;
         interface stove { cool: func(); }
         world plugin {
           import stove;
           import fridge: interface { open: func(); shut: func(); }
           export cook: func() -> u32;
         }",
    );
    let text = format!(
        "{} imports 2 things that this host does not provide:
  - `other:kitchen/stove@1.2.0`: this host gives plugins only `test:kitchen/stove@1.2.0`
      cool: func()
  - `fridge`: this host gives plugins only `test:kitchen/stove@1.2.0`
      open: func()
      shut: func()",
        name_of(&component)
    );
    assert_text(Cook::load(component, Kitchen), &text);
}

#[test]
fn an_import_of_types_alone_needs_no_host() {
    let component = component_of_wit(
        "package test:kitchen@1.2.0;
         interface names { type name = string; record tag { name: name } }
         interface tags { use names.{tag}; tags: func() -> list<tag>; }
         world plugin { import names; export tags; export cook: func() -> u32; }",
    );
    Cook::load(component, Kitchen).unwrap();
}

// Resources.

/// A host that gives its plugin pots.
#[fidius::host(
    inline = "
    package test:shelf@1.0.0;
    interface pots {
      resource pot {
        constructor(litres: u32);
        fill: func(litres: u32) -> u32;
      }
      largest: func() -> pot;
    }
    interface lids {
      close: func();
    }
    world cook {
      import pots;
      import lids;
      export cook: func() -> u32;
    }",
    module = "shelf"
)]
struct Shelf;

struct Pots;

impl shelf::pots::PotResource for Pots {
    fn fill(&self, litres: u32) -> Result<u32, Error> {
        Ok(litres)
    }
}

impl shelf::pots::Pots for Pots {
    fn new_pot(&self, _: u32) -> Result<shelf::pots::Pot, Error> {
        self.largest()
    }

    fn largest(&self) -> Result<shelf::pots::Pot, Error> {
        Ok(shelf::pots::Pot::new(Pots))
    }
}

impl shelf::lids::Lids for Pots {
    fn close(&self) -> Result<(), Error> {
        Ok(())
    }
}

fn shelf(imports: &str, interfaces: &str) -> Vec<u8> {
    shelf_of("1.0.0", imports, interfaces)
}

fn shelf_of(version: &str, imports: &str, interfaces: &str) -> Vec<u8> {
    component_of_wit(&format!(
        "package test:shelf@{version};
         world plugin {{ {imports} export cook: func() -> u32; }}
         {interfaces}"
    ))
}

#[test]
fn resources_that_the_host_offers_fit() {
    for pots in [
        "resource pot { constructor(litres: u32); fill: func(litres: u32) -> u32; } largest: func() -> pot;",
        "resource pot; largest: func() -> pot;",
        "resource pot;",
    ] {
        for version in ["1.0.0", "1.4.2"] {
            let pots = format!("interface pots {{ {pots} }}");
            Shelf::load(shelf_of(version, "import pots;", &pots), Pots).unwrap();
        }
    }
}

#[test]
fn methods_of_resources_are_compared() {
    let component = shelf(
        "import pots;",
        "interface pots {
           resource pot {
             constructor(litres: u64);
             fill: func(litres: u32);
             empty: func() -> u32;
             scrub: static func(pot: borrow<pot>);
           }
           largest: func() -> option<pot>;
         }",
    );
    let text = format!(
        "{} imports something that this host does not provide:
  - `test:shelf/pots@1.0.0`: this host offers it with other functions
      function `pot.constructor`: parameter `litres`
        wanted:   u64
        offered:  u32
      function `pot.fill`
        wanted:   pot.fill: func(litres: u32)
        offered:  pot.fill: func(litres: u32) -> u32
      function `pot.empty`
        wanted:   pot.empty: func() -> u32
        offered:  nothing
      function `pot.scrub`
        wanted:   pot.scrub: static func(pot: borrow<pot>)
        offered:  nothing
      function `largest`: the result
        wanted:   option<pot>
        offered:  pot",
        name_of(&component)
    );
    assert_text(Shelf::load(component, Pots), &text);
}

#[test]
fn resources_that_the_host_does_not_have_are_refused() {
    // An interface that the host has, without this resource.
    let component = shelf(
        "import lids;",
        "interface lids { resource lid; close: func(); }",
    );
    let error = Shelf::load(component, Pots).unwrap_err();
    assert!(error.is_denied());
    // The words are the engine's: there is no function to compare.
    let text = error.to_string();
    assert!(
        text.contains("`test:shelf/lids@1.0.0`") && text.contains("`lid`"),
        "{text}"
    );
}

#[test]
fn an_interface_of_nothing_but_a_resource_is_refused() {
    let component = shelf("import cups;", "interface cups { resource cup; }");
    let text = format!(
        "{} imports something that this host does not provide:
  - `test:shelf/cups@1.0.0`: this host gives plugins only `test:shelf/pots@1.0.0`, `test:shelf/lids@1.0.0`",
        name_of(&component)
    );
    assert_text(Shelf::load(component, Pots), &text);
}

#[test]
fn what_does_not_fit_on_either_side_is_listed_at_once() {
    #[fidius::host(inline = "
        package example:reporter@1.0.0;
        interface log {
          enum level { debug, info, warning, error }
          write: func(level: level, message: string);
        }
        world both {
          import log;
          export report: func(title: string) -> string;
        }")]
    struct Both;

    struct Quiet;

    impl both::log::Log for Quiet {
        fn write(&self, _: both::log::Level, _: &str) -> Result<(), Error> {
            Ok(())
        }
    }

    let error = Both::load(REPORTER, Quiet).unwrap_err();
    assert!(error.is_mismatch(), "{error}");
    assert_eq!(error.differences().len(), 2);
    let text = error.to_string();
    for part in [
        "does not fit `both`: 2 differences",
        "`example:reporter/store@1.0.0`: this host gives plugins only `example:reporter/log@1.0.0`",
        "now: func() -> u64",
    ] {
        assert!(text.contains(part), "{text}");
    }
}

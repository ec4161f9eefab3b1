//! Where the WIT comes from: a file, the attribute, or a component; and what else the attribute can be told.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use fidius::Error;

const GREETER: &str = "guests/built/greeter.wasm";

// WIT in the attribute.

/// Less than the component has.
#[fidius::host(
    inline = "package fidius:greeter@0.1.0; interface greeter { greet: func(name: string) -> string; }"
)]
struct Inline;

#[test]
fn wit_in_the_attribute() {
    let plugin = Inline::load(GREETER).unwrap();
    assert_eq!(plugin.greet("you").unwrap(), "Hello, you!");
    assert_eq!(plugin.plugin().interface().functions.len(), 3);
    assert_eq!(greeter::INTERFACE.functions.len(), 1);
}

#[test]
fn wit_in_the_attribute_with_a_world_imports_and_another_package() {
    /// Its types are those of a package that stands in the same text.
    #[fidius::host(inline = r#"
            package test:shop;

            world shop {
                use fidius:shapes/shapes@1.2.0.{point};
                export fidius:types/types@0.1.0;
            }

            package fidius:shapes@1.2.0 {
                interface shapes { record point { x: s32, y: s32 } }
            }

            package fidius:types@0.1.0 {
                interface types {
                    use fidius:shapes/shapes@1.2.0.{point};
                    echo-points: func(v: list<point>) -> list<point>;
                }
            }
        "#)]
    struct Shop;

    let plugin = Shop::load("guests/built/types.wasm").unwrap();
    let points = vec![shop::Point { x: 1, y: -1 }; 3];
    assert_eq!(plugin.echo_points(&points).unwrap(), points);
    assert_eq!(plugin.types().echo_points(&[]).unwrap(), []);
}

// Components, without any WIT.

#[fidius::host(component = "guests/built/counters.wasm")]
struct Counters;

#[test]
fn bindings_of_a_component_with_a_resource() {
    use counters::{Counter, CounterResource};
    struct Zero;
    impl CounterResource for Zero {
        fn add(&self, _: u32) -> Result<u32, Error> {
            Ok(0)
        }
        fn value(&self) -> Result<u32, Error> {
            Ok(0)
        }
    }
    let plugin = Counters::load("guests/built/counters.wasm").unwrap();
    let counter: Counter = plugin.new_counter(3).unwrap();
    assert_eq!(counter.add(4).unwrap(), 7);
    assert_eq!(plugin.describe(&counter).unwrap(), "a counter at 7");
    assert_eq!(Counter::new(Zero).add(4).unwrap(), 0);
    assert_eq!(
        &*counters::INTERFACE.name,
        "example:counters/counters@1.0.0"
    );
}

#[test]
fn bindings_of_the_greeter() {
    #[fidius::host(component = "guests/built/greeter.wasm")]
    struct Greeter;

    let plugin = Greeter::load(GREETER).unwrap();
    assert_eq!(plugin.greet("you").unwrap(), "Hello, you!");
    let point = greeter::Point { x: 1, y: 2 };
    assert_eq!(plugin.mirror(&point, false).unwrap().x, -1);
    let error = plugin.farewell("stranger").unwrap_err();
    assert_eq!(
        error.guest(),
        Some(&greeter::FarewellError::Unknown("stranger".to_owned()))
    );
    // The same as out of the WIT.
    let from_wit = the_greeter::Greeter::load(GREETER).unwrap();
    assert_eq!(
        from_wit.plugin().interface().hash(),
        plugin.plugin().interface().hash()
    );
    assert_eq!(the_greeter::greeter::HASH, greeter::HASH);
}

mod the_greeter {
    #[fidius::host(wit = "greeter.wit")]
    pub struct Greeter;
}

#[test]
fn bindings_of_every_type() {
    #[fidius::host(component = "guests/built/types.wasm")]
    struct Types;

    let plugin = Types::load("guests/built/types.wasm").unwrap();
    let key = types::Key {
        id: 7,
        name: "seven".to_owned(),
        parts: vec![1, 2],
    };
    assert_eq!(plugin.echo_bytes(&[1, 2]).unwrap(), [1, 2]);
    let payload = types::Payload::Item(key);
    assert_eq!(plugin.echo_payload(&payload).unwrap(), payload);
    let point = types::Position { x: 5, y: 1 };
    assert_eq!(plugin.echo_option_point(Some(&point)).unwrap(), Some(point));
}

#[fidius::host(component = "guests/built/plaza.wasm")]
struct Plaza;

#[derive(Default)]
struct Audited(Mutex<Vec<String>>);

impl plaza::audit::Audit for Audited {
    fn new_trail(&self, _: &str) -> Result<plaza::audit::Trail, Error> {
        unreachable!("no trail is made here")
    }
    fn note(&self, entry: &plaza::audit::Entry) -> Result<(), Error> {
        self.0.lock().unwrap().push(entry.what.clone());
        Ok(())
    }
    fn gravest(&self, _: &plaza::audit::Trail) -> Result<Option<plaza::audit::Entry>, Error> {
        Ok(None)
    }
}

struct Words;

impl plaza::PlazaImports for Words {
    fn translate(&self, purpose: plaza::Purpose) -> Result<String, Error> {
        Ok(format!("{purpose:?}"))
    }
}

#[test]
fn bindings_of_a_world_with_everything() {
    let notes = Arc::new(Audited::default());
    let imports = plaza::Imports {
        audit: Arc::clone(&notes),
        plaza: Words,
    };
    let plugin = Plaza::load("guests/built/plaza.wasm", imports).unwrap();
    assert_eq!(plugin.welcome("you").unwrap(), "Welcome, you!");
    let visit = plaza::Visit {
        name: "you".to_owned(),
        minutes: 3,
    };
    assert_eq!(plugin.count(&[visit]).unwrap(), 3);
    assert_eq!(plugin.one_store_v1_0_0().stock("melon").unwrap(), 1);
    assert_eq!(plugin.one_store_v2_0_0().stock("melon").unwrap(), 1);
    assert_eq!(plugin.two_store().price("melon").unwrap(), 250);
    assert_eq!(
        plugin.desk().ask("What is there?").unwrap().text,
        "Food and Drink"
    );
    let basket = plugin.one_store_v1_0_0().new_basket().unwrap();
    assert_eq!(plugin.one_store_v1_0_0().pay(basket).unwrap(), 0);
    assert_eq!(*notes.0.lock().unwrap(), ["paid 0"]);
    // What the guest was built with is there: the component knows no features.
    assert_eq!(plugin.fireworks().launch(2).unwrap(), "**");
    assert_eq!(plugin.notices().sparkle("x").unwrap(), 1);
}

#[fidius::host(component = "guests/built/resources.wasm", module = "parts")]
struct Resources;

#[test]
fn bindings_of_resources_in_several_interfaces() {
    #[derive(Default)]
    struct Ended(Mutex<Vec<u32>>);
    impl parts::events::Events for Ended {
        fn dropped(&self, _: &str, id: u32) -> Result<(), Error> {
            self.0.lock().unwrap().push(id);
            Ok(())
        }
    }
    let ended = Arc::new(Ended::default());
    let plugin = Resources::load("guests/built/resources.wasm", Arc::clone(&ended)).unwrap();
    let node: parts::shapes::Node = plugin.shapes().new_node("n").unwrap();
    assert_eq!(plugin.gallery().caption(&node).unwrap(), "n, number 1");
    let placed = parts::shapes::Placed { node, x: 1, y: 1 };
    drop(plugin.gallery().frame(placed).unwrap());
    let mut ended = ended.0.lock().unwrap().clone();
    ended.sort_unstable();
    assert_eq!(ended, [1, 2]);
}

#[test]
fn bindings_of_one_interface_of_a_component() {
    // The component exports a function of its tool's besides, which has nothing to do with the plugin.
    #[fidius::host(component = "guests/built/greeter-js.wasm", interface = "greeter")]
    struct Greeter;

    // All that it imports is WASI, so that `load` takes no imports. This is another component, which is compiled faster.
    let plugin = Greeter::load(GREETER).unwrap();
    assert_eq!(plugin.greet("you").unwrap(), "Hello, you!");
    assert!(<Greeter as fidius::Host>::DEFINITION.imports.is_empty());
    assert_eq!(greeter::HASH, the_greeter::greeter::HASH);
}

// A WIT and a component that fits it.

#[test]
fn a_component_is_held_against_the_wit_while_compiling() {
    #[fidius::host(wit = "greeter.wit", component = "guests/built/greeter-c.wasm")]
    struct Greeter;

    // The WIT is what counts: its docs, its names, and not more than it has.
    let plugin = Greeter::load("guests/built/greeter-c.wasm").unwrap();
    assert_eq!(plugin.greet("you").unwrap(), "Hello, you!");
    assert_eq!(
        Greeter::load(GREETER).unwrap().greet("x").unwrap(),
        "Hello, x!"
    );
}

#[test]
fn a_component_may_have_more_than_the_wit_and_lack_what_is_optional() {
    #[fidius::host(
        inline = "package fidius:greeter@0.1.0; interface greeter { greet: func(name: string) -> string; }",
        component = "guests/built/greeter.wasm"
    )]
    struct More;

    #[fidius::host(
        wit = "optional.wit",
        component = "guests/built/partial.wasm",
        optional = ["decode", "name", "stats", "version"],
    )]
    struct Less;

    assert_eq!(
        More::load(GREETER).unwrap().greet("x").unwrap(),
        "Hello, x!"
    );
    let less = Less::load("guests/built/partial.wasm").unwrap();
    assert_eq!(less.codec().encode("ab").unwrap(), b"ba");
}

#[test]
fn a_world_with_imports_is_held_against_a_component_too() {
    #[fidius::host(wit = "plaza", component = "guests/built/plaza.wasm")]
    struct Fits;

    #[fidius::host(wit = "resources", component = "guests/built/resources.wasm")]
    struct FitsToo;

    assert_eq!(<Fits as fidius::Host>::DEFINITION.exports.len(), 7);
    assert_eq!(<FitsToo as fidius::Host>::DEFINITION.exports.len(), 3);
}

// One interface, plugins in several languages.

#[test]
fn guests_in_other_languages_are_the_same() {
    use the_greeter::greeter::{FarewellError, Point};
    for language in ["greeter", "greeter-c", "greeter-js"] {
        let plugin = the_greeter::Greeter::load(format!("guests/built/{language}.wasm")).unwrap();
        for plugin in [plugin.plugin().session().unwrap(), plugin] {
            for name in ["", "world", "Zoë \u{1f600}", &"long ".repeat(10_000)] {
                assert_eq!(plugin.greet(name).unwrap(), format!("Hello, {name}!"));
            }
            let point = Point { x: 3, y: i32::MAX };
            assert_eq!(
                plugin.mirror(&point, true).unwrap(),
                Point {
                    x: -3,
                    y: -i32::MAX
                }
            );
            assert_eq!(plugin.mirror(&point, false).unwrap().y, i32::MAX);
            assert_eq!(plugin.farewell("Bob").unwrap(), "Goodbye, Bob!");
            let error = plugin.farewell("stranger").unwrap_err();
            assert_eq!(
                error.guest(),
                Some(&FarewellError::Unknown("stranger".to_owned())),
                "{language}"
            );
            let error = plugin.farewell("night").unwrap_err();
            assert_eq!(error.guest(), Some(&FarewellError::Asleep), "{language}");
        }
    }
}

// What to bind, and what to call it.

#[test]
fn an_interface_or_a_world_is_chosen_by_name() {
    #[fidius::host(wit = "counters.wit", interface = "counters")]
    struct ByInterface;

    #[fidius::host(wit = "counters.wit", world = "counters-plugin", module = "by_world")]
    struct ByWorld;

    #[fidius::host(
        wit = "plaza",
        interface = "shop:two/store@1.0.0",
        module = "the_second"
    )]
    struct OfAnotherPackage;

    let component = "guests/built/counters.wasm";
    let plugin = ByInterface::load(component).unwrap();
    assert_eq!(plugin.alive().unwrap(), 0);
    let plugin = ByWorld::load(component).unwrap();
    assert_eq!(plugin.alive().unwrap(), 0);
    let name = <OfAnotherPackage as fidius::Host>::DEFINITION.exports[0]
        .interface
        .name
        .to_string();
    assert_eq!(name, "shop:two/store@1.0.0");
    fn types(_: counters::Counter, _: by_world::Counter, _: the_second::Basket) {}
    let _ = types;
}

#[test]
fn several_hosts_stand_side_by_side_under_other_module_names() {
    #[fidius::host(wit = "greeter.wit", module = "first")]
    struct First;
    #[fidius::host(wit = "greeter.wit", module = "second")]
    struct Second;

    let point = first::Point { x: 1, y: 1 };
    let first: &dyn first::Greeter = &First::load(GREETER).unwrap();
    let second: &dyn second::Greeter = &Second::load(GREETER).unwrap();
    let first::Point { x, y } = first.mirror(&point, true).unwrap();
    let point = second.mirror(&second::Point { x, y }, true).unwrap();
    assert_eq!((point.x, point.y), (1, 1));
}

// Derives.

#[test]
fn further_derives_for_the_generated_types() {
    #[fidius::host(
        inline = r#"
            package fidius:types@0.1.0;
            interface types {
                record key { id: u64, name: string, parts: list<u32> }
                record failure { code: u32, message: string }
                enum weekday { monday, tuesday, wednesday, thursday, friday, saturday, sunday }
                type entry = tuple<f64, string>;
                echo-key: func(v: key) -> key;
                echo-weekday: func(v: weekday) -> weekday;
                echo-figures: func(v: list<figure>) -> list<figure>;
                use fidius:shapes/shapes@1.2.0.{shape as figure};
            }
            package fidius:shapes@1.2.0 {
                interface shapes {
                    record point { x: s32, y: s32 }
                    enum color { red, green, deep-blue }
                    variant shape {
                        none,
                        dot(point),
                        circle(tuple<point, f64>),
                        polygon(list<point>),
                        label(string),
                        painted(tuple<color, option<string>>),
                    }
                }
            }
        "#,
        derive(PartialOrd, serde::Serialize, serde::Deserialize),
        module = "derived"
    )]
    struct Types;
    use derived::{Figure, Key, Weekday};

    // What has floating-point numbers in it has no order of its own.
    let low = Figure::Circle((derived::shapes::Point { x: 1, y: 2 }, 0.5));
    let high = Figure::Circle((derived::shapes::Point { x: 1, y: 2 }, 0.75));
    assert!(Figure::None < low && low < high);
    // What has one keeps it, and gets it once.
    assert!(Weekday::Monday < Weekday::Sunday);
    assert_eq!(BTreeSet::from([Key::default(), Key::default()]).len(), 1);

    let text = serde_json::to_string(&low).unwrap();
    assert_eq!(text, r#"{"Circle":[{"x":1,"y":2},0.5]}"#);
    assert_eq!(serde_json::from_str::<Figure>(&text).unwrap(), low);

    let plugin = Types::load("guests/built/types.wasm").unwrap();
    let both = [low, high];
    assert_eq!(plugin.echo_figures(&both).unwrap(), both);
}

#[test]
fn further_derives_beside_tuples_that_std_has_no_traits_for() {
    #[fidius::host(
        inline = "
            package a:b;
            interface wide {
                record both {
                    all: tuple<u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8>,
                    name: string,
                }
                record short { x: f64 }
                get: func() -> tuple<both, short>;
            }
        ",
        derive(PartialOrd)
    )]
    struct Wide;

    let both = wide::Both::default();
    assert!(both <= both.clone());
    assert!(wide::Short { x: 0.5 } < wide::Short { x: 0.75 });
    assert!(Wide::load(GREETER).unwrap_err().is_mismatch());
}

#[test]
fn types_with_handles_get_no_further_derives() {
    // Nothing of the interface but these could have them, and they can't.
    #[fidius::host(wit = "resources", derive(serde::Serialize), module = "parts")]
    struct Resources;

    #[fidius::host(wit = "counters.wit", derive(PartialOrd))]
    struct Counters;

    let name = <Resources as fidius::Host>::DEFINITION.exports[0]
        .interface
        .name
        .to_string();
    assert_eq!(name, "fidius:resources/shapes@0.1.0");
    assert!(Counters::load("guests/built/counters.wasm").is_ok());
}

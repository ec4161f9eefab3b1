//! Types of one host used by another: `with`.

use std::sync::{Arc, Mutex};

use fidius::Error;

/// The host whose types the others use.
mod plazas {
    #[fidius::host(wit = "plaza")]
    pub struct Plaza;
}

use plazas::plaza::audit::{Audit, Entry, Severity, Trail, TrailResource};
use plazas::plaza::goods::Item;

/// The same component by what it says of itself, with the other host's types for two of its interfaces.
#[fidius::host(
    component = "guests/built/plaza.wasm",
    module = "second",
    with = {
        "shop:goods/goods" = crate::plazas::plaza::goods,
        "shop:one/audit@1.0.0" = plazas::plaza::audit,
    }
)]
struct Second;

const COMPONENT: &str = "guests/built/plaza.wasm";

/// Implements the one trait that both hosts import.
#[derive(Default)]
struct Notes(Arc<Mutex<Vec<String>>>);

struct OwnTrail(Mutex<Vec<Entry>>);

impl Audit for Notes {
    fn new_trail(&self, name: &str) -> Result<Trail, Error> {
        self.0.lock().unwrap().push(name.to_owned());
        Ok(Trail::new(OwnTrail(Mutex::default())))
    }
    fn note(&self, entry: &Entry) -> Result<(), Error> {
        self.0.lock().unwrap().push(entry.what.clone());
        Ok(())
    }
    fn gravest(&self, _: &Trail) -> Result<Option<Entry>, Error> {
        Ok(None)
    }
}

impl TrailResource for OwnTrail {
    fn add(&self, entry: &Entry) -> Result<u32, Error> {
        let mut entries = self.0.lock().unwrap();
        entries.push(entry.clone());
        Ok(u32::try_from(entries.len()).unwrap())
    }
    fn entries(&self) -> Result<Vec<Entry>, Error> {
        Ok(self.0.lock().unwrap().clone())
    }
}

struct Words;

impl plazas::plaza::PlazaImports for Words {
    fn translate(&self, _: plazas::plaza::Purpose) -> Result<String, Error> {
        Ok("first".to_owned())
    }
}

/// What belongs to the world itself is each host's own.
impl second::PlazaImports for Words {
    fn translate(&self, _: second::Purpose) -> Result<String, Error> {
        Ok("second".to_owned())
    }
}

fn first() -> (plazas::Plaza, Arc<Mutex<Vec<String>>>) {
    let notes = Notes::default();
    let all = Arc::clone(&notes.0);
    let imports = plazas::plaza::Imports {
        audit: notes,
        plaza: Words,
    };
    (plazas::Plaza::load(COMPONENT, imports).unwrap(), all)
}

fn entry(what: &str) -> Entry {
    Entry {
        what: what.to_owned(),
        severity: Severity::Minor,
    }
}

fn second(audit: impl Audit + Send + Sync + 'static) -> Second {
    Second::load(
        COMPONENT,
        second::Imports {
            audit,
            plaza: Words,
        },
    )
    .unwrap()
}

#[test]
fn records_go_from_one_host_to_the_other() {
    let (first, _) = first();
    let second = second(Notes::default());
    let found: Item = first.one_store_v1_0_0().find("apple").unwrap().unwrap();
    let basket = second.one_store_v1_0_0().new_basket().unwrap();
    assert_eq!(basket.put(&found).unwrap(), 30);
    assert_eq!(basket.items().unwrap(), [found]);
}

#[test]
fn one_implementation_serves_the_imports_of_both() {
    let (first, noted) = first();
    let notes = Notes::default();
    let also_noted = Arc::clone(&notes.0);
    let second = second(notes);
    first.audit().note(&entry("a")).unwrap();
    second.audit().note(&entry("b")).unwrap();
    assert_eq!(*noted.lock().unwrap(), ["a"]);
    assert_eq!(*also_noted.lock().unwrap(), ["b"]);
    // The world's own functions and types are each host's own.
    assert_eq!(
        first.desk().ask("What is there?").unwrap().text,
        "first and first"
    );
    assert_eq!(
        second.desk().ask("What is there?").unwrap().text,
        "second and second"
    );
}

#[test]
fn a_plugin_of_one_host_serves_the_import_of_the_other() {
    let (first, noted) = first();
    let second = second(first);
    let trail: Trail = second.audit().new_trail("x").unwrap();
    assert_eq!(trail.add(&entry("a")).unwrap(), 1);
    assert_eq!(*noted.lock().unwrap(), ["plaza: plaza: x"]);
    assert_eq!(trail.entries().unwrap(), [entry("a")]);
}

#[test]
fn handles_are_of_one_type_and_still_belong_to_their_plugin() {
    let (first, _) = first();
    let second = second(Notes::default());
    let audits: [&dyn Audit; 2] = [&first, &second];
    let [one, two]: [Trail; 2] = audits.map(|audit| audit.new_trail("x").unwrap());
    for trail in [&one, &two] {
        trail.add(&entry("a")).unwrap();
    }
    assert_eq!(first.audit().gravest(&one).unwrap(), Some(entry("a")));
    assert_eq!(second.audit().gravest(&two).unwrap(), Some(entry("a")));
    for error in [
        first.audit().gravest(&two).unwrap_err(),
        second.audit().gravest(&one).unwrap_err(),
    ] {
        assert!(error.is_foreign_handle());
        assert_eq!(
            error.to_string(),
            "the `trail` passed to `gravest` belongs to `guests/built/plaza.wasm` as it was loaded another time; handles \
             work only with the plugin they are from"
        );
    }
}

// The one interface that a plugin exports, and every way to name a module.

const COUNTERS: &str = "guests/built/counters.wasm";

#[fidius::host(wit = "counters.wit")]
pub struct Counters;

/// Beside the module.
#[fidius::host(
    wit = "counters.wit",
    module = "beside",
    with = { "example:counters/counters" = counters }
)]
struct Beside;

/// By the path from the module that it stands in.
#[fidius::host(
    wit = "counters.wit",
    module = "of_self",
    with = { "example:counters/counters@1.0.0" = self::counters }
)]
struct OfSelf;

mod inner {
    /// By the path from the crate.
    #[fidius::host(
        wit = "counters.wit",
        module = "of_crate",
        with = { "example:counters/counters" = crate::counters }
    )]
    pub struct OfCrate;

    /// By the path from the module around it.
    #[fidius::host(
        component = "guests/built/counters.wasm",
        module = "of_super",
        with = { "example:counters/counters" = super::counters }
    )]
    pub struct OfSuper;

    pub mod deeper {
        use super::super::counters as renamed;

        #[fidius::host(
            wit = "counters.wit",
            module = "imported",
            with = { "example:counters/counters" = renamed }
        )]
        pub struct Imported;

        #[fidius::host(
            wit = "counters.wit",
            module = "further_up",
            with = { "example:counters/counters" = super::super::counters }
        )]
        pub struct FurtherUp;
    }
}

fn count(counters: &dyn counters::Counters) -> u32 {
    let counter: counters::Counter = counters.new_counter(1).unwrap();
    counter.add(2).unwrap()
}

#[test]
fn every_way_to_name_a_module() {
    assert_eq!(count(&Counters::load(COUNTERS).unwrap()), 3);
    assert_eq!(count(&Beside::load(COUNTERS).unwrap()), 3);
    assert_eq!(count(&OfSelf::load(COUNTERS).unwrap()), 3);
    assert_eq!(count(&inner::OfCrate::load(COUNTERS).unwrap()), 3);
    assert_eq!(count(&inner::OfSuper::load(COUNTERS).unwrap()), 3);
    assert_eq!(count(&inner::deeper::Imported::load(COUNTERS).unwrap()), 3);
    assert_eq!(count(&inner::deeper::FurtherUp::load(COUNTERS).unwrap()), 3);

    #[fidius::host(
        wit = "counters.wit",
        module = "in_function",
        with = { "example:counters/counters" = crate::counters }
    )]
    struct InFunction;
    assert_eq!(count(&InFunction::load(COUNTERS).unwrap()), 3);
}

#[test]
fn the_methods_are_on_the_struct_as_ever() {
    let plugin = Beside::load(COUNTERS).unwrap();
    let counter: counters::Counter = plugin.new_counter(5).unwrap();
    assert_eq!(plugin.describe(&counter).unwrap(), "a counter at 5");
    assert_eq!(
        &*plugin.plugin().interface().name,
        "example:counters/counters@1.0.0"
    );
    // A handle of the one host's plugin is none of the other's.
    let other = Counters::load(COUNTERS).unwrap();
    let error = other.describe(&counter).unwrap_err();
    assert!(error.is_foreign_handle(), "{error}");
}

#[test]
fn a_fake_is_of_the_one_type_too() {
    struct Five;
    impl counters::CounterResource for Five {
        fn add(&self, n: u32) -> Result<u32, Error> {
            Ok(5 + n)
        }
        fn value(&self) -> Result<u32, Error> {
            Ok(5)
        }
    }
    let five = counters::Counter::new(Five);
    let plugin = Beside::load(COUNTERS).unwrap();
    let error = plugin.describe(&five).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the `counter` passed to `describe` is the host's own, expected one of `guests/built/counters.wasm`"
    );
}

/// Types of a package that several interfaces use, in a host that has nothing else of it.
mod pictures {
    #[fidius::host(
        inline = "
            package fidius:types@0.1.0;
            interface types {
                use fidius:shapes/shapes@1.2.0.{point, shape as figure};
                echo-points: func(v: list<point>) -> list<point>;
                echo-figures: func(v: list<figure>) -> list<figure>;
            }
            package fidius:shapes@1.2.0 {
                interface shapes {
                    record point { x: s32, y: s32 }
                    enum color { red, green, deep-blue }
                    variant shape {
                        none, dot(point), circle(tuple<point, f64>), polygon(list<point>), label(string),
                        painted(tuple<color, option<string>>),
                    }
                }
            }
        ",
        module = "points",
        with = { "fidius:shapes/shapes" = super::all::types::shapes }
    )]
    pub struct Points;
}

mod all {
    #[fidius::host(wit = "types")]
    pub struct Types;
}

#[test]
fn types_that_an_interface_uses_of_another_are_shared_alone() {
    use all::types::shapes::{Point, Shape};
    let component = "guests/built/types.wasm";
    let all = all::Types::load(component).unwrap();
    let points = pictures::Points::load(component).unwrap();
    let some: Vec<Point> = points.echo_points(&[Point { x: 1, y: 2 }]).unwrap();
    assert_eq!(all.echo_points(&some).unwrap(), some);
    let figures: [Shape; 2] = [Shape::Polygon(some), Shape::Circle((Point::default(), 0.5))];
    let echoed = points.echo_figures(&figures).unwrap();
    assert_eq!(all.echo_figures(&echoed).unwrap(), figures);
}

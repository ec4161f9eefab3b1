//! Worlds: several exports, functions and types of the world itself, and imports beside them.

use std::sync::{Arc, LazyLock, Mutex};

use fidius::{CallError, Error, ErrorKind};
use plaza::audit::{Audit, Entry, Severity, Trail, TrailResource};
use plaza::goods::Item;
use plaza::{Confusion, Imports, PlazaImports, Purpose, Visit};

#[fidius::host(wit = "plaza")]
struct Plaza;

const COMPONENT: &str = "guests/built/plaza.wasm";

/// Keeps what is noted, on trails and beside them.
#[derive(Default)]
struct Notes {
    all: Arc<Mutex<Vec<String>>>,
}

struct OwnTrail {
    name: String,
    all: Arc<Mutex<Vec<String>>>,
    entries: Mutex<Vec<Entry>>,
}

impl Audit for Notes {
    fn new_trail(&self, name: &str) -> Result<Trail, Error> {
        self.all.lock().unwrap().push(format!("trail {name}"));
        Ok(Trail::new(OwnTrail {
            name: name.to_owned(),
            all: Arc::clone(&self.all),
            entries: Mutex::default(),
        }))
    }

    fn note(&self, entry: &Entry) -> Result<(), Error> {
        let Entry { what, severity } = entry;
        self.all
            .lock()
            .unwrap()
            .push(format!("{what} {severity:?}"));
        Ok(())
    }

    fn gravest(&self, trail: &Trail) -> Result<Option<Entry>, Error> {
        Ok(trail
            .entries()?
            .into_iter()
            .max_by_key(|entry| entry.severity))
    }
}

impl TrailResource for OwnTrail {
    fn add(&self, entry: &Entry) -> Result<u32, Error> {
        let line = format!("{}: {}", self.name, entry.what);
        self.all.lock().unwrap().push(line);
        let mut entries = self.entries.lock().unwrap();
        entries.push(entry.clone());
        Ok(u32::try_from(entries.len()).unwrap())
    }

    fn entries(&self) -> Result<Vec<Entry>, Error> {
        Ok(self.entries.lock().unwrap().clone())
    }
}

impl Drop for OwnTrail {
    fn drop(&mut self) {
        let line = format!("end of {}", self.name);
        self.all.lock().unwrap().push(line);
    }
}

struct Words;

impl PlazaImports for Words {
    fn translate(&self, purpose: Purpose) -> Result<String, Error> {
        Ok(match purpose {
            Purpose::Food => "bread",
            Purpose::Drink => "water",
        }
        .to_owned())
    }
}

/// Compiled once for all tests; the notes of all instances, of which each test makes its own.
fn load() -> Plaza {
    static PLUGIN: LazyLock<Plaza> = LazyLock::new(|| {
        let imports = Imports {
            audit: Notes::default(),
            plaza: Words,
        };
        Plaza::load(COMPONENT, imports).unwrap()
    });
    PLUGIN.clone()
}

fn load_with_notes() -> (Plaza, impl Fn() -> Vec<String>) {
    let notes = Notes::default();
    let all = Arc::clone(&notes.all);
    let imports = Imports {
        audit: notes,
        plaza: Words,
    };
    let plugin = Plaza::load(COMPONENT, imports).unwrap();
    (plugin, move || std::mem::take(&mut *all.lock().unwrap()))
}

fn item(name: &str, price: u32) -> Item {
    Item {
        name: name.to_owned(),
        price,
    }
}

fn entry(what: &str, severity: Severity) -> Entry {
    Entry {
        what: what.to_owned(),
        severity,
    }
}

#[test]
fn functions_of_the_world_are_on_the_struct() {
    let plugin = load();
    assert_eq!(plugin.welcome("Ada").unwrap(), "Welcome, Ada!");
    assert_eq!(plugin.open().unwrap(), [Purpose::Food, Purpose::Drink]);
    let visits: Vec<Visit> = [("a", 3), ("b", 7), ("c", 7)]
        .map(|(name, minutes)| Visit {
            name: name.to_owned(),
            minutes,
        })
        .into();
    assert_eq!(plugin.count(&visits).unwrap(), 17);
    assert_eq!(plugin.longest(&visits).unwrap().unwrap(), visits[1]);
    assert_eq!(plugin.longest(&[]).unwrap(), None);
    let error = plugin.count(&[]).unwrap_err();
    assert_eq!(error.guest(), Some(&Confusion::Nobody));
    let long = Visit {
        name: "d".to_owned(),
        minutes: u32::MAX,
    };
    let error = plugin.count(&[visits[0].clone(), long]).unwrap_err();
    assert!(matches!(error, CallError::Guest(Confusion::TooLong)));
}

#[test]
fn interfaces_of_one_name_are_told_apart_by_package_and_version() {
    let plugin = load().plugin().session().unwrap();

    let first = plugin.one_store_v1_0_0();
    assert_eq!(first.stock("apple").unwrap(), 12);
    assert_eq!(first.find("pear").unwrap(), Some(item("pear", 45)));
    assert_eq!(first.find("plum").unwrap(), None);
    let basket = first.new_basket().unwrap();
    assert_eq!(basket.put(&item("apple", 30)).unwrap(), 30);
    assert_eq!(basket.put(&item("melon", 2500)).unwrap(), 2530);
    assert_eq!(basket.items().unwrap().len(), 2);
    assert_eq!(first.pay(basket).unwrap(), 2530);
    assert_eq!(
        first.ledger().unwrap(),
        [entry("paid 2530", Severity::Major)]
    );

    let second = plugin.one_store_v2_0_0();
    use plaza::one_store_v2_0_0::Refusal;
    assert_eq!(second.stock("melon").unwrap(), 1);
    let error = second.stock("plum").unwrap_err();
    assert_eq!(error.guest(), Some(&Refusal::Unknown));
    let bought: Vec<Item> = second.order("pear", 3).unwrap();
    assert_eq!(bought, vec![item("pear", 45); 3]);
    let error = second.order("pear", 3).unwrap_err();
    assert_eq!(error.guest(), Some(&Refusal::TooFew(2)));
    // Both are the same shop.
    assert_eq!(first.stock("pear").unwrap(), 2);

    let other = plugin.two_store();
    assert_eq!(other.price("melon").unwrap(), 250);
    let error = other.price("plum").unwrap_err();
    assert_eq!(error.guest().unwrap(), "there is no plum");
    let baskets = [3, 4, 5].map(|grams| other.new_basket(grams).unwrap());
    let heap: plaza::two_store::Basket = other.heap(baskets.into()).unwrap();
    assert_eq!(heap.weight().unwrap(), 12);
}

/// Types by their whole paths only.
mod used {
    use super::plaza::{audit, goods, one_store_v1_0_0 as first, one_store_v2_0_0 as second};

    /// One type, whichever store it is named by.
    pub fn item(item: goods::Item) -> first::Item {
        let item: second::Item = item;
        item
    }

    pub fn amount(amount: first::Amount) -> goods::Amount {
        amount
    }

    pub fn entry(entry: first::Entry) -> audit::Entry {
        entry
    }
}

#[test]
fn types_of_an_interface_that_is_only_used_are_the_same_everywhere() {
    let plugin = load();
    let apple = plugin.one_store_v1_0_0().find("apple").unwrap().unwrap();
    assert_eq!(used::item(apple), item("apple", 30));
    assert_eq!(used::amount(3), 3);
    let noted = entry("x", Severity::Minor);
    assert_eq!(used::entry(noted.clone()), noted);
}

#[test]
fn an_interface_with_a_label_has_its_name_from_the_world() {
    use plaza::desk::{Answer, Certainty, Desk};
    let plugin = load();
    let answer = plugin.desk().ask("What is there?").unwrap();
    assert_eq!(
        answer,
        Answer {
            // The words are the host's.
            text: "bread and water".to_owned(),
            certainty: Certainty::Known,
        }
    );
    let answer = Desk::ask(&plugin, "Will it rain?").unwrap();
    assert_eq!(answer.certainty, Certainty::Guessed);
}

#[test]
fn an_interface_may_be_exported_and_imported_with_the_same_types() {
    let (plugin, taken) = load_with_notes();
    let plugin = plugin.plugin().session().unwrap();
    let audit = plugin.audit();
    audit.note(&entry("rain", Severity::Minor)).unwrap();
    assert_eq!(taken(), ["rain Minor"]);

    // The plugin's trail, which has a copy that is the host's.
    let trail: Trail = audit.new_trail("day").unwrap();
    assert_eq!(trail.add(&entry("a", Severity::Minor)).unwrap(), 1);
    assert_eq!(trail.add(&entry("b", Severity::Major)).unwrap(), 2);
    assert_eq!(
        taken(),
        ["trail plaza: day", "plaza: day: a", "plaza: day: b"]
    );
    assert_eq!(
        audit.gravest(&trail).unwrap(),
        Some(entry("b", Severity::Major))
    );
    assert_eq!(trail.entries().unwrap().len(), 2);
    drop(trail);
    assert_eq!(taken(), ["end of plaza: day"]);

    // The host's own is of the same type, and still is not the plugin's.
    let notes = Notes::default();
    let own = Audit::new_trail(&notes, "own").unwrap();
    own.add(&entry("c", Severity::Minor)).unwrap();
    assert_eq!(
        notes.gravest(&own).unwrap(),
        Some(entry("c", Severity::Minor))
    );
    let error = audit.gravest(&own).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::ForeignHandle);
    assert_eq!(
        error.to_string(),
        "the `trail` passed to `gravest` is the host's own, expected one of `guests/built/plaza.wasm`"
    );
}

#[test]
fn a_plugin_serves_the_import_of_another() {
    let (first, taken) = load_with_notes();
    let imports = Imports {
        audit: first,
        plaza: Words,
    };
    let second = Plaza::load(COMPONENT, imports).unwrap();
    let audit = second.audit();
    audit.note(&entry("rain", Severity::Minor)).unwrap();
    assert_eq!(taken(), ["rain Minor"]);
    // The second's trail has a copy in the first, and that has one at the host.
    let trail = audit.new_trail("day").unwrap();
    trail.add(&entry("a", Severity::Minor)).unwrap();
    assert_eq!(taken(), ["trail plaza: plaza: day", "plaza: plaza: day: a"]);
    drop(trail);
    assert_eq!(taken(), ["end of plaza: plaza: day"]);
}

#[test]
fn one_value_may_implement_all_imports() {
    struct Everything;
    impl Audit for Everything {
        fn new_trail(&self, _: &str) -> Result<Trail, Error> {
            Err(Error::new(ErrorKind::Other, "no trails today"))
        }
        fn note(&self, _: &Entry) -> Result<(), Error> {
            Err(Error::new(ErrorKind::Other, "no notes today"))
        }
        fn gravest(&self, _: &Trail) -> Result<Option<Entry>, Error> {
            Ok(None)
        }
    }
    impl PlazaImports for Everything {
        fn translate(&self, purpose: Purpose) -> Result<String, Error> {
            Ok(format!("{purpose:?}"))
        }
    }
    let plugin = Plaza::builder()
        .imports(Everything)
        .load(COMPONENT)
        .unwrap();
    let answer = plugin.desk().ask("What is there?").unwrap();
    assert_eq!(answer.text, "Food and Drink");
    let error = plugin
        .audit()
        .note(&entry("x", Severity::Minor))
        .unwrap_err();
    assert_eq!(error.to_string(), "no notes today");
    let error = plugin.audit().new_trail("x").unwrap_err();
    assert_eq!(error.to_string(), "no trails today");
}

#[test]
fn each_interface_is_a_trait_of_the_struct() {
    fn stock(store: &dyn plaza::one_store_v1_0_0::Store) -> u32 {
        store.stock("apple").unwrap()
    }
    fn newer(store: &dyn plaza::one_store_v2_0_0::Store) -> u32 {
        store.stock("apple").unwrap()
    }
    fn other(store: &dyn plaza::two_store::Store) -> u32 {
        store.price("apple").unwrap()
    }
    fn world(plaza: &dyn plaza::Plaza) -> String {
        plaza.welcome("Eve").unwrap()
    }
    fn post(notices: &impl plaza::notices::Notices) -> u32 {
        notices.post("wet paint").unwrap()
    }
    let plugin = load();
    assert_eq!(stock(&plugin), 12);
    assert_eq!(newer(&plugin), 12);
    assert_eq!(other(&plugin), 30);
    assert_eq!(world(&plugin), "Welcome, Eve!");
    assert_eq!(post(&plugin), 1);
    // An accessor can be kept and passed on, as long as the struct is there.
    let store: plaza::two_store::StoreExports<'_, Plaza> = plugin.two_store();
    let price = move || store.price("pear").unwrap();
    assert_eq!(price(), 45);
}

#[test]
fn what_is_deprecated_warns() {
    let plugin = load().plugin().session().unwrap();
    let notices = plugin.notices();
    #[expect(deprecated)]
    let number = notices.shout("keep out").unwrap();
    assert_eq!(notices.read(number).unwrap().as_deref(), Some("KEEP OUT"));
    assert_eq!(notices.read(0).unwrap(), None);

    use plaza::notices::Notices;
    #[expect(deprecated)]
    let number = Notices::shout(&plugin, "x").unwrap();
    assert_eq!(number, 2);
}

#[test]
fn the_interfaces_of_the_component_are_listed() {
    let plugin = load();
    let names: Vec<&str> = plugin
        .plugin()
        .interfaces()
        .map(|interface| &*interface.name)
        .collect();
    assert_eq!(
        names,
        [
            "shop:one/audit@1.0.0",
            "shop:one/store@1.0.0",
            "shop:one/store@2.0.0",
            "shop:two/store@1.0.0",
            "shop:plaza/notices@1.0.0",
            "desk",
            "plaza",
        ]
    );
    let printed = plugin.plugin().interfaces().last().unwrap().to_string();
    assert!(
        printed.contains("welcome: func(name: string) -> string;"),
        "{printed}"
    );
    assert_eq!(&*plugin.plugin().interface().name, "shop:one/audit@1.0.0");
    assert_eq!(&*plaza::desk::INTERFACE.name, "desk");
    assert_eq!(&*plaza::INTERFACE.name, "plaza");
    assert_eq!(&*plaza::two_store::INTERFACE.name, "shop:two/store@1.0.0");
    assert_ne!(plaza::one_store_v1_0_0::HASH, plaza::one_store_v2_0_0::HASH);
    // The interface of which only types are used has neither.
    let definition = <Plaza as fidius::Host>::DEFINITION;
    assert_eq!(definition.exports.len(), 7);
    assert_eq!(definition.imports.len(), 2);
}

#[test]
fn what_is_asked_for_by_name() {
    let plugin = load();
    let has = |name: &str| plugin.plugin().has(name);
    for name in [
        "store",
        "shop:one/store",
        "shop:one/store@2.0.0",
        "notices",
        "desk",
        "desk.ask",
        "plaza.welcome",
        "welcome",
        "shop:one/store@2.0.0.order",
        "shop:one/store#order",
        "trail.add",
        "audit.trail.constructor",
    ] {
        assert!(has(name), "{name}");
    }
    for name in [
        // The component has these, and the host does not know them.
        "fireworks",
        "notices.sparkle",
        "sparkle",
        "goods",
        "nothing",
        "",
        "store.",
        "two/store",
        "shop:one/store@3.0.0",
    ] {
        assert!(!has(name), "{name}");
    }
}

mod fancy {
    use super::{COMPONENT, Notes, Words};

    #[fidius::host(wit = "plaza", features = ["fancy"])]
    pub struct Plaza;

    impl plaza::audit::Audit for Notes {
        fn new_trail(&self, _: &str) -> Result<plaza::audit::Trail, fidius::Error> {
            unreachable!("no trail is made here")
        }
        fn note(&self, _: &plaza::audit::Entry) -> Result<(), fidius::Error> {
            Ok(())
        }
        fn gravest(
            &self,
            _: &plaza::audit::Trail,
        ) -> Result<Option<plaza::audit::Entry>, fidius::Error> {
            Ok(None)
        }
    }

    impl plaza::PlazaImports for Words {
        fn translate(&self, _: plaza::Purpose) -> Result<String, fidius::Error> {
            Ok(String::new())
        }
    }

    #[test]
    fn what_is_unstable_is_there_with_its_feature() {
        let imports = plaza::Imports {
            audit: Notes::default(),
            plaza: Words,
        };
        let plugin = Plaza::load(COMPONENT, imports).unwrap();
        assert_eq!(plugin.fireworks().launch(3).unwrap(), "***");
        let session = plugin.plugin().session().unwrap();
        assert_eq!(session.notices().sparkle("new").unwrap(), 1);
        let notice = session.notices().read(1).unwrap();
        assert_eq!(notice.as_deref(), Some("* new *"));
        assert!(plugin.plugin().has("fireworks.launch"));
        assert_eq!(plugin.plugin().interfaces().count(), 8);
    }
}

//! What the generated types, structs, traits and tables are and have.

use std::cmp::Ordering;
use std::collections::HashSet;
use std::fmt::Debug;
use std::hash::{DefaultHasher, Hash, Hasher};

use fidius::{CallError, Error, ErrorKind, Host, InterfaceHash};

use greeter::{FarewellError, Greeter as Greets, Point};
use types::shapes::{Color, Shape};
use types::tuples::{Wide, WideChoice};
use types::{
    Failure, Flags9, Flags32, Honorific, Item, Key, Keywords, MathError, Payload, Permissions,
    Person, Signal, Single, Trouble, Weekday,
};

#[fidius::host(wit = "types")]
struct Types;

/// Says hello.
#[fidius::host(wit = "greeter.wit")]
#[must_use]
#[cfg_attr(all(), doc = "And goodbye.")]
pub struct Greeter;

/// Whether a type has a trait, for types without parameters: the inherent constant is there only where the trait is, and goes
/// before the one of the blanket trait.
macro_rules! has {
    ($ty:ty: $($bound:tt)+) => {{
        #[allow(dead_code, reason = "which of the two constants is used is what is asked")]
        trait Without {
            const HAS: bool = false;
        }
        impl<T: ?Sized> Without for T {}

        #[allow(dead_code, reason = "as above")]
        struct Probe<T: ?Sized>(std::marker::PhantomData<T>);
        #[allow(dead_code, reason = "as above")]
        impl<T: ?Sized + $($bound)+> Probe<T> {
            const HAS: bool = true;
        }
        <Probe<$ty>>::HAS
    }};
}

/// Checks all traits that a type may or may not have.
macro_rules! traits {
    ($($ty:ty: copy $copy:literal, eq $eq:literal, default $default:literal;)*) => {$(
        const {
            assert!(has!($ty: Clone));
            assert!(has!($ty: Debug));
            assert!(has!($ty: PartialEq));
            assert!(has!($ty: Send));
            assert!(has!($ty: Sync));
            assert!(has!($ty: Copy) == $copy);
            assert!(has!($ty: Eq) == $eq);
            assert!(has!($ty: Hash) == $eq);
            assert!(has!($ty: PartialOrd) == $eq);
            assert!(has!($ty: Ord) == $eq);
            assert!(has!($ty: Default) == $default);
        }
    )*};
}

#[test]
fn every_type_has_the_traits_that_its_parts_have() {
    traits! {
        Point: copy true, eq true, default true;
        Person: copy false, eq true, default true;
        Key: copy false, eq true, default true;
        Keywords: copy false, eq true, default true;
        Single: copy false, eq true, default true;
        types::Vec: copy true, eq true, default true;
        Failure: copy false, eq true, default true;
        Wide: copy false, eq true, default true;
        // It has a float in it, and an enum and a variant, which have no default.
        Item: copy false, eq false, default false;
        Color: copy true, eq true, default false;
        Honorific: copy true, eq true, default false;
        Weekday: copy true, eq true, default false;
        MathError: copy true, eq true, default false;
        Signal: copy true, eq true, default false;
        Trouble: copy false, eq true, default false;
        WideChoice: copy false, eq true, default false;
        // These have a float in them.
        Shape: copy false, eq false, default false;
        Payload: copy false, eq false, default false;
        Permissions: copy true, eq true, default true;
        Flags32: copy true, eq true, default true;
        FarewellError: copy false, eq true, default false;
    }
}

#[test]
fn the_default_of_a_record_is_that_of_its_fields() {
    let key = Key {
        id: 0,
        name: String::new(),
        parts: Vec::new(),
    };
    assert_eq!(Key::default(), key);
    assert_eq!(Permissions::default(), Permissions::empty());
    // No title needs no default of titles.
    assert_eq!(Person::default().title, None);
}

#[test]
fn types_print_like_derived_ones() {
    assert_eq!(
        format!("{:?}", Point { x: 1, y: -2 }),
        "Point { x: 1, y: -2 }"
    );
    assert_eq!(
        format!("{:?}", Trouble::Missing("it".into())),
        "Missing(\"it\")"
    );
    assert_eq!(format!("{:?}", Weekday::Monday), "Monday");
}

#[test]
fn order_is_that_of_the_fields_and_cases() {
    assert!(Point { x: 1, y: 9 } < Point { x: 2, y: 0 });
    assert!(Weekday::Monday < Weekday::Sunday);
    assert!(Trouble::Missing("z".into()) < Trouble::Forbidden);
    assert!(Permissions::READ < Permissions::WRITE);
    let points: HashSet<Point> = [Point { x: 1, y: 2 }; 2].into();
    assert_eq!(points.len(), 1);
}

#[test]
fn flags_are_a_set() {
    let (read, write) = (Permissions::READ, Permissions::WRITE);
    let both = read | write;
    assert!(both.contains(read) && both.contains(both) && !read.contains(both));
    assert!(both.contains(Permissions::empty()));
    assert!(both.intersects(read) && !read.intersects(write));
    assert!(!both.intersects(Permissions::empty()));
    assert_eq!(both & write, write);
    assert_eq!(both ^ write, read);
    assert_eq!(!both, Permissions::EXECUTE);
    assert_eq!(!Permissions::all(), Permissions::empty());
    assert!(Permissions::empty().is_empty() && !read.is_empty());

    let mut flags = read;
    flags |= write;
    assert_eq!(flags, both);
    flags &= write;
    assert_eq!(flags, write);
    flags ^= both;
    assert_eq!(flags, read);

    const CONSTANT: Permissions = Permissions::all();
    assert_eq!(CONSTANT, both | Permissions::EXECUTE);
    assert_eq!(!Flags9::B8 | Flags9::B8, Flags9::all());
    assert_eq!(!Flags32::empty(), Flags32::all());
}

#[test]
fn flags_print_their_names() {
    assert_eq!(format!("{:?}", Permissions::empty()), "Permissions()");
    assert_eq!(format!("{:?}", Permissions::WRITE), "Permissions(WRITE)");
    assert_eq!(
        format!("{:?}", Permissions::all()),
        "Permissions(READ | WRITE | EXECUTE)"
    );
    assert_eq!(
        format!("{:?}", Flags32::B0 | Flags32::B31),
        "Flags32(B0 | B31)"
    );
}

// Wide tuples.

/// The fields of the record as std's own tuples, as far as those have traits: what the derive would go by.
fn by_hand(value: &Wide) -> impl Debug + Ord + Hash + use<> {
    macro_rules! split {
        ($tuple:expr, $($tail:ident)*) => {{
            let (a, b, c, d, e, f, g, h, i, j, k, l, $($tail),*) = $tuple.clone();
            ((a, b, c, d, e, f, g, h, i, j, k, l), ($($tail,)*))
        }};
    }
    let many: Vec<_> = value.many.iter().map(|tuple| split!(tuple, m)).collect();
    (
        split!(&value.thirteen, m),
        split!(&value.seventeen, m n o p q),
        many,
        value.perhaps.as_ref().map(|tuple| split!(tuple, m n o p q)),
    )
}

/// Records that differ in one element each, early and late in the tuples, and in how many there are.
fn wides() -> Vec<Wide> {
    let with = |change: &dyn Fn(&mut Wide)| {
        let mut wide = Wide::default();
        change(&mut wide);
        wide
    };
    vec![
        Wide::default(),
        with(&|wide| wide.thirteen.0 = 1),
        with(&|wide| wide.thirteen.1 = -1),
        with(&|wide| wide.thirteen.6 = "text".into()),
        with(&|wide| wide.thirteen.12 = true),
        with(&|wide| wide.seventeen.11 = "twelfth".into()),
        with(&|wide| wide.seventeen.12 = true),
        with(&|wide| wide.seventeen.16 = i64::MIN),
        with(&|wide| wide.seventeen.16 = i64::MAX),
        with(&|wide| wide.many.push(Wide::default().thirteen)),
        with(&|wide| wide.perhaps = Some(Wide::default().seventeen)),
    ]
}

fn hash_of(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

#[test]
fn wide_tuples_compare_element_by_element() {
    for a in &wides() {
        for b in &wides() {
            let expected = by_hand(a).cmp(&by_hand(b));
            assert_eq!(a.cmp(b), expected, "{a:?} and {b:?}");
            assert_eq!(a.partial_cmp(b), Some(expected));
            assert_eq!(a == b, expected == Ordering::Equal);
            if a == b {
                assert_eq!(hash_of(a), hash_of(b));
            }
        }
    }
    let hashes: HashSet<u64> = wides().iter().map(hash_of).collect();
    assert_eq!(hashes.len(), wides().len());
}

#[test]
fn wide_tuples_print_like_those_of_std() {
    let tuple = "(0, 0, 0, 0, false, '\\0', \"\", 0, 0, 0, 0, \"\", false)";
    let wider = "(0, 0, 0, 0, false, '\\0', \"\", 0, 0, 0, 0, \"\", false, 0, \"\", 0, 0)";
    let mut wide = Wide::default();
    assert_eq!(
        format!("{wide:?}"),
        format!("Wide {{ thirteen: {tuple}, seventeen: {wider}, many: [], perhaps: None }}")
    );
    wide.many = vec![wide.thirteen.clone(); 2];
    wide.perhaps = Some(wide.seventeen.clone());
    assert_eq!(
        format!("{wide:?}"),
        format!(
            "Wide {{ thirteen: {tuple}, seventeen: {wider}, many: [{tuple}, {tuple}], perhaps: Some({wider}) }}"
        )
    );
    let choice = WideChoice::Thirteen(wide.thirteen.clone());
    assert_eq!(format!("{choice:?}"), format!("Thirteen({tuple})"));
    assert_eq!(format!("{:?}", WideChoice::Neither), "Neither");
    // Over several lines too.
    let indented = format!("{choice:#?}");
    assert!(
        indented.starts_with("Thirteen(\n    (\n        0,\n        0,\n"),
        "{indented}"
    );
}

#[test]
fn variants_of_wide_tuples_compare_by_case_first() {
    let Wide {
        thirteen,
        seventeen,
        ..
    } = Wide::default();
    let mut more = seventeen.clone();
    more.16 = 1;
    let sorted = [
        WideChoice::Neither,
        WideChoice::Thirteen(thirteen),
        WideChoice::Seventeen(seventeen),
        WideChoice::Seventeen(more),
    ];
    for (index, a) in sorted.iter().enumerate() {
        for (other, b) in sorted.iter().enumerate() {
            assert_eq!(a.cmp(b), index.cmp(&other), "{a:?} and {b:?}");
            assert_eq!(a == b, index == other);
            assert_eq!(hash_of(a) == hash_of(b), index == other);
        }
    }
    assert_eq!(sorted[3], sorted[3].clone());
}

// The struct and the trait.

#[test]
fn a_host_can_be_shared_and_printed() {
    const {
        assert!(has!(Greeter: Clone));
        assert!(has!(Greeter: Debug));
        assert!(has!(Greeter: Send));
        assert!(has!(Greeter: Sync));
        assert!(has!(Greeter: Host));
        assert!(has!(Greeter: Greets));
    }
    let greeter = loaded();
    let printed = format!("{:?}", greeter.clone());
    assert!(printed.starts_with("Greeter(Plugin { "), "{printed}");
}

fn loaded() -> Greeter {
    Greeter::load(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/guests/built/greeter.wasm"
    ))
    .unwrap()
}

struct Fake;

impl Greets for Fake {
    fn greet(&self, name: &str) -> Result<String, Error> {
        match name {
            "" => Err(Error::new(ErrorKind::Timeout, "the fake takes its time")),
            name => Ok(format!("fake {name}")),
        }
    }

    fn mirror(&self, p: &Point, _: bool) -> Result<Point, Error> {
        Ok(*p)
    }

    fn farewell(&self, _: &str) -> Result<String, CallError<FarewellError>> {
        Err(CallError::Guest(FarewellError::Asleep))
    }
}

/// Code that does not care what greets.
fn farewell(greeter: &dyn Greets, name: &str) -> String {
    match greeter.farewell(name) {
        Ok(text) => text,
        Err(CallError::Guest(FarewellError::Unknown(name))) => format!("who is {name}?"),
        Err(CallError::Guest(FarewellError::Asleep)) => "zzz".to_owned(),
        Err(CallError::Host(error)) => error.to_string(),
    }
}

#[test]
fn a_fake_takes_the_place_of_a_plugin() {
    assert_eq!(farewell(&Fake, "anyone"), "zzz");
    assert!(Fake.greet("").unwrap_err().is_timeout());
    assert_eq!(Fake.mirror(&Point { x: 1, y: 2 }, true).unwrap().x, 1);

    let greeter = loaded();
    assert_eq!(farewell(&greeter, "world"), "Goodbye, world!");
    assert_eq!(farewell(&greeter, "stranger"), "who is stranger?");
    assert_eq!(farewell(&greeter, "night"), "zzz");

    let boxed: Vec<Box<dyn Greets + Send>> = vec![Box::new(Fake), Box::new(greeter)];
    let greetings: Vec<_> = boxed.iter().map(|any| any.greet("you").unwrap()).collect();
    assert_eq!(greetings, ["fake you", "Hello, you!"]);
}

// The table and the hash.

#[test]
fn the_hash_is_that_of_the_table() {
    assert_eq!(greeter::HASH, greeter::INTERFACE.hash());
    assert_eq!(types::HASH, types::INTERFACE.hash());
    assert_ne!(greeter::HASH, types::HASH);
    // It can be had where a constant must stand.
    const HASH: InterfaceHash = greeter::HASH;
    assert_eq!(HASH, greeter::HASH);
}

#[test]
fn the_table_is_that_of_the_component() {
    let greeter = loaded();
    assert_eq!(greeter.plugin().interface(), &greeter::INTERFACE);
    assert_eq!(greeter.plugin().interface().hash(), greeter::HASH);
    assert_eq!(&*greeter::INTERFACE.name, "fidius:greeter/greeter@0.1.0");
    let names: Vec<&str> = greeter::INTERFACE
        .functions
        .iter()
        .map(|function| &*function.name)
        .collect();
    assert_eq!(names, ["greet", "mirror", "farewell"]);
}

// The arguments.

mod reexport {
    pub use fidius;
}

mod arguments {
    /// The crate by another path.
    #[fidius::host(wit = "greeter.wit", crate = "crate::reexport::fidius")]
    pub struct ByPath;

    pub mod world {
        #[fidius::host(wit = "types", world = "types-plugin")]
        pub struct ByWorld;
    }

    pub mod interface {
        #[fidius::host(wit = "types", interface = "types")]
        pub struct ByInterface;
    }

    pub mod whole {
        #[fidius::host(wit = "types", interface = "fidius:types/types@0.1.0")]
        pub struct ByWholeName;
    }

    pub mod two {
        #[fidius::host(wit = "greeter.wit", module = "first")]
        pub struct First;

        #[fidius::host(wit = "greeter.wit", module = "second")]
        pub struct Second;
    }
}

#[test]
fn the_arguments_choose_the_interface_and_the_module() {
    use arguments::two::{First, Second, first, second};
    use arguments::{interface, whole, world};

    assert_eq!(arguments::greeter::HASH, greeter::HASH);
    assert_eq!(world::types::HASH, types::HASH);
    assert_eq!(interface::types::HASH, types::HASH);
    assert_eq!(whole::types::HASH, types::HASH);
    assert_eq!(first::HASH, second::HASH);
    assert!(has!(First: first::Greeter) && has!(Second: second::Greeter));
    assert!(!has!(First: second::Greeter));
    const { assert!(has!(arguments::ByPath: Host)) };
    let _: fn(&world::ByWorld, bool) -> Result<bool, Error> = world::ByWorld::echo_bool;
    let _: fn(&interface::ByInterface, bool) -> Result<bool, Error> =
        interface::ByInterface::echo_bool;
    let _: fn(&whole::ByWholeName, bool) -> Result<bool, Error> = whole::ByWholeName::echo_bool;
}

#[test]
fn a_host_loads_by_another_path_of_the_crate() {
    let greeter = arguments::ByPath::load("guests/built/greeter.wasm").unwrap();
    assert_eq!(greeter.greet("you").unwrap(), "Hello, you!");
}

// Visibility and attributes.

mod visibility {
    #[fidius::host(wit = "greeter.wit", module = "private")]
    struct Private;

    #[fidius::host(wit = "greeter.wit", module = "of_the_crate")]
    pub(crate) struct OfTheCrate;

    pub mod inner {
        #[fidius::host(wit = "greeter.wit", module = "of_the_parent")]
        pub(super) struct OfTheParent;

        #[fidius::host(wit = "greeter.wit", module = "in_a_path")]
        pub(in crate::visibility) struct InAPath;
    }

    pub fn greet() -> [String; 3] {
        const FILE: &str = "guests/built/greeter.wasm";
        let private = Private::load(FILE).unwrap();
        let parent = inner::OfTheParent::load(FILE).unwrap();
        let path = inner::InAPath::load(FILE).unwrap();
        let point: private::Point = private.mirror(&Default::default(), true).unwrap();
        [
            private.greet(&point.x.to_string()).unwrap(),
            parent.greet("parent").unwrap(),
            path.greet("path").unwrap(),
        ]
    }
}

#[test]
fn a_host_is_as_visible_as_its_struct() {
    assert_eq!(
        visibility::greet(),
        ["Hello, 0!", "Hello, parent!", "Hello, path!"]
    );
    let greeter = visibility::OfTheCrate::load("guests/built/greeter.wasm").unwrap();
    let point = visibility::of_the_crate::Point { x: 1, y: 2 };
    assert_eq!(greeter.mirror(&point, false).unwrap().x, -1);
}

mod deprecated {
    /// The attribute below warns wherever the struct is named, but not in what is generated for it.
    #[deprecated]
    #[fidius::host(wit = "greeter.wit")]
    pub struct Old;
}

#[test]
fn a_deprecated_host_still_greets() {
    #[expect(deprecated, reason = "the attribute is to be kept")]
    let greeter = deprecated::Old::load("guests/built/greeter.wasm").unwrap();
    assert_eq!(greeter.greet("you").unwrap(), "Hello, you!");
}

#[test]
fn a_host_may_be_local_to_a_function() {
    #[fidius::host(wit = "greeter.wit")]
    struct Local;

    let local = Local::load("guests/built/greeter.wasm").unwrap();
    let point: greeter::Point = local.mirror(&greeter::Point { x: 1, y: 2 }, true).unwrap();
    assert_eq!((point.x, point.y), (-1, -2));
    assert_eq!(greeter::HASH, super_hash());
}

fn super_hash() -> InterfaceHash {
    greeter::HASH
}

//! Generated types with serde, in calls by name.

use std::sync::LazyLock;

mod part {
    /// A part of the interface, without the tuples that serde is too narrow for.
    #[fidius::host(
        inline = "
package fidius:types@0.1.0;

interface types {
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
  enum title { doctor, professor, captain }
  record person { name: string, title: option<title>, age: u8 }
  flags permissions { read, write, execute }
  record item {
    id: u64,
    name: string,
    position: point,
    owner: person,
    nickname: option<string>,
    target: option<point>,
    tags: list<string>,
    outline: list<point>,
    color: color,
    shape: shape,
    permissions: permissions,
    extra: tuple<u8, string>,
    checked: result<u32, string>,
    weight: f32,
  }
  record key { id: u64, name: string, parts: list<u32> }
  variant signal { go, stop, slow-down }
  enum weekday { monday, tuesday, wednesday, thursday, friday, saturday, sunday }
  enum math-error { divided-by-zero, overflow }
  record failure { code: u32, message: string }
  variant trouble { missing(string), forbidden, failed(failure) }

  echo-item: func(v: item) -> item;
  echo-items: func(v: list<item>) -> list<item>;
  echo-person: func(v: person) -> person;
  echo-key: func(v: key) -> key;
  echo-signal: func(v: signal) -> signal;
  echo-figure: func(v: shape) -> shape;
  echo-option-option: func(v: option<option<u8>>) -> option<option<u8>>;
  describe-shape: func(s: shape) -> string;
  flip-flags: func(p: permissions) -> permissions;
  swap: func(p: tuple<string, point>) -> tuple<point, string>;
  divide: func(a: s32, b: s32) -> result<s32, math-error>;
  find: func(items: list<item>, name: string) -> option<item>;
  next-day: func(d: weekday) -> weekday;
  lookup: func(name: string) -> result<key, trouble>;
}
",
        serde
    )]
    pub struct Part;
}

use part::Part;
use part::types::{
    Color, Item, Key, MathError, Permissions, Person, Point, Shape, Signal, Title, Trouble, Weekday,
};

const COMPONENT: &str = "guests/built/types.wasm";

#[test]
fn a_host_of_a_part_counts_its_own_functions() {
    let part = typed_part();
    assert_eq!(part.plugin().method_count(), 14);
    assert_eq!(part.plugin().method(0).unwrap().name(), "echo-item");
    assert!(part.plugin().method("echo-bool").unwrap_err().is_missing());
}

// The generated types are what the values stand for.

fn typed_part() -> Part {
    static PLUGIN: LazyLock<Part> = LazyLock::new(|| Part::load(COMPONENT).unwrap());
    PLUGIN.plugin().session().unwrap()
}

fn person() -> Person {
    Person {
        name: "Åsa".into(),
        title: Some(Title::Professor),
        age: u8::MAX,
    }
}

fn item() -> Item {
    Item {
        id: u64::MAX,
        name: "first".into(),
        position: Point {
            x: i32::MIN,
            y: i32::MAX,
        },
        owner: person(),
        nickname: None,
        target: Some(Point { x: 1, y: 2 }),
        tags: vec![String::new(), "tag".into(), "größer".into()],
        outline: vec![Point { x: 0, y: -1 }],
        color: Color::DeepBlue,
        shape: Shape::Painted((Color::Green, Some("title".into()))),
        permissions: Permissions::READ | Permissions::EXECUTE,
        extra: (255, "extra".into()),
        checked: Err("unchecked".into()),
        weight: 0.1,
    }
}

#[test]
fn typed_and_dynamic_calls_agree() {
    let types = typed_part();
    let plugin = types.plugin();

    let item = item();
    let back: Item = plugin.call("echo-item", (&item,)).unwrap();
    assert_eq!(back, types.echo_item(&item).unwrap());
    assert_eq!(back, item);
    let back: Item = plugin.call("echo-item", &item).unwrap();
    assert_eq!(back, item);
    let items = [item.clone(), item];
    let back: Vec<Item> = plugin.call("echo-items", (&items[..],)).unwrap();
    assert_eq!(back, items);
    let found: Option<Item> = plugin.call("find", (&items[..], "first")).unwrap();
    assert_eq!(found, types.find(&items, "first").unwrap());
    let found: Option<Item> = plugin.call("find", (&items[..], "last")).unwrap();
    assert_eq!(found, None);

    let person = person();
    assert_eq!(
        plugin.call::<_, Person>("echo-person", &person).unwrap(),
        person
    );
    let key = Key {
        id: 1,
        name: "ab".into(),
        parts: vec![1, 2],
    };
    assert_eq!(plugin.call::<_, Key>("echo-key", &key).unwrap(), key);
    for signal in [Signal::Go, Signal::Stop, Signal::SlowDown] {
        assert_eq!(
            plugin.call::<_, Signal>("echo-signal", signal).unwrap(),
            signal
        );
    }
    for day in [Weekday::Monday, Weekday::Sunday] {
        let next: Weekday = plugin.call("next-day", day).unwrap();
        assert_eq!(next, types.next_day(day).unwrap());
    }
    for permissions in [
        Permissions::empty(),
        Permissions::WRITE,
        Permissions::READ | Permissions::EXECUTE,
        Permissions::all(),
    ] {
        let flipped: Permissions = plugin.call("flip-flags", permissions).unwrap();
        assert_eq!(flipped, types.flip_flags(permissions).unwrap());
    }
    for shape in [
        Shape::None,
        Shape::Dot(Point { x: 1, y: 2 }),
        Shape::Circle((Point { x: 1, y: 2 }, 0.5)),
        Shape::Polygon(Vec::new()),
        Shape::Label("label".into()),
        Shape::Painted((Color::DeepBlue, None)),
        Shape::Painted((Color::Green, Some("title".into()))),
    ] {
        let back: Shape = plugin.call("echo-figure", &shape).unwrap();
        assert_eq!(back, shape);
        let said: String = plugin.call("describe-shape", &shape).unwrap();
        assert_eq!(said, types.describe_shape(&shape).unwrap());
    }
    for option in [None, Some(None), Some(Some(0_u8))] {
        let back: Option<Option<u8>> = plugin.call("echo-option-option", option).unwrap();
        assert_eq!(back, types.echo_option_option(option).unwrap());
    }
    let swapped: (Point, String) = plugin.call("swap", (("a", Point { x: 1, y: 2 }),)).unwrap();
    assert_eq!(swapped, (Point { x: 1, y: 2 }, "a".to_owned()));
}

#[test]
fn errors_in_types_of_their_own() {
    let types = typed_part();
    let plugin = types.plugin();
    for name in ["secret", "?x", "broken"] {
        let error = plugin.call::<_, Key>("lookup", name).unwrap_err();
        let error: Trouble = error.guest().unwrap().to().unwrap();
        assert_eq!(Some(&error), types.lookup(name).unwrap_err().guest());
    }
    let error = plugin.call::<_, i32>("divide", (1, 0)).unwrap_err();
    let error = error.guest().unwrap();
    assert_eq!(error.to::<MathError>().unwrap(), MathError::DividedByZero);
    assert_eq!(error.to_string(), "divided-by-zero");
    assert!(error.to::<Key>().unwrap_err().is_invalid_result());
}

//! Guests of fidius 0.5, and one written by hand in their style: what they are called with, what they answer, and what they state.

use std::collections::BTreeMap;
use std::error::Error as _;
use std::sync::LazyLock;

use fidius::{CallError, Component, Dynamic, Error, GuestError, PluginError, Runtime, Value};
use porter::{Gift, GiftWine, Greeting, Mood, Visitor};

#[fidius::host(wit = "porter.wit", raw = ["reverse", "unpack"], guest_hash = 0xB8A3_B28B_EA39_E465, derive(serde::Serialize, serde::Deserialize))]
struct Porter;

/// The interface as the guest has it, with the functions of fidius.
mod whole {
    #[fidius::host(
        component = "guests/built/fidius05-greeter.wasm",
        guest_hash = 0xB8A3B28BEA39E465
    )]
    pub(super) struct Porter;
}

mod of_another_interface {
    #[fidius::host(wit = "porter.wit", guest_hash = 1)]
    pub(super) struct Porter;
}

#[fidius::host(
    wit = "guests/handwritten-1/wit/notary.wit",
    raw = ["seal", "unseal"],
    guest_hash = 0x1E5C_F5A2_0C60_1771,
    derive(serde::Serialize, serde::Deserialize)
)]
struct Notary;

#[fidius::host(wit = "guests/handwritten-1-fallible/wit/gatekeeper.wit")]
struct Gatekeeper;

const GREETER: &str = "guests/built/fidius05-greeter.wasm";
const NOTARY: &str = "guests/built/handwritten-1.wasm";
const GATEKEEPER: &str = "guests/built/handwritten-1-fallible.wasm";

const HASH: u64 = 0xB8A3_B28B_EA39_E465;
const NOTARYS_HASH: u64 = 0x1E5C_F5A2_0C60_1771;

static PORTER: LazyLock<Porter> = LazyLock::new(|| Porter::load(GREETER).unwrap());

static DYNAMIC: LazyLock<Dynamic> = LazyLock::new(|| {
    Dynamic::builder()
        .raw(["reverse", "unpack"])
        .load(GREETER)
        .unwrap()
});

#[track_caller]
fn assert_says(error: &dyn std::error::Error, parts: &[&str]) {
    let text = error.to_string();
    for part in parts {
        assert!(text.contains(part), "`{part}` is not in:\n{text}");
    }
}

#[track_caller]
fn guest<T: std::fmt::Debug>(answer: Result<T, CallError<GuestError>>) -> GuestError {
    match answer {
        Err(CallError::Guest(error)) => error,
        other => panic!("no error of the guest: {other:?}"),
    }
}

fn visitor(name: &str, age: u8) -> Visitor {
    Visitor {
        name: name.to_owned(),
        age,
        room_number: None,
        mood: Mood::Calm,
    }
}

fn ada() -> Visitor {
    Visitor {
        room_number: Some(7),
        mood: Mood::InAHurry,
        ..visitor("Ada", 36)
    }
}

fn gifts() -> Vec<Gift> {
    vec![
        Gift::Nothing,
        Gift::Flowers(u32::MAX),
        Gift::Wine(GiftWine {
            bottles: 3,
            vintage: -44,
        }),
        Gift::From(visitor("Döne", 255)),
    ]
}

#[test]
fn typed_values_of_all_kinds() {
    assert_eq!(PORTER.greet("world").unwrap(), "Hello, world!");
    assert_eq!(PORTER.greet("").unwrap(), "Hello, !");
    let greeting = PORTER.welcome(&ada(), &gifts()).unwrap();
    assert_eq!(
        greeting,
        Greeting {
            text: "Welcome back to room 7, Ada!".to_owned(),
            from: "the porter".to_owned(),
            to: ada(),
            gifts: gifts(),
        }
    );
    let visitors = [visitor("a", 1), ada(), visitor("b", 36), visitor("c", 99)];
    let sorted = PORTER.by_age(&visitors).unwrap();
    let names: Vec<&str> = sorted.iter().map(|visitor| visitor.name.as_str()).collect();
    assert_eq!(names, ["c", "Ada", "b", "a"]);
    assert_eq!(PORTER.by_age(&[]).unwrap(), []);
    assert_eq!(PORTER.find("Ada", &visitors).unwrap(), Some(ada()));
    assert_eq!(PORTER.find("Bob", &visitors).unwrap(), None);
    assert_eq!(PORTER.cheer_up(&Mood::Grumpy).unwrap(), Mood::InAHurry);
    assert_eq!(PORTER.cheer_up(&Mood::InAHurry).unwrap(), Mood::Calm);
    assert_eq!(PORTER.twice(&Gift::Flowers(4)).unwrap(), Gift::Flowers(8));
    assert_eq!(PORTER.twice(&Gift::Nothing).unwrap(), Gift::Nothing);
    assert_eq!(
        PORTER.twice(&Gift::From(visitor("x", 1))).unwrap(),
        Gift::From(visitor("x and x", 1))
    );
    let names = ["b".to_owned(), "a".to_owned(), "b".to_owned()];
    let counts = PORTER.count(&names).unwrap();
    assert_eq!(counts, [("a".to_owned(), 1), ("b".to_owned(), 2)]);
    assert_eq!(PORTER.total(&counts).unwrap(), 3);
    assert_eq!(
        PORTER.swap((u32::MAX, "x")).unwrap(),
        ("x".to_owned(), u32::MAX)
    );
}

#[test]
fn dynamic_values_of_all_kinds() {
    let plugin = &*DYNAMIC;
    let greeting: String = plugin.call("greet", "world").unwrap();
    assert_eq!(greeting, "Hello, world!");
    let greeting: Greeting = plugin.call("welcome", (ada(), gifts())).unwrap();
    assert_eq!(greeting.to, ada());
    assert_eq!(greeting.gifts, gifts());
    let json = plugin
        .call_json(
            "porter.welcome",
            r#"{"visitor": {"name": "Ada", "age": 36, "room-number": 7, "mood": "in-a-hurry"}, "gifts": ["nothing", {"flowers": 2}]}"#,
        )
        .unwrap();
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(
        json,
        serde_json::json!({
            "text": "Welcome back to room 7, Ada!",
            "from": "the porter",
            "to": {"name": "Ada", "age": 36, "room-number": 7, "mood": "in-a-hurry"},
            "gifts": ["nothing", {"flowers": 2}],
        })
    );
    let found: Option<Visitor> = plugin.call("find", ("Ada", [ada()])).unwrap();
    assert_eq!(found, Some(ada()));
    let found: Option<Visitor> = plugin.call("find", ("Bob", [ada()])).unwrap();
    assert_eq!(found, None);
    // The guest has a variant for what is an enum in Rust.
    let mood = plugin
        .call_values("cheer-up", &[Value::Variant("grumpy".to_owned(), None)])
        .unwrap();
    assert_eq!(mood, Value::Variant("in-a-hurry".to_owned(), None));
    assert_eq!(
        plugin.call_values("cheer-up", &[mood]).unwrap().case(),
        Some("calm")
    );
    let mood: Mood = plugin.call("cheer-up", Mood::Grumpy).unwrap();
    assert_eq!(mood, Mood::InAHurry);
    for gift in gifts() {
        let there: Gift = plugin.call("twice", (&gift,)).unwrap();
        assert_eq!(there, PORTER.twice(&gift).unwrap());
    }
    // A map of the guest's is a list of pairs in its WIT.
    let counts: BTreeMap<String, u32> = plugin.call("count", (["b", "a", "b"],)).unwrap();
    assert_eq!(counts, BTreeMap::from([("a".into(), 1), ("b".into(), 2)]));
    assert_eq!(plugin.call::<_, u64>("total", (&counts,)).unwrap(), 3);
    let swapped: (String, u32) = plugin.call("swap", ((1, "x"),)).unwrap();
    assert_eq!(swapped, ("x".to_owned(), 1));
}

#[test]
fn no_result_is_a_unit_and_stays_in_the_instance() {
    PORTER.note("lost").unwrap();
    assert_eq!(PORTER.last_note().unwrap(), None);
    DYNAMIC.call::<_, ()>("note", "lost").unwrap();
    assert_eq!(
        DYNAMIC.call_values("note", &["lost".into()]).unwrap(),
        Value::Unit
    );
    assert_eq!(DYNAMIC.call_json("note", r#"["lost"]"#).unwrap(), "null");
    assert_eq!(DYNAMIC.call_json("last-note", "[]").unwrap(), "null");

    let session = PORTER.plugin().session().unwrap();
    session.note("kept").unwrap();
    assert_eq!(session.last_note().unwrap().as_deref(), Some("kept"));
    // The dynamic view is on the same instance.
    let last: Option<String> = session.plugin().call("last-note", ()).unwrap();
    assert_eq!(last.as_deref(), Some("kept"));
    session.plugin().call::<_, ()>("note", "by name").unwrap();
    assert_eq!(session.last_note().unwrap().as_deref(), Some("by name"));
}

#[test]
fn raw_functions_take_bytes() {
    let bytes: Vec<u8> = (0..=255).collect();
    let reversed: Vec<u8> = bytes.iter().rev().copied().collect();
    assert_eq!(PORTER.reverse(&bytes).unwrap(), reversed);
    for plugin in [
        PORTER.plugin().call_raw("reverse", &bytes),
        DYNAMIC.call_raw("reverse", &bytes),
    ] {
        assert_eq!(plugin.unwrap(), reversed);
    }
    assert_eq!(DYNAMIC.call_raw("reverse", &[]).unwrap(), b"");
    let large = vec![7; 1 << 20];
    assert_eq!(DYNAMIC.call_raw("reverse", &large).unwrap(), large);

    assert_eq!(PORTER.unpack(&[3, b'a', 1, b'b']).unwrap(), b"aaab");
    assert_eq!(
        DYNAMIC.call_raw("unpack", &[3, b'a', 1, b'b']).unwrap(),
        b"aaab"
    );
    let error = PORTER.unpack(&[1, 2, 3]).unwrap_err();
    let error = error.guest().unwrap();
    assert_eq!(error.code, "HALF_A_PAIR");
    assert_eq!(error.details.as_deref(), Some(r#"{"length":3}"#));
    let error = guest(DYNAMIC.call_raw("unpack", &[1, 2, 3]));
    assert_eq!(error.code(), Some("HALF_A_PAIR"));
    assert_eq!(error.message(), Some("the last count has no byte"));
    assert_eq!(error.details(), Some(r#"{"length":3}"#));
    let typed = guest(PORTER.plugin().call_raw("unpack", &[1, 2, 3]));
    assert_eq!(typed, error);
}

#[test]
fn what_is_raw_is_called_raw_and_nothing_else() {
    // It has the types of a raw function, and isn't one.
    let shouted: Vec<u8> = DYNAMIC.call("shout", (b"hello".to_vec(),)).unwrap();
    assert_eq!(shouted, b"HELLO");
    assert_eq!(PORTER.shout(b"hello").unwrap(), b"HELLO");
    for plugin in [
        DYNAMIC.call_raw("shout", b""),
        PORTER.plugin().call_raw("shout", b""),
    ] {
        let error = plugin.unwrap_err();
        assert!(error.is_wrong_mode());
        assert_says(&error, &["`shout`", "is not raw", "raw = [\"shout\"]"]);
    }
    let error = DYNAMIC
        .call_values("reverse", &[Value::Bytes(vec![1])])
        .unwrap_err();
    assert!(error.is_wrong_mode());
    assert_says(&error, &["`reverse`", "is raw", "call_raw"]);
    assert!(
        PORTER
            .plugin()
            .call_json("unpack", "[[]]")
            .unwrap_err()
            .is_wrong_mode()
    );

    let error = Dynamic::builder().raw(["greet"]).load(GREETER).unwrap_err();
    assert!(error.is_mismatch());
    assert_says(&error, &["`greet`", "can't be raw"]);
    let error = Dynamic::builder()
        .raw(["revers"])
        .load(GREETER)
        .unwrap_err();
    assert!(error.is_missing());
    assert_says(&error, &["no function `revers`", "is `reverse` meant?"]);
}

#[test]
fn plugin_errors_keep_their_structure() {
    assert_eq!(PORTER.admit("Ada").unwrap(), 3);
    PORTER.announce("Ada").unwrap();
    assert_eq!(DYNAMIC.call::<_, u32>("admit", "Ada").unwrap(), 3);
    DYNAMIC.call::<_, ()>("announce", "Ada").unwrap();
    assert_eq!(
        DYNAMIC.call_values("announce", &["Ada".into()]).unwrap(),
        Value::Unit
    );

    let thief = porter::PluginError {
        code: "BARRED".to_owned(),
        message: "thief may not come in".to_owned(),
        details: Some(r#"{"by":"the police","since":1987}"#.to_owned()),
    };
    let stranger = porter::PluginError {
        code: "UNKNOWN".to_owned(),
        message: "nobody knows stranger".to_owned(),
        details: None,
    };
    for (name, expected) in [("thief", &thief), ("stranger", &stranger)] {
        let admitted = PORTER.admit(name);
        assert!(matches!(&admitted, Err(CallError::Guest(error)) if error == expected));
        let announced = PORTER.announce(name);
        assert!(matches!(&announced, Err(CallError::Guest(error)) if error == expected));
        assert_says(
            &announced.unwrap_err(),
            &[&expected.code, &expected.message],
        );
        for function in ["admit", "announce"] {
            let error = guest(DYNAMIC.call_values(function, &[name.into()]));
            assert_eq!(error.code(), Some(&*expected.code));
            assert!(error.is_code(&expected.code));
            assert!(!error.is_code("OTHER"));
            assert_eq!(error.message(), Some(&*expected.message));
            assert_eq!(error.details(), expected.details.as_deref());
            let own: PluginError = error.to().unwrap();
            assert_eq!(own.code, expected.code);
            assert_eq!(own.details, expected.details);
            assert_eq!(&error.to::<porter::PluginError>().unwrap(), expected);
            assert!(error.to::<u32>().unwrap_err().is_invalid_result());
            let wit = Value::record([
                ("code", Value::from(&expected.code)),
                ("message", Value::from(&expected.message)),
                ("details", Value::from(expected.details.clone())),
            ]);
            assert_eq!(error.value(), &wit);
        }
    }
    let error = guest(DYNAMIC.call::<_, u32>("admit", "thief"));
    assert_eq!(
        error.to_string(),
        r#"thief may not come in (BARRED: {"by":"the police","since":1987})"#
    );
    let error = DYNAMIC.call_json("admit", r#"["stranger"]"#).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the plugin answered with an error: nobody knows stranger (UNKNOWN)"
    );
}

#[test]
fn a_panic_is_a_trap_with_what_it_wrote() {
    let dynamic = DYNAMIC.call::<_, ()>("panic", "oh\nno").unwrap_err();
    let typed = PORTER.panic("oh\nno").unwrap_err();
    for error in [dynamic.host().unwrap(), &typed] {
        assert!(error.is_trap());
        assert_says(
            error,
            &[
                "`panic` of",
                "trapped",
                "stderr",
                "panicked at",
                "oh\n",
                "no\n",
            ],
        );
        assert!(error.source().is_some());
        assert!(error.wasm_backtrace().is_some());
    }
    assert_eq!(PORTER.greet("again").unwrap(), "Hello, again!");
}

#[test]
fn the_functions_are_in_the_order_of_the_wit_and_without_those_of_fidius() {
    let methods: Vec<String> = DYNAMIC.methods().map(|method| method.name()).collect();
    let expected = [
        "greet",
        "welcome",
        "by-age",
        "find",
        "cheer-up",
        "twice",
        "count",
        "total",
        "swap",
        "admit",
        "announce",
        "note",
        "last-note",
        "reverse",
        "unpack",
        "shout",
        "panic",
    ];
    assert_eq!(methods, expected);
    assert_eq!(DYNAMIC.method_count(), expected.len());
    for (index, name) in expected.into_iter().enumerate() {
        assert_eq!(DYNAMIC.method(index).unwrap().name(), name);
        let method = DYNAMIC
            .method(&*format!("fidius:porter/porter@0.1.0#{name}"))
            .unwrap();
        assert_eq!(method.index(), index);
        assert_eq!(method.is_raw(), ["reverse", "unpack"].contains(&name));
        assert_eq!(method.interface().name, "fidius:porter/porter@0.1.0");
    }
    for carrier in ["fidius-interface-hash", "fidius-configure"] {
        assert!(DYNAMIC.method(carrier).unwrap_err().is_missing());
        assert!(!DYNAMIC.has(carrier));
        assert!(DYNAMIC.call_values(carrier, &[]).unwrap_err().is_missing());
    }
    let error = DYNAMIC.method(17).unwrap_err();
    assert_says(&error, &["no function 17", "0 to 16"]);
    // A typed host has the order of its own WIT.
    let methods: Vec<String> = PORTER
        .plugin()
        .methods()
        .map(|method| method.name())
        .collect();
    assert_eq!(methods[..3], ["admit", "announce", "greet"]);
    assert_eq!(methods.len(), expected.len());
    // The interface shows all that the component has.
    let whole = DYNAMIC.interface().to_string();
    assert!(
        whole.contains("fidius-interface-hash: func() -> u64"),
        "{whole}"
    );
}

#[test]
fn the_guests_hash_is_told() {
    assert_eq!(PORTER.plugin().guest_hash().unwrap(), Some(HASH));
    assert_eq!(DYNAMIC.guest_hash().unwrap(), Some(HASH));
    assert_eq!(DYNAMIC.session().unwrap().guest_hash().unwrap(), Some(HASH));
    assert_eq!(
        Dynamic::load(NOTARY).unwrap().guest_hash().unwrap(),
        Some(NOTARYS_HASH)
    );
    assert_eq!(
        Dynamic::load(GATEKEEPER).unwrap().guest_hash().unwrap(),
        None
    );
    assert_eq!(
        Gatekeeper::load(GATEKEEPER)
            .unwrap()
            .plugin()
            .guest_hash()
            .unwrap(),
        None
    );
    assert_eq!(
        Dynamic::load("guests/built/greeter.wasm")
            .unwrap()
            .guest_hash()
            .unwrap(),
        None
    );
    let pooled = Dynamic::builder().pool(1).load(GREETER).unwrap();
    assert_eq!(pooled.guest_hash().unwrap(), Some(HASH));
    pooled.call::<_, ()>("panic", "x").unwrap_err();
    assert_eq!(pooled.guest_hash().unwrap(), Some(HASH));
}

#[track_caller]
fn assert_wrong_hash(error: &Error, expected: &str, found: &str) {
    assert!(error.is_mismatch(), "{error:?}");
    assert_says(error, &["built for another interface", expected, found]);
}

#[test]
fn another_hash_is_refused_at_load() {
    Dynamic::builder().guest_hash(HASH).load(GREETER).unwrap();
    whole::Porter::load(GREETER).unwrap();
    Notary::load(NOTARY).unwrap();

    let (one, found) = ("0x0000000000000001", "0xb8a3b28bea39e465");
    let error = of_another_interface::Porter::load(GREETER).unwrap_err();
    assert_wrong_hash(&error, one, found);
    let error = Dynamic::builder().guest_hash(1).load(GREETER).unwrap_err();
    assert_wrong_hash(&error, one, found);
    let error = Dynamic::builder()
        .pool(2)
        .guest_hash(1)
        .load(GREETER)
        .unwrap_err();
    assert_wrong_hash(&error, one, found);
    // The builder's takes the place of the attribute's, both ways.
    of_another_interface::Porter::builder()
        .guest_hash(HASH)
        .load(GREETER)
        .unwrap();
    let error = Porter::builder().guest_hash(1).load(GREETER).unwrap_err();
    assert_wrong_hash(&error, one, found);
    let error = Notary::builder().guest_hash(HASH).load(NOTARY).unwrap_err();
    assert_wrong_hash(&error, found, "0x1e5cf5a20c601771");
}

#[test]
fn a_hash_that_nobody_states_is_refused_at_load() {
    for error in [
        Dynamic::builder()
            .guest_hash(HASH)
            .load(GATEKEEPER)
            .unwrap_err(),
        Gatekeeper::builder()
            .guest_hash(HASH)
            .load(GATEKEEPER)
            .unwrap_err(),
        Dynamic::builder()
            .guest_hash(HASH)
            .load("guests/built/greeter.wasm")
            .unwrap_err(),
    ] {
        assert!(error.is_mismatch());
        assert_says(
            &error,
            &[
                "does not state",
                "exports no `fidius-interface-hash: func() -> u64`",
            ],
        );
    }
}

#[test]
fn the_structural_hash_of_host_and_component_is_one() {
    let porter = whole::Porter::load(GREETER).unwrap();
    assert_eq!(porter.plugin().interface().hash(), whole::porter::HASH);
    assert_eq!(DYNAMIC.interface().hash(), whole::porter::HASH);
    assert_eq!(
        Notary::load(NOTARY).unwrap().plugin().interface().hash(),
        notary::HASH
    );
    let component = Component::load(&Runtime::shared(), GATEKEEPER).unwrap();
    assert_eq!(component.exports()[0].hash(), gatekeeper::HASH);
    // One that leaves functions out is another interface, which the guest serves all the same.
    assert_ne!(PORTER.plugin().interface().hash(), porter::HASH);
}

fn will() -> notary::Paper {
    notary::Paper {
        title: "Will".to_owned(),
        pages: 3,
        signed_by: Vec::new(),
    }
}

#[test]
fn a_guest_written_by_hand_is_one_like_any_other() {
    let notary = Notary::load(NOTARY).unwrap();
    let dynamic = Dynamic::builder()
        .raw(["seal", "notary.unseal"])
        .load(NOTARY)
        .unwrap();
    let methods: Vec<String> = dynamic.methods().map(|method| method.name()).collect();
    assert_eq!(methods, ["sign", "valid-pages", "title", "seal", "unseal"]);

    let signed = notary.sign(&will()).unwrap();
    assert_eq!(signed.signed_by, ["nobody"]);
    assert_eq!(
        dynamic.call::<_, notary::Paper>("sign", (will(),)).unwrap(),
        signed
    );
    let twice = notary.sign(&signed).unwrap();
    assert_eq!(
        notary
            .valid_pages(&[twice.clone(), will(), signed.clone()])
            .unwrap(),
        3
    );
    assert_eq!(
        dynamic
            .call::<_, u64>("valid-pages", ([&twice, &signed],))
            .unwrap(),
        3
    );
    assert_eq!(notary.title(&signed).unwrap(), "Will");
    let error = notary.title(&will()).unwrap_err();
    assert_eq!(error.guest().unwrap().code, "UNSIGNED");
    let error = guest(dynamic.call::<_, String>("title", (will(),)));
    assert_eq!(
        error.to_string(),
        "nobody has signed `Will` (UNSIGNED: {\"pages\":3})"
    );

    let sealed = notary.seal(&[0, 1, 0xFF]).unwrap();
    assert_eq!(sealed, [0xFF, 0xFE, 0]);
    assert_eq!(dynamic.call_raw("seal", &[0, 1, 0xFF]).unwrap(), sealed);
    assert_eq!(dynamic.call_raw("unseal", &sealed).unwrap(), [1, 0xFF]);
    assert_eq!(notary.unseal(&sealed).unwrap(), [1, 0xFF]);
    assert_eq!(
        notary.unseal(&[]).unwrap_err().guest().unwrap().code,
        "NO_SEAL"
    );
    assert!(guest(dynamic.call_raw("unseal", &[1])).is_code("NO_SEAL"));
}

#[test]
fn an_interface_that_is_given_at_run_time_may_leave_fidius_out() {
    let plugin = Dynamic::builder()
        .interface(porter::INTERFACE.clone())
        .guest_hash(HASH)
        .config(b"anything".to_vec())
        .load(GREETER)
        .unwrap();
    assert_eq!(plugin.method(0).unwrap().name(), "admit");
    assert_eq!(plugin.method_count(), 17);
    assert_eq!(plugin.guest_hash().unwrap(), Some(HASH));
}

#[test]
fn a_wit_with_the_functions_of_fidius_is_an_interface_like_any_other() {
    let porter = whole::Porter::load(GREETER).unwrap();
    assert_eq!(porter.fidius_interface_hash().unwrap(), HASH);
    assert_eq!(porter.greet("you").unwrap(), "Hello, you!");
}

#[test]
fn an_interface_read_from_the_component_has_no_functions_of_fidius_to_call() {
    let component = Component::load(&Runtime::shared(), GREETER).unwrap();
    let plugin = Dynamic::builder()
        .interface(component.exports()[0].clone())
        .guest_hash(HASH)
        .load(GREETER)
        .unwrap();
    let methods: Vec<String> = plugin.methods().map(|method| method.name()).collect();
    let all: Vec<String> = DYNAMIC.methods().map(|method| method.name()).collect();
    assert_eq!(methods, all);
}

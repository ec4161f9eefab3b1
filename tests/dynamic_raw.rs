//! Raw calls: bytes in, bytes out.

mod component_of_text;
mod component_of_wit;

use component_of_text::encode;
use component_of_wit::component_of_wit;
use fidius::{Dynamic, ErrorKind, Limits, PluginError, Value};

/// A part of what this guest of fidius 0.5 has.
const PORTER: &str = "guests/built/fidius05-greeter.wasm";

#[fidius::host(
    inline = "
package fidius:porter@0.1.0;

interface porter {
  record plugin-error { code: string, message: string, details: option<string> }
  greet: func(name: string) -> string;
  reverse: func(data: list<u8>) -> list<u8>;
  unpack: func(data: list<u8>) -> result<list<u8>, plugin-error>;
  shout: func(data: list<u8>) -> list<u8>;
}
",
    raw = ["reverse", "porter.unpack"]
)]
struct Porter;

fn dynamic() -> Dynamic {
    Dynamic::builder()
        .raw(["reverse", "fidius:porter/porter@0.1.0#unpack"])
        .load(PORTER)
        .unwrap()
}

fn bytes(count: usize) -> Vec<u8> {
    (0..count).map(|n| (n * 7 + n / 251) as u8).collect()
}

fn reversed(mut bytes: Vec<u8>) -> Vec<u8> {
    bytes.reverse();
    bytes
}

#[test]
fn raw_functions_of_the_builder_and_of_the_attribute() {
    let dynamic = dynamic();
    let porter = Porter::load(PORTER).unwrap();
    for data in [Vec::new(), vec![0], bytes(1000)] {
        let expected = reversed(data.clone());
        assert_eq!(dynamic.call_raw("reverse", &data).unwrap(), expected);
        assert_eq!(
            porter.plugin().call_raw("reverse", &data).unwrap(),
            expected
        );
        assert_eq!(
            porter.plugin().call_raw("porter.reverse", &data).unwrap(),
            expected
        );
        // The methods stay as they are.
        assert_eq!(porter.reverse(&data).unwrap(), expected);
    }
    let number = dynamic.method("reverse").unwrap().index();
    assert_eq!(dynamic.call_raw(number, b"ab").unwrap(), b"ba");
    let is_raw = |name: &str| {
        let (one, other) = (dynamic.method(name), porter.plugin().method(name));
        let (one, other) = (one.unwrap().is_raw(), other.unwrap().is_raw());
        assert_eq!(one, other, "{name}");
        one
    };
    assert!(is_raw("reverse") && is_raw("unpack"));
    assert!(!is_raw("shout") && !is_raw("greet"));
}

#[test]
fn raw_functions_may_fail() {
    let dynamic = dynamic();
    let porter = Porter::load(PORTER).unwrap();
    for plugin_call in [
        dynamic.call_raw("unpack", b"\x03a\x01b"),
        porter.plugin().call_raw("unpack", b"\x03a\x01b"),
    ] {
        assert_eq!(plugin_call.unwrap(), b"aaab");
    }
    for result in [
        dynamic.call_raw("unpack", b"\x03a\x01"),
        porter.plugin().call_raw("unpack", b"\x03a\x01"),
    ] {
        let error = result.unwrap_err();
        let error = error.guest().unwrap();
        assert_eq!(error.code(), Some("HALF_A_PAIR"));
        assert!(error.is_code("HALF_A_PAIR"));
        assert_eq!(error.message(), Some("the last count has no byte"));
        assert_eq!(error.details(), Some(r#"{"length":3}"#));
        let error: PluginError = error.to().unwrap();
        let expected = PluginError::new("HALF_A_PAIR", "the last count has no byte");
        assert_eq!(error, expected.with_details(r#"{"length":3}"#));
    }
    let error = porter.unpack(b"\x03a\x01").unwrap_err();
    assert_eq!(error.guest().unwrap().code, "HALF_A_PAIR");
}

#[test]
fn the_wrong_mode_is_an_error_both_ways() {
    let dynamic = dynamic();
    // Each names the function, what it is, and what was tried.
    let error = dynamic.call_raw("shout", b"a").unwrap_err();
    assert!(error.is_wrong_mode());
    assert_eq!(
        error.to_string(),
        "`shout` of `guests/built/fidius05-greeter.wasm` is not raw, and `call_raw` calls only functions that the host says are: call \
         it as any other, or say `raw = [\"shout\"]` where the host is declared, or `.raw([\"shout\"])` on its builder"
    );
    let raw = "`reverse` of `guests/built/fidius05-greeter.wasm` is raw: call it with `call_raw`, which takes bytes";
    let error = dynamic
        .call_values("reverse", &[Value::from(b"a")])
        .unwrap_err();
    assert!(error.is_wrong_mode());
    assert_eq!(error.to_string(), raw);
    let error = dynamic
        .call::<_, Vec<u8>>("reverse", vec![1_u8])
        .unwrap_err();
    assert_eq!(
        (error.is_wrong_mode(), error.to_string()),
        (true, raw.to_owned())
    );
    let error = dynamic.call_json("reverse", "[[1]]").unwrap_err();
    assert_eq!(
        (error.is_wrong_mode(), error.to_string()),
        (true, raw.to_owned())
    );
    // Of a typed host, and of what could never be raw.
    let porter = Porter::load(PORTER).unwrap();
    let error = porter.plugin().call_raw("greet", b"a").unwrap_err();
    assert_eq!(error.host().unwrap().kind(), ErrorKind::WrongMode);
    let error = porter.plugin().call_values("unpack", &[]).unwrap_err();
    assert!(error.is_wrong_mode());
    // Without a word of the host, none is.
    let plain = Dynamic::load(PORTER).unwrap();
    assert!(plain.call_raw("reverse", b"a").unwrap_err().is_wrong_mode());
    assert_eq!(
        plain.call::<_, Vec<u8>>("reverse", b"ab".to_vec()).unwrap(),
        b"ba"
    );
    // What is not there is missing all the same.
    assert!(plain.call_raw("revers", b"a").unwrap_err().is_missing());
    assert!(plain.call_raw(1000, b"a").unwrap_err().is_missing());
}

#[test]
fn what_can_t_be_raw_is_refused_at_load() {
    let refused = |names: &[&str]| {
        let builder = Dynamic::builder().raw(names.iter().copied());
        builder.load(PORTER).unwrap_err()
    };
    let error = refused(&["reverse", "greet"]);
    assert!(error.is_mismatch());
    assert_eq!(
        error.to_string(),
        "`greet` of `guests/built/fidius05-greeter.wasm` can't be raw: it is `greet: func(name: string) -> string`, expected \
         `func(…: list<u8>) -> list<u8>` or `func(…: list<u8>) -> result<list<u8>, …>`"
    );
    let error = refused(&["revers"]);
    assert!(error.to_string().contains("is `reverse` meant?"), "{error}");
    let error = refused(&["other.reverse"]);
    assert!(
        error.to_string().contains("no function `other.reverse`"),
        "{error}"
    );

    let component = component_of_wit(
        "package test:raw;
         interface raw {
           fits: func(data: list<u8>) -> list<u8>;
           empty-error: func(data: list<u8>) -> result<list<u8>>;
           record-error: func(data: list<u8>) -> result<list<u8>, tuple<u8, list<string>>>;
           no-parameter: func() -> list<u8>;
           two: func(a: list<u8>, b: list<u8>) -> list<u8>;
           no-result: func(a: list<u8>);
           only-error: func(a: list<u8>) -> result<_, list<u8>>;
           signed: func(a: list<s8>) -> list<u8>;
           words: func(a: list<u8>) -> list<u16>;
           text: func(a: string) -> list<u8>;
           optional: func(a: list<u8>) -> option<list<u8>>;
           stream-error: func(a: list<u8>) -> result<list<u8>, stream<u8>>;
         }
         world raws { export raw; }",
    );
    for name in ["fits", "empty-error", "record-error"] {
        let plugin = Dynamic::builder().raw([name]).load(&component).unwrap();
        assert!(plugin.method(name).unwrap().is_raw());
    }
    for name in [
        "no-parameter",
        "two",
        "no-result",
        "only-error",
        "signed",
        "words",
        "text",
        "optional",
        "stream-error",
    ] {
        let error = Dynamic::builder().raw([name]).load(&component).unwrap_err();
        assert!(error.is_mismatch(), "{name}: {error}");
        assert!(error.to_string().contains("can't be raw"), "{error}");
    }
}

#[test]
fn megabytes_come_back_byte_for_byte() {
    let dynamic = dynamic();
    let data = bytes((5 << 20) + 13);
    let back = dynamic.call_raw("reverse", &data).unwrap();
    assert!(back == reversed(data.clone()), "not the same bytes");
    // By the other ways too, which are in bulk as well.
    let plain = Dynamic::load(PORTER).unwrap();
    let back = plain
        .call_values("reverse", &[data.clone().into()])
        .unwrap();
    assert!(back == Value::Bytes(reversed(data.clone())));
    let back: serde_bytes::ByteBuf = plain
        .call("reverse", serde_bytes::Bytes::new(&data))
        .unwrap();
    assert!(back == reversed(data.clone()));
    let back: Vec<u8> = plain.call("reverse", &data).unwrap();
    assert!(back == reversed(data.clone()));
    // A session, over and over.
    let session = dynamic.session().unwrap();
    for count in [0, 1, 65_535, 65_536, 1 << 20] {
        let data = bytes(count);
        assert!(session.call_raw("reverse", &data).unwrap() == reversed(data));
    }
}

#[test]
fn limits_hold_for_raw_calls() {
    let plugin = Dynamic::builder()
        .raw(["reverse"])
        .limits(Limits {
            transfer: 1 << 16,
            ..Limits::default()
        })
        .load(PORTER)
        .unwrap();
    assert!(plugin.call_raw("reverse", &bytes(1 << 15)).is_ok());
    let error = plugin.call_raw("reverse", &bytes(1 << 17)).unwrap_err();
    assert!(error.is_transfer_too_large(), "{error}");
}

/// The second name for one function says nothing new, and two functions of one name need more of it.
#[test]
fn names_that_say_too_little_or_the_same_twice() {
    let module = |interfaces: &[&str]| {
        let functions: String = interfaces
            .iter()
            .map(|interface| {
                format!(
                    "(func (export \"test:raw/{interface}#echo\") (param i32 i32) (result i32)
                       (i32.store (i32.const 8) (local.get 0))
                       (i32.store (i32.const 12) (local.get 1))
                       (i32.const 8))"
                )
            })
            .collect();
        format!("(module {}{functions})", component_of_text::MEMORY)
    };
    let component = encode(
        "package test:raw;
         interface one { echo: func(data: list<u8>) -> list<u8>; }
         interface two { echo: func(data: list<u8>) -> list<u8>; }
         world raws { export one; export two; }",
        &module(&["one", "two"]),
    );
    let error = Dynamic::builder()
        .raw(["echo"])
        .load(&component)
        .unwrap_err();
    assert!(error.to_string().contains("`test:raw/two#echo`"), "{error}");
    let plugin = Dynamic::builder()
        .raw(["two.echo", "two#echo"])
        .load(&component)
        .unwrap();
    assert_eq!(plugin.call_raw("two.echo", b"ab").unwrap(), b"ab");
    assert!(
        plugin
            .call_raw("one.echo", b"ab")
            .unwrap_err()
            .is_wrong_mode()
    );
    assert_eq!(
        plugin.call_values("one.echo", &[b"ab".into()]).unwrap(),
        Value::from(b"ab")
    );
}

/// An error may be more than bytes.
#[test]
fn a_raw_functions_error_may_be_a_resource() {
    let module = format!(
        r#"(module
          (import "[export]test:raw/raw" "[resource-new]r" (func $new (param i32) (result i32)))
          {}
          (global $ended (mut i32) (i32.const 0))
          (func (export "test:raw/raw#check") (param i32 i32) (result i32)
            (i32.store (i32.const 8) (i32.const 1))
            (i32.store (i32.const 12) (call $new (local.get 1)))
            (i32.const 8))
          (func (export "test:raw/raw#[method]r.length") (param i32) (result i32) (local.get 0))
          (func (export "test:raw/raw#[dtor]r") (param i32)
            (global.set $ended (i32.add (global.get $ended) (i32.const 1))))
          (func (export "test:raw/raw#ended") (result i32) (global.get $ended)))"#,
        component_of_text::MEMORY
    );
    let component = encode(
        "package test:raw;
         interface raw {
           resource r { length: func() -> u32; }
           check: func(data: list<u8>) -> result<list<u8>, r>;
           ended: func() -> u32;
         }
         world raws { export raw; }",
        &module,
    );
    let plugin = Dynamic::builder().raw(["check"]).load(&component).unwrap();
    let plugin = plugin.session().unwrap();
    let error = plugin.call_raw("check", &[7; 5]).unwrap_err();
    let handle = error.guest().unwrap().value().clone();
    let length: u32 = plugin.call("r.length", &handle).unwrap();
    assert_eq!(length, 5);
    assert_eq!(plugin.call::<_, u32>("ended", ()).unwrap(), 0);
    drop((error, handle));
    assert_eq!(plugin.call::<_, u32>("ended", ()).unwrap(), 1);
}

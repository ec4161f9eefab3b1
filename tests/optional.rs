//! What a plugin may lack: it loads without it, and a call says so.

mod component_of_wit;

use component_of_wit::component_of_wit;
use fidius::{CallError, Error, ErrorKind};

/// All but `encode` is optional, each in another form.
#[fidius::host(
    wit = "optional.wit",
    optional = ["decode", "codec.name", "stats", "version"]
)]
struct Codec;

/// Nothing is.
mod strict {
    #[fidius::host(wit = "optional.wit")]
    pub struct Codec;
}

const PARTIAL: &str = "guests/built/partial.wasm";
const FULL: &str = "guests/built/full.wasm";

#[track_caller]
fn assert_missing<T>(result: Result<T, Error>, text: &str) {
    let Err(error) = result else {
        panic!("it is not there")
    };
    assert!(error.is_missing());
    assert_eq!(error.kind(), ErrorKind::Missing);
    assert_eq!(error.to_string(), text);
}

#[test]
fn a_component_without_what_is_optional_loads_and_works() {
    let plugin = Codec::load(PARTIAL).unwrap();
    let codec = plugin.codec();
    assert_eq!(codec.encode("abc").unwrap(), b"cba");

    // The guest's own error and this one are told apart.
    let error: CallError<String> = codec.decode(b"abc").unwrap_err();
    assert!(error.is_missing());
    assert!(error.guest().is_none());
    assert_eq!(
        error.to_string(),
        "`guests/built/partial.wasm` does not have the optional function `decode` of `fidius:optional/codec@0.1.0`; ask \
         for it with `plugin().has(…)`"
    );
    assert_missing(
        codec.name(),
        "`guests/built/partial.wasm` does not have the optional function `name` of `fidius:optional/codec@0.1.0`; ask for \
         it with `plugin().has(…)`",
    );
    assert_missing(
        plugin.stats().summary(),
        "`guests/built/partial.wasm` does not have the optional function `summary` of `fidius:optional/stats@0.1.0`; ask \
         for it with `plugin().has(…)`",
    );
    assert!(plugin.stats().reset().unwrap_err().is_missing());
    assert_missing(
        plugin.version(),
        "`guests/built/partial.wasm` does not have the optional function `version` of `full`; ask for it with \
         `plugin().has(…)`",
    );
}

#[test]
fn a_missing_function_does_no_harm_to_an_instance() {
    let pooled = Codec::builder().pool(1).load(PARTIAL).unwrap();
    let session = pooled.plugin().session().unwrap();
    for plugin in [pooled, session] {
        for _ in 0..3 {
            assert!(plugin.codec().name().unwrap_err().is_missing());
            assert_eq!(plugin.codec().encode("ab").unwrap(), b"ba");
        }
    }
}

#[test]
fn a_component_with_all_of_it_has_all_of_it() {
    let plugin = Codec::load(FULL).unwrap().plugin().session().unwrap();
    let (codec, stats) = (plugin.codec(), plugin.stats());
    assert_eq!(codec.encode("abc").unwrap(), b"cba");
    assert_eq!(codec.decode(b"abc").unwrap(), "cba");
    let error = codec.decode(&[0xff]).unwrap_err();
    assert!(error.guest().unwrap().contains("utf-8"), "{error}");
    assert_eq!(codec.name().unwrap(), "reversed");
    let work = full::stats::Work { texts: 1, bytes: 3 };
    assert_eq!(stats.summary().unwrap(), work);
    stats.reset().unwrap();
    assert_eq!(stats.summary().unwrap().texts, 0);
    assert_eq!(plugin.version().unwrap(), "0.1.0");
    strict::Codec::load(FULL).unwrap();
}

#[test]
fn what_is_there_can_be_asked_for() {
    let partial = Codec::load(PARTIAL).unwrap();
    let full = Codec::load(FULL).unwrap();
    let both = |name: &str| (partial.plugin().has(name), full.plugin().has(name));
    for name in [
        "encode",
        "codec.encode",
        "codec#encode",
        "fidius:optional/codec.encode",
        "fidius:optional/codec#encode",
        "fidius:optional/codec@0.1.0.encode",
        "fidius:optional/codec@0.1.0#encode",
        "codec",
        "fidius:optional/codec",
        "fidius:optional/codec@0.1.0",
    ] {
        assert_eq!(both(name), (true, true), "{name}");
    }
    for name in [
        "decode",
        "codec.decode",
        "name",
        "codec.name",
        "fidius:optional/codec@0.1.0#name",
        "stats",
        "fidius:optional/stats",
        "fidius:optional/stats@0.1.0",
        "summary",
        "stats.summary",
        "stats.reset",
        "version",
        "full.version",
        "full",
    ] {
        assert_eq!(both(name), (false, true), "{name}");
    }
    for name in [
        "",
        "nothing",
        "stats.encode",
        "codec.summary",
        "codec.",
        "codec.encode.",
        ".encode",
        "Encode",
        "fidius:optional/codec@0.2.0",
        "fidius:other/codec",
        "optional/codec",
    ] {
        assert_eq!(both(name), (false, false), "{name}");
    }
    // A session says the same.
    let session = partial.plugin().session().unwrap();
    assert!(session.plugin().has("encode"));
    assert!(!session.plugin().has("decode"));
}

#[test]
fn what_is_missing_is_not_listed() {
    let names = |plugin: &Codec| -> Vec<String> {
        let interfaces = plugin.plugin().interfaces();
        interfaces
            .map(|interface| interface.name.to_string())
            .collect()
    };
    let partial = Codec::load(PARTIAL).unwrap();
    assert_eq!(names(&partial), ["fidius:optional/codec@0.1.0"]);
    assert_eq!(partial.plugin().interface().functions.len(), 1);
    let full = Codec::load(FULL).unwrap();
    assert_eq!(
        names(&full),
        [
            "fidius:optional/codec@0.1.0",
            "fidius:optional/stats@0.1.0",
            "full"
        ]
    );
    assert_eq!(full.plugin().interface().functions.len(), 3);
}

#[test]
fn what_is_not_optional_is_missed_at_load() {
    let error = strict::Codec::load(PARTIAL).unwrap_err();
    assert!(error.is_mismatch());
    let text = error.to_string();
    for part in [
        "`guests/built/partial.wasm` does not fit `fidius:optional/codec@0.1.0`: 2 differences",
        "function `decode`\n    expected: decode: func(bytes: list<u8>) -> result<string, string>\n    found:    nothing",
        "function `name`\n    expected: name: func() -> string\n    found:    nothing",
    ] {
        assert!(text.contains(part), "`{part}` is not in:\n{text}");
    }
}

#[test]
fn every_missing_interface_is_listed_at_once() {
    let error = strict::Codec::load(PARTIAL).unwrap_err();
    let text = error.to_string();
    for part in ["fidius:optional/stats@0.1.0", "version"] {
        assert!(text.contains(part), "`{part}` is not in:\n{text}");
    }
}

/// One world with the codec's functions as they are given here.
fn codec_of(functions: &str) -> Vec<u8> {
    component_of_wit(&format!(
        "package fidius:optional@0.1.0;
         interface codec {{ {functions} }}
         world plugin {{ export codec; }}"
    ))
}

#[test]
fn what_is_optional_and_there_must_fit() {
    let encode = "encode: func(text: string) -> list<u8>;";
    Codec::load(codec_of(encode)).unwrap();
    let error = Codec::load(codec_of(&format!("{encode} name: func() -> u32;"))).unwrap_err();
    assert!(error.is_mismatch());
    let text = error.to_string();
    assert!(text.contains("one difference"), "{text}");
    assert!(text.contains("function `name`"), "{text}");
    assert!(text.contains("found:    u32"), "{text}");

    let error = Codec::load(codec_of("name: func() -> string;")).unwrap_err();
    assert!(error.is_mismatch());
    assert!(error.to_string().contains("function `encode`"), "{error}");
}

#[test]
fn an_interface_that_is_not_optional_as_a_whole_must_be_there() {
    let error = Codec::load(component_of_wit(
        "package fidius:optional@0.1.0; world plugin { export version: func() -> string; }",
    ))
    .unwrap_err();
    assert!(error.is_mismatch());
    assert!(
        error
            .to_string()
            .contains("does not export the interface `fidius:optional/codec@0.1.0`"),
        "{error}"
    );
}

#[test]
fn a_plugin_may_lack_everything() {
    mod any {
        #[fidius::host(wit = "optional.wit", optional = ["fidius:optional/codec", "fidius:optional/stats@0.1.0", "version"])]
        pub struct Any;
    }
    let plugin = any::Any::load(component_of_wit("package a:b; world plugin { }")).unwrap();
    assert!(plugin.codec().encode("x").unwrap_err().is_missing());
    assert!(plugin.stats().reset().unwrap_err().is_missing());
    assert!(plugin.version().unwrap_err().is_missing());
    assert_eq!(
        any::Any::load(PARTIAL)
            .unwrap()
            .codec()
            .encode("ab")
            .unwrap(),
        b"ba"
    );
}

/// Another version of the interface of the counters, with functions that the component does not have.
#[fidius::host(
    inline = "
        package example:counters@1.0.0;

        interface counters {
            resource counter {
                constructor(start: u32);
                add: func(n: u32) -> u32;
                value: func() -> u32;
                reset: func() -> result<u32, string>;
                merge: static func(a: counter, b: counter) -> counter;
                split: static func(whole: counter) -> tuple<counter, counter>;
            }
            describe: func(counter: borrow<counter>) -> string;
            greatest: func(counters: list<borrow<counter>>) -> u32;
            alive: func() -> u32;
        }
    ",
    optional = ["counter.reset", "counters.counter.split", "greatest"]
)]
struct Counters;

const COUNTERS: &str = "guests/built/counters.wasm";

#[test]
fn a_resource_may_lack_methods_and_static_functions() {
    let plugin = Counters::load(COUNTERS)
        .unwrap()
        .plugin()
        .session()
        .unwrap();
    let counter = plugin.new_counter(1).unwrap();
    assert_eq!(counter.add(2).unwrap(), 3);
    let error = counter.reset().unwrap_err();
    assert!(error.is_missing());
    assert_eq!(
        error.to_string(),
        "`guests/built/counters.wasm` does not have the optional function `counter.reset` of \
         `example:counters/counters@1.0.0`; ask for it with `plugin().has(…)`"
    );
    assert!(plugin.greatest(&[&counter]).unwrap_err().is_missing());
    assert!(plugin.greatest(&[]).unwrap_err().is_missing());
    assert_eq!(counter.value().unwrap(), 3);

    // What is given away is gone, and its destructor has run.
    assert_eq!(plugin.alive().unwrap(), 1);
    assert!(plugin.counter_split(counter).unwrap_err().is_missing());
    assert_eq!(plugin.alive().unwrap(), 0);

    let has = |name: &str| plugin.plugin().has(name);
    assert!(has("counter.add"));
    assert!(has("counters.counter.add"));
    assert!(!has("counter.reset"));
    assert!(!has("counter.split"));
    assert!(has("counter.merge"));
    assert!(has("counter.constructor"));
    assert!(!has("[method]counter.add"));
}

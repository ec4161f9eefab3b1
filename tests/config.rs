//! Configured plugins: each live instance is configured once, before its first call, and a plugin that refuses is not loaded.

mod component_of_text;

use std::collections::BTreeMap;
use std::error::Error as _;
use std::sync::LazyLock;
use std::thread;
use std::time::{Duration, Instant};

use fidius::{Component, Dynamic, Error, GuestError, Limits, PluginError, Runtime};
use serde::{Serialize, Serializer};

#[fidius::host(wit = "tally.wit", raw = ["stamp"], guest_hash = 0x6C7F_9013_C72A_767F)]
struct Tally;

/// With the functions of fidius, and a hash that is not the guest's.
mod whole {
    #[fidius::host(component = "guests/built/fidius05-configured.wasm", guest_hash = 7)]
    pub(super) struct Tally;
}

#[fidius::host(wit = "guests/handwritten-1/wit/notary.wit")]
struct Notary;

#[fidius::host(wit = "guests/handwritten-1-fallible/wit/gatekeeper.wit")]
struct Gatekeeper;

const TALLY: &str = "guests/built/fidius05-configured.wasm";
const NOTARY: &str = "guests/built/handwritten-1.wasm";
const GATEKEEPER: &str = "guests/built/handwritten-1-fallible.wasm";
const GREETER: &str = "guests/built/greeter.wasm";

#[derive(Clone, Serialize)]
struct Settings {
    label: &'static str,
    start: i64,
    step: u32,
    mode: Mode,
    allowed: Option<Vec<u16>>,
}

#[derive(Clone, Serialize)]
enum Mode {
    Up,
    Down,
    UpTo(i64),
}

const TENS: Settings = Settings {
    label: "tens",
    start: 10,
    step: 10,
    mode: Mode::Up,
    allowed: None,
};

/// What the guest's own fidius makes of [`TENS`].
const TENS_BYTES: &[u8] = b"\x04\0\0\0\0\0\0\0tens\x0a\0\0\0\0\0\0\0\x0a\0\0\0\0\0\0\0\0";

static FRESH: LazyLock<Tally> =
    LazyLock::new(|| Tally::builder().config_value(&TENS).load(TALLY).unwrap());

#[track_caller]
fn assert_says(error: &dyn std::error::Error, parts: &[&str]) {
    let text = error.to_string();
    for part in parts {
        assert!(text.contains(part), "`{part}` is not in:\n{text}");
    }
}

/// How often the instance that the error is of has been configured: it writes a line each time.
#[track_caller]
fn configurations(error: &Error) -> usize {
    assert!(error.is_trap(), "{error}");
    error.to_string().matches("configured as").count()
}

#[test]
fn a_value_and_its_bytes_are_one_configuration() {
    let bytes = Tally::builder().config(TENS_BYTES).load(TALLY).unwrap();
    for plugin in [&*FRESH, &bytes] {
        assert_eq!(plugin.label().unwrap(), "tens");
        assert_eq!(
            plugin.settings().unwrap(),
            "Settings { label: \"tens\", start: 10, step: 10, mode: Up, allowed: None }"
        );
    }
    let settings = Settings {
        label: "dörte",
        start: -5,
        step: 3,
        mode: Mode::UpTo(2),
        allowed: Some(vec![1, 65535]),
    };
    let plugin = Dynamic::builder()
        .config_value(&settings)
        .raw(["stamp"])
        .load(TALLY)
        .unwrap();
    let shown: String = plugin.call("settings", ()).unwrap();
    assert_eq!(
        shown,
        "Settings { label: \"dörte\", start: -5, step: 3, mode: UpTo(2), allowed: Some([1, 65535]) }"
    );
    assert_eq!(plugin.call::<_, u16>("check", 65535).unwrap(), 65535);
    let error = plugin.call::<_, u16>("check", 5).unwrap_err();
    assert_eq!(
        error.guest().unwrap().to_string(),
        "5 is not allowed (NOT_ALLOWED)"
    );
    assert_eq!(plugin.call_raw("stamp", b"!").unwrap(), "dörte!".as_bytes());
    let down = Settings {
        mode: Mode::Down,
        ..TENS
    };
    let session = Tally::builder()
        .config_value(&down)
        .load(TALLY)
        .unwrap()
        .plugin()
        .session()
        .unwrap();
    assert_eq!(session.advance().unwrap(), 10);
    assert_eq!(session.advance().unwrap(), 0);
    assert_eq!(session.stamp(b"!").unwrap(), b"tens!");
}

#[test]
fn a_fresh_instance_is_configured_for_each_call() {
    for _ in 0..3 {
        assert_eq!(FRESH.advance().unwrap(), 10);
        assert_eq!(FRESH.calls().unwrap(), 0);
        assert_eq!(configurations(&FRESH.panic("x").unwrap_err()), 1);
    }
}

#[test]
fn an_instance_of_a_pool_is_configured_once() {
    let pool = Tally::builder()
        .pool(1)
        .config_value(&TENS)
        .load(TALLY)
        .unwrap();
    for round in 0..2 {
        for call in 0..5 {
            assert_eq!(pool.calls().unwrap(), call, "round {round}");
            assert_eq!(pool.advance().unwrap(), 10 + 10 * i64::from(call));
        }
        assert_eq!(pool.plugin().call::<_, u32>("calls", ()).unwrap(), 5);
        // The instance is gone with this, and the next one is configured as well. What it wrote before is for other callers.
        assert_eq!(configurations(&pool.panic("x").unwrap_err()), 0);
    }
    // The guest's own errors leave it as it is.
    let ends = Settings {
        mode: Mode::UpTo(10),
        ..TENS
    };
    let pool = Tally::builder()
        .pool(1)
        .config_value(&ends)
        .load(TALLY)
        .unwrap();
    assert_eq!(pool.advance().unwrap(), 10);
    for calls in 1..4 {
        assert_eq!(pool.calls().unwrap(), calls);
        assert_eq!(pool.advance().unwrap_err().guest().unwrap().code, "DONE");
    }
}

#[test]
fn a_session_is_configured_once() {
    for plugin in [
        FRESH.clone(),
        Tally::builder()
            .pool(1)
            .config_value(&TENS)
            .load(TALLY)
            .unwrap(),
    ] {
        let session = plugin.plugin().session().unwrap();
        assert_eq!(session.advance().unwrap(), 10);
        assert_eq!(session.advance().unwrap(), 20);
        assert_eq!(plugin.calls().unwrap(), 0, "it is another instance");
        assert_eq!(session.calls().unwrap(), 2);
        assert_eq!(configurations(&session.panic("x").unwrap_err()), 1);
        assert!(session.calls().unwrap_err().is_session_lost());
        let next = plugin.plugin().session().unwrap();
        assert_eq!(next.calls().unwrap(), 0);
        assert_eq!(next.label().unwrap(), "tens");
    }
}

#[test]
fn a_plugin_that_must_be_configured_once_is() {
    // It panics at a second time.
    let nora = "Nora";
    let notaries = [
        Notary::builder().config_value(nora),
        Notary::builder().config_value(nora).pool(1),
        Notary::builder()
            .config(b"\x04\0\0\0\0\0\0\0Nora".to_vec())
            .guest_hash(0x1E5C_F5A2_0C60_1771),
        Notary::builder()
            .config_value(nora)
            .pool(2)
            .guest_hash(0x1E5C_F5A2_0C60_1771),
    ];
    let paper = notary::Paper {
        title: "Will".into(),
        pages: 3,
        signed_by: vec![],
    };
    for builder in notaries {
        let notary = builder.load(NOTARY).unwrap();
        for _ in 0..3 {
            assert_eq!(notary.sign(&paper).unwrap().signed_by, ["Nora"]);
            notary.plugin().guest_hash().unwrap();
        }
        let session = notary.plugin().session().unwrap();
        for _ in 0..3 {
            assert_eq!(session.sign(&paper).unwrap().signed_by, ["Nora"]);
        }
    }
}

#[test]
fn a_plugin_that_can_do_without_is_not_configured() {
    let notary = Notary::load(NOTARY).unwrap();
    let paper = notary::Paper {
        title: "Will".into(),
        pages: 3,
        signed_by: vec![],
    };
    assert_eq!(notary.sign(&paper).unwrap().signed_by, ["nobody"]);
    let gatekeeper = Gatekeeper::load(GATEKEEPER).unwrap();
    assert!(!gatekeeper.lets_in("").unwrap());
    // One that can't says so when it is called.
    let tally = Tally::load(TALLY).unwrap();
    assert_says(
        &tally.label().unwrap_err(),
        &["trapped", "plugin method called before configure()"],
    );
}

#[track_caller]
fn assert_refused(error: &Error, parts: &[&str]) {
    assert!(error.is_config_refused(), "{error:?}");
    assert_says(error, &["refused its configuration"]);
    assert_says(error, parts);
}

#[test]
fn a_panic_is_a_refusal() {
    let zero = Settings { step: 0, ..TENS };
    for error in [
        Tally::builder()
            .config_value(&zero)
            .load(TALLY)
            .unwrap_err(),
        Tally::builder()
            .config_value(&zero)
            .pool(2)
            .load(TALLY)
            .unwrap_err(),
        Dynamic::builder()
            .config_value(&zero)
            .load(TALLY)
            .unwrap_err(),
    ] {
        assert_refused(&error, &["the step must not be 0", "stderr", TALLY]);
        let cause = error.source().unwrap().downcast_ref::<Error>().unwrap();
        assert!(cause.is_trap());
    }
    let too_short = "configure failed to deserialize config";
    for bytes in [
        &b""[..],
        &TENS_BYTES[..28],
        b"\xff\xff\xff\xff\xff\xff\xff\xff",
    ] {
        let error = Tally::builder().config(bytes).load(TALLY).unwrap_err();
        assert_refused(&error, &[too_short]);
    }
    let error = Notary::builder()
        .config(vec![1, 2])
        .load(NOTARY)
        .unwrap_err();
    assert_refused(&error, &["a length of eight bytes"]);
}

#[test]
fn an_error_is_a_refusal_too() {
    for error in [
        Gatekeeper::builder()
            .config(*b"hello")
            .load(GATEKEEPER)
            .unwrap_err(),
        Gatekeeper::builder()
            .pool(1)
            .config(*b"hello")
            .load(GATEKEEPER)
            .unwrap_err(),
        Dynamic::builder()
            .config(*b"hello")
            .load(GATEKEEPER)
            .unwrap_err(),
    ] {
        assert_refused(
            &error,
            &["a password of 5 bytes is too short (TOO_SHORT: {\"at_least\":8})"],
        );
        let cause = error
            .source()
            .unwrap()
            .downcast_ref::<GuestError>()
            .unwrap();
        assert_eq!(cause.code(), Some("TOO_SHORT"));
        let cause: PluginError = cause.to().unwrap();
        assert_eq!(cause.details.as_deref(), Some("{\"at_least\":8}"));
    }
    let error = Gatekeeper::builder()
        .config(vec![0xFF; 8])
        .load(GATEKEEPER)
        .unwrap_err();
    assert_refused(
        &error,
        &["invalid utf-8 sequence of 1 bytes from index 0 (NOT_TEXT)"],
    );

    let pool = Gatekeeper::builder()
        .pool(1)
        .config(*b"open sesame")
        .load(GATEKEEPER)
        .unwrap();
    assert!(pool.lets_in("open sesame").unwrap());
    assert!(!pool.lets_in("open").unwrap());
    assert_eq!(pool.tries().unwrap(), 2);
    let dynamic = Dynamic::builder()
        .config(*b"open sesame")
        .load(GATEKEEPER)
        .unwrap();
    assert!(dynamic.call::<_, bool>("lets-in", "open sesame").unwrap());
    assert_eq!(dynamic.call::<_, u32>("tries", ()).unwrap(), 0);
    let methods: Vec<String> = dynamic.methods().map(|method| method.name()).collect();
    assert_eq!(methods, ["lets-in", "tries"]);
}

#[test]
fn a_plugin_that_cannot_be_configured_is_not_loaded() {
    let error = Dynamic::builder().config(*b"x").load(GREETER).unwrap_err();
    assert!(error.is_mismatch());
    assert_says(
        &error,
        &[
            GREETER,
            "can't be configured",
            "`fidius-configure: func(config: list<u8>)`",
            "without `config`",
        ],
    );
}

#[test]
fn a_value_that_cannot_be_written_is_an_error_of_load() {
    struct Endless;

    impl Serialize for Endless {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_seq((0..3_u8).filter(|_| true))
        }
    }

    let error = Tally::builder()
        .config_value(&Endless)
        .load(TALLY)
        .unwrap_err();
    assert_says(&error, &["Endless", "can't be written in bincode 1"]);
    assert!(error.source().is_some());
}

/// What the bytes mean only the right guest knows: another one may refuse them, and would be blamed for that.
#[test]
fn the_hash_is_looked_at_before_the_configuration() {
    let zero = Settings { step: 0, ..TENS };
    for error in [
        Dynamic::builder()
            .guest_hash(1)
            .config_value(&zero)
            .load(TALLY)
            .unwrap_err(),
        whole::Tally::builder()
            .config_value(&zero)
            .load(TALLY)
            .unwrap_err(),
        whole::Tally::builder()
            .pool(3)
            .config(*b"")
            .load(TALLY)
            .unwrap_err(),
    ] {
        assert!(error.is_mismatch(), "{error:?}");
        assert_says(
            &error,
            &["built for another interface", "0x6c7f9013c72a767f"],
        );
    }
}

#[test]
fn a_precompiled_plugin_is_configured_as_well() {
    let code = Component::precompile(&Runtime::shared(), TALLY).unwrap();
    // SAFETY: it was made two lines above.
    let plugin = unsafe { Tally::builder().config_value(&TENS).load_precompiled(code) }.unwrap();
    assert_eq!(plugin.label().unwrap(), "tens");
    let code = Component::precompile(&Runtime::shared(), GATEKEEPER).unwrap();
    // SAFETY: as above.
    let error = unsafe { Gatekeeper::builder().config(*b"x").load_precompiled(code) }.unwrap_err();
    assert!(error.is_config_refused());
}

#[test]
fn threads_share_configured_instances() {
    const CALLS: usize = 50;
    let pool = Tally::builder()
        .pool(2)
        .config_value(&TENS)
        .load(TALLY)
        .unwrap();
    let counts: Vec<i64> = thread::scope(|scope| {
        let threads: Vec<_> = (0..4)
            .map(|_| {
                scope.spawn(|| {
                    (0..CALLS)
                        .map(|_| pool.advance().unwrap())
                        .collect::<Vec<_>>()
                })
            })
            .collect();
        threads
            .into_iter()
            .flat_map(|thread| thread.join().unwrap())
            .collect()
    });
    let mut times: BTreeMap<i64, usize> = BTreeMap::new();
    for count in counts {
        *times.entry(count).or_default() += 1;
    }
    // Each of the instances counts from the start without a gap.
    assert_eq!(times.values().sum::<usize>(), 4 * CALLS);
    assert!(times[&10] <= 2, "configured {} times", times[&10]);
    let gapless = (10..).step_by(10);
    assert!(times.keys().copied().eq(gapless.take(times.len())));
    assert!(times.values().is_sorted_by(|a, b| a >= b));

    // One instance, one call at a time.
    let session = FRESH.plugin().session().unwrap();
    let mut counts: Vec<i64> = thread::scope(|scope| {
        let threads: Vec<_> = (0..4)
            .map(|_| scope.spawn(|| [(); 10].map(|()| session.advance().unwrap())))
            .collect();
        threads
            .into_iter()
            .flat_map(|thread| thread.join().unwrap())
            .collect()
    });
    counts.sort_unstable();
    assert!(counts.into_iter().eq((10..).step_by(10).take(40)));

    // With traps between the calls every count is still that of a configured instance.
    thread::scope(|scope| {
        for number in 0..4 {
            let pool = &pool;
            scope.spawn(move || {
                for call in 0..20 {
                    if call % 4 == number {
                        assert!(configurations(&pool.panic("x").unwrap_err()) <= 1);
                    } else {
                        assert_eq!(pool.label().unwrap(), "tens");
                    }
                }
            });
        }
    });
}

/// A component that exports functions by themselves: one that counts the configurations, and what `more` says. `$i` is the module
/// with `configure`, which has the body and the type given.
fn component(configure: &str, ty: &str, more: &str) -> Vec<u8> {
    wat::parse_str(format!(
        r#"(component
            (core module $m
                (memory (export "memory") 1)
                (global $count (mut i32) (i32.const 0))
                (func (export "realloc") (param i32 i32 i32 i32) (result i32) (i32.const 1024))
                (func (export "configure") (param i32 i32) {configure})
                (func (export "count") (result i32) (global.get $count))
                (func (export "hash") (result i64)
                    ;; Its own hash is how often it has been configured.
                    (i64.extend_i32_u (global.get $count))))
            (core instance $i (instantiate $m))
            (func $count (result u32) (canon lift (core func $i "count")))
            (func $configure {ty} (canon lift (core func $i "configure")
                (memory $i "memory") (realloc (func $i "realloc"))))
            (func $hash (result u64) (canon lift (core func $i "hash")))
            {more})"#
    ))
    .unwrap()
}

const COUNT: &str = "(global.set $count (i32.add (global.get $count) (i32.const 1)))";
const BYTES: &str = r#"(param "config" (list u8))"#;
const OF_ITSELF: &str =
    r#"(export "count" (func $count)) (export "fidius-configure" (func $configure))"#;

fn configured(configure: &str, ty: &str) -> Result<Dynamic, Error> {
    Dynamic::builder()
        .config(*b"x")
        .load(component(configure, ty, OF_ITSELF))
}

#[test]
fn functions_that_the_component_exports_by_themselves_will_do() {
    let with_hash = format!("{OF_ITSELF} (export \"fidius-interface-hash\" (func $hash))");
    let bytes = component(COUNT, BYTES, &with_hash);
    let plugin = Dynamic::builder().config(*b"x").load(&bytes).unwrap();
    assert_eq!(plugin.call::<_, u32>("count", ()).unwrap(), 1);
    assert_eq!(plugin.method_count(), 1);
    // Configured, and never twice.
    assert_eq!(plugin.guest_hash().unwrap(), Some(1));
    let plugin = Dynamic::load(&bytes).unwrap();
    assert_eq!(plugin.call::<_, u32>("count", ()).unwrap(), 0);
    assert_eq!(plugin.guest_hash().unwrap(), Some(0));
    Dynamic::builder()
        .config(*b"x")
        .guest_hash(0)
        .load(&bytes)
        .unwrap();
}

#[test]
fn the_interface_that_has_the_function_is_configured() {
    let bytes = component(
        COUNT,
        BYTES,
        r#"(instance $plain (export "count" (func $count)))
           (instance $other (export "fidius-configure" (func $configure)))
           (export "a:b/plain@1.0.0" (instance $plain))
           (export "a:b/other@1.0.0" (instance $other))"#,
    );
    let plugin = Dynamic::builder()
        .config(*b"x")
        .pool(1)
        .load(bytes)
        .unwrap();
    for _ in 0..3 {
        assert_eq!(plugin.call::<_, u32>("plain.count", ()).unwrap(), 1);
    }
}

#[test]
fn what_has_the_name_and_other_types_is_not_called() {
    for ty in [
        r#"(param "config" string)"#,
        r#"(param "a" u32) (param "b" u32)"#,
    ] {
        let error = configured(COUNT, ty).unwrap_err();
        assert!(error.is_mismatch());
        assert_says(&error, &["can't be configured"]);
        Dynamic::load(component(COUNT, ty, OF_ITSELF)).unwrap();
    }
    let hash = r#"(export "fidius-interface-hash" (func $count))"#;
    let error = Dynamic::builder()
        .guest_hash(1)
        .load(component("", BYTES, hash))
        .unwrap_err();
    assert!(error.is_mismatch());
    assert_says(
        &error,
        &["exports no `fidius-interface-hash: func() -> u64`"],
    );
}

#[test]
fn a_result_without_a_reason_is_a_refusal() {
    // The core function returns the case: the payload-less result is one number.
    let answers = |case: &str| {
        let bytes = component(
            &format!("(result i32) (i32.const {case})"),
            &format!("{BYTES} (result (result))"),
            OF_ITSELF,
        );
        Dynamic::builder().config(*b"x").load(bytes)
    };
    answers("0").unwrap();
    let error = answers("1").unwrap_err();
    assert_refused(&error, &["no reason given"]);
    let cause = error
        .source()
        .unwrap()
        .downcast_ref::<GuestError>()
        .unwrap();
    assert!(cause.value().is_unit());
}

#[test]
fn limits_hold_while_configuring() {
    let limits = Limits {
        time: Duration::from_millis(300),
        memory: 1 << 20,
        ..Limits::default()
    };
    let load = |configure: &str, pool: bool| {
        let builder = Dynamic::builder().limits(limits.clone()).config(*b"x");
        let builder = if pool { builder.pool(2) } else { builder };
        builder
            .load(component(configure, BYTES, OF_ITSELF))
            .unwrap_err()
    };
    for pool in [false, true] {
        let began = Instant::now();
        let error = load("(loop (br 0))", pool);
        assert!(error.is_timeout(), "{error}");
        assert!(!error.is_config_refused());
        assert_says(
            &error,
            &[
                "`fidius-configure`",
                "did not end within the time limit of 300ms",
            ],
        );
        assert!(began.elapsed() < Duration::from_secs(60));

        let error = load(
            "(if (i32.eq (memory.grow (i32.const 100)) (i32.const -1)) (then unreachable))",
            pool,
        );
        assert!(error.is_out_of_memory(), "{error}");
        assert_says(&error, &["`fidius-configure`", "1048576 bytes"]);

        let error = load("unreachable", pool);
        assert_refused(&error, &["`fidius-configure`", "trapped", "unreachable"]);
    }
    // Too large for the guest's memory.
    let error = Dynamic::builder()
        .config(vec![0; 1 << 20])
        .load(component(COUNT, BYTES, OF_ITSELF))
        .unwrap_err();
    assert_says(&error, &["`fidius-configure`"]);
}

#[test]
fn memory_that_was_refused_while_configuring_is_no_reason_for_a_later_trap() {
    let bytes = component(
        "(drop (memory.grow (i32.const 60000)))",
        BYTES,
        r#"(core module $t (func (export "trap") unreachable))
           (core instance $t (instantiate $t))
           (func $trap (canon lift (core func $t "trap")))
           (export "trap" (func $trap)) (export "fidius-configure" (func $configure))"#,
    );
    for builder in [Dynamic::builder(), Dynamic::builder().pool(1)] {
        let plugin = builder.config(*b"x").load(&bytes).unwrap();
        let error = plugin.call::<_, ()>("trap", ()).unwrap_err();
        assert!(error.is_trap(), "{error}");
    }
}

#[test]
fn a_plugin_that_ends_itself_refuses() {
    let bytes = wat::parse_str(
        r#"(component
            (import "wasi:cli/exit@0.2.6" (instance $exit
                (export "exit" (func (param "status" (result))))))
            (core func $exit (canon lower (func $exit "exit")))
            (core module $m
                (import "host" "exit" (func $exit (param i32)))
                (memory (export "memory") 1)
                (func (export "realloc") (param i32 i32 i32 i32) (result i32) (i32.const 1024))
                (func (export "configure") (param i32 i32) (call $exit (i32.const 1))))
            (core instance $host (export "exit" (func $exit)))
            (core instance $i (instantiate $m (with "host" (instance $host))))
            (func $configure (param "config" (list u8)) (canon lift (core func $i "configure")
                (memory $i "memory") (realloc (func $i "realloc"))))
            (export "fidius-configure" (func $configure)))"#,
    )
    .unwrap();
    Dynamic::load(&bytes).unwrap();
    let error = Dynamic::builder().config(*b"x").load(&bytes).unwrap_err();
    assert_refused(&error, &["ended the plugin with exit code 1"]);
    let cause = error.source().unwrap().downcast_ref::<Error>().unwrap();
    assert_eq!(cause.exit_code(), Some(1));
}

#[test]
fn a_refusal_with_a_handle_in_it_is_none() {
    const WIT: &str = "
package a:b;
interface i {
  resource r;
  fidius-configure: func(config: list<u8>) -> result<_, r>;
}
world w { export i; }";
    let module = format!(
        r#"(module {}
             (func (export "a:b/i#fidius-configure") (param i32 i32) (result i32) unreachable)
             (func (export "a:b/i#[dtor]r") (param i32)))"#,
        component_of_text::MEMORY
    );
    let component = component_of_text::encode(WIT, &module);
    let error = Dynamic::builder().config("").load(&component).unwrap_err();
    assert!(error.is_mismatch(), "{error}");
    assert!(error.to_string().contains("can't be configured"), "{error}");
}

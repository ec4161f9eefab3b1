//! What the host gives to guests of fidius 0.5, called by one: every answer that a call can have, and what a host function may do.

mod component_of_wit;

use std::panic;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, LazyLock, Mutex, OnceLock};
use std::thread;
use std::time::Duration;

use call_center as guest;
use component_of_wit::component_of_wit;
use fidius::{CallError, Dynamic, Error, GuestError, HostInterface, Limits, PluginError, Value};
use serde::{Deserialize, Serialize};

#[fidius::host(wit = "call-center.wit", guest_hash = 0x96A0_04AD_7AF8_E6C7)]
struct CallCenter;

const FILE: &str = "guests/built/fidius05-host-calls.wasm";

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Entry {
    key: String,
    value: Vec<u8>,
    tags: Vec<String>,
    kind: Kind,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
enum Kind {
    Plain,
    Dated(u64),
}

#[fidius::host_interface(version = 2)]
trait Archive: Send + Sync {
    fn size(&self) -> u64;
    fn lookup(&self, key: String) -> Option<Entry>;
    fn store(&self, entry: Entry, copies: u32, replace: bool) -> Vec<String>;
    fn take(&self, key: String) -> Result<Entry, PluginError>;
    fn check(&self, key: String) -> Result<(), PluginError>;
    fn clear(&self);
    fn explode(&self, message: String) -> String;
}

#[fidius::host_interface(version = 1)]
trait Nowhere: Send + Sync {
    fn ping(&self) -> u32;
}

/// The same name with other functions, and with another version.
mod drifted {
    #[fidius::host_interface(version = 2)]
    pub(super) trait Archive: Send + Sync {
        fn size(&self) -> u32;
    }
}

mod newer {
    use super::{Entry, PluginError};

    #[fidius::host_interface(version = 3)]
    pub(super) trait Archive: Send + Sync {
        fn size(&self) -> u64;
        fn lookup(&self, key: String) -> Option<Entry>;
        fn store(&self, entry: Entry, copies: u32, replace: bool) -> Vec<String>;
        fn take(&self, key: String) -> Result<Entry, PluginError>;
        fn check(&self, key: String) -> Result<(), PluginError>;
        fn clear(&self);
        fn explode(&self, message: String) -> String;
    }
}

#[derive(Default)]
struct Shelf(Mutex<Vec<Entry>>);

impl Archive for Shelf {
    fn size(&self) -> u64 {
        self.0.lock().unwrap().len() as u64
    }

    fn lookup(&self, key: String) -> Option<Entry> {
        let entries = self.0.lock().unwrap();
        entries.iter().find(|entry| entry.key == key).cloned()
    }

    /// Tells the last keys, the latest first.
    fn store(&self, entry: Entry, copies: u32, replace: bool) -> Vec<String> {
        let mut entries = self.0.lock().unwrap();
        if replace {
            entries.retain(|other| other.key != entry.key);
        }
        entries.extend((0..copies).map(|_| entry.clone()));
        entries
            .iter()
            .rev()
            .take(4)
            .map(|entry| entry.key.clone())
            .collect()
    }

    fn take(&self, key: String) -> Result<Entry, PluginError> {
        let mut entries = self.0.lock().unwrap();
        let at = entries.iter().position(|entry| entry.key == key);
        at.map(|at| entries.remove(at))
            .ok_or_else(|| PluginError::new("GONE", "it is gone"))
    }

    fn check(&self, key: String) -> Result<(), PluginError> {
        match self.lookup(key.clone()) {
            Some(_) => Ok(()),
            None => Err(PluginError::new("GONE", "it is gone").with_details(key)),
        }
    }

    fn clear(&self) {
        self.0.lock().unwrap().clear();
    }

    fn explode(&self, message: String) -> String {
        match &*message {
            // A panic without a message.
            "" => panic::panic_any(7),
            "not" => "survived".to_owned(),
            _ => panic!("{message}"),
        }
    }
}

impl Nowhere for Shelf {
    fn ping(&self) -> u32 {
        42
    }
}

impl drifted::Archive for Shelf {
    fn size(&self) -> u32 {
        5
    }
}

/// A plugin with an empty shelf of its own.
fn center() -> (CallCenter, Arc<Shelf>) {
    let shelf = Arc::new(Shelf::default());
    let center = CallCenter::builder().host_interface::<dyn Archive>(Arc::clone(&shelf));
    (center.load(FILE).unwrap(), shelf)
}

static EMPTY: LazyLock<CallCenter> = LazyLock::new(|| center().0);

#[track_caller]
fn assert_says(error: &dyn std::error::Error, parts: &[&str]) {
    let text = error.to_string();
    for part in parts {
        assert!(text.contains(part), "`{part}` is not in:\n{text}");
    }
}

#[track_caller]
fn assert_guest<T: std::fmt::Debug>(
    answer: Result<T, CallError<guest::PluginError>>,
    code: &str,
    message: &str,
    details: Option<&str>,
) {
    let expected = guest::PluginError {
        code: code.to_owned(),
        message: message.to_owned(),
        details: details.map(str::to_owned),
    };
    match answer {
        Err(CallError::Guest(error)) => assert_eq!(error, expected),
        other => panic!("not {expected:?}: {other:?}"),
    }
}

fn entry() -> guest::Entry {
    guest::Entry {
        key: "k".to_owned(),
        value: vec![1, 2],
        tags: vec!["t".to_owned()],
        kind: guest::Kind::Dated(99),
    }
}

#[test]
fn calls_arrive_with_their_arguments_and_come_back_with_their_values() {
    let (center, shelf) = center();
    assert_eq!(center.size().unwrap(), 0);
    assert_eq!(center.lookup("k").unwrap(), None);
    assert_eq!(center.store(&entry(), 3, true).unwrap(), ["k", "k", "k"]);
    let stored = Entry {
        key: "k".to_owned(),
        value: vec![1, 2],
        tags: vec!["t".to_owned()],
        kind: Kind::Dated(99),
    };
    assert_eq!(*shelf.0.lock().unwrap(), vec![stored; 3]);
    let plain = guest::Entry {
        key: "ключ".to_owned(),
        value: vec![0; 1000],
        tags: vec![],
        kind: guest::Kind::Plain,
    };
    assert_eq!(
        center.store(&plain, 1, false).unwrap(),
        ["ключ", "k", "k", "k"]
    );
    assert_eq!(center.lookup("ключ").unwrap(), Some(plain.clone()));
    assert_eq!(center.take("ключ").unwrap(), plain);
    assert_eq!(center.lookup("ключ").unwrap(), None);
    center.check("k").unwrap();
    assert_eq!(center.size().unwrap(), 3);
    center.clear().unwrap();
    assert_eq!(shelf.size(), 0);
    assert_eq!(center.fill(500).unwrap(), 500);
    assert_eq!(shelf.0.lock().unwrap()[499].key, "entry 499");
    assert_eq!(center.explode("not").unwrap(), "survived");
}

#[test]
fn the_dynamic_view_calls_the_same_host() {
    let shelf = Arc::new(Shelf::default());
    let plugin = Dynamic::builder()
        .host_interface::<dyn Archive>(Arc::clone(&shelf))
        .load(FILE)
        .unwrap();
    let entry = Entry {
        key: "k".to_owned(),
        value: vec![1, 2],
        tags: vec![],
        kind: Kind::Plain,
    };
    let keys: Vec<String> = plugin.call("store", (&entry, 2, false)).unwrap();
    assert_eq!(keys, ["k", "k"]);
    assert_eq!(
        plugin.call::<_, Option<Entry>>("lookup", "k").unwrap(),
        Some(entry)
    );
    assert_eq!(plugin.call_json("size", "[]").unwrap(), "2");
    let error = plugin.call::<_, Entry>("take", "other").unwrap_err();
    let error = error.guest().unwrap();
    assert!(error.is_code("Host"));
    let inner: PluginError = serde_json::from_str(error.details().unwrap()).unwrap();
    assert_eq!(inner, PluginError::new("GONE", "it is gone"));
    let bound = plugin.call_values("which-are-bound", &[]).unwrap();
    assert_eq!(bound, Value::list([true, false, false, false]));
    assert_eq!(plugin.guest_hash().unwrap(), Some(0x96A0_04AD_7AF8_E6C7));
    let methods: Vec<String> = plugin.methods().map(|method| method.name()).collect();
    assert_eq!(methods[..2], ["size", "lookup"]);
    assert_eq!(methods.last().unwrap(), "identity");
    assert_eq!(methods.len(), 15);
}

/// One of each: the texts are those of fidius 0.5.9, which are told from the status and from what comes with it.
#[test]
fn every_status_arrives() {
    let center = &*EMPTY;
    // 0, and the probe.
    assert_eq!(center.size().unwrap(), 0);
    center.bound().unwrap();
    assert_eq!(center.dispatch(u32::MAX, &[]).unwrap(), b"");
    assert_eq!(center.dispatch(u32::MAX, &[1, 2]).unwrap(), b"");
    assert_eq!(center.dispatch(0, &[]).unwrap(), 0_u64.to_le_bytes());
    // −2: no bool and no string, too few bytes, and too many.
    let unreadable =
        "host call serialization error: host could not decode arguments or encode the result";
    let too_long = [&3_u64.to_le_bytes()[..], b"keyX"].concat();
    let endless = u64::MAX.to_le_bytes();
    let not_utf8 = [&1_u64.to_le_bytes()[..], b"\xff"].concat();
    for arguments in [&[0xff][..], &[], &too_long, &endless, &not_utf8] {
        assert_guest(
            center.dispatch(1, arguments),
            "Serialization",
            unreadable,
            None,
        );
    }
    assert_guest(center.dispatch(0, &[0]), "Serialization", unreadable, None);
    // −3
    let gone = "host function error: [GONE] it is gone";
    let json = r#"{"code":"GONE","message":"it is gone","details":null}"#;
    assert_guest(center.take("x"), "Host", gone, Some(json));
    let json = r#"{"code":"GONE","message":"it is gone","details":"x"}"#;
    assert_guest(center.check("x"), "Host", gone, Some(json));
    // −6
    for index in [7, 99, u32::MAX - 1] {
        let message = format!("invalid host function index {index}");
        assert_guest(center.dispatch(index, &[]), "InvalidIndex", &message, None);
    }
    // −7
    let nowhere = "host interface 'Nowhere' is not bound — the host did not provide it";
    assert_guest(center.ping_nowhere(), "NotBound", nowhere, None);
    // −8
    let newer =
        "host interface 'Archive' version mismatch: plugin was built against v3, host provides v2";
    assert_guest(center.size_of_newer(), "VersionMismatch", newer, None);
    // −9
    let drifted = "host interface 'Archive' signature hash mismatch: plugin was built against 0x3673e90565196295, host provides \
                   0x5cd84a83d9318a2a";
    assert_guest(center.size_of_drifted(), "HashMismatch", drifted, None);
    assert_eq!(
        center.which_are_bound().unwrap(),
        [true, false, false, false]
    );
}

#[test]
fn a_host_function_that_panics_fails_that_call_only() {
    let shelf = Arc::new(Shelf::default());
    let pool = CallCenter::builder()
        .pool(1)
        .host_interface::<dyn Archive>(Arc::clone(&shelf))
        .load(FILE)
        .unwrap();
    let session = EMPTY.plugin().session().unwrap();
    for center in [&*EMPTY, &pool, &session] {
        // −4
        assert_guest(
            center.explode("bang"),
            "HostPanic",
            "host function panicked: bang",
            Some("bang"),
        );
        let error = center.explode("").unwrap_err();
        assert_eq!(error.guest().unwrap().code, "HostPanic");
        // The guest has its answer, and its instance lives on.
        assert_eq!(center.explode("not").unwrap(), "survived");
        assert_eq!(center.size().unwrap(), 0);
    }
    // A lock that was held in a panic is the host's own business; the plugin only sees another panic.
    let _ = thread::spawn({
        let shelf = Arc::clone(&shelf);
        move || {
            let _guard = shelf.0.lock();
            panic!("poisoned");
        }
    })
    .join();
    let error = pool.size().unwrap_err();
    assert_eq!(error.guest().unwrap().code, "HostPanic");
    assert_eq!(pool.explode("not").unwrap(), "survived");
}

#[test]
fn several_interfaces_are_given_one_after_the_other() {
    let shelf = Arc::new(Shelf::default());
    let center = CallCenter::builder()
        .host_interface::<dyn Archive>(Arc::clone(&shelf))
        .host_interface::<dyn Nowhere>(Arc::clone(&shelf))
        .load(FILE)
        .unwrap();
    assert_eq!(center.ping_nowhere().unwrap(), 42);
    assert_eq!(center.size().unwrap(), 0);
    assert_eq!(
        center.which_are_bound().unwrap(),
        [true, false, false, true]
    );

    // What is given decides which of the guest's expectations holds.
    let center = CallCenter::builder()
        .host_interface::<dyn drifted::Archive>(shelf)
        .load(FILE)
        .unwrap();
    assert_eq!(center.size_of_drifted().unwrap(), 5);
    let drifted = "host interface 'Archive' signature hash mismatch: plugin was built against 0x5cd84a83d9318a2a, host provides \
                   0x3673e90565196295";
    assert_guest(center.size(), "HashMismatch", drifted, None);
    assert_eq!(
        center.which_are_bound().unwrap(),
        [false, false, true, false]
    );
}

#[test]
fn two_interfaces_of_one_name_are_an_error_of_load() {
    let error = CallCenter::builder()
        .host_interface::<dyn Archive>(Shelf::default())
        .host_interface::<dyn drifted::Archive>(Shelf::default())
        .load(FILE)
        .unwrap_err();
    assert_says(&error, &["two host interfaces `Archive`", "another `name`"]);
    let error = Dynamic::builder()
        .host_interface::<dyn Archive>(Shelf::default())
        .host_interface::<dyn Archive>(Shelf::default())
        .load(FILE)
        .unwrap_err();
    assert_says(&error, &["two host interfaces `Archive`"]);
}

#[track_caller]
fn assert_not_given(error: &Error) {
    assert!(error.is_denied(), "{error:?}");
    assert_says(
        error,
        &[FILE, "`fidius:host-call/host@0.1.0`", "host_interface"],
    );
}

#[test]
fn without_an_interface_the_import_is_missing() {
    assert_not_given(&CallCenter::load(FILE).unwrap_err());
    assert_not_given(&Dynamic::load(FILE).unwrap_err());
    // Any interface provides the import; one that nobody asks for is as good as none for the guest.
    let center = CallCenter::builder()
        .host_interface::<dyn Nowhere>(Shelf::default())
        .load(FILE)
        .unwrap();
    let archive = "host interface 'Archive' is not bound — the host did not provide it";
    assert_guest(center.size(), "NotBound", archive, None);
    // A guest without the import is none the worse for it.
    let plain = Dynamic::builder()
        .host_interface::<dyn Archive>(Shelf::default())
        .load("guests/built/fidius05-greeter.wasm")
        .unwrap();
    assert_eq!(
        plain.call::<_, String>("greet", "you").unwrap(),
        "Hello, you!"
    );
}

#[test]
fn the_guest_asks_for_what_the_trait_is() {
    fn identity<I: ?Sized, V: HostInterface<I>>(_: &V) -> (String, u32, u64) {
        (V::NAME.to_owned(), V::VERSION, V::HASH)
    }
    let shelf = Shelf::default();
    assert_eq!(
        EMPTY.identity().unwrap(),
        identity::<dyn Archive, _>(&shelf)
    );
    struct New;
    impl newer::Archive for New {
        fn size(&self) -> u64 {
            8
        }
        fn lookup(&self, _: String) -> Option<Entry> {
            None
        }
        fn store(&self, _: Entry, _: u32, _: bool) -> Vec<String> {
            Vec::new()
        }
        fn take(&self, key: String) -> Result<Entry, PluginError> {
            Err(PluginError::new("NO", key))
        }
        fn check(&self, _: String) -> Result<(), PluginError> {
            Ok(())
        }
        fn clear(&self) {}
        fn explode(&self, message: String) -> String {
            message
        }
    }
    // The version has no part in the hash.
    assert_eq!(
        identity::<dyn newer::Archive, _>(&New),
        ("Archive".to_owned(), 3, EMPTY.identity().unwrap().2)
    );
    let center = CallCenter::builder()
        .host_interface::<dyn newer::Archive>(New)
        .load(FILE)
        .unwrap();
    assert_eq!(center.size_of_newer().unwrap(), 8);
    let older =
        "host interface 'Archive' version mismatch: plugin was built against v2, host provides v3";
    assert_guest(center.size(), "VersionMismatch", older, None);
}

/// An archive whose size the plugin itself is asked for: the very one that calls.
struct Mirror {
    center: Arc<OnceLock<CallCenter>>,
    depth: u64,
    calls: AtomicU32,
    failures: Arc<Mutex<Vec<Error>>>,
}

impl Archive for Mirror {
    fn size(&self) -> u64 {
        let call = u64::from(self.calls.fetch_add(1, Ordering::Relaxed));
        if call >= self.depth {
            return 1;
        }
        match self.center.get().unwrap().size() {
            Ok(size) => size + 1,
            Err(CallError::Host(error)) => {
                self.failures.lock().unwrap().push(error);
                100
            }
            Err(CallError::Guest(error)) => panic!("{error:?}"),
        }
    }

    fn lookup(&self, _: String) -> Option<Entry> {
        None
    }

    fn store(&self, entry: Entry, _: u32, _: bool) -> Vec<String> {
        vec![entry.key]
    }

    fn take(&self, _: String) -> Result<Entry, PluginError> {
        // A failure of the nested call, handed on.
        match self.center.get().unwrap().explode("within") {
            Err(CallError::Guest(error)) => Err(PluginError::new(error.code, error.message)),
            other => Err(PluginError::new("OTHER", format!("{other:?}"))),
        }
    }

    fn check(&self, _: String) -> Result<(), PluginError> {
        Ok(())
    }

    fn clear(&self) {
        // Longer than any call may take.
        thread::sleep(Duration::from_millis(1500));
    }

    fn explode(&self, message: String) -> String {
        panic!("{message}")
    }
}

struct Mirrored {
    center: CallCenter,
    failures: Arc<Mutex<Vec<Error>>>,
    slot: Arc<OnceLock<CallCenter>>,
}

fn mirrored(depth: u64, pool: Option<usize>) -> Mirrored {
    let slot = Arc::default();
    let failures = Arc::default();
    let mirror = Mirror {
        center: Arc::clone(&slot),
        depth,
        calls: AtomicU32::new(0),
        failures: Arc::clone(&failures),
    };
    let limits = Limits {
        time: Duration::from_secs(60),
        ..Limits::default()
    };
    let builder = CallCenter::builder()
        .limits(limits)
        .host_interface::<dyn Archive>(mirror);
    let builder = match pool {
        Some(size) => builder.pool(size),
        None => builder,
    };
    let center = builder.load(FILE).unwrap();
    Mirrored {
        center,
        failures,
        slot,
    }
}

#[test]
fn a_host_function_may_call_the_plugin() {
    for pool in [None, Some(4)] {
        let Mirrored {
            center,
            failures,
            slot,
        } = mirrored(3, pool);
        slot.set(center.clone()).unwrap();
        assert_eq!(center.size().unwrap(), 4, "{pool:?}");
        assert!(failures.lock().unwrap().is_empty());
        let gone = "host function error: [HostPanic] host function panicked: within";
        let json =
            r#"{"code":"HostPanic","message":"host function panicked: within","details":null}"#;
        assert_guest(center.take("x"), "Host", gone, Some(json));
    }
    // There is no instance for it, and it does not wait for the one that waits for it.
    let Mirrored {
        center,
        failures,
        slot,
    } = mirrored(3, Some(1));
    slot.set(center.clone()).unwrap();
    assert_eq!(center.size().unwrap(), 100);
    assert!(failures.lock().unwrap()[0].is_too_many_instances());
    // The very session that calls.
    let Mirrored {
        center,
        failures,
        slot,
    } = mirrored(3, None);
    let session = center.plugin().session().unwrap();
    slot.set(session.clone()).unwrap();
    assert_eq!(session.size().unwrap(), 100);
    assert!(failures.lock().unwrap()[0].is_reentrant());
    assert_eq!(session.lookup("the session lives").unwrap(), None);
    // Without an end of its own.
    for pool in [None, Some(64)] {
        let Mirrored {
            center,
            failures,
            slot,
        } = mirrored(u64::MAX, pool);
        slot.set(center.clone()).unwrap();
        assert!(center.size().unwrap() > 100);
        let failures = failures.lock().unwrap();
        assert_eq!(failures.len(), 1);
        assert!(failures[0].is_nested_too_deep(), "{}", failures[0]);
        assert_eq!(center.lookup("the plugin lives").unwrap(), None);
    }
}

#[test]
fn a_host_function_that_takes_too_long_ends_the_call() {
    let slot = Arc::default();
    let mirror = Mirror {
        center: slot,
        depth: 0,
        calls: AtomicU32::new(0),
        failures: Arc::default(),
    };
    let center = CallCenter::builder()
        .limits(Limits {
            time: Duration::from_secs(1),
            ..Limits::default()
        })
        .pool(1)
        .host_interface::<dyn Archive>(mirror)
        .load(FILE)
        .unwrap();
    let error = center.clear().unwrap_err();
    assert!(error.is_timeout(), "{error}");
    assert_eq!(center.size().unwrap(), 1);
}

#[test]
fn what_a_guest_passes_to_the_host_is_limited() {
    let shelf = Arc::new(Shelf::default());
    let center = CallCenter::builder()
        .limits(Limits {
            transfer: 64 << 10,
            ..Limits::default()
        })
        .host_interface::<dyn Archive>(Arc::clone(&shelf))
        .load(FILE)
        .unwrap();
    let large = guest::Entry {
        value: vec![0; 100 << 10],
        ..entry()
    };
    let error = center.store(&large, 1, false).unwrap_err();
    assert!(error.is_transfer_too_large(), "{error}");
    assert_eq!(shelf.size(), 0);
    // Not added up over the calls of one call.
    assert_eq!(center.fill(2000).unwrap(), 2000);
}

#[test]
fn a_large_answer_arrives() {
    let (center, shelf) = center();
    let large = guest::Entry {
        value: vec![7; 1 << 20],
        ..entry()
    };
    center.store(&large, 1, false).unwrap();
    assert_eq!(shelf.0.lock().unwrap()[0].value.len(), 1 << 20);
    assert_eq!(center.lookup("k").unwrap(), Some(large));
}

#[test]
fn configured_guests_call_the_host_from_many_threads() {
    const ENTRIES: u32 = 20;
    let shelf = Arc::new(Shelf::default());
    let center = CallCenter::builder()
        .pool(2)
        .config(*b"anything")
        .host_interface::<dyn Archive>(Arc::clone(&shelf))
        .load(FILE)
        .unwrap();
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for _ in 0..5 {
                    assert!(center.fill(ENTRIES).unwrap() >= u64::from(ENTRIES));
                    assert_eq!(center.lookup("entry 3").unwrap().unwrap().key, "entry 3");
                    let error = center.explode("bang").unwrap_err();
                    assert_eq!(error.guest().unwrap().code, "HostPanic");
                    assert_eq!(
                        center.which_are_bound().unwrap(),
                        [true, false, false, false]
                    );
                }
            });
        }
    });
    assert_eq!(shelf.size(), 4 * 5 * u64::from(ENTRIES));
}

#[test]
fn an_error_of_the_guest_is_shown_in_words() {
    let error = EMPTY
        .plugin()
        .call::<_, u32>("ping-nowhere", ())
        .unwrap_err();
    let error: &GuestError = error.guest().unwrap();
    assert_eq!(
        error.to_string(),
        "host interface 'Nowhere' is not bound — the host did not provide it (NotBound)"
    );
}

/// A component that imports `fidius:host-call/host` of this version, with these functions.
fn importing(version: &str, functions: &str) -> Vec<u8> {
    component_of_wit(&format!(
        "package a:b;
         world w {{ import fidius:host-call/host@{version}; export x: func(); }}
         package fidius:host-call@{version} {{ interface host {{ {functions} }} }}"
    ))
}

#[test]
fn the_import_is_compared_like_any_other() {
    const CALL: &str = "call: func(interface-name: string, expected-version: u32, expected-hash: u64, index: u32, \
                        args: list<u8>) -> tuple<s32, list<u8>>;";
    let load = |version: &str, functions: &str| {
        Dynamic::builder()
            .host_interface::<dyn Nowhere>(Shelf::default())
            .load(importing(version, functions))
    };
    load("0.1.0", CALL).unwrap();
    load("0.1.7", CALL).unwrap();
    let error = load("0.2.0", CALL).unwrap_err();
    assert!(error.is_denied());
    assert_says(
        &error,
        &[
            "`fidius:host-call/host@0.2.0`",
            "another version of it, `fidius:host-call/host@0.1.0`",
        ],
    );
    let error = load("0.1.0", "call: func(name: string) -> u32;").unwrap_err();
    assert!(error.is_denied());
    assert_says(
        &error,
        &[
            "with other functions",
            "wanted:   call: func(name: string) -> u32",
        ],
    );
    let error = load("0.1.0", &format!("{CALL} more: func();")).unwrap_err();
    assert!(error.is_denied());
    assert_says(&error, &["wanted:   more: func()", "offered:  nothing"]);
}

#[test]
fn limits_hold_around_calls_of_the_host() {
    let shelf = Arc::new(Shelf::default());
    let center = CallCenter::builder()
        .limits(Limits {
            time: Duration::from_secs(1),
            ..Limits::default()
        })
        .pool(1)
        .host_interface::<dyn Archive>(Arc::clone(&shelf))
        .load(FILE)
        .unwrap();
    // Four thousand million calls.
    let error = center.fill(u32::MAX).unwrap_err();
    assert!(error.is_timeout(), "{error}");
    assert_says(&error, &["time limit of 1s"]);
    assert!(shelf.size() > 0);
    shelf.clear();
    assert_eq!(center.size().unwrap(), 0);
}

#[test]
fn an_answer_that_the_guest_has_no_room_for_ends_the_call() {
    let shelf = Arc::new(Shelf::default());
    let center = CallCenter::builder()
        .limits(Limits {
            memory: 2 << 20,
            ..Limits::default()
        })
        .pool(1)
        .host_interface::<dyn Archive>(Arc::clone(&shelf))
        .load(FILE)
        .unwrap();
    shelf.0.lock().unwrap().push(Entry {
        key: "large".to_owned(),
        value: vec![0; 3 << 20],
        tags: vec![],
        kind: Kind::Plain,
    });
    let error = center.lookup("large").unwrap_err();
    assert!(error.is_out_of_memory(), "{error}");
    assert_eq!(center.size().unwrap(), 1);
}

//! Functions that the host gives to a plugin.

mod imports_host;

use std::collections::BTreeMap;
use std::error::Error as _;
use std::io;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::sync::{Arc, LazyLock, Mutex};
use std::thread;

use fidius::{CallError, Error, ErrorKind, Limits};
use imports_host::imports_plugin::drive;
use imports_host::imports_plugin::host::{Permissions, Person, Point, Shape, Trouble, Weekday};
use imports_host::imports_plugin::measures::{Length, Unit};
use imports_host::{Answers, COMPONENT, Hook, ImportsPlugin, calls};
use reporter::log::{Level, Log};
use reporter::store::Store;
use reporter::{Imports, ReporterImports};

#[fidius::host(wit = "reporter.wit")]
struct Reporter;

const REPORTER: &str = "guests/built/reporter.wasm";

/// A plugin whose host answers as it does by itself, for a test that then looks at [`calls`].
fn plugin() -> &'static ImportsPlugin {
    // Loaded once, since that is what takes time.
    static PLUGIN: LazyLock<ImportsPlugin> = LazyLock::new(|| load(Answers::default()));
    // What other tests left, where they run on one thread.
    calls();
    &PLUGIN
}

fn load(answers: Answers) -> ImportsPlugin {
    ImportsPlugin::load(COMPONENT, answers).unwrap()
}

// What the host gets, and what comes back.

#[test]
fn scalars_go_both_ways() {
    let plugin = plugin();
    let most = plugin
        .scalars(
            true,
            0,
            i8::MIN,
            0,
            i16::MIN,
            0,
            i32::MIN,
            0,
            i64::MIN,
            f32::MIN_POSITIVE,
            f64::MAX,
        )
        .unwrap();
    assert_eq!(
        calls(),
        [
            "scalars(true, 0, -128, 0, -32768, 0, -2147483648, 0, -9223372036854775808, 1.1754944e-38, \
             1.7976931348623157e308)"
        ]
    );
    assert_eq!(
        most,
        (
            false,
            u8::MAX,
            i8::MAX,
            u16::MAX,
            i16::MAX,
            u32::MAX,
            i32::MAX,
            u64::MAX,
            i64::MAX,
            -f32::MIN_POSITIVE,
            -f64::MAX,
        )
    );

    let odd = plugin
        .scalars(
            false,
            255,
            -1,
            65535,
            -1,
            u32::MAX,
            -1,
            u64::MAX,
            -1,
            f32::INFINITY,
            f64::NAN,
        )
        .unwrap();
    assert_eq!(
        calls(),
        ["scalars(false, 255, -1, 65535, -1, 4294967295, -1, 18446744073709551615, -1, inf, NaN)"]
    );
    let (a, b, c, d, e, f, g, h, i, j, k) = odd;
    assert_eq!((a, b, c, d, e, f, g, h, i), (true, 0, 0, 0, 0, 0, 0, 0, 0));
    assert_eq!(j, f32::NEG_INFINITY);
    assert!(k.is_nan());
}

#[test]
fn characters_and_texts_go_both_ways() {
    let plugin = plugin();
    assert_eq!(plugin.character('b').unwrap(), 'c');
    assert_eq!(plugin.character('\u{10ffff}').unwrap(), '\u{10fffe}');
    assert_eq!(plugin.text("").unwrap(), "");
    assert_eq!(plugin.text("Grüße, 🦀\0").unwrap(), "\0🦀 ,eßürG");
    assert_eq!(
        calls(),
        [
            "character('b',)",
            "character('\\u{10ffff}',)",
            "text(\"\",)",
            "text(\"Grüße, 🦀\\0\",)",
        ]
    );

    let long: String = ('a'..='z').cycle().take(1 << 20).collect();
    let reversed: String = long.chars().rev().collect();
    assert_eq!(plugin.text(&long).unwrap(), reversed);
}

#[test]
fn lists_go_both_ways() {
    let plugin = plugin();
    assert_eq!(plugin.bytes(&[]).unwrap(), [0_u8; 0]);
    assert_eq!(plugin.bytes(&[0, 1, 255]).unwrap(), [255, 1, 0]);
    assert_eq!(plugin.strings(&[]).unwrap(), [""; 0]);
    let strings = ["a", "", "ß"].map(String::from);
    assert_eq!(plugin.strings(&strings).unwrap(), ["ß", "", "a"]);
    assert_eq!(
        calls(),
        [
            "bytes([],)",
            "bytes([0, 1, 255],)",
            "strings([],)",
            "strings([\"a\", \"\", \"ß\"],)",
        ]
    );
    let bytes: Vec<u8> = (0..=255).cycle().take(1 << 20).collect();
    let reversed: Vec<u8> = bytes.iter().rev().copied().collect();
    assert_eq!(plugin.bytes(&bytes).unwrap(), reversed);
}

fn ada() -> Person {
    Person {
        name: "Ada".to_owned(),
        age: 36,
        notes: vec!["analyst".to_owned(), String::new()],
    }
}

#[test]
fn records_in_lists_and_options_go_both_ways() {
    let plugin = plugin();
    let bare = Person {
        name: String::new(),
        age: 255,
        notes: Vec::new(),
    };
    assert_eq!(
        plugin.people(&[ada(), bare.clone()]).unwrap(),
        [bare.clone(), ada()]
    );
    assert_eq!(
        calls(),
        [
            "people([Person { name: \"Ada\", age: 36, notes: [\"analyst\", \"\"] }, \
             Person { name: \"\", age: 255, notes: [] }],)"
        ]
    );

    let older = Person { age: 37, ..ada() };
    assert_eq!(plugin.maybe_person(Some(&ada())).unwrap(), Some(older));
    assert_eq!(plugin.maybe_person(Some(&bare)).unwrap(), None);
    assert_eq!(plugin.maybe_person(None).unwrap().unwrap().name, "nobody");
    assert_eq!(
        calls(),
        [
            "maybe_person(Some(Person { name: \"Ada\", age: 36, notes: [\"analyst\", \"\"] }),)",
            "maybe_person(Some(Person { name: \"\", age: 255, notes: [] }),)",
            "maybe_person(None,)",
        ]
    );
}

#[test]
fn options_results_and_tuples_go_both_ways() {
    let plugin = plugin();
    assert_eq!(plugin.maybe(Some("x")).unwrap().as_deref(), Some("X"));
    assert_eq!(plugin.maybe(Some("")).unwrap(), None);
    assert_eq!(plugin.maybe(None).unwrap().as_deref(), Some("nothing"));
    assert_eq!(plugin.outcome(Ok(7)).unwrap(), "it was Ok(7)");
    assert_eq!(plugin.outcome(Err("no")).unwrap(), "it was Err(\"no\")");
    assert_eq!(
        plugin.pair(("up", &Point { x: 1, y: -2 })).unwrap(),
        (Point { x: -2, y: 1 }, "UP".to_owned())
    );
    assert_eq!(
        calls(),
        [
            "maybe(Some(\"x\"),)",
            "maybe(Some(\"\"),)",
            "maybe(None,)",
            "outcome(Ok(7),)",
            "outcome(Err(\"no\"),)",
            "pair(\"up\", Point { x: 1, y: -2 })",
        ]
    );
}

#[test]
fn records_and_variants_go_both_ways() {
    let plugin = plugin();
    let point = Point { x: i32::MAX, y: -1 };
    assert_eq!(plugin.locate(&point).unwrap(), Point { x: i32::MIN, y: 0 });
    assert_eq!(
        plugin.reshape(&Shape::None).unwrap(),
        Shape::Dot(Point { x: 0, y: 0 })
    );
    assert_eq!(
        plugin.reshape(&Shape::Dot(point)).unwrap(),
        Shape::Circle((point, 0.5))
    );
    assert_eq!(
        plugin.reshape(&Shape::Circle((point, -1.5))).unwrap(),
        Shape::Polygon(vec![point; 3])
    );
    assert_eq!(
        plugin.reshape(&Shape::Polygon(vec![point])).unwrap(),
        Shape::None
    );
    assert_eq!(
        calls(),
        [
            "locate(Point { x: 2147483647, y: -1 },)",
            "reshape(None,)",
            "reshape(Dot(Point { x: 2147483647, y: -1 }),)",
            "reshape(Circle((Point { x: 2147483647, y: -1 }, -1.5)),)",
            "reshape(Polygon([Point { x: 2147483647, y: -1 }]),)",
        ]
    );
}

#[test]
fn enums_and_flags_go_both_ways() {
    let plugin = plugin();
    assert_eq!(plugin.next_day(Weekday::Monday).unwrap(), Weekday::Tuesday);
    assert_eq!(plugin.next_day(Weekday::Sunday).unwrap(), Weekday::Monday);
    assert_eq!(calls(), ["next_day(Monday,)", "next_day(Sunday,)"]);

    assert_eq!(
        plugin
            .permit(Permissions::READ | Permissions::EXECUTE)
            .unwrap(),
        Permissions::WRITE
    );
    assert_eq!(
        plugin.permit(Permissions::empty()).unwrap(),
        Permissions::all()
    );
    let got = [
        Permissions::READ | Permissions::EXECUTE,
        Permissions::empty(),
    ];
    assert_eq!(calls(), got.map(|got| format!("permit({got:?},)")));
}

#[test]
fn types_of_another_package_go_both_ways() {
    let plugin = plugin();
    let mile = Length {
        value: 1.0,
        unit: Unit::NauticalMile,
    };
    let doubled = Length {
        value: 2.0,
        unit: Unit::Foot,
    };
    let converted = Length {
        value: 1.5,
        unit: Unit::Metre,
    };
    assert_eq!(plugin.stretch(&mile, Unit::Foot).unwrap(), doubled);
    assert_eq!(plugin.convert(&mile, Unit::Metre).unwrap(), converted);
    assert_eq!(
        calls(),
        [
            "stretch(Length { value: 1.0, unit: NauticalMile }, Foot)",
            "convert(Length { value: 1.0, unit: NauticalMile }, Metre)",
        ]
    );
}

#[test]
fn seventeen_parameters_arrive_in_order() {
    let plugin = plugin();
    let point = Point { x: 15, y: -15 };
    let mut answers = Vec::new();
    for (last, day) in [(Some("more"), Weekday::Friday), (None, Weekday::Sunday)] {
        answers.push(plugin.many(
            1,
            -2,
            3,
            -4,
            true,
            '5',
            "six",
            7,
            -8,
            9,
            -10,
            11.5,
            -12.5,
            &[13, 130],
            last,
            &point,
            day,
        ));
    }
    let answers: Vec<String> = answers.into_iter().map(Result::unwrap).collect();
    assert_eq!(answers, ["six, more", "six, no more"]);
    assert_eq!(
        calls(),
        [
            "many((1, -2, 3, -4, true, '5', \"six\", 7), \
             (-8, 9, -10, 11.5, -12.5, [13, 130], Some(\"more\"), Point { x: 15, y: -15 }, Friday))",
            "many((1, -2, 3, -4, true, '5', \"six\", 7), \
             (-8, 9, -10, 11.5, -12.5, [13, 130], None, Point { x: 15, y: -15 }, Sunday))",
        ]
    );
}

#[test]
fn no_parameters_no_result_and_keywords_work() {
    let plugin = plugin();
    assert_eq!(plugin.answer().unwrap(), 42);
    plugin.note("well").unwrap();
    assert_eq!(plugin.type_("self", 3).unwrap(), "3 self");
    assert_eq!(
        calls(),
        ["answer()", "note(\"well\",)", "type(\"self\", 3)"]
    );
}

#[test]
fn the_worlds_own_functions_and_an_inline_interface_work() {
    let plugin = plugin();
    let wanted = drive::Preference {
        unit: Unit::Foot,
        digits: 7,
    };
    let preferred = plugin.prefer(&wanted).unwrap();
    assert_eq!((preferred.unit, preferred.digits), (Unit::Foot, 8));
    plugin.tick().unwrap();
    assert_eq!(plugin.extra_double(21).unwrap(), 42);
    assert_eq!(
        plugin.extra_mirror(&Point { x: 1, y: 2 }).unwrap(),
        Point { x: -1, y: 2 }
    );
    assert_eq!(
        calls(),
        [
            "prefer(Preference { unit: Foot, digits: 7 },)",
            "tick()",
            "double(21,)",
            "mirror(Point { x: 1, y: 2 },)",
        ]
    );
}

#[test]
fn results_of_every_kind_reach_the_guest() {
    let plugin = plugin();
    plugin.check(2).unwrap();
    assert_eq!(
        plugin.check(3).unwrap_err().guest(),
        Some(&"3 is odd".to_owned())
    );
    assert_eq!(plugin.look("Ada").unwrap(), "Ada is here");
    assert_eq!(plugin.look("").unwrap_err().guest(), Some(&()));
    plugin.ready(true).unwrap();
    assert_eq!(plugin.ready(false).unwrap_err().guest(), Some(&()));

    assert_eq!(plugin.divide(6, 3).unwrap(), 2);
    let trouble = |a, b| match plugin.divide(a, b).unwrap_err() {
        CallError::Guest(trouble) => trouble,
        CallError::Host(error) => panic!("{error}"),
    };
    assert_eq!(trouble(1, 0), Trouble::DivisionByZero);
    assert_eq!(trouble(7, 4), Trouble::Remainder(3));
    assert_eq!(trouble(7, 1), Trouble::Other("that is no work".to_owned()));

    assert_eq!(plugin.meet("Ada").unwrap().name, "Ada");
    assert_eq!(
        plugin.meet("nobody").unwrap_err().guest(),
        Some(&Point { x: 3, y: -4 })
    );
    assert_eq!(
        calls(),
        [
            "check(2,)",
            "check(3,)",
            "look(\"Ada\",)",
            "look(\"\",)",
            "ready(true,)",
            "ready(false,)",
            "divide(6, 3)",
            "divide(1, 0)",
            "divide(7, 4)",
            "divide(7, 1)",
            "meet(\"Ada\",)",
            "meet(\"nobody\",)",
        ]
    );
}

#[test]
fn one_call_may_call_the_host_many_times() {
    let plugin = plugin();
    assert_eq!(plugin.cheap(1).unwrap(), 2);
    assert_eq!(plugin.call_twice(4).unwrap(), (5, 5));
    assert_eq!(plugin.loop_import(1000).unwrap(), 500_500);
    assert_eq!(plugin.again(9).unwrap(), 9);
    assert_eq!(plugin.nested(3).unwrap(), 3);
    assert_eq!(calls(), ["again(9,)", "again(2,)"]);
}

// Errors and panics of the host.

/// An error that no other would be taken for.
fn refusal() -> Error {
    Error::new(ErrorKind::NotFound, "the shelf is empty")
        .with_source(io::Error::other("somebody took it all"))
}

#[track_caller]
fn assert_is_refusal(error: &Error) {
    assert_eq!(error.kind(), ErrorKind::NotFound);
    assert_eq!(error.to_string(), "the shelf is empty");
    let source = error.source().unwrap();
    assert_eq!(source.to_string(), "somebody took it all");
    assert!(source.is::<io::Error>());
}

/// A host that refuses what is asked for 1, and panics for 2.
fn moody() -> Answers {
    Answers {
        cheap: Some(Box::new(|n| match n {
            1 => Err(refusal()),
            2 => panic!("no {n} on the shelf"),
            n => Ok(n),
        })),
        check: Some(Box::new(|n| match n {
            0 => Ok(()),
            1 => Err(refusal().into()),
            2 => panic!("never"),
            n => Err(CallError::Guest(format!("{n} is too much"))),
        })),
        again: None,
    }
}

/// For the tests of what a failure leaves behind, which need nothing of their own.
static MOODY: LazyLock<ImportsPlugin> = LazyLock::new(|| load(moody()));

#[test]
fn an_error_of_the_host_ends_the_call_with_that_very_error() {
    assert_is_refusal(&MOODY.cheap(1).unwrap_err());
    match MOODY.check(1).unwrap_err() {
        CallError::Host(error) => assert_is_refusal(&error),
        CallError::Guest(error) => panic!("{error}"),
    }
    // The next call works.
    assert_eq!(MOODY.cheap(3).unwrap(), 3);
    MOODY.check(0).unwrap();
    // Also where it comes late, and after others that worked.
    assert_is_refusal(&MOODY.loop_import(5).unwrap_err());
}

#[test]
fn a_guest_can_ignore_its_own_error_and_not_the_hosts() {
    assert_eq!(
        MOODY.check(3).unwrap_err().guest().unwrap(),
        "3 is too much"
    );
    assert_eq!(MOODY.ignore_error(3).unwrap(), "fine");
    assert_is_refusal(&MOODY.ignore_error(1).unwrap_err());
    assert!(MOODY.ignore_error(2).unwrap_err().is_host_panic());
    assert_eq!(MOODY.ignore_error(0).unwrap(), "fine");
}

#[test]
fn a_panic_of_the_host_fails_that_call_only() {
    let error = MOODY.cheap(2).unwrap_err();
    assert!(error.is_host_panic());
    assert_eq!(error.kind(), ErrorKind::HostPanic);
    assert_eq!(
        error.to_string(),
        "the function `cheap` of `fidius:imports/host@0.1.0`, which the host gives to `guests/built/imports.wasm`, \
         panicked: no 2 on the shelf"
    );
    assert_eq!(MOODY.cheap(3).unwrap(), 3);

    let error = MOODY.check(2).unwrap_err();
    assert!(error.is_host_panic() && error.guest().is_none());
    assert!(error.to_string().ends_with("panicked: never"), "{error}");
    MOODY.check(0).unwrap();
}

#[test]
fn a_panic_with_anything_is_caught() {
    let host = |hook: Hook<Result<u32, Error>>| Answers {
        cheap: Some(hook),
        ..Answers::default()
    };
    let plugin = load(host(Box::new(|_| std::panic::panic_any(5_u8))));
    let error = plugin.cheap(1).unwrap_err();
    assert!(error.is_host_panic());
    assert!(
        error.to_string().ends_with("panicked: it left no message"),
        "{error}"
    );
    assert_eq!(plugin.answer().unwrap(), 42);
}

#[test]
fn after_an_error_of_the_host_a_session_is_lost() {
    let session = MOODY.plugin().session().unwrap();
    // The guest's own error is an answer.
    assert!(session.check(3).unwrap_err().guest().is_some());
    assert_is_refusal(&session.cheap(1).unwrap_err());
    for _ in 0..2 {
        let error = session.cheap(3).unwrap_err();
        assert!(error.is_session_lost());
        let cause = error.source().unwrap().downcast_ref::<Error>().unwrap();
        assert_is_refusal(cause);
    }

    let session = MOODY.plugin().session().unwrap();
    assert!(session.cheap(2).unwrap_err().is_host_panic());
    let error = session.cheap(3).unwrap_err();
    assert!(error.is_session_lost());
    let cause = error.source().unwrap().downcast_ref::<Error>().unwrap();
    assert!(cause.is_host_panic());
}

#[test]
fn after_an_error_of_the_host_a_pool_goes_on() {
    let plugin = ImportsPlugin::builder()
        .imports(moody())
        .pool(2)
        .load(COMPONENT)
        .unwrap();
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for _ in 0..50 {
                    assert_is_refusal(&plugin.cheap(1).unwrap_err());
                    assert_eq!(plugin.cheap(3).unwrap(), 3);
                }
            });
        }
    });
    for _ in 0..5 {
        assert!(plugin.cheap(2).unwrap_err().is_host_panic());
        assert_eq!(plugin.cheap(3).unwrap(), 3);
    }
}

#[test]
fn what_a_guest_passes_to_the_host_has_a_limit() {
    let plugin = ImportsPlugin::builder()
        .imports(Answers::default())
        .limits(Limits {
            transfer: 1000,
            ..Limits::default()
        })
        .load(COMPONENT)
        .unwrap();
    calls();
    let error = plugin.note(&"x".repeat(5000)).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::TransferTooLarge);
    assert_eq!(calls(), [""; 0]);
    // Of one transfer, however many there are.
    let session = plugin.plugin().session().unwrap();
    for _ in 0..10 {
        session.note(&"x".repeat(500)).unwrap();
    }
    assert_eq!(calls().len(), 10);
}

// Who implements the imports, and for whom.

/// One type for all that the reporter imports.
#[derive(Default)]
struct Desk {
    /// What it says that the time is.
    now: u64,
    texts: Mutex<BTreeMap<String, String>>,
    messages: Mutex<Vec<(Level, String)>>,
    /// Counts those that are gone.
    gone: Arc<AtomicU32>,
}

impl Log for Desk {
    fn write(&self, level: Level, message: &str) -> Result<(), Error> {
        self.messages
            .lock()
            .unwrap()
            .push((level, message.to_owned()));
        Ok(())
    }
}

impl Store for Desk {
    fn get(&self, key: &str) -> Result<Option<String>, CallError<String>> {
        match key {
            "forbidden" => Err(CallError::Guest("keep off".to_owned())),
            key => Ok(self.texts.lock().unwrap().get(key).cloned()),
        }
    }

    fn set(&self, key: &str, value: &str) -> Result<(), CallError<String>> {
        let mut texts = self.texts.lock().unwrap();
        texts.insert(key.to_owned(), value.to_owned());
        Ok(())
    }
}

impl ReporterImports for Desk {
    fn now(&self) -> Result<u64, Error> {
        Ok(self.now)
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        self.gone.fetch_add(1, Relaxed);
    }
}

#[test]
fn all_instances_share_what_they_are_given() {
    let desk = Arc::new(Desk::default());
    for component in [REPORTER, "guests/built/reporter-js.wasm"] {
        desk.texts.lock().unwrap().clear();
        desk.set("apples", "3").unwrap();
        let reporter = Reporter::load(component, Arc::clone(&desk)).unwrap();
        let keys = ["apples", "plums"].map(String::from);
        let report = reporter.report("Fruit", &keys).unwrap();
        assert_eq!(report, "Fruit, at 0\n- apples: 3\n");
        // What one instance has stored, the next finds.
        let report = reporter
            .report("Again", &["report/Fruit".to_owned()])
            .unwrap();
        assert_eq!(
            report,
            "Again, at 0\n- report/Fruit: Fruit, at 0\n- apples: 3\n\n"
        );

        let forbidden = reporter.report("Closed", &["forbidden".to_owned()]);
        assert_eq!(forbidden.unwrap_err().guest().unwrap(), "keep off");
        let messages = std::mem::take(&mut *desk.messages.lock().unwrap());
        let levels: Vec<Level> = messages.iter().map(|(level, _)| *level).collect();
        assert_eq!(
            levels,
            [
                Level::Info,
                Level::Warning,
                Level::Debug,
                Level::Info,
                Level::Debug,
                Level::Info,
                Level::Error
            ]
        );
        assert_eq!(messages[1].1, "nothing is stored under `plums`");
        assert_eq!(messages[6].1, "no report `Closed`: keep off");
    }
}

/// A builder whose objects count how many have been made, and which is which.
struct Made {
    made: Arc<AtomicU32>,
    gone: Arc<AtomicU32>,
}

impl Made {
    fn new() -> Self {
        Self {
            made: Arc::default(),
            gone: Arc::default(),
        }
    }

    /// What `imports_with` takes: the time that each desk tells is its number, from 1 on.
    fn maker(&self) -> impl Fn() -> Desk + Send + Sync + 'static {
        let (made, gone) = (Arc::clone(&self.made), Arc::clone(&self.gone));
        move || {
            let mut desk = Desk::default();
            desk.now = u64::from(made.fetch_add(1, Relaxed) + 1);
            desk.gone = Arc::clone(&gone);
            desk
        }
    }

    #[track_caller]
    fn assert(&self, made: u32, gone: u32) {
        let is = (self.made.load(Relaxed), self.gone.load(Relaxed));
        assert_eq!(is, (made, gone), "made, and gone");
    }
}

/// Which of the desks the plugin has got.
fn number(reporter: &Reporter) -> u32 {
    let report = reporter.report("x", &[]).unwrap();
    report.trim().rsplit(' ').next().unwrap().parse().unwrap()
}

#[test]
fn imports_with_makes_one_for_each_fresh_instance() {
    let made = Made::new();
    let reporter = Reporter::builder()
        .imports_with(made.maker())
        .load(REPORTER)
        .unwrap();
    made.assert(0, 0);
    for n in 1..4 {
        assert_eq!(number(&reporter), n);
        made.assert(n, n);
    }
    // They share nothing.
    reporter.report("Fruit", &[]).unwrap();
    let report = reporter.report("Again", &["report/Fruit".to_owned()]);
    assert_eq!(report.unwrap(), "Again, at 5\n");
}

#[test]
fn imports_with_makes_one_for_each_session_and_each_place_of_a_pool() {
    let made = Made::new();
    let reporter = Reporter::builder()
        .imports_with(made.maker())
        .pool(2)
        .load(REPORTER)
        .unwrap();
    for _ in 0..10 {
        assert_eq!(number(&reporter), 1);
    }
    made.assert(1, 0);

    let session = reporter.plugin().session().unwrap();
    made.assert(2, 0);
    assert_eq!(number(&session), 2);
    let clone = session.clone();
    assert_eq!(number(&clone), 2);
    session.report("Fruit", &[]).unwrap();
    let report = clone.report("Again", &["report/Fruit".to_owned()]).unwrap();
    assert!(report.contains("- report/Fruit: "), "{report}");
    drop(session);
    made.assert(2, 0);
    drop(clone);
    made.assert(2, 1);

    drop(reporter);
    made.assert(2, 2);
}

#[test]
fn an_instance_that_failed_takes_its_object_along() {
    let made = Arc::new(AtomicU32::new(0));
    let plugin = ImportsPlugin::builder()
        .imports_with({
            let made = Arc::clone(&made);
            move || {
                let number = made.fetch_add(1, Relaxed);
                Answers {
                    cheap: Some(Box::new(move |n| match n {
                        0 => Err(refusal()),
                        _ => Ok(number),
                    })),
                    ..Answers::default()
                }
            }
        })
        .pool(1)
        .load(COMPONENT)
        .unwrap();
    assert_eq!(plugin.cheap(1).unwrap(), 0);
    assert_eq!(plugin.cheap(1).unwrap(), 0);
    assert_is_refusal(&plugin.cheap(0).unwrap_err());
    assert_eq!(plugin.cheap(1).unwrap(), 1);
    assert_eq!(made.load(Relaxed), 2);
}

#[test]
fn a_closure_that_panics_fails_that_call_only() {
    let made = Made::new();
    let make = made.maker();
    let reporter = Reporter::builder()
        .imports_with(move || {
            let desk = make();
            assert_ne!(desk.now, 1, "no desk today");
            desk
        })
        .load(REPORTER)
        .unwrap();
    let error = reporter.report("x", &[]).unwrap_err();
    assert!(error.is_host_panic());
    let text = error.to_string();
    assert!(
        text.contains("`imports_async_with` panicked") && text.contains("no desk today"),
        "{text}"
    );
    assert_eq!(number(&reporter), 2);
    made.assert(2, 2);
}

#[test]
fn imports_are_put_together_by_field() {
    struct Silence;
    impl Log for Silence {
        fn write(&self, _: Level, _: &str) -> Result<(), Error> {
            Ok(())
        }
    }
    struct Noon;
    impl ReporterImports for Noon {
        fn now(&self) -> Result<u64, Error> {
            Ok(12)
        }
    }

    let store = Arc::new(Desk::default());
    let imports = Imports {
        log: Silence,
        store: Arc::clone(&store),
        reporter: Noon,
    };
    let reporter = Reporter::load(REPORTER, imports).unwrap();
    assert_eq!(number(&reporter), 12);
    assert_eq!(store.get("report/x").unwrap().unwrap(), "x, at 12\n");

    // The same by objects, which a program may choose while it runs.
    let imports = Imports {
        log: Arc::new(Silence) as Arc<dyn Log + Send + Sync>,
        store: store as Arc<dyn Store + Send + Sync>,
        reporter: Arc::new(Noon) as Arc<dyn ReporterImports + Send + Sync>,
    };
    let reporter = Reporter::builder().imports(imports).load(REPORTER).unwrap();
    let report = reporter.report("Again", &["report/x".to_owned()]).unwrap();
    assert_eq!(report, "Again, at 12\n- report/x: x, at 12\n\n");
}

#[test]
fn one_object_can_stand_for_all_imports() {
    trait All: Log + Store + ReporterImports + Send + Sync {}
    impl All for Desk {}

    let mut desk = Desk::default();
    desk.now = 7;
    let all: Arc<dyn All> = Arc::new(desk);
    let reporter = Reporter::load(REPORTER, Arc::clone(&all)).unwrap();
    assert_eq!(number(&reporter), 7);

    // The host calls the same objects, without any plugin.
    fn stored(store: &dyn Store) -> Result<Option<String>, CallError<String>> {
        store.get("report/x")
    }
    assert_eq!(stored(&all).unwrap().unwrap(), "x, at 7\n");
}

#[test]
fn what_a_plugin_is_given_goes_with_it() {
    let made = Made::new();
    let reporter = Reporter::load(REPORTER, (made.maker())()).unwrap();
    let session = reporter.plugin().session().unwrap();
    assert_eq!(number(&reporter), 1);
    drop(reporter);
    assert_eq!(number(&session), 1);
    made.assert(1, 0);
    drop(session);
    made.assert(1, 1);
}

#[test]
fn many_threads_call_one_host() {
    let calls = Arc::new(AtomicU32::new(0));
    let plugin = {
        let calls = Arc::clone(&calls);
        load(Answers {
            cheap: Some(Box::new(move |n| {
                calls.fetch_add(1, Relaxed);
                Ok(n)
            })),
            ..Answers::default()
        })
    };
    thread::scope(|scope| {
        for n in 0..8 {
            let plugin = &plugin;
            scope.spawn(move || {
                for _ in 0..50 {
                    assert_eq!(plugin.call_twice(n).unwrap(), (n, n));
                }
            });
        }
    });
    assert_eq!(calls.load(Relaxed), 800);
}

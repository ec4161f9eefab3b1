//! Every function of a component that takes and returns every type WIT has.

use std::error::Error;
use std::sync::LazyLock;

use fidius::CallError;
use fidius_wit::rust_ident;

use types::shapes::{Color, Point, Shape};
use types::tuples::{Wide, WideChoice};
use types::{
    Failure, Figure, FinalOutcome, Flags8, Flags9, Flags17, Flags32, Honorific, Item, Key,
    Keywords, MathError, Outcome, Path, Payload, Permissions, Person, Position, Signal, Single,
    Trouble, Weekday,
};

#[fidius::host(wit = "types")]
struct Types;

type TestResult = Result<(), Box<dyn Error>>;

/// Makes an instance for each call.
static PLUGIN: LazyLock<Types> = LazyLock::new(|| {
    Types::load(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/guests/built/types.wasm"
    ))
    .unwrap()
});

/// An instance for the calls of one test.
fn types() -> Types {
    PLUGIN.plugin().session().unwrap()
}

#[rustfmt::skip]
type Tuple12 = (u8, i16, u32, i64, bool, char, String, u64, i8, u16, i32, String);
#[rustfmt::skip]
type Tuple13 = (u8, i16, u32, i64, bool, char, String, u64, i8, u16, i32, String, bool);
#[rustfmt::skip]
type Tuple17 = (u8, i16, u32, i64, bool, char, String, u64, i8, u16, i32, String, bool, u32, String, u8, i64);

#[rustfmt::skip]
fn thirteen(text: &str) -> Tuple13 {
    (1, -2, 3, -4, true, 'ß', text.into(), u64::MAX, i8::MIN, 10, i32::MIN, "twelve".into(), false)
}

#[rustfmt::skip]
fn seventeen(text: &str) -> Tuple17 {
    (
        1, -2, 3, -4, true, 'ß', text.into(), u64::MAX, i8::MIN, 10, i32::MIN, "twelve".into(), false,
        14, "fifteen".into(), u8::MAX, i64::MIN,
    )
}

/// A tuple that std has traits for out of one that it has none for.
fn of_thirteen(tuple: Tuple13) -> (Tuple12, bool) {
    let (a, b, c, d, e, f, g, h, i, j, k, l, m) = tuple;
    ((a, b, c, d, e, f, g, h, i, j, k, l), m)
}

fn of_seventeen(tuple: Tuple17) -> (Tuple12, (bool, u32, String, u8, i64)) {
    let (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q) = tuple;
    ((a, b, c, d, e, f, g, h, i, j, k, l), (m, n, o, p, q))
}

/// A wide tuple as an argument has its texts borrowed.
macro_rules! borrowed {
    (13, $tuple:expr) => {{
        let (a, b, c, d, e, f, g, h, i, j, k, l, m) = &$tuple;
        (*a, *b, *c, *d, *e, *f, &**g, *h, *i, *j, *k, &**l, *m)
    }};
    (17, $tuple:expr) => {{
        let (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q) = &$tuple;
        (
            *a, *b, *c, *d, *e, *f, &**g, *h, *i, *j, *k, &**l, *m, *n, &**o, *p, *q,
        )
    }};
}

fn strings(texts: &[&str]) -> Vec<String> {
    texts.iter().map(ToString::to_string).collect()
}

/// What an echo with a `result` comes back as.
fn echoed<T, E>(result: Result<T, CallError<E>>) -> Result<T, E> {
    result.map_err(|error| match error {
        CallError::Guest(error) => error,
        CallError::Host(error) => panic!("{error}"),
    })
}

const TEXTS: &[&str] = &[
    "",
    "a",
    "with\0nul",
    "Grüße, 世界 🎉",
    "e\u{301}",
    "\u{10ffff}",
];

fn people() -> [Person; 2] {
    [
        Person {
            name: "Åsa".into(),
            title: None,
            age: 0,
        },
        Person {
            name: String::new(),
            title: Some(Honorific::Professor),
            age: u8::MAX,
        },
    ]
}

fn items() -> [Item; 2] {
    let [someone, other] = people();
    [
        Item {
            id: u64::MAX,
            name: "first".into(),
            position: Point {
                x: i32::MIN,
                y: i32::MAX,
            },
            owner: someone,
            nickname: None,
            target: Some(Point { x: 1, y: 2 }),
            tags: strings(TEXTS),
            outline: vec![Point { x: 0, y: -1 }, Point { x: -1, y: 0 }],
            color: Color::DeepBlue,
            shape: Shape::Painted((Color::Green, Some("title".into()))),
            permissions: Permissions::READ | Permissions::EXECUTE,
            extra: (255, "extra".into()),
            checked: Err("unchecked".into()),
            weight: f32::MAX,
        },
        Item {
            id: 0,
            name: "second".into(),
            position: Point::default(),
            owner: other,
            nickname: Some(String::new()),
            target: None,
            tags: Vec::new(),
            outline: Vec::new(),
            color: Color::Red,
            shape: Shape::None,
            permissions: Permissions::empty(),
            extra: (0, String::new()),
            checked: Ok(u32::MAX),
            weight: -0.5,
        },
    ]
}

fn figures() -> Vec<Figure> {
    vec![
        Figure::None,
        Figure::Dot(Point { x: 1, y: -2 }),
        Figure::Circle((Point { x: 3, y: 4 }, 0.5)),
        Figure::Polygon(vec![Point { x: 5, y: 6 }; 3]),
        Figure::Polygon(Vec::new()),
        Figure::Label("hällo".into()),
        Figure::Painted((Color::Red, None)),
        Figure::Painted((Color::DeepBlue, Some("sea".into()))),
    ]
}

fn wide() -> Wide {
    Wide {
        thirteen: thirteen("in a record"),
        seventeen: seventeen("in a record too"),
        many: vec![thirteen("one"), thirteen("two")],
        perhaps: Some(seventeen("perhaps")),
    }
}

fn payloads() -> Vec<Payload> {
    vec![
        Payload::None,
        Payload::Some(u64::MAX),
        Payload::Item(key()),
        Payload::Pair(("pair".into(), Point { x: 1, y: 2 })),
        Payload::All(strings(TEXTS)),
        Payload::Ok("fine".into()),
        Payload::Perhaps(None),
        Payload::Perhaps(Some(0)),
        Payload::Tried(Ok(1)),
        Payload::Tried(Err("tried".into())),
        Payload::Inner(Signal::SlowDown),
        Payload::Allowed(Permissions::all()),
        Payload::Number(1.5),
        Payload::Wide(wide()),
        Payload::Wide(Wide::default()),
    ]
}

fn key() -> Key {
    Key {
        id: 7,
        name: "key".into(),
        parts: vec![0, u32::MAX],
    }
}

const WEEKDAYS: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

/// Calls an echo with each value, which it must return.
macro_rules! echoes {
    ($host:ident.$echo:ident, & $values:expr) => {
        for value in $values {
            assert_eq!($host.$echo(&value)?, value);
        }
    };
    ($host:ident.$echo:ident, $values:expr) => {
        for value in $values {
            assert_eq!($host.$echo(value)?, value);
        }
    };
}

#[test]
fn every_function_is_called_here() {
    let source = include_str!("types.rs");
    let functions = &types::INTERFACE.functions;
    assert_eq!(functions.len(), 111);
    let missing: Vec<String> = functions
        .iter()
        .map(|function| rust_ident(&function.name))
        // Either called, or given to `echoes!`.
        .filter(|name| !source.contains(&format!(".{name}(")))
        .filter(|name| !source.contains(&format!(".{name},")))
        .collect();
    assert!(missing.is_empty(), "not called: {missing:?}");
}

#[test]
fn numbers_keep_their_extremes() -> TestResult {
    let types = types();
    echoes!(types.echo_bool, [false, true]);
    echoes!(types.echo_s8, [i8::MIN, -1, 0, i8::MAX]);
    echoes!(types.echo_s16, [i16::MIN, -1, 0, i16::MAX]);
    echoes!(types.echo_s32, [i32::MIN, -1, 0, i32::MAX]);
    echoes!(types.echo_s64, [i64::MIN, -1, 0, i64::MAX]);
    echoes!(types.echo_u8, [0, 0x80, u8::MAX]);
    echoes!(types.echo_u16, [0, 0x8000, u16::MAX]);
    echoes!(types.echo_u32, [0, 0x8000_0000, u32::MAX]);
    echoes!(types.echo_u64, [0, 1 << 63, u64::MAX]);
    echoes!(types.echo_id, [0, u64::MAX]);
    Ok(())
}

#[test]
fn floats_keep_infinities_zeros_and_that_they_are_no_number() -> TestResult {
    let types = types();
    echoes!(
        types.echo_f32,
        [
            f32::MIN,
            f32::MAX,
            f32::MIN_POSITIVE,
            f32::from_bits(1),
            f32::INFINITY,
            f32::NEG_INFINITY,
        ]
    );
    echoes!(
        types.echo_f64,
        [
            f64::MIN,
            f64::MAX,
            f64::MIN_POSITIVE,
            f64::from_bits(1),
            f64::INFINITY,
            f64::NEG_INFINITY,
            0.1 + 0.2,
        ]
    );
    assert!(types.echo_f32(-0.0)?.is_sign_negative());
    assert!(types.echo_f64(-0.0)?.is_sign_negative());
    // The component model leaves open which NaN comes back.
    assert!(types.echo_f32(f32::NAN)?.is_nan());
    assert!(types.echo_f64(-f64::NAN)?.is_nan());
    echoes!(types.echo_meters, [0.0, -1e300]);
    let list = types.echo_f64s(&[f64::NAN, -0.0, f64::INFINITY, 1e-300])?;
    assert!(list[0].is_nan() && list[1].is_sign_negative());
    assert_eq!(list[1..], [0.0, f64::INFINITY, 1e-300]);
    Ok(())
}

#[test]
fn texts_and_characters_keep_what_is_not_ascii() -> TestResult {
    let types = types();
    echoes!(
        types.echo_char,
        [
            '\0',
            'a',
            'ß',
            '世',
            '🎉',
            '\u{d7ff}',
            '\u{e000}',
            char::MAX
        ]
    );
    for text in TEXTS {
        assert_eq!(types.echo_string(text)?, *text);
        assert_eq!(types.echo_text(text)?, *text);
        assert_eq!(types.echo_label(text)?, *text);
        assert_eq!(
            types.echo_option_string(Some(text))?.as_deref(),
            Some(*text)
        );
    }
    assert_eq!(types.echo_option_string(None)?, None);
    let long = "ä".repeat(100_000);
    assert_eq!(types.echo_string(&long)?, long);
    assert_eq!(
        types.echo_chars(&['a', '世', char::MAX])?,
        ['a', '世', char::MAX]
    );
    assert!(types.echo_chars(&[])?.is_empty());
    Ok(())
}

#[test]
fn lists_of_numbers_come_back() -> TestResult {
    let types = types();
    let mebibyte: Vec<u8> = (0..1 << 20_u32).map(|byte| (byte % 251) as u8).collect();
    assert!(types.echo_bytes(&mebibyte)? == mebibyte);
    assert!(types.echo_bytes(&[])?.is_empty());
    assert_eq!(
        types.echo_u16s(&[0, 0x8000, u16::MAX])?,
        [0, 0x8000, u16::MAX]
    );
    assert_eq!(types.echo_u32s(&[0, u32::MAX])?, [0, u32::MAX]);
    assert_eq!(
        types.echo_s64s(&[i64::MIN, i64::MAX])?,
        [i64::MIN, i64::MAX]
    );
    assert!(types.echo_s64s(&[])?.is_empty());
    assert_eq!(types.echo_bools(&[true, false, true])?, [true, false, true]);
    Ok(())
}

#[test]
fn lists_of_anything_else_come_back() -> TestResult {
    let types = types();
    echoes!(types.echo_strings, &[strings(TEXTS), Vec::new()]);
    let points = vec![Point { x: -1, y: 1 }; 1000];
    assert_eq!(types.echo_points(&points)?, points);
    assert_eq!(types.echo_items(&items())?, items());
    echoes!(
        types.echo_matrix,
        &[
            Vec::new(),
            vec![Vec::new()],
            vec![vec![1, -2], Vec::new(), vec![i32::MIN]],
        ]
    );
    assert_eq!(
        types.echo_optionals(&[Some(0), None, Some(u32::MAX)])?,
        [Some(0), None, Some(u32::MAX)]
    );
    let entries = [("".to_owned(), 0), ("ü".to_owned(), u32::MAX)];
    assert_eq!(types.echo_entries(&entries)?, entries);
    let results = [Ok(1), Err("two".to_owned()), Err(String::new())];
    assert_eq!(types.echo_results(&results)?, results);
    assert_eq!(types.echo_figures(&figures())?, figures());
    assert_eq!(types.echo_weekdays(&WEEKDAYS)?, WEEKDAYS);
    let permissions = [Permissions::empty(), Permissions::WRITE, Permissions::all()];
    assert_eq!(types.echo_permission_list(&permissions)?, permissions);
    let tuples = types.echo_wide_list(&[thirteen("a"), thirteen("")])?;
    let tuples: Vec<_> = tuples.into_iter().map(of_thirteen).collect();
    assert_eq!(
        tuples,
        [of_thirteen(thirteen("a")), of_thirteen(thirteen(""))]
    );
    Ok(())
}

#[test]
fn tuples_of_all_widths_come_back() -> TestResult {
    let types = types();
    echoes!(types.echo_tuple1, [(0,), (255,)]);
    echoes!(types.echo_tuple2, [(0, i16::MIN), (255, i16::MAX)]);
    echoes!(types.echo_tuple3, [(1, -2, 3)]);
    let (twelve, _) = of_thirteen(thirteen("of twelve"));
    let (a, b, c, d, e, f, g, h, i, j, k, l) = &twelve;
    let borrowed = (*a, *b, *c, *d, *e, *f, &**g, *h, *i, *j, *k, &**l);
    assert_eq!(types.echo_tuple12(borrowed)?, twelve);
    let (of_13, of_17) = (thirteen("of thirteen"), seventeen("of seventeen"));
    let tuple = types.echo_tuple13(borrowed!(13, of_13))?;
    assert_eq!(of_thirteen(tuple), of_thirteen(of_13));
    let tuple = types.echo_tuple17(borrowed!(17, of_17))?;
    assert_eq!(of_seventeen(tuple), of_seventeen(of_17));
    let point = Point { x: 1, y: 2 };
    for last in [None, Some(false), Some(true)] {
        assert_eq!(
            types.echo_nested_tuple(((1, "one"), (&point, last)))?,
            ((1, "one".to_owned()), (point, last))
        );
    }
    Ok(())
}

#[test]
fn options_in_options_stay_apart() -> TestResult {
    let types = types();
    echoes!(types.echo_option_u8, [None, Some(0), Some(255)]);
    echoes!(
        types.echo_option_option,
        [None, Some(None), Some(Some(0)), Some(Some(255))]
    );
    let point = Point { x: -1, y: 1 };
    assert_eq!(types.echo_option_point(Some(&point))?, Some(point));
    assert_eq!(types.echo_option_point(None)?, None);
    assert_eq!(
        types.echo_option_list(Some(&strings(TEXTS)))?,
        Some(strings(TEXTS))
    );
    assert_eq!(types.echo_option_list(Some(&[]))?, Some(Vec::new()));
    assert_eq!(types.echo_option_list(None)?, None);
    assert_eq!(
        types.echo_option_tuple(Some(("text", &point)))?,
        Some(("text".to_owned(), point))
    );
    assert_eq!(types.echo_option_tuple(None)?, None);
    assert_eq!(types.echo_option_result(None)?, None);
    assert_eq!(types.echo_option_result(Some(Ok(1)))?, Some(Ok(1)));
    assert_eq!(
        types.echo_option_result(Some(Err("no")))?,
        Some(Err("no".to_owned()))
    );
    Ok(())
}

#[test]
fn results_come_back_as_results_of_the_method() {
    let types = types();
    assert_eq!(echoed(types.echo_result(Ok("yes"))), Ok("yes".to_owned()));
    assert_eq!(echoed(types.echo_result(Err("no"))), Err("no".to_owned()));
    assert_eq!(echoed(types.echo_result_ok(Ok(7))), Ok(7));
    assert_eq!(echoed(types.echo_result_ok(Err(()))), Err(()));
    assert_eq!(echoed(types.echo_result_err(Ok(()))), Ok(()));
    assert_eq!(echoed(types.echo_result_err(Err(""))), Err(String::new()));
    assert_eq!(echoed(types.echo_result_empty(Ok(()))), Ok(()));
    assert_eq!(echoed(types.echo_result_empty(Err(()))), Err(()));

    let point = Point { x: 1, y: 2 };
    let failure = Failure {
        code: u32::MAX,
        message: "failed".into(),
    };
    assert_eq!(echoed(types.echo_result_record(Ok(&point))), Ok(point));
    assert_eq!(
        echoed(types.echo_result_record(Err(&failure))),
        Err(failure.clone())
    );
    assert_eq!(
        echoed(types.echo_result_variant(Ok(&strings(TEXTS)))),
        Ok(strings(TEXTS))
    );
    for trouble in [
        Trouble::Missing("it".into()),
        Trouble::Forbidden,
        Trouble::Failed(failure),
    ] {
        assert_eq!(
            echoed(types.echo_result_variant(Err(&trouble))),
            Err(trouble)
        );
    }
    assert_eq!(echoed(types.echo_result_enum(Ok(i32::MIN))), Ok(i32::MIN));
    for error in [MathError::DividedByZero, MathError::Overflow] {
        assert_eq!(echoed(types.echo_result_enum(Err(error))), Err(error));
    }
    assert_eq!(echoed(types.echo_result_flags(Ok(()))), Ok(()));
    for flags in [Permissions::empty(), Permissions::all()] {
        assert_eq!(echoed(types.echo_result_flags(Err(flags))), Err(flags));
    }
    assert_eq!(
        echoed(types.echo_result_tuple(Ok((1, "one")))),
        Ok((1, "one".to_owned()))
    );
    assert_eq!(
        echoed(types.echo_result_tuple(Err((2, "two")))),
        Err((2, "two".to_owned()))
    );
    for ok in [None, Some("some")] {
        assert_eq!(
            echoed(types.echo_result_option(Ok(ok))),
            Ok(ok.map(str::to_owned))
        );
    }
    for err in [None, Some(0)] {
        assert_eq!(echoed(types.echo_result_option(Err(err))), Err(err));
    }
    assert_eq!(echoed(types.echo_result_result(Ok(Ok(1)))), Ok(Ok(1)));
    assert_eq!(
        echoed(types.echo_result_result(Ok(Err("inner")))),
        Ok(Err("inner".to_owned()))
    );
    assert_eq!(echoed(types.echo_result_result(Err(255))), Err(255));
    let (ok, err) = (seventeen("ok"), thirteen("err"));
    let wide = echoed(types.echo_result_wide(Ok(borrowed!(17, ok))));
    assert_eq!(
        wide.map(of_seventeen).map_err(of_thirteen),
        Ok(of_seventeen(ok))
    );
    let wide = echoed(types.echo_result_wide(Err(borrowed!(13, err))));
    assert_eq!(
        wide.map(of_seventeen).map_err(of_thirteen),
        Err(of_thirteen(err))
    );
}

#[test]
fn a_named_result_is_a_result_of_the_method_too() {
    let types = types();
    let outcome: Outcome = echoed(types.echo_outcome(Ok(1)));
    assert_eq!(outcome, Ok(1));
    let outcome: Outcome = echoed(types.echo_outcome(Err("no")));
    assert_eq!(outcome, Err("no".to_owned()));
    let outcome: FinalOutcome = echoed(types.echo_final_outcome(Ok(2)));
    assert_eq!(outcome, Ok(2));
    let outcome: FinalOutcome = echoed(types.echo_final_outcome(Err("")));
    assert_eq!(outcome, Err(String::new()));
    let done: types::MaybeDone = echoed(types.echo_maybe_done(Ok("done")));
    assert_eq!(done, Ok("done".to_owned()));
    assert_eq!(echoed(types.echo_maybe_done(Err(()))), Err(()));
}

#[test]
fn the_error_of_the_guest_is_apart_from_one_of_the_host() {
    let types = types();
    let error = types.echo_result(Err("no")).unwrap_err();
    assert!(matches!(&error, CallError::Guest(text) if text == "no"));
    assert_eq!(error.guest().map(String::as_str), Some("no"));
    assert!(error.host().is_none());
    assert!(!error.is_trap() && !error.is_timeout() && !error.is_session_lost());
    assert_eq!(
        error.to_string(),
        "the plugin answered with an error: \"no\""
    );
    assert!(error.source().is_none());
    // It is an answer: the session lives on.
    assert_eq!(types.echo_u8(1).unwrap(), 1);
}

#[test]
fn records_come_back() -> TestResult {
    let types = types();
    echoes!(
        types.echo_point,
        &[
            Point {
                x: i32::MIN,
                y: i32::MAX
            },
            Point::default(),
        ]
    );
    echoes!(types.echo_person, &people());
    echoes!(types.echo_item, &items());
    echoes!(types.echo_key, &[key(), Key::default()]);
    echoes!(
        types.echo_keywords,
        &[
            Keywords {
                type_: "type".into(),
                match_: 1,
                self_: true,
                fn_: Some("fn".into()),
                async_: -1,
                crate_: 'ç',
            },
            Keywords::default(),
        ]
    );
    echoes!(types.echo_wide, &[wide(), Wide::default()]);
    echoes!(
        types.echo_single,
        &[Single {
            value: "single".into()
        }]
    );
    echoes!(
        types.echo_vec,
        &[types::Vec {
            dx: i64::MIN,
            dy: i64::MAX
        }]
    );
    Ok(())
}

#[test]
fn every_case_of_the_variants_comes_back() -> TestResult {
    let types = types();
    echoes!(
        types.echo_signal,
        &[Signal::Go, Signal::Stop, Signal::SlowDown]
    );
    echoes!(types.echo_payload, &payloads());
    echoes!(types.echo_figure, &figures());
    echoes!(
        types.echo_wide_choice,
        &[
            WideChoice::Neither,
            WideChoice::Thirteen(thirteen("thirteen")),
            WideChoice::Seventeen(seventeen("seventeen")),
        ]
    );
    Ok(())
}

#[test]
fn every_case_of_the_enums_comes_back() -> TestResult {
    let types = types();
    echoes!(types.echo_weekday, WEEKDAYS);
    echoes!(
        types.echo_color,
        [Color::Red, Color::Green, Color::DeepBlue]
    );
    echoes!(
        types.echo_honorific,
        [Honorific::Doctor, Honorific::Professor, Honorific::Captain]
    );
    Ok(())
}

#[test]
fn flags_of_every_size_come_back() -> TestResult {
    let types = types();
    echoes!(
        types.echo_permissions,
        [
            Permissions::empty(),
            Permissions::READ,
            Permissions::WRITE,
            Permissions::EXECUTE,
            Permissions::READ | Permissions::EXECUTE,
            Permissions::all(),
        ]
    );
    let flags8 = [
        Flags8::B0,
        Flags8::B1,
        Flags8::B2,
        Flags8::B3,
        Flags8::B4,
        Flags8::B5,
        Flags8::B6,
        Flags8::B7,
        Flags8::empty(),
        Flags8::all(),
    ];
    echoes!(types.echo_flags8, flags8);
    let flags9 = [
        Flags9::B0,
        Flags9::B7,
        Flags9::B8,
        !Flags9::B8,
        Flags9::empty(),
        Flags9::all(),
    ];
    echoes!(types.echo_flags9, flags9);
    let flags17 = [
        Flags17::B0,
        Flags17::B8,
        Flags17::B15,
        Flags17::B16,
        !Flags17::B16,
        Flags17::empty(),
        Flags17::all(),
    ];
    echoes!(types.echo_flags17, flags17);
    echoes!(types.echo_flags32, flags32());
    echoes!(types.echo_flags32, [Flags32::empty(), Flags32::all()]);
    Ok(())
}

#[rustfmt::skip]
fn flags32() -> [Flags32; 32] {
    use Flags32 as F;
    [
        F::B0, F::B1, F::B2, F::B3, F::B4, F::B5, F::B6, F::B7, F::B8, F::B9, F::B10, F::B11, F::B12, F::B13, F::B14,
        F::B15, F::B16, F::B17, F::B18, F::B19, F::B20, F::B21, F::B22, F::B23, F::B24, F::B25, F::B26, F::B27, F::B28,
        F::B29, F::B30, F::B31,
    ]
}

#[test]
fn aliases_are_the_types_they_stand_for() -> TestResult {
    let types = types();
    let position: Position = Point { x: 1, y: 2 };
    assert_eq!(types.echo_position(&position)?, position);
    let path: Path = vec![position, Point { x: 3, y: 4 }];
    assert_eq!(types.echo_path(&path)?, path);
    assert!(types.echo_path(&[])?.is_empty());
    Ok(())
}

#[test]
fn a_function_may_take_and_return_nothing() -> TestResult {
    let types = types();
    let () = types.nothing()?;
    let () = types.no_result("dropped")?;
    assert_eq!(types.no_parameters()?, "no parameters");
    Ok(())
}

#[test]
fn seventeen_parameters_arrive_in_their_order() -> TestResult {
    let text = types().many_parameters(
        1,
        -2,
        3,
        -4,
        true,
        'ü',
        "text",
        8,
        -9,
        10,
        -11,
        1.5,
        -2.25,
        &[1, 2],
        Some("some"),
        &Point { x: 1, y: 2 },
        Weekday::Sunday,
    )?;
    assert_eq!(
        text,
        "1;-2;3;-4;true;ü;text;8;-9;10;-11;1.5;-2.25;[1, 2];some;1,2;sunday"
    );
    Ok(())
}

#[test]
fn keywords_get_an_underscore() -> TestResult {
    let types = types();
    assert!(types.match_("same", "same")?);
    assert!(!types.match_("one", "other")?);
    assert_eq!(types.type_(1)?, "u32");
    assert_eq!(types.self_()?, "self");
    assert_eq!(types.get_http2_id3("url")?, "http2 url");
    Ok(())
}

#[test]
fn names_that_the_struct_has_itself_get_an_underscore_on_it_alone() -> TestResult {
    let types = types();
    assert_eq!(types.load_("path")?, "loaded path");
    assert_eq!(types.builder_()?, "builder");
    assert_eq!(types.plugin_(1, u32::MAX)?, 0);

    let types: &dyn types::Types = &types;
    assert_eq!(types.load("path")?, "loaded path");
    assert_eq!(types.builder()?, "builder");
    assert_eq!(types.plugin(1, 2)?, 3);
    Ok(())
}

#[test]
fn the_guest_understands_what_it_is_given() -> TestResult {
    let types = types();
    let described = [
        "none",
        "dot at 1,-2",
        "circle at 3,4 of 0.5",
        "polygon of 3",
        "polygon of 0",
        "label hällo",
        "red",
        "deep blue sea",
    ];
    for (figure, described) in figures().iter().zip(described) {
        assert_eq!(types.describe_shape(figure)?, described);
    }
    assert_eq!(types.describe_result(Ok("fine"))?, "ok: fine");
    assert_eq!(types.describe_result(Err("bad"))?, "err: bad");
    let described = [
        "none",
        "some 18446744073709551615",
        "item 7 key 2",
        "pair pair 1,2",
        &format!("all {}", TEXTS.join(" ")),
        "ok fine",
        "perhaps none",
        "perhaps 0",
        "tried ok 1",
        "tried err tried",
        "inner slow-down",
        "allowed 7",
        "number 1.5",
        "wide 1 fifteen",
        "wide 0 ",
    ];
    for (payload, described) in payloads().iter().zip(described) {
        assert_eq!(types.describe_payload(payload)?, described);
    }
    assert_eq!(types.sum(&[1, 2, -10])?, -7);
    assert_eq!(types.sum(&[i64::MAX, 1])?, i64::MIN);
    assert_eq!(types.sum(&[])?, 0);
    assert_eq!(types.total_length(&strings(&["ä", "", "abc"]))?, 5);
    assert_eq!(
        types.flip_flags(Permissions::READ)?,
        Permissions::WRITE | Permissions::EXECUTE
    );
    for (bit, flag) in flags32().into_iter().enumerate() {
        assert_eq!(types.flag_names(flag)?, [format!("b{bit}")]);
    }
    assert_eq!(types.flag_names(Flags32::empty())?, strings(&[]));
    assert_eq!(types.flag_names(Flags32::all())?.len(), 32);
    let point = Point { x: 1, y: 2 };
    assert_eq!(types.swap(("text", &point))?, (point, "text".to_owned()));
    assert_eq!(types.find(&items(), "second")?.as_ref(), items().get(1));
    assert_eq!(types.find(&items(), "third")?, None);
    for (day, next) in WEEKDAYS.iter().zip(WEEKDAYS.iter().cycle().skip(1)) {
        assert_eq!(types.next_day(*day)?, *next);
    }
    assert_eq!(types.next_char('a')?, Some('b'));
    assert_eq!(types.next_char('\u{d7ff}')?, Some('\u{e000}'));
    assert_eq!(types.next_char(char::MAX)?, None);
    Ok(())
}

#[test]
fn the_guest_answers_with_its_errors() {
    let types = types();
    assert_eq!(echoed(types.divide(7, -2)), Ok(-3));
    assert_eq!(echoed(types.divide(1, 0)), Err(MathError::DividedByZero));
    assert_eq!(echoed(types.divide(i32::MIN, -1)), Err(MathError::Overflow));
    let found = Key {
        id: 2,
        name: "ab".into(),
        parts: vec![97, 98],
    };
    assert_eq!(echoed(types.lookup("ab")), Ok(found));
    assert_eq!(
        echoed(types.lookup("?what")),
        Err(Trouble::Missing("?what".into()))
    );
    assert_eq!(echoed(types.lookup("secret")), Err(Trouble::Forbidden));
    assert_eq!(
        echoed(types.lookup("broken")),
        Err(Trouble::Failed(Failure {
            code: 7,
            message: "it is broken".into()
        }))
    );
    assert_eq!(echoed(types.check(2)), Ok(()));
    assert_eq!(
        echoed(types.check(3)),
        Err(Failure {
            code: 3,
            message: "odd".into()
        })
    );
}

#[test]
fn a_fresh_instance_for_each_call_answers_the_same() -> TestResult {
    assert_eq!(PLUGIN.echo_string("Grüße")?, "Grüße");
    assert_eq!(PLUGIN.echo_item(&items()[0])?, items()[0]);
    assert_eq!(
        PLUGIN.echo_payload(&Payload::Wide(wide()))?,
        Payload::Wide(wide())
    );
    assert_eq!(PLUGIN.load_("path")?, "loaded path");
    assert_eq!(echoed(PLUGIN.divide(1, 0)), Err(MathError::DividedByZero));
    Ok(())
}

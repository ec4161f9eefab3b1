//! A guest that takes and returns every type WIT has.

wit_bindgen::generate!({
    path: "../../wit/types",
    world: "fidius:types/types-plugin",
    with: {
        "fidius:types/tuples@0.1.0/wide": crate::Wide,
        "fidius:types/tuples@0.1.0/wide-choice": crate::WideChoice,
    },
    generate_all,
});

use std::fmt;

use exports::fidius::types::types::{
    self, Color, Failure, Figure, FinalOutcome, Flags8, Flags9, Flags17, Flags32, Guest, Honorific,
    Id, Item, Key, Keywords, Label, MathError, MaybeDone, Meters, Outcome, Path, Payload,
    Permissions, Person, Point, Position, Signal, Single, Text, Trouble, Weekday,
};

type Tuple12 = (
    u8,
    i16,
    u32,
    i64,
    bool,
    char,
    String,
    u64,
    i8,
    u16,
    i32,
    String,
);
type Tuple13 = (
    u8,
    i16,
    u32,
    i64,
    bool,
    char,
    String,
    u64,
    i8,
    u16,
    i32,
    String,
    bool,
);
type Tuple17 = (
    u8,
    i16,
    u32,
    i64,
    bool,
    char,
    String,
    u64,
    i8,
    u16,
    i32,
    String,
    bool,
    u32,
    String,
    u8,
    i64,
);

/// By hand, because generated types implement `Debug` through their fields, and tuples of this width have none.
#[derive(Clone)]
pub struct Wide {
    pub thirteen: Tuple13,
    pub seventeen: Tuple17,
    pub many: Vec<Tuple13>,
    pub perhaps: Option<Tuple17>,
}

impl fmt::Debug for Wide {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Wide").finish_non_exhaustive()
    }
}

/// By hand, as [`Wide`] is.
pub enum WideChoice {
    Neither,
    Thirteen(Tuple13),
    Seventeen(Tuple17),
}

struct Types;

macro_rules! echoes {
    ($($name:ident: $type:ty,)*) => {
        $(fn $name(v: $type) -> $type {
            v
        })*
    };
}

impl Guest for Types {
    echoes! {
        echo_bool: bool,
        echo_s8: i8,
        echo_s16: i16,
        echo_s32: i32,
        echo_s64: i64,
        echo_u8: u8,
        echo_u16: u16,
        echo_u32: u32,
        echo_u64: u64,
        echo_f32: f32,
        echo_f64: f64,
        echo_char: char,
        echo_string: String,
        echo_bytes: Vec<u8>,
        echo_u16s: Vec<u16>,
        echo_u32s: Vec<u32>,
        echo_s64s: Vec<i64>,
        echo_f64s: Vec<f64>,
        echo_chars: Vec<char>,
        echo_strings: Vec<String>,
        echo_bools: Vec<bool>,
        echo_points: Vec<Point>,
        echo_items: Vec<Item>,
        echo_matrix: Vec<Vec<i32>>,
        echo_optionals: Vec<Option<u32>>,
        echo_entries: Vec<(String, u32)>,
        echo_results: Vec<Result<u32, String>>,
        echo_figures: Vec<Figure>,
        echo_weekdays: Vec<Weekday>,
        echo_permission_list: Vec<Permissions>,
        echo_wide_list: Vec<Tuple13>,
        echo_tuple1: (u8,),
        echo_tuple2: (u8, i16),
        echo_tuple3: (u8, i16, u32),
        echo_tuple12: Tuple12,
        echo_tuple13: Tuple13,
        echo_tuple17: Tuple17,
        echo_nested_tuple: ((u8, String), (Point, Option<bool>)),
        echo_option_string: Option<String>,
        echo_option_u8: Option<u8>,
        echo_option_option: Option<Option<u8>>,
        echo_option_point: Option<Point>,
        echo_option_list: Option<Vec<String>>,
        echo_option_tuple: Option<(String, Point)>,
        echo_option_result: Option<Result<u32, String>>,
        echo_result: Result<String, String>,
        echo_result_ok: Result<u32, ()>,
        echo_result_err: Result<(), String>,
        echo_result_empty: Result<(), ()>,
        echo_result_record: Result<Point, Failure>,
        echo_result_variant: Result<Vec<String>, Trouble>,
        echo_result_enum: Result<i32, MathError>,
        echo_result_flags: Result<(), Permissions>,
        echo_result_tuple: Result<(u8, String), (u32, String)>,
        echo_result_option: Result<Option<String>, Option<u32>>,
        echo_result_result: Result<Result<u32, String>, u8>,
        echo_result_wide: Result<Tuple17, Tuple13>,
        echo_outcome: Outcome,
        echo_final_outcome: FinalOutcome,
        echo_maybe_done: MaybeDone,
        echo_point: Point,
        echo_person: Person,
        echo_honorific: Honorific,
        echo_label: Label,
        echo_item: Item,
        echo_key: Key,
        echo_keywords: Keywords,
        echo_wide: Wide,
        echo_wide_choice: WideChoice,
        echo_single: Single,
        echo_vec: types::Vec,
        echo_signal: Signal,
        echo_payload: Payload,
        echo_figure: Figure,
        echo_weekday: Weekday,
        echo_color: Color,
        echo_permissions: Permissions,
        echo_flags8: Flags8,
        echo_flags9: Flags9,
        echo_flags17: Flags17,
        echo_flags32: Flags32,
        echo_id: Id,
        echo_text: Text,
        echo_position: Position,
        echo_path: Path,
        echo_meters: Meters,
    }

    fn nothing() {}

    fn no_parameters() -> String {
        "no parameters".to_owned()
    }

    fn no_result(_v: String) {}

    fn many_parameters(
        a: u8,
        b: i16,
        c: u32,
        d: i64,
        e: bool,
        f: char,
        g: String,
        h: u64,
        i: i8,
        j: u16,
        k: i32,
        l: f32,
        m: f64,
        n: Vec<u8>,
        o: Option<String>,
        p: Point,
        q: Weekday,
    ) -> String {
        let Point { x, y } = p;
        let q = format!("{q:?}")
            .rsplit("::")
            .next()
            .unwrap_or_default()
            .to_lowercase();
        format!(
            "{a};{b};{c};{d};{e};{f};{g};{h};{i};{j};{k};{l};{m};{n:?};{};{x},{y};{q}",
            o.as_deref().unwrap_or("none"),
        )
    }

    fn match_(self_: String, type_: String) -> bool {
        self_ == type_
    }

    fn type_(_fn_: u32) -> String {
        "u32".to_owned()
    }

    fn self_() -> String {
        "self".to_owned()
    }

    fn load(path: String) -> String {
        format!("loaded {path}")
    }

    fn builder() -> String {
        "builder".to_owned()
    }

    fn plugin(store: u32, instance: u32) -> u32 {
        store.wrapping_add(instance)
    }

    fn get_http2_id3(url: String) -> String {
        format!("http2 {url}")
    }

    fn describe_shape(s: Figure) -> String {
        match s {
            Figure::None => "none".to_owned(),
            Figure::Dot(Point { x, y }) => format!("dot at {x},{y}"),
            Figure::Circle((Point { x, y }, radius)) => format!("circle at {x},{y} of {radius}"),
            Figure::Polygon(corners) => format!("polygon of {}", corners.len()),
            Figure::Label(text) => format!("label {text}"),
            Figure::Painted((color, title)) => {
                let color = match color {
                    Color::Red => "red",
                    Color::Green => "green",
                    Color::DeepBlue => "deep blue",
                };
                title.map_or_else(|| color.to_owned(), |title| format!("{color} {title}"))
            }
        }
    }

    fn describe_result(r: Result<String, String>) -> String {
        match r {
            Ok(text) => format!("ok: {text}"),
            Err(text) => format!("err: {text}"),
        }
    }

    fn describe_payload(p: Payload) -> String {
        match p {
            Payload::None => "none".to_owned(),
            Payload::Some(number) => format!("some {number}"),
            Payload::Item(key) => format!("item {} {} {}", key.id, key.name, key.parts.len()),
            Payload::Pair((text, Point { x, y })) => format!("pair {text} {x},{y}"),
            Payload::All(texts) => format!("all {}", texts.join(" ")),
            Payload::Ok(text) => format!("ok {text}"),
            Payload::Perhaps(None) => "perhaps none".to_owned(),
            Payload::Perhaps(Some(number)) => format!("perhaps {number}"),
            Payload::Tried(Ok(number)) => format!("tried ok {number}"),
            Payload::Tried(Err(text)) => format!("tried err {text}"),
            Payload::Inner(Signal::Go) => "inner go".to_owned(),
            Payload::Inner(Signal::Stop) => "inner stop".to_owned(),
            Payload::Inner(Signal::SlowDown) => "inner slow-down".to_owned(),
            Payload::Allowed(permissions) => format!("allowed {}", permissions.bits()),
            Payload::Number(number) => format!("number {number}"),
            Payload::Wide(wide) => format!("wide {} {}", wide.thirteen.0, wide.seventeen.14),
        }
    }

    fn sum(xs: Vec<i64>) -> i64 {
        xs.into_iter().fold(0, i64::wrapping_add)
    }

    fn total_length(xs: Vec<String>) -> u32 {
        xs.iter().map(|x| x.len() as u32).sum()
    }

    fn flip_flags(p: Permissions) -> Permissions {
        !p
    }

    fn flag_names(f: Flags32) -> Vec<String> {
        (0..32)
            .filter(|i| f.bits() & (1 << i) != 0)
            .map(|i| format!("b{i}"))
            .collect()
    }

    fn swap((text, point): (String, Point)) -> (Point, String) {
        (point, text)
    }

    fn divide(a: i32, b: i32) -> Result<i32, MathError> {
        if b == 0 {
            return Err(MathError::DividedByZero);
        }
        a.checked_div(b).ok_or(MathError::Overflow)
    }

    fn find(items: Vec<Item>, name: String) -> Option<Item> {
        items.into_iter().find(|item| item.name == name)
    }

    fn next_day(d: Weekday) -> Weekday {
        match d {
            Weekday::Monday => Weekday::Tuesday,
            Weekday::Tuesday => Weekday::Wednesday,
            Weekday::Wednesday => Weekday::Thursday,
            Weekday::Thursday => Weekday::Friday,
            Weekday::Friday => Weekday::Saturday,
            Weekday::Saturday => Weekday::Sunday,
            Weekday::Sunday => Weekday::Monday,
        }
    }

    fn next_char(c: char) -> Option<char> {
        (c..=char::MAX).nth(1)
    }

    fn lookup(name: String) -> Result<Key, Trouble> {
        match name.as_str() {
            "secret" => Err(Trouble::Forbidden),
            "broken" => Err(Trouble::Failed(Failure {
                code: 7,
                message: "it is broken".to_owned(),
            })),
            _ if name.starts_with('?') => Err(Trouble::Missing(name)),
            _ => {
                let parts = name.bytes().map(u32::from).collect();
                Ok(Key {
                    id: name.len() as u64,
                    name,
                    parts,
                })
            }
        }
    }

    fn check(number: u32) -> Result<(), Failure> {
        if number % 2 == 0 {
            return Ok(());
        }
        Err(Failure {
            code: number,
            message: "odd".to_owned(),
        })
    }
}

export!(Types);

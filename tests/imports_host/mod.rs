//! A host for the guest `imports`, on one type: it writes down every call, and answers with something that is not what it got.

use std::cell::RefCell;
use std::fmt::Debug;

use fidius::{CallError, Error};
use imports_plugin::extra::{Distance, Extra};
use imports_plugin::host::{Host, Permissions, Person, Point, Shape, Trouble, Weekday};
use imports_plugin::measures::{Length, Measures, Unit};
use imports_plugin::{ImportsPluginImports, Preference};

/// The host of the guest, which imports everything there is.
#[fidius::host(wit = "imports")]
pub struct ImportsPlugin;

/// The guest.
pub const COMPONENT: &str = "guests/built/imports.wasm";

/// What a test wants done in place of an answer.
pub type Hook<T> = Box<dyn Fn(u32) -> T + Send + Sync>;

/// What the host gives to the guest.
#[derive(Default)]
pub struct Answers {
    pub cheap: Option<Hook<Result<u32, Error>>>,
    pub check: Option<Hook<Result<(), CallError<String>>>>,
    pub again: Option<Hook<Result<u32, Error>>>,
}

thread_local! {
    // Of this thread alone, so that tests can share a plugin: a host function runs on the thread of the call.
    static CALLS: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// The calls that the host got on this thread since this was last asked: the name of the function, and the arguments as a tuple.
pub fn calls() -> Vec<String> {
    CALLS.take()
}

fn got(function: &str, arguments: impl Debug) {
    CALLS.with_borrow_mut(|calls| calls.push(format!("{function}{arguments:?}")));
}

pub type Scalars = (bool, u8, i8, u16, i16, u32, i32, u64, i64, f32, f64);

impl Host for Answers {
    fn scalars(
        &self,
        a: bool,
        b: u8,
        c: i8,
        d: u16,
        e: i16,
        f: u32,
        g: i32,
        h: u64,
        i: i64,
        j: f32,
        k: f64,
    ) -> Result<Scalars, Error> {
        got("scalars", (a, b, c, d, e, f, g, h, i, j, k));
        Ok((!a, !b, !c, !d, !e, !f, !g, !h, !i, -j, -k))
    }

    fn character(&self, c: char) -> Result<char, Error> {
        got("character", (c,));
        Ok(char::from_u32(u32::from(c) ^ 1).unwrap())
    }

    fn text(&self, s: &str) -> Result<String, Error> {
        got("text", (s,));
        Ok(s.chars().rev().collect())
    }

    fn bytes(&self, b: &[u8]) -> Result<Vec<u8>, Error> {
        got("bytes", (b,));
        Ok(b.iter().rev().copied().collect())
    }

    fn strings(&self, s: &[String]) -> Result<Vec<String>, Error> {
        got("strings", (s,));
        Ok(s.iter().rev().cloned().collect())
    }

    fn people(&self, p: &[Person]) -> Result<Vec<Person>, Error> {
        got("people", (p,));
        Ok(p.iter().rev().cloned().collect())
    }

    fn maybe(&self, s: Option<&str>) -> Result<Option<String>, Error> {
        got("maybe", (s,));
        Ok(match s {
            Some("") => None,
            Some(s) => Some(s.to_uppercase()),
            None => Some("nothing".to_owned()),
        })
    }

    fn maybe_person(&self, p: Option<&Person>) -> Result<Option<Person>, Error> {
        got("maybe_person", (p,));
        Ok(match p {
            Some(p) if p.notes.is_empty() => None,
            Some(p) => Some(Person {
                age: p.age + 1,
                ..p.clone()
            }),
            None => Some(nobody()),
        })
    }

    fn outcome(&self, r: Result<u32, &str>) -> Result<String, Error> {
        got("outcome", (r,));
        Ok(format!("it was {r:?}"))
    }

    fn pair(&self, (s, p): (&str, &Point)) -> Result<(Point, String), Error> {
        got("pair", (s, p));
        Ok((Point { x: p.y, y: p.x }, s.to_uppercase()))
    }

    fn locate(&self, p: &Point) -> Result<Point, Error> {
        got("locate", (p,));
        Ok(Point { x: !p.x, y: !p.y })
    }

    fn reshape(&self, s: &Shape) -> Result<Shape, Error> {
        got("reshape", (s,));
        Ok(match s {
            Shape::None => Shape::Dot(Point { x: 0, y: 0 }),
            Shape::Dot(p) => Shape::Circle((*p, 0.5)),
            Shape::Circle((p, _)) => Shape::Polygon(vec![*p; 3]),
            Shape::Polygon(_) => Shape::None,
        })
    }

    fn next_day(&self, d: Weekday) -> Result<Weekday, Error> {
        got("next_day", (d,));
        Ok(match d {
            Weekday::Monday => Weekday::Tuesday,
            Weekday::Tuesday => Weekday::Wednesday,
            Weekday::Wednesday => Weekday::Thursday,
            Weekday::Thursday => Weekday::Friday,
            Weekday::Friday => Weekday::Saturday,
            Weekday::Saturday => Weekday::Sunday,
            Weekday::Sunday => Weekday::Monday,
        })
    }

    fn permit(&self, p: Permissions) -> Result<Permissions, Error> {
        got("permit", (p,));
        Ok(!p)
    }

    fn stretch(&self, l: &Length, to: Unit) -> Result<Length, Error> {
        got("stretch", (l, to));
        Ok(Length {
            value: l.value * 2.0,
            unit: to,
        })
    }

    fn many(
        &self,
        a: u8,
        b: i16,
        c: u32,
        d: i64,
        e: bool,
        f: char,
        g: &str,
        h: u64,
        i: i8,
        j: u16,
        k: i32,
        l: f32,
        m: f64,
        n: &[u8],
        o: Option<&str>,
        p: &Point,
        q: Weekday,
    ) -> Result<String, Error> {
        // A tuple of more than twelve can't be printed.
        got(
            "many",
            ((a, b, c, d, e, f, g, h), (i, j, k, l, m, n, o, p, q)),
        );
        Ok(format!("{g}, {}", o.unwrap_or("no more")))
    }

    fn answer(&self) -> Result<u32, Error> {
        got("answer", ());
        Ok(42)
    }

    fn note(&self, s: &str) -> Result<(), Error> {
        got("note", (s,));
        Ok(())
    }

    fn check(&self, number: u32) -> Result<(), CallError<String>> {
        got("check", (number,));
        match &self.check {
            Some(hook) => hook(number),
            None if number.is_multiple_of(2) => Ok(()),
            None => Err(CallError::Guest(format!("{number} is odd"))),
        }
    }

    fn look(&self, name: &str) -> Result<String, CallError<()>> {
        got("look", (name,));
        match name {
            "" => Err(CallError::Guest(())),
            name => Ok(format!("{name} is here")),
        }
    }

    fn ready(&self, yes: bool) -> Result<(), CallError<()>> {
        got("ready", (yes,));
        match yes {
            true => Ok(()),
            false => Err(CallError::Guest(())),
        }
    }

    fn divide(&self, a: u32, b: u32) -> Result<u32, CallError<Trouble>> {
        got("divide", (a, b));
        Err(CallError::Guest(match (a.checked_rem(b), b) {
            (None, _) => Trouble::DivisionByZero,
            (_, 1) => Trouble::Other("that is no work".to_owned()),
            (Some(0), _) => return Ok(a / b),
            (Some(remainder), _) => Trouble::Remainder(remainder),
        }))
    }

    fn meet(&self, name: &str) -> Result<Person, CallError<Point>> {
        got("meet", (name,));
        match name {
            "nobody" => Err(CallError::Guest(Point { x: 3, y: -4 })),
            name => Ok(Person {
                name: name.to_owned(),
                ..nobody()
            }),
        }
    }

    fn type_(&self, self_: &str, enum_: u32) -> Result<String, Error> {
        got("type", (self_, enum_));
        Ok(format!("{enum_} {self_}"))
    }

    fn cheap(&self, n: u32) -> Result<u32, Error> {
        match &self.cheap {
            Some(hook) => hook(n),
            None => Ok(n + 1),
        }
    }

    fn again(&self, depth: u32) -> Result<u32, Error> {
        got("again", (depth,));
        match &self.again {
            Some(hook) => hook(depth),
            None => Ok(depth),
        }
    }
}

impl Measures for Answers {
    fn convert(&self, length: &Length, to: Unit) -> Result<Length, Error> {
        got("convert", (length, to));
        Ok(Length {
            value: length.value + 0.5,
            unit: to,
        })
    }
}

impl Extra for Answers {
    fn double(&self, d: Distance) -> Result<Distance, Error> {
        got("double", (d,));
        Ok(d * 2)
    }

    fn mirror(&self, p: &Point) -> Result<Point, Error> {
        got("mirror", (p,));
        Ok(Point { x: -p.x, y: p.y })
    }
}

impl ImportsPluginImports for Answers {
    fn prefer(&self, preference: &Preference) -> Result<Preference, Error> {
        got("prefer", (preference,));
        Ok(Preference {
            digits: preference.digits + 1,
            ..*preference
        })
    }

    fn tick(&self) -> Result<(), Error> {
        got("tick", ());
        Ok(())
    }
}

fn nobody() -> Person {
    Person {
        name: "nobody".to_owned(),
        age: 30,
        notes: vec!["a note".to_owned()],
    }
}

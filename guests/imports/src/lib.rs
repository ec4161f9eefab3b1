//! A guest that imports everything there is, and calls it when it is told to.

wit_bindgen::generate!({
    path: "../../wit/imports",
    world: "fidius:imports/imports-plugin",
    generate_all,
});

use exports::fidius::imports::drive::{
    self, Guest, Length, Permissions, Person, Point, Shape, Trouble, Weekday,
};
use fidius::imports::host;
use fidius::units::measures;

type Scalars = (bool, u8, i8, u16, i16, u32, i32, u64, i64, f32, f64);

struct Drive;

impl Guest for Drive {
    fn scalars(
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
    ) -> Scalars {
        host::scalars(a, b, c, d, e, f, g, h, i, j, k)
    }

    fn character(c: char) -> char {
        host::character(c)
    }

    fn text(s: String) -> String {
        host::text(&s)
    }

    fn bytes(b: Vec<u8>) -> Vec<u8> {
        host::bytes(&b)
    }

    fn strings(s: Vec<String>) -> Vec<String> {
        host::strings(&s)
    }

    fn people(p: Vec<Person>) -> Vec<Person> {
        host::people(&p)
    }

    fn maybe(s: Option<String>) -> Option<String> {
        host::maybe(s.as_deref())
    }

    fn maybe_person(p: Option<Person>) -> Option<Person> {
        host::maybe_person(p.as_ref())
    }

    fn outcome(r: Result<u32, String>) -> String {
        host::outcome(r.as_ref().map(|n| *n).map_err(String::as_str))
    }

    fn pair((s, p): (String, Point)) -> (Point, String) {
        host::pair((&s, &p))
    }

    fn locate(p: Point) -> Point {
        host::locate(p)
    }

    fn reshape(s: Shape) -> Shape {
        host::reshape(&s)
    }

    fn next_day(d: Weekday) -> Weekday {
        host::next_day(d)
    }

    fn permit(p: Permissions) -> Permissions {
        host::permit(p)
    }

    fn stretch(l: Length, to: Unit) -> Length {
        host::stretch(l, to)
    }

    fn many(
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
        let o = o.as_deref();
        host::many(a, b, c, d, e, f, &g, h, i, j, k, l, m, &n, o, p, q)
    }

    fn answer() -> u32 {
        host::answer()
    }

    fn note(s: String) {
        host::note(&s);
    }

    fn check(number: u32) -> Result<(), String> {
        host::check(number)
    }

    fn look(name: String) -> Result<String, ()> {
        host::look(&name)
    }

    fn ready(yes: bool) -> Result<(), ()> {
        host::ready(yes)
    }

    fn divide(a: u32, b: u32) -> Result<u32, Trouble> {
        host::divide(a, b)
    }

    fn meet(name: String) -> Result<Person, Point> {
        host::meet(&name)
    }

    fn type_(self_: String, enum_: u32) -> String {
        host::type_(&self_, enum_)
    }

    fn cheap(n: u32) -> u32 {
        host::cheap(n)
    }

    fn again(depth: u32) -> u32 {
        host::again(depth)
    }

    fn convert(length: Length, to: Unit) -> Length {
        measures::convert(length, to)
    }

    fn prefer(drive::Preference { unit, digits }: drive::Preference) -> drive::Preference {
        let Preference { unit, digits } = crate::prefer(Preference { unit, digits });
        drive::Preference { unit, digits }
    }

    fn tick() {
        crate::tick();
    }

    fn extra_double(d: u32) -> u32 {
        extra::double(d)
    }

    fn extra_mirror(p: Point) -> Point {
        extra::mirror(p)
    }

    fn call_twice(n: u32) -> (u32, u32) {
        (host::cheap(n), host::cheap(n))
    }

    fn ignore_error(number: u32) -> String {
        let _ = host::check(number);
        "fine".to_owned()
    }

    fn loop_import(n: u32) -> u64 {
        (0..n).map(|i| u64::from(host::cheap(i))).sum()
    }

    fn nested(depth: u32) -> u32 {
        match depth.checked_sub(1) {
            Some(depth) => 1 + host::again(depth),
            None => 0,
        }
    }
}

export!(Drive);

//! Review scratch.
#![allow(dead_code)]
mod component_of_text;
use component_of_text::{MEMORY, encode};
use fidius::{Component, Dynamic, Runtime, Value};
use std::time::Instant;

fn bomb(levels: usize, functions: usize) -> Vec<u8> {
    let mut wit = String::from("package a:b; interface i { type t0 = tuple<u8>; \n");
    for l in 1..=levels {
        wit += &format!(
            "record r{l} {{ a: t{}, b: t{} }} type t{l} = r{l};\n",
            l - 1,
            l - 1
        );
    }
    for f in 0..functions {
        wit += &format!("f{f}: func() -> t{levels};\n");
    }
    wit += "} world w { export i; }";
    let mut module = format!("(module {MEMORY}");
    for f in 0..functions {
        module += &format!(r#"(func (export "a:b/i#f{f}") (result i32) i32.const 1024)"#);
    }
    module += ")";
    encode(&wit, &module)
}

fn hwm() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    status
        .lines()
        .find(|l| l.starts_with("VmHWM"))
        .unwrap()
        .to_owned()
}

#[test]
fn bombs() {
    for (l, f) in [(10, 1), (14, 1), (14, 20), (14, 200), (14, 1000)] {
        let c = bomb(l, f);
        let t = Instant::now();
        let r = Component::load(&Runtime::shared(), &c);
        println!(
            "{l} {f}: {} bytes, {:?} {:?} {}",
            c.len(),
            r.as_ref().map(|_| ()).map_err(|e| e.to_string()),
            t.elapsed(),
            hwm()
        );
        let t = Instant::now();
        let r = Dynamic::load(&c);
        println!(
            "    dynamic {:?} {:?} {}",
            r.as_ref().map(|_| ()).map_err(|e| e.to_string()),
            t.elapsed(),
            hwm()
        );
        if let Ok(p) = r {
            let t = Instant::now();
            let n = p.methods().count();
            println!("    methods {n} {:?}", t.elapsed());
            let t = Instant::now();
            println!(
                "    call {:?} {:?}",
                p.call_values("f0", &[])
                    .map(|_| ())
                    .map_err(|e| e.to_string()),
                t.elapsed()
            );
        }
    }
}

#[test]
fn names() {
    // Two fields whose Rust spelling is the same, a field of a keyword, a case named `some`, an option around a variant.
    let wit = "package a:b; interface i {
  variant v { some(u32), none, ok(option<u8>), err }
  record r { %type: u8, self-x: option<option<u8>> }
  enum e { go-now, STOP }
  f: func(a: v) -> v;
  g: func(a: r) -> r;
  h: func(a: option<v>) -> option<v>;
  k: func(a: result<option<u8>>) -> result<option<u8>>;
  m: func(a: list<tuple<string, u8>>) -> list<tuple<string, u8>>;
  o: func(a: option<list<u8>>) -> option<list<u8>>;
  c: func(a: char) -> char;
  en: func(a: e) -> e;
  unit: func() -> result;
} world w { export i; }";
    let _ = wit;
    let module = format!(
        r#"(module {MEMORY}
      (func (export "a:b/i#f") (param i32 i32 i32) (result i32) (i32.store8 (i32.const 16) (local.get 0)) (i32.store (i32.const 20) (local.get 1)) (if (i32.eq (local.get 0) (i32.const 2)) (then (i32.store8 (i32.const 20) (local.get 1)) (i32.store8 (i32.const 21) (local.get 2)))) (i32.const 16))
      (func (export "a:b/i#g") (param i32 i32 i32 i32) (result i32) (i32.store8 (i32.const 16) (local.get 0)) (i32.store8 (i32.const 17) (local.get 1)) (i32.store8 (i32.const 18) (local.get 2)) (i32.store8 (i32.const 19) (local.get 3)) (i32.const 16))
      (func (export "a:b/i#h") (param i32 i32 i32 i32) (result i32) (i32.store8 (i32.const 16) (local.get 0)) (i32.store8 (i32.const 20) (local.get 1)) (i32.store (i32.const 24) (local.get 2)) (if (i32.eq (local.get 1) (i32.const 2)) (then (i32.store8 (i32.const 24) (local.get 2)) (i32.store8 (i32.const 25) (local.get 3)))) (i32.const 16))
      (func (export "a:b/i#k") (param i32 i32 i32) (result i32) (i32.store8 (i32.const 16) (local.get 0)) (i32.store8 (i32.const 17) (local.get 1)) (i32.store8 (i32.const 18) (local.get 2)) (i32.const 16))
      (func (export "a:b/i#m") (param i32 i32) (result i32) (i32.store (i32.const 16) (local.get 0)) (i32.store (i32.const 20) (local.get 1)) (i32.const 16))
      (func (export "a:b/i#o") (param i32 i32 i32) (result i32) (i32.store8 (i32.const 16) (local.get 0)) (i32.store (i32.const 20) (local.get 1)) (i32.store (i32.const 24) (local.get 2)) (i32.const 16))
      (func (export "a:b/i#c") (param i32) (result i32) (local.get 0))
      (func (export "a:b/i#en") (param i32) (result i32) (local.get 0))
      (func (export "a:b/i#unit") (result i32) (i32.const 1)))"#
    );
    let p = Dynamic::builder()
        .pool(1)
        .load(encode(wit, &module))
        .unwrap();
    let j = |f: &str, a: &str| {
        println!(
            "{f} {a} -> {:?}",
            p.call_json(f, a).map_err(|e| e.to_string())
        )
    };
    for a in [
        r#"[{"some":3}]"#,
        r#"["none"]"#,
        r#"[null]"#,
        r#"[{"ok":null}]"#,
        r#"[{"ok":4}]"#,
        r#"["err"]"#,
        r#"[{"err":null}]"#,
        r#"[{"Ok":{"some":1}}]"#,
    ] {
        j("f", a);
    }
    for a in [
        r#"[{"some":3}]"#,
        r#"["none"]"#,
        r#"[null]"#,
        r#"[{"ok":null}]"#,
    ] {
        j("h", a);
    }
    for a in [
        r#"{"a":{"type":1,"self-x":{"some":null}}}"#,
        r#"[{"type_":1,"self_x":null}]"#,
        r#"[{"type":1,"self-x":5}]"#,
        r#"[{"type":1,"self-x":{"some":7}}]"#,
        r#"[{"type":1}]"#,
    ] {
        j("g", a);
    }
    for a in [
        r#"[{"ok":null}]"#,
        r#"[{"ok":3}]"#,
        r#"["ok"]"#,
        r#"[{"err":null}]"#,
        r#"["err"]"#,
    ] {
        j("k", a);
    }
    for a in [
        r#"[{"a":1,"b":2}]"#,
        r#"[[["a",1]]]"#,
        r#"[[]]"#,
        r#"[{}]"#,
        r#"[{"a":1,"a":2}]"#,
    ] {
        j("m", a);
    }
    for a in [r#"[[1,2]]"#, r#"[[]]"#, r#"[null]"#] {
        j("o", a);
    }
    for a in [r#"["x"]"#, r#"["xy"]"#, r#"[120]"#] {
        j("c", a);
    }
    for a in [
        r#"["go-now"]"#,
        r#"["GoNow"]"#,
        r#"["Stop"]"#,
        r#"["stop"]"#,
    ] {
        j("en", a);
    }
    j("unit", "");
    println!(
        "{:?}",
        p.call::<_, (u8,)>("o", (Some(serde_json::json!([1, 300])),))
            .map_err(|e| e.to_string())
    );
    println!(
        "{:?}",
        p.call::<_, Option<Vec<u8>>>("o", (None::<()>,))
            .map_err(|e| e.to_string())
    );
    println!(
        "{:?}",
        p.call::<_, Option<u8>>("k", (Ok::<Option<u8>, ()>(None),))
            .map_err(|e| e.to_string())
    );
    println!(
        "{:?}",
        p.call::<_, Option<u8>>("k", (Err::<Option<u8>, ()>(()),))
            .map_err(|e| e.to_string())
    );
    println!(
        "{:?}",
        p.call::<_, Value>("k", (Value::Result(Ok(Some(Box::new(Value::Unit)))),))
            .map_err(|e| e.to_string())
    );
}

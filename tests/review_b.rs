//! Review scratch.
#![cfg(feature = "bincode")]
#![allow(dead_code)]
mod component_of_text;
use component_of_text::{MEMORY, encode};
use fidius::{Dynamic, Value};

#[fidius::host_interface(version = 1)]
trait Rows: Send + Sync {
    fn count(&self, rows: Vec<Option<[u64; 32]>>) -> u32;
}
struct T;
impl Rows for T {
    fn count(&self, rows: Vec<Option<[u64; 32]>>) -> u32 {
        println!(
            "rows {} capacity bytes {}",
            rows.len(),
            rows.capacity() * size_of::<Option<[u64; 32]>>()
        );
        1
    }
}

#[test]
fn amplification() {
    let hash = <T as fidius::HostInterface<dyn Rows>>::HASH;
    let wit = "package a:b;
interface i { go: func(n: u32) -> s32; }
world w { import fidius:host-call/host@0.1.0; export i; }
package fidius:host-call@0.1.0 { interface host { call: func(interface-name: string, expected-version: u32, expected-hash: u64, index: u32, args: list<u8>) -> tuple<s32, list<u8>>; } }";
    let module = format!(
        r#"(module
      (import "fidius:host-call/host@0.1.0" "call" (func $call (param i32 i32 i32 i64 i32 i32 i32 i32)))
      {MEMORY}
      (data (i32.const 16) "Rows")
      (func (export "a:b/i#go") (param $n i32) (result i32)
        (drop (memory.grow (i32.const 400)))
        (i64.store (i32.const 65536) (i64.extend_i32_u (local.get $n)))
        (call $call (i32.const 16) (i32.const 4) (i32.const 1) (i64.const {hash}) (i32.const 0) (i32.const 65536)
           (i32.add (local.get $n) (i32.const 8)) (i32.const 64))
        (i32.load (i32.const 64)))
    )"#,
        hash = hash as i64
    );
    let p = Dynamic::builder()
        .host_interface::<dyn Rows>(T)
        .load(encode(wit, &module))
        .unwrap();
    let s: i32 = p.call("go", (4_000_000u32,)).unwrap();
    println!("status {s}");
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    println!("{:?}", status.lines().find(|l| l.starts_with("VmHWM")));
}

#[test]
fn abi() {
    let wit = "package a:b;
interface i {
  record five { a: string, b: string, c: f32, d: u64, e: option<u8> }
  variant v { a(f32), b(u64), c(s8), d(tuple<f64, s32>), e(option<string>) }
  void: func(a: u8); none: func();
  many: func(a: five, b: five, c: five) -> u32;
  join: func(x: v) -> v;
  get: func() -> u32;
  one: func() -> tuple<s8>;
  str: func() -> string;
}
world w { export i; }";
    let module = format!(
        r#"(module {MEMORY}
      (global $g (mut i32) (i32.const 0))
      (func (export "a:b/i#void") (param i32) (global.set $g (i32.add (global.get $g) (i32.const 1))))
      (func (export "cabi_post_a:b/i#void") (global.set $g (i32.add (global.get $g) (i32.const 100))))
      (func (export "a:b/i#none"))
      (func (export "cabi_post_a:b/i#none") (global.set $g (i32.add (global.get $g) (i32.const 1000))))
      (func (export "a:b/i#many") (param i32) (result i32) (i32.load8_u (i32.add (local.get 0) (i32.const 33))))
      (func (export "a:b/i#get") (result i32) (global.get $g))
      (func (export "a:b/i#one") (result i32) (i32.const -7))
      (func (export "a:b/i#str") (result i32) (i32.store (i32.const 16) (i32.const 32)) (i32.store (i32.const 20) (i32.const 3)) (i32.store (i32.const 32) (i32.const 0x636261)) (i32.const 16))
      (func (export "cabi_post_a:b/i#str") (param i32) (global.set $g (local.get 0)))
      (func (export "a:b/i#join") (param $d i32) (param $a i64) (param $b i32) (param $c i32) (result i32)
        (i32.store8 (i32.const 128) (local.get $d))
        (i64.store (i32.const 136) (local.get $a))
        (if (i32.eq (local.get $d) (i32.const 3)) (then (i32.store (i32.const 144) (local.get $b))))
        (if (i32.eq (local.get $d) (i32.const 4)) (then (i32.store (i32.const 140) (local.get $b)) (i32.store (i32.const 144) (local.get $c))))
        (i32.const 128))
    )"#
    );
    let p = Dynamic::builder()
        .pool(1)
        .load(encode(wit, &module))
        .unwrap();
    p.call::<_, ()>("void", 3u8).unwrap();
    p.call::<_, ()>("none", ()).unwrap();
    println!("get {:?}", p.call::<_, u32>("get", ()).unwrap());
    println!(
        "one {:?} str {:?} get {:?}",
        p.call_values("one", &[]).unwrap(),
        p.call_values("str", &[]).unwrap(),
        p.call_values("get", &[]).unwrap()
    );
    for v in [
        Value::variant("a", -1.5f32),
        Value::variant("b", u64::MAX - 1),
        Value::variant("c", -3i8),
        Value::variant("d", (2.5f64, -9i32)),
        Value::variant("e", None::<String>),
        Value::variant("e", Some("text")),
    ] {
        println!("{v} -> {}", p.call_values("join", &[v.clone()]).unwrap());
    }
    let five = Value::record([
        ("a", Value::from("x")),
        ("b", "".into()),
        ("c", 1.5f32.into()),
        ("d", 7u64.into()),
        ("e", Some(9u8).into()),
    ]);
    println!(
        "many {:?}",
        p.call_values("many", &[five.clone(), five.clone(), five])
            .unwrap()
    );
}

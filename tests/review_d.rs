//! Review scratch.
#![allow(dead_code)]
mod component_of_text;
use component_of_text::{MEMORY, encode};
use fidius::{Dynamic, Value};
use serde::Serialize;
use std::time::Instant;

#[derive(Serialize, Clone)]
enum V { A(u32) }

#[test]
fn speed() {
    let wit = "package a:b; interface i {
  record big { a-field: u32, another-field: string, third-field: list<tuple<u32, string, option<u64>>>, fourth-field: u32 }
  variant vv { a(u32), b }
  o: func(a: list<option<u32>>) -> u32;
  r: func(a: list<result<u32, big>>) -> u32;
  v: func(a: list<vv>) -> u32;
} world w { export i; }";
    let f = |n: &str| format!(r#"(func (export "a:b/i#{n}") (param i32 i32) (result i32) local.get 1)"#);
    let module = format!("(module {MEMORY} {} {} {})", f("o"), f("r"), f("v"));
    let p = Dynamic::builder().pool(1).load(encode(wit, &module)).unwrap();
    let n = 100_000u32;
    for _ in 0..2 {
    let t = Instant::now();
    p.call::<_, u32>("o", ((0..n).map(Some).collect::<Vec<_>>(),)).unwrap();
    println!("option {:?}", t.elapsed());
    let t = Instant::now();
    p.call::<_, u32>("r", ((0..n).map(Ok::<u32, ()>).collect::<Vec<_>>(),)).unwrap();
    println!("result {:?}", t.elapsed());
    let list = Value::List((0..n).map(|n| Value::Result(Ok(Some(Box::new(Value::U32(n)))))).collect());
    let t = Instant::now();
    p.call_values("r", &[list]).unwrap();
    println!("result, exact {:?}", t.elapsed());
    let t = Instant::now();
    p.call::<_, u32>("v", (vec![V::A(1); n as usize],)).unwrap();
    println!("variant {:?}", t.elapsed());
    }
}

#[test]
fn concurrency() {
    let wit = "package a:b; interface i { wait: async func(n: u32) -> u32; plain: func(a: string) -> string; none: func(); } world w { export i; }";
    let module = format!(r#"(module {MEMORY}
      (func (export "a:b/i#wait") (param i32) (result i32) local.get 0)
      (func (export "a:b/i#none"))
      (func (export "a:b/i#plain") (param i32 i32) (result i32) (i32.store (i32.const 16) (local.get 0)) (i32.store (i32.const 20) (local.get 1)) (i32.const 16)))"#);
    let p = Dynamic::builder().pool(1).load(encode(wit, &module)).unwrap();
    println!("concurrency {}", p.component().needs_concurrency());
    for _ in 0..3 {
        println!("{:?}", p.call::<_, String>("plain", "abc").map_err(|e| e.to_string()));
        println!("{:?}", p.call::<_, ()>("none", ()).map_err(|e| e.to_string()));
        println!("{:?}", p.call::<_, u32>("wait", 3u32).map_err(|e| e.to_string()));
    }
    println!("{:?}", p.methods().map(|m| m.name()).collect::<Vec<_>>());
}

#[test]
fn configure_gives_a_resource() {
    let wit = "package a:b; interface i { resource r { } make: func() -> r; take: func(r: r); fidius-configure: func(config: list<u8>) -> result<_, r>; } world w { export i; }";
    let module = format!(r#"(module
      (import "[export]a:b/i" "[resource-new]r" (func $new (param i32) (result i32)))
      {MEMORY}
      (func (export "a:b/i#make") (result i32) (call $new (i32.const 5)))
      (func (export "a:b/i#take") (param i32))
      (func (export "a:b/i#fidius-configure") (param i32 i32) (result i32) (i32.store (i32.const 16) (i32.const 1)) (i32.store (i32.const 20) (call $new (i32.const 5))) (i32.const 16)))"#);
    let c = encode(wit, &module);
    let e = Dynamic::builder().config(vec![1]).load(c.clone()).err().unwrap();
    println!("{e} / {:?}", std::error::Error::source(&e).map(|s| s.to_string()));
    let g = std::error::Error::source(&e).unwrap().downcast_ref::<fidius::GuestError>().unwrap();
    let p = Dynamic::builder().load(c).unwrap();
    let s = p.session().unwrap();
    println!("{:?}", s.call_values("take", &[g.value().clone()]).map_err(|e| e.to_string()));
    let r = s.call_values("make", &[]).map_err(|e| e.to_string());
    println!("{r:?}");
    if let Ok(r) = r {
        // Lent and given in one thread, twice given in two calls.
        println!("{:?}", s.call_values("take", &[r.clone()]).map_err(|e| e.to_string()));
        println!("{:?}", s.call_values("take", &[r.clone()]).map_err(|e| e.to_string()));
        println!("{:?}", s.call_values("make", &[]).map_err(|e| e.to_string()));
    }
}

//! The engine's own calls of functions whose types are known only at run time, on a hand-written host that is [`tuned`](crate::tuned)
//! otherwise.

use std::hint::black_box;

use wasmtime::component::Val;

use crate::calls::{Timed, Work, time};
use crate::tuned::Held;

/// The arguments are made once, and what the answer stands in is used again.
pub fn timed(mut held: Held, arguments: Vec<Val>) -> Timed {
    let mut answer = [Val::Bool(false)];
    Box::new(move |count| {
        time(count, || {
            held.begin();
            held.function
                .call(&mut held.store, black_box(&arguments), &mut answer)
                .expect("the guest answers");
        })
    })
}

pub fn arguments(work: Work) -> Vec<Val> {
    match work {
        Work::Add => vec![Val::U32(20), Val::U32(22)],
        Work::String(bytes) => vec![Val::String("x".repeat(bytes))],
        Work::Pairs(count) => vec![Val::List((0..count).map(pair).collect())],
        Work::Bytes(bytes) => vec![self::bytes(bytes)],
    }
}

fn pair(i: usize) -> Val {
    Val::Record(vec![
        ("id".to_owned(), Val::U32(i as u32)),
        ("value".to_owned(), Val::Float64(i as f64)),
    ])
}

pub fn bytes(count: usize) -> Val {
    Val::List(vec![Val::U8(7); count])
}

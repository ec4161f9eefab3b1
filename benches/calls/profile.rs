//! Where the time of a fresh instance's call goes: what is [`tuned`](crate::tuned) as far as each of its steps. A contestant does
//! what the one before it does, and one step more, so that the differences are the steps; dropping what was made is part of
//! each.

use std::hint::black_box;
use std::sync::Arc;

use crate::calls::{Timed, time};
use crate::row::{FIDIUS, Row, Target};
use crate::tuned::Guest;

const STORE: &str = "a store";
const LIMITED: &str = "with limits";
const INSTANCE: &str = "with an instance";
const FOUND: &str = "a function found";
const CALLED: &str = "and called";

/// What a contestant is called, and does.
type Step = (&'static str, fn(&Guest));

/// `ours` makes the same call.
pub fn row<'a>(name: String, guest: &'a Arc<Guest>, ours: impl Fn() -> Timed + 'a) -> Row<'a> {
    let steps: [Step; 5] = [
        (STORE, store),
        (LIMITED, limited),
        (INSTANCE, instance),
        (FOUND, found),
        (CALLED, called),
    ];
    let figures = steps.iter().map(|(name, _)| Target::Figure(name));
    let row = Row::new(name, figures.collect());
    let row = steps.into_iter().fold(row, |row, (name, step)| {
        row.with(name, move || {
            let guest = Arc::clone(guest);
            Box::new(move |count| time(count, || step(&guest)))
        })
    });
    row.with(FIDIUS, ours)
}

fn store(guest: &Guest) {
    black_box(guest.linked.bare_store());
}

fn limited(guest: &Guest) {
    black_box(guest.linked.store());
}

fn instance(guest: &Guest) {
    let mut store = guest.linked.store();
    black_box(guest.linked.instantiate(&mut store));
}

fn found(guest: &Guest) {
    let mut store = guest.linked.store();
    let instance = guest.linked.instantiate(&mut store);
    black_box(guest.add(&mut store, instance));
}

fn called(guest: &Guest) {
    let mut store = guest.linked.store();
    let instance = guest.linked.instantiate(&mut store);
    let add = guest.add(&mut store, instance);
    let sum = add.call(store, black_box((20, 22)));
    black_box(sum.expect("the guest answers"));
}

//! Calls that come at a steady pace, with time between them.

use std::time::{Duration, Instant};

use crate::calls::Timed;
use crate::row::Row;

/// How many calls a contestant makes in a turn, …
const CALLS: usize = 1_000;

/// … of which the first are not counted: those who make something ahead need to know that there are calls.
const WARM_UP: usize = 100;

const TURNS: usize = 5;

/// The time of each call in nanoseconds, by number and contestant.
pub fn measure(row: &Row<'_>, pace: Duration) -> Vec<Vec<f64>> {
    let mut contestants: Vec<Timed> = row.contestants.iter().map(|c| (c.set_up)()).collect();
    let mut calls = vec![vec![0.0; contestants.len()]; TURNS * (CALLS - WARM_UP)];
    for turn in calls.chunks_mut(CALLS - WARM_UP) {
        for (place, contestant) in contestants.iter_mut().enumerate() {
            let times = take_turn(contestant, pace);
            for (call, time) in turn.iter_mut().zip(times) {
                call[place] = time;
            }
        }
    }
    calls
}

/// Who is late does not hurry after: each call comes when its time has come, and not before the one before it is over.
fn take_turn(contestant: &mut Timed, pace: Duration) -> Vec<f64> {
    let mut next = Instant::now();
    let mut times = Vec::with_capacity(CALLS);
    for _ in 0..CALLS {
        // A thread that slept would wake up too late.
        while Instant::now() < next {
            std::hint::spin_loop();
        }
        times.push(contestant(1).as_nanos() as f64);
        next = (next + pace).max(Instant::now());
    }
    times.split_off(WARM_UP)
}

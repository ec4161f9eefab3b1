//! The same work on one thread and on two at once.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use crate::calls::Timed;

/// On a thread of its own, like one of [`together`].
pub fn alone(work: Timed) -> Timed {
    on_threads([work])
}

/// Both at the same time. The time is the mean of the two.
pub fn together(works: [Timed; 2]) -> Timed {
    on_threads(works)
}

fn on_threads<const N: usize>(mut works: [Timed; N]) -> Timed {
    Box::new(move |count| {
        let ready = AtomicUsize::new(0);
        let run = |work: &mut Timed| {
            // Nobody starts before all are there; a thread that slept until then would start late.
            ready.fetch_add(1, Ordering::SeqCst);
            while ready.load(Ordering::SeqCst) < N {
                std::hint::spin_loop();
            }
            work(count)
        };
        let total: Duration = thread::scope(|scope| {
            let threads = works.each_mut().map(|work| scope.spawn(|| run(work)));
            threads
                .map(|thread| thread.join().expect("the work does not panic"))
                .iter()
                .sum()
        });
        total / N as u32
    })
}

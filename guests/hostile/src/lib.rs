//! A guest that harms its host in every way that a program in Rust can: it hangs, takes all there is of everything, and never stops
//! talking. What takes broken bindings is in the texts beside this folder.

wit_bindgen::generate!({
    path: "../../wit/hostile.wit",
    world: "fidius:hostile/hostile",
});

use std::arch::wasm32::{memory_grow, unreachable};
use std::cell::RefCell;
use std::io::{self, Write};
use std::sync::atomic::AtomicU32;
use std::time::Duration;
use std::{process, slice, thread};

use exports::fidius::hostile::misdeeds::{Guest, GuestThing, Thing};
use fidius::hostile::host::{self, Ticket};
use wasi::clocks::monotonic_clock::subscribe_duration;
use wasi::io::poll::{Pollable, poll};

/// Bytes in the smallest step in which a memory grows.
const PAGE: usize = 64 << 10;

static ONE: AtomicU32 = AtomicU32::new(1);

thread_local! {
    static THINGS: RefCell<Vec<Thing>> = const { RefCell::new(Vec::new()) };
    static TICKETS: RefCell<Vec<Ticket>> = const { RefCell::new(Vec::new()) };
    static POLLABLES: RefCell<Vec<Pollable>> = const { RefCell::new(Vec::new()) };
}

struct Hostile;

/// What a handle leads to. It takes room, or a million of them would be no more than numbers.
struct Something(#[allow(dead_code)] u32);

impl GuestThing for Something {
    fn new() -> Self {
        Self(1)
    }
}

impl Guest for Hostile {
    type Thing = Something;

    fn well() -> u32 {
        42
    }

    #[allow(clippy::empty_loop)]
    fn spin() {
        loop {}
    }

    fn recurse() -> u32 {
        // The number read after the call keeps this from being turned into a loop, and takes no room on the stack in linear
        // memory: so it is the engine's own stack that overflows.
        #[inline(never)]
        fn down(depth: u32) -> u32 {
            if depth == 0 {
                return 0;
            }
            let below = down(depth - 1);
            below + unsafe { ONE.as_ptr().read_volatile() }
        }
        down(u32::MAX)
    }

    fn grow_at_once(mib: u32) -> u32 {
        if !grow((mib as usize) << 4) {
            unreachable()
        }
        mib
    }

    fn grow_in_steps() {
        while grow(1) {}
        unreachable()
    }

    fn fill() -> u32 {
        (0..).find(|_| !grow(1)).unwrap()
    }

    fn exit() {
        print!("this line has no ");
        _ = io::stdout().flush();
        process::exit(1)
    }

    fn panic() {
        panic!("out of spite")
    }

    fn sleep_an_hour() {
        thread::sleep(Duration::from_secs(3600));
    }

    fn poll_nothing() {
        poll(&[]);
    }

    fn poll_never() {
        poll(&[&subscribe_duration(u64::MAX)]);
    }

    fn print_forever() {
        loop {
            _ = io::stdout().write_all(&[b'x'; 4096]);
        }
    }

    fn print_errors_forever() {
        loop {
            _ = io::stderr().write_all(&[b'x'; 4096]);
        }
    }

    fn hoard_things(n: u32) -> u32 {
        hoard(&THINGS, n, || Thing::new(Something::new()))
    }

    fn give_things(n: u32) -> Vec<Thing> {
        (0..n).map(|_| Thing::new(Something::new())).collect()
    }

    fn hoard_tickets(n: u32) -> u32 {
        hoard(&TICKETS, n, Ticket::new)
    }

    fn hoard_pollables(n: u32) -> u32 {
        hoard(&POLLABLES, n, || subscribe_duration(u64::MAX))
    }

    fn nest(depth: u32) -> u32 {
        host::again(depth + 1)
    }

    fn wait() {
        host::wait();
    }

    fn fail() {
        host::fail();
    }
}

/// Takes this many pages and writes to all of them, or says that they are not to be had.
fn grow(pages: usize) -> bool {
    let before = memory_grow::<0>(pages);
    if before == usize::MAX {
        return false;
    }
    // SAFETY: the pages are new, and the allocator takes only those that it asked for itself.
    let new = unsafe { slice::from_raw_parts_mut((before * PAGE) as *mut u8, pages * PAGE) };
    new.fill(1);
    true
}

fn hoard<T>(
    hoard: &'static thread::LocalKey<RefCell<Vec<T>>>,
    n: u32,
    make: impl Fn() -> T,
) -> u32 {
    for _ in 0..n {
        let one = make();
        hoard.with_borrow_mut(|hoard| hoard.push(one));
    }
    n
}

export!(Hostile);

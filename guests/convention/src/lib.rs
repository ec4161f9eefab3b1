//! A guest with streams as fidius 0.5 has them, and with resources that only look like them.

use std::{
    cell::{Cell, RefCell},
    hint,
    ops::Range,
    sync::atomic::{AtomicU32, Ordering},
};

wit_bindgen::generate!({
    path: "../../wit/convention.wit",
});

use exports::demo::convention::convention::*;

static GIVEN: AtomicU32 = AtomicU32::new(0);
static DROPPED: AtomicU32 = AtomicU32::new(0);

struct Plugin;

export!(Plugin);

/// Where a stream is, whose end is counted.
struct Source(RefCell<Range<u32>>);

impl Source {
    fn new(n: u32) -> Self {
        Self(RefCell::new(0..n))
    }

    fn next(&self) -> Option<u32> {
        self.0.borrow_mut().next()
    }

    fn given(&self) -> Option<u32> {
        self.next().inspect(|_| give())
    }
}

impl Drop for Source {
    fn drop(&mut self) {
        DROPPED.fetch_add(1, Ordering::Relaxed);
    }
}

fn give() {
    GIVEN.fetch_add(1, Ordering::Relaxed);
}

fn spin() -> ! {
    loop {
        hint::spin_loop();
    }
}

struct Numbered(u32);

impl GuestTicket for Numbered {
    fn number(&self) -> u32 {
        self.0
    }
}

struct Count(Source);

impl GuestCountStream for Count {
    fn next(&self) -> Result<Option<u32>, PluginError> {
        Ok(self.0.given())
    }
}

struct Entries(Source);

impl GuestEntriesStream for Entries {
    fn next(&self) -> Result<Option<Entry>, PluginError> {
        Ok(self.0.given().map(|id| Entry {
            id,
            name: format!("entry{id}"),
            data: vec![id as u8; id as usize % 16],
        }))
    }
}

struct Tickets(Source);

impl GuestTicketsStream for Tickets {
    fn next(&self) -> Result<Option<Ticket>, PluginError> {
        Ok(self.0.next().map(|number| Ticket::new(Numbered(number))))
    }
}

struct Endless {
    next: Cell<u64>,
    _source: Source,
}

impl GuestEndlessStream for Endless {
    fn next(&self) -> Result<Option<u64>, PluginError> {
        give();
        Ok(Some(self.next.replace(self.next.get() + 1)))
    }
}

struct Fail(Source);

impl GuestFailStream for Fail {
    fn next(&self) -> Result<Option<u32>, PluginError> {
        let enough = || PluginError {
            code: "ENOUGH".into(),
            message: "there are no more numbers".into(),
            details: Some("it was asked for more".into()),
        };
        self.0.next().map(Some).ok_or_else(enough)
    }
}

struct Trap(Source);

impl GuestTrapStream for Trap {
    fn next(&self) -> Result<Option<u32>, PluginError> {
        Ok(Some(self.0.next().expect("there is one more number")))
    }
}

struct Spin(Source);

impl GuestSpinStream for Spin {
    fn next(&self) -> Result<Option<u32>, PluginError> {
        Ok(Some(self.0.next().unwrap_or_else(|| spin())))
    }
}

struct Stick(Source);

impl GuestStickStream for Stick {
    fn next(&self) -> Result<Option<u32>, PluginError> {
        Ok(self.0.next())
    }
}

impl Drop for Stick {
    fn drop(&mut self) {
        spin()
    }
}

struct Odd {
    next: Cell<u32>,
    answers: Cell<u32>,
    _source: Source,
}

impl GuestOddStream for Odd {
    fn next(&self) -> Option<u32> {
        self.answers.update(|answers| answers + 1);
        let some = !self.answers.get().is_multiple_of(3);
        some.then(|| self.next.replace(self.next.get() + 1))
    }
}

struct Wordy(Source);

impl GuestWordyStream for Wordy {
    fn next(&self) -> Result<Option<u32>, String> {
        let enough = || "there are no more numbers".into();
        self.0.next().map(Some).ok_or_else(enough)
    }
}

struct Skip(Source);

impl GuestSkipStream for Skip {
    fn next(&self, n: u32) -> Result<Option<u32>, PluginError> {
        Ok(self.0.0.borrow_mut().nth(n as usize))
    }
}

struct Named {
    name: String,
    source: Source,
}

impl GuestNamedStream for Named {
    fn next(&self) -> Result<Option<u32>, PluginError> {
        Ok(self.source.next())
    }

    fn name(&self) -> String {
        self.name.clone()
    }
}

struct Stray(Source);

impl GuestStrayStream for Stray {
    fn next(&self) -> Result<Option<u32>, PluginError> {
        Ok(self.0.next())
    }
}

impl Guest for Plugin {
    type Ticket = Numbered;
    type CountStream = Count;
    type EntriesStream = Entries;
    type TicketsStream = Tickets;
    type EndlessStream = Endless;
    type FailStream = Fail;
    type TrapStream = Trap;
    type SpinStream = Spin;
    type StickStream = Stick;
    type OddStream = Odd;
    type WordyStream = Wordy;
    type SkipStream = Skip;
    type NamedStream = Named;
    type StrayStream = Stray;

    fn count(to: u32) -> CountStream {
        CountStream::new(Count(Source::new(to)))
    }

    fn entries(n: u32) -> EntriesStream {
        EntriesStream::new(Entries(Source::new(n)))
    }

    fn tickets(n: u32) -> TicketsStream {
        TicketsStream::new(Tickets(Source::new(n)))
    }

    fn endless() -> EndlessStream {
        EndlessStream::new(Endless {
            next: Cell::new(0),
            _source: Source::new(0),
        })
    }

    fn fail(n: u32) -> FailStream {
        FailStream::new(Fail(Source::new(n)))
    }

    fn trap(n: u32) -> TrapStream {
        TrapStream::new(Trap(Source::new(n)))
    }

    fn spin(n: u32) -> SpinStream {
        SpinStream::new(Spin(Source::new(n)))
    }

    fn stick(n: u32) -> StickStream {
        StickStream::new(Stick(Source::new(n)))
    }

    fn odd() -> OddStream {
        OddStream::new(Odd {
            next: Cell::new(0),
            answers: Cell::new(0),
            _source: Source::new(0),
        })
    }

    fn wordy(n: u32) -> WordyStream {
        WordyStream::new(Wordy(Source::new(n)))
    }

    fn skip(n: u32) -> SkipStream {
        SkipStream::new(Skip(Source::new(n)))
    }

    fn named(name: String, n: u32) -> NamedStream {
        NamedStream::new(Named {
            name,
            source: Source::new(n),
        })
    }

    fn find(n: u32) -> StrayStream {
        StrayStream::new(Stray(Source::new(n)))
    }

    fn add(a: u32, b: u32) -> u32 {
        a.wrapping_add(b)
    }

    fn given() -> u32 {
        GIVEN.load(Ordering::Relaxed)
    }

    fn dropped() -> u32 {
        DROPPED.load(Ordering::Relaxed)
    }
}

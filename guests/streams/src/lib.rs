//! A guest with `async` functions, streams and futures in all places.

use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
};

use wit_bindgen::{FutureReader, StreamReader};

wit_bindgen::generate!({
    path: "../../wit/streams.wit",
    world: "streamer",
});

use demo::streams::host;
use exports::demo::streams::streams::{Bundle, Guest, GuestTicket, Point, Ticket};

mod readers;
mod trouble;
mod writers;

/// What this instance remembers and counts.
#[derive(Default)]
struct State {
    values: RefCell<BTreeMap<String, String>>,
    pauses: Cell<u32>,
    most_pauses: Cell<u32>,
    written: Cell<u32>,
    dropped: Cell<u32>,
}

thread_local! {
    static STATE: State = State::default();
}

fn add_to(counter: fn(&State) -> &Cell<u32>, n: u32) {
    STATE.with(|state| counter(state).update(|old| old + n));
}

struct Plugin;

export!(Plugin);

/// Something that has a number.
struct Numbered(u32);

impl GuestTicket for Numbered {
    fn new(number: u32) -> Self {
        Self(number)
    }

    fn number(&self) -> u32 {
        self.0
    }

    async fn wait(&self, ms: u32) -> u32 {
        host::pause(ms).await;
        self.0
    }

    async fn drawn(&self, n: u32) -> StreamReader<u32> {
        writers::one_by_one(vec![self.0; n as usize].into_iter())
    }
}

impl Guest for Plugin {
    type Ticket = Numbered;

    fn add(a: u32, b: u32) -> u32 {
        a.wrapping_add(b)
    }

    fn remember(key: String, value: String) {
        STATE.with(|state| state.values.borrow_mut().insert(key, value));
    }

    fn recall(key: String) -> Option<String> {
        STATE.with(|state| state.values.borrow().get(&key).cloned())
    }

    async fn echo(text: String) -> String {
        text
    }

    async fn total(points: Vec<Point>) -> i64 {
        points.iter().map(|p| i64::from(p.x) + i64::from(p.y)).sum()
    }

    async fn pause(ms: u32) -> u32 {
        STATE.with(|state| {
            let pauses = state.pauses.get() + 1;
            state.pauses.set(pauses);
            state.most_pauses.update(|most| most.max(pauses));
        });
        host::pause(ms).await;
        STATE.with(|state| state.pauses.update(|pauses| pauses - 1));
        ms
    }

    async fn may_fail(text: String) -> Result<String, String> {
        if text.is_empty() {
            Err("nothing was said".into())
        } else {
            Ok(text)
        }
    }

    async fn nothing() {}

    fn most_at_once() -> u32 {
        STATE.with(|state| state.most_pauses.get())
    }

    async fn count(to: u32) -> StreamReader<u32> {
        writers::count(to)
    }

    async fn count_async(to: u32) -> StreamReader<u32> {
        host::pause(0).await;
        writers::count(to)
    }

    async fn bytes(n: u64, chunk: u32) -> StreamReader<u8> {
        writers::bytes(n, chunk)
    }

    async fn points(n: u32) -> StreamReader<Point> {
        writers::in_chunks((0..n as i32).map(|i| Point {
            x: i,
            y: -i,
            label: format!("p{i}"),
        }))
    }

    async fn words(n: u32) -> StreamReader<String> {
        writers::one_by_one((0..n).map(|i| format!("word{i}")))
    }

    async fn tickets(n: u32) -> StreamReader<Ticket> {
        writers::one_by_one((0..n).map(|i| Ticket::new(Numbered(i))))
    }

    async fn endless() -> StreamReader<u64> {
        writers::in_chunks(0..)
    }

    async fn try_count(to: u32) -> Result<StreamReader<u32>, String> {
        if to == 0 {
            Err("nothing to count".into())
        } else {
            Ok(writers::count(to))
        }
    }

    async fn results(n: u32) -> StreamReader<Result<u32, String>> {
        writers::one_by_one((0..n).map(|i| {
            if i % 3 == 2 {
                Err(format!("no{i}"))
            } else {
                Ok(i)
            }
        }))
    }

    async fn units(n: u32) -> StreamReader<()> {
        writers::one_by_one((0..n).map(|_| ()))
    }

    fn pass(values: StreamReader<u32>) -> StreamReader<u32> {
        values
    }

    fn pass_future(value: FutureReader<String>) -> FutureReader<String> {
        value
    }

    fn count_plain(to: u32) -> StreamReader<u32> {
        writers::count(to)
    }

    fn written() -> u32 {
        STATE.with(|state| state.written.get())
    }

    fn dropped() -> u32 {
        STATE.with(|state| state.dropped.get())
    }

    async fn sum(values: StreamReader<u32>) -> u64 {
        readers::sum(values).await
    }

    async fn weigh(data: StreamReader<u8>) -> u64 {
        readers::weigh(data).await
    }

    async fn label(mut points: StreamReader<Point>) -> Vec<String> {
        let mut labels = Vec::new();
        while let Some(point) = points.next().await {
            labels.push(point.label);
        }
        labels
    }

    async fn gather(mut tickets: StreamReader<Ticket>) -> Vec<u32> {
        let mut numbers = Vec::new();
        while let Some(ticket) = tickets.next().await {
            numbers.push(ticket.get::<Numbered>().0);
        }
        numbers
    }

    async fn first(mut values: StreamReader<u32>, n: u32) -> Vec<u32> {
        let mut first = Vec::new();
        while first.len() < n as usize {
            match values.next().await {
                Some(value) => first.push(value),
                None => break,
            }
        }
        first
    }

    async fn double(values: StreamReader<u32>) -> StreamReader<u32> {
        writers::map(values, |value| value.wrapping_mul(2))
    }

    async fn upper(text: StreamReader<String>) -> StreamReader<String> {
        writers::map(text, |text| text.to_uppercase())
    }

    async fn mirror(data: StreamReader<u8>) -> StreamReader<u8> {
        writers::mirror(data)
    }

    async fn later(ms: u32) -> FutureReader<String> {
        writers::told(String::new, async move {
            host::pause(ms).await;
            "later".into()
        })
    }

    async fn answer(question: FutureReader<String>) -> String {
        format!("so: {}", question.await)
    }

    async fn future_result(fail: bool) -> FutureReader<Result<u32, String>> {
        writers::told(writers::lost, async move {
            if fail {
                Err("as you wished".into())
            } else {
                Ok(42)
            }
        })
    }

    async fn several() -> (
        StreamReader<u32>,
        StreamReader<String>,
        FutureReader<Result<u32, String>>,
    ) {
        writers::several()
    }

    async fn make_bundle(name: String, n: u32) -> Bundle {
        writers::bundle(name, n)
    }

    async fn read_bundle(bundle: Bundle) -> u64 {
        let weight = readers::weigh(bundle.data).await;
        weight + u64::from(bundle.done.await) + bundle.name.len() as u64
    }

    async fn trap_after(n: u32) -> StreamReader<u32> {
        trouble::after(n, move || panic!("the stream has had its {n} items"))
    }

    async fn spin_after(n: u32) -> StreamReader<u32> {
        trouble::after(n, trouble::spin)
    }

    async fn silent() -> StreamReader<u32> {
        trouble::silent()
    }

    async fn leave_open(n: u32) -> StreamReader<u32> {
        trouble::leave_open(n)
    }

    async fn never_reads(values: StreamReader<u32>) -> u32 {
        let never = trouble::wait_for_itself().await;
        drop(values);
        never
    }

    async fn spin() {
        trouble::spin()
    }

    async fn wait_for_itself() -> u32 {
        trouble::wait_for_itself().await
    }

    async fn trap() {
        panic!("as it was told")
    }

    async fn fetch_all(names: Vec<String>) -> Vec<Result<String, String>> {
        futures::future::join_all(names.into_iter().map(host::fetch)).await
    }

    async fn relay() -> u32 {
        let sum = readers::sum(host::feed()).await;
        u32::try_from(sum).expect("the sum of the feed fits")
    }

    async fn hand_over(n: u32) -> u64 {
        host::take(writers::one_by_one((0..n).map(|i| format!("item{i}")))).await
    }

    async fn log_all(n: u32) {
        for i in 0..n {
            host::log(&format!("line{i}"));
        }
    }

    async fn recurse(depth: u32) -> u32 {
        if depth == 0 {
            0
        } else {
            host::again(depth).await + 1
        }
    }
}

//! Calls that answer, each looked at whether it answers what it should.

use fidius::{Limits, Value};
use serde::{Deserialize, Serialize};

use crate::call;
use crate::offer::{DEPTH, FORBIDDEN, NOTHING, NOW};
use crate::plugins::POOL_CALLS;
use crate::plugins::bench::{BenchAsync, Pair};
use crate::plugins::counters::{CounterResourceAsync, CountersAsync};
use crate::plugins::greeter::{FarewellError, GreeterAsync, Point};
use crate::plugins::misbehave::MisbehaveAsync;
use crate::plugins::misdeeds::MisdeedsAsync;
use crate::plugins::reporter::ReporterAsync;
use crate::worker::{Form, Worker};

/// Handles that a worker keeps at most.
const HELD: usize = 2;

fn text(length: usize) -> String {
    "soak".chars().cycle().take(length).collect()
}

fn bytes(length: usize) -> Vec<u8> {
    (0..length).map(|n| (n * 7 + n / 251) as u8).collect()
}

fn pairs(length: usize) -> Vec<Pair> {
    let pair = |n| Pair {
        id: n,
        value: f64::from(n) / 3.0,
    };
    (0..length as u32).map(pair).collect()
}

pub async fn greet(worker: &mut Worker) {
    let plugins = worker.plugins.clone();
    let name = text(worker.dice.length());
    let plugin = worker.any(&plugins.greeter);
    let answer = call!(worker, GreeterAsync, plugin.greet(&name));
    worker.answers(answer, &format!("Hello, {name}!"));
}

pub async fn mirror(worker: &mut Worker) {
    let plugins = worker.plugins.clone();
    let x = worker.dice.below(1000) as i32;
    let plugin = worker.any(&plugins.greeter);
    let answer = call!(
        worker,
        GreeterAsync,
        plugin.mirror(&Point { x, y: 5 }, true)
    );
    worker.answers(answer, &Point { x: -x, y: -5 });
}

pub async fn farewell(worker: &mut Worker) {
    let plugins = worker.plugins.clone();
    let name = *worker.dice.one_of(&["world", "night", "stranger"]);
    let plugin = worker.any(&plugins.greeter);
    let answer = call!(worker, GreeterAsync, plugin.farewell(name));
    match name {
        "night" => worker.refuses(answer, &FarewellError::Asleep),
        "stranger" => worker.refuses(answer, &FarewellError::Unknown(name.to_owned())),
        name => worker.answers(answer, &format!("Goodbye, {name}!")),
    }
}

pub async fn add(worker: &mut Worker) {
    let plugins = worker.plugins.clone();
    let (a, b) = (worker.dice.below(1 << 30), worker.dice.below(1 << 30));
    let bench = worker.dice.one_of(&plugins.bench);
    let plugin = worker.any(bench);
    let answer = call!(worker, BenchAsync, plugin.add(a, b));
    worker.answers(answer, &(a + b));
}

pub async fn echo_string(worker: &mut Worker) {
    let plugins = worker.plugins.clone();
    let text = text(worker.dice.length());
    let bench = worker.dice.one_of(&plugins.bench);
    let plugin = worker.any(bench);
    let answer = call!(worker, BenchAsync, plugin.echo_string(&text));
    worker.answers(answer, &text);
}

pub async fn echo_pairs(worker: &mut Worker) {
    let plugins = worker.plugins.clone();
    let pairs = pairs(worker.dice.length() / 16);
    let bench = worker.dice.one_of(&plugins.bench);
    let plugin = worker.any(bench);
    let answer = call!(worker, BenchAsync, plugin.echo_pairs(&pairs));
    worker.answers(answer, &pairs);
}

pub async fn echo_bytes(worker: &mut Worker) {
    let plugins = worker.plugins.clone();
    let bytes = bytes(worker.dice.length());
    let bench = worker.dice.one_of(&plugins.bench);
    let plugin = worker.any(bench);
    let answer = call!(worker, BenchAsync, plugin.echo_bytes(&bytes));
    worker.answers(answer, &bytes);
}

/// A point as a program would have it that knows nothing of the WIT.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Place {
    x: i32,
    y: i32,
}

pub async fn by_name(worker: &mut Worker) {
    let plugins = worker.plugins.clone();
    let plugin = worker.any(&plugins.dynamic);
    if worker.dice.below(2) == 0 {
        let name = text(worker.dice.length());
        let answer = match worker.form {
            Form::Async => plugin.call_async::<_, String>("greet", (&name,)).await,
            _ => plugin.call::<_, String>("greet", (&name,)),
        };
        worker.answers(answer, &format!("Hello, {name}!"));
    } else {
        let arguments = (Place { x: 3, y: 4 }, false);
        let answer = match worker.form {
            Form::Async => plugin.call_async::<_, Place>("mirror", arguments).await,
            _ => plugin.call::<_, Place>("mirror", arguments),
        };
        worker.answers(answer, &Place { x: -3, y: 4 });
    }
}

pub async fn by_name_with_json(worker: &mut Worker) {
    let plugins = worker.plugins.clone();
    let plugin = worker.any(&plugins.dynamic);
    let arguments = r#"[{"x": 1, "y": -2}, true]"#;
    let answer = match worker.form {
        Form::Async => plugin.call_json_async("mirror", arguments).await,
        _ => plugin.call_json("mirror", arguments),
    };
    worker.answers(answer, r#"{"x":-1,"y":2}"#);
}

pub async fn by_name_with_values(worker: &mut Worker) {
    let plugins = worker.plugins.clone();
    let pairs = Value::List(
        (0..worker.dice.below(40))
            .map(|n| Value::record([("id", Value::from(n)), ("value", Value::from(f64::from(n)))]))
            .collect(),
    );
    // By the plugin of a typed host.
    let bench = worker.dice.one_of(&plugins.bench);
    let plugin = worker.any(bench).plugin();
    let arguments = [pairs];
    let answer = match worker.form {
        Form::Async => plugin.call_values_async("echo-pairs", &arguments).await,
        _ => plugin.call_values("echo-pairs", &arguments),
    };
    worker.answers(answer, &arguments[0]);
}

pub async fn raw(worker: &mut Worker) {
    let plugins = worker.plugins.clone();
    let bytes = bytes(worker.dice.length());
    let plugin = worker.any(&plugins.raw);
    let answer = match worker.form {
        Form::Async => plugin.call_raw_async("echo-bytes", &bytes).await,
        _ => plugin.call_raw("echo-bytes", &bytes),
    };
    worker.answers(answer, &bytes);
}

/// What one call leaves in its instance no other may see.
pub async fn isolation(worker: &mut Worker) {
    let plugins = worker.plugins.clone();
    let plugin = plugins.misbehave.unpooled(&mut worker.dice);
    let answer = call!(worker, MisbehaveAsync, plugin.count());
    worker.answers(answer, &1);
}

/// An instance of a pool goes after so many calls.
pub async fn pool(worker: &mut Worker) {
    if worker.form == Form::BlockingInside {
        return;
    }
    let plugins = worker.plugins.clone();
    let plugin = &plugins.misbehave.pool;
    let answer = call!(worker, MisbehaveAsync, plugin.count());
    if let Some(count) = worker.answer(answer)
        && !(1..=POOL_CALLS).contains(&count)
    {
        worker.wrong(&format!("an instance of a pool has served {count} calls"));
    }
}

pub async fn session(worker: &mut Worker) {
    let plugins = worker.plugins.clone();
    let plugin = worker.any(&plugins.misbehave);
    let Some(session) = worker.session(plugin).await else {
        return;
    };
    let session = &session;
    for n in 1..=5 {
        let answer = call!(worker, MisbehaveAsync, session.count());
        worker.answers(answer, &n);
    }
}

/// A handle on an instance of its own, some of which are kept for a while.
pub async fn counter(worker: &mut Worker) {
    let plugins = worker.plugins.clone();
    let plugin = worker.any(&plugins.counters);
    let start = worker.dice.below(1000);
    let counter = call!(worker, CountersAsync, plugin.new_counter(start));
    let Some(counter) = worker.answer(counter) else {
        return;
    };
    let handle = &counter;
    let answer = call!(worker, CounterResourceAsync, handle.add(2));
    worker.answers(answer, &(start + 2));
    let answer = call!(worker, CountersAsync, plugin.describe(handle));
    worker.answers(answer, &format!("a counter at {}", start + 2));
    if std::ptr::eq(plugin, &plugins.counters.pool) {
        // It would take an instance from all others.
        return;
    }
    worker.held.push_back(counter);
    if worker.held.len() > HELD
        && let Some(oldest) = worker.held.pop_front()
    {
        let oldest = &oldest;
        let answer = call!(worker, CounterResourceAsync, oldest.value());
        worker.answer(answer);
    }
}

/// Handles of one instance, which meet.
pub async fn counters(worker: &mut Worker) {
    let plugins = worker.plugins.clone();
    let plugin = worker.any(&plugins.counters);
    let Some(session) = worker.session(plugin).await else {
        return;
    };
    let session = &session;
    let one = call!(worker, CountersAsync, session.new_counter(1));
    let other = call!(worker, CountersAsync, session.new_counter(2));
    let (Some(one), Some(other)) = (worker.answer(one), worker.answer(other)) else {
        return;
    };
    let both = call!(worker, CountersAsync, session.counter_merge(one, other));
    let Some(both) = worker.answer(both) else {
        return;
    };
    let handle = &both;
    let answer = call!(worker, CounterResourceAsync, handle.value());
    worker.answers(answer, &3);
    drop(both);
    let answer = call!(worker, CountersAsync, session.alive());
    if worker.form == Form::Async {
        // Another thread runs the destructor, which may not have done so yet.
        if worker.answer(answer).is_some_and(|alive| alive > 1) {
            worker.wrong("more than one counter is alive");
        }
    } else {
        worker.answers(answer, &0);
    }
}

pub async fn report(worker: &mut Worker) {
    let plugins = worker.plugins.clone();
    let reporter = worker.dice.one_of(&plugins.reporter);
    let plugin = worker.any(reporter);
    let keys = ["a", NOTHING, "b"].map(String::from);
    let answer = call!(worker, ReporterAsync, plugin.report("All", &keys));
    let report = format!("All, at {NOW}\n- a: the text of a\n- b: the text of b\n");
    worker.answers(answer, &report);
}

/// The host refuses, and so does the guest.
pub async fn refused_report(worker: &mut Worker) {
    let plugins = worker.plugins.clone();
    let reporter = worker.dice.one_of(&plugins.reporter);
    let plugin = worker.any(reporter);
    let keys = [FORBIDDEN.to_owned()];
    let answer = call!(worker, ReporterAsync, plugin.report("None", &keys));
    worker.refuses(answer, &FORBIDDEN.to_owned());
}

/// The plugin calls the host, which calls the plugin, which calls the host.
pub async fn nested(worker: &mut Worker) {
    let plugins = worker.plugins.clone();
    let hostile = worker.dice.one_of(&plugins.hostile);
    // An instance of a pool may not be there, and nested calls do not wait.
    let plugin = hostile.unpooled(&mut worker.dice);
    let answer = call!(worker, MisdeedsAsync, plugin.nest(0));
    worker.answers(answer, &DEPTH);
}

/// Handles of many kinds that stay in the guest, and go with the instance.
pub async fn hoard(worker: &mut Worker) {
    let plugins = worker.plugins.clone();
    let hostile = worker.dice.one_of(&plugins.hostile);
    let plugin = hostile.unpooled(&mut worker.dice);
    let answer = match worker.dice.below(3) {
        0 => call!(worker, MisdeedsAsync, plugin.hoard_things(30)),
        1 => call!(worker, MisdeedsAsync, plugin.hoard_tickets(30)),
        _ => call!(worker, MisdeedsAsync, plugin.hoard_pollables(30)),
    };
    worker.answer(answer);
}

/// Many handles of one instance, which are dropped here.
pub async fn things(worker: &mut Worker) {
    let plugins = worker.plugins.clone();
    let hostile = worker.dice.one_of(&plugins.hostile);
    let plugin = worker.any(hostile);
    let things = call!(worker, MisdeedsAsync, plugin.give_things(20));
    let things = worker.answer(things);
    if things.is_some_and(|things| things.len() != 20) {
        worker.wrong("there are not as many things as were wanted");
    }
}

pub async fn memory(worker: &mut Worker) {
    let plugins = worker.plugins.clone();
    let plugin = worker.any(&plugins.misbehave);
    let answer = call!(worker, MisbehaveAsync, plugin.try_allocate(1));
    worker.answers(answer, &Some(1));
}

pub async fn nap(worker: &mut Worker) {
    let plugins = worker.plugins.clone();
    let plugin = worker.any(&plugins.misbehave);
    let answer = call!(worker, MisbehaveAsync, plugin.sleep(1));
    worker.answers(answer, &());
}

/// Limits of one call that it does not hit.
pub async fn limited(worker: &mut Worker) {
    let plugins = worker.plugins.clone();
    let plugin = worker.any(&plugins.misbehave);
    let limits = Limits {
        memory: 8 << 20,
        transfer: 1 << 10,
        handles: 100,
        ..plugin.plugin().limits().clone()
    };
    let Some(plugin) = worker.limited(plugin, limits) else {
        return;
    };
    let plugin = &plugin;
    let answer = call!(worker, MisbehaveAsync, plugin.divide(42, 6));
    worker.answers(answer, &7);
}

pub async fn metered(worker: &mut Worker) {
    let plugins = worker.plugins.clone();
    let plugin = &plugins.metered;
    let answer = call!(worker, MisbehaveAsync, plugin.divide(42, 7));
    worker.answers(answer, &6);
}

//! What calls may use: each limit, wherever it is set and however the call is made, ends in an error of its own with the figure.

mod component_of_text;
mod toy;

use std::sync::LazyLock;
use std::thread;
use std::time::{Duration, Instant};

use component_of_text::{MEMORY, encode};
use fidius::{Dynamic, Error, ErrorKind, Limits, Runtime};
use toy::{Desk, FORMS, Form, Setup, Toy, block_on, load, until};

/// Limits that are hit by what is tested alone, however busy the machine is.
fn patient() -> Limits {
    Limits {
        time: Duration::from_secs(60),
        cpu_time: Duration::from_secs(60),
        ..Limits::default()
    }
}

/// The plugin with these limits, set in each of the three places, and a name for the place.
fn everywhere(host: Form, limits: &Limits) -> [(&'static str, Toy); 3] {
    let desk = Desk::new();
    let runtime = Runtime::builder().limits(limits.clone()).build().unwrap();
    let of_runtime = Setup {
        runtime: Some(runtime),
        ..Setup::default()
    };
    let of_plugin = Setup {
        limits: Some(limits.clone()),
        ..Setup::default()
    };
    let of_call = load(host, &desk, Setup::default()).unwrap();
    [
        ("runtime", load(host, &desk, of_runtime).unwrap()),
        ("plugin", load(host, &desk, of_plugin).unwrap()),
        (
            "call",
            of_call.plugin().with_limits(limits.clone()).unwrap(),
        ),
    ]
}

/// Each way to a call of the plugin with these limits: the place where they are set, and the forms of the host's functions and of
/// the call.
fn each_way(limits: &Limits, check: impl Fn(&str, Form, &Toy)) {
    for host in FORMS {
        for (place, plugin) in everywhere(host, limits) {
            assert_eq!(plugin.plugin().limits(), limits);
            for form in FORMS {
                let way = format!("{place}, a host that is {host:?}, {form:?}");
                check(&way, form, &plugin);
            }
        }
    }
}

/// An error of this kind, which is that of a limit, and says this.
#[track_caller]
fn assert_limit(way: &str, error: &Error, kind: ErrorKind, says: &[&str]) {
    assert_eq!(error.kind(), kind, "{way}: {error:?}");
    assert!(error.is_limit(), "{way}: {error:?}");
    let text = error.to_string();
    for part in says {
        assert!(text.contains(part), "{way}: `{part}` is not in: {text}");
    }
}

/// Runs a call that must end at this limit on time, and prints how much later it ends.
#[track_caller]
fn timed<T>(way: &str, limit: Duration, call: impl FnOnce() -> T) -> T {
    let begun = Instant::now();
    let result = call();
    let took = begun.elapsed();
    // The clock of the limit counts in steps, and may have been at the end of one.
    assert!(took + Duration::from_millis(10) >= limit, "{way}: {took:?}");
    println!("{way}: {:?} after {limit:?}", took.saturating_sub(limit));
    assert!(took < limit + patient().time / 2, "{way}: {took:?}");
    result
}

/// Its limits with another time for a call.
fn with_time(time: Duration) -> Limits {
    Limits { time, ..patient() }
}

const SHORT: Duration = Duration::from_millis(300);

// A guest that waits.

const WAITER: &str = "
  package test:waiter;

  world waiter {
    import wasi:io/poll@0.2.3;
    import wasi:clocks/monotonic-clock@0.2.3;

    /// Waits for a clock: in the host, in a poll, and by asking again and again.
    export block: func(nanos: u64);
    export poll: func(nanos: u64);
    export ask: func(nanos: u64);

    /// Has the host make this many events to wait for, and keeps them.
    export hoard: func(n: u32);
    export count: func() -> u32;
  }

  package wasi:io@0.2.3 {
    interface poll {
      resource pollable {
        ready: func() -> bool;
        block: func();
      }
      poll: func(in: list<borrow<pollable>>) -> list<u32>;
    }
  }

  package wasi:clocks@0.2.3 {
    interface monotonic-clock {
      use wasi:io/poll@0.2.3.{pollable};
      subscribe-duration: func(when: u64) -> pollable;
    }
  }
";

static WAITER_COMPONENT: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let imports = r#"
      (import "wasi:clocks/monotonic-clock@0.2.3" "subscribe-duration" (func $subscribe (param i64) (result i32)))
      (import "wasi:io/poll@0.2.3" "poll" (func $poll (param i32 i32 i32)))
      (import "wasi:io/poll@0.2.3" "[method]pollable.block" (func $block (param i32)))
      (import "wasi:io/poll@0.2.3" "[method]pollable.ready" (func $ready (param i32) (result i32)))
    "#;
    let functions = r#"
      (global $count (mut i32) (i32.const 0))
      (func (export "block") (param i64)
        (call $block (call $subscribe (local.get 0))))
      (func (export "poll") (param i64)
        (i32.store (i32.const 16) (call $subscribe (local.get 0)))
        (call $poll (i32.const 16) (i32.const 1) (i32.const 32)))
      (func (export "ask") (param i64)
        (local $pollable i32)
        (local.set $pollable (call $subscribe (local.get 0)))
        (loop $again (br_if $again (i32.eqz (call $ready (local.get $pollable))))))
      (func (export "hoard") (param i32)
        (loop $next
          (drop (call $subscribe (i64.const -1)))
          (br_if $next (local.tee 0 (i32.sub (local.get 0) (i32.const 1))))))
      (func (export "count") (result i32)
        (global.set $count (i32.add (global.get $count) (i32.const 1)))
        (global.get $count))
    "#;
    encode(WAITER, &format!("(module {imports} {MEMORY} {functions})"))
});

fn waiter(limits: Limits) -> Dynamic {
    let builder = Dynamic::builder().limits(limits);
    builder.load(WAITER_COMPONENT.as_slice()).unwrap()
}

fn ask(form: Form, plugin: &Dynamic, function: &str, number: u64) -> Result<(), Error> {
    let answer = match form {
        Form::Blocking => plugin.call(function, number),
        Form::Async => block_on(plugin.call_async(function, number)),
    };
    answer.map_err(|error| error.host().expect("it has no errors of its own").clone())
}

fn nanos(time: Duration) -> u64 {
    u64::try_from(time.as_nanos()).unwrap()
}

// Wall time.

#[test]
fn a_guest_that_computes_ends_at_the_time_limit() {
    each_way(&with_time(SHORT), |way, form, plugin| {
        let result = timed(way, SHORT, || call!(form, plugin, spin()));
        let says = ["`spin`", "time limit of 300ms"];
        assert_limit(way, &result.unwrap_err(), ErrorKind::Timeout, &says);
        assert_eq!(call!(form, plugin, count()).unwrap(), 1, "{way}");
    });
}

#[test]
fn a_guest_that_waits_ends_at_the_time_limit() {
    let runtime = Runtime::builder().limits(with_time(SHORT)).build().unwrap();
    let of_runtime = Dynamic::builder().runtime(&runtime);
    let of_call = waiter(patient());
    for (place, plugin) in [
        (
            "runtime",
            of_runtime.load(WAITER_COMPONENT.as_slice()).unwrap(),
        ),
        ("plugin", waiter(with_time(SHORT))),
        ("call", of_call.with_limits(with_time(SHORT)).unwrap()),
    ] {
        for form in FORMS {
            for function in ["block", "poll", "ask"] {
                let way = format!("{function}, {place}, {form:?}");
                let hour = nanos(Duration::from_secs(3600));
                let result = timed(&way, SHORT, || ask(form, &plugin, function, hour));
                let says = [function, "time limit of 300ms"];
                assert_limit(&way, &result.unwrap_err(), ErrorKind::Timeout, &says);
                ask(form, &plugin, function, 1_000_000).unwrap();
            }
        }
    }
}

#[test]
fn a_host_function_that_returns_too_late_is_reported() {
    for form in FORMS {
        let desk = Desk::new();
        let setup = Setup {
            limits: Some(with_time(SHORT)),
            ..Setup::default()
        };
        let plugin = load(Form::Blocking, &desk, setup).unwrap();
        let result = desk.scope(|scope| {
            let call = scope.spawn(|| call!(form, plugin, wait(1)));
            desk.until_came(1);
            thread::sleep(SHORT * 3);
            assert!(!call.is_finished(), "it can't be ended from outside");
            desk.let_go(1);
            call.join().unwrap()
        });
        let says = ["`wait`", "time limit of 300ms"];
        assert_limit("late", &result.unwrap_err(), ErrorKind::Timeout, &says);
        // One that returns in time is none.
        desk.let_go(1);
        let patient = plugin.plugin().with_limits(patient()).unwrap();
        call!(form, patient, wait(2)).unwrap();
    }
}

#[test]
fn an_async_host_function_that_never_returns_is_ended() {
    for (place, plugin) in everywhere(Form::Async, &with_time(SHORT)) {
        for form in FORMS {
            let way = format!("async host function, {place}, {form:?}");
            let result = timed(&way, SHORT, || call!(form, plugin, wait(1)));
            let says = ["`wait`", "time limit of 300ms"];
            assert_limit(&way, &result.unwrap_err(), ErrorKind::Timeout, &says);
            assert_eq!(call!(form, plugin, count()).unwrap(), 1, "{way}");
        }
    }
}

/// A plugin with one live instance, in a pool or in a session, and another that does not wait long for it.
fn busy_kinds(host: Form, desk: &std::sync::Arc<Desk>) -> [(&'static str, Toy, Toy); 2] {
    let setup = |pool| Setup {
        limits: Some(patient()),
        pool,
        ..Setup::default()
    };
    let pool = load(host, desk, setup(Some(1))).unwrap();
    let fresh = load(host, desk, setup(None)).unwrap();
    let session = block_on(fresh.plugin().session_async()).unwrap();
    [("pool", pool), ("session", session)].map(|(kind, plugin)| {
        let quick = plugin.plugin().with_limits(with_time(SHORT)).unwrap();
        (kind, plugin, quick)
    })
}

#[test]
fn waiting_for_an_instance_ends_at_the_time_limit() {
    for host in FORMS {
        for (busy, form) in FORMS
            .into_iter()
            .flat_map(|busy| FORMS.map(|form| (busy, form)))
        {
            let desk = Desk::new();
            for (kind, plugin, quick) in busy_kinds(host, &desk) {
                let before = desk.came().len();
                desk.scope(|scope| {
                    let call = scope.spawn(|| call!(busy, plugin, wait(1)));
                    desk.until_came(before + 1);
                    let way = format!("{kind} {host:?} {busy:?} {form:?}");
                    let result = timed(&way, SHORT, || call!(form, quick, count()));
                    let says = ["busy for the time limit of 300ms"];
                    assert_limit(&way, &result.unwrap_err(), ErrorKind::Timeout, &says);
                    desk.let_go(1);
                    call.join().unwrap().unwrap();
                    assert_eq!(call!(form, quick, count()).unwrap(), 1, "{way}");
                });
            }
        }
    }
}

#[test]
fn a_call_without_a_limit_on_time_ends_when_it_is_done() {
    let unlimited = Limits {
        time: Duration::MAX,
        cpu_time: Duration::MAX,
        ..Limits::default()
    };
    each_way(&unlimited, |_, form, plugin| {
        call!(form, plugin, compute(1_000_000)).unwrap();
    });
    let plugin = waiter(unlimited.clone());
    for form in FORMS {
        for function in ["block", "poll", "ask"] {
            ask(form, &plugin, function, 30_000_000).unwrap();
        }
    }
    // Waiting for an instance has no limit then, either.
    for host in FORMS {
        for form in FORMS {
            let desk = Desk::new();
            for (_, plugin, _) in busy_kinds(host, &desk) {
                let before = desk.came().len();
                let plugin = plugin.plugin().with_limits(unlimited.clone()).unwrap();
                desk.scope(|scope| {
                    let holder = scope.spawn(|| plugin.wait(1));
                    desk.until_came(before + 1);
                    let waiting = scope.spawn(|| call!(form, plugin, count()));
                    thread::sleep(Duration::from_millis(50));
                    assert!(!waiting.is_finished());
                    desk.let_go(1);
                    holder.join().unwrap().unwrap();
                    assert_eq!(waiting.join().unwrap().unwrap(), 1);
                });
            }
        }
    }
}

#[test]
fn a_time_of_zero_is_over_at_once() {
    each_way(&with_time(Duration::ZERO), |way, form, plugin| {
        let result = timed(way, Duration::ZERO, || call!(form, plugin, spin()));
        assert_limit(
            way,
            &result.unwrap_err(),
            ErrorKind::Timeout,
            &["limit of 0ns"],
        );
    });
}

// Time that the guest computes.

fn with_cpu_time(cpu_time: Duration) -> Limits {
    Limits {
        cpu_time,
        ..patient()
    }
}

#[test]
fn a_guest_that_computes_ends_at_the_limit_of_cpu_time() {
    each_way(&with_cpu_time(SHORT), |way, form, plugin| {
        let result = timed(way, SHORT, || call!(form, plugin, spin()));
        let says = ["`spin`", "300ms", "cpu_time"];
        assert_limit(way, &result.unwrap_err(), ErrorKind::CpuTime, &says);
        assert_eq!(call!(form, plugin, count()).unwrap(), 1, "{way}");
    });
    // A guest that asks whether it may go on is computing, whatever it asks.
    let plugin = waiter(with_cpu_time(SHORT));
    for form in FORMS {
        let way = format!("asking, {form:?}");
        let hour = nanos(Duration::from_secs(3600));
        let result = timed(&way, SHORT, || ask(form, &plugin, "ask", hour));
        assert_limit(
            &way,
            &result.unwrap_err(),
            ErrorKind::CpuTime,
            &["`ask`", "300ms"],
        );
    }
}

#[test]
fn a_guest_that_sleeps_uses_no_cpu_time() {
    let plugin = waiter(with_cpu_time(SHORT));
    for form in FORMS {
        for function in ["block", "poll"] {
            ask(form, &plugin, function, nanos(SHORT * 4)).unwrap();
        }
    }
}

/// Some time of computing that is far from what the limit on it allows, and still takes more than a step of the clock.
const ROUNDS: u64 = 50_000_000;

#[test]
fn a_guest_that_waits_for_the_host_uses_no_cpu_time() {
    const LIMIT: Duration = Duration::from_millis(1500);
    for host in FORMS {
        for form in FORMS {
            let desk = Desk::new();
            let setup = Setup {
                limits: Some(with_cpu_time(LIMIT)),
                ..Setup::default()
            };
            let plugin = load(host, &desk, setup).unwrap();
            desk.scope(|scope| {
                let call = scope.spawn(|| call!(form, plugin, wait_and_compute(1, ROUNDS)));
                desk.until_came(1);
                thread::sleep(LIMIT + SHORT);
                desk.let_go(1);
                let result = call.join().unwrap();
                assert!(result.is_ok(), "{host:?} {form:?}: {result:?}");
            });
        }
    }
}

#[test]
fn waiting_for_an_instance_takes_no_cpu_time() {
    const LIMIT: Duration = Duration::from_millis(1500);
    let check = |plugin: &Toy, desk: &Desk, before: usize, form: Form, way: &str| {
        let frugal = plugin.plugin().with_limits(with_cpu_time(LIMIT)).unwrap();
        desk.scope(|scope| {
            let holder = scope.spawn(|| plugin.wait(1));
            desk.until_came(before + 1);
            let waiting = scope.spawn(|| call!(form, frugal, compute(ROUNDS)));
            thread::sleep(LIMIT + SHORT);
            desk.let_go(1);
            holder.join().unwrap().unwrap();
            let result = waiting.join().unwrap();
            assert!(result.is_ok(), "{way} {form:?}: {result:?}");
        });
    };
    for form in FORMS {
        let desk = Desk::new();
        for (kind, plugin, _) in busy_kinds(Form::Blocking, &desk) {
            let before = desk.came().len();
            check(&plugin, &desk, before, form, kind);
        }
        let desk = Desk::new();
        let setup = Setup {
            limits: Some(Limits {
                instances: 1,
                ..patient()
            }),
            ..Setup::default()
        };
        let plugin = load(Form::Blocking, &desk, setup).unwrap();
        check(&plugin, &desk, 0, form, "fresh");
    }
}

#[test]
fn cpu_time_is_that_of_one_call() {
    let setup = Setup {
        limits: Some(with_cpu_time(Duration::from_millis(500))),
        ..Setup::default()
    };
    let plugin = load(Form::Blocking, &Desk::new(), setup).unwrap();
    let session = plugin.plugin().session().unwrap();
    let begun = Instant::now();
    let mut calls = 0;
    while begun.elapsed() < Duration::from_secs(1) || calls < 10 {
        for form in FORMS {
            call!(form, session, compute(1_000_000)).unwrap();
        }
        calls += 1;
    }
}

// Fuel.

fn with_fuel(fuel: u64) -> Limits {
    Limits {
        fuel: Some(fuel),
        ..patient()
    }
}

#[test]
fn fuel_ends_a_call_at_its_limit() {
    // A call can have fuel of its own only where the runtime measures it, so that the places are not those of all other limits.
    for host in FORMS {
        let desk = Desk::new();
        let metered = |fuel| Runtime::builder().limits(with_fuel(fuel)).build().unwrap();
        let load = |fuel, limits| {
            let setup = Setup {
                runtime: Some(metered(fuel)),
                limits,
                ..Setup::default()
            };
            load(host, &desk, setup).unwrap()
        };
        let of_call = load(u64::MAX, None);
        for (place, plugin) in [
            ("runtime", load(100_000, None)),
            ("plugin", load(u64::MAX, Some(with_fuel(100_000)))),
            // More than the runtime's own.
            ("plugin", load(5, Some(with_fuel(100_000)))),
            (
                "call",
                of_call.plugin().with_limits(with_fuel(100_000)).unwrap(),
            ),
        ] {
            for form in FORMS {
                let way = format!("{place} {host:?} {form:?}");
                let error = call!(form, plugin, spin()).unwrap_err();
                let says = ["`spin`", "100000 units of fuel"];
                assert_limit(&way, &error, ErrorKind::OutOfFuel, &says);
                assert_eq!(call!(form, plugin, count()).unwrap(), 1, "{way}");
            }
        }
        // Where it is measured and not limited, it is not.
        let free = of_call.plugin().with_limits(patient()).unwrap();
        for plugin in [&of_call, &free, &load(5, Some(patient()))] {
            for form in FORMS {
                call!(form, plugin, compute(1_000_000)).unwrap();
            }
        }
    }
}

#[test]
fn the_same_fuel_is_enough_each_time() {
    let runtime = Runtime::builder()
        .limits(with_fuel(u64::MAX))
        .build()
        .unwrap();
    let load = |host, pool| {
        let setup = Setup {
            runtime: Some(runtime.clone()),
            pool,
            ..Setup::default()
        };
        load(host, &Desk::new(), setup).unwrap()
    };
    let plugin = load(Form::Blocking, None);
    let is_enough = |form: Form, plugin: &Toy, fuel, rounds| {
        let plugin = plugin.plugin().with_limits(with_fuel(fuel)).unwrap();
        match call!(form, plugin, compute(rounds)) {
            Ok(()) => true,
            Err(error) => {
                assert!(error.is_out_of_fuel(), "{error:?}");
                false
            }
        }
    };
    let least = |is_enough: &dyn Fn(u64) -> bool| {
        let (mut enough, mut too_little) = (1_000_000, 0);
        while enough - too_little > 1 {
            let fuel = u64::midpoint(enough, too_little);
            if is_enough(fuel) {
                enough = fuel;
            } else {
                too_little = fuel;
            }
        }
        enough
    };
    let fuel = least(&|fuel| is_enough(Form::Blocking, &plugin, fuel, 10_000));
    assert!((10_000..100_000).contains(&fuel), "{fuel}");
    let more = least(&|fuel| is_enough(Form::Blocking, &plugin, fuel, 10_100));
    assert!(more > fuel + 100, "{more}");
    // The making of an instance may take some too.
    let session = || plugin.plugin().session().unwrap();
    let held = least(&|fuel| is_enough(Form::Blocking, &session(), fuel, 10_000));
    assert!((fuel - 1000..=fuel).contains(&held), "{held} {fuel}");

    let fresh = [plugin.clone(), load(Form::Async, None)];
    let pools = FORMS.map(|host| load(host, Some(1)));
    let one = session();
    for _ in 0..5 {
        for form in FORMS {
            for plugin in &fresh {
                assert!(is_enough(form, plugin, fuel, 10_000), "{form:?}");
                assert!(!is_enough(form, plugin, fuel - 1, 10_000), "{form:?}");
            }
            for pool in &pools {
                assert_eq!(call!(form, pool, count()).unwrap(), 1, "{form:?}");
                assert!(is_enough(form, pool, held, 10_000), "{form:?}");
                assert!(!is_enough(form, pool, held - 1, 10_000), "{form:?}");
            }
            assert!(!is_enough(form, &session(), held - 1, 10_000), "{form:?}");
            // Each call has it anew.
            assert!(is_enough(form, &one, held, 10_000), "{form:?}");
        }
    }
}

#[test]
fn fuel_needs_a_runtime_that_measures_it() {
    let setup = Setup {
        limits: Some(with_fuel(100)),
        ..Setup::default()
    };
    let refused = load(Form::Blocking, &Desk::new(), setup).unwrap_err();
    let plugin = load(Form::Blocking, &Desk::new(), Setup::default()).unwrap();
    let refused_call = plugin.plugin().with_limits(with_fuel(100)).unwrap_err();
    for error in [refused, refused_call] {
        let text = error.to_string();
        assert!(text.contains("100 units of `fuel`"), "{text}");
        assert!(text.contains("a runtime that measures fuel"), "{text}");
    }
}

// Memory and tables.

const PAGE: u64 = 64 << 10;

fn with_memory(memory: u64) -> Limits {
    Limits {
        memory,
        ..patient()
    }
}

#[test]
fn memory_ends_at_its_limit() {
    // Two of them are there from the start.
    each_way(&with_memory(16 * PAGE), |way, form, plugin| {
        call!(form, plugin, must_grow(14)).unwrap();
        let error = call!(form, plugin, must_grow(15)).unwrap_err();
        let says = ["`must-grow`", "1048576 bytes", "Limits::memory"];
        assert_limit(way, &error, ErrorKind::OutOfMemory, &says);
        let error = call!(form, plugin, must_grow(u32::MAX)).unwrap_err();
        assert_limit(way, &error, ErrorKind::OutOfMemory, &says);
    });
}

#[test]
fn memory_is_that_of_all_memories_of_an_instance() {
    each_way(&with_memory(16 * PAGE), |way, form, plugin| {
        let grow = |first, second| call!(form, plugin, grow(first, second)).unwrap();
        assert_eq!(grow(7, 7), (true, true), "{way}");
        assert_eq!(grow(7, 8), (true, false), "{way}");
        assert_eq!(grow(15, 14), (false, true), "{way}");
        assert_eq!(grow(14, 1), (true, false), "{way}");
        assert_eq!(grow(0, 0), (true, true), "{way}");
    });
    // Exact to the byte.
    each_way(&with_memory(16 * PAGE - 1), |way, form, plugin| {
        let grow = |first, second| call!(form, plugin, grow(first, second)).unwrap();
        assert_eq!(grow(7, 7), (true, false), "{way}");
        assert_eq!(grow(7, 6), (true, true), "{way}");
    });
}

#[test]
fn an_instance_that_needs_too_much_from_its_start_is_not_made() {
    each_way(&with_memory(2 * PAGE), |way, form, plugin| {
        assert_eq!(call!(form, plugin, count()).unwrap(), 1, "{way}");
    });
    each_way(&with_memory(2 * PAGE - 1), |way, form, plugin| {
        let error = call!(form, plugin, count()).unwrap_err();
        let says = ["making an instance", "131071 bytes"];
        assert_limit(way, &error, ErrorKind::OutOfMemory, &says);
    });
    let tables = Limits {
        table_elements: 9,
        ..patient()
    };
    each_way(&tables, |way, form, plugin| {
        let error = call!(form, plugin, count()).unwrap_err();
        let says = ["making an instance", "9 table elements"];
        assert_limit(way, &error, ErrorKind::TooManyTableElements, &says);
    });
}

#[test]
fn memory_is_at_most_that_of_the_runtime() {
    let runtime = Runtime::builder()
        .limits(with_memory(16 * PAGE))
        .build()
        .unwrap();
    let load = |memory| {
        let setup = Setup {
            runtime: Some(runtime.clone()),
            limits: Some(with_memory(memory)),
            ..Setup::default()
        };
        load(Form::Blocking, &Desk::new(), setup)
    };
    let plugin = load(4 * PAGE).unwrap();
    // More than the plugin's.
    let more = plugin.plugin().with_limits(with_memory(16 * PAGE)).unwrap();
    for form in FORMS {
        assert!(call!(form, plugin, must_grow(14)).is_err());
        call!(form, more, must_grow(14)).unwrap();
    }
    let refused = load(16 * PAGE + 1).unwrap_err();
    let refused_call = plugin.plugin().with_limits(Limits::default()).unwrap_err();
    for (error, figure) in [
        (refused, "1048577 bytes"),
        (refused_call, "536870912 bytes"),
    ] {
        let text = error.to_string();
        assert!(
            text.contains(figure) && text.contains("1048576 bytes"),
            "{text}"
        );
    }
}

#[test]
fn tables_end_at_their_limit() {
    let limits = Limits {
        table_elements: 100,
        ..patient()
    };
    // 10 of them are there from the start, and those through which the component calls what it imports.
    const SHIM: u32 = 1;
    each_way(&limits, |way, form, plugin| {
        assert!(call!(form, plugin, grow_table(90 - SHIM)).unwrap(), "{way}");
        assert!(
            !call!(form, plugin, grow_table(91 - SHIM)).unwrap(),
            "{way}"
        );
        for elements in [91 - SHIM, u32::MAX] {
            let error = call!(form, plugin, must_grow_table(elements)).unwrap_err();
            let says = ["`must-grow-table`", "100 table elements"];
            assert_limit(way, &error, ErrorKind::TooManyTableElements, &says);
        }
    });
}

// The stack.

/// A depth that is too much for the default, and less than twice what it has room for.
fn too_deep(plugin: &Toy) -> u32 {
    let mut depth = 1000;
    while plugin.recurse(depth).is_ok() {
        depth += depth / 2;
        assert!(depth < 1 << 24);
    }
    depth
}

#[test]
fn a_recursion_ends_at_the_limit_of_the_stack() {
    for host in FORMS {
        let of_runtime = |wasm_stack| {
            let limits = Limits {
                wasm_stack,
                ..patient()
            };
            let setup = Setup {
                runtime: Some(Runtime::builder().limits(limits).build().unwrap()),
                ..Setup::default()
            };
            load(host, &Desk::new(), setup).unwrap()
        };
        let default = load(host, &Desk::new(), Setup::default()).unwrap();
        let depth = too_deep(&default);
        for (plugin, fits, overflows, figure) in [
            (of_runtime(64 << 10), depth / 16, depth / 4, "65536 bytes"),
            (default, depth / 2, depth, "524288 bytes"),
            (of_runtime(4 << 20), 4 * depth, 8 * depth, "4194304 bytes"),
            (
                of_runtime(64 << 20),
                64 * depth,
                128 * depth,
                "67108864 bytes",
            ),
        ] {
            let session = block_on(plugin.plugin().session_async()).unwrap();
            for form in FORMS {
                let way = format!("{figure} {host:?} {form:?}");
                for plugin in [&plugin, &session] {
                    let answer = call!(form, plugin, recurse(fits)).unwrap();
                    assert_eq!(answer, fits, "{way}");
                }
                let error = call!(form, plugin, recurse(overflows)).unwrap_err();
                let says = ["`recurse`", figure, "Limits::wasm_stack"];
                assert_limit(&way, &error, ErrorKind::StackOverflow, &says);
                assert_eq!(call!(form, plugin, count()).unwrap(), 1, "{way}");
            }
        }
    }
}

#[test]
fn a_thread_with_a_small_stack_has_calls_on_stacks_of_their_own() {
    let small = |body: &(dyn Fn() + Sync)| {
        thread::scope(|scope| {
            let thread = thread::Builder::new().stack_size(256 << 10);
            thread.spawn_scoped(scope, body).unwrap().join().unwrap();
        });
    };
    let default = load(Form::Blocking, &Desk::new(), Setup::default()).unwrap();
    let depth = too_deep(&default);
    let limits = Limits {
        wasm_stack: 4 << 20,
        ..patient()
    };
    for host in FORMS {
        let setup = Setup {
            runtime: Some(Runtime::builder().limits(limits.clone()).build().unwrap()),
            ..Setup::default()
        };
        let deep = load(host, &Desk::new(), setup).unwrap();
        small(&|| {
            for form in FORMS {
                assert_eq!(call!(form, deep, recurse(4 * depth)).unwrap(), 4 * depth);
                let error = call!(form, deep, recurse(8 * depth)).unwrap_err();
                assert!(error.is_stack_overflow(), "{error:?}");
            }
        });
    }
    // With the default, only async calls have one.
    small(&|| {
        let form = Form::Async;
        assert_eq!(call!(form, default, recurse(depth / 2)).unwrap(), depth / 2);
        let error = call!(form, default, recurse(depth)).unwrap_err();
        assert!(error.is_stack_overflow(), "{error:?}");
    });
}

#[test]
fn the_stack_is_that_of_the_runtime() {
    let more = Limits {
        wasm_stack: 1 << 20,
        ..patient()
    };
    let setup = Setup {
        limits: Some(more.clone()),
        ..Setup::default()
    };
    let refused = load(Form::Blocking, &Desk::new(), setup).unwrap_err();
    let plugin = load(Form::Blocking, &Desk::new(), Setup::default()).unwrap();
    let refused_call = plugin.plugin().with_limits(more).unwrap_err();
    for error in [refused, refused_call] {
        let text = error.to_string();
        assert!(
            text.contains("1048576 bytes") && text.contains("524288 bytes"),
            "{text}"
        );
    }
    // Less has no effect.
    let depth = too_deep(&plugin) / 2;
    let less = Limits {
        wasm_stack: 16 << 10,
        ..patient()
    };
    let less = plugin.plugin().with_limits(less).unwrap();
    for form in FORMS {
        assert_eq!(call!(form, less, recurse(depth)).unwrap(), depth);
    }
}

// What passes between the guest and the host.

#[test]
fn a_transfer_ends_at_its_limit() {
    let limits = Limits {
        transfer: 2000,
        ..patient()
    };
    each_way(&limits, |way, form, plugin| {
        let answer = call!(form, plugin, give(1900)).unwrap();
        assert_eq!(answer.len(), 1900, "{way}");
        let error = call!(form, plugin, give(2100)).unwrap_err();
        let says = ["`give`", "2000 bytes", "Limits::transfer"];
        assert_limit(way, &error, ErrorKind::TransferTooLarge, &says);

        // The arguments of each call of the host's by themselves.
        call!(form, plugin, pass(1900, 10)).unwrap();
        let error = call!(form, plugin, pass(2100, 1)).unwrap_err();
        let says = ["`pass`", "2000 bytes"];
        assert_limit(way, &error, ErrorKind::TransferTooLarge, &says);
    });
}

#[test]
fn handles_end_at_their_limit() {
    let limits = Limits {
        handles: 100,
        ..patient()
    };
    each_way(&limits, |way, form, plugin| {
        call!(form, plugin, make(100)).unwrap();
        let error = call!(form, plugin, make(101)).unwrap_err();
        let says = ["`make`", "100 handles", "Limits::handles"];
        assert_limit(way, &error, ErrorKind::TooManyHandles, &says);
    });
    let waiter = waiter(limits);
    for form in FORMS {
        ask(form, &waiter, "hoard", 100).unwrap();
        let error = ask(form, &waiter, "hoard", 101).unwrap_err();
        assert_limit("hoard", &error, ErrorKind::TooManyHandles, &["100 handles"]);
    }
}

// Instances and the queue before them.

fn with_instances(instances: u32, queue: u32, time: Duration) -> Limits {
    Limits {
        instances,
        queue,
        time,
        ..patient()
    }
}

/// Two plugins that share a limit of two instances and a queue for one, or are one; who may have as many; and the desk of their
/// host.
fn crowds(host: Form) -> [(&'static str, [Toy; 2], std::sync::Arc<Desk>); 4] {
    let limits = with_instances(2, 1, patient().time);
    let crowd = |place, runtime: Option<&Limits>, plugin: Option<&Limits>, spares, pool| {
        let desk = Desk::new();
        let runtime = runtime.map(|limits| Runtime::builder().limits(limits.clone()).build());
        let setup = Setup {
            runtime: runtime.map(Result::unwrap),
            limits: plugin.cloned(),
            spares,
            pool,
            ..Setup::default()
        };
        let one = load(host, &desk, setup.clone()).unwrap();
        let other = match &setup.runtime {
            Some(_) => load(host, &desk, setup).unwrap(),
            None => one.clone(),
        };
        (place, [one, other], desk)
    };
    [
        crowd(
            "all plugins of the runtime",
            Some(&limits),
            Some(&patient()),
            None,
            None,
        ),
        crowd("the component", None, Some(&limits), None, None),
        crowd("the component", None, Some(&limits), Some(2), None),
        crowd("the component", None, Some(&limits), None, Some(5)),
    ]
}

#[test]
fn instances_end_at_their_limit() {
    check_instances(|of| !of.contains("from a pool"));
}

/// An instance that goes back to its pool serves the call that waits for leave to have one.
#[test]
fn instances_of_a_pool_end_at_their_limit() {
    check_instances(|of| of.contains("from a pool"));
}

fn check_instances(is_checked: fn(&str) -> bool) {
    for host in FORMS {
        for form in FORMS {
            for (who, [one, other], desk) in crowds(host) {
                if !is_checked(&format!("{one:?}")) {
                    continue;
                }
                let way = format!("{who} {host:?} {form:?}: {one:?}");
                let quick = one.plugin().with_limits(with_time(SHORT)).unwrap();
                desk.scope(|scope| {
                    let holders = [&one, &other]
                        .map(|plugin| scope.spawn(move || call!(form, plugin, wait(0))));
                    desk.until_came(2);

                    // A call waits for an instance as long as it may.
                    let result = timed(&way, SHORT, || call!(form, quick, count()));
                    let says = ["2 instances", "time limit of 300ms"];
                    assert_limit(&way, &result.unwrap_err(), ErrorKind::Timeout, &says);

                    // Another finds one waiting.
                    let waiting = scope.spawn(|| call!(form, one, wait(1)));
                    until(|| one.plugin().counters().waiting == 1);
                    let instances = |toy: &Toy| toy.plugin().counters().instances;
                    let alive = match who {
                        "the component" => instances(&one),
                        _ => instances(&one) + instances(&other),
                    };
                    assert_eq!(alive, 2, "{way}");
                    // Who is counted gets in line some instructions later.
                    thread::sleep(Duration::from_millis(100));
                    let begun = Instant::now();
                    let error = call!(form, other, count()).unwrap_err();
                    assert!(begun.elapsed() < patient().time / 2, "{way}");
                    let says = ["2 instances", "1 calls wait"];
                    assert_limit(&way, &error, ErrorKind::QueueFull, &says);

                    // When one leaves, the one that waits is next.
                    desk.let_go(1);
                    desk.until_came(3);
                    assert_eq!(desk.came(), [0, 0, 1], "{way}");
                    desk.let_go(2);
                    for call in holders.into_iter().chain([waiting]) {
                        call.join().unwrap().unwrap();
                    }
                });
                assert_eq!(call!(form, other, recurse(7)).unwrap(), 7, "{way}");
                assert_eq!(one.plugin().counters().waiting, 0, "{way}");
            }
        }
    }
}

#[test]
fn a_queue_for_none_has_calls_fail_at_once() {
    for form in FORMS {
        let desk = Desk::new();
        let setup = Setup {
            limits: Some(with_instances(1, 0, patient().time)),
            ..Setup::default()
        };
        let plugin = load(Form::Blocking, &desk, setup).unwrap();
        desk.scope(|scope| {
            let holder = scope.spawn(|| plugin.wait(0));
            desk.until_came(1);
            let error = call!(form, plugin, count()).unwrap_err();
            let says = ["1 instances that", "0 calls wait"];
            assert_limit("no queue", &error, ErrorKind::QueueFull, &says);
            desk.let_go(1);
            holder.join().unwrap().unwrap();
        });
        assert_eq!(call!(form, plugin, count()).unwrap(), 1);
    }
}

#[test]
fn calls_that_wait_for_an_instance_come_in_their_order() {
    const CALLS: u32 = 12;
    for host in FORMS {
        let desk = Desk::new();
        let setup = Setup {
            limits: Some(with_instances(1, CALLS, patient().time)),
            ..Setup::default()
        };
        let plugin = load(host, &desk, setup).unwrap();
        desk.scope(|scope| {
            let (plugin, desk) = (&plugin, &desk);
            let mut calls = Vec::new();
            for number in 0..=CALLS {
                // Both forms, one after the other.
                let form = FORMS[number as usize % 2];
                calls.push(scope.spawn(move || call!(form, plugin, wait(number))));
                match number {
                    0 => desk.until_came(1),
                    _ => until(|| plugin.plugin().counters().waiting == number as usize),
                }
                // Those who have come must have got in line, which is some instructions later.
                thread::sleep(Duration::from_millis(100));
            }
            for count in 1..=CALLS {
                desk.let_go(1);
                desk.until_came(count as usize + 1);
            }
            desk.let_go(1);
            for call in calls {
                call.join().unwrap().unwrap();
            }
        });
        let order: Vec<u32> = (0..=CALLS).collect();
        assert_eq!(desk.came(), order, "{host:?}");
    }
}

#[test]
fn instances_of_a_call_have_no_effect() {
    let desk = Desk::new();
    let plugin = load(Form::Blocking, &desk, Setup::default()).unwrap();
    let limits = with_instances(1, 0, patient().time);
    let alone = plugin.plugin().with_limits(limits).unwrap();
    for form in FORMS {
        let before = desk.came().len();
        desk.scope(|scope| {
            let holder = scope.spawn(|| alone.wait(0));
            desk.until_came(before + 1);
            let count = call!(form, alone, count());
            desk.let_go(1);
            assert_eq!(count.unwrap(), 1);
            holder.join().unwrap().unwrap();
        });
    }
}

// Limits of a call on instances that live on.

/// Kinds of plugins whose instances serve several calls, of callers with different limits, and whether the calls are all on one.
fn kinds(runtime: &Runtime, limits: &Limits) -> [(&'static str, Toy); 4] {
    let setup = |spares, pool| Setup {
        runtime: Some(runtime.clone()),
        limits: Some(limits.clone()),
        spares,
        pool,
        ..Setup::default()
    };
    let load = |setup| load(Form::Async, &Desk::new(), setup).unwrap();
    let fresh = load(setup(None, None));
    let session = block_on(fresh.plugin().session_async()).unwrap();
    let spares = load(setup(Some(3), None));
    // Until some are there.
    until(|| {
        for form in FORMS {
            call!(form, spares, count()).unwrap();
        }
        spares.plugin().counters().spares > 1
    });
    [
        ("fresh", fresh),
        ("spares", spares),
        ("pool", load(setup(None, Some(1)))),
        ("session", session),
    ]
}

#[test]
fn the_next_call_has_the_limits_of_the_plugin_again() {
    let wide = Limits {
        memory: 1000 * PAGE,
        ..with_fuel(100_000_000)
    };
    let runtime = Runtime::builder().limits(wide.clone()).build().unwrap();
    let tight = Limits {
        memory: 10 * PAGE,
        table_elements: 20,
        handles: 10,
        transfer: 1000,
        fuel: Some(10_000),
        ..patient()
    };
    for (mine, others) in [(&wide, &tight), (&tight, &wide)] {
        for (kind, plugin) in kinds(&runtime, mine) {
            let limited = plugin.plugin().with_limits(others.clone()).unwrap();
            assert_eq!(limited.plugin().limits(), others);
            assert_eq!(plugin.plugin().limits(), mine);
            for form in FORMS {
                let way = format!("{kind} {form:?}");
                // The tight calls first: what an instance has by now it keeps.
                let is_tight = |plugin: &Toy| plugin.plugin().limits() == &tight;
                for plugin in [&plugin, &limited, &plugin, &limited] {
                    if is_tight(plugin) {
                        let grown = call!(form, plugin, grow(9, 0)).unwrap();
                        assert_eq!(grown, (false, true), "{way}");
                        assert!(!call!(form, plugin, grow_table(11)).unwrap(), "{way}");
                    }
                }
                for plugin in [&plugin, &limited, &plugin, &limited] {
                    if !is_tight(plugin) {
                        let grown = call!(form, plugin, grow(9, 0)).unwrap();
                        assert_eq!(grown, (true, true), "{way}");
                        assert!(call!(form, plugin, grow_table(11)).unwrap(), "{way}");
                        assert_eq!(call!(form, plugin, give(2000)).unwrap().len(), 2000);
                        call!(form, plugin, compute(100_000)).unwrap();
                        call!(form, plugin, make(20)).unwrap();
                    }
                }
            }
            // All of it on one instance, where there is one; what the instance has by now is more than some may have.
            let form = Form::Async;
            let is_held = kind == "pool" || kind == "session";
            for count in 1..10 {
                for plugin in [&plugin, &limited] {
                    let expected = if is_held { count } else { 1 };
                    if plugin.plugin().limits() == &wide {
                        assert_eq!(call!(form, plugin, count()).unwrap(), expected);
                    }
                }
            }
            // These end the instance.
            let tight = if mine == &tight { &plugin } else { &limited };
            let error = if is_held {
                call!(form, tight, make(1)).unwrap_err()
            } else {
                call!(form, tight, make(11)).unwrap_err()
            };
            assert_limit(
                kind,
                &error,
                ErrorKind::TooManyHandles,
                &["limit of 10 handles"],
            );
            if kind == "session" {
                continue;
            }
            let error = call!(form, tight, give(2000)).unwrap_err();
            assert_limit(kind, &error, ErrorKind::TransferTooLarge, &["1000 bytes"]);
            let error = call!(form, tight, compute(100_000)).unwrap_err();
            assert_limit(kind, &error, ErrorKind::OutOfFuel, &["10000 units"]);
        }
    }
}

#[test]
fn the_next_call_has_the_time_of_the_plugin_again() {
    let limits = Limits {
        cpu_time: SHORT,
        ..with_time(SHORT)
    };
    for form in FORMS {
        let fresh = waiter(patient());
        let pool = Dynamic::builder().pool(1).limits(patient());
        let pool = pool.load(WAITER_COMPONENT.as_slice()).unwrap();
        let session = block_on(fresh.session_async()).unwrap();
        for (kind, plugin) in [("fresh", fresh), ("pool", pool), ("session", session)] {
            let quick = plugin.with_limits(limits.clone()).unwrap();
            for _ in 0..3 {
                ask(form, &quick, "block", 1_000_000).unwrap();
                for function in ["block", "poll", "ask"] {
                    ask(form, &plugin, function, nanos(SHORT * 2)).unwrap();
                }
            }
            let way = format!("{kind} {form:?}");
            let hour = nanos(Duration::from_secs(3600));
            let error = timed(&way, SHORT, || ask(form, &quick, "block", hour)).unwrap_err();
            assert_limit(&way, &error, ErrorKind::Timeout, &["time limit of 300ms"]);
        }
    }
}

#[test]
fn handles_of_wasi_have_the_limit_of_the_call_too() {
    let with_handles = |handles| Limits {
        handles,
        ..patient()
    };
    for form in FORMS {
        let plugin = waiter(with_handles(50));
        let session = block_on(plugin.session_async()).unwrap();
        ask(form, &session, "hoard", 20).unwrap();
        let more = session.with_limits(with_handles(500)).unwrap();
        ask(form, &more, "hoard", 400).unwrap();
        let error = ask(form, &more, "hoard", 100).unwrap_err();
        assert_limit("more", &error, ErrorKind::TooManyHandles, &["500 handles"]);

        let session = block_on(plugin.session_async()).unwrap();
        ask(form, &session, "hoard", 20).unwrap();
        let fewer = session.with_limits(with_handles(30)).unwrap();
        let error = ask(form, &fewer, "hoard", 20).unwrap_err();
        assert_limit("fewer", &error, ErrorKind::TooManyHandles, &["30 handles"]);
    }
}

// Limits out of a configuration file.

#[test]
fn limits_out_of_a_file_hold() {
    let limits: Limits = serde_json::from_str(
        r#"{ "time": "100ms", "memory": "1MiB", "table_elements": 100, "handles": 100, "transfer": 2000 }"#,
    )
    .unwrap();
    assert_eq!(limits.cpu_time, Limits::default().cpu_time);
    each_way(&limits, |way, form, plugin| {
        assert_eq!(call!(form, plugin, count()).unwrap(), 1, "{way}");
        let error = call!(form, plugin, spin()).unwrap_err();
        assert_limit(way, &error, ErrorKind::Timeout, &["time limit of 100ms"]);
        let error = call!(form, plugin, must_grow(15)).unwrap_err();
        assert_limit(way, &error, ErrorKind::OutOfMemory, &["1048576 bytes"]);
        let error = call!(form, plugin, must_grow_table(91)).unwrap_err();
        assert_limit(way, &error, ErrorKind::TooManyTableElements, &["100 table"]);
        let error = call!(form, plugin, make(101)).unwrap_err();
        assert_limit(way, &error, ErrorKind::TooManyHandles, &["100 handles"]);
        let error = call!(form, plugin, give(2100)).unwrap_err();
        assert_limit(way, &error, ErrorKind::TransferTooLarge, &["2000 bytes"]);
    });
    let runtime: Limits = serde_json::from_str(
        r#"{ "fuel": 10000, "instances": 1, "queue": 0, "wasm_stack": "64KiB" }"#,
    )
    .unwrap();
    let runtime = Runtime::builder().limits(runtime).build().unwrap();
    let setup = Setup {
        runtime: Some(runtime),
        ..Setup::default()
    };
    let plugin = load(Form::Blocking, &Desk::new(), setup).unwrap();
    for form in FORMS {
        let error = call!(form, plugin, spin()).unwrap_err();
        assert_limit("file", &error, ErrorKind::OutOfFuel, &["10000 units"]);
    }
    let session = plugin.plugin().session().unwrap();
    let error = plugin.count().unwrap_err();
    assert_limit("file", &error, ErrorKind::QueueFull, &["1 instances that"]);
    drop(session);
    assert_eq!(plugin.count().unwrap(), 1);
}

// What is no limit.

#[test]
fn other_failures_are_no_limits() {
    each_way(&patient(), |way, form, plugin| {
        for (error, kind) in [
            (call!(form, plugin, trap()).unwrap_err(), ErrorKind::Trap),
            (call!(form, plugin, exit()).unwrap_err(), ErrorKind::Exit),
            (
                call!(form, plugin, fail()).unwrap_err(),
                ErrorKind::HostPanic,
            ),
        ] {
            assert_eq!(error.kind(), kind, "{way}");
            assert!(!error.is_limit(), "{way}: {error:?}");
        }
    });
}

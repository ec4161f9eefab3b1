//! Host functions that call plugins: another one, or the one that is calling them.

mod imports_host;

use std::env;
use std::process::Command;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::Relaxed};
use std::sync::{Arc, Barrier, LazyLock, Mutex, OnceLock, Weak};
use std::thread;
use std::time::{Duration, Instant};

use fidius::{CallError, Error, ErrorKind, Limits};
use imports_host::{Answers, COMPONENT, ImportsPlugin, calls};
use plaza::audit::{Audit, Entry, Severity, Trail, TrailResource};

#[fidius::host(wit = "greeter.wit")]
struct Greeter;

#[fidius::host(wit = "misbehave.wit")]
struct Misbehave;

/// A plugin that imports what another exports.
#[fidius::host(
    inline = r#"
    package test:caller;

    package fidius:greeter@0.1.0 {
      interface greeter {
        greet: func(name: string) -> string;
      }
    }

    world caller {
      import fidius:greeter/greeter@0.1.0;
      export welcome: func(name: string) -> string;
    }"#,
    with = { "fidius:greeter/greeter@0.1.0" = crate::greeter }
)]
struct Caller;

/// Asks the `greet` that it imports.
const CALLER: &str = r#"(component
  (import "fidius:greeter/greeter@0.1.0" (instance $greeter
    (export "greet" (func (param "name" string) (result string)))))
  (core module $memory
    (memory (export "memory") 1)
    (global $next (mut i32) (i32.const 1024))
    (func (export "realloc") (param i32 i32 i32 i32) (result i32)
      (local $at i32)
      (local.set $at (global.get $next))
      (global.set $next (i32.add (local.get $at) (local.get 3)))
      (local.get $at)))
  (core instance $memory (instantiate $memory))
  (core func $greet (canon lower (func $greeter "greet") (memory $memory "memory") (realloc (func $memory "realloc"))))
  (core module $caller
    (import "greeter" "greet" (func $greet (param i32 i32 i32)))
    (func (export "welcome") (param i32 i32) (result i32)
      (call $greet (local.get 0) (local.get 1) (i32.const 16))
      (i32.const 16)))
  (core instance $caller (instantiate $caller (with "greeter" (instance (export "greet" (func $greet))))))
  (func (export "welcome") (param "name" string) (result string)
    (canon lift (core func $caller "welcome") (memory $memory "memory") (realloc (func $memory "realloc"))))
)"#;

// One plugin serves what another imports.

#[test]
fn a_plugin_serves_the_import_of_another() {
    let greeter = Greeter::load("guests/built/greeter.wasm").unwrap();
    let caller = wat::parse_str(CALLER).unwrap();
    let served = Caller::load(&caller, greeter.clone()).unwrap();
    assert_eq!(served.welcome("you").unwrap(), "Hello, you!");
    // A session of it does too, and a fake in its place.
    let session = greeter.plugin().session().unwrap();
    let served = Caller::load(&caller, session).unwrap();
    assert_eq!(served.welcome("you").unwrap(), "Hello, you!");

    struct Fake;
    impl greeter::Greeter for Fake {
        fn greet(&self, name: &str) -> Result<String, Error> {
            Ok(format!("Ahoy, {name}!"))
        }
        fn mirror(&self, p: &greeter::Point, _: bool) -> Result<greeter::Point, Error> {
            Ok(*p)
        }
        fn farewell(&self, _: &str) -> Result<String, CallError<greeter::FarewellError>> {
            Err(CallError::Guest(greeter::FarewellError::Asleep))
        }
    }
    let served = Caller::load(&caller, Fake).unwrap();
    assert_eq!(served.welcome("you").unwrap(), "Ahoy, you!");
}

/// Exports an interface with a resource, and imports it too: so one can serve another.
#[fidius::host(wit = "plaza")]
struct Plaza;

/// The last one of a chain.
#[derive(Default)]
struct Ledger {
    notes: Arc<Mutex<Vec<String>>>,
    alive: Arc<AtomicU32>,
}

/// The ledger's own trail.
struct Page {
    name: String,
    notes: Arc<Mutex<Vec<String>>>,
    alive: Arc<AtomicU32>,
}

impl Audit for Ledger {
    fn new_trail(&self, name: &str) -> Result<Trail, Error> {
        self.alive.fetch_add(1, Relaxed);
        Ok(Trail::new(Page {
            name: name.to_owned(),
            notes: Arc::clone(&self.notes),
            alive: Arc::clone(&self.alive),
        }))
    }

    fn note(&self, entry: &Entry) -> Result<(), Error> {
        self.notes.lock().unwrap().push(entry.what.clone());
        Ok(())
    }

    fn gravest(&self, _: &Trail) -> Result<Option<Entry>, Error> {
        Ok(None)
    }
}

impl TrailResource for Page {
    fn add(&self, entry: &Entry) -> Result<u32, Error> {
        let mut notes = self.notes.lock().unwrap();
        notes.push(format!("{}: {}", self.name, entry.what));
        Ok(notes.len() as u32)
    }

    fn entries(&self) -> Result<Vec<Entry>, Error> {
        Ok(Vec::new())
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        self.alive.fetch_sub(1, Relaxed);
    }
}

struct Words;

impl plaza::PlazaImports for Words {
    fn translate(&self, purpose: plaza::Purpose) -> Result<String, Error> {
        Ok(format!("{purpose:?}"))
    }
}

#[test]
fn resources_of_one_plugin_serve_another() {
    let ledger = Ledger::default();
    let (notes, alive) = (Arc::clone(&ledger.notes), Arc::clone(&ledger.alive));
    let taken = || std::mem::take(&mut *notes.lock().unwrap());
    let builder = Plaza::builder().imports(plaza::Imports {
        audit: ledger,
        plaza: Words,
    });
    let component = "guests/built/plaza.wasm";
    let first = builder.load(component).unwrap();
    for first in [first.clone(), first.plugin().session().unwrap()] {
        let second = Plaza::builder()
            .imports(plaza::Imports {
                audit: first,
                plaza: Words,
            })
            .load(component)
            .unwrap();
        let entry = |what: &str| Entry {
            what: what.to_owned(),
            severity: Severity::Minor,
        };
        second.audit().note(&entry("by itself")).unwrap();
        assert_eq!(taken(), ["by itself"]);

        // Each plugin makes a trail of the next one, and the last is the ledger's.
        let trail = second.audit().new_trail("mine").unwrap();
        assert_eq!(alive.load(Relaxed), 1);
        assert_eq!(trail.add(&entry("one")).unwrap(), 1);
        assert_eq!(trail.add(&entry("two")).unwrap(), 2);
        assert_eq!(trail.entries().unwrap(), [entry("one"), entry("two")]);
        assert_eq!(second.audit().gravest(&trail).unwrap(), Some(entry("one")));
        assert_eq!(
            taken(),
            ["plaza: plaza: mine: one", "plaza: plaza: mine: two"]
        );

        let other = second.audit().new_trail("other").unwrap();
        assert_eq!(alive.load(Relaxed), 2);
        drop(trail);
        assert_eq!(alive.load(Relaxed), 1);
        other.add(&entry("three")).unwrap();
        assert_eq!(taken(), ["plaza: plaza: other: three"]);
        drop(other);
        assert_eq!(alive.load(Relaxed), 0);
    }
}

// A plugin is called by a host function that it is calling.

/// A plugin whose function `nested` comes back to it, by way of a host function, as often as it is told to.
struct Nesting {
    /// Weak in what the plugin is given, or the two would keep each other forever.
    plugin: Arc<OnceLock<ImportsPlugin>>,
}

impl Nesting {
    /// `again` is what the host does then, with the plugin.
    fn new(
        pool: Option<usize>,
        time: Duration,
        again: impl Fn(&ImportsPlugin, u32) -> Result<u32, Error> + Send + Sync + 'static,
    ) -> Self {
        let plugin = Arc::new(OnceLock::new());
        let weak = Arc::downgrade(&plugin);
        let mut builder = ImportsPlugin::builder()
            .imports(Answers {
                again: Some(Box::new(move |depth| {
                    let plugin: Arc<OnceLock<ImportsPlugin>> = weak.upgrade().unwrap();
                    again(plugin.get().unwrap(), depth)
                })),
                ..Answers::default()
            })
            .limits(limits(time));
        if let Some(size) = pool {
            builder = builder.pool(size);
        }
        plugin.set(builder.load(COMPONENT).unwrap()).unwrap();
        Self { plugin }
    }

    fn plugin(&self) -> &ImportsPlugin {
        self.plugin.get().unwrap()
    }
}

fn limits(time: Duration) -> Limits {
    Limits {
        time,
        ..Limits::default()
    }
}

/// The limit where a test is not about time. Nothing that ends at once takes half of it.
const LONG: Duration = Duration::from_secs(10);

/// Fails where the call has waited.
#[track_caller]
fn at_once<R>(call: impl FnOnce() -> R) -> R {
    let begun = Instant::now();
    let result = call();
    assert!(begun.elapsed() < LONG / 2, "{:?}", begun.elapsed());
    result
}

#[test]
fn a_host_function_calls_its_own_plugin() {
    let nesting = Nesting::new(None, LONG, ImportsPlugin::nested);
    for depth in [0, 1, 2, 10] {
        assert_eq!(nesting.plugin().nested(depth).unwrap(), depth);
    }
    // From a session too, and from many threads.
    let session = nesting.plugin().plugin().session().unwrap();
    assert_eq!(session.nested(3).unwrap(), 3);
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for _ in 0..20 {
                    assert_eq!(nesting.plugin().nested(4).unwrap(), 4);
                }
            });
        }
    });
}

#[test]
fn a_pool_serves_nested_calls_while_it_has_a_free_instance() {
    let nesting = Nesting::new(Some(3), LONG, ImportsPlugin::nested);
    let plugin = nesting.plugin();
    // What other tests left, where they run on one thread.
    calls();
    assert_eq!(plugin.nested(2).unwrap(), 2);
    assert_eq!(calls(), ["again(1,)", "again(0,)"]);
    for _ in 0..3 {
        let error = at_once(|| plugin.nested(3)).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::TooManyInstances);
        assert_eq!(
            error.to_string(),
            "all 3 instances of `guests/built/imports.wasm` are busy, and a host function that \
             `guests/built/imports.wasm` is calling does not wait for one"
        );
        // All of the instances are there again.
        assert_eq!(plugin.nested(2).unwrap(), 2);
    }
}

#[test]
fn a_nested_call_of_a_full_pool_may_be_given_up() {
    // The host makes do without the answer.
    let nesting = Nesting::new(Some(1), LONG, |plugin, depth| {
        Ok(plugin.nested(depth).unwrap_or(100))
    });
    assert_eq!(at_once(|| nesting.plugin().nested(1)).unwrap(), 101);
    assert_eq!(nesting.plugin().nested(0).unwrap(), 0);
}

#[test]
fn a_session_can_not_be_entered_again() {
    let session: Arc<OnceLock<ImportsPlugin>> = Arc::default();
    let nesting = Nesting::new(None, LONG, {
        let session = Arc::downgrade(&session);
        move |_, depth| session.upgrade().unwrap().get().unwrap().nested(depth)
    });
    let plugin = nesting.plugin();
    session.set(plugin.plugin().session().unwrap()).unwrap();
    let session = session.get().unwrap();

    // Another instance may call this one.
    assert_eq!(plugin.nested(1).unwrap(), 1);
    assert_eq!(session.nested(0).unwrap(), 0);

    let error = at_once(|| session.nested(1)).unwrap_err();
    assert!(error.is_reentrant());
    assert_eq!(error.kind(), ErrorKind::Reentrant);
    assert_eq!(
        error.to_string(),
        "the instance of `guests/built/imports.wasm` can't be called by a host function that it is itself calling; call \
         another instance, or return to the guest first"
    );
    // The host function has failed, and with it the call on this session.
    assert!(session.nested(0).unwrap_err().is_session_lost());
    assert_eq!(plugin.nested(0).unwrap(), 0);
}

#[test]
fn a_host_that_lives_with_the_refusal_keeps_its_session() {
    let session: Arc<OnceLock<ImportsPlugin>> = Arc::default();
    let nesting = Nesting::new(None, LONG, {
        let session = Arc::downgrade(&session);
        move |plugin, depth| {
            let session = session.upgrade().unwrap();
            let error = session.get().unwrap().nested(depth).unwrap_err();
            assert!(error.is_reentrant());
            plugin.nested(0)
        }
    });
    session
        .set(nesting.plugin().plugin().session().unwrap())
        .unwrap();
    let session = session.get().unwrap();
    for _ in 0..3 {
        assert_eq!(session.nested(1).unwrap(), 1);
    }
}

#[test]
fn a_nested_call_does_not_wait_for_a_busy_session() {
    // One thread has the session, and another comes from a host function of the same plugin.
    let busy = Arc::new(Barrier::new(2));
    let done = Arc::new(Barrier::new(2));
    let session: Arc<OnceLock<ImportsPlugin>> = Arc::default();
    let nesting = Nesting::new(None, LONG, {
        let (busy, done) = (Arc::clone(&busy), Arc::clone(&done));
        let session = Arc::downgrade(&session);
        move |_, depth| match depth {
            0 => {
                busy.wait();
                done.wait();
                Ok(0)
            }
            depth => session.upgrade().unwrap().get().unwrap().nested(depth - 1),
        }
    });
    let plugin = nesting.plugin();
    session.set(plugin.plugin().session().unwrap()).unwrap();
    thread::scope(|scope| {
        let holder = scope.spawn(|| session.get().unwrap().nested(1));
        busy.wait();
        let error = at_once(|| plugin.nested(2)).unwrap_err();
        done.wait();
        assert_eq!(error.kind(), ErrorKind::TooManyInstances, "{error}");
        assert_eq!(holder.join().unwrap().unwrap(), 1);
    });
}

#[test]
fn by_way_of_another_plugin_it_is_the_same_plugin_still() {
    // The first calls the second, whose host calls the first.
    let first: Arc<OnceLock<ImportsPlugin>> = Arc::default();
    let second = Nesting::new(None, LONG, {
        let first = Arc::downgrade(&first);
        move |_, depth| first.upgrade().unwrap().get().unwrap().nested(depth)
    });
    let answers = {
        let second = second.plugin().clone();
        Answers {
            again: Some(Box::new(move |depth| second.nested(depth))),
            ..Answers::default()
        }
    };
    let builder = ImportsPlugin::builder().imports(answers).pool(2);
    first.set(builder.load(COMPONENT).unwrap()).unwrap();
    let first = first.get().unwrap();
    assert_eq!(first.nested(3).unwrap(), 3);
    let error = at_once(|| first.nested(4)).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::TooManyInstances);
    assert_eq!(first.nested(3).unwrap(), 3);
}

#[test]
fn an_error_of_a_nested_call_comes_out_as_it_is() {
    let misbehave = Misbehave::load("guests/built/misbehave.wasm").unwrap();
    let nesting = Nesting::new(None, LONG, move |_, depth| match depth {
        0 => misbehave.trap().map(|()| 0),
        1 => misbehave.exit(3).map(|()| 0),
        _ => misbehave.count(),
    });
    let plugin = nesting.plugin();
    let error = plugin.nested(1).unwrap_err();
    assert!(error.is_trap());
    let text = error.to_string();
    assert!(
        text.contains("`trap` of `guests/built/misbehave.wasm` trapped"),
        "{text}"
    );
    let error = plugin.nested(2).unwrap_err();
    assert!(error.is_exit() && error.exit_code() == Some(1));
    assert_eq!(plugin.nested(3).unwrap(), 2);
}

// Time.

/// Longer than the limits in these tests by far. What takes this long has not been stopped.
const FOREVER: Duration = Duration::from_secs(60);

const SHORT: Duration = Duration::from_millis(300);

/// By itself it would go on for much longer than that.
static MISBEHAVE: LazyLock<Misbehave> = LazyLock::new(|| {
    Misbehave::builder()
        .limits(limits(5 * FOREVER))
        .load("guests/built/misbehave.wasm")
        .unwrap()
});

/// Fails where the call was not stopped.
#[track_caller]
fn in_short<R>(call: impl FnOnce() -> R) -> R {
    let begun = Instant::now();
    let result = call();
    assert!(begun.elapsed() < FOREVER, "{:?}", begun.elapsed());
    result
}

#[test]
fn a_nested_call_ends_with_the_call_that_it_is_part_of() {
    for (depth, function) in [(1, "loop-forever"), (2, "sleep")] {
        let nesting = Nesting::new(None, SHORT, |_, depth| match depth {
            0 => MISBEHAVE.loop_forever().map(|()| 0),
            _ => MISBEHAVE.sleep(3_600_000).map(|()| 0),
        });
        let error = in_short(|| nesting.plugin().nested(depth)).unwrap_err();
        assert!(error.is_timeout(), "{error}");
        assert_eq!(
            error.to_string(),
            format!(
                "`{function}` of `guests/built/misbehave.wasm` did not end within the time that was left of the call which \
                 it was part of"
            )
        );
        assert_eq!(nesting.plugin().nested(0).unwrap(), 0);
    }
    // On its own again, it has its own time.
    MISBEHAVE.sleep(400).unwrap();
}

#[test]
fn a_nested_call_may_have_less_time_than_the_outer_one() {
    let misbehave = Misbehave::builder()
        .limits(limits(SHORT))
        .load("guests/built/misbehave.wasm")
        .unwrap();
    let nesting = Nesting::new(None, LONG, move |_, _| {
        let error = misbehave.loop_forever().unwrap_err();
        assert!(error.is_timeout());
        assert_eq!(
            error.to_string(),
            "`loop-forever` of `guests/built/misbehave.wasm` did not end within the time limit of 300ms"
        );
        Ok(7)
    });
    assert_eq!(in_short(|| nesting.plugin().nested(1)).unwrap(), 8);
}

#[test]
fn time_runs_on_through_all_levels() {
    // Each level sleeps for less than the limit, all of them together for much more.
    let nesting = Nesting::new(None, SHORT, |plugin, depth| {
        MISBEHAVE.sleep(100)?;
        plugin.nested(depth)
    });
    assert!(
        in_short(|| nesting.plugin().nested(100))
            .unwrap_err()
            .is_timeout()
    );
}

#[test]
fn a_host_that_ignores_the_end_of_its_time_gets_no_more() {
    let plugin = ImportsPlugin::builder()
        .imports(Answers {
            cheap: Some(Box::new(|n| {
                assert!(MISBEHAVE.loop_forever().unwrap_err().is_timeout());
                Ok(n)
            })),
            ..Answers::default()
        })
        .limits(limits(SHORT))
        .load(COMPONENT)
        .unwrap();
    let error = in_short(|| plugin.loop_import(1_000_000)).unwrap_err();
    assert!(error.is_timeout());
    let text = error.to_string();
    assert!(
        text.contains("`loop-import`") && text.contains("300ms"),
        "{text}"
    );
}

#[test]
fn a_call_is_late_however_its_host_spends_the_time() {
    // The host function takes its time by itself, and does not fail.
    let plugin = ImportsPlugin::builder()
        .imports(Answers {
            cheap: Some(Box::new(|n| {
                thread::sleep(Duration::from_millis(50));
                Ok(n)
            })),
            ..Answers::default()
        })
        .limits(limits(SHORT))
        .load(COMPONENT)
        .unwrap();
    let error = in_short(|| plugin.loop_import(1000)).unwrap_err();
    assert!(error.is_timeout());
    assert_eq!(
        error.to_string(),
        "`loop-import` of `guests/built/imports.wasm` did not end within the time limit of 300ms"
    );
    assert_eq!(plugin.cheap(1).unwrap(), 1);
}

#[test]
fn a_nested_call_waits_for_another_plugin_no_longer_than_it_may() {
    // The other plugin's only instance is busy, and its own callers would wait for longer.
    let other = Misbehave::builder()
        .pool(1)
        .limits(limits(Duration::from_secs(1)))
        .load("guests/built/misbehave.wasm")
        .unwrap();
    let nesting = Nesting::new(None, SHORT, {
        let other = other.clone();
        move |_, _| other.count()
    });
    let is_over = AtomicBool::new(false);
    let error = thread::scope(|scope| {
        scope.spawn(|| {
            while !is_over.load(Relaxed) {
                assert!(other.sleep(3_600_000).unwrap_err().is_timeout());
            }
        });
        // It may come before the other has the instance.
        let error = (0..1000).find_map(|_| nesting.plugin().nested(1).err());
        is_over.store(true, Relaxed);
        error.unwrap()
    });
    assert!(error.is_timeout(), "{error}");
    let text = error.to_string();
    assert!(
        text.ends_with("was busy for the time that was left of the call which it was part of"),
        "{text}"
    );
}

// The stack.

/// Set in a process that runs the body of a test.
const INNER: &str = "FIDIUS_TEST_INNER";

/// Runs the rest of this test in a process of its own, on a thread with the stack that Rust gives threads: a process that has
/// no stack left ends, whoever has used it.
fn in_its_own_process(test: &str, body: impl FnOnce() + Send + 'static) {
    if env::var_os(INNER).is_some() {
        let thread = thread::Builder::new().stack_size(2 << 20);
        thread.spawn(body).unwrap().join().unwrap();
        return;
    }
    let output = Command::new(env::current_exe().unwrap())
        .args(["--exact", test, "--nocapture"])
        .env(INNER, "1")
        .output()
        .unwrap();
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{}\n{stderr}", output.status);
}

#[test]
fn a_plugin_and_its_host_may_not_call_each_other_forever() {
    in_its_own_process(
        "a_plugin_and_its_host_may_not_call_each_other_forever",
        || {
            let nesting = Nesting::new(None, LONG, ImportsPlugin::nested);
            assert!(nesting.plugin().nested(100_000).is_err());
            // Whatever it was has hurt that call alone.
            assert_eq!(nesting.plugin().nested(3).unwrap(), 3);
        },
    );
}

/// A guest that can use its stack before it calls the host.
#[fidius::host(inline = "
    package test:digger;
    world digger {
      import again: func(depth: u32, steps: u32) -> u32;
      export dig: func(depth: u32, steps: u32) -> u32;
    }")]
struct Digger;

const DIGGER: &str = r#"(component
  (import "again" (func $again (param "depth" u32) (param "steps" u32) (result u32)))
  (core func $again (canon lower (func $again)))
  (core module $digger
    (import "host" "again" (func $again (param i32 i32) (result i32)))
    ;; Down so many steps, and then to the host.
    (func $down (param $depth i32) (param $steps i32) (param $left i32) (result i32)
      (if (result i32) (i32.eqz (local.get $left))
        (then
          (if (result i32) (i32.eqz (local.get $depth))
            (then (i32.const 0))
            (else (call $again (i32.sub (local.get $depth) (i32.const 1)) (local.get $steps)))))
        (else
          (i32.add
            (i32.const 1)
            (call $down (local.get $depth) (local.get $steps) (i32.sub (local.get $left) (i32.const 1)))))))
    (func (export "dig") (param i32 i32) (result i32)
      (call $down (local.get 0) (local.get 1) (local.get 1))))
  (core instance $digger (instantiate $digger (with "host" (instance (export "again" (func $again))))))
  (func (export "dig") (param "depth" u32) (param "steps" u32) (result u32)
    (canon lift (core func $digger "dig")))
)"#;

/// Calls the plugin again.
struct Deeper(Weak<OnceLock<Digger>>);

impl digger::DiggerImports for Deeper {
    fn again(&self, depth: u32, steps: u32) -> Result<u32, Error> {
        let plugin = self.0.upgrade().unwrap();
        plugin.get().unwrap().dig(depth, steps)
    }
}

#[test]
fn guests_can_not_use_up_the_hosts_stack_together() {
    in_its_own_process("guests_can_not_use_up_the_hosts_stack_together", || {
        let plugin: Arc<OnceLock<Digger>> = Arc::default();
        let component = wat::parse_str(DIGGER).unwrap();
        let digger = Digger::load(component, Deeper(Arc::downgrade(&plugin))).unwrap();
        let digger = plugin.get_or_init(|| digger);
        assert_eq!(digger.dig(2, 10).unwrap(), 30);
        // Each instance by itself may use half a MiB. How many steps that are is not known, so some of these trap at once, and
        // some leave little to spare.
        for steps in (2000..20_000).step_by(1000) {
            let _ = digger.dig(20, steps);
        }
        assert_eq!(digger.dig(2, 10).unwrap(), 30);
    });
}

// The time of the host.

#[fidius::host(inline = "
package test:wait;
world waiter {
  import wait: func();
  export run: func();
}
")]
struct Waiter;

/// The guest returns right after the host, so that the engine has no time to notice anything.
const WAITER: &str = r#"
(component
  (import "wait" (func $wait))
  (core func $lowered (canon lower (func $wait)))
  (core module $m
    (import "" "wait" (func $wait))
    (func (export "run") (call $wait)))
  (core instance $i (instantiate $m (with "" (instance (export "wait" (func $lowered))))))
  (func (export "run") (canon lift (core func $i "run"))))
"#;

#[test]
fn a_call_whose_host_function_takes_too_long_is_a_timeout() {
    struct Slow;

    impl waiter::WaiterImports for Slow {
        fn wait(&self) -> Result<(), Error> {
            thread::sleep(Duration::from_millis(400));
            Ok(())
        }
    }

    let waiter = Waiter::builder()
        .imports(Slow)
        .limits(Limits {
            time: Duration::from_millis(100),
            ..Limits::default()
        })
        .load(wat::parse_str(WAITER).unwrap())
        .unwrap();
    let error = waiter.run().unwrap_err();
    assert!(error.is_timeout(), "{error}");
}

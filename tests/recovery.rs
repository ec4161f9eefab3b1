//! After a call that fails the instance is gone and the next call works; what failed can be seen, and is never done again.

mod component_of_text;
mod toy;

use std::collections::BTreeMap;
use std::error::Error as _;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::Ordering::Relaxed;
use std::thread;
use std::time::Duration;

use fidius::{Error, ErrorKind, Limits, Runtime};
use toy::toy::ToyAsync;
use toy::{Desk, FORMS, Form, Setup, Toy, block_on, load, until};

/// What each instance is configured with.
const CONFIG: &[u8] = b"a configuration";

/// How a call can fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Trap,
    Time,
    CpuTime,
    Fuel,
    Memory,
    Tables,
    Stack,
    Transfer,
    Handles,
    Exit,
    HostPanic,
}

const WAYS: [Way; 11] = [
    Way::Trap,
    Way::Time,
    Way::CpuTime,
    Way::Fuel,
    Way::Memory,
    Way::Tables,
    Way::Stack,
    Way::Transfer,
    Way::Handles,
    Way::Exit,
    Way::HostPanic,
];

/// Limits that no call here hits that is not to hit one of them.
fn patient() -> Limits {
    Limits {
        time: Duration::from_secs(60),
        cpu_time: Duration::from_secs(60),
        fuel: Some(u64::MAX),
        ..Limits::default()
    }
}

impl Way {
    fn kind(self) -> ErrorKind {
        match self {
            Self::Trap => ErrorKind::Trap,
            Self::Time => ErrorKind::Timeout,
            Self::CpuTime => ErrorKind::CpuTime,
            Self::Fuel => ErrorKind::OutOfFuel,
            Self::Memory => ErrorKind::OutOfMemory,
            Self::Tables => ErrorKind::TooManyTableElements,
            Self::Stack => ErrorKind::StackOverflow,
            Self::Transfer => ErrorKind::TransferTooLarge,
            Self::Handles => ErrorKind::TooManyHandles,
            Self::Exit => ErrorKind::Exit,
            Self::HostPanic => ErrorKind::HostPanic,
        }
    }

    /// The call.
    fn fail(self, form: Form, plugin: &Toy) -> Error {
        let with = |change: fn(&mut Limits)| {
            let mut limits = patient();
            change(&mut limits);
            plugin.plugin().with_limits(limits).unwrap()
        };
        let failed = match self {
            Self::Trap => call!(form, plugin, trap()),
            Self::Time => {
                let plugin = with(|limits| limits.time = Duration::from_millis(30));
                call!(form, plugin, spin())
            }
            Self::CpuTime => {
                let plugin = with(|limits| limits.cpu_time = Duration::from_millis(30));
                call!(form, plugin, spin())
            }
            Self::Fuel => {
                let plugin = with(|limits| limits.fuel = Some(100_000));
                call!(form, plugin, spin())
            }
            Self::Memory => call!(form, plugin, must_grow(60_000)),
            Self::Tables => call!(form, plugin, must_grow_table(1_000_000)),
            Self::Stack => call!(form, plugin, recurse(u32::MAX)).map(drop),
            Self::Transfer => {
                let plugin = with(|limits| limits.transfer = 1000);
                call!(form, plugin, give(2000)).map(drop)
            }
            Self::Handles => call!(form, plugin, make(1_000_000)),
            Self::Exit => call!(form, plugin, exit()),
            Self::HostPanic => call!(form, plugin, fail()),
        };
        let error = failed.unwrap_err();
        assert_eq!(error.kind(), self.kind(), "{form:?} {plugin:?}: {error:?}");
        error
    }
}

/// A plugin whose instances are of one kind.
struct Plugin {
    kind: &'static str,
    toy: Toy,
    desk: Arc<Desk>,
}

/// The plugin, configured, with instances of each kind that are its own.
fn plugins(host: Form, runtime: &Runtime) -> [Plugin; 3] {
    let plugin = |kind, spares, pool| {
        let desk = Desk::new();
        let setup = Setup {
            runtime: Some(runtime.clone()),
            spares,
            pool,
            config: Some(CONFIG),
            ..Setup::default()
        };
        let toy = load(host, &desk, setup).unwrap();
        Plugin { kind, toy, desk }
    };
    [
        plugin("fresh", None, None),
        plugin("spares", Some(2), None),
        plugin("pool", None, Some(1)),
    ]
}

fn runtime() -> Runtime {
    Runtime::builder().limits(patient()).build().unwrap()
}

/// The instance is a new one, and configured.
#[track_caller]
fn assert_new(place: &str, form: Form, plugin: &Toy) {
    assert_eq!(call!(form, plugin, config()).unwrap(), CONFIG, "{place}");
    assert_eq!(call!(form, plugin, count()).unwrap(), 1, "{place}");
}

#[test]
fn the_next_call_has_a_new_instance() {
    let runtime = runtime();
    for host in FORMS {
        for plugin in plugins(host, &runtime) {
            let Plugin { kind, toy, .. } = &plugin;
            for (way, form) in WAYS
                .into_iter()
                .flat_map(|way| FORMS.map(|form| (way, form)))
            {
                let place = format!("{kind} {host:?} {form:?} {way:?}");
                way.fail(form, toy);
                for form in FORMS {
                    if *kind == "pool" {
                        // None is left, and the next one serves both calls, and is gone again.
                        assert_eq!(toy.plugin().counters().instances, 0, "{place}");
                        assert_new(&place, form, toy);
                        assert_eq!(toy.plugin().counters().instances, 1, "{place}");
                        way.fail(form, toy);
                    } else {
                        assert_new(&place, form, toy);
                    }
                }
                if *kind == "fresh" {
                    assert_eq!(toy.plugin().counters().instances, 0, "{place}");
                }
            }
        }
    }
}

#[test]
fn a_session_that_failed_says_why() {
    let runtime = runtime();
    for host in FORMS {
        let [Plugin { toy, .. }, ..] = plugins(host, &runtime);
        for (way, form) in WAYS
            .into_iter()
            .flat_map(|way| FORMS.map(|form| (way, form)))
        {
            let place = format!("{host:?} {form:?} {way:?}");
            let session = block_on(toy.plugin().session_async()).unwrap();
            assert_new(&place, form, &session);
            assert_eq!(toy.plugin().counters().instances, 1, "{place}");
            let failure = way.fail(form, &session);
            assert_eq!(toy.plugin().counters().instances, 0, "{place}");
            for form in FORMS {
                let error = call!(form, session, count()).unwrap_err();
                assert!(
                    error.is_session_lost() && !error.is_limit(),
                    "{place}: {error:?}"
                );
                let cause = error.source().unwrap().downcast_ref::<Error>().unwrap();
                assert_eq!(cause.kind(), way.kind(), "{place}");
                assert_eq!(cause.to_string(), failure.to_string(), "{place}");
            }
            assert_new(
                &place,
                form,
                &block_on(toy.plugin().session_async()).unwrap(),
            );
        }
    }
}

/// Begins a call and drops its future, once the call is under way: while it computes, or waits for the host.
fn cancel(plugin: &Toy, desk: &Desk, waits: bool) {
    let before = desk.came().len();
    block_on(async {
        let mut call: Pin<Box<dyn Future<Output = Result<(), Error>>>> = if waits {
            Box::pin(ToyAsync::wait(plugin, 1))
        } else {
            Box::pin(ToyAsync::spin(plugin))
        };
        for _ in 0..10 {
            let limit = tokio::time::timeout(Duration::from_millis(20), &mut call);
            assert!(limit.await.is_err(), "it does not end by itself");
            if !waits || desk.came().len() > before {
                return;
            }
        }
        panic!("it did not begin");
    });
}

#[test]
fn a_call_that_is_dropped_is_over() {
    let runtime = runtime();
    for waits in [false, true] {
        for plugin in plugins(Form::Async, &runtime) {
            let Plugin { kind, toy, desk } = &plugin;
            for form in FORMS {
                let place = format!("{kind} {form:?} waits: {waits}");
                cancel(toy, desk, waits);
                // Spare ones may be kept ready by now.
                if *kind != "spares" {
                    assert_eq!(toy.plugin().counters().instances, 0, "{place}");
                }
                assert_new(&place, form, toy);
                if *kind == "pool" {
                    cancel(toy, desk, waits);
                    assert_new(&place, form, toy);
                    toy.trap().unwrap_err();
                }
            }
            // What nobody waits for any more is no failure.
            let counters = toy.plugin().counters();
            assert!(
                !counters
                    .failures_by_kind
                    .contains_key(&ErrorKind::Cancelled),
                "{kind}"
            );
            assert_eq!(counters.consecutive_failures, u64::from(*kind == "pool"));
        }
    }
}

#[test]
fn a_session_whose_call_was_dropped_says_so() {
    let runtime = runtime();
    let [Plugin { toy, desk, .. }, ..] = plugins(Form::Async, &runtime);
    for waits in [false, true] {
        let session = block_on(toy.plugin().session_async()).unwrap();
        assert_new("session", Form::Async, &session);
        cancel(&session, &desk, waits);
        assert_eq!(toy.plugin().counters().instances, 0);
        for form in FORMS {
            let error = call!(form, session, count()).unwrap_err();
            assert!(error.is_session_lost(), "{error:?}");
            let cause = error.source().unwrap().downcast_ref::<Error>().unwrap();
            assert!(cause.is_cancelled(), "{cause:?}");
        }
        assert_new("fresh", Form::Async, &toy);
    }
}

#[test]
fn a_call_that_is_dropped_while_it_waits_for_an_instance_takes_none() {
    let desk = Desk::new();
    let setup = Setup {
        limits: Some(Limits {
            instances: 1,
            fuel: None,
            ..patient()
        }),
        ..Setup::default()
    };
    let fresh = load(Form::Async, &desk, setup.clone()).unwrap();
    let pool = Setup {
        pool: Some(1),
        ..setup
    };
    let pool = load(Form::Async, &desk, pool).unwrap();
    for (kind, plugin) in [("fresh", fresh), ("pool", pool)] {
        let before = desk.came().len();
        desk.scope(|scope| {
            let holder = scope.spawn(|| plugin.wait(0));
            desk.until_came(before + 1);
            block_on(async {
                let call = ToyAsync::count(&plugin);
                let limit = tokio::time::timeout(Duration::from_millis(20), call);
                assert!(limit.await.is_err(), "{kind}");
            });
            let counters = plugin.plugin().counters();
            assert_eq!((counters.instances, counters.waiting), (1, 0), "{kind}");
            desk.let_go(1);
            holder.join().unwrap().unwrap();
        });
        for form in FORMS {
            assert!(call!(form, plugin, count()).is_ok(), "{kind}");
        }
    }
}

#[test]
fn failures_are_counted() {
    let runtime = runtime();
    for host in FORMS {
        for Plugin { kind, toy, .. } in plugins(host, &runtime) {
            let counters = || toy.plugin().counters();
            assert_eq!(counters().failures, 0);
            assert!(counters().last_failure.is_none());
            let mut expected = BTreeMap::new();
            let mut all = 0;
            for form in FORMS {
                for (consecutive, way) in WAYS.into_iter().enumerate() {
                    assert_eq!(counters().consecutive_failures, consecutive as u64);
                    let error = way.fail(form, &toy);
                    all += 1;
                    *expected.entry(way.kind()).or_insert(0) += 1;
                    let now = counters();
                    assert_eq!(now.failures, all, "{kind} {way:?}");
                    assert_eq!(now.failures_by_kind, expected, "{kind} {way:?}");
                    let last = now.last_failure.unwrap();
                    assert_eq!(last.to_string(), error.to_string(), "{kind} {way:?}");
                }
                // Whoever looks at a clone, or at a handle with other limits, sees the same.
                let other = toy.plugin().with_limits(patient()).unwrap();
                assert_eq!(other.clone().plugin().counters().failures, all);
                call!(form, other, count()).unwrap();
                assert_eq!(counters().consecutive_failures, 0, "{kind}");
                assert_eq!(counters().failures, all);
            }
            // A session's calls, and what they fail with once it is lost, are the plugin's too.
            let session = block_on(toy.plugin().session_async()).unwrap();
            session.trap().unwrap_err();
            session.count().unwrap_err();
            all += 2;
            assert_eq!(counters().failures, all);
            assert_eq!(counters().failures_by_kind[&ErrorKind::SessionLost], 1);
            assert_eq!(counters().consecutive_failures, 2);
            if kind == "fresh" {
                assert_eq!(counters().instances, 0);
            }
        }
    }
}

#[test]
fn a_call_that_fails_is_not_made_again() {
    let runtime = runtime();
    for host in FORMS {
        for Plugin { kind, toy, desk } in plugins(host, &runtime) {
            let mut fails = 0;
            for form in FORMS {
                for _ in 0..5 {
                    Way::HostPanic.fail(form, &toy);
                    fails += 1;
                    assert_eq!(desk.fails.load(Relaxed), fails, "{kind} {form:?}");
                }
                // What the guest had done before it failed is done once.
                let before = desk.came().len();
                let quick = Limits {
                    time: Duration::from_millis(500),
                    ..patient()
                };
                let quick = toy.plugin().with_limits(quick).unwrap();
                desk.let_go(1);
                let error = call!(form, quick, wait_and_compute(3, u64::MAX)).unwrap_err();
                assert!(error.is_timeout(), "{error:?}");
                thread::sleep(Duration::from_millis(50));
                assert_eq!(desk.came().len(), before + 1, "{kind} {form:?}");
                assert_new(kind, form, &toy);
            }
            assert_eq!(desk.fails.load(Relaxed), fails, "{kind}");
        }
    }
}

#[test]
fn callers_of_a_plugin_that_fails_do_not_disturb_each_other() {
    let runtime = runtime();
    for host in FORMS {
        for Plugin { kind, toy, .. } in plugins(host, &runtime) {
            thread::scope(|scope| {
                for thread in 0..4_usize {
                    let toy = &toy;
                    scope.spawn(move || {
                        for turn in 0..40 {
                            let form = FORMS[turn % 2];
                            if (thread + turn) % 4 == 0 {
                                call!(form, toy, trap()).unwrap_err();
                            } else {
                                let config = call!(form, toy, config()).unwrap();
                                assert_eq!(config, CONFIG, "{kind} {form:?}");
                            }
                        }
                    });
                }
            });
            let counters = toy.plugin().counters();
            assert_eq!(counters.failures, 40, "{kind}");
            assert_eq!(
                counters.failures_by_kind,
                BTreeMap::from([(ErrorKind::Trap, 40)])
            );
            until(|| toy.plugin().counters().instances <= 4);
        }
    }
}

//! Where the instance of a call comes from: fresh, from a pool, or held in a session.

use std::sync::{Arc, Barrier};
use std::thread;
use std::time::{Duration, Instant};

use fidius::Limits;

#[fidius::host(wit = "misbehave.wit")]
struct Misbehave;

const COMPONENT: &str = "guests/built/misbehave.wasm";

fn with_time(time: Duration) -> Limits {
    Limits {
        time,
        ..Limits::default()
    }
}

#[test]
fn a_fresh_instance_remembers_nothing() {
    let plugin = Misbehave::load(COMPONENT).unwrap();
    let first = plugin.count().unwrap();
    assert_eq!(plugin.count().unwrap(), first);
    assert_eq!(plugin.clone().count().unwrap(), first);
}

#[test]
fn fresh_instances_never_see_each_other_across_threads() {
    let plugin = Misbehave::load(COMPONENT).unwrap();
    let first = plugin.count().unwrap();
    thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                for _ in 0..200 {
                    assert_eq!(plugin.count().unwrap(), first);
                }
            });
        }
    });
}

#[test]
fn a_session_remembers() {
    let plugin = Misbehave::load(COMPONENT).unwrap();
    let session = plugin.plugin().session().unwrap();
    let first = session.count().unwrap();
    assert_eq!(session.count().unwrap(), first + 1);
    assert_eq!(session.clone().count().unwrap(), first + 2);

    let other = plugin.plugin().session().unwrap();
    assert_eq!(other.count().unwrap(), first);
    assert_eq!(session.count().unwrap(), first + 3);
}

#[test]
fn a_session_serves_one_call_at_a_time_from_many_threads() {
    let plugin = Misbehave::load(COMPONENT).unwrap();
    let session = plugin.plugin().session().unwrap();
    let first = session.count().unwrap();
    thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                for _ in 0..100 {
                    session.count().unwrap();
                }
            });
        }
    });
    assert_eq!(session.count().unwrap(), first + 801);
}

#[test]
fn a_session_that_failed_says_so() {
    let plugin = Misbehave::load(COMPONENT).unwrap();
    let session = plugin.plugin().session().unwrap();
    // What the guest answers is an answer, also when it is an error.
    assert!(session.read_file("/x").is_err());
    assert!(session.count().is_ok());

    assert!(session.trap().unwrap_err().is_trap());
    for _ in 0..2 {
        let error = session.count().unwrap_err();
        assert!(error.is_session_lost());
        let cause = std::error::Error::source(&error).unwrap().to_string();
        assert!(cause.contains("`trap`"), "{cause}");
    }
    assert!(plugin.count().is_ok());
    assert!(plugin.plugin().session().unwrap().count().is_ok());
}

#[test]
fn a_session_of_a_session_is_a_new_one() {
    let plugin = Misbehave::load(COMPONENT).unwrap();
    let session = plugin.plugin().session().unwrap();
    let first = session.count().unwrap();
    session.count().unwrap();
    let other = session.plugin().session().unwrap();
    assert_eq!(other.count().unwrap(), first);
}

#[test]
fn waiting_for_a_busy_session_has_a_limit() {
    let plugin = Misbehave::builder()
        .limits(with_time(Duration::from_millis(400)))
        .load(COMPONENT)
        .unwrap();
    let session = plugin.plugin().session().unwrap();
    let begun = Arc::new(Barrier::new(2));
    let busy = {
        let (session, begun) = (session.clone(), Arc::clone(&begun));
        thread::spawn(move || {
            begun.wait();
            session.loop_forever().unwrap_err()
        })
    };
    begun.wait();
    // Whether this one or the other gets the instance first, both end.
    let error = session.loop_forever().unwrap_err();
    let other = busy.join().unwrap();
    assert!(error.is_timeout() || error.is_session_lost(), "{error}");
    assert!(other.is_timeout() || other.is_session_lost(), "{other}");
}

#[test]
fn a_pool_uses_its_instances_again() {
    let plugin = Misbehave::builder().pool(1).load(COMPONENT).unwrap();
    let first = plugin.count().unwrap();
    assert_eq!(plugin.count().unwrap(), first + 1);
    assert!(plugin.trap().unwrap_err().is_trap());
    assert_eq!(
        plugin.count().unwrap(),
        first,
        "the failed instance is gone"
    );
}

#[test]
fn a_pool_never_has_more_instances_than_its_size() {
    let plugin = Misbehave::builder().pool(3).load(COMPONENT).unwrap();
    let calls = 400;
    let sum: u64 = thread::scope(|scope| {
        let threads: Vec<_> = (0..8)
            .map(|_| {
                scope.spawn(|| {
                    (0..calls)
                        .map(|_| u64::from(plugin.count().unwrap()))
                        .max()
                        .unwrap()
                })
            })
            .collect();
        threads
            .into_iter()
            .map(|thread| thread.join().unwrap())
            .max()
            .unwrap()
    });
    // 3,200 calls on at most three instances: one of them has served a third of them at least.
    assert!(sum >= 8 * calls / 3, "{sum}");
}

#[test]
fn a_busy_pool_is_waited_for_within_the_time_limit() {
    let plugin = Misbehave::builder()
        .pool(1)
        .limits(with_time(Duration::from_millis(300)))
        .load(COMPONENT)
        .unwrap();
    thread::scope(|scope| {
        let sleeper = scope.spawn(|| plugin.sleep(3_600_000).unwrap_err());
        while !sleeper.is_finished() {
            match plugin.count() {
                Ok(_) => {}
                Err(error) => assert!(error.is_timeout(), "{error}"),
            }
        }
        assert!(sleeper.join().unwrap().is_timeout());
    });
    assert!(plugin.count().is_ok());
}

#[test]
fn a_waiting_call_gets_the_instance_that_becomes_free() {
    let plugin = Misbehave::builder().pool(1).load(COMPONENT).unwrap();
    thread::scope(|scope| {
        let threads: Vec<_> = (0..6).map(|_| scope.spawn(|| plugin.sleep(20))).collect();
        for thread in threads {
            thread.join().unwrap().unwrap();
        }
    });
}

#[test]
fn one_loaded_plugin_serves_many_threads() {
    #[fidius::host(wit = "greeter.wit")]
    struct Greeter;

    let greeter = Greeter::load("guests/built/greeter.wasm").unwrap();
    thread::scope(|scope| {
        for number in 0..8 {
            let greeter = &greeter;
            scope.spawn(move || {
                for _ in 0..50 {
                    let name = format!("thread {number}");
                    assert_eq!(greeter.greet(&name).unwrap(), format!("Hello, {name}!"));
                }
            });
        }
    });
}

#[test]
fn a_runtime_of_its_own_works_and_ends() {
    let runtime = fidius::Runtime::new();
    let plugin = Misbehave::builder()
        .runtime(&runtime)
        .load(COMPONENT)
        .unwrap();
    drop(runtime);
    assert!(plugin.count().is_ok());
    let session = plugin.plugin().session().unwrap();
    drop(plugin);
    assert!(session.count().is_ok());
}

/// A place whose instance is gone looks busy for a moment to whoever looks at it, and nobody may go to sleep for that.
#[test]
fn callers_of_a_pool_do_not_sleep_beside_a_free_place() {
    const LIMIT: Duration = Duration::from_secs(60);
    let plugin = Misbehave::builder()
        .pool(1)
        .limits(with_time(LIMIT))
        .load(COMPONENT)
        .unwrap();
    let end = Instant::now() + Duration::from_secs(2);
    thread::scope(|scope| {
        for thread in 0..4 {
            let plugin = &plugin;
            scope.spawn(move || {
                for turn in thread.. {
                    if end < Instant::now() {
                        break;
                    }
                    let began = Instant::now();
                    let result = if turn % 2 == 0 {
                        plugin.trap()
                    } else {
                        plugin.count().map(drop)
                    };
                    assert!(result.is_ok() || result.unwrap_err().is_trap());
                    assert!(began.elapsed() < LIMIT / 2);
                }
            });
        }
    });
}

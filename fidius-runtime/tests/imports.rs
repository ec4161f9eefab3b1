//! Functions that the host gives to the plugin: their errors and panics, calls back into plugins, and what is checked when a
//! plugin is loaded.

mod support;

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use fidius_runtime::{Error, ErrorKind, Limits};
use parking_lot::Mutex;
use support::{App, COMPONENT, Desk, Ticket};

type Answer = Box<dyn Fn(u32) -> Result<u32, Error> + Send + Sync>;

/// Answers `ask` as it is told.
#[derive(Clone, Default)]
struct Asked(Arc<Mutex<Option<Arc<Answer>>>>);

impl Asked {
    fn answer(&self, answer: impl Fn(u32) -> Result<u32, Error> + Send + Sync + 'static) {
        *self.0.lock() = Some(Arc::new(Box::new(answer)));
    }
}

impl Desk for Asked {
    fn log(&self, _: u32) -> Result<(), Error> {
        Ok(())
    }

    fn issue(&self, _: u32) -> Result<Ticket, Error> {
        Err(Error::new(ErrorKind::Other, "there are no tickets"))
    }

    fn redeem(&self, _: Ticket) -> Result<u32, Error> {
        unreachable!("there are no tickets")
    }

    fn compare(&self, _: &Ticket, _: &Ticket) -> Result<bool, Error> {
        unreachable!("there are no tickets")
    }

    fn ask(&self, n: u32) -> Result<u32, Error> {
        let answer = self.0.lock().clone();
        match answer {
            Some(answer) => answer(n),
            None => Ok(n),
        }
    }
}

fn component() -> Vec<u8> {
    wat::parse_str(COMPONENT).unwrap()
}

fn limits(time: Duration) -> Limits {
    Limits {
        time,
        ..Limits::default()
    }
}

/// What waits, waits for so long, and what does not takes no fifth of it on any machine.
const WAIT: Duration = Duration::from_secs(300);

fn load(pool: Option<usize>, time: Duration) -> (App, Asked) {
    let asked = Asked::default();
    let builder = App::builder().imports(asked.clone()).limits(limits(time));
    let builder = match pool {
        Some(size) => builder.pool(size),
        None => builder,
    };
    (builder.load(component()).unwrap(), asked)
}

#[test]
fn an_error_comes_back_as_it_is() {
    let (app, asked) = load(None, Duration::from_secs(10));
    asked.answer(|_| {
        let source = std::io::Error::other("the disk is full");
        Err(Error::new(ErrorKind::OutOfMemory, "no room").with_source(source))
    });
    let error = app.forward(1).unwrap_err();
    assert!(error.is_out_of_memory());
    assert_eq!(error.to_string(), "no room");
    assert_eq!(
        std::error::Error::source(&error).unwrap().to_string(),
        "the disk is full"
    );
    assert_eq!(app.make(1).unwrap_err().to_string(), "there are no tickets");
    assert_eq!(app.count().unwrap(), 1);
}

#[test]
fn a_panic_fails_its_call() {
    let (app, asked) = load(Some(1), Duration::from_secs(10));
    asked.answer(|n| panic!("can't answer {n}"));
    let error = app.forward(3).unwrap_err();
    assert!(error.is_host_panic(), "{error}");
    let text = error.to_string();
    assert!(
        text.starts_with("the function `ask`, which the host gives to the component of")
            && text.ends_with("panicked: can't answer 3"),
        "{text}"
    );
    asked.answer(Ok);
    assert_eq!(app.forward(4).unwrap(), 4);
}

#[test]
fn each_instance_may_have_imports_of_its_own() {
    struct Counter(AtomicU32);
    impl Desk for Counter {
        fn log(&self, _: u32) -> Result<(), Error> {
            Ok(())
        }
        fn issue(&self, _: u32) -> Result<Ticket, Error> {
            unreachable!("nobody wants one")
        }
        fn redeem(&self, _: Ticket) -> Result<u32, Error> {
            unreachable!("nobody has one")
        }
        fn compare(&self, _: &Ticket, _: &Ticket) -> Result<bool, Error> {
            unreachable!("nobody has one")
        }
        fn ask(&self, _: u32) -> Result<u32, Error> {
            Ok(self.0.fetch_add(1, Ordering::SeqCst))
        }
    }

    let made = Arc::new(AtomicU32::new(0));
    let app = App::builder()
        .imports_with({
            let made = Arc::clone(&made);
            move || {
                assert_ne!(made.fetch_add(1, Ordering::SeqCst), 4, "no more");
                Counter(AtomicU32::new(0))
            }
        })
        .load(component())
        .unwrap();
    assert_eq!(made.load(Ordering::SeqCst), 0);
    assert_eq!(app.forward(0).unwrap(), 0);
    assert_eq!(app.forward(0).unwrap(), 0);
    let session = app.plugin().session().unwrap();
    assert_eq!(session.forward(0).unwrap(), 0);
    assert_eq!(session.forward(0).unwrap(), 1);
    assert_eq!(app.forward(0).unwrap(), 0);
    let error = app.forward(0).unwrap_err();
    assert!(error.is_host_panic(), "{error}");
    assert!(error.to_string().contains("no more"), "{error}");
    assert_eq!(app.forward(0).unwrap(), 0);
    assert_eq!(session.forward(0).unwrap(), 2);
}

#[test]
fn a_nested_call_gets_an_instance_of_its_own() {
    let (app, asked) = load(None, Duration::from_secs(10));
    let inner = app.clone();
    asked.answer(move |n| match n {
        0 => inner.count(),
        n => Ok(inner.forward(n - 1)? + 10),
    });
    assert_eq!(app.forward(5).unwrap(), 51);
}

#[test]
fn a_nested_call_never_waits() {
    let (app, asked) = load(Some(3), WAIT);
    let inner = app.clone();
    asked.answer(move |n| match n {
        0 => Ok(0),
        n => inner.forward(n - 1),
    });
    assert_eq!(app.forward(2).unwrap(), 0);
    let start = Instant::now();
    let error = app.forward(3).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::TooManyInstances, "{error}");
    assert!(error.to_string().contains("all 3 instances"), "{error}");
    assert!(start.elapsed() < WAIT / 5);
    assert_eq!(app.forward(2).unwrap(), 0);
}

#[test]
fn a_session_is_not_entered_twice() {
    let (app, asked) = load(None, WAIT);
    let session = app.plugin().session().unwrap();
    let inner = session.clone();
    asked.answer(move |_| inner.count());
    let start = Instant::now();
    let error = session.forward(1).unwrap_err();
    assert!(error.is_reentrant(), "{error}");
    assert!(start.elapsed() < WAIT / 5);

    // The function may do without: then all goes on.
    let session = app.plugin().session().unwrap();
    let inner = session.clone();
    asked.answer(move |_| {
        Ok(u32::from(
            inner.count().is_err_and(|error| error.is_reentrant()),
        ))
    });
    assert_eq!(session.forward(1).unwrap(), 1);
    assert_eq!(session.count().unwrap(), 1);
}

#[test]
fn a_nested_call_ends_with_the_outer_one() {
    let (outer, asked) = load(None, Duration::from_millis(100));
    let (inner, _) = load(None, WAIT);
    let session = inner.plugin().session().unwrap();
    for inner in [inner.clone(), session] {
        asked.answer(move |_| inner.spin().map(|()| 0));
        let start = Instant::now();
        let error = outer.forward(1).unwrap_err();
        assert!(error.is_timeout(), "{error}");
        assert!(
            error
                .to_string()
                .ends_with("within the time that was left of the call which it was part of"),
            "{error}"
        );
        assert!(start.elapsed() < WAIT / 5);
    }
}

#[test]
fn what_is_optional_may_be_missing() {
    let (app, _) = load(Some(1), Duration::from_secs(10));
    let error = app.extra().unwrap_err();
    assert!(error.is_missing(), "{error}");
    assert!(
        error
            .to_string()
            .contains("does not have the optional function `extra` of `test:res/app@1.0.0`"),
        "{error}"
    );
    let plugin = app.plugin();
    for there in [
        "count",
        "app.count",
        "merge",
        "store.merge",
        "store#merge",
        "test:res/store.merge",
        "test:res/store@1.0.0#merge",
        "test:res/store@1.0.0.merge",
        "bucket.get",
        "store.bucket.get",
        "store",
        "test:res/store",
        "test:res/store@1.0.0",
    ] {
        assert!(plugin.has(there), "{there}");
    }
    for missing in [
        "extra",
        "app.extra",
        "more",
        "more.most",
        "most",
        "tickets.merge",
        "",
    ] {
        assert!(!plugin.has(missing), "{missing}");
    }
    let names: Vec<_> = plugin
        .interfaces()
        .map(|found| found.name.to_string())
        .collect();
    assert_eq!(
        names,
        [
            "test:res/store@1.0.0",
            "test:res/tickets@1.0.0",
            "test:res/app@1.0.0"
        ]
    );
    assert_eq!(&*plugin.interface().name, "test:res/store@1.0.0");
}

fn refused(change: impl Fn(String) -> String) -> String {
    let changed = change(COMPONENT.to_owned());
    let component = wat::parse_str(&changed).unwrap_or_else(|error| panic!("{error}"));
    let error = App::builder()
        .imports(Asked::default())
        .load(&component)
        .unwrap_err();
    error.to_string().replace(&component.len().to_string(), "1")
}

#[test]
fn what_the_plugin_wants_must_be_there() {
    let text = refused(|wat| {
        wat.replacen(
            "(import \"ask\"",
            "(import \"tell\" (func (param \"n\" u32)))
             (import \"test:res/archive@1.0.0\" (instance (export \"find\" (func (param \"n\" u32) (result string)))))
             (import \"test:res/desk@2.0.0\" (instance (export \"log\" (func (param \"n\" u32)))))
             (import \"ask\"",
            1,
        )
        .replacen(
            "(export \"log\" (func (param \"n\" u32)))\n    (export \"issue\"",
            "(export \"log\" (func (param \"n\" u32)))\n    (export \"isue\" (func))\n    (export \"issue\"",
            1,
        )
    });
    assert_eq!(
        text,
        "\
the component of 1 bytes imports 4 things that this host does not provide:
  - `test:res/desk@1.0.0`: this host offers it with other functions
      function `isue`
        wanted:   isue: func()
        offered:  nothing (the host has `issue`)
  - `test:res/archive@1.0.0`: this host gives plugins only `test:res/desk@1.0.0`
      find: func(n: u32) -> string
  - `test:res/desk@2.0.0`: this host has another version of it, `test:res/desk@1.0.0`, which is not compatible
      log: func(n: u32)
  - `tell`: this host gives plugins only `ask`
      tell: func(n: u32)"
    );
}

#[test]
fn what_the_plugin_wants_must_have_the_same_types() {
    let text = refused(|wat| {
        wat.replacen(
            "(import \"ask\" (func $ask (param \"n\" u32) (result u32)))",
            "(import \"ask\" (func $ask (param \"n\" u32) (result s32)))",
            1,
        )
    });
    assert_eq!(
        text,
        "\
the component of 1 bytes imports something that this host does not provide:
  - `ask`: this host offers a function of that name that is not the same
      function `ask`: the result
        wanted:   s32
        offered:  u32"
    );
}

#[test]
fn another_version_of_an_import_is_served() {
    let component = wat::parse_str(COMPONENT.replace("desk@1.0.0", "desk@1.4.2")).unwrap();
    let app = App::builder()
        .imports(Asked::default())
        .load(&component)
        .unwrap();
    assert_eq!(app.bucket(1).unwrap().get().unwrap(), 1);
}

//! Handles of resources: the plugin's, which live in its instances, and the host's, which live in tables.

mod support;

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use fidius_runtime::{Error, Limits};
use parking_lot::Mutex;
use support::{App, Bucket, BucketResource, COMPONENT, Desk, Ticket, TicketResource};

type Action = Box<dyn FnOnce() + Send>;

/// What the plugin has logged, the tickets there are, and what `ask` does.
#[derive(Clone, Default)]
struct Office {
    log: Arc<Mutex<Vec<u32>>>,
    tickets: Arc<AtomicUsize>,
    on_ask: Arc<Mutex<Vec<Action>>>,
}

impl Office {
    fn ticket(&self, n: u32) -> Ticket {
        self.tickets.fetch_add(1, Ordering::SeqCst);
        Ticket::new(Number(n, Arc::clone(&self.tickets)))
    }

    fn log(&self) -> Vec<u32> {
        std::mem::take(&mut *self.log.lock())
    }

    fn tickets(&self) -> usize {
        self.tickets.load(Ordering::SeqCst)
    }
}

struct Number(u32, Arc<AtomicUsize>);

impl Drop for Number {
    fn drop(&mut self) {
        self.1.fetch_sub(1, Ordering::SeqCst);
        assert_ne!(self.0, 13, "an unlucky number");
    }
}

impl TicketResource for Number {
    fn number(&self) -> Result<u32, Error> {
        Ok(self.0)
    }
}

impl Desk for Office {
    fn log(&self, n: u32) -> Result<(), Error> {
        self.log.lock().push(n);
        Ok(())
    }

    fn issue(&self, n: u32) -> Result<Ticket, Error> {
        Ok(self.ticket(n))
    }

    fn redeem(&self, ticket: Ticket) -> Result<u32, Error> {
        let number = ticket.downcast_ref::<Number>().expect("it is ours");
        Ok(number.0 * 2)
    }

    fn compare(&self, a: &Ticket, b: &Ticket) -> Result<bool, Error> {
        Ok(a.number()? == b.number()?)
    }

    fn ask(&self, n: u32) -> Result<u32, Error> {
        let actions = std::mem::take(&mut *self.on_ask.lock());
        actions.into_iter().for_each(|action| action());
        Ok(n)
    }
}

fn component() -> Vec<u8> {
    wat::parse_str(COMPONENT).unwrap()
}

fn app() -> (App, Office) {
    let office = Office::default();
    let app = App::builder()
        .imports(office.clone())
        .load(component())
        .unwrap();
    (app, office)
}

fn pooled(size: usize, time: Duration) -> (App, Office) {
    let office = Office::default();
    let limits = Limits {
        time,
        ..Limits::default()
    };
    let app = App::builder()
        .imports(office.clone())
        .pool(size)
        .limits(limits)
        .load(component())
        .unwrap();
    (app, office)
}

#[test]
fn a_handle_keeps_its_instance() {
    let (app, office) = app();
    let a = app.bucket(1).unwrap();
    let b = app.bucket(2).unwrap();
    assert_eq!((a.get().unwrap(), b.get().unwrap()), (1, 2));
    drop(a);
    assert_eq!(office.log(), [1001]);
    assert_eq!(b.get().unwrap(), 2);
    drop(b);
    assert_eq!(office.log(), [1002]);
}

#[test]
fn handles_of_one_instance_work_together() {
    let (app, office) = app();
    let (a, b) = app.pair(10).unwrap();
    let c = app.merge(a, &b).unwrap();
    // The guest has dropped the first, the host not.
    assert_eq!(office.log(), [1010]);
    assert_eq!(c.get().unwrap(), 21);
    drop((b, c));
    assert_eq!(office.log(), [1011, 1021]);
}

#[test]
fn handles_of_a_session_work_together_and_outlive_it() {
    let (app, office) = app();
    let session = app.plugin().session().unwrap();
    let a = session.bucket(1).unwrap();
    let b = session.bucket(2).unwrap();
    // Where the handles live is where the call goes.
    let c = app.merge(a, &b).unwrap();
    let d = session.merge(c, &b).unwrap();
    assert_eq!(office.log(), [1001, 1003]);
    drop(session);
    assert_eq!(d.get().unwrap(), 5);
    drop((b, d));
    assert_eq!(office.log(), [1002, 1005]);
}

#[test]
fn handles_of_other_instances_are_refused() {
    let (app, office) = app();
    let a = app.bucket(1).unwrap();
    let b = app.bucket(2).unwrap();
    let error = app.merge(a, &b).unwrap_err();
    assert!(error.is_foreign_handle(), "{error}");
    assert_text(
        &error,
        "the `bucket` passed to `merge` lives in another instance of the component of 1 bytes; handles work together only \
         within one: make both on one session",
    );
    // The first was given away, and has gone.
    assert_eq!(office.log(), [1001]);
    assert_eq!(b.get().unwrap(), 2);

    let session = app.plugin().session().unwrap();
    let c = session.bucket(3).unwrap();
    assert!(session.merge(b, &c).unwrap_err().is_foreign_handle());
    assert_eq!(c.get().unwrap(), 3);
}

#[test]
fn handles_of_other_plugins_and_of_the_host_are_refused() {
    struct Own;
    impl BucketResource for Own {
        fn get(&self) -> Result<u32, Error> {
            Ok(7)
        }
    }

    let (app, _office) = app();
    let (other, _) = self::app();
    let a = app.bucket(1).unwrap();
    let b = other.bucket(2).unwrap();
    let error = app.merge(b, &a).unwrap_err();
    assert!(error.is_foreign_handle(), "{error}");
    let error = app.merge(Bucket::new(Own), &a).unwrap_err();
    assert!(error.is_foreign_handle(), "{error}");
    assert_text(
        &error,
        "the `bucket` passed to `merge` is the host's own, expected one of the component of 1 bytes",
    );
    assert_eq!(format!("{:?}", Bucket::new(Own)), "Bucket(of the host)");
    assert!(format!("{a:?}").starts_with("Bucket(of the component of"));
}

#[test]
fn a_handle_of_a_lost_instance_says_so() {
    let (app, office) = app();
    let session = app.plugin().session().unwrap();
    let a = session.bucket(1).unwrap();
    office.on_ask.lock().push(Box::new(|| panic!("on purpose")));
    assert!(session.forward(1).unwrap_err().is_host_panic());
    let error = a.get().unwrap_err();
    assert!(error.is_session_lost(), "{error}");
    let cause = std::error::Error::source(&error).unwrap();
    assert!(
        cause.to_string().contains("panicked: on purpose"),
        "{cause}"
    );
    drop(a);
    assert!(office.log().is_empty());
}

#[test]
fn a_handle_dropped_in_a_call_is_destroyed_after_it() {
    let (app, office) = app();
    let session = app.plugin().session().unwrap();
    let a = session.bucket(1).unwrap();
    let log = Arc::clone(&office.log);
    office.on_ask.lock().push(Box::new(move || {
        drop(a);
        log.lock().push(0);
    }));
    session.forward(1).unwrap();
    assert_eq!(office.log(), [0, 1001]);
    assert_eq!(session.count().unwrap(), 1);
}

#[test]
fn a_handle_dropped_on_another_thread_is_destroyed_by_who_has_the_instance() {
    let (app, office) = app();
    let session = app.plugin().session().unwrap();
    for _ in 0..100 {
        let handles: Vec<_> = (0..8).map(|n| session.bucket(n).unwrap()).collect();
        thread::scope(|scope| {
            for handle in handles {
                let session = &session;
                scope.spawn(move || {
                    session.count().unwrap();
                    drop(handle);
                    session.count().unwrap();
                });
            }
        });
        let mut log = office.log();
        log.sort_unstable();
        assert_eq!(log, (1000..1008).collect::<Vec<_>>());
    }
}

#[test]
fn a_destructor_has_little_time() {
    let (app, office) = app();
    let session = app.plugin().session().unwrap();
    let a = session.bucket(777).unwrap();
    let start = Instant::now();
    drop(a);
    let took = start.elapsed();
    assert!(took > Duration::from_millis(50), "{took:?}");
    assert!(took < Duration::from_secs(60), "{took:?}");
    assert_eq!(office.log(), [1777]);
    let error = session.count().unwrap_err();
    assert!(error.is_session_lost(), "{error}");
    let cause = std::error::Error::source(&error).unwrap().to_string();
    assert!(
        cause.starts_with("the destructor of a resource of") && cause.ends_with("limit of 100ms"),
        "{cause}"
    );
}

#[test]
fn a_destructor_that_traps_ends_the_instance() {
    let (app, _office) = app();
    let (a, b) = app.pair(665).unwrap();
    drop(b);
    let error = a.get().unwrap_err();
    assert!(error.is_session_lost(), "{error}");
}

#[test]
fn an_instance_with_handles_keeps_its_place() {
    let (app, office) = pooled(2, Duration::from_secs(2));
    assert_eq!(app.count().unwrap(), 1);
    assert_eq!(app.count().unwrap(), 2);
    let a = app.bucket(1).unwrap();
    // The other place.
    assert_eq!(app.count().unwrap(), 1);
    let b = app.bucket(2).unwrap();
    let error = app.count().unwrap_err();
    assert!(error.is_timeout(), "{error}");
    assert_eq!((a.get().unwrap(), b.get().unwrap()), (1, 2));
    drop(a);
    assert_eq!(office.log(), [1001]);
    assert_eq!(app.count().unwrap(), 1);
    thread::scope(|scope| {
        let (x, y) = app.pair(5).unwrap();
        let waiting = scope.spawn(|| app.count());
        thread::sleep(Duration::from_millis(20));
        drop((x, y));
        assert_eq!(waiting.join().unwrap().unwrap(), 1);
    });
}

#[test]
fn the_hosts_resources_go_there_and_back() {
    for (app, office) in [app(), pooled(1, Duration::from_secs(10))] {
        let session = app.plugin().session().unwrap();
        for app in [&app, &session] {
            let ticket = office.ticket(5);
            assert_eq!(app.look(&ticket).unwrap(), 5);
            assert_eq!(app.look(&ticket).unwrap(), 5);
            assert_eq!(office.tickets(), 1);
            assert_eq!(app.take(ticket).unwrap(), 5);
            assert_eq!(office.tickets(), 0);
            assert_eq!(app.pass_on(6).unwrap(), 12);
            assert!(app.same(7).unwrap());
            assert_eq!(office.tickets(), 0);
            let made = app.make(8).unwrap();
            assert_eq!(made.number().unwrap(), 8);
            assert!(made.downcast_ref::<Number>().is_some());
            assert_eq!(office.tickets(), 1);
            drop(made);
        }
        // What the plugin keeps goes with its instance.
        app.keep(office.ticket(9)).unwrap();
        session.keep(office.ticket(9)).unwrap();
        session.keep(office.ticket(9)).unwrap();
        assert!(office.tickets() >= 2);
        drop((app, session));
        assert_eq!(office.tickets(), 0);
    }
}

#[test]
fn nothing_is_left_over() {
    let (app, office) = app();
    let session = app.plugin().session().unwrap();
    let ticket = office.ticket(1);
    let bucket = session.bucket(1).unwrap();
    for n in 0..20_000 {
        assert_eq!(session.look(&ticket).unwrap(), 1);
        assert_eq!(session.take(office.ticket(n + 20)).unwrap(), n + 20);
        assert_eq!(session.make(n + 20).unwrap().number().unwrap(), n + 20);
        assert_eq!(session.pass_on(n + 20).unwrap(), (n + 20) * 2);
        drop(
            session
                .merge(session.bucket(n + 2000).unwrap(), &bucket)
                .unwrap(),
        );
    }
    assert_eq!(office.tickets(), 1);
    assert_eq!(office.log().len(), 40_000);
}

#[test]
fn a_panic_in_a_drop_fails_the_call_alone() {
    let (app, office) = app();
    let error = app.take(office.ticket(13)).unwrap_err();
    assert!(error.is_host_panic(), "{error}");
    assert!(
        error
            .to_string()
            .starts_with("the destructor of `ticket`, which the host gives to"),
        "{error}"
    );
    assert_eq!(app.take(office.ticket(14)).unwrap(), 14);
    // In an instance that goes with the ticket in it, there is nobody to tell.
    app.keep(office.ticket(13)).unwrap();
    assert_eq!(office.tickets(), 0);
}

/// Compares the text of an error, whatever the size of the component.
#[track_caller]
fn assert_text(error: &Error, text: &str) {
    let size = component().len().to_string();
    assert_eq!(error.to_string().replace(&size, "1"), text);
}

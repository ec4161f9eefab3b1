//! Hosts at every place that one may stand in. The lints are those of the test that this is a module of.

use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use awaited::reporter::{Imports, ReporterImportsAsync, log, store};

#[fidius::host(wit = "types")]
pub(crate) struct Types;

#[fidius::host(wit = "greeter.wit")]
struct Greeter;

#[fidius::host(wit = "tests/wit/hazards")]
struct Hazards;

/// A module.
mod outer {
    /// A module in it.
    pub(super) mod inner {
        /// A host with docs of its own.
        #[fidius::host(wit = "types", module = "other")]
        pub(crate) struct Inner;

        #[fidius::host(wit = "tests/wit/lints.wit")]
        pub(in crate::strict) struct Lints;
    }
}

/// A module of the same name as the one that is generated in it.
mod lints {
    #[fidius::host(wit = "tests/wit/lints.wit")]
    pub(super) struct Same;
}

/// Hosts whose own methods are async, with all that they give and get.
mod awaited {
    #[fidius::host(wit = "types", module = "awaited_types", async)]
    pub(crate) struct Types;

    #[fidius::host(wit = "tests/wit/hazards", module = "awaited_hazards", async)]
    pub(super) struct Hazards;

    #[fidius::host(wit = "tests/wit/lints.wit", async)]
    pub(super) struct Lints;

    /// Functions that the host gives, also of the world.
    #[fidius::host(wit = "reporter.wit", async)]
    pub(super) struct Reporter;

    /// Resources of the plugin.
    #[fidius::host(wit = "counters.wit", async)]
    pub(super) struct Counters;

    /// Resources that the host gives.
    #[fidius::host(wit = "host-resources.wit", async)]
    pub(super) struct HostResources;

    /// Resources of several interfaces, and an import without a name of its own.
    #[fidius::host(wit = "resources", async)]
    pub(super) struct Resources;
}

/// Blocking hosts of the same.
mod blocking {
    #[fidius::host(wit = "reporter.wit")]
    pub(super) struct Reporter;

    #[fidius::host(wit = "host-resources.wit")]
    pub(super) struct HostResources;

    #[fidius::host(wit = "resources")]
    pub(super) struct Resources;
}

const GREETER: &str = "guests/built/greeter.wasm";

#[test]
fn hosts_at_every_place_load() {
    #[fidius::host(wit = "greeter.wit", module = "local")]
    struct Local;

    let greeter = Greeter::load(GREETER).expect("it is a greeter");
    let local = Local::load(GREETER).expect("it is a greeter");
    let point = local::Point { x: 1, y: 2 };
    let mirrored = local.mirror(&point, true).expect("it is a greeter");
    assert_eq!(
        greeter.greet(&mirrored.x.to_string()).expect("it greets"),
        "Hello, -1!"
    );
    assert_eq!(local::HASH, greeter::HASH);

    let error = Types::load(GREETER).expect_err("it is a greeter");
    assert!(error.is_mismatch());
    let error = outer::inner::Inner::load(GREETER).expect_err("it is a greeter");
    assert!(error.is_mismatch());
    let error = outer::inner::Lints::load(GREETER).expect_err("it is a greeter");
    assert!(error.is_mismatch());
    let error = lints::Same::load(GREETER).expect_err("it is a greeter");
    assert!(error.is_mismatch());
    let error = Hazards::load(GREETER).expect_err("it is a greeter");
    assert!(error.is_mismatch());
}

/// All that the reporter is given.
struct Given;

impl log::LogAsync for Given {
    async fn write(&self, _: log::Level, _: &str) -> Result<(), fidius::Error> {
        Ok(())
    }
}

impl store::StoreAsync for Given {
    async fn get(&self, key: &str) -> Result<Option<String>, fidius::CallError<String>> {
        Ok(Some(key.to_uppercase()))
    }

    async fn set(&self, _: &str, _: &str) -> Result<(), fidius::CallError<String>> {
        Ok(())
    }
}

impl ReporterImportsAsync for Given {
    async fn now(&self) -> Result<u64, fidius::Error> {
        Ok(12)
    }
}

/// A counter of the host's.
struct Fixed;

impl awaited::counters::CounterResourceAsync for Fixed {
    async fn add(&self, n: u32) -> Result<u32, fidius::Error> {
        Ok(n)
    }

    async fn value(&self) -> Result<u32, fidius::Error> {
        Ok(0)
    }
}

/// Runs what is never woken by anything but itself.
fn spin<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    loop {
        if let Poll::Ready(value) = future
            .as_mut()
            .poll(&mut Context::from_waker(Waker::noop()))
        {
            return value;
        }
        std::thread::yield_now();
    }
}

#[test]
fn async_hosts_are_called() {
    let imports = Imports {
        log: Given,
        store: Given,
        reporter: Given,
    };
    let reporter = awaited::Reporter::builder()
        .imports_async(imports)
        .load("guests/built/reporter.wasm")
        .expect("it is a reporter");
    let keys = ["a".to_owned()];
    let report = spin(reporter.report("T", &keys)).expect("it reports");
    assert_eq!(report, "T, at 12\n- a: A\n");
    let report = awaited::reporter::Reporter::report(&reporter, "T", &keys).expect("it reports");
    assert_eq!(report, "T, at 12\n- a: A\n");

    let counters = awaited::Counters::load("guests/built/counters.wasm").expect("it has counters");
    let counter = spin(counters.new_counter(40)).expect("it counts");
    assert_eq!(spin(counter.add(2)).expect("it counts"), 42);
    let fixed = awaited::counters::Counter::new_async(Fixed);
    assert_eq!(spin(fixed.add(3)).expect("it counts"), 3);
    assert!(fixed.downcast_ref::<Fixed>().is_some());
}

#[test]
fn async_hosts_load_what_fits() {
    let error = awaited::Types::load(GREETER).expect_err("it is a greeter");
    assert!(error.is_mismatch());
    let error = awaited::Hazards::load(GREETER).expect_err("it is a greeter");
    assert!(error.is_mismatch());
    let error = awaited::Lints::load(GREETER).expect_err("it is a greeter");
    assert!(error.is_mismatch());
    // What they need first is missing.
    drop(awaited::HostResources::builder());
    drop(awaited::Resources::builder());
    drop(blocking::Reporter::builder());
    drop(blocking::HostResources::builder());
    drop(blocking::Resources::builder());
}

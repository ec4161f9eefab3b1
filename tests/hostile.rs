//! Guests that do harm: the caller gets the right error, and the next call works.
//!
//! Each deed is done by way of the blocking and of the async method, awaited on both kinds of executor, on instances of every
//! kind. Guests of the plainer sort are in `misbehave.rs`.

use std::fmt::Debug;
use std::future::pending;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::Relaxed};
use std::sync::{Arc, LazyLock, OnceLock, Weak};
use std::time::{Duration, Instant};
use std::{env, process, thread};

use faults::{FaultsAsync, Parcel, Shape};
use fidius::{Error, Limits};
use misdeeds::MisdeedsAsync;
use misdeeds::host::{Host, HostAsync, Ticket, TicketResource};
use starting::StartingAsync;
use tokio::runtime::{Builder, Runtime};

/// What a program in Rust can do.
#[fidius::host(wit = "hostile.wit", world = "hostile")]
struct Hostile;

/// What no compiler would emit.
#[fidius::host(
    wit = "hostile.wit",
    world = "faulty",
    with = { "fidius:hostile/host" = crate::misdeeds::host }
)]
struct Faulty;

/// What can hang before it is called.
#[fidius::host(
    wit = "hostile.wit",
    world = "starting",
    with = { "fidius:hostile/host" = crate::misdeeds::host }
)]
struct Starting;

const HOSTILE: &str = "guests/built/hostile.wasm";
const FAULTY: &str = "guests/built/hostile-faulty.wasm";
const STARTING: &str = "guests/built/hostile-starting.wasm";

/// Limits that a test can wait for, and that a guest hits before the machine feels it.
fn tight() -> Limits {
    Limits {
        time: Duration::from_millis(300),
        memory: 32 << 20,
        transfer: 1 << 20,
        table_elements: 10_000,
        handles: 1000,
        ..Limits::default()
    }
}

/// The same for what is not about time.
fn patient() -> Limits {
    Limits {
        time: Duration::from_secs(60),
        ..tight()
    }
}

// The host.

/// How the functions behave that the host gives to the plugin.
#[derive(Default)]
struct Ways {
    /// What `hang` answers.
    hang: AtomicBool,
    /// Whether there is a gate, which the calls of `wait` of an async host wait for; and how many do.
    closed: AtomicBool,
    waiting: AtomicU32,
    /// The plugin that `again` calls, and how deep it was when it was called last.
    plugin: OnceLock<Hostile>,
    depth: AtomicU32,
}

impl Ways {
    fn plugin(&self, depth: u32) -> &Hostile {
        self.depth.store(depth, Relaxed);
        self.plugin.get().expect("a plugin to call again")
    }
}

/// The number on every ticket.
struct Seven;

impl TicketResource for Seven {
    fn number(&self) -> Result<u32, Error> {
        Ok(7)
    }
}

/// A host whose functions block. It has the ways of others, which may have the plugin.
struct Blocking(Weak<Ways>);

impl Host for Blocking {
    fn new_ticket(&self) -> Result<Ticket, Error> {
        Ok(Ticket::new(Seven))
    }

    fn hang(&self) -> Result<bool, Error> {
        Ok(self.0.upgrade().unwrap().hang.load(Relaxed))
    }

    /// A host function that blocks can't be ended from inside: so this one ends by itself, after any time limit here.
    fn wait(&self) -> Result<(), Error> {
        thread::sleep(Duration::from_millis(500));
        Ok(())
    }

    fn again(&self, depth: u32) -> Result<u32, Error> {
        let ways = self.0.upgrade().unwrap();
        ways.plugin(depth).nest(depth)
    }

    fn fail(&self) -> Result<(), Error> {
        panic!("the host has had enough")
    }
}

/// A host whose functions are async.
struct Awaiting(Weak<Ways>);

impl HostAsync for Awaiting {
    async fn new_ticket(&self) -> Result<Ticket, Error> {
        Ok(Ticket::new(Seven))
    }

    async fn hang(&self) -> Result<bool, Error> {
        Ok(self.0.upgrade().unwrap().hang.load(Relaxed))
    }

    async fn wait(&self) -> Result<(), Error> {
        let ways = self.0.upgrade().unwrap();
        if !ways.closed.load(Relaxed) {
            return pending().await;
        }
        ways.waiting.fetch_add(1, Relaxed);
        while ways.closed.load(Relaxed) {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        ways.waiting.fetch_sub(1, Relaxed);
        Ok(())
    }

    async fn again(&self, depth: u32) -> Result<u32, Error> {
        let ways = self.0.upgrade().unwrap();
        MisdeedsAsync::nest(ways.plugin(depth), depth).await
    }

    async fn fail(&self) -> Result<(), Error> {
        panic!("the async host has had enough")
    }
}

/// Ways that nobody changes, for plugins that tests share.
static PLAIN: LazyLock<Arc<Ways>> = LazyLock::new(Arc::default);

/// One plugin, on instances of all kinds that a plugin can have by itself.
struct Plugins<H> {
    fresh: H,
    spares: H,
    pool: H,
}

/// Loads a plugin with what the host gives to it: functions that are `blocking`, or `awaiting`.
macro_rules! load {
    ($host:ty, $component:expr, $imports:ident, $ways:expr, $limits:expr) => {
        load!($host, $component, $imports, $ways, $limits, &fidius::Runtime::shared())
    };
    ($host:ty, $component:expr, $imports:ident, $ways:expr, $limits:expr, $runtime:expr) => {{
        let ways: &Arc<Ways> = $ways;
        let builder = || {
            let builder = load!(@ $imports, <$host>::builder(), Arc::downgrade(ways));
            builder.runtime($runtime).limits($limits)
        };
        Plugins {
            fresh: builder().load($component).unwrap(),
            spares: builder().spares(2).load($component).unwrap(),
            pool: builder().pool(2).load($component).unwrap(),
        }
    }};
    (@ blocking, $builder:expr, $ways:expr) => { $builder.imports(Blocking($ways)) };
    (@ awaiting, $builder:expr, $ways:expr) => { $builder.imports_async(Awaiting($ways)) };
}

// Loaded once, since that is what takes time.

static HOSTILE_PLUGINS: LazyLock<Plugins<Hostile>> =
    LazyLock::new(|| load!(Hostile, HOSTILE, blocking, &PLAIN, patient()));

/// The same plugin, with a host whose functions are async.
static AWAITING_PLUGINS: LazyLock<Plugins<Hostile>> =
    LazyLock::new(|| load!(Hostile, HOSTILE, awaiting, &PLAIN, patient()));

static FAULTY_PLUGINS: LazyLock<Plugins<Faulty>> =
    LazyLock::new(|| load!(Faulty, FAULTY, blocking, &PLAIN, patient()));

// The deeds.

/// How a method is called.
#[derive(Clone, Copy, Debug)]
enum Form {
    Blocking,
    /// In a task of a runtime with several threads.
    Spawned,
    /// In a runtime that has this thread alone.
    CurrentThread,
}

const FORMS: [Form; 3] = [Form::Blocking, Form::Spawned, Form::CurrentThread];

type Outcome<T> = Result<T, Error>;
type Awaited<T> = Pin<Box<dyn Future<Output = Outcome<T>> + Send>>;

/// A call of a method, in both forms.
struct Deed<H, T = ()> {
    name: &'static str,
    blocking: fn(&H) -> Outcome<T>,
    awaited: fn(H) -> Awaited<T>,
}

/// The call of a method of this host, with the async trait that has the method too. What it returns goes through the function.
macro_rules! deed {
    ($host:ident, $async:ident, $method:ident($($argument:expr),*), $result:expr) => {
        Deed {
            name: concat!(stringify!($method), stringify!(($($argument),*))),
            blocking: |plugin: &$host| plugin.$method($($argument),*).map($result),
            awaited: |plugin: $host| {
                Box::pin(async move { $async::$method(&plugin, $($argument),*).await.map($result) })
            },
        }
    };
}

macro_rules! misdeed {
    ($($call:tt)*) => { deed!(Hostile, MisdeedsAsync, $($call)*, drop) };
}

macro_rules! fault {
    ($($call:tt)*) => { deed!(Faulty, FaultsAsync, $($call)*, drop) };
}

/// A host of a plugin that has a good function.
trait Harmful: fidius::Host + Debug {
    const WELL: Deed<Self, u32>;
}

impl Harmful for Hostile {
    const WELL: Deed<Self, u32> = deed!(Hostile, MisdeedsAsync, well(), |n| n);
}

impl Harmful for Faulty {
    const WELL: Deed<Self, u32> = deed!(Faulty, FaultsAsync, well(), |n| n);
}

impl Harmful for Starting {
    const WELL: Deed<Self, u32> = deed!(Starting, StartingAsync, well(), |n| n);
}

fn call<H: Harmful, T: Send + 'static>(form: Form, plugin: &H, deed: &Deed<H, T>) -> Outcome<T> {
    static THREADS: LazyLock<Runtime> = LazyLock::new(|| {
        let mut builder = Builder::new_multi_thread();
        builder.worker_threads(2).enable_all().build().unwrap()
    });
    match form {
        Form::Blocking => (deed.blocking)(plugin),
        Form::Spawned => {
            let task = THREADS.spawn((deed.awaited)(plugin.clone()));
            THREADS.block_on(task).unwrap()
        }
        Form::CurrentThread => {
            let mut builder = Builder::new_current_thread();
            let runtime = builder.enable_all().build().unwrap();
            runtime.block_on((deed.awaited)(plugin.clone()))
        }
    }
}

/// A session for calls of this form: one that async calls have made serves all of them.
fn session<H: Harmful>(form: Form, plugin: &H) -> Outcome<H> {
    let deed = Deed {
        name: "session",
        blocking: |plugin: &H| plugin.plugin().session(),
        awaited: |plugin| Box::pin(async move { plugin.plugin().session_async().await }),
    };
    call(form, plugin, &deed)
}

/// Whatever its limits are for what it does otherwise.
#[track_caller]
fn assert_well<H: Harmful>(plugin: &H) {
    let plugin = &plugin.plugin().with_limits(patient()).unwrap();
    for form in FORMS {
        assert_eq!(
            call(form, plugin, &H::WELL).unwrap(),
            42,
            "{form:?} {plugin:?}"
        );
    }
}

/// The deed fails with an error that is of this sort and says this.
#[track_caller]
fn assert_fails<H: Harmful>(
    form: Form,
    plugin: &H,
    deed: &Deed<H>,
    is: fn(&Error) -> bool,
    says: &[&str],
) {
    let begun = Instant::now();
    let error = call(form, plugin, deed).unwrap_err();
    let place = format!("{form:?} {}: {error:?}", deed.name);
    assert!(is(&error), "{place}");
    let is_fault = error.is_trap() || error.is_exit() || error.is_host_panic();
    assert_ne!(error.is_limit(), is_fault, "{place}");
    let text = error.to_string();
    for part in says {
        assert!(text.contains(part), "`{part}` is not in {place}");
    }
    // For a machine that is busy with all the other tests.
    assert!(begun.elapsed() < patient().time / 2, "{place}");
}

impl<H: Harmful> Plugins<H> {
    fn all(&self) -> [&H; 3] {
        [&self.fresh, &self.spares, &self.pool]
    }

    /// The deed fails, whatever the form of the call and the kind of the instance, and then the plugin does well in every form.
    #[track_caller]
    fn fail(&self, deed: &Deed<H>, is: fn(&Error) -> bool, says: &[&str]) {
        for form in FORMS {
            for plugin in self.all() {
                assert_fails(form, plugin, deed, is, says);
                assert_well(plugin);
            }
            let session = session(form, &self.fresh).unwrap();
            assert_eq!(call(form, &session, &H::WELL).unwrap(), 42, "{form:?}");
            assert_fails(form, &session, deed, is, says);
            for form in FORMS {
                let error = call(form, &session, &H::WELL).unwrap_err();
                assert!(error.is_session_lost(), "{form:?} {}: {error:?}", deed.name);
            }
            assert_well(&self.fresh);
        }
    }

    /// It answers with this, whatever the form of the call and the kind of the instance.
    #[track_caller]
    fn answer<T: PartialEq + Debug + Send + 'static>(&self, deed: &Deed<H, T>, expected: &T) {
        let session = session(Form::Spawned, &self.fresh).unwrap();
        for form in FORMS {
            for plugin in self.all().into_iter().chain([&session]) {
                let answer = call(form, plugin, deed).unwrap();
                assert_eq!(answer, *expected, "{form:?} {}", deed.name);
            }
        }
    }

    /// The same plugin with other limits for its calls.
    fn limited(&self, limits: &Limits) -> Self {
        let limited = |plugin: &H| plugin.plugin().with_limits(limits.clone()).unwrap();
        Self {
            fresh: limited(&self.fresh),
            spares: limited(&self.spares),
            pool: limited(&self.pool),
        }
    }
}

// Time.

#[test]
fn an_endless_loop_ends_at_the_time_limit() {
    let says = ["`spin`", "300ms"];
    HOSTILE_PLUGINS
        .limited(&tight())
        .fail(&misdeed!(spin()), Error::is_timeout, &says);
}

#[test]
fn an_endless_loop_ends_at_the_limit_of_cpu_time() {
    let plugins = HOSTILE_PLUGINS.limited(&Limits {
        cpu_time: Duration::from_millis(300),
        ..patient()
    });
    let says = ["`spin`", "300ms"];
    plugins.fail(&misdeed!(spin()), Error::is_cpu_time, &says);
}

#[test]
fn an_endless_loop_ends_at_the_limit_of_fuel() {
    let limits = Limits {
        fuel: Some(1_000_000),
        ..patient()
    };
    let runtime = fidius::Runtime::builder()
        .limits(limits.clone())
        .build()
        .unwrap();
    let plugins = load!(Hostile, HOSTILE, blocking, &PLAIN, limits.clone(), &runtime);
    let says = ["`spin`", "1000000 units of fuel"];
    plugins.fail(&misdeed!(spin()), Error::is_out_of_fuel, &says);
}

#[test]
fn a_sleep_ends_at_the_time_limit_and_takes_no_cpu_time() {
    let plugins = HOSTILE_PLUGINS.limited(&Limits {
        cpu_time: Duration::from_millis(100),
        ..tight()
    });
    let says = ["`sleep-an-hour`", "300ms"];
    plugins.fail(&misdeed!(sleep_an_hour()), Error::is_timeout, &says);
}

#[test]
fn a_poll_that_never_is_ready_ends_at_the_time_limit() {
    let says = ["`poll-never`", "300ms"];
    HOSTILE_PLUGINS
        .limited(&tight())
        .fail(&misdeed!(poll_never()), Error::is_timeout, &says);
}

#[test]
fn a_poll_on_nothing_is_a_trap() {
    let says = ["`poll-nothing`", "empty poll list"];
    HOSTILE_PLUGINS.fail(&misdeed!(poll_nothing()), Error::is_trap, &says);
}

#[test]
fn output_without_end_ends_at_the_time_limit() {
    let says = ["`print-forever`", "300ms"];
    HOSTILE_PLUGINS
        .limited(&tight())
        .fail(&misdeed!(print_forever()), Error::is_timeout, &says);
    let says = ["`print-errors-forever`", "300ms"];
    HOSTILE_PLUGINS.limited(&tight()).fail(
        &misdeed!(print_errors_forever()),
        Error::is_timeout,
        &says,
    );
}

#[test]
fn an_allocator_without_end_ends_at_the_time_limit() {
    let says = ["`take`", "300ms"];
    FAULTY_PLUGINS
        .limited(&tight())
        .fail(&fault!(take("1")), Error::is_timeout, &says);
}

#[test]
fn a_clean_up_without_end_ends_at_the_time_limit() {
    let says = ["`untidy`", "300ms"];
    FAULTY_PLUGINS
        .limited(&tight())
        .fail(&fault!(untidy()), Error::is_timeout, &says);
}

#[test]
fn a_destructor_without_end_ends_at_the_time_limit_of_the_call() {
    let says = ["`drop-own`", "300ms"];
    FAULTY_PLUGINS
        .limited(&tight())
        .fail(&fault!(drop_own()), Error::is_timeout, &says);
}

#[test]
fn a_destructor_without_end_does_not_hold_up_the_host() {
    for form in FORMS {
        for plugin in FAULTY_PLUGINS.all() {
            let tarpit = call(form, plugin, &deed!(Faulty, FaultsAsync, make(), |t| t)).unwrap();
            let begun = Instant::now();
            drop(tarpit);
            assert!(begun.elapsed() < patient().time / 2, "{form:?}");
            assert_well(plugin);
        }
        // Inside the executor, whose thread it is that drops.
        let deed = fault!(make());
        let begun = Instant::now();
        call(form, &FAULTY_PLUGINS.fresh, &deed).unwrap();
        assert!(begun.elapsed() < patient().time / 2, "{form:?}");
        assert_well(&FAULTY_PLUGINS.fresh);
    }
}

#[test]
fn a_start_without_end_ends_at_the_time_limit() {
    let ways = Arc::<Ways>::default();
    let blocking = load!(Starting, STARTING, blocking, &ways, tight());
    let awaiting = load!(Starting, STARTING, awaiting, &ways, tight());
    let well = deed!(Starting, StartingAsync, well(), drop);
    for plugins in [&blocking, &awaiting] {
        for plugin in plugins.all() {
            ways.hang.store(true, Relaxed);
            for form in FORMS {
                assert_fails(form, plugin, &well, Error::is_timeout, &["300ms"]);
            }
            ways.hang.store(false, Relaxed);
            assert_well(plugin);
        }
        ways.hang.store(true, Relaxed);
        // Whether the instance is made with the session or for its first call.
        for form in FORMS {
            let error = session(form, &plugins.fresh)
                .and_then(|session| call(form, &session, &Starting::WELL))
                .unwrap_err();
            assert!(error.is_timeout(), "{form:?}: {error:?}");
        }
        ways.hang.store(false, Relaxed);
        assert_well(&session(Form::Spawned, &plugins.fresh).unwrap());
    }
}

#[test]
fn a_call_that_nobody_waits_for_any_more_is_over() {
    let awaited = async || {
        for deed in [
            misdeed!(spin()),
            misdeed!(sleep_an_hour()),
            misdeed!(poll_never()),
        ] {
            for plugin in HOSTILE_PLUGINS.all() {
                let begun = Instant::now();
                let call = (deed.awaited)(plugin.clone());
                let result = tokio::time::timeout(Duration::from_millis(50), call).await;
                assert!(result.is_err(), "{}", deed.name);
                // By itself it would go on for longer.
                assert!(begun.elapsed() < patient().time / 2, "{}", deed.name);
                assert_eq!(MisdeedsAsync::well(plugin).await.unwrap(), 42);
            }
        }
    };
    let current_thread = Builder::new_current_thread().enable_all().build().unwrap();
    current_thread.block_on(awaited());
    let multi_thread = Builder::new_multi_thread().enable_all().build().unwrap();
    multi_thread.block_on(awaited());
    for plugin in HOSTILE_PLUGINS.all() {
        assert_well(plugin);
    }
}

// Stack, memory and tables.

#[test]
fn deep_recursion_is_a_stack_overflow() {
    let limit = Limits::default().wasm_stack.to_string();
    let says = ["`recurse`", limit.as_str()];
    HOSTILE_PLUGINS.fail(&misdeed!(recurse()), Error::is_stack_overflow, &says);
}

#[test]
fn memory_ends_at_its_limit() {
    let plugins = &HOSTILE_PLUGINS;
    let says = ["33554432 bytes"];
    plugins.fail(&misdeed!(grow_at_once(32)), Error::is_out_of_memory, &says);
    plugins.fail(&misdeed!(grow_in_steps()), Error::is_out_of_memory, &says);
    for form in FORMS {
        let grow = deed!(Hostile, MisdeedsAsync, grow_at_once(16), |n| n);
        assert_eq!(call(form, &plugins.fresh, &grow).unwrap(), 16);
    }
}

#[test]
fn a_step_beyond_all_there_could_be_ends_at_the_limit_too() {
    let plugins = &HOSTILE_PLUGINS;
    let (is, says) = (Error::is_out_of_memory, ["33554432 bytes"]);
    plugins.fail(&misdeed!(grow_at_once(4000)), is, &says);
    plugins.fail(&misdeed!(grow_at_once(4096)), is, &says);
    let (is, says) = (Error::is_too_many_table_elements, ["10000 table elements"]);
    FAULTY_PLUGINS.fail(&fault!(grow_table_at_once(1_000_000)), is, &says);
    FAULTY_PLUGINS.fail(&fault!(grow_table_at_once(u32::MAX)), is, &says);
}

#[test]
fn a_guest_with_all_its_memory_goes_on() {
    let fill = deed!(Hostile, MisdeedsAsync, fill(), |n| n);
    let plugins = &HOSTILE_PLUGINS;
    for form in FORMS {
        let session = session(form, &plugins.fresh).unwrap();
        let steps = call(form, &session, &fill).unwrap();
        assert!((400..512).contains(&steps), "{steps}");
        assert_eq!(call(form, &session, &fill).unwrap(), 0);
        assert_eq!(call(form, &session, &Hostile::WELL).unwrap(), 42);
        assert_eq!(call(form, &plugins.fresh, &fill).unwrap(), steps);
    }
}

#[test]
fn tables_end_at_their_limit() {
    let is = Error::is_too_many_table_elements;
    let says = ["10000 table elements"];
    FAULTY_PLUGINS.fail(&fault!(grow_table()), is, &says);
    FAULTY_PLUGINS.fail(&fault!(grow_table_at_once(10_000)), is, &says);
    for form in FORMS {
        let grow = deed!(Faulty, FaultsAsync, grow_table_at_once(1000), |n| n);
        assert_eq!(call(form, &FAULTY_PLUGINS.fresh, &grow).unwrap(), 1001);
    }
}

// What is passed to the host.

#[test]
fn what_is_not_there_is_not_passed() {
    let trap = Error::is_trap;
    let says = ["`claim-list`", "list pointer/length out of bounds"];
    FAULTY_PLUGINS.fail(&fault!(claim_list()), trap, &says);
    let says = ["`claim-text`", "string pointer/length out of bounds"];
    FAULTY_PLUGINS.fail(&fault!(claim_text()), trap, &says);
    let says = ["`text-at`", "out of bounds"];
    FAULTY_PLUGINS.fail(&fault!(text_at(0x1_0000)), trap, &says);
    FAULTY_PLUGINS.fail(&fault!(text_at(0xffff_fffc)), trap, &says);
    let says = ["`text-at`", "not aligned"];
    FAULTY_PLUGINS.fail(&fault!(text_at(17)), trap, &says);
}

#[test]
fn what_is_there_ends_at_the_limit_of_a_transfer() {
    let is = Error::is_transfer_too_large;
    let says = ["1048576 bytes"];
    FAULTY_PLUGINS.fail(&fault!(give_texts()), is, &says);

    // Where memory is no matter.
    let limits = Limits {
        memory: 4 << 30,
        ..patient()
    };
    let runtime = fidius::Runtime::builder()
        .limits(limits.clone())
        .build()
        .unwrap();
    let plugins = load!(Faulty, FAULTY, blocking, &PLAIN, limits.clone(), &runtime);
    plugins.fail(&fault!(give_list()), is, &says);
    plugins.fail(&fault!(give_text()), is, &says);
    // Where it is.
    FAULTY_PLUGINS.fail(
        &fault!(give_list()),
        Error::is_out_of_memory,
        &["33554432 bytes"],
    );
    FAULTY_PLUGINS.fail(
        &fault!(give_text()),
        Error::is_out_of_memory,
        &["33554432 bytes"],
    );
}

#[test]
fn room_that_is_none_is_a_trap() {
    let trap = Error::is_trap;
    FAULTY_PLUGINS.fail(&fault!(take("12")), trap, &["`take`", "realloc return"]);
    FAULTY_PLUGINS.fail(&fault!(take("123")), trap, &["`take`", "unreachable"]);
    FAULTY_PLUGINS.fail(&fault!(take("1234")), trap, &["`take`", "cannot leave"]);
    FAULTY_PLUGINS.answer(&deed!(Faulty, FaultsAsync, take("12345"), |n| n), &5);
}

#[test]
fn what_is_no_value_of_its_type_is_a_trap() {
    let trap = Error::is_trap;
    let says = ["`text-of`", "invalid utf-8"];
    FAULTY_PLUGINS.fail(&fault!(text_of(0x6463_62ff)), trap, &says);
    let says = ["`character`", "out of range for `char`"];
    FAULTY_PLUGINS.fail(&fault!(character(0xd800)), trap, &says);
    FAULTY_PLUGINS.fail(&fault!(character(0x11_0000)), trap, &says);
    let says = ["`shape-of`", "discriminant: 3"];
    FAULTY_PLUGINS.fail(&fault!(shape_of(3)), trap, &says);
    let says = ["`parcel-of`", "discriminant: 2"];
    FAULTY_PLUGINS.fail(&fault!(parcel_of(2)), trap, &says);
    let says = ["`maybe-of`", "discriminant"];
    FAULTY_PLUGINS.fail(&fault!(maybe_of(2)), trap, &says);
}

#[test]
fn what_is_a_value_of_its_type_is_none() {
    macro_rules! answers {
        ($method:ident($argument:expr), $expected:expr) => {
            FAULTY_PLUGINS.answer(
                &deed!(Faulty, FaultsAsync, $method($argument), |v| v),
                &$expected,
            )
        };
    }
    answers!(text_of(0x6463_6261), "abcd".to_owned());
    answers!(character(0x61), 'a');
    answers!(shape_of(2), Shape::Star);
    answers!(parcel_of(0), Parcel::Empty);
    answers!(parcel_of(1), Parcel::Letter(String::new()));
    answers!(maybe_of(0), None);
    answers!(maybe_of(1), Some(7));
    // By the component model, whatever is not zero is true: there is no invalid one.
    answers!(flag(0), false);
    answers!(flag(1), true);
    answers!(flag(2), true);
    answers!(flag(u32::MAX), true);
}

// Handles.

#[test]
fn a_handle_of_another_is_a_trap() {
    let trap = Error::is_trap;
    let says = ["`give-unknown`", "unknown handle index 12345"];
    FAULTY_PLUGINS.fail(&fault!(give_unknown()), trap, &says);
    let says = ["`give-ticket`", "used with the wrong type"];
    FAULTY_PLUGINS.fail(&fault!(give_ticket()), trap, &says);
    let says = ["`ask-unknown`", "unknown handle index 12345"];
    FAULTY_PLUGINS.fail(&fault!(ask_unknown()), trap, &says);
    let says = ["`drop-twice`", "unknown handle index"];
    FAULTY_PLUGINS.fail(&fault!(drop_twice()), trap, &says);
}

#[test]
fn handles_end_at_their_limit() {
    let plugins = &HOSTILE_PLUGINS;
    let awaiting = &AWAITING_PLUGINS;
    let is = Error::is_too_many_handles;
    let says = ["1000 handles"];
    plugins.fail(&misdeed!(hoard_things(1_000_000)), is, &says);
    plugins.fail(&misdeed!(hoard_tickets(1_000_000)), is, &says);
    plugins.fail(&misdeed!(hoard_pollables(1_000_000)), is, &says);
    plugins.fail(&misdeed!(give_things(1_000_000)), is, &says);
    awaiting.fail(&misdeed!(hoard_tickets(1_000_000)), is, &says);
    for form in FORMS {
        let fresh = &plugins.fresh;
        call(form, fresh, &misdeed!(hoard_things(500))).unwrap();
        call(form, fresh, &misdeed!(hoard_tickets(500))).unwrap();
        call(form, fresh, &misdeed!(hoard_pollables(500))).unwrap();
        call(form, fresh, &misdeed!(give_things(500))).unwrap();
        call(form, &awaiting.fresh, &misdeed!(hoard_tickets(500))).unwrap();
    }
}

// Ends of the guest's own making.

#[test]
fn an_exit_in_the_middle_is_one() {
    let says = ["`exit`", "exit code 1"];
    HOSTILE_PLUGINS.fail(&misdeed!(exit()), Error::is_exit, &says);
}

#[test]
fn a_panic_is_a_trap() {
    let says = ["`panic`", "out of spite"];
    HOSTILE_PLUGINS.fail(&misdeed!(panic()), Error::is_trap, &says);
}

// What the host does for the guest.

#[test]
fn a_host_function_that_panics_is_an_error() {
    let says = ["`fail`", "panicked: the host has had enough"];
    HOSTILE_PLUGINS.fail(&misdeed!(fail()), Error::is_host_panic, &says);
    let says = ["`fail`", "panicked: the async host has had enough"];
    AWAITING_PLUGINS.fail(&misdeed!(fail()), Error::is_host_panic, &says);
}

#[test]
fn an_async_host_function_that_never_returns_ends_at_the_time_limit() {
    let says = ["`wait`", "300ms"];
    AWAITING_PLUGINS
        .limited(&tight())
        .fail(&misdeed!(wait()), Error::is_timeout, &says);
}

#[test]
fn a_blocking_host_function_that_takes_too_long_is_reported() {
    let says = ["`wait`", "300ms"];
    HOSTILE_PLUGINS
        .limited(&tight())
        .fail(&misdeed!(wait()), Error::is_timeout, &says);
}

/// Set in a process that runs the body of a test.
const INNER: &str = "FIDIUS_TEST_INNER";

/// Runs the rest of this test in a process of its own, on a thread with the stack that Rust gives threads: a process that has
/// no stack left ends, whoever has used it, and only a process that does nothing else can be measured.
fn in_its_own_process(test: &str, body: impl FnOnce() + Send + 'static) {
    if env::var_os(INNER).is_some() {
        let thread = thread::Builder::new().stack_size(2 << 20);
        thread.spawn(body).unwrap().join().unwrap();
        return;
    }
    let output = process::Command::new(env::current_exe().unwrap())
        .args(["--exact", test, "--nocapture"])
        .env(INNER, "1")
        .output()
        .unwrap();
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{}\n{stderr}", output.status);
}

#[test]
fn a_host_function_that_is_called_recursively_ends_in_an_error() {
    in_its_own_process(
        "a_host_function_that_is_called_recursively_ends_in_an_error",
        || {
            let nest = misdeed!(nest(0));
            for pool in [false, true] {
                for awaiting in [false, true] {
                    let ways = Arc::<Ways>::default();
                    let plugins = if awaiting {
                        load!(Hostile, HOSTILE, awaiting, &ways, patient())
                    } else {
                        load!(Hostile, HOSTILE, blocking, &ways, patient())
                    };
                    // With an end: 2 instances, or none but what the thread and the engine have.
                    let plugin = if pool { plugins.pool } else { plugins.fresh };
                    assert!(ways.plugin.set(plugin.clone()).is_ok());
                    for form in FORMS {
                        let error = call(form, &plugin, &nest).unwrap_err();
                        let place = format!("{form:?}, awaiting: {awaiting}: {error:?}");
                        // Whichever comes first: the stack of the thread, or the instances of the plugin or the engine.
                        let ended = error.is_nested_too_deep() || error.is_too_many_instances();
                        assert!(ended, "{place}");
                        assert!(!pool || error.is_too_many_instances(), "{place}");
                        assert!(ways.depth.load(Relaxed) >= 2, "{place}");
                        assert_well(&plugin);
                    }
                }
            }
        },
    );
}

/// With as many instances as may be, all of them in calls that wait, one more call is refused at once.
fn check_instances(kind: fn(&Plugins<Hostile>) -> &Hostile) {
    let ways = Arc::<Ways>::default();
    let limits = Limits {
        instances: 2,
        queue: 0,
        ..patient()
    };
    let plugins = load!(Hostile, HOSTILE, awaiting, &ways, limits.clone());
    let plugin = kind(&plugins);
    for (busy, form) in FORMS
        .into_iter()
        .flat_map(|busy| FORMS.map(|form| (busy, form)))
    {
        ways.closed.store(true, Relaxed);
        thread::scope(|scope| {
            let holders = [(); 2].map(|()| scope.spawn(|| call(busy, plugin, &misdeed!(wait()))));
            let begun = Instant::now();
            while ways.waiting.load(Relaxed) < 2 && begun.elapsed() < Duration::from_secs(10) {
                thread::sleep(Duration::from_millis(1));
            }
            let result = call(form, plugin, &Hostile::WELL);
            ways.closed.store(false, Relaxed);
            let place = format!("{busy:?} {form:?}: {result:?}");
            let error = result.unwrap_err();
            assert!(error.is_queue_full() && error.is_limit(), "{place}");
            assert!(error.to_string().contains("2 instances"), "{place}");
            for holder in holders {
                holder.join().unwrap().unwrap();
            }
        });
        assert_well(plugin);
    }
}

#[test]
fn instances_end_at_their_limit() {
    check_instances(|plugins| &plugins.fresh);
}

#[test]
fn instances_with_spares_end_at_their_limit() {
    check_instances(|plugins| &plugins.spares);
}

#[test]
fn instances_of_a_pool_end_at_their_limit() {
    check_instances(|plugins| &plugins.pool);
}

// The host's memory.

/// Pages of memory that this process has, in bytes.
#[cfg(target_os = "linux")]
fn resident() -> usize {
    let statm = std::fs::read_to_string("/proc/self/statm").unwrap();
    let pages: usize = statm.split(' ').nth(1).unwrap().parse().unwrap();
    pages * 4096
}

#[cfg(target_os = "linux")]
fn threads() -> usize {
    std::fs::read_dir("/proc/self/task").unwrap().count()
}

#[cfg(target_os = "linux")]
#[test]
fn memory_and_threads_come_back() {
    in_its_own_process("memory_and_threads_come_back", || {
        // One by one, the deeds have the limits that they are to hit; those that only time ends have little of it.
        let hostile = HOSTILE_PLUGINS.limited(&patient());
        let faulty = FAULTY_PLUGINS.limited(&patient());
        let brief = Limits {
            time: Duration::from_millis(20),
            ..tight()
        };
        let brief_hostile = HOSTILE_PLUGINS.limited(&brief);
        let brief_awaiting = AWAITING_PLUGINS.limited(&brief);
        let brief_faulty = FAULTY_PLUGINS.limited(&brief);
        let round = |timeouts: bool| {
            for form in FORMS {
                for plugin in hostile.all() {
                    for deed in [
                        misdeed!(recurse()),
                        misdeed!(grow_at_once(32)),
                        misdeed!(grow_in_steps()),
                        misdeed!(exit()),
                        misdeed!(poll_nothing()),
                        misdeed!(hoard_things(1_000_000)),
                        misdeed!(hoard_tickets(1_000_000)),
                        misdeed!(hoard_pollables(1_000_000)),
                        misdeed!(give_things(1_000_000)),
                    ] {
                        assert!(call(form, plugin, &deed).is_err(), "{}", deed.name);
                    }
                    call(form, plugin, &misdeed!(grow_at_once(24))).unwrap();
                    call(form, plugin, &misdeed!(give_things(500))).unwrap();
                }
                for plugin in faulty.all() {
                    for deed in [
                        fault!(take("12")),
                        fault!(claim_list()),
                        fault!(give_texts()),
                        fault!(text_at(17)),
                        fault!(text_of(255)),
                        fault!(shape_of(3)),
                        fault!(give_unknown()),
                        fault!(give_ticket()),
                        fault!(drop_twice()),
                        fault!(grow_table()),
                    ] {
                        assert!(call(form, plugin, &deed).is_err(), "{}", deed.name);
                    }
                }
                if timeouts {
                    for deed in [
                        misdeed!(spin()),
                        misdeed!(sleep_an_hour()),
                        misdeed!(print_errors_forever()),
                    ] {
                        let error = call(form, &brief_hostile.fresh, &deed).unwrap_err();
                        assert!(error.is_timeout(), "{error:?}");
                    }
                    let error = call(form, &brief_awaiting.fresh, &misdeed!(wait())).unwrap_err();
                    assert!(error.is_timeout(), "{error:?}");
                    for deed in [fault!(take("1")), fault!(untidy()), fault!(drop_own())] {
                        let error = call(form, &brief_faulty.fresh, &deed).unwrap_err();
                        assert!(error.is_timeout(), "{error:?}");
                    }
                }
            }
        };
        for _ in 0..3 {
            round(true);
        }
        let before = (resident(), threads());
        for n in 0..10 {
            round(n % 3 == 0);
        }
        let after = (resident(), threads());
        assert!(after.0 < before.0 + (32 << 20), "{before:?} {after:?}");
        // Some threads may come and go with the work.
        assert!(after.1 <= before.1 + 4, "{before:?} {after:?}");
        for plugin in HOSTILE_PLUGINS.all() {
            assert_well(plugin);
        }
    });
}

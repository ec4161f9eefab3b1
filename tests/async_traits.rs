//! The async form of every trait: on a plugin, on a fake, on resources, and on what the host gives to a plugin; and the argument
//! `async`, which gives the struct's own methods that form.

use std::collections::BTreeMap;
use std::future::Future;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use counters::{Counter, CounterResource, CounterResourceAsync};
use fidius::{CallError, Error, ErrorKind};
use greeter::{FarewellError, Greeter as Greets, GreeterAsync as GreetsAsync, Point};
use host_resources_plugin::cabinet::CabinetAsync;
use host_resources_plugin::files::{
    Entry, File, FileResource, FileResourceAsync, FilesAsync, Pair, Source,
};
use reporter::log::{self, Level};
use reporter::store;
use reporter::{Imports, ReporterImports, ReporterImportsAsync};
use tokio::runtime;

#[fidius::host(wit = "greeter.wit")]
struct Greeter;

/// The same plugin, with the types and traits of the other host.
#[fidius::host(
    wit = "greeter.wit",
    module = "awaited_greeter",
    with = { "fidius:greeter/greeter" = greeter },
    async
)]
struct AwaitedGreeter;

#[fidius::host(wit = "counters.wit", async)]
struct Counters;

/// The same plugin, with the types and traits of the other host.
#[fidius::host(wit = "counters.wit", module = "blocking_counters", with = { "example:counters/counters" = counters })]
struct BlockingCounters;

#[fidius::host(wit = "bench.wit")]
struct Bench;

#[fidius::host(wit = "reporter.wit", async)]
struct Reporter;

#[fidius::host(wit = "host-resources.wit", async)]
struct HostResources;

const GREETER: &str = "guests/built/greeter.wasm";
const BENCH: &str = "guests/built/bench-minimal.wasm";
const COUNTERS: &str = "guests/built/counters.wasm";
const REPORTER: &str = "guests/built/reporter.wasm";
const HOST_RESOURCES: &str = "guests/built/host-resources.wasm";

/// What takes this long does not happen.
const LONG: Duration = Duration::from_secs(60);

/// What an async call is told where a blocking one has made the instance.
const OTHER_MODE: &str = "was made by a blocking call, and would block the thread of an async one while it waits; begin the \
session with `session_async`, get the handle by an async call, or say `async` in the host's attribute: all of these serve \
blocking calls too";

/// The async call was refused before anything of the guest ran.
#[track_caller]
fn is_refused<T>(component: &str, answer: Result<T, Error>) {
    let error = answer.err().expect("the instance is for blocking calls");
    assert!(error.is_wrong_mode(), "{error}");
    let name = format!("the instance of `{component}`");
    assert_eq!(error.to_string(), format!("{name} {OTHER_MODE}"));
}

/// Runs it on one thread, and only where it may move to another.
fn block_on<T>(future: impl Future<Output = T> + Send) -> T {
    let runtime = runtime::Builder::new_current_thread().enable_all().build();
    runtime.unwrap().block_on(future)
}

// What exports are.

/// A greeter without a plugin, which waits before it answers.
#[derive(Default)]
struct Fake {
    greeted: AtomicU32,
}

impl GreetsAsync for Fake {
    async fn greet(&self, name: &str) -> Result<String, Error> {
        tokio::task::yield_now().await;
        self.greeted.fetch_add(1, Relaxed);
        Ok(format!("Hi, {name}!"))
    }

    async fn mirror(&self, p: &Point, both: bool) -> Result<Point, Error> {
        tokio::task::yield_now().await;
        let y = if both { -p.y } else { p.y };
        Ok(Point { x: -p.x, y })
    }

    async fn farewell(&self, name: &str) -> Result<String, CallError<FarewellError>> {
        match name {
            "night" => Err(CallError::Guest(FarewellError::Asleep)),
            "nobody" => Err(Error::new(ErrorKind::Other, "the fake is gone").into()),
            name => Ok(format!("Bye, {name}!")),
        }
    }
}

/// Code that is written against the trait.
async fn visit(greeter: &impl GreetsAsync) -> Result<String, Error> {
    let hello = greeter.greet("world").await?;
    let p = greeter.mirror(&Point { x: 1, y: 2 }, true).await?;
    let asleep = greeter.farewell("night").await;
    assert_eq!(asleep.unwrap_err().guest(), Some(&FarewellError::Asleep));
    Ok(format!("{hello} {}/{}", p.x, p.y))
}

#[test]
fn a_fake_is_written_with_async_fn() {
    let fake = Fake::default();
    assert_eq!(block_on(visit(&fake)).unwrap(), "Hi, world! -1/-2");
    let gone = block_on(fake.farewell("nobody")).unwrap_err();
    assert_eq!(gone.to_string(), "the fake is gone");
    assert_eq!(block_on(fake.farewell("me")).unwrap(), "Bye, me!");
}

#[test]
fn what_is_shared_has_the_trait_too() {
    let fake = Arc::new(Fake::default());
    let runtime = runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .build()
        .unwrap();
    runtime.block_on(async {
        let visits: Vec<_> = (0..8)
            .map(|_| {
                let fake = Arc::clone(&fake);
                tokio::spawn(async move { visit(&fake).await })
            })
            .collect();
        for visit in visits {
            assert_eq!(visit.await.unwrap().unwrap(), "Hi, world! -1/-2");
        }
    });
    assert_eq!(fake.greeted.load(Relaxed), 8);
}

#[test]
fn both_forms_are_there_over_one_plugin() {
    let greeter = Greeter::load(GREETER).unwrap();
    assert_eq!(greeter.greet("a").unwrap(), "Hello, a!");
    assert_eq!(Greets::greet(&greeter, "b").unwrap(), "Hello, b!");
    assert_eq!(
        block_on(GreetsAsync::greet(&greeter, "c")).unwrap(),
        "Hello, c!"
    );
    assert_eq!(block_on(visit(&greeter)).unwrap(), "Hello, world! -1/-2");
    assert_eq!(greeter.greet("d").unwrap(), "Hello, d!");
}

#[test]
fn the_argument_makes_the_structs_own_methods_async() {
    let greeter = AwaitedGreeter::load(GREETER).unwrap();
    block_on(async {
        assert_eq!(greeter.greet("a").await.unwrap(), "Hello, a!");
        let p = greeter.mirror(&Point { x: 3, y: 4 }, false).await.unwrap();
        assert_eq!(p, Point { x: -3, y: 4 });
        let asleep = greeter.farewell("night").await.unwrap_err();
        assert_eq!(asleep.guest(), Some(&FarewellError::Asleep));
        assert_eq!(visit(&greeter).await.unwrap(), "Hello, world! -1/-2");
        let (a, b) = tokio::join!(greeter.greet("one"), greeter.greet("two"));
        assert_eq!(
            (a.unwrap(), b.unwrap()),
            ("Hello, one!".into(), "Hello, two!".into())
        );
    });
    assert_eq!(Greets::greet(&greeter, "b").unwrap(), "Hello, b!");
    let farewell = Greets::farewell(&greeter, "stranger").unwrap_err();
    assert_eq!(
        farewell.guest(),
        Some(&FarewellError::Unknown("stranger".into()))
    );
}

#[test]
fn a_session_is_the_same_struct_with_the_same_methods() {
    let greeter = AwaitedGreeter::load(GREETER).unwrap();
    let of_blocking = greeter.plugin().session().unwrap();
    let of_async = block_on(greeter.plugin().session_async()).unwrap();
    for session in [of_blocking, of_async] {
        assert_eq!(block_on(session.greet("a")).unwrap(), "Hello, a!");
        assert_eq!(Greets::greet(&session, "b").unwrap(), "Hello, b!");
        assert_eq!(block_on(visit(&session)).unwrap(), "Hello, world! -1/-2");
    }
}

#[test]
fn a_blocking_hosts_session_serves_the_form_that_it_was_begun_in() {
    let greeter = Greeter::load(GREETER).unwrap();
    let session = greeter.plugin().session().unwrap();
    is_refused(GREETER, block_on(GreetsAsync::greet(&session, "a")));
    let refused = block_on(GreetsAsync::farewell(&session, "night")).unwrap_err();
    is_refused::<()>(GREETER, Err(refused.host().unwrap().clone()));
    // That was no call: the session is as it was.
    assert_eq!(session.greet("b").unwrap(), "Hello, b!");

    let session = block_on(greeter.plugin().session_async()).unwrap();
    assert_eq!(block_on(visit(&session)).unwrap(), "Hello, world! -1/-2");
    assert_eq!(session.greet("b").unwrap(), "Hello, b!");
}

#[test]
fn a_guest_that_never_waits_serves_both_forms_in_any_session() {
    use bench::BenchAsync;

    let bench = Bench::load(BENCH).unwrap();
    let session = bench.plugin().session().unwrap();
    assert_eq!(block_on(BenchAsync::add(&session, 1, 2)).unwrap(), 3);
    assert_eq!(session.add(3, 4).unwrap(), 7);
}

/// Nothing is called: the compiler says whether it could be, on another thread.
#[test]
fn futures_are_send() {
    fn is_send(_: impl Send) {}
    let greeter = Greeter::load(GREETER).unwrap();
    is_send(GreetsAsync::greet(&greeter, "a"));
    is_send(GreetsAsync::mirror(&greeter, &Point::default(), true));
    is_send(GreetsAsync::farewell(&greeter, "a"));
    is_send(GreetsAsync::greet(&Arc::new(Fake::default()), "a"));
    is_send(visit(&greeter));

    fn of_any(greeter: &(impl GreetsAsync + Sync)) -> impl Future + Send {
        async { greeter.greet("a").await }
    }
    is_send(of_any(&greeter));

    let awaited = AwaitedGreeter::load(GREETER).unwrap();
    is_send(awaited.greet("a"));
    is_send(awaited.mirror(&Point::default(), true));
    is_send(awaited.farewell("a"));

    let counters = Counters::load(COUNTERS).unwrap();
    let counter = Counter::new_async(Tally::default());
    is_send(counters.new_counter(1));
    is_send(counters.counter_merge(tally(1), tally(2)));
    is_send(counters.describe(&counter));
    is_send(counter.add(1));
    is_send(CounterResourceAsync::value(&counter));
}

// Resources.

/// A counter of the host's, with the blocking trait.
#[derive(Default)]
struct Tally(AtomicU32);

impl CounterResource for Tally {
    fn add(&self, n: u32) -> Result<u32, Error> {
        Ok(self.0.fetch_add(n, Relaxed) + n)
    }

    fn value(&self) -> Result<u32, Error> {
        Ok(self.0.load(Relaxed))
    }
}

impl CounterResourceAsync for Tally {
    async fn add(&self, n: u32) -> Result<u32, Error> {
        tokio::task::yield_now().await;
        CounterResource::add(self, n)
    }

    async fn value(&self) -> Result<u32, Error> {
        tokio::task::yield_now().await;
        CounterResource::value(self)
    }
}

fn tally(start: u32) -> Counter {
    Counter::new(Tally(AtomicU32::new(start)))
}

/// The first handle is one that a blocking call gave.
async fn use_both_forms(plugin: &Counters) -> Result<(), Error> {
    let first = counters::Counters::new_counter(plugin, 40)?;
    assert_eq!(first.add(2).await?, 42);
    assert_eq!(CounterResource::add(&first, 1)?, 43);
    assert_eq!(CounterResourceAsync::value(&first).await?, 43);
    assert_eq!(plugin.describe(&first).await?, "a counter at 43");
    assert_eq!(
        counters::Counters::describe(plugin, &first)?,
        "a counter at 43"
    );
    let of_async = plugin.new_counter(7).await?;
    assert_eq!(CounterResource::add(&of_async, 1)?, 8);
    assert_eq!(of_async.add(1).await?, 9);
    Ok(())
}

#[test]
fn a_plugins_resources_have_both_forms() {
    let plugin = Counters::load(COUNTERS).unwrap();
    let pool = Counters::builder().pool(2).load(COUNTERS).unwrap();
    let session = plugin.plugin().session().unwrap();
    let of_async = block_on(plugin.plugin().session_async()).unwrap();
    for plugin in [&plugin, &pool, &session, &of_async] {
        block_on(use_both_forms(plugin)).unwrap();
    }
}

#[test]
fn async_methods_take_handles_and_give_them() {
    let plugin = Counters::load(COUNTERS).unwrap();
    let plugin = plugin.plugin().session().unwrap();
    block_on(async {
        let first = plugin.new_counter(43).await.unwrap();
        let second = counters::Counters::new_counter(&plugin, 7).unwrap();
        assert_eq!(plugin.alive().await.unwrap(), 2);
        let both = plugin.counter_merge(first, second).await.unwrap();
        assert_eq!(both.value().await.unwrap(), 50);
        assert_eq!(plugin.alive().await.unwrap(), 1);
        drop(both);
        // The destructor waits as any call may, and has a thread of its own.
        let begun = Instant::now();
        while plugin.alive().await.unwrap() > 0 {
            assert!(begun.elapsed() < LONG, "it is never dropped");
            tokio::task::yield_now().await;
        }
    });
}

#[test]
fn a_handle_that_a_blocking_host_got_by_a_blocking_call_serves_those_alone() {
    use counters::CountersAsync;

    let plugin = BlockingCounters::load(COUNTERS).unwrap();
    let session = plugin.plugin().session().unwrap();
    for plugin in [&plugin, &session] {
        let counter = plugin.new_counter(1).unwrap();
        is_refused(COUNTERS, block_on(counter.add(1)));
        is_refused(COUNTERS, block_on(CounterResourceAsync::value(&counter)));
        is_refused(
            COUNTERS,
            block_on(CountersAsync::describe(plugin, &counter)),
        );
        // None of it was a call.
        assert_eq!(CounterResource::add(&counter, 1).unwrap(), 2);
        assert_eq!(plugin.describe(&counter).unwrap(), "a counter at 2");
    }
}

#[test]
fn a_handle_that_a_blocking_host_got_by_an_async_call_serves_both() {
    use counters::CountersAsync;

    let plugin = BlockingCounters::load(COUNTERS).unwrap();
    let session = block_on(plugin.plugin().session_async()).unwrap();
    let of_call = block_on(CountersAsync::new_counter(&plugin, 1)).unwrap();
    let of_session = session.new_counter(1).unwrap();
    for (plugin, counter) in [(&plugin, of_call), (&session, of_session)] {
        assert_eq!(block_on(counter.add(1)).unwrap(), 2);
        assert_eq!(CounterResource::add(&counter, 1).unwrap(), 3);
        assert_eq!(
            block_on(CountersAsync::describe(plugin, &counter)).unwrap(),
            "a counter at 3"
        );
        assert_eq!(plugin.describe(&counter).unwrap(), "a counter at 3");
    }
}

#[test]
fn handles_of_another_instance_are_refused() {
    let plugin = Counters::load(COUNTERS).unwrap();
    let of_blocking = plugin.plugin().session().unwrap();
    let of_async = block_on(plugin.plugin().session_async()).unwrap();
    for session in [of_blocking, of_async] {
        block_on(async {
            let here = session.new_counter(1).await.unwrap();
            let there = plugin.new_counter(2).await.unwrap();
            let error = session.counter_merge(here, there).await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::ForeignHandle, "{error}");
            let error = session.describe(&tally(1)).await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::ForeignHandle, "{error}");
        });
    }
}

async fn count_to_three(counter: &impl CounterResourceAsync) -> Result<u32, Error> {
    counter.add(1).await?;
    counter.add(2).await?;
    counter.value().await
}

#[test]
fn the_hosts_own_resources_have_both_forms() {
    let of_blocking = tally(0);
    let of_async = Counter::new_async(Tally::default());
    for counter in [&of_blocking, &of_async] {
        assert_eq!(block_on(count_to_three(counter)).unwrap(), 3);
        assert_eq!(block_on(counter.add(4)).unwrap(), 7);
        assert_eq!(CounterResource::add(counter, 5).unwrap(), 12);
        assert_eq!(CounterResource::value(counter).unwrap(), 12);
        assert_eq!(counter.downcast_ref::<Tally>().unwrap().0.load(Relaxed), 12);
        assert!(counter.downcast_ref::<u32>().is_none());
        assert!(counter.downcast_ref::<Counter>().is_none());
    }
}

// What the host gives to a plugin.

/// All that the reporter imports, as async functions.
#[derive(Default)]
struct Desk {
    texts: Mutex<BTreeMap<String, String>>,
    messages: Mutex<Vec<String>>,
}

impl log::LogAsync for Desk {
    async fn write(&self, level: Level, message: &str) -> Result<(), Error> {
        tokio::task::yield_now().await;
        let message = format!("{level:?}: {message}");
        self.messages.lock().unwrap().push(message);
        Ok(())
    }
}

impl store::StoreAsync for Desk {
    async fn get(&self, key: &str) -> Result<Option<String>, CallError<String>> {
        tokio::task::yield_now().await;
        match key {
            "forbidden" => Err(CallError::Guest("keep off".to_owned())),
            "broken" => Err(Error::new(ErrorKind::Other, "the disk is gone").into()),
            key => Ok(self.texts.lock().unwrap().get(key).cloned()),
        }
    }

    async fn set(&self, key: &str, value: &str) -> Result<(), CallError<String>> {
        let value = value.to_owned();
        tokio::task::yield_now().await;
        self.texts.lock().unwrap().insert(key.to_owned(), value);
        Ok(())
    }
}

impl ReporterImportsAsync for Desk {
    async fn now(&self) -> Result<u64, Error> {
        tokio::task::yield_now().await;
        Ok(9)
    }
}

fn keys<const N: usize>(keys: [&str; N]) -> [String; N] {
    keys.map(String::from)
}

#[test]
fn imports_may_be_async() {
    let desk = Arc::new(Desk::default());
    let text = |key: &str| desk.texts.lock().unwrap().get(key).cloned();
    desk.texts.lock().unwrap().insert("a".into(), "1".into());
    let reporter = Reporter::builder()
        .imports_async(Arc::clone(&desk))
        .load(REPORTER)
        .unwrap();
    block_on(async {
        let report = reporter.report("Title", &keys(["a", "b"])).await.unwrap();
        assert_eq!(report, "Title, at 9\n- a: 1\n");
        assert_eq!(
            text("report/Title").as_deref(),
            Some("Title, at 9\n- a: 1\n")
        );
        let messages = std::mem::take(&mut *desk.messages.lock().unwrap());
        assert!(messages.contains(&"Warning: nothing is stored under `b`".to_owned()));

        let forbidden = reporter.report("No", &keys(["forbidden"])).await;
        assert_eq!(forbidden.unwrap_err().guest().unwrap(), "keep off");
        let broken = reporter.report("No", &keys(["broken"])).await.unwrap_err();
        assert_eq!(broken.host().unwrap().to_string(), "the disk is gone");
    });
    // Outside of any runtime, and inside of one that is busy.
    let blocking = || reporter::Reporter::report(&reporter, "Again", &keys(["a"]));
    assert_eq!(blocking().unwrap(), "Again, at 9\n- a: 1\n");
    let report = block_on(async { blocking() });
    assert_eq!(report.unwrap(), "Again, at 9\n- a: 1\n");
}

#[test]
fn imports_are_put_together_in_both_forms() {
    struct Noon;
    impl ReporterImports for Noon {
        fn now(&self) -> Result<u64, Error> {
            Ok(12)
        }
    }
    impl ReporterImportsAsync for Noon {
        async fn now(&self) -> Result<u64, Error> {
            tokio::task::yield_now().await;
            Ok(13)
        }
    }
    struct Nowhere;
    impl log::Log for Nowhere {
        fn write(&self, _: Level, _: &str) -> Result<(), Error> {
            Ok(())
        }
    }
    impl log::LogAsync for Nowhere {
        async fn write(&self, _: Level, _: &str) -> Result<(), Error> {
            Ok(())
        }
    }
    impl store::Store for Nowhere {
        fn get(&self, _: &str) -> Result<Option<String>, CallError<String>> {
            Ok(None)
        }
        fn set(&self, _: &str, _: &str) -> Result<(), CallError<String>> {
            Ok(())
        }
    }
    let blocking = Reporter::builder()
        .imports(Imports {
            log: Nowhere,
            store: Nowhere,
            reporter: Noon,
        })
        .load(REPORTER)
        .unwrap();
    let awaited = Reporter::builder()
        .imports_async(Imports {
            log: Nowhere,
            store: Arc::new(Desk::default()),
            reporter: Noon,
        })
        .load(REPORTER)
        .unwrap();
    block_on(async {
        let none = keys([]);
        assert_eq!(blocking.report("T", &none).await.unwrap(), "T, at 12\n");
        assert_eq!(awaited.report("T", &none).await.unwrap(), "T, at 13\n");
    });
}

/// A file of the host's, whose methods wait.
struct MemFile {
    path: String,
    data: Mutex<Vec<u8>>,
}

impl FileResourceAsync for MemFile {
    async fn read(&self, offset: u64, length: u32) -> Result<Vec<u8>, CallError<String>> {
        tokio::task::yield_now().await;
        let data = self.data.lock().unwrap();
        let rest = data
            .get(offset as usize..)
            .ok_or_else(|| CallError::Guest(format!("{} is not that long", self.path)))?;
        Ok(rest[..rest.len().min(length as usize)].to_vec())
    }

    async fn write(&self, data: &[u8]) -> Result<u32, Error> {
        tokio::task::yield_now().await;
        self.data.lock().unwrap().extend_from_slice(data);
        Ok(data.len() as u32)
    }

    async fn size(&self) -> Result<u64, Error> {
        tokio::task::yield_now().await;
        Ok(self.data.lock().unwrap().len() as u64)
    }
}

fn file(path: &str, data: &[u8]) -> File {
    File::new_async(MemFile {
        path: path.to_owned(),
        data: Mutex::new(data.to_vec()),
    })
}

fn data(file: &File) -> Vec<u8> {
    let file: &MemFile = file.downcast_ref().unwrap();
    file.data.lock().unwrap().clone()
}

/// What the host gives to the plugin. Arguments are held while it waits.
#[derive(Default)]
struct Disk {
    cabinet: Mutex<BTreeMap<u32, File>>,
}

impl FilesAsync for Disk {
    async fn new_file(&self, path: &str) -> Result<File, Error> {
        tokio::task::yield_now().await;
        Ok(file(path, b""))
    }

    async fn file_copy(&self, from: &File, to: &File) -> Result<u64, Error> {
        to.write(&data(from)).await.map(u64::from)
    }

    async fn file_join(&self, a: File, b: File) -> Result<File, Error> {
        tokio::task::yield_now().await;
        Ok(file("joined", &[data(&a), data(&b)].concat()))
    }

    async fn open(&self, path: &str) -> Result<File, CallError<String>> {
        tokio::task::yield_now().await;
        match path {
            "missing" => Err(CallError::Guest("there is no such file".to_owned())),
            path => Ok(file(path, path.as_bytes())),
        }
    }

    async fn open_all(&self, paths: &[String]) -> Result<Vec<File>, Error> {
        Ok(paths.iter().map(|path| file(path, b"")).collect())
    }

    async fn total(&self, files: &[&File]) -> Result<u64, Error> {
        let mut total = 0;
        for file in files {
            total += file.size().await?;
        }
        Ok(total)
    }

    async fn make_entry(&self, name: &str) -> Result<Entry, Error> {
        Ok(Entry {
            name: name.to_owned(),
            file: file(name, b"entry"),
        })
    }

    async fn take_entries(&self, mut entries: Vec<Entry>) -> Result<Option<File>, Error> {
        tokio::task::yield_now().await;
        Ok(entries.pop().map(|entry| entry.file))
    }

    async fn compare(&self, pair: &Pair<'_>) -> Result<bool, Error> {
        tokio::task::yield_now().await;
        Ok(pair.left.size().await? == pair.right.size().await?)
    }

    async fn settle(&self, source: Source) -> Result<Source, Error> {
        Ok(match source {
            Source::Text(text) => Source::File(file("text", text.as_bytes())),
            other => other,
        })
    }

    async fn measure(&self, file: Option<&File>) -> Result<Option<u64>, Error> {
        match file {
            Some(file) => file.size().await.map(Some),
            None => Ok(None),
        }
    }

    async fn split(&self, whole: File, at: u64) -> Result<(File, File), Error> {
        let data = data(&whole);
        let (before, after) = data.split_at(at as usize);
        Ok((file("before", before), file("after", after)))
    }

    async fn append(&self, (first, second): (File, &File)) -> Result<File, Error> {
        tokio::task::yield_now().await;
        Ok(file("appended", &[data(&first), data(second)].concat()))
    }

    async fn flip(&self, file: Result<File, File>) -> Result<File, CallError<File>> {
        match file {
            Ok(file) => Err(CallError::Guest(file)),
            Err(file) => Ok(file),
        }
    }
}

impl CabinetAsync for Disk {
    async fn put(&self, file: File) -> Result<u32, Error> {
        let mut cabinet = self.cabinet.lock().unwrap();
        let number = cabinet.keys().last().map_or(1, |last| last + 1);
        cabinet.insert(number, file);
        Ok(number)
    }

    async fn take(&self, number: u32) -> Result<Option<File>, Error> {
        Ok(self.cabinet.lock().unwrap().remove(&number))
    }

    async fn label(&self, file: &File) -> Result<String, Error> {
        tokio::task::yield_now().await;
        let file: Option<&MemFile> = file.downcast_ref();
        Ok(file.map_or("no file of ours".to_owned(), |file| file.path.clone()))
    }
}

fn host_resources() -> HostResources {
    HostResources::builder()
        .imports_async(Disk::default())
        .load(HOST_RESOURCES)
        .unwrap()
}

#[test]
fn async_resources_of_the_host_go_to_the_plugin_and_back() {
    let plugin = host_resources();
    // A copy of it can be kept.
    let work = plugin.work();
    block_on(async {
        let a = work.create("a").await.unwrap();
        assert_eq!(work.write(&a, b"one two").await.unwrap(), 7);
        assert_eq!(work.read(&a, 4, 100).await.unwrap(), b"two");
        let error = work.read(&a, 8, 1).await.unwrap_err();
        assert_eq!(error.guest().unwrap(), "a is not that long");
        assert_eq!(a.read(0, 3).await.unwrap(), b"one");
        let b = file("b", b"to: ");
        assert_eq!(work.copy(&a, &b).await.unwrap(), 7);
        assert_eq!(data(&b), b"to: one two");
        let joined = work.join(a, b).await.unwrap();
        assert_eq!(data(&joined), b"one twoto: one two");

        let error = work.open("missing").await.unwrap_err();
        assert_eq!(error.guest().unwrap(), "there is no such file");
        let (x, y) = (file("x", b"xx"), file("y", b"yyy"));
        assert_eq!(plugin.lent().total(&[&x, &y]).await.unwrap(), 5);
        assert_eq!(plugin.lent().peek_all(&[&x, &y]).await.unwrap(), 5);
        let pair = Pair {
            left: &x,
            right: &y,
        };
        assert!(!work.compare(&pair).await.unwrap());
        assert_eq!(work.measure(Some(&y)).await.unwrap(), Some(3));
        assert_eq!(work.measure(None).await.unwrap(), None);
        assert_eq!(work.label(&x).await.unwrap(), "x");
        let entries = vec![work.make_entry("e").await.unwrap()];
        let entry = work.take_entries(entries).await.unwrap().unwrap();
        assert_eq!(data(&entry), b"entry");
        let settled = work.settle(Source::Text("t".to_owned())).await.unwrap();
        assert!(matches!(settled, Source::File(file) if data(&file) == b"t"));
        let (before, after) = work.split(x, 1).await.unwrap();
        assert_eq!(data(&work.append((before, &after)).await.unwrap()), b"xx");
        let Err(CallError::Guest(flipped)) = work.flip(Ok(after)).await else {
            panic!("it comes back on the other side");
        };
        assert_eq!(data(&flipped), b"x");
        let number = work.put(flipped).await.unwrap();
        assert_eq!(number, 1);
        assert!(work.take(7).await.unwrap().is_none());
    });
}

#[test]
fn async_resources_of_the_host_serve_blocking_calls() {
    use host_resources_plugin::work::Work;

    let plugin = host_resources();
    let a = file("a", b"abc");
    assert_eq!(FileResource::size(&a).unwrap(), 3);
    assert_eq!(Work::size(&plugin, &a).unwrap(), 3);
    assert_eq!(Work::read(&plugin, &a, 1, 1).unwrap(), b"b");
    let error = FileResource::read(&a, 4, 1).unwrap_err();
    assert_eq!(error.guest().unwrap(), "a is not that long");
    assert_eq!(Work::peek(&plugin, &a).unwrap(), 3);
}

/// What an accessor returns need not outlive the statement.
#[test]
fn the_futures_of_views_borrow_the_struct_alone() {
    let plugin = host_resources();
    let (x, y) = (file("x", b"x"), file("y", b"yy"));
    let (size, kept, peeked) = block_on(async {
        let size = plugin.work().size(&x);
        let kept = plugin.work().kept();
        tokio::join!(size, kept, plugin.work().peek(&y))
    });
    assert_eq!((size.unwrap(), kept.unwrap(), peeked.unwrap()), (1, 0, 2));
}

// Names. Nothing of it is run.

/// What meets the names of the async forms, and what they are made with.
#[allow(dead_code)]
#[deny(
    warnings,
    missing_docs,
    missing_debug_implementations,
    unreachable_pub,
    unused,
    unused_qualifications,
    unused_results,
    elided_lifetimes_in_paths,
    single_use_lifetimes,
    let_underscore_drop,
    clippy::all,
    clippy::pedantic,
    clippy::nursery
)]
#[allow(
    clippy::redundant_pub_crate,
    reason = "`unreachable_pub` wants the opposite"
)]
mod names {
    /// Both sides of every interface, and functions of the world.
    pub(super) mod both {
        #[fidius::host(
            inline = "
                package fidius:async-names@0.1.0;

                interface store {
                  record store-async { %future: u8, send: u8, output: u8 }
                  variant %future { send, output(store-async), pin(string) }
                  record send { poll: bool }
                  type output = result<send, %future>;
                  resource pin {
                    constructor();
                    %async: func(%async: u8, await: string);
                    await: func() -> output;
                    new-async: func(new: borrow<pin>, box: option<borrow<t>>) -> pin;
                    poll: static func(arena: string, cx: list<borrow<pin>>) -> result<pin, t>;
                  }
                  record pin-resource-async { pin: u8 }
                  resource t { value: func(t: borrow<t>, f: borrow<pin>) -> list<string>; }
                  resource nothing {}
                  resource awaited { blocking: func(); awaited: func(t: t) -> t; }
                  record lent { pin: borrow<pin>, t: borrow<t>, nothing: borrow<nothing> }
                  %async: func(%async: string, %future: %future, send: send);
                  await: func(route: borrow<pin>, lent: lent, other: tuple<borrow<t>, string>) -> tuple<u8, pin>;
                  greet: func() -> output;
                  greet-async: func(imports: string, answer: list<pin>, this: u8) -> result<string>;
                  many: func(a0: string, a1: borrow<pin>, a2: u8, a3: u8, a4: u8, a5: u8, a6: u8, a7: u8, a8: u8, a9: u8,
                    a10: u8, a11: u8, a12: u8, a13: u8, a14: option<string>, a15: list<string>) -> tuple<pin, t>;
                }
                interface store-async { ping: func(); }
                world names {
                  import store;
                  export store;
                  import store-async;
                  export store-async;
                  import %async: func(send: string) -> u8;
                  export await: func(send: string) -> u8;
                }
            ",
            async
        )]
        pub(crate) struct Names;
    }

    /// The world's own traits, and resources of its own.
    pub(super) mod world {
        #[fidius::host(
            inline = "
                package fidius:async-world@0.1.0;

                interface types {
                  record plugin-async { a: u8 }
                  record plugin-imports-async { a: u8 }
                }
                world plugin {
                  use types.{plugin-async, plugin-imports-async};
                  resource bucket { get: func(key: string) -> u8; }
                  record bucket-resource { a: u8 }
                  record bucket-resource-interface-async { a: u8 }
                  import %in: func(bucket: borrow<bucket>) -> bucket;
                  export %out: func(bucket: borrow<bucket>, a: plugin-async) -> plugin-imports-async;
                }
            ",
            async
        )]
        pub(crate) struct Plugin;
    }

    /// Names of std, and of generated code.
    pub(super) mod of_std {
        #[fidius::host(wit = "tests/wit/names.wit", world = "both", async)]
        pub(crate) struct Names;
    }

    /// Keywords.
    pub(super) mod keywords {
        #[fidius::host(wit = "tests/wit/keywords.wit", world = "both", async)]
        pub(crate) struct Keywords;
    }

    /// Names that meet.
    pub(super) mod meeting {
        #[fidius::host(wit = "tests/wit/meeting.wit", world = "load", async)]
        pub(crate) struct Meeting;
    }

    /// Shapes at their limits.
    pub(super) mod shapes {
        #[fidius::host(wit = "tests/wit/shapes.wit", world = "both", async)]
        pub(crate) struct Shapes;
    }
}

/// Code that is written against the traits finds them under the names that were free.
#[test]
fn names_that_meet_leave_the_types_theirs() {
    use names::both::names::store::{Future, PinResourceAsync, StoreAsync};
    use names::both::names::store::{PinResourceInterfaceAsync, StoreInterfaceAsync};
    use names::world::plugin::{BucketResource, BucketResourceInterfaceAsync, PluginAsync};

    fn is_trait<T: StoreInterfaceAsync>() {}
    fn is_resource<T: PinResourceInterfaceAsync>() {}
    is_trait::<names::both::Names>();
    is_resource::<names::both::names::store::Pin>();
    is_trait::<Arc<names::both::Names>>();
    let record = StoreAsync::default();
    assert_eq!(record.future, 0);
    assert!(matches!(Future::Output(record), Future::Output(_)));
    assert_eq!(PinResourceAsync::default().pin, 0);
    assert_eq!(PluginAsync::default().a, BucketResource::default().a);
    assert_eq!(BucketResourceInterfaceAsync::default().a, 0);
}

//! Resources that the host gives to a plugin: lent and given away, dropped by the guest or with its instance.

use std::collections::BTreeMap;
use std::ptr;
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU32, Ordering::Relaxed};
use std::sync::{Arc, LazyLock, Mutex, OnceLock};
use std::thread;

use fidius::{CallError, Error, ErrorKind};
use host_resources_plugin::cabinet::Cabinet;
use host_resources_plugin::files::{Entry, File, FileResource, Files, Pair, Source};
use host_resources_plugin::lent::Lent;
use host_resources_plugin::work::Work;

#[fidius::host(wit = "host-resources.wit")]
struct HostResources;

const COMPONENT: &str = "guests/built/host-resources.wasm";

/// Loaded once, since that is what takes time.
static PLUGIN: LazyLock<HostResources> =
    LazyLock::new(|| HostResources::load(COMPONENT, Disk::default()).unwrap());

thread_local! {
    // Of this thread alone, so that tests can share a plugin: a host function runs on the thread of the call.
    /// How many files there are.
    static ALIVE: Arc<AtomicI64> = Arc::default();
}

fn alive() -> i64 {
    ALIVE.with(|alive| alive.load(Relaxed))
}

/// The host's own type of files.
struct MemFile {
    path: String,
    data: Mutex<Vec<u8>>,
    alive: Arc<AtomicI64>,
}

impl Drop for MemFile {
    fn drop(&mut self) {
        self.alive.fetch_sub(1, Relaxed);
    }
}

impl FileResource for MemFile {
    fn read(&self, offset: u64, length: u32) -> Result<Vec<u8>, CallError<String>> {
        let data = self.data.lock().unwrap();
        let offset = usize::try_from(offset).unwrap_or(usize::MAX);
        let rest = data
            .get(offset..)
            .ok_or_else(|| CallError::Guest(format!("{} is not that long", self.path)))?;
        Ok(rest[..rest.len().min(length as usize)].to_vec())
    }

    fn write(&self, data: &[u8]) -> Result<u32, Error> {
        if data == b"refuse" {
            return Err(Error::new(ErrorKind::Other, "the disk is full"));
        }
        self.data.lock().unwrap().extend_from_slice(data);
        Ok(data.len() as u32)
    }

    fn size(&self) -> Result<u64, Error> {
        Ok(self.data.lock().unwrap().len() as u64)
    }
}

fn file(path: &str, data: &[u8]) -> File {
    let alive = ALIVE.with(Arc::clone);
    alive.fetch_add(1, Relaxed);
    File::new(MemFile {
        path: path.to_owned(),
        data: Mutex::new(data.to_vec()),
        alive,
    })
}

/// The value that the handle was made of.
#[track_caller]
fn mem(file: &File) -> &MemFile {
    file.downcast_ref().unwrap()
}

fn data(file: &File) -> Vec<u8> {
    mem(file).data.lock().unwrap().clone()
}

fn path(file: &File) -> &str {
    &mem(file).path
}

/// What the host gives to the plugin.
#[derive(Default)]
struct Disk {
    cabinet: Mutex<BTreeMap<u32, File>>,
    /// Whether the file `churn` is there no more.
    churned: AtomicBool,
}

fn refusal() -> Error {
    Error::new(ErrorKind::Other, "the disk is full")
}

impl Files for Disk {
    fn new_file(&self, path: &str) -> Result<File, Error> {
        Ok(file(path, b""))
    }

    fn file_copy(&self, from: &File, to: &File) -> Result<u64, Error> {
        to.write(&data(from)).map(u64::from)
    }

    fn file_join(&self, a: File, b: File) -> Result<File, Error> {
        let data = [data(&a), data(&b)].concat();
        match &*data {
            b"refuse" => Err(refusal()),
            data => Ok(file(&format!("{}+{}", path(&a), path(&b)), data)),
        }
    }

    fn open(&self, path: &str) -> Result<File, CallError<String>> {
        match path {
            "missing" => Err(CallError::Guest("there is no such file".to_owned())),
            "churn" if self.churned.load(Relaxed) => Err(CallError::Guest("gone".to_owned())),
            "refuse" => Err(refusal().into()),
            path => Ok(file(path, path.as_bytes())),
        }
    }

    fn open_all(&self, paths: &[String]) -> Result<Vec<File>, Error> {
        Ok(paths.iter().map(|path| file(path, b"")).collect())
    }

    fn total(&self, files: &[&File]) -> Result<u64, Error> {
        files.iter().map(|file| file.size()).sum()
    }

    fn make_entry(&self, name: &str) -> Result<Entry, Error> {
        Ok(Entry {
            name: name.to_owned(),
            file: file(name, b"entry"),
        })
    }

    fn take_entries(&self, mut entries: Vec<Entry>) -> Result<Option<File>, Error> {
        // The name goes where the record goes, and the file is that of the name.
        assert!(entries.iter().all(|entry| entry.name == path(&entry.file)));
        Ok(entries.pop().map(|entry| entry.file))
    }

    fn compare(&self, pair: &Pair<'_>) -> Result<bool, Error> {
        Ok(data(pair.left) == data(pair.right))
    }

    fn settle(&self, source: Source) -> Result<Source, Error> {
        Ok(match source {
            Source::Text(text) => Source::File(file("text", text.as_bytes())),
            other => other,
        })
    }

    fn measure(&self, file: Option<&File>) -> Result<Option<u64>, Error> {
        file.map(File::size).transpose()
    }

    fn split(&self, whole: File, at: u64) -> Result<(File, File), Error> {
        let data = data(&whole);
        let (before, after) = data.split_at(at as usize);
        Ok((file("before", before), file("after", after)))
    }

    fn append(&self, (first, second): (File, &File)) -> Result<File, Error> {
        let data = [data(&first), data(second)].concat();
        match &*data {
            b"refuse" => Err(refusal()),
            data => Ok(file("appended", data)),
        }
    }

    fn flip(&self, file: Result<File, File>) -> Result<File, CallError<File>> {
        match file {
            Ok(file) => Err(CallError::Guest(file)),
            Err(file) => Ok(file),
        }
    }
}

impl Cabinet for Disk {
    fn put(&self, file: File) -> Result<u32, Error> {
        let mut cabinet = self.cabinet.lock().unwrap();
        let number = cabinet.keys().last().map_or(1, |last| last + 1);
        cabinet.insert(number, file);
        Ok(number)
    }

    fn take(&self, number: u32) -> Result<Option<File>, Error> {
        Ok(self.cabinet.lock().unwrap().remove(&number))
    }

    fn label(&self, file: &File) -> Result<String, Error> {
        Ok(match file.downcast_ref::<MemFile>() {
            Some(file) => format!("file {}", file.path),
            None => "no file of ours".to_owned(),
        })
    }
}

// Every function, and what it leaves.

#[test]
fn constructors_methods_and_static_functions_work() {
    let work = PLUGIN.work();
    let a = work.create("a").unwrap();
    assert_eq!((path(&a), alive()), ("a", 1));
    assert_eq!(work.write(&a, b"one ").unwrap(), 4);
    assert_eq!(work.write(&a, b"two").unwrap(), 3);
    assert_eq!(data(&a), b"one two");
    assert_eq!(work.read(&a, 4, 100).unwrap(), b"two");
    assert_eq!(work.read(&a, 0, 3).unwrap(), b"one");
    let error = work.read(&a, 8, 1).unwrap_err();
    assert_eq!(error.guest().unwrap(), "a is not that long");
    assert_eq!(work.size(&a).unwrap(), 7);

    let b = file("b", b"to: ");
    assert_eq!(work.copy(&a, &b).unwrap(), 7);
    assert_eq!(data(&b), b"to: one two");
    assert_eq!(alive(), 2);

    let joined = work.join(a, b).unwrap();
    assert_eq!(path(&joined), "a+b");
    assert_eq!(data(&joined), b"one twoto: one two");
    assert_eq!(alive(), 1);
    drop(joined);
    assert_eq!(alive(), 0);
}

#[test]
fn the_handles_own_methods_are_the_values() {
    // Without any plugin.
    let file = file("a", b"abc");
    assert_eq!(file.size().unwrap(), 3);
    assert_eq!(file.write(b"d").unwrap(), 1);
    assert_eq!(file.read(1, 2).unwrap(), b"bc");
    assert!(file.read(5, 2).unwrap_err().guest().is_some());
    assert_eq!(format!("{file:?}"), "File(of the host)");
    assert!(file.downcast_ref::<String>().is_none());
}

#[test]
fn results_and_lists_with_files_work() {
    let work = PLUGIN.work();
    let opened = work.open("opened").unwrap();
    assert_eq!((path(&opened), alive()), ("opened", 1));
    let error = work.open("missing").unwrap_err();
    assert_eq!(error.guest().unwrap(), "there is no such file");

    let paths = ["x", "y", "z"].map(String::from);
    let all = work.open_all(&paths).unwrap();
    assert_eq!(all.iter().map(path).collect::<Vec<_>>(), paths);
    assert_eq!(alive(), 4);
    assert!(work.open_all(&[]).unwrap().is_empty());
    drop((opened, all));
    assert_eq!(alive(), 0);
}

#[test]
fn records_and_variants_with_files_work() {
    let work = PLUGIN.work();
    let entries: Vec<Entry> = ["x", "y", "z"]
        .into_iter()
        .map(|name| work.make_entry(name).unwrap())
        .collect();
    assert_eq!(entries[1].name, "y");
    assert_eq!(data(&entries[1].file), b"entry");
    assert_eq!(alive(), 3);
    let last = work.take_entries(entries).unwrap().unwrap();
    assert_eq!((path(&last), alive()), ("z", 1));
    assert!(work.take_entries(Vec::new()).unwrap().is_none());

    assert!(matches!(work.settle(Source::Nothing), Ok(Source::Nothing)));
    let Ok(Source::File(text)) = work.settle(Source::Text("words".to_owned())) else {
        panic!("the text is a file now");
    };
    assert_eq!(data(&text), b"words");
    let Ok(Source::File(same)) = work.settle(Source::File(last)) else {
        panic!("a file stays one");
    };
    assert_eq!((path(&same), alive()), ("z", 2));
}

#[test]
fn pairs_options_and_tuples_with_files_work() {
    let work = PLUGIN.work();
    let [a, b] = [file("a", b"same"), file("b", b"same")];
    let compare = |left, right| work.compare(&Pair { left, right }).unwrap();
    assert!(compare(&a, &b));
    // One file may be lent twice in one call.
    assert!(compare(&a, &a));
    a.write(b"!").unwrap();
    assert!(!compare(&a, &b));

    assert_eq!(work.measure(Some(&a)).unwrap(), Some(5));
    assert_eq!(work.measure(None).unwrap(), None);

    let appended = work.append((a, &b)).unwrap();
    assert_eq!(data(&appended), b"same!same");
    let (before, after) = work.split(appended, 5).unwrap();
    assert_eq!(
        (data(&before), data(&after)),
        (b"same!".into(), b"same".into())
    );
    assert_eq!(alive(), 3);

    let error = work.flip(Ok(before)).unwrap_err();
    assert_eq!(path(error.guest().unwrap()), "before");
    let after = work.flip(Err(after)).unwrap();
    assert_eq!(path(&after), "after");
    drop(error);
    assert_eq!(alive(), 2);
}

#[test]
fn lists_of_lent_files_work() {
    let lent = PLUGIN.lent();
    let files = [file("a", b"12"), file("b", b"345"), file("c", b"")];
    let all: Vec<&File> = files.iter().collect();
    assert_eq!(lent.total(&all).unwrap(), 5);
    assert_eq!(lent.peek_all(&all).unwrap(), 5);
    assert_eq!(lent.total(&[&files[1]; 3]).unwrap(), 9);
    assert_eq!(lent.total(&[]).unwrap(), 0);
    assert_eq!(lent.peek_all(&[]).unwrap(), 0);
    assert_eq!(alive(), 3);
}

#[test]
fn a_plugin_is_its_own_interfaces() {
    // Code that is written against the traits.
    fn sizes(work: &dyn Work, lent: &dyn Lent, file: &File) -> Result<(u64, u64), Error> {
        Ok((work.peek(file)?, lent.peek_all(&[file, file])?))
    }
    let plugin = &*PLUGIN;
    assert_eq!(sizes(plugin, plugin, &file("a", b"12")).unwrap(), (2, 4));
}

// Whose a file is.

#[test]
fn the_host_gets_its_own_value_back() {
    let work = PLUGIN.work();
    let a = file("a", b"");
    let address = ptr::from_ref(mem(&a));
    let a = work.pass(a).unwrap();
    assert!(ptr::eq(mem(&a), address));
    let (b, a) = work.swap((a, file("b", b""))).unwrap();
    assert!(ptr::eq(mem(&a), address));
    assert_eq!(path(&b), "b");
    let Err(CallError::Guest(a)) = work.flip(Ok(a)) else {
        panic!("what was ok is an error");
    };
    assert!(ptr::eq(mem(&a), address));
    assert_eq!(alive(), 2);

    // In one of the host's own functions too, where it is lent and where it is given away.
    assert_eq!(work.label(&a).unwrap(), "file a");
    let number = work.put(a).unwrap();
    assert_eq!(alive(), 2);
    let a = work.take(number).unwrap().unwrap();
    assert!(ptr::eq(mem(&a), address));
    assert!(work.take(number).unwrap().is_none());
}

#[test]
fn any_type_can_be_a_file() {
    struct Zeros(u64);
    impl FileResource for Zeros {
        fn read(&self, _: u64, length: u32) -> Result<Vec<u8>, CallError<String>> {
            Ok(vec![0; length as usize])
        }
        fn write(&self, _: &[u8]) -> Result<u32, Error> {
            Ok(0)
        }
        fn size(&self) -> Result<u64, Error> {
            Ok(self.0)
        }
    }
    let work = PLUGIN.work();
    let zeros = work.pass(File::new(Zeros(u64::MAX))).unwrap();
    assert_eq!(zeros.downcast_ref::<Zeros>().unwrap().0, u64::MAX);
    assert_eq!(work.peek(&zeros).unwrap(), u64::MAX);
    assert_eq!(work.read(&zeros, 7, 2).unwrap(), [0, 0]);
    assert_eq!(work.label(&zeros).unwrap(), "no file of ours");
}

#[test]
fn a_file_goes_from_instance_to_instance() {
    let first = PLUGIN.plugin().session().unwrap();
    let second = PLUGIN.plugin().session().unwrap();
    let file = first.work().create("a").unwrap();
    second.work().write(&file, b"from the second").unwrap();
    assert_eq!(first.work().peek(&file).unwrap(), 15);
    let file = second.work().pass(file).unwrap();
    first.work().keep(file).unwrap();
    assert_eq!(
        (first.work().kept().unwrap(), second.work().kept().unwrap()),
        (1, 0)
    );
    assert_eq!(alive(), 1);
}

/// Another host that gives its plugin the same files: one module stands for the interfaces of both.
#[fidius::host(
    wit = "host-resources.wit",
    module = "second",
    with = {
        "fidius:host-resources/files@0.1.0" = crate::host_resources_plugin::files,
        "fidius:host-resources/cabinet@0.1.0" = crate::host_resources_plugin::cabinet,
    }
)]
struct Second;

#[test]
fn a_file_goes_from_plugin_to_plugin() {
    let second = Second::load(COMPONENT, Disk::default()).unwrap();
    let file = PLUGIN.work().create("a").unwrap();
    let address = ptr::from_ref(mem(&file));
    second.work().write(&file, b"from the second").unwrap();
    let file = second.work().pass(PLUGIN.work().pass(file).unwrap());
    let file = file.unwrap();
    assert!(ptr::eq(mem(&file), address));
    assert_eq!(PLUGIN.work().peek(&file).unwrap(), 15);
    assert_eq!(alive(), 1);
}

#[test]
fn one_file_is_lent_to_many_at_once() {
    let plugin = HostResources::builder()
        .imports(Disk::default())
        .pool(4)
        .load(COMPONENT)
        .unwrap();
    let file = file("a", b"");
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for _ in 0..100 {
                    assert_eq!(plugin.work().write(&file, b"x").unwrap(), 1);
                }
            });
        }
    });
    assert_eq!(file.size().unwrap(), 400);
    assert_eq!(alive(), 1);
}

// When a file is dropped.

#[test]
fn what_a_fresh_instance_keeps_goes_with_it() {
    let work = PLUGIN.work();
    work.keep(file("a", b"")).unwrap();
    assert_eq!(alive(), 0);
    assert_eq!(work.kept().unwrap(), 0);
}

#[test]
fn what_a_session_keeps_goes_when_the_guest_drops_it_or_the_session_ends() {
    let session = PLUGIN.plugin().session().unwrap();
    let work = session.work();
    for name in ["a", "b"] {
        work.keep(file(name, b"")).unwrap();
    }
    assert_eq!((work.kept().unwrap(), alive()), (2, 2));
    work.drop_kept().unwrap();
    assert_eq!((work.kept().unwrap(), alive()), (0, 0));

    for name in ["a", "b", "c"] {
        work.keep(file(name, b"")).unwrap();
    }
    let lent = file("lent", b"");
    assert_eq!(work.peek(&lent).unwrap(), 0);
    assert_eq!(alive(), 4);
    let clone = session.clone();
    drop(session);
    assert_eq!(clone.work().kept().unwrap(), 3);
    drop(clone);
    // What was only lent is still there.
    assert_eq!((path(&lent), alive()), ("lent", 1));
}

#[test]
fn a_pool_keeps_what_its_instances_keep() {
    let plugin = HostResources::builder()
        .imports(Disk::default())
        .pool(1)
        .load(COMPONENT)
        .unwrap();
    plugin.work().keep(file("a", b"")).unwrap();
    assert_eq!((plugin.work().kept().unwrap(), alive()), (1, 1));
    // A session is another instance.
    assert_eq!(plugin.plugin().session().unwrap().work().kept().unwrap(), 0);
    drop(plugin);
    assert_eq!(alive(), 0);
}

#[test]
fn what_an_instance_keeps_goes_when_a_call_traps() {
    let disk = Arc::new(Disk::default());
    let plugin = HostResources::load(COMPONENT, Arc::clone(&disk)).unwrap();
    let session = plugin.plugin().session().unwrap();
    session.work().keep(file("a", b"")).unwrap();
    assert_eq!(session.work().churn(3).unwrap(), 3 * 5);
    assert_eq!(alive(), 1);

    disk.churned.store(true, Relaxed);
    let error = session.work().churn(3).unwrap_err();
    assert!(error.is_trap(), "{error}");
    assert_eq!(alive(), 0);

    // What is given to a session that is lost goes all the same.
    let error = session.work().pass(file("b", b"")).unwrap_err();
    assert!(error.is_session_lost());
    assert_eq!(alive(), 0);
}

#[test]
fn what_a_host_function_has_goes_when_it_fails() {
    let work = PLUGIN.work();
    let is_refusal = |error: &Error| error.to_string() == "the disk is full";
    let error = work.join(file("a", b"ref"), file("b", b"use")).unwrap_err();
    assert!(is_refusal(&error), "{error}");
    assert_eq!(alive(), 0);

    let lent = file("lent", b"use");
    let error = work.append((file("a", b"ref"), &lent)).unwrap_err();
    assert!(is_refusal(&error), "{error}");
    assert_eq!(alive(), 1);
    let error = work.write(&lent, b"refuse").unwrap_err();
    assert!(is_refusal(&error), "{error}");
    assert_eq!((data(&lent), alive()), (b"use".into(), 1));

    let error = work.open("refuse").unwrap_err();
    assert!(is_refusal(error.host().unwrap()), "{error}");

    // In a session, with what the guest has besides.
    let session = PLUGIN.plugin().session().unwrap();
    session.work().keep(file("kept", b"")).unwrap();
    assert_eq!(alive(), 2);
    assert!(session.work().open("refuse").unwrap_err().host().is_some());
    assert_eq!(alive(), 1);
}

/// A file that does something when it is dropped.
struct OnDrop(Box<dyn Fn() + Send + Sync>);

impl FileResource for OnDrop {
    fn read(&self, _: u64, _: u32) -> Result<Vec<u8>, CallError<String>> {
        Ok(Vec::new())
    }
    fn write(&self, _: &[u8]) -> Result<u32, Error> {
        Ok(0)
    }
    fn size(&self) -> Result<u64, Error> {
        Ok(0)
    }
}

impl Drop for OnDrop {
    fn drop(&mut self) {
        (self.0)();
    }
}

#[test]
fn a_file_that_panics_when_the_guest_drops_it_fails_the_call() {
    let session = PLUGIN.plugin().session().unwrap();
    let work = session.work();
    work.keep(file("before", b"")).unwrap();
    work.keep(File::new(OnDrop(Box::new(|| panic!("stuck")))))
        .unwrap();
    work.keep(file("after", b"")).unwrap();
    let error = work.drop_kept().unwrap_err();
    assert!(error.is_host_panic());
    assert_eq!(
        error.to_string(),
        "the destructor of `file`, which the host gives to `guests/built/host-resources.wasm`, panicked: stuck"
    );
    assert!(work.kept().unwrap_err().is_session_lost());
    assert_eq!(alive(), 0);
    // The next call works.
    assert_eq!(PLUGIN.work().kept().unwrap(), 0);
}

#[test]
fn a_file_that_panics_at_the_end_of_its_instance_harms_nobody() {
    let session = PLUGIN.plugin().session().unwrap();
    session.work().keep(file("before", b"")).unwrap();
    let panics = File::new(OnDrop(Box::new(|| panic!("stuck"))));
    session.work().keep(panics).unwrap();
    session.work().keep(file("after", b"")).unwrap();
    drop(session);
    assert_eq!(alive(), 0);

    // The same at the end of a call.
    PLUGIN
        .work()
        .keep(File::new(OnDrop(Box::new(|| panic!("stuck")))))
        .unwrap();
}

#[test]
fn a_file_may_call_the_plugin_when_it_is_dropped() {
    let session: Arc<OnceLock<HostResources>> = Arc::default();
    session.set(PLUGIN.plugin().session().unwrap()).unwrap();
    let calls = Arc::new(AtomicU32::new(0));
    let caller = || {
        let (session, calls) = (Arc::downgrade(&session), Arc::clone(&calls));
        File::new(OnDrop(Box::new(move || {
            if let Some(session) = session.upgrade() {
                // Its own instance is in the middle of a call, and any other is not.
                let error = session.get().unwrap().work().kept().unwrap_err();
                assert!(error.is_reentrant(), "{error}");
            }
            assert_eq!(PLUGIN.work().kept().unwrap(), 0);
            calls.fetch_add(1, Relaxed);
        })))
    };
    let live = session.get().unwrap();
    live.work().keep(caller()).unwrap();
    live.work().drop_kept().unwrap();
    assert_eq!(calls.load(Relaxed), 1);
    live.work().keep(caller()).unwrap();
    drop(session);
    assert_eq!(calls.load(Relaxed), 2);
}

#[test]
fn a_host_function_may_lend_its_argument_on() {
    /// Says of a file what another instance of the plugin says of it.
    struct Lending {
        disk: Disk,
        plugin: OnceLock<HostResources>,
    }
    impl Cabinet for Lending {
        fn put(&self, file: File) -> Result<u32, Error> {
            // Given away again, and not to come back.
            self.plugin.get().unwrap().work().keep(file)?;
            Ok(7)
        }
        fn take(&self, number: u32) -> Result<Option<File>, Error> {
            self.disk.take(number)
        }
        fn label(&self, file: &File) -> Result<String, Error> {
            let size = self.plugin.get().unwrap().work().peek(file)?;
            Ok(format!("{} of {size} bytes", path(file)))
        }
    }
    let lending = Arc::new(Lending {
        disk: Disk::default(),
        plugin: OnceLock::new(),
    });
    let plugin = HostResources::builder()
        .imports(host_resources_plugin::Imports {
            files: Disk::default(),
            cabinet: Arc::clone(&lending),
        })
        .load(COMPONENT)
        .unwrap();
    // Not the plugin itself, which would have what it is given, and so itself.
    lending.plugin.set(PLUGIN.clone()).unwrap();
    let file = file("a", b"123");
    assert_eq!(plugin.work().label(&file).unwrap(), "a of 3 bytes");
    assert_eq!(plugin.work().put(file).unwrap(), 7);
    assert_eq!(alive(), 0);
}

// Nothing leaks.

const MANY: u32 = 100_000;

/// Calls `plugin` so often, one function after the other, with files in every place.
fn call_often(plugin: &HostResources, calls: u32) {
    let work = plugin.work();
    let lent = file("lent", b"12345");
    for call in 0..calls / 10 {
        let a = work.create("a").unwrap();
        let a = work.pass(a).unwrap();
        let (b, a) = work.swap((a, work.open("b").unwrap())).unwrap();
        assert_eq!(work.append((b, &lent)).unwrap().size().unwrap(), 6);
        assert_eq!(work.peek(&lent).unwrap(), 5);
        let pair = Pair {
            left: &a,
            right: &lent,
        };
        assert!(!work.compare(&pair).unwrap());
        work.keep(a).unwrap();
        assert!(work.open("missing").is_err());
        work.drop_kept().unwrap();
        if call % 1000 == 0 {
            assert_eq!(alive(), 1);
        }
    }
    drop(lent);
    assert_eq!(alive(), 0);
}

#[test]
fn nothing_leaks_in_a_session() {
    call_often(&PLUGIN.plugin().session().unwrap(), MANY);
}

#[test]
fn nothing_leaks_in_a_pool() {
    let plugin = HostResources::builder()
        .imports(Disk::default())
        .pool(2)
        .load(COMPONENT)
        .unwrap();
    call_often(&plugin, MANY);
}

#[test]
fn nothing_leaks_in_fresh_instances() {
    call_often(&PLUGIN, MANY / 10);
}

#[test]
fn nothing_leaks_in_one_call() {
    let session = PLUGIN.plugin().session().unwrap();
    assert_eq!(session.work().churn(MANY).unwrap(), u64::from(MANY) * 5);
    assert_eq!(alive(), 0);
}

// Calls by name.

#[test]
fn calls_by_name_have_files_as_values() {
    let session = PLUGIN.plugin().session().unwrap();
    let plugin = session.plugin();
    let opened = plugin.call_values("open", &["opened".into()]).unwrap();
    assert_eq!(alive(), 1);
    assert_eq!(plugin.call::<_, u64>("size", &opened).unwrap(), 6);
    assert_eq!(
        plugin
            .call::<_, u32>("write", (&opened, "!".as_bytes().to_vec()))
            .unwrap(),
        1
    );
    assert_eq!(
        plugin.call::<_, String>("label", &opened).unwrap(),
        "file opened"
    );
    let passed = plugin
        .call_values("pass", std::slice::from_ref(&opened))
        .unwrap();
    let error = plugin.call::<_, u64>("size", &opened).unwrap_err();
    assert!(error.is_foreign_handle(), "{error}");
    assert_eq!(plugin.call::<_, u64>("peek", &passed).unwrap(), 7);
    assert_eq!(alive(), 1);
    // What is dropped is the host's to end.
    drop(passed);
    assert_eq!(alive(), 0);
    let kept = plugin.call_values("create", &["kept".into()]).unwrap();
    plugin.call::<_, ()>("keep", &kept).unwrap();
    drop((opened, kept));
    assert_eq!(alive(), 1);
    plugin.call::<_, ()>("drop-kept", ()).unwrap();
    assert_eq!(alive(), 0);
    assert_eq!(session.work().kept().unwrap(), 0);
}

//! Typed, sandboxed plugins from WebAssembly components.
//!
//! A plugin is a WebAssembly component; its interface is a [WIT] file. The attribute [`host`](macro@host) reads the WIT while
//! your program compiles, and gives a struct one typed method for each function:
//!
//! ```
//! #[fidius::host(wit = "greeter.wit")]
//! pub struct Greeter;
//!
//! fn main() -> Result<(), Box<dyn std::error::Error>> {
//!     let greeter = Greeter::load("guests/built/greeter.wasm")?;
//!     assert_eq!(greeter.greet("world")?, "Hello, world!");
//!
//!     let point = greeter::Point { x: 1, y: -2 };
//!     assert_eq!(greeter.mirror(&point, true)?, greeter::Point { x: -1, y: 2 });
//!     Ok(())
//! }
//! ```
//!
//! - **What does not fit is found early.** A wrong argument is a compile error. A component that does not have what the WIT
//!   says is refused at load, with a list of every difference ([`Error::differences`]). At call time only the guest's own
//!   failures are left.
//! - **Plugins get nothing.** No files, no environment, no network; what they print is dropped, but for the last lines of stderr,
//!   which stand in the error where a call traps. WASI 0.2 is linked, so that
//!   programs built for it run.
//! - **Every call has limits**: on time, memory, stack, tables, handles, and the size of results ([`Limits`]).
//! - **One bad call hurts one call.** After a trap or a limit the next call works, on another instance.
//! - **It is fast.** Types go straight from Rust to the guest's memory and back, engines and instances are pooled.
//!
//! # Instances
//!
//! By default each call runs on a fresh instance of the component, which sees nothing of earlier calls. There are three other ways,
//! for plugins that keep something, that take long to start, or that are called often:
//!
//! ```
//! # #[fidius::host(wit = "greeter.wit")]
//! # pub struct Greeter;
//! # fn main() -> Result<(), fidius::Error> {
//! // As isolated as by default: but up to eight instances are made ahead, on another thread, while calls come often.
//! let spares = Greeter::builder().spares(8).load("guests/built/greeter.wasm")?;
//! spares.greet("stranger")?;
//!
//! // Up to four live instances, used again and again by whoever calls.
//! let pooled = Greeter::builder().pool(4).load("guests/built/greeter.wasm")?;
//! pooled.greet("you")?;
//!
//! // One instance, held for calls that belong together. It has the same methods.
//! let session: Greeter = pooled.plugin().session()?;
//! session.greet("you again")?;
//! # Ok(())
//! # }
//! ```
//!
//! | | state of earlier calls | what a call waits for |
//! |---|---|---|
//! | fresh | never | an instance to be made, some microseconds |
//! | [`spares`](Builder::spares) | never | hardly anything, unless calls come faster than instances can be made |
//! | [`pool`](Builder::pool) | of whoever had the instance before | a free instance, if all are busy |
//! | [`session`](Plugin::session) | of the same session | the session's other calls |
//!
//! A live instance never serves two calls at once, but for those of plugins whose WIT has `async` functions, as
//! [below](#streams-futures-and-async-functions). Who waits for one waits in order, within the call's limit on time.
//! [`PoolSettings`] say when the instances of a pool go: after so many calls, or when nobody has called them for so long.
//!
//! # Async
//!
//! Each interface has two traits, and a host implements both: `Greeter`, whose methods block, and `GreeterAsync`, whose methods are
//! futures. With `async` in the attribute the struct's own methods are those of the second:
//!
//! ```
//! #[fidius::host(wit = "greeter.wit", async)]
//! pub struct Greeter;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), fidius::Error> {
//! let greeter = Greeter::load("guests/built/greeter.wasm")?;
//! let (one, other) = tokio::join!(greeter.greet("one"), greeter.greet("other"));
//! assert_eq!((one?, other?), ("Hello, one!".to_owned(), "Hello, other!".to_owned()));
//!
//! // The same plugin, blocking.
//! use greeter::Greeter as _;
//! let greeting = greeter::Greeter::greet(&greeter, "third")?;
//! # assert_eq!(greeting, "Hello, third!");
//! # Ok(())
//! # }
//! ```
//!
//! The futures are `Send`, and run on any executor: on every flavour of tokio's, and on those that are not tokio's. They never block
//! its threads: a guest that sleeps or waits for the host is left alone meanwhile, and one that computes gives way every
//! 10 ms. Dropping a future ends the call, and its instance with it. What *loads* a plugin compiles it, which blocks: do it on a
//! thread where that is fine. Blocking methods may be called anywhere too, on the threads of an async runtime as well; they block the thread,
//! as any blocking call does. Functions that the host gives may be async ([`Builder::imports_async`]).
//!
//! Sessions, and handles of resources, that are made by blocking calls serve async calls only where nothing of the guest could block
//! the thread, or where the host says `async`; [`Plugin::session_async`] makes one that serves both.
//!
//! # Streams, futures and async functions
//!
//! An `async func` of the WIT is a method like any other: it blocks in the one trait, and is a future in the other. A `stream<T>` is a
//! [`Stream<T>`](Stream) and a `future<T>` is a [`Future<T>`](struct@Future), wherever they stand. What the struct's own methods take for a stream is anything that gives the
//! items ([`IntoStream`]): an iterator, an async stream, what another call returned.
//!
//! ```
//! #[fidius::host(wit = "pipeline.wit")]
//! pub struct Pipeline;
//!
//! # fn main() -> Result<(), fidius::Error> {
//! let plugin = Pipeline::load("guests/built/pipeline.wasm")?;
//!
//! // Out, in sync code. In async code it is a `futures::Stream`.
//! let lines = plugin.source(3)?;
//! let lines: Vec<String> = lines.into_iter().collect::<Result<_, _>>()?;
//! assert_eq!(lines[1], "debug: request 1 took 7 ms");
//!
//! // In.
//! let summary = plugin.sink(lines)?;
//! assert_eq!(summary.lines, 3);
//!
//! // Both, and from one call into the next, on an instance each.
//! let infos = plugin.transform(plugin.source(1000)?, "info")?;
//! assert_eq!(plugin.sink(infos)?.lines, 500);
//! # Ok(())
//! # }
//! ```
//!
//! - **Lazy.** A plugin runs while somebody waits for something of it: an item, a future, the answer of a call. Neither side is ahead of
//!   the other by more than [`Limits::stream_window`] items, however many there are.
//! - **No end is taken for another.** A stream ends with `None` where the plugin has closed it. A trap, a limit, a producer that fails or
//!   panics is one last `Err`, with what happened.
//! - **Time.** A reader waits for each item as long as a call may take ([`Limits::time`]); [`Limits::stream_time`] is for the whole. When it is over, the
//!   instance is.
//! - **No threads.** Who waits runs the plugin meanwhile, on its own thread or in its own task; others that wait for something of
//!   the same instance take turns. A blocking reader is a blocking call, and may be anywhere that one may be.
//! - **A stream keeps its instance alive**, as a handle does, and shares it with whatever else is called there. On a
//!   session, other functions can be called meanwhile, `async` ones also at the same time; one that is not `async` has the instance for itself, between two
//!   turns. Dropping a stream tells the plugin, which has a tenth of a second to clear up where nobody else needs the instance.
//! - **A call whose future is dropped** goes on in a session, as far as others have the instance run, and nobody gets its answer. On an
//!   instance of its own it ends.
//! - **A failure ends the instance**, with all calls and streams on it: each of them gets it as its error.
//!
//! A host function that is `async` in the WIT runs beside the plugin, and may call the instance that called it. One that is not has the
//! plugin wait: what needs the same instance then is an error ([`Error::is_reentrant`]), also a blocking wait for one of its streams.
//! A plugin that waits for itself is found by the clock alone, at the call's limit on time.
//!
//! Components with any of this run on an engine of their own, on which each call costs more: about a microsecond.
//!
//! # Limits
//!
//! All of [`Limits`] are finite unless a host says otherwise: time, the guest's own computing time, fuel, memory, tables, stack, the size of
//! transfers, handles, the number of instances and of calls that wait for one. They are set for a [`Runtime`], for a
//! [plugin](Builder::limits), or for [single calls](Plugin::with_limits), and can be read from a configuration file. Each that is hit
//! is an error of its own kind ([`ErrorKind`]), with the figure.
//!
//! ```
//! use std::time::Duration;
//! use fidius::Limits;
//! # #[fidius::host(wit = "greeter.wit")]
//! # pub struct Greeter;
//!
//! # fn main() -> Result<(), fidius::Error> {
//! let limits = Limits { time: Duration::from_secs(2), memory: 64 << 20, ..Limits::default() };
//! let greeter = Greeter::builder().limits(limits.clone()).load("guests/built/greeter.wasm")?;
//!
//! let hurried = greeter.plugin().with_limits(Limits { time: Duration::from_millis(100), ..limits })?;
//! hurried.greet("quickly")?;
//! # Ok(())
//! # }
//! ```
//!
//! Time is wall time, also while the guest sleeps or waits. A blocking function of the host is not interrupted: one that returns too late is
//! reported then, as a timeout; one that never returns can't be ended from inside. An async one is ended with its call.
//!
//! # When a call fails
//!
//! After a trap, a limit, a panic of a host function or a future that was dropped, the instance is gone, and the next call has another,
//! which is configured like the one before. A session can't: its later calls are errors that say so
//! ([`Error::is_session_lost`]), with the first failure as their source. No call is ever made a second time. How often a plugin fails, and
//! how, tell its [`counters`](Plugin::counters).
//!
//! # Errors
//!
//! A function whose WIT result is a `result<T, E>` returns `Result<T, `[`CallError`]`<E>>`: the guest's own error is
//! [`CallError::Guest`], and a call that failed is [`CallError::Host`]. All others return `Result<T, `[`Error`]`>`. Both tell
//! failures apart by predicates:
//!
//! ```
//! # #[fidius::host(wit = "greeter.wit")]
//! # pub struct Greeter;
//! # fn main() -> Result<(), fidius::Error> {
//! use fidius::CallError;
//! use greeter::FarewellError;
//!
//! let greeter = Greeter::load("guests/built/greeter.wasm")?;
//! match greeter.farewell("night") {
//!     Err(CallError::Guest(FarewellError::Asleep)) => {}
//!     Err(error) if error.is_timeout() => println!("the plugin takes too long"),
//!     other => println!("{other:?}"),
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # Fakes
//!
//! The methods are those of a trait, which stands in the generated module. Code that takes the trait can be tested without a
//! plugin:
//!
//! ```
//! #[fidius::host(wit = "greeter.wit")]
//! pub struct Greeter;
//!
//! struct Fake;
//!
//! impl greeter::Greeter for Fake {
//!     fn greet(&self, name: &str) -> Result<String, fidius::Error> {
//!         Ok(format!("Ahoy, {name}!"))
//!     }
//!     fn mirror(&self, p: &greeter::Point, _: bool) -> Result<greeter::Point, fidius::Error> {
//!         Ok(*p)
//!     }
//!     fn farewell(&self, _: &str) -> Result<String, fidius::CallError<greeter::FarewellError>> {
//!         Err(fidius::CallError::Guest(greeter::FarewellError::Asleep))
//!     }
//! }
//!
//! fn welcome(greeter: &dyn greeter::Greeter) -> Result<String, fidius::Error> {
//!     greeter.greet("guest")
//! }
//!
//! assert_eq!(welcome(&Fake).unwrap(), "Ahoy, guest!");
//! ```
//!
//! The async trait has no `dyn`, as traits with async methods have none: take `&impl GreeterAsync`.
//!
//! # What the host gives to a plugin
//!
//! What a world imports is a trait, which the program implements on a type of its own. A plugin can't be loaded without it, and
//! one that wants more than the world offers is refused at load, with all that is missing.
//!
//! ```
//! #[fidius::host(wit = "reporter.wit")]
//! pub struct Reporter;
//!
//! use fidius::{CallError, Error};
//! use reporter::log::{Level, Log};
//! use reporter::{Imports, ReporterImports, store::Store};
//!
//! struct Quiet;
//!
//! impl Log for Quiet {
//!     fn write(&self, _: Level, _: &str) -> Result<(), Error> {
//!         Ok(())
//!     }
//! }
//!
//! struct Always(&'static str);
//!
//! impl Store for Always {
//!     fn get(&self, _: &str) -> Result<Option<String>, CallError<String>> {
//!         Ok(Some(self.0.to_owned()))
//!     }
//!     fn set(&self, _: &str, _: &str) -> Result<(), CallError<String>> {
//!         // The plugin's own kind of error goes to the plugin; an `Error` would end its call, and be the caller's.
//!         Err(CallError::Guest("read only".to_owned()))
//!     }
//! }
//!
//! struct Midnight;
//!
//! impl ReporterImports for Midnight {
//!     fn now(&self) -> Result<u64, Error> {
//!         Ok(0)
//!     }
//! }
//!
//! # fn main() -> Result<(), Error> {
//! let imports = Imports { log: Quiet, store: Always("5"), reporter: Midnight };
//! let reporter = Reporter::load("guests/built/reporter.wasm", imports)?;
//! let answer = reporter.report("Fruit", &["apples".to_owned()]);
//! assert_eq!(answer.unwrap_err().guest().map(String::as_str), Some("read only"));
//! # Ok(())
//! # }
//! ```
//!
//! One value serves all instances of the plugin, from all threads; [`Builder::imports_with`] makes one for each instance. With
//! [`Builder::imports_async`] the functions are those of the async traits. The traits
//! are implemented for `Arc<T>` too, so that a value can be shared, or be an `Arc<dyn Log + Send + Sync>`. Another plugin's host can
//! be the value as well: where the argument `with` has both hosts use one module for the interface, its struct implements the trait.
//!
//! A host function that panics fails that call only ([`Error::is_host_panic`]). It may call plugins, also the one that called it,
//! which never waits for an instance: there is one, or an error at once ([`Error::is_too_many_instances`],
//! [`Error::is_reentrant`]). Such a call ends within the time of the call that it is part of. That it is one is noticed on the
//! thread, or in the future, of the host function: one that has another thread or task call its plugin, and waits for that, may wait for the whole time limit. How deep calls
//! nest is limited too ([`Error::is_nested_too_deep`]), async ones to 50; a thread that makes them should have 2 MiB of stack, as threads do by default.
//!
//! Imports that hold the host of their own plugin keep each other alive for ever: put the host in an `Arc<OnceLock<Host>>` outside,
//! and a `Weak` of it in the imports.
//!
//! # Resources
//!
//! A resource is a handle with methods. One that lives in a plugin keeps its instance, and when it is dropped the plugin's
//! destructor runs; one that the host gives is any type that implements the trait of its methods.
//!
//! ```
//! #[fidius::host(wit = "counters.wit")]
//! pub struct Counters;
//!
//! # fn main() -> Result<(), fidius::Error> {
//! let plugin = Counters::load("guests/built/counters.wasm")?;
//!
//! // On an instance of its own, which lives as long as the handle.
//! let counter = plugin.new_counter(40)?;
//! assert_eq!(counter.add(2)?, 42);
//!
//! // Handles that have to do with each other must be of one instance: of one session.
//! let session = plugin.plugin().session()?;
//! let both = session.counter_merge(session.new_counter(1)?, session.new_counter(2)?)?;
//! assert_eq!(session.describe(&both)?, "a counter at 3");
//! assert!(session.describe(&counter).unwrap_err().is_foreign_handle());
//! # Ok(())
//! # }
//! ```
//!
//! Handles that were made by calls on the plugin itself live in an instance each, and can't meet: what takes two of them is called
//! on a session, with handles made on that session.
//!
//! A handle counts against the size of a pool for as long as it is held: the instance it lives in serves nobody else. Dropping one
//! never waits for a call: where the instance is busy, the destructor runs when it is free, else at once on the thread that drops. In an
//! instance that serves async calls it runs on another thread, or before the next call there.
//! A destructor has a tenth of a second; an instance whose destructor takes longer, or traps, is gone with all its resources.
//!
//! # Threads
//!
//! A thread that makes blocking calls needs about 1 MiB of stack: the guest may use half of it. Async calls have stacks of their own.
//! The library has a few threads of its own, which sleep while nothing is called. Each runtime has one that counts time
//! (`fidius-ticker`), and, where that is asked for, one for idle instances of pools (`fidius-keeper`) and one for spare instances
//! (`fidius-maker`); the program has one that turns clocks and sockets for what waits, with up to eight more for destructors
//! (`fidius-clock`). Where a call has no limit on time (`Duration::MAX`), the first does not rest any more.
//!
//! # Interfaces that are known only at run time
//!
//! [`Dynamic`] is the host of any component that needs nothing but WASI: a command line, a gateway or a test runner need no WIT. It reads the interface from the
//! component, and calls functions by name or number, with anything that serializes, with [`Value`]s, with JSON, or with bytes.
//!
//! ```
//! use fidius::{Dynamic, Value};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let plugin = Dynamic::load("guests/built/greeter.wasm")?;
//! let names: Vec<String> = plugin.methods().map(|method| method.name()).collect();
//! assert_eq!(names, ["greet", "mirror", "farewell"]);
//!
//! let greeting: String = plugin.call("greet", ("world",))?;
//! assert_eq!(greeting, "Hello, world!");
//!
//! let point = plugin.call_json("mirror", r#"[{"x": 1, "y": -2}, true]"#)?;
//! assert_eq!(point, r#"{"x":-1,"y":2}"#);
//!
//! // All is checked before anything of the guest runs.
//! let point = Value::record([("x", 1_u64 << 40), ("y", 0)]);
//! let error = plugin.call_values("mirror", &[point, true.into()]).unwrap_err();
//! assert!(error.is_invalid_argument());
//! assert!(error.to_string().contains(r#"argument 1, field "x": expected s32, got 1099511627776"#));
//! # Ok(())
//! # }
//! ```
//!
//! A typed host has the same under [`plugin()`](Host::plugin), with the same instances and limits, and the same session where it
//! is one: `greeter.plugin().call_json(…)`. Resources are opaque handles there, which are passed on as values.
//!
//! # Guests of fidius 0.5
//!
//! They load like all others. What belongs to their conventions is said on the host or its builder: `raw = ["digest"]` for functions
//! of bytes, `guest_hash = 0x…` for the hash that a guest states ([`Builder::guest_hash`]), a configuration
//! ([`Builder::config`]), and functions that the host gives (`#[fidius::host_interface]`).
//!
//! Their streams are [`Stream`]s too. What streams out shows in the WIT, as a resource `<method>-stream` with a method `next`. What streams
//! in does not, and is said: `client_streams("sum" = u32)` gives `sum` one more parameter, of items that are serialized in bincode. What
//! an item of theirs fails with is an [`Error`] with the plugin's own in it ([`Error::guest`]).
//!
//! # Loading without compiling
//!
//! [`Component::precompile`] makes machine code for this machine, which [`Builder::load_precompiled`] takes: loading it costs
//! well under a millisecond in a release build. It is unsafe, because machine code is trusted: load only what nobody else could have changed.
//! [`Component::validate`] says whether bytes are a component that can be loaded, and [`Component::info`] what it wants.
//!
//! # What it does not do yet
//!
//! `error-context` is a compile error that names the item in the WIT: a host can neither make nor read one. Maps and lists of fixed length need [`Runtime::with_unstable`]. A
//! [`Dynamic`] gives its plugin nothing but WASI, and host interfaces of fidius 0.5. Grants to plugins (files, network) are not there
//! yet.
//!
//! # Features
//!
//! - `serde`: `#[fidius::host(…, serde)]` gives the generated types `Serialize` and `Deserialize`.
//! - `bincode`: what guests of fidius 0.5 speak: a configuration from a value (`Builder::config_value`), streams in
//!   (`client_streams`), and `#[fidius::host_interface]`.
//! - `wasi-p3`, **experimental**, as it is in the engine's library, which may change it in any release, and does not promise
//!   fixes for it: plugins get WASI 0.3 too, as far as it is command line, clocks, random numbers and files, and of these what those of
//!   WASI 0.2 get. Without the feature a component that imports it is refused at load ([`WASI_P3_VERSION`]).
//!
//! [WIT]: https://component-model.bytecodealliance.org/design/wit.html

pub use fidius_macros::host;
/// # Example
///
/// ```
/// use std::time::{SystemTime, UNIX_EPOCH};
///
/// use fidius::{HostInterface, PluginError};
///
/// #[fidius::host_interface(version = 1)]
/// pub trait Clock {
///     fn now(&self) -> u64;
///     fn lookup(&self, key: String) -> Result<String, PluginError>;
/// }
///
/// struct Host;
///
/// impl Clock for Host {
///     fn now(&self) -> u64 {
///         let since = SystemTime::now().duration_since(UNIX_EPOCH);
///         since.map_or(0, |since| since.as_secs())
///     }
///     fn lookup(&self, key: String) -> Result<String, PluginError> {
///         Err(PluginError::new("not-found", format!("there is no `{key}`")))
///     }
/// }
///
/// // What guests are compared with. A guest that is built with another trait gets an error for each call.
/// assert_eq!(<Host as HostInterface<dyn Clock>>::NAME, "Clock");
/// assert_eq!(<Host as HostInterface<dyn Clock>>::VERSION, 1);
/// ```
#[cfg(feature = "bincode")]
pub use fidius_macros::host_interface;
#[cfg(feature = "bincode")]
pub use fidius_runtime::HostInterface;
pub use fidius_runtime::{
    Builder, CallError, CallShape, Component, Counters, Difference, Dynamic, Error, ErrorKind,
    Future, GuestError, Host, Imports, ImportsAsync, Info, Interface, InterfaceHash, IntoFuture,
    IntoStream, Limits, Method, Plugin, PluginError, PoolSettings, ResourceHandle, Runtime,
    RuntimeBuilder, Selector, Source, Stream, Unstable, Value, ValueError, WASI_P3_VERSION,
    WASI_VERSION, builder, from_value, to_value, wit,
};

#[doc(hidden)]
pub use fidius_runtime::__private;

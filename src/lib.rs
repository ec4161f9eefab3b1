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
//! - **Plugins get nothing.** No files, no environment, no network; what they print is dropped. WASI 0.2 is linked, so that
//!   programs built for it run.
//! - **Every call has limits**: on time, memory, tables, and the size of results ([`Limits`]).
//! - **One bad call hurts one call.** After a trap or a limit the next call works, on another instance.
//! - **It is fast.** Types go straight from Rust to the guest's memory and back, engines and instances are pooled.
//!
//! # Instances
//!
//! By default each call runs on a fresh instance of the component, which sees nothing of earlier calls. Two other ways are there
//! for plugins that keep something, or that take long to start:
//!
//! ```
//! # #[fidius::host(wit = "greeter.wit")]
//! # pub struct Greeter;
//! # fn main() -> Result<(), fidius::Error> {
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
//! # Time
//!
//! Blocking methods may be called anywhere: with or without an async runtime around them, and on its threads. The call blocks
//! the thread, as any blocking call does. A thread that calls needs about 1 MiB of stack: the guest may use half of it.
//!
//! # What it does not do yet
//!
//! Worlds with several exports or functions of their own, resources, imports other than WASI, streams, futures and `async`
//! functions are compile errors that name the item in the WIT. So are fixed-length lists and maps. Calling by name at run time,
//! async calls, and grants to plugins (files, network) are not there yet.
//!
//! # Features
//!
//! - `serde`: `#[fidius::host(…, serde)]` gives the generated types `Serialize` and `Deserialize`.
//!
//! [WIT]: https://component-model.bytecodealliance.org/design/wit.html

pub use fidius_macros::host;
pub use fidius_runtime::{
    Builder, CallError, Component, Definition, Difference, Error, ErrorKind, Export, Host,
    Interface, InterfaceHash, Limits, Plugin, Runtime, Source,
};

#[doc(hidden)]
pub use fidius_runtime::__private;

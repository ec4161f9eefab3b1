//! The attribute `#[fidius::host]`. Programs depend on the crate `fidius`, which re-exports it, and whose documentation says
//! how it is used.

mod args;
mod bind;
mod bindings;
#[cfg(test)]
mod corpus;
mod docs;
mod errors;
mod expand;
mod fit;
mod host_interface;
mod item;
mod messages;
mod reach;
mod select;
#[cfg(test)]
mod snapshots;
mod source;

use std::path::{Path, PathBuf};

use proc_macro2::TokenStream;

use args::Args;
use bindings::Bindings;
use errors::Errors;
use item::Item;

/// Makes a struct the host of a plugin: reads a WIT interface or world, and generates its Rust types, a trait with a method for
/// each function, the method table, the hash, and the methods on the struct itself.
///
/// ```ignore
/// #[fidius::host(wit = "greeter.wit")]
/// pub struct Greeter;
/// ```
///
/// It goes on a struct without fields, such as `pub struct Greeter;`, which keeps its name, visibility, attributes and docs,
/// and gets:
///
/// - `Greeter::load(…)`, `Greeter::builder()` and `greeter.plugin()`;
/// - a method for each function of the interface;
/// - `Clone`, `Debug`, and `Host`;
/// - beside it a module named for the interface, with the types, the trait (named for the interface too), the method table
///   `INTERFACE` and the hash `HASH`. The trait's methods are those of the struct; implement it for a fake in tests. A second
///   trait, `GreeterAsync`, is its async form.
///
/// # Arguments
///
/// | argument | |
/// |---|---|
/// | `wit = "…"` | A WIT file, or a folder of WIT files with the packages it needs in its `deps/`. Looked for at the crate's root (beside `Cargo.toml`), then in its folder `wit/`. A file is read alone. |
/// | `inline = "…"` | The WIT itself. |
/// | `component = "…"` | A component, looked for like a WIT file. Without `wit` or `inline` the WIT is taken out of it. With one of them, it is checked against the WIT while compiling: what loading it would say is a compile error. |
/// | `interface = "…"` | Which interface, where the WIT has several, for plugins that import nothing but WASI and the resources in it: its name, or the whole name of one in `deps/`. |
/// | `world = "…"` | Which world, where the WIT has several: its name, or the whole name of one in `deps/`. |
/// | `features = ["…"]` | Features that are switched on: what is behind `@unstable(feature = …)` is left out otherwise. |
/// | `optional = ["…"]` | What a plugin may lack: a function (`"compact"`, `"store.compact"`, `"bucket.get"` for a method), or all of an interface (`"store"`). Calling what a plugin lacks is an error (`is_missing()`); `plugin().has("…")` asks. |
/// | `raw = ["…"]` | Functions of bytes that a program may call with bytes alone, by `plugin().call_raw("digest", …)`: `list<u8> -> list<u8>`, or `list<u8> -> result<list<u8>, …>`, named as `optional` names them. Their methods on the struct stay as they are. |
/// | `client_streams("…" = T)` | Functions of guests of fidius 0.5 that read a stream of the client's, named as `optional` names them, each with the type of the items: see [Streams of fidius 0.5](#streams-of-fidius-05). Needs the feature `bincode` of `fidius`. |
/// | `guest_hash = 0x…` | The hash that the plugin must state in `fidius-interface-hash`, as guests of fidius 0.5 do: one that states another, or none, is not loaded. |
/// | `with = { "ns:pkg/name" = path }` | A module that stands for an interface, with or without its version: that of another host, in this crate or in another. Nothing is generated for the interface, and its types and its trait are those of the module. A path is looked up where the struct stands, then among crates. |
/// | `derive(…)` | Further derives for the generated types, besides `Debug`, `Clone`, `PartialEq`, and `Copy`, `Eq`, `Hash`, `Ord` and `Default` where all parts have them. Resources, and types that have one in them, get none. |
/// | `module = "…"` | Another name for the generated module. |
/// | `async` | The struct's own methods are `async fn`, and so are those of resources and of what the struct's methods lead to. Without it they block. Both forms of every trait are there in any case. With it, the instances that blocking calls make serve async calls too (see [Both forms](#both-forms)). |
/// | `serde` | The generated types get serde's `Serialize` and `Deserialize`. Needs the feature `serde` of `fidius`. |
/// | `crate = "…"` | The path of the crate `fidius`, for crates that re-export it. |
///
/// What a component exports besides the interface that is meant, such as a function that its tool has left there, becomes part
/// of the host like all else: `component = "…", interface = "greeter"` takes the interface alone.
///
/// An edit of any file that was read rebuilds the crate. A file newly added to a folder or its `deps/` can't be seen by
/// Cargo: touch a file that was there before.
///
/// # Worlds
///
/// A world that exports one interface, and has neither functions nor types of its own to export, is bound like that interface:
/// the module is named for it. In any other the module is named for the world:
///
/// - Each interface has a module in it, named for the interface or by the label that the world gives it; where two have the
///   same name, with the package before it, and with the version after it if need be (`one_store_v1_0_0`). A second interface of
///   a name therefore renames the first one's module and method.
/// - Each exported interface has a method on the struct that leads to it: `host.store().get("k")`. The struct itself implements the
///   trait of each. Of a single one, all methods
///   are on the struct too.
/// - The functions that the world itself exports are on the struct, and in a trait named for the world. The world's types stand
///   in the outer module.
/// - The functions that the world itself imports are in the trait `<World>Imports`.
///
/// The interfaces of `wasi:cli`, `clocks`, `filesystem`, `http`, `io`, `random` and `sockets` are the runtime's to give: as
/// imports they ask nothing of the program.
///
/// # Both forms
///
/// Every trait has an async form, named for it: `Greeter` and `GreeterAsync`, `BucketResource` and `BucketResourceAsync`. It has
/// the same methods, whose futures are `Send`, and is implemented with `async fn`. The struct implements both, over one
/// plugin, and so do handles of resources; the argument `async` says which form their own methods have. It has nothing to do
/// with functions that are `async` in the WIT, which have both forms too. Futures keep the async form from being a `dyn`: what takes any implementation of it is
/// generic, over an `impl GreeterAsync`.
///
/// Calls that do not share an instance have nothing to know of each other's form. On one instance, that of a session or of a
/// resource's handle, it counts who made it:
///
/// | made by | blocking calls on it | async calls on it |
/// |---|---|---|
/// | an async call, or `session_async()` | yes | yes |
/// | a blocking call, or `session()`, with the argument `async` | yes | yes |
/// | a blocking call, or `session()`, without it | yes | refused (`is_wrong_mode()`), unless the component has nothing to wait for |
///
/// A component can wait that imports `wasi:io`, as every one does that is built from Rust with `std`, and one that is given functions
/// with `imports_async`. An instance that blocks the thread while it waits must not be called by a future. Blocking calls on
/// instances for async calls cost somewhat more than on others, because each runs on a stack of its own.
///
/// # Imports
///
/// An imported interface becomes the same kind of trait as an exported one. The program implements it on a type of its own, and
/// loads with it: `Host::load("plugin.wasm", imports)`, or `Host::builder().imports(imports).load("plugin.wasm")`, where
/// `imports_with(|| …)` makes a new one for each instance. With several imports it is one type that implements all the traits,
/// or the module's struct `Imports { log, store }` with one for each. What implements the async forms of the traits is given with
/// `imports_async(imports)` or `imports_async_with(|| …)`. An interface that is imported and exported has one trait
/// and one set of types.
///
/// # Resources
///
/// A resource becomes a handle, `Bucket`, and a trait of its methods, `BucketResource`. The constructor of a resource is the
/// function `new_bucket` of its interface, and a static function `merge` is `bucket_merge`. A handle comes out of a plugin, or is
/// made of the program's own value with `Bucket::new(value)`, or `Bucket::new_async(value)` where that has the async form of the
/// trait; `downcast_ref` gives the value back. An owned handle is passed by
/// value, and so is all that contains one; a borrowed one is a `&Bucket`, and a type that contains one has a lifetime.
///
/// # Streams, futures and `async` functions
///
/// An `async func` of the WIT is a method like any other, in both forms of the trait: one that blocks until it is answered, and one
/// that returns a future. What is special about it is that several calls of one session may be under way at once. The
/// host's own functions that are `async` in the WIT may be called again before they have answered.
///
/// A `stream<T>` is a `fidius::Stream<T>` and a `future<T>` a `fidius::Future<T>`, wherever they stand: in arguments and results, in
/// what the plugin exports and what the host gives, in records and lists; without a type, they are those of `()`. What has one in it is
/// passed by value, and is neither `Clone` nor `PartialEq`.
///
/// As an argument, the methods of the struct and of handles take more: for a `stream<T>` any `futures::Stream` of `T`, and whatever can
/// be iterated over for `T`s, such as a `Vec` (`impl IntoStream<T, _>`); for a `future<T>` any Rust future (`impl IntoFuture<T, _>`).
/// The traits take a `Stream<T>`, so that they can be used as `dyn`; so does everything for a stream that stands deeper in
/// an argument. `Stream::new`, `Stream::from_iter` and `Stream::try_new` make one.
///
/// ```ignore
/// // total: func(values: stream<u32>) -> u64;  numbers: func(upto: u32) -> stream<u32>;
/// let sum = pipes.total(vec![1, 2, 3])?;
/// for number in pipes.numbers(10)? {
///     println!("{}", number?);
/// }
/// ```
///
/// # Streams of fidius 0.5
///
/// Guests of fidius 0.5 have streams without the types for them. What they give out is a resource, which the WIT shows:
///
/// ```wit
/// resource ticks-stream { next: func() -> result<option<u64>, plugin-error>; }
/// ticks: func(upto: u64) -> ticks-stream;
/// ```
///
/// Where an exported function returns a resource that is named for it with `-stream`, or a `result` of one, and all that the resource
/// has is `next` of this shape, the method returns a `Stream<u64>`, and the resource gets no type of its own unless it is used
/// otherwise too. The error that the guest ends the stream with is a `GuestError`. A resource of any other shape is an ordinary
/// one.
///
/// What they read is not in the WIT at all, and is said by the argument `client_streams`:
///
/// ```ignore
/// #[fidius::host(wit = "meter.wit", client_streams("sum" = u32, "store.fold" = crate::Point))]
/// pub struct Meter;
///
/// let sum = meter.sum([1, 2, 3])?;
/// ```
///
/// Such a method has one more parameter, the last, which is called `items` (or `stream_items`, where there is one of that name). The
/// items have to be what the guest was built with, down to the order of fields, and are `serde::Serialize`. Not among them are methods
/// of resources, and functions with the component model's own streams. With `with`, the trait of the other module has to have the same
/// functions that read one, with the same items.
///
/// # Names
///
/// WIT names become Rust names as usual: `get-user` is `get_user`, `user-id` is `UserId`, a flag `read-only` is `READ_ONLY`.
/// A Rust keyword gets a trailing `_`: `type_`. A function called `load`, `builder` or `plugin` keeps its name in the trait,
/// and gets a trailing `_` on the struct; so does a method called `new`, `new_async` or `downcast_ref` on a handle. Where a type
/// is named as the trait would be, or its async form, the trait is `<Name>Interface`. What is `@deprecated` in the WIT is
/// `#[deprecated]`.
///
/// # Arguments and results of the methods
///
/// Results are owned. Arguments are borrowed wherever there is something to borrow:
///
/// | WIT | argument | result |
/// |---|---|---|
/// | `bool`, `u8` … `f64`, `char` | by value | the same |
/// | `string` | `&str` | `String` |
/// | `list<T>` | `&[T]` | `Vec<T>` |
/// | `list<T, 4>`, `map<K, V>` | `&[T; 4]`, `&HashMap<K, V>` | `[T; 4]`, `HashMap<K, V>` |
/// | record, variant | `&Point` | `Point` |
/// | enum, flags | by value | the same |
/// | `option<string>`, `tuple<point, f64>` | `Option<&str>`, `(&Point, f64)` | `Option<String>`, `(Point, f64)` |
/// | `bucket` (owned), and what contains one | by value: `Bucket`, `Vec<Bucket>`, `Entry` | the same |
/// | `borrow<bucket>`, `list<borrow<bucket>>` | `&Bucket`, `&[&Bucket]` | |
/// | `stream<T>`, `future<T>`, and what contains one | by value: `Stream<T>`, `Future<T>`, `Track` | the same |
///
/// A function whose result is a `result<T, E>` returns `Result<T, CallError<E>>`, every other one `Result<T, Error>`.
#[proc_macro_attribute]
pub fn host(
    args: proc_macro::TokenStream,
    item: proc_macro::TokenStream,
) -> proc_macro::TokenStream {
    let root = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    host_in(root.as_deref(), args.into(), item.into()).into()
}

/// Makes a trait callable by guests of fidius 0.5: what they call through the import `fidius:host-call/host@0.1.0`.
///
/// ```ignore
/// #[fidius::host_interface(version = 1)]
/// pub trait Clock {
///     fn now(&self) -> u64;
///     fn lookup(&self, key: String) -> Result<String, fidius::PluginError>;
/// }
/// ```
///
/// The program implements the trait on a type of its own, and gives a value of it to a plugin with
/// `builder.host_interface::<dyn Clock>(value)`. One value serves all instances of the plugin, from all threads. The trait is
/// implemented for `Arc<T>` too, so that the program can keep a share of the value.
///
/// # Arguments
///
/// | argument | |
/// |---|---|
/// | `version = 1` | The version that guests are built with. |
/// | `hash = 0x…` | The hash that guests are built with, where it isn't the one computed here. |
/// | `name = "…"` | What guests call the interface, where that isn't the name of the trait. |
/// | `crate = "…"` | The path of the crate `fidius`, for crates that re-export it. |
///
/// # What a guest must have
///
/// Name, version and hash go with each call, and where one of them is another the guest gets an error in place of the call: the
/// bytes of an argument would be taken for something else. The hash is computed over the functions *as they are written*: their
/// names, and the types of their arguments and results, in the spelling of the source. `String` and `std::string::String`
/// are not the same. Docs, default bodies, the names of the arguments, and the order of the functions do not count; but guests
/// call functions by number, so the order has to be the same too. Compilers of different ages space types differently: for a
/// guest that was built with an old one, `hash` says what it has.
///
/// # The functions
///
/// They take `&self` and owned arguments, and answer with an owned value, nothing, or a `Result<T, fidius::PluginError>`, whose
/// error the guest gets as it is. Arguments need serde's `Deserialize`, results its `Serialize`. A function that panics gives the
/// guest an error with the text of the panic; the host goes on. A function may call plugins, also the one that called it, by the
/// rules for all functions that a host gives to a plugin.
#[proc_macro_attribute]
pub fn host_interface(
    args: proc_macro::TokenStream,
    item: proc_macro::TokenStream,
) -> proc_macro::TokenStream {
    host_interface::host_interface(args.into(), item.into()).into()
}

/// The attribute in a crate with this root.
fn host_in(root: Option<&Path>, args: TokenStream, item: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let args = Args::parse(args, &mut errors);
    let item = match Item::parse(item, &mut errors) {
        Ok(item) => item,
        // Not a struct: it is left as it is, with the error on it.
        Err(item) => return [item, errors.into_tokens()].into_iter().collect(),
    };
    let bindings = read(root, &args, &mut errors);
    let expanded = match &bindings {
        Some(bindings) => expand::host(&args, &item, bindings),
        None => expand::without_wit(&args, &item),
    };
    [expanded, errors.into_tokens()].into_iter().collect()
}

/// What the WIT says, as far as it could be read.
fn read(root: Option<&Path>, args: &Args, errors: &mut Errors) -> Option<Bindings> {
    let source = source::find(root, args, errors)?;
    let selected = select::select(&source, args, errors)?;
    let bindings = bind::bind(&source, &selected, args, errors);
    if let (Some(component), Some(literal)) = (&source.component, &args.component) {
        for text in fit::misfits(component, &bindings) {
            errors.on(literal, messages::component_does_not_fit(&text));
        }
    }
    Some(bindings)
}

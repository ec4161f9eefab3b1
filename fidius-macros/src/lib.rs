//! The attribute `#[fidius::host]`. Programs depend on the crate `fidius`, which re-exports it, and whose documentation says
//! how it is used.

mod args;
mod bind;
mod bindings;
mod docs;
mod errors;
mod expand;
mod item;
mod messages;
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

/// Makes a struct the host of a plugin: reads a WIT interface, and generates its Rust types, a trait with a method for each
/// function, the method table, the hash, and the methods on the struct itself.
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
///   `INTERFACE` and the hash `HASH`. The trait's methods are those of the struct; implement it for a fake in tests.
///
/// # Arguments
///
/// | argument | |
/// |---|---|
/// | `wit = "…"` | A WIT file, or a folder of WIT files with the packages it needs in its `deps/`. Looked for at the crate's root (beside `Cargo.toml`), then in its folder `wit/`. A file is read alone. |
/// | `interface = "…"` | Which interface, where the WIT has several: its name, or the whole name of one in `deps/`. |
/// | `world = "…"` | Which world, where the WIT has several. |
/// | `module = "…"` | Another name for the generated module. |
/// | `serde` | The generated types get serde's `Serialize` and `Deserialize`. Needs the feature `serde` of `fidius`. |
/// | `crate = "…"` | The path of the crate `fidius`, for crates that re-export it. |
///
/// An edit of any WIT file that was read rebuilds the crate. A file newly added to a folder or its `deps/` can't be seen by
/// Cargo: touch a file that was there before.
///
/// # Names
///
/// WIT names become Rust names as usual: `get-user` is `get_user`, `user-id` is `UserId`, a flag `read-only` is `READ_ONLY`.
/// A Rust keyword gets a trailing `_`: `type_`. A function called `load`, `builder` or `plugin` keeps its name in the trait,
/// and gets a trailing `_` on the struct. Where a type is named as the trait would be, the trait is `<Name>Interface`.
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
/// | record, variant | `&Point` | `Point` |
/// | enum, flags | by value | the same |
/// | `option<string>`, `tuple<point, f64>` | `Option<&str>`, `(&Point, f64)` | `Option<String>`, `(Point, f64)` |
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
    let selected = select::interface(&source, args, errors)?;
    Some(bind::bind(&source, &selected, args, errors))
}

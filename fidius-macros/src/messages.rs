//! Every text that the attribute shows to a user.

use std::fmt::{self, Display};

use fidius_wit::Function;

/// What is wrong, and what to do about it.
pub(crate) struct Message {
    text: String,
    hint: Option<String>,
}

impl Message {
    fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            hint: None,
        }
    }

    fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

impl Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)?;
        match &self.hint {
            Some(hint) => write!(f, "\n\nhint: {hint}"),
            None => Ok(()),
        }
    }
}

// The arguments.

pub(crate) fn unknown_argument(name: &str, known: &[&str], meant: Option<&str>) -> Message {
    let message = Message::new(format!("`#[fidius::host]` has no argument `{name}`"));
    match meant {
        Some(meant) => message.hint(format!("did you mean `{meant}`?")),
        None => message.hint(format!("the arguments are {}", and(known))),
    }
}

pub(crate) fn argument_twice(name: &str) -> Message {
    Message::new(format!("the argument `{name}` is given twice"))
}

pub(crate) fn argument_not_a_string(name: &str, example: &str) -> Message {
    Message::new(format!("the argument `{name}` takes a string")).hint(format!("write `{example}`"))
}

pub(crate) fn argument_is_a_macro(name: &str) -> Message {
    let message = Message::new(format!(
        "the argument `{name}` takes a string, not a macro: what the macro stands for can't be seen here"
    ));
    match name {
        "inline" => message.hint("write the text itself, or name its file: `wit = \"plugin.wit\"`"),
        _ => message.hint("write the text itself"),
    }
}

pub(crate) fn argument_not_a_list(name: &str, example: &str) -> Message {
    Message::new(format!("the argument `{name}` takes a list of strings"))
        .hint(format!("write `{example}`"))
}

pub(crate) fn argument_not_a_number(name: &str, example: &str) -> Message {
    Message::new(format!(
        "the argument `{name}` takes a whole number from 0 to 2^64 - 1, written out"
    ))
    .hint(format!("write `{example}`"))
}

pub(crate) fn number_too_large(name: &str, number: &dyn Display) -> Message {
    Message::new(format!(
        "`{number}` is too large for `{name}`, which has 64 bits: at most 16 hexadecimal digits"
    ))
}

pub(crate) fn number_not_u64(name: &str, digits: &str, suffix: &str) -> Message {
    Message::new(format!(
        "the argument `{name}` takes a `u64`, and `{digits}{suffix}` is none"
    ))
    .hint(format!("write `{name} = {digits}`"))
}

pub(crate) fn argument_not_a_map(name: &str, example: &str) -> Message {
    Message::new(format!(
        "the argument `{name}` takes names of interfaces, each with the path of the module that stands for it"
    ))
    .hint(format!("write `{example}`"))
}

pub(crate) fn argument_not_items(name: &str, example: &str) -> Message {
    Message::new(format!(
        "the argument `{name}` takes names of functions, each with the type of the items that it reads"
    ))
    .hint(format!("write `{example}`"))
}

pub(crate) fn argument_not_paths(name: &str, example: &str) -> Message {
    Message::new(format!("the argument `{name}` takes the names of derives"))
        .hint(format!("write `{example}`"))
}

pub(crate) fn with_twice(name: &str) -> Message {
    Message::new(format!("`with` names the interface `{name}` twice"))
}

pub(crate) fn with_unknown(name: &str, used: &[String], meant: Option<&str>) -> Message {
    let message = Message::new(format!(
        "`with` names the interface `{name}`, of which nothing is used here"
    ));
    match meant {
        Some(meant) => message.hint(format!("did you mean `{meant}`?")),
        None if used.is_empty() => message,
        None => message.hint(format!("what is used is {}", and(used))),
    }
}

pub(crate) fn optional_unknown(name: &str, there: &[String], meant: Option<&str>) -> Message {
    let message = Message::new(format!(
        "`optional` names `{name}`, which the plugin isn't expected to export"
    ));
    match meant {
        Some(meant) => message.hint(format!("did you mean `{meant}`?")),
        None if there.is_empty() => message,
        None => message.hint(format!("it is expected to export {}", and(there))),
    }
}

/// What `raw` may name.
const RAW_SHAPE: &str =
    "a raw function takes one `list<u8>` and returns `list<u8>` or `result<list<u8>, …>`";

/// `able`: the functions that can be raw.
pub(crate) fn raw_unknown(name: &str, able: &[String], meant: Option<&str>) -> Message {
    let message = Message::new(format!(
        "`raw` names `{name}`, which is no function that the plugin is expected to export"
    ));
    match meant {
        Some(meant) => message.hint(format!("did you mean `{meant}`?")),
        None if able.is_empty() => message.hint(format!("{RAW_SHAPE}, and none does here")),
        None => message.hint(format!("what can be raw is {}", and(able))),
    }
}

/// `able`: the functions of the interface that can be raw.
pub(crate) fn raw_interface(name: &str, able: &[String]) -> Message {
    let message = Message::new(format!(
        "`raw` names the interface `{name}`, and takes functions"
    ));
    if able.is_empty() {
        return message.hint(format!("{RAW_SHAPE}, and none in it does"));
    }
    let listed: Vec<String> = able.iter().map(|name| format!("\"{name}\"")).collect();
    message.hint(format!("write `raw = [{}]`", listed.join(", ")))
}

/// `able`: the functions of the same name that can be raw, in other interfaces.
pub(crate) fn raw_of_another_shape(
    function: &Function,
    interface: &str,
    able: &[String],
) -> Message {
    let message = Message::new(format!(
        "`{}` of `{interface}` can't be raw: it is `{function}`",
        function.label()
    ));
    if able.is_empty() {
        message.hint(RAW_SHAPE)
    } else {
        message.hint(format!("{RAW_SHAPE}, as {} does", and(able)))
    }
}

pub(crate) fn raw_method(function: &Function, interface: &str) -> Message {
    Message::new(format!(
        "`{}` of `{interface}` can't be raw: it is a method, and takes the resource besides the bytes",
        function.label()
    ))
    .hint("leave it out of `raw`: what it takes and returns of bytes is copied in one go all the same")
}

pub(crate) fn raw_twice(name: &str, interface: &str) -> Message {
    Message::new(format!("`raw` names `{name}` of `{interface}` twice"))
}

/// The type of the items of a client stream was forgotten.
pub(crate) fn client_stream_without_item(name: &str) -> Message {
    Message::new(format!(
        "`client_streams` names `{name}` without the type of its items, which the WIT doesn't say"
    ))
    .hint(format!(
        "write `client_streams(\"{name}\" = u32)`, with the type that the plugin was built with"
    ))
}

/// `able`: the functions that can read a client stream.
pub(crate) fn client_stream_unknown(name: &str, able: &[String], meant: Option<&str>) -> Message {
    let message = Message::new(format!(
        "`client_streams` names `{name}`, which is no function that the plugin is expected to export"
    ));
    match meant {
        Some(meant) => message.hint(format!("did you mean `{meant}`?")),
        None if able.is_empty() => message,
        None => message.hint(format!("what it is expected to export is {}", and(able))),
    }
}

/// `able`: the functions of the interface that can read a client stream.
pub(crate) fn client_stream_interface(name: &str, able: &[String]) -> Message {
    let message = Message::new(format!(
        "`client_streams` names the interface `{name}`, and takes functions"
    ));
    match able.first() {
        Some(first) => message.hint(format!("write `client_streams(\"{first}\" = u32)`")),
        None => message,
    }
}

pub(crate) fn client_stream_of_method(function: &Function, interface: &str) -> Message {
    Message::new(format!(
        "`{}` of `{interface}` has no client stream: it is a method of a resource, and guests that read one have it in functions \
         of the interface only",
        function.label()
    ))
    .hint("leave it out of `client_streams`")
}

pub(crate) fn client_stream_of_concurrent(function: &Function, interface: &str) -> Message {
    let message = Message::new(format!(
        "`{}` of `{interface}` has no client stream: it is `{function}`",
        function.label()
    ));
    message.hint(
        "leave it out of `client_streams`, which is for guests of fidius 0.5: what it reads stands among its parameters, as a \
         `stream<…>`",
    )
}

/// The host gives the interface to the plugin too.
pub(crate) fn client_stream_of_both(function: &Function, interface: &str) -> Message {
    Message::new(format!(
        "`{}` of `{interface}` can't have a client stream: the plugin imports the interface too, and the functions are the same",
        function.label()
    ))
    .hint("bind the export alone, with `interface = \"…\"`")
}

pub(crate) fn client_stream_twice(name: &str, interface: &str) -> Message {
    Message::new(format!(
        "`client_streams` names `{name}` of `{interface}` twice"
    ))
}

/// The component does not import what client streams go through.
pub(crate) fn client_stream_of_component(name: &str, path: &str) -> Message {
    Message::new(format!(
        "`{name}` has no client stream: `{path}` doesn't import `fidius:stream-pull/pull`, through which a guest reads one"
    ))
    .hint("leave it out of `client_streams`")
}

pub(crate) fn wit_and_inline() -> Message {
    Message::new("`wit` and `inline` can't be given together")
        .hint("`wit` names a file or folder; `inline` has the WIT itself")
}

pub(crate) fn argument_takes_nothing(name: &str) -> Message {
    Message::new(format!("the argument `{name}` takes no value")).hint(format!("write `{name}`"))
}

pub(crate) fn argument_without_name(value: &str) -> Message {
    Message::new("an argument of `#[fidius::host]` needs its name")
        .hint(format!("write `wit = \"{value}\"`"))
}

pub(crate) fn argument_empty(name: &str, example: &str) -> Message {
    Message::new(format!("the argument `{name}` is empty"))
        .hint(format!("write `{name} = \"{example}\"`"))
}

pub(crate) fn no_wit() -> Message {
    Message::new("`#[fidius::host]` needs to know the interface of the plugin")
        .hint("name its WIT file: `#[fidius::host(wit = \"plugin.wit\")]`")
}

pub(crate) fn not_an_identifier(name: &str, value: &str) -> Message {
    Message::new(format!("`{value}` can't be the name of a module")).hint(format!(
        "write `{name} = \"greeter\"`: a Rust name that is no keyword"
    ))
}

pub(crate) fn not_a_path(value: &str) -> Message {
    Message::new(format!("`{value}` is no path of a crate"))
        .hint("write `crate = \"my_crate::fidius\"`")
}

pub(crate) fn interface_and_world() -> Message {
    Message::new("`interface` and `world` can't be given together")
        .hint("`interface` binds that interface alone; `world` binds what the world exports")
}

pub(crate) fn no_serde_feature() -> Message {
    Message::new("the argument `serde` needs the feature `serde` of fidius")
        .hint("in Cargo.toml: `fidius = { version = \"…\", features = [\"serde\"] }`")
}

pub(crate) fn no_bincode_feature() -> Message {
    Message::new("the argument `client_streams` needs the feature `bincode` of fidius")
        .hint("in Cargo.toml: `fidius = { version = \"…\", features = [\"bincode\"] }`")
}

// The item.

pub(crate) fn not_a_struct(what: &str) -> Message {
    Message::new(format!("`#[fidius::host]` goes on a struct, not on {what}"))
        .hint("write `pub struct Greeter;`")
}

pub(crate) fn struct_with_fields(name: &str) -> Message {
    Message::new("a host struct has no fields of its own: the attribute gives it what it needs")
        .hint(format!(
            "write `struct {name};`, and keep other data beside it"
        ))
}

pub(crate) fn generic_struct(name: &str) -> Message {
    Message::new("a host struct can't be generic").hint(format!("write `struct {name};`"))
}

pub(crate) fn derived_already(name: &str) -> Message {
    Message::new(format!(
        "a host struct has `{name}` already: the attribute implements it"
    ))
    .hint(format!("remove `{name}` from the derive"))
}

// Finding and reading the WIT.

/// What a path is to lead to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wanted {
    Wit,
    Component,
}

pub(crate) fn no_manifest_dir() -> Message {
    Message::new("the folder of this crate isn't known: `CARGO_MANIFEST_DIR` isn't set")
        .hint("build with cargo, or set it to the folder that `wit` is relative to")
}

pub(crate) fn absolute_path(path: &str, wanted: Wanted) -> Message {
    let what = match wanted {
        Wanted::Wit => "WIT file",
        Wanted::Component => "component",
    };
    Message::new(format!("`{path}` is an absolute path")).hint(format!(
        "name a {what} by its path from the crate's root, so that it is found on other machines",
    ))
}

pub(crate) fn not_found(path: &str, wanted: Wanted, near: Option<&str>) -> Message {
    let what = match wanted {
        Wanted::Wit => "WIT file or folder",
        Wanted::Component => "component",
    };
    let message = Message::new(format!(
        "there is no {what} `{path}`: looked for `{path}` and `wit/{path}`, from the crate's root"
    ));
    match near {
        Some(near) => message.hint(format!("there is `{near}`")),
        None => message,
    }
}

pub(crate) fn wit_invalid(path: &str, error: &dyn Display) -> Message {
    let text = error.to_string();
    let lacks_package = text.contains("no `package` header");
    // Most errors say where they are.
    let message = if text.contains(path) {
        Message::new(text)
    } else {
        Message::new(format!("`{path}`: {text}"))
    };
    if lacks_package {
        message.hint("begin it with a line such as `package my:plugin;`")
    } else {
        message
    }
}

pub(crate) fn inline_is_a_path(path: &str) -> Message {
    Message::new(format!(
        "`{path}` is the name of a file, and `inline` takes the WIT itself"
    ))
    .hint(format!("write `wit = \"{path}\"`"))
}

pub(crate) fn wit_is_a_component(path: &str) -> Message {
    Message::new(format!("`{path}` is no WIT but a component, or a module"))
        .hint(format!("write `component = \"{path}\"`"))
}

pub(crate) fn component_unreadable(path: &str, error: &dyn Display) -> Message {
    Message::new(format!("`{path}` can't be read: {error}"))
}

pub(crate) fn component_is_a_folder(path: &str) -> Message {
    Message::new(format!("`{path}` is a folder")).hint("name one component in it")
}

pub(crate) fn component_is_no_wasm(path: &str) -> Message {
    let message = Message::new(format!(
        "`{path}` is no component: it is not WebAssembly at all"
    ));
    if path.ends_with(".wit") {
        message.hint(format!("write `wit = \"{path}\"`"))
    } else {
        message.hint("name what a component toolchain has built: a file such as `plugin.wasm`")
    }
}

pub(crate) fn component_is_a_module(path: &str) -> Message {
    Message::new(format!("`{path}` is a core module, not a component"))
        .hint("build it for wasm32-wasip2, or wrap it with `wasm-tools component new`")
}

pub(crate) fn component_invalid(path: &str, error: &dyn std::error::Error) -> Message {
    let cause = match error.source() {
        Some(cause) => format!(": {cause}"),
        None => String::new(),
    };
    Message::new(format!("`{path}`: {error}{cause}"))
}

pub(crate) fn component_does_not_fit(text: &str) -> Message {
    Message::new(text)
}

// Choosing the interface.

pub(crate) fn nothing_in_wit(path: &str, features: &[String]) -> Message {
    let message = Message::new(format!("`{path}` has no interface and no world"));
    match feature_hint(features) {
        Some(hint) => message.hint(hint),
        None => {
            message.hint("write one: `interface greeter { greet: func(name: string) -> string; }`")
        }
    }
}

/// Where features that are not switched on may be why something isn't there.
fn feature_hint(features: &[String]) -> Option<String> {
    let listed: Vec<String> = features.iter().map(|name| format!("\"{name}\"")).collect();
    (!features.is_empty()).then(|| {
        format!(
            "what is behind `@unstable` is there only with its feature: `features = [{}]`",
            listed.join(", ")
        )
    })
}

pub(crate) fn several_worlds(path: &str, worlds: &[String]) -> Message {
    Message::new(format!("`{path}` has several worlds: {}", and(worlds)))
        .hint(format!("choose one: `world = \"{}\"`", first(worlds)))
}

pub(crate) fn several_interfaces(path: &str, interfaces: &[String]) -> Message {
    Message::new(format!(
        "`{path}` has several interfaces and no world: {}",
        and(interfaces)
    ))
    .hint(format!(
        "choose one: `interface = \"{}\"`",
        first(interfaces)
    ))
}

pub(crate) fn not_in_wit(
    kind: &str,
    name: &str,
    path: &str,
    there: &[String],
    meant: Option<&str>,
    is_other: Option<&str>,
    features: &[String],
) -> Message {
    let message = if there.is_empty() {
        Message::new(format!(
            "there is no {kind} `{name}` in `{path}`, which has none"
        ))
    } else {
        Message::new(format!(
            "there is no {kind} `{name}` in `{path}`; it has {}",
            and(there)
        ))
    };
    match (is_other, meant) {
        (Some(other), _) => message.hint(format!(
            "the {other} `{name}` is there: write `{other} = \"{name}\"`"
        )),
        (None, Some(meant)) => message.hint(format!("did you mean `{meant}`?")),
        (None, None) => match feature_hint(features) {
            Some(hint) => message.hint(hint),
            None => message,
        },
    }
}

// What can't be.

pub(crate) fn ambiguous_resource(
    function: &str,
    resource: &str,
    interface: &str,
    place: &str,
) -> Message {
    Message::new(format!(
        "the function `{function}` of the world has the imported resource `{resource}`, and the world exports \
         `{interface}` too, whose `{resource}` is another one ({place})"
    ))
    .hint("put the function in an interface that uses the resource, and export that")
}

pub(crate) fn error_context(item: &str, name: &str, place: &str) -> Message {
    Message::new(format!(
        "the {item} `{name}` has an error-context, which a host can neither make nor read: the engine has no way to ({place})"
    ))
    .hint("use a `result` with an error type of your own")
}

pub(crate) fn too_many_parameters(name: &str, count: usize, place: &str) -> Message {
    Message::new(format!(
        "the function `{name}` has {count} parameters; at most 17 can be passed ({place})"
    ))
    .hint("put some of them in a record")
}

pub(crate) fn too_many_elements(item: &str, name: &str, count: usize, place: &str) -> Message {
    Message::new(format!(
        "the {item} `{name}` has a tuple of {count} elements; at most 17 can be passed ({place})"
    ))
    .hint("make it a record")
}

pub(crate) fn names_meet(
    kind: &str,
    rust: &str,
    (first, first_place): (&str, &str),
    (second, second_place): (&str, &str),
) -> Message {
    Message::new(format!(
        "the {kind} `{first}` ({first_place}) and `{second}` ({second_place}) are both `{rust}` in Rust"
    ))
    .hint("rename one of them in the WIT")
}

pub(crate) fn no_serde_for_tuple(item: &str, name: &str, place: &str) -> Message {
    Message::new(format!(
        "the {item} `{name}` has a tuple of 17 elements, and serde has them up to 16 only ({place})"
    ))
    .hint("make it a record, or leave `serde` away")
}

/// `a`, `b` and `c`, each in quotes.
fn and(names: &[impl AsRef<str>]) -> String {
    let names: Vec<String> = names
        .iter()
        .map(|name| format!("`{}`", name.as_ref()))
        .collect();
    match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        Some((last, _)) => last.clone(),
        None => String::new(),
    }
}

fn first(names: &[String]) -> &str {
    names.first().map_or("…", String::as_str)
}

/// Those of `#[fidius::host_interface]`.
pub(crate) mod host_interface {
    use super::{Message, and};

    // The arguments.

    pub(crate) fn unknown_argument(name: &str, known: &[&str], meant: Option<&str>) -> Message {
        let message = Message::new(format!(
            "`#[fidius::host_interface]` has no argument `{name}`"
        ));
        match meant {
            Some(meant) => message.hint(format!("did you mean `{meant}`?")),
            None => message.hint(format!("the arguments are {}", and(known))),
        }
    }

    pub(crate) fn argument_without_name(value: &str) -> Message {
        Message::new("an argument of `#[fidius::host_interface]` needs its name")
            .hint(format!("write `version = {value}`"))
    }

    pub(crate) fn no_version() -> Message {
        Message::new("`#[fidius::host_interface]` needs the version of the interface").hint(
            "write the one that guests are built with: `#[fidius::host_interface(version = 1)]`",
        )
    }

    pub(crate) fn version_is_no_number() -> Message {
        Message::new("the argument `version` takes a whole number below 4294967296")
            .hint("write `version = 1`")
    }

    pub(crate) fn hash_is_no_number() -> Message {
        Message::new("the argument `hash` takes a whole number of up to 64 bits")
            .hint("write `hash = 0x0123456789abcdef`, or leave it away to have it computed")
    }

    // The trait.

    pub(crate) fn not_a_trait() -> Message {
        Message::new("`#[fidius::host_interface]` goes on a trait")
            .hint("write `pub trait Clock { fn now(&self) -> u64; }`")
    }

    pub(crate) fn no_functions() -> Message {
        Message::new("a host interface needs a function").hint("write one: `fn now(&self) -> u64;`")
    }

    pub(crate) fn not_a_function(what: &str) -> Message {
        Message::new(format!(
            "a host interface has functions only, and no {what}"
        ))
        .hint("keep it in another trait")
    }

    /// `what` is a host interface or a function of one.
    pub(crate) fn generic(what: &str) -> Message {
        Message::new(format!(
            "{what} can't be generic: guests are built with one set of types"
        ))
        .hint("write the types themselves")
    }

    /// `what` is a host interface or a function of one.
    pub(crate) fn where_clause(what: &str) -> Message {
        let message = Message::new(format!("{what} can't have a `where` clause"));
        match what {
            "a host interface" => {
                message.hint("put what is asked of the trait after its name: `trait Clock: Debug`")
            }
            _ => message.hint("guests may call every function: leave the clause away"),
        }
    }

    /// `what` is a host interface or a function of one.
    pub(crate) fn marked(what: &str, mark: &str) -> Message {
        Message::new(format!("{what} can't be `{mark}`")).hint(format!("leave `{mark}` away"))
    }

    // The functions.

    pub(crate) fn is_async() -> Message {
        Message::new("a function of a host interface can't be `async`: the guest waits for its answer")
            .hint("leave `async` away, and wait in it for what is asynchronous: `Handle::block_on` of tokio")
    }

    pub(crate) fn no_receiver(name: &str) -> Message {
        Message::new(format!(
            "the function `{name}` of a host interface has no `&self`"
        ))
        .hint(format!("write `fn {name}(&self, …)`"))
    }

    pub(crate) fn other_receiver(name: &str) -> Message {
        Message::new(
            "a function of a host interface takes `&self`: one value serves all guests, from all threads",
        )
        .hint(format!(
            "write `fn {name}(&self, …)`, and keep what changes in a `Mutex` or an atomic"
        ))
    }

    pub(crate) fn conditional() -> Message {
        Message::new("a function of a host interface can't be conditional: guests call the functions by number")
            .hint("put the `cfg` on the trait, and write one trait for each case")
    }

    /// `what` is an argument or a result.
    pub(crate) fn borrowed(what: &str, owned: Option<String>) -> Message {
        let message = Message::new(format!(
            "{what} of a host interface can't be borrowed: it is copied from one side to the other"
        ));
        match owned {
            Some(owned) => message.hint(format!("write `{owned}`")),
            None => message.hint("write a type that owns what it has"),
        }
    }

    /// `what` is an argument or a result.
    pub(crate) fn impl_trait(what: &str) -> Message {
        Message::new(format!(
            "{what} of a host interface can't be an `impl` of something: guests are built with one type"
        ))
        .hint("write the type itself")
    }

    pub(crate) fn is_stream() -> Message {
        Message::new("a host interface has no streams: a guest calls, and gets one answer")
            .hint("write a function that answers the next item: `fn next(&self) -> Option<String>`")
    }

    pub(crate) fn other_error(name: &str) -> Message {
        Message::new(format!(
            "the error of a function of a host interface is `PluginError`, and not `{name}`: guests know no other"
        ))
        .hint("write `Result<…, fidius::PluginError>`, with what is special to the error in its `code` and `details`")
    }
}

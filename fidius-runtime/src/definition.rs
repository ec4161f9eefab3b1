//! What generated code says of a host, and how its types are held against a component.

use std::any::{Any, TypeId};
use std::sync::Arc;

use fidius_wit::fit::{self, Expected, Misfits};
use fidius_wit::{Interface, InterfaceHash, Shared};
use wasmtime::component::types::ComponentFunc;
use wasmtime::component::{ComponentExportIndex, ComponentNamedList, Lift, Lower};

use crate::handles::GuestHandle;
use crate::imports::Linking;
use crate::{Component, Error, ErrorKind, Plugin, table};

/// A host struct: what `#[fidius::host]` makes of the struct it stands on.
///
/// It is implemented by the attribute, not by hand. What is generic over hosts, such as [`Plugin`], takes it as its bound.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a fidius host",
    note = "put `#[fidius::host(wit = \"…\")]` on the struct"
)]
pub trait Host: Clone + Send + Sync + 'static {
    /// What a component must export, and may import.
    #[doc(hidden)]
    const DEFINITION: &'static Definition;

    /// Whether its own methods are async, so that even instances which blocking calls make are those that async calls need.
    #[doc(hidden)]
    const IS_ASYNC: bool = false;

    /// What the builder needs first: [`Ready`](crate::builder::Ready), or
    /// [`NeedsImports`](crate::builder::NeedsImports) for a host that gives functions to its plugin.
    type Start;

    /// The host over a loaded plugin.
    fn from_plugin(plugin: Plugin<Self>) -> Self;

    /// The plugin under the host.
    fn plugin(&self) -> &Plugin<Self>;
}

/// A host that gives functions to its plugin, as methods of an `I`.
///
/// It is implemented by the attribute, for every `I` that implements the traits of all interfaces that the plugin imports.
pub trait Imports<I>: Host {
    /// Links the functions to those that the plugin imports.
    #[doc(hidden)]
    fn link(linking: &mut Linking<'_>) -> Result<(), Error>;
}

/// A host that gives functions to its plugin, as async methods of an `I`.
///
/// It is implemented by the attribute, for every `I` that implements the `…Async` traits of all interfaces that the plugin imports.
pub trait ImportsAsync<I>: Host {
    /// Links the functions to those that the plugin imports.
    #[doc(hidden)]
    fn link_async(linking: &mut Linking<'_>) -> Result<(), Error>;
}

/// What a host expects of a component, and offers it.
#[derive(Debug)]
pub struct Definition {
    /// What it must export.
    pub exports: &'static [Export],
    /// What it may import.
    pub imports: &'static [Import],
    /// Whether the host takes any component, and what it exports is known only when it is loaded.
    pub is_open: bool,
    /// The hash of its own kind that a guest of fidius 0.5 must state, where the host demands one.
    pub guest_hash: Option<u64>,
    /// The resources that it exports.
    #[doc(hidden)]
    pub resources: &'static [GuestResource],
    /// Holds the types of the generated functions against the component's.
    #[doc(hidden)]
    pub check: fn(&mut Checker<'_>) -> Result<(), Error>,
}

impl Definition {
    /// The resource, where it is one that the plugin exports.
    pub(crate) fn guest_resource(&self, id: TypeId) -> Option<&'static GuestResource> {
        self.resources.iter().find(|resource| (resource.id)() == id)
    }
}

/// One interface that a host expects, or the functions that it expects of the component itself.
#[derive(Debug)]
pub struct Export {
    /// The method table: each function with its parameters, result, kind and whether it is `async`, in WIT order.
    pub interface: &'static Interface,
    /// The interface's hash.
    pub hash: InterfaceHash,
    /// Whether these are functions of the world itself; the interface's name is then the world's.
    pub is_world: bool,
    /// For each function whether the component may do without it; where it is empty, none is optional. Where all are, the
    /// interface may be missing.
    pub optional: &'static [bool],
    /// For each function whether it is raw: bytes in, bytes out. Where it is empty, none is.
    pub raw: &'static [bool],
    /// For each function whether it reads a stream by the convention of fidius 0.5, which can't be seen in the WIT. Where it is empty,
    /// none does.
    pub client_streams: &'static [bool],
}

impl Export {
    fn is_optional(&self, function: usize) -> bool {
        self.optional.get(function).copied().unwrap_or(false)
    }
}

/// One interface that a host offers, or functions that it offers by themselves.
#[derive(Debug)]
pub struct Import {
    /// The functions with their parameters, results, kinds and whether they are `async`, in WIT order.
    pub interface: &'static Interface,
    /// Whether these are functions of the world itself; the interface's name is then the world's.
    pub is_world: bool,
    /// The names of the resources.
    pub resources: &'static [&'static str],
}

/// A resource that the plugin exports.
#[doc(hidden)]
#[derive(Debug)]
pub struct GuestResource {
    /// The handle's type.
    pub id: fn() -> TypeId,
    /// A handle, in a box, of the type that `id` tells.
    pub make: fn(Arc<GuestHandle>) -> Box<dyn Any + Send + Sync>,
}

/// The Rust types of one function, on a type of its own.
#[doc(hidden)]
pub trait Function: 'static {
    type Params<'a>: ComponentNamedList + Lower;
    type Results: ComponentNamedList + Lift + 'static;

    /// The interface's place in [`Definition::exports`].
    const EXPORT: usize;
    /// The function's place in the interface.
    const INDEX: usize;
}

/// A function of a definition, found in a component and checked.
pub(crate) struct Entry {
    /// `None` for an optional function that the component does not have.
    pub(crate) index: Option<ComponentExportIndex>,
    /// Its place among the functions of all exports.
    pub(crate) place: usize,
    /// The [`Function`] whose types have been checked against the component's. For one that is not there it is [`Missing`],
    /// so that one comparison at a call finds both what is missing and what was not checked.
    pub(crate) checked: TypeId,
}

/// Stands for the [`Function`] that has been checked where there is none in the component.
struct Missing;

/// Checks a component against a definition, one function after the other.
#[doc(hidden)]
pub struct Checker<'a> {
    component: &'a Component,
    exports: &'static [Export],
    served: &'a [Option<Interface>],
    /// The functions found so far, one export after the other, in the order of the definition.
    entries: Vec<Entry>,
    first: Vec<usize>,
}

/// What [`resolve`] finds.
pub(crate) struct Resolved {
    pub(crate) entries: Box<[Entry]>,
    /// For each export what the component has to serve it.
    pub(crate) served: Box<[Option<Interface>]>,
}

impl Checker<'_> {
    /// Has the engine compare the Rust types of `F` with those of the component's function.
    pub fn function<F: Function>(&mut self) -> Result<(), Error> {
        let export = &self.exports[F::EXPORT];
        let name = &*export.interface.functions[F::INDEX].name;
        let place = self.entries.len();
        assert_eq!(
            place,
            self.first[F::EXPORT] + F::INDEX,
            "generated code checks the functions in the order of the definition"
        );
        let entry = match self.find(F::EXPORT, name) {
            Some((index, function)) => {
                self.check::<F>(name, &function)?;
                Entry {
                    index: Some(index),
                    place,
                    checked: TypeId::of::<F>(),
                }
            }
            None if export.is_optional(F::INDEX) => Entry {
                index: None,
                place,
                checked: TypeId::of::<Missing>(),
            },
            None => {
                return Err(Error::new(
                    ErrorKind::Mismatch,
                    format!(
                        "{} has no function `{name}` in `{}`",
                        self.component.name(),
                        export.interface.name
                    ),
                ));
            }
        };
        self.entries.push(entry);
        Ok(())
    }

    fn check<F: Function>(&self, name: &str, function: &ComponentFunc) -> Result<(), Error> {
        let ty = self.component.ty();
        function
            .typecheck::<F::Params<'static>, F::Results>(&ty.instance_type())
            .map_err(|error| {
                Error::new(
                    ErrorKind::Mismatch,
                    format!(
                        "the types generated for `{name}` are not those of {}: {error:#}",
                        self.component.name()
                    ),
                )
                .with_source(error)
            })
    }

    fn find(&self, export: usize, name: &str) -> Option<(ComponentExportIndex, ComponentFunc)> {
        let served = self.served[export].as_ref()?;
        table::find(self.component, served, self.exports[export].is_world, name)
    }
}

/// Compares a component with a definition, and finds its functions.
pub(crate) fn resolve(
    component: &Component,
    definition: &'static Definition,
) -> Result<Resolved, Error> {
    let expected: Vec<Expected<'_>> = definition
        .exports
        .iter()
        .map(|export| Expected {
            interface: export.interface,
            is_world: export.is_world,
            optional: export.optional,
        })
        .collect();
    let served = fit::exports(component.name(), &expected, component.all_exports()).map_err(
        |Misfits { texts, differences }| {
            Error::new(ErrorKind::Mismatch, texts.join("\n")).with_differences(differences)
        },
    )?;
    let mut count = 0;
    let mut first = Vec::new();
    for export in definition.exports {
        first.push(count);
        count += export.interface.functions.len();
    }
    let mut checker = Checker {
        component,
        exports: definition.exports,
        served: &served,
        entries: Vec::with_capacity(count),
        first,
    };
    (definition.check)(&mut checker)?;
    let entries = checker.entries;
    assert_eq!(
        entries.len(),
        count,
        "generated code checks every function of the definition"
    );
    Ok(Resolved {
        entries: entries.into(),
        served: served.into(),
    })
}

/// An interface of nothing, for hosts without one.
pub(crate) static NO_INTERFACE: Interface = Interface {
    name: Shared::Static(""),
    functions: Shared::Static(&[]),
};

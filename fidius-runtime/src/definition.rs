//! What generated code says of a host, and how its types are held against a component.

use std::any::TypeId;

use fidius_wit::{Interface, InterfaceHash, compare};
use wasmtime::component::types::{ComponentFunc, ComponentItem};
use wasmtime::component::{ComponentExportIndex, ComponentNamedList, Lift, Lower};

use crate::{Component, Error, ErrorKind, Plugin};

/// A host struct: what `#[fidius::host]` makes of the struct it stands on.
///
/// It is implemented by the attribute, not by hand. What is generic over hosts, such as [`Plugin`], takes it as its bound.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a fidius host",
    note = "put `#[fidius::host(wit = \"…\")]` on the struct"
)]
pub trait Host: Clone + Send + Sync + 'static {
    /// What a component must export.
    const DEFINITION: &'static Definition;

    /// The host over a loaded plugin.
    fn from_plugin(plugin: Plugin<Self>) -> Self;

    /// The plugin under the host.
    fn plugin(&self) -> &Plugin<Self>;
}

/// What a host expects of a component.
#[derive(Debug)]
pub struct Definition {
    /// The interfaces that it must export.
    pub exports: &'static [Export],
    /// Holds the types of the generated functions against the component's.
    #[doc(hidden)]
    pub check: fn(&mut Checker<'_>) -> Result<(), Error>,
}

/// One interface that a host expects.
#[derive(Debug)]
pub struct Export {
    /// The method table: each function with its parameters, result, kind and whether it is `async`, in WIT order.
    pub interface: &'static Interface,
    /// The interface's hash.
    pub hash: InterfaceHash,
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

/// A function of a component, found and checked.
pub(crate) struct Entry {
    pub(crate) index: ComponentExportIndex,
    /// Its place among the functions of all exports.
    pub(crate) place: usize,
    /// The [`Function`] whose types have been checked against the component's.
    pub(crate) checked: TypeId,
}

/// Checks a component against a definition, one function after the other.
#[doc(hidden)]
pub struct Checker<'a> {
    component: &'a Component,
    exports: &'static [Export],
    /// The functions found so far, one export after the other, in the order of the definition.
    entries: Vec<Entry>,
    first: Vec<usize>,
}

/// What [`resolve`] finds.
pub(crate) struct Resolved {
    pub(crate) entries: Box<[Entry]>,
    /// Where the functions of each export begin.
    pub(crate) first: Box<[usize]>,
}

impl Checker<'_> {
    /// Has the engine compare the Rust types of `F` with those of the component's function.
    pub fn function<F: Function>(&mut self) -> Result<(), Error> {
        let expected = &self.exports[F::EXPORT].interface;
        let name = &*expected.functions[F::INDEX].name;
        let (index, function) = find(self.component, &expected.name, name)?;
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
            })?;
        let place = self.entries.len();
        assert_eq!(
            place,
            self.first[F::EXPORT] + F::INDEX,
            "generated code checks the functions in the order of the definition"
        );
        self.entries.push(Entry {
            index,
            place,
            checked: TypeId::of::<F>(),
        });
        Ok(())
    }
}

fn find(
    component: &Component,
    interface: &str,
    function: &str,
) -> Result<(ComponentExportIndex, ComponentFunc), Error> {
    let found = component.export(interface).and_then(|found| {
        let (_, instance) = component.inner().get_export(None, &*found.name)?;
        component.inner().get_export(Some(&instance), function)
    });
    match found {
        Some((ComponentItem::ComponentFunc(ty), index)) => Ok((index, ty)),
        _ => Err(Error::new(
            ErrorKind::Mismatch,
            format!(
                "{} has no function `{function}` in `{interface}`",
                component.name()
            ),
        )),
    }
}

/// Compares a component with a definition, and finds its functions.
pub(crate) fn resolve(
    component: &Component,
    definition: &'static Definition,
) -> Result<Resolved, Error> {
    for export in definition.exports {
        let expected = export.interface;
        let found = component
            .export(&expected.name)
            .ok_or_else(|| no_interface(component, expected))?;
        let differences = compare(expected, found);
        if !differences.is_empty() {
            return Err(does_not_fit(component, expected, found, differences));
        }
    }
    let mut count = 0;
    let mut first = Vec::new();
    for export in definition.exports {
        first.push(count);
        count += export.interface.functions.len();
    }
    let mut checker = Checker {
        component,
        exports: definition.exports,
        entries: Vec::with_capacity(count),
        first,
    };
    (definition.check)(&mut checker)?;
    assert_eq!(
        checker.entries.len(),
        count,
        "generated code checks every function of the definition"
    );
    Ok(Resolved {
        entries: checker.entries.into(),
        first: checker.first.into(),
    })
}

fn does_not_fit(
    component: &Component,
    expected: &Interface,
    found: &Interface,
    differences: Vec<fidius_wit::Difference>,
) -> Error {
    let count = match differences.len() {
        1 => "one difference".to_owned(),
        count => format!("{count} differences"),
    };
    let mut text = format!(
        "{} does not fit `{}`: {count}",
        component.name(),
        expected.name
    );
    if found.name != expected.name {
        text.push_str(&format!(" (it exports `{}`)", found.name));
    }
    for difference in &differences {
        text.push_str(&format!("\n  - {difference}"));
    }
    Error::new(ErrorKind::Mismatch, text).with_differences(differences)
}

fn no_interface(component: &Component, expected: &Interface) -> Error {
    let wanted = fidius_wit::InterfaceName::parse(&expected.name);
    let mut text = format!(
        "{} does not export the interface `{}`",
        component.name(),
        expected.name
    );
    let exports = component.exports();
    let other_version = exports
        .iter()
        .find(|export| wanted.is_same_interface(&fidius_wit::InterfaceName::parse(&export.name)));
    if let Some(other) = other_version {
        text.push_str(&format!(
            ": it has another version of it, `{}`, which is not compatible",
            other.name
        ));
    } else if exports.is_empty() {
        text.push_str(": it exports no interface at all");
    } else {
        text.push_str("; it exports");
        for export in exports {
            text.push_str(&format!("\n  - `{}`", export.name));
        }
        let same_name = exports.iter().find(|export| {
            fidius_wit::InterfaceName::parse(&export.name).interface == wanted.interface
        });
        if let Some(other) = same_name {
            text.push_str(&format!(
                "\nIf `{}` is the one meant, give the WIT the same package name.",
                other.name
            ));
        }
    }
    Error::new(ErrorKind::Mismatch, text)
}

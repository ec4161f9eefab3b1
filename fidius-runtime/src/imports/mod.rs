//! What the host gives to a plugin, and whether that is all the component imports.

mod host_call;
mod linking;
pub(crate) mod nested;

pub use host_call::HostCall;
pub use linking::Linking;

use std::any::Any;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use fidius_wit::{Interface, compare_import, misfit, serving};

use crate::definition::{Definition, Import};
use crate::failure::panic_message;
use crate::{Component, Error, ErrorKind, introspect, wasi};

/// The user's object behind the imports of one instance.
pub(crate) type Object = Arc<dyn Any + Send + Sync>;

/// What a host gives to its plugin.
pub(crate) struct Offer {
    pub(crate) link: fn(&mut Linking<'_>) -> Result<(), Error>,
    pub(crate) objects: Objects,
}

/// The objects that the functions of the host are called on.
pub(crate) enum Objects {
    /// One for all instances.
    Shared(Object),
    /// A new one for each instance.
    Each(Box<dyn Fn() -> Object + Send + Sync>),
}

impl Objects {
    /// The object for an instance of the plugin that is about to be made.
    pub(crate) fn make(&self, component: &Component) -> Result<Object, Error> {
        match self {
            Self::Shared(object) => Ok(Arc::clone(object)),
            Self::Each(make) => catch_unwind(AssertUnwindSafe(make)).map_err(|panic| {
                Error::new(
                    ErrorKind::HostPanic,
                    format!(
                        "the host's imports for an instance of {} can't be made, the closure given to `imports_with` panicked: {}",
                        component.name(),
                        panic_message(&*panic)
                    ),
                )
            }),
        }
    }
}

impl fmt::Debug for Offer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.objects {
            Objects::Shared(_) => "one for all instances",
            Objects::Each(_) => "made for each instance",
        })
    }
}

/// Refuses a component that imports what the host does not provide, with all of it in the error.
pub(crate) fn check(component: &Component, definition: &Definition) -> Result<(), Error> {
    let offered: Vec<&Import> = definition
        .imports
        .iter()
        .filter(|import| !import.is_world)
        .collect();
    let mut unmet = Vec::new();
    let mut functions = Vec::new();
    for import in introspect::imports(component.inner()) {
        match import {
            introspect::Import::Interface {
                interface,
                resources,
            } => unmet.extend(interface_unmet(&interface, &resources, &offered)),
            introspect::Import::Function(function) => functions.push(function),
            introspect::Import::Resource(name) => {
                let is_offered = definition
                    .imports
                    .iter()
                    .any(|import| import.is_world && import.resources.contains(&&*name));
                if !is_offered {
                    let why = "this host has no such resource";
                    unmet.push(misfit::unknown_import(&name, why, &[]));
                }
            }
            introspect::Import::Other(name) => unmet.push(misfit::unknown_import(
                &name,
                "a component or module, which no host can give",
                &[],
            )),
        }
    }
    for function in functions {
        let name = function.name.to_string();
        let world = definition
            .imports
            .iter()
            .find(|import| import.is_world && import.interface.function(&name).is_some());
        match world {
            Some(world) => {
                let wanted = Interface {
                    name: world.interface.name.clone(),
                    functions: vec![function].into(),
                };
                let differences = compare_import(&wanted, world.interface);
                if !differences.is_empty() {
                    unmet.push(misfit::different_function(&name, &differences));
                }
            }
            None => unmet.push(misfit::unknown_import(
                &name,
                &why_missing(&name, definition),
                &[function],
            )),
        }
    }
    if unmet.is_empty() {
        return Ok(());
    }
    Err(Error::new(
        ErrorKind::Denied,
        misfit::imports_not_provided(component.name(), &unmet),
    ))
}

/// The item of the error for an imported interface that the host does not have, or has with other functions.
fn interface_unmet(
    wanted: &Interface,
    resources: &[String],
    offered: &[&Import],
) -> Option<String> {
    let interfaces = offered.iter().map(|import| import.interface);
    // The engine links by the same rule.
    if let Some(interface) = serving(&wanted.name, interfaces) {
        let known = offered
            .iter()
            .filter(|import| std::ptr::eq(import.interface, interface))
            .flat_map(|import| import.resources);
        let missing: Vec<&str> = resources
            .iter()
            .map(String::as_str)
            .filter(|name| !known.clone().any(|known| known == name))
            .collect();
        let differences = compare_import(wanted, interface);
        return (!differences.is_empty() || !missing.is_empty()).then(|| {
            misfit::different_import(&wanted.name, &interface.name, &missing, &differences)
        });
    }
    if (wanted.functions.is_empty() && resources.is_empty()) || wasi::provides(&wanted.name) {
        return None;
    }
    let names: Vec<&str> = offered
        .iter()
        .map(|import| &*import.interface.name)
        .collect();
    let why = wasi::why_missing(&wanted.name).map_or_else(
        || misfit::why_not_offered(&wanted.name, &names),
        str::to_owned,
    );
    Some(misfit::unknown_import(
        &wanted.name,
        &why,
        &wanted.functions,
    ))
}

/// Why a function that the component imports by itself is not there.
fn why_missing(name: &str, definition: &Definition) -> String {
    let functions: Vec<&str> = definition
        .imports
        .iter()
        .filter(|import| import.is_world)
        .flat_map(|import| import.interface.functions.iter())
        .map(|function| &*function.name)
        .collect();
    if functions.is_empty() && !definition.imports.is_empty() {
        return "this host gives plugins interfaces, and no functions by themselves".to_owned();
    }
    misfit::why_not_offered(name, &functions)
}

//! Whether a component fits the WIT, found out while compiling: what loading it would say, in the same words.

use fidius_wit::fit::{self, Elsewhere, Expected, Exports, Offered, Wanted};
use fidius_wit::wit_parser::{TypeDefKind, WorldItem};
use fidius_wit::{function_from_resolve, interface_from_resolve};

use crate::bindings::{Bindings, Interface, TypeKind};
use crate::select::is_provided;
use crate::source::Decoded;

/// What keeps the component from being loaded by the host: a text for each.
pub(crate) fn misfits(component: &Decoded, bindings: &Bindings) -> Vec<String> {
    let name = format!("`{}`", component.shown);
    let expected: Vec<Expected<'_>> = bindings
        .exports
        .iter()
        .filter_map(|export| {
            Some(Expected {
                interface: &bindings.interfaces[export.interface]
                    .functions
                    .as_ref()?
                    .table,
                is_world: export.is_world,
                optional: &export.optional,
            })
        })
        .collect();
    let offered: Vec<Offered<'_>> = bindings
        .imports
        .iter()
        .filter_map(|import| {
            let interface = &bindings.interfaces[import.interface];
            Some(Offered {
                interface: &interface.functions.as_ref()?.table,
                is_world: import.is_world,
                resources: resources(interface),
            })
        })
        .collect();
    let elsewhere = |name: &str| {
        if is_provided(name) {
            Elsewhere::Provided
        } else {
            Elsewhere::Unknown
        }
    };
    let mut texts = match fit::exports(&name, &expected, &exports(component)) {
        Ok(_) => Vec::new(),
        Err(misfits) => misfits.texts,
    };
    texts.extend(fit::imports(&name, &wanted(component), &offered, elsewhere));
    texts
}

fn resources(interface: &Interface) -> Vec<&str> {
    let types = interface.types.iter();
    types
        .filter_map(|definition| match &definition.kind {
            TypeKind::Resource(resource) => Some(&*resource.wit),
            _ => None,
        })
        .collect()
}

/// What a component exports, out of its WIT.
fn exports(component: &Decoded) -> Exports {
    let resolve = &component.resolve;
    let mut interfaces = Vec::new();
    let mut functions = Vec::new();
    for (key, item) in &resolve.worlds[component.world].exports {
        match item {
            WorldItem::Interface { id, .. } => {
                let name = resolve.name_world_key(key);
                interfaces.push(interface_from_resolve(resolve, *id, &name));
            }
            WorldItem::Function(function) => {
                functions.push(function_from_resolve(resolve, function));
            }
            WorldItem::Type { .. } => {}
        }
    }
    Exports {
        interfaces,
        functions: functions.into(),
    }
}

/// What a component imports, out of its WIT.
fn wanted(component: &Decoded) -> Vec<Wanted> {
    let resolve = &component.resolve;
    let is_resource = |id| matches!(resolve.types[id].kind, TypeDefKind::Resource);
    let imports = resolve.worlds[component.world].imports.iter();
    imports
        .filter_map(|(key, item)| match item {
            WorldItem::Interface { id, .. } => {
                let name = resolve.name_world_key(key);
                let types = resolve.interfaces[*id].types.iter();
                Some(Wanted::Interface {
                    interface: interface_from_resolve(resolve, *id, &name),
                    resources: types
                        .filter(|(_, id)| is_resource(**id))
                        .map(|(name, _)| name.clone())
                        .collect(),
                })
            }
            WorldItem::Function(function) => {
                Some(Wanted::Function(function_from_resolve(resolve, function)))
            }
            WorldItem::Type { id, .. } if is_resource(*id) => {
                Some(Wanted::Resource(resolve.name_world_key(key)))
            }
            WorldItem::Type { .. } => None,
        })
        .collect()
}

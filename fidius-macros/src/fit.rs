//! Whether a component fits the WIT, found out while compiling: what loading it would say, in the same words.

use fidius_wit::wit_parser::{Resolve, TypeDefKind, WorldItem};
use fidius_wit::{
    Interface, compare_import, compare_optional, function_from_resolve, interface_from_resolve,
    misfit, serving,
};

use crate::bindings::{Bindings, Functions, TypeKind};
use crate::select::{is_provided, is_types_only};
use crate::source::Decoded;

/// What keeps the component from being loaded by the host: a text for each.
pub(crate) fn misfits(component: &Decoded, bindings: &Bindings) -> Vec<String> {
    let mut texts = exports(component, bindings);
    let unmet = imports(component, bindings);
    if !unmet.is_empty() {
        texts.push(misfit::imports_not_provided(&name(component), &unmet));
    }
    texts
}

fn name(component: &Decoded) -> String {
    format!("`{}`", component.shown)
}

fn exports(component: &Decoded, bindings: &Bindings) -> Vec<String> {
    let name = name(component);
    let Sides { interfaces, world } = Sides::of(component, true);
    let mut texts = Vec::new();
    for export in &bindings.exports {
        let Some(Functions { table, .. }) = &bindings.interfaces[export.interface].functions else {
            continue;
        };
        let world = Interface {
            name: table.name.clone(),
            ..world.clone()
        };
        let found = if export.is_world {
            Some(&world)
        } else {
            serving(&table.name, &interfaces)
        };
        match found {
            Some(found) => {
                let differences = compare_optional(table, found, &export.optional);
                if !differences.is_empty() {
                    texts.push(misfit::does_not_fit(&name, table, found, &differences));
                }
            }
            // A plugin may lack an interface of which it may lack every function.
            None if !export.optional.is_empty() && !export.optional.contains(&false) => {}
            None => texts.push(misfit::no_interface(&name, table, &interfaces)),
        }
    }
    texts
}

fn imports(component: &Decoded, bindings: &Bindings) -> Vec<String> {
    let tables = |is_world: bool| {
        bindings
            .imports
            .iter()
            .filter(move |import| import.is_world == is_world)
            .filter_map(|import| bindings.interfaces[import.interface].functions.as_ref())
            .map(|functions| &functions.table)
    };
    let offered: Vec<&str> = tables(false).map(|table| &*table.name).collect();
    let Sides { interfaces, world } = Sides::of(component, false);
    let mut unmet = Vec::new();
    for wanted in &interfaces {
        match serving(&wanted.name, tables(false)) {
            Some(table) => {
                let differences = compare_import(wanted, table);
                let missing = missing_resources(component, bindings, &wanted.name, &table.name);
                let missing: Vec<&str> = missing.iter().map(String::as_str).collect();
                if !differences.is_empty() || !missing.is_empty() {
                    unmet.push(misfit::different_import(
                        &wanted.name,
                        &table.name,
                        &missing,
                        &differences,
                    ));
                }
            }
            None => {
                let why = misfit::why_not_offered(&wanted.name, &offered);
                unmet.push(misfit::unknown_import(
                    &wanted.name,
                    &why,
                    &wanted.functions,
                ));
            }
        }
    }
    for function in world.functions.iter() {
        let wanted = Interface {
            name: world.name.clone(),
            functions: vec![function.clone()].into(),
        };
        let mut of_world = tables(true);
        match of_world.find(|table| table.function(&function.name).is_some()) {
            Some(table) => {
                let differences = compare_import(&wanted, table);
                if !differences.is_empty() {
                    let item = misfit::different_function(&function.name, &differences);
                    unmet.push(item);
                }
            }
            None => {
                let names: Vec<&str> = tables(true)
                    .flat_map(|table| table.functions.iter())
                    .map(|function| &*function.name)
                    .collect();
                let why = misfit::why_not_offered(&function.name, &names);
                unmet.push(misfit::unknown_import(
                    &function.name,
                    &why,
                    &wanted.functions,
                ));
            }
        }
    }
    unmet
}

/// The resources of an interface that the component wants and the host does not have.
fn missing_resources(
    component: &Decoded,
    bindings: &Bindings,
    wanted: &str,
    offered: &str,
) -> Vec<String> {
    let resolve = &component.resolve;
    let imports = &resolve.worlds[component.world].imports;
    let wanted = imports.iter().find_map(|(key, item)| match item {
        WorldItem::Interface { id, .. } if resolve.name_world_key(key) == wanted => Some(*id),
        _ => None,
    });
    let Some(wanted) = wanted else {
        return Vec::new();
    };
    let is_offered = |name: &str| {
        bindings.interfaces.iter().any(|interface| {
            let functions = interface.functions.as_ref();
            functions.is_some_and(|functions| functions.name == offered)
                && interface.types.iter().any(|definition| {
                    matches!(&definition.kind, TypeKind::Resource(resource) if resource.wit == name)
                })
        })
    };
    let types = resolve.interfaces[wanted].types.iter();
    types
        .filter(|(_, id)| matches!(resolve.types[**id].kind, TypeDefKind::Resource))
        .map(|(name, _)| name.clone())
        .filter(|name| !is_offered(name))
        .collect()
}

/// One side of a component: what it exports, or what it wants of the host.
struct Sides {
    interfaces: Vec<Interface>,
    /// Its functions by themselves.
    world: Interface,
}

impl Sides {
    fn of(component: &Decoded, is_export: bool) -> Self {
        let resolve: &Resolve = &component.resolve;
        let world = &resolve.worlds[component.world];
        let items = if is_export {
            &world.exports
        } else {
            &world.imports
        };
        let mut interfaces = Vec::new();
        let mut functions = Vec::new();
        for (key, item) in items {
            match item {
                WorldItem::Interface { id, .. } => {
                    let name = resolve.name_world_key(key);
                    let interface = &resolve.interfaces[*id];
                    if is_export || !(is_provided(&name) || is_types_only(resolve, interface)) {
                        interfaces.push(interface_from_resolve(resolve, *id, &name));
                    }
                }
                WorldItem::Function(function) => {
                    functions.push(function_from_resolve(resolve, function));
                }
                WorldItem::Type { .. } => {}
            }
        }
        Self {
            interfaces,
            world: Interface {
                name: world.name.as_str().into(),
                functions: functions.into(),
            },
        }
    }
}

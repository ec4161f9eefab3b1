use fidius_wit::wit_parser::{Interface, InterfaceId, Resolve, WorldId, WorldItem, WorldKey};
use fidius_wit::{Parsed, closest};
use syn::LitStr;

use crate::args::Args;
use crate::errors::Errors;
use crate::messages;
use crate::source::Source;

/// The interface to bind.
pub(crate) struct Selected {
    pub(crate) interface: InterfaceId,
    /// The name under which a component exports it.
    pub(crate) export: String,
    /// The name that the module and the trait are made of.
    pub(crate) label: String,
}

/// Chooses the interface: the one named, the one that the world exports, or the only one there is.
pub(crate) fn interface(source: &Source, args: &Args, errors: &mut Errors) -> Option<Selected> {
    let Parsed {
        resolve, package, ..
    } = &source.parsed;
    let package = &resolve.packages[*package];
    let literal = args.wit.as_ref()?;
    if let Some(name) = &args.interface {
        return named_interface(source, name, errors);
    }
    if let Some(name) = &args.world {
        let there: Vec<String> = package.worlds.keys().cloned().collect();
        return match package.worlds.get(&name.value()) {
            Some(world) => exported(source, *world, name, errors),
            None => {
                not_there(source, "world", name, &there, errors);
                None
            }
        };
    }
    let worlds: Vec<String> = package.worlds.keys().cloned().collect();
    let interfaces: Vec<String> = package.interfaces.keys().cloned().collect();
    match (&worlds[..], &interfaces[..]) {
        ([world], _) => exported(source, package.worlds[world], literal, errors),
        ([], [name]) => Some(whole(resolve, package.interfaces[name])),
        ([], []) => {
            errors.on(literal, messages::nothing_in_wit(&source.shown));
            None
        }
        ([], _) => {
            errors.on(
                literal,
                messages::several_interfaces(&source.shown, &interfaces),
            );
            None
        }
        _ => {
            errors.on(literal, messages::several_worlds(&source.shown, &worlds));
            None
        }
    }
}

fn named_interface(source: &Source, name: &LitStr, errors: &mut Errors) -> Option<Selected> {
    let Parsed {
        resolve, package, ..
    } = &source.parsed;
    let wanted = name.value();
    let own = &resolve.packages[*package].interfaces;
    let found = own.get(&wanted).copied().or_else(|| {
        resolve
            .interfaces
            .iter()
            .map(|(id, _)| id)
            .find(|id| resolve.id_of(*id).is_some_and(|whole| whole == wanted))
    });
    if found.is_none() {
        let there: Vec<String> = own.keys().cloned().collect();
        not_there(source, "interface", name, &there, errors);
    }
    found.map(|id| whole(resolve, id))
}

fn not_there(source: &Source, kind: &str, name: &LitStr, there: &[String], errors: &mut Errors) {
    let wanted = name.value();
    let meant = closest(&wanted, there.iter().map(String::as_str));
    let package = &source.parsed.resolve.packages[source.parsed.package];
    let is_other = match kind {
        "interface" if package.worlds.contains_key(&wanted) => Some("world"),
        "world" if package.interfaces.contains_key(&wanted) => Some("interface"),
        _ => None,
    };
    errors.on(
        name,
        messages::not_in_wit(kind, &wanted, &source.shown, there, meant, is_other),
    );
}

fn whole(resolve: &Resolve, id: InterfaceId) -> Selected {
    let label = resolve.interfaces[id].name.clone().unwrap_or_default();
    Selected {
        interface: id,
        export: resolve.id_of(id).unwrap_or_else(|| label.clone()),
        label,
    }
}

/// The one interface that a world exports, with an error for everything in the world that is not supported.
fn exported(
    source: &Source,
    world: WorldId,
    blamed: &LitStr,
    errors: &mut Errors,
) -> Option<Selected> {
    let resolve = &source.parsed.resolve;
    let world = &resolve.worlds[world];
    for (key, item) in &world.imports {
        // The parser forgets where an interface is imported.
        let span = item.span();
        let span = if span.is_known() { span } else { world.span };
        let place = resolve.render_location(span);
        let name = resolve.name_world_key(key);
        match item {
            WorldItem::Interface { id, .. } => {
                let interface = &resolve.interfaces[*id];
                if !name.starts_with("wasi:") && !is_types_only(resolve, interface) {
                    errors.on(blamed, messages::import(&name, &place));
                }
            }
            WorldItem::Function(_) => errors.on(blamed, messages::import(&name, &place)),
            WorldItem::Type { .. } => {}
        }
    }
    let mut interfaces = Vec::new();
    for (key, item) in &world.exports {
        match item {
            WorldItem::Interface { id, .. } => interfaces.push((key, *id)),
            WorldItem::Function(function) => errors.on(
                blamed,
                messages::world_function(&function.name, &resolve.render_location(function.span)),
            ),
            WorldItem::Type { .. } => {}
        }
    }
    let place = resolve.render_location(world.span);
    match &interfaces[..] {
        [(key, id)] => Some(match key {
            WorldKey::Name(label) => Selected {
                interface: *id,
                export: label.clone(),
                label: label.clone(),
            },
            WorldKey::Interface(_) => whole(resolve, *id),
        }),
        [] => {
            if world.exports.is_empty() {
                errors.on(blamed, messages::world_without_exports(&world.name, &place));
            }
            None
        }
        _ => {
            let names: Vec<String> = interfaces
                .iter()
                .map(|(key, _)| resolve.name_world_key(key))
                .collect();
            errors.on(
                blamed,
                messages::world_with_several_exports(&world.name, &names, &place),
            );
            None
        }
    }
}

/// Whether an import is there for its types alone, and asks nothing of the host.
fn is_types_only(resolve: &Resolve, interface: &Interface) -> bool {
    use fidius_wit::wit_parser::TypeDefKind;
    interface.functions.is_empty()
        && interface
            .types
            .values()
            .all(|id| !matches!(resolve.types[*id].kind, TypeDefKind::Resource))
}

//! What of the WIT is to be bound: a world, or an interface that stands for a world which exports it.

use fidius_wit::closest;
use fidius_wit::wit_parser::{
    Function as WitFunction, Interface, InterfaceId, Resolve, TypeDefKind, TypeId, TypeOwner,
    World, WorldId, WorldItem, WorldKey,
};
use syn::LitStr;

use crate::args::Args;
use crate::errors::Errors;
use crate::messages;
use crate::reach::Reached;
use crate::source::Source;

/// What is to be bound.
pub(crate) struct Selected<'a> {
    /// The name that the outer module is made of, unless it is that of an interface.
    pub(crate) name: String,
    pub(crate) world: Option<WorldId>,
    pub(crate) interfaces: Vec<SelectedInterface>,
    /// The functions that the world itself exports.
    pub(crate) exported: Vec<&'a WitFunction>,
    /// The functions that the world itself imports.
    pub(crate) imported: Vec<&'a WitFunction>,
    /// The types of the world itself.
    pub(crate) types: Vec<TypeId>,
}

/// An interface that the plugin exports, or that the host gives it.
pub(crate) struct SelectedInterface {
    pub(crate) id: InterfaceId,
    /// Its name in components.
    pub(crate) name: String,
    /// The name that the world gives it, where it has none of its own or another one here.
    pub(crate) label: Option<String>,
    pub(crate) exported: bool,
    pub(crate) imported: bool,
}

/// Chooses what to bind: what is named, the only world, or the only interface.
pub(crate) fn select<'a>(
    source: &'a Source,
    args: &Args,
    errors: &mut Errors,
) -> Option<Selected<'a>> {
    let resolve = &source.resolve;
    let package = &resolve.packages[source.package];
    let literal = args.source()?;
    if let Some(name) = &args.interface {
        return named_interface(source, name, errors);
    }
    let worlds: Vec<String> = package.worlds.keys().cloned().collect();
    if let Some(name) = &args.world {
        let wanted = name.value();
        let in_deps = || {
            let mut worlds = resolve.worlds.iter();
            worlds.find(|(_, world)| is_whole_name(resolve, world, &wanted))
        };
        let own = package.worlds.get(&wanted).copied();
        return match own.or_else(|| in_deps().map(|(id, _)| id)) {
            Some(id) => Some(world(resolve, id, resolve.worlds[id].name.clone())),
            None => {
                not_there(source, "world", name, &worlds, errors);
                None
            }
        };
    }
    if let Some(id) = source.world {
        return Some(world(resolve, id, stem(&source.shown)));
    }
    let interfaces: Vec<String> = package.interfaces.keys().cloned().collect();
    match (&worlds[..], &interfaces[..]) {
        ([name], _) => Some(world(resolve, package.worlds[name], name.clone())),
        ([], [name]) => Some(interface(resolve, package.interfaces[name])),
        ([], []) => {
            errors.on(
                literal,
                messages::nothing_in_wit(&source.shown, &source.features),
            );
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

/// Whether this is the world's name with its package's, with or without the version.
fn is_whole_name(resolve: &Resolve, world: &World, name: &str) -> bool {
    let package = world.package.map(|id| &resolve.packages[id].name);
    package.is_some_and(|package| {
        let whole = package.interface_id(&world.name);
        whole == name || whole.split('@').next() == Some(name)
    })
}

/// `plugin` for `plugins/plugin.wasm`.
fn stem(path: &str) -> String {
    let file = path.rsplit('/').next().unwrap_or(path);
    file.split('.').next().unwrap_or(file).to_owned()
}

fn named_interface<'a>(
    source: &'a Source,
    name: &LitStr,
    errors: &mut Errors,
) -> Option<Selected<'a>> {
    let resolve = &source.resolve;
    let wanted = name.value();
    if let Some(world) = source.world {
        return interface_of_component(source, world, name, errors);
    }
    let own = &resolve.packages[source.package].interfaces;
    let found = own.get(&wanted).copied().or_else(|| {
        resolve.interfaces.iter().map(|(id, _)| id).find(|id| {
            let whole = resolve.id_of(*id);
            whole.is_some_and(|whole| whole == wanted || whole.split('@').next() == Some(&wanted))
        })
    });
    if found.is_none() {
        let there: Vec<String> = own.keys().cloned().collect();
        not_there(source, "interface", name, &there, errors);
    }
    found.map(|id| interface(resolve, id))
}

/// An interface that a component exports: by its whole name, without the version, or by its own name alone.
fn interface_of_component<'a>(
    source: &'a Source,
    world: WorldId,
    name: &LitStr,
    errors: &mut Errors,
) -> Option<Selected<'a>> {
    let resolve = &source.resolve;
    let wanted = name.value();
    let exports = resolve.worlds[world].exports.iter();
    let exported: Vec<(String, InterfaceId)> = exports
        .filter_map(|(key, item)| match item {
            WorldItem::Interface { id, .. } => Some((resolve.name_world_key(key), *id)),
            _ => None,
        })
        .collect();
    let is_named = |whole: &str| {
        let unversioned = whole.split('@').next().unwrap_or(whole);
        let short = unversioned.rsplit('/').next();
        wanted == whole || wanted == unversioned || Some(wanted.as_str()) == short
    };
    let exact = exported.iter().find(|(whole, _)| *whole == wanted);
    let Some((_, id)) = exact.or_else(|| exported.iter().find(|(whole, _)| is_named(whole))) else {
        let short = |(whole, _): (String, InterfaceId)| {
            let unversioned = whole.split('@').next().unwrap_or(&whole);
            let short = unversioned.rsplit('/').next();
            short.unwrap_or(unversioned).to_owned()
        };
        let there: Vec<String> = exported.into_iter().map(short).collect();
        not_there(source, "interface", name, &there, errors);
        return None;
    };
    Some(interface(resolve, *id))
}

fn not_there(source: &Source, kind: &str, name: &LitStr, there: &[String], errors: &mut Errors) {
    let wanted = name.value();
    let meant = closest(&wanted, there.iter().map(String::as_str));
    let package = &source.resolve.packages[source.package];
    let is_other = match kind {
        "interface" if package.worlds.contains_key(&wanted) => Some("world"),
        "world" if package.interfaces.contains_key(&wanted) => Some("interface"),
        _ => None,
    };
    errors.on(
        name,
        messages::not_in_wit(
            kind,
            &wanted,
            &source.shown,
            there,
            meant,
            is_other,
            &source.features,
        ),
    );
}

/// An interface stands for a world that exports it, and imports those whose resources it has to do with.
fn interface(resolve: &Resolve, id: InterfaceId) -> Selected<'_> {
    let name = resolve.interfaces[id].name.clone().unwrap_or_default();
    let mut reached = Reached::new(resolve);
    reached.add_interface(id);
    let mut interfaces = Vec::new();
    for (other, interface) in resolve.interfaces.iter() {
        let has_resource = interface
            .types
            .values()
            .any(|ty| matches!(resolve.types[*ty].kind, TypeDefKind::Resource) && reached.has(*ty));
        if other != id && has_resource && !is_provided(&name_of(resolve, other)) {
            interfaces.push(SelectedInterface {
                id: other,
                name: name_of(resolve, other),
                label: None,
                exported: false,
                imported: true,
            });
        }
    }
    interfaces.push(SelectedInterface {
        id,
        name: name_of(resolve, id),
        label: None,
        exported: true,
        imported: false,
    });
    Selected {
        name,
        world: None,
        interfaces,
        exported: Vec::new(),
        imported: Vec::new(),
        types: Vec::new(),
    }
}

/// All that a world says, but for what the runtime sees to.
fn world(resolve: &Resolve, id: WorldId, name: String) -> Selected<'_> {
    let world = &resolve.worlds[id];
    let mut selected = Selected {
        name,
        world: Some(id),
        interfaces: Vec::new(),
        exported: Vec::new(),
        imported: Vec::new(),
        types: Vec::new(),
    };
    for (key, item) in &world.imports {
        match item {
            WorldItem::Interface { id, .. } => {
                let name = resolve.name_world_key(key);
                if !is_provided(&name) && !is_types_only(resolve, &resolve.interfaces[*id]) {
                    selected.interfaces.push(SelectedInterface {
                        id: *id,
                        name,
                        label: label(key),
                        exported: false,
                        imported: true,
                    });
                }
            }
            WorldItem::Function(function) => selected.imported.push(function),
            WorldItem::Type { id, .. } => selected.types.push(*id),
        }
    }
    for (key, item) in &world.exports {
        match item {
            WorldItem::Interface { id, .. } => {
                let name = resolve.name_world_key(key);
                let known = selected
                    .interfaces
                    .iter_mut()
                    .find(|known| known.id == *id && known.name == name);
                match known {
                    Some(known) => known.exported = true,
                    None => selected.interfaces.push(SelectedInterface {
                        id: *id,
                        name,
                        label: label(key),
                        exported: true,
                        imported: false,
                    }),
                }
            }
            WorldItem::Function(function) => selected.exported.push(function),
            WorldItem::Type { id, .. } => selected.types.push(*id),
        }
    }
    selected
}

fn label(key: &WorldKey) -> Option<String> {
    match key {
        WorldKey::Name(label) => Some(label.clone()),
        WorldKey::Interface(_) => None,
    }
}

/// The whole name of an interface.
pub(crate) fn name_of(resolve: &Resolve, id: InterfaceId) -> String {
    resolve
        .id_of(id)
        .or_else(|| resolve.interfaces[id].name.clone())
        .unwrap_or_default()
}

/// Whether an import is there for its types alone, and asks nothing of the host.
fn is_types_only(resolve: &Resolve, interface: &Interface) -> bool {
    interface.functions.is_empty()
        && interface
            .types
            .values()
            .all(|id| !matches!(resolve.types[*id].kind, TypeDefKind::Resource))
}

/// Through it guests of fidius 0.5 read the streams that functions are given with the argument `client_streams`.
pub(crate) const PULL: &str = "fidius:stream-pull/pull@";

/// Whether the runtime sees to an interface, so that the user has nothing to implement.
pub(crate) fn is_provided(name: &str) -> bool {
    const PACKAGES: &[&str] = &[
        "cli",
        "clocks",
        "filesystem",
        "http",
        "io",
        "random",
        "sockets",
    ];
    // What goes through it are the traits that the builder gets.
    const HOST_CALLS: &str = "fidius:host-call/host@";
    if name.starts_with(HOST_CALLS) || name.starts_with(PULL) {
        return true;
    }
    name.strip_prefix("wasi:")
        .and_then(|rest| rest.split('/').next())
        .is_some_and(|package| PACKAGES.contains(&package))
}

/// The interface that a type belongs to; `None` for one of the world itself.
pub(crate) fn owner(resolve: &Resolve, id: TypeId) -> Option<InterfaceId> {
    match resolve.types[id].owner {
        TypeOwner::Interface(owner) => Some(owner),
        _ => None,
    }
}

//! The functions and types of an interface, and those of the world itself.

use fidius_wit::wit_parser::{Function as WitFunction, TypeId};
use fidius_wit::{function_from_resolve, rust_ident, rust_type};

use super::names::Taken;
use super::{Binder, Parts, Placed, deprecated, ident};
use crate::bindings::{
    Accessor, Export, Functions, GuestResource, Import, Interface, Place, Role, TypeKind,
};
use crate::docs;
use crate::select::{Selected, SelectedInterface};

impl<'a> Binder<'a> {
    /// The name that an interface's module and trait are made of.
    pub(super) fn base_name(&self, item: &SelectedInterface) -> String {
        let name = || self.resolve.interfaces[item.id].name.clone();
        item.label.clone().or_else(name).unwrap_or_default()
    }

    /// Binds one interface, whichever side has it.
    pub(super) fn interface(&mut self, item: &Placed<'_>, parts: &mut Parts) {
        let resolve = self.resolve;
        let Placed { selected, place } = item;
        self.current = Some((selected.id, place.clone()));
        let interface = &resolve.interfaces[selected.id];
        let mut taken = Taken::default();
        for name in interface.types.keys() {
            taken.add(&rust_type(name));
        }
        let label = rust_type(&self.base_name(selected));
        let traits = taken.free_trait(&[&label, &format!("{label}Interface")]);

        let all: Vec<&WitFunction> = interface.functions.values().collect();
        let supported = self.supported_functions(&all);
        let table: Vec<_> = supported
            .iter()
            .map(|function| function_from_resolve(resolve, function))
            .collect();
        let table = fidius_wit::Interface {
            name: selected.name.as_str().into(),
            functions: table.into(),
        };
        let streams = self.pulled_streams(selected, &table, &supported);
        let is_stream = |id: &TypeId| {
            let mut streams = streams.iter();
            streams.any(|stream| stream.is_only_this && stream.resource == *id)
        };
        let types = interface.types.values().copied();
        let types = self.types(
            types.filter(|id| !is_stream(id)),
            true,
            &mut taken,
            &supported,
        );
        let mut functions = self.free_functions(&supported);
        for function in &mut functions {
            let stream = streams
                .iter()
                .find(|stream| stream.function == function.index);
            if let Some(stream) = stream {
                self.return_stream(function, stream, &supported, parts.next);
            }
        }
        let pulled = streams.iter().filter(|stream| stream.is_only_this);
        let pulled = pulled
            .map(|stream| self.method(stream.resource, supported[stream.next], stream.next))
            .collect();
        if selected.exported {
            for definition in &types {
                if let TypeKind::Resource(resource) = &definition.kind
                    && let Some(traits) = &resource.traits
                {
                    parts.guest_resources.push(GuestResource {
                        place: place.clone(),
                        ident: definition.ident.clone(),
                        traits: Some(traits.clone()),
                        methods: resource.methods.clone(),
                        first: parts.next,
                    });
                }
            }
        }
        let view = ident(&taken.free(&[&format!("{}Exports", traits.blocking)]));
        let index = parts.interfaces.len();
        parts.interfaces.push(Interface {
            place: place.clone(),
            docs: docs::markdown(&interface.docs)
                .unwrap_or_else(|| format!("The interface `{}`.", selected.name)),
            deprecated: deprecated(&interface.stability),
            types,
            functions: Some(Functions {
                traits,
                name: selected.name.clone(),
                functions,
                role: match (selected.exported, selected.imported) {
                    (true, true) => Role::Both,
                    (true, false) => Role::Exported,
                    _ => Role::Imported,
                },
                hash: table.hash(),
                table,
            }),
            pulled,
        });
        let count = supported.len();
        if selected.exported {
            let method = match place {
                Place::Module(module) => module.clone(),
                _ => ident(&rust_ident(&self.base_name(selected))),
            };
            parts.exports.push(Export {
                interface: index,
                accessor: Some(Accessor { method, view }),
                is_on_struct: false,
                is_world: false,
                optional: vec![false; count],
                raw: vec![false; count],
                client_streams: vec![false; count],
                first: parts.next,
            });
            parts.next += count;
        }
        if selected.imported {
            parts.imports.push(Import {
                interface: index,
                is_world: false,
                field: ident(&rust_ident(&self.base_name(selected))),
                parameter: ident(&rust_type(&self.base_name(selected))),
            });
        }
    }

    /// The names that are taken in the outer module before the world's own traits get theirs.
    pub(super) fn taken_at_root(
        &self,
        root: Option<&SelectedInterface>,
        selected: &Selected<'_>,
    ) -> Taken {
        let resolve = self.resolve;
        let mut taken = Taken::default();
        if let Some(only) = root {
            let label = rust_type(&self.base_name(only));
            for name in resolve.interfaces[only.id].types.keys() {
                add_type(&mut taken, &rust_type(name));
            }
            for name in ["", "Async", "Interface", "InterfaceAsync", "Exports"] {
                taken.add(&format!("{label}{name}"));
            }
        }
        for id in &selected.types {
            let name = resolve.types[*id].name.as_deref().unwrap_or_default();
            add_type(&mut taken, &rust_type(name));
        }
        taken
    }

    /// Binds what belongs to the world itself: its types, and a trait for each side that has functions.
    pub(super) fn world(&mut self, selected: &Selected<'a>, taken: &mut Taken, parts: &mut Parts) {
        let resolve = self.resolve;
        let label = rust_type(&selected.name);
        let name = &selected.name;
        let mut types_and_functions = |binder: &mut Self,
                                       functions: &[&'a WitFunction],
                                       types: &[TypeId],
                                       role: Role,
                                       taken: &mut Taken| {
            if functions.is_empty() && types.is_empty() {
                return None;
            }
            let supported = binder.supported_functions(functions);
            let supported = match role {
                Role::Exported => binder.without_ambiguous_resources(supported, selected),
                _ => supported,
            };
            let table: Vec<_> = supported
                .iter()
                .map(|function| function_from_resolve(resolve, function))
                .collect();
            let mut own = Taken::default();
            for id in types {
                let name = resolve.types[*id].name.as_deref().unwrap_or_default();
                own.add(&rust_type(name));
            }
            let types = binder.types(types.iter().copied(), true, &mut own, &supported);
            let has_resource = types
                .iter()
                .any(|definition| matches!(definition.kind, TypeKind::Resource(_)));
            let functions = (!functions.is_empty() || has_resource).then(|| {
                let stem = match role {
                    Role::Imported => format!("{label}Imports"),
                    _ => label.clone(),
                };
                let traits = taken.free_trait(&[&stem, &format!("{stem}Interface")]);
                let table = fidius_wit::Interface {
                    name: name.as_str().into(),
                    functions: table.into(),
                };
                Functions {
                    traits,
                    name: name.clone(),
                    functions: binder.free_functions(&supported),
                    role,
                    hash: table.hash(),
                    table,
                }
            });
            parts.interfaces.push(Interface {
                place: Place::Root,
                docs: String::new(),
                deprecated: None,
                types,
                functions,
                pulled: Vec::new(),
            });
            Some((parts.interfaces.len() - 1, supported.len()))
        };
        // Resources of the world itself are the host's, and so are the types that come with them.
        let imported = types_and_functions(
            self,
            &selected.imported,
            &selected.types,
            Role::Imported,
            taken,
        );
        let exported = types_and_functions(self, &selected.exported, &[], Role::Exported, taken);
        if let Some((interface, _)) = imported
            && parts.interfaces[interface].functions.is_some()
        {
            parts.imports.push(Import {
                interface,
                is_world: true,
                field: ident(&rust_ident(name)),
                parameter: ident(&label),
            });
        }
        if let Some((interface, count)) = exported {
            parts.exports.push(Export {
                interface,
                accessor: None,
                is_on_struct: true,
                is_world: true,
                optional: vec![false; count],
                raw: vec![false; count],
                client_streams: vec![false; count],
                first: parts.next,
            });
            parts.next += count;
        }
    }
}

/// Takes the name of a type, and those that its traits have where it is a resource.
fn add_type(taken: &mut Taken, name: &str) {
    taken.add(name);
    for suffix in ["", "Async", "Interface", "InterfaceAsync"] {
        taken.add(&format!("{name}Resource{suffix}"));
    }
}

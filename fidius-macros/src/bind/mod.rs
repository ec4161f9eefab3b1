//! From the WIT to what is to be generated, with an error for everything that can't be.

mod functions;
mod names;
mod support;
mod types;

use std::collections::HashMap;

use fidius_wit::wit_parser::{
    Function as WitFunction, InterfaceId, Resolve, Span as WitSpan, Stability, TypeId,
};
use fidius_wit::{closest, function_from_resolve, rust_ident, rust_type};
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::{LitStr, Path};

use crate::args::Args;
use crate::bindings::{
    Accessor, Bindings, Export, Functions, GuestResource, Import, Interface, Mapped, Place, Role,
    TypeKind,
};
use crate::docs;
use crate::errors::Errors;
use crate::messages;
use crate::reach::Reached;
use crate::select::{Selected, SelectedInterface, name_of};
use crate::source::Source;
use names::{Candidates, Taken};

pub(crate) use types::STD_TUPLE;

/// The names that a host struct has for itself.
const RESERVED: &[&str] = &["load", "builder", "plugin"];

pub(crate) fn bind(
    source: &Source,
    selected: &Selected<'_>,
    args: &Args,
    errors: &mut Errors,
) -> Bindings {
    let blamed = args
        .interface
        .as_ref()
        .or(args.world.as_ref())
        .or(args.source());
    let mut binder = Binder {
        source,
        resolve: &source.resolve,
        places: HashMap::new(),
        current: None,
        unsupported: HashMap::new(),
        handles: HashMap::new(),
        serde: args.serde,
        blamed,
        errors,
    };
    binder.bind(selected, args)
}

struct Binder<'a> {
    source: &'a Source,
    resolve: &'a Resolve,
    /// Where the types of an interface stand.
    places: HashMap<InterfaceId, Place>,
    /// The interface that is being bound, where it stands under a label: the same one may stand elsewhere too.
    current: Option<(InterfaceId, Place)>,
    /// Types that can't be generated, found once each.
    unsupported: HashMap<TypeId, bool>,
    /// The handles in a type, found once each.
    handles: HashMap<TypeId, crate::bindings::Handles>,
    serde: bool,
    /// The argument that errors in the WIT are shown on.
    blamed: Option<&'a LitStr>,
    errors: &'a mut Errors,
}

/// What is being put together.
struct Parts {
    interfaces: Vec<Interface>,
    exports: Vec<Export>,
    imports: Vec<Import>,
    guest_resources: Vec<GuestResource>,
    mapped: Vec<Mapped>,
    /// The next function's marker.
    next: usize,
}

/// An interface with the place it gets.
struct Placed<'a> {
    selected: &'a SelectedInterface,
    place: Place,
}

impl<'a> Binder<'a> {
    fn bind(&mut self, selected: &Selected<'a>, args: &Args) -> Bindings {
        let resolve = self.resolve;
        let used = self.used_interfaces(selected);
        // One exported interface alone is what the module is about.
        let mut exported = selected.interfaces.iter().filter(|item| item.exported);
        let root = match (exported.next(), exported.next()) {
            (Some(only), None) if selected.exported.is_empty() && selected.types.is_empty() => {
                Some(only)
            }
            _ => None,
        };
        let mut parts = Parts {
            interfaces: Vec::new(),
            exports: Vec::new(),
            imports: Vec::new(),
            guest_resources: Vec::new(),
            mapped: Vec::new(),
            next: 0,
        };
        let placed = self.place_all(selected, root, &used, args, &mut parts.mapped);

        for (id, types) in &used {
            self.current = None;
            let place = self.places[id].clone();
            let interface = &resolve.interfaces[*id];
            if matches!(place, Place::Mapped(_)) {
                continue;
            }
            let types = self.types(types.iter().copied(), false, &mut Taken::default(), &[]);
            parts.interfaces.push(Interface {
                place,
                docs: docs::markdown(&interface.docs).unwrap_or_else(|| {
                    format!("Types of the interface `{}`.", name_of(resolve, *id))
                }),
                deprecated: deprecated(&interface.stability),
                types,
                functions: None,
            });
        }
        for item in &placed {
            self.interface(item, &mut parts);
        }
        self.current = None;
        let mut root_taken = self.taken_at_root(root, selected);
        self.world(selected, &mut root_taken, &mut parts);

        let label = match root {
            Some(only) => self.base_name(only),
            None => selected.name.clone(),
        };
        self.finish_struct(&mut parts, root.is_some());
        self.mark_optional(args, &mut parts);
        let imports_struct = root_taken.free(&["Imports", "HostImports"]);
        Self::name_import_fields(&imports_struct, &mut parts);
        let (docs, host_docs) = self.docs_of(selected, root);
        Bindings {
            module: args
                .module
                .clone()
                .unwrap_or_else(|| ident(&rust_ident(&label))),
            docs,
            host_docs,
            imports_struct: ident(&imports_struct),
            interfaces: parts.interfaces,
            mapped: parts.mapped,
            exports: parts.exports,
            imports: parts.imports,
            guest_resources: parts.guest_resources,
            files: self.source.files.clone(),
        }
    }

    fn docs_of(
        &self,
        selected: &Selected<'_>,
        root: Option<&SelectedInterface>,
    ) -> (String, String) {
        let resolve = self.resolve;
        if let Some(only) = root {
            let docs = docs::markdown(&resolve.interfaces[only.id].docs)
                .unwrap_or_else(|| format!("The interface `{}`.", only.name));
            (
                docs,
                format!("A plugin with the interface `{}`.", only.name),
            )
        } else {
            let docs = selected
                .world
                .and_then(|world| docs::markdown(&resolve.worlds[world].docs))
                .unwrap_or_else(|| format!("The world `{}`.", selected.name));
            (docs, format!("A plugin of the world `{}`.", selected.name))
        }
    }

    /// The interfaces that nothing but types are needed of, each with those types, in the order of the WIT.
    fn used_interfaces(&self, selected: &Selected<'_>) -> Vec<(InterfaceId, Vec<TypeId>)> {
        let resolve = self.resolve;
        let mut reached = Reached::new(resolve);
        for item in &selected.interfaces {
            reached.add_interface(item.id);
        }
        for function in selected.exported.iter().chain(&selected.imported) {
            reached.add_function(function);
        }
        for id in &selected.types {
            reached.add(*id);
        }
        let is_selected = |id: InterfaceId| selected.interfaces.iter().any(|item| item.id == id);
        let used = resolve
            .interfaces
            .iter()
            .filter(|(id, _)| !is_selected(*id));
        used.map(|(id, interface)| {
            let types = interface.types.values().copied();
            (id, types.filter(|ty| reached.has(*ty)).collect::<Vec<_>>())
        })
        .filter(|(_, types)| !types.is_empty())
        .collect()
    }

    /// Gives every interface its place: the outer module, a module of its own, or one of the user's.
    fn place_all<'s>(
        &mut self,
        selected: &'s Selected<'_>,
        root: Option<&SelectedInterface>,
        used: &[(InterfaceId, Vec<TypeId>)],
        args: &Args,
        mapped: &mut Vec<Mapped>,
    ) -> Vec<Placed<'s>> {
        let resolve = self.resolve;
        let mut with: Vec<bool> = vec![false; args.with.len()];
        let mut known: Vec<String> = Vec::new();
        let is_named =
            |wanted: &str, name: &str| wanted == name || name.split('@').next() == Some(wanted);
        let mut find_mapped = |name: &str| {
            known.push(name.to_owned());
            let found = args
                .with
                .iter()
                .position(|with| is_named(&with.interface.value(), name))?;
            with[found] = true;
            let alias = ident(&format!("with{found}"));
            if !mapped.iter().any(|known| known.alias == alias) {
                mapped.push(Mapped {
                    alias: alias.clone(),
                    path: from_within(&args.with[found].path),
                });
            }
            Some(Place::Mapped(alias))
        };
        let mut candidates = Candidates::default();
        let mut places: Vec<Option<Place>> = Vec::new();
        for item in &selected.interfaces {
            let place = find_mapped(&item.name).or_else(|| {
                root.filter(|root| std::ptr::eq(*root, item))
                    .map(|_| Place::Root)
            });
            if place.is_none() {
                match &item.label {
                    Some(label) => candidates.add_label(label, item.exported),
                    None => candidates.add_interface(resolve, item.id),
                }
            }
            places.push(place);
        }
        let mut used_places: Vec<Option<Place>> = Vec::new();
        for (id, _) in used {
            let place = find_mapped(&name_of(resolve, *id));
            if place.is_none() {
                candidates.add_interface(resolve, *id);
            }
            used_places.push(place);
        }
        let mut names = candidates.choose().into_iter();
        let mut place_or_next =
            |place: Option<Place>| place.or_else(|| names.next().map(Place::Module));
        let mut placed = Vec::new();
        for (item, place) in selected.interfaces.iter().zip(places) {
            let Some(place) = place_or_next(place) else {
                continue;
            };
            // An interface's types stand where it has no label, if there is such a place.
            if item.label.is_none() {
                self.places.insert(item.id, place.clone());
            } else {
                self.places.entry(item.id).or_insert_with(|| place.clone());
            }
            placed.push(Placed {
                selected: item,
                place,
            });
        }
        for ((id, _), place) in used.iter().zip(used_places) {
            if let Some(place) = place_or_next(place) {
                self.places.insert(*id, place);
            }
        }
        for (with, is_used) in args.with.iter().zip(with) {
            if !is_used {
                let name = with.interface.value();
                // With a version and without one, it is the same interface.
                let message = if known.iter().any(|known| is_named(&name, known)) {
                    messages::with_twice(&name)
                } else {
                    let unversioned = |known: &'_ String| -> String {
                        known.split('@').next().unwrap_or(known).to_owned()
                    };
                    let candidates: Vec<String> = match name.contains('@') {
                        true => known.clone(),
                        false => known.iter().map(unversioned).collect(),
                    };
                    let meant = closest(&name, candidates.iter().map(String::as_str));
                    messages::with_unknown(&name, &known, meant)
                };
                self.errors.on(&with.interface, message);
            }
        }
        placed
    }

    /// The name that an interface's module and trait are made of.
    fn base_name(&self, item: &SelectedInterface) -> String {
        let name = || self.resolve.interfaces[item.id].name.clone();
        item.label.clone().or_else(name).unwrap_or_default()
    }

    /// Binds one interface, whichever side has it.
    fn interface(&mut self, item: &Placed<'_>, parts: &mut Parts) {
        let resolve = self.resolve;
        let Placed { selected, place } = item;
        self.current = Some((selected.id, place.clone()));
        let interface = &resolve.interfaces[selected.id];
        let mut taken = Taken::default();
        for name in interface.types.keys() {
            taken.add(&rust_type(name));
        }
        let label = rust_type(&self.base_name(selected));
        // Both forms of the trait have the same stem, also while there is only one.
        let trait_name = if taken.has(&label) || taken.has(&format!("{label}Async")) {
            taken.free(&[&format!("{label}Interface")])
        } else {
            taken.free(&[&label])
        };

        let all: Vec<&WitFunction> = interface.functions.values().collect();
        let supported = self.supported_functions(&all);
        let table: Vec<_> = supported
            .iter()
            .map(|function| function_from_resolve(resolve, function))
            .collect();
        let types = self.types(
            interface.types.values().copied(),
            true,
            &mut taken,
            &supported,
        );
        let functions = self.free_functions(&supported);
        if selected.exported {
            for definition in &types {
                if let TypeKind::Resource(resource) = &definition.kind
                    && let Some(trait_name) = &resource.trait_name
                {
                    parts.guest_resources.push(GuestResource {
                        place: place.clone(),
                        ident: definition.ident.clone(),
                        trait_name: trait_name.clone(),
                        methods: resource.methods.clone(),
                        first: parts.next,
                    });
                }
            }
        }
        let table = fidius_wit::Interface {
            name: selected.name.as_str().into(),
            functions: table.into(),
        };
        let view = ident(&taken.free(&[&format!("{trait_name}Exports")]));
        let index = parts.interfaces.len();
        parts.interfaces.push(Interface {
            place: place.clone(),
            docs: docs::markdown(&interface.docs)
                .unwrap_or_else(|| format!("The interface `{}`.", selected.name)),
            deprecated: deprecated(&interface.stability),
            types,
            functions: Some(Functions {
                trait_name: ident(&trait_name),
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
    fn taken_at_root(&self, root: Option<&SelectedInterface>, selected: &Selected<'_>) -> Taken {
        let resolve = self.resolve;
        let mut taken = Taken::default();
        if let Some(only) = root {
            let label = rust_type(&self.base_name(only));
            for name in resolve.interfaces[only.id].types.keys() {
                let name = rust_type(name);
                taken.add(&format!("{name}Resource"));
                taken.add(&name);
            }
            for name in ["", "Async", "Interface", "InterfaceAsync", "Exports"] {
                taken.add(&format!("{label}{name}"));
            }
        }
        for id in &selected.types {
            let name = resolve.types[*id].name.as_deref().unwrap_or_default();
            let name = rust_type(name);
            taken.add(&format!("{name}Resource"));
            taken.add(&name);
        }
        taken
    }

    /// Binds what belongs to the world itself: its types, and a trait for each side that has functions.
    fn world(&mut self, selected: &Selected<'a>, taken: &mut Taken, parts: &mut Parts) {
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
            let table: Vec<_> = supported
                .iter()
                .map(|function| function_from_resolve(resolve, function))
                .collect();
            let mut own = Taken::default();
            let types = binder.types(types.iter().copied(), true, &mut own, &supported);
            let functions = (!functions.is_empty()).then(|| {
                let trait_name = match role {
                    Role::Imported => taken.free(&[
                        &format!("{label}Imports"),
                        &format!("{label}ImportsInterface"),
                    ]),
                    _ if taken.has(&format!("{label}Async")) => {
                        taken.free(&[&format!("{label}Interface")])
                    }
                    _ => taken.free(&[&label, &format!("{label}Interface")]),
                };
                let table = fidius_wit::Interface {
                    name: name.as_str().into(),
                    functions: table.into(),
                };
                Functions {
                    trait_name: ident(&trait_name),
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
            && !selected.imported.is_empty()
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
                first: parts.next,
            });
            parts.next += count;
        }
    }

    /// Decides which methods stand on the struct itself, and names those that lead to the interfaces.
    fn finish_struct(&mut self, parts: &mut Parts, is_root: bool) {
        let names_of = |parts: &Parts, export: &Export| -> Vec<String> {
            let functions = parts.interfaces[export.interface].functions.iter();
            functions
                .flat_map(|functions| &functions.functions)
                .map(|function| function.struct_ident.to_string())
                .collect()
        };
        let mut taken = Taken::default();
        for name in RESERVED {
            taken.add(name);
        }
        for export in parts.exports.iter().filter(|export| export.is_world) {
            for name in names_of(parts, export) {
                taken.add(&name);
            }
        }
        let interfaces: Vec<usize> = (0..parts.exports.len())
            .filter(|index| !parts.exports[*index].is_world)
            .collect();
        if let [only] = interfaces[..] {
            let names = names_of(parts, &parts.exports[only]);
            if names.iter().all(|name| !taken.has(name)) {
                for name in &names {
                    taken.add(name);
                }
                parts.exports[only].is_on_struct = true;
            }
            if is_root {
                parts.exports[only].accessor = None;
            }
        }
        for export in &mut parts.exports {
            if let Some(accessor) = &mut export.accessor {
                let name = accessor.method.to_string();
                accessor.method = ident(&taken.free(&[&name]));
            }
        }
    }

    /// Marks the functions that a plugin may lack.
    fn mark_optional(&mut self, args: &Args, parts: &mut Parts) {
        for literal in &args.optional {
            let wanted = literal.value();
            let mut there = Vec::new();
            let mut is_found = false;
            for export in &mut parts.exports {
                let Some(functions) = &parts.interfaces[export.interface].functions else {
                    continue;
                };
                let whole = functions.name.as_str();
                let unversioned = whole.split('@').next().unwrap_or(whole);
                let short = unversioned.rsplit('/').next().unwrap_or(unversioned);
                let names_interface = |name: &str| {
                    !export.is_world && (name == whole || name == unversioned || name == short)
                };
                if !export.is_world {
                    there.push(short.to_owned());
                }
                for (index, function) in functions.table.functions.iter().enumerate() {
                    let name = &*function.label();
                    there.push(name.to_owned());
                    // The interface may have dots in its version, and a method has one in its name.
                    let is_qualified = wanted
                        .strip_suffix(name)
                        .and_then(|rest| rest.strip_suffix('.'))
                        .is_some_and(names_interface);
                    if wanted == name || is_qualified || names_interface(&wanted) {
                        export.optional[index] = true;
                        is_found = true;
                    }
                }
            }
            if !is_found {
                let meant = closest(&wanted, there.iter().map(String::as_str));
                let message = messages::optional_unknown(&wanted, &there, meant);
                self.errors.on(literal, message);
            }
        }
    }

    /// Makes the names of the fields that put imports together distinct.
    fn name_import_fields(imports_struct: &str, parts: &mut Parts) {
        let mut fields = Taken::default();
        let mut parameters = Taken::default();
        // The struct itself, and what its implementations name without a path.
        parameters.add(imports_struct);
        for import in &mut parts.imports {
            if let Place::Module(module) = &parts.interfaces[import.interface].place {
                import.field = module.clone();
                import.parameter = ident(&rust_type(&module.to_string()));
            }
            import.field = ident(&fields.free(&[&import.field.to_string()]));
            import.parameter = ident(&parameters.free(&[&import.parameter.to_string()]));
        }
    }

    fn place(&self, span: WitSpan) -> String {
        if span.is_known() {
            self.resolve.render_location(span)
        } else {
            self.source.shown.clone()
        }
    }

    fn error(&mut self, message: messages::Message) {
        match self.blamed {
            Some(literal) => self.errors.on(literal, message),
            None => self.errors.at(Span::call_site(), message),
        }
    }

    /// Refuses every WIT name that is the same Rust name as one before it, and returns the others.
    fn distinct<T>(
        &mut self,
        kind: &str,
        items: impl IntoIterator<Item = T>,
        name: impl Fn(&T) -> (String, String, WitSpan),
    ) -> Vec<T> {
        let mut seen: Vec<(String, String, WitSpan)> = Vec::new();
        let mut kept = Vec::new();
        for item in items {
            let (wit, rust, span) = name(&item);
            if let Some((first, _, first_span)) = seen.iter().find(|(_, known, _)| *known == rust) {
                let (first_place, place) = (self.place(*first_span), self.place(span));
                self.error(messages::names_meet(
                    kind,
                    &rust,
                    (first, &first_place),
                    (&wit, &place),
                ));
            } else {
                seen.push((wit, rust, span));
                kept.push(item);
            }
        }
        kept
    }
}

/// Since when an item should not be used any more.
fn deprecated(stability: &Stability) -> Option<String> {
    match stability {
        Stability::Stable { deprecated, .. } | Stability::Unstable { deprecated, .. } => {
            deprecated.as_ref().map(ToString::to_string)
        }
        Stability::Unknown => None,
    }
}

/// A path as it is written in a module in the outer one, where the user wrote it for where the struct stands.
fn from_within(path: &Path) -> TokenStream {
    let mut segments = path.segments.iter();
    let first = path.segments.first();
    let keyword = first.map(|first| first.ident.to_string());
    match keyword.as_deref() {
        Some("self") if path.leading_colon.is_none() => {
            let rest = segments.by_ref().skip(1);
            quote!(super::super #(::#rest)*)
        }
        Some("super") if path.leading_colon.is_none() => quote!(super::super::#path),
        // A name beside the struct may be private there, and could not be used through the glob import.
        Some(name) if name != "crate" && path.get_ident().is_some() => quote!(super::super::#path),
        _ => quote!(#path),
    }
}

fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

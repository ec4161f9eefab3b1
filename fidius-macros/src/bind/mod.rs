//! From the WIT to what is to be generated, with an error for everything that can't be.

mod functions;
mod host_struct;
mod interfaces;
mod marks;
mod names;
mod places;
mod streams;
mod support;
mod types;

use std::collections::HashMap;

use fidius_wit::rust_ident;
use fidius_wit::wit_parser::{InterfaceId, Resolve, Span as WitSpan, Stability, TypeId};
use proc_macro2::{Ident, Span};
use syn::LitStr;

use crate::args::Args;
use crate::bindings::{
    Bindings, Export, GuestResource, Import, Interface, Mapped, Place, TypeKind,
};
use crate::docs;
use crate::errors::Errors;
use crate::messages;
use crate::select::{Selected, SelectedInterface, name_of};
use crate::source::Source;
use names::Taken;

pub(crate) use types::STD_TUPLE;

/// The names that a host struct has for itself.
const RESERVED: &[&str] = &["load", "builder", "plugin"];

/// What the docs of every host struct say.
const FORMS: &str = "It has the traits of what it exports in both forms: the blocking one, and the one whose name ends in `Async`.";

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
            // What the plugin has from the runtime lives in its instance, as its own do.
            for definition in &types {
                if let TypeKind::Resource(_) = definition.kind {
                    parts.guest_resources.push(GuestResource {
                        place: place.clone(),
                        ident: definition.ident.clone(),
                        traits: None,
                        methods: Vec::new(),
                        first: 0,
                    });
                }
            }
            parts.interfaces.push(Interface {
                place,
                docs: docs::markdown(&interface.docs).unwrap_or_else(|| {
                    format!("Types of the interface `{}`.", name_of(resolve, *id))
                }),
                deprecated: deprecated(&interface.stability),
                types,
                functions: None,
                pulled: Vec::new(),
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
        self.mark_raw(args, &mut parts);
        let items = self.mark_client_streams(args, &mut parts);
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
            items,
            guest_hash: args.guest_hash,
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
                format!("A plugin with the interface `{}`. {FORMS}", only.name),
            )
        } else {
            let docs = selected
                .world
                .and_then(|world| docs::markdown(&resolve.worlds[world].docs))
                .unwrap_or_else(|| format!("The world `{}`.", selected.name));
            (
                docs,
                format!("A plugin of the world `{}`. {FORMS}", selected.name),
            )
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

fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

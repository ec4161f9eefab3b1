//! Where each interface's items stand: in the outer module, in a module of its own, or in one of the user's.

use fidius_wit::closest;
use fidius_wit::wit_parser::{InterfaceId, TypeId};
use proc_macro2::TokenStream;
use quote::quote;
use syn::Path;

use super::names::Candidates;
use super::{Binder, Placed, ident};
use crate::args::Args;
use crate::bindings::{Mapped, Place};
use crate::messages;
use crate::reach::Reached;
use crate::select::{Selected, SelectedInterface, name_of};

impl Binder<'_> {
    /// The interfaces that nothing but types are needed of, each with those types, in the order of the WIT.
    pub(super) fn used_interfaces(
        &self,
        selected: &Selected<'_>,
    ) -> Vec<(InterfaceId, Vec<TypeId>)> {
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
    pub(super) fn place_all<'s>(
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

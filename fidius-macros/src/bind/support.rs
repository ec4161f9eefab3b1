//! What can't be generated, with an error for each.

use fidius_wit::rust_type;
use fidius_wit::wit_parser::{Function as WitFunction, Type as WitType, TypeDefKind, TypeId};

use super::Binder;
use super::types::is_defined;
use crate::messages;
use crate::reach::{Reached, parts};
use crate::select::{Selected, owner};

/// The most parameters a function, and elements a tuple, can have: the engine implements its traits up to there.
const MOST: usize = 17;

impl<'a> Binder<'a> {
    /// Whether a type can be generated, with an error where its own definition is why it can't.
    pub(super) fn is_supported(&mut self, id: TypeId) -> bool {
        if let Some(known) = self.unsupported.get(&id) {
            return !known;
        }
        // What leads back to itself, through a resource, is not the reason.
        self.unsupported.insert(id, false);
        let definition = &self.resolve.types[id];
        let mut supported = true;
        if let Some(name) = &definition.name {
            let place = self.place(definition.span);
            // A name for a list is no list of its own.
            let item = if is_defined(self.resolve, id) {
                definition.kind.as_str()
            } else {
                "type"
            };
            supported = self.is_usable(&WitType::Id(id), true, item, name, &place);
        }
        self.unsupported.insert(id, !supported);
        supported
    }

    /// Whether a type can be used in an item, with an error that names the item where it can't.
    fn is_usable(
        &mut self,
        ty: &WitType,
        is_own: bool,
        item: &str,
        name: &str,
        place: &str,
    ) -> bool {
        let id = match ty {
            WitType::ErrorContext => {
                self.error(messages::error_context(item, name, place));
                return false;
            }
            WitType::Id(id) => *id,
            _ => return true,
        };
        if !is_own && self.resolve.types[id].name.is_some() {
            return self.is_supported(id);
        }
        let kind = &self.resolve.types[id].kind;
        if let TypeDefKind::Tuple(tuple) = kind
            && tuple.types.len() > MOST
        {
            let count = tuple.types.len();
            self.error(messages::too_many_elements(item, name, count, place));
            return false;
        }
        let mut usable = true;
        for part in parts(kind) {
            usable &= self.is_usable(&part, false, item, name, place);
        }
        usable
    }

    /// The functions that can be generated, with an error for each of the others.
    pub(super) fn supported_functions(
        &mut self,
        functions: &[&'a WitFunction],
    ) -> Vec<&'a WitFunction> {
        let free: Vec<&WitFunction> = functions
            .iter()
            .copied()
            .filter(|function| function.kind.resource().is_none())
            .collect();
        let distinct = self.distinct("functions", free, |function| {
            (
                function.name.clone(),
                fidius_wit::rust_ident(&function.name),
                function.span,
            )
        });
        let is_distinct = |function: &WitFunction| {
            function.kind.resource().is_some()
                || distinct.iter().any(|known| std::ptr::eq(*known, function))
        };
        let named: Vec<&WitFunction> = functions
            .iter()
            .copied()
            .filter(|function| is_distinct(function))
            .collect();
        named
            .into_iter()
            .filter(|function| self.is_function_supported(function))
            .collect()
    }

    /// Leaves out the functions of the world with a resource of an interface that the world exports too, with an error for each:
    /// they mean the imported one, and there is one Rust type for both.
    pub(super) fn without_ambiguous_resources(
        &mut self,
        functions: Vec<&'a WitFunction>,
        selected: &Selected<'_>,
    ) -> Vec<&'a WitFunction> {
        let resolve = self.resolve;
        let exported = |id: TypeId| {
            let owner = owner(resolve, id)?;
            let item = selected.interfaces.iter().find(|item| item.id == owner)?;
            item.exported.then_some(&item.name)
        };
        let mut kept = Vec::new();
        for function in functions {
            let mut reached = Reached::new(resolve);
            reached.add_function(function);
            let ambiguous = resolve.types.iter().find_map(|(id, definition)| {
                let is_reached =
                    matches!(definition.kind, TypeDefKind::Resource) && reached.has(id);
                let interface = exported(id).filter(|_| is_reached)?;
                Some((definition.name.clone().unwrap_or_default(), interface))
            });
            match ambiguous {
                Some((resource, interface)) => {
                    let place = self.place(function.span);
                    self.error(messages::ambiguous_resource(
                        &function.name,
                        &resource,
                        interface,
                        &place,
                    ));
                }
                None => kept.push(function),
            }
        }
        kept
    }

    fn is_function_supported(&mut self, function: &WitFunction) -> bool {
        let name = function.name.rsplit(']').next().unwrap_or_default();
        let place = self.place(function.span);
        let mut supported = true;
        if function.params.len() > MOST {
            let count = function.params.len();
            self.error(messages::too_many_parameters(name, count, &place));
            supported = false;
        }
        let types = function.params.iter().map(|param| &param.ty);
        for ty in types.chain(&function.result) {
            supported &= self.is_usable(ty, false, "function", name, &place);
        }
        let params = self.distinct("parameters", &function.params, |param| {
            (
                param.name.clone(),
                fidius_wit::rust_ident(&param.name),
                param.span,
            )
        });
        supported && params.len() == function.params.len()
    }

    /// Of two types of one name only the first is generated, and what uses the other can't be.
    pub(super) fn check_type_names(&mut self, types: &[TypeId]) {
        let resolve = self.resolve;
        // A `use` of a type that was refused has been reported there.
        let is_refused_use = |id: TypeId| {
            matches!(&resolve.types[id].kind, TypeDefKind::Type(WitType::Id(target))
                if self.unsupported.get(target) == Some(&true))
        };
        let own: Vec<(&str, TypeId)> = types
            .iter()
            .filter(|id| !is_refused_use(**id))
            .filter_map(|id| Some((resolve.types[*id].name.as_deref()?, *id)))
            .collect();
        let kept = self.distinct("types", own.iter().copied(), |(name, id)| {
            ((*name).to_owned(), rust_type(name), resolve.types[*id].span)
        });
        let refused = own.into_iter().filter(|ty| !kept.contains(ty));
        self.unsupported.extend(refused.map(|(_, id)| (id, true)));
    }
}

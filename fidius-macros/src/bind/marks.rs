//! What the arguments say of single functions: which a plugin may lack, and which are raw.

use fidius_wit::{Function, FunctionKind, closest, is_of_bytes};

use super::{Binder, Parts};
use crate::args::Args;
use crate::bindings::Functions;
use crate::messages;

/// A function that the plugin is expected to export: the place of its interface among the exports, and its own in the table.
#[derive(Clone, Copy)]
pub(super) struct Found {
    pub(super) export: usize,
    pub(super) function: usize,
}

impl Parts {
    /// The exports that have functions, each with its place.
    pub(super) fn exported(&self) -> impl Iterator<Item = (usize, Exported<'_>)> {
        let places = 0..self.exports.len();
        places.filter_map(|place| Some((place, self.exported_at(place)?)))
    }

    fn exported_at(&self, place: usize) -> Option<Exported<'_>> {
        let export = &self.exports[place];
        Some(Exported {
            functions: self.interfaces[export.interface].functions.as_ref()?,
            is_world: export.is_world,
        })
    }

    /// The functions of this name; it may have the interface before it.
    pub(super) fn functions_named(&self, wanted: &str) -> Vec<Found> {
        let mut found = Vec::new();
        for (export, exported) in self.exported() {
            for (function, entry) in exported.functions.table.functions.iter().enumerate() {
                let name = &*entry.label();
                // The interface may have dots in its version, and a method has one in its name.
                let is_qualified = wanted
                    .strip_suffix(name)
                    .and_then(|rest| rest.strip_suffix(['.', '#']))
                    .is_some_and(|qualifier| exported.is_named(qualifier));
                if wanted == name || is_qualified {
                    found.push(Found { export, function });
                }
            }
        }
        found
    }

    /// The one of `names`, or of the functions with the interface before them, that `wanted` was most likely meant to be.
    pub(super) fn closest(&self, wanted: &str, names: &[String]) -> Option<String> {
        let qualified = self.exported().flat_map(|(_, exported)| {
            let functions = exported.functions.table.functions.iter();
            functions
                .map(|function| exported.qualified(function))
                .collect::<Vec<_>>()
        });
        let all: Vec<String> = names.iter().cloned().chain(qualified).collect();
        closest(wanted, all.iter().map(String::as_str)).map(str::to_owned)
    }
}

/// What a plugin exports: the functions of an interface, or of the world itself.
#[derive(Clone, Copy)]
pub(super) struct Exported<'a> {
    pub(super) functions: &'a Functions,
    is_world: bool,
}

impl Exported<'_> {
    /// Its name without package and version.
    fn short(&self) -> &str {
        let unversioned = self.unversioned();
        unversioned.rsplit('/').next().unwrap_or(unversioned)
    }

    fn unversioned(&self) -> &str {
        let whole = self.functions.name.as_str();
        whole.split('@').next().unwrap_or(whole)
    }

    fn is_named(&self, name: &str) -> bool {
        name == self.functions.name || name == self.unversioned() || name == self.short()
    }

    /// Whether this is an interface, of this name.
    pub(super) fn is_interface_named(&self, name: &str) -> bool {
        !self.is_world && self.is_named(name)
    }

    pub(super) fn qualified(&self, function: &Function) -> String {
        format!("{}.{}", self.short(), function.label())
    }
}

impl Binder<'_> {
    /// Marks the functions that a plugin may lack.
    pub(super) fn mark_optional(&mut self, args: &Args, parts: &mut Parts) {
        for literal in &args.optional {
            let wanted = literal.value();
            let mut found = parts.functions_named(&wanted);
            let mut there = Vec::new();
            for (export, exported) in parts.exported() {
                let functions = &exported.functions.table.functions;
                if !exported.is_world {
                    there.push(exported.short().to_owned());
                    if exported.is_named(&wanted) {
                        found.extend(
                            (0..functions.len()).map(|function| Found { export, function }),
                        );
                    }
                }
                there.extend(functions.iter().map(Function::label));
            }
            if found.is_empty() {
                let meant = parts.closest(&wanted, &there);
                let message = messages::optional_unknown(&wanted, &there, meant.as_deref());
                self.errors.on(literal, message);
            }
            for Found { export, function } in found {
                parts.exports[export].optional[function] = true;
            }
        }
    }

    /// Marks the functions that are raw.
    pub(super) fn mark_raw(&mut self, args: &Args, parts: &mut Parts) {
        for literal in &args.raw {
            let wanted = literal.value();
            let found = parts.functions_named(&wanted);
            if found.is_empty() {
                self.errors.on(literal, not_a_function(&wanted, parts));
            }
            let able = found.iter().filter_map(|found| {
                let exported = parts.exported_at(found.export)?;
                let function = &exported.functions.table.functions[found.function];
                can_be_raw(function).then(|| exported.qualified(function))
            });
            let able: Vec<String> = able.collect();
            for Found { export, function } in found {
                let export = &mut parts.exports[export];
                let Some(functions) = &parts.interfaces[export.interface].functions else {
                    continue;
                };
                let entry = &functions.table.functions[function];
                if is_method_of_bytes(entry) {
                    let message = messages::raw_method(entry, &functions.name);
                    self.errors.on(literal, message);
                } else if !can_be_raw(entry) {
                    let message = messages::raw_of_another_shape(entry, &functions.name, &able);
                    self.errors.on(literal, message);
                } else if export.raw[function] {
                    let message = messages::raw_twice(&entry.label(), &functions.name);
                    self.errors.on(literal, message);
                } else {
                    export.raw[function] = true;
                }
            }
        }
    }
}

/// What is wrong with a name in `raw` that is of no function.
fn not_a_function(wanted: &str, parts: &Parts) -> messages::Message {
    let mut labels = Vec::new();
    let mut able = Vec::new();
    for (_, exported) in parts.exported() {
        let functions = &exported.functions.table.functions;
        let is_able = |function: &&Function| can_be_raw(function);
        if exported.is_interface_named(wanted) {
            let able = functions.iter().filter(is_able);
            let able: Vec<String> = able.map(|function| exported.qualified(function)).collect();
            return messages::raw_interface(wanted, &able);
        }
        labels.extend(functions.iter().map(Function::label));
        able.extend(functions.iter().filter(is_able).map(Function::label));
    }
    let meant = parts.closest(wanted, &labels);
    messages::raw_unknown(wanted, &able, meant.as_deref())
}

/// Whether it can be raw.
fn can_be_raw(function: &Function) -> bool {
    is_of_bytes(&function.params, function.result.as_ref())
}

/// Whether it is a method, and could be raw if it were none.
fn is_method_of_bytes(function: &Function) -> bool {
    function.kind == FunctionKind::Method
        && function
            .params
            .split_first()
            .is_some_and(|(_, params)| is_of_bytes(params, function.result.as_ref()))
}

//! Names for what the WIT does not name.

use std::collections::HashSet;

use fidius_wit::rust_ident;
use fidius_wit::wit_parser::{InterfaceId, Resolve};
use proc_macro2::Ident;

use super::ident;
use crate::bindings::TraitNames;

/// The names that are taken in one Rust namespace.
#[derive(Default)]
pub(super) struct Taken(HashSet<String>);

impl Taken {
    pub(super) fn add(&mut self, name: &str) {
        self.0.insert(name.to_owned());
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.0.contains(name)
    }

    /// Takes the first of the names that is free, or the last with as many `_` after it as it needs.
    pub(super) fn free(&mut self, names: &[&str]) -> String {
        let free = names.iter().find(|name| !self.has(name));
        let mut name = free.or(names.last()).copied().unwrap_or("_").to_owned();
        while self.has(&name) {
            name.push('_');
        }
        self.add(&name);
        name
    }

    /// Takes the first of the names that is free together with the name of the trait's async form, or the last with as many `_`
    /// after it as they need.
    pub(super) fn free_trait(&mut self, names: &[&str]) -> TraitNames {
        let is_free = |name: &str| !self.has(name) && !self.has(&async_form(name));
        let free = names.iter().find(|name| is_free(name));
        let mut name = free.or(names.last()).copied().unwrap_or("_").to_owned();
        while !is_free(&name) {
            name.push('_');
        }
        let asynchronous = async_form(&name);
        self.add(&name);
        self.add(&asynchronous);
        TraitNames {
            blocking: ident(&name),
            asynchronous: ident(&asynchronous),
        }
    }
}

/// The name of a trait's async form.
fn async_form(name: &str) -> String {
    let stem = name.trim_end_matches('_');
    let rest = &name[stem.len()..];
    format!("{stem}Async{rest}")
}

/// The modules of interfaces, each with what it may be called, the best first.
#[derive(Default)]
pub(super) struct Candidates(Vec<[String; 4]>);

impl Candidates {
    /// An interface by its name where that is enough, else with the package, else with its version too.
    pub(super) fn add_interface(&mut self, resolve: &Resolve, id: InterfaceId) {
        let interface = &resolve.interfaces[id];
        let name = interface.name.clone().unwrap_or_default();
        let package = interface.package.map(|id| &resolve.packages[id].name);
        let (namespace, package, version) = match package {
            Some(package) => (
                package.namespace.clone(),
                package.name.clone(),
                package.version.as_ref().map(ToString::to_string),
            ),
            None => Default::default(),
        };
        let version = version.unwrap_or_default().replace(['.', '+'], "-");
        self.0.push([
            name.clone(),
            format!("{package}-{name}"),
            format!("{package}-{name}-v{version}"),
            format!("{namespace}-{package}-{name}-v{version}"),
        ]);
    }

    /// What the world gives a name: by that name, else with its side.
    pub(super) fn add_label(&mut self, label: &str, is_exported: bool) {
        let side = if is_exported { "exports" } else { "imports" };
        let with_side = format!("{label}-{side}");
        self.0.push([
            label.to_owned(),
            with_side.clone(),
            with_side.clone(),
            with_side,
        ]);
    }

    /// A distinct name for each, in the order in which they were added.
    pub(super) fn choose(self) -> Vec<Ident> {
        let all: Vec<[String; 4]> = self
            .0
            .into_iter()
            .map(|names| names.map(|name| rust_ident(&name)))
            .collect();
        let mut taken = Taken::default();
        all.iter()
            .map(|candidates| {
                let is_unique = |level: usize| {
                    all.iter()
                        .filter(|other| other[level] == candidates[level])
                        .count()
                        == 1
                };
                let level = (0..4).find(|level| is_unique(*level)).unwrap_or(3);
                ident(&taken.free(&[&candidates[level]]))
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(taken: &[&str], blocking: &str, asynchronous: &str) {
        let mut all = Taken::default();
        for name in taken {
            all.add(name);
        }
        let traits = all.free_trait(&["Store", "StoreInterface"]);
        assert_eq!(traits.blocking, blocking);
        assert_eq!(traits.asynchronous, asynchronous);
        assert!(all.has(blocking) && all.has(asynchronous));
    }

    #[test]
    fn both_forms_of_a_trait_have_names_of_the_same_stem() {
        check(&[], "Store", "StoreAsync");
        check(&["Store"], "StoreInterface", "StoreInterfaceAsync");
        check(&["StoreAsync"], "StoreInterface", "StoreInterfaceAsync");
        check(
            &["Store", "StoreInterface"],
            "StoreInterface_",
            "StoreInterfaceAsync_",
        );
        check(
            &["Store", "StoreInterfaceAsync", "StoreInterface_"],
            "StoreInterface__",
            "StoreInterfaceAsync__",
        );
    }
}

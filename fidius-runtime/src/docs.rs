//! The docs that a component carries: the custom section `package-docs`, which tools write for a package of WIT.
//!
//! The section names the interfaces of its package by their last name, says nothing of which package that is, and puts what
//! belongs to a world (functions by themselves, interfaces with a label) under the world's name. In a component decoded back to WIT
//! the world is called `root`. It may be malformed, or be of a form yet to come: docs are not worth an error.

use std::collections::{BTreeMap, HashMap};

use fidius_wit::InterfaceName;
use fidius_wit::fit::Exports;
use serde::Deserialize;
use wasmparser::BinaryReader;

use crate::sections::sections;

const SECTION: &str = "package-docs";

/// The docs of what a component exports.
#[derive(Default)]
pub(crate) struct Docs {
    interfaces: HashMap<String, InterfaceDocs>,
    functions: BTreeMap<String, FunctionDocs>,
}

impl Docs {
    /// Those in the section, for a component with these exports.
    pub(crate) fn new(section: Option<&[u8]>, exports: &Exports) -> Self {
        let package = section.and_then(Package::parse).unwrap_or_default();
        let Package {
            mut interfaces,
            mut worlds,
        } = package;
        let world = match worlds.remove("root") {
            Some(world) => world,
            None if worlds.len() == 1 => worlds.pop_first().unwrap_or_default().1,
            // Which of them the component implements can't be told.
            None => World::default(),
        };
        let World {
            interfaces: mut labelled,
            interface_exports,
            interface_export_docs,
            funcs: mut functions,
            func_exports,
        } = world;
        labelled.extend(interface_exports);
        functions.extend(func_exports);

        let mut of_exports = HashMap::new();
        for export in &exports.interfaces {
            let name = InterfaceName::parse(&export.name);
            let is_label = name.package.is_empty();
            let is_only = || {
                let of_that_name = exports.interfaces.iter().filter(|other| {
                    let other = InterfaceName::parse(&other.name);
                    !other.package.is_empty() && other.interface == name.interface
                });
                of_that_name.count() == 1
            };
            let mut docs = if is_label {
                labelled.remove(name.interface)
            } else if is_only() {
                interfaces.remove(name.interface)
            } else {
                None
            }
            .unwrap_or_default();
            if docs.docs.is_none() {
                docs.docs = interface_export_docs.get(&*export.name).cloned();
            }
            of_exports.insert(export.name.to_string(), docs);
        }
        Self {
            interfaces: of_exports,
            functions,
        }
    }

    pub(crate) fn interface(&self, name: &str) -> Option<&str> {
        self.interfaces.get(name)?.docs.as_deref()
    }

    pub(crate) fn function(&self, interface: Option<&str>, name: &str) -> Option<&str> {
        let functions = match interface {
            Some(interface) => &self.interfaces.get(interface)?.funcs,
            None => &self.functions,
        };
        match functions.get(name)? {
            FunctionDocs::Text(docs) | FunctionDocs::Entry { docs } => docs.as_deref(),
        }
    }
}

/// What is of use in the section.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Package {
    interfaces: BTreeMap<String, InterfaceDocs>,
    worlds: BTreeMap<String, World>,
}

impl Package {
    fn parse(section: &[u8]) -> Option<Self> {
        match section {
            [0 | 1, json @ ..] => serde_json::from_slice(json).ok(),
            _ => None,
        }
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct World {
    /// Interfaces with a label: imports, and in the older form exports.
    interfaces: BTreeMap<String, InterfaceDocs>,
    interface_exports: BTreeMap<String, InterfaceDocs>,
    /// What stands at the `export` of an interface, by its full name.
    interface_export_docs: BTreeMap<String, String>,
    /// Functions: imports, and in the older form exports.
    funcs: BTreeMap<String, FunctionDocs>,
    func_exports: BTreeMap<String, FunctionDocs>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct InterfaceDocs {
    docs: Option<String>,
    funcs: BTreeMap<String, FunctionDocs>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum FunctionDocs {
    /// The older form.
    Text(Option<String>),
    Entry {
        docs: Option<String>,
    },
}

/// The section of a component itself, and not of what is nested in it.
pub(crate) fn section(component: &[u8]) -> Option<&[u8]> {
    sections(component).find_map(|section| {
        let section = section.ok().filter(|section| section.is_custom)?;
        let mut reader = BinaryReader::new(section.content, 0);
        let name = reader.read_string().ok()?;
        let content = section.content.get(reader.original_position()..)?;
        (name == SECTION).then_some(content)
    })
}

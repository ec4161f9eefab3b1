//! Whether a component fits a host: what loading it finds out, and what the attribute finds out while compiling, in one place
//! and in the same words.

use crate::{
    Difference, Function, Interface, Shared, compare_import, compare_optional, misfit, serving,
};

/// What a host expects a component to export: an interface, or functions of the component itself.
#[derive(Clone, Copy, Debug)]
pub struct Expected<'a> {
    /// The functions; for those of the component itself the name is that of the host's world.
    pub interface: &'a Interface,
    /// Whether they are functions of the component itself.
    pub is_world: bool,
    /// For each function whether the component may do without it; where it is empty, none is optional.
    pub optional: &'a [bool],
}

/// What a component exports.
#[derive(Clone, Debug)]
pub struct Exports {
    /// The interfaces.
    pub interfaces: Vec<Interface>,
    /// The functions that it exports by themselves.
    pub functions: Shared<[Function]>,
}

/// Why a component does not have what a host expects.
#[derive(Clone, Debug)]
pub struct Misfits {
    /// For each thing that is expected and does not fit, a text of one or more lines.
    pub texts: Vec<String>,
    /// Every function that is missing or different.
    pub differences: Vec<Difference>,
}

impl Expected<'_> {
    /// Whether the component may do without it as a whole.
    fn may_be_missing(&self) -> bool {
        let count = self.interface.functions.len();
        count > 0 && self.optional.len() == count && !self.optional.contains(&false)
    }

    /// What the component has to serve it.
    fn find(&self, exports: &Exports) -> Option<Interface> {
        if !self.is_world {
            return serving(&self.interface.name, &exports.interfaces).cloned();
        }
        let mut functions = exports.functions.iter();
        let has_any = functions.any(|function| self.interface.function(&function.name).is_some());
        (has_any || !self.may_be_missing()).then(|| Interface {
            name: self.interface.name.clone(),
            functions: exports.functions.clone(),
        })
    }
}

/// What a component has to serve each thing that is expected: `None` for what it may do without, and does.
///
/// # Errors
///
/// Something is missing, or differs.
pub fn exports(
    component: &str,
    expected: &[Expected<'_>],
    exports: &Exports,
) -> Result<Vec<Option<Interface>>, Misfits> {
    let mut misfits = Misfits {
        texts: Vec::new(),
        differences: Vec::new(),
    };
    let mut served = Vec::with_capacity(expected.len());
    for expected in expected {
        let interface = expected.interface;
        let found = expected.find(exports);
        match &found {
            Some(found) => {
                let differences = compare_optional(interface, found, expected.optional);
                if !differences.is_empty() {
                    let text = misfit::does_not_fit(component, interface, found, &differences);
                    misfits.texts.push(text);
                    misfits.differences.extend(differences);
                }
            }
            None if expected.may_be_missing() => {}
            None => {
                let text = misfit::no_interface(component, interface, &exports.interfaces);
                misfits.texts.push(text);
            }
        }
        served.push(found);
    }
    if misfits.texts.is_empty() {
        Ok(served)
    } else {
        Err(misfits)
    }
}

/// Something that a component imports. Types alone are not among it: of them a host needs to give nothing.
#[derive(Clone, Debug)]
pub enum Wanted {
    /// An interface.
    Interface {
        /// Its functions.
        interface: Interface,
        /// The resources that are its own.
        resources: Vec<String>,
    },
    /// A function by itself.
    Function(Function),
    /// A resource by itself.
    Resource(String),
    /// What no WIT can say, by its name.
    Other(String),
}

/// What a host offers to a component: an interface, or functions and resources by themselves.
#[derive(Clone, Debug)]
pub struct Offered<'a> {
    /// The functions; of those by themselves the name is that of the host's world.
    pub interface: &'a Interface,
    /// Whether they are functions by themselves.
    pub is_world: bool,
    /// The names of the resources.
    pub resources: Vec<&'a str>,
}

/// What is known of an interface that the host does not offer itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Elsewhere {
    /// Another sees to it.
    Provided,
    /// Nobody does, for this reason.
    Refused(String),
    /// Nothing.
    Unknown,
}

/// Why a component can't have all that it imports; `None` where it can. `elsewhere` tells of interfaces, by name, that the host
/// does not offer itself.
pub fn imports(
    component: &str,
    wanted: &[Wanted],
    offered: &[Offered<'_>],
    elsewhere: impl Fn(&str) -> Elsewhere,
) -> Option<String> {
    let world = || offered.iter().filter(|offered| offered.is_world);
    let mut unmet = Vec::new();
    let mut of_world = Vec::new();
    for wanted in wanted {
        match wanted {
            Wanted::Interface {
                interface,
                resources,
            } => unmet.extend(interface_unmet(interface, resources, offered, &elsewhere)),
            Wanted::Function(function) => {
                let table = world()
                    .map(|offered| offered.interface)
                    .find(|table| table.function(&function.name).is_some());
                of_world.extend(function_unmet(function, table, offered));
            }
            Wanted::Resource(name) => {
                if !world().any(|offered| offered.resources.contains(&&**name)) {
                    let why = "this host has no such resource";
                    unmet.push(misfit::unknown_import(name, why, &[]));
                }
            }
            Wanted::Other(name) => {
                let why = "a component or module, which no host can give";
                unmet.push(misfit::unknown_import(name, why, &[]));
            }
        }
    }
    unmet.extend(of_world);
    (!unmet.is_empty()).then(|| misfit::imports_not_provided(component, &unmet))
}

/// The item for an interface that the host does not have, or has with other functions or resources.
fn interface_unmet(
    wanted: &Interface,
    resources: &[String],
    offered: &[Offered<'_>],
    elsewhere: &dyn Fn(&str) -> Elsewhere,
) -> Option<String> {
    let interfaces = || offered.iter().filter(|offered| !offered.is_world);
    // The engine links by the same rule.
    if let Some(interface) = serving(&wanted.name, interfaces().map(|offered| offered.interface)) {
        let is_known = |name: &str| {
            interfaces().any(|offered| {
                std::ptr::eq(offered.interface, interface) && offered.resources.contains(&name)
            })
        };
        let missing: Vec<&str> = resources
            .iter()
            .map(String::as_str)
            .filter(|name| !is_known(name))
            .collect();
        let differences = compare_import(wanted, interface);
        return (!differences.is_empty() || !missing.is_empty()).then(|| {
            misfit::different_import(&wanted.name, &interface.name, &missing, &differences)
        });
    }
    if wanted.functions.is_empty() && resources.is_empty() {
        return None;
    }
    let why = match elsewhere(&wanted.name) {
        Elsewhere::Provided => return None,
        Elsewhere::Refused(why) => why,
        Elsewhere::Unknown => {
            let names: Vec<&str> = interfaces()
                .map(|offered| &*offered.interface.name)
                .collect();
            misfit::why_not_offered(&wanted.name, &names)
        }
    };
    Some(misfit::unknown_import(
        &wanted.name,
        &why,
        &wanted.functions,
    ))
}

/// The item for a function by itself that the host does not have, or has as another one.
fn function_unmet(
    wanted: &Function,
    table: Option<&Interface>,
    offered: &[Offered<'_>],
) -> Option<String> {
    let name = &*wanted.name;
    let Some(table) = table else {
        let functions: Vec<&str> = offered
            .iter()
            .filter(|offered| offered.is_world)
            .flat_map(|offered| offered.interface.functions.iter())
            .map(|function| &*function.name)
            .collect();
        let why = if functions.is_empty() && !offered.is_empty() {
            "this host gives plugins interfaces, and no functions by themselves".to_owned()
        } else {
            misfit::why_not_offered(name, &functions)
        };
        return Some(misfit::unknown_import(
            name,
            &why,
            std::slice::from_ref(wanted),
        ));
    };
    let alone = Interface {
        name: table.name.clone(),
        functions: vec![wanted.clone()].into(),
    };
    let differences = compare_import(&alone, table);
    (!differences.is_empty()).then(|| misfit::different_function(name, &differences))
}

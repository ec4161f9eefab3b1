//! The method table of a loaded plugin: each function that can be called on it, found in the component.

use std::any::TypeId;
use std::collections::HashMap;
use std::collections::hash_map::Entry as Slot;
use std::sync::OnceLock;

use fidius_wit::fit::{self, Expected, Misfits};
use fidius_wit::{
    Function, FunctionKind, Interface, InterfaceName, closest, is_of_bytes, is_spelling, serving,
};
use wasmtime::component::ComponentExportIndex;
use wasmtime::component::types::{ComponentFunc, ComponentItem};

use crate::conventions::{CONFIGURE, INTERFACE_HASH};
use crate::definition::{self, Definition, Entry};
use crate::dynamic::{Selector, Shape};
use crate::{Component, Error, ErrorKind, imports};

/// The name of an interface made of functions that the component exports by themselves, where no world gives one.
const ROOT: &str = "root";

/// How many names an error lists.
const NAMES: usize = 20;

pub(crate) struct Table {
    exports: Box<[Exported]>,
    /// The functions of all exports, one export after the other.
    entries: Box<[Entry]>,
    names: OnceLock<HashMap<String, Vec<usize>>>,
    /// What calls by name or number need to know of each function.
    shapes: OnceLock<Box<[Shape]>>,
}

/// The functions of one interface, or of the component itself.
pub(crate) struct Exported {
    /// What can be called, in order.
    pub(crate) interface: Interface,
    /// Where its functions begin among those of all.
    pub(crate) first: usize,
    pub(crate) is_world: bool,
    /// What the component has to serve it; `None` where it may do without, and does.
    pub(crate) served: Option<Interface>,
    /// For each function whether it is raw; where it is empty, none is.
    raw: Box<[bool]>,
    /// For each function whether it reads a stream that is none of its parameters; where it is empty, none does.
    client_streams: Box<[bool]>,
}

/// A function of the table.
#[derive(Clone, Copy)]
pub(crate) struct Row<'t> {
    pub(crate) export: &'t Exported,
    pub(crate) function: &'t Function,
    pub(crate) entry: &'t Entry,
    pub(crate) is_raw: bool,
    /// Whether it reads a stream that is none of its parameters.
    pub(crate) is_fed: bool,
}

impl Table {
    /// The functions that the host expects.
    ///
    /// # Errors
    ///
    /// The component does not have them all.
    pub(crate) fn expected(
        component: &Component,
        definition: &'static Definition,
    ) -> Result<Self, Error> {
        let definition::Resolved { entries, served } = definition::resolve(component, definition)?;
        let mut first = 0;
        let exports = definition.exports.iter().zip(served);
        let exports = exports
            .map(|(export, served)| {
                let exported = Exported {
                    interface: export.interface.clone(),
                    first,
                    is_world: export.is_world,
                    served,
                    raw: export.raw.into(),
                    client_streams: export.client_streams.into(),
                };
                first += export.interface.functions.len();
                exported
            })
            .collect();
        Ok(Self {
            exports,
            entries,
            names: OnceLock::new(),
            shapes: OnceLock::new(),
        })
    }

    /// The functions of interfaces that are known only now, or all that the component exports where none are given.
    ///
    /// # Errors
    ///
    /// The component does not have the interfaces.
    pub(crate) fn found(component: &Component, expected: Vec<Interface>) -> Result<Self, Error> {
        let interfaces = if expected.is_empty() {
            everything(component)
        } else {
            // What the functions that a component exports by themselves are called where no world names them.
            let is_world = |interface: &Interface| {
                interface.name == ROOT && serving(ROOT, component.exports()).is_none()
            };
            let wanted: Vec<Expected<'_>> = expected
                .iter()
                .map(|interface| Expected {
                    interface,
                    is_world: is_world(interface),
                    optional: &[],
                })
                .collect();
            let served = fit::exports(component.name(), &wanted, component.all_exports()).map_err(
                |Misfits { texts, differences }| {
                    Error::new(ErrorKind::Mismatch, texts.join("\n")).with_differences(differences)
                },
            )?;
            let served = served.into_iter().flatten();
            expected
                .into_iter()
                .zip(served)
                .map(|(interface, served)| {
                    let is_world = is_world(&interface);
                    (without_carriers(&interface), served, is_world)
                })
                .collect()
        };
        let mut entries = Vec::new();
        let mut exports = Vec::new();
        for (interface, served, is_world) in interfaces {
            let first = entries.len();
            for function in interface.functions.iter() {
                let (index, _) =
                    find(component, &served, is_world, &function.name).ok_or_else(|| {
                        Error::new(
                            ErrorKind::Mismatch,
                            format!(
                                "{} has no function `{}` in `{}`",
                                component.name(),
                                function.name,
                                interface.name
                            ),
                        )
                    })?;
                entries.push(Entry::untyped(index, entries.len()));
            }
            exports.push(Exported {
                interface,
                first,
                is_world,
                served: Some(served),
                raw: Box::default(),
                client_streams: Box::default(),
            });
        }
        Ok(Self {
            exports: exports.into(),
            entries: entries.into(),
            names: OnceLock::new(),
            shapes: OnceLock::new(),
        })
    }

    /// Makes functions raw.
    ///
    /// # Errors
    ///
    /// A function is not there, or does not take bytes and answer with bytes.
    pub(crate) fn set_raw(&mut self, component: &Component, names: &[String]) -> Result<(), Error> {
        for name in names {
            let place = self.place(component, Selector::Name(name))?;
            let function = self.row(place).function;
            let is_raw = is_of_bytes(&function.params, function.result.as_ref());
            if !is_raw || function.is_async || Shape::alone(function).obstacle.is_some() {
                return Err(Error::new(
                    ErrorKind::Mismatch,
                    format!(
                        "`{name}` of {} can't be raw: it is `{function}`, expected `func(…: list<u8>) -> list<u8>` or \
                         `func(…: list<u8>) -> result<list<u8>, …>`",
                        component.name()
                    ),
                ));
            }
            let export = self.export_of(place);
            let export = &mut self.exports[export];
            export.raw = with(
                &export.raw,
                export.interface.functions.len(),
                place - export.first,
            );
        }
        Ok(())
    }

    /// Has functions read a stream by the convention of fidius 0.5.
    ///
    /// # Errors
    ///
    /// A function is not there, or can't read one.
    pub(crate) fn set_client_streams(
        &mut self,
        component: &Component,
        names: &[String],
    ) -> Result<(), Error> {
        for name in names {
            let place = self.place(component, Selector::Name(name))?;
            let row = self.row(place);
            let why = if row.is_raw {
                "is raw"
            } else if row.function.kind != FunctionKind::Free {
                "belongs to a resource"
            } else if row.function.is_concurrent() {
                "is `async`, or has streams of the component model's among its types"
            } else if !imports::pulls(component) {
                "could not ask for an item: the component does not import `fidius:stream-pull/pull@0.1.0`"
            } else {
                let export = self.export_of(place);
                let export = &mut self.exports[export];
                let count = export.interface.functions.len();
                export.client_streams = with(&export.client_streams, count, place - export.first);
                continue;
            };
            return Err(Error::new(
                ErrorKind::Mismatch,
                format!(
                    "`{name}` of {} can't be among `client_streams`: it {why}",
                    component.name()
                ),
            ));
        }
        Ok(())
    }

    pub(crate) fn len(&self) -> usize {
        self.entries.len()
    }

    pub(crate) fn exports(&self) -> &[Exported] {
        &self.exports
    }

    #[inline]
    pub(crate) fn entry(&self, export: usize, index: usize) -> &Entry {
        // Decided while compiling: almost every host has one export.
        let first = match export {
            0 => 0,
            export => self.exports[export].first,
        };
        &self.entries[first + index]
    }

    /// The function at this place among all.
    pub(crate) fn row(&self, place: usize) -> Row<'_> {
        let export = &self.exports[self.export_of(place)];
        let index = place - export.first;
        Row {
            export,
            function: &export.interface.functions[index],
            entry: &self.entries[place],
            is_raw: export.raw.get(index).copied().unwrap_or(false),
            is_fed: export.client_streams.get(index).copied().unwrap_or(false),
        }
    }

    /// Which export the function at this place among all is of.
    fn export_of(&self, place: usize) -> usize {
        self.exports
            .iter()
            .rposition(|export| export.first <= place)
            .expect("every function is of an export")
    }

    pub(crate) fn shape(&self, place: usize) -> Shape {
        let shapes = self.shapes.get_or_init(|| {
            let rows = self.rows();
            rows.map(|row| Shape::of(&row.export.interface, row.function, row.is_fed))
                .collect()
        });
        shapes[place]
    }

    pub(crate) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        (0..self.entries.len()).map(|place| self.row(place))
    }

    /// The place of a function among all.
    ///
    /// # Errors
    ///
    /// There is none of this name or number, or several.
    pub(crate) fn place(
        &self,
        component: &Component,
        selector: Selector<'_>,
    ) -> Result<usize, Error> {
        match selector {
            Selector::Index(index) if index < self.entries.len() => Ok(index),
            Selector::Index(index) => Err(self.no_index(component, index)),
            Selector::Name(name) => match self.names().get(name).map(Vec::as_slice) {
                Some(&[place]) => Ok(place),
                Some(places) => Err(self.ambiguous(component, name, places)),
                None => Err(self.no_name(component, name)),
            },
        }
    }

    /// Whether the component has a function of this name, or several.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.names().get(name).is_some_and(|places| {
            let mut places = places.iter();
            places.any(|place| self.entries[*place].index.is_some())
        })
    }

    /// All names that a function may be called by.
    fn names(&self) -> &HashMap<String, Vec<usize>> {
        self.names.get_or_init(|| {
            let mut names = HashMap::new();
            for (place, row) in self.rows().enumerate() {
                for name in row.names() {
                    match names.entry(name) {
                        Slot::Vacant(slot) => {
                            slot.insert(vec![place]);
                        }
                        Slot::Occupied(mut slot) => {
                            if !slot.get().contains(&place) {
                                slot.get_mut().push(place);
                            }
                        }
                    }
                }
            }
            names
        })
    }

    #[cold]
    fn no_index(&self, component: &Component, index: usize) -> Error {
        let name = component.name();
        let count = match self.entries.len() {
            0 => "none".to_owned(),
            1 => "only function 0".to_owned(),
            count => format!("functions 0 to {}", count - 1),
        };
        Error::new(
            ErrorKind::Missing,
            format!("{name} has no function {index}: it has {count}"),
        )
    }

    #[cold]
    fn ambiguous(&self, component: &Component, name: &str, places: &[usize]) -> Error {
        let mut text = format!(
            "{} has more than one function `{name}`; say which:",
            component.name()
        );
        for place in places {
            text.push_str(&format!("\n  - `{}`", self.row(*place).whole_name()));
        }
        Error::new(ErrorKind::Missing, text)
    }

    #[cold]
    fn no_name(&self, component: &Component, name: &str) -> Error {
        let mut text = format!("{} has no function `{name}`", component.name());
        let labels: Vec<String> = self.rows().map(|row| row.function.label()).collect();
        let is_spelt = |label: &&String| {
            let (wit, given) = (label.split('.'), name.split('.'));
            wit.clone().count() == given.clone().count()
                && wit.zip(given).all(|(wit, given)| is_spelling(wit, given))
        };
        let spelt = labels.iter().find(is_spelt);
        if name.ends_with(INTERFACE_HASH) {
            text.push_str(" to call; what it answers says `guest_hash`");
        } else if name.ends_with(CONFIGURE) {
            text.push_str(" to call; it is called with what `config` on the builder says");
        } else if let Some(spelt) = spelt {
            text.push_str(&format!("; is `{spelt}` meant?"));
        } else if self.exports.iter().any(|export| export.is_named(name)) {
            text.push_str(": that is an interface");
        } else if let Some(close) = closest(name, labels.iter().map(String::as_str)) {
            text.push_str(&format!("; is `{close}` meant?"));
        }
        if labels.is_empty() {
            text.push_str("; it exports no functions at all");
        } else {
            let shown: Vec<String> = labels
                .iter()
                .take(NAMES)
                .map(|label| format!("`{label}`"))
                .collect();
            text.push_str(&format!("\nIt has {}", shown.join(", ")));
            if labels.len() > NAMES {
                text.push_str(&format!(" and {} more", labels.len() - NAMES));
            }
            text.push('.');
        }
        Error::new(ErrorKind::Missing, text)
    }
}

/// The same flags, of so many functions, with this one set.
fn with(flags: &[bool], count: usize, function: usize) -> Box<[bool]> {
    let flags = flags.iter().copied().chain(std::iter::repeat(false));
    let flags = flags.take(count).enumerate();
    flags.map(|(at, flag)| flag || at == function).collect()
}

impl Exported {
    /// The names that it may be called by.
    fn names(&self) -> [&str; 3] {
        let name = &*self.interface.name;
        [
            name,
            name.split('@').next().unwrap_or_default(),
            InterfaceName::parse(name).interface,
        ]
    }

    pub(crate) fn is_named(&self, name: &str) -> bool {
        self.names().contains(&name)
    }
}

impl Row<'_> {
    /// The names that it may be called by: alone, and after each name of its interface.
    fn names(&self) -> Vec<String> {
        let label = self.function.label();
        let mut names: Vec<String> = self
            .export
            .names()
            .iter()
            .flat_map(|interface| {
                [
                    format!("{interface}.{label}"),
                    format!("{interface}#{label}"),
                ]
            })
            .collect();
        names.push(label);
        names
    }

    fn whole_name(&self) -> String {
        format!("{}#{}", self.export.interface.name, self.function.label())
    }
}

/// All that a component exports, without what belongs to the conventions of fidius 0.5.
fn everything(component: &Component) -> Vec<(Interface, Interface, bool)> {
    let exports = component.all_exports();
    let of_world = Interface {
        name: ROOT.into(),
        functions: exports.functions.clone(),
    };
    let interfaces = exports
        .interfaces
        .iter()
        .map(|interface| (interface, false));
    let of_world = (!of_world.functions.is_empty()).then_some((&of_world, true));
    interfaces
        .chain(of_world)
        .map(|(interface, is_world)| (without_carriers(interface), interface.clone(), is_world))
        .collect()
}

/// What of an interface can be called.
fn without_carriers(interface: &Interface) -> Interface {
    let functions = interface.functions.iter();
    Interface {
        name: interface.name.clone(),
        functions: functions
            .filter(|function| !is_carrier(function))
            .cloned()
            .collect(),
    }
}

fn is_carrier(function: &Function) -> bool {
    [CONFIGURE, INTERFACE_HASH].contains(&&*function.name)
}

/// A function of an interface of the component, or of the component itself.
pub(crate) fn find(
    component: &Component,
    served: &Interface,
    is_world: bool,
    name: &str,
) -> Option<(ComponentExportIndex, ComponentFunc)> {
    let inner = component.inner();
    let instance = if is_world {
        None
    } else {
        Some(inner.get_export(None, &*served.name)?.1)
    };
    match inner.get_export(instance.as_ref(), name)? {
        (ComponentItem::ComponentFunc(ty), index) => Some((index, ty)),
        _ => None,
    }
}

impl Entry {
    /// A function that no Rust types have been checked for.
    fn untyped(index: ComponentExportIndex, place: usize) -> Self {
        struct Untyped;
        Self {
            index: Some(index),
            place,
            checked: TypeId::of::<Untyped>(),
        }
    }
}

//! What a compiled component says of itself, in the model: from wasmtime's component types.

use fidius_wit::fit::{Exports, Wanted};
use fidius_wit::{
    Case, Enum, Field, Flags, Function, FunctionKind, Interface, Param, Record, Shared, Text, Type,
    Variant,
};
use wasmtime::Engine;
use wasmtime::component::types::{
    Component as ComponentType, ComponentFunc, ComponentInstance, ComponentItem, Type as EngineType,
};
use wasmtime::component::{Component, ResourceType};

/// What a component exports.
pub(crate) fn exports(component: &Component) -> Exports {
    let engine = component.engine();
    let ty = component.component_type();
    let names = Names::of(&ty, engine);
    let mut interfaces = Vec::new();
    let mut functions = Vec::new();
    for (name, export) in ty.exports(engine) {
        match export.ty {
            ComponentItem::ComponentInstance(instance) => {
                interfaces.push(names.interface(name, &instance, engine));
            }
            ComponentItem::ComponentFunc(function) => {
                functions.push(names.function(name, &function));
            }
            _ => {}
        }
    }
    Exports {
        interfaces,
        functions: functions.into(),
    }
}

/// What a component imports, but for types, of which the host needs to give nothing.
pub(crate) fn imports(component: &Component) -> Vec<Wanted> {
    let engine = component.engine();
    let ty = component.component_type();
    let names = Names::of(&ty, engine);
    // An interface that uses another's resource has it among its items too.
    let mut known: Vec<ResourceType> = Vec::new();
    ty.imports(engine)
        .filter_map(|(name, import)| match import.ty {
            ComponentItem::ComponentInstance(instance) => {
                let mut resources = Vec::new();
                for (name, item) in instance.exports(engine) {
                    if let ComponentItem::Resource(ty) = item.ty
                        && !known.contains(&ty)
                    {
                        known.push(ty);
                        resources.push(name.to_owned());
                    }
                }
                Some(Wanted::Interface {
                    interface: names.interface(name, &instance, engine),
                    resources,
                })
            }
            ComponentItem::ComponentFunc(function) => {
                Some(Wanted::Function(names.function(name, &function)))
            }
            ComponentItem::Resource(_) => Some(Wanted::Resource(name.to_owned())),
            ComponentItem::Type(_) => None,
            _ => Some(Wanted::Other(name.to_owned())),
        })
        .collect()
}

/// The names of all that a component imports, with those of types.
pub(crate) fn import_names(component: &Component) -> Vec<String> {
    let ty = component.component_type();
    ty.imports(component.engine())
        .map(|(name, _)| name.to_owned())
        .collect()
}

/// The names of types: the engine's types are structural, and named only where an instance exports them.
#[derive(Default)]
struct Names {
    types: Vec<(EngineType, String)>,
    resources: Vec<(ResourceType, String)>,
}

impl Names {
    fn of(ty: &ComponentType, engine: &Engine) -> Self {
        let mut names = Self::default();
        // Imports first: a resource that an export has from there is known by the name that it was defined with.
        for (name, item) in ty.imports(engine).chain(ty.exports(engine)) {
            match item.ty {
                ComponentItem::ComponentInstance(instance) => {
                    for (name, item) in instance.exports(engine) {
                        names.add(name, item.ty);
                    }
                }
                item => names.add(name, item),
            }
        }
        names
    }

    fn add(&mut self, name: &str, item: ComponentItem) {
        match item {
            ComponentItem::Type(ty) => self.types.push((ty, name.to_owned())),
            ComponentItem::Resource(ty) => self.resources.push((ty, name.to_owned())),
            _ => {}
        }
    }

    fn interface(&self, name: &str, instance: &ComponentInstance, engine: &Engine) -> Interface {
        Interface {
            name: name.into(),
            functions: self.functions(instance, engine).into(),
        }
    }

    fn functions(&self, instance: &ComponentInstance, engine: &Engine) -> Vec<Function> {
        instance
            .exports(engine)
            .filter_map(|(name, item)| match item.ty {
                ComponentItem::ComponentFunc(function) => Some(self.function(name, &function)),
                _ => None,
            })
            .collect()
    }

    fn function(&self, name: &str, function: &ComponentFunc) -> Function {
        Function {
            name: name.into(),
            kind: FunctionKind::of_name(name),
            is_async: function.async_(),
            params: function
                .params()
                .map(|(name, ty)| Param {
                    name: name.into(),
                    ty: self.ty(&ty),
                })
                .collect(),
            result: function.results().next().map(|ty| self.ty(&ty)),
        }
    }

    fn ty(&self, ty: &EngineType) -> Type {
        let name = || {
            self.types
                .iter()
                .find(|(named, _)| is_same(named, ty))
                .map(|(_, name)| Text::from(name.as_str()))
        };
        let optional = |ty: Option<EngineType>| ty.map(|ty| self.ty(&ty));
        let texts = |names: &mut dyn Iterator<Item = &str>| -> Shared<[Text]> {
            names.map(Text::from).collect()
        };
        match ty {
            EngineType::Bool => Type::Bool,
            EngineType::S8 => Type::S8,
            EngineType::U8 => Type::U8,
            EngineType::S16 => Type::S16,
            EngineType::U16 => Type::U16,
            EngineType::S32 => Type::S32,
            EngineType::U32 => Type::U32,
            EngineType::S64 => Type::S64,
            EngineType::U64 => Type::U64,
            EngineType::Float32 => Type::F32,
            EngineType::Float64 => Type::F64,
            EngineType::Char => Type::Char,
            EngineType::String => Type::String,
            EngineType::ErrorContext => Type::ErrorContext,
            EngineType::List(list) => Type::List(self.ty(&list.ty()).into()),
            EngineType::FixedLengthList(list) => {
                Type::FixedLengthList(self.ty(&list.ty()).into(), list.len())
            }
            EngineType::Map(map) => Type::Map((self.ty(&map.key()), self.ty(&map.value())).into()),
            EngineType::Option(option) => Type::Option(self.ty(&option.ty()).into()),
            EngineType::Result(result) => {
                Type::Result((optional(result.ok()), optional(result.err())).into())
            }
            EngineType::Tuple(tuple) => Type::Tuple(tuple.types().map(|ty| self.ty(&ty)).collect()),
            EngineType::Record(record) => Type::Record(
                Record {
                    name: name(),
                    fields: record
                        .fields()
                        .map(|field| Field {
                            name: field.name.into(),
                            ty: self.ty(&field.ty),
                        })
                        .collect(),
                }
                .into(),
            ),
            EngineType::Variant(variant) => Type::Variant(
                Variant {
                    name: name(),
                    cases: variant
                        .cases()
                        .map(|case| Case {
                            name: case.name.into(),
                            ty: optional(case.ty),
                        })
                        .collect(),
                }
                .into(),
            ),
            EngineType::Enum(ty) => Type::Enum(
                Enum {
                    name: name(),
                    cases: texts(&mut ty.names()),
                }
                .into(),
            ),
            EngineType::Flags(ty) => Type::Flags(
                Flags {
                    name: name(),
                    flags: texts(&mut ty.names()),
                }
                .into(),
            ),
            EngineType::Own(resource) => Type::Own(self.resource(resource)),
            EngineType::Borrow(resource) => Type::Borrow(self.resource(resource)),
            EngineType::Future(future) => Type::Future(optional(future.ty()).into()),
            EngineType::Stream(stream) => Type::Stream(optional(stream.ty()).into()),
        }
    }

    fn resource(&self, ty: &ResourceType) -> Text {
        self.resources
            .iter()
            .find(|(named, _)| named == ty)
            .map_or("resource", |(_, name)| name)
            .into()
    }
}

/// Whether two types are the same. The engine's own comparison panics at two records or variants with handles of resources of a
/// component that has no instance.
fn is_same(a: &EngineType, b: &EngineType) -> bool {
    let optional = |a: Option<EngineType>, b: Option<EngineType>| match (a, b) {
        (Some(a), Some(b)) => is_same(&a, &b),
        (None, None) => true,
        _ => false,
    };
    match (a, b) {
        (EngineType::Own(a), EngineType::Own(b))
        | (EngineType::Borrow(a), EngineType::Borrow(b)) => a == b,
        (EngineType::List(a), EngineType::List(b)) => is_same(&a.ty(), &b.ty()),
        (EngineType::FixedLengthList(a), EngineType::FixedLengthList(b)) => {
            a.len() == b.len() && is_same(&a.ty(), &b.ty())
        }
        (EngineType::Map(a), EngineType::Map(b)) => {
            is_same(&a.key(), &b.key()) && is_same(&a.value(), &b.value())
        }
        (EngineType::Option(a), EngineType::Option(b)) => is_same(&a.ty(), &b.ty()),
        (EngineType::Result(a), EngineType::Result(b)) => {
            optional(a.ok(), b.ok()) && optional(a.err(), b.err())
        }
        (EngineType::Tuple(a), EngineType::Tuple(b)) => {
            a.types().len() == b.types().len()
                && a.types().zip(b.types()).all(|(a, b)| is_same(&a, &b))
        }
        (EngineType::Record(a), EngineType::Record(b)) => {
            a.fields().len() == b.fields().len()
                && a.fields()
                    .zip(b.fields())
                    .all(|(a, b)| a.name == b.name && is_same(&a.ty, &b.ty))
        }
        (EngineType::Variant(a), EngineType::Variant(b)) => {
            a.cases().len() == b.cases().len()
                && a.cases()
                    .zip(b.cases())
                    .all(|(a, b)| a.name == b.name && optional(a.ty, b.ty))
        }
        (EngineType::Future(a), EngineType::Future(b)) => optional(a.ty(), b.ty()),
        (EngineType::Stream(a), EngineType::Stream(b)) => optional(a.ty(), b.ty()),
        // The others have no handles in them.
        (EngineType::Enum(_), _)
        | (EngineType::Flags(_), _)
        | (
            EngineType::Bool
            | EngineType::S8
            | EngineType::U8
            | EngineType::S16
            | EngineType::U16
            | EngineType::S32
            | EngineType::U32
            | EngineType::S64
            | EngineType::U64
            | EngineType::Float32
            | EngineType::Float64
            | EngineType::Char
            | EngineType::String
            | EngineType::ErrorContext,
            _,
        ) => a == b,
        _ => false,
    }
}

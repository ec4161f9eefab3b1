//! What a compiled component says of itself, in the model: from wasmtime's component types.

use fidius_wit::{
    Case, Enum, Field, Flags, Function, FunctionKind, Interface, Param, Record, Shared, Text, Type,
    Variant,
};
use wasmtime::Engine;
use wasmtime::component::types::{
    Component as ComponentType, ComponentFunc, ComponentInstance, ComponentItem, Type as EngineType,
};
use wasmtime::component::{Component, ResourceType};

/// The interfaces that a component exports.
pub(crate) fn exports(component: &Component) -> Vec<Interface> {
    let engine = component.engine();
    let ty = component.component_type();
    let names = Names::of(&ty, engine);
    ty.exports(engine)
        .filter_map(|(name, export)| match export.ty {
            ComponentItem::ComponentInstance(instance) => {
                Some(names.interface(name, &instance, engine))
            }
            _ => None,
        })
        .collect()
}

/// The functions that an instance has, in the model.
pub(crate) fn functions(instance: &ComponentInstance, engine: &Engine) -> Vec<Function> {
    Names::default().functions(instance, engine)
}

/// A function by itself, in the model.
pub(crate) fn function(name: &str, function: &ComponentFunc) -> Function {
    Names::default().function(name, function)
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
        let items = ty.exports(engine).chain(ty.imports(engine));
        for (_, item) in items {
            if let ComponentItem::ComponentInstance(instance) = item.ty {
                names.add(&instance, engine);
            }
        }
        names
    }

    fn add(&mut self, instance: &ComponentInstance, engine: &Engine) {
        for (name, item) in instance.exports(engine) {
            match item.ty {
                ComponentItem::Type(ty) => self.types.push((ty, name.to_owned())),
                ComponentItem::Resource(ty) => self.resources.push((ty, name.to_owned())),
                _ => {}
            }
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
                .find(|(named, _)| named == ty)
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

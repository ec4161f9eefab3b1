//! From the parser's types to the model.

use wit_parser::{
    Function as WitFunction, Handle, InterfaceId, Resolve, Type as WitType, TypeDefKind, TypeId,
};

use crate::{
    Case, Enum, Field, Flags, Function, FunctionKind, Interface, Param, Record, Text, Type, Variant,
};

/// The interface `id` in the model, under the name by which a component exports it.
pub fn interface_from_resolve(resolve: &Resolve, id: InterfaceId, name: &str) -> Interface {
    Interface {
        name: name.into(),
        functions: resolve.interfaces[id]
            .functions
            .values()
            .map(|function| function_from_resolve(resolve, function))
            .collect(),
    }
}

/// A function in the model.
pub fn function_from_resolve(resolve: &Resolve, function: &WitFunction) -> Function {
    Function {
        name: function.name.as_str().into(),
        kind: FunctionKind::of_name(&function.name),
        is_async: function.kind.is_async(),
        params: function
            .params
            .iter()
            .map(|param| Param {
                name: param.name.as_str().into(),
                ty: of_type(resolve, &param.ty),
            })
            .collect(),
        result: function.result.as_ref().map(|ty| of_type(resolve, ty)),
    }
}

fn of_type(resolve: &Resolve, ty: &WitType) -> Type {
    match ty {
        WitType::Bool => Type::Bool,
        WitType::S8 => Type::S8,
        WitType::S16 => Type::S16,
        WitType::S32 => Type::S32,
        WitType::S64 => Type::S64,
        WitType::U8 => Type::U8,
        WitType::U16 => Type::U16,
        WitType::U32 => Type::U32,
        WitType::U64 => Type::U64,
        WitType::F32 => Type::F32,
        WitType::F64 => Type::F64,
        WitType::Char => Type::Char,
        WitType::String => Type::String,
        WitType::ErrorContext => Type::ErrorContext,
        WitType::Id(id) => of_definition(resolve, *id),
    }
}

fn of_definition(resolve: &Resolve, id: TypeId) -> Type {
    let definition = &resolve.types[id];
    let name = || definition.name.as_deref().map(Text::from);
    let optional = |ty: &Option<WitType>| ty.as_ref().map(|ty| of_type(resolve, ty));
    match &definition.kind {
        TypeDefKind::Type(ty) => of_type(resolve, ty),
        TypeDefKind::List(item) => Type::List(of_type(resolve, item).into()),
        TypeDefKind::FixedLengthList(item, length) => {
            Type::FixedLengthList(of_type(resolve, item).into(), *length)
        }
        TypeDefKind::Map(key, value) => {
            Type::Map((of_type(resolve, key), of_type(resolve, value)).into())
        }
        TypeDefKind::Option(some) => Type::Option(of_type(resolve, some).into()),
        TypeDefKind::Result(result) => {
            Type::Result((optional(&result.ok), optional(&result.err)).into())
        }
        TypeDefKind::Tuple(tuple) => {
            Type::Tuple(tuple.types.iter().map(|ty| of_type(resolve, ty)).collect())
        }
        TypeDefKind::Record(record) => Type::Record(
            Record {
                name: name(),
                fields: record
                    .fields
                    .iter()
                    .map(|field| Field {
                        name: field.name.as_str().into(),
                        ty: of_type(resolve, &field.ty),
                    })
                    .collect(),
            }
            .into(),
        ),
        TypeDefKind::Variant(variant) => Type::Variant(
            Variant {
                name: name(),
                cases: variant
                    .cases
                    .iter()
                    .map(|case| Case {
                        name: case.name.as_str().into(),
                        ty: optional(&case.ty),
                    })
                    .collect(),
            }
            .into(),
        ),
        TypeDefKind::Enum(ty) => Type::Enum(
            Enum {
                name: name(),
                cases: ty
                    .cases
                    .iter()
                    .map(|case| case.name.as_str().into())
                    .collect(),
            }
            .into(),
        ),
        TypeDefKind::Flags(ty) => Type::Flags(
            Flags {
                name: name(),
                flags: ty
                    .flags
                    .iter()
                    .map(|flag| flag.name.as_str().into())
                    .collect(),
            }
            .into(),
        ),
        TypeDefKind::Handle(Handle::Own(id)) => Type::Own(resource_name(resolve, *id)),
        TypeDefKind::Handle(Handle::Borrow(id)) => Type::Borrow(resource_name(resolve, *id)),
        TypeDefKind::Resource => Type::Own(resource_name(resolve, id)),
        TypeDefKind::Future(item) => Type::Future(optional(item).into()),
        TypeDefKind::Stream(item) => Type::Stream(optional(item).into()),
        TypeDefKind::Unknown => unreachable!("a resolved package has no unknown types"),
    }
}

/// The name under which the resource was first defined, whatever aliases lead to it.
fn resource_name(resolve: &Resolve, mut id: TypeId) -> Text {
    while let TypeDefKind::Type(WitType::Id(target)) = resolve.types[id].kind {
        id = target;
    }
    resolve.types[id]
        .name
        .as_deref()
        .unwrap_or("resource")
        .into()
}

//! Which types are needed.

use std::collections::HashSet;

use fidius_wit::wit_parser::{Function, Handle, InterfaceId, Resolve, Type, TypeDefKind, TypeId};

/// The types that some functions and types lead to.
pub(crate) struct Reached<'a> {
    resolve: &'a Resolve,
    types: HashSet<TypeId>,
}

impl<'a> Reached<'a> {
    pub(crate) fn new(resolve: &'a Resolve) -> Self {
        Self {
            resolve,
            types: HashSet::new(),
        }
    }

    pub(crate) fn has(&self, id: TypeId) -> bool {
        self.types.contains(&id)
    }

    /// All types of an interface, and what its functions need.
    pub(crate) fn add_interface(&mut self, id: InterfaceId) {
        let interface = &self.resolve.interfaces[id];
        for ty in interface.types.values() {
            self.add(*ty);
        }
        for function in interface.functions.values() {
            self.add_function(function);
        }
    }

    pub(crate) fn add_function(&mut self, function: &Function) {
        let params = function.params.iter().map(|param| &param.ty);
        for ty in params.chain(&function.result) {
            self.add_type(ty);
        }
    }

    pub(crate) fn add(&mut self, id: TypeId) {
        if !self.types.insert(id) {
            return;
        }
        let resolve = self.resolve;
        for ty in parts(&resolve.types[id].kind) {
            self.add_type(&ty);
        }
    }

    pub(crate) fn add_type(&mut self, ty: &Type) {
        if let Type::Id(id) = ty {
            self.add(*id);
        }
    }
}

/// The types that a type is directly made of; for a handle, the resource.
pub(crate) fn parts(kind: &TypeDefKind) -> Vec<Type> {
    match kind {
        TypeDefKind::Record(record) => record.fields.iter().map(|field| field.ty).collect(),
        TypeDefKind::Variant(variant) => variant.cases.iter().filter_map(|case| case.ty).collect(),
        TypeDefKind::Tuple(tuple) => tuple.types.clone(),
        TypeDefKind::List(ty)
        | TypeDefKind::FixedLengthList(ty, _)
        | TypeDefKind::Option(ty)
        | TypeDefKind::Type(ty) => vec![*ty],
        TypeDefKind::Map(key, value) => vec![*key, *value],
        TypeDefKind::Result(result) => result.ok.iter().chain(&result.err).copied().collect(),
        TypeDefKind::Future(ty) | TypeDefKind::Stream(ty) => ty.iter().copied().collect(),
        TypeDefKind::Handle(Handle::Own(id) | Handle::Borrow(id)) => vec![Type::Id(*id)],
        _ => Vec::new(),
    }
}

//! Types.

use fidius_wit::wit_parser::{
    Docs, Function as WitFunction, Handle, Resolve, Type as WitType, TypeDefKind, TypeId,
};
use fidius_wit::{rust_constant, rust_ident, rust_type};

use super::names::Taken;
use super::{Binder, deprecated, ident};
use crate::bindings::{
    Case, Field, Handles, Member, Named, Passed, Place, Resource, Traits, Ty, TypeDef, TypeKind,
};
use crate::docs;
use crate::messages;
use crate::reach::parts;
use crate::select::owner;

/// The most elements of a tuple that std implements its traits for.
pub(crate) const STD_TUPLE: usize = 12;

/// The most elements of a tuple that serde implements its traits for.
const SERDE_TUPLE: usize = 16;

/// The longest array that std implements `Default`, and serde its traits, for.
const STD_ARRAY: u32 = 32;

impl<'a> Binder<'a> {
    /// The types of one interface. Its resources get methods where it `has_methods`: where either side has the functions.
    pub(super) fn types(
        &mut self,
        ids: impl Iterator<Item = TypeId>,
        has_methods: bool,
        taken: &mut Taken,
        functions: &[&'a WitFunction],
    ) -> Vec<TypeDef> {
        let ids: Vec<TypeId> = ids.collect();
        self.check_type_names(&ids);
        ids.into_iter()
            .filter_map(|id| self.type_def(id, has_methods, taken, functions))
            .collect()
    }

    fn type_def(
        &mut self,
        id: TypeId,
        has_methods: bool,
        taken: &mut Taken,
        functions: &[&'a WitFunction],
    ) -> Option<TypeDef> {
        if !self.is_supported(id) {
            return None;
        }
        let resolve = self.resolve;
        let definition = &resolve.types[id];
        let name = definition.name.as_deref().unwrap_or_default();
        let place = self.place(definition.span);
        let kind = match &definition.kind {
            TypeDefKind::Record(record) => {
                let fields = self.distinct("fields", &record.fields, |field| {
                    (field.name.clone(), rust_ident(&field.name), field.span)
                });
                TypeKind::Record(
                    fields
                        .into_iter()
                        .map(|field| Field {
                            member: member("field", &field.name, &field.docs, rust_ident),
                            ty: self.ty(&field.ty),
                        })
                        .collect(),
                )
            }
            TypeDefKind::Variant(variant) => {
                let cases = self.distinct("cases", &variant.cases, |case| {
                    (case.name.clone(), rust_type(&case.name), case.span)
                });
                TypeKind::Variant(
                    cases
                        .into_iter()
                        .map(|case| Case {
                            member: member("case", &case.name, &case.docs, rust_type),
                            ty: case.ty.as_ref().map(|ty| self.ty(ty)),
                        })
                        .collect(),
                )
            }
            TypeDefKind::Enum(ty) => {
                let cases = self.distinct("cases", &ty.cases, |case| {
                    (case.name.clone(), rust_type(&case.name), case.span)
                });
                TypeKind::Enum(
                    cases
                        .into_iter()
                        .map(|case| member("case", &case.name, &case.docs, rust_type))
                        .collect(),
                )
            }
            TypeDefKind::Flags(flags) => {
                let flags = self.distinct("flags", &flags.flags, |flag| {
                    (flag.name.clone(), rust_constant(&flag.name), flag.span)
                });
                TypeKind::Flags(
                    flags
                        .into_iter()
                        .map(|flag| member("flag", &flag.name, &flag.docs, rust_constant))
                        .collect(),
                )
            }
            TypeDefKind::Resource => {
                let resource = if has_methods {
                    let name = rust_type(name);
                    Resource {
                        wit: definition.name.clone().unwrap_or_default(),
                        traits: Some(taken.free_trait(&[
                            &format!("{name}Resource"),
                            &format!("{name}ResourceInterface"),
                        ])),
                        methods: self.methods(id, functions),
                    }
                } else {
                    Resource {
                        wit: definition.name.clone().unwrap_or_default(),
                        traits: None,
                        methods: Vec::new(),
                    }
                };
                TypeKind::Resource(resource)
            }
            TypeDefKind::Type(WitType::Id(target))
                if owner(resolve, *target) != owner(resolve, id) =>
            {
                TypeKind::Use(self.ty(&WitType::Id(*target)))
            }
            TypeDefKind::Type(ty) => TypeKind::Alias(self.ty(ty)),
            _ => TypeKind::Alias(self.anonymous(id)),
        };
        let traits = self.traits(id);
        let handles = self.handles_of(id);
        if self.serde && traits.wide && !handles.any() && self.has_tuple_over(id, SERDE_TUPLE, true)
        {
            self.error(messages::no_serde_for_tuple("type", name, &place));
        }
        Some(TypeDef {
            ident: ident(&rust_type(name)),
            docs: docs::markdown(&definition.docs)
                .unwrap_or_else(|| format!("The {} `{name}`.", definition.kind.as_str())),
            deprecated: deprecated(&definition.stability),
            kind,
            traits,
            handles,
        })
    }

    /// A type where it is used. It must be supported.
    pub(super) fn ty(&mut self, ty: &WitType) -> Ty {
        match ty {
            WitType::Bool => Ty::Scalar("bool"),
            WitType::S8 => Ty::Scalar("i8"),
            WitType::S16 => Ty::Scalar("i16"),
            WitType::S32 => Ty::Scalar("i32"),
            WitType::S64 => Ty::Scalar("i64"),
            WitType::U8 => Ty::Scalar("u8"),
            WitType::U16 => Ty::Scalar("u16"),
            WitType::U32 => Ty::Scalar("u32"),
            WitType::U64 => Ty::Scalar("u64"),
            WitType::F32 => Ty::Scalar("f32"),
            WitType::F64 => Ty::Scalar("f64"),
            WitType::Char => Ty::Scalar("char"),
            WitType::String => Ty::String,
            WitType::Id(id) if self.is_resource(*id) => Ty::Own(self.named(*id)),
            WitType::Id(id) => match &self.resolve.types[*id].name {
                Some(_) => Ty::Named(self.named(*id)),
                None => self.anonymous(*id),
            },
            WitType::ErrorContext => unreachable!("checked to be supported"),
        }
    }

    /// Whether a name leads to a resource.
    fn is_resource(&self, mut id: TypeId) -> bool {
        loop {
            match self.resolve.types[id].kind {
                TypeDefKind::Resource => return true,
                TypeDefKind::Type(WitType::Id(target)) => id = target,
                _ => return false,
            }
        }
    }

    pub(super) fn named(&mut self, id: TypeId) -> Named {
        let definition = &self.resolve.types[id];
        let name = definition.name.as_deref().unwrap_or_default();
        let place = match owner(self.resolve, id) {
            Some(owner) => match &self.current {
                Some((current, place)) if *current == owner => place.clone(),
                _ => self.places.get(&owner).cloned().unwrap_or(Place::Root),
            },
            None => Place::Root,
        };
        let handles = self.handles_of(id);
        let passed = match &definition.kind {
            TypeDefKind::Record(_) | TypeDefKind::Variant(_) if handles.by_value() => {
                Passed::ByValue
            }
            TypeDefKind::Record(_) | TypeDefKind::Variant(_) => Passed::ByReference,
            TypeDefKind::Enum(_) | TypeDefKind::Flags(_) | TypeDefKind::Resource => Passed::ByValue,
            TypeDefKind::Type(ty) => Passed::As(Box::new(self.ty(ty))),
            _ => Passed::As(Box::new(self.anonymous(id))),
        };
        Named {
            place,
            ident: ident(&rust_type(name)),
            passed,
            handles,
        }
    }

    /// A type without a name of its own, or what a name stands for.
    fn anonymous(&mut self, id: TypeId) -> Ty {
        let kind = &self.resolve.types[id].kind;
        let mut boxed = |ty: &WitType| Box::new(self.ty(ty));
        match kind {
            TypeDefKind::List(item) => Ty::List(boxed(item)),
            TypeDefKind::FixedLengthList(item, length) => Ty::FixedLengthList(boxed(item), *length),
            TypeDefKind::Map(key, value) => Ty::Map(boxed(key), boxed(value)),
            TypeDefKind::Option(some) => Ty::Option(boxed(some)),
            TypeDefKind::Result(result) => {
                let ok = result.ok.as_ref().map(&mut boxed);
                Ty::Result(ok, result.err.as_ref().map(&mut boxed))
            }
            TypeDefKind::Tuple(tuple) => {
                Ty::Tuple(tuple.types.iter().map(|ty| self.ty(ty)).collect())
            }
            TypeDefKind::Type(ty) => self.ty(ty),
            TypeDefKind::Stream(item) => Ty::Stream(item.as_ref().map(boxed)),
            TypeDefKind::Future(item) => Ty::Future(item.as_ref().map(boxed)),
            TypeDefKind::Handle(Handle::Own(resource)) => Ty::Own(self.named(*resource)),
            TypeDefKind::Handle(Handle::Borrow(resource)) => Ty::Borrow(self.named(*resource)),
            _ => unreachable!("checked to be supported"),
        }
    }

    /// The handles that a type has in it.
    fn handles_of(&mut self, id: TypeId) -> Handles {
        if let Some(known) = self.handles.get(&id) {
            return *known;
        }
        let kind = &self.resolve.types[id].kind;
        let mut all = Handles::default();
        match kind {
            TypeDefKind::Handle(Handle::Own(_)) | TypeDefKind::Resource => all = Handles::OWN,
            TypeDefKind::Handle(Handle::Borrow(_)) => all = Handles::BORROW,
            TypeDefKind::Stream(_) | TypeDefKind::Future(_) => all = Handles::STREAM,
            _ => {
                for part in parts(kind) {
                    if let WitType::Id(part) = part {
                        all = all.and(self.handles_of(part));
                    }
                }
            }
        }
        self.handles.insert(id, all);
        all
    }

    fn traits(&self, id: TypeId) -> Traits {
        let mut all = Traits {
            copy: true,
            clone: true,
            partial_eq: true,
            eq: true,
            default: true,
            wide: false,
        };
        let kind = &self.resolve.types[id].kind;
        match kind {
            TypeDefKind::Handle(Handle::Own(_))
            | TypeDefKind::Resource
            | TypeDefKind::Stream(_)
            | TypeDefKind::Future(_) => {
                return Traits {
                    copy: false,
                    clone: false,
                    partial_eq: false,
                    eq: false,
                    default: false,
                    wide: false,
                };
            }
            TypeDefKind::Handle(Handle::Borrow(_)) => {
                return Traits {
                    copy: true,
                    clone: true,
                    partial_eq: false,
                    eq: false,
                    default: false,
                    wide: false,
                };
            }
            TypeDefKind::List(_) => all.copy = false,
            TypeDefKind::Map(..) => (all.copy, all.eq) = (false, false),
            TypeDefKind::FixedLengthList(_, length) if *length > STD_ARRAY => all.default = false,
            TypeDefKind::Variant(_) | TypeDefKind::Enum(_) | TypeDefKind::Result(_) => {
                all.default = false;
            }
            TypeDefKind::Tuple(tuple) => all.wide = tuple.types.len() > STD_TUPLE,
            _ => {}
        }
        let mut parts_default = true;
        for ty in parts(kind) {
            let part = match ty {
                WitType::Id(id) => {
                    let mut part = self.traits(id);
                    // A type with a name sees to its own traits.
                    part.wide &= !is_defined(self.resolve, id);
                    part
                }
                ref scalar => {
                    let is_float = matches!(scalar, WitType::F32 | WitType::F64);
                    Traits {
                        copy: !matches!(scalar, WitType::String),
                        clone: true,
                        partial_eq: true,
                        eq: !is_float,
                        default: true,
                        wide: false,
                    }
                }
            };
            all.copy &= part.copy;
            all.clone &= part.clone;
            all.partial_eq &= part.partial_eq;
            all.eq &= part.eq;
            all.wide |= part.wide;
            parts_default &= part.default;
        }
        // An empty list or map, or no value, needs no default of what would be in it.
        let is_empty_by_default = matches!(
            kind,
            TypeDefKind::List(_) | TypeDefKind::Map(..) | TypeDefKind::Option(_)
        );
        all.default &= parts_default || is_empty_by_default;
        all
    }

    fn has_tuple_over(&self, id: TypeId, most: usize, is_top: bool) -> bool {
        if !is_top && is_defined(self.resolve, id) {
            return false;
        }
        let kind = &self.resolve.types[id].kind;
        matches!(kind, TypeDefKind::Tuple(tuple) if tuple.types.len() > most)
            || parts(kind).iter().any(|ty| match ty {
                WitType::Id(id) => self.has_tuple_over(*id, most, false),
                _ => false,
            })
    }
}

/// Whether a type becomes a Rust type of its own.
pub(super) fn is_defined(resolve: &Resolve, id: TypeId) -> bool {
    matches!(
        resolve.types[id].kind,
        TypeDefKind::Record(_)
            | TypeDefKind::Variant(_)
            | TypeDefKind::Enum(_)
            | TypeDefKind::Flags(_)
            | TypeDefKind::Resource
    )
}

fn member(kind: &str, name: &str, docs: &Docs, rust: fn(&str) -> String) -> Member {
    Member {
        ident: ident(&rust(name)),
        wit: name.to_owned(),
        docs: docs::markdown(docs).unwrap_or_else(|| format!("The {kind} `{name}`.")),
    }
}

//! From the WIT to what is to be generated, with an error for everything that can't be.

use std::collections::HashMap;

use fidius_wit::wit_parser::{
    Docs, Function as WitFunction, InterfaceId, Resolve, Span as WitSpan, Type as WitType,
    TypeDefKind, TypeId, TypeOwner,
};
use fidius_wit::{Interface, interface_from_resolve, rust_constant, rust_ident, rust_type};
use proc_macro2::{Ident, Span};
use syn::LitStr;

use crate::args::Args;
use crate::bindings::{
    Bindings, Case, Field, Function, Member, Named, Param, Passed, Returns, Traits, Ty, TypeDef,
    TypeKind, UsedInterface,
};
use crate::docs;
use crate::errors::Errors;
use crate::messages;
use crate::select::Selected;
use crate::source::Source;

/// The most parameters a function, and elements a tuple, can have: the engine implements its traits up to there.
const MOST: usize = 17;

/// The most elements of a tuple that std implements its traits for.
pub(crate) const STD_TUPLE: usize = 12;

/// The most elements of a tuple that serde implements its traits for.
const SERDE_TUPLE: usize = 16;

/// The names that a host struct has for itself.
const RESERVED: &[&str] = &["load", "builder", "plugin"];

pub(crate) fn bind(
    source: &Source,
    selected: &Selected,
    args: &Args,
    errors: &mut Errors,
) -> Bindings {
    let resolve = &source.parsed.resolve;
    let blamed = args
        .interface
        .as_ref()
        .or(args.world.as_ref())
        .or(args.wit.as_ref());
    let mut binder = Binder {
        resolve,
        main: selected.interface,
        modules: HashMap::new(),
        unsupported: HashMap::new(),
        serde: args.serde,
        blamed,
        errors,
    };
    binder.bind(source, selected, args)
}

struct Binder<'a> {
    resolve: &'a Resolve,
    main: InterfaceId,
    /// The modules of the interfaces whose types are used.
    modules: HashMap<InterfaceId, Ident>,
    /// Types that can't be generated, found once each.
    unsupported: HashMap<TypeId, bool>,
    serde: bool,
    /// The argument that errors in the WIT are shown on.
    blamed: Option<&'a LitStr>,
    errors: &'a mut Errors,
}

impl Binder<'_> {
    fn bind(&mut self, source: &Source, selected: &Selected, args: &Args) -> Bindings {
        let resolve = self.resolve;
        let interface = &resolve.interfaces[self.main];
        let used = self.used_interfaces();
        self.name_modules(&used);

        self.check_type_names();
        let types = self.types(interface.types.values().copied());
        let used = used
            .iter()
            .map(|(id, types)| UsedInterface {
                module: self.modules[id].clone(),
                docs: docs::markdown(&resolve.interfaces[*id].docs)
                    .unwrap_or_else(|| format!("Types of the interface `{}`.", self.name_of(*id))),
                types: self.types(types.iter().copied()),
            })
            .collect();

        let whole = interface_from_resolve(resolve, self.main, &selected.export);
        let mut functions = Vec::new();
        let mut table = Vec::new();
        let all = interface.functions.values().zip(whole.functions.iter());
        // What belongs to a resource is reported with it.
        let free = all.filter(|(function, _)| function.kind.resource().is_none());
        let named = self.distinct("functions", free, |(function, _)| {
            (
                function.name.clone(),
                rust_ident(&function.name),
                function.span,
            )
        });
        for (function, entry) in named {
            if let Some(function) = self.function(function, table.len()) {
                functions.push(function);
                table.push(entry.clone());
            }
        }
        let table = Interface {
            name: whole.name,
            functions: table.into(),
        };
        let label = rust_type(&selected.label);
        let taken = |name: &str| interface.types.keys().any(|ty| rust_type(ty) == name);
        // Both forms of the trait have the same stem, also while there is only one.
        let trait_name = if taken(&label) || taken(&format!("{label}Async")) {
            format!("{label}Interface")
        } else {
            label
        };
        Bindings {
            module: args
                .module
                .clone()
                .unwrap_or_else(|| ident(&rust_ident(&selected.label))),
            trait_name: ident(&trait_name),
            docs: docs::markdown(&interface.docs)
                .unwrap_or_else(|| format!("The interface `{}`.", selected.export)),
            types,
            used,
            functions,
            hash: table.hash(),
            interface: table,
            files: source.files.clone(),
        }
    }

    /// The interfaces besides the main one whose types are used, each with those types, in the order of the WIT.
    fn used_interfaces(&self) -> Vec<(InterfaceId, Vec<TypeId>)> {
        let interface = &self.resolve.interfaces[self.main];
        let mut reached = Vec::new();
        for id in interface.types.values() {
            self.reach(*id, &mut reached);
        }
        for function in interface.functions.values() {
            let types = function.params.iter().map(|param| &param.ty);
            for ty in types.chain(&function.result) {
                self.reach_type(ty, &mut reached);
            }
        }
        let mut used: Vec<(InterfaceId, Vec<TypeId>)> = Vec::new();
        for (id, interface) in self.resolve.interfaces.iter() {
            let types: Vec<TypeId> = interface
                .types
                .values()
                .copied()
                .filter(|ty| reached.contains(ty))
                .collect();
            if id != self.main && !types.is_empty() {
                used.push((id, types));
            }
        }
        used
    }

    fn reach(&self, id: TypeId, reached: &mut Vec<TypeId>) {
        if reached.contains(&id) {
            return;
        }
        reached.push(id);
        for ty in parts(&self.resolve.types[id].kind) {
            self.reach_type(&ty, reached);
        }
    }

    fn reach_type(&self, ty: &WitType, reached: &mut Vec<TypeId>) {
        if let WitType::Id(id) = ty {
            self.reach(*id, reached);
        }
    }

    /// Names the module of each used interface: by the interface where that is enough, else with the package, else with its
    /// version too.
    fn name_modules(&mut self, used: &[(InterfaceId, Vec<TypeId>)]) {
        let names = |id: InterfaceId| -> [String; 4] {
            let interface = &self.resolve.interfaces[id];
            let name = interface.name.clone().unwrap_or_default();
            let package = interface.package.map(|id| &self.resolve.packages[id].name);
            let (namespace, package, version) = match package {
                Some(package) => (
                    package.namespace.clone(),
                    package.name.clone(),
                    package.version.as_ref().map(ToString::to_string),
                ),
                None => Default::default(),
            };
            let version = version.unwrap_or_default().replace(['.', '+'], "-");
            [
                name.clone(),
                format!("{package}-{name}"),
                format!("{package}-{name}-v{version}"),
                format!("{namespace}-{package}-{name}-v{version}"),
            ]
            .map(|name| rust_ident(&name))
        };
        let all: Vec<_> = used.iter().map(|(id, _)| (*id, names(*id))).collect();
        for (id, candidates) in &all {
            let is_unique = |level: usize| {
                all.iter()
                    .filter(|(_, other)| other[level] == candidates[level])
                    .count()
                    == 1
            };
            let level = (0..4).find(|level| is_unique(*level)).unwrap_or(3);
            self.modules.insert(*id, ident(&candidates[level]));
        }
    }

    fn name_of(&self, id: InterfaceId) -> String {
        self.resolve
            .id_of(id)
            .or_else(|| self.resolve.interfaces[id].name.clone())
            .unwrap_or_default()
    }

    fn place(&self, span: WitSpan) -> String {
        self.resolve.render_location(span)
    }

    fn error(&mut self, message: messages::Message) {
        match self.blamed {
            Some(literal) => self.errors.on(literal, message),
            None => self.errors.at(Span::call_site(), message),
        }
    }

    // Types.

    fn types(&mut self, ids: impl Iterator<Item = TypeId>) -> Vec<TypeDef> {
        ids.filter_map(|id| self.type_def(id)).collect()
    }

    fn type_def(&mut self, id: TypeId) -> Option<TypeDef> {
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
            TypeDefKind::Type(WitType::Id(target))
                if self.resolve.types[*target].owner != definition.owner =>
            {
                TypeKind::Use(self.ty(&WitType::Id(*target)))
            }
            TypeDefKind::Type(ty) => TypeKind::Alias(self.ty(ty)),
            _ => TypeKind::Alias(self.anonymous(id)),
        };
        let traits = self.traits(id);
        if self.serde && traits.wide && self.has_tuple_over(id, SERDE_TUPLE, true) {
            self.error(messages::no_serde_for_tuple("type", name, &place));
        }
        Some(TypeDef {
            ident: ident(&rust_type(name)),
            docs: docs::markdown(&definition.docs)
                .unwrap_or_else(|| format!("The {} `{name}`.", definition.kind.as_str())),
            kind,
            traits,
        })
    }

    /// A type where it is used. It must be supported.
    fn ty(&self, ty: &WitType) -> Ty {
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
            WitType::Id(id) => match &self.resolve.types[*id].name {
                Some(name) => Ty::Named(self.named(*id, name)),
                None => self.anonymous(*id),
            },
            WitType::ErrorContext => unreachable!("checked to be supported"),
        }
    }

    fn named(&self, id: TypeId, name: &str) -> Named {
        let definition = &self.resolve.types[id];
        let module = match definition.owner {
            TypeOwner::Interface(owner) => self.modules.get(&owner).cloned(),
            _ => None,
        };
        let passed = match &definition.kind {
            TypeDefKind::Record(_) | TypeDefKind::Variant(_) => Passed::ByReference,
            TypeDefKind::Enum(_) | TypeDefKind::Flags(_) => Passed::ByValue,
            TypeDefKind::Type(ty) => Passed::As(Box::new(self.ty(ty))),
            _ => Passed::As(Box::new(self.anonymous(id))),
        };
        Named {
            module,
            ident: ident(&rust_type(name)),
            passed,
        }
    }

    /// A type without a name of its own, or what a name stands for.
    fn anonymous(&self, id: TypeId) -> Ty {
        let boxed = |ty: &WitType| Box::new(self.ty(ty));
        match &self.resolve.types[id].kind {
            TypeDefKind::List(item) => Ty::List(boxed(item)),
            TypeDefKind::Option(some) => Ty::Option(boxed(some)),
            TypeDefKind::Result(result) => Ty::Result(
                result.ok.as_ref().map(boxed),
                result.err.as_ref().map(boxed),
            ),
            TypeDefKind::Tuple(tuple) => {
                Ty::Tuple(tuple.types.iter().map(|ty| self.ty(ty)).collect())
            }
            TypeDefKind::Type(ty) => self.ty(ty),
            _ => unreachable!("checked to be supported"),
        }
    }

    fn traits(&self, id: TypeId) -> Traits {
        let mut all = Traits {
            copy: true,
            eq: true,
            default: true,
            wide: false,
        };
        let kind = &self.resolve.types[id].kind;
        match kind {
            TypeDefKind::List(_) => all.copy = false,
            TypeDefKind::Variant(_) | TypeDefKind::Enum(_) | TypeDefKind::Result(_) => {
                all.default = false;
            }
            TypeDefKind::Tuple(tuple) => all.wide = tuple.types.len() > STD_TUPLE,
            _ => {}
        }
        for ty in parts(kind) {
            let part = match ty {
                WitType::Id(id) => {
                    let mut part = self.traits(id);
                    // A type with a name sees to its own traits.
                    part.wide &= !self.is_defined(id);
                    part
                }
                ref scalar => Traits {
                    copy: !matches!(scalar, WitType::String),
                    eq: !matches!(scalar, WitType::F32 | WitType::F64),
                    default: true,
                    wide: false,
                },
            };
            all.copy &= part.copy;
            all.eq &= part.eq;
            all.wide |= part.wide;
            // An empty list or no value needs no default of what would be in it.
            all.default &=
                part.default || matches!(kind, TypeDefKind::List(_) | TypeDefKind::Option(_));
        }
        all
    }

    /// Whether a type becomes a Rust type of its own.
    fn is_defined(&self, id: TypeId) -> bool {
        matches!(
            self.resolve.types[id].kind,
            TypeDefKind::Record(_)
                | TypeDefKind::Variant(_)
                | TypeDefKind::Enum(_)
                | TypeDefKind::Flags(_)
        )
    }

    fn has_tuple_over(&self, id: TypeId, most: usize, is_top: bool) -> bool {
        if !is_top && self.is_defined(id) {
            return false;
        }
        let kind = &self.resolve.types[id].kind;
        matches!(kind, TypeDefKind::Tuple(tuple) if tuple.types.len() > most)
            || parts(kind).iter().any(|ty| match ty {
                WitType::Id(id) => self.has_tuple_over(*id, most, false),
                _ => false,
            })
    }

    // What can't be generated.

    /// Whether a type can be generated, with an error where its own definition is why it can't.
    fn is_supported(&mut self, id: TypeId) -> bool {
        if let Some(known) = self.unsupported.get(&id) {
            return !known;
        }
        let definition = &self.resolve.types[id];
        let mut supported = true;
        if let Some(name) = &definition.name {
            let place = self.place(definition.span);
            if let TypeDefKind::Resource = definition.kind {
                self.error(messages::resource(name, &place));
                supported = false;
            } else {
                // A name for a list is no list of its own.
                let item = if self.is_defined(id) {
                    definition.kind.as_str()
                } else {
                    "type"
                };
                supported = self.is_usable(&WitType::Id(id), true, item, name, &place);
            }
        }
        self.unsupported.insert(id, !supported);
        supported
    }

    /// Whether a type can be used in an item, with an error that names the item where it can't.
    fn is_usable(
        &mut self,
        ty: &WitType,
        is_own: bool,
        item: &str,
        name: &str,
        place: &str,
    ) -> bool {
        let id = match ty {
            WitType::ErrorContext => {
                self.error(messages::unsupported_type(
                    item,
                    name,
                    "error-context",
                    place,
                ));
                return false;
            }
            WitType::Id(id) => *id,
            _ => return true,
        };
        if !is_own && self.resolve.types[id].name.is_some() {
            return self.is_supported(id);
        }
        let kind = &self.resolve.types[id].kind;
        match kind {
            TypeDefKind::Future(_)
            | TypeDefKind::Stream(_)
            | TypeDefKind::Map(..)
            | TypeDefKind::FixedLengthList(..) => {
                self.error(messages::unsupported_type(item, name, kind.as_str(), place));
                return false;
            }
            // The resource has an error of its own.
            TypeDefKind::Handle(_) | TypeDefKind::Resource => {
                self.report_resource(kind);
                return false;
            }
            TypeDefKind::Tuple(tuple) if tuple.types.len() > MOST => {
                let count = tuple.types.len();
                self.error(messages::too_many_elements(item, name, count, place));
                return false;
            }
            _ => {}
        }
        let mut usable = true;
        for part in parts(kind) {
            usable &= self.is_usable(&part, false, item, name, place);
        }
        usable
    }

    /// Makes sure that the resource behind a handle has been reported, also where it belongs to another interface.
    fn report_resource(&mut self, kind: &TypeDefKind) {
        use fidius_wit::wit_parser::Handle;
        if let TypeDefKind::Handle(Handle::Own(id) | Handle::Borrow(id)) = kind {
            let mut id = *id;
            while let TypeDefKind::Type(WitType::Id(target)) = self.resolve.types[id].kind {
                id = target;
            }
            self.is_supported(id);
        }
    }

    // Functions.

    fn function(&mut self, function: &WitFunction, index: usize) -> Option<Function> {
        let name = &function.name;
        let place = self.place(function.span);
        let mut supported = true;
        if function.kind.is_async() {
            self.error(messages::async_function(name, &place));
            supported = false;
        }
        if function.params.len() > MOST {
            let count = function.params.len();
            self.error(messages::too_many_parameters(name, count, &place));
            supported = false;
        }
        let types = function.params.iter().map(|param| &param.ty);
        for ty in types.chain(&function.result) {
            supported &= self.is_usable(ty, false, "function", name, &place);
        }
        if !supported {
            return None;
        }
        let params = self.distinct("parameters", &function.params, |param| {
            (param.name.clone(), rust_ident(&param.name), param.span)
        });
        if params.len() < function.params.len() {
            return None;
        }
        let rust = rust_ident(name);
        let struct_name = if RESERVED.contains(&rust.as_str()) {
            format!("{rust}_")
        } else {
            rust.clone()
        };
        let result = match &function.result {
            None => Returns::Nothing,
            Some(ty) => {
                let ty = self.ty(ty);
                match ty.target() {
                    Ty::Result(ok, err) => {
                        let side = |side: &Option<Box<Ty>>| side.as_deref().cloned();
                        Returns::Result(side(ok), side(err))
                    }
                    _ => Returns::Value(ty),
                }
            }
        };
        Some(Function {
            ident: ident(&rust),
            struct_ident: ident(&struct_name),
            docs: docs::markdown(&function.docs)
                .unwrap_or_else(|| format!("The function `{name}`.")),
            params: params
                .into_iter()
                .map(|param| Param {
                    ident: ident(&rust_ident(&param.name)),
                    ty: self.ty(&param.ty),
                })
                .collect(),
            result,
            index,
        })
    }

    // Names.

    /// Of two types of one name only the first is generated, and what uses the other can't be.
    fn check_type_names(&mut self) {
        let resolve = self.resolve;
        let mut interfaces: Vec<InterfaceId> = self.modules.keys().copied().collect();
        interfaces.push(self.main);
        interfaces.sort_unstable();
        for id in interfaces {
            let types = &resolve.interfaces[id].types;
            // A `use` of a type that was refused has been reported there.
            let own = types.iter().filter(|(_, id)| {
                !matches!(&resolve.types[**id].kind, TypeDefKind::Type(WitType::Id(target))
                    if self.unsupported.contains_key(target))
            });
            let own: Vec<(&String, TypeId)> = own.map(|(name, id)| (name, *id)).collect();
            let kept = self.distinct("types", own.iter().copied(), |(name, id)| {
                ((*name).clone(), rust_type(name), resolve.types[*id].span)
            });
            let refused = own.into_iter().filter(|ty| !kept.contains(ty));
            self.unsupported.extend(refused.map(|(_, id)| (id, true)));
        }
    }

    /// Refuses every WIT name that is the same Rust name as one before it, and returns the others.
    fn distinct<T>(
        &mut self,
        kind: &str,
        items: impl IntoIterator<Item = T>,
        name: impl Fn(&T) -> (String, String, WitSpan),
    ) -> Vec<T> {
        let mut seen: Vec<(String, String, WitSpan)> = Vec::new();
        let mut kept = Vec::new();
        for item in items {
            let (wit, rust, span) = name(&item);
            if let Some((first, _, first_span)) = seen.iter().find(|(_, known, _)| *known == rust) {
                let (first_place, place) = (self.place(*first_span), self.place(span));
                self.error(messages::names_meet(
                    kind,
                    &rust,
                    (first, &first_place),
                    (&wit, &place),
                ));
            } else {
                seen.push((wit, rust, span));
                kept.push(item);
            }
        }
        kept
    }
}

/// The types that a type is directly made of.
fn parts(kind: &TypeDefKind) -> Vec<WitType> {
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
        _ => Vec::new(),
    }
}

fn member(kind: &str, name: &str, docs: &Docs, rust: fn(&str) -> String) -> Member {
    Member {
        ident: ident(&rust(name)),
        wit: name.to_owned(),
        docs: docs::markdown(docs).unwrap_or_else(|| format!("The {kind} `{name}`.")),
    }
}

fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

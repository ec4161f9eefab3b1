//! What is to be generated: the WIT as Rust will have it. It holds nothing that expanding could fail on.

use fidius_wit::{Interface, InterfaceHash};
use proc_macro2::Ident;

/// All that stands in the generated module.
pub(crate) struct Bindings {
    /// The module, named for the interface.
    pub(crate) module: Ident,
    /// The trait in it.
    pub(crate) trait_name: Ident,
    /// The docs of the interface, as Markdown.
    pub(crate) docs: String,
    /// The types of the interface itself.
    pub(crate) types: Vec<TypeDef>,
    /// The other interfaces whose types are used.
    pub(crate) used: Vec<UsedInterface>,
    pub(crate) functions: Vec<Function>,
    /// The method table.
    pub(crate) interface: Interface,
    pub(crate) hash: InterfaceHash,
    /// The WIT files read, from the crate's root.
    pub(crate) files: Vec<String>,
}

/// An interface that only its types are taken from.
pub(crate) struct UsedInterface {
    pub(crate) module: Ident,
    pub(crate) docs: String,
    pub(crate) types: Vec<TypeDef>,
}

pub(crate) struct TypeDef {
    pub(crate) ident: Ident,
    pub(crate) docs: String,
    pub(crate) kind: TypeKind,
    pub(crate) traits: Traits,
}

pub(crate) enum TypeKind {
    Record(Vec<Field>),
    Variant(Vec<Case>),
    Enum(Vec<Member>),
    Flags(Vec<Member>),
    Alias(Ty),
    /// A type of another interface, under this interface's name for it.
    Use(Ty),
}

/// What can be derived for a type.
#[derive(Clone, Copy)]
pub(crate) struct Traits {
    pub(crate) copy: bool,
    /// `Eq`, `Hash` and `Ord`: everything but floats.
    pub(crate) eq: bool,
    pub(crate) default: bool,
    /// Whether it has a tuple of more elements than std implements traits for, not counting what named types in it have.
    pub(crate) wide: bool,
}

pub(crate) struct Field {
    pub(crate) member: Member,
    pub(crate) ty: Ty,
}

pub(crate) struct Case {
    pub(crate) member: Member,
    pub(crate) ty: Option<Ty>,
}

/// A field, case, flag or parameter by name.
pub(crate) struct Member {
    pub(crate) ident: Ident,
    pub(crate) wit: String,
    pub(crate) docs: String,
}

pub(crate) struct Function {
    /// The method of the trait.
    pub(crate) ident: Ident,
    /// The method of the struct, where a reserved name must be kept free.
    pub(crate) struct_ident: Ident,
    pub(crate) docs: String,
    pub(crate) params: Vec<Param>,
    pub(crate) result: Returns,
    /// Its place in the method table.
    pub(crate) index: usize,
}

pub(crate) struct Param {
    pub(crate) ident: Ident,
    pub(crate) ty: Ty,
}

pub(crate) enum Returns {
    Nothing,
    Value(Ty),
    /// A `result`, also behind an alias: the `ok` and `err` sides.
    Result(Option<Ty>, Option<Ty>),
}

/// A type where it is used.
#[derive(Clone)]
pub(crate) enum Ty {
    /// A Rust primitive.
    Scalar(&'static str),
    String,
    List(Box<Ty>),
    Option(Box<Ty>),
    Result(Option<Box<Ty>>, Option<Box<Ty>>),
    Tuple(Vec<Ty>),
    Named(Named),
}

/// A named type where it is used.
#[derive(Clone)]
pub(crate) struct Named {
    /// The module of the used interface that it stands in; `None` for the interface itself.
    pub(crate) module: Option<Ident>,
    pub(crate) ident: Ident,
    pub(crate) passed: Passed,
}

/// How a named type is passed as an argument.
#[derive(Clone)]
pub(crate) enum Passed {
    ByValue,
    ByReference,
    /// An alias: as the type that it stands for.
    As(Box<Ty>),
}

impl Ty {
    /// The type itself, behind all aliases.
    pub(crate) fn target(&self) -> &Ty {
        match self {
            Ty::Named(Named {
                passed: Passed::As(ty),
                ..
            }) => ty.target(),
            other => other,
        }
    }
}

use crate::{Shared, Text};

/// An interface: what a component exports under one name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interface {
    /// The whole name, `namespace:package/interface@version`, or the label that a world gives it.
    pub name: Text,
    /// The functions: in the order of the WIT, or of the component where there is no WIT.
    pub functions: Shared<[Function]>,
}

impl Interface {
    /// The function of this WIT name.
    pub fn function(&self, name: &str) -> Option<&Function> {
        self.functions
            .iter()
            .find(|function| &*function.name == name)
    }
}

/// One function of an interface.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Function {
    /// The name in the WIT; for what belongs to a resource, with its mark: `[method]file.read`.
    pub name: Text,
    /// Whether it stands alone or belongs to a resource.
    pub kind: FunctionKind,
    /// Whether it is an `async func`.
    pub is_async: bool,
    /// The parameters in order.
    pub params: Shared<[Param]>,
    /// The result, where there is one.
    pub result: Option<Type>,
}

impl Function {
    /// The name for people, without the mark: `greet`, `file.read`, and `file.constructor` for what makes one.
    pub fn label(&self) -> String {
        let name = self.name.rsplit(']').next().unwrap_or_default();
        match self.kind {
            FunctionKind::Constructor => format!("{name}.constructor"),
            _ => name.to_owned(),
        }
    }

    /// Whether it needs what the component model has for concurrency: it is an `async func`, or a stream or a future goes in or comes
    /// out.
    pub fn is_concurrent(&self) -> bool {
        let is_stream = &mut |ty: &Type| matches!(ty, Type::Stream(_) | Type::Future(_));
        let params = self.params.iter().map(|param| &param.ty);
        self.is_async || params.chain(&self.result).any(|ty| ty.has(is_stream))
    }
}

/// Whether a function with these parameters and this result could be raw: there is nothing but bytes to take, and to return besides
/// an error.
pub fn is_of_bytes(params: &[Param], result: Option<&Type>) -> bool {
    let is_bytes = |ty: &Type| matches!(ty, Type::List(item) if **item == Type::U8);
    let takes_bytes = matches!(params, [only] if is_bytes(&only.ty));
    takes_bytes
        && match result {
            Some(Type::Result(sides)) => sides.0.as_ref().is_some_and(is_bytes),
            Some(ty) => is_bytes(ty),
            None => false,
        }
}

/// Whether a function stands alone or belongs to a resource.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FunctionKind {
    /// A function of the interface itself.
    Free,
    /// Makes a resource.
    Constructor,
    /// Called on a resource.
    Method,
    /// Belongs to a resource without being called on one.
    Static,
}

impl FunctionKind {
    /// The kind that the mark in a function's name stands for.
    pub fn of_name(name: &str) -> Self {
        match name
            .strip_prefix('[')
            .and_then(|rest| rest.split(']').next())
        {
            Some("constructor") => Self::Constructor,
            Some("method") => Self::Method,
            Some("static") => Self::Static,
            _ => Self::Free,
        }
    }
}

/// A named parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Param {
    /// The name in the WIT.
    pub name: Text,
    /// The type.
    pub ty: Type,
}

/// A type, with aliases resolved: two types that the component model does not tell apart are the same value here, but
/// for the names of the types, which are kept for printing.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(
    missing_docs,
    reason = "the primitive cases are named as in WIT and say no more"
)]
pub enum Type {
    Bool,
    S8,
    S16,
    S32,
    S64,
    U8,
    U16,
    U32,
    U64,
    F32,
    F64,
    Char,
    String,
    ErrorContext,
    /// `list<T>`
    List(Shared<Type>),
    /// `list<T, N>`
    FixedLengthList(Shared<Type>, u32),
    /// `map<K, V>`
    Map(Shared<(Type, Type)>),
    /// `option<T>`
    Option(Shared<Type>),
    /// `result<T, E>`: the type of `ok`, then of `err`.
    Result(Shared<(Option<Type>, Option<Type>)>),
    /// `tuple<…>`
    Tuple(Shared<[Type]>),
    /// A record.
    Record(Shared<Record>),
    /// A variant.
    Variant(Shared<Variant>),
    /// An enum.
    Enum(Shared<Enum>),
    /// A set of flags.
    Flags(Shared<Flags>),
    /// An owned handle of the resource of this name.
    Own(Text),
    /// A borrowed handle of the resource of this name.
    Borrow(Text),
    /// `future<T>`
    Future(Shared<Option<Type>>),
    /// `stream<T>`
    Stream(Shared<Option<Type>>),
}

impl Type {
    /// Whether the type, or one that it is made of, is one that `wanted` says yes to.
    pub(crate) fn has(&self, wanted: &mut dyn FnMut(&Self) -> bool) -> bool {
        if wanted(self) {
            return true;
        }
        match self {
            Self::List(item) | Self::FixedLengthList(item, _) | Self::Option(item) => {
                item.has(wanted)
            }
            Self::Map(entry) => entry.0.has(wanted) || entry.1.has(wanted),
            Self::Result(sides) => {
                let mut sides = sides.0.iter().chain(&sides.1);
                sides.any(|ty| ty.has(wanted))
            }
            Self::Tuple(types) => types.iter().any(|ty| ty.has(wanted)),
            Self::Record(record) => record.fields.iter().any(|field| field.ty.has(wanted)),
            Self::Variant(variant) => {
                let mut payloads = variant.cases.iter().filter_map(|case| case.ty.as_ref());
                payloads.any(|ty| ty.has(wanted))
            }
            Self::Future(item) | Self::Stream(item) => item.iter().any(|ty| ty.has(wanted)),
            _ => false,
        }
    }
}

/// A record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The name of the type, where it is known; it says nothing about compatibility.
    pub name: Option<Text>,
    /// The fields in order.
    pub fields: Shared<[Field]>,
}

/// A field of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// The name in the WIT.
    pub name: Text,
    /// The type.
    pub ty: Type,
}

/// A variant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variant {
    /// The name of the type, where it is known; it says nothing about compatibility.
    pub name: Option<Text>,
    /// The cases in order.
    pub cases: Shared<[Case]>,
}

/// A case of a variant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// The name in the WIT.
    pub name: Text,
    /// The payload, where there is one.
    pub ty: Option<Type>,
}

/// An enum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enum {
    /// The name of the type, where it is known; it says nothing about compatibility.
    pub name: Option<Text>,
    /// The names of the cases in order.
    pub cases: Shared<[Text]>,
}

/// A set of flags.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flags {
    /// The name of the type, where it is known; it says nothing about compatibility.
    pub name: Option<Text>,
    /// The names of the flags in order.
    pub flags: Shared<[Text]>,
}

//! What is to be generated: the WIT as Rust will have it. It holds nothing that expanding could fail on.

use fidius_wit::InterfaceHash;
use proc_macro2::{Ident, TokenStream};

/// All that stands in the generated module, and on the struct.
pub(crate) struct Bindings {
    /// The outer module: named for the interface where the world exports that alone, else for the world.
    pub(crate) module: Ident,
    /// The docs of the module, as Markdown.
    pub(crate) docs: String,
    /// What the struct is, where the user does not say it.
    pub(crate) host_docs: String,
    /// Every interface with anything to generate. What belongs to the world itself is one too.
    pub(crate) interfaces: Vec<Interface>,
    /// Modules of the user's that stand for interfaces.
    pub(crate) mapped: Vec<Mapped>,
    /// What a plugin must export, in the order of the markers.
    pub(crate) exports: Vec<Export>,
    /// What the host gives to a plugin.
    pub(crate) imports: Vec<Import>,
    /// The resources that the plugin exports.
    pub(crate) guest_resources: Vec<GuestResource>,
    /// One struct out of several implementations of imports, where there are several imports.
    pub(crate) imports_struct: Ident,
    /// The types of what client streams consist of.
    pub(crate) items: Vec<ClientItem>,
    /// The hash of its own that a guest must state.
    pub(crate) guest_hash: Option<u64>,
    /// What was read, from the crate's root.
    pub(crate) files: Vec<String>,
}

/// The types, resources and functions of one interface, or of the world itself.
pub(crate) struct Interface {
    pub(crate) place: Place,
    pub(crate) docs: String,
    pub(crate) deprecated: Option<String>,
    pub(crate) types: Vec<TypeDef>,
    /// The trait, where the plugin or the host has its functions.
    pub(crate) functions: Option<Functions>,
    /// The methods of resources that are nothing but streams, and have no type of their own.
    pub(crate) pulled: Vec<Function>,
}

/// The functions of an interface, or of one side of the world.
pub(crate) struct Functions {
    pub(crate) traits: TraitNames,
    /// The name of the interface in components.
    pub(crate) name: String,
    /// Those that the trait has: free ones, constructors and statics.
    pub(crate) functions: Vec<Function>,
    pub(crate) role: Role,
    /// The method table. A world itself has one for each side.
    pub(crate) table: fidius_wit::Interface,
    pub(crate) hash: InterfaceHash,
}

/// The names of a trait's two forms.
#[derive(Clone)]
pub(crate) struct TraitNames {
    /// Its methods return when the call is over.
    pub(crate) blocking: Ident,
    /// Its methods return futures.
    pub(crate) asynchronous: Ident,
}

/// Which side has the functions.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Exported,
    Imported,
    Both,
}

/// Where the items of an interface stand.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Place {
    /// In the outer module.
    Root,
    /// In a module of its own in the outer one.
    Module(Ident),
    /// In a module of the user's, under this name in the module of such names.
    Mapped(Ident),
    /// With the types of what client streams consist of.
    Items,
}

/// What a client stream consists of: the user's type, as it is written in a module in the outer one.
pub(crate) struct ClientItem(pub(crate) TokenStream);

/// A module of the user's that stands for an interface.
pub(crate) struct Mapped {
    pub(crate) alias: Ident,
    pub(crate) path: TokenStream,
}

pub(crate) struct Export {
    /// Its place in `Bindings::interfaces`.
    pub(crate) interface: usize,
    /// The method of the struct that leads to it; `None` where its methods are on the struct only.
    pub(crate) accessor: Option<Accessor>,
    /// Whether its methods are on the struct itself.
    pub(crate) is_on_struct: bool,
    pub(crate) is_world: bool,
    /// For each function of the table whether a plugin may lack it.
    pub(crate) optional: Vec<bool>,
    /// For each function of the table whether it is raw.
    pub(crate) raw: Vec<bool>,
    /// For each function of the table whether it reads a client stream.
    pub(crate) client_streams: Vec<bool>,
    /// The number of the first function's marker.
    pub(crate) first: usize,
}

pub(crate) struct Accessor {
    pub(crate) method: Ident,
    /// The type that it returns.
    pub(crate) view: Ident,
}

pub(crate) struct Import {
    /// Its place in `Bindings::interfaces`.
    pub(crate) interface: usize,
    pub(crate) is_world: bool,
    /// The field of the struct that puts several implementations together, and its type parameter.
    pub(crate) field: Ident,
    pub(crate) parameter: Ident,
}

/// A resource of the plugin's.
pub(crate) struct GuestResource {
    pub(crate) place: Place,
    pub(crate) ident: Ident,
    /// `None` for one that the runtime gives the plugin, and that the host can only hand on.
    pub(crate) traits: Option<TraitNames>,
    pub(crate) methods: Vec<Function>,
    /// The number of the marker of the first function of the interface.
    pub(crate) first: usize,
}

pub(crate) struct TypeDef {
    pub(crate) ident: Ident,
    pub(crate) docs: String,
    pub(crate) deprecated: Option<String>,
    pub(crate) kind: TypeKind,
    pub(crate) traits: Traits,
    pub(crate) handles: Handles,
}

pub(crate) enum TypeKind {
    Record(Vec<Field>),
    Variant(Vec<Case>),
    Enum(Vec<Member>),
    Flags(Vec<Member>),
    Alias(Ty),
    /// A type of another interface, under this interface's name for it.
    Use(Ty),
    Resource(Resource),
}

pub(crate) struct Resource {
    pub(crate) wit: String,
    /// The trait of its methods; `None` for a resource that neither side of the host has to do with.
    pub(crate) traits: Option<TraitNames>,
    pub(crate) methods: Vec<Function>,
}

/// The handles that a type has in it.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Handles {
    pub(crate) own: bool,
    pub(crate) borrow: bool,
    /// Streams and futures. Resources that come through one do not count.
    pub(crate) stream: bool,
}

impl Handles {
    pub(crate) const OWN: Self = Self {
        own: true,
        borrow: false,
        stream: false,
    };
    pub(crate) const BORROW: Self = Self {
        own: false,
        borrow: true,
        stream: false,
    };
    pub(crate) const STREAM: Self = Self {
        own: false,
        borrow: false,
        stream: true,
    };

    pub(crate) fn any(self) -> bool {
        self.own || self.borrow || self.stream
    }

    /// Whether there are resources, which live in an instance.
    pub(crate) fn resources(self) -> bool {
        self.own || self.borrow
    }

    /// Whether there is anything that can't be lent, but only be given away.
    pub(crate) fn by_value(self) -> bool {
        self.own || self.stream
    }

    pub(crate) fn and(self, other: Self) -> Self {
        Self {
            own: self.own || other.own,
            borrow: self.borrow || other.borrow,
            stream: self.stream || other.stream,
        }
    }
}

/// What can be derived for a type.
#[derive(Clone, Copy)]
pub(crate) struct Traits {
    pub(crate) copy: bool,
    pub(crate) clone: bool,
    /// `PartialEq`: everything but handles.
    pub(crate) partial_eq: bool,
    /// `Eq`, `Hash` and `Ord`: everything but floats, handles and maps.
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

#[derive(Clone)]
pub(crate) struct Function {
    /// The method of the trait.
    pub(crate) ident: Ident,
    /// The method of the struct, where a reserved name must be kept free.
    pub(crate) struct_ident: Ident,
    /// Its name in components: `greet`, `[method]file.read`.
    pub(crate) wit: String,
    pub(crate) docs: String,
    pub(crate) deprecated: Option<String>,
    /// Those of a method are without the resource itself.
    pub(crate) params: Vec<Param>,
    pub(crate) result: Returns,
    /// Whether it is an `async func` of the WIT.
    pub(crate) is_async: bool,
    /// The stream that it reads beside its parameters, as guests of fidius 0.5 do.
    pub(crate) feed: Option<Feed>,
    /// The resource that a method is called on.
    pub(crate) this: Option<Named>,
    /// Its place in the method table.
    pub(crate) index: usize,
}

impl Function {
    /// What its methods take: the parameters, and the stream that it reads beside them.
    pub(crate) fn takes(&self) -> impl Iterator<Item = &Param> {
        let feed = self.feed.iter().map(|feed| &feed.param);
        self.params.iter().chain(feed)
    }

    /// Whether handles go in or come out, which the plain way of calling can't do.
    pub(crate) fn has_handles(&self) -> bool {
        self.this.is_some() || self.feed.is_some() || self.handles().any()
    }

    /// Whether the engine has to run more than one thing at a time for it: the function waits, or a stream goes in or comes out.
    pub(crate) fn is_concurrent(&self) -> bool {
        self.is_async || self.handles().stream
    }

    fn handles(&self) -> Handles {
        let (result, err) = match &self.result {
            Returns::Nothing => (None, None),
            Returns::Value(ty) => (Some(ty), None),
            Returns::Result(ok, err) => (ok.as_ref(), err.as_ref()),
        };
        let params = self.params.iter().map(|param| &param.ty);
        let all = params.chain(result).chain(err);
        all.fold(Handles::default(), |all, ty| all.and(ty.handles()))
    }
}

#[derive(Clone)]
pub(crate) struct Param {
    pub(crate) ident: Ident,
    pub(crate) ty: Ty,
}

/// A client stream that a function reads.
#[derive(Clone)]
pub(crate) struct Feed {
    /// Its place in `Bindings::items`.
    pub(crate) item: usize,
    pub(crate) param: Param,
}

#[derive(Clone)]
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
    FixedLengthList(Box<Ty>, u32),
    Map(Box<Ty>, Box<Ty>),
    Option(Box<Ty>),
    Result(Option<Box<Ty>>, Option<Box<Ty>>),
    Tuple(Vec<Ty>),
    Named(Named),
    Own(Named),
    Borrow(Named),
    /// The type of the items, where there is one.
    Stream(Option<Box<Ty>>),
    Future(Option<Box<Ty>>),
    /// A stream out of a resource, as guests of fidius 0.5 have them: a result alone.
    Pulled(Box<Pulled>),
}

/// A resource that is nothing but a stream.
#[derive(Clone)]
pub(crate) struct Pulled {
    /// The number of the marker of the function that gives the next item.
    pub(crate) next: usize,
    pub(crate) item: Ty,
    pub(crate) error: Ty,
    pub(crate) shape: ErrorShape,
}

/// What the error is that a guest ends a stream with, as far as its structure is kept.
#[derive(Clone)]
pub(crate) enum ErrorShape {
    Text,
    /// A record of texts: each field with its WIT name, and whether it is an option.
    Record(Vec<(Ident, String, bool)>),
    /// Each case with its WIT name.
    Enum(Vec<(Ident, String)>),
    Other,
}

/// A named type where it is used.
#[derive(Clone)]
pub(crate) struct Named {
    pub(crate) place: Place,
    pub(crate) ident: Ident,
    pub(crate) passed: Passed,
    pub(crate) handles: Handles,
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

    /// The handles in it.
    pub(crate) fn handles(&self) -> Handles {
        let of = |types: &mut dyn Iterator<Item = &Ty>| {
            types.fold(Handles::default(), |all, ty| all.and(ty.handles()))
        };
        match self {
            Ty::Scalar(_) | Ty::String => Handles::default(),
            Ty::List(item) | Ty::FixedLengthList(item, _) | Ty::Option(item) => item.handles(),
            Ty::Map(key, value) => of(&mut [&**key, &**value].into_iter()),
            Ty::Result(ok, err) => of(&mut ok.iter().chain(err).map(|ty| &**ty)),
            Ty::Tuple(types) => of(&mut types.iter()),
            Ty::Named(named) => named.handles,
            Ty::Own(_) | Ty::Pulled(_) => Handles::OWN,
            Ty::Borrow(_) => Handles::BORROW,
            Ty::Stream(_) | Ty::Future(_) => Handles::STREAM,
        }
    }
}

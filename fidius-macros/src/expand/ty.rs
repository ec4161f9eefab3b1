//! Types where they are used: owned in results and fields, borrowed in arguments, and what the engine lifts and lowers in
//! their place.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use crate::bindings::{Named, Passed, Place, Ty, TypeDef};

/// Where a path stands that names a generated item.
#[derive(Clone, Copy)]
pub(crate) enum Scope<'a> {
    /// Beside the outer module.
    Outside(&'a Ident),
    /// Where the items of an interface stand.
    In(&'a Place),
    /// In a block there, whose own names must not get between.
    Block(&'a Place),
    /// In the hidden module.
    Hidden,
}

impl<'a> Scope<'a> {
    /// The scope of a block in this one.
    pub(crate) fn in_block(self) -> Self {
        match self {
            Scope::In(place) => Scope::Block(place),
            other => other,
        }
    }

    /// What leads to the outer module; nothing, or a path with `::` at its end.
    fn root(self) -> TokenStream {
        match self {
            Scope::Outside(module) => quote!(#module::),
            Scope::In(Place::Root) => quote!(),
            Scope::Block(Place::Root) => quote!(self::),
            Scope::In(_) | Scope::Block(_) | Scope::Hidden => quote!(super::),
        }
    }

    /// What leads to the hidden module, with `::` at its end.
    pub(crate) fn hidden(self) -> TokenStream {
        match self {
            Scope::Hidden => quote!(self::),
            other => {
                let root = other.root();
                quote!(#root __fidius::)
            }
        }
    }

    /// What leads to a place, with `::` at its end unless it is nothing.
    pub(crate) fn to(self, place: &Place) -> TokenStream {
        match self {
            Scope::In(here) if here == place => return quote!(),
            Scope::Block(here) if here == place => return quote!(self::),
            _ => {}
        }
        let root = self.root();
        match place {
            Place::Root => root,
            Place::Module(module) => quote!(#root #module::),
            Place::Mapped(alias) => quote!(#root __with::#alias::),
            Place::Items => quote!(#root __items::),
        }
    }
}

/// The lifetime of what is borrowed.
#[derive(Clone, Copy)]
pub(crate) enum Lifetime<'a> {
    Elided,
    Named(&'a str),
}

impl Lifetime<'_> {
    /// What stands after a `&`.
    pub(crate) fn tokens(self) -> TokenStream {
        match self {
            Lifetime::Elided => quote!(),
            Lifetime::Named(name) => {
                let lifetime =
                    syn::Lifetime::new(&format!("'{name}"), proc_macro2::Span::call_site());
                quote!(#lifetime)
            }
        }
    }

    /// The generic argument of a type that borrows.
    fn argument(self) -> TokenStream {
        match self {
            Lifetime::Elided => quote!(<'_>),
            named => {
                let lifetime = named.tokens();
                quote!(<#lifetime>)
            }
        }
    }
}

pub(crate) const STATIC: Lifetime<'static> = Lifetime::Named("static");

/// The path of a named type without its lifetime.
pub(crate) fn path(named: &Named, scope: Scope<'_>) -> TokenStream {
    let (start, ident) = (scope.to(&named.place), &named.ident);
    quote!(#start #ident)
}

fn path_in(named: &Named, lifetime: Lifetime<'_>, scope: Scope<'_>) -> TokenStream {
    let path = path(named, scope);
    if named.handles.borrow {
        let argument = lifetime.argument();
        quote!(#path #argument)
    } else {
        path
    }
}

/// The owned type. Where handles are borrowed in it, for as long as `lifetime`.
pub(crate) fn owned(
    krate: &TokenStream,
    ty: &Ty,
    lifetime: Lifetime<'_>,
    scope: Scope<'_>,
) -> TokenStream {
    let item = |ty: &Ty| owned(krate, ty, lifetime, scope);
    structure(ty, &|ty| match ty {
        Ty::Named(named) => Some(path_in(named, lifetime, scope)),
        Ty::Own(named) => Some(path(named, scope)),
        Ty::Borrow(named) => {
            let (lifetime, path) = (lifetime.tokens(), path(named, scope));
            Some(quote!(&#lifetime #path))
        }
        Ty::Stream(ty) => {
            let item = or_unit(ty.as_deref(), item);
            Some(quote!(#krate::Stream<#item>))
        }
        Ty::Future(ty) => {
            let item = or_unit(ty.as_deref(), item);
            Some(quote!(#krate::Future<#item>))
        }
        Ty::Pulled(pulled) => {
            let item = item(&pulled.item);
            Some(quote!(#krate::Stream<#item>))
        }
        _ => None,
    })
}

/// What is lifted and lowered in the place of the owned type.
pub(crate) fn raw(krate: &TokenStream, ty: &Ty, scope: Scope<'_>) -> TokenStream {
    let item = |ty: &Ty| raw(krate, ty, scope);
    structure(ty, &|ty| match ty {
        Ty::Own(_) | Ty::Borrow(_) | Ty::Pulled(_) => Some(quote!(#krate::__private::RawHandle)),
        Ty::Named(named) => match &named.passed {
            Passed::As(target) if named.handles.any() => Some(raw(krate, target, scope)),
            _ if named.handles.any() => {
                let path = path_in(named, STATIC, scope);
                Some(quote!(<#path as #krate::__private::Twin>::Raw))
            }
            _ => Some(path(named, scope)),
        },
        Ty::Stream(ty) => {
            let item = or_unit(ty.as_deref(), item);
            Some(quote!(#krate::__private::wasmtime::component::StreamReader<#item>))
        }
        Ty::Future(ty) => {
            let item = or_unit(ty.as_deref(), item);
            Some(quote!(#krate::__private::wasmtime::component::FutureReader<#item>))
        }
        _ => None,
    })
}

/// The type of what may carry nothing.
pub(crate) fn or_unit(ty: Option<&Ty>, of: impl Fn(&Ty) -> TokenStream) -> TokenStream {
    ty.map_or_else(|| quote!(()), of)
}

/// A type made of others, with `leaf` for those that it knows.
fn structure(ty: &Ty, leaf: &dyn Fn(&Ty) -> Option<TokenStream>) -> TokenStream {
    if let Some(leaf) = leaf(ty) {
        return leaf;
    }
    let of = |ty: &Ty| structure(ty, leaf);
    match ty {
        Ty::Scalar(name) => scalar(name),
        Ty::String => quote!(::std::string::String),
        Ty::List(item) => {
            let item = of(item);
            quote!(::std::vec::Vec<#item>)
        }
        Ty::FixedLengthList(item, length) => {
            let (item, length) = (of(item), array_length(*length));
            quote!([#item; #length])
        }
        Ty::Map(key, value) => {
            let (key, value) = (of(key), of(value));
            quote!(::std::collections::HashMap<#key, #value>)
        }
        Ty::Option(some) => {
            let some = of(some);
            quote!(::core::option::Option<#some>)
        }
        Ty::Result(ok, err) => {
            let side = |ty: &Option<Box<Ty>>| or_unit(ty.as_deref(), of);
            let (ok, err) = (side(ok), side(err));
            quote!(::core::result::Result<#ok, #err>)
        }
        Ty::Tuple(types) => {
            let types = types.iter().map(of);
            quote!((#(#types,)*))
        }
        Ty::Named(_)
        | Ty::Own(_)
        | Ty::Borrow(_)
        | Ty::Stream(_)
        | Ty::Future(_)
        | Ty::Pulled(_) => {
            unreachable!("types with a name and streams are leaves to all who walk over types")
        }
    }
}

pub(crate) fn array_length(length: u32) -> proc_macro2::Literal {
    proc_macro2::Literal::u32_unsuffixed(length)
}

/// The owned type of one side of a `result`, which has no borrowed handles.
pub(crate) fn side(krate: &TokenStream, ty: Option<&Ty>, scope: Scope<'_>) -> TokenStream {
    or_unit(ty, |ty| owned(krate, ty, STATIC, scope))
}

/// The type as an argument.
pub(crate) fn argument(
    krate: &TokenStream,
    ty: &Ty,
    lifetime: Lifetime<'_>,
    scope: Scope<'_>,
) -> TokenStream {
    if ty.handles().by_value() {
        return owned(krate, ty, lifetime, scope);
    }
    let reference = lifetime.tokens();
    argument_with(krate, ty, lifetime, scope, &|ty| match ty {
        Ty::Borrow(named) => {
            let path = path(named, scope);
            Some(quote!(&#reference #path))
        }
        Ty::List(item) => {
            let item = owned(krate, item, lifetime, scope);
            Some(quote!(&#reference [#item]))
        }
        Ty::Named(named) => match &named.passed {
            Passed::ByReference => {
                let path = path_in(named, lifetime, scope);
                Some(quote!(&#reference #path))
            }
            _ => None,
        },
        _ => None,
    })
}

/// What is lowered in the place of the argument.
pub(crate) fn raw_argument(
    krate: &TokenStream,
    ty: &Ty,
    lifetime: Lifetime<'_>,
    scope: Scope<'_>,
) -> TokenStream {
    let handles = ty.handles();
    if !handles.any() {
        return argument(krate, ty, lifetime, scope);
    }
    if handles.by_value() {
        return raw(krate, ty, scope);
    }
    argument_with(krate, ty, lifetime, scope, &|ty| match ty {
        _ if !ty.handles().any() => Some(argument(krate, ty, lifetime, scope)),
        Ty::Borrow(_) | Ty::List(_) | Ty::FixedLengthList(..) | Ty::Map(..) => {
            Some(raw(krate, ty, scope))
        }
        Ty::Named(named) => match &named.passed {
            Passed::ByReference => Some(raw(krate, ty, scope)),
            _ => None,
        },
        _ => None,
    })
}

/// An argument's type, with `leaf` for what handles make different.
fn argument_with(
    krate: &TokenStream,
    ty: &Ty,
    lifetime: Lifetime<'_>,
    scope: Scope<'_>,
    leaf: &dyn Fn(&Ty) -> Option<TokenStream>,
) -> TokenStream {
    if let Some(leaf) = leaf(ty) {
        return leaf;
    }
    let of = |ty: &Ty| argument_with(krate, ty, lifetime, scope, leaf);
    let reference = lifetime.tokens();
    match ty {
        Ty::String => quote!(&#reference ::core::primitive::str),
        Ty::FixedLengthList(..) | Ty::Map(..) => {
            let owned = owned(krate, ty, lifetime, scope);
            quote!(&#reference #owned)
        }
        Ty::Named(named) => match &named.passed {
            Passed::As(target) => of(target),
            _ => path(named, scope),
        },
        _ => structure(ty, &|part| {
            let is_whole = std::ptr::eq(part, ty);
            (!is_whole).then(|| of(part))
        }),
    }
}

fn scalar(name: &str) -> TokenStream {
    let name = Ident::new(name, proc_macro2::Span::call_site());
    quote!(::core::primitive::#name)
}

/// The lifetime of borrowed handles in a type's own definition.
pub(super) const LIFETIME: Lifetime<'static> = Lifetime::Named("a");

/// The lifetime that a type with borrowed handles has.
pub(super) fn generics(definition: &TypeDef) -> Option<TokenStream> {
    definition.handles.borrow.then(|| quote!(<'a>))
}

/// The type with its lifetime left open.
pub(super) fn anonymous(definition: &TypeDef) -> TokenStream {
    let ident = &definition.ident;
    if definition.handles.borrow {
        quote!(#ident<'_>)
    } else {
        quote!(#ident)
    }
}

/// A type that only the expansion uses.
pub(super) fn hidden(name: &str, number: usize) -> Ident {
    format_ident!("{name}{number}")
}

//! Types where they are used: owned in results and fields, borrowed in arguments.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::bindings::{Named, Passed, Ty};

/// Where a path stands that names a generated type.
#[derive(Clone, Copy)]
pub(crate) enum Scope<'a> {
    /// Beside the module of the interface.
    Outside(&'a Ident),
    /// In the module of the interface.
    Interface,
    /// In a block in the module of the interface, whose own names must not get between.
    Block,
    /// In the module of another interface whose types are used.
    Used,
    /// In the hidden module.
    Hidden,
}

impl Scope<'_> {
    /// The scope of a block in this one.
    pub(crate) fn in_block(self) -> Self {
        match self {
            Scope::Interface => Scope::Block,
            other => other,
        }
    }
}

fn path(named: &Named, scope: Scope<'_>) -> TokenStream {
    let ident = &named.ident;
    let start = match scope {
        Scope::Outside(module) => quote!(#module::),
        Scope::Interface => quote!(),
        Scope::Block => quote!(self::),
        Scope::Used | Scope::Hidden => quote!(super::),
    };
    match &named.module {
        Some(module) => quote!(#start #module::#ident),
        None => quote!(#start #ident),
    }
}

/// The owned type.
pub(crate) fn owned(ty: &Ty, scope: Scope<'_>) -> TokenStream {
    match ty {
        Ty::Scalar(name) => scalar(name),
        Ty::String => quote!(::std::string::String),
        Ty::List(item) => {
            let item = owned(item, scope);
            quote!(::std::vec::Vec<#item>)
        }
        Ty::Option(some) => {
            let some = owned(some, scope);
            quote!(::core::option::Option<#some>)
        }
        Ty::Result(ok, err) => {
            let (ok, err) = (side(ok.as_deref(), scope), side(err.as_deref(), scope));
            quote!(::core::result::Result<#ok, #err>)
        }
        Ty::Tuple(types) => {
            let types = types.iter().map(|ty| owned(ty, scope));
            quote!((#(#types,)*))
        }
        Ty::Named(named) => path(named, scope),
    }
}

/// The owned type of one side of a `result`.
pub(crate) fn side(ty: Option<&Ty>, scope: Scope<'_>) -> TokenStream {
    match ty {
        Some(ty) => owned(ty, scope),
        None => quote!(()),
    }
}

/// The type as an argument: with `lifetime` after each `&`, which is empty or a lifetime.
pub(crate) fn borrowed(ty: &Ty, lifetime: &TokenStream, scope: Scope<'_>) -> TokenStream {
    match ty {
        Ty::Scalar(name) => scalar(name),
        Ty::String => quote!(&#lifetime ::core::primitive::str),
        Ty::List(item) => {
            let item = owned(item, scope);
            quote!(&#lifetime [#item])
        }
        Ty::Option(some) => {
            let some = borrowed(some, lifetime, scope);
            quote!(::core::option::Option<#some>)
        }
        Ty::Result(ok, err) => {
            let side = |ty: Option<&Ty>| match ty {
                Some(ty) => borrowed(ty, lifetime, scope),
                None => quote!(()),
            };
            let (ok, err) = (side(ok.as_deref()), side(err.as_deref()));
            quote!(::core::result::Result<#ok, #err>)
        }
        Ty::Tuple(types) => {
            let types = types.iter().map(|ty| borrowed(ty, lifetime, scope));
            quote!((#(#types,)*))
        }
        Ty::Named(named) => match &named.passed {
            Passed::ByValue => path(named, scope),
            Passed::ByReference => {
                let path = path(named, scope);
                quote!(&#lifetime #path)
            }
            Passed::As(target) => borrowed(target, lifetime, scope),
        },
    }
}

fn scalar(name: &str) -> TokenStream {
    let name = Ident::new(name, proc_macro2::Span::call_site());
    quote!(::core::primitive::#name)
}

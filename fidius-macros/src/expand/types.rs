//! The generated types.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident, quote};

use super::ty::{self, Lifetime, Scope};
use super::{component, flags, resource, twin, wide};
use crate::args::Args;
use crate::bindings::{Case, Field, Member, Traits, TypeDef, TypeKind};

pub(super) fn definitions(args: &Args, types: &[TypeDef], scope: Scope<'_>) -> TokenStream {
    types
        .iter()
        .map(|definition| definition_of(args, definition, scope))
        .collect()
}

fn definition_of(args: &Args, definition: &TypeDef, scope: Scope<'_>) -> TokenStream {
    let TypeDef {
        ident, docs, kind, ..
    } = definition;
    let deprecated = deprecated(definition.deprecated.as_deref());
    match kind {
        TypeKind::Record(fields) => record(args, definition, fields, scope),
        TypeKind::Variant(cases) => variant(args, definition, cases, scope),
        TypeKind::Enum(cases) => enumeration(args, definition, cases),
        TypeKind::Flags(members) => flags::flags(args, definition, members),
        TypeKind::Resource(resource) => resource::handle(args, definition, resource, scope),
        TypeKind::Alias(target) => {
            let target = ty::owned(target, LIFETIME, scope);
            let generics = generics(definition);
            quote! {
                #[doc = #docs]
                #deprecated
                pub type #ident #generics = #target;
            }
        }
        TypeKind::Use(target) => {
            let target = match target {
                crate::bindings::Ty::Named(named) | crate::bindings::Ty::Own(named) => {
                    ty::path(named, scope.in_block())
                }
                other => ty::owned(other, LIFETIME, scope.in_block()),
            };
            quote! {
                #[doc(inline)]
                pub use #target as #ident;
            }
        }
    }
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

fn record(args: &Args, definition: &TypeDef, fields: &[Field], scope: Scope<'_>) -> TokenStream {
    let TypeDef { ident, docs, .. } = definition;
    let krate = &args.krate;
    let attributes = attributes(args, definition, true);
    let generics = generics(definition);
    let component = if definition.handles.any() {
        twin::record(krate, definition, fields, scope.in_block())
    } else {
        let types: Vec<TokenStream> = fields
            .iter()
            .map(|field| ty::owned(&field.ty, LIFETIME, scope.in_block()))
            .collect();
        component::record(krate, &quote!(self::#ident), fields, &types)
    };
    let wide = wide::record(krate, definition, fields, scope);
    let fields = fields.iter().map(|field| {
        let Member { ident, docs, .. } = &field.member;
        let ty = ty::owned(&field.ty, LIFETIME, scope);
        let serde = serde_name(args, definition, ident);
        quote! {
            #[doc = #docs]
            #serde
            pub #ident: #ty,
        }
    });
    quote! {
        #[doc = #docs]
        #attributes
        pub struct #ident #generics {
            #(#fields)*
        }
        #wide
        #component
    }
}

fn variant(args: &Args, definition: &TypeDef, cases: &[Case], scope: Scope<'_>) -> TokenStream {
    let TypeDef { ident, docs, .. } = definition;
    let krate = &args.krate;
    let attributes = attributes(args, definition, false);
    let generics = generics(definition);
    let component = if definition.handles.any() {
        twin::variant(krate, definition, cases, scope.in_block())
    } else {
        let types: Vec<Option<TokenStream>> = cases
            .iter()
            .map(|case| {
                let ty = case.ty.as_ref()?;
                Some(ty::owned(ty, LIFETIME, scope.in_block()))
            })
            .collect();
        component::variant(krate, &quote!(self::#ident), cases, &types)
    };
    let wide = wide::variant(krate, definition, cases);
    let cases = cases.iter().map(|case| {
        let Member { ident, docs, .. } = &case.member;
        let payload = case.ty.as_ref().map(|ty| {
            let ty = ty::owned(ty, LIFETIME, scope);
            quote!((#ty))
        });
        let serde = serde_name(args, definition, ident);
        quote! {
            #[doc = #docs]
            #serde
            #ident #payload,
        }
    });
    quote! {
        #[doc = #docs]
        #attributes
        pub enum #ident #generics {
            #(#cases)*
        }
        #wide
        #component
    }
}

fn enumeration(args: &Args, definition: &TypeDef, cases: &[Member]) -> TokenStream {
    let TypeDef { ident, docs, .. } = definition;
    let attributes = attributes(args, definition, false);
    let component = component::enumeration(&args.krate, definition, cases);
    let cases = cases.iter().map(|Member { ident, docs, .. }| {
        let serde = serde_name(args, definition, ident);
        quote! {
            #[doc = #docs]
            #serde
            #ident,
        }
    });
    quote! {
        #[doc = #docs]
        #attributes
        pub enum #ident {
            #(#cases)*
        }
        #component
    }
}

/// The derives: of std as far as the parts allow, of serde, and the user's own; and `#[deprecated]`.
fn attributes(args: &Args, definition: &TypeDef, is_record: bool) -> TokenStream {
    let Traits {
        copy,
        clone,
        partial_eq,
        eq,
        default,
        wide,
    } = definition.traits;
    let mut derives: Vec<(&str, TokenStream)> = Vec::new();
    if clone {
        derives.push(("Clone", quote!(::core::clone::Clone)));
    }
    if copy {
        derives.push(("Copy", quote!(::core::marker::Copy)));
    }
    derives.push(("Debug", quote!(::core::fmt::Debug)));
    if partial_eq {
        derives.push(("PartialEq", quote!(::core::cmp::PartialEq)));
    }
    if eq {
        derives.push(("Eq", quote!(::core::cmp::Eq)));
        derives.push(("Hash", quote!(::core::hash::Hash)));
        derives.push(("PartialOrd", quote!(::core::cmp::PartialOrd)));
        derives.push(("Ord", quote!(::core::cmp::Ord)));
    }
    if default && is_record {
        derives.push(("Default", quote!(::core::default::Default)));
    }
    let own = own_derives(args, definition, |name| {
        derives.iter().any(|(known, _)| *known == name)
    });
    // With wide tuples all but these are implemented without a derive.
    let derives = derives
        .iter()
        .filter(|(name, _)| !wide || matches!(*name, "Clone" | "Copy"))
        .map(|(_, path)| path);
    let serde = serde_derives(args, definition);
    let deprecated = deprecated(definition.deprecated.as_deref());
    quote! {
        #[derive(#(#derives),*)]
        #own
        #serde
        #deprecated
    }
}

/// The derives that the user wants besides, but for those that the type has anyway. What has handles in it gets none.
pub(super) fn own_derives(
    args: &Args,
    definition: &TypeDef,
    has: impl Fn(&str) -> bool,
) -> Option<TokenStream> {
    let own: Vec<_> = args
        .derive
        .iter()
        .filter(|path| {
            let name = path.segments.last().map(|last| last.ident.to_string());
            !name.is_some_and(|name| has(&name))
        })
        .map(ToTokens::to_token_stream)
        .collect();
    (!own.is_empty() && !definition.handles.any()).then(|| quote!(#[derive(#(#own),*)]))
}

pub(super) fn deprecated(since: Option<&str>) -> Option<TokenStream> {
    since.map(|since| quote!(#[deprecated(since = #since)]))
}

fn serde_derives(args: &Args, definition: &TypeDef) -> Option<TokenStream> {
    let krate = &args.krate;
    let path = quote!(#krate::__private::serde)
        .to_string()
        .replace(' ', "");
    (args.serde && !definition.handles.any()).then(|| {
        quote! {
            #[derive(#krate::__private::serde::Serialize, #krate::__private::serde::Deserialize)]
            #[serde(crate = #path)]
        }
    })
}

/// serde's name of a member: that of Rust, without the underscore that keeps a keyword apart.
fn serde_name(args: &Args, definition: &TypeDef, ident: &Ident) -> Option<TokenStream> {
    let has_serde = args.serde && !definition.handles.any();
    let name = ident.to_string();
    let plain = name.strip_suffix('_').filter(|_| has_serde)?;
    Some(quote!(#[serde(rename = #plain)]))
}

/// A type that only the expansion uses.
pub(super) fn hidden(name: &str, number: usize) -> Ident {
    format_ident!("{name}{number}")
}

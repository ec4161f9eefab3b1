//! The generated types.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::ty::{self, Scope};
use super::{component, flags, wide};
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
    match kind {
        TypeKind::Record(fields) => record(args, definition, fields, scope),
        TypeKind::Variant(cases) => variant(args, definition, cases, scope),
        TypeKind::Enum(cases) => enumeration(args, definition, cases),
        TypeKind::Flags(members) => flags::flags(args, definition, members),
        TypeKind::Alias(target) => {
            let target = ty::owned(target, scope);
            quote! {
                #[doc = #docs]
                pub type #ident = #target;
            }
        }
        TypeKind::Use(target) => {
            let target = ty::owned(target, scope);
            // A `use` needs a path with a start of its own.
            let start = match scope {
                Scope::Interface => quote!(self::),
                _ => quote!(),
            };
            quote! {
                #[doc(inline)]
                pub use #start #target as #ident;
            }
        }
    }
}

fn record(args: &Args, definition: &TypeDef, fields: &[Field], scope: Scope<'_>) -> TokenStream {
    let TypeDef { ident, docs, .. } = definition;
    let attributes = attributes(args, definition, true);
    let component = component::record(&args.krate, definition, fields, scope);
    let wide = wide::record(&args.krate, definition, fields, scope);
    let fields = fields.iter().map(|field| {
        let Member { ident, docs, .. } = &field.member;
        let ty = ty::owned(&field.ty, scope);
        let serde = serde_name(args, ident);
        quote! {
            #[doc = #docs]
            #serde
            pub #ident: #ty,
        }
    });
    quote! {
        #[doc = #docs]
        #attributes
        pub struct #ident {
            #(#fields)*
        }
        #wide
        #component
    }
}

fn variant(args: &Args, definition: &TypeDef, cases: &[Case], scope: Scope<'_>) -> TokenStream {
    let TypeDef { ident, docs, .. } = definition;
    let attributes = attributes(args, definition, false);
    let component = component::variant(&args.krate, definition, cases, scope);
    let wide = wide::variant(&args.krate, definition, cases);
    let cases = cases.iter().map(|case| {
        let Member { ident, docs, .. } = &case.member;
        let payload = case.ty.as_ref().map(|ty| {
            let ty = ty::owned(ty, scope);
            quote!((#ty))
        });
        let serde = serde_name(args, ident);
        quote! {
            #[doc = #docs]
            #serde
            #ident #payload,
        }
    });
    quote! {
        #[doc = #docs]
        #attributes
        pub enum #ident {
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
        let serde = serde_name(args, ident);
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

/// The derives: of std as far as the parts allow, and of serde.
fn attributes(args: &Args, definition: &TypeDef, is_record: bool) -> TokenStream {
    let Traits {
        copy,
        eq,
        default,
        wide,
    } = definition.traits;
    let mut derives = vec![quote!(::core::clone::Clone)];
    if copy {
        derives.push(quote!(::core::marker::Copy));
    }
    if !wide {
        derives.push(quote!(::core::fmt::Debug));
        derives.push(quote!(::core::cmp::PartialEq));
        if eq {
            derives.push(quote!(::core::cmp::Eq));
            derives.push(quote!(::core::hash::Hash));
            derives.push(quote!(::core::cmp::PartialOrd));
            derives.push(quote!(::core::cmp::Ord));
        }
        if default && is_record {
            derives.push(quote!(::core::default::Default));
        }
    }
    let serde = serde_derives(args);
    quote! {
        #[derive(#(#derives),*)]
        #serde
    }
}

fn serde_derives(args: &Args) -> Option<TokenStream> {
    let krate = &args.krate;
    let path = quote!(#krate::__private::serde)
        .to_string()
        .replace(' ', "");
    args.serde.then(|| {
        quote! {
            #[derive(#krate::__private::serde::Serialize, #krate::__private::serde::Deserialize)]
            #[serde(crate = #path)]
        }
    })
}

/// serde's name of a member: that of Rust, without the underscore that keeps a keyword apart.
fn serde_name(args: &Args, ident: &Ident) -> Option<TokenStream> {
    let name = ident.to_string();
    let plain = name.strip_suffix('_').filter(|_| args.serde)?;
    Some(quote!(#[serde(rename = #plain)]))
}

/// A type that only the expansion uses.
pub(super) fn hidden(name: &str, number: usize) -> Ident {
    format_ident!("{name}{number}")
}

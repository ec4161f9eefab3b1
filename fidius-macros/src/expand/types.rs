//! The generated types.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};

use super::ty::{self, Scope};
use super::{flags, wide};
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
    let attributes = attributes(args, definition, &quote!(record), "record");
    let impls = wide::record(definition, fields, scope);
    let fields = fields.iter().map(|field| {
        let Member { ident, wit, docs } = &field.member;
        let ty = ty::owned(&field.ty, scope);
        let serde = serde_name(args, ident);
        quote! {
            #[doc = #docs]
            #[component(name = #wit)]
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
        #impls
    }
}

fn variant(args: &Args, definition: &TypeDef, cases: &[Case], scope: Scope<'_>) -> TokenStream {
    let TypeDef { ident, docs, .. } = definition;
    let attributes = attributes(args, definition, &quote!(variant), "variant");
    let impls = wide::variant(definition, cases, scope);
    let cases = cases.iter().map(|case| {
        let Member { ident, wit, docs } = &case.member;
        let payload = case.ty.as_ref().map(|ty| {
            let ty = ty::owned(ty, scope);
            quote!((#ty))
        });
        let serde = serde_name(args, ident);
        quote! {
            #[doc = #docs]
            #[component(name = #wit)]
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
        #impls
    }
}

fn enumeration(args: &Args, definition: &TypeDef, cases: &[Member]) -> TokenStream {
    let TypeDef { ident, docs, .. } = definition;
    let attributes = attributes(args, definition, &quote!(enum), "enum");
    // The engine reads the number of the case straight into the enum.
    let repr = Ident::new(
        match cases.len() {
            0..=0x100 => "u8",
            0x101..=0x1_0000 => "u16",
            _ => "u32",
        },
        Span::call_site(),
    );
    let cases = cases.iter().map(|Member { ident, wit, docs }| {
        let serde = serde_name(args, ident);
        quote! {
            #[doc = #docs]
            #[component(name = #wit)]
            #serde
            #ident,
        }
    });
    quote! {
        #[doc = #docs]
        #attributes
        #[repr(#repr)]
        pub enum #ident {
            #(#cases)*
        }
    }
}

/// The derives: of std as far as the parts allow, of the engine, and of serde.
fn attributes(
    args: &Args,
    definition: &TypeDef,
    component: &TokenStream,
    kind: &str,
) -> TokenStream {
    let krate = &args.krate;
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
        if default && kind == "record" {
            derives.push(quote!(::core::default::Default));
        }
    }
    let serde = serde_derives(args);
    quote! {
        #[derive(#(#derives),*)]
        #serde
        #[derive(
            #krate::__private::wasmtime::component::ComponentType,
            #krate::__private::wasmtime::component::Lift,
            #krate::__private::wasmtime::component::Lower,
        )]
        #[component(#component)]
        #[component(wasmtime_crate = #krate::__private::wasmtime)]
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

//! The generated types.

use proc_macro2::TokenStream;
use quote::quote;

use super::attributes::{attributes, deprecated, serde_name};
use super::ty::{self, LIFETIME, Scope, generics};
use super::{component, flags, resource, twin, wide};
use crate::args::Args;
use crate::bindings::{Case, Field, Member, TypeDef, TypeKind};

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
            let target = ty::owned(&args.krate, target, LIFETIME, scope);
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
                other => ty::owned(&args.krate, other, LIFETIME, scope.in_block()),
            };
            quote! {
                #[doc(inline)]
                pub use #target as #ident;
            }
        }
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
            .map(|field| ty::owned(&args.krate, &field.ty, LIFETIME, scope.in_block()))
            .collect();
        component::record(krate, &quote!(self::#ident), fields, &types)
    };
    let wide = wide::record(krate, definition, fields, scope);
    let fields = fields.iter().map(|field| {
        let Member { ident, docs, .. } = &field.member;
        let ty = ty::owned(&args.krate, &field.ty, LIFETIME, scope);
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
                Some(ty::owned(&args.krate, ty, LIFETIME, scope.in_block()))
            })
            .collect();
        component::variant(krate, &quote!(self::#ident), cases, &types)
    };
    let wide = wide::variant(krate, definition, cases);
    let cases = cases.iter().map(|case| {
        let Member { ident, docs, .. } = &case.member;
        let payload = case.ty.as_ref().map(|ty| {
            let ty = ty::owned(&args.krate, ty, LIFETIME, scope);
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

//! Types with handles in them. The engine lifts and lowers a twin in their place, with raw handles, because a handle knows
//! more than what lifting has access to.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::component;
use super::convert::Converter;
use super::ty::{self, Scope, anonymous, generics};

use crate::bindings::{Case, Field, TypeDef};

pub(super) fn record(
    krate: &TokenStream,
    definition: &TypeDef,
    fields: &[Field],
    scope: Scope<'_>,
) -> TokenStream {
    let convert = Converter { krate, scope };
    let names: Vec<_> = fields.iter().map(|field| &field.member.ident).collect();
    let types: Vec<_> = fields
        .iter()
        .map(|field| ty::raw(krate, &field.ty, scope))
        .collect();
    let component = component::record(krate, &quote!(Raw), fields, &types);
    let visits = fields.iter().map(|field| {
        let name = &field.member.ident;
        convert.visit(&field.ty, &quote!(&self.#name))
    });
    let lowered = fields.iter().map(|field| {
        let name = &field.member.ident;
        convert.lower(&field.ty, &quote!(self.#name))
    });
    let lifted = fields.iter().map(|field| {
        let name = &field.member.ident;
        convert.lift(&field.ty, &quote!(raw.#name))
    });
    let own = definition.handles.borrow.then(|| {
        let owned_names: Vec<_> = (0..fields.len())
            .map(|index| ty::hidden("own", index))
            .collect();
        let owned = fields.iter().zip(&owned_names).map(|(field, name)| {
            let name = quote!(#name);
            let owned = convert.own(&field.ty, &name);
            quote!(let #name = #owned;)
        });
        let lowered = fields
            .iter()
            .zip(&owned_names)
            .map(|(field, name)| convert.lower_owned(&field.ty, &quote!(#name)));
        let body = later(krate, &quote!(Raw { #(#names: #lowered,)* }));
        own(
            krate,
            definition,
            &quote! {
                let Self { #(#names: #owned_names,)* } = self;
                #(#owned)*
                #body
            },
        )
    });
    let twin = quote! {
        #[doc(hidden)]
        pub struct Raw {
            #(#names: #types,)*
        }
        #component
        #own
    };
    implementations(
        krate,
        definition,
        &twin,
        &quote!(#(#visits)*),
        &quote!(Raw { #(#names: #lowered,)* }),
        &quote!(Self { #(#names: #lifted,)* }),
    )
}

pub(super) fn variant(
    krate: &TokenStream,
    definition: &TypeDef,
    cases: &[Case],
    scope: Scope<'_>,
) -> TokenStream {
    let convert = Converter { krate, scope };
    let payload = quote!(payload);
    let names: Vec<_> = cases.iter().map(|case| &case.member.ident).collect();
    let types: Vec<Option<_>> = cases
        .iter()
        .map(|case| Some(ty::raw(krate, case.ty.as_ref()?, scope)))
        .collect();
    let component = component::variant(krate, &quote!(Raw), cases, &types);
    let payloads = types.iter().map(|ty| ty.as_ref().map(|ty| quote!((#ty))));
    let visits = cases.iter().map(|case| {
        let name = &case.member.ident;
        let visit = case.ty.as_ref().map(|ty| convert.visit(ty, &payload));
        match visit {
            Some(visit) if !visit.is_empty() => quote!(Self::#name(payload) => { #visit }),
            Some(_) => quote!(Self::#name(_) => {}),
            None => quote!(Self::#name => {}),
        }
    });
    let lowered = cases.iter().map(|case| {
        let name = &case.member.ident;
        match &case.ty {
            Some(ty) => {
                let lowered = convert.lower(ty, &payload);
                quote!(Self::#name(payload) => Raw::#name(#lowered),)
            }
            None => quote!(Self::#name => Raw::#name,),
        }
    });
    let lifted = cases.iter().map(|case| {
        let name = &case.member.ident;
        match &case.ty {
            Some(ty) => {
                let lifted = convert.lift(ty, &payload);
                quote!(Raw::#name(payload) => Self::#name(#lifted),)
            }
            None => quote!(Raw::#name => Self::#name,),
        }
    });
    let own = definition.handles.borrow.then(|| {
        let arms = cases.iter().map(|case| {
            let name = &case.member.ident;
            match &case.ty {
                Some(ty) => {
                    let owned = convert.own(ty, &payload);
                    let lowered = convert.lower_owned(ty, &payload);
                    let body = later(krate, &quote!(Raw::#name(#lowered)));
                    quote! {
                        Self::#name(payload) => {
                            let payload = #owned;
                            #body
                        }
                    }
                }
                None => {
                    let body = later(krate, &quote!(Raw::#name));
                    quote!(Self::#name => #body,)
                }
            }
        });
        own(krate, definition, &quote!(match self { #(#arms)* }))
    });
    let twin = quote! {
        #[doc(hidden)]
        pub enum Raw {
            #(#names #payloads,)*
        }
        #component
        #own
    };
    implementations(
        krate,
        definition,
        &twin,
        &quote!(match self { #(#visits)* }),
        &quote!(match self { #(#lowered)* }),
        &quote!(match raw { #(#lifted)* }),
    )
}

/// The way to what a call can have as its own: shares of the resources that are borrowed in a value, and how they are lowered.
fn own(krate: &TokenStream, definition: &TypeDef, body: &TokenStream) -> TokenStream {
    let anonymous = anonymous(definition);
    quote! {
        impl self::#anonymous {
            #[doc(hidden)]
            pub fn __own(self) -> ::std::boxed::Box<
                dyn ::core::ops::FnOnce(
                    &mut #krate::__private::Lowering<'_>,
                ) -> ::core::result::Result<Raw, #krate::Error> + ::core::marker::Send,
            > {
                #body
            }
        }
    }
}

/// What lowers a value once it is known where to.
fn later(krate: &TokenStream, lowered: &TokenStream) -> TokenStream {
    quote! {
        ::std::boxed::Box::new(move |cx: &mut #krate::__private::Lowering<'_>| {
            let _ = &cx;
            ::core::result::Result::Ok(#lowered)
        })
    }
}

fn implementations(
    krate: &TokenStream,
    definition: &TypeDef,
    twin: &TokenStream,
    visits: &TokenStream,
    lowered: &TokenStream,
    lifted: &TokenStream,
) -> TokenStream {
    let (ident, anonymous) = (&definition.ident, anonymous(definition));
    let generics = generics(definition);
    // Only what borrows has to do with the lifetime.
    let lifetime = if generics.is_some() {
        format_ident!("a")
    } else {
        format_ident!("arena")
    };
    let lifetime = syn::Lifetime::new(&format!("'{lifetime}"), proc_macro2::Span::call_site());
    quote! {
        #[allow(clippy::all, clippy::pedantic, clippy::nursery)]
        const _: () = {
            #twin

            impl #krate::__private::Twin for self::#anonymous {
                type Raw = Raw;
            }

            impl #krate::__private::Lowered for self::#anonymous {
                fn visit(
                    &self,
                    route: &mut #krate::__private::Route,
                ) -> ::core::result::Result<(), #krate::Error> {
                    #visits
                    ::core::result::Result::Ok(())
                }

                fn lower(
                    self,
                    cx: &mut #krate::__private::Lowering<'_>,
                ) -> ::core::result::Result<Raw, #krate::Error> {
                    ::core::result::Result::Ok(#lowered)
                }
            }

            impl<#lifetime> #krate::__private::Lifted<#lifetime> for self::#ident #generics {
                fn lift(
                    raw: Raw,
                    cx: &mut #krate::__private::Lifting<'_, #lifetime>,
                ) -> ::core::result::Result<Self, #krate::Error> {
                    ::core::result::Result::Ok(#lifted)
                }
            }
        };
    }
}

//! Traits for types with tuples of 13 to 17 elements, which std implements none for.
//!
//! Each trait is implemented over a *view* of a value: the same value with every part borrowed, and every wide tuple taken
//! apart into two narrow ones (`Wide`). Views have all the traits.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::ty::{self, Scope};
use crate::bind::STD_TUPLE;
use crate::bindings::{Case, Field, Traits, Ty, TypeDef};

pub(super) fn record(
    krate: &TokenStream,
    definition: &TypeDef,
    fields: &[Field],
    scope: Scope<'_>,
) -> TokenStream {
    let Traits {
        partial_eq,
        eq,
        default,
        wide,
        ..
    } = definition.traits;
    if !wide {
        return TokenStream::new();
    }
    let ident = &ty::anonymous(definition);
    let names: Vec<&Ident> = fields.iter().map(|field| &field.member.ident).collect();
    let views: Vec<TokenStream> = fields
        .iter()
        .map(|field| {
            let name = &field.member.ident;
            view(krate, &field.ty, &quote!(&self.#name))
        })
        .collect();
    let other_views = fields.iter().map(|field| {
        let name = &field.member.ident;
        view(krate, &field.ty, &quote!(&other.#name))
    });
    let other_views: Vec<TokenStream> = other_views.collect();
    let eq = eq.then(|| {
        quote! {
            impl ::core::cmp::Eq for #ident {}

            impl ::core::hash::Hash for #ident {
                fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
                    #(::core::hash::Hash::hash(&#views, state);)*
                }
            }

            impl ::core::cmp::PartialOrd for #ident {
                fn partial_cmp(&self, other: &Self) -> ::core::option::Option<::core::cmp::Ordering> {
                    ::core::option::Option::Some(::core::cmp::Ord::cmp(self, other))
                }
            }

            impl ::core::cmp::Ord for #ident {
                fn cmp(&self, other: &Self) -> ::core::cmp::Ordering {
                    ::core::cmp::Ordering::Equal
                        #(.then_with(|| ::core::cmp::Ord::cmp(&#views, &#other_views)))*
                }
            }
        }
    });
    let default = default.then(|| {
        let defaults = fields
            .iter()
            .map(|field| default_of(krate, &field.ty, scope));
        quote! {
            impl ::core::default::Default for #ident {
                fn default() -> Self {
                    Self { #(#names: #defaults,)* }
                }
            }
        }
    });
    let equal = partial_eq.then(|| {
        quote! {
            impl ::core::cmp::PartialEq for #ident {
                fn eq(&self, other: &Self) -> ::core::primitive::bool {
                    true #(&& ::core::cmp::PartialEq::eq(&#views, &#other_views))*
                }
            }
        }
    });
    let name = definition.ident.to_string();
    let labels = names.iter().map(|name| name.to_string());
    quote! {
        impl ::core::fmt::Debug for #ident {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.debug_struct(#name) #(.field(#labels, &#views))* .finish()
            }
        }

        #equal
        #eq
        #default
    }
}

pub(super) fn variant(krate: &TokenStream, definition: &TypeDef, cases: &[Case]) -> TokenStream {
    let Traits {
        partial_eq,
        eq,
        wide,
        ..
    } = definition.traits;
    if !wide {
        return TokenStream::new();
    }
    let ident = &ty::anonymous(definition);
    let arms = |with_payload: &dyn Fn(&Ident, usize, &Ty) -> TokenStream,
                without: &dyn Fn(&Ident, usize) -> TokenStream| {
        let arms = cases.iter().enumerate().map(|(index, case)| {
            let name = &case.member.ident;
            match &case.ty {
                Some(ty) => with_payload(name, index, ty),
                None => without(name, index),
            }
        });
        arms.collect::<TokenStream>()
    };
    let debug = arms(
        &|name, _, ty| {
            let (label, view) = (name.to_string(), view(krate, ty, &quote!(payload)));
            quote!(Self::#name(payload) => f.debug_tuple(#label).field(&#view).finish(),)
        },
        &|name, _| {
            let label = name.to_string();
            quote!(Self::#name => f.write_str(#label),)
        },
    );
    let equal = arms(
        &|name, _, ty| {
            let (a, b) = (view(krate, ty, &quote!(a)), view(krate, ty, &quote!(b)));
            quote!((Self::#name(a), Self::#name(b)) => ::core::cmp::PartialEq::eq(&#a, &#b),)
        },
        &|name, _| quote!((Self::#name, Self::#name) => true,),
    );
    let equal = partial_eq.then(|| {
        quote! {
            impl ::core::cmp::PartialEq for #ident {
                fn eq(&self, other: &Self) -> ::core::primitive::bool {
                    match (self, other) {
                        #equal
                        _ => false,
                    }
                }
            }
        }
    });
    let eq = eq.then(|| {
        let hash = arms(
            &|name, index, ty| {
                let view = view(krate, ty, &quote!(payload));
                quote! {
                    Self::#name(payload) => {
                        ::core::hash::Hash::hash(&#index, state);
                        ::core::hash::Hash::hash(&#view, state);
                    }
                }
            },
            &|name, index| quote!(Self::#name => ::core::hash::Hash::hash(&#index, state),),
        );
        let place = arms(
            &|name, index, _| quote!(Self::#name(_) => #index,),
            &|name, index| quote!(Self::#name => #index,),
        );
        let compare = arms(
            &|name, _, ty| {
                let (a, b) = (view(krate, ty, &quote!(a)), view(krate, ty, &quote!(b)));
                quote!((Self::#name(a), Self::#name(b)) => ::core::cmp::Ord::cmp(&#a, &#b),)
            },
            &|_, _| TokenStream::new(),
        );
        quote! {
            impl ::core::cmp::Eq for #ident {}

            impl ::core::hash::Hash for #ident {
                fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
                    match self { #hash }
                }
            }

            impl ::core::cmp::PartialOrd for #ident {
                fn partial_cmp(&self, other: &Self) -> ::core::option::Option<::core::cmp::Ordering> {
                    ::core::option::Option::Some(::core::cmp::Ord::cmp(self, other))
                }
            }

            impl ::core::cmp::Ord for #ident {
                fn cmp(&self, other: &Self) -> ::core::cmp::Ordering {
                    let place = |value: &Self| match value { #place };
                    match (self, other) {
                        #compare
                        _ => ::core::cmp::Ord::cmp(&place(self), &place(other)),
                    }
                }
            }
        }
    });
    quote! {
        impl ::core::fmt::Debug for #ident {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                match self { #debug }
            }
        }

        #equal
        #eq
    }
}

/// The view of the value that `reference` leads to.
pub(super) fn view(krate: &TokenStream, ty: &Ty, reference: &TokenStream) -> TokenStream {
    if !is_wide(ty) {
        return quote!((#reference));
    }
    let item = quote!(item);
    match ty.target() {
        Ty::List(inner) => {
            let inner = view(krate, inner, &item);
            quote! {
                (#reference).iter().map(|item| #inner).collect::<::std::vec::Vec<_>>()
            }
        }
        Ty::FixedLengthList(inner, _) => {
            let inner = view(krate, inner, &item);
            quote! {
                (#reference).iter().map(|item| #inner).collect::<::std::vec::Vec<_>>()
            }
        }
        Ty::Map(_, inner) => {
            let inner = view(krate, inner, &item);
            quote! {
                (#reference)
                    .iter()
                    .map(|(key, item)| (key, #inner))
                    .collect::<::std::collections::HashMap<_, _>>()
            }
        }
        Ty::Option(inner) => {
            let inner = view(krate, inner, &item);
            quote!((#reference).as_ref().map(|item| #inner))
        }
        Ty::Result(ok, err) => {
            let side = |ty: &Option<Box<Ty>>| match ty {
                Some(ty) => view(krate, ty, &item),
                None => quote!(item),
            };
            let (ok, err) = (side(ok), side(err));
            quote!((#reference).as_ref().map(|item| #ok).map_err(|item| #err))
        }
        Ty::Tuple(types) => {
            let elements: Vec<TokenStream> = types
                .iter()
                .enumerate()
                .map(|(index, ty)| {
                    let index = proc_macro2::Literal::usize_unsuffixed(index);
                    view(krate, ty, &quote!(&tuple.#index))
                })
                .collect();
            let tuple = if elements.len() > STD_TUPLE {
                let (first, rest) = elements.split_at(STD_TUPLE);
                quote!(#krate::__private::Wide((#(#first,)*), (#(#rest,)*)))
            } else {
                quote!((#(#elements,)*))
            };
            quote! {{
                let tuple = #reference;
                #tuple
            }}
        }
        _ => quote!((#reference)),
    }
}

/// Whether a wide tuple is in it, other than inside a type with a name.
fn is_wide(ty: &Ty) -> bool {
    match ty.target() {
        Ty::Tuple(types) => types.len() > STD_TUPLE || types.iter().any(is_wide),
        Ty::List(item) | Ty::Option(item) | Ty::FixedLengthList(item, _) | Ty::Map(_, item) => {
            is_wide(item)
        }
        Ty::Result(ok, err) => ok.iter().chain(err).any(|ty| is_wide(ty)),
        _ => false,
    }
}

/// The default of a type, spelled out where a wide tuple is in the way.
fn default_of(krate: &TokenStream, ty: &Ty, scope: Scope<'_>) -> TokenStream {
    match ty.target() {
        Ty::Tuple(types) if is_wide(ty) => {
            let elements = types.iter().map(|ty| default_of(krate, ty, scope));
            quote!((#(#elements,)*))
        }
        Ty::FixedLengthList(item, _) if is_wide(ty) => {
            let item = default_of(krate, item, scope);
            quote!(::core::array::from_fn(|_| #item))
        }
        _ => {
            let ty = ty::owned(krate, ty, ty::LIFETIME, scope);
            quote!(<#ty as ::core::default::Default>::default())
        }
    }
}

//! The method table, the hash, and what the runtime checks a component with.

use fidius_wit::{FunctionKind, Interface, Type};
use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::ty::{self, Scope};
use super::types::hidden;
use crate::bindings::{Bindings, Function, Returns};

pub(super) fn table(krate: &TokenStream, bindings: &Bindings) -> TokenStream {
    let markers = bindings
        .functions
        .iter()
        .map(|function| marker(krate, function));
    let checks = bindings.functions.iter().map(|function| {
        let marker = hidden("Function", function.index);
        quote!(checker.function::<#marker>()?;)
    });
    let mut statics = Statics {
        types: Vec::new(),
        tokens: TokenStream::new(),
    };
    let interface = statics.interface(&bindings.interface);
    let statics = statics.tokens;
    let hash = bindings.hash.as_bytes();
    let table_docs = format!(
        "The method table of `{}`: each function with its parameters and result.",
        bindings.interface.name
    );
    let hash_docs = format!("The hash of the interface: `{}`.", bindings.hash);
    quote! {
        #[doc = #table_docs]
        pub static INTERFACE: #krate::Interface = {
            use #krate::__private::wit;
            #statics
            #interface
        };

        #[doc = #hash_docs]
        pub const HASH: #krate::InterfaceHash = #krate::InterfaceHash::from_bytes([#(#hash),*]);

        #[doc(hidden)]
        pub mod __fidius {
            #(#markers)*

            fn check(
                checker: &mut #krate::__private::Checker<'_>,
            ) -> ::core::result::Result<(), #krate::Error> {
                #(#checks)*
                let _ = checker;
                ::core::result::Result::Ok(())
            }

            pub static DEFINITION: #krate::__private::Definition = #krate::__private::Definition {
                exports: &[#krate::__private::Export {
                    interface: &super::INTERFACE,
                    hash: super::HASH,
                }],
                check,
            };
        }
    }
}

/// The Rust types of a function, on a type of its own.
fn marker(krate: &TokenStream, function: &Function) -> TokenStream {
    let marker = hidden("Function", function.index);
    let index = function.index;
    let lifetime = quote!('a);
    let params = function
        .params
        .iter()
        .map(|param| ty::borrowed(&param.ty, &lifetime, Scope::Hidden));
    let results = match &function.result {
        Returns::Nothing => quote!(()),
        Returns::Value(value) => {
            let value = ty::owned(value, Scope::Hidden);
            quote!((#value,))
        }
        Returns::Result(ok, err) => {
            let ok = ty::side(ok.as_ref(), Scope::Hidden);
            let err = ty::side(err.as_ref(), Scope::Hidden);
            quote!((::core::result::Result<#ok, #err>,))
        }
    };
    quote! {
        pub struct #marker;

        impl #krate::__private::Function for #marker {
            type Params<'a> = (#(#params,)*);
            type Results = #results;
            const EXPORT: ::core::primitive::usize = 0;
            const INDEX: ::core::primitive::usize = #index;
        }
    }
}

/// The tables as constants: each record, variant, enum and flags once.
struct Statics {
    types: Vec<(Type, Ident)>,
    tokens: TokenStream,
}

impl Statics {
    fn interface(&mut self, interface: &Interface) -> TokenStream {
        let name = text(&interface.name);
        let functions = interface.functions.iter().map(|function| {
            let name = text(&function.name);
            let kind = match function.kind {
                FunctionKind::Free => quote!(Free),
                FunctionKind::Constructor => quote!(Constructor),
                FunctionKind::Method => quote!(Method),
                FunctionKind::Static => quote!(Static),
            };
            let is_async = function.is_async;
            let params = function.params.iter().map(|param| {
                let (name, ty) = (text(&param.name), self.ty(&param.ty));
                quote!(wit::Param { name: #name, ty: #ty })
            });
            let params = quote!(wit::Shared::Static(&[#(#params),*]));
            let result = self.optional(function.result.as_ref());
            quote! {
                wit::Function {
                    name: #name,
                    kind: wit::FunctionKind::#kind,
                    is_async: #is_async,
                    params: #params,
                    result: #result,
                }
            }
        });
        let functions: Vec<TokenStream> = functions.collect();
        quote! {
            wit::Interface {
                name: #name,
                functions: wit::Shared::Static(&[#(#functions),*]),
            }
        }
    }

    fn optional(&mut self, ty: Option<&Type>) -> TokenStream {
        match ty {
            Some(ty) => {
                let ty = self.ty(ty);
                quote!(::core::option::Option::Some(#ty))
            }
            None => quote!(::core::option::Option::None),
        }
    }

    fn ty(&mut self, ty: &Type) -> TokenStream {
        let primitive = |name: &str| {
            let name = Ident::new(name, proc_macro2::Span::call_site());
            quote!(wit::Type::#name)
        };
        match ty {
            Type::Bool => primitive("Bool"),
            Type::S8 => primitive("S8"),
            Type::S16 => primitive("S16"),
            Type::S32 => primitive("S32"),
            Type::S64 => primitive("S64"),
            Type::U8 => primitive("U8"),
            Type::U16 => primitive("U16"),
            Type::U32 => primitive("U32"),
            Type::U64 => primitive("U64"),
            Type::F32 => primitive("F32"),
            Type::F64 => primitive("F64"),
            Type::Char => primitive("Char"),
            Type::String => primitive("String"),
            Type::ErrorContext => primitive("ErrorContext"),
            Type::List(item) => {
                let item = self.ty(item);
                quote!(wit::Type::List(wit::Shared::Static(&#item)))
            }
            Type::FixedLengthList(item, length) => {
                let item = self.ty(item);
                quote!(wit::Type::FixedLengthList(wit::Shared::Static(&#item), #length))
            }
            Type::Map(entry) => {
                let (key, value) = (self.ty(&entry.0), self.ty(&entry.1));
                quote!(wit::Type::Map(wit::Shared::Static(&(#key, #value))))
            }
            Type::Option(some) => {
                let some = self.ty(some);
                quote!(wit::Type::Option(wit::Shared::Static(&#some)))
            }
            Type::Result(sides) => {
                let (ok, err) = (
                    self.optional(sides.0.as_ref()),
                    self.optional(sides.1.as_ref()),
                );
                quote!(wit::Type::Result(wit::Shared::Static(&(#ok, #err))))
            }
            Type::Tuple(types) => {
                let types: Vec<TokenStream> = types.iter().map(|ty| self.ty(ty)).collect();
                quote!(wit::Type::Tuple(wit::Shared::Static(&[#(#types),*])))
            }
            Type::Own(resource) => {
                let resource = text(resource);
                quote!(wit::Type::Own(#resource))
            }
            Type::Borrow(resource) => {
                let resource = text(resource);
                quote!(wit::Type::Borrow(#resource))
            }
            Type::Future(item) => {
                let item = self.optional((**item).as_ref());
                quote!(wit::Type::Future(wit::Shared::Static(&#item)))
            }
            Type::Stream(item) => {
                let item = self.optional((**item).as_ref());
                quote!(wit::Type::Stream(wit::Shared::Static(&#item)))
            }
            Type::Record(_) | Type::Variant(_) | Type::Enum(_) | Type::Flags(_) => {
                self.definition(ty)
            }
        }
    }

    /// A type with members, as a static that every use refers to.
    fn definition(&mut self, ty: &Type) -> TokenStream {
        let (kind, name, members) = match ty {
            Type::Record(record) => {
                let fields: Vec<_> = record
                    .fields
                    .iter()
                    .map(|field| {
                        let (name, ty) = (text(&field.name), self.ty(&field.ty));
                        quote!(wit::Field { name: #name, ty: #ty })
                    })
                    .collect();
                (
                    quote!(Record),
                    &record.name,
                    quote!(fields: wit::Shared::Static(&[#(#fields),*])),
                )
            }
            Type::Variant(variant) => {
                let cases: Vec<_> = variant
                    .cases
                    .iter()
                    .map(|case| {
                        let (name, ty) = (text(&case.name), self.optional(case.ty.as_ref()));
                        quote!(wit::Case { name: #name, ty: #ty })
                    })
                    .collect();
                (
                    quote!(Variant),
                    &variant.name,
                    quote!(cases: wit::Shared::Static(&[#(#cases),*])),
                )
            }
            Type::Enum(ty) => {
                let cases = ty.cases.iter().map(|case| text(case));
                (
                    quote!(Enum),
                    &ty.name,
                    quote!(cases: wit::Shared::Static(&[#(#cases),*])),
                )
            }
            Type::Flags(ty) => {
                let flags = ty.flags.iter().map(|flag| text(flag));
                (
                    quote!(Flags),
                    &ty.name,
                    quote!(flags: wit::Shared::Static(&[#(#flags),*])),
                )
            }
            _ => unreachable!("only types with members have a definition"),
        };
        let known = self.types.iter().find(|(known, _)| known == ty);
        let ident = match known {
            Some((_, ident)) => ident.clone(),
            None => {
                let ident = hidden("TYPE", self.types.len());
                let name = match name {
                    Some(name) => {
                        let name = text(name);
                        quote!(::core::option::Option::Some(#name))
                    }
                    None => quote!(::core::option::Option::None),
                };
                self.tokens.extend(quote! {
                    static #ident: wit::#kind = wit::#kind { name: #name, #members };
                });
                self.types.push((ty.clone(), ident.clone()));
                ident
            }
        };
        quote!(wit::Type::#kind(wit::Shared::Static(&#ident)))
    }
}

fn text(text: &str) -> TokenStream {
    quote!(wit::Shared::Static(#text))
}

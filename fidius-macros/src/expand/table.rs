//! The method tables, the hashes, and what the runtime checks a component with.

use fidius_wit::{FunctionKind, Type};
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::exports::functions_of;
use super::ty::{self, Lifetime, Scope, hidden};
use crate::bindings::{Bindings, Function, Functions, Interface, Place, Returns, Role, TypeKind};

/// The method table and the hash of an interface, where they stand with it.
pub(super) fn public(krate: &TokenStream, interface: &Interface) -> Option<TokenStream> {
    let functions = interface.functions.as_ref()?;
    let (table, hash) = (ident("INTERFACE"), ident("HASH"));
    is_public(interface, functions).then(|| statics(krate, functions, &table, &hash))
}

/// Whether they stand with the interface: the outer module has room for those of one.
fn is_public(interface: &Interface, functions: &Functions) -> bool {
    match interface.place {
        Place::Root => functions.role != Role::Imported,
        Place::Module(_) => true,
        Place::Mapped(_) | Place::Items => false,
    }
}

fn statics(
    krate: &TokenStream,
    functions: &Functions,
    table: &Ident,
    hash_ident: &Ident,
) -> TokenStream {
    let mut statics = Statics {
        types: Vec::new(),
        tokens: TokenStream::new(),
    };
    let interface = statics.interface(&functions.table);
    let statics = statics.tokens;
    let name = &functions.name;
    let hash = functions.hash.as_bytes();
    let table_docs =
        format!("The method table of `{name}`: each function with its parameters and result.");
    let hash_docs = format!("The hash of the interface: `{}`.", functions.hash);
    quote! {
        #[doc = #table_docs]
        pub static #table: #krate::Interface = {
            use #krate::__private::wit;
            #statics
            #interface
        };

        #[doc = #hash_docs]
        pub const #hash_ident: #krate::InterfaceHash = #krate::InterfaceHash::from_bytes([#(#hash),*]);
    }
}

fn ident(name: &str) -> Ident {
    Ident::new(name, proc_macro2::Span::call_site())
}

/// What stands in the hidden module: the types of the functions, the definition, and the tables that stand nowhere else.
pub(super) fn hidden_items(krate: &TokenStream, bindings: &Bindings) -> TokenStream {
    let tables = bindings
        .interfaces
        .iter()
        .enumerate()
        .filter_map(|(index, interface)| {
            let functions = interface.functions.as_ref()?;
            let (table, hash) = (hidden("INTERFACE", index), hidden("HASH", index));
            (!is_public(interface, functions)).then(|| statics(krate, functions, &table, &hash))
        });
    // The table of an interface, and its hash.
    let table = |index: usize| {
        let interface = &bindings.interfaces[index];
        let is_public = interface
            .functions
            .as_ref()
            .is_some_and(|functions| is_public(interface, functions));
        if is_public {
            let start = Scope::Hidden.to(&interface.place);
            (quote!(&#start INTERFACE), quote!(#start HASH))
        } else {
            let (table, hash) = (hidden("INTERFACE", index), hidden("HASH", index));
            (quote!(&#table), quote!(#hash))
        }
    };
    let mut markers = Vec::new();
    let mut checks = Vec::new();
    for (number, export) in bindings.exports.iter().enumerate() {
        let Some((interface, functions)) = functions_of(bindings, export) else {
            continue;
        };
        let methods = interface
            .types
            .iter()
            .flat_map(|definition| match &definition.kind {
                TypeKind::Resource(resource) => &resource.methods[..],
                _ => &[],
            });
        let own = functions.functions.iter().chain(&interface.pulled);
        let mut all: Vec<&Function> = own.chain(methods).collect();
        all.sort_by_key(|function| function.index);
        for function in all {
            let name = hidden("Function", export.first + function.index);
            markers.push(marker(krate, function, &name, number));
            checks.push(quote!(checker.function::<#name>()?;));
        }
    }
    let exports = bindings.exports.iter().map(|export| {
        let (table, hash) = table(export.interface);
        let is_world = export.is_world;
        let flags = |flags: &[bool]| {
            if flags.contains(&true) {
                quote!(&[#(#flags),*])
            } else {
                quote!(&[])
            }
        };
        let (optional, raw) = (flags(&export.optional), flags(&export.raw));
        let client_streams = flags(&export.client_streams);
        quote! {
            #krate::__private::Export {
                interface: #table,
                hash: #hash,
                is_world: #is_world,
                optional: #optional,
                raw: #raw,
                client_streams: #client_streams,
            }
        }
    });
    let imports = bindings.imports.iter().map(|import| {
        let (table, _) = table(import.interface);
        let is_world = import.is_world;
        let types = bindings.interfaces[import.interface].types.iter();
        let resources = types.filter_map(|definition| match &definition.kind {
            TypeKind::Resource(resource) => Some(&resource.wit),
            _ => None,
        });
        quote! {
            #krate::__private::Import {
                interface: #table,
                is_world: #is_world,
                resources: &[#(#resources),*],
            }
        }
    });
    let resources = bindings
        .guest_resources
        .iter()
        .enumerate()
        .map(|(number, resource)| {
            let (start, name) = (Scope::Hidden.to(&resource.place), &resource.ident);
            let make = format_ident!("make_guest{number}");
            quote! {
                #krate::__private::GuestResource {
                    id: ::core::any::TypeId::of::<#start #name>,
                    make: #make,
                }
            }
        });
    let guest_hash = match bindings.guest_hash {
        Some(hash) => quote!(::core::option::Option::Some(#hash)),
        None => quote!(::core::option::Option::None),
    };
    quote! {
        #(#tables)*
        #(#markers)*

        fn check(
            checker: &mut #krate::__private::Checker<'_>,
        ) -> ::core::result::Result<(), #krate::Error> {
            #(#checks)*
            let _ = checker;
            ::core::result::Result::Ok(())
        }

        pub static DEFINITION: #krate::__private::Definition = #krate::__private::Definition {
            exports: &[#(#exports),*],
            imports: &[#(#imports),*],
            is_open: false,
            guest_hash: #guest_hash,
            resources: &[#(#resources),*],
            check,
        };
    }
}

/// The Rust types of a function, on a type of its own.
fn marker(krate: &TokenStream, function: &Function, name: &Ident, export: usize) -> TokenStream {
    let index = function.index;
    let this = function
        .this
        .as_ref()
        .map(|_| quote!(#krate::__private::RawHandle,));
    let params = function.params.iter().map(|param| {
        if function.is_concurrent() {
            ty::raw(krate, &param.ty, Scope::Hidden)
        } else {
            ty::raw_argument(krate, &param.ty, Lifetime::Named("a"), Scope::Hidden)
        }
    });
    let raw = |ty: &Option<_>| match ty {
        Some(ty) => ty::raw(krate, ty, Scope::Hidden),
        None => quote!(()),
    };
    let results = match &function.result {
        Returns::Nothing => quote!(()),
        Returns::Value(value) => {
            let value = ty::raw(krate, value, Scope::Hidden);
            quote!((#value,))
        }
        Returns::Result(ok, err) => {
            let (ok, err) = (raw(ok), raw(err));
            quote!((::core::result::Result<#ok, #err>,))
        }
    };
    quote! {
        pub struct #name;

        impl #krate::__private::Function for #name {
            type Params<'a> = (#this #(#params,)*);
            type Results = #results;
            const EXPORT: ::core::primitive::usize = #export;
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
    fn interface(&mut self, interface: &fidius_wit::Interface) -> TokenStream {
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

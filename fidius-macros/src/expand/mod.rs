//! From the bindings to tokens. Nothing here can fail.

mod attributes;
mod component;
mod convert;
mod exports;
mod flags;
mod form;
mod functions;
mod host;
mod imports;
mod object;
mod resource;
mod table;
mod twin;
mod ty;
mod types;
mod wide;

use fidius_wit::rust_ident;
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use crate::args::{Args, placed};
use crate::bindings::{Bindings, ClientItem, Interface, Place, TypeKind};
use crate::item::Item;
use ty::Scope;

/// The struct and the module of what it binds.
pub(crate) fn host(args: &Args, item: &Item, bindings: &Bindings) -> TokenStream {
    let krate = &args.krate;
    let module = module(args, item, bindings);
    let item_tokens = host::item(args, item, Some(bindings));
    let methods = exports::on_struct(args, item, bindings);
    let imports = imports::link(krate, item, bindings);
    // An edit of a file rebuilds what includes it.
    let files = bindings.files.iter().map(|file| {
        let file = format!("/{file}");
        quote! {
            const _: &[u8] = ::core::include_bytes!(
                ::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), #file)
            );
        }
    });
    // All in one, so that what is deprecated can be used by what is generated for it.
    let allow = has_deprecated(item, bindings).then(|| quote!(#[allow(deprecated)]));
    quote! {
        #item_tokens
        #module
        #allow
        #[allow(clippy::all, clippy::pedantic, clippy::nursery)]
        const _: () = {
            #methods
            #imports
            #(#files)*
        };
    }
}

/// What stands in for it where the WIT could not be read, so that nothing else complains.
pub(crate) fn without_wit(args: &Args, item: &Item) -> TokenStream {
    let name = args.module.clone().unwrap_or_else(|| {
        let stem = |text: String| -> Option<String> {
            let last = text.rsplit(['/', '\\']).next()?;
            let stem = last.split(['.', '@']).next()?;
            let name = rust_ident(stem);
            syn::parse_str::<Ident>(&name).is_ok().then_some(name)
        };
        let given = [&args.interface, &args.world, &args.wit, &args.component];
        let name = given
            .into_iter()
            .flatten()
            .next()
            .and_then(|literal| stem(literal.value()))
            .unwrap_or_else(|| rust_ident(&item.ident.to_string()));
        Ident::new(&name, Span::call_site())
    });
    let vis = &item.vis;
    let item = host::item(args, item, None);
    quote!(#item #vis mod #name {})
}

fn module(args: &Args, item: &Item, bindings: &Bindings) -> TokenStream {
    let krate = &args.krate;
    let Bindings { module, docs, .. } = bindings;
    let vis = &item.vis;
    let interfaces = bindings
        .interfaces
        .iter()
        .enumerate()
        .filter(|(_, interface)| !matches!(interface.place, Place::Mapped(_)));
    let interfaces = interfaces.map(|(index, interface)| {
        let items = interface_items(args, bindings, index, interface);
        match &interface.place {
            Place::Module(module) => {
                let docs = &interface.docs;
                let deprecated = attributes::deprecated(interface.deprecated.as_deref());
                quote! {
                    #[doc = #docs]
                    #deprecated
                    pub mod #module {
                        #items
                    }
                }
            }
            _ => items,
        }
    });
    let together = imports::together(krate, bindings);
    let with = with(bindings);
    let items = items(krate, bindings);
    let views = bindings.exports.iter().filter_map(|export| {
        let is_mapped = matches!(
            bindings.interfaces[export.interface].place,
            Place::Mapped(_)
        );
        if is_mapped {
            exports::view(args, bindings, export, Scope::Hidden)
        } else {
            None
        }
    });
    let hidden = table::hidden_items(krate, bindings);
    let guests = exports::guest_resources(krate, bindings);
    let allow = has_deprecated(item, bindings).then(|| quote!(#[allow(deprecated)]));
    quote! {
        #[doc = #docs]
        #allow
        #vis mod #module {
            #(#interfaces)*
            #together
            #with
            #items

            #[doc(hidden)]
            #[allow(clippy::all, clippy::pedantic, clippy::nursery)]
            pub mod __fidius {
                #hidden
                #guests
                #(#views)*
            }
        }
    }
}

/// What stands where the items of an interface stand.
fn interface_items(
    args: &Args,
    bindings: &Bindings,
    index: usize,
    interface: &Interface,
) -> TokenStream {
    let krate = &args.krate;
    let scope = Scope::In(&interface.place);
    let types = types::definitions(args, &interface.types, scope);
    let functions = interface
        .functions
        .as_ref()
        .map(|functions| functions::interface_trait(krate, functions, bindings, scope));
    let views = bindings
        .exports
        .iter()
        .filter(|export| export.interface == index)
        .filter_map(|export| exports::view(args, bindings, export, scope));
    let table = table::public(krate, interface);
    quote! {
        #types
        #functions
        #(#views)*
        #table
    }
}

/// The user's modules that stand for interfaces, under names of ours.
///
/// A path is looked up where the struct stands: among the names there, and then among crates.
fn with(bindings: &Bindings) -> Option<TokenStream> {
    if bindings.mapped.is_empty() {
        return None;
    }
    let uses = bindings.mapped.iter().map(|mapped| {
        let (alias, path) = (&mapped.alias, &mapped.path);
        quote!(pub(in super::super) use #path as #alias;)
    });
    Some(quote! {
        #[doc(hidden)]
        #[allow(unused_imports)]
        pub(super) mod __with {
            use super::super::*;
            #(#uses)*
        }
    })
}

/// The types of what client streams consist of, which the user wrote for where the struct stands, and the way from a stream of each to
/// what a plugin reads.
fn items(krate: &TokenStream, bindings: &Bindings) -> Option<TokenStream> {
    if bindings.items.is_empty() {
        return None;
    }
    let items = bindings
        .items
        .iter()
        .enumerate()
        .map(|(number, ClientItem(item))| {
            let (ident, feed) = (ty::hidden("__Item", number), ty::hidden("__feed", number));
            // That an item can't be sent is shown on it.
            let span = item.clone().into_iter().next().map(|first| first.span());
            let made = placed(
                quote!(#krate::__private::Feed::new(items)),
                span.unwrap_or_else(Span::call_site),
            );
            quote! {
                pub type #ident = #item;

                pub fn #feed(items: #krate::Stream<self::#ident>) -> #krate::__private::Feed<self::#ident> {
                    #made
                }
            }
        });
    Some(quote! {
        #[doc(hidden)]
        #[allow(
            unused_imports,
            unused_qualifications,
            private_interfaces,
            clippy::all,
            clippy::pedantic,
            clippy::nursery
        )]
        pub mod __items {
            use super::super::*;
            #(#items)*
        }
    })
}

/// Whether anything generated would warn of what is deprecated: the struct, or an item of the WIT.
fn has_deprecated(item: &Item, bindings: &Bindings) -> bool {
    let in_wit = bindings.interfaces.iter().any(|interface| {
        let functions = interface.functions.iter();
        let methods = interface
            .types
            .iter()
            .flat_map(|definition| match &definition.kind {
                TypeKind::Resource(resource) => &resource.methods[..],
                _ => &[],
            });
        interface.deprecated.is_some()
            || interface.types.iter().any(|ty| ty.deprecated.is_some())
            || functions
                .flat_map(|functions| &functions.functions)
                .chain(methods)
                .any(|function| function.deprecated.is_some())
    });
    in_wit || host::is_deprecated(item)
}

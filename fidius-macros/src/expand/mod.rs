//! From the bindings to tokens. Nothing here can fail.

mod component;
mod flags;
mod functions;
mod host;
mod table;
mod ty;
mod types;
mod wide;

use fidius_wit::rust_ident;
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use crate::args::Args;
use crate::bindings::Bindings;
use crate::item::Item;

/// The struct and the module of its interface.
pub(crate) fn host(args: &Args, item: &Item, bindings: &Bindings) -> TokenStream {
    let krate = &args.krate;
    let module = module(args, item, bindings);
    let item_tokens = host::item(krate, item, Some(bindings));
    let methods = functions::methods(krate, item, bindings);
    // An edit of a WIT file rebuilds what includes it.
    let files = bindings.files.iter().map(|file| {
        let file = format!("/{file}");
        quote! {
            const _: &[u8] = ::core::include_bytes!(
                ::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), #file)
            );
        }
    });
    quote!(#item_tokens #methods #module #(#files)*)
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
        let given = args.interface.as_ref().or(args.wit.as_ref());
        let name = given
            .and_then(|literal| stem(literal.value()))
            .unwrap_or_else(|| rust_ident(&item.ident.to_string()));
        Ident::new(&name, Span::call_site())
    });
    let vis = &item.vis;
    let item = host::item(&args.krate, item, None);
    quote!(#item #vis mod #name {})
}

fn module(args: &Args, item: &Item, bindings: &Bindings) -> TokenStream {
    let krate = &args.krate;
    let Bindings {
        module,
        docs,
        types,
        used,
        ..
    } = bindings;
    let vis = &item.vis;
    let types = types::definitions(args, types, ty::Scope::Interface);
    let used = used.iter().map(|used| {
        let (module, docs) = (&used.module, &used.docs);
        let types = types::definitions(args, &used.types, ty::Scope::Used);
        quote! {
            #[doc = #docs]
            pub mod #module {
                #types
            }
        }
    });
    let interface = functions::interface_trait(krate, bindings);
    let table = table::table(krate, bindings);
    quote! {
        #[doc = #docs]
        #vis mod #module {
            #types
            #(#used)*
            #interface
            #table
        }
    }
}

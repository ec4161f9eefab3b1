//! The attributes of generated types: derives of std, of serde and of the user, and `#[deprecated]`.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};

use crate::args::Args;
use crate::bindings::{Traits, TypeDef};

/// The derives: of std as far as the parts allow, of serde, and the user's own; and `#[deprecated]`.
pub(super) fn attributes(args: &Args, definition: &TypeDef, is_record: bool) -> TokenStream {
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
pub(super) fn serde_name(args: &Args, definition: &TypeDef, ident: &Ident) -> Option<TokenStream> {
    let has_serde = args.serde && !definition.handles.any();
    let name = ident.to_string();
    let plain = name.strip_suffix('_').filter(|_| has_serde)?;
    Some(quote!(#[serde(rename = #plain)]))
}

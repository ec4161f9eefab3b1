use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::punctuated::Punctuated;
use syn::{Attribute, Ident, Meta, Path, Token, Visibility};

use crate::errors::Errors;
use crate::messages;

/// The struct under the attribute.
pub(crate) struct Item {
    pub(crate) attrs: Vec<TokenStream>,
    pub(crate) vis: Visibility,
    pub(crate) ident: Ident,
    /// Whether the user has documented it.
    pub(crate) has_docs: bool,
}

impl Item {
    /// The struct, or the item as it is where it is none.
    pub(crate) fn parse(tokens: TokenStream, errors: &mut Errors) -> Result<Self, TokenStream> {
        let item = match syn::parse2::<syn::Item>(tokens.clone()) {
            Ok(item) => item,
            Err(error) => {
                errors.push(error);
                return Err(tokens);
            }
        };
        let syn::Item::Struct(item) = item else {
            let (what, place) = describe(&item);
            errors.on(place, messages::not_a_struct(what));
            return Err(tokens);
        };
        if !item.fields.is_empty() {
            errors.on(
                &item.fields,
                messages::struct_with_fields(&item.ident.to_string()),
            );
        }
        if !item.generics.params.is_empty() {
            errors.on(
                &item.generics,
                messages::generic_struct(&item.ident.to_string()),
            );
        } else if let Some(clause) = &item.generics.where_clause {
            errors.on(clause, messages::generic_struct(&item.ident.to_string()));
        }
        Ok(Self {
            has_docs: item.attrs.iter().any(|attr| attr.path().is_ident("doc")),
            attrs: item
                .attrs
                .into_iter()
                .map(|attr| without_own_derives(attr, errors))
                .collect(),
            vis: item.vis,
            ident: item.ident,
        })
    }
}

/// What the item is, and the tokens that say so.
fn describe(item: &syn::Item) -> (&'static str, TokenStream) {
    let two = |first: &dyn ToTokens, second: &dyn ToTokens| {
        let (first, second) = (first.to_token_stream(), second.to_token_stream());
        quote!(#first #second)
    };
    match item {
        syn::Item::Enum(item) => ("an enum", two(&item.enum_token, &item.ident)),
        syn::Item::Union(item) => ("a union", two(&item.union_token, &item.ident)),
        syn::Item::Fn(item) => ("a function", two(&item.sig.fn_token, &item.sig.ident)),
        syn::Item::Trait(item) => ("a trait", two(&item.trait_token, &item.ident)),
        syn::Item::Mod(item) => ("a module", two(&item.mod_token, &item.ident)),
        syn::Item::Type(item) => ("a type alias", two(&item.type_token, &item.ident)),
        syn::Item::Impl(item) => ("an impl", item.impl_token.to_token_stream()),
        syn::Item::Const(item) => ("a constant", two(&item.const_token, &item.ident)),
        syn::Item::Static(item) => ("a static", two(&item.static_token, &item.ident)),
        syn::Item::Use(item) => ("an import", item.use_token.to_token_stream()),
        other => ("this item", other.to_token_stream()),
    }
}

/// Takes `Clone` and `Debug` out of a derive, with an error on each: derived as well they would be errors elsewhere.
fn without_own_derives(attr: Attribute, errors: &mut Errors) -> TokenStream {
    let Meta::List(list) = &attr.meta else {
        return attr.into_token_stream();
    };
    if !list.path.is_ident("derive") {
        return attr.into_token_stream();
    }
    let Ok(derives) = list.parse_args_with(Punctuated::<Path, Token![,]>::parse_terminated) else {
        return attr.into_token_stream();
    };
    let mut kept = Vec::new();
    for path in derives {
        let name = path
            .segments
            .last()
            .map(|segment| segment.ident.to_string());
        match name.as_deref() {
            Some(name @ ("Clone" | "Debug")) => {
                errors.on(&path, messages::derived_already(name));
            }
            _ => kept.push(path),
        }
    }
    quote!(#[derive(#(#kept),*)])
}

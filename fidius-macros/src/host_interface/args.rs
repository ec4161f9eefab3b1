use fidius_wit::closest;
use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{Expr, ExprLit, Ident, Lit, LitInt, LitStr, Path, Token};

use crate::errors::Errors;
use crate::messages::{self as common, host_interface as messages};

/// The arguments of the attribute.
pub(super) struct Args {
    pub(super) version: u32,
    /// What the guest states, where it isn't to be computed.
    pub(super) hash: Option<u64>,
    /// What guests call it, where that isn't the name of the trait.
    pub(super) name: Option<String>,
    /// The path of the crate `fidius`.
    pub(super) krate: TokenStream,
}

const KNOWN: &[&str] = &["version", "hash", "name", "crate"];

struct Arg {
    name: Ident,
    value: Option<Expr>,
}

impl Parse for Arg {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if let Ok(value) = input.fork().parse::<LitInt>() {
            let message = messages::argument_without_name(&value.to_string());
            return Err(syn::Error::new_spanned(value, message));
        }
        let name = input.call(Ident::parse_any)?;
        let value = match input.parse::<Option<Token![=]>>()? {
            Some(_) => Some(input.parse()?),
            None => None,
        };
        Ok(Self { name, value })
    }
}

impl Args {
    pub(super) fn parse(tokens: TokenStream, errors: &mut Errors) -> Self {
        let mut args = Self {
            version: 0,
            hash: None,
            name: None,
            krate: quote!(::fidius),
        };
        let parsed = match Punctuated::<Arg, Token![,]>::parse_terminated.parse2(tokens) {
            Ok(parsed) => parsed,
            Err(error) => {
                errors.push(error);
                return args;
            }
        };
        let mut seen: Vec<String> = Vec::new();
        for arg in parsed {
            let name = arg.name.to_string();
            if seen.contains(&name) {
                errors.on(&arg.name, common::argument_twice(&name));
                continue;
            }
            args.set(&name, &arg, errors);
            seen.push(name);
        }
        // An argument that isn't known may be a misspelt `version`.
        let all_known = seen.iter().all(|name| KNOWN.contains(&name.as_str()));
        if all_known && !seen.iter().any(|name| name == "version") {
            errors.at(Span::call_site(), messages::no_version());
        }
        args
    }

    fn set(&mut self, name: &str, arg: &Arg, errors: &mut Errors) {
        match name {
            "version" => match arg.integer() {
                Some(Ok(version)) => self.version = version,
                _ => errors.on(arg.place(), messages::version_is_no_number()),
            },
            "hash" => match arg.integer() {
                Some(Ok(hash)) => self.hash = Some(hash),
                _ => errors.on(arg.place(), messages::hash_is_no_number()),
            },
            "name" => match arg.string() {
                Some(value) if value.value().is_empty() => {
                    errors.on(value, common::argument_empty(name, "Clock"));
                }
                Some(value) => self.name = Some(value.value()),
                None => errors.on(arg.place(), not_a_string(name, "Clock")),
            },
            "crate" => match arg.string() {
                Some(value) => match value.parse_with(Path::parse_mod_style) {
                    Ok(path) => self.krate = quote!(#path),
                    Err(_) => errors.on(value, common::not_a_path(&value.value())),
                },
                None => errors.on(arg.place(), not_a_string(name, "fidius")),
            },
            _ => {
                let meant = closest(name, KNOWN.iter().copied());
                errors.on(&arg.name, messages::unknown_argument(name, KNOWN, meant));
            }
        }
    }
}

fn not_a_string(name: &str, example: &str) -> common::Message {
    common::argument_not_a_string(name, &format!("{name} = \"{example}\""))
}

impl Arg {
    /// The integer, where it is one; an error where it has too many digits, or a suffix.
    fn integer<N>(&self) -> Option<syn::Result<N>>
    where
        N: std::str::FromStr<Err: std::fmt::Display>,
    {
        match &self.value {
            Some(Expr::Lit(ExprLit {
                lit: Lit::Int(value),
                ..
            })) => Some(value.base10_parse()),
            _ => None,
        }
    }

    fn string(&self) -> Option<&LitStr> {
        match &self.value {
            Some(Expr::Lit(ExprLit {
                lit: Lit::Str(value),
                ..
            })) => Some(value),
            _ => None,
        }
    }

    /// What is wrong: the value, or the name where there is none.
    fn place(&self) -> TokenStream {
        match &self.value {
            Some(value) => quote!(#value),
            None => {
                let name = &self.name;
                quote!(#name)
            }
        }
    }
}

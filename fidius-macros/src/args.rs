use fidius_wit::closest;
use proc_macro2::{Group, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{Expr, ExprLit, Ident, Lit, LitStr, Path, Token, token};

use crate::errors::Errors;
use crate::messages;

/// The arguments of the attribute.
pub(crate) struct Args {
    pub(crate) wit: Option<LitStr>,
    pub(crate) interface: Option<LitStr>,
    pub(crate) world: Option<LitStr>,
    pub(crate) module: Option<Ident>,
    /// The path of the crate `fidius`.
    pub(crate) krate: TokenStream,
    pub(crate) serde: bool,
}

/// The arguments that take a string, with what one looks like.
const STRINGS: &[(&str, &str)] = &[
    ("wit", "plugin.wit"),
    ("interface", "greeter"),
    ("world", "plugin"),
    ("module", "greeter"),
    ("crate", "fidius"),
];

const KNOWN: &[&str] = &["wit", "interface", "world", "module", "serde", "crate"];

struct Arg {
    name: Ident,
    value: Option<Expr>,
}

impl Parse for Arg {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if let Ok(value) = input.fork().parse::<LitStr>() {
            let message = messages::argument_without_name(&value.value());
            return Err(syn::Error::new_spanned(value, message));
        }
        let name = input.call(Ident::parse_any)?;
        let value = if input.parse::<Option<Token![=]>>()?.is_some() {
            Some(input.parse()?)
        } else if input.peek(token::Paren) {
            // As other attributes have it: the wrong form for each argument there is.
            Some(Expr::Verbatim(input.parse::<Group>()?.to_token_stream()))
        } else {
            None
        };
        Ok(Self { name, value })
    }
}

impl Args {
    pub(crate) fn parse(tokens: TokenStream, errors: &mut Errors) -> Self {
        let mut args = Self {
            wit: None,
            interface: None,
            world: None,
            module: None,
            krate: quote!(::fidius),
            serde: false,
        };
        let is_malformed;
        let parsed = match Punctuated::<Arg, Token![,]>::parse_terminated.parse2(tokens) {
            Ok(parsed) => {
                is_malformed = false;
                parsed
            }
            Err(error) => {
                errors.push(error);
                is_malformed = true;
                Punctuated::new()
            }
        };
        let mut seen: Vec<String> = Vec::new();
        for arg in parsed {
            let name = arg.name.to_string();
            if seen.contains(&name) {
                errors.on(&arg.name, messages::argument_twice(&name));
                continue;
            }
            seen.push(name.clone());
            args.set(&name, &arg, errors);
        }
        // An argument that isn't known may be a misspelt `wit`.
        let are_known = seen.iter().all(|name| KNOWN.contains(&name.as_str()));
        if !is_malformed && are_known && !seen.iter().any(|name| name == "wit") {
            errors.at(Span::call_site(), messages::no_wit());
        }
        if let (Some(_), Some(world)) = (&args.interface, &args.world) {
            errors.on(world, messages::interface_and_world());
        }
        args
    }

    fn set(&mut self, name: &str, arg: &Arg, errors: &mut Errors) {
        if name == "serde" {
            if let Some(value) = &arg.value {
                errors.on(value, messages::argument_takes_nothing(name));
            } else if !cfg!(feature = "serde") && !cfg!(test) {
                errors.on(&arg.name, messages::no_serde_feature());
            } else {
                self.serde = true;
            }
            return;
        }
        let Some((_, example)) = STRINGS.iter().find(|(known, _)| *known == name) else {
            let meant = closest(name, KNOWN.iter().copied());
            errors.on(&arg.name, messages::unknown_argument(name, KNOWN, meant));
            return;
        };
        let value = match &arg.value {
            Some(Expr::Lit(ExprLit {
                lit: Lit::Str(value),
                ..
            })) => value.clone(),
            Some(other) => {
                errors.on(other, messages::argument_not_a_string(name, example));
                return;
            }
            None => {
                errors.on(&arg.name, messages::argument_not_a_string(name, example));
                return;
            }
        };
        match name {
            "wit" if value.value().is_empty() => {
                errors.on(&value, messages::argument_empty(name, example));
            }
            "wit" => self.wit = Some(value),
            "interface" => self.interface = Some(value),
            "world" => self.world = Some(value),
            "module" => match value.parse::<Ident>() {
                Ok(ident) => self.module = Some(ident),
                Err(_) => {
                    errors.on(&value, messages::not_an_identifier(name, &value.value()));
                }
            },
            _ => match value.parse_with(Path::parse_mod_style) {
                Ok(path) => self.krate = placed(path, value.span()),
                Err(_) => errors.on(&value, messages::not_a_path(&value.value())),
            },
        }
    }
}

/// A path that stands where the user wrote it, and belongs to the expansion still, whose paths are not for lints to judge.
fn placed(path: Path, span: Span) -> TokenStream {
    let span = Span::call_site().located_at(span);
    let tokens = path.into_token_stream().into_iter();
    tokens
        .map(|mut token: TokenTree| {
            token.set_span(span);
            token
        })
        .collect()
}

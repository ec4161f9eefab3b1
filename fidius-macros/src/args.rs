use fidius_wit::closest;
use proc_macro2::{Group, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{Expr, ExprArray, ExprLit, Ident, Lit, LitInt, LitStr, Path, Token, Type, token};

use crate::errors::Errors;
use crate::messages;

/// The arguments of the attribute.
pub(crate) struct Args {
    pub(crate) wit: Option<LitStr>,
    pub(crate) inline: Option<LitStr>,
    pub(crate) component: Option<LitStr>,
    pub(crate) interface: Option<LitStr>,
    pub(crate) world: Option<LitStr>,
    pub(crate) module: Option<Ident>,
    /// Features of the WIT that are switched on.
    pub(crate) features: Vec<LitStr>,
    /// What a plugin may lack.
    pub(crate) optional: Vec<LitStr>,
    /// Functions that are raw.
    pub(crate) raw: Vec<LitStr>,
    /// Functions that read a stream of the client's, as guests of fidius 0.5 do.
    pub(crate) client_streams: Vec<ClientStream>,
    /// The hash of its own that a guest must state.
    pub(crate) guest_hash: Option<u64>,
    /// Modules that stand for interfaces.
    pub(crate) with: Vec<With>,
    /// Further derives for the generated types.
    pub(crate) derive: Vec<Path>,
    /// The path of the crate `fidius`.
    pub(crate) krate: TokenStream,
    pub(crate) serde: bool,
    /// Whether the methods of the struct and of handles are `async`.
    pub(crate) is_async: bool,
}

/// `"ns:package/interface" = path`
pub(crate) struct With {
    pub(crate) interface: LitStr,
    pub(crate) path: Path,
}

/// `"function" = Type`
pub(crate) struct ClientStream {
    pub(crate) function: LitStr,
    /// The type of the items. `None` where it was forgotten, which has been reported.
    pub(crate) item: Option<Type>,
}

/// The arguments, with the form that each takes.
const KNOWN: &[(&str, Form)] = &[
    ("wit", Form::String("plugin.wit")),
    (
        "inline",
        Form::String("package a:b; interface c { d: func(); }"),
    ),
    ("component", Form::String("plugin.wasm")),
    ("interface", Form::String("greeter")),
    ("world", Form::String("plugin")),
    ("module", Form::String("greeter")),
    ("features", Form::List("fancy")),
    ("optional", Form::List("greet")),
    ("raw", Form::List("digest")),
    ("client_streams", Form::Items),
    ("guest_hash", Form::Number("0x1f2e3d4c5b6a7988")),
    ("with", Form::Map),
    ("derive", Form::Paths),
    ("async", Form::Nothing),
    ("serde", Form::Nothing),
    ("crate", Form::String("fidius")),
];

#[derive(Clone, Copy)]
enum Form {
    /// A string, like this one.
    String(&'static str),
    /// A list of strings, like this one.
    List(&'static str),
    /// A number of 64 bits, like this one.
    Number(&'static str),
    Map,
    /// Functions, each with the type of the items that it reads.
    Items,
    Paths,
    Nothing,
}

impl Form {
    /// How the argument is written.
    fn example(self, name: &str) -> String {
        match self {
            Form::String(example) => format!("{name} = \"{example}\""),
            Form::List(example) => format!("{name} = [\"{example}\"]"),
            Form::Number(example) => format!("{name} = {example}"),
            Form::Map => format!("{name} = {{ \"a:b/c\" = crate::c }}"),
            Form::Items => format!("{name}(\"total\" = u32)"),
            Form::Paths => format!("{name}(schemars::JsonSchema)"),
            Form::Nothing => name.to_owned(),
        }
    }
}

struct Arg {
    name: Ident,
    value: Value,
}

enum Value {
    Nothing,
    Expr(Expr),
    /// After `=`.
    Braces(Group),
    /// As other attributes have it.
    Parentheses(Group),
}

impl Parse for Arg {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if let Ok(value) = input.fork().parse::<LitStr>() {
            let message = messages::argument_without_name(&value.value());
            return Err(syn::Error::new_spanned(value, message));
        }
        let name = input.call(Ident::parse_any)?;
        let value = if input.parse::<Option<Token![=]>>()?.is_some() {
            if input.peek(token::Brace) {
                Value::Braces(input.parse()?)
            } else {
                Value::Expr(input.parse()?)
            }
        } else if input.peek(token::Paren) {
            Value::Parentheses(input.parse()?)
        } else {
            Value::Nothing
        };
        Ok(Self { name, value })
    }
}

impl ToTokens for Arg {
    /// What is wrong where the value has the wrong form: the value, or the name where there is none.
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match &self.value {
            Value::Nothing => self.name.to_tokens(tokens),
            Value::Expr(expr) => expr.to_tokens(tokens),
            Value::Braces(group) | Value::Parentheses(group) => group.to_tokens(tokens),
        }
    }
}

impl Parse for With {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let interface = input.parse()?;
        input.parse::<Token![=]>()?;
        let path = input.call(Path::parse_mod_style)?;
        Ok(Self { interface, path })
    }
}

impl Parse for ClientStream {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let function = input.parse()?;
        let item = match input.parse::<Option<Token![=]>>()? {
            Some(_) => Some(input.parse()?),
            None => None,
        };
        Ok(Self { function, item })
    }
}

impl Args {
    pub(crate) fn parse(tokens: TokenStream, errors: &mut Errors) -> Self {
        let mut args = Self {
            wit: None,
            inline: None,
            component: None,
            interface: None,
            world: None,
            module: None,
            features: Vec::new(),
            optional: Vec::new(),
            raw: Vec::new(),
            client_streams: Vec::new(),
            guest_hash: None,
            with: Vec::new(),
            derive: Vec::new(),
            krate: quote!(::fidius),
            serde: false,
            is_async: false,
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
        let is_known = |name: &String| KNOWN.iter().any(|(known, _)| known == name);
        let has_source = seen
            .iter()
            .any(|name| matches!(name.as_str(), "wit" | "inline" | "component"));
        if !is_malformed && seen.iter().all(is_known) && !has_source {
            errors.at(Span::call_site(), messages::no_wit());
        }
        if let (Some(_), Some(inline)) = (&args.wit, &args.inline) {
            errors.on(inline, messages::wit_and_inline());
        }
        if let (Some(_), Some(world)) = (&args.interface, &args.world) {
            errors.on(world, messages::interface_and_world());
        }
        args
    }

    /// The argument that says where the WIT comes from.
    pub(crate) fn source(&self) -> Option<&LitStr> {
        self.wit
            .as_ref()
            .or(self.inline.as_ref())
            .or(self.component.as_ref())
    }

    fn set(&mut self, name: &str, arg: &Arg, errors: &mut Errors) {
        let Some((_, form)) = KNOWN.iter().find(|(known, _)| *known == name) else {
            let names: Vec<&str> = KNOWN.iter().map(|(known, _)| *known).collect();
            let meant = closest(name, names.iter().copied());
            errors.on(&arg.name, messages::unknown_argument(name, &names, meant));
            return;
        };
        let wrong = |errors: &mut Errors| {
            let example = form.example(name);
            errors.on(
                arg,
                match form {
                    Form::String(_) => messages::argument_not_a_string(name, &example),
                    Form::List(_) => messages::argument_not_a_list(name, &example),
                    Form::Number(_) => messages::argument_not_a_number(name, &example),
                    Form::Map => messages::argument_not_a_map(name, &example),
                    Form::Items => messages::argument_not_items(name, &example),
                    Form::Paths => messages::argument_not_paths(name, &example),
                    Form::Nothing => messages::argument_takes_nothing(name),
                },
            );
        };
        match (form, &arg.value) {
            (Form::Nothing, Value::Nothing) if name == "async" => self.is_async = true,
            (Form::Nothing, Value::Nothing) => {
                if cfg!(feature = "serde") || cfg!(test) {
                    self.serde = true;
                } else {
                    errors.on(&arg.name, messages::no_serde_feature());
                }
            }
            (Form::String(example), Value::Expr(expr)) => match string(expr) {
                Some(value)
                    if value.value().trim().is_empty()
                        && matches!(name, "wit" | "inline" | "component") =>
                {
                    errors.on(&value, messages::argument_empty(name, example));
                }
                Some(value) => self.set_string(name, value, errors),
                None if matches!(expr, Expr::Macro(_)) => {
                    errors.on(expr, messages::argument_is_a_macro(name));
                }
                None => wrong(errors),
            },
            (Form::List(_), Value::Expr(Expr::Array(ExprArray { elems, .. }))) => {
                let mut list = Vec::new();
                for element in elems {
                    match string(element) {
                        Some(value) => list.push(value),
                        None => {
                            let message = messages::argument_not_a_list(name, &form.example(name));
                            errors.on(element, message);
                        }
                    }
                }
                match name {
                    "features" => self.features = list,
                    "raw" => self.raw = list,
                    _ => self.optional = list,
                }
            }
            (Form::Number(_), Value::Expr(expr)) => match literal(expr) {
                Some(Lit::Int(number)) => self.set_number(name, number, errors),
                _ => wrong(errors),
            },
            (Form::Map, Value::Braces(group)) => {
                let parser = Punctuated::<With, Token![,]>::parse_terminated;
                match parser.parse2(group.stream()) {
                    Ok(entries) => self.set_with(entries, errors),
                    Err(_) => wrong(errors),
                }
            }
            (Form::Items, Value::Parentheses(group)) => {
                let parser = Punctuated::<ClientStream, Token![,]>::parse_terminated;
                match parser.parse2(group.stream()) {
                    Ok(entries) => self.set_client_streams(entries, arg, errors),
                    Err(_) => wrong(errors),
                }
            }
            (Form::Paths, Value::Parentheses(group)) => {
                let parser = Punctuated::<Path, Token![,]>::parse_terminated_with;
                let parser = |input: ParseStream<'_>| parser(input, Path::parse_mod_style);
                match parser.parse2(group.stream()) {
                    Ok(paths) => self.derive = paths.into_iter().collect(),
                    Err(_) => wrong(errors),
                }
            }
            _ => wrong(errors),
        }
    }

    fn set_string(&mut self, name: &str, value: LitStr, errors: &mut Errors) {
        match name {
            "wit" => self.wit = Some(value),
            "inline" => self.inline = Some(value),
            "component" => self.component = Some(value),
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

    fn set_number(&mut self, name: &str, number: &LitInt, errors: &mut Errors) {
        match (number.suffix(), number.base10_parse()) {
            ("" | "u64", Ok(value)) => self.guest_hash = Some(value),
            ("" | "u64", Err(_)) => {
                errors.on(number, messages::number_too_large(name, number));
            }
            (suffix, _) => {
                let digits = number.to_string();
                let digits = digits.strip_suffix(suffix).unwrap_or(&digits);
                errors.on(number, messages::number_not_u64(name, digits, suffix));
            }
        }
    }

    fn set_client_streams(
        &mut self,
        entries: Punctuated<ClientStream, Token![,]>,
        arg: &Arg,
        errors: &mut Errors,
    ) {
        if !cfg!(any(feature = "bincode", test)) {
            errors.on(&arg.name, messages::no_bincode_feature());
            return;
        }
        for entry in &entries {
            if entry.item.is_none() {
                let message = messages::client_stream_without_item(&entry.function.value());
                errors.on(&entry.function, message);
            }
        }
        self.client_streams = entries.into_iter().collect();
    }

    fn set_with(&mut self, entries: Punctuated<With, Token![,]>, errors: &mut Errors) {
        for entry in entries {
            let name = entry.interface.value();
            if self
                .with
                .iter()
                .any(|known| known.interface.value() == name)
            {
                errors.on(&entry.interface, messages::with_twice(&name));
            } else {
                self.with.push(entry);
            }
        }
    }
}

fn string(expr: &Expr) -> Option<LitStr> {
    match literal(expr) {
        Some(Lit::Str(value)) => Some(value.clone()),
        _ => None,
    }
}

fn literal(expr: &Expr) -> Option<&Lit> {
    match expr {
        Expr::Lit(ExprLit { lit, .. }) => Some(lit),
        // What a macro of the user's hands on stands in a group that can't be seen.
        Expr::Group(group) => literal(&group.expr),
        _ => None,
    }
}

/// Tokens that stand where the user wrote something, and belong to the expansion still, whose paths are not for lints to judge.
pub(crate) fn placed(tokens: impl ToTokens, span: Span) -> TokenStream {
    let span = Span::call_site().located_at(span);
    let tokens = tokens.into_token_stream().into_iter();
    tokens
        .map(|mut token: TokenTree| {
            if let TokenTree::Group(group) = &token {
                let inner = placed(group.stream(), span);
                token = Group::new(group.delimiter(), inner).into();
            }
            token.set_span(span);
            token
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
    use quote::quote;

    use super::Args;
    use crate::errors::Errors;

    #[track_caller]
    fn parse(tokens: TokenStream) -> Args {
        let mut errors = Errors::default();
        let args = Args::parse(tokens, &mut errors);
        let errors = errors.into_tokens();
        assert!(errors.is_empty(), "{errors}");
        args
    }

    #[test]
    fn a_guest_hash_is_any_u64() {
        let hash = |number: TokenStream| parse(quote!(wit = "a", guest_hash = #number)).guest_hash;
        assert_eq!(hash(quote!(0)), Some(0));
        assert_eq!(
            hash(quote!(0xDF23_3D1A_5936_EB5C)),
            Some(0xDF23_3D1A_5936_EB5C)
        );
        assert_eq!(hash(quote!(0xffffffffffffffffu64)), Some(u64::MAX));
        assert_eq!(hash(quote!(18_446_744_073_709_551_615)), Some(u64::MAX));
        assert_eq!(parse(quote!(wit = "a")).guest_hash, None);
    }

    #[test]
    fn async_is_a_word_alone() {
        assert!(parse(quote!(wit = "a", async)).is_async);
        assert!(parse(quote!(async, wit = "a")).is_async);
        assert!(!parse(quote!(wit = "a")).is_async);
        let refused = |tokens: TokenStream| {
            let mut errors = Errors::default();
            let _ = Args::parse(tokens, &mut errors);
            errors.into_tokens().to_string()
        };
        for tokens in [
            quote!(wit = "a", async = true),
            quote!(wit = "a", async = "yes"),
            quote!(wit = "a", async(true)),
        ] {
            let error = refused(tokens);
            assert!(
                error.contains("the argument `async` takes no value"),
                "{error}"
            );
        }
        let error = refused(quote!(wit = "a", async, async));
        assert!(
            error.contains("the argument `async` is given twice"),
            "{error}"
        );
    }

    #[test]
    fn client_streams_have_any_types() {
        let args = parse(quote!(
            wit = "a",
            client_streams("total" = u32, "store.fold" = Vec<(crate::Point, [u8; 4])>,)
        ));
        let [total, fold] = &args.client_streams[..] else {
            panic!("there are two");
        };
        assert_eq!(total.function.value(), "total");
        assert!(matches!(total.item, Some(syn::Type::Path(_))));
        assert_eq!(fold.function.value(), "store.fold");
        assert!(fold.item.is_some());
        let refused = |tokens: TokenStream| {
            let mut errors = Errors::default();
            let _ = Args::parse(tokens, &mut errors);
            errors.into_tokens().to_string()
        };
        for tokens in [
            quote!(wit = "a", client_streams = ["total"]),
            quote!(wit = "a", client_streams),
            quote!(wit = "a", client_streams(total = u32)),
            quote!(wit = "a", client_streams("total" = 4)),
        ] {
            let error = refused(tokens);
            assert!(
                error.contains("takes names of functions, each with the type"),
                "{error}"
            );
        }
        let error = refused(quote!(wit = "a", client_streams("total")));
        assert!(error.contains("the type of its items"), "{error}");
    }

    /// As a `macro_rules` of the user's hands them on.
    #[test]
    fn values_may_stand_in_groups_that_can_not_be_seen() {
        let group = |tokens| TokenTree::from(Group::new(Delimiter::None, tokens));
        let (hash, name, digest) = (
            group(quote!(7)),
            group(quote!("a")),
            group(quote!("digest")),
        );
        let args = parse(quote!(wit = #name, guest_hash = #hash, raw = [#digest]));
        assert_eq!(args.guest_hash, Some(7));
        assert_eq!(args.wit.unwrap().value(), "a");
        assert_eq!(args.raw[0].value(), "digest");
    }
}

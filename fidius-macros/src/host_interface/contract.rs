use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{
    FnArg, GenericArgument, Ident, Item, ItemTrait, PathArguments, PathSegment, Receiver,
    ReturnType, Signature, TraitItem, TraitItemFn, Type, TypeParamBound,
};

use crate::errors::Errors;
use crate::messages::host_interface as messages;

/// The trait under the attribute.
pub(super) struct Contract {
    pub(super) name: Ident,
    pub(super) supertraits: Vec<TypeParamBound>,
    /// In the order of the trait, which is how guests number them.
    pub(super) functions: Vec<Function>,
}

/// A function of the trait.
#[derive(Clone)]
pub(super) struct Function {
    pub(super) name: Ident,
    pub(super) arguments: Vec<Type>,
    /// What is declared, where something is.
    pub(super) result: Option<Type>,
    pub(super) fallible: Option<Fallible>,
}

/// `Result<T, PluginError>`
#[derive(Clone)]
pub(super) struct Fallible {
    pub(super) ok: Type,
    pub(super) error: Type,
}

impl Contract {
    /// The trait; `None` where it is something else.
    pub(super) fn parse(tokens: TokenStream, errors: &mut Errors) -> Option<Self> {
        let item = match syn::parse2::<Item>(tokens) {
            Ok(Item::Trait(item)) => item,
            Ok(item) => {
                errors.on(item, messages::not_a_trait());
                return None;
            }
            Err(error) => {
                errors.push(error);
                return None;
            }
        };
        check_trait(&item, errors);
        let functions: Vec<&TraitItemFn> = item
            .items
            .iter()
            .filter_map(|part| match part {
                TraitItem::Fn(function) => Some(function),
                TraitItem::Type(part) => {
                    errors.on(part, messages::not_a_function("type"));
                    None
                }
                TraitItem::Const(part) => {
                    errors.on(part, messages::not_a_function("constant"));
                    None
                }
                part => {
                    errors.on(part, messages::not_a_function("macro"));
                    None
                }
            })
            .collect();
        if item.items.is_empty() {
            errors.on(&item.ident, messages::no_functions());
        }
        for function in &functions {
            check(function, errors);
        }
        Some(Self {
            name: item.ident.clone(),
            supertraits: item.supertraits.iter().cloned().collect(),
            functions: functions.into_iter().map(Function::of).collect(),
        })
    }
}

impl Function {
    pub(super) fn of(function: &TraitItemFn) -> Self {
        let Signature {
            ident,
            inputs,
            output,
            ..
        } = &function.sig;
        let result = match output {
            ReturnType::Default => None,
            ReturnType::Type(_, ty) => Some(Type::clone(ty)),
        };
        Self {
            name: ident.clone(),
            arguments: inputs
                .iter()
                .filter_map(|input| match input {
                    FnArg::Typed(argument) => Some(Type::clone(&argument.ty)),
                    FnArg::Receiver(_) => None,
                })
                .collect(),
            fallible: result.as_ref().and_then(fallible),
            result,
        }
    }
}

fn check_trait(item: &ItemTrait, errors: &mut Errors) {
    if !item.generics.params.is_empty() {
        errors.on(&item.generics, messages::generic("a host interface"));
    }
    if let Some(clause) = &item.generics.where_clause {
        errors.on(clause, messages::where_clause("a host interface"));
    }
    if let Some(token) = &item.unsafety {
        errors.on(token, messages::marked("a host interface", "unsafe"));
    }
}

fn check(function: &TraitItemFn, errors: &mut Errors) {
    let sig = &function.sig;
    let marks: [(&str, Option<TokenStream>); 4] = [
        ("async", sig.asyncness.map(ToTokens::into_token_stream)),
        ("const", sig.constness.map(ToTokens::into_token_stream)),
        ("unsafe", sig.unsafety.map(ToTokens::into_token_stream)),
        ("extern", sig.abi.as_ref().map(ToTokens::to_token_stream)),
    ];
    for (mark, token) in marks {
        if let Some(token) = token {
            errors.on(
                token,
                if mark == "async" {
                    messages::is_async()
                } else {
                    messages::marked("a function of a host interface", mark)
                },
            );
        }
    }
    if !sig.generics.params.is_empty() {
        errors.on(
            &sig.generics,
            messages::generic("a function of a host interface"),
        );
    }
    if let Some(clause) = &sig.generics.where_clause {
        errors.on(
            clause,
            messages::where_clause("a function of a host interface"),
        );
    }
    for attr in &function.attrs {
        if attr.path().is_ident("cfg") {
            errors.on(attr, messages::conditional());
        }
    }
    check_receiver(sig, errors);
    for input in &sig.inputs {
        if let FnArg::Typed(argument) = input {
            check_type(&argument.ty, "an argument", errors);
        }
    }
    if let ReturnType::Type(_, ty) = &sig.output {
        check_type(ty, "a result", errors);
        if let Some(Fallible { error, .. }) = fallible(ty)
            && last_segment(&error).is_none_or(|segment| segment.ident != "PluginError")
        {
            let name = error.to_token_stream().to_string().replace(' ', "");
            errors.on(error, messages::other_error(&name));
        }
    }
}

fn check_receiver(sig: &Signature, errors: &mut Errors) {
    let name = sig.ident.to_string();
    match sig.inputs.first() {
        Some(FnArg::Receiver(Receiver {
            reference: Some((_, None)),
            mutability: None,
            ..
        })) => {}
        Some(FnArg::Receiver(receiver)) => {
            errors.on(receiver, messages::other_receiver(&name));
        }
        _ => errors.on(&sig.ident, messages::no_receiver(&name)),
    }
}

fn check_type(ty: &Type, what: &str, errors: &mut Errors) {
    if let Type::ImplTrait(_) = ty {
        errors.on(ty, messages::impl_trait(what));
    } else if is_stream(ty) {
        errors.on(ty, messages::is_stream());
    } else if has_reference(ty.to_token_stream()) {
        errors.on(ty, messages::borrowed(what, owned(ty)));
    }
}

/// The owned type to write for a borrowed one, where that is plain.
fn owned(ty: &Type) -> Option<String> {
    let Type::Reference(reference) = ty else {
        return None;
    };
    match &*reference.elem {
        Type::Path(path) if path.path.is_ident("str") => Some("String".to_owned()),
        Type::Path(path) if path.path.get_ident().is_some() => {
            Some(path.to_token_stream().to_string())
        }
        Type::Slice(slice) => match &*slice.elem {
            Type::Path(path) => path
                .path
                .get_ident()
                .map(|element| format!("Vec<{element}>")),
            _ => None,
        },
        _ => None,
    }
}

fn has_reference(tokens: TokenStream) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Punct(punct) => punct.as_char() == '&',
        TokenTree::Group(group) => has_reference(group.stream()),
        _ => false,
    })
}

/// `Result` with two types. One with a single type is some alias, and goes over the wire as the value that it is.
fn fallible(ty: &Type) -> Option<Fallible> {
    let segment = last_segment(ty)?;
    let mut types = types(segment);
    match (segment.ident == "Result", types.next(), types.next()) {
        (true, Some(ok), Some(error)) => Some(Fallible {
            ok: ok.clone(),
            error: error.clone(),
        }),
        _ => None,
    }
}

fn is_stream(ty: &Type) -> bool {
    last_segment(ty).is_some_and(|segment| segment.ident == "Stream" && types(segment).count() == 1)
}

fn last_segment(ty: &Type) -> Option<&PathSegment> {
    match ty {
        Type::Path(path) => path.path.segments.last(),
        _ => None,
    }
}

fn types(segment: &PathSegment) -> impl Iterator<Item = &Type> {
    let arguments = match &segment.arguments {
        PathArguments::AngleBracketed(arguments) => Some(&arguments.args),
        _ => None,
    };
    arguments
        .into_iter()
        .flatten()
        .filter_map(|argument| match argument {
            GenericArgument::Type(ty) => Some(ty),
            _ => None,
        })
}

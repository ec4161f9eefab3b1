//! Values with handles in them, to and from what the engine lifts and lowers in their place, and the way from an owned value
//! to an argument. Each is an expression, built along the type.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::ty::{self, Scope};
use super::wide;
use crate::bindings::{ErrorShape, Passed, Pulled, Ty};

/// Makes expressions in one place of the expansion.
#[derive(Clone, Copy)]
pub(super) struct Converter<'a> {
    pub(super) krate: &'a TokenStream,
    pub(super) scope: Scope<'a>,
}

impl Converter<'_> {
    /// The owned value out of the lifted one. `cx` must be a `Lifting`.
    pub(super) fn lift(&self, ty: &Ty, value: &TokenStream) -> TokenStream {
        let krate = self.krate;
        self.owned(ty, value, &|ty, value| match ty {
            Ty::Own(named) => {
                let path = ty::path(named, self.scope);
                Some(quote!(cx.own::<#path>(#value)?))
            }
            Ty::Borrow(named) => {
                let path = ty::path(named, self.scope);
                Some(quote!(cx.borrow::<#path>(#value)?))
            }
            Ty::Named(_) => Some(quote!(#krate::__private::Lifted::lift(#value, cx)?)),
            Ty::Stream(item) => Some(self.lift_carried("stream", item.as_deref(), value)),
            Ty::Future(item) => Some(self.lift_carried("future", item.as_deref(), value)),
            Ty::Pulled(pulled) => Some(self.lift_pulled(pulled, value)),
            _ => None,
        })
    }

    /// A stream or a future out of the lifted one, whose items the engine lifts when they come.
    fn lift_carried(&self, method: &str, item: Option<&Ty>, value: &TokenStream) -> TokenStream {
        let owned = ty::side(self.krate, item, self.scope);
        match item.filter(|item| item.handles().any()) {
            None => {
                let method = format_ident!("{method}");
                quote!(cx.#method::<#owned>(#value)?)
            }
            Some(item) => {
                let method = format_ident!("{method}_with");
                let raw = ty::raw(self.krate, item, self.scope);
                let lifted = self.lift(item, &quote!(raw));
                quote! {
                    cx.#method::<#owned, #raw>(
                        #value,
                        |raw, cx| ::core::result::Result::Ok(#lifted),
                    )?
                }
            }
        }
    }

    /// The stream that a resource stands for.
    fn lift_pulled(&self, pulled: &Pulled, value: &TokenStream) -> TokenStream {
        let Self { krate, scope } = *self;
        let Pulled {
            next,
            item,
            error,
            shape,
        } = pulled;
        let (start, next) = (scope.hidden(), ty::hidden("Function", *next));
        let owned = ty::owned(krate, item, ty::STATIC, scope);
        let (raw_item, raw_error) = (ty::raw(krate, item, scope), ty::raw(krate, error, scope));
        let lifted = self.lift(item, &quote!(raw));
        let text = |text: TokenStream| quote!(#krate::Value::String(#text));
        let named =
            |name: &str| quote!(<::std::string::String as ::core::convert::From<_>>::from(#name));
        let error = match shape {
            ErrorShape::Text => text(quote!(error)),
            ErrorShape::Record(fields) => {
                let fields = fields.iter().map(|(ident, wit, is_option)| {
                    let name = named(wit);
                    let value = if *is_option {
                        let some = text(quote!(item));
                        let value = option(
                            &quote!(error.#ident),
                            &quote!(::std::boxed::Box::new(#some)),
                        );
                        quote!(#krate::Value::Option(#value))
                    } else {
                        text(quote!(error.#ident))
                    };
                    quote!((#name, #value))
                });
                quote!(#krate::Value::Record(::std::vec::Vec::from([#(#fields,)*])))
            }
            ErrorShape::Enum(cases) => {
                let path = ty::raw(krate, error.target(), scope);
                let arms = cases
                    .iter()
                    .map(|(ident, wit)| quote!(#path::#ident => #wit,));
                let name = quote!(match error { #(#arms)* });
                quote! {
                    #krate::Value::Enum(
                        <::std::string::String as ::core::convert::From<_>>::from(#name),
                    )
                }
            }
            ErrorShape::Other => {
                let shown = wide::view(krate, error, &quote!(&error));
                text(quote!(::std::format!("{:?}", #shown)))
            }
        };
        quote! {
            cx.pulled::<#start #next, #owned, #raw_item, #raw_error>(
                #value,
                |raw, cx| {
                    let _ = &cx;
                    ::core::result::Result::Ok(#lifted)
                },
                |error| #krate::GuestError::new(#error),
            )?
        }
    }

    /// What is lowered in the place of an owned value. `cx` must be a `Lowering`.
    pub(super) fn lower(&self, ty: &Ty, value: &TokenStream) -> TokenStream {
        let krate = self.krate;
        self.owned(ty, value, &|ty, value| match ty {
            Ty::Own(_) => Some(quote!(cx.own(#value)?)),
            Ty::Borrow(_) => Some(quote!(cx.borrow(#value)?)),
            Ty::Named(_) => Some(quote!(#krate::__private::Lowered::lower(#value, cx)?)),
            Ty::Stream(item) => Some(self.lower_carried("stream", item.as_deref(), value)),
            Ty::Future(item) => Some(self.lower_carried("future", item.as_deref(), value)),
            _ => None,
        })
    }

    /// What is lowered in the place of a stream or a future, whose items are lowered when the other side wants them.
    fn lower_carried(&self, what: &str, item: Option<&Ty>, value: &TokenStream) -> TokenStream {
        let owned = ty::side(self.krate, item, self.scope);
        match item.filter(|item| item.handles().any()) {
            None => {
                let method = format_ident!("lower_{what}");
                quote!(cx.#method::<#owned>(#value)?)
            }
            Some(item) => {
                let method = format_ident!("lower_{what}_with");
                let raw = ty::raw(self.krate, item, self.scope);
                let lowered = self.lower(item, &quote!(item));
                quote! {
                    cx.#method::<#owned, #raw>(
                        #value,
                        |item, cx| ::core::result::Result::Ok(#lowered),
                    )?
                }
            }
        }
    }

    /// Whether an argument has nothing borrowed in it.
    pub(super) fn is_owned(&self, ty: &Ty) -> bool {
        let handles = ty.handles();
        if handles.any() {
            return handles.by_value() && !handles.borrow;
        }
        match ty.target() {
            Ty::Scalar(_) => true,
            Ty::Option(inner) => self.is_owned(inner),
            Ty::Result(ok, err) => ok.iter().chain(err).all(|ty| self.is_owned(ty)),
            Ty::Tuple(types) => types.iter().all(|ty| self.is_owned(ty)),
            Ty::Named(named) => matches!(named.passed, Passed::ByValue),
            _ => false,
        }
    }

    /// An owned value out of an argument, in which each borrowed handle is a share of the resource. A type with a name that has
    /// such in it is what lowers it.
    pub(super) fn own_argument(&self, ty: &Ty, value: &TokenStream) -> TokenStream {
        if self.is_owned(ty) {
            return value.clone();
        }
        let handles = ty.handles();
        if handles.by_value() {
            return self.own(ty, value);
        }
        let item = quote!(item);
        match ty {
            Ty::Borrow(_) => self.own(ty, value),
            Ty::List(inner) if handles.any() => {
                let inner = self.own(inner, &quote!(::core::clone::Clone::clone(item)));
                quote!({
                    let list = #value;
                    let mut items = ::std::vec::Vec::with_capacity(list.len());
                    for item in list {
                        items.push(#inner);
                    }
                    items
                })
            }
            Ty::String | Ty::List(_) => quote!(::std::borrow::ToOwned::to_owned(#value)),
            Ty::FixedLengthList(..) | Ty::Map(..) => {
                self.own(ty, &quote!(::core::clone::Clone::clone(#value)))
            }
            Ty::Option(inner) => option(value, &self.own_argument(inner, &item)),
            Ty::Result(ok, err) => {
                let side = |ty: &Option<Box<Ty>>| match ty {
                    Some(ty) => self.own_argument(ty, &item),
                    None => item.clone(),
                };
                result(value, &side(ok), &side(err))
            }
            Ty::Tuple(types) => {
                let elements = types.iter().enumerate().map(|(index, ty)| {
                    let index = Literal::usize_unsuffixed(index);
                    self.own_argument(ty, &quote!(tuple.#index))
                });
                quote!({
                    let tuple = #value;
                    (#(#elements,)*)
                })
            }
            Ty::Named(named) => match &named.passed {
                Passed::As(target) => self.own_argument(target, value),
                _ => self.own(ty, &quote!(::core::clone::Clone::clone(#value))),
            },
            Ty::Scalar(_) | Ty::Own(_) | Ty::Stream(_) | Ty::Future(_) | Ty::Pulled(_) => {
                unreachable!("they have nothing borrowed")
            }
        }
    }

    /// The same out of a value that owns all but the handles that are borrowed in it.
    pub(super) fn own(&self, ty: &Ty, value: &TokenStream) -> TokenStream {
        let krate = self.krate;
        self.owned(ty, value, &|ty, value| match ty {
            _ if !ty.handles().borrow => Some(value.clone()),
            Ty::Borrow(_) => Some(quote!(#krate::__private::share(#value))),
            Ty::Named(_) => Some(quote!((#value).__own())),
            _ => None,
        })
    }

    /// What is lowered in the place of a value that was made owned. `cx` must be a `Lowering`.
    pub(super) fn lower_owned(&self, ty: &Ty, value: &TokenStream) -> TokenStream {
        self.owned(ty, value, &|ty, value| match ty {
            _ if !ty.handles().borrow => Some(self.lower(ty, value)),
            Ty::Borrow(_) => Some(quote!(cx.borrow(&#value)?)),
            Ty::Named(_) => Some(quote!(#value(cx)?)),
            _ => None,
        })
    }

    /// A value made of others, with `leaf` for handles and for types with a name.
    fn owned(
        &self,
        ty: &Ty,
        value: &TokenStream,
        leaf: &dyn Fn(&Ty, &TokenStream) -> Option<TokenStream>,
    ) -> TokenStream {
        if !ty.handles().any() {
            return value.clone();
        }
        if let Ty::Named(named) = ty
            && let Passed::As(target) = &named.passed
        {
            return self.owned(target, value, leaf);
        }
        if let Some(leaf) = leaf(ty, value) {
            return leaf;
        }
        let item = quote!(item);
        match ty {
            Ty::List(inner) => {
                let inner = self.owned(inner, &item, leaf);
                quote!({
                    let list = #value;
                    let mut items = ::std::vec::Vec::with_capacity(list.len());
                    for item in list {
                        items.push(#inner);
                    }
                    items
                })
            }
            Ty::FixedLengthList(inner, length) => {
                let inner = self.owned(inner, &item, leaf);
                let length = ty::array_length(*length);
                quote!({
                    let list = #value;
                    let mut items = ::std::vec::Vec::with_capacity(#length);
                    for item in list {
                        items.push(#inner);
                    }
                    match <[_; #length] as ::core::convert::TryFrom<_>>::try_from(items) {
                        ::core::result::Result::Ok(items) => items,
                        ::core::result::Result::Err(_) => ::core::unreachable!(),
                    }
                })
            }
            Ty::Map(key, inner) => {
                let key = self.owned(key, &quote!(key), leaf);
                let inner = self.owned(inner, &item, leaf);
                quote!({
                    let map = #value;
                    let mut items = ::std::collections::HashMap::with_capacity(map.len());
                    for (key, item) in map {
                        items.insert(#key, #inner);
                    }
                    items
                })
            }
            Ty::Option(inner) => {
                let inner = self.owned(inner, &item, leaf);
                option(value, &inner)
            }
            Ty::Result(ok, err) => {
                let side = |ty: &Option<Box<Ty>>| match ty {
                    Some(ty) => self.owned(ty, &item, leaf),
                    None => item.clone(),
                };
                result(value, &side(ok), &side(err))
            }
            Ty::Tuple(types) => {
                let names: Vec<_> = (0..types.len())
                    .map(|index| format_ident!("element{index}"))
                    .collect();
                let elements = types
                    .iter()
                    .zip(&names)
                    .map(|(ty, name)| self.owned(ty, &quote!(#name), leaf));
                quote!({
                    let (#(#names,)*) = #value;
                    (#(#elements,)*)
                })
            }
            _ => unreachable!("all others are leaves"),
        }
    }

    /// What is lowered in the place of an argument. `cx` must be a `Lowering`.
    pub(super) fn lower_argument(&self, ty: &Ty, value: &TokenStream) -> TokenStream {
        let krate = self.krate;
        let handles = ty.handles();
        if !handles.any() {
            return value.clone();
        }
        if handles.by_value() {
            return self.lower(ty, value);
        }
        let item = quote!(item);
        match ty {
            Ty::Borrow(_) => quote!(cx.borrow(#value)?),
            Ty::List(inner) => {
                let inner = self.lower(inner, &quote!(::core::clone::Clone::clone(item)));
                quote!({
                    let list = #value;
                    let mut items = ::std::vec::Vec::with_capacity(list.len());
                    for item in list {
                        items.push(#inner);
                    }
                    items
                })
            }
            Ty::FixedLengthList(..) | Ty::Map(..) => {
                self.lower(ty, &quote!(::core::clone::Clone::clone(#value)))
            }
            Ty::Option(inner) => option(value, &self.lower_argument(inner, &item)),
            Ty::Result(ok, err) => {
                let side = |ty: &Option<Box<Ty>>| match ty {
                    Some(ty) => self.lower_argument(ty, &item),
                    None => item.clone(),
                };
                result(value, &side(ok), &side(err))
            }
            Ty::Tuple(types) => {
                let elements = types.iter().enumerate().map(|(index, ty)| {
                    let index = Literal::usize_unsuffixed(index);
                    self.lower_argument(ty, &quote!(tuple.#index))
                });
                quote!({
                    let tuple = #value;
                    (#(#elements,)*)
                })
            }
            Ty::Named(named) => match &named.passed {
                Passed::As(target) => self.lower_argument(target, value),
                _ => quote! {
                    #krate::__private::Lowered::lower(::core::clone::Clone::clone(#value), cx)?
                },
            },
            Ty::Scalar(_)
            | Ty::String
            | Ty::Own(_)
            | Ty::Stream(_)
            | Ty::Future(_)
            | Ty::Pulled(_) => {
                unreachable!("they have no borrowed handles")
            }
        }
    }

    /// Shows all handles in an argument to `route`.
    pub(super) fn visit_argument(&self, ty: &Ty, value: &TokenStream) -> TokenStream {
        let krate = self.krate;
        let handles = ty.handles();
        if !handles.resources() {
            return TokenStream::new();
        }
        if handles.by_value() {
            return self.visit(ty, &quote!(&#value));
        }
        let item = quote!(item);
        match ty {
            Ty::Borrow(_) => quote!(route.add(#value)?;),
            Ty::List(_) | Ty::FixedLengthList(..) | Ty::Map(..) => self.visit(ty, value),
            Ty::Option(inner) => {
                let inner = self.visit_argument(inner, &item);
                quote! {
                    if let ::core::option::Option::Some(item) = #value {
                        #inner
                    }
                }
            }
            Ty::Result(ok, err) => {
                let side =
                    |ty: &Option<Box<Ty>>| ty.as_ref().map(|ty| self.visit_argument(ty, &item));
                visit_result(value, side(ok), side(err))
            }
            Ty::Tuple(types) => types
                .iter()
                .enumerate()
                .map(|(index, ty)| {
                    let index = Literal::usize_unsuffixed(index);
                    self.visit_argument(ty, &quote!(#value.#index))
                })
                .collect(),
            Ty::Named(named) => match &named.passed {
                Passed::As(target) => self.visit_argument(target, value),
                _ => quote!(#krate::__private::Lowered::visit(#value, route)?;),
            },
            Ty::Scalar(_)
            | Ty::String
            | Ty::Own(_)
            | Ty::Stream(_)
            | Ty::Future(_)
            | Ty::Pulled(_) => {
                unreachable!("they have no borrowed handles")
            }
        }
    }

    /// Shows all handles in the owned value that `reference` leads to to `route`.
    pub(super) fn visit(&self, ty: &Ty, reference: &TokenStream) -> TokenStream {
        let krate = self.krate;
        if !ty.handles().resources() {
            return TokenStream::new();
        }
        let item = quote!(item);
        match ty {
            Ty::Own(_) => quote!(route.add(#reference)?;),
            Ty::Borrow(_) => quote!(route.add(*#reference)?;),
            Ty::List(inner) | Ty::FixedLengthList(inner, _) => {
                let inner = self.visit(inner, &item);
                quote! {
                    for item in #reference {
                        #inner
                    }
                }
            }
            Ty::Map(_, inner) => {
                let inner = self.visit(inner, &item);
                quote! {
                    for item in (#reference).values() {
                        #inner
                    }
                }
            }
            Ty::Option(inner) => {
                let inner = self.visit(inner, &item);
                quote! {
                    if let ::core::option::Option::Some(item) = #reference {
                        #inner
                    }
                }
            }
            Ty::Result(ok, err) => {
                let side = |ty: &Option<Box<Ty>>| ty.as_ref().map(|ty| self.visit(ty, &item));
                visit_result(reference, side(ok), side(err))
            }
            Ty::Tuple(types) => types
                .iter()
                .enumerate()
                .map(|(index, ty)| {
                    let index = Literal::usize_unsuffixed(index);
                    self.visit(ty, &quote!(&(#reference).#index))
                })
                .collect(),
            Ty::Named(named) => match &named.passed {
                Passed::As(target) => self.visit(target, reference),
                _ => quote!(#krate::__private::Lowered::visit(#reference, route)?;),
            },
            Ty::Scalar(_) | Ty::String | Ty::Stream(_) | Ty::Future(_) | Ty::Pulled(_) => {
                unreachable!("they have no resources to show")
            }
        }
    }

    /// An argument out of the owned value of this name.
    pub(super) fn pass(&self, ty: &Ty, name: &TokenStream) -> TokenStream {
        if ty.handles().by_value() {
            quote!(#name)
        } else {
            self.borrow(ty, &quote!(&#name))
        }
    }

    /// An argument out of the owned value that `reference` leads to.
    fn borrow(&self, ty: &Ty, reference: &TokenStream) -> TokenStream {
        let item = quote!(item);
        match ty {
            Ty::Scalar(_) | Ty::Borrow(_) => quote!(*(#reference)),
            Ty::String | Ty::List(_) => quote!(&**(#reference)),
            Ty::FixedLengthList(..) | Ty::Map(..) => reference.clone(),
            Ty::Option(inner) => option(reference, &self.borrow(inner, &item)),
            Ty::Result(ok, err) => {
                let side = |ty: &Option<Box<Ty>>| match ty {
                    Some(ty) => self.borrow(ty, &item),
                    None => quote!(*item),
                };
                result(reference, &side(ok), &side(err))
            }
            Ty::Tuple(types) => {
                let elements = types.iter().enumerate().map(|(index, ty)| {
                    let index = Literal::usize_unsuffixed(index);
                    self.borrow(ty, &quote!(&tuple.#index))
                });
                quote!({
                    let tuple = #reference;
                    (#(#elements,)*)
                })
            }
            Ty::Named(named) => match &named.passed {
                Passed::ByValue => quote!(*(#reference)),
                Passed::ByReference => reference.clone(),
                Passed::As(target) => self.borrow(target, reference),
            },
            Ty::Own(_) | Ty::Stream(_) | Ty::Future(_) | Ty::Pulled(_) => {
                unreachable!("what has an owned handle or a stream is passed by value")
            }
        }
    }
}

fn option(value: &TokenStream, some: &TokenStream) -> TokenStream {
    quote! {
        match #value {
            ::core::option::Option::Some(item) => ::core::option::Option::Some(#some),
            ::core::option::Option::None => ::core::option::Option::None,
        }
    }
}

fn result(value: &TokenStream, ok: &TokenStream, err: &TokenStream) -> TokenStream {
    quote! {
        match #value {
            ::core::result::Result::Ok(item) => ::core::result::Result::Ok(#ok),
            ::core::result::Result::Err(item) => ::core::result::Result::Err(#err),
        }
    }
}

fn visit_result(
    value: &TokenStream,
    ok: Option<TokenStream>,
    err: Option<TokenStream>,
) -> TokenStream {
    let arm = |name: TokenStream, visit: Option<TokenStream>| match visit {
        Some(visit) if !visit.is_empty() => {
            quote!(::core::result::Result::#name(item) => { #visit })
        }
        _ => quote!(::core::result::Result::#name(_) => {}),
    };
    let (ok, err) = (arm(quote!(Ok), ok), arm(quote!(Err), err));
    quote! {
        match #value {
            #ok
            #err
        }
    }
}

//! Values with handles in them, to and from what the engine lifts and lowers in their place, and the way from an owned value
//! to an argument. Each is an expression, built along the type.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::ty::{self, Scope};
use crate::bindings::{Passed, Ty};

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
            _ => None,
        })
    }

    /// What is lowered in the place of an owned value. `cx` must be a `Lowering`.
    pub(super) fn lower(&self, ty: &Ty, value: &TokenStream) -> TokenStream {
        let krate = self.krate;
        self.owned(ty, value, &|ty, value| match ty {
            Ty::Own(_) => Some(quote!(cx.own(#value)?)),
            Ty::Borrow(_) => Some(quote!(cx.borrow(#value)?)),
            Ty::Named(_) => Some(quote!(#krate::__private::Lowered::lower(#value, cx)?)),
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
        if handles.own {
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
            Ty::Scalar(_) | Ty::String | Ty::Own(_) => {
                unreachable!("they have no borrowed handles")
            }
        }
    }

    /// Shows all handles in an argument to `route`.
    pub(super) fn visit_argument(&self, ty: &Ty, value: &TokenStream) -> TokenStream {
        let krate = self.krate;
        let handles = ty.handles();
        if !handles.any() {
            return TokenStream::new();
        }
        if handles.own {
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
            Ty::Scalar(_) | Ty::String | Ty::Own(_) => {
                unreachable!("they have no borrowed handles")
            }
        }
    }

    /// Shows all handles in the owned value that `reference` leads to to `route`.
    pub(super) fn visit(&self, ty: &Ty, reference: &TokenStream) -> TokenStream {
        let krate = self.krate;
        if !ty.handles().any() {
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
            Ty::Scalar(_) | Ty::String => unreachable!("they have no handles"),
        }
    }

    /// An argument out of the owned value of this name.
    pub(super) fn pass(&self, ty: &Ty, name: &TokenStream) -> TokenStream {
        if ty.handles().own {
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
            Ty::Own(_) => unreachable!("what has an owned handle is passed by value"),
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

//! The two forms of every trait: one whose methods return when the call is over, and one whose methods return futures.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::ty::{self, Lifetime, Scope};
use crate::bindings::{Function, Returns, TraitNames};

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Blocking,
    Async,
}

impl Form {
    pub(super) const BOTH: [Self; 2] = [Self::Blocking, Self::Async];

    /// The form that methods have which are not a trait's.
    pub(super) fn of_methods(is_async: bool) -> Self {
        if is_async {
            Self::Async
        } else {
            Self::Blocking
        }
    }

    pub(super) fn name(self, traits: &TraitNames) -> &Ident {
        match self {
            Self::Blocking => &traits.blocking,
            Self::Async => &traits.asynchronous,
        }
    }

    /// The parameters with `&self`, and what is returned: by a method of the trait, or by one that hands on to a method of it.
    pub(super) fn signature(
        self,
        krate: &TokenStream,
        function: &Function,
        scope: Scope<'_>,
    ) -> TokenStream {
        let params = params(function, Lifetime::Elided, scope);
        let output = output(krate, function, scope);
        let output = match self {
            Self::Blocking => output,
            Self::Async => quote! {
                impl ::core::future::Future<Output = #output> + ::core::marker::Send
            },
        };
        quote!((&self #params) -> #output)
    }

    /// A method that is written out: its name, its signature, and its body, in which `call` is the call of another method of this form.
    pub(super) fn method(
        self,
        krate: &TokenStream,
        ident: &Ident,
        receiver: &TokenStream,
        function: &Function,
        scope: Scope<'_>,
        call: &TokenStream,
    ) -> TokenStream {
        let params = params(function, Lifetime::Elided, scope);
        let output = output(krate, function, scope);
        match self {
            Self::Blocking => quote! {
                fn #ident(#receiver #params) -> #output {
                    #call
                }
            },
            Self::Async => quote! {
                async fn #ident(#receiver #params) -> #output {
                    #call.await
                }
            },
        }
    }
}

/// The parameters, each with a comma before it.
pub(super) fn params(function: &Function, lifetime: Lifetime<'_>, scope: Scope<'_>) -> TokenStream {
    let params = function.params.iter().map(|param| {
        let ident = &param.ident;
        let ty = ty::argument(&param.ty, lifetime, scope);
        quote!(, #ident: #ty)
    });
    quote!(#(#params)*)
}

/// What is returned when the call is over.
pub(super) fn output(krate: &TokenStream, function: &Function, scope: Scope<'_>) -> TokenStream {
    match &function.result {
        Returns::Nothing => quote!(::core::result::Result<(), #krate::Error>),
        Returns::Value(value) => {
            let value = ty::owned(value, ty::STATIC, scope);
            quote!(::core::result::Result<#value, #krate::Error>)
        }
        Returns::Result(ok, err) => {
            let (ok, err) = (ty::side(ok.as_ref(), scope), ty::side(err.as_ref(), scope));
            quote!(::core::result::Result<#ok, #krate::CallError<#err>>)
        }
    }
}

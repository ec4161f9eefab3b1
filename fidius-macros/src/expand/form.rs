//! The two forms of every trait: one whose methods return when the call is over, and one whose methods return futures.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};

use super::ty::{self, Lifetime, Scope};
use crate::bindings::{Function, Param, Returns, TraitNames, Ty};

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
        let params = params(krate, function, Lifetime::Elided, scope);
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
        let params = params(krate, function, Lifetime::Elided, scope);
        let output = output(krate, function, scope);
        self.written_out(&quote!(#ident(#receiver #params) -> #output), call)
    }

    /// The same of a method that takes whatever can be made the streams and futures that it needs.
    pub(super) fn generous_method(
        self,
        krate: &TokenStream,
        ident: &Ident,
        receiver: &TokenStream,
        function: &Function,
        scope: Scope<'_>,
        call: &TokenStream,
    ) -> TokenStream {
        let mut markers = Vec::new();
        let params: TokenStream = function
            .takes()
            .map(|param| {
                let ident = &param.ident;
                let ty = match Made::of(param) {
                    Some(made) => {
                        let (into, item) = (made.trait_name(), made.item(krate, scope));
                        let marker = marker(markers.len());
                        let ty = quote!(impl #krate::#into<#item, #marker>);
                        markers.push(marker);
                        ty
                    }
                    None => ty::argument(krate, &param.ty, Lifetime::Elided, scope),
                };
                quote!(, #ident: #ty)
            })
            .collect();
        let generics = (!markers.is_empty()).then(|| quote!(<#(#markers),*>));
        let output = output(krate, function, scope);
        self.written_out(
            &quote!(#ident #generics(#receiver #params) -> #output),
            call,
        )
    }

    fn written_out(self, signature: &TokenStream, call: &TokenStream) -> TokenStream {
        match self {
            Self::Blocking => quote! {
                fn #signature {
                    #call
                }
            },
            Self::Async => quote! {
                async fn #signature {
                    #call.await
                }
            },
        }
    }
}

/// What a generous method hands on: its parameters, made what a method of the trait takes.
pub(super) fn made_params(
    krate: &TokenStream,
    function: &Function,
    scope: Scope<'_>,
) -> Vec<TokenStream> {
    let mut count = 0;
    let params = function.takes().map(|param| {
        let ident = &param.ident;
        let Some(made) = Made::of(param) else {
            return ident.to_token_stream();
        };
        let (into, method) = (made.trait_name(), made.method());
        let (item, marker) = (made.item(krate, scope), marker(count));
        count += 1;
        quote!(#krate::#into::<#item, #marker>::#method(#ident))
    });
    params.collect()
}

/// Whether a generous method takes anything else than the trait's.
pub(super) fn is_generous(function: &Function) -> bool {
    function.takes().any(|param| Made::of(param).is_some())
}

/// A parameter of the compiler's own: in which way an argument is a stream or a future.
fn marker(number: usize) -> Ident {
    ty::hidden("M", number)
}

/// A stream or a future that a method makes of its argument.
enum Made<'a> {
    Stream(Option<&'a Ty>),
    Future(Option<&'a Ty>),
}

impl<'a> Made<'a> {
    fn of(param: &'a Param) -> Option<Self> {
        match param.ty.target() {
            Ty::Stream(item) => Some(Self::Stream(item.as_deref())),
            Ty::Future(item) => Some(Self::Future(item.as_deref())),
            _ => None,
        }
    }

    fn trait_name(&self) -> TokenStream {
        match self {
            Self::Stream(_) => quote!(IntoStream),
            Self::Future(_) => quote!(IntoFuture),
        }
    }

    fn method(&self) -> TokenStream {
        match self {
            Self::Stream(_) => quote!(into_stream),
            Self::Future(_) => quote!(into_future_value),
        }
    }

    fn item(&self, krate: &TokenStream, scope: Scope<'_>) -> TokenStream {
        let (Self::Stream(item) | Self::Future(item)) = self;
        ty::side(krate, *item, scope)
    }
}

/// The parameters, each with a comma before it.
pub(super) fn params(
    krate: &TokenStream,
    function: &Function,
    lifetime: Lifetime<'_>,
    scope: Scope<'_>,
) -> TokenStream {
    let params = function.takes().map(|param| {
        let ident = &param.ident;
        let ty = ty::argument(krate, &param.ty, lifetime, scope);
        quote!(, #ident: #ty)
    });
    quote!(#(#params)*)
}

/// What is returned when the call is over.
pub(super) fn output(krate: &TokenStream, function: &Function, scope: Scope<'_>) -> TokenStream {
    match &function.result {
        Returns::Nothing => quote!(::core::result::Result<(), #krate::Error>),
        Returns::Value(value) => {
            let value = ty::owned(krate, value, ty::STATIC, scope);
            quote!(::core::result::Result<#value, #krate::Error>)
        }
        Returns::Result(ok, err) => {
            let side = |ty: &Option<Ty>| ty::side(krate, ty.as_ref(), scope);
            let (ok, err) = (side(ok), side(err));
            quote!(::core::result::Result<#ok, #krate::CallError<#err>>)
        }
    }
}

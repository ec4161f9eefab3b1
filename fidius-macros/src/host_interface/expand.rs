//! From the trait to tokens. Nothing here can fail.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::Type;
use syn::spanned::Spanned;

use super::args::Args;
use super::contract::{Contract, Function};
use super::hash;

/// What makes values of the trait's implementors callable by guests, and the trait on what is shared.
pub(super) fn serving(args: &Args, contract: &Contract) -> TokenStream {
    let krate = &args.krate;
    let name = &contract.name;
    let shown = args.name.clone().unwrap_or_else(|| name.to_string());
    let version = args.version;
    let hash = args.hash.unwrap_or_else(|| hash::of(&contract.functions));
    let arms = contract
        .functions
        .iter()
        .enumerate()
        .map(|(index, function)| arm(krate, name, index, function));
    let shared = shared(contract);
    quote! {
        #[allow(deprecated, clippy::all, clippy::pedantic, clippy::nursery)]
        const _: () = {
            use #krate::__private::host_interface as __fidius;

            impl<__T> __fidius::Served<__T> for dyn #name
            where
                __T: #name + ::core::marker::Send + ::core::marker::Sync + 'static,
            {
                const NAME: &'static ::core::primitive::str = #shown;
                const VERSION: ::core::primitive::u32 = #version;
                const HASH: ::core::primitive::u64 = #hash;

                fn call(
                    __host: &__T,
                    __index: ::core::primitive::u32,
                    __arguments: &mut __fidius::Arguments<'_>,
                ) -> ::core::result::Result<__fidius::Reply, __fidius::Failure> {
                    match __index {
                        #(#arms)*
                        _ => ::core::result::Result::Err(__fidius::Failure::NoFunction),
                    }
                }
            }

            #shared
        };
    }
}

/// Reads the arguments, calls the function, and writes what it answers.
fn arm(krate: &TokenStream, name: &Ident, index: usize, function: &Function) -> TokenStream {
    let index = u32::try_from(index).unwrap_or(u32::MAX);
    let method = &function.name;
    let values = numbered(function);
    // A type that serde has nothing for is an error on the type itself.
    let read = function.arguments.iter().zip(&values).map(|(ty, value)| {
        quote_spanned! {ty.span()=>
            let #value = __arguments.next::<#ty>()?;
        }
    });
    let call = quote!(<__T as #name>::#method(__host #(, #values)*));
    let reply = match (&function.fallible, &function.result) {
        (Some(fallible), _) => {
            let (ok, error) = (&fallible.ok, &fallible.error);
            // An error of another crate by the same name is an error on that.
            let answer = quote_spanned! {error.span()=>
                let __answer: ::core::result::Result<_, #krate::PluginError> = #call;
            };
            let reply = reply(&quote!(result), ok, &quote!(__answer));
            quote!(#answer #reply)
        }
        (None, Some(ty)) => reply(&quote!(value), ty, &quote!(&#call)),
        (None, None) => quote!(__fidius::Reply::value::<()>(&#call)),
    };
    quote! {
        #index => {
            #(#read)*
            __arguments.end()?;
            #reply
        }
    }
}

fn reply(constructor: &TokenStream, ty: &Type, answer: &TokenStream) -> TokenStream {
    quote_spanned!(ty.span()=> __fidius::Reply::#constructor::<#ty>(#answer))
}

/// The trait for a value that the program keeps a share of.
fn shared(contract: &Contract) -> TokenStream {
    let name = &contract.name;
    let supertraits = &contract.supertraits;
    let methods = contract.functions.iter().map(|function| {
        let method = &function.name;
        let values = numbered(function);
        let types = &function.arguments;
        let result = function.result.as_ref().map(|ty| quote!(-> #ty));
        quote! {
            fn #method(&self #(, #values: #types)*) #result {
                <__T as #name>::#method(&**self #(, #values)*)
            }
        }
    });
    quote! {
        impl<__T> #name for ::std::sync::Arc<__T>
        where
            __T: #name + ?::core::marker::Sized,
            Self: ::core::marker::Sized #(+ #supertraits)*,
        {
            #(#methods)*
        }
    }
}

/// A name for each argument, whatever the user calls it.
fn numbered(function: &Function) -> Vec<Ident> {
    let count = function.arguments.len();
    (0..count)
        .map(|index| format_ident!("__a{index}", span = Span::mixed_site()))
        .collect()
}

//! The trait, and the methods of the struct.

use proc_macro2::TokenStream;
use quote::quote;

use super::host::allow_deprecated;
use super::ty::{self, Scope};
use super::types::hidden;
use crate::bindings::{Bindings, Function, Returns};
use crate::item::Item;

/// The trait with a method for each function.
pub(super) fn interface_trait(krate: &TokenStream, bindings: &Bindings) -> TokenStream {
    let name = &bindings.trait_name;
    let docs = format!(
        "The functions of `{}`: what a plugin's handle implements, and what a fake may.",
        bindings.interface.name
    );
    let methods = bindings.functions.iter().map(|function| {
        let docs = docs_of(function);
        let ident = &function.ident;
        let (params, output) = signature(krate, function, Scope::Interface);
        quote! {
            #docs
            fn #ident(&self #params) -> #output;
        }
    });
    quote! {
        #[doc = #docs]
        #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
        pub trait #name {
            #(#methods)*
        }
    }
}

/// The trait's implementation for the struct, and the methods on the struct itself.
pub(super) fn methods(krate: &TokenStream, item: &Item, bindings: &Bindings) -> TokenStream {
    let Bindings {
        module, trait_name, ..
    } = bindings;
    let (struct_ident, vis) = (&item.ident, &item.vis);
    let scope = Scope::Outside(module);
    let allow = allow_deprecated(item);
    let implementations = bindings.functions.iter().map(|function| {
        let ident = &function.ident;
        let (params, output) = signature(krate, function, scope);
        let marker = hidden("Function", function.index);
        let args = function.params.iter().map(|param| &param.ident);
        let call = match &function.result {
            Returns::Nothing => quote!(call_unit::<#module::__fidius::#marker>),
            Returns::Value(_) => quote!(call_one::<#module::__fidius::#marker, _>),
            Returns::Result(..) => quote!(call_fallible::<#module::__fidius::#marker, _, _>),
        };
        quote! {
            #[inline]
            fn #ident(&self #params) -> #output {
                self.plugin.#call((#(#args,)*))
            }
        }
    });
    let inherent = bindings.functions.iter().map(|function| {
        let docs = docs_of(function);
        let (ident, trait_ident) = (&function.struct_ident, &function.ident);
        let (params, output) = signature(krate, function, scope);
        let args = function.params.iter().map(|param| &param.ident);
        quote! {
            #docs
            #[inline]
            #vis fn #ident(&self #params) -> #output {
                <Self as #module::#trait_name>::#trait_ident(self #(, #args)*)
            }
        }
    });
    quote! {
        #allow
        impl #module::#trait_name for #struct_ident {
            #(#implementations)*
        }
        #allow
        #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
        impl #struct_ident {
            #(#inherent)*
        }
    }
}

/// The parameters after `self`, each with a comma before it, and what is returned.
fn signature(
    krate: &TokenStream,
    function: &Function,
    scope: Scope<'_>,
) -> (TokenStream, TokenStream) {
    let params = function.params.iter().map(|param| {
        let ident = &param.ident;
        let ty = ty::borrowed(&param.ty, &TokenStream::new(), scope);
        quote!(, #ident: #ty)
    });
    let output = match &function.result {
        Returns::Nothing => quote!(::core::result::Result<(), #krate::Error>),
        Returns::Value(value) => {
            let value = ty::owned(value, scope);
            quote!(::core::result::Result<#value, #krate::Error>)
        }
        Returns::Result(ok, err) => {
            let (ok, err) = (ty::side(ok.as_ref(), scope), ty::side(err.as_ref(), scope));
            quote!(::core::result::Result<#ok, #krate::CallError<#err>>)
        }
    };
    (params.collect(), output)
}

fn docs_of(function: &Function) -> TokenStream {
    let docs = &function.docs;
    let errors = match function.result {
        Returns::Result(..) => {
            "`CallError::Guest` with what the plugin answers, or `CallError::Host` where the call fails."
        }
        _ => "The call fails.",
    };
    quote! {
        #[doc = #docs]
        #[doc = ""]
        #[doc = "# Errors"]
        #[doc = ""]
        #[doc = #errors]
    }
}

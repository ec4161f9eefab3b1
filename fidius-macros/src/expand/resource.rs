//! Resources: the handle, and the trait of its methods, which the user implements for a type of his own, and a plugin's resource
//! has.

use proc_macro2::TokenStream;
use quote::quote;

use super::attributes::deprecated;
use super::functions::{self, Kind};
use super::ty::Scope;
use crate::args::Args;
use crate::bindings::{Resource, TypeDef};

pub(super) fn handle(
    args: &Args,
    definition: &TypeDef,
    resource: &Resource,
    scope: Scope<'_>,
) -> TokenStream {
    let krate = &args.krate;
    let TypeDef { ident, docs, .. } = definition;
    let deprecated = deprecated(definition.deprecated.as_deref());
    let wit = &resource.wit;
    let name = ident.to_string();
    let Some(trait_name) = &resource.trait_name else {
        // Nobody here has its methods: it can only be handed on.
        return quote! {
            #[doc = #docs]
            #deprecated
            pub struct #ident(
                #krate::__private::Handle<dyn ::core::any::Any + ::core::marker::Send + ::core::marker::Sync>,
            );

            impl #krate::__private::Resource for #ident {
                type Object = dyn ::core::any::Any + ::core::marker::Send + ::core::marker::Sync;
                const NAME: &'static ::core::primitive::str = #wit;

                fn handle(&self) -> &#krate::__private::Handle<Self::Object> {
                    &self.0
                }

                fn from_handle(handle: #krate::__private::Handle<Self::Object>) -> Self {
                    Self(handle)
                }
            }

            impl ::core::fmt::Debug for #ident {
                fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    f.debug_tuple(#name).field(&self.0).finish()
                }
            }
        };
    };
    let trait_docs = format!(
        "The methods of the resource `{wit}`: what [`{ident}`] has, and what a type of the host's own implements to be one."
    );
    let handle_docs = format!("A handle of the resource `{wit}`: {HANDLE}");
    let message = format!("`{{Self}}` does not have the methods of the resource `{wit}`");
    let label = format!("it does not implement `{trait_name}`");
    let note = format!(
        "`{ident}::new` is for a type of the host's own; a `{wit}` that lives in the plugin is made by calling the plugin"
    );
    let new_docs = format!("The host's own `{wit}`.");
    let object = quote!(dyn #trait_name + ::core::marker::Send + ::core::marker::Sync);
    let declarations = resource
        .methods
        .iter()
        .map(|method| functions::declaration(krate, method, scope));
    let implementations = resource.methods.iter().map(|method| {
        let ident = &method.ident;
        let args = method.params.iter().map(|param| &param.ident);
        let signature = functions::signature(krate, method, scope);
        quote! {
            #[inline]
            fn #ident #signature {
                #trait_name::#ident(self.0.object() #(, #args)*)
            }
        }
    });
    let inherent = resource
        .methods
        .iter()
        .map(|method| functions::forward(krate, method, Kind::Handle(trait_name), scope));
    quote! {
        #[doc = #docs]
        #[doc = ""]
        #[doc = #handle_docs]
        #deprecated
        pub struct #ident(#krate::__private::Handle<#object>);

        #[doc = #trait_docs]
        #[diagnostic::on_unimplemented(message = #message, label = #label, note = #note)]
        #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
        pub trait #trait_name {
            #(#declarations)*
        }

        #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
        impl #ident {
            #[doc = #new_docs]
            #[must_use]
            pub fn new<T>(value: T) -> Self
            where
                T: #trait_name + ::core::marker::Send + ::core::marker::Sync + 'static,
            {
                let value = ::std::sync::Arc::new(value);
                let object: ::std::sync::Arc<#object> = ::std::sync::Arc::<T>::clone(&value);
                Self(#krate::__private::Handle::host(object, value))
            }

            /// The value that it was made of with `new`; `None` where that is of another type, or a plugin's.
            #[must_use]
            pub fn downcast_ref<T: 'static>(&self) -> ::core::option::Option<&T> {
                self.0.downcast_ref()
            }

            #(#inherent)*
        }

        impl #trait_name for #ident {
            #(#implementations)*
        }

        impl #krate::__private::Resource for #ident {
            type Object = #object;
            const NAME: &'static ::core::primitive::str = #wit;

            fn handle(&self) -> &#krate::__private::Handle<Self::Object> {
                &self.0
            }

            fn from_handle(handle: #krate::__private::Handle<Self::Object>) -> Self {
                Self(handle)
            }
        }

        impl ::core::fmt::Debug for #ident {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.debug_tuple(#name).field(&self.0).finish()
            }
        }
    }
}

const HANDLE: &str = "one that lives in a plugin, and keeps the plugin's instance alive; or the host's own. Dropping it drops the resource: a \
plugin's destructor runs at once where the instance is free, else after the call that it is busy with.";

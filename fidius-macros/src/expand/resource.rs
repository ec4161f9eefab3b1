//! Resources: the handle, and the trait of its methods, which the user implements for a type of his own, and a plugin's resource
//! has.

use proc_macro2::TokenStream;
use quote::quote;

use super::attributes::deprecated;
use super::form::Form;
use super::functions::{self, Kind};
use super::object;
use super::ty::Scope;
use crate::args::Args;
use crate::bindings::{Resource, TraitNames, TypeDef};

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
    let Some(traits) = &resource.traits else {
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
    let handle_docs = format!("A handle of the resource `{wit}`: {HANDLE}");
    let object_trait = object::trait_ident(traits);
    let object = quote!(dyn #object_trait + ::core::marker::Send + ::core::marker::Sync);
    let object_definition = object::definition(krate, resource, traits, scope);
    let of_host = object::of_host(krate, definition, resource, traits, scope);
    let forms = Form::BOTH.map(|form| {
        let trait_name = form.name(traits);
        let definition = form_of_trait(krate, definition, resource, traits, form, scope);
        let implementations = resource.methods.iter().enumerate().map(|(index, method)| {
            let args = method.takes().map(|param| &param.ident);
            let on_object = object::method(form, index);
            let call = quote!(#object_trait::#on_object(self.0.object() #(, #args)*));
            form.method(krate, &method.ident, &quote!(&self), method, scope, &call)
        });
        quote! {
            #definition

            #[allow(clippy::too_many_arguments)]
            impl #trait_name for #ident {
                #(#implementations)*
            }
        }
    });
    let form = Form::of_methods(args.is_async);
    let inherent = resource.methods.iter().map(|method| {
        functions::forward(krate, method, Kind::Handle(form.name(traits)), form, scope)
    });
    quote! {
        #[doc = #docs]
        #[doc = ""]
        #[doc = #handle_docs]
        #deprecated
        pub struct #ident(#krate::__private::Handle<#object>);

        #(#forms)*

        #object_definition

        #of_host

        #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
        impl #ident {
            #(#inherent)*
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

/// The trait of the methods, in one of its forms.
fn form_of_trait(
    krate: &TokenStream,
    definition: &TypeDef,
    resource: &Resource,
    traits: &TraitNames,
    form: Form,
    scope: Scope<'_>,
) -> TokenStream {
    let (ident, wit, trait_name) = (&definition.ident, &resource.wit, form.name(traits));
    let TraitNames {
        blocking,
        asynchronous,
    } = traits;
    let (how, new, other) = match form {
        Form::Blocking => ("", "new", format!("[`{asynchronous}`] is the async form.")),
        Form::Async => (
            ", with `async fn`,",
            "new_async",
            format!("[`{blocking}`] is the blocking form."),
        ),
    };
    let new_of_other = match form {
        Form::Blocking => {
            format!("`{ident}::new_async` takes a value that implements `{asynchronous}`")
        }
        Form::Async => format!("`{ident}::new` takes a value that implements `{blocking}`"),
    };
    let docs = format!(
        "The methods of the resource `{wit}`: what [`{ident}`] has, and what a type of the host's own implements{how} to be \
         one."
    );
    let as_async = match form {
        Form::Blocking => "",
        Form::Async => " as async functions",
    };
    let message = format!("`{{Self}}` does not have the methods of the resource `{wit}`{as_async}");
    let label = format!("it does not implement `{trait_name}`");
    let note = format!(
        "`{ident}::{new}` is for a type of the host's own; a `{wit}` that lives in the plugin is made by calling the plugin"
    );
    let declarations = resource
        .methods
        .iter()
        .map(|method| functions::declaration(krate, method, form, scope));
    quote! {
        #[doc = #docs]
        #[doc = ""]
        #[doc = #other]
        #[diagnostic::on_unimplemented(message = #message, label = #label, note = #note, note = #new_of_other)]
        #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
        pub trait #trait_name {
            #(#declarations)*
        }
    }
}

const HANDLE: &str = "one that lives in a plugin, and keeps the plugin's instance alive; or the host's own. Dropping it drops the resource: a \
plugin's destructor runs at once where the instance is free, else after the call that it is busy with. In an instance for async \
calls it runs on a thread of the runtime's, soon after.";

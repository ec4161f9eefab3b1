//! What a resource's handle has in it: an object with the methods in both forms. Futures keep the async trait from being a `dyn`,
//! so the object has a hidden trait of its own, whose futures are boxed.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::form::{self, Form};
use super::ty::{Lifetime, Scope, hidden};
use crate::bindings::{Function, Resource, Returns, TraitNames, TypeDef};

/// The hidden trait's name. No WIT name becomes one with underscores before it.
pub(super) fn trait_ident(traits: &TraitNames) -> Ident {
    format_ident!("__{}", traits.blocking)
}

/// What a value of the user's stands in that has the trait of this form. The hidden trait's names end otherwise.
fn value_ident(traits: &TraitNames, form: Form) -> Ident {
    match form {
        Form::Blocking => format_ident!("__{}Value", traits.blocking),
        Form::Async => format_ident!("__{}AsyncValue", traits.blocking),
    }
}

/// The hidden trait's method for the one at this place among the resource's.
pub(super) fn method(form: Form, index: usize) -> Ident {
    match form {
        Form::Blocking => hidden("blocking", index),
        Form::Async => hidden("async", index),
    }
}

fn signature(
    krate: &TokenStream,
    function: &Function,
    form: Form,
    scope: Scope<'_>,
) -> TokenStream {
    match form {
        Form::Blocking => form.signature(krate, function, scope),
        Form::Async => {
            let params = form::params(krate, function, Lifetime::Named("f"), scope);
            let output = form::output(krate, function, scope);
            quote! {
                <'f>(&'f self #params) -> ::core::pin::Pin<::std::boxed::Box<
                    dyn ::core::future::Future<Output = #output> + ::core::marker::Send + 'f
                >>
            }
        }
    }
}

/// The hidden trait. It stands beside the handle.
pub(super) fn definition(
    krate: &TokenStream,
    resource: &Resource,
    traits: &TraitNames,
    scope: Scope<'_>,
) -> TokenStream {
    let ident = trait_ident(traits);
    let declarations = each(&resource.methods, |index, function, form| {
        let ident = method(form, index);
        let signature = signature(krate, function, form, scope);
        quote!(fn #ident #signature;)
    });
    quote! {
        #[doc(hidden)]
        #[allow(clippy::all, clippy::pedantic, clippy::nursery)]
        pub trait #ident {
            #declarations
        }
    }
}

/// The hidden trait's methods as an implementation has them. A body of the async form is that of a boxed future's function.
pub(super) fn methods(
    krate: &TokenStream,
    functions: &[Function],
    scope: Scope<'_>,
    body: impl Fn(&Function, Form) -> TokenStream,
) -> TokenStream {
    each(functions, |index, function, form| {
        let ident = method(form, index);
        let signature = signature(krate, function, form, scope);
        let body = body(function, form);
        quote! {
            fn #ident #signature {
                #body
            }
        }
    })
}

fn each(
    functions: &[Function],
    make: impl Fn(usize, &Function, Form) -> TokenStream,
) -> TokenStream {
    let functions = functions.iter().enumerate();
    functions
        .flat_map(|(index, function)| Form::BOTH.map(|form| make(index, function, form)))
        .collect()
}

/// The ways to a handle of the host's own value: of one that has the blocking trait, and of one that has the async trait.
pub(super) fn of_host(
    krate: &TokenStream,
    definition: &TypeDef,
    resource: &Resource,
    traits: &TraitNames,
    scope: Scope<'_>,
) -> TokenStream {
    let scope = scope.in_block();
    let (ident, wit) = (&definition.ident, &resource.wit);
    let hidden_trait = trait_ident(traits);
    let TraitNames {
        blocking,
        asynchronous,
    } = traits;
    let of_blocking = methods(krate, &resource.methods, scope, |function, form| {
        let call = call(function, blocking);
        match form {
            Form::Blocking => call,
            Form::Async => quote!(::std::boxed::Box::pin(async move { #call })),
        }
    });
    let of_async = methods(krate, &resource.methods, scope, |function, form| {
        let call = call(function, asynchronous);
        match (form, &function.result) {
            (Form::Blocking, Returns::Result(..)) => {
                quote!(#krate::__private::park_host_fallible(#call))
            }
            (Form::Blocking, _) => quote!(#krate::__private::park_host(#call)),
            (Form::Async, _) => quote!(::std::boxed::Box::pin(#call)),
        }
    });
    let new_docs = format!("The host's own `{wit}`.");
    let new_async_docs = format!(
        "The host's own `{wit}`, of a value whose methods are async. A blocking call of one waits on the thread of the caller."
    );
    let value = value_ident(traits, Form::Blocking);
    let async_value = value_ident(traits, Form::Async);
    quote! {
        struct #value<T>(T);

        #[allow(clippy::all, clippy::pedantic, clippy::nursery)]
        impl<T> self::#hidden_trait for self::#value<T>
        where
            T: self::#blocking + ::core::marker::Send + ::core::marker::Sync,
        {
            #of_blocking
        }

        struct #async_value<T>(T);

        #[allow(clippy::all, clippy::pedantic, clippy::nursery)]
        impl<T> self::#hidden_trait for self::#async_value<T>
        where
            T: self::#asynchronous + ::core::marker::Send + ::core::marker::Sync,
        {
            #of_async
        }

        impl self::#ident {
            #[doc = #new_docs]
            #[must_use]
            pub fn new<T>(value: T) -> Self
            where
                T: self::#blocking + ::core::marker::Send + ::core::marker::Sync + 'static,
            {
                let value = ::std::sync::Arc::new(self::#value(value));
                Self(#krate::__private::Handle::host(
                    ::std::sync::Arc::<self::#value<T>>::clone(&value),
                    value,
                ))
            }

            #[doc = #new_async_docs]
            #[must_use]
            pub fn new_async<T>(value: T) -> Self
            where
                T: self::#asynchronous + ::core::marker::Send + ::core::marker::Sync + 'static,
            {
                let value = ::std::sync::Arc::new(self::#async_value(value));
                Self(#krate::__private::Handle::host(
                    ::std::sync::Arc::<self::#async_value<T>>::clone(&value),
                    value,
                ))
            }

            /// The value that it was made of with `new` or `new_async`; `None` where that is of another type, or a plugin's.
            #[must_use]
            pub fn downcast_ref<T: 'static>(&self) -> ::core::option::Option<&T> {
                match self.0.downcast_ref::<self::#value<T>>() {
                    ::core::option::Option::Some(value) => ::core::option::Option::Some(&value.0),
                    ::core::option::Option::None => {
                        self.0.downcast_ref::<self::#async_value<T>>().map(|value| &value.0)
                    }
                }
            }
        }
    }
}

/// A call of the method that the user's value has.
fn call(function: &Function, on: &Ident) -> TokenStream {
    let ident = &function.ident;
    let args = function.takes().map(|param| &param.ident);
    quote!(<T as self::#on>::#ident(&self.0 #(, #args)*))
}

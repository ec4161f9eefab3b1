//! What a plugin exports, on the struct: the traits, the methods, and what leads to further interfaces.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::form::Form;
use super::functions::{self, Kind};
use super::object;
use super::ty::{Scope, hidden};
use crate::args::Args;
use crate::bindings::{Bindings, Export, Functions, Interface, Place};
use crate::item::Item;

/// The functions of an exported interface.
pub(super) fn functions_of<'a>(
    bindings: &'a Bindings,
    export: &Export,
) -> Option<(&'a Interface, &'a Functions)> {
    let interface = &bindings.interfaces[export.interface];
    Some((interface, interface.functions.as_ref()?))
}

/// The traits' implementations for the struct, and the methods on the struct itself.
pub(super) fn on_struct(args: &Args, item: &Item, bindings: &Bindings) -> TokenStream {
    let exports = bindings
        .exports
        .iter()
        .map(|export| on_struct_of(args, item, bindings, export));
    quote!(#(#exports)*)
}

fn on_struct_of(args: &Args, item: &Item, bindings: &Bindings, export: &Export) -> TokenStream {
    let krate = &args.krate;
    let (struct_ident, vis) = (&item.ident, &item.vis);
    let scope = Scope::Outside(&bindings.module);
    let Some((interface, functions)) = functions_of(bindings, export) else {
        return TokenStream::new();
    };
    let start = scope.to(&interface.place);
    let implementations = Form::BOTH.map(|form| {
        let trait_name = form.name(&functions.traits);
        let methods = functions
            .functions
            .iter()
            .map(|function| functions::call_plugin(krate, function, export.first, form, scope));
        quote! {
            impl #start #trait_name for #struct_ident {
                #(#methods)*
            }
        }
    });
    let inherent = export.is_on_struct.then(|| {
        let form = Form::of_methods(args.is_async);
        let trait_name = form.name(&functions.traits);
        let trait_path = quote!(#start #trait_name);
        let methods = functions.functions.iter().map(|function| {
            functions::forward(krate, function, Kind::Struct(vis, &trait_path), form, scope)
        });
        quote!(#(#methods)*)
    });
    let accessor = export.accessor.as_ref().map(|accessor| {
        let method = &accessor.method;
        let view = &accessor.view;
        let start = view_place(scope, &interface.place);
        let docs = format!("The functions of `{}`.", functions.name);
        quote! {
            #[doc = #docs]
            #[inline]
            #[must_use]
            #vis fn #method(&self) -> #start #view<'_, Self> {
                #start #view(self)
            }
        }
    });
    let methods = (inherent.is_some() || accessor.is_some()).then(|| {
        quote! {
            #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
            impl #struct_ident {
                #inherent
                #accessor
            }
        }
    });
    quote! {
        #(#implementations)*

        #methods
    }
}

/// Where the type stands that an accessor returns: with the interface, unless that is in a module of the user's.
fn view_place(scope: Scope<'_>, place: &Place) -> TokenStream {
    match place {
        Place::Mapped(_) => scope.hidden(),
        place => scope.to(place),
    }
}

/// The type that an accessor returns.
pub(super) fn view(
    args: &Args,
    bindings: &Bindings,
    export: &Export,
    scope: Scope<'_>,
) -> Option<TokenStream> {
    let krate = &args.krate;
    let view = &export.accessor.as_ref()?.view;
    let (interface, functions) = functions_of(bindings, export)?;
    let scope = scope.in_block();
    let start = scope.to(&interface.place);
    let docs = format!("The functions of `{}` of a plugin.", functions.name);
    // The struct makes it, which stands beside the outer module.
    let visible = match interface.place {
        Place::Root => quote!(pub(super)),
        _ => quote!(pub(in super::super)),
    };
    let inherent = {
        let form = Form::of_methods(args.is_async);
        let trait_name = form.name(&functions.traits);
        let trait_path = quote!(#start #trait_name);
        let methods = functions.functions.iter().map(|function| {
            functions::forward(krate, function, Kind::View(&trait_path), form, scope)
        });
        // The futures of its own methods have the reference in them.
        let sync = (form == Form::Async).then(|| quote!(+ ::core::marker::Sync));
        quote! {
            #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
            impl<H: #trait_path #sync> #view<'_, H> {
                #(#methods)*
            }
        }
    };
    let implementations = Form::BOTH.map(|form| {
        let trait_name = form.name(&functions.traits);
        let trait_path = quote!(#start #trait_name);
        let methods = functions.functions.iter().map(|function| {
            let ident = &function.ident;
            let signature = form.signature(krate, function, scope);
            let args = function.takes().map(|param| &param.ident);
            quote! {
                #[inline]
                fn #ident #signature {
                    <H as #trait_path>::#ident(self.0 #(, #args)*)
                }
            }
        });
        quote! {
            #[allow(clippy::too_many_arguments)]
            impl<H: #trait_path> #trait_path for #view<'_, H> {
                #(#methods)*
            }
        }
    });
    Some(quote! {
        #[doc = #docs]
        #[derive(::core::fmt::Debug)]
        pub struct #view<'a, H>(#visible &'a H);

        #inherent

        #(#implementations)*

        impl<H> ::core::clone::Clone for #view<'_, H> {
            fn clone(&self) -> Self {
                *self
            }
        }

        impl<H> ::core::marker::Copy for #view<'_, H> {}
    })
}

/// The resources of the plugin's, as objects with the methods of the resource. They stand in the hidden module.
pub(super) fn guest_resources(krate: &TokenStream, bindings: &Bindings) -> TokenStream {
    let scope = Scope::Hidden;
    let resources = bindings.guest_resources.iter().enumerate();
    resources
        .map(|(number, resource)| {
            let guest = hidden("Guest", number);
            let make = format_ident!("make_guest{number}");
            let start = scope.to(&resource.place);
            let ident = &resource.ident;
            let object = resource.traits.as_ref().map(|traits| {
                let object_trait = object::trait_ident(traits);
                let methods = object::methods(krate, &resource.methods, scope, |method, form| {
                    let call = functions::call_resource(krate, method, resource.first, form, scope);
                    match form {
                        Form::Blocking => call,
                        Form::Async => quote!(::std::boxed::Box::pin(async move { #call })),
                    }
                });
                quote! {
                    struct #guest(::std::sync::Arc<#krate::__private::GuestHandle>);

                    impl #start #object_trait for #guest {
                        #methods
                    }
                }
            });
            let made = match &object {
                Some(_) => quote!(#guest(::std::sync::Arc::clone(&handle))),
                None => quote!(()),
            };
            quote! {
                #object

                fn #make(
                    handle: ::std::sync::Arc<#krate::__private::GuestHandle>,
                ) -> ::std::boxed::Box<dyn ::core::any::Any + ::core::marker::Send + ::core::marker::Sync> {
                    let object = ::std::sync::Arc::new(#made);
                    ::std::boxed::Box::new(
                        <#start #ident as #krate::__private::Resource>::from_handle(
                            #krate::__private::Handle::guest(object, handle),
                        ),
                    )
                }
            }
        })
        .collect()
}

//! What the host gives to a plugin: how the user's implementations are linked.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::convert::Converter;
use super::form::Form;
use super::ty::{self, Scope};
use crate::bindings::{Bindings, Function, Functions, Import, Interface, Place, Returns, TypeKind};
use crate::item::Item;

fn functions_of<'a>(
    bindings: &'a Bindings,
    import: &Import,
) -> Option<(&'a Interface, &'a Functions)> {
    let interface = &bindings.interfaces[import.interface];
    Some((interface, interface.functions.as_ref()?))
}

/// The host's own word on what implementations of imports it takes, for both forms of the traits. It stands beside the struct.
pub(super) fn link(krate: &TokenStream, item: &Item, bindings: &Bindings) -> Option<TokenStream> {
    if bindings.imports.is_empty() {
        return None;
    }
    let forms = Form::BOTH.map(|form| link_form(krate, item, bindings, form));
    Some(quote!(#(#forms)*))
}

fn link_form(krate: &TokenStream, item: &Item, bindings: &Bindings, form: Form) -> TokenStream {
    let scope = Scope::Outside(&bindings.module);
    let struct_ident = &item.ident;
    let traits = bindings.imports.iter().filter_map(|import| {
        let (interface, functions) = functions_of(bindings, import)?;
        let (start, trait_name) = (scope.to(&interface.place), form.name(&functions.traits));
        Some(quote!(#start #trait_name))
    });
    let linked = bindings
        .imports
        .iter()
        .map(|import| link_interface(krate, bindings, import, form, scope));
    let (imports, link) = match form {
        Form::Blocking => (quote!(Imports), quote!(link)),
        Form::Async => (quote!(ImportsAsync), quote!(link_async)),
    };
    quote! {
        impl<__I> #krate::__private::#imports<__I> for #struct_ident
        where
            __I: #(#traits +)* ::core::marker::Send + ::core::marker::Sync + 'static,
        {
            fn #link(
                linking: &mut #krate::__private::Linking<'_>,
            ) -> ::core::result::Result<(), #krate::Error> {
                #(#linked)*
                let _ = linking;
                ::core::result::Result::Ok(())
            }
        }
    }
}

fn link_interface(
    krate: &TokenStream,
    bindings: &Bindings,
    import: &Import,
    form: Form,
    scope: Scope<'_>,
) -> TokenStream {
    let Some((interface, functions)) = functions_of(bindings, import) else {
        return TokenStream::new();
    };
    let name = if import.is_world {
        quote!(::core::option::Option::None)
    } else {
        let name = &functions.name;
        quote!(::core::option::Option::Some(#name))
    };
    let (start, trait_name) = (scope.to(&interface.place), form.name(&functions.traits));
    let trait_path = quote!(<__I as #start #trait_name>);
    let resources = interface.types.iter().filter_map(|definition| {
        let TypeKind::Resource(resource) = &definition.kind else {
            return None;
        };
        let wit = &resource.wit;
        let resource_trait = form.name(resource.traits.as_ref()?);
        let methods = resource.methods.iter().map(|method| {
            let on = quote!(#start #resource_trait);
            link_function(krate, method, &name, &on, form, scope)
        });
        Some(quote! {
            linking.resource(#name, #wit)?;
            #(#methods)*
        })
    });
    let free = functions
        .functions
        .iter()
        .map(|function| link_function(krate, function, &name, &trait_path, form, scope));
    quote! {
        #(#resources)*
        #(#free)*
    }
}

/// One host function: the arguments lifted, the user's method called, its answer lowered.
fn link_function(
    krate: &TokenStream,
    function: &Function,
    interface: &TokenStream,
    on: &TokenStream,
    form: Form,
    scope: Scope<'_>,
) -> TokenStream {
    let convert = Converter { krate, scope };
    let wit = &function.wit;
    let ident = &function.ident;
    let this = function.this.as_ref();
    let names: Vec<_> = (0..function.params.len())
        .map(|index| format_ident!("arg{index}"))
        .collect();
    let raw_types = function
        .params
        .iter()
        .map(|param| ty::raw(krate, &param.ty, scope));
    let this_type = this.map(|_| quote!(#krate::__private::RawHandle,));
    let this_name = this.map(|_| quote!(this,));
    let how = How::of(function, form);

    let with_handles: Vec<_> = function
        .params
        .iter()
        .zip(&names)
        .filter(|(param, _)| param.ty.handles().any())
        .collect();
    let lifting = (this.is_some() || !with_handles.is_empty()).then(|| {
        let this = this.map(|named| {
            let path = ty::path(named, scope);
            quote!(let this = cx.borrow::<#path>(this)?;)
        });
        let lifted = with_handles.iter().map(|(param, name)| {
            let lifted = convert.lift(&param.ty, &quote!(#name));
            quote!(let #name = #lifted;)
        });
        let names: Vec<_> = with_handles.iter().map(|(_, name)| name).collect();
        let this_name = this.is_some().then(|| quote!(this,));
        let lifted = quote! {
            #this
            #(#lifted)*
        };
        let lifted = match how {
            How::Concurrent => quote! {
                cx.lift(&arena, |cx| {
                    #lifted
                    ::core::result::Result::Ok((#this_name #(#names,)*))
                })?
            },
            How::Blocking | How::Async => quote!({
                let cx = &mut cx.lifting(&arena);
                #lifted
                (#this_name #(#names,)*)
            }),
        };
        quote! {
            let arena = #krate::__private::Arena::new();
            let (#this_name #(#names,)*) = #lifted;
        }
    });
    let passed = function
        .params
        .iter()
        .zip(&names)
        .map(|(param, name)| convert.pass(&param.ty, &quote!(#name)));
    let (imports, first) = match (this, how) {
        (Some(_), _) => (None, quote!(this)),
        (None, How::Blocking) => (None, quote!(cx.imports::<__I>())),
        (None, How::Async) => (
            Some(quote!(let imports = cx.shared_imports::<__I>();)),
            quote!(&*imports),
        ),
        (None, How::Concurrent) => (
            Some(quote!(let imports = cx.imports::<__I>();)),
            quote!(&*imports),
        ),
    };
    let wait = (form == Form::Async).then(|| quote!(.await));
    let call = quote!(#on::#ident(#first #(, #passed)*) #wait);
    let lower = |ty: &crate::bindings::Ty, value: &TokenStream| {
        let lowered = convert.lower(ty, value);
        match how {
            _ if !ty.handles().any() => lowered,
            How::Concurrent => quote!(cx.lower(|cx| ::core::result::Result::Ok(#lowered))?),
            How::Blocking | How::Async => quote!({
                let cx = &mut cx.lowering();
                #lowered
            }),
        }
    };
    let (result_type, answer) = match &function.result {
        Returns::Nothing => (
            quote!(()),
            quote! {
                #call?;
                ::core::result::Result::Ok(())
            },
        ),
        Returns::Value(ty) => {
            let raw = ty::raw(krate, ty, scope);
            let lowered = lower(ty, &quote!(answer));
            (
                quote!((#raw,)),
                quote! {
                    let answer = #call?;
                    ::core::result::Result::Ok((#lowered,))
                },
            )
        }
        Returns::Result(ok, err) => {
            let raw = |ty: &Option<_>| match ty {
                Some(ty) => ty::raw(krate, ty, scope),
                None => quote!(()),
            };
            let side = |ty: &Option<_>| match ty {
                Some(ty) => lower(ty, &quote!(answer)),
                None => quote!(answer),
            };
            let (raw_ok, raw_err) = (raw(ok), raw(err));
            let (ok, err) = (side(ok), side(err));
            (
                quote!((::core::result::Result<#raw_ok, #raw_err>,)),
                quote! {
                    let answer = match #call {
                        ::core::result::Result::Ok(answer) => ::core::result::Result::Ok(#ok),
                        ::core::result::Result::Err(#krate::CallError::Guest(answer)) => {
                            ::core::result::Result::Err(#err)
                        }
                        ::core::result::Result::Err(#krate::CallError::Host(error)) => {
                            return ::core::result::Result::Err(error);
                        }
                    };
                    ::core::result::Result::Ok((answer,))
                },
            )
        }
    };
    let (link, body) = match how {
        How::Blocking => (
            quote!(function),
            quote!({
                let _ = &cx;
                #lifting
                #answer
            }),
        ),
        How::Async | How::Concurrent => {
            let link = match how {
                How::Concurrent => quote!(function_concurrent),
                _ => quote!(function_async),
            };
            let body = quote! {
                ::std::boxed::Box::pin(async move {
                    let mut cx = cx;
                    let _ = &mut cx;
                    #lifting
                    #imports
                    #answer
                })
            };
            (link, body)
        }
    };
    quote! {
        linking.#link::<(#this_type #(#raw_types,)*), #result_type>(
            #interface,
            #wit,
            |(#this_name #(#names,)*), cx| #body,
        )?;
    }
}

/// How a plugin's call of a host function is served.
#[derive(Clone, Copy)]
enum How {
    /// The plugin waits, and so does the thread.
    Blocking,
    /// The plugin waits.
    Async,
    /// The plugin may do something else meanwhile: the WIT's `async func`, in whichever form the user has implemented it.
    Concurrent,
}

impl How {
    fn of(function: &Function, form: Form) -> Self {
        match form {
            _ if function.is_async => Self::Concurrent,
            Form::Blocking => Self::Blocking,
            Form::Async => Self::Async,
        }
    }
}

/// One struct that puts an implementation for each import together. It stands in the outer module.
pub(super) fn together(krate: &TokenStream, bindings: &Bindings) -> Option<TokenStream> {
    if bindings.imports.len() < 2 {
        return None;
    }
    let place = Place::Root;
    let scope = Scope::Block(&place);
    let ident = &bindings.imports_struct;
    let parameters: Vec<_> = bindings
        .imports
        .iter()
        .map(|import| &import.parameter)
        .collect();
    let fields = bindings.imports.iter().map(|import| {
        let (field, parameter) = (&import.field, &import.parameter);
        let name = functions_of(bindings, import).map_or("", |(_, functions)| &functions.name);
        let docs = format!("What implements `{name}`.");
        quote! {
            #[doc = #docs]
            pub #field: #parameter,
        }
    });
    let imports = Form::BOTH
        .into_iter()
        .flat_map(|form| bindings.imports.iter().map(move |import| (form, import)));
    let implementations = imports.filter_map(|(form, import)| {
        let (interface, functions) = functions_of(bindings, import)?;
        let (start, trait_name) = (scope.to(&interface.place), form.name(&functions.traits));
        let (field, parameter) = (&import.field, &import.parameter);
        let methods = functions.functions.iter().map(|function| {
            let method = &function.ident;
            let args = function.takes().map(|param| &param.ident);
            let signature = form.signature(krate, function, scope);
            quote! {
                fn #method #signature {
                    <#parameter as #start #trait_name>::#method(&self.#field #(, #args)*)
                }
            }
        });
        let generics = parameters.iter().map(|other| {
            if *other == parameter {
                quote!(#other: #start #trait_name)
            } else {
                quote!(#other)
            }
        });
        Some(quote! {
            #[allow(clippy::too_many_arguments)]
            impl<#(#generics),*> #start #trait_name for #ident<#(#parameters),*> {
                #(#methods)*
            }
        })
    });
    Some(quote! {
        /// All that the host gives to a plugin, put together from one implementation for each import.
        #[derive(::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug)]
        pub struct #ident<#(#parameters),*> {
            #(#fields)*
        }

        #(#implementations)*
    })
}

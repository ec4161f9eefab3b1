//! Methods: how they are declared in a trait, forwarded to another, and called on a plugin.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::attributes::deprecated;
use super::convert::Converter;
use super::ty::{self, Lifetime, Scope, hidden};

use crate::bindings::{Bindings, Function, Functions, Returns, Role, Ty};

/// The trait with a method for each function.
pub(super) fn interface_trait(
    krate: &TokenStream,
    functions: &Functions,
    bindings: &Bindings,
    scope: Scope<'_>,
) -> TokenStream {
    let ident = &functions.trait_name;
    let name = &functions.name;
    let docs = match functions.role {
        Role::Exported => format!(
            "The functions of `{name}`: what a plugin's handle implements, and what a fake may."
        ),
        Role::Imported => format!(
            "The functions of `{name}`: what the host gives to plugins. Implement it on a type of your own; an error of the host's \
             (`CallError::Host`, or `Error`) ends the plugin's call with that error."
        ),
        Role::Both => format!(
            "The functions of `{name}`: what a plugin's handle implements, and what the host gives to plugins."
        ),
    };
    let declarations = functions
        .functions
        .iter()
        .map(|function| declaration(krate, function, scope));
    let shared = functions.functions.iter().map(|function| {
        let method = &function.ident;
        let args = function.params.iter().map(|param| &param.ident);
        let signature = signature(krate, function, scope.in_block());
        quote! {
            fn #method #signature {
                <T as self::#ident>::#method(&**self #(, #args)*)
            }
        }
    });
    let diagnostic = (functions.role != Role::Exported).then(|| {
        let is_world = bindings.imports.iter().any(|import| {
            let own = bindings.interfaces[import.interface].functions.as_ref();
            import.is_world && own.is_some_and(|own| std::ptr::eq(own, functions))
        });
        let world = if is_world { "the world " } else { "" };
        let message = format!("`{{Self}}` does not have the functions of {world}`{name}`");
        let label = format!("it does not implement `{ident}`");
        let together = &bindings.imports_struct;
        let note = (bindings.imports.len() > 1).then(|| {
            let note = format!(
                "one value has the functions of all that the plugin imports: the struct `{together}` makes it of one for each"
            );
            quote!(, note = #note)
        });
        quote!(#[diagnostic::on_unimplemented(message = #message, label = #label #note)])
    });
    quote! {
        #[doc = #docs]
        #diagnostic
        #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
        pub trait #ident {
            #(#declarations)*
        }

        // What is shared by several hosts, or known only as an object, can be given to a plugin too.
        #[allow(clippy::too_many_arguments)]
        impl<T: self::#ident + ?::core::marker::Sized> self::#ident for ::std::sync::Arc<T> {
            #(#shared)*
        }
    }
}

/// A method of a trait.
pub(super) fn declaration(
    krate: &TokenStream,
    function: &Function,
    scope: Scope<'_>,
) -> TokenStream {
    let docs = docs_of(function);
    let ident = &function.ident;
    let signature = signature(krate, function, scope);
    quote! {
        #docs
        fn #ident #signature;
    }
}

/// Where a method that forwards stands.
#[derive(Clone, Copy)]
pub(super) enum Kind<'a> {
    /// On the struct, of this visibility, to this trait.
    Struct(&'a syn::Visibility, &'a TokenStream),
    /// On the handle of a resource, to this trait.
    Handle(&'a Ident),
    /// On what an accessor returns, to this trait of the struct that it borrows.
    View(&'a TokenStream),
}

/// A method that has the trait's method called.
pub(super) fn forward(
    krate: &TokenStream,
    function: &Function,
    kind: Kind<'_>,
    scope: Scope<'_>,
) -> TokenStream {
    let docs = docs_of(function);
    let (ident, trait_ident) = (&function.struct_ident, &function.ident);
    let signature = signature(krate, function, scope);
    let args = function.params.iter().map(|param| &param.ident);
    let (vis, call) = match kind {
        Kind::Struct(vis, path) => (
            quote!(#vis),
            quote!(<Self as #path>::#trait_ident(self #(, #args)*)),
        ),
        Kind::Handle(name) => (
            quote!(pub),
            quote!(<Self as #name>::#trait_ident(self #(, #args)*)),
        ),
        Kind::View(path) => (
            quote!(pub),
            quote!(<H as #path>::#trait_ident(self.0 #(, #args)*)),
        ),
    };
    quote! {
        #docs
        #[inline]
        #vis fn #ident #signature {
            #call
        }
    }
}

/// A method of the struct that calls the plugin.
pub(super) fn call_plugin(
    krate: &TokenStream,
    function: &Function,
    first: usize,
    scope: Scope<'_>,
) -> TokenStream {
    let ident = &function.ident;
    let signature = signature(krate, function, scope);
    let marker = hidden("Function", first + function.index);
    let start = scope.hidden();
    let body = if function.has_handles() {
        call_with_handles(
            krate,
            function,
            &quote!(self.plugin),
            &quote!(#start #marker),
            scope,
        )
    } else {
        let args = function.params.iter().map(|param| &param.ident);
        let call = match &function.result {
            Returns::Nothing => quote!(call_unit::<#start #marker>),
            Returns::Value(_) => quote!(call_one::<#start #marker, _>),
            Returns::Result(..) => quote!(call_fallible::<#start #marker, _, _>),
        };
        quote!(self.plugin.#call((#(#args,)*)))
    };
    quote! {
        #[inline]
        fn #ident #signature {
            #body
        }
    }
}

/// A method of a plugin's resource.
pub(super) fn call_resource(
    krate: &TokenStream,
    function: &Function,
    first: usize,
    scope: Scope<'_>,
) -> TokenStream {
    let ident = &function.ident;
    let signature = signature(krate, function, scope);
    let marker = hidden("Function", first + function.index);
    let body = call_with_handles(krate, function, &quote!(self.0), &quote!(#marker), scope);
    quote! {
        fn #ident #signature {
            #body
        }
    }
}

/// A call with handles among its arguments, or in its result.
fn call_with_handles(
    krate: &TokenStream,
    function: &Function,
    on: &TokenStream,
    marker: &TokenStream,
    scope: Scope<'_>,
) -> TokenStream {
    let convert = Converter { krate, scope };
    // Names of ours, at once for all: those of the WIT may be names that are used here.
    let idents: Vec<_> = function.params.iter().map(|param| &param.ident).collect();
    let names: Vec<_> = (0..idents.len())
        .map(|index| hidden("arg", index))
        .collect();
    let renamed = (!names.is_empty()).then(|| quote!(let (#(#names,)*) = (#(#idents,)*);));
    let visits: TokenStream = function
        .params
        .iter()
        .zip(&names)
        .map(|(param, name)| convert.visit_argument(&param.ty, &quote!(#name)))
        .collect();
    let has_visits = !visits.is_empty();
    let visits = has_visits.then(|| {
        quote! {
            {
                let route = &mut route;
                #visits
            }
        }
    });
    let mutable = has_visits.then(|| quote!(mut));
    // A resource's own call goes where the resource lives; only other handles need to be asked whether they live there too.
    let is_method = function.this.is_some();
    let route = (!is_method || has_visits).then(|| {
        quote! {
            let #mutable route = #on.route::<#marker>();
            #visits
        }
    });
    let call = if is_method {
        quote!(#on.call::<#marker, _>)
    } else {
        quote!(#on.call_routed::<#marker, _>)
    };
    let routed = (!is_method).then(|| quote!(route,));
    let this = function.this.is_some().then(|| quote!(cx.this(&self.0)?,));
    let lowered = function
        .params
        .iter()
        .zip(&names)
        .map(|(param, name)| convert.lower_argument(&param.ty, &quote!(#name)));
    let (pattern, lifted) = match &function.result {
        Returns::Nothing => (quote!(()), quote!(())),
        Returns::Value(ty) => (quote!((answer,)), convert.lift(ty, &quote!(answer))),
        Returns::Result(ok, err) => {
            let boxed = |ty: &Option<Ty>| ty.clone().map(Box::new);
            let whole = Ty::Result(boxed(ok), boxed(err));
            (quote!((answer,)), convert.lift(&whole, &quote!(answer)))
        }
    };
    let call = quote! {
        #call(
            #routed
            |cx| {
                let _ = &cx;
                ::core::result::Result::Ok((#this #(#lowered,)*))
            },
            |#pattern, cx| {
                let _ = &cx;
                ::core::result::Result::Ok(#lifted)
            },
        )
    };
    let call = match &function.result {
        Returns::Result(..) => quote!(#krate::__private::flatten(#call)),
        _ => call,
    };
    quote! {
        #renamed
        #route
        #call
    }
}

/// The parameters with `&self`, and what is returned.
pub(super) fn signature(krate: &TokenStream, function: &Function, scope: Scope<'_>) -> TokenStream {
    let params = function.params.iter().map(|param| {
        let ident = &param.ident;
        let ty = ty::argument(&param.ty, Lifetime::Elided, scope);
        quote!(#ident: #ty)
    });
    let output = match &function.result {
        Returns::Nothing => quote!(::core::result::Result<(), #krate::Error>),
        Returns::Value(value) => {
            let value = ty::owned(value, ty::STATIC, scope);
            quote!(::core::result::Result<#value, #krate::Error>)
        }
        Returns::Result(ok, err) => {
            let (ok, err) = (ty::side(ok.as_ref(), scope), ty::side(err.as_ref(), scope));
            quote!(::core::result::Result<#ok, #krate::CallError<#err>>)
        }
    };
    quote!((&self #(, #params)*) -> #output)
}

fn docs_of(function: &Function) -> TokenStream {
    let docs = &function.docs;
    let errors = match function.result {
        Returns::Result(..) => {
            "`CallError::Guest` with what the other side answers, or `CallError::Host` where the call fails."
        }
        _ => "The call fails.",
    };
    let deprecated = deprecated(function.deprecated.as_deref());
    quote! {
        #[doc = #docs]
        #[doc = ""]
        #[doc = "# Errors"]
        #[doc = ""]
        #[doc = #errors]
        #deprecated
    }
}

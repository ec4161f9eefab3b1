//! Methods: how they are declared in a trait, forwarded to another, and called on a plugin.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::attributes::deprecated;
use super::convert::Converter;
use super::form::{self, Form};
use super::ty::{Lifetime, Scope, hidden};

use crate::bindings::{Bindings, Function, Functions, Place, Returns, Role, TraitNames, Ty};

/// The trait with a method for each function, in both forms.
pub(super) fn interface_trait(
    krate: &TokenStream,
    functions: &Functions,
    bindings: &Bindings,
    scope: Scope<'_>,
) -> TokenStream {
    let forms = Form::BOTH.map(|form| form_of_trait(krate, functions, form, bindings, scope));
    quote!(#(#forms)*)
}

fn form_of_trait(
    krate: &TokenStream,
    functions: &Functions,
    form: Form,
    bindings: &Bindings,
    scope: Scope<'_>,
) -> TokenStream {
    let ident = form.name(&functions.traits);
    let docs = docs_of_trait(functions, form);
    let declarations = functions
        .functions
        .iter()
        .map(|function| declaration(krate, function, form, scope));
    let shared = functions.functions.iter().map(|function| {
        let method = &function.ident;
        let args = function.takes().map(|param| &param.ident);
        let signature = form.signature(krate, function, scope.in_block());
        quote! {
            fn #method #signature {
                <T as self::#ident>::#method(&**self #(, #args)*)
            }
        }
    });
    let diagnostic =
        (functions.role != Role::Exported).then(|| diagnostic_of_trait(functions, form, bindings));
    quote! {
        #docs
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

fn docs_of_trait(functions: &Functions, form: Form) -> TokenStream {
    let name = &functions.name;
    let TraitNames {
        blocking,
        asynchronous,
    } = &functions.traits;
    let other = match form {
        Form::Blocking => format!("[`{asynchronous}`] is the async form."),
        Form::Async => format!("[`{blocking}`] is the blocking form."),
    };
    let own = match (functions.role, form) {
        (Role::Exported, Form::Blocking) => {
            "what a plugin's handle implements, and what a fake may.".to_owned()
        }
        (Role::Exported, Form::Async) => {
            "what a plugin's handle implements, and what a fake may, with `async fn`.".to_owned()
        }
        (Role::Imported, _) => {
            let with = match form {
                Form::Blocking => "",
                Form::Async => " with `async fn`",
            };
            format!(
                "what the host gives to plugins. Implement it{with} on a type of your own; an error of the host's \
                 (`CallError::Host`, or `Error`) ends the plugin's call with that error."
            )
        }
        (Role::Both, _) => {
            "what a plugin's handle implements, and what the host gives to plugins.".to_owned()
        }
    };
    let docs = format!("The functions of `{name}`: {own}");
    quote!(#[doc = #docs] #[doc = ""] #[doc = #other])
}

/// What the compiler says of a type that is to have the host's functions and does not.
fn diagnostic_of_trait(functions: &Functions, form: Form, bindings: &Bindings) -> TokenStream {
    let name = &functions.name;
    let is_world = bindings.imports.iter().any(|import| {
        let own = bindings.interfaces[import.interface].functions.as_ref();
        import.is_world && own.is_some_and(|own| std::ptr::eq(own, functions))
    });
    let world = if is_world { "the world " } else { "" };
    let how = match form {
        Form::Blocking => "",
        Form::Async => " as async functions",
    };
    let message = format!("`{{Self}}` does not have the functions of {world}`{name}`{how}");
    let label = format!("it does not implement `{}`", form.name(&functions.traits));
    let (other, method) = match form {
        Form::Blocking => (&functions.traits.asynchronous, "imports_async"),
        Form::Async => (&functions.traits.blocking, "imports"),
    };
    let other =
        format!("`.{method}(value)` of the builder takes a value that implements `{other}`");
    let imports_struct = &bindings.imports_struct;
    let together = (bindings.imports.len() > 1).then(|| {
        let note = format!(
            "one value has the functions of all that the plugin imports: the struct `{imports_struct}` makes it of one for each"
        );
        quote!(, note = #note)
    });
    quote! {
        #[diagnostic::on_unimplemented(message = #message, label = #label #together, note = #other)]
    }
}

/// A method of a trait.
pub(super) fn declaration(
    krate: &TokenStream,
    function: &Function,
    form: Form,
    scope: Scope<'_>,
) -> TokenStream {
    let docs = docs_of(function);
    let ident = &function.ident;
    let signature = form.signature(krate, function, scope);
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

/// A method that has the method of the trait of this form called.
pub(super) fn forward(
    krate: &TokenStream,
    function: &Function,
    kind: Kind<'_>,
    form: Form,
    scope: Scope<'_>,
) -> TokenStream {
    let docs = docs_of(function);
    let trait_ident = &function.ident;
    // The names of the method's own type parameters must not get before those of types.
    let is_generous = form::is_generous(function);
    let scope = if is_generous { scope.in_block() } else { scope };
    let args = form::made_params(krate, function, scope);
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
    // The future of a view's method borrows the struct alone: a view is gone at the end of the statement that asked for it.
    let receiver = match (kind, form) {
        (Kind::View(_), Form::Async) => quote!(self),
        _ => quote!(&self),
    };
    let method = form.generous_method(
        krate,
        &function.struct_ident,
        &receiver,
        function,
        scope,
        &call,
    );
    quote! {
        #docs
        #[inline]
        #vis #method
    }
}

/// A method of the struct that calls the plugin.
pub(super) fn call_plugin(
    krate: &TokenStream,
    function: &Function,
    first: usize,
    form: Form,
    scope: Scope<'_>,
) -> TokenStream {
    let marker = hidden("Function", first + function.index);
    let start = scope.hidden();
    let ident = &function.ident;
    let params = form::params(krate, function, Lifetime::Elided, scope);
    let output = form::output(krate, function, scope);
    let body = if function.has_handles() || function.is_concurrent() {
        call_with_handles(
            krate,
            function,
            &quote!(self.plugin),
            &quote!(#start #marker),
            form,
            scope,
        )
    } else {
        let args = function.takes().map(|param| &param.ident);
        let (call, types) = match (&function.result, form) {
            (Returns::Nothing, Form::Blocking) => (quote!(call_unit), quote!()),
            (Returns::Nothing, Form::Async) => (quote!(call_unit_async), quote!()),
            (Returns::Value(_), Form::Blocking) => (quote!(call_one), quote!(, _)),
            (Returns::Value(_), Form::Async) => (quote!(call_one_async), quote!(, _)),
            (Returns::Result(..), Form::Blocking) => (quote!(call_fallible), quote!(, _, _)),
            (Returns::Result(..), Form::Async) => (quote!(call_fallible_async), quote!(, _, _)),
        };
        let wait = (form == Form::Async).then(|| quote!(.await));
        quote!(self.plugin.#call::<#start #marker #types>((#(#args,)*)) #wait)
    };
    let start = match form {
        Form::Blocking => quote!(#[inline] fn),
        Form::Async => quote!(async fn),
    };
    quote! {
        #start #ident(&self #params) -> #output {
            #body
        }
    }
}

/// The body of a method of a plugin's resource: a call with handles on what stands in `self.0`.
pub(super) fn call_resource(
    krate: &TokenStream,
    function: &Function,
    first: usize,
    form: Form,
    scope: Scope<'_>,
) -> TokenStream {
    let marker = hidden("Function", first + function.index);
    call_with_handles(
        krate,
        function,
        &quote!(self.0),
        &quote!(#marker),
        form,
        scope,
    )
}

/// A call with handles among its arguments, or in its result, or one that goes on while others do.
fn call_with_handles(
    krate: &TokenStream,
    function: &Function,
    on: &TokenStream,
    marker: &TokenStream,
    form: Form,
    scope: Scope<'_>,
) -> TokenStream {
    let convert = Converter { krate, scope };
    // Names of ours, at once for all: those of the WIT may be names that are used here.
    let idents: Vec<_> = function.takes().map(|param| &param.ident).collect();
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
    // A resource's own call goes where the resource lives; only other handles need to be asked whether they live there too.
    let is_method = function.this.is_some();
    let route = match (is_method, has_visits) {
        (true, false) => quote!(),
        (true, true) => quote! {
            {
                let route = &mut #on.route::<#marker>();
                #visits
            }
        },
        (false, false) => quote!(let route = #on.route::<#marker>();),
        (false, true) => quote! {
            let mut route = #on.route::<#marker>();
            {
                let route = &mut route;
                #visits
            }
        },
    };
    let is_concurrent = function.is_concurrent();
    // What a call has that may outlive the one who makes it must be its own.
    let owned = is_concurrent.then(|| own_arguments(&convert, function, on, &names));
    let name = match (&function.feed, is_concurrent, is_method) {
        (Some(_), ..) => "call_fed",
        (None, true, _) => "call_concurrent",
        (None, false, true) => "call",
        (None, false, false) => "call_routed",
    };
    let call = match form {
        Form::Blocking => format_ident!("{name}"),
        Form::Async => format_ident!("{name}_async"),
    };
    let wait = (form == Form::Async).then(|| quote!(.await));
    // What a future is made of must not borrow what is local to where it is made.
    let taking = (is_concurrent || form == Form::Async).then(|| quote!(move));
    let routed = (!is_method).then(|| quote!(route,));
    let feed = function.feed.as_ref().zip(names.last());
    let feed = feed.map(|(feed, name)| {
        let items = scope.to(&Place::Items);
        let make = hidden("__feed", feed.item);
        quote!(#items #make(#name),)
    });
    let this = is_method.then(|| {
        if is_concurrent {
            quote!(cx.this(&this)?,)
        } else {
            quote!(cx.this(&self.0)?,)
        }
    });
    let lowered = function.params.iter().zip(&names).map(|(param, name)| {
        if is_concurrent {
            convert.lower_owned(&param.ty, &quote!(#name))
        } else {
            convert.lower_argument(&param.ty, &quote!(#name))
        }
    });
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
        #on.#call::<#marker, _>(
            #routed
            #feed
            #taking |cx| {
                let _ = &cx;
                ::core::result::Result::Ok((#this #(#lowered,)*))
            },
            #taking |#pattern, cx| {
                let _ = &cx;
                ::core::result::Result::Ok(#lifted)
            },
        ) #wait
    };
    let call = match &function.result {
        Returns::Result(..) => quote!(#krate::__private::flatten(#call)),
        _ => call,
    };
    quote! {
        #renamed
        #route
        #owned
        #call
    }
}

/// Makes the arguments of these names owned, and takes a share of the resource that a method is called on.
fn own_arguments(
    convert: &Converter<'_>,
    function: &Function,
    on: &TokenStream,
    names: &[Ident],
) -> TokenStream {
    let this = function
        .this
        .is_some()
        .then(|| quote!(let this = ::std::sync::Arc::clone(&#on);));
    // What is owned already needs no second name.
    let (names, owned): (Vec<_>, Vec<_>) = function
        .params
        .iter()
        .zip(names)
        .filter(|(param, _)| !convert.is_owned(&param.ty))
        .map(|(param, name)| (name, convert.own_argument(&param.ty, &quote!(#name))))
        .unzip();
    quote! {
        #this
        #(let #names = #owned;)*
    }
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

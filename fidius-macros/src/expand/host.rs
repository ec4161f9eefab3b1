//! The struct itself.

use proc_macro2::TokenStream;
use quote::quote;

use crate::args::Args;
use crate::bindings::Bindings;
use crate::item::Item;

/// The struct over a plugin, with what every host has. Without bindings it is checked for nothing.
pub(super) fn item(args: &Args, item: &Item, bindings: Option<&Bindings>) -> TokenStream {
    let krate = &args.krate;
    let Item {
        attrs, vis, ident, ..
    } = item;
    let name = ident.to_string();
    let allow = is_deprecated(item).then(|| quote!(#[allow(deprecated)]));
    let docs = (!item.has_docs).then(|| match bindings {
        Some(bindings) => {
            let docs = &bindings.host_docs;
            quote!(#[doc = #docs])
        }
        None => quote!(#[doc = "A plugin."]),
    });
    let definition = match bindings {
        Some(bindings) => {
            let module = &bindings.module;
            quote!(&#module::__fidius::DEFINITION)
        }
        None => quote! {
            &#krate::__private::Definition {
                exports: &[],
                imports: &[],
                is_open: false,
                guest_hash: ::core::option::Option::None,
                resources: &[],
                check: |_| ::core::result::Result::Ok(()),
            }
        },
    };
    let is_async = args.is_async.then(|| {
        quote!(
            const IS_ASYNC: ::core::primitive::bool = true;
        )
    });
    let has_imports = bindings.is_some_and(|bindings| !bindings.imports.is_empty());
    let (start, load) = if has_imports {
        (
            quote!(NeedsImports),
            quote! {
                /// Loads a plugin with the default settings: from a file where given a path, else from bytes. The imports
                /// are shared by all its instances.
                ///
                /// # Errors
                ///
                /// The file can't be read; what is in it is no component; the component does not fit, with every
                /// difference; it imports what the host does not provide.
                #vis fn load<'a, I>(
                    source: impl ::core::convert::Into<#krate::Source<'a>>,
                    imports: I,
                ) -> ::core::result::Result<Self, #krate::Error>
                where
                    Self: #krate::__private::Imports<I>,
                    I: ::core::marker::Send + ::core::marker::Sync + 'static,
                {
                    Self::builder().imports(imports).load(source)
                }
            },
        )
    } else {
        (
            quote!(Ready),
            quote! {
                /// Loads a plugin with the default settings: from a file where given a path, else from bytes.
                ///
                /// # Errors
                ///
                /// The file can't be read; what is in it is no component; the component does not fit, with every
                /// difference; it imports what the host does not provide.
                #vis fn load<'a>(
                    source: impl ::core::convert::Into<#krate::Source<'a>>,
                ) -> ::core::result::Result<Self, #krate::Error> {
                    Self::builder().load(source)
                }
            },
        )
    };
    quote! {
        #docs
        #(#attrs)*
        #vis struct #ident {
            plugin: #krate::Plugin<#ident>,
        }

        #allow
        impl #ident {
            #load

            /// How a plugin is to be loaded: imports, limits, isolation, and more.
            #vis fn builder() -> #krate::Builder<Self> {
                #krate::Builder::new()
            }

            /// The plugin under the typed methods: sessions, the component, the limits.
            #vis fn plugin(&self) -> &#krate::Plugin<Self> {
                &self.plugin
            }
        }

        #allow
        impl #krate::Host for #ident {
            const DEFINITION: &'static #krate::__private::Definition = #definition;
            #is_async

            type Start = #krate::__private::#start;

            fn from_plugin(plugin: #krate::Plugin<Self>) -> Self {
                Self { plugin }
            }

            fn plugin(&self) -> &#krate::Plugin<Self> {
                &self.plugin
            }
        }

        #allow
        impl ::core::clone::Clone for #ident {
            fn clone(&self) -> Self {
                Self { plugin: ::core::clone::Clone::clone(&self.plugin) }
            }
        }

        #allow
        impl ::core::fmt::Debug for #ident {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.debug_tuple(#name).field(&self.plugin).finish()
            }
        }
    }
}

/// Whether the struct is `#[deprecated]`, of which the code generated for it must not warn.
pub(super) fn is_deprecated(item: &Item) -> bool {
    // As a word anywhere: it may stand in a `cfg_attr`.
    let is_deprecated = |attr: &TokenStream| attr.to_string().contains("deprecated");
    item.attrs.iter().any(is_deprecated)
}

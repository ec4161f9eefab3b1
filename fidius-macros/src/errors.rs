use proc_macro2::{Span, TokenStream};
use quote::ToTokens;

/// Collects every mistake of one use of the attribute, so that all are shown together.
#[derive(Default)]
pub(crate) struct Errors(Vec<syn::Error>);

impl Errors {
    /// A mistake in the user's own tokens.
    pub(crate) fn on(&mut self, tokens: impl ToTokens, message: impl ToString) {
        self.0
            .push(syn::Error::new_spanned(tokens, message.to_string()));
    }

    /// A mistake in a place.
    pub(crate) fn at(&mut self, span: Span, message: impl ToString) {
        self.0.push(syn::Error::new(span, message.to_string()));
    }

    pub(crate) fn push(&mut self, error: syn::Error) {
        self.0.push(error);
    }

    pub(crate) fn into_tokens(self) -> TokenStream {
        self.0.iter().map(syn::Error::to_compile_error).collect()
    }
}

//! The attribute `#[fidius::host_interface]`: a trait of functions that the host gives to guests of fidius 0.5.

mod args;
mod contract;
mod expand;
mod hash;

use proc_macro2::TokenStream;

use crate::errors::Errors;
use args::Args;
use contract::Contract;

/// The trait word for word, and beside it what serves it to guests.
pub(crate) fn host_interface(args: TokenStream, item: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let args = Args::parse(args, &mut errors);
    let contract = Contract::parse(item.clone(), &mut errors);
    let errors = errors.into_tokens();
    let expanded = match contract {
        Some(contract) if errors.is_empty() => expand::serving(&args, &contract),
        // The trait alone, so that nothing else complains.
        _ => TokenStream::new(),
    };
    [item, expanded, errors].into_iter().collect()
}

//! Flags: a set of bits with a constant for each.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;

use super::attributes::{deprecated, own_derives};
use crate::args::Args;
use crate::bindings::{Member, TypeDef};

pub(super) fn flags(args: &Args, definition: &TypeDef, members: &[Member]) -> TokenStream {
    let krate = &args.krate;
    let TypeDef { ident, docs, .. } = definition;
    // Wider than any component can have, so that WIT with more flags still compiles.
    let repr = match members.len() {
        0..=8 => "u8",
        9..=16 => "u16",
        17..=32 => "u32",
        33..=64 => "u64",
        _ => "u128",
    };
    let repr = Ident::new(repr, Span::call_site());
    let repr = quote!(::core::primitive::#repr);
    let constants = members.iter().enumerate().map(|(bit, member)| {
        let Member { ident, docs, .. } = member;
        let bit = Literal::usize_unsuffixed(bit);
        quote! {
            #[doc = #docs]
            pub const #ident: Self = Self { bits: 1 << #bit };
        }
    });
    let all = members.iter().map(|member| {
        let ident = &member.ident;
        quote!(| Self::#ident.bits)
    });
    let names = members.iter().map(|member| {
        let (name, ident) = (member.ident.to_string(), &member.ident);
        quote!((#name, Self::#ident))
    });
    let wit_names: Vec<&str> = members.iter().map(|member| member.wit.as_str()).collect();
    let component = match members.len() {
        1..=32 => component(krate, ident, &repr, &wit_names),
        _ => refused(krate, ident),
    };
    let operators = [
        ("BitOr", "bitor", quote!(|)),
        ("BitAnd", "bitand", quote!(&)),
        ("BitXor", "bitxor", quote!(^)),
    ]
    .map(|(name, method, operator)| {
        let method_assign = Ident::new(&format!("{method}_assign"), Span::call_site());
        let assign = Ident::new(&format!("{name}Assign"), Span::call_site());
        let (name, method) = (
            Ident::new(name, Span::call_site()),
            Ident::new(method, Span::call_site()),
        );
        quote! {
            impl ::core::ops::#name for #ident {
                type Output = Self;

                fn #method(self, other: Self) -> Self {
                    Self { bits: self.bits #operator other.bits }
                }
            }

            impl ::core::ops::#assign for #ident {
                fn #method_assign(&mut self, other: Self) {
                    *self = *self #operator other;
                }
            }
        }
    });
    let serde = args.serde.then(|| serde(krate, ident, members));
    // These make a constructor of the same name as the type.
    let allow = (ident == "Empty" || ident == "All")
        .then(|| quote!(#[allow(clippy::self_named_constructors)]));
    let own = own_derives(args, definition, |name| {
        matches!(
            name,
            "Clone"
                | "Copy"
                | "PartialEq"
                | "Eq"
                | "Hash"
                | "PartialOrd"
                | "Ord"
                | "Default"
                | "Debug"
        )
    });
    let deprecated = deprecated(definition.deprecated.as_deref());
    quote! {
        #[doc = #docs]
        #own
        #deprecated
        #[derive(
            ::core::clone::Clone,
            ::core::marker::Copy,
            ::core::cmp::PartialEq,
            ::core::cmp::Eq,
            ::core::hash::Hash,
            ::core::cmp::PartialOrd,
            ::core::cmp::Ord,
            ::core::default::Default,
        )]
        pub struct #ident {
            bits: #repr,
        }

        #allow
        impl #ident {
            #(#constants)*

            /// No flag.
            #[must_use]
            pub const fn empty() -> Self {
                Self { bits: 0 }
            }

            /// Every flag.
            #[must_use]
            pub const fn all() -> Self {
                Self { bits: 0 #(#all)* }
            }

            /// Whether no flag is set.
            #[must_use]
            pub const fn is_empty(self) -> ::core::primitive::bool {
                self.bits == 0
            }

            /// Whether all flags of `other` are set.
            #[must_use]
            pub const fn contains(self, other: Self) -> ::core::primitive::bool {
                self.bits & other.bits == other.bits
            }

            /// Whether any flag of `other` is set.
            #[must_use]
            pub const fn intersects(self, other: Self) -> ::core::primitive::bool {
                self.bits & other.bits != 0
            }
        }

        impl ::core::fmt::Debug for #ident {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                let names: &[(&::core::primitive::str, Self)] = &[#(#names),*];
                f.write_str(::core::stringify!(#ident))?;
                f.write_str("(")?;
                let set = names.iter().filter(|(_, flag)| self.contains(*flag));
                for (index, (name, _)) in set.enumerate() {
                    if index > 0 {
                        f.write_str(" | ")?;
                    }
                    f.write_str(name)?;
                }
                f.write_str(")")
            }
        }

        #(#operators)*

        impl ::core::ops::Not for #ident {
            type Output = Self;

            fn not(self) -> Self {
                Self { bits: !self.bits } & Self::all()
            }
        }

        #serde
        #component
    }
}

/// The engine's traits: flags lie in memory and on the stack as the integer that holds their bits.
fn component(
    krate: &TokenStream,
    ident: &Ident,
    repr: &TokenStream,
    wit_names: &[&str],
) -> TokenStream {
    let interface_type = Ident::new(
        match wit_names.len() {
            0..=8 => "U8",
            9..=16 => "U16",
            _ => "U32",
        },
        Span::call_site(),
    );
    quote! {
        const _: () = {
            use #krate::__private::wasmtime as wt;
            use wt::component::__internal as internal;

            // SAFETY: flags lie in memory and on the stack as the integer that holds their bits, and all is left to that
            // integer's own implementation.
            unsafe impl wt::component::ComponentType for self::#ident {
                type Lower = <#repr as wt::component::ComponentType>::Lower;

                const ABI: internal::CanonicalAbiInfo =
                    <#repr as wt::component::ComponentType>::ABI;
                const MAY_REQUIRE_REALLOC: ::core::primitive::bool = false;

                fn typecheck(
                    ty: &internal::InterfaceType,
                    types: &internal::InstanceType<'_>,
                ) -> wt::Result<()> {
                    internal::typecheck_flags(ty, types, &[#(#wit_names),*])
                }
            }

            // SAFETY: as above.
            unsafe impl wt::component::Lower for self::#ident {
                fn linear_lower_to_flat<T>(
                    &self,
                    cx: &mut internal::LowerContext<'_, T>,
                    _: internal::InterfaceType,
                    dst: &mut ::core::mem::MaybeUninit<<Self as wt::component::ComponentType>::Lower>,
                ) -> wt::Result<()> {
                    self.bits.linear_lower_to_flat(cx, internal::InterfaceType::#interface_type, dst)
                }

                fn linear_lower_to_memory<T>(
                    &self,
                    cx: &mut internal::LowerContext<'_, T>,
                    _: internal::InterfaceType,
                    offset: ::core::primitive::usize,
                ) -> wt::Result<()> {
                    self.bits.linear_lower_to_memory(cx, internal::InterfaceType::#interface_type, offset)
                }
            }

            // SAFETY: as above.
            unsafe impl wt::component::Lift for self::#ident {
                fn linear_lift_from_flat(
                    cx: &mut internal::LiftContext<'_>,
                    _: internal::InterfaceType,
                    src: &<Self as wt::component::ComponentType>::Lower,
                ) -> wt::Result<Self> {
                    let bits = <#repr as wt::component::Lift>::linear_lift_from_flat(
                        cx,
                        internal::InterfaceType::#interface_type,
                        src,
                    )?;
                    // Bits beyond the last flag mean nothing.
                    wt::Result::Ok(Self { bits } & Self::all())
                }

                fn linear_lift_from_memory(
                    cx: &mut internal::LiftContext<'_>,
                    _: internal::InterfaceType,
                    bytes: &[::core::primitive::u8],
                ) -> wt::Result<Self> {
                    let bits = <#repr as wt::component::Lift>::linear_lift_from_memory(
                        cx,
                        internal::InterfaceType::#interface_type,
                        bytes,
                    )?;
                    wt::Result::Ok(Self { bits } & Self::all())
                }
            }
        };
    }
}

/// No component can have these flags: they compile, and no component fits them.
fn refused(krate: &TokenStream, ident: &Ident) -> TokenStream {
    quote! {
        const _: () = {
            use #krate::__private::wasmtime as wt;
            use wt::component::__internal as internal;

            fn refuse<T>() -> wt::Result<T> {
                wt::Result::Err(wt::Error::msg("a component has from 1 to 32 flags in one type"))
            }

            // SAFETY: the type check refuses every component, so that no value is ever lifted or lowered.
            unsafe impl wt::component::ComponentType for self::#ident {
                type Lower = <() as wt::component::ComponentType>::Lower;

                const ABI: internal::CanonicalAbiInfo = <() as wt::component::ComponentType>::ABI;

                fn typecheck(
                    _: &internal::InterfaceType,
                    _: &internal::InstanceType<'_>,
                ) -> wt::Result<()> {
                    refuse()
                }
            }

            // SAFETY: as above.
            unsafe impl wt::component::Lower for self::#ident {
                fn linear_lower_to_flat<T>(
                    &self,
                    _: &mut internal::LowerContext<'_, T>,
                    _: internal::InterfaceType,
                    _: &mut ::core::mem::MaybeUninit<<Self as wt::component::ComponentType>::Lower>,
                ) -> wt::Result<()> {
                    refuse()
                }

                fn linear_lower_to_memory<T>(
                    &self,
                    _: &mut internal::LowerContext<'_, T>,
                    _: internal::InterfaceType,
                    _: ::core::primitive::usize,
                ) -> wt::Result<()> {
                    refuse()
                }
            }

            // SAFETY: as above.
            unsafe impl wt::component::Lift for self::#ident {
                fn linear_lift_from_flat(
                    _: &mut internal::LiftContext<'_>,
                    _: internal::InterfaceType,
                    _: &<Self as wt::component::ComponentType>::Lower,
                ) -> wt::Result<Self> {
                    refuse()
                }

                fn linear_lift_from_memory(
                    _: &mut internal::LiftContext<'_>,
                    _: internal::InterfaceType,
                    _: &[::core::primitive::u8],
                ) -> wt::Result<Self> {
                    refuse()
                }
            }
        };
    }
}

/// With serde, flags are the list of the names of those that are set, as the WIT has them.
fn serde(krate: &TokenStream, ident: &Ident, members: &[Member]) -> TokenStream {
    let arms = members
        .iter()
        .map(|Member { ident, wit, .. }| quote!(#wit => flags |= Self::#ident,));
    let pairs = members
        .iter()
        .map(|Member { ident, wit, .. }| quote!((#wit, Self::#ident)));
    let names = members.iter().map(|member| &member.wit);
    quote! {
        const _: () = {
            use #krate::__private::serde;

            impl serde::Serialize for self::#ident {
                fn serialize<S: serde::Serializer>(
                    &self,
                    serializer: S,
                ) -> ::core::result::Result<S::Ok, S::Error> {
                    let names: &[(&::core::primitive::str, Self)] = &[#(#pairs),*];
                    let set = names.iter().filter(|(_, flag)| self.contains(*flag));
                    serializer.collect_seq(set.map(|(name, _)| name))
                }
            }

            impl<'de> serde::Deserialize<'de> for self::#ident {
                fn deserialize<D: serde::Deserializer<'de>>(
                    deserializer: D,
                ) -> ::core::result::Result<Self, D::Error> {
                    let names: ::std::vec::Vec<::std::string::String> =
                        serde::Deserialize::deserialize(deserializer)?;
                    let mut flags = Self::empty();
                    for name in names {
                        match name.as_str() {
                            #(#arms)*
                            other => return ::core::result::Result::Err(
                                serde::de::Error::unknown_variant(other, &[#(#names),*]),
                            ),
                        }
                    }
                    ::core::result::Result::Ok(flags)
                }
            }
        };
    }
}

//! The engine's traits for records, variants and enums.
//!
//! The engine has derives for them, which need names of the standard library to mean what they usually do where the type
//! stands. A type called `option` or `copy`, or a case called `lower`, would break them.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use super::ty::hidden;
use crate::bindings::{Case, Field, Member, TypeDef};

/// A record lies in memory and on the stack as its fields, one after the other.
///
/// `target` is the Rust type, and `types` are those of its fields, as they are named in a block.
pub(super) fn record(
    krate: &TokenStream,
    target: &TokenStream,
    fields: &[Field],
    types: &[TokenStream],
) -> TokenStream {
    let names: Vec<&Ident> = fields.iter().map(|field| &field.member.ident).collect();
    let wit_names = fields.iter().map(|field| &field.member.wit);
    let parameters: Vec<Ident> = (0..fields.len()).map(|index| hidden("T", index)).collect();
    let indices: Vec<Literal> = (0..fields.len()).map(Literal::usize_unsuffixed).collect();
    let find_type = find_type("Record");
    let body = quote! {
        #[doc(hidden)]
        #[derive(::core::clone::Clone, ::core::marker::Copy)]
        #[repr(C)]
        pub struct LowerRecord<#(#parameters: ::core::marker::Copy),*> {
            #(#names: #parameters,)*
            _align: [wt::ValRaw; 0],
        }

        // SAFETY: what is lowered is the lowered fields in their order, the layout is that of a record of the fields, and the
        // type check compares each of them.
        unsafe impl wt::component::ComponentType for #target {
            type Lower = LowerRecord<#(<#types as wt::component::ComponentType>::Lower),*>;

            const ABI: internal::CanonicalAbiInfo = internal::CanonicalAbiInfo::record_static(&[
                #(<#types as wt::component::ComponentType>::ABI,)*
            ]);
            const MAY_REQUIRE_REALLOC: ::core::primitive::bool =
                false #(|| <#types as wt::component::ComponentType>::MAY_REQUIRE_REALLOC)*;

            #[inline]
            fn typecheck(
                ty: &internal::InterfaceType,
                types: &internal::InstanceType<'_>,
            ) -> wt::Result<()> {
                internal::typecheck_record(
                    ty,
                    types,
                    &[#((#wit_names, <#types as wt::component::ComponentType>::typecheck),)*],
                )
            }
        }

        // SAFETY: each field is lowered to its own place, by its own implementation.
        unsafe impl wt::component::Lower for #target {
            #[inline]
            fn linear_lower_to_flat<T>(
                &self,
                cx: &mut internal::LowerContext<'_, T>,
                ty: internal::InterfaceType,
                dst: &mut ::core::mem::MaybeUninit<<Self as wt::component::ComponentType>::Lower>,
            ) -> wt::Result<()> {
                #find_type
                #(
                    // SAFETY: the field of a struct is a projection of the struct.
                    let field = unsafe {
                        internal::MaybeUninitExt::map(dst, |lowered| &raw mut (*lowered).#names)
                    };
                    wt::component::Lower::linear_lower_to_flat(
                        &self.#names,
                        cx,
                        ty.fields[#indices].ty,
                        field,
                    )?;
                )*
                wt::Result::Ok(())
            }

            #[inline]
            fn linear_lower_to_memory<T>(
                &self,
                cx: &mut internal::LowerContext<'_, T>,
                ty: internal::InterfaceType,
                mut offset: ::core::primitive::usize,
            ) -> wt::Result<()> {
                #find_type
                #(
                    wt::component::Lower::linear_lower_to_memory(
                        &self.#names,
                        cx,
                        ty.fields[#indices].ty,
                        <#types as wt::component::ComponentType>::ABI.next_field32_size(&mut offset),
                    )?;
                )*
                wt::Result::Ok(())
            }
        }

        // SAFETY: each field is lifted from its own place, by its own implementation.
        unsafe impl wt::component::Lift for #target {
            #[inline]
            fn linear_lift_from_flat(
                cx: &mut internal::LiftContext<'_>,
                ty: internal::InterfaceType,
                src: &<Self as wt::component::ComponentType>::Lower,
            ) -> wt::Result<Self> {
                #find_type
                wt::Result::Ok(Self {
                    #(
                        #names: wt::component::Lift::linear_lift_from_flat(
                            cx,
                            ty.fields[#indices].ty,
                            &src.#names,
                        )?,
                    )*
                })
            }

            #[inline]
            fn linear_lift_from_memory(
                cx: &mut internal::LiftContext<'_>,
                ty: internal::InterfaceType,
                bytes: &[::core::primitive::u8],
            ) -> wt::Result<Self> {
                #find_type
                let mut offset = 0;
                wt::Result::Ok(Self {
                    #(
                        #names: wt::component::Lift::linear_lift_from_memory(
                            cx,
                            ty.fields[#indices].ty,
                            &bytes[
                                <#types as wt::component::ComponentType>::ABI.next_field32_size(&mut offset)..
                            ][..<#types as wt::component::ComponentType>::SIZE32],
                        )?,
                    )*
                })
            }
        }
    };
    block(krate, &body)
}

/// A variant lies in memory and on the stack as the number of its case, and after it room for any payload.
///
/// `target` is the Rust type, and `types` are those of its payloads, as they are named in a block.
pub(super) fn variant(
    krate: &TokenStream,
    target: &TokenStream,
    cases: &[Case],
    types: &[Option<TokenStream>],
) -> TokenStream {
    let payloads: Vec<(usize, &TokenStream)> = types
        .iter()
        .enumerate()
        .filter_map(|(index, ty)| Some((index, ty.as_ref()?)))
        .collect();
    let parameters: Vec<Ident> = payloads
        .iter()
        .map(|(index, _)| hidden("T", *index))
        .collect();
    let fields = payloads.iter().map(|(index, _)| hidden("case", *index));
    let payload_types: Vec<&TokenStream> = payloads.iter().map(|(_, ty)| *ty).collect();
    let abis = types.iter().map(|ty| match ty {
        Some(ty) => {
            quote!(::core::option::Option::Some(<#ty as wt::component::ComponentType>::ABI))
        }
        None => quote!(::core::option::Option::None),
    });
    let checks = cases.iter().zip(types).map(|(case, ty)| {
        let name = &case.member.wit;
        match ty {
            Some(ty) => quote! {
                (#name, ::core::option::Option::Some(<#ty as wt::component::ComponentType>::typecheck))
            },
            None => quote!((#name, ::core::option::Option::None)),
        }
    });
    let tag = Tag::of(cases.len());
    let numbered = || {
        cases.iter().enumerate().map(|(index, case)| {
            let has_payload = case.ty.is_some();
            let payload_type = quote! {
                ty.cases[#index].unwrap_or_else(internal::bad_type_info)
            };
            (
                index,
                &case.member.ident,
                has_payload.then_some(payload_type),
            )
        })
    };
    let lower_to_flat = numbered().map(|(index, case, payload)| {
        let number = Literal::u32_suffixed(index as u32);
        let (pattern, field, lower) = match payload {
            Some(ty) => (
                quote!((payload)),
                hidden("case", index),
                quote!(wt::component::Lower::linear_lower_to_flat(payload, cx, #ty, dst)),
            ),
            None => (
                quote!(),
                Ident::new("none", proc_macro2::Span::call_site()),
                quote!({
                    let _: &mut ::core::mem::MaybeUninit<[wt::ValRaw; 0]> = dst;
                    wt::Result::Ok(())
                }),
            ),
        };
        quote! {
            Self::#case #pattern => {
                // SAFETY: the field of a struct is a projection of the struct, and so is that of a union.
                unsafe {
                    internal::MaybeUninitExt::map(dst, |lowered| &raw mut (*lowered).tag)
                        .write(wt::ValRaw::u32(#number));
                    internal::lower_payload(
                        internal::MaybeUninitExt::map(dst, |lowered| &raw mut (*lowered).payload),
                        |rest| internal::MaybeUninitExt::map(rest, |lowered| &raw mut (*lowered).#field),
                        |dst| #lower,
                    )
                }
            }
        }
    });
    let lower_to_memory = numbered().map(|(index, case, payload)| {
        let store = tag.store(&tag.literal(index));
        match payload {
            Some(ty) => quote! {
                Self::#case(payload) => {
                    #store
                    wt::component::Lower::linear_lower_to_memory(
                        payload,
                        cx,
                        #ty,
                        offset + <Self as internal::ComponentVariant>::PAYLOAD_OFFSET32,
                    )
                }
            },
            None => quote! {
                Self::#case => {
                    #store
                    wt::Result::Ok(())
                }
            },
        }
    });
    let lift_from_flat = numbered().map(|(index, case, payload)| {
        let number = Literal::u32_suffixed(index as u32);
        match payload {
            Some(ty) => {
                let field = hidden("case", index);
                quote! {
                    // SAFETY: all fields are `ValRaw`s, for which all bits are valid.
                    #number => Self::#case(wt::component::Lift::linear_lift_from_flat(
                        cx,
                        #ty,
                        unsafe { &src.payload.#field },
                    )?),
                }
            }
            None => quote!(#number => Self::#case,),
        }
    });
    let lift_from_memory = numbered().zip(types).map(|((index, case, payload), ty)| {
        let number = tag.literal(index);
        match payload {
            Some(payload) => quote! {
                #number => Self::#case(wt::component::Lift::linear_lift_from_memory(
                    cx,
                    #payload,
                    &payload[..<#ty as wt::component::ComponentType>::SIZE32],
                )?),
            },
            None => quote!(#number => Self::#case,),
        }
    });
    let load = tag.load();
    let find_type = find_type("Variant");
    let refuse = refuse();
    let body = quote! {
        #[doc(hidden)]
        #[derive(::core::clone::Clone, ::core::marker::Copy)]
        #[repr(C)]
        pub struct LowerVariant<#(#parameters: ::core::marker::Copy),*> {
            tag: wt::ValRaw,
            payload: LowerPayload<#(#parameters),*>,
        }

        #[doc(hidden)]
        #[derive(::core::clone::Clone, ::core::marker::Copy)]
        #[repr(C)]
        pub union LowerPayload<#(#parameters: ::core::marker::Copy),*> {
            none: [wt::ValRaw; 0],
            #(#fields: #parameters,)*
        }

        // SAFETY: what is lowered is the number of the case and the lowered payload, the layout is that of a variant of the
        // payloads, and the type check compares each of them.
        unsafe impl wt::component::ComponentType for #target {
            type Lower = LowerVariant<#(<#payload_types as wt::component::ComponentType>::Lower),*>;

            const ABI: internal::CanonicalAbiInfo = internal::CanonicalAbiInfo::variant_static(
                <Self as internal::ComponentVariant>::CASES,
            );
            const MAY_REQUIRE_REALLOC: ::core::primitive::bool =
                false #(|| <#payload_types as wt::component::ComponentType>::MAY_REQUIRE_REALLOC)*;

            #[inline]
            fn typecheck(
                ty: &internal::InterfaceType,
                types: &internal::InstanceType<'_>,
            ) -> wt::Result<()> {
                internal::typecheck_variant(ty, types, &[#(#checks,)*])
            }
        }

        // SAFETY: these are the layouts of the payloads, in their order.
        unsafe impl internal::ComponentVariant for #target {
            const CASES: &'static [::core::option::Option<internal::CanonicalAbiInfo>] = &[#(#abis,)*];
        }

        // SAFETY: the number is that of the case, and the payload is lowered to its place by its own implementation.
        unsafe impl wt::component::Lower for #target {
            #[inline]
            fn linear_lower_to_flat<T>(
                &self,
                cx: &mut internal::LowerContext<'_, T>,
                ty: internal::InterfaceType,
                dst: &mut ::core::mem::MaybeUninit<<Self as wt::component::ComponentType>::Lower>,
            ) -> wt::Result<()> {
                #find_type
                match self { #(#lower_to_flat)* }
            }

            #[inline]
            fn linear_lower_to_memory<T>(
                &self,
                cx: &mut internal::LowerContext<'_, T>,
                ty: internal::InterfaceType,
                offset: ::core::primitive::usize,
            ) -> wt::Result<()> {
                #find_type
                match self { #(#lower_to_memory)* }
            }
        }

        // SAFETY: the case is that of the number, and the payload is lifted from its place by its own implementation.
        unsafe impl wt::component::Lift for #target {
            #[inline]
            fn linear_lift_from_flat(
                cx: &mut internal::LiftContext<'_>,
                ty: internal::InterfaceType,
                src: &<Self as wt::component::ComponentType>::Lower,
            ) -> wt::Result<Self> {
                #find_type
                wt::Result::Ok(match src.tag.get_u32() {
                    #(#lift_from_flat)*
                    #refuse
                })
            }

            #[inline]
            fn linear_lift_from_memory(
                cx: &mut internal::LiftContext<'_>,
                ty: internal::InterfaceType,
                bytes: &[::core::primitive::u8],
            ) -> wt::Result<Self> {
                #find_type
                let payload = &bytes[<Self as internal::ComponentVariant>::PAYLOAD_OFFSET32..];
                wt::Result::Ok(match #load {
                    #(#lift_from_memory)*
                    #refuse
                })
            }
        }
    };
    block(krate, &body)
}

/// An enum lies in memory and on the stack as the number of its case.
pub(super) fn enumeration(
    krate: &TokenStream,
    definition: &TypeDef,
    cases: &[Member],
) -> TokenStream {
    let ident = &definition.ident;
    let names: Vec<&Ident> = cases.iter().map(|case| &case.ident).collect();
    let wit_names = cases.iter().map(|case| &case.wit);
    let count = cases.len();
    let tag = Tag::of(count);
    let numbers: Vec<Literal> = (0..count).map(|index| tag.literal(index)).collect();
    let flat_numbers = (0..count).map(|index| Literal::u32_suffixed(index as u32));
    let integer = tag.integer();
    let (store, load) = (tag.store(&quote!((*self as #integer))), tag.load());
    let refuse = refuse();
    let body = quote! {
        #[doc(hidden)]
        #[derive(::core::clone::Clone, ::core::marker::Copy)]
        #[repr(C)]
        pub struct LowerEnum {
            tag: wt::ValRaw,
        }

        // SAFETY: what is lowered is the number of the case, the layout is that of an enum, and the type check compares the
        // names of the cases.
        unsafe impl wt::component::ComponentType for self::#ident {
            type Lower = LowerEnum;

            const ABI: internal::CanonicalAbiInfo = internal::CanonicalAbiInfo::enum_(#count);
            const MAY_REQUIRE_REALLOC: ::core::primitive::bool = false;

            #[inline]
            fn typecheck(
                ty: &internal::InterfaceType,
                types: &internal::InstanceType<'_>,
            ) -> wt::Result<()> {
                internal::typecheck_enum(ty, types, &[#(#wit_names),*])
            }
        }

        // SAFETY: the number is that of the case.
        unsafe impl wt::component::Lower for self::#ident {
            #[inline]
            fn linear_lower_to_flat<T>(
                &self,
                _: &mut internal::LowerContext<'_, T>,
                _: internal::InterfaceType,
                dst: &mut ::core::mem::MaybeUninit<<Self as wt::component::ComponentType>::Lower>,
            ) -> wt::Result<()> {
                dst.write(LowerEnum {
                    tag: wt::ValRaw::u32(*self as ::core::primitive::u32),
                });
                wt::Result::Ok(())
            }

            #[inline]
            fn linear_lower_to_memory<T>(
                &self,
                cx: &mut internal::LowerContext<'_, T>,
                _: internal::InterfaceType,
                offset: ::core::primitive::usize,
            ) -> wt::Result<()> {
                #store
                wt::Result::Ok(())
            }
        }

        // SAFETY: the case is that of the number.
        unsafe impl wt::component::Lift for self::#ident {
            #[inline]
            fn linear_lift_from_flat(
                _: &mut internal::LiftContext<'_>,
                _: internal::InterfaceType,
                src: &<Self as wt::component::ComponentType>::Lower,
            ) -> wt::Result<Self> {
                wt::Result::Ok(match src.tag.get_u32() {
                    #(#flat_numbers => Self::#names,)*
                    #refuse
                })
            }

            #[inline]
            fn linear_lift_from_memory(
                _: &mut internal::LiftContext<'_>,
                _: internal::InterfaceType,
                bytes: &[::core::primitive::u8],
            ) -> wt::Result<Self> {
                wt::Result::Ok(match #load {
                    #(#numbers => Self::#names,)*
                    #refuse
                })
            }
        }
    };
    block(krate, &body)
}

/// The number of a case in memory, in as many bytes as it needs.
#[derive(Clone, Copy)]
enum Tag {
    One,
    Two,
    Four,
}

impl Tag {
    fn of(cases: usize) -> Self {
        match cases {
            0..=0x100 => Self::One,
            0x101..=0x1_0000 => Self::Two,
            _ => Self::Four,
        }
    }

    fn integer(self) -> TokenStream {
        match self {
            Self::One => quote!(::core::primitive::u8),
            Self::Two => quote!(::core::primitive::u16),
            Self::Four => quote!(::core::primitive::u32),
        }
    }

    fn literal(self, number: usize) -> Literal {
        match self {
            Self::One => Literal::u8_suffixed(number as u8),
            Self::Two => Literal::u16_suffixed(number as u16),
            Self::Four => Literal::u32_suffixed(number as u32),
        }
    }

    fn load(self) -> TokenStream {
        match self {
            Self::One => quote!(bytes[0]),
            Self::Two => quote!(::core::primitive::u16::from_le_bytes([bytes[0], bytes[1]])),
            Self::Four => quote! {
                ::core::primitive::u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]])
            },
        }
    }

    fn store(self, number: &impl quote::ToTokens) -> TokenStream {
        let bytes = match self {
            Self::One => quote!(1),
            Self::Two => quote!(2),
            Self::Four => quote!(4),
        };
        quote!(*cx.get::<#bytes>(offset) = #number.to_le_bytes();)
    }
}

/// What the component says of the type.
fn find_type(kind: &str) -> TokenStream {
    let kind = Ident::new(kind, proc_macro2::Span::call_site());
    quote! {
        let ty = match ty {
            internal::InterfaceType::#kind(index) => &cx.types[index],
            _ => internal::bad_type_info(),
        };
    }
}

/// The arm of a match for numbers that no case has.
fn refuse() -> TokenStream {
    quote! {
        other => return wt::Result::Err(wt::Error::msg(::std::format!(
            "unexpected discriminant: {other}"
        ))),
    }
}

/// Keeps names to itself. Types beside the block are `self::…` in it, so that none of its own names gets between.
pub(super) fn block(krate: &TokenStream, body: &TokenStream) -> TokenStream {
    quote! {
        const _: () = {
            use #krate::__private::wasmtime as wt;
            use wt::component::__internal as internal;

            #body
        };
    }
}

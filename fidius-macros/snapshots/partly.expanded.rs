///A plugin with the interface `snapshot:partly/partly`.
pub struct Partly {
    plugin: ::fidius::Plugin<Partly>,
}
impl Partly {
    /// Loads a plugin with the default settings: from a file where given a path, else from bytes.
    ///
    /// # Errors
    ///
    /// The file can't be read; what is in it is no component; the component does not fit the interface, with
    /// every difference; it imports what the host does not provide.
    pub fn load<'a>(
        source: impl ::core::convert::Into<::fidius::Source<'a>>,
    ) -> ::core::result::Result<Self, ::fidius::Error> {
        Self::builder().load(source)
    }
    /// How a plugin is to be loaded: limits, isolation, and more.
    pub fn builder() -> ::fidius::Builder<Self> {
        ::fidius::Builder::new()
    }
    /// The plugin under the typed methods: sessions, the component, the limits.
    pub fn plugin(&self) -> &::fidius::Plugin<Self> {
        &self.plugin
    }
}
impl ::fidius::Host for Partly {
    const DEFINITION: &'static ::fidius::__private::Definition = &partly::__fidius::DEFINITION;
    fn from_plugin(plugin: ::fidius::Plugin<Self>) -> Self {
        Self { plugin }
    }
    fn plugin(&self) -> &::fidius::Plugin<Self> {
        &self.plugin
    }
}
impl ::core::clone::Clone for Partly {
    fn clone(&self) -> Self {
        Self {
            plugin: ::core::clone::Clone::clone(&self.plugin),
        }
    }
}
impl ::core::fmt::Debug for Partly {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_tuple("Partly").field(&self.plugin).finish()
    }
}
impl partly::Partly for Partly {
    #[inline]
    fn supported(
        &self,
        plain: &partly::Plain,
    ) -> ::core::result::Result<::core::primitive::u32, ::fidius::Error> {
        self.plugin.call_one::<partly::__fidius::Function0, _>((plain,))
    }
}
#[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
impl Partly {
    ///The function `supported`.
    ///
    ///# Errors
    ///
    ///The call fails.
    #[inline]
    pub fn supported(
        &self,
        plain: &partly::Plain,
    ) -> ::core::result::Result<::core::primitive::u32, ::fidius::Error> {
        <Self as partly::Partly>::supported(self, plain)
    }
}
///The interface `snapshot:partly/partly`.
pub mod partly {
    ///The record `plain`.
    #[derive(
        ::core::clone::Clone,
        ::core::marker::Copy,
        ::core::fmt::Debug,
        ::core::cmp::PartialEq,
        ::core::cmp::Eq,
        ::core::hash::Hash,
        ::core::cmp::PartialOrd,
        ::core::cmp::Ord,
        ::core::default::Default
    )]
    pub struct Plain {
        ///The field `number`.
        pub number: ::core::primitive::u32,
    }
    const _: () = {
        use ::fidius::__private::wasmtime as wt;
        use wt::component::__internal as internal;
        #[doc(hidden)]
        #[derive(::core::clone::Clone, ::core::marker::Copy)]
        #[repr(C)]
        pub struct LowerRecord<T0: ::core::marker::Copy> {
            number: T0,
            _align: [wt::ValRaw; 0],
        }
        unsafe impl wt::component::ComponentType for self::Plain {
            type Lower = LowerRecord<
                <::core::primitive::u32 as wt::component::ComponentType>::Lower,
            >;
            const ABI: internal::CanonicalAbiInfo = internal::CanonicalAbiInfo::record_static(
                &[<::core::primitive::u32 as wt::component::ComponentType>::ABI],
            );
            const MAY_REQUIRE_REALLOC: ::core::primitive::bool = false
                || <::core::primitive::u32 as wt::component::ComponentType>::MAY_REQUIRE_REALLOC;
            #[inline]
            fn typecheck(
                ty: &internal::InterfaceType,
                types: &internal::InstanceType<'_>,
            ) -> wt::Result<()> {
                internal::typecheck_record(
                    ty,
                    types,
                    &[
                        (
                            "number",
                            <::core::primitive::u32 as wt::component::ComponentType>::typecheck,
                        ),
                    ],
                )
            }
        }
        unsafe impl wt::component::Lower for self::Plain {
            #[inline]
            fn linear_lower_to_flat<T>(
                &self,
                cx: &mut internal::LowerContext<'_, T>,
                ty: internal::InterfaceType,
                dst: &mut ::core::mem::MaybeUninit<
                    <Self as wt::component::ComponentType>::Lower,
                >,
            ) -> wt::Result<()> {
                let ty = match ty {
                    internal::InterfaceType::Record(index) => &cx.types[index],
                    _ => internal::bad_type_info(),
                };
                let field = unsafe {
                    internal::MaybeUninitExt::map(
                        dst,
                        |lowered| &raw mut (*lowered).number,
                    )
                };
                wt::component::Lower::linear_lower_to_flat(
                    &self.number,
                    cx,
                    ty.fields[0].ty,
                    field,
                )?;
                wt::Result::Ok(())
            }
            #[inline]
            fn linear_lower_to_memory<T>(
                &self,
                cx: &mut internal::LowerContext<'_, T>,
                ty: internal::InterfaceType,
                mut offset: ::core::primitive::usize,
            ) -> wt::Result<()> {
                let ty = match ty {
                    internal::InterfaceType::Record(index) => &cx.types[index],
                    _ => internal::bad_type_info(),
                };
                wt::component::Lower::linear_lower_to_memory(
                    &self.number,
                    cx,
                    ty.fields[0].ty,
                    <::core::primitive::u32 as wt::component::ComponentType>::ABI
                        .next_field32_size(&mut offset),
                )?;
                wt::Result::Ok(())
            }
        }
        unsafe impl wt::component::Lift for self::Plain {
            #[inline]
            fn linear_lift_from_flat(
                cx: &mut internal::LiftContext<'_>,
                ty: internal::InterfaceType,
                src: &<Self as wt::component::ComponentType>::Lower,
            ) -> wt::Result<Self> {
                let ty = match ty {
                    internal::InterfaceType::Record(index) => &cx.types[index],
                    _ => internal::bad_type_info(),
                };
                wt::Result::Ok(Self {
                    number: wt::component::Lift::linear_lift_from_flat(
                        cx,
                        ty.fields[0].ty,
                        &src.number,
                    )?,
                })
            }
            #[inline]
            fn linear_lift_from_memory(
                cx: &mut internal::LiftContext<'_>,
                ty: internal::InterfaceType,
                bytes: &[::core::primitive::u8],
            ) -> wt::Result<Self> {
                let ty = match ty {
                    internal::InterfaceType::Record(index) => &cx.types[index],
                    _ => internal::bad_type_info(),
                };
                let mut offset = 0;
                wt::Result::Ok(Self {
                    number: wt::component::Lift::linear_lift_from_memory(
                        cx,
                        ty.fields[0].ty,
                        &bytes[<::core::primitive::u32 as wt::component::ComponentType>::ABI
                            .next_field32_size(
                                &mut offset,
                            )..][..<::core::primitive::u32 as wt::component::ComponentType>::SIZE32],
                    )?,
                })
            }
        }
    };
    ///The functions of `snapshot:partly/partly`: what a plugin's handle implements, and what a fake may.
    #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
    pub trait Partly {
        ///The function `supported`.
        ///
        ///# Errors
        ///
        ///The call fails.
        fn supported(
            &self,
            plain: &Plain,
        ) -> ::core::result::Result<::core::primitive::u32, ::fidius::Error>;
    }
    ///The method table of `snapshot:partly/partly`: each function with its parameters and result.
    pub static INTERFACE: ::fidius::Interface = {
        use ::fidius::__private::wit;
        static TYPE0: wit::Record = wit::Record {
            name: ::core::option::Option::Some(wit::Shared::Static("plain")),
            fields: wit::Shared::Static(
                &[
                    wit::Field {
                        name: wit::Shared::Static("number"),
                        ty: wit::Type::U32,
                    },
                ],
            ),
        };
        wit::Interface {
            name: wit::Shared::Static("snapshot:partly/partly"),
            functions: wit::Shared::Static(
                &[
                    wit::Function {
                        name: wit::Shared::Static("supported"),
                        kind: wit::FunctionKind::Free,
                        is_async: false,
                        params: wit::Shared::Static(
                            &[
                                wit::Param {
                                    name: wit::Shared::Static("plain"),
                                    ty: wit::Type::Record(wit::Shared::Static(&TYPE0)),
                                },
                            ],
                        ),
                        result: ::core::option::Option::Some(wit::Type::U32),
                    },
                ],
            ),
        }
    };
    ///The hash of the interface: `472fc8d1d3fb945cfed1468a1b8878ffdcb4f7a2cc80260e6c2b2c093eeaa225`.
    pub const HASH: ::fidius::InterfaceHash = ::fidius::InterfaceHash::from_bytes([
        71u8, 47u8, 200u8, 209u8, 211u8, 251u8, 148u8, 92u8, 254u8, 209u8, 70u8, 138u8,
        27u8, 136u8, 120u8, 255u8, 220u8, 180u8, 247u8, 162u8, 204u8, 128u8, 38u8, 14u8,
        108u8, 43u8, 44u8, 9u8, 62u8, 234u8, 162u8, 37u8,
    ]);
    #[doc(hidden)]
    pub mod __fidius {
        pub struct Function0;
        impl ::fidius::__private::Function for Function0 {
            type Params<'a> = (&'a super::Plain,);
            type Results = (::core::primitive::u32,);
            const EXPORT: ::core::primitive::usize = 0;
            const INDEX: ::core::primitive::usize = 0usize;
        }
        fn check(
            checker: &mut ::fidius::__private::Checker<'_>,
        ) -> ::core::result::Result<(), ::fidius::Error> {
            checker.function::<Function0>()?;
            let _ = checker;
            ::core::result::Result::Ok(())
        }
        pub static DEFINITION: ::fidius::__private::Definition = ::fidius::__private::Definition {
            exports: &[
                ::fidius::__private::Export {
                    interface: &super::INTERFACE,
                    hash: super::HASH,
                },
            ],
            check,
        };
    }
}
const _: &[u8] = ::core::include_bytes!(
    ::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/partly.wit")
);
::core::compile_error! {
    "the resource `file` is not supported yet (partly.wit:4:12)"
}
::core::compile_error! {
    "the `async` function `later` is not supported yet (partly.wit:9:3)"
}
::core::compile_error! {
    "the function `streaming` has a stream, which is not supported yet (partly.wit:10:3)"
}

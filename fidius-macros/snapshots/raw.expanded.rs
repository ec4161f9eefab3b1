///A plugin with the interface `fidius:hasher/hasher@0.1.0`. It has the traits of what it exports in both forms: the blocking one, and the one whose name ends in `Async`.
pub struct Hasher {
    plugin: ::fidius::Plugin<Hasher>,
}
impl Hasher {
    /// Loads a plugin with the default settings: from a file where given a path, else from bytes.
    ///
    /// # Errors
    ///
    /// The file can't be read; what is in it is no component; the component does not fit, with every
    /// difference; it imports what the host does not provide.
    pub fn load<'a>(
        source: impl ::core::convert::Into<::fidius::Source<'a>>,
    ) -> ::core::result::Result<Self, ::fidius::Error> {
        Self::builder().load(source)
    }
    /// How a plugin is to be loaded: imports, limits, isolation, and more.
    pub fn builder() -> ::fidius::Builder<Self> {
        ::fidius::Builder::new()
    }
    /// The plugin under the typed methods: sessions, the component, the limits.
    pub fn plugin(&self) -> &::fidius::Plugin<Self> {
        &self.plugin
    }
}
impl ::fidius::Host for Hasher {
    const DEFINITION: &'static ::fidius::__private::Definition = &hasher::__fidius::DEFINITION;
    type Start = ::fidius::__private::Ready;
    fn from_plugin(plugin: ::fidius::Plugin<Self>) -> Self {
        Self { plugin }
    }
    fn plugin(&self) -> &::fidius::Plugin<Self> {
        &self.plugin
    }
}
impl ::core::clone::Clone for Hasher {
    fn clone(&self) -> Self {
        Self {
            plugin: ::core::clone::Clone::clone(&self.plugin),
        }
    }
}
impl ::core::fmt::Debug for Hasher {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_tuple("Hasher").field(&self.plugin).finish()
    }
}
///Shaped as a guest of fidius 0.5 has it: with the two functions that are its own business.
pub mod hasher {
    ///The record `plugin-error`.
    #[derive(
        ::core::clone::Clone,
        ::core::fmt::Debug,
        ::core::cmp::PartialEq,
        ::core::cmp::Eq,
        ::core::hash::Hash,
        ::core::cmp::PartialOrd,
        ::core::cmp::Ord,
        ::core::default::Default
    )]
    pub struct PluginError {
        ///The field `code`.
        pub code: ::std::string::String,
        ///The field `message`.
        pub message: ::std::string::String,
        ///The field `details`.
        pub details: ::core::option::Option<::std::string::String>,
    }
    const _: () = {
        use ::fidius::__private::wasmtime as wt;
        use wt::component::__internal as internal;
        #[doc(hidden)]
        #[derive(::core::clone::Clone, ::core::marker::Copy)]
        #[repr(C)]
        pub struct LowerRecord<
            T0: ::core::marker::Copy,
            T1: ::core::marker::Copy,
            T2: ::core::marker::Copy,
        > {
            code: T0,
            message: T1,
            details: T2,
            _align: [wt::ValRaw; 0],
        }
        unsafe impl wt::component::ComponentType for self::PluginError {
            type Lower = LowerRecord<
                <::std::string::String as wt::component::ComponentType>::Lower,
                <::std::string::String as wt::component::ComponentType>::Lower,
                <::core::option::Option<
                    ::std::string::String,
                > as wt::component::ComponentType>::Lower,
            >;
            const ABI: internal::CanonicalAbiInfo = internal::CanonicalAbiInfo::record_static(
                &[
                    <::std::string::String as wt::component::ComponentType>::ABI,
                    <::std::string::String as wt::component::ComponentType>::ABI,
                    <::core::option::Option<
                        ::std::string::String,
                    > as wt::component::ComponentType>::ABI,
                ],
            );
            const MAY_REQUIRE_REALLOC: ::core::primitive::bool = false
                || <::std::string::String as wt::component::ComponentType>::MAY_REQUIRE_REALLOC
                || <::std::string::String as wt::component::ComponentType>::MAY_REQUIRE_REALLOC
                || <::core::option::Option<
                    ::std::string::String,
                > as wt::component::ComponentType>::MAY_REQUIRE_REALLOC;
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
                            "code",
                            <::std::string::String as wt::component::ComponentType>::typecheck,
                        ),
                        (
                            "message",
                            <::std::string::String as wt::component::ComponentType>::typecheck,
                        ),
                        (
                            "details",
                            <::core::option::Option<
                                ::std::string::String,
                            > as wt::component::ComponentType>::typecheck,
                        ),
                    ],
                )
            }
        }
        unsafe impl wt::component::Lower for self::PluginError {
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
                        |lowered| &raw mut (*lowered).code,
                    )
                };
                wt::component::Lower::linear_lower_to_flat(
                    &self.code,
                    cx,
                    ty.fields[0].ty,
                    field,
                )?;
                let field = unsafe {
                    internal::MaybeUninitExt::map(
                        dst,
                        |lowered| &raw mut (*lowered).message,
                    )
                };
                wt::component::Lower::linear_lower_to_flat(
                    &self.message,
                    cx,
                    ty.fields[1].ty,
                    field,
                )?;
                let field = unsafe {
                    internal::MaybeUninitExt::map(
                        dst,
                        |lowered| &raw mut (*lowered).details,
                    )
                };
                wt::component::Lower::linear_lower_to_flat(
                    &self.details,
                    cx,
                    ty.fields[2].ty,
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
                    &self.code,
                    cx,
                    ty.fields[0].ty,
                    <::std::string::String as wt::component::ComponentType>::ABI
                        .next_field32_size(&mut offset),
                )?;
                wt::component::Lower::linear_lower_to_memory(
                    &self.message,
                    cx,
                    ty.fields[1].ty,
                    <::std::string::String as wt::component::ComponentType>::ABI
                        .next_field32_size(&mut offset),
                )?;
                wt::component::Lower::linear_lower_to_memory(
                    &self.details,
                    cx,
                    ty.fields[2].ty,
                    <::core::option::Option<
                        ::std::string::String,
                    > as wt::component::ComponentType>::ABI
                        .next_field32_size(&mut offset),
                )?;
                wt::Result::Ok(())
            }
        }
        unsafe impl wt::component::Lift for self::PluginError {
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
                    code: wt::component::Lift::linear_lift_from_flat(
                        cx,
                        ty.fields[0].ty,
                        &src.code,
                    )?,
                    message: wt::component::Lift::linear_lift_from_flat(
                        cx,
                        ty.fields[1].ty,
                        &src.message,
                    )?,
                    details: wt::component::Lift::linear_lift_from_flat(
                        cx,
                        ty.fields[2].ty,
                        &src.details,
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
                    code: wt::component::Lift::linear_lift_from_memory(
                        cx,
                        ty.fields[0].ty,
                        &bytes[<::std::string::String as wt::component::ComponentType>::ABI
                            .next_field32_size(
                                &mut offset,
                            )..][..<::std::string::String as wt::component::ComponentType>::SIZE32],
                    )?,
                    message: wt::component::Lift::linear_lift_from_memory(
                        cx,
                        ty.fields[1].ty,
                        &bytes[<::std::string::String as wt::component::ComponentType>::ABI
                            .next_field32_size(
                                &mut offset,
                            )..][..<::std::string::String as wt::component::ComponentType>::SIZE32],
                    )?,
                    details: wt::component::Lift::linear_lift_from_memory(
                        cx,
                        ty.fields[2].ty,
                        &bytes[<::core::option::Option<
                            ::std::string::String,
                        > as wt::component::ComponentType>::ABI
                            .next_field32_size(
                                &mut offset,
                            )..][..<::core::option::Option<
                            ::std::string::String,
                        > as wt::component::ComponentType>::SIZE32],
                    )?,
                })
            }
        }
    };
    ///The list `bytes`.
    pub type Bytes = ::std::vec::Vec<::core::primitive::u8>;
    ///The functions of `fidius:hasher/hasher@0.1.0`: what a plugin's handle implements, and what a fake may.
    ///
    ///[`HasherAsync`] is the async form.
    #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
    pub trait Hasher {
        ///The function `name`.
        ///
        ///# Errors
        ///
        ///The call fails.
        fn name(&self) -> ::core::result::Result<::std::string::String, ::fidius::Error>;
        ///The function `digest`.
        ///
        ///# Errors
        ///
        ///The call fails.
        fn digest(
            &self,
            data: &[::core::primitive::u8],
        ) -> ::core::result::Result<
            ::std::vec::Vec<::core::primitive::u8>,
            ::fidius::Error,
        >;
        ///The function `check`.
        ///
        ///# Errors
        ///
        ///`CallError::Guest` with what the other side answers, or `CallError::Host` where the call fails.
        fn check(
            &self,
            data: &[::core::primitive::u8],
        ) -> ::core::result::Result<Bytes, ::fidius::CallError<PluginError>>;
        ///The function `trim`.
        ///
        ///# Errors
        ///
        ///`CallError::Guest` with what the other side answers, or `CallError::Host` where the call fails.
        fn trim(
            &self,
            data: &[::core::primitive::u8],
        ) -> ::core::result::Result<
            ::std::vec::Vec<::core::primitive::u8>,
            ::fidius::CallError<()>,
        >;
        ///The function `reverse`.
        ///
        ///# Errors
        ///
        ///The call fails.
        fn reverse(
            &self,
            data: &[::core::primitive::u8],
        ) -> ::core::result::Result<
            ::std::vec::Vec<::core::primitive::u8>,
            ::fidius::Error,
        >;
        ///The function `fidius-interface-hash`.
        ///
        ///# Errors
        ///
        ///The call fails.
        fn fidius_interface_hash(
            &self,
        ) -> ::core::result::Result<::core::primitive::u64, ::fidius::Error>;
        ///The function `fidius-configure`.
        ///
        ///# Errors
        ///
        ///The call fails.
        fn fidius_configure(
            &self,
            config: &[::core::primitive::u8],
        ) -> ::core::result::Result<(), ::fidius::Error>;
    }
    #[allow(clippy::too_many_arguments)]
    impl<T: self::Hasher + ?::core::marker::Sized> self::Hasher for ::std::sync::Arc<T> {
        fn name(
            &self,
        ) -> ::core::result::Result<::std::string::String, ::fidius::Error> {
            <T as self::Hasher>::name(&**self)
        }
        fn digest(
            &self,
            data: &[::core::primitive::u8],
        ) -> ::core::result::Result<
            ::std::vec::Vec<::core::primitive::u8>,
            ::fidius::Error,
        > {
            <T as self::Hasher>::digest(&**self, data)
        }
        fn check(
            &self,
            data: &[::core::primitive::u8],
        ) -> ::core::result::Result<
            self::Bytes,
            ::fidius::CallError<self::PluginError>,
        > {
            <T as self::Hasher>::check(&**self, data)
        }
        fn trim(
            &self,
            data: &[::core::primitive::u8],
        ) -> ::core::result::Result<
            ::std::vec::Vec<::core::primitive::u8>,
            ::fidius::CallError<()>,
        > {
            <T as self::Hasher>::trim(&**self, data)
        }
        fn reverse(
            &self,
            data: &[::core::primitive::u8],
        ) -> ::core::result::Result<
            ::std::vec::Vec<::core::primitive::u8>,
            ::fidius::Error,
        > {
            <T as self::Hasher>::reverse(&**self, data)
        }
        fn fidius_interface_hash(
            &self,
        ) -> ::core::result::Result<::core::primitive::u64, ::fidius::Error> {
            <T as self::Hasher>::fidius_interface_hash(&**self)
        }
        fn fidius_configure(
            &self,
            config: &[::core::primitive::u8],
        ) -> ::core::result::Result<(), ::fidius::Error> {
            <T as self::Hasher>::fidius_configure(&**self, config)
        }
    }
    ///The functions of `fidius:hasher/hasher@0.1.0`: what a plugin's handle implements, and what a fake may, with `async fn`.
    ///
    ///[`Hasher`] is the blocking form.
    #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
    pub trait HasherAsync {
        ///The function `name`.
        ///
        ///# Errors
        ///
        ///The call fails.
        fn name(
            &self,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<::std::string::String, ::fidius::Error>,
        > + ::core::marker::Send;
        ///The function `digest`.
        ///
        ///# Errors
        ///
        ///The call fails.
        fn digest(
            &self,
            data: &[::core::primitive::u8],
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<
                ::std::vec::Vec<::core::primitive::u8>,
                ::fidius::Error,
            >,
        > + ::core::marker::Send;
        ///The function `check`.
        ///
        ///# Errors
        ///
        ///`CallError::Guest` with what the other side answers, or `CallError::Host` where the call fails.
        fn check(
            &self,
            data: &[::core::primitive::u8],
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<Bytes, ::fidius::CallError<PluginError>>,
        > + ::core::marker::Send;
        ///The function `trim`.
        ///
        ///# Errors
        ///
        ///`CallError::Guest` with what the other side answers, or `CallError::Host` where the call fails.
        fn trim(
            &self,
            data: &[::core::primitive::u8],
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<
                ::std::vec::Vec<::core::primitive::u8>,
                ::fidius::CallError<()>,
            >,
        > + ::core::marker::Send;
        ///The function `reverse`.
        ///
        ///# Errors
        ///
        ///The call fails.
        fn reverse(
            &self,
            data: &[::core::primitive::u8],
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<
                ::std::vec::Vec<::core::primitive::u8>,
                ::fidius::Error,
            >,
        > + ::core::marker::Send;
        ///The function `fidius-interface-hash`.
        ///
        ///# Errors
        ///
        ///The call fails.
        fn fidius_interface_hash(
            &self,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<::core::primitive::u64, ::fidius::Error>,
        > + ::core::marker::Send;
        ///The function `fidius-configure`.
        ///
        ///# Errors
        ///
        ///The call fails.
        fn fidius_configure(
            &self,
            config: &[::core::primitive::u8],
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<(), ::fidius::Error>,
        > + ::core::marker::Send;
    }
    #[allow(clippy::too_many_arguments)]
    impl<T: self::HasherAsync + ?::core::marker::Sized> self::HasherAsync
    for ::std::sync::Arc<T> {
        fn name(
            &self,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<::std::string::String, ::fidius::Error>,
        > + ::core::marker::Send {
            <T as self::HasherAsync>::name(&**self)
        }
        fn digest(
            &self,
            data: &[::core::primitive::u8],
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<
                ::std::vec::Vec<::core::primitive::u8>,
                ::fidius::Error,
            >,
        > + ::core::marker::Send {
            <T as self::HasherAsync>::digest(&**self, data)
        }
        fn check(
            &self,
            data: &[::core::primitive::u8],
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<
                self::Bytes,
                ::fidius::CallError<self::PluginError>,
            >,
        > + ::core::marker::Send {
            <T as self::HasherAsync>::check(&**self, data)
        }
        fn trim(
            &self,
            data: &[::core::primitive::u8],
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<
                ::std::vec::Vec<::core::primitive::u8>,
                ::fidius::CallError<()>,
            >,
        > + ::core::marker::Send {
            <T as self::HasherAsync>::trim(&**self, data)
        }
        fn reverse(
            &self,
            data: &[::core::primitive::u8],
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<
                ::std::vec::Vec<::core::primitive::u8>,
                ::fidius::Error,
            >,
        > + ::core::marker::Send {
            <T as self::HasherAsync>::reverse(&**self, data)
        }
        fn fidius_interface_hash(
            &self,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<::core::primitive::u64, ::fidius::Error>,
        > + ::core::marker::Send {
            <T as self::HasherAsync>::fidius_interface_hash(&**self)
        }
        fn fidius_configure(
            &self,
            config: &[::core::primitive::u8],
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<(), ::fidius::Error>,
        > + ::core::marker::Send {
            <T as self::HasherAsync>::fidius_configure(&**self, config)
        }
    }
    ///The method table of `fidius:hasher/hasher@0.1.0`: each function with its parameters and result.
    pub static INTERFACE: ::fidius::Interface = {
        use ::fidius::__private::wit;
        static TYPE0: wit::Record = wit::Record {
            name: ::core::option::Option::Some(wit::Shared::Static("plugin-error")),
            fields: wit::Shared::Static(
                &[
                    wit::Field {
                        name: wit::Shared::Static("code"),
                        ty: wit::Type::String,
                    },
                    wit::Field {
                        name: wit::Shared::Static("message"),
                        ty: wit::Type::String,
                    },
                    wit::Field {
                        name: wit::Shared::Static("details"),
                        ty: wit::Type::Option(wit::Shared::Static(&wit::Type::String)),
                    },
                ],
            ),
        };
        wit::Interface {
            name: wit::Shared::Static("fidius:hasher/hasher@0.1.0"),
            functions: wit::Shared::Static(
                &[
                    wit::Function {
                        name: wit::Shared::Static("name"),
                        kind: wit::FunctionKind::Free,
                        is_async: false,
                        params: wit::Shared::Static(&[]),
                        result: ::core::option::Option::Some(wit::Type::String),
                    },
                    wit::Function {
                        name: wit::Shared::Static("digest"),
                        kind: wit::FunctionKind::Free,
                        is_async: false,
                        params: wit::Shared::Static(
                            &[
                                wit::Param {
                                    name: wit::Shared::Static("data"),
                                    ty: wit::Type::List(wit::Shared::Static(&wit::Type::U8)),
                                },
                            ],
                        ),
                        result: ::core::option::Option::Some(
                            wit::Type::List(wit::Shared::Static(&wit::Type::U8)),
                        ),
                    },
                    wit::Function {
                        name: wit::Shared::Static("check"),
                        kind: wit::FunctionKind::Free,
                        is_async: false,
                        params: wit::Shared::Static(
                            &[
                                wit::Param {
                                    name: wit::Shared::Static("data"),
                                    ty: wit::Type::List(wit::Shared::Static(&wit::Type::U8)),
                                },
                            ],
                        ),
                        result: ::core::option::Option::Some(
                            wit::Type::Result(
                                wit::Shared::Static(
                                    &(
                                        ::core::option::Option::Some(
                                            wit::Type::List(wit::Shared::Static(&wit::Type::U8)),
                                        ),
                                        ::core::option::Option::Some(
                                            wit::Type::Record(wit::Shared::Static(&TYPE0)),
                                        ),
                                    ),
                                ),
                            ),
                        ),
                    },
                    wit::Function {
                        name: wit::Shared::Static("trim"),
                        kind: wit::FunctionKind::Free,
                        is_async: false,
                        params: wit::Shared::Static(
                            &[
                                wit::Param {
                                    name: wit::Shared::Static("data"),
                                    ty: wit::Type::List(wit::Shared::Static(&wit::Type::U8)),
                                },
                            ],
                        ),
                        result: ::core::option::Option::Some(
                            wit::Type::Result(
                                wit::Shared::Static(
                                    &(
                                        ::core::option::Option::Some(
                                            wit::Type::List(wit::Shared::Static(&wit::Type::U8)),
                                        ),
                                        ::core::option::Option::None,
                                    ),
                                ),
                            ),
                        ),
                    },
                    wit::Function {
                        name: wit::Shared::Static("reverse"),
                        kind: wit::FunctionKind::Free,
                        is_async: false,
                        params: wit::Shared::Static(
                            &[
                                wit::Param {
                                    name: wit::Shared::Static("data"),
                                    ty: wit::Type::List(wit::Shared::Static(&wit::Type::U8)),
                                },
                            ],
                        ),
                        result: ::core::option::Option::Some(
                            wit::Type::List(wit::Shared::Static(&wit::Type::U8)),
                        ),
                    },
                    wit::Function {
                        name: wit::Shared::Static("fidius-interface-hash"),
                        kind: wit::FunctionKind::Free,
                        is_async: false,
                        params: wit::Shared::Static(&[]),
                        result: ::core::option::Option::Some(wit::Type::U64),
                    },
                    wit::Function {
                        name: wit::Shared::Static("fidius-configure"),
                        kind: wit::FunctionKind::Free,
                        is_async: false,
                        params: wit::Shared::Static(
                            &[
                                wit::Param {
                                    name: wit::Shared::Static("config"),
                                    ty: wit::Type::List(wit::Shared::Static(&wit::Type::U8)),
                                },
                            ],
                        ),
                        result: ::core::option::Option::None,
                    },
                ],
            ),
        }
    };
    ///The hash of the interface: `5b65bcb7f168c066af1f29fa165a68fabf06595e2243235e6c0d2bb93b4fc6bf`.
    pub const HASH: ::fidius::InterfaceHash = ::fidius::InterfaceHash::from_bytes([
        91u8, 101u8, 188u8, 183u8, 241u8, 104u8, 192u8, 102u8, 175u8, 31u8, 41u8, 250u8,
        22u8, 90u8, 104u8, 250u8, 191u8, 6u8, 89u8, 94u8, 34u8, 67u8, 35u8, 94u8, 108u8,
        13u8, 43u8, 185u8, 59u8, 79u8, 198u8, 191u8,
    ]);
    #[doc(hidden)]
    #[allow(clippy::all, clippy::pedantic, clippy::nursery)]
    pub mod __fidius {
        pub struct Function0;
        impl ::fidius::__private::Function for Function0 {
            type Params<'a> = ();
            type Results = (::std::string::String,);
            const EXPORT: ::core::primitive::usize = 0usize;
            const INDEX: ::core::primitive::usize = 0usize;
        }
        pub struct Function1;
        impl ::fidius::__private::Function for Function1 {
            type Params<'a> = (&'a [::core::primitive::u8],);
            type Results = (::std::vec::Vec<::core::primitive::u8>,);
            const EXPORT: ::core::primitive::usize = 0usize;
            const INDEX: ::core::primitive::usize = 1usize;
        }
        pub struct Function2;
        impl ::fidius::__private::Function for Function2 {
            type Params<'a> = (&'a [::core::primitive::u8],);
            type Results = (::core::result::Result<super::Bytes, super::PluginError>,);
            const EXPORT: ::core::primitive::usize = 0usize;
            const INDEX: ::core::primitive::usize = 2usize;
        }
        pub struct Function3;
        impl ::fidius::__private::Function for Function3 {
            type Params<'a> = (&'a [::core::primitive::u8],);
            type Results = (
                ::core::result::Result<::std::vec::Vec<::core::primitive::u8>, ()>,
            );
            const EXPORT: ::core::primitive::usize = 0usize;
            const INDEX: ::core::primitive::usize = 3usize;
        }
        pub struct Function4;
        impl ::fidius::__private::Function for Function4 {
            type Params<'a> = (&'a [::core::primitive::u8],);
            type Results = (::std::vec::Vec<::core::primitive::u8>,);
            const EXPORT: ::core::primitive::usize = 0usize;
            const INDEX: ::core::primitive::usize = 4usize;
        }
        pub struct Function5;
        impl ::fidius::__private::Function for Function5 {
            type Params<'a> = ();
            type Results = (::core::primitive::u64,);
            const EXPORT: ::core::primitive::usize = 0usize;
            const INDEX: ::core::primitive::usize = 5usize;
        }
        pub struct Function6;
        impl ::fidius::__private::Function for Function6 {
            type Params<'a> = (&'a [::core::primitive::u8],);
            type Results = ();
            const EXPORT: ::core::primitive::usize = 0usize;
            const INDEX: ::core::primitive::usize = 6usize;
        }
        fn check(
            checker: &mut ::fidius::__private::Checker<'_>,
        ) -> ::core::result::Result<(), ::fidius::Error> {
            checker.function::<Function0>()?;
            checker.function::<Function1>()?;
            checker.function::<Function2>()?;
            checker.function::<Function3>()?;
            checker.function::<Function4>()?;
            checker.function::<Function5>()?;
            checker.function::<Function6>()?;
            let _ = checker;
            ::core::result::Result::Ok(())
        }
        pub static DEFINITION: ::fidius::__private::Definition = ::fidius::__private::Definition {
            exports: &[
                ::fidius::__private::Export {
                    interface: &super::INTERFACE,
                    hash: super::HASH,
                    is_world: false,
                    optional: &[],
                    raw: &[false, true, true, true, false, false, false],
                    client_streams: &[],
                },
            ],
            imports: &[],
            is_open: false,
            guest_hash: ::core::option::Option::Some(16078762278018018140u64),
            resources: &[],
            check,
        };
    }
}
#[allow(clippy::all, clippy::pedantic, clippy::nursery)]
const _: () = {
    impl hasher::Hasher for Hasher {
        #[inline]
        fn name(
            &self,
        ) -> ::core::result::Result<::std::string::String, ::fidius::Error> {
            self.plugin.call_one::<hasher::__fidius::Function0, _>(())
        }
        #[inline]
        fn digest(
            &self,
            data: &[::core::primitive::u8],
        ) -> ::core::result::Result<
            ::std::vec::Vec<::core::primitive::u8>,
            ::fidius::Error,
        > {
            self.plugin.call_one::<hasher::__fidius::Function1, _>((data,))
        }
        #[inline]
        fn check(
            &self,
            data: &[::core::primitive::u8],
        ) -> ::core::result::Result<
            hasher::Bytes,
            ::fidius::CallError<hasher::PluginError>,
        > {
            self.plugin.call_fallible::<hasher::__fidius::Function2, _, _>((data,))
        }
        #[inline]
        fn trim(
            &self,
            data: &[::core::primitive::u8],
        ) -> ::core::result::Result<
            ::std::vec::Vec<::core::primitive::u8>,
            ::fidius::CallError<()>,
        > {
            self.plugin.call_fallible::<hasher::__fidius::Function3, _, _>((data,))
        }
        #[inline]
        fn reverse(
            &self,
            data: &[::core::primitive::u8],
        ) -> ::core::result::Result<
            ::std::vec::Vec<::core::primitive::u8>,
            ::fidius::Error,
        > {
            self.plugin.call_one::<hasher::__fidius::Function4, _>((data,))
        }
        #[inline]
        fn fidius_interface_hash(
            &self,
        ) -> ::core::result::Result<::core::primitive::u64, ::fidius::Error> {
            self.plugin.call_one::<hasher::__fidius::Function5, _>(())
        }
        #[inline]
        fn fidius_configure(
            &self,
            config: &[::core::primitive::u8],
        ) -> ::core::result::Result<(), ::fidius::Error> {
            self.plugin.call_unit::<hasher::__fidius::Function6>((config,))
        }
    }
    impl hasher::HasherAsync for Hasher {
        async fn name(
            &self,
        ) -> ::core::result::Result<::std::string::String, ::fidius::Error> {
            self.plugin.call_one_async::<hasher::__fidius::Function0, _>(()).await
        }
        async fn digest(
            &self,
            data: &[::core::primitive::u8],
        ) -> ::core::result::Result<
            ::std::vec::Vec<::core::primitive::u8>,
            ::fidius::Error,
        > {
            self.plugin.call_one_async::<hasher::__fidius::Function1, _>((data,)).await
        }
        async fn check(
            &self,
            data: &[::core::primitive::u8],
        ) -> ::core::result::Result<
            hasher::Bytes,
            ::fidius::CallError<hasher::PluginError>,
        > {
            self.plugin
                .call_fallible_async::<hasher::__fidius::Function2, _, _>((data,))
                .await
        }
        async fn trim(
            &self,
            data: &[::core::primitive::u8],
        ) -> ::core::result::Result<
            ::std::vec::Vec<::core::primitive::u8>,
            ::fidius::CallError<()>,
        > {
            self.plugin
                .call_fallible_async::<hasher::__fidius::Function3, _, _>((data,))
                .await
        }
        async fn reverse(
            &self,
            data: &[::core::primitive::u8],
        ) -> ::core::result::Result<
            ::std::vec::Vec<::core::primitive::u8>,
            ::fidius::Error,
        > {
            self.plugin.call_one_async::<hasher::__fidius::Function4, _>((data,)).await
        }
        async fn fidius_interface_hash(
            &self,
        ) -> ::core::result::Result<::core::primitive::u64, ::fidius::Error> {
            self.plugin.call_one_async::<hasher::__fidius::Function5, _>(()).await
        }
        async fn fidius_configure(
            &self,
            config: &[::core::primitive::u8],
        ) -> ::core::result::Result<(), ::fidius::Error> {
            self.plugin.call_unit_async::<hasher::__fidius::Function6>((config,)).await
        }
    }
    #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
    impl Hasher {
        ///The function `name`.
        ///
        ///# Errors
        ///
        ///The call fails.
        #[inline]
        pub fn name(
            &self,
        ) -> ::core::result::Result<::std::string::String, ::fidius::Error> {
            <Self as hasher::Hasher>::name(self)
        }
        ///The function `digest`.
        ///
        ///# Errors
        ///
        ///The call fails.
        #[inline]
        pub fn digest(
            &self,
            data: &[::core::primitive::u8],
        ) -> ::core::result::Result<
            ::std::vec::Vec<::core::primitive::u8>,
            ::fidius::Error,
        > {
            <Self as hasher::Hasher>::digest(self, data)
        }
        ///The function `check`.
        ///
        ///# Errors
        ///
        ///`CallError::Guest` with what the other side answers, or `CallError::Host` where the call fails.
        #[inline]
        pub fn check(
            &self,
            data: &[::core::primitive::u8],
        ) -> ::core::result::Result<
            hasher::Bytes,
            ::fidius::CallError<hasher::PluginError>,
        > {
            <Self as hasher::Hasher>::check(self, data)
        }
        ///The function `trim`.
        ///
        ///# Errors
        ///
        ///`CallError::Guest` with what the other side answers, or `CallError::Host` where the call fails.
        #[inline]
        pub fn trim(
            &self,
            data: &[::core::primitive::u8],
        ) -> ::core::result::Result<
            ::std::vec::Vec<::core::primitive::u8>,
            ::fidius::CallError<()>,
        > {
            <Self as hasher::Hasher>::trim(self, data)
        }
        ///The function `reverse`.
        ///
        ///# Errors
        ///
        ///The call fails.
        #[inline]
        pub fn reverse(
            &self,
            data: &[::core::primitive::u8],
        ) -> ::core::result::Result<
            ::std::vec::Vec<::core::primitive::u8>,
            ::fidius::Error,
        > {
            <Self as hasher::Hasher>::reverse(self, data)
        }
        ///The function `fidius-interface-hash`.
        ///
        ///# Errors
        ///
        ///The call fails.
        #[inline]
        pub fn fidius_interface_hash(
            &self,
        ) -> ::core::result::Result<::core::primitive::u64, ::fidius::Error> {
            <Self as hasher::Hasher>::fidius_interface_hash(self)
        }
        ///The function `fidius-configure`.
        ///
        ///# Errors
        ///
        ///The call fails.
        #[inline]
        pub fn fidius_configure(
            &self,
            config: &[::core::primitive::u8],
        ) -> ::core::result::Result<(), ::fidius::Error> {
            <Self as hasher::Hasher>::fidius_configure(self, config)
        }
    }
    const _: &[u8] = ::core::include_bytes!(
        ::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/raw.wit")
    );
};

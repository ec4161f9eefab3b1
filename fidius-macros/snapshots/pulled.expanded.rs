///A plugin with the interface `fidius:meter/meter@0.1.0`. It has the traits of what it exports in both forms: the blocking one, and the one whose name ends in `Async`.
pub struct Meter {
    plugin: ::fidius::Plugin<Meter>,
}
impl Meter {
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
impl ::fidius::Host for Meter {
    const DEFINITION: &'static ::fidius::__private::Definition = &meter::__fidius::DEFINITION;
    type Start = ::fidius::__private::Ready;
    fn from_plugin(plugin: ::fidius::Plugin<Self>) -> Self {
        Self { plugin }
    }
    fn plugin(&self) -> &::fidius::Plugin<Self> {
        &self.plugin
    }
}
impl ::core::clone::Clone for Meter {
    fn clone(&self) -> Self {
        Self {
            plugin: ::core::clone::Clone::clone(&self.plugin),
        }
    }
}
impl ::core::fmt::Debug for Meter {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_tuple("Meter").field(&self.plugin).finish()
    }
}
///As guests of fidius 0.5 have it.
pub mod meter {
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
    ///The enum `mood`.
    #[derive(
        ::core::clone::Clone,
        ::core::marker::Copy,
        ::core::fmt::Debug,
        ::core::cmp::PartialEq,
        ::core::cmp::Eq,
        ::core::hash::Hash,
        ::core::cmp::PartialOrd,
        ::core::cmp::Ord
    )]
    pub enum Mood {
        ///The case `calm`.
        Calm,
        ///The case `in-a-hurry`.
        InAHurry,
    }
    const _: () = {
        use ::fidius::__private::wasmtime as wt;
        use wt::component::__internal as internal;
        #[doc(hidden)]
        #[derive(::core::clone::Clone, ::core::marker::Copy)]
        #[repr(C)]
        pub struct LowerEnum {
            tag: wt::ValRaw,
        }
        unsafe impl wt::component::ComponentType for self::Mood {
            type Lower = LowerEnum;
            const ABI: internal::CanonicalAbiInfo = internal::CanonicalAbiInfo::enum_(
                2usize,
            );
            const MAY_REQUIRE_REALLOC: ::core::primitive::bool = false;
            #[inline]
            fn typecheck(
                ty: &internal::InterfaceType,
                types: &internal::InstanceType<'_>,
            ) -> wt::Result<()> {
                internal::typecheck_enum(ty, types, &["calm", "in-a-hurry"])
            }
        }
        unsafe impl wt::component::Lower for self::Mood {
            #[inline]
            fn linear_lower_to_flat<T>(
                &self,
                _: &mut internal::LowerContext<'_, T>,
                _: internal::InterfaceType,
                dst: &mut ::core::mem::MaybeUninit<
                    <Self as wt::component::ComponentType>::Lower,
                >,
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
                *cx.get::<1>(offset) = (*self as ::core::primitive::u8).to_le_bytes();
                wt::Result::Ok(())
            }
        }
        unsafe impl wt::component::Lift for self::Mood {
            #[inline]
            fn linear_lift_from_flat(
                _: &mut internal::LiftContext<'_>,
                _: internal::InterfaceType,
                src: &<Self as wt::component::ComponentType>::Lower,
            ) -> wt::Result<Self> {
                wt::Result::Ok(
                    match src.tag.get_u32() {
                        0u32 => Self::Calm,
                        1u32 => Self::InAHurry,
                        other => {
                            return wt::Result::Err(
                                wt::Error::msg(
                                    ::std::format!("unexpected discriminant: {other}"),
                                ),
                            );
                        }
                    },
                )
            }
            #[inline]
            fn linear_lift_from_memory(
                _: &mut internal::LiftContext<'_>,
                _: internal::InterfaceType,
                bytes: &[::core::primitive::u8],
            ) -> wt::Result<Self> {
                wt::Result::Ok(
                    match bytes[0] {
                        0u8 => Self::Calm,
                        1u8 => Self::InAHurry,
                        other => {
                            return wt::Result::Err(
                                wt::Error::msg(
                                    ::std::format!("unexpected discriminant: {other}"),
                                ),
                            );
                        }
                    },
                )
            }
        }
    };
    ///The record `reading`.
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
    pub struct Reading {
        ///The field `at`.
        pub at: ::core::primitive::u64,
        ///The field `of`.
        pub of: ::std::string::String,
    }
    const _: () = {
        use ::fidius::__private::wasmtime as wt;
        use wt::component::__internal as internal;
        #[doc(hidden)]
        #[derive(::core::clone::Clone, ::core::marker::Copy)]
        #[repr(C)]
        pub struct LowerRecord<T0: ::core::marker::Copy, T1: ::core::marker::Copy> {
            at: T0,
            of: T1,
            _align: [wt::ValRaw; 0],
        }
        unsafe impl wt::component::ComponentType for self::Reading {
            type Lower = LowerRecord<
                <::core::primitive::u64 as wt::component::ComponentType>::Lower,
                <::std::string::String as wt::component::ComponentType>::Lower,
            >;
            const ABI: internal::CanonicalAbiInfo = internal::CanonicalAbiInfo::record_static(
                &[
                    <::core::primitive::u64 as wt::component::ComponentType>::ABI,
                    <::std::string::String as wt::component::ComponentType>::ABI,
                ],
            );
            const MAY_REQUIRE_REALLOC: ::core::primitive::bool = false
                || <::core::primitive::u64 as wt::component::ComponentType>::MAY_REQUIRE_REALLOC
                || <::std::string::String as wt::component::ComponentType>::MAY_REQUIRE_REALLOC;
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
                            "at",
                            <::core::primitive::u64 as wt::component::ComponentType>::typecheck,
                        ),
                        (
                            "of",
                            <::std::string::String as wt::component::ComponentType>::typecheck,
                        ),
                    ],
                )
            }
        }
        unsafe impl wt::component::Lower for self::Reading {
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
                    internal::MaybeUninitExt::map(dst, |lowered| &raw mut (*lowered).at)
                };
                wt::component::Lower::linear_lower_to_flat(
                    &self.at,
                    cx,
                    ty.fields[0].ty,
                    field,
                )?;
                let field = unsafe {
                    internal::MaybeUninitExt::map(dst, |lowered| &raw mut (*lowered).of)
                };
                wt::component::Lower::linear_lower_to_flat(
                    &self.of,
                    cx,
                    ty.fields[1].ty,
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
                    &self.at,
                    cx,
                    ty.fields[0].ty,
                    <::core::primitive::u64 as wt::component::ComponentType>::ABI
                        .next_field32_size(&mut offset),
                )?;
                wt::component::Lower::linear_lower_to_memory(
                    &self.of,
                    cx,
                    ty.fields[1].ty,
                    <::std::string::String as wt::component::ComponentType>::ABI
                        .next_field32_size(&mut offset),
                )?;
                wt::Result::Ok(())
            }
        }
        unsafe impl wt::component::Lift for self::Reading {
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
                    at: wt::component::Lift::linear_lift_from_flat(
                        cx,
                        ty.fields[0].ty,
                        &src.at,
                    )?,
                    of: wt::component::Lift::linear_lift_from_flat(
                        cx,
                        ty.fields[1].ty,
                        &src.of,
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
                    at: wt::component::Lift::linear_lift_from_memory(
                        cx,
                        ty.fields[0].ty,
                        &bytes[<::core::primitive::u64 as wt::component::ComponentType>::ABI
                            .next_field32_size(
                                &mut offset,
                            )..][..<::core::primitive::u64 as wt::component::ComponentType>::SIZE32],
                    )?,
                    of: wt::component::Lift::linear_lift_from_memory(
                        cx,
                        ty.fields[1].ty,
                        &bytes[<::std::string::String as wt::component::ComponentType>::ABI
                            .next_field32_size(
                                &mut offset,
                            )..][..<::std::string::String as wt::component::ComponentType>::SIZE32],
                    )?,
                })
            }
        }
    };
    ///Of another shape.
    ///
    ///A handle of the resource `odd-stream`: one that lives in a plugin, and keeps the plugin's instance alive; or the host's own. Dropping it drops the resource: a plugin's destructor runs at once where the instance is free, else after the call that it is busy with. In an instance for async calls it runs on a thread of the runtime's, soon after.
    pub struct OddStream(
        ::fidius::__private::Handle<
            dyn __OddStreamResource + ::core::marker::Send + ::core::marker::Sync,
        >,
    );
    ///The methods of the resource `odd-stream`: what [`OddStream`] has, and what a type of the host's own implements to be one.
    ///
    ///[`OddStreamResourceAsync`] is the async form.
    #[diagnostic::on_unimplemented(
        message = "`{Self}` does not have the methods of the resource `odd-stream`",
        label = "it does not implement `OddStreamResource`",
        note = "`OddStream::new` is for a type of the host's own; a `odd-stream` that lives in the plugin is made by calling the plugin",
        note = "`OddStream::new_async` takes a value that implements `OddStreamResourceAsync`"
    )]
    #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
    pub trait OddStreamResource {
        ///The method `odd-stream.next`.
        ///
        ///# Errors
        ///
        ///The call fails.
        fn next(
            &self,
        ) -> ::core::result::Result<
            ::core::option::Option<::core::primitive::u64>,
            ::fidius::Error,
        >;
    }
    #[allow(clippy::too_many_arguments)]
    impl OddStreamResource for OddStream {
        fn next(
            &self,
        ) -> ::core::result::Result<
            ::core::option::Option<::core::primitive::u64>,
            ::fidius::Error,
        > {
            __OddStreamResource::blocking0(self.0.object())
        }
    }
    ///The methods of the resource `odd-stream`: what [`OddStream`] has, and what a type of the host's own implements, with `async fn`, to be one.
    ///
    ///[`OddStreamResource`] is the blocking form.
    #[diagnostic::on_unimplemented(
        message = "`{Self}` does not have the methods of the resource `odd-stream` as async functions",
        label = "it does not implement `OddStreamResourceAsync`",
        note = "`OddStream::new_async` is for a type of the host's own; a `odd-stream` that lives in the plugin is made by calling the plugin",
        note = "`OddStream::new` takes a value that implements `OddStreamResource`"
    )]
    #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
    pub trait OddStreamResourceAsync {
        ///The method `odd-stream.next`.
        ///
        ///# Errors
        ///
        ///The call fails.
        fn next(
            &self,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<
                ::core::option::Option<::core::primitive::u64>,
                ::fidius::Error,
            >,
        > + ::core::marker::Send;
    }
    #[allow(clippy::too_many_arguments)]
    impl OddStreamResourceAsync for OddStream {
        async fn next(
            &self,
        ) -> ::core::result::Result<
            ::core::option::Option<::core::primitive::u64>,
            ::fidius::Error,
        > {
            __OddStreamResource::async0(self.0.object()).await
        }
    }
    #[doc(hidden)]
    #[allow(clippy::all, clippy::pedantic, clippy::nursery)]
    pub trait __OddStreamResource {
        fn blocking0(
            &self,
        ) -> ::core::result::Result<
            ::core::option::Option<::core::primitive::u64>,
            ::fidius::Error,
        >;
        fn async0<'f>(
            &'f self,
        ) -> ::core::pin::Pin<
            ::std::boxed::Box<
                dyn ::core::future::Future<
                    Output = ::core::result::Result<
                        ::core::option::Option<::core::primitive::u64>,
                        ::fidius::Error,
                    >,
                > + ::core::marker::Send + 'f,
            >,
        >;
    }
    struct __OddStreamResourceValue<T>(T);
    #[allow(clippy::all, clippy::pedantic, clippy::nursery)]
    impl<T> self::__OddStreamResource for self::__OddStreamResourceValue<T>
    where
        T: self::OddStreamResource + ::core::marker::Send + ::core::marker::Sync,
    {
        fn blocking0(
            &self,
        ) -> ::core::result::Result<
            ::core::option::Option<::core::primitive::u64>,
            ::fidius::Error,
        > {
            <T as self::OddStreamResource>::next(&self.0)
        }
        fn async0<'f>(
            &'f self,
        ) -> ::core::pin::Pin<
            ::std::boxed::Box<
                dyn ::core::future::Future<
                    Output = ::core::result::Result<
                        ::core::option::Option<::core::primitive::u64>,
                        ::fidius::Error,
                    >,
                > + ::core::marker::Send + 'f,
            >,
        > {
            ::std::boxed::Box::pin(async move {
                <T as self::OddStreamResource>::next(&self.0)
            })
        }
    }
    struct __OddStreamResourceAsyncValue<T>(T);
    #[allow(clippy::all, clippy::pedantic, clippy::nursery)]
    impl<T> self::__OddStreamResource for self::__OddStreamResourceAsyncValue<T>
    where
        T: self::OddStreamResourceAsync + ::core::marker::Send + ::core::marker::Sync,
    {
        fn blocking0(
            &self,
        ) -> ::core::result::Result<
            ::core::option::Option<::core::primitive::u64>,
            ::fidius::Error,
        > {
            ::fidius::__private::park_host(
                <T as self::OddStreamResourceAsync>::next(&self.0),
            )
        }
        fn async0<'f>(
            &'f self,
        ) -> ::core::pin::Pin<
            ::std::boxed::Box<
                dyn ::core::future::Future<
                    Output = ::core::result::Result<
                        ::core::option::Option<::core::primitive::u64>,
                        ::fidius::Error,
                    >,
                > + ::core::marker::Send + 'f,
            >,
        > {
            ::std::boxed::Box::pin(<T as self::OddStreamResourceAsync>::next(&self.0))
        }
    }
    impl self::OddStream {
        ///The host's own `odd-stream`.
        #[must_use]
        pub fn new<T>(value: T) -> Self
        where
            T: self::OddStreamResource + ::core::marker::Send + ::core::marker::Sync
                + 'static,
        {
            let value = ::std::sync::Arc::new(self::__OddStreamResourceValue(value));
            Self(
                ::fidius::__private::Handle::host(
                    ::std::sync::Arc::<self::__OddStreamResourceValue<T>>::clone(&value),
                    value,
                ),
            )
        }
        ///The host's own `odd-stream`, of a value whose methods are async. A blocking call of one waits on the thread of the caller.
        #[must_use]
        pub fn new_async<T>(value: T) -> Self
        where
            T: self::OddStreamResourceAsync + ::core::marker::Send + ::core::marker::Sync
                + 'static,
        {
            let value = ::std::sync::Arc::new(
                self::__OddStreamResourceAsyncValue(value),
            );
            Self(
                ::fidius::__private::Handle::host(
                    ::std::sync::Arc::<
                        self::__OddStreamResourceAsyncValue<T>,
                    >::clone(&value),
                    value,
                ),
            )
        }
        /// The value that it was made of with `new` or `new_async`; `None` where that is of another type, or a plugin's.
        #[must_use]
        pub fn downcast_ref<T: 'static>(&self) -> ::core::option::Option<&T> {
            match self.0.downcast_ref::<self::__OddStreamResourceValue<T>>() {
                ::core::option::Option::Some(value) => {
                    ::core::option::Option::Some(&value.0)
                }
                ::core::option::Option::None => {
                    self.0
                        .downcast_ref::<self::__OddStreamResourceAsyncValue<T>>()
                        .map(|value| &value.0)
                }
            }
        }
    }
    #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
    impl OddStream {
        ///The method `odd-stream.next`.
        ///
        ///# Errors
        ///
        ///The call fails.
        #[inline]
        pub fn next(
            &self,
        ) -> ::core::result::Result<
            ::core::option::Option<::core::primitive::u64>,
            ::fidius::Error,
        > {
            <Self as OddStreamResource>::next(self)
        }
    }
    impl ::fidius::__private::Resource for OddStream {
        type Object = dyn __OddStreamResource + ::core::marker::Send + ::core::marker::Sync;
        const NAME: &'static ::core::primitive::str = "odd-stream";
        fn handle(&self) -> &::fidius::__private::Handle<Self::Object> {
            &self.0
        }
        fn from_handle(handle: ::fidius::__private::Handle<Self::Object>) -> Self {
            Self(handle)
        }
    }
    impl ::core::fmt::Debug for OddStream {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            f.debug_tuple("OddStream").field(&self.0).finish()
        }
    }
    ///Used by more than one.
    ///
    ///A handle of the resource `shared-stream`: one that lives in a plugin, and keeps the plugin's instance alive; or the host's own. Dropping it drops the resource: a plugin's destructor runs at once where the instance is free, else after the call that it is busy with. In an instance for async calls it runs on a thread of the runtime's, soon after.
    pub struct SharedStream(
        ::fidius::__private::Handle<
            dyn __SharedStreamResource + ::core::marker::Send + ::core::marker::Sync,
        >,
    );
    ///The methods of the resource `shared-stream`: what [`SharedStream`] has, and what a type of the host's own implements to be one.
    ///
    ///[`SharedStreamResourceAsync`] is the async form.
    #[diagnostic::on_unimplemented(
        message = "`{Self}` does not have the methods of the resource `shared-stream`",
        label = "it does not implement `SharedStreamResource`",
        note = "`SharedStream::new` is for a type of the host's own; a `shared-stream` that lives in the plugin is made by calling the plugin",
        note = "`SharedStream::new_async` takes a value that implements `SharedStreamResourceAsync`"
    )]
    #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
    pub trait SharedStreamResource {
        ///The method `shared-stream.next`.
        ///
        ///# Errors
        ///
        ///`CallError::Guest` with what the other side answers, or `CallError::Host` where the call fails.
        fn next(
            &self,
        ) -> ::core::result::Result<
            ::core::option::Option<::core::primitive::u64>,
            ::fidius::CallError<PluginError>,
        >;
    }
    #[allow(clippy::too_many_arguments)]
    impl SharedStreamResource for SharedStream {
        fn next(
            &self,
        ) -> ::core::result::Result<
            ::core::option::Option<::core::primitive::u64>,
            ::fidius::CallError<PluginError>,
        > {
            __SharedStreamResource::blocking0(self.0.object())
        }
    }
    ///The methods of the resource `shared-stream`: what [`SharedStream`] has, and what a type of the host's own implements, with `async fn`, to be one.
    ///
    ///[`SharedStreamResource`] is the blocking form.
    #[diagnostic::on_unimplemented(
        message = "`{Self}` does not have the methods of the resource `shared-stream` as async functions",
        label = "it does not implement `SharedStreamResourceAsync`",
        note = "`SharedStream::new_async` is for a type of the host's own; a `shared-stream` that lives in the plugin is made by calling the plugin",
        note = "`SharedStream::new` takes a value that implements `SharedStreamResource`"
    )]
    #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
    pub trait SharedStreamResourceAsync {
        ///The method `shared-stream.next`.
        ///
        ///# Errors
        ///
        ///`CallError::Guest` with what the other side answers, or `CallError::Host` where the call fails.
        fn next(
            &self,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<
                ::core::option::Option<::core::primitive::u64>,
                ::fidius::CallError<PluginError>,
            >,
        > + ::core::marker::Send;
    }
    #[allow(clippy::too_many_arguments)]
    impl SharedStreamResourceAsync for SharedStream {
        async fn next(
            &self,
        ) -> ::core::result::Result<
            ::core::option::Option<::core::primitive::u64>,
            ::fidius::CallError<PluginError>,
        > {
            __SharedStreamResource::async0(self.0.object()).await
        }
    }
    #[doc(hidden)]
    #[allow(clippy::all, clippy::pedantic, clippy::nursery)]
    pub trait __SharedStreamResource {
        fn blocking0(
            &self,
        ) -> ::core::result::Result<
            ::core::option::Option<::core::primitive::u64>,
            ::fidius::CallError<PluginError>,
        >;
        fn async0<'f>(
            &'f self,
        ) -> ::core::pin::Pin<
            ::std::boxed::Box<
                dyn ::core::future::Future<
                    Output = ::core::result::Result<
                        ::core::option::Option<::core::primitive::u64>,
                        ::fidius::CallError<PluginError>,
                    >,
                > + ::core::marker::Send + 'f,
            >,
        >;
    }
    struct __SharedStreamResourceValue<T>(T);
    #[allow(clippy::all, clippy::pedantic, clippy::nursery)]
    impl<T> self::__SharedStreamResource for self::__SharedStreamResourceValue<T>
    where
        T: self::SharedStreamResource + ::core::marker::Send + ::core::marker::Sync,
    {
        fn blocking0(
            &self,
        ) -> ::core::result::Result<
            ::core::option::Option<::core::primitive::u64>,
            ::fidius::CallError<self::PluginError>,
        > {
            <T as self::SharedStreamResource>::next(&self.0)
        }
        fn async0<'f>(
            &'f self,
        ) -> ::core::pin::Pin<
            ::std::boxed::Box<
                dyn ::core::future::Future<
                    Output = ::core::result::Result<
                        ::core::option::Option<::core::primitive::u64>,
                        ::fidius::CallError<self::PluginError>,
                    >,
                > + ::core::marker::Send + 'f,
            >,
        > {
            ::std::boxed::Box::pin(async move {
                <T as self::SharedStreamResource>::next(&self.0)
            })
        }
    }
    struct __SharedStreamResourceAsyncValue<T>(T);
    #[allow(clippy::all, clippy::pedantic, clippy::nursery)]
    impl<T> self::__SharedStreamResource for self::__SharedStreamResourceAsyncValue<T>
    where
        T: self::SharedStreamResourceAsync + ::core::marker::Send + ::core::marker::Sync,
    {
        fn blocking0(
            &self,
        ) -> ::core::result::Result<
            ::core::option::Option<::core::primitive::u64>,
            ::fidius::CallError<self::PluginError>,
        > {
            ::fidius::__private::park_host_fallible(
                <T as self::SharedStreamResourceAsync>::next(&self.0),
            )
        }
        fn async0<'f>(
            &'f self,
        ) -> ::core::pin::Pin<
            ::std::boxed::Box<
                dyn ::core::future::Future<
                    Output = ::core::result::Result<
                        ::core::option::Option<::core::primitive::u64>,
                        ::fidius::CallError<self::PluginError>,
                    >,
                > + ::core::marker::Send + 'f,
            >,
        > {
            ::std::boxed::Box::pin(<T as self::SharedStreamResourceAsync>::next(&self.0))
        }
    }
    impl self::SharedStream {
        ///The host's own `shared-stream`.
        #[must_use]
        pub fn new<T>(value: T) -> Self
        where
            T: self::SharedStreamResource + ::core::marker::Send + ::core::marker::Sync
                + 'static,
        {
            let value = ::std::sync::Arc::new(self::__SharedStreamResourceValue(value));
            Self(
                ::fidius::__private::Handle::host(
                    ::std::sync::Arc::<
                        self::__SharedStreamResourceValue<T>,
                    >::clone(&value),
                    value,
                ),
            )
        }
        ///The host's own `shared-stream`, of a value whose methods are async. A blocking call of one waits on the thread of the caller.
        #[must_use]
        pub fn new_async<T>(value: T) -> Self
        where
            T: self::SharedStreamResourceAsync + ::core::marker::Send
                + ::core::marker::Sync + 'static,
        {
            let value = ::std::sync::Arc::new(
                self::__SharedStreamResourceAsyncValue(value),
            );
            Self(
                ::fidius::__private::Handle::host(
                    ::std::sync::Arc::<
                        self::__SharedStreamResourceAsyncValue<T>,
                    >::clone(&value),
                    value,
                ),
            )
        }
        /// The value that it was made of with `new` or `new_async`; `None` where that is of another type, or a plugin's.
        #[must_use]
        pub fn downcast_ref<T: 'static>(&self) -> ::core::option::Option<&T> {
            match self.0.downcast_ref::<self::__SharedStreamResourceValue<T>>() {
                ::core::option::Option::Some(value) => {
                    ::core::option::Option::Some(&value.0)
                }
                ::core::option::Option::None => {
                    self.0
                        .downcast_ref::<self::__SharedStreamResourceAsyncValue<T>>()
                        .map(|value| &value.0)
                }
            }
        }
    }
    #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
    impl SharedStream {
        ///The method `shared-stream.next`.
        ///
        ///# Errors
        ///
        ///`CallError::Guest` with what the other side answers, or `CallError::Host` where the call fails.
        #[inline]
        pub fn next(
            &self,
        ) -> ::core::result::Result<
            ::core::option::Option<::core::primitive::u64>,
            ::fidius::CallError<PluginError>,
        > {
            <Self as SharedStreamResource>::next(self)
        }
    }
    impl ::fidius::__private::Resource for SharedStream {
        type Object = dyn __SharedStreamResource + ::core::marker::Send + ::core::marker::Sync;
        const NAME: &'static ::core::primitive::str = "shared-stream";
        fn handle(&self) -> &::fidius::__private::Handle<Self::Object> {
            &self.0
        }
        fn from_handle(handle: ::fidius::__private::Handle<Self::Object>) -> Self {
            Self(handle)
        }
    }
    impl ::core::fmt::Debug for SharedStream {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            f.debug_tuple("SharedStream").field(&self.0).finish()
        }
    }
    ///The functions of `fidius:meter/meter@0.1.0`: what a plugin's handle implements, and what a fake may.
    ///
    ///[`MeterAsync`] is the async form.
    #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
    pub trait Meter {
        ///Counts.
        ///
        ///# Errors
        ///
        ///The call fails.
        fn ticks(
            &self,
            upto: ::core::primitive::u64,
        ) -> ::core::result::Result<
            ::fidius::Stream<::core::primitive::u64>,
            ::fidius::Error,
        >;
        ///The function `readings`.
        ///
        ///# Errors
        ///
        ///`CallError::Guest` with what the other side answers, or `CallError::Host` where the call fails.
        fn readings(
            &self,
            of: &[Reading],
        ) -> ::core::result::Result<
            ::fidius::Stream<Reading>,
            ::fidius::CallError<PluginError>,
        >;
        ///The function `moods`.
        ///
        ///# Errors
        ///
        ///The call fails.
        fn moods(
            &self,
        ) -> ::core::result::Result<::fidius::Stream<Mood>, ::fidius::Error>;
        ///The function `echo`.
        ///
        ///# Errors
        ///
        ///The call fails.
        fn echo(
            &self,
            items: &::core::primitive::str,
            stream_items: ::fidius::Stream<__items::__Item2>,
        ) -> ::core::result::Result<
            ::fidius::Stream<::std::vec::Vec<::core::primitive::u8>>,
            ::fidius::Error,
        >;
        ///The function `odd`.
        ///
        ///# Errors
        ///
        ///The call fails.
        fn odd(&self) -> ::core::result::Result<OddStream, ::fidius::Error>;
        ///The function `shared`.
        ///
        ///# Errors
        ///
        ///The call fails.
        fn shared(
            &self,
        ) -> ::core::result::Result<
            ::fidius::Stream<::core::primitive::u64>,
            ::fidius::Error,
        >;
        ///The function `stop`.
        ///
        ///# Errors
        ///
        ///The call fails.
        fn stop(&self, it: &SharedStream) -> ::core::result::Result<(), ::fidius::Error>;
        ///The function `sum`.
        ///
        ///# Errors
        ///
        ///The call fails.
        fn sum(
            &self,
            items: ::fidius::Stream<__items::__Item0>,
        ) -> ::core::result::Result<::core::primitive::u64, ::fidius::Error>;
        ///The function `join`.
        ///
        ///# Errors
        ///
        ///`CallError::Guest` with what the other side answers, or `CallError::Host` where the call fails.
        fn join(
            &self,
            sep: &::core::primitive::str,
            items: ::fidius::Stream<__items::__Item1>,
        ) -> ::core::result::Result<
            ::std::string::String,
            ::fidius::CallError<PluginError>,
        >;
    }
    #[allow(clippy::too_many_arguments)]
    impl<T: self::Meter + ?::core::marker::Sized> self::Meter for ::std::sync::Arc<T> {
        fn ticks(
            &self,
            upto: ::core::primitive::u64,
        ) -> ::core::result::Result<
            ::fidius::Stream<::core::primitive::u64>,
            ::fidius::Error,
        > {
            <T as self::Meter>::ticks(&**self, upto)
        }
        fn readings(
            &self,
            of: &[self::Reading],
        ) -> ::core::result::Result<
            ::fidius::Stream<self::Reading>,
            ::fidius::CallError<self::PluginError>,
        > {
            <T as self::Meter>::readings(&**self, of)
        }
        fn moods(
            &self,
        ) -> ::core::result::Result<::fidius::Stream<self::Mood>, ::fidius::Error> {
            <T as self::Meter>::moods(&**self)
        }
        fn echo(
            &self,
            items: &::core::primitive::str,
            stream_items: ::fidius::Stream<self::__items::__Item2>,
        ) -> ::core::result::Result<
            ::fidius::Stream<::std::vec::Vec<::core::primitive::u8>>,
            ::fidius::Error,
        > {
            <T as self::Meter>::echo(&**self, items, stream_items)
        }
        fn odd(&self) -> ::core::result::Result<self::OddStream, ::fidius::Error> {
            <T as self::Meter>::odd(&**self)
        }
        fn shared(
            &self,
        ) -> ::core::result::Result<
            ::fidius::Stream<::core::primitive::u64>,
            ::fidius::Error,
        > {
            <T as self::Meter>::shared(&**self)
        }
        fn stop(
            &self,
            it: &self::SharedStream,
        ) -> ::core::result::Result<(), ::fidius::Error> {
            <T as self::Meter>::stop(&**self, it)
        }
        fn sum(
            &self,
            items: ::fidius::Stream<self::__items::__Item0>,
        ) -> ::core::result::Result<::core::primitive::u64, ::fidius::Error> {
            <T as self::Meter>::sum(&**self, items)
        }
        fn join(
            &self,
            sep: &::core::primitive::str,
            items: ::fidius::Stream<self::__items::__Item1>,
        ) -> ::core::result::Result<
            ::std::string::String,
            ::fidius::CallError<self::PluginError>,
        > {
            <T as self::Meter>::join(&**self, sep, items)
        }
    }
    ///The functions of `fidius:meter/meter@0.1.0`: what a plugin's handle implements, and what a fake may, with `async fn`.
    ///
    ///[`Meter`] is the blocking form.
    #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
    pub trait MeterAsync {
        ///Counts.
        ///
        ///# Errors
        ///
        ///The call fails.
        fn ticks(
            &self,
            upto: ::core::primitive::u64,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<
                ::fidius::Stream<::core::primitive::u64>,
                ::fidius::Error,
            >,
        > + ::core::marker::Send;
        ///The function `readings`.
        ///
        ///# Errors
        ///
        ///`CallError::Guest` with what the other side answers, or `CallError::Host` where the call fails.
        fn readings(
            &self,
            of: &[Reading],
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<
                ::fidius::Stream<Reading>,
                ::fidius::CallError<PluginError>,
            >,
        > + ::core::marker::Send;
        ///The function `moods`.
        ///
        ///# Errors
        ///
        ///The call fails.
        fn moods(
            &self,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<::fidius::Stream<Mood>, ::fidius::Error>,
        > + ::core::marker::Send;
        ///The function `echo`.
        ///
        ///# Errors
        ///
        ///The call fails.
        fn echo(
            &self,
            items: &::core::primitive::str,
            stream_items: ::fidius::Stream<__items::__Item2>,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<
                ::fidius::Stream<::std::vec::Vec<::core::primitive::u8>>,
                ::fidius::Error,
            >,
        > + ::core::marker::Send;
        ///The function `odd`.
        ///
        ///# Errors
        ///
        ///The call fails.
        fn odd(
            &self,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<OddStream, ::fidius::Error>,
        > + ::core::marker::Send;
        ///The function `shared`.
        ///
        ///# Errors
        ///
        ///The call fails.
        fn shared(
            &self,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<
                ::fidius::Stream<::core::primitive::u64>,
                ::fidius::Error,
            >,
        > + ::core::marker::Send;
        ///The function `stop`.
        ///
        ///# Errors
        ///
        ///The call fails.
        fn stop(
            &self,
            it: &SharedStream,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<(), ::fidius::Error>,
        > + ::core::marker::Send;
        ///The function `sum`.
        ///
        ///# Errors
        ///
        ///The call fails.
        fn sum(
            &self,
            items: ::fidius::Stream<__items::__Item0>,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<::core::primitive::u64, ::fidius::Error>,
        > + ::core::marker::Send;
        ///The function `join`.
        ///
        ///# Errors
        ///
        ///`CallError::Guest` with what the other side answers, or `CallError::Host` where the call fails.
        fn join(
            &self,
            sep: &::core::primitive::str,
            items: ::fidius::Stream<__items::__Item1>,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<
                ::std::string::String,
                ::fidius::CallError<PluginError>,
            >,
        > + ::core::marker::Send;
    }
    #[allow(clippy::too_many_arguments)]
    impl<T: self::MeterAsync + ?::core::marker::Sized> self::MeterAsync
    for ::std::sync::Arc<T> {
        fn ticks(
            &self,
            upto: ::core::primitive::u64,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<
                ::fidius::Stream<::core::primitive::u64>,
                ::fidius::Error,
            >,
        > + ::core::marker::Send {
            <T as self::MeterAsync>::ticks(&**self, upto)
        }
        fn readings(
            &self,
            of: &[self::Reading],
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<
                ::fidius::Stream<self::Reading>,
                ::fidius::CallError<self::PluginError>,
            >,
        > + ::core::marker::Send {
            <T as self::MeterAsync>::readings(&**self, of)
        }
        fn moods(
            &self,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<
                ::fidius::Stream<self::Mood>,
                ::fidius::Error,
            >,
        > + ::core::marker::Send {
            <T as self::MeterAsync>::moods(&**self)
        }
        fn echo(
            &self,
            items: &::core::primitive::str,
            stream_items: ::fidius::Stream<self::__items::__Item2>,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<
                ::fidius::Stream<::std::vec::Vec<::core::primitive::u8>>,
                ::fidius::Error,
            >,
        > + ::core::marker::Send {
            <T as self::MeterAsync>::echo(&**self, items, stream_items)
        }
        fn odd(
            &self,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<self::OddStream, ::fidius::Error>,
        > + ::core::marker::Send {
            <T as self::MeterAsync>::odd(&**self)
        }
        fn shared(
            &self,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<
                ::fidius::Stream<::core::primitive::u64>,
                ::fidius::Error,
            >,
        > + ::core::marker::Send {
            <T as self::MeterAsync>::shared(&**self)
        }
        fn stop(
            &self,
            it: &self::SharedStream,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<(), ::fidius::Error>,
        > + ::core::marker::Send {
            <T as self::MeterAsync>::stop(&**self, it)
        }
        fn sum(
            &self,
            items: ::fidius::Stream<self::__items::__Item0>,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<::core::primitive::u64, ::fidius::Error>,
        > + ::core::marker::Send {
            <T as self::MeterAsync>::sum(&**self, items)
        }
        fn join(
            &self,
            sep: &::core::primitive::str,
            items: ::fidius::Stream<self::__items::__Item1>,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<
                ::std::string::String,
                ::fidius::CallError<self::PluginError>,
            >,
        > + ::core::marker::Send {
            <T as self::MeterAsync>::join(&**self, sep, items)
        }
    }
    ///The method table of `fidius:meter/meter@0.1.0`: each function with its parameters and result.
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
        static TYPE1: wit::Record = wit::Record {
            name: ::core::option::Option::Some(wit::Shared::Static("reading")),
            fields: wit::Shared::Static(
                &[
                    wit::Field {
                        name: wit::Shared::Static("at"),
                        ty: wit::Type::U64,
                    },
                    wit::Field {
                        name: wit::Shared::Static("of"),
                        ty: wit::Type::String,
                    },
                ],
            ),
        };
        static TYPE2: wit::Enum = wit::Enum {
            name: ::core::option::Option::Some(wit::Shared::Static("mood")),
            cases: wit::Shared::Static(
                &[wit::Shared::Static("calm"), wit::Shared::Static("in-a-hurry")],
            ),
        };
        wit::Interface {
            name: wit::Shared::Static("fidius:meter/meter@0.1.0"),
            functions: wit::Shared::Static(
                &[
                    wit::Function {
                        name: wit::Shared::Static("[method]ticks-stream.next"),
                        kind: wit::FunctionKind::Method,
                        is_async: false,
                        params: wit::Shared::Static(
                            &[
                                wit::Param {
                                    name: wit::Shared::Static("self"),
                                    ty: wit::Type::Borrow(wit::Shared::Static("ticks-stream")),
                                },
                            ],
                        ),
                        result: ::core::option::Option::Some(
                            wit::Type::Result(
                                wit::Shared::Static(
                                    &(
                                        ::core::option::Option::Some(
                                            wit::Type::Option(wit::Shared::Static(&wit::Type::U64)),
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
                        name: wit::Shared::Static("[method]readings-stream.next"),
                        kind: wit::FunctionKind::Method,
                        is_async: false,
                        params: wit::Shared::Static(
                            &[
                                wit::Param {
                                    name: wit::Shared::Static("self"),
                                    ty: wit::Type::Borrow(
                                        wit::Shared::Static("readings-stream"),
                                    ),
                                },
                            ],
                        ),
                        result: ::core::option::Option::Some(
                            wit::Type::Result(
                                wit::Shared::Static(
                                    &(
                                        ::core::option::Option::Some(
                                            wit::Type::Option(
                                                wit::Shared::Static(
                                                    &wit::Type::Record(wit::Shared::Static(&TYPE1)),
                                                ),
                                            ),
                                        ),
                                        ::core::option::Option::Some(wit::Type::String),
                                    ),
                                ),
                            ),
                        ),
                    },
                    wit::Function {
                        name: wit::Shared::Static("[method]moods-stream.next"),
                        kind: wit::FunctionKind::Method,
                        is_async: false,
                        params: wit::Shared::Static(
                            &[
                                wit::Param {
                                    name: wit::Shared::Static("self"),
                                    ty: wit::Type::Borrow(wit::Shared::Static("moods-stream")),
                                },
                            ],
                        ),
                        result: ::core::option::Option::Some(
                            wit::Type::Result(
                                wit::Shared::Static(
                                    &(
                                        ::core::option::Option::Some(
                                            wit::Type::Option(
                                                wit::Shared::Static(
                                                    &wit::Type::Enum(wit::Shared::Static(&TYPE2)),
                                                ),
                                            ),
                                        ),
                                        ::core::option::Option::Some(
                                            wit::Type::Enum(wit::Shared::Static(&TYPE2)),
                                        ),
                                    ),
                                ),
                            ),
                        ),
                    },
                    wit::Function {
                        name: wit::Shared::Static("[method]echo-stream.next"),
                        kind: wit::FunctionKind::Method,
                        is_async: false,
                        params: wit::Shared::Static(
                            &[
                                wit::Param {
                                    name: wit::Shared::Static("self"),
                                    ty: wit::Type::Borrow(wit::Shared::Static("echo-stream")),
                                },
                            ],
                        ),
                        result: ::core::option::Option::Some(
                            wit::Type::Result(
                                wit::Shared::Static(
                                    &(
                                        ::core::option::Option::Some(
                                            wit::Type::Option(
                                                wit::Shared::Static(
                                                    &wit::Type::List(wit::Shared::Static(&wit::Type::U8)),
                                                ),
                                            ),
                                        ),
                                        ::core::option::Option::Some(
                                            wit::Type::List(wit::Shared::Static(&wit::Type::U8)),
                                        ),
                                    ),
                                ),
                            ),
                        ),
                    },
                    wit::Function {
                        name: wit::Shared::Static("[method]odd-stream.next"),
                        kind: wit::FunctionKind::Method,
                        is_async: false,
                        params: wit::Shared::Static(
                            &[
                                wit::Param {
                                    name: wit::Shared::Static("self"),
                                    ty: wit::Type::Borrow(wit::Shared::Static("odd-stream")),
                                },
                            ],
                        ),
                        result: ::core::option::Option::Some(
                            wit::Type::Option(wit::Shared::Static(&wit::Type::U64)),
                        ),
                    },
                    wit::Function {
                        name: wit::Shared::Static("[method]shared-stream.next"),
                        kind: wit::FunctionKind::Method,
                        is_async: false,
                        params: wit::Shared::Static(
                            &[
                                wit::Param {
                                    name: wit::Shared::Static("self"),
                                    ty: wit::Type::Borrow(wit::Shared::Static("shared-stream")),
                                },
                            ],
                        ),
                        result: ::core::option::Option::Some(
                            wit::Type::Result(
                                wit::Shared::Static(
                                    &(
                                        ::core::option::Option::Some(
                                            wit::Type::Option(wit::Shared::Static(&wit::Type::U64)),
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
                        name: wit::Shared::Static("ticks"),
                        kind: wit::FunctionKind::Free,
                        is_async: false,
                        params: wit::Shared::Static(
                            &[
                                wit::Param {
                                    name: wit::Shared::Static("upto"),
                                    ty: wit::Type::U64,
                                },
                            ],
                        ),
                        result: ::core::option::Option::Some(
                            wit::Type::Own(wit::Shared::Static("ticks-stream")),
                        ),
                    },
                    wit::Function {
                        name: wit::Shared::Static("readings"),
                        kind: wit::FunctionKind::Free,
                        is_async: false,
                        params: wit::Shared::Static(
                            &[
                                wit::Param {
                                    name: wit::Shared::Static("of"),
                                    ty: wit::Type::List(
                                        wit::Shared::Static(
                                            &wit::Type::Record(wit::Shared::Static(&TYPE1)),
                                        ),
                                    ),
                                },
                            ],
                        ),
                        result: ::core::option::Option::Some(
                            wit::Type::Result(
                                wit::Shared::Static(
                                    &(
                                        ::core::option::Option::Some(
                                            wit::Type::Own(wit::Shared::Static("readings-stream")),
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
                        name: wit::Shared::Static("moods"),
                        kind: wit::FunctionKind::Free,
                        is_async: false,
                        params: wit::Shared::Static(&[]),
                        result: ::core::option::Option::Some(
                            wit::Type::Own(wit::Shared::Static("moods-stream")),
                        ),
                    },
                    wit::Function {
                        name: wit::Shared::Static("echo"),
                        kind: wit::FunctionKind::Free,
                        is_async: false,
                        params: wit::Shared::Static(
                            &[
                                wit::Param {
                                    name: wit::Shared::Static("items"),
                                    ty: wit::Type::String,
                                },
                            ],
                        ),
                        result: ::core::option::Option::Some(
                            wit::Type::Own(wit::Shared::Static("echo-stream")),
                        ),
                    },
                    wit::Function {
                        name: wit::Shared::Static("odd"),
                        kind: wit::FunctionKind::Free,
                        is_async: false,
                        params: wit::Shared::Static(&[]),
                        result: ::core::option::Option::Some(
                            wit::Type::Own(wit::Shared::Static("odd-stream")),
                        ),
                    },
                    wit::Function {
                        name: wit::Shared::Static("shared"),
                        kind: wit::FunctionKind::Free,
                        is_async: false,
                        params: wit::Shared::Static(&[]),
                        result: ::core::option::Option::Some(
                            wit::Type::Own(wit::Shared::Static("shared-stream")),
                        ),
                    },
                    wit::Function {
                        name: wit::Shared::Static("stop"),
                        kind: wit::FunctionKind::Free,
                        is_async: false,
                        params: wit::Shared::Static(
                            &[
                                wit::Param {
                                    name: wit::Shared::Static("it"),
                                    ty: wit::Type::Borrow(wit::Shared::Static("shared-stream")),
                                },
                            ],
                        ),
                        result: ::core::option::Option::None,
                    },
                    wit::Function {
                        name: wit::Shared::Static("sum"),
                        kind: wit::FunctionKind::Free,
                        is_async: false,
                        params: wit::Shared::Static(&[]),
                        result: ::core::option::Option::Some(wit::Type::U64),
                    },
                    wit::Function {
                        name: wit::Shared::Static("join"),
                        kind: wit::FunctionKind::Free,
                        is_async: false,
                        params: wit::Shared::Static(
                            &[
                                wit::Param {
                                    name: wit::Shared::Static("sep"),
                                    ty: wit::Type::String,
                                },
                            ],
                        ),
                        result: ::core::option::Option::Some(
                            wit::Type::Result(
                                wit::Shared::Static(
                                    &(
                                        ::core::option::Option::Some(wit::Type::String),
                                        ::core::option::Option::Some(
                                            wit::Type::Record(wit::Shared::Static(&TYPE0)),
                                        ),
                                    ),
                                ),
                            ),
                        ),
                    },
                ],
            ),
        }
    };
    ///The hash of the interface: `1603c17f24548e185cbfb8ee87b827d8196559af1f721f5e14cdb101db21e7a4`.
    pub const HASH: ::fidius::InterfaceHash = ::fidius::InterfaceHash::from_bytes([
        22u8, 3u8, 193u8, 127u8, 36u8, 84u8, 142u8, 24u8, 92u8, 191u8, 184u8, 238u8,
        135u8, 184u8, 39u8, 216u8, 25u8, 101u8, 89u8, 175u8, 31u8, 114u8, 31u8, 94u8,
        20u8, 205u8, 177u8, 1u8, 219u8, 33u8, 231u8, 164u8,
    ]);
    #[doc(hidden)]
    #[allow(
        unused_imports,
        unused_qualifications,
        private_interfaces,
        clippy::all,
        clippy::pedantic,
        clippy::nursery
    )]
    pub mod __items {
        use super::super::*;
        pub type __Item0 = u32;
        pub fn __feed0(
            items: ::fidius::Stream<self::__Item0>,
        ) -> ::fidius::__private::Feed<self::__Item0> {
            ::fidius::__private::Feed::new(items)
        }
        pub type __Item1 = super::super::Word;
        pub fn __feed1(
            items: ::fidius::Stream<self::__Item1>,
        ) -> ::fidius::__private::Feed<self::__Item1> {
            ::fidius::__private::Feed::new(items)
        }
        pub type __Item2 = Vec<super::super::super::Chunk>;
        pub fn __feed2(
            items: ::fidius::Stream<self::__Item2>,
        ) -> ::fidius::__private::Feed<self::__Item2> {
            ::fidius::__private::Feed::new(items)
        }
    }
    #[doc(hidden)]
    #[allow(clippy::all, clippy::pedantic, clippy::nursery)]
    pub mod __fidius {
        pub struct Function0;
        impl ::fidius::__private::Function for Function0 {
            type Params<'a> = (::fidius::__private::RawHandle,);
            type Results = (
                ::core::result::Result<
                    ::core::option::Option<::core::primitive::u64>,
                    super::PluginError,
                >,
            );
            const EXPORT: ::core::primitive::usize = 0usize;
            const INDEX: ::core::primitive::usize = 0usize;
        }
        pub struct Function1;
        impl ::fidius::__private::Function for Function1 {
            type Params<'a> = (::fidius::__private::RawHandle,);
            type Results = (
                ::core::result::Result<
                    ::core::option::Option<super::Reading>,
                    ::std::string::String,
                >,
            );
            const EXPORT: ::core::primitive::usize = 0usize;
            const INDEX: ::core::primitive::usize = 1usize;
        }
        pub struct Function2;
        impl ::fidius::__private::Function for Function2 {
            type Params<'a> = (::fidius::__private::RawHandle,);
            type Results = (
                ::core::result::Result<::core::option::Option<super::Mood>, super::Mood>,
            );
            const EXPORT: ::core::primitive::usize = 0usize;
            const INDEX: ::core::primitive::usize = 2usize;
        }
        pub struct Function3;
        impl ::fidius::__private::Function for Function3 {
            type Params<'a> = (::fidius::__private::RawHandle,);
            type Results = (
                ::core::result::Result<
                    ::core::option::Option<::std::vec::Vec<::core::primitive::u8>>,
                    ::std::vec::Vec<::core::primitive::u8>,
                >,
            );
            const EXPORT: ::core::primitive::usize = 0usize;
            const INDEX: ::core::primitive::usize = 3usize;
        }
        pub struct Function4;
        impl ::fidius::__private::Function for Function4 {
            type Params<'a> = (::fidius::__private::RawHandle,);
            type Results = (::core::option::Option<::core::primitive::u64>,);
            const EXPORT: ::core::primitive::usize = 0usize;
            const INDEX: ::core::primitive::usize = 4usize;
        }
        pub struct Function5;
        impl ::fidius::__private::Function for Function5 {
            type Params<'a> = (::fidius::__private::RawHandle,);
            type Results = (
                ::core::result::Result<
                    ::core::option::Option<::core::primitive::u64>,
                    super::PluginError,
                >,
            );
            const EXPORT: ::core::primitive::usize = 0usize;
            const INDEX: ::core::primitive::usize = 5usize;
        }
        pub struct Function6;
        impl ::fidius::__private::Function for Function6 {
            type Params<'a> = (::core::primitive::u64,);
            type Results = (::fidius::__private::RawHandle,);
            const EXPORT: ::core::primitive::usize = 0usize;
            const INDEX: ::core::primitive::usize = 6usize;
        }
        pub struct Function7;
        impl ::fidius::__private::Function for Function7 {
            type Params<'a> = (&'a [super::Reading],);
            type Results = (
                ::core::result::Result<
                    ::fidius::__private::RawHandle,
                    super::PluginError,
                >,
            );
            const EXPORT: ::core::primitive::usize = 0usize;
            const INDEX: ::core::primitive::usize = 7usize;
        }
        pub struct Function8;
        impl ::fidius::__private::Function for Function8 {
            type Params<'a> = ();
            type Results = (::fidius::__private::RawHandle,);
            const EXPORT: ::core::primitive::usize = 0usize;
            const INDEX: ::core::primitive::usize = 8usize;
        }
        pub struct Function9;
        impl ::fidius::__private::Function for Function9 {
            type Params<'a> = (&'a ::core::primitive::str,);
            type Results = (::fidius::__private::RawHandle,);
            const EXPORT: ::core::primitive::usize = 0usize;
            const INDEX: ::core::primitive::usize = 9usize;
        }
        pub struct Function10;
        impl ::fidius::__private::Function for Function10 {
            type Params<'a> = ();
            type Results = (::fidius::__private::RawHandle,);
            const EXPORT: ::core::primitive::usize = 0usize;
            const INDEX: ::core::primitive::usize = 10usize;
        }
        pub struct Function11;
        impl ::fidius::__private::Function for Function11 {
            type Params<'a> = ();
            type Results = (::fidius::__private::RawHandle,);
            const EXPORT: ::core::primitive::usize = 0usize;
            const INDEX: ::core::primitive::usize = 11usize;
        }
        pub struct Function12;
        impl ::fidius::__private::Function for Function12 {
            type Params<'a> = (::fidius::__private::RawHandle,);
            type Results = ();
            const EXPORT: ::core::primitive::usize = 0usize;
            const INDEX: ::core::primitive::usize = 12usize;
        }
        pub struct Function13;
        impl ::fidius::__private::Function for Function13 {
            type Params<'a> = ();
            type Results = (::core::primitive::u64,);
            const EXPORT: ::core::primitive::usize = 0usize;
            const INDEX: ::core::primitive::usize = 13usize;
        }
        pub struct Function14;
        impl ::fidius::__private::Function for Function14 {
            type Params<'a> = (&'a ::core::primitive::str,);
            type Results = (
                ::core::result::Result<::std::string::String, super::PluginError>,
            );
            const EXPORT: ::core::primitive::usize = 0usize;
            const INDEX: ::core::primitive::usize = 14usize;
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
            checker.function::<Function7>()?;
            checker.function::<Function8>()?;
            checker.function::<Function9>()?;
            checker.function::<Function10>()?;
            checker.function::<Function11>()?;
            checker.function::<Function12>()?;
            checker.function::<Function13>()?;
            checker.function::<Function14>()?;
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
                    raw: &[],
                    client_streams: &[
                        false, false, false, false, false, false, false, false, false,
                        true, false, false, false, true, true,
                    ],
                },
            ],
            imports: &[],
            is_open: false,
            guest_hash: ::core::option::Option::None,
            resources: &[
                ::fidius::__private::GuestResource {
                    id: ::core::any::TypeId::of::<super::OddStream>,
                    make: make_guest0,
                },
                ::fidius::__private::GuestResource {
                    id: ::core::any::TypeId::of::<super::SharedStream>,
                    make: make_guest1,
                },
            ],
            check,
        };
        struct Guest0(::std::sync::Arc<::fidius::__private::GuestHandle>);
        impl super::__OddStreamResource for Guest0 {
            fn blocking0(
                &self,
            ) -> ::core::result::Result<
                ::core::option::Option<::core::primitive::u64>,
                ::fidius::Error,
            > {
                self.0
                    .call::<
                        Function4,
                        _,
                    >(
                        |cx| {
                            let _ = &cx;
                            ::core::result::Result::Ok((cx.this(&self.0)?,))
                        },
                        |(answer,), cx| {
                            let _ = &cx;
                            ::core::result::Result::Ok(answer)
                        },
                    )
            }
            fn async0<'f>(
                &'f self,
            ) -> ::core::pin::Pin<
                ::std::boxed::Box<
                    dyn ::core::future::Future<
                        Output = ::core::result::Result<
                            ::core::option::Option<::core::primitive::u64>,
                            ::fidius::Error,
                        >,
                    > + ::core::marker::Send + 'f,
                >,
            > {
                ::std::boxed::Box::pin(async move {
                    self.0
                        .call_async::<
                            Function4,
                            _,
                        >(
                            move |cx| {
                                let _ = &cx;
                                ::core::result::Result::Ok((cx.this(&self.0)?,))
                            },
                            move |(answer,), cx| {
                                let _ = &cx;
                                ::core::result::Result::Ok(answer)
                            },
                        )
                        .await
                })
            }
        }
        fn make_guest0(
            handle: ::std::sync::Arc<::fidius::__private::GuestHandle>,
        ) -> ::std::boxed::Box<
            dyn ::core::any::Any + ::core::marker::Send + ::core::marker::Sync,
        > {
            let object = ::std::sync::Arc::new(Guest0(::std::sync::Arc::clone(&handle)));
            ::std::boxed::Box::new(
                <super::OddStream as ::fidius::__private::Resource>::from_handle(
                    ::fidius::__private::Handle::guest(object, handle),
                ),
            )
        }
        struct Guest1(::std::sync::Arc<::fidius::__private::GuestHandle>);
        impl super::__SharedStreamResource for Guest1 {
            fn blocking0(
                &self,
            ) -> ::core::result::Result<
                ::core::option::Option<::core::primitive::u64>,
                ::fidius::CallError<super::PluginError>,
            > {
                ::fidius::__private::flatten(
                    self
                        .0
                        .call::<
                            Function5,
                            _,
                        >(
                            |cx| {
                                let _ = &cx;
                                ::core::result::Result::Ok((cx.this(&self.0)?,))
                            },
                            |(answer,), cx| {
                                let _ = &cx;
                                ::core::result::Result::Ok(answer)
                            },
                        ),
                )
            }
            fn async0<'f>(
                &'f self,
            ) -> ::core::pin::Pin<
                ::std::boxed::Box<
                    dyn ::core::future::Future<
                        Output = ::core::result::Result<
                            ::core::option::Option<::core::primitive::u64>,
                            ::fidius::CallError<super::PluginError>,
                        >,
                    > + ::core::marker::Send + 'f,
                >,
            > {
                ::std::boxed::Box::pin(async move {
                    ::fidius::__private::flatten(
                        self
                            .0
                            .call_async::<
                                Function5,
                                _,
                            >(
                                move |cx| {
                                    let _ = &cx;
                                    ::core::result::Result::Ok((cx.this(&self.0)?,))
                                },
                                move |(answer,), cx| {
                                    let _ = &cx;
                                    ::core::result::Result::Ok(answer)
                                },
                            )
                            .await,
                    )
                })
            }
        }
        fn make_guest1(
            handle: ::std::sync::Arc<::fidius::__private::GuestHandle>,
        ) -> ::std::boxed::Box<
            dyn ::core::any::Any + ::core::marker::Send + ::core::marker::Sync,
        > {
            let object = ::std::sync::Arc::new(Guest1(::std::sync::Arc::clone(&handle)));
            ::std::boxed::Box::new(
                <super::SharedStream as ::fidius::__private::Resource>::from_handle(
                    ::fidius::__private::Handle::guest(object, handle),
                ),
            )
        }
    }
}
#[allow(clippy::all, clippy::pedantic, clippy::nursery)]
const _: () = {
    impl meter::Meter for Meter {
        #[inline]
        fn ticks(
            &self,
            upto: ::core::primitive::u64,
        ) -> ::core::result::Result<
            ::fidius::Stream<::core::primitive::u64>,
            ::fidius::Error,
        > {
            let (arg0,) = (upto,);
            let route = self.plugin.route::<meter::__fidius::Function6>();
            self.plugin
                .call_routed::<
                    meter::__fidius::Function6,
                    _,
                >(
                    route,
                    |cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok((arg0,))
                    },
                    |(answer,), cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok(
                            cx
                                .pulled::<
                                    meter::__fidius::Function0,
                                    ::core::primitive::u64,
                                    ::core::primitive::u64,
                                    meter::PluginError,
                                >(
                                    answer,
                                    |raw, cx| {
                                        let _ = &cx;
                                        ::core::result::Result::Ok(raw)
                                    },
                                    |error| ::fidius::GuestError::new(
                                        ::fidius::Value::Record(
                                            ::std::vec::Vec::from([
                                                (
                                                    <::std::string::String as ::core::convert::From<
                                                        _,
                                                    >>::from("code"),
                                                    ::fidius::Value::String(error.code),
                                                ),
                                                (
                                                    <::std::string::String as ::core::convert::From<
                                                        _,
                                                    >>::from("message"),
                                                    ::fidius::Value::String(error.message),
                                                ),
                                                (
                                                    <::std::string::String as ::core::convert::From<
                                                        _,
                                                    >>::from("details"),
                                                    ::fidius::Value::Option(
                                                        match error.details {
                                                            ::core::option::Option::Some(item) => {
                                                                ::core::option::Option::Some(
                                                                    ::std::boxed::Box::new(::fidius::Value::String(item)),
                                                                )
                                                            }
                                                            ::core::option::Option::None => ::core::option::Option::None,
                                                        },
                                                    ),
                                                ),
                                            ]),
                                        ),
                                    ),
                                )?,
                        )
                    },
                )
        }
        #[inline]
        fn readings(
            &self,
            of: &[meter::Reading],
        ) -> ::core::result::Result<
            ::fidius::Stream<meter::Reading>,
            ::fidius::CallError<meter::PluginError>,
        > {
            let (arg0,) = (of,);
            let route = self.plugin.route::<meter::__fidius::Function7>();
            ::fidius::__private::flatten(
                self
                    .plugin
                    .call_routed::<
                        meter::__fidius::Function7,
                        _,
                    >(
                        route,
                        |cx| {
                            let _ = &cx;
                            ::core::result::Result::Ok((arg0,))
                        },
                        |(answer,), cx| {
                            let _ = &cx;
                            ::core::result::Result::Ok(
                                match answer {
                                    ::core::result::Result::Ok(item) => {
                                        ::core::result::Result::Ok(
                                            cx
                                                .pulled::<
                                                    meter::__fidius::Function1,
                                                    meter::Reading,
                                                    meter::Reading,
                                                    ::std::string::String,
                                                >(
                                                    item,
                                                    |raw, cx| {
                                                        let _ = &cx;
                                                        ::core::result::Result::Ok(raw)
                                                    },
                                                    |error| ::fidius::GuestError::new(
                                                        ::fidius::Value::String(error),
                                                    ),
                                                )?,
                                        )
                                    }
                                    ::core::result::Result::Err(item) => {
                                        ::core::result::Result::Err(item)
                                    }
                                },
                            )
                        },
                    ),
            )
        }
        #[inline]
        fn moods(
            &self,
        ) -> ::core::result::Result<::fidius::Stream<meter::Mood>, ::fidius::Error> {
            let route = self.plugin.route::<meter::__fidius::Function8>();
            self.plugin
                .call_routed::<
                    meter::__fidius::Function8,
                    _,
                >(
                    route,
                    |cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok(())
                    },
                    |(answer,), cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok(
                            cx
                                .pulled::<
                                    meter::__fidius::Function2,
                                    meter::Mood,
                                    meter::Mood,
                                    meter::Mood,
                                >(
                                    answer,
                                    |raw, cx| {
                                        let _ = &cx;
                                        ::core::result::Result::Ok(raw)
                                    },
                                    |error| ::fidius::GuestError::new(
                                        ::fidius::Value::Enum(
                                            <::std::string::String as ::core::convert::From<
                                                _,
                                            >>::from(
                                                match error {
                                                    meter::Mood::Calm => "calm",
                                                    meter::Mood::InAHurry => "in-a-hurry",
                                                },
                                            ),
                                        ),
                                    ),
                                )?,
                        )
                    },
                )
        }
        #[inline]
        fn echo(
            &self,
            items: &::core::primitive::str,
            stream_items: ::fidius::Stream<meter::__items::__Item2>,
        ) -> ::core::result::Result<
            ::fidius::Stream<::std::vec::Vec<::core::primitive::u8>>,
            ::fidius::Error,
        > {
            let (arg0, arg1) = (items, stream_items);
            let route = self.plugin.route::<meter::__fidius::Function9>();
            self.plugin
                .call_fed::<
                    meter::__fidius::Function9,
                    _,
                >(
                    route,
                    meter::__items::__feed2(arg1),
                    |cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok((arg0,))
                    },
                    |(answer,), cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok(
                            cx
                                .pulled::<
                                    meter::__fidius::Function3,
                                    ::std::vec::Vec<::core::primitive::u8>,
                                    ::std::vec::Vec<::core::primitive::u8>,
                                    ::std::vec::Vec<::core::primitive::u8>,
                                >(
                                    answer,
                                    |raw, cx| {
                                        let _ = &cx;
                                        ::core::result::Result::Ok(raw)
                                    },
                                    |error| ::fidius::GuestError::new(
                                        ::fidius::Value::String(::std::format!("{:?}", (& error))),
                                    ),
                                )?,
                        )
                    },
                )
        }
        #[inline]
        fn odd(&self) -> ::core::result::Result<meter::OddStream, ::fidius::Error> {
            let route = self.plugin.route::<meter::__fidius::Function10>();
            self.plugin
                .call_routed::<
                    meter::__fidius::Function10,
                    _,
                >(
                    route,
                    |cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok(())
                    },
                    |(answer,), cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok(cx.own::<meter::OddStream>(answer)?)
                    },
                )
        }
        #[inline]
        fn shared(
            &self,
        ) -> ::core::result::Result<
            ::fidius::Stream<::core::primitive::u64>,
            ::fidius::Error,
        > {
            let route = self.plugin.route::<meter::__fidius::Function11>();
            self.plugin
                .call_routed::<
                    meter::__fidius::Function11,
                    _,
                >(
                    route,
                    |cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok(())
                    },
                    |(answer,), cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok(
                            cx
                                .pulled::<
                                    meter::__fidius::Function5,
                                    ::core::primitive::u64,
                                    ::core::primitive::u64,
                                    meter::PluginError,
                                >(
                                    answer,
                                    |raw, cx| {
                                        let _ = &cx;
                                        ::core::result::Result::Ok(raw)
                                    },
                                    |error| ::fidius::GuestError::new(
                                        ::fidius::Value::Record(
                                            ::std::vec::Vec::from([
                                                (
                                                    <::std::string::String as ::core::convert::From<
                                                        _,
                                                    >>::from("code"),
                                                    ::fidius::Value::String(error.code),
                                                ),
                                                (
                                                    <::std::string::String as ::core::convert::From<
                                                        _,
                                                    >>::from("message"),
                                                    ::fidius::Value::String(error.message),
                                                ),
                                                (
                                                    <::std::string::String as ::core::convert::From<
                                                        _,
                                                    >>::from("details"),
                                                    ::fidius::Value::Option(
                                                        match error.details {
                                                            ::core::option::Option::Some(item) => {
                                                                ::core::option::Option::Some(
                                                                    ::std::boxed::Box::new(::fidius::Value::String(item)),
                                                                )
                                                            }
                                                            ::core::option::Option::None => ::core::option::Option::None,
                                                        },
                                                    ),
                                                ),
                                            ]),
                                        ),
                                    ),
                                )?,
                        )
                    },
                )
        }
        #[inline]
        fn stop(
            &self,
            it: &meter::SharedStream,
        ) -> ::core::result::Result<(), ::fidius::Error> {
            let (arg0,) = (it,);
            let mut route = self.plugin.route::<meter::__fidius::Function12>();
            {
                let route = &mut route;
                route.add(arg0)?;
            }
            self.plugin
                .call_routed::<
                    meter::__fidius::Function12,
                    _,
                >(
                    route,
                    |cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok((cx.borrow(arg0)?,))
                    },
                    |(), cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok(())
                    },
                )
        }
        #[inline]
        fn sum(
            &self,
            items: ::fidius::Stream<meter::__items::__Item0>,
        ) -> ::core::result::Result<::core::primitive::u64, ::fidius::Error> {
            let (arg0,) = (items,);
            let route = self.plugin.route::<meter::__fidius::Function13>();
            self.plugin
                .call_fed::<
                    meter::__fidius::Function13,
                    _,
                >(
                    route,
                    meter::__items::__feed0(arg0),
                    |cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok(())
                    },
                    |(answer,), cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok(answer)
                    },
                )
        }
        #[inline]
        fn join(
            &self,
            sep: &::core::primitive::str,
            items: ::fidius::Stream<meter::__items::__Item1>,
        ) -> ::core::result::Result<
            ::std::string::String,
            ::fidius::CallError<meter::PluginError>,
        > {
            let (arg0, arg1) = (sep, items);
            let route = self.plugin.route::<meter::__fidius::Function14>();
            ::fidius::__private::flatten(
                self
                    .plugin
                    .call_fed::<
                        meter::__fidius::Function14,
                        _,
                    >(
                        route,
                        meter::__items::__feed1(arg1),
                        |cx| {
                            let _ = &cx;
                            ::core::result::Result::Ok((arg0,))
                        },
                        |(answer,), cx| {
                            let _ = &cx;
                            ::core::result::Result::Ok(answer)
                        },
                    ),
            )
        }
    }
    impl meter::MeterAsync for Meter {
        async fn ticks(
            &self,
            upto: ::core::primitive::u64,
        ) -> ::core::result::Result<
            ::fidius::Stream<::core::primitive::u64>,
            ::fidius::Error,
        > {
            let (arg0,) = (upto,);
            let route = self.plugin.route::<meter::__fidius::Function6>();
            self.plugin
                .call_routed_async::<
                    meter::__fidius::Function6,
                    _,
                >(
                    route,
                    move |cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok((arg0,))
                    },
                    move |(answer,), cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok(
                            cx
                                .pulled::<
                                    meter::__fidius::Function0,
                                    ::core::primitive::u64,
                                    ::core::primitive::u64,
                                    meter::PluginError,
                                >(
                                    answer,
                                    |raw, cx| {
                                        let _ = &cx;
                                        ::core::result::Result::Ok(raw)
                                    },
                                    |error| ::fidius::GuestError::new(
                                        ::fidius::Value::Record(
                                            ::std::vec::Vec::from([
                                                (
                                                    <::std::string::String as ::core::convert::From<
                                                        _,
                                                    >>::from("code"),
                                                    ::fidius::Value::String(error.code),
                                                ),
                                                (
                                                    <::std::string::String as ::core::convert::From<
                                                        _,
                                                    >>::from("message"),
                                                    ::fidius::Value::String(error.message),
                                                ),
                                                (
                                                    <::std::string::String as ::core::convert::From<
                                                        _,
                                                    >>::from("details"),
                                                    ::fidius::Value::Option(
                                                        match error.details {
                                                            ::core::option::Option::Some(item) => {
                                                                ::core::option::Option::Some(
                                                                    ::std::boxed::Box::new(::fidius::Value::String(item)),
                                                                )
                                                            }
                                                            ::core::option::Option::None => ::core::option::Option::None,
                                                        },
                                                    ),
                                                ),
                                            ]),
                                        ),
                                    ),
                                )?,
                        )
                    },
                )
                .await
        }
        async fn readings(
            &self,
            of: &[meter::Reading],
        ) -> ::core::result::Result<
            ::fidius::Stream<meter::Reading>,
            ::fidius::CallError<meter::PluginError>,
        > {
            let (arg0,) = (of,);
            let route = self.plugin.route::<meter::__fidius::Function7>();
            ::fidius::__private::flatten(
                self
                    .plugin
                    .call_routed_async::<
                        meter::__fidius::Function7,
                        _,
                    >(
                        route,
                        move |cx| {
                            let _ = &cx;
                            ::core::result::Result::Ok((arg0,))
                        },
                        move |(answer,), cx| {
                            let _ = &cx;
                            ::core::result::Result::Ok(
                                match answer {
                                    ::core::result::Result::Ok(item) => {
                                        ::core::result::Result::Ok(
                                            cx
                                                .pulled::<
                                                    meter::__fidius::Function1,
                                                    meter::Reading,
                                                    meter::Reading,
                                                    ::std::string::String,
                                                >(
                                                    item,
                                                    |raw, cx| {
                                                        let _ = &cx;
                                                        ::core::result::Result::Ok(raw)
                                                    },
                                                    |error| ::fidius::GuestError::new(
                                                        ::fidius::Value::String(error),
                                                    ),
                                                )?,
                                        )
                                    }
                                    ::core::result::Result::Err(item) => {
                                        ::core::result::Result::Err(item)
                                    }
                                },
                            )
                        },
                    )
                    .await,
            )
        }
        async fn moods(
            &self,
        ) -> ::core::result::Result<::fidius::Stream<meter::Mood>, ::fidius::Error> {
            let route = self.plugin.route::<meter::__fidius::Function8>();
            self.plugin
                .call_routed_async::<
                    meter::__fidius::Function8,
                    _,
                >(
                    route,
                    move |cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok(())
                    },
                    move |(answer,), cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok(
                            cx
                                .pulled::<
                                    meter::__fidius::Function2,
                                    meter::Mood,
                                    meter::Mood,
                                    meter::Mood,
                                >(
                                    answer,
                                    |raw, cx| {
                                        let _ = &cx;
                                        ::core::result::Result::Ok(raw)
                                    },
                                    |error| ::fidius::GuestError::new(
                                        ::fidius::Value::Enum(
                                            <::std::string::String as ::core::convert::From<
                                                _,
                                            >>::from(
                                                match error {
                                                    meter::Mood::Calm => "calm",
                                                    meter::Mood::InAHurry => "in-a-hurry",
                                                },
                                            ),
                                        ),
                                    ),
                                )?,
                        )
                    },
                )
                .await
        }
        async fn echo(
            &self,
            items: &::core::primitive::str,
            stream_items: ::fidius::Stream<meter::__items::__Item2>,
        ) -> ::core::result::Result<
            ::fidius::Stream<::std::vec::Vec<::core::primitive::u8>>,
            ::fidius::Error,
        > {
            let (arg0, arg1) = (items, stream_items);
            let route = self.plugin.route::<meter::__fidius::Function9>();
            self.plugin
                .call_fed_async::<
                    meter::__fidius::Function9,
                    _,
                >(
                    route,
                    meter::__items::__feed2(arg1),
                    move |cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok((arg0,))
                    },
                    move |(answer,), cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok(
                            cx
                                .pulled::<
                                    meter::__fidius::Function3,
                                    ::std::vec::Vec<::core::primitive::u8>,
                                    ::std::vec::Vec<::core::primitive::u8>,
                                    ::std::vec::Vec<::core::primitive::u8>,
                                >(
                                    answer,
                                    |raw, cx| {
                                        let _ = &cx;
                                        ::core::result::Result::Ok(raw)
                                    },
                                    |error| ::fidius::GuestError::new(
                                        ::fidius::Value::String(::std::format!("{:?}", (& error))),
                                    ),
                                )?,
                        )
                    },
                )
                .await
        }
        async fn odd(
            &self,
        ) -> ::core::result::Result<meter::OddStream, ::fidius::Error> {
            let route = self.plugin.route::<meter::__fidius::Function10>();
            self.plugin
                .call_routed_async::<
                    meter::__fidius::Function10,
                    _,
                >(
                    route,
                    move |cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok(())
                    },
                    move |(answer,), cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok(cx.own::<meter::OddStream>(answer)?)
                    },
                )
                .await
        }
        async fn shared(
            &self,
        ) -> ::core::result::Result<
            ::fidius::Stream<::core::primitive::u64>,
            ::fidius::Error,
        > {
            let route = self.plugin.route::<meter::__fidius::Function11>();
            self.plugin
                .call_routed_async::<
                    meter::__fidius::Function11,
                    _,
                >(
                    route,
                    move |cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok(())
                    },
                    move |(answer,), cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok(
                            cx
                                .pulled::<
                                    meter::__fidius::Function5,
                                    ::core::primitive::u64,
                                    ::core::primitive::u64,
                                    meter::PluginError,
                                >(
                                    answer,
                                    |raw, cx| {
                                        let _ = &cx;
                                        ::core::result::Result::Ok(raw)
                                    },
                                    |error| ::fidius::GuestError::new(
                                        ::fidius::Value::Record(
                                            ::std::vec::Vec::from([
                                                (
                                                    <::std::string::String as ::core::convert::From<
                                                        _,
                                                    >>::from("code"),
                                                    ::fidius::Value::String(error.code),
                                                ),
                                                (
                                                    <::std::string::String as ::core::convert::From<
                                                        _,
                                                    >>::from("message"),
                                                    ::fidius::Value::String(error.message),
                                                ),
                                                (
                                                    <::std::string::String as ::core::convert::From<
                                                        _,
                                                    >>::from("details"),
                                                    ::fidius::Value::Option(
                                                        match error.details {
                                                            ::core::option::Option::Some(item) => {
                                                                ::core::option::Option::Some(
                                                                    ::std::boxed::Box::new(::fidius::Value::String(item)),
                                                                )
                                                            }
                                                            ::core::option::Option::None => ::core::option::Option::None,
                                                        },
                                                    ),
                                                ),
                                            ]),
                                        ),
                                    ),
                                )?,
                        )
                    },
                )
                .await
        }
        async fn stop(
            &self,
            it: &meter::SharedStream,
        ) -> ::core::result::Result<(), ::fidius::Error> {
            let (arg0,) = (it,);
            let mut route = self.plugin.route::<meter::__fidius::Function12>();
            {
                let route = &mut route;
                route.add(arg0)?;
            }
            self.plugin
                .call_routed_async::<
                    meter::__fidius::Function12,
                    _,
                >(
                    route,
                    move |cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok((cx.borrow(arg0)?,))
                    },
                    move |(), cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok(())
                    },
                )
                .await
        }
        async fn sum(
            &self,
            items: ::fidius::Stream<meter::__items::__Item0>,
        ) -> ::core::result::Result<::core::primitive::u64, ::fidius::Error> {
            let (arg0,) = (items,);
            let route = self.plugin.route::<meter::__fidius::Function13>();
            self.plugin
                .call_fed_async::<
                    meter::__fidius::Function13,
                    _,
                >(
                    route,
                    meter::__items::__feed0(arg0),
                    move |cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok(())
                    },
                    move |(answer,), cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok(answer)
                    },
                )
                .await
        }
        async fn join(
            &self,
            sep: &::core::primitive::str,
            items: ::fidius::Stream<meter::__items::__Item1>,
        ) -> ::core::result::Result<
            ::std::string::String,
            ::fidius::CallError<meter::PluginError>,
        > {
            let (arg0, arg1) = (sep, items);
            let route = self.plugin.route::<meter::__fidius::Function14>();
            ::fidius::__private::flatten(
                self
                    .plugin
                    .call_fed_async::<
                        meter::__fidius::Function14,
                        _,
                    >(
                        route,
                        meter::__items::__feed1(arg1),
                        move |cx| {
                            let _ = &cx;
                            ::core::result::Result::Ok((arg0,))
                        },
                        move |(answer,), cx| {
                            let _ = &cx;
                            ::core::result::Result::Ok(answer)
                        },
                    )
                    .await,
            )
        }
    }
    #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
    impl Meter {
        ///Counts.
        ///
        ///# Errors
        ///
        ///The call fails.
        #[inline]
        pub fn ticks(
            &self,
            upto: ::core::primitive::u64,
        ) -> ::core::result::Result<
            ::fidius::Stream<::core::primitive::u64>,
            ::fidius::Error,
        > {
            <Self as meter::Meter>::ticks(self, upto)
        }
        ///The function `readings`.
        ///
        ///# Errors
        ///
        ///`CallError::Guest` with what the other side answers, or `CallError::Host` where the call fails.
        #[inline]
        pub fn readings(
            &self,
            of: &[meter::Reading],
        ) -> ::core::result::Result<
            ::fidius::Stream<meter::Reading>,
            ::fidius::CallError<meter::PluginError>,
        > {
            <Self as meter::Meter>::readings(self, of)
        }
        ///The function `moods`.
        ///
        ///# Errors
        ///
        ///The call fails.
        #[inline]
        pub fn moods(
            &self,
        ) -> ::core::result::Result<::fidius::Stream<meter::Mood>, ::fidius::Error> {
            <Self as meter::Meter>::moods(self)
        }
        ///The function `echo`.
        ///
        ///# Errors
        ///
        ///The call fails.
        #[inline]
        pub fn echo<M0>(
            &self,
            items: &::core::primitive::str,
            stream_items: impl ::fidius::IntoStream<meter::__items::__Item2, M0>,
        ) -> ::core::result::Result<
            ::fidius::Stream<::std::vec::Vec<::core::primitive::u8>>,
            ::fidius::Error,
        > {
            <Self as meter::Meter>::echo(
                self,
                items,
                ::fidius::IntoStream::<
                    meter::__items::__Item2,
                    M0,
                >::into_stream(stream_items),
            )
        }
        ///The function `odd`.
        ///
        ///# Errors
        ///
        ///The call fails.
        #[inline]
        pub fn odd(&self) -> ::core::result::Result<meter::OddStream, ::fidius::Error> {
            <Self as meter::Meter>::odd(self)
        }
        ///The function `shared`.
        ///
        ///# Errors
        ///
        ///The call fails.
        #[inline]
        pub fn shared(
            &self,
        ) -> ::core::result::Result<
            ::fidius::Stream<::core::primitive::u64>,
            ::fidius::Error,
        > {
            <Self as meter::Meter>::shared(self)
        }
        ///The function `stop`.
        ///
        ///# Errors
        ///
        ///The call fails.
        #[inline]
        pub fn stop(
            &self,
            it: &meter::SharedStream,
        ) -> ::core::result::Result<(), ::fidius::Error> {
            <Self as meter::Meter>::stop(self, it)
        }
        ///The function `sum`.
        ///
        ///# Errors
        ///
        ///The call fails.
        #[inline]
        pub fn sum<M0>(
            &self,
            items: impl ::fidius::IntoStream<meter::__items::__Item0, M0>,
        ) -> ::core::result::Result<::core::primitive::u64, ::fidius::Error> {
            <Self as meter::Meter>::sum(
                self,
                ::fidius::IntoStream::<meter::__items::__Item0, M0>::into_stream(items),
            )
        }
        ///The function `join`.
        ///
        ///# Errors
        ///
        ///`CallError::Guest` with what the other side answers, or `CallError::Host` where the call fails.
        #[inline]
        pub fn join<M0>(
            &self,
            sep: &::core::primitive::str,
            items: impl ::fidius::IntoStream<meter::__items::__Item1, M0>,
        ) -> ::core::result::Result<
            ::std::string::String,
            ::fidius::CallError<meter::PluginError>,
        > {
            <Self as meter::Meter>::join(
                self,
                sep,
                ::fidius::IntoStream::<meter::__items::__Item1, M0>::into_stream(items),
            )
        }
    }
    const _: &[u8] = ::core::include_bytes!(
        ::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/pulled.wit")
    );
};

///A plugin with the interface `snapshot:partly/partly`. It has the traits of what it exports in both forms: the blocking one, and the one whose name ends in `Async`.
pub struct Partly {
    plugin: ::fidius::Plugin<Partly>,
}
impl Partly {
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
impl ::fidius::Host for Partly {
    const DEFINITION: &'static ::fidius::__private::Definition = &partly::__fidius::DEFINITION;
    type Start = ::fidius::__private::Ready;
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
///The interface `snapshot:partly/partly`.
pub mod partly {
    ///The resource `file`.
    ///
    ///A handle of the resource `file`: one that lives in a plugin, and keeps the plugin's instance alive; or the host's own. Dropping it drops the resource: a plugin's destructor runs at once where the instance is free, else after the call that it is busy with. In an instance for async calls it runs on a thread of the runtime's, soon after.
    pub struct File(
        ::fidius::__private::Handle<
            dyn __FileResource + ::core::marker::Send + ::core::marker::Sync,
        >,
    );
    ///The methods of the resource `file`: what [`File`] has, and what a type of the host's own implements to be one.
    ///
    ///[`FileResourceAsync`] is the async form.
    #[diagnostic::on_unimplemented(
        message = "`{Self}` does not have the methods of the resource `file`",
        label = "it does not implement `FileResource`",
        note = "`File::new` is for a type of the host's own; a `file` that lives in the plugin is made by calling the plugin",
        note = "`File::new_async` takes a value that implements `FileResourceAsync`"
    )]
    #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
    pub trait FileResource {
        ///The method `file.read`.
        ///
        ///# Errors
        ///
        ///The call fails.
        fn read(&self) -> ::core::result::Result<::core::primitive::u8, ::fidius::Error>;
    }
    #[allow(clippy::too_many_arguments)]
    impl FileResource for File {
        fn read(
            &self,
        ) -> ::core::result::Result<::core::primitive::u8, ::fidius::Error> {
            __FileResource::blocking0(self.0.object())
        }
    }
    ///The methods of the resource `file`: what [`File`] has, and what a type of the host's own implements, with `async fn`, to be one.
    ///
    ///[`FileResource`] is the blocking form.
    #[diagnostic::on_unimplemented(
        message = "`{Self}` does not have the methods of the resource `file` as async functions",
        label = "it does not implement `FileResourceAsync`",
        note = "`File::new_async` is for a type of the host's own; a `file` that lives in the plugin is made by calling the plugin",
        note = "`File::new` takes a value that implements `FileResource`"
    )]
    #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
    pub trait FileResourceAsync {
        ///The method `file.read`.
        ///
        ///# Errors
        ///
        ///The call fails.
        fn read(
            &self,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<::core::primitive::u8, ::fidius::Error>,
        > + ::core::marker::Send;
    }
    #[allow(clippy::too_many_arguments)]
    impl FileResourceAsync for File {
        async fn read(
            &self,
        ) -> ::core::result::Result<::core::primitive::u8, ::fidius::Error> {
            __FileResource::async0(self.0.object()).await
        }
    }
    #[doc(hidden)]
    #[allow(clippy::all, clippy::pedantic, clippy::nursery)]
    pub trait __FileResource {
        fn blocking0(
            &self,
        ) -> ::core::result::Result<::core::primitive::u8, ::fidius::Error>;
        fn async0<'f>(
            &'f self,
        ) -> ::core::pin::Pin<
            ::std::boxed::Box<
                dyn ::core::future::Future<
                    Output = ::core::result::Result<
                        ::core::primitive::u8,
                        ::fidius::Error,
                    >,
                > + ::core::marker::Send + 'f,
            >,
        >;
    }
    struct __FileResourceValue<T>(T);
    #[allow(clippy::all, clippy::pedantic, clippy::nursery)]
    impl<T> self::__FileResource for self::__FileResourceValue<T>
    where
        T: self::FileResource + ::core::marker::Send + ::core::marker::Sync,
    {
        fn blocking0(
            &self,
        ) -> ::core::result::Result<::core::primitive::u8, ::fidius::Error> {
            <T as self::FileResource>::read(&self.0)
        }
        fn async0<'f>(
            &'f self,
        ) -> ::core::pin::Pin<
            ::std::boxed::Box<
                dyn ::core::future::Future<
                    Output = ::core::result::Result<
                        ::core::primitive::u8,
                        ::fidius::Error,
                    >,
                > + ::core::marker::Send + 'f,
            >,
        > {
            ::std::boxed::Box::pin(async move {
                <T as self::FileResource>::read(&self.0)
            })
        }
    }
    struct __FileResourceAsyncValue<T>(T);
    #[allow(clippy::all, clippy::pedantic, clippy::nursery)]
    impl<T> self::__FileResource for self::__FileResourceAsyncValue<T>
    where
        T: self::FileResourceAsync + ::core::marker::Send + ::core::marker::Sync,
    {
        fn blocking0(
            &self,
        ) -> ::core::result::Result<::core::primitive::u8, ::fidius::Error> {
            ::fidius::__private::park_host(<T as self::FileResourceAsync>::read(&self.0))
        }
        fn async0<'f>(
            &'f self,
        ) -> ::core::pin::Pin<
            ::std::boxed::Box<
                dyn ::core::future::Future<
                    Output = ::core::result::Result<
                        ::core::primitive::u8,
                        ::fidius::Error,
                    >,
                > + ::core::marker::Send + 'f,
            >,
        > {
            ::std::boxed::Box::pin(<T as self::FileResourceAsync>::read(&self.0))
        }
    }
    impl self::File {
        ///The host's own `file`.
        #[must_use]
        pub fn new<T>(value: T) -> Self
        where
            T: self::FileResource + ::core::marker::Send + ::core::marker::Sync
                + 'static,
        {
            let value = ::std::sync::Arc::new(self::__FileResourceValue(value));
            Self(
                ::fidius::__private::Handle::host(
                    ::std::sync::Arc::<self::__FileResourceValue<T>>::clone(&value),
                    value,
                ),
            )
        }
        ///The host's own `file`, of a value whose methods are async. A blocking call of one waits on the thread of the caller.
        #[must_use]
        pub fn new_async<T>(value: T) -> Self
        where
            T: self::FileResourceAsync + ::core::marker::Send + ::core::marker::Sync
                + 'static,
        {
            let value = ::std::sync::Arc::new(self::__FileResourceAsyncValue(value));
            Self(
                ::fidius::__private::Handle::host(
                    ::std::sync::Arc::<self::__FileResourceAsyncValue<T>>::clone(&value),
                    value,
                ),
            )
        }
        /// The value that it was made of with `new` or `new_async`; `None` where that is of another type, or a plugin's.
        #[must_use]
        pub fn downcast_ref<T: 'static>(&self) -> ::core::option::Option<&T> {
            match self.0.downcast_ref::<self::__FileResourceValue<T>>() {
                ::core::option::Option::Some(value) => {
                    ::core::option::Option::Some(&value.0)
                }
                ::core::option::Option::None => {
                    self.0
                        .downcast_ref::<self::__FileResourceAsyncValue<T>>()
                        .map(|value| &value.0)
                }
            }
        }
    }
    #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
    impl File {
        ///The method `file.read`.
        ///
        ///# Errors
        ///
        ///The call fails.
        #[inline]
        pub fn read(
            &self,
        ) -> ::core::result::Result<::core::primitive::u8, ::fidius::Error> {
            <Self as FileResource>::read(self)
        }
    }
    impl ::fidius::__private::Resource for File {
        type Object = dyn __FileResource + ::core::marker::Send + ::core::marker::Sync;
        const NAME: &'static ::core::primitive::str = "file";
        fn handle(&self) -> &::fidius::__private::Handle<Self::Object> {
            &self.0
        }
        fn from_handle(handle: ::fidius::__private::Handle<Self::Object>) -> Self {
            Self(handle)
        }
    }
    impl ::core::fmt::Debug for File {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            f.debug_tuple("File").field(&self.0).finish()
        }
    }
    ///The record `holder`.
    #[derive(::core::fmt::Debug)]
    pub struct Holder {
        ///The field `file`.
        pub file: File,
    }
    #[allow(clippy::all, clippy::pedantic, clippy::nursery)]
    const _: () = {
        #[doc(hidden)]
        pub struct Raw {
            file: ::fidius::__private::RawHandle,
        }
        const _: () = {
            use ::fidius::__private::wasmtime as wt;
            use wt::component::__internal as internal;
            #[doc(hidden)]
            #[derive(::core::clone::Clone, ::core::marker::Copy)]
            #[repr(C)]
            pub struct LowerRecord<T0: ::core::marker::Copy> {
                file: T0,
                _align: [wt::ValRaw; 0],
            }
            unsafe impl wt::component::ComponentType for Raw {
                type Lower = LowerRecord<
                    <::fidius::__private::RawHandle as wt::component::ComponentType>::Lower,
                >;
                const ABI: internal::CanonicalAbiInfo = internal::CanonicalAbiInfo::record_static(
                    &[
                        <::fidius::__private::RawHandle as wt::component::ComponentType>::ABI,
                    ],
                );
                const MAY_REQUIRE_REALLOC: ::core::primitive::bool = false
                    || <::fidius::__private::RawHandle as wt::component::ComponentType>::MAY_REQUIRE_REALLOC;
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
                                "file",
                                <::fidius::__private::RawHandle as wt::component::ComponentType>::typecheck,
                            ),
                        ],
                    )
                }
            }
            unsafe impl wt::component::Lower for Raw {
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
                            |lowered| &raw mut (*lowered).file,
                        )
                    };
                    wt::component::Lower::linear_lower_to_flat(
                        &self.file,
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
                        &self.file,
                        cx,
                        ty.fields[0].ty,
                        <::fidius::__private::RawHandle as wt::component::ComponentType>::ABI
                            .next_field32_size(&mut offset),
                    )?;
                    wt::Result::Ok(())
                }
            }
            unsafe impl wt::component::Lift for Raw {
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
                        file: wt::component::Lift::linear_lift_from_flat(
                            cx,
                            ty.fields[0].ty,
                            &src.file,
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
                        file: wt::component::Lift::linear_lift_from_memory(
                            cx,
                            ty.fields[0].ty,
                            &bytes[<::fidius::__private::RawHandle as wt::component::ComponentType>::ABI
                                .next_field32_size(
                                    &mut offset,
                                )..][..<::fidius::__private::RawHandle as wt::component::ComponentType>::SIZE32],
                        )?,
                    })
                }
            }
        };
        impl ::fidius::__private::Twin for self::Holder {
            type Raw = Raw;
        }
        impl ::fidius::__private::Lowered for self::Holder {
            fn visit(
                &self,
                route: &mut ::fidius::__private::Route,
            ) -> ::core::result::Result<(), ::fidius::Error> {
                route.add(&self.file)?;
                ::core::result::Result::Ok(())
            }
            fn lower(
                self,
                cx: &mut ::fidius::__private::Lowering<'_>,
            ) -> ::core::result::Result<Raw, ::fidius::Error> {
                ::core::result::Result::Ok(Raw { file: cx.own(self.file)? })
            }
        }
        impl<'arena> ::fidius::__private::Lifted<'arena> for self::Holder {
            fn lift(
                raw: Raw,
                cx: &mut ::fidius::__private::Lifting<'_, 'arena>,
            ) -> ::core::result::Result<Self, ::fidius::Error> {
                ::core::result::Result::Ok(Self {
                    file: cx.own::<self::File>(raw.file)?,
                })
            }
        }
    };
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
    ///
    ///[`PartlyAsync`] is the async form.
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
        ///The function `open`.
        ///
        ///# Errors
        ///
        ///The call fails.
        fn open(&self, holder: Holder) -> ::core::result::Result<(), ::fidius::Error>;
    }
    #[allow(clippy::too_many_arguments)]
    impl<T: self::Partly + ?::core::marker::Sized> self::Partly for ::std::sync::Arc<T> {
        fn supported(
            &self,
            plain: &self::Plain,
        ) -> ::core::result::Result<::core::primitive::u32, ::fidius::Error> {
            <T as self::Partly>::supported(&**self, plain)
        }
        fn open(
            &self,
            holder: self::Holder,
        ) -> ::core::result::Result<(), ::fidius::Error> {
            <T as self::Partly>::open(&**self, holder)
        }
    }
    ///The functions of `snapshot:partly/partly`: what a plugin's handle implements, and what a fake may, with `async fn`.
    ///
    ///[`Partly`] is the blocking form.
    #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
    pub trait PartlyAsync {
        ///The function `supported`.
        ///
        ///# Errors
        ///
        ///The call fails.
        fn supported(
            &self,
            plain: &Plain,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<::core::primitive::u32, ::fidius::Error>,
        > + ::core::marker::Send;
        ///The function `open`.
        ///
        ///# Errors
        ///
        ///The call fails.
        fn open(
            &self,
            holder: Holder,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<(), ::fidius::Error>,
        > + ::core::marker::Send;
    }
    #[allow(clippy::too_many_arguments)]
    impl<T: self::PartlyAsync + ?::core::marker::Sized> self::PartlyAsync
    for ::std::sync::Arc<T> {
        fn supported(
            &self,
            plain: &self::Plain,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<::core::primitive::u32, ::fidius::Error>,
        > + ::core::marker::Send {
            <T as self::PartlyAsync>::supported(&**self, plain)
        }
        fn open(
            &self,
            holder: self::Holder,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<(), ::fidius::Error>,
        > + ::core::marker::Send {
            <T as self::PartlyAsync>::open(&**self, holder)
        }
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
        static TYPE1: wit::Record = wit::Record {
            name: ::core::option::Option::Some(wit::Shared::Static("holder")),
            fields: wit::Shared::Static(
                &[
                    wit::Field {
                        name: wit::Shared::Static("file"),
                        ty: wit::Type::Own(wit::Shared::Static("file")),
                    },
                ],
            ),
        };
        wit::Interface {
            name: wit::Shared::Static("snapshot:partly/partly"),
            functions: wit::Shared::Static(
                &[
                    wit::Function {
                        name: wit::Shared::Static("[method]file.read"),
                        kind: wit::FunctionKind::Method,
                        is_async: false,
                        params: wit::Shared::Static(
                            &[
                                wit::Param {
                                    name: wit::Shared::Static("self"),
                                    ty: wit::Type::Borrow(wit::Shared::Static("file")),
                                },
                            ],
                        ),
                        result: ::core::option::Option::Some(wit::Type::U8),
                    },
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
                    wit::Function {
                        name: wit::Shared::Static("open"),
                        kind: wit::FunctionKind::Free,
                        is_async: false,
                        params: wit::Shared::Static(
                            &[
                                wit::Param {
                                    name: wit::Shared::Static("holder"),
                                    ty: wit::Type::Record(wit::Shared::Static(&TYPE1)),
                                },
                            ],
                        ),
                        result: ::core::option::Option::None,
                    },
                ],
            ),
        }
    };
    ///The hash of the interface: `4c7c99b4fb4bd080a33413a2281427a71bb61bcdf077e31e4778715a68c14c0d`.
    pub const HASH: ::fidius::InterfaceHash = ::fidius::InterfaceHash::from_bytes([
        76u8, 124u8, 153u8, 180u8, 251u8, 75u8, 208u8, 128u8, 163u8, 52u8, 19u8, 162u8,
        40u8, 20u8, 39u8, 167u8, 27u8, 182u8, 27u8, 205u8, 240u8, 119u8, 227u8, 30u8,
        71u8, 120u8, 113u8, 90u8, 104u8, 193u8, 76u8, 13u8,
    ]);
    #[doc(hidden)]
    #[allow(clippy::all, clippy::pedantic, clippy::nursery)]
    pub mod __fidius {
        pub struct Function0;
        impl ::fidius::__private::Function for Function0 {
            type Params<'a> = (::fidius::__private::RawHandle,);
            type Results = (::core::primitive::u8,);
            const EXPORT: ::core::primitive::usize = 0usize;
            const INDEX: ::core::primitive::usize = 0usize;
        }
        pub struct Function1;
        impl ::fidius::__private::Function for Function1 {
            type Params<'a> = (&'a super::Plain,);
            type Results = (::core::primitive::u32,);
            const EXPORT: ::core::primitive::usize = 0usize;
            const INDEX: ::core::primitive::usize = 1usize;
        }
        pub struct Function2;
        impl ::fidius::__private::Function for Function2 {
            type Params<'a> = (<super::Holder as ::fidius::__private::Twin>::Raw,);
            type Results = ();
            const EXPORT: ::core::primitive::usize = 0usize;
            const INDEX: ::core::primitive::usize = 2usize;
        }
        fn check(
            checker: &mut ::fidius::__private::Checker<'_>,
        ) -> ::core::result::Result<(), ::fidius::Error> {
            checker.function::<Function0>()?;
            checker.function::<Function1>()?;
            checker.function::<Function2>()?;
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
                    client_streams: &[],
                },
            ],
            imports: &[],
            is_open: false,
            guest_hash: ::core::option::Option::None,
            resources: &[
                ::fidius::__private::GuestResource {
                    id: ::core::any::TypeId::of::<super::File>,
                    make: make_guest0,
                },
            ],
            check,
        };
        struct Guest0(::std::sync::Arc<::fidius::__private::GuestHandle>);
        impl super::__FileResource for Guest0 {
            fn blocking0(
                &self,
            ) -> ::core::result::Result<::core::primitive::u8, ::fidius::Error> {
                self.0
                    .call::<
                        Function0,
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
                            ::core::primitive::u8,
                            ::fidius::Error,
                        >,
                    > + ::core::marker::Send + 'f,
                >,
            > {
                ::std::boxed::Box::pin(async move {
                    self.0
                        .call_async::<
                            Function0,
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
                <super::File as ::fidius::__private::Resource>::from_handle(
                    ::fidius::__private::Handle::guest(object, handle),
                ),
            )
        }
    }
}
#[allow(clippy::all, clippy::pedantic, clippy::nursery)]
const _: () = {
    impl partly::Partly for Partly {
        #[inline]
        fn supported(
            &self,
            plain: &partly::Plain,
        ) -> ::core::result::Result<::core::primitive::u32, ::fidius::Error> {
            self.plugin.call_one::<partly::__fidius::Function1, _>((plain,))
        }
        #[inline]
        fn open(
            &self,
            holder: partly::Holder,
        ) -> ::core::result::Result<(), ::fidius::Error> {
            let (arg0,) = (holder,);
            let mut route = self.plugin.route::<partly::__fidius::Function2>();
            {
                let route = &mut route;
                ::fidius::__private::Lowered::visit(&arg0, route)?;
            }
            self.plugin
                .call_routed::<
                    partly::__fidius::Function2,
                    _,
                >(
                    route,
                    |cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok((
                            ::fidius::__private::Lowered::lower(arg0, cx)?,
                        ))
                    },
                    |(), cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok(())
                    },
                )
        }
    }
    impl partly::PartlyAsync for Partly {
        async fn supported(
            &self,
            plain: &partly::Plain,
        ) -> ::core::result::Result<::core::primitive::u32, ::fidius::Error> {
            self.plugin.call_one_async::<partly::__fidius::Function1, _>((plain,)).await
        }
        async fn open(
            &self,
            holder: partly::Holder,
        ) -> ::core::result::Result<(), ::fidius::Error> {
            let (arg0,) = (holder,);
            let mut route = self.plugin.route::<partly::__fidius::Function2>();
            {
                let route = &mut route;
                ::fidius::__private::Lowered::visit(&arg0, route)?;
            }
            self.plugin
                .call_routed_async::<
                    partly::__fidius::Function2,
                    _,
                >(
                    route,
                    move |cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok((
                            ::fidius::__private::Lowered::lower(arg0, cx)?,
                        ))
                    },
                    move |(), cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok(())
                    },
                )
                .await
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
        ///The function `open`.
        ///
        ///# Errors
        ///
        ///The call fails.
        #[inline]
        pub fn open(
            &self,
            holder: partly::Holder,
        ) -> ::core::result::Result<(), ::fidius::Error> {
            <Self as partly::Partly>::open(self, holder)
        }
    }
    const _: &[u8] = ::core::include_bytes!(
        ::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/partly.wit")
    );
};
::core::compile_error! {
    "the function `fail` has an error-context, which a host can neither make nor read: the engine has no way to (partly.wit:9:3)\n\nhint: use a `result` with an error type of your own"
}
::core::compile_error! {
    "the function `failures` has an error-context, which a host can neither make nor read: the engine has no way to (partly.wit:10:3)\n\nhint: use a `result` with an error type of your own"
}

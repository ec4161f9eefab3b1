///A plugin of the world `plumbing`. It has the traits of what it exports in both forms: the blocking one, and the one whose name ends in `Async`.
pub struct Plumbing {
    plugin: ::fidius::Plugin<Plumbing>,
}
impl Plumbing {
    /// Loads a plugin with the default settings: from a file where given a path, else from bytes. The imports
    /// are shared by all its instances.
    ///
    /// # Errors
    ///
    /// The file can't be read; what is in it is no component; the component does not fit, with every
    /// difference; it imports what the host does not provide.
    pub fn load<'a, I>(
        source: impl ::core::convert::Into<::fidius::Source<'a>>,
        imports: I,
    ) -> ::core::result::Result<Self, ::fidius::Error>
    where
        Self: ::fidius::__private::Imports<I>,
        I: ::core::marker::Send + ::core::marker::Sync + 'static,
    {
        Self::builder().imports(imports).load(source)
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
impl ::fidius::Host for Plumbing {
    const DEFINITION: &'static ::fidius::__private::Definition = &plumbing::__fidius::DEFINITION;
    type Start = ::fidius::__private::NeedsImports;
    fn from_plugin(plugin: ::fidius::Plugin<Self>) -> Self {
        Self { plugin }
    }
    fn plugin(&self) -> &::fidius::Plugin<Self> {
        &self.plugin
    }
}
impl ::core::clone::Clone for Plumbing {
    fn clone(&self) -> Self {
        Self {
            plugin: ::core::clone::Clone::clone(&self.plugin),
        }
    }
}
impl ::core::fmt::Debug for Plumbing {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_tuple("Plumbing").field(&self.plugin).finish()
    }
}
///The world `plumbing`.
pub mod plumbing {
    ///What carries streams.
    pub mod types {
        ///The record `point`.
        #[derive(
            ::core::clone::Clone,
            ::core::marker::Copy,
            ::core::fmt::Debug,
            ::core::cmp::PartialEq,
            ::core::default::Default
        )]
        pub struct Point {
            ///The field `x`.
            pub x: ::core::primitive::f64,
            ///The field `y`.
            pub y: ::core::primitive::f64,
        }
        const _: () = {
            use ::fidius::__private::wasmtime as wt;
            use wt::component::__internal as internal;
            #[doc(hidden)]
            #[derive(::core::clone::Clone, ::core::marker::Copy)]
            #[repr(C)]
            pub struct LowerRecord<T0: ::core::marker::Copy, T1: ::core::marker::Copy> {
                x: T0,
                y: T1,
                _align: [wt::ValRaw; 0],
            }
            unsafe impl wt::component::ComponentType for self::Point {
                type Lower = LowerRecord<
                    <::core::primitive::f64 as wt::component::ComponentType>::Lower,
                    <::core::primitive::f64 as wt::component::ComponentType>::Lower,
                >;
                const ABI: internal::CanonicalAbiInfo = internal::CanonicalAbiInfo::record_static(
                    &[
                        <::core::primitive::f64 as wt::component::ComponentType>::ABI,
                        <::core::primitive::f64 as wt::component::ComponentType>::ABI,
                    ],
                );
                const MAY_REQUIRE_REALLOC: ::core::primitive::bool = false
                    || <::core::primitive::f64 as wt::component::ComponentType>::MAY_REQUIRE_REALLOC
                    || <::core::primitive::f64 as wt::component::ComponentType>::MAY_REQUIRE_REALLOC;
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
                                "x",
                                <::core::primitive::f64 as wt::component::ComponentType>::typecheck,
                            ),
                            (
                                "y",
                                <::core::primitive::f64 as wt::component::ComponentType>::typecheck,
                            ),
                        ],
                    )
                }
            }
            unsafe impl wt::component::Lower for self::Point {
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
                            |lowered| &raw mut (*lowered).x,
                        )
                    };
                    wt::component::Lower::linear_lower_to_flat(
                        &self.x,
                        cx,
                        ty.fields[0].ty,
                        field,
                    )?;
                    let field = unsafe {
                        internal::MaybeUninitExt::map(
                            dst,
                            |lowered| &raw mut (*lowered).y,
                        )
                    };
                    wt::component::Lower::linear_lower_to_flat(
                        &self.y,
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
                        &self.x,
                        cx,
                        ty.fields[0].ty,
                        <::core::primitive::f64 as wt::component::ComponentType>::ABI
                            .next_field32_size(&mut offset),
                    )?;
                    wt::component::Lower::linear_lower_to_memory(
                        &self.y,
                        cx,
                        ty.fields[1].ty,
                        <::core::primitive::f64 as wt::component::ComponentType>::ABI
                            .next_field32_size(&mut offset),
                    )?;
                    wt::Result::Ok(())
                }
            }
            unsafe impl wt::component::Lift for self::Point {
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
                        x: wt::component::Lift::linear_lift_from_flat(
                            cx,
                            ty.fields[0].ty,
                            &src.x,
                        )?,
                        y: wt::component::Lift::linear_lift_from_flat(
                            cx,
                            ty.fields[1].ty,
                            &src.y,
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
                        x: wt::component::Lift::linear_lift_from_memory(
                            cx,
                            ty.fields[0].ty,
                            &bytes[<::core::primitive::f64 as wt::component::ComponentType>::ABI
                                .next_field32_size(
                                    &mut offset,
                                )..][..<::core::primitive::f64 as wt::component::ComponentType>::SIZE32],
                        )?,
                        y: wt::component::Lift::linear_lift_from_memory(
                            cx,
                            ty.fields[1].ty,
                            &bytes[<::core::primitive::f64 as wt::component::ComponentType>::ABI
                                .next_field32_size(
                                    &mut offset,
                                )..][..<::core::primitive::f64 as wt::component::ComponentType>::SIZE32],
                        )?,
                    })
                }
            }
        };
        ///A name for a stream.
        pub type Bytes = ::fidius::Stream<::core::primitive::u8>;
        ///The record `track`.
        #[derive(::core::fmt::Debug)]
        pub struct Track {
            ///The field `name`.
            pub name: ::std::string::String,
            ///The field `points`.
            pub points: ::fidius::Stream<Point>,
            ///The field `done`.
            pub done: ::fidius::Future<
                ::core::result::Result<::core::primitive::u32, ::std::string::String>,
            >,
        }
        #[allow(clippy::all, clippy::pedantic, clippy::nursery)]
        const _: () = {
            #[doc(hidden)]
            pub struct Raw {
                name: ::std::string::String,
                points: ::fidius::__private::wasmtime::component::StreamReader<
                    self::Point,
                >,
                done: ::fidius::__private::wasmtime::component::FutureReader<
                    ::core::result::Result<::core::primitive::u32, ::std::string::String>,
                >,
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
                    name: T0,
                    points: T1,
                    done: T2,
                    _align: [wt::ValRaw; 0],
                }
                unsafe impl wt::component::ComponentType for Raw {
                    type Lower = LowerRecord<
                        <::std::string::String as wt::component::ComponentType>::Lower,
                        <::fidius::__private::wasmtime::component::StreamReader<
                            self::Point,
                        > as wt::component::ComponentType>::Lower,
                        <::fidius::__private::wasmtime::component::FutureReader<
                            ::core::result::Result<
                                ::core::primitive::u32,
                                ::std::string::String,
                            >,
                        > as wt::component::ComponentType>::Lower,
                    >;
                    const ABI: internal::CanonicalAbiInfo = internal::CanonicalAbiInfo::record_static(
                        &[
                            <::std::string::String as wt::component::ComponentType>::ABI,
                            <::fidius::__private::wasmtime::component::StreamReader<
                                self::Point,
                            > as wt::component::ComponentType>::ABI,
                            <::fidius::__private::wasmtime::component::FutureReader<
                                ::core::result::Result<
                                    ::core::primitive::u32,
                                    ::std::string::String,
                                >,
                            > as wt::component::ComponentType>::ABI,
                        ],
                    );
                    const MAY_REQUIRE_REALLOC: ::core::primitive::bool = false
                        || <::std::string::String as wt::component::ComponentType>::MAY_REQUIRE_REALLOC
                        || <::fidius::__private::wasmtime::component::StreamReader<
                            self::Point,
                        > as wt::component::ComponentType>::MAY_REQUIRE_REALLOC
                        || <::fidius::__private::wasmtime::component::FutureReader<
                            ::core::result::Result<
                                ::core::primitive::u32,
                                ::std::string::String,
                            >,
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
                                    "name",
                                    <::std::string::String as wt::component::ComponentType>::typecheck,
                                ),
                                (
                                    "points",
                                    <::fidius::__private::wasmtime::component::StreamReader<
                                        self::Point,
                                    > as wt::component::ComponentType>::typecheck,
                                ),
                                (
                                    "done",
                                    <::fidius::__private::wasmtime::component::FutureReader<
                                        ::core::result::Result<
                                            ::core::primitive::u32,
                                            ::std::string::String,
                                        >,
                                    > as wt::component::ComponentType>::typecheck,
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
                                |lowered| &raw mut (*lowered).name,
                            )
                        };
                        wt::component::Lower::linear_lower_to_flat(
                            &self.name,
                            cx,
                            ty.fields[0].ty,
                            field,
                        )?;
                        let field = unsafe {
                            internal::MaybeUninitExt::map(
                                dst,
                                |lowered| &raw mut (*lowered).points,
                            )
                        };
                        wt::component::Lower::linear_lower_to_flat(
                            &self.points,
                            cx,
                            ty.fields[1].ty,
                            field,
                        )?;
                        let field = unsafe {
                            internal::MaybeUninitExt::map(
                                dst,
                                |lowered| &raw mut (*lowered).done,
                            )
                        };
                        wt::component::Lower::linear_lower_to_flat(
                            &self.done,
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
                            &self.name,
                            cx,
                            ty.fields[0].ty,
                            <::std::string::String as wt::component::ComponentType>::ABI
                                .next_field32_size(&mut offset),
                        )?;
                        wt::component::Lower::linear_lower_to_memory(
                            &self.points,
                            cx,
                            ty.fields[1].ty,
                            <::fidius::__private::wasmtime::component::StreamReader<
                                self::Point,
                            > as wt::component::ComponentType>::ABI
                                .next_field32_size(&mut offset),
                        )?;
                        wt::component::Lower::linear_lower_to_memory(
                            &self.done,
                            cx,
                            ty.fields[2].ty,
                            <::fidius::__private::wasmtime::component::FutureReader<
                                ::core::result::Result<
                                    ::core::primitive::u32,
                                    ::std::string::String,
                                >,
                            > as wt::component::ComponentType>::ABI
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
                            name: wt::component::Lift::linear_lift_from_flat(
                                cx,
                                ty.fields[0].ty,
                                &src.name,
                            )?,
                            points: wt::component::Lift::linear_lift_from_flat(
                                cx,
                                ty.fields[1].ty,
                                &src.points,
                            )?,
                            done: wt::component::Lift::linear_lift_from_flat(
                                cx,
                                ty.fields[2].ty,
                                &src.done,
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
                            name: wt::component::Lift::linear_lift_from_memory(
                                cx,
                                ty.fields[0].ty,
                                &bytes[<::std::string::String as wt::component::ComponentType>::ABI
                                    .next_field32_size(
                                        &mut offset,
                                    )..][..<::std::string::String as wt::component::ComponentType>::SIZE32],
                            )?,
                            points: wt::component::Lift::linear_lift_from_memory(
                                cx,
                                ty.fields[1].ty,
                                &bytes[<::fidius::__private::wasmtime::component::StreamReader<
                                    self::Point,
                                > as wt::component::ComponentType>::ABI
                                    .next_field32_size(
                                        &mut offset,
                                    )..][..<::fidius::__private::wasmtime::component::StreamReader<
                                    self::Point,
                                > as wt::component::ComponentType>::SIZE32],
                            )?,
                            done: wt::component::Lift::linear_lift_from_memory(
                                cx,
                                ty.fields[2].ty,
                                &bytes[<::fidius::__private::wasmtime::component::FutureReader<
                                    ::core::result::Result<
                                        ::core::primitive::u32,
                                        ::std::string::String,
                                    >,
                                > as wt::component::ComponentType>::ABI
                                    .next_field32_size(
                                        &mut offset,
                                    )..][..<::fidius::__private::wasmtime::component::FutureReader<
                                    ::core::result::Result<
                                        ::core::primitive::u32,
                                        ::std::string::String,
                                    >,
                                > as wt::component::ComponentType>::SIZE32],
                            )?,
                        })
                    }
                }
            };
            impl ::fidius::__private::Twin for self::Track {
                type Raw = Raw;
            }
            impl ::fidius::__private::Lowered for self::Track {
                fn visit(
                    &self,
                    route: &mut ::fidius::__private::Route,
                ) -> ::core::result::Result<(), ::fidius::Error> {
                    ::core::result::Result::Ok(())
                }
                fn lower(
                    self,
                    cx: &mut ::fidius::__private::Lowering<'_>,
                ) -> ::core::result::Result<Raw, ::fidius::Error> {
                    ::core::result::Result::Ok(Raw {
                        name: self.name,
                        points: cx.lower_stream::<self::Point>(self.points)?,
                        done: cx
                            .lower_future::<
                                ::core::result::Result<
                                    ::core::primitive::u32,
                                    ::std::string::String,
                                >,
                            >(self.done)?,
                    })
                }
            }
            impl<'arena> ::fidius::__private::Lifted<'arena> for self::Track {
                fn lift(
                    raw: Raw,
                    cx: &mut ::fidius::__private::Lifting<'_, 'arena>,
                ) -> ::core::result::Result<Self, ::fidius::Error> {
                    ::core::result::Result::Ok(Self {
                        name: raw.name,
                        points: cx.stream::<self::Point>(raw.points)?,
                        done: cx
                            .future::<
                                ::core::result::Result<
                                    ::core::primitive::u32,
                                    ::std::string::String,
                                >,
                            >(raw.done)?,
                    })
                }
            }
        };
        ///The variant `source`.
        #[derive(::core::fmt::Debug)]
        pub enum Source {
            ///The case `nothing`.
            Nothing,
            ///The case `bytes`.
            Bytes(Bytes),
            ///The case `tracks`.
            Tracks(::std::vec::Vec<Track>),
        }
        #[allow(clippy::all, clippy::pedantic, clippy::nursery)]
        const _: () = {
            #[doc(hidden)]
            pub enum Raw {
                Nothing,
                Bytes(
                    ::fidius::__private::wasmtime::component::StreamReader<
                        ::core::primitive::u8,
                    >,
                ),
                Tracks(::std::vec::Vec<<self::Track as ::fidius::__private::Twin>::Raw>),
            }
            const _: () = {
                use ::fidius::__private::wasmtime as wt;
                use wt::component::__internal as internal;
                #[doc(hidden)]
                #[derive(::core::clone::Clone, ::core::marker::Copy)]
                #[repr(C)]
                pub struct LowerVariant<
                    T1: ::core::marker::Copy,
                    T2: ::core::marker::Copy,
                > {
                    tag: wt::ValRaw,
                    payload: LowerPayload<T1, T2>,
                }
                #[doc(hidden)]
                #[derive(::core::clone::Clone, ::core::marker::Copy)]
                #[repr(C)]
                pub union LowerPayload<
                    T1: ::core::marker::Copy,
                    T2: ::core::marker::Copy,
                > {
                    none: [wt::ValRaw; 0],
                    case1: T1,
                    case2: T2,
                }
                unsafe impl wt::component::ComponentType for Raw {
                    type Lower = LowerVariant<
                        <::fidius::__private::wasmtime::component::StreamReader<
                            ::core::primitive::u8,
                        > as wt::component::ComponentType>::Lower,
                        <::std::vec::Vec<
                            <self::Track as ::fidius::__private::Twin>::Raw,
                        > as wt::component::ComponentType>::Lower,
                    >;
                    const ABI: internal::CanonicalAbiInfo = internal::CanonicalAbiInfo::variant_static(
                        <Self as internal::ComponentVariant>::CASES,
                    );
                    const MAY_REQUIRE_REALLOC: ::core::primitive::bool = false
                        || <::fidius::__private::wasmtime::component::StreamReader<
                            ::core::primitive::u8,
                        > as wt::component::ComponentType>::MAY_REQUIRE_REALLOC
                        || <::std::vec::Vec<
                            <self::Track as ::fidius::__private::Twin>::Raw,
                        > as wt::component::ComponentType>::MAY_REQUIRE_REALLOC;
                    #[inline]
                    fn typecheck(
                        ty: &internal::InterfaceType,
                        types: &internal::InstanceType<'_>,
                    ) -> wt::Result<()> {
                        internal::typecheck_variant(
                            ty,
                            types,
                            &[
                                ("nothing", ::core::option::Option::None),
                                (
                                    "bytes",
                                    ::core::option::Option::Some(
                                        <::fidius::__private::wasmtime::component::StreamReader<
                                            ::core::primitive::u8,
                                        > as wt::component::ComponentType>::typecheck,
                                    ),
                                ),
                                (
                                    "tracks",
                                    ::core::option::Option::Some(
                                        <::std::vec::Vec<
                                            <self::Track as ::fidius::__private::Twin>::Raw,
                                        > as wt::component::ComponentType>::typecheck,
                                    ),
                                ),
                            ],
                        )
                    }
                }
                unsafe impl internal::ComponentVariant for Raw {
                    const CASES: &'static [::core::option::Option<
                        internal::CanonicalAbiInfo,
                    >] = &[
                        ::core::option::Option::None,
                        ::core::option::Option::Some(
                            <::fidius::__private::wasmtime::component::StreamReader<
                                ::core::primitive::u8,
                            > as wt::component::ComponentType>::ABI,
                        ),
                        ::core::option::Option::Some(
                            <::std::vec::Vec<
                                <self::Track as ::fidius::__private::Twin>::Raw,
                            > as wt::component::ComponentType>::ABI,
                        ),
                    ];
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
                            internal::InterfaceType::Variant(index) => &cx.types[index],
                            _ => internal::bad_type_info(),
                        };
                        match self {
                            Self::Nothing => {
                                unsafe {
                                    internal::MaybeUninitExt::map(
                                            dst,
                                            |lowered| &raw mut (*lowered).tag,
                                        )
                                        .write(wt::ValRaw::u32(0u32));
                                    internal::lower_payload(
                                        internal::MaybeUninitExt::map(
                                            dst,
                                            |lowered| &raw mut (*lowered).payload,
                                        ),
                                        |rest| internal::MaybeUninitExt::map(
                                            rest,
                                            |lowered| &raw mut (*lowered).none,
                                        ),
                                        |dst| {
                                            let _: &mut ::core::mem::MaybeUninit<[wt::ValRaw; 0]> = dst;
                                            wt::Result::Ok(())
                                        },
                                    )
                                }
                            }
                            Self::Bytes(payload) => {
                                unsafe {
                                    internal::MaybeUninitExt::map(
                                            dst,
                                            |lowered| &raw mut (*lowered).tag,
                                        )
                                        .write(wt::ValRaw::u32(1u32));
                                    internal::lower_payload(
                                        internal::MaybeUninitExt::map(
                                            dst,
                                            |lowered| &raw mut (*lowered).payload,
                                        ),
                                        |rest| internal::MaybeUninitExt::map(
                                            rest,
                                            |lowered| &raw mut (*lowered).case1,
                                        ),
                                        |dst| wt::component::Lower::linear_lower_to_flat(
                                            payload,
                                            cx,
                                            ty.cases[1usize].unwrap_or_else(internal::bad_type_info),
                                            dst,
                                        ),
                                    )
                                }
                            }
                            Self::Tracks(payload) => {
                                unsafe {
                                    internal::MaybeUninitExt::map(
                                            dst,
                                            |lowered| &raw mut (*lowered).tag,
                                        )
                                        .write(wt::ValRaw::u32(2u32));
                                    internal::lower_payload(
                                        internal::MaybeUninitExt::map(
                                            dst,
                                            |lowered| &raw mut (*lowered).payload,
                                        ),
                                        |rest| internal::MaybeUninitExt::map(
                                            rest,
                                            |lowered| &raw mut (*lowered).case2,
                                        ),
                                        |dst| wt::component::Lower::linear_lower_to_flat(
                                            payload,
                                            cx,
                                            ty.cases[2usize].unwrap_or_else(internal::bad_type_info),
                                            dst,
                                        ),
                                    )
                                }
                            }
                        }
                    }
                    #[inline]
                    fn linear_lower_to_memory<T>(
                        &self,
                        cx: &mut internal::LowerContext<'_, T>,
                        ty: internal::InterfaceType,
                        offset: ::core::primitive::usize,
                    ) -> wt::Result<()> {
                        let ty = match ty {
                            internal::InterfaceType::Variant(index) => &cx.types[index],
                            _ => internal::bad_type_info(),
                        };
                        match self {
                            Self::Nothing => {
                                *cx.get::<1>(offset) = 0u8.to_le_bytes();
                                wt::Result::Ok(())
                            }
                            Self::Bytes(payload) => {
                                *cx.get::<1>(offset) = 1u8.to_le_bytes();
                                wt::component::Lower::linear_lower_to_memory(
                                    payload,
                                    cx,
                                    ty.cases[1usize].unwrap_or_else(internal::bad_type_info),
                                    offset
                                        + <Self as internal::ComponentVariant>::PAYLOAD_OFFSET32,
                                )
                            }
                            Self::Tracks(payload) => {
                                *cx.get::<1>(offset) = 2u8.to_le_bytes();
                                wt::component::Lower::linear_lower_to_memory(
                                    payload,
                                    cx,
                                    ty.cases[2usize].unwrap_or_else(internal::bad_type_info),
                                    offset
                                        + <Self as internal::ComponentVariant>::PAYLOAD_OFFSET32,
                                )
                            }
                        }
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
                            internal::InterfaceType::Variant(index) => &cx.types[index],
                            _ => internal::bad_type_info(),
                        };
                        wt::Result::Ok(
                            match src.tag.get_u32() {
                                0u32 => Self::Nothing,
                                1u32 => {
                                    Self::Bytes(
                                        wt::component::Lift::linear_lift_from_flat(
                                            cx,
                                            ty.cases[1usize].unwrap_or_else(internal::bad_type_info),
                                            unsafe { &src.payload.case1 },
                                        )?,
                                    )
                                }
                                2u32 => {
                                    Self::Tracks(
                                        wt::component::Lift::linear_lift_from_flat(
                                            cx,
                                            ty.cases[2usize].unwrap_or_else(internal::bad_type_info),
                                            unsafe { &src.payload.case2 },
                                        )?,
                                    )
                                }
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
                        cx: &mut internal::LiftContext<'_>,
                        ty: internal::InterfaceType,
                        bytes: &[::core::primitive::u8],
                    ) -> wt::Result<Self> {
                        let ty = match ty {
                            internal::InterfaceType::Variant(index) => &cx.types[index],
                            _ => internal::bad_type_info(),
                        };
                        let payload = &bytes[<Self as internal::ComponentVariant>::PAYLOAD_OFFSET32..];
                        wt::Result::Ok(
                            match bytes[0] {
                                0u8 => Self::Nothing,
                                1u8 => {
                                    Self::Bytes(
                                        wt::component::Lift::linear_lift_from_memory(
                                            cx,
                                            ty.cases[1usize].unwrap_or_else(internal::bad_type_info),
                                            &payload[..<::fidius::__private::wasmtime::component::StreamReader<
                                                ::core::primitive::u8,
                                            > as wt::component::ComponentType>::SIZE32],
                                        )?,
                                    )
                                }
                                2u8 => {
                                    Self::Tracks(
                                        wt::component::Lift::linear_lift_from_memory(
                                            cx,
                                            ty.cases[2usize].unwrap_or_else(internal::bad_type_info),
                                            &payload[..<::std::vec::Vec<
                                                <self::Track as ::fidius::__private::Twin>::Raw,
                                            > as wt::component::ComponentType>::SIZE32],
                                        )?,
                                    )
                                }
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
            impl ::fidius::__private::Twin for self::Source {
                type Raw = Raw;
            }
            impl ::fidius::__private::Lowered for self::Source {
                fn visit(
                    &self,
                    route: &mut ::fidius::__private::Route,
                ) -> ::core::result::Result<(), ::fidius::Error> {
                    match self {
                        Self::Nothing => {}
                        Self::Bytes(_) => {}
                        Self::Tracks(_) => {}
                    }
                    ::core::result::Result::Ok(())
                }
                fn lower(
                    self,
                    cx: &mut ::fidius::__private::Lowering<'_>,
                ) -> ::core::result::Result<Raw, ::fidius::Error> {
                    ::core::result::Result::Ok(
                        match self {
                            Self::Nothing => Raw::Nothing,
                            Self::Bytes(payload) => {
                                Raw::Bytes(
                                    cx.lower_stream::<::core::primitive::u8>(payload)?,
                                )
                            }
                            Self::Tracks(payload) => {
                                Raw::Tracks({
                                    let list = payload;
                                    let mut items = ::std::vec::Vec::with_capacity(list.len());
                                    for item in list {
                                        items.push(::fidius::__private::Lowered::lower(item, cx)?);
                                    }
                                    items
                                })
                            }
                        },
                    )
                }
            }
            impl<'arena> ::fidius::__private::Lifted<'arena> for self::Source {
                fn lift(
                    raw: Raw,
                    cx: &mut ::fidius::__private::Lifting<'_, 'arena>,
                ) -> ::core::result::Result<Self, ::fidius::Error> {
                    ::core::result::Result::Ok(
                        match raw {
                            Raw::Nothing => Self::Nothing,
                            Raw::Bytes(payload) => {
                                Self::Bytes(cx.stream::<::core::primitive::u8>(payload)?)
                            }
                            Raw::Tracks(payload) => {
                                Self::Tracks({
                                    let list = payload;
                                    let mut items = ::std::vec::Vec::with_capacity(list.len());
                                    for item in list {
                                        items.push(::fidius::__private::Lifted::lift(item, cx)?);
                                    }
                                    items
                                })
                            }
                        },
                    )
                }
            }
        };
    }
    ///The interface `snapshot:streams/log@1.0.0`.
    pub mod log {
        #[doc(inline)]
        pub use super::types::Point as Point;
        #[doc(inline)]
        pub use super::types::Track as Track;
        ///The resource `sink`.
        ///
        ///A handle of the resource `sink`: one that lives in a plugin, and keeps the plugin's instance alive; or the host's own. Dropping it drops the resource: a plugin's destructor runs at once where the instance is free, else after the call that it is busy with. In an instance for async calls it runs on a thread of the runtime's, soon after.
        pub struct Sink(
            ::fidius::__private::Handle<
                dyn __SinkResource + ::core::marker::Send + ::core::marker::Sync,
            >,
        );
        ///The methods of the resource `sink`: what [`Sink`] has, and what a type of the host's own implements to be one.
        ///
        ///[`SinkResourceAsync`] is the async form.
        #[diagnostic::on_unimplemented(
            message = "`{Self}` does not have the methods of the resource `sink`",
            label = "it does not implement `SinkResource`",
            note = "`Sink::new` is for a type of the host's own; a `sink` that lives in the plugin is made by calling the plugin",
            note = "`Sink::new_async` takes a value that implements `SinkResourceAsync`"
        )]
        #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
        pub trait SinkResource {
            ///The method `sink.write`.
            ///
            ///# Errors
            ///
            ///`CallError::Guest` with what the other side answers, or `CallError::Host` where the call fails.
            fn write(
                &self,
                of: ::fidius::Stream<::core::primitive::u8>,
            ) -> ::core::result::Result<
                ::core::primitive::u64,
                ::fidius::CallError<::std::string::String>,
            >;
            ///The method `sink.flush`.
            ///
            ///# Errors
            ///
            ///The call fails.
            fn flush(
                &self,
            ) -> ::core::result::Result<
                ::fidius::Future<::core::primitive::u8>,
                ::fidius::Error,
            >;
        }
        #[allow(clippy::too_many_arguments)]
        impl SinkResource for Sink {
            fn write(
                &self,
                of: ::fidius::Stream<::core::primitive::u8>,
            ) -> ::core::result::Result<
                ::core::primitive::u64,
                ::fidius::CallError<::std::string::String>,
            > {
                __SinkResource::blocking0(self.0.object(), of)
            }
            fn flush(
                &self,
            ) -> ::core::result::Result<
                ::fidius::Future<::core::primitive::u8>,
                ::fidius::Error,
            > {
                __SinkResource::blocking1(self.0.object())
            }
        }
        ///The methods of the resource `sink`: what [`Sink`] has, and what a type of the host's own implements, with `async fn`, to be one.
        ///
        ///[`SinkResource`] is the blocking form.
        #[diagnostic::on_unimplemented(
            message = "`{Self}` does not have the methods of the resource `sink` as async functions",
            label = "it does not implement `SinkResourceAsync`",
            note = "`Sink::new_async` is for a type of the host's own; a `sink` that lives in the plugin is made by calling the plugin",
            note = "`Sink::new` takes a value that implements `SinkResource`"
        )]
        #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
        pub trait SinkResourceAsync {
            ///The method `sink.write`.
            ///
            ///# Errors
            ///
            ///`CallError::Guest` with what the other side answers, or `CallError::Host` where the call fails.
            fn write(
                &self,
                of: ::fidius::Stream<::core::primitive::u8>,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<
                    ::core::primitive::u64,
                    ::fidius::CallError<::std::string::String>,
                >,
            > + ::core::marker::Send;
            ///The method `sink.flush`.
            ///
            ///# Errors
            ///
            ///The call fails.
            fn flush(
                &self,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<
                    ::fidius::Future<::core::primitive::u8>,
                    ::fidius::Error,
                >,
            > + ::core::marker::Send;
        }
        #[allow(clippy::too_many_arguments)]
        impl SinkResourceAsync for Sink {
            async fn write(
                &self,
                of: ::fidius::Stream<::core::primitive::u8>,
            ) -> ::core::result::Result<
                ::core::primitive::u64,
                ::fidius::CallError<::std::string::String>,
            > {
                __SinkResource::async0(self.0.object(), of).await
            }
            async fn flush(
                &self,
            ) -> ::core::result::Result<
                ::fidius::Future<::core::primitive::u8>,
                ::fidius::Error,
            > {
                __SinkResource::async1(self.0.object()).await
            }
        }
        #[doc(hidden)]
        #[allow(clippy::all, clippy::pedantic, clippy::nursery)]
        pub trait __SinkResource {
            fn blocking0(
                &self,
                of: ::fidius::Stream<::core::primitive::u8>,
            ) -> ::core::result::Result<
                ::core::primitive::u64,
                ::fidius::CallError<::std::string::String>,
            >;
            fn async0<'f>(
                &'f self,
                of: ::fidius::Stream<::core::primitive::u8>,
            ) -> ::core::pin::Pin<
                ::std::boxed::Box<
                    dyn ::core::future::Future<
                        Output = ::core::result::Result<
                            ::core::primitive::u64,
                            ::fidius::CallError<::std::string::String>,
                        >,
                    > + ::core::marker::Send + 'f,
                >,
            >;
            fn blocking1(
                &self,
            ) -> ::core::result::Result<
                ::fidius::Future<::core::primitive::u8>,
                ::fidius::Error,
            >;
            fn async1<'f>(
                &'f self,
            ) -> ::core::pin::Pin<
                ::std::boxed::Box<
                    dyn ::core::future::Future<
                        Output = ::core::result::Result<
                            ::fidius::Future<::core::primitive::u8>,
                            ::fidius::Error,
                        >,
                    > + ::core::marker::Send + 'f,
                >,
            >;
        }
        struct __SinkResourceValue<T>(T);
        #[allow(clippy::all, clippy::pedantic, clippy::nursery)]
        impl<T> self::__SinkResource for self::__SinkResourceValue<T>
        where
            T: self::SinkResource + ::core::marker::Send + ::core::marker::Sync,
        {
            fn blocking0(
                &self,
                of: ::fidius::Stream<::core::primitive::u8>,
            ) -> ::core::result::Result<
                ::core::primitive::u64,
                ::fidius::CallError<::std::string::String>,
            > {
                <T as self::SinkResource>::write(&self.0, of)
            }
            fn async0<'f>(
                &'f self,
                of: ::fidius::Stream<::core::primitive::u8>,
            ) -> ::core::pin::Pin<
                ::std::boxed::Box<
                    dyn ::core::future::Future<
                        Output = ::core::result::Result<
                            ::core::primitive::u64,
                            ::fidius::CallError<::std::string::String>,
                        >,
                    > + ::core::marker::Send + 'f,
                >,
            > {
                ::std::boxed::Box::pin(async move {
                    <T as self::SinkResource>::write(&self.0, of)
                })
            }
            fn blocking1(
                &self,
            ) -> ::core::result::Result<
                ::fidius::Future<::core::primitive::u8>,
                ::fidius::Error,
            > {
                <T as self::SinkResource>::flush(&self.0)
            }
            fn async1<'f>(
                &'f self,
            ) -> ::core::pin::Pin<
                ::std::boxed::Box<
                    dyn ::core::future::Future<
                        Output = ::core::result::Result<
                            ::fidius::Future<::core::primitive::u8>,
                            ::fidius::Error,
                        >,
                    > + ::core::marker::Send + 'f,
                >,
            > {
                ::std::boxed::Box::pin(async move {
                    <T as self::SinkResource>::flush(&self.0)
                })
            }
        }
        struct __SinkResourceAsyncValue<T>(T);
        #[allow(clippy::all, clippy::pedantic, clippy::nursery)]
        impl<T> self::__SinkResource for self::__SinkResourceAsyncValue<T>
        where
            T: self::SinkResourceAsync + ::core::marker::Send + ::core::marker::Sync,
        {
            fn blocking0(
                &self,
                of: ::fidius::Stream<::core::primitive::u8>,
            ) -> ::core::result::Result<
                ::core::primitive::u64,
                ::fidius::CallError<::std::string::String>,
            > {
                ::fidius::__private::park_host_fallible(
                    <T as self::SinkResourceAsync>::write(&self.0, of),
                )
            }
            fn async0<'f>(
                &'f self,
                of: ::fidius::Stream<::core::primitive::u8>,
            ) -> ::core::pin::Pin<
                ::std::boxed::Box<
                    dyn ::core::future::Future<
                        Output = ::core::result::Result<
                            ::core::primitive::u64,
                            ::fidius::CallError<::std::string::String>,
                        >,
                    > + ::core::marker::Send + 'f,
                >,
            > {
                ::std::boxed::Box::pin(
                    <T as self::SinkResourceAsync>::write(&self.0, of),
                )
            }
            fn blocking1(
                &self,
            ) -> ::core::result::Result<
                ::fidius::Future<::core::primitive::u8>,
                ::fidius::Error,
            > {
                ::fidius::__private::park_host(
                    <T as self::SinkResourceAsync>::flush(&self.0),
                )
            }
            fn async1<'f>(
                &'f self,
            ) -> ::core::pin::Pin<
                ::std::boxed::Box<
                    dyn ::core::future::Future<
                        Output = ::core::result::Result<
                            ::fidius::Future<::core::primitive::u8>,
                            ::fidius::Error,
                        >,
                    > + ::core::marker::Send + 'f,
                >,
            > {
                ::std::boxed::Box::pin(<T as self::SinkResourceAsync>::flush(&self.0))
            }
        }
        impl self::Sink {
            ///The host's own `sink`.
            #[must_use]
            pub fn new<T>(value: T) -> Self
            where
                T: self::SinkResource + ::core::marker::Send + ::core::marker::Sync
                    + 'static,
            {
                let value = ::std::sync::Arc::new(self::__SinkResourceValue(value));
                Self(
                    ::fidius::__private::Handle::host(
                        ::std::sync::Arc::<self::__SinkResourceValue<T>>::clone(&value),
                        value,
                    ),
                )
            }
            ///The host's own `sink`, of a value whose methods are async. A blocking call of one waits on the thread of the caller.
            #[must_use]
            pub fn new_async<T>(value: T) -> Self
            where
                T: self::SinkResourceAsync + ::core::marker::Send + ::core::marker::Sync
                    + 'static,
            {
                let value = ::std::sync::Arc::new(self::__SinkResourceAsyncValue(value));
                Self(
                    ::fidius::__private::Handle::host(
                        ::std::sync::Arc::<
                            self::__SinkResourceAsyncValue<T>,
                        >::clone(&value),
                        value,
                    ),
                )
            }
            /// The value that it was made of with `new` or `new_async`; `None` where that is of another type, or a plugin's.
            #[must_use]
            pub fn downcast_ref<T: 'static>(&self) -> ::core::option::Option<&T> {
                match self.0.downcast_ref::<self::__SinkResourceValue<T>>() {
                    ::core::option::Option::Some(value) => {
                        ::core::option::Option::Some(&value.0)
                    }
                    ::core::option::Option::None => {
                        self.0
                            .downcast_ref::<self::__SinkResourceAsyncValue<T>>()
                            .map(|value| &value.0)
                    }
                }
            }
        }
        #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
        impl Sink {
            ///The method `sink.write`.
            ///
            ///# Errors
            ///
            ///`CallError::Guest` with what the other side answers, or `CallError::Host` where the call fails.
            #[inline]
            pub fn write<M0>(
                &self,
                of: impl ::fidius::IntoStream<::core::primitive::u8, M0>,
            ) -> ::core::result::Result<
                ::core::primitive::u64,
                ::fidius::CallError<::std::string::String>,
            > {
                <Self as SinkResource>::write(
                    self,
                    ::fidius::IntoStream::<::core::primitive::u8, M0>::into_stream(of),
                )
            }
            ///The method `sink.flush`.
            ///
            ///# Errors
            ///
            ///The call fails.
            #[inline]
            pub fn flush(
                &self,
            ) -> ::core::result::Result<
                ::fidius::Future<::core::primitive::u8>,
                ::fidius::Error,
            > {
                <Self as SinkResource>::flush(self)
            }
        }
        impl ::fidius::__private::Resource for Sink {
            type Object = dyn __SinkResource + ::core::marker::Send + ::core::marker::Sync;
            const NAME: &'static ::core::primitive::str = "sink";
            fn handle(&self) -> &::fidius::__private::Handle<Self::Object> {
                &self.0
            }
            fn from_handle(handle: ::fidius::__private::Handle<Self::Object>) -> Self {
                Self(handle)
            }
        }
        impl ::core::fmt::Debug for Sink {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.debug_tuple("Sink").field(&self.0).finish()
            }
        }
        ///The functions of `snapshot:streams/log@1.0.0`: what the host gives to plugins. Implement it on a type of your own; an error of the host's (`CallError::Host`, or `Error`) ends the plugin's call with that error.
        ///
        ///[`LogAsync`] is the async form.
        #[diagnostic::on_unimplemented(
            message = "`{Self}` does not have the functions of `snapshot:streams/log@1.0.0`",
            label = "it does not implement `Log`",
            note = "one value has the functions of all that the plugin imports: the struct `Imports` makes it of one for each",
            note = "`.imports_async(value)` of the builder takes a value that implements `LogAsync`"
        )]
        #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
        pub trait Log {
            ///The function `open`.
            ///
            ///# Errors
            ///
            ///`CallError::Guest` with what the other side answers, or `CallError::Host` where the call fails.
            fn open(
                &self,
                name: &::core::primitive::str,
            ) -> ::core::result::Result<Sink, ::fidius::CallError<Track>>;
            ///The function `hand`.
            ///
            ///# Errors
            ///
            ///The call fails.
            fn hand(
                &self,
                to: &Sink,
                track: Track,
                at: &super::types::Point,
            ) -> ::core::result::Result<Track, ::fidius::Error>;
            ///The function `lines`.
            ///
            ///# Errors
            ///
            ///The call fails.
            fn lines(
                &self,
                of: ::fidius::Stream<::std::string::String>,
            ) -> ::core::result::Result<
                ::fidius::Stream<::std::string::String>,
                ::fidius::Error,
            >;
        }
        #[allow(clippy::too_many_arguments)]
        impl<T: self::Log + ?::core::marker::Sized> self::Log for ::std::sync::Arc<T> {
            fn open(
                &self,
                name: &::core::primitive::str,
            ) -> ::core::result::Result<self::Sink, ::fidius::CallError<self::Track>> {
                <T as self::Log>::open(&**self, name)
            }
            fn hand(
                &self,
                to: &self::Sink,
                track: self::Track,
                at: &super::types::Point,
            ) -> ::core::result::Result<self::Track, ::fidius::Error> {
                <T as self::Log>::hand(&**self, to, track, at)
            }
            fn lines(
                &self,
                of: ::fidius::Stream<::std::string::String>,
            ) -> ::core::result::Result<
                ::fidius::Stream<::std::string::String>,
                ::fidius::Error,
            > {
                <T as self::Log>::lines(&**self, of)
            }
        }
        ///The functions of `snapshot:streams/log@1.0.0`: what the host gives to plugins. Implement it with `async fn` on a type of your own; an error of the host's (`CallError::Host`, or `Error`) ends the plugin's call with that error.
        ///
        ///[`Log`] is the blocking form.
        #[diagnostic::on_unimplemented(
            message = "`{Self}` does not have the functions of `snapshot:streams/log@1.0.0` as async functions",
            label = "it does not implement `LogAsync`",
            note = "one value has the functions of all that the plugin imports: the struct `Imports` makes it of one for each",
            note = "`.imports(value)` of the builder takes a value that implements `Log`"
        )]
        #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
        pub trait LogAsync {
            ///The function `open`.
            ///
            ///# Errors
            ///
            ///`CallError::Guest` with what the other side answers, or `CallError::Host` where the call fails.
            fn open(
                &self,
                name: &::core::primitive::str,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<Sink, ::fidius::CallError<Track>>,
            > + ::core::marker::Send;
            ///The function `hand`.
            ///
            ///# Errors
            ///
            ///The call fails.
            fn hand(
                &self,
                to: &Sink,
                track: Track,
                at: &super::types::Point,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<Track, ::fidius::Error>,
            > + ::core::marker::Send;
            ///The function `lines`.
            ///
            ///# Errors
            ///
            ///The call fails.
            fn lines(
                &self,
                of: ::fidius::Stream<::std::string::String>,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<
                    ::fidius::Stream<::std::string::String>,
                    ::fidius::Error,
                >,
            > + ::core::marker::Send;
        }
        #[allow(clippy::too_many_arguments)]
        impl<T: self::LogAsync + ?::core::marker::Sized> self::LogAsync
        for ::std::sync::Arc<T> {
            fn open(
                &self,
                name: &::core::primitive::str,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<
                    self::Sink,
                    ::fidius::CallError<self::Track>,
                >,
            > + ::core::marker::Send {
                <T as self::LogAsync>::open(&**self, name)
            }
            fn hand(
                &self,
                to: &self::Sink,
                track: self::Track,
                at: &super::types::Point,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<self::Track, ::fidius::Error>,
            > + ::core::marker::Send {
                <T as self::LogAsync>::hand(&**self, to, track, at)
            }
            fn lines(
                &self,
                of: ::fidius::Stream<::std::string::String>,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<
                    ::fidius::Stream<::std::string::String>,
                    ::fidius::Error,
                >,
            > + ::core::marker::Send {
                <T as self::LogAsync>::lines(&**self, of)
            }
        }
        ///The method table of `snapshot:streams/log@1.0.0`: each function with its parameters and result.
        pub static INTERFACE: ::fidius::Interface = {
            use ::fidius::__private::wit;
            static TYPE0: wit::Record = wit::Record {
                name: ::core::option::Option::Some(wit::Shared::Static("point")),
                fields: wit::Shared::Static(
                    &[
                        wit::Field {
                            name: wit::Shared::Static("x"),
                            ty: wit::Type::F64,
                        },
                        wit::Field {
                            name: wit::Shared::Static("y"),
                            ty: wit::Type::F64,
                        },
                    ],
                ),
            };
            static TYPE1: wit::Record = wit::Record {
                name: ::core::option::Option::Some(wit::Shared::Static("track")),
                fields: wit::Shared::Static(
                    &[
                        wit::Field {
                            name: wit::Shared::Static("name"),
                            ty: wit::Type::String,
                        },
                        wit::Field {
                            name: wit::Shared::Static("points"),
                            ty: wit::Type::Stream(
                                wit::Shared::Static(
                                    &::core::option::Option::Some(
                                        wit::Type::Record(wit::Shared::Static(&TYPE0)),
                                    ),
                                ),
                            ),
                        },
                        wit::Field {
                            name: wit::Shared::Static("done"),
                            ty: wit::Type::Future(
                                wit::Shared::Static(
                                    &::core::option::Option::Some(
                                        wit::Type::Result(
                                            wit::Shared::Static(
                                                &(
                                                    ::core::option::Option::Some(wit::Type::U32),
                                                    ::core::option::Option::Some(wit::Type::String),
                                                ),
                                            ),
                                        ),
                                    ),
                                ),
                            ),
                        },
                    ],
                ),
            };
            wit::Interface {
                name: wit::Shared::Static("snapshot:streams/log@1.0.0"),
                functions: wit::Shared::Static(
                    &[
                        wit::Function {
                            name: wit::Shared::Static("[method]sink.write"),
                            kind: wit::FunctionKind::Method,
                            is_async: true,
                            params: wit::Shared::Static(
                                &[
                                    wit::Param {
                                        name: wit::Shared::Static("self"),
                                        ty: wit::Type::Borrow(wit::Shared::Static("sink")),
                                    },
                                    wit::Param {
                                        name: wit::Shared::Static("of"),
                                        ty: wit::Type::Stream(
                                            wit::Shared::Static(
                                                &::core::option::Option::Some(wit::Type::U8),
                                            ),
                                        ),
                                    },
                                ],
                            ),
                            result: ::core::option::Option::Some(
                                wit::Type::Result(
                                    wit::Shared::Static(
                                        &(
                                            ::core::option::Option::Some(wit::Type::U64),
                                            ::core::option::Option::Some(wit::Type::String),
                                        ),
                                    ),
                                ),
                            ),
                        },
                        wit::Function {
                            name: wit::Shared::Static("[method]sink.flush"),
                            kind: wit::FunctionKind::Method,
                            is_async: false,
                            params: wit::Shared::Static(
                                &[
                                    wit::Param {
                                        name: wit::Shared::Static("self"),
                                        ty: wit::Type::Borrow(wit::Shared::Static("sink")),
                                    },
                                ],
                            ),
                            result: ::core::option::Option::Some(
                                wit::Type::Future(
                                    wit::Shared::Static(
                                        &::core::option::Option::Some(wit::Type::U8),
                                    ),
                                ),
                            ),
                        },
                        wit::Function {
                            name: wit::Shared::Static("open"),
                            kind: wit::FunctionKind::Free,
                            is_async: true,
                            params: wit::Shared::Static(
                                &[
                                    wit::Param {
                                        name: wit::Shared::Static("name"),
                                        ty: wit::Type::String,
                                    },
                                ],
                            ),
                            result: ::core::option::Option::Some(
                                wit::Type::Result(
                                    wit::Shared::Static(
                                        &(
                                            ::core::option::Option::Some(
                                                wit::Type::Own(wit::Shared::Static("sink")),
                                            ),
                                            ::core::option::Option::Some(
                                                wit::Type::Record(wit::Shared::Static(&TYPE1)),
                                            ),
                                        ),
                                    ),
                                ),
                            ),
                        },
                        wit::Function {
                            name: wit::Shared::Static("hand"),
                            kind: wit::FunctionKind::Free,
                            is_async: true,
                            params: wit::Shared::Static(
                                &[
                                    wit::Param {
                                        name: wit::Shared::Static("to"),
                                        ty: wit::Type::Borrow(wit::Shared::Static("sink")),
                                    },
                                    wit::Param {
                                        name: wit::Shared::Static("track"),
                                        ty: wit::Type::Record(wit::Shared::Static(&TYPE1)),
                                    },
                                    wit::Param {
                                        name: wit::Shared::Static("at"),
                                        ty: wit::Type::Record(wit::Shared::Static(&TYPE0)),
                                    },
                                ],
                            ),
                            result: ::core::option::Option::Some(
                                wit::Type::Record(wit::Shared::Static(&TYPE1)),
                            ),
                        },
                        wit::Function {
                            name: wit::Shared::Static("lines"),
                            kind: wit::FunctionKind::Free,
                            is_async: false,
                            params: wit::Shared::Static(
                                &[
                                    wit::Param {
                                        name: wit::Shared::Static("of"),
                                        ty: wit::Type::Stream(
                                            wit::Shared::Static(
                                                &::core::option::Option::Some(wit::Type::String),
                                            ),
                                        ),
                                    },
                                ],
                            ),
                            result: ::core::option::Option::Some(
                                wit::Type::Stream(
                                    wit::Shared::Static(
                                        &::core::option::Option::Some(wit::Type::String),
                                    ),
                                ),
                            ),
                        },
                    ],
                ),
            }
        };
        ///The hash of the interface: `79e5ab09555a4ff835e12c13a77dad5659295c9907a6828ba8b8302a3064a7f1`.
        pub const HASH: ::fidius::InterfaceHash = ::fidius::InterfaceHash::from_bytes([
            121u8, 229u8, 171u8, 9u8, 85u8, 90u8, 79u8, 248u8, 53u8, 225u8, 44u8, 19u8,
            167u8, 125u8, 173u8, 86u8, 89u8, 41u8, 92u8, 153u8, 7u8, 166u8, 130u8, 139u8,
            168u8, 184u8, 48u8, 42u8, 48u8, 100u8, 167u8, 241u8,
        ]);
    }
    ///All shapes of functions.
    pub mod pipes {
        #[doc(inline)]
        pub use super::types::Point as Point;
        #[doc(inline)]
        pub use super::types::Track as Track;
        #[doc(inline)]
        pub use super::types::Source as Source;
        #[doc(inline)]
        pub use super::types::Bytes as Bytes;
        ///The resource `token`.
        ///
        ///A handle of the resource `token`: one that lives in a plugin, and keeps the plugin's instance alive; or the host's own. Dropping it drops the resource: a plugin's destructor runs at once where the instance is free, else after the call that it is busy with. In an instance for async calls it runs on a thread of the runtime's, soon after.
        pub struct Token(
            ::fidius::__private::Handle<
                dyn __TokenResource + ::core::marker::Send + ::core::marker::Sync,
            >,
        );
        ///The methods of the resource `token`: what [`Token`] has, and what a type of the host's own implements to be one.
        ///
        ///[`TokenResourceAsync`] is the async form.
        #[diagnostic::on_unimplemented(
            message = "`{Self}` does not have the methods of the resource `token`",
            label = "it does not implement `TokenResource`",
            note = "`Token::new` is for a type of the host's own; a `token` that lives in the plugin is made by calling the plugin",
            note = "`Token::new_async` takes a value that implements `TokenResourceAsync`"
        )]
        #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
        pub trait TokenResource {
            ///The method `token.spend`.
            ///
            ///# Errors
            ///
            ///`CallError::Guest` with what the other side answers, or `CallError::Host` where the call fails.
            fn spend(
                &self,
                amount: ::core::primitive::u32,
            ) -> ::core::result::Result<
                ::core::primitive::u32,
                ::fidius::CallError<::std::string::String>,
            >;
            ///The method `token.drain`.
            ///
            ///# Errors
            ///
            ///The call fails.
            fn drain(
                &self,
                of: Bytes,
            ) -> ::core::result::Result<::fidius::Stream<Token>, ::fidius::Error>;
        }
        #[allow(clippy::too_many_arguments)]
        impl TokenResource for Token {
            fn spend(
                &self,
                amount: ::core::primitive::u32,
            ) -> ::core::result::Result<
                ::core::primitive::u32,
                ::fidius::CallError<::std::string::String>,
            > {
                __TokenResource::blocking0(self.0.object(), amount)
            }
            fn drain(
                &self,
                of: Bytes,
            ) -> ::core::result::Result<::fidius::Stream<Token>, ::fidius::Error> {
                __TokenResource::blocking1(self.0.object(), of)
            }
        }
        ///The methods of the resource `token`: what [`Token`] has, and what a type of the host's own implements, with `async fn`, to be one.
        ///
        ///[`TokenResource`] is the blocking form.
        #[diagnostic::on_unimplemented(
            message = "`{Self}` does not have the methods of the resource `token` as async functions",
            label = "it does not implement `TokenResourceAsync`",
            note = "`Token::new_async` is for a type of the host's own; a `token` that lives in the plugin is made by calling the plugin",
            note = "`Token::new` takes a value that implements `TokenResource`"
        )]
        #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
        pub trait TokenResourceAsync {
            ///The method `token.spend`.
            ///
            ///# Errors
            ///
            ///`CallError::Guest` with what the other side answers, or `CallError::Host` where the call fails.
            fn spend(
                &self,
                amount: ::core::primitive::u32,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<
                    ::core::primitive::u32,
                    ::fidius::CallError<::std::string::String>,
                >,
            > + ::core::marker::Send;
            ///The method `token.drain`.
            ///
            ///# Errors
            ///
            ///The call fails.
            fn drain(
                &self,
                of: Bytes,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<::fidius::Stream<Token>, ::fidius::Error>,
            > + ::core::marker::Send;
        }
        #[allow(clippy::too_many_arguments)]
        impl TokenResourceAsync for Token {
            async fn spend(
                &self,
                amount: ::core::primitive::u32,
            ) -> ::core::result::Result<
                ::core::primitive::u32,
                ::fidius::CallError<::std::string::String>,
            > {
                __TokenResource::async0(self.0.object(), amount).await
            }
            async fn drain(
                &self,
                of: Bytes,
            ) -> ::core::result::Result<::fidius::Stream<Token>, ::fidius::Error> {
                __TokenResource::async1(self.0.object(), of).await
            }
        }
        #[doc(hidden)]
        #[allow(clippy::all, clippy::pedantic, clippy::nursery)]
        pub trait __TokenResource {
            fn blocking0(
                &self,
                amount: ::core::primitive::u32,
            ) -> ::core::result::Result<
                ::core::primitive::u32,
                ::fidius::CallError<::std::string::String>,
            >;
            fn async0<'f>(
                &'f self,
                amount: ::core::primitive::u32,
            ) -> ::core::pin::Pin<
                ::std::boxed::Box<
                    dyn ::core::future::Future<
                        Output = ::core::result::Result<
                            ::core::primitive::u32,
                            ::fidius::CallError<::std::string::String>,
                        >,
                    > + ::core::marker::Send + 'f,
                >,
            >;
            fn blocking1(
                &self,
                of: Bytes,
            ) -> ::core::result::Result<::fidius::Stream<Token>, ::fidius::Error>;
            fn async1<'f>(
                &'f self,
                of: Bytes,
            ) -> ::core::pin::Pin<
                ::std::boxed::Box<
                    dyn ::core::future::Future<
                        Output = ::core::result::Result<
                            ::fidius::Stream<Token>,
                            ::fidius::Error,
                        >,
                    > + ::core::marker::Send + 'f,
                >,
            >;
        }
        struct __TokenResourceValue<T>(T);
        #[allow(clippy::all, clippy::pedantic, clippy::nursery)]
        impl<T> self::__TokenResource for self::__TokenResourceValue<T>
        where
            T: self::TokenResource + ::core::marker::Send + ::core::marker::Sync,
        {
            fn blocking0(
                &self,
                amount: ::core::primitive::u32,
            ) -> ::core::result::Result<
                ::core::primitive::u32,
                ::fidius::CallError<::std::string::String>,
            > {
                <T as self::TokenResource>::spend(&self.0, amount)
            }
            fn async0<'f>(
                &'f self,
                amount: ::core::primitive::u32,
            ) -> ::core::pin::Pin<
                ::std::boxed::Box<
                    dyn ::core::future::Future<
                        Output = ::core::result::Result<
                            ::core::primitive::u32,
                            ::fidius::CallError<::std::string::String>,
                        >,
                    > + ::core::marker::Send + 'f,
                >,
            > {
                ::std::boxed::Box::pin(async move {
                    <T as self::TokenResource>::spend(&self.0, amount)
                })
            }
            fn blocking1(
                &self,
                of: self::Bytes,
            ) -> ::core::result::Result<::fidius::Stream<self::Token>, ::fidius::Error> {
                <T as self::TokenResource>::drain(&self.0, of)
            }
            fn async1<'f>(
                &'f self,
                of: self::Bytes,
            ) -> ::core::pin::Pin<
                ::std::boxed::Box<
                    dyn ::core::future::Future<
                        Output = ::core::result::Result<
                            ::fidius::Stream<self::Token>,
                            ::fidius::Error,
                        >,
                    > + ::core::marker::Send + 'f,
                >,
            > {
                ::std::boxed::Box::pin(async move {
                    <T as self::TokenResource>::drain(&self.0, of)
                })
            }
        }
        struct __TokenResourceAsyncValue<T>(T);
        #[allow(clippy::all, clippy::pedantic, clippy::nursery)]
        impl<T> self::__TokenResource for self::__TokenResourceAsyncValue<T>
        where
            T: self::TokenResourceAsync + ::core::marker::Send + ::core::marker::Sync,
        {
            fn blocking0(
                &self,
                amount: ::core::primitive::u32,
            ) -> ::core::result::Result<
                ::core::primitive::u32,
                ::fidius::CallError<::std::string::String>,
            > {
                ::fidius::__private::park_host_fallible(
                    <T as self::TokenResourceAsync>::spend(&self.0, amount),
                )
            }
            fn async0<'f>(
                &'f self,
                amount: ::core::primitive::u32,
            ) -> ::core::pin::Pin<
                ::std::boxed::Box<
                    dyn ::core::future::Future<
                        Output = ::core::result::Result<
                            ::core::primitive::u32,
                            ::fidius::CallError<::std::string::String>,
                        >,
                    > + ::core::marker::Send + 'f,
                >,
            > {
                ::std::boxed::Box::pin(
                    <T as self::TokenResourceAsync>::spend(&self.0, amount),
                )
            }
            fn blocking1(
                &self,
                of: self::Bytes,
            ) -> ::core::result::Result<::fidius::Stream<self::Token>, ::fidius::Error> {
                ::fidius::__private::park_host(
                    <T as self::TokenResourceAsync>::drain(&self.0, of),
                )
            }
            fn async1<'f>(
                &'f self,
                of: self::Bytes,
            ) -> ::core::pin::Pin<
                ::std::boxed::Box<
                    dyn ::core::future::Future<
                        Output = ::core::result::Result<
                            ::fidius::Stream<self::Token>,
                            ::fidius::Error,
                        >,
                    > + ::core::marker::Send + 'f,
                >,
            > {
                ::std::boxed::Box::pin(
                    <T as self::TokenResourceAsync>::drain(&self.0, of),
                )
            }
        }
        impl self::Token {
            ///The host's own `token`.
            #[must_use]
            pub fn new<T>(value: T) -> Self
            where
                T: self::TokenResource + ::core::marker::Send + ::core::marker::Sync
                    + 'static,
            {
                let value = ::std::sync::Arc::new(self::__TokenResourceValue(value));
                Self(
                    ::fidius::__private::Handle::host(
                        ::std::sync::Arc::<self::__TokenResourceValue<T>>::clone(&value),
                        value,
                    ),
                )
            }
            ///The host's own `token`, of a value whose methods are async. A blocking call of one waits on the thread of the caller.
            #[must_use]
            pub fn new_async<T>(value: T) -> Self
            where
                T: self::TokenResourceAsync + ::core::marker::Send + ::core::marker::Sync
                    + 'static,
            {
                let value = ::std::sync::Arc::new(
                    self::__TokenResourceAsyncValue(value),
                );
                Self(
                    ::fidius::__private::Handle::host(
                        ::std::sync::Arc::<
                            self::__TokenResourceAsyncValue<T>,
                        >::clone(&value),
                        value,
                    ),
                )
            }
            /// The value that it was made of with `new` or `new_async`; `None` where that is of another type, or a plugin's.
            #[must_use]
            pub fn downcast_ref<T: 'static>(&self) -> ::core::option::Option<&T> {
                match self.0.downcast_ref::<self::__TokenResourceValue<T>>() {
                    ::core::option::Option::Some(value) => {
                        ::core::option::Option::Some(&value.0)
                    }
                    ::core::option::Option::None => {
                        self.0
                            .downcast_ref::<self::__TokenResourceAsyncValue<T>>()
                            .map(|value| &value.0)
                    }
                }
            }
        }
        #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
        impl Token {
            ///The method `token.spend`.
            ///
            ///# Errors
            ///
            ///`CallError::Guest` with what the other side answers, or `CallError::Host` where the call fails.
            #[inline]
            pub fn spend(
                &self,
                amount: ::core::primitive::u32,
            ) -> ::core::result::Result<
                ::core::primitive::u32,
                ::fidius::CallError<::std::string::String>,
            > {
                <Self as TokenResource>::spend(self, amount)
            }
            ///The method `token.drain`.
            ///
            ///# Errors
            ///
            ///The call fails.
            #[inline]
            pub fn drain<M0>(
                &self,
                of: impl ::fidius::IntoStream<::core::primitive::u8, M0>,
            ) -> ::core::result::Result<::fidius::Stream<self::Token>, ::fidius::Error> {
                <Self as TokenResource>::drain(
                    self,
                    ::fidius::IntoStream::<::core::primitive::u8, M0>::into_stream(of),
                )
            }
        }
        impl ::fidius::__private::Resource for Token {
            type Object = dyn __TokenResource + ::core::marker::Send + ::core::marker::Sync;
            const NAME: &'static ::core::primitive::str = "token";
            fn handle(&self) -> &::fidius::__private::Handle<Self::Object> {
                &self.0
            }
            fn from_handle(handle: ::fidius::__private::Handle<Self::Object>) -> Self {
                Self(handle)
            }
        }
        impl ::core::fmt::Debug for Token {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.debug_tuple("Token").field(&self.0).finish()
            }
        }
        ///The record `loan`.
        #[derive(::core::clone::Clone, ::core::fmt::Debug)]
        pub struct Loan<'a> {
            ///The field `token`.
            pub token: &'a Token,
            ///The field `note`.
            pub note: ::std::string::String,
        }
        #[allow(clippy::all, clippy::pedantic, clippy::nursery)]
        const _: () = {
            #[doc(hidden)]
            pub struct Raw {
                token: ::fidius::__private::RawHandle,
                note: ::std::string::String,
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
                > {
                    token: T0,
                    note: T1,
                    _align: [wt::ValRaw; 0],
                }
                unsafe impl wt::component::ComponentType for Raw {
                    type Lower = LowerRecord<
                        <::fidius::__private::RawHandle as wt::component::ComponentType>::Lower,
                        <::std::string::String as wt::component::ComponentType>::Lower,
                    >;
                    const ABI: internal::CanonicalAbiInfo = internal::CanonicalAbiInfo::record_static(
                        &[
                            <::fidius::__private::RawHandle as wt::component::ComponentType>::ABI,
                            <::std::string::String as wt::component::ComponentType>::ABI,
                        ],
                    );
                    const MAY_REQUIRE_REALLOC: ::core::primitive::bool = false
                        || <::fidius::__private::RawHandle as wt::component::ComponentType>::MAY_REQUIRE_REALLOC
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
                                    "token",
                                    <::fidius::__private::RawHandle as wt::component::ComponentType>::typecheck,
                                ),
                                (
                                    "note",
                                    <::std::string::String as wt::component::ComponentType>::typecheck,
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
                                |lowered| &raw mut (*lowered).token,
                            )
                        };
                        wt::component::Lower::linear_lower_to_flat(
                            &self.token,
                            cx,
                            ty.fields[0].ty,
                            field,
                        )?;
                        let field = unsafe {
                            internal::MaybeUninitExt::map(
                                dst,
                                |lowered| &raw mut (*lowered).note,
                            )
                        };
                        wt::component::Lower::linear_lower_to_flat(
                            &self.note,
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
                            &self.token,
                            cx,
                            ty.fields[0].ty,
                            <::fidius::__private::RawHandle as wt::component::ComponentType>::ABI
                                .next_field32_size(&mut offset),
                        )?;
                        wt::component::Lower::linear_lower_to_memory(
                            &self.note,
                            cx,
                            ty.fields[1].ty,
                            <::std::string::String as wt::component::ComponentType>::ABI
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
                            token: wt::component::Lift::linear_lift_from_flat(
                                cx,
                                ty.fields[0].ty,
                                &src.token,
                            )?,
                            note: wt::component::Lift::linear_lift_from_flat(
                                cx,
                                ty.fields[1].ty,
                                &src.note,
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
                            token: wt::component::Lift::linear_lift_from_memory(
                                cx,
                                ty.fields[0].ty,
                                &bytes[<::fidius::__private::RawHandle as wt::component::ComponentType>::ABI
                                    .next_field32_size(
                                        &mut offset,
                                    )..][..<::fidius::__private::RawHandle as wt::component::ComponentType>::SIZE32],
                            )?,
                            note: wt::component::Lift::linear_lift_from_memory(
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
            impl self::Loan<'_> {
                #[doc(hidden)]
                pub fn __own(
                    self,
                ) -> ::std::boxed::Box<
                    dyn ::core::ops::FnOnce(
                        &mut ::fidius::__private::Lowering<'_>,
                    ) -> ::core::result::Result<
                            Raw,
                            ::fidius::Error,
                        > + ::core::marker::Send,
                > {
                    let Self { token: own0, note: own1 } = self;
                    let own0 = ::fidius::__private::share(own0);
                    let own1 = own1;
                    ::std::boxed::Box::new(move |
                        cx: &mut ::fidius::__private::Lowering<'_>|
                    {
                        let _ = &cx;
                        ::core::result::Result::Ok(Raw {
                            token: cx.borrow(&own0)?,
                            note: own1,
                        })
                    })
                }
            }
            impl ::fidius::__private::Twin for self::Loan<'_> {
                type Raw = Raw;
            }
            impl ::fidius::__private::Lowered for self::Loan<'_> {
                fn visit(
                    &self,
                    route: &mut ::fidius::__private::Route,
                ) -> ::core::result::Result<(), ::fidius::Error> {
                    route.add(*&self.token)?;
                    ::core::result::Result::Ok(())
                }
                fn lower(
                    self,
                    cx: &mut ::fidius::__private::Lowering<'_>,
                ) -> ::core::result::Result<Raw, ::fidius::Error> {
                    ::core::result::Result::Ok(Raw {
                        token: cx.borrow(self.token)?,
                        note: self.note,
                    })
                }
            }
            impl<'a> ::fidius::__private::Lifted<'a> for self::Loan<'a> {
                fn lift(
                    raw: Raw,
                    cx: &mut ::fidius::__private::Lifting<'_, 'a>,
                ) -> ::core::result::Result<Self, ::fidius::Error> {
                    ::core::result::Result::Ok(Self {
                        token: cx.borrow::<self::Token>(raw.token)?,
                        note: raw.note,
                    })
                }
            }
        };
        ///The variant `claim`.
        #[derive(::core::fmt::Debug)]
        pub enum Claim<'a> {
            ///The case `none`.
            None,
            ///The case `loan`.
            Loan(Loan<'a>),
            ///The case `both`.
            Both((&'a Token, Token)),
        }
        #[allow(clippy::all, clippy::pedantic, clippy::nursery)]
        const _: () = {
            #[doc(hidden)]
            pub enum Raw {
                None,
                Loan(<self::Loan<'static> as ::fidius::__private::Twin>::Raw),
                Both((::fidius::__private::RawHandle, ::fidius::__private::RawHandle)),
            }
            const _: () = {
                use ::fidius::__private::wasmtime as wt;
                use wt::component::__internal as internal;
                #[doc(hidden)]
                #[derive(::core::clone::Clone, ::core::marker::Copy)]
                #[repr(C)]
                pub struct LowerVariant<
                    T1: ::core::marker::Copy,
                    T2: ::core::marker::Copy,
                > {
                    tag: wt::ValRaw,
                    payload: LowerPayload<T1, T2>,
                }
                #[doc(hidden)]
                #[derive(::core::clone::Clone, ::core::marker::Copy)]
                #[repr(C)]
                pub union LowerPayload<
                    T1: ::core::marker::Copy,
                    T2: ::core::marker::Copy,
                > {
                    none: [wt::ValRaw; 0],
                    case1: T1,
                    case2: T2,
                }
                unsafe impl wt::component::ComponentType for Raw {
                    type Lower = LowerVariant<
                        <<self::Loan<
                            'static,
                        > as ::fidius::__private::Twin>::Raw as wt::component::ComponentType>::Lower,
                        <(
                            ::fidius::__private::RawHandle,
                            ::fidius::__private::RawHandle,
                        ) as wt::component::ComponentType>::Lower,
                    >;
                    const ABI: internal::CanonicalAbiInfo = internal::CanonicalAbiInfo::variant_static(
                        <Self as internal::ComponentVariant>::CASES,
                    );
                    const MAY_REQUIRE_REALLOC: ::core::primitive::bool = false
                        || <<self::Loan<
                            'static,
                        > as ::fidius::__private::Twin>::Raw as wt::component::ComponentType>::MAY_REQUIRE_REALLOC
                        || <(
                            ::fidius::__private::RawHandle,
                            ::fidius::__private::RawHandle,
                        ) as wt::component::ComponentType>::MAY_REQUIRE_REALLOC;
                    #[inline]
                    fn typecheck(
                        ty: &internal::InterfaceType,
                        types: &internal::InstanceType<'_>,
                    ) -> wt::Result<()> {
                        internal::typecheck_variant(
                            ty,
                            types,
                            &[
                                ("none", ::core::option::Option::None),
                                (
                                    "loan",
                                    ::core::option::Option::Some(
                                        <<self::Loan<
                                            'static,
                                        > as ::fidius::__private::Twin>::Raw as wt::component::ComponentType>::typecheck,
                                    ),
                                ),
                                (
                                    "both",
                                    ::core::option::Option::Some(
                                        <(
                                            ::fidius::__private::RawHandle,
                                            ::fidius::__private::RawHandle,
                                        ) as wt::component::ComponentType>::typecheck,
                                    ),
                                ),
                            ],
                        )
                    }
                }
                unsafe impl internal::ComponentVariant for Raw {
                    const CASES: &'static [::core::option::Option<
                        internal::CanonicalAbiInfo,
                    >] = &[
                        ::core::option::Option::None,
                        ::core::option::Option::Some(
                            <<self::Loan<
                                'static,
                            > as ::fidius::__private::Twin>::Raw as wt::component::ComponentType>::ABI,
                        ),
                        ::core::option::Option::Some(
                            <(
                                ::fidius::__private::RawHandle,
                                ::fidius::__private::RawHandle,
                            ) as wt::component::ComponentType>::ABI,
                        ),
                    ];
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
                            internal::InterfaceType::Variant(index) => &cx.types[index],
                            _ => internal::bad_type_info(),
                        };
                        match self {
                            Self::None => {
                                unsafe {
                                    internal::MaybeUninitExt::map(
                                            dst,
                                            |lowered| &raw mut (*lowered).tag,
                                        )
                                        .write(wt::ValRaw::u32(0u32));
                                    internal::lower_payload(
                                        internal::MaybeUninitExt::map(
                                            dst,
                                            |lowered| &raw mut (*lowered).payload,
                                        ),
                                        |rest| internal::MaybeUninitExt::map(
                                            rest,
                                            |lowered| &raw mut (*lowered).none,
                                        ),
                                        |dst| {
                                            let _: &mut ::core::mem::MaybeUninit<[wt::ValRaw; 0]> = dst;
                                            wt::Result::Ok(())
                                        },
                                    )
                                }
                            }
                            Self::Loan(payload) => {
                                unsafe {
                                    internal::MaybeUninitExt::map(
                                            dst,
                                            |lowered| &raw mut (*lowered).tag,
                                        )
                                        .write(wt::ValRaw::u32(1u32));
                                    internal::lower_payload(
                                        internal::MaybeUninitExt::map(
                                            dst,
                                            |lowered| &raw mut (*lowered).payload,
                                        ),
                                        |rest| internal::MaybeUninitExt::map(
                                            rest,
                                            |lowered| &raw mut (*lowered).case1,
                                        ),
                                        |dst| wt::component::Lower::linear_lower_to_flat(
                                            payload,
                                            cx,
                                            ty.cases[1usize].unwrap_or_else(internal::bad_type_info),
                                            dst,
                                        ),
                                    )
                                }
                            }
                            Self::Both(payload) => {
                                unsafe {
                                    internal::MaybeUninitExt::map(
                                            dst,
                                            |lowered| &raw mut (*lowered).tag,
                                        )
                                        .write(wt::ValRaw::u32(2u32));
                                    internal::lower_payload(
                                        internal::MaybeUninitExt::map(
                                            dst,
                                            |lowered| &raw mut (*lowered).payload,
                                        ),
                                        |rest| internal::MaybeUninitExt::map(
                                            rest,
                                            |lowered| &raw mut (*lowered).case2,
                                        ),
                                        |dst| wt::component::Lower::linear_lower_to_flat(
                                            payload,
                                            cx,
                                            ty.cases[2usize].unwrap_or_else(internal::bad_type_info),
                                            dst,
                                        ),
                                    )
                                }
                            }
                        }
                    }
                    #[inline]
                    fn linear_lower_to_memory<T>(
                        &self,
                        cx: &mut internal::LowerContext<'_, T>,
                        ty: internal::InterfaceType,
                        offset: ::core::primitive::usize,
                    ) -> wt::Result<()> {
                        let ty = match ty {
                            internal::InterfaceType::Variant(index) => &cx.types[index],
                            _ => internal::bad_type_info(),
                        };
                        match self {
                            Self::None => {
                                *cx.get::<1>(offset) = 0u8.to_le_bytes();
                                wt::Result::Ok(())
                            }
                            Self::Loan(payload) => {
                                *cx.get::<1>(offset) = 1u8.to_le_bytes();
                                wt::component::Lower::linear_lower_to_memory(
                                    payload,
                                    cx,
                                    ty.cases[1usize].unwrap_or_else(internal::bad_type_info),
                                    offset
                                        + <Self as internal::ComponentVariant>::PAYLOAD_OFFSET32,
                                )
                            }
                            Self::Both(payload) => {
                                *cx.get::<1>(offset) = 2u8.to_le_bytes();
                                wt::component::Lower::linear_lower_to_memory(
                                    payload,
                                    cx,
                                    ty.cases[2usize].unwrap_or_else(internal::bad_type_info),
                                    offset
                                        + <Self as internal::ComponentVariant>::PAYLOAD_OFFSET32,
                                )
                            }
                        }
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
                            internal::InterfaceType::Variant(index) => &cx.types[index],
                            _ => internal::bad_type_info(),
                        };
                        wt::Result::Ok(
                            match src.tag.get_u32() {
                                0u32 => Self::None,
                                1u32 => {
                                    Self::Loan(
                                        wt::component::Lift::linear_lift_from_flat(
                                            cx,
                                            ty.cases[1usize].unwrap_or_else(internal::bad_type_info),
                                            unsafe { &src.payload.case1 },
                                        )?,
                                    )
                                }
                                2u32 => {
                                    Self::Both(
                                        wt::component::Lift::linear_lift_from_flat(
                                            cx,
                                            ty.cases[2usize].unwrap_or_else(internal::bad_type_info),
                                            unsafe { &src.payload.case2 },
                                        )?,
                                    )
                                }
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
                        cx: &mut internal::LiftContext<'_>,
                        ty: internal::InterfaceType,
                        bytes: &[::core::primitive::u8],
                    ) -> wt::Result<Self> {
                        let ty = match ty {
                            internal::InterfaceType::Variant(index) => &cx.types[index],
                            _ => internal::bad_type_info(),
                        };
                        let payload = &bytes[<Self as internal::ComponentVariant>::PAYLOAD_OFFSET32..];
                        wt::Result::Ok(
                            match bytes[0] {
                                0u8 => Self::None,
                                1u8 => {
                                    Self::Loan(
                                        wt::component::Lift::linear_lift_from_memory(
                                            cx,
                                            ty.cases[1usize].unwrap_or_else(internal::bad_type_info),
                                            &payload[..<<self::Loan<
                                                'static,
                                            > as ::fidius::__private::Twin>::Raw as wt::component::ComponentType>::SIZE32],
                                        )?,
                                    )
                                }
                                2u8 => {
                                    Self::Both(
                                        wt::component::Lift::linear_lift_from_memory(
                                            cx,
                                            ty.cases[2usize].unwrap_or_else(internal::bad_type_info),
                                            &payload[..<(
                                                ::fidius::__private::RawHandle,
                                                ::fidius::__private::RawHandle,
                                            ) as wt::component::ComponentType>::SIZE32],
                                        )?,
                                    )
                                }
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
            impl self::Claim<'_> {
                #[doc(hidden)]
                pub fn __own(
                    self,
                ) -> ::std::boxed::Box<
                    dyn ::core::ops::FnOnce(
                        &mut ::fidius::__private::Lowering<'_>,
                    ) -> ::core::result::Result<
                            Raw,
                            ::fidius::Error,
                        > + ::core::marker::Send,
                > {
                    match self {
                        Self::None => {
                            ::std::boxed::Box::new(move |
                                cx: &mut ::fidius::__private::Lowering<'_>|
                            {
                                let _ = &cx;
                                ::core::result::Result::Ok(Raw::None)
                            })
                        }
                        Self::Loan(payload) => {
                            let payload = (payload).__own();
                            ::std::boxed::Box::new(move |
                                cx: &mut ::fidius::__private::Lowering<'_>|
                            {
                                let _ = &cx;
                                ::core::result::Result::Ok(Raw::Loan(payload(cx)?))
                            })
                        }
                        Self::Both(payload) => {
                            let payload = {
                                let (element0, element1) = payload;
                                (::fidius::__private::share(element0), element1)
                            };
                            ::std::boxed::Box::new(move |
                                cx: &mut ::fidius::__private::Lowering<'_>|
                            {
                                let _ = &cx;
                                ::core::result::Result::Ok(
                                    Raw::Both({
                                        let (element0, element1) = payload;
                                        (cx.borrow(&element0)?, cx.own(element1)?)
                                    }),
                                )
                            })
                        }
                    }
                }
            }
            impl ::fidius::__private::Twin for self::Claim<'_> {
                type Raw = Raw;
            }
            impl ::fidius::__private::Lowered for self::Claim<'_> {
                fn visit(
                    &self,
                    route: &mut ::fidius::__private::Route,
                ) -> ::core::result::Result<(), ::fidius::Error> {
                    match self {
                        Self::None => {}
                        Self::Loan(payload) => {
                            ::fidius::__private::Lowered::visit(payload, route)?;
                        }
                        Self::Both(payload) => {
                            route.add(*&(payload).0)?;
                            route.add(&(payload).1)?;
                        }
                    }
                    ::core::result::Result::Ok(())
                }
                fn lower(
                    self,
                    cx: &mut ::fidius::__private::Lowering<'_>,
                ) -> ::core::result::Result<Raw, ::fidius::Error> {
                    ::core::result::Result::Ok(
                        match self {
                            Self::None => Raw::None,
                            Self::Loan(payload) => {
                                Raw::Loan(::fidius::__private::Lowered::lower(payload, cx)?)
                            }
                            Self::Both(payload) => {
                                Raw::Both({
                                    let (element0, element1) = payload;
                                    (cx.borrow(element0)?, cx.own(element1)?)
                                })
                            }
                        },
                    )
                }
            }
            impl<'a> ::fidius::__private::Lifted<'a> for self::Claim<'a> {
                fn lift(
                    raw: Raw,
                    cx: &mut ::fidius::__private::Lifting<'_, 'a>,
                ) -> ::core::result::Result<Self, ::fidius::Error> {
                    ::core::result::Result::Ok(
                        match raw {
                            Raw::None => Self::None,
                            Raw::Loan(payload) => {
                                Self::Loan(::fidius::__private::Lifted::lift(payload, cx)?)
                            }
                            Raw::Both(payload) => {
                                Self::Both({
                                    let (element0, element1) = payload;
                                    (
                                        cx.borrow::<self::Token>(element0)?,
                                        cx.own::<self::Token>(element1)?,
                                    )
                                })
                            }
                        },
                    )
                }
            }
        };
        ///The functions of `snapshot:streams/pipes@1.0.0`: what a plugin's handle implements, and what a fake may.
        ///
        ///[`PipesAsync`] is the async form.
        #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
        pub trait Pipes {
            ///Makes a `token`.
            ///
            ///# Errors
            ///
            ///The call fails.
            fn new_token(
                &self,
                items: ::fidius::Stream<::core::primitive::u32>,
            ) -> ::core::result::Result<Token, ::fidius::Error>;
            ///The static function `token.merge`.
            ///
            ///# Errors
            ///
            ///The call fails.
            fn token_merge(
                &self,
                tokens: &[&Token],
            ) -> ::core::result::Result<Token, ::fidius::Error>;
            ///Waits.
            ///
            ///# Errors
            ///
            ///The call fails.
            fn wait(
                &self,
                millis: ::core::primitive::u64,
            ) -> ::core::result::Result<(), ::fidius::Error>;
            ///The function `look-up`.
            ///
            ///# Errors
            ///
            ///`CallError::Guest` with what the other side answers, or `CallError::Host` where the call fails.
            fn look_up(
                &self,
                name: &::core::primitive::str,
                keys: &[::std::string::String],
                at: ::core::option::Option<&super::types::Point>,
                deep: (&::core::primitive::str, ::core::primitive::u8),
            ) -> ::core::result::Result<
                Point,
                ::fidius::CallError<::std::string::String>,
            >;
            ///The function `numbers`.
            ///
            ///# Errors
            ///
            ///The call fails.
            fn numbers(
                &self,
                upto: ::core::primitive::u32,
            ) -> ::core::result::Result<
                ::fidius::Stream<::core::primitive::u32>,
                ::fidius::Error,
            >;
            ///Sums up.
            ///
            ///# Errors
            ///
            ///The call fails.
            fn total(
                &self,
                values: ::fidius::Stream<::core::primitive::u32>,
            ) -> ::core::result::Result<::core::primitive::u64, ::fidius::Error>;
            ///The function `both`.
            ///
            ///# Errors
            ///
            ///The call fails.
            fn both(
                &self,
                values: ::fidius::Stream<::std::string::String>,
                first: ::fidius::Future<Point>,
                m0: ::core::primitive::u8,
            ) -> ::core::result::Result<
                (::fidius::Stream<::std::string::String>, ::fidius::Future<()>),
                ::fidius::Error,
            >;
            ///The function `tokens`.
            ///
            ///# Errors
            ///
            ///The call fails.
            fn tokens(
                &self,
                tokens: ::fidius::Stream<Token>,
            ) -> ::core::result::Result<
                ::fidius::Stream<::core::result::Result<Token, Track>>,
                ::fidius::Error,
            >;
            ///The function `nested`.
            ///
            ///# Errors
            ///
            ///The call fails.
            fn nested(
                &self,
                of: ::fidius::Stream<::fidius::Future<::fidius::Stream<()>>>,
            ) -> ::core::result::Result<
                ::fidius::Future<::fidius::Stream<::fidius::Future<()>>>,
                ::fidius::Error,
            >;
            ///The function `mix`.
            ///
            ///# Errors
            ///
            ///`CallError::Guest` with what the other side answers, or `CallError::Host` where the call fails.
            fn mix(
                &self,
                source: Source,
                more: ::core::option::Option<Track>,
                all: ::std::vec::Vec<::fidius::Stream<::core::primitive::u8>>,
            ) -> ::core::result::Result<Track, ::fidius::CallError<Source>>;
            ///The function `lend`.
            ///
            ///# Errors
            ///
            ///The call fails.
            fn lend(
                &self,
                token: &Token,
                all: &[&Token],
                loan: &Loan<'_>,
                claim: ::core::option::Option<Claim<'_>>,
            ) -> ::core::result::Result<Token, ::fidius::Error>;
        }
        #[allow(clippy::too_many_arguments)]
        impl<T: self::Pipes + ?::core::marker::Sized> self::Pipes
        for ::std::sync::Arc<T> {
            fn new_token(
                &self,
                items: ::fidius::Stream<::core::primitive::u32>,
            ) -> ::core::result::Result<self::Token, ::fidius::Error> {
                <T as self::Pipes>::new_token(&**self, items)
            }
            fn token_merge(
                &self,
                tokens: &[&self::Token],
            ) -> ::core::result::Result<self::Token, ::fidius::Error> {
                <T as self::Pipes>::token_merge(&**self, tokens)
            }
            fn wait(
                &self,
                millis: ::core::primitive::u64,
            ) -> ::core::result::Result<(), ::fidius::Error> {
                <T as self::Pipes>::wait(&**self, millis)
            }
            fn look_up(
                &self,
                name: &::core::primitive::str,
                keys: &[::std::string::String],
                at: ::core::option::Option<&super::types::Point>,
                deep: (&::core::primitive::str, ::core::primitive::u8),
            ) -> ::core::result::Result<
                self::Point,
                ::fidius::CallError<::std::string::String>,
            > {
                <T as self::Pipes>::look_up(&**self, name, keys, at, deep)
            }
            fn numbers(
                &self,
                upto: ::core::primitive::u32,
            ) -> ::core::result::Result<
                ::fidius::Stream<::core::primitive::u32>,
                ::fidius::Error,
            > {
                <T as self::Pipes>::numbers(&**self, upto)
            }
            fn total(
                &self,
                values: ::fidius::Stream<::core::primitive::u32>,
            ) -> ::core::result::Result<::core::primitive::u64, ::fidius::Error> {
                <T as self::Pipes>::total(&**self, values)
            }
            fn both(
                &self,
                values: ::fidius::Stream<::std::string::String>,
                first: ::fidius::Future<self::Point>,
                m0: ::core::primitive::u8,
            ) -> ::core::result::Result<
                (::fidius::Stream<::std::string::String>, ::fidius::Future<()>),
                ::fidius::Error,
            > {
                <T as self::Pipes>::both(&**self, values, first, m0)
            }
            fn tokens(
                &self,
                tokens: ::fidius::Stream<self::Token>,
            ) -> ::core::result::Result<
                ::fidius::Stream<::core::result::Result<self::Token, self::Track>>,
                ::fidius::Error,
            > {
                <T as self::Pipes>::tokens(&**self, tokens)
            }
            fn nested(
                &self,
                of: ::fidius::Stream<::fidius::Future<::fidius::Stream<()>>>,
            ) -> ::core::result::Result<
                ::fidius::Future<::fidius::Stream<::fidius::Future<()>>>,
                ::fidius::Error,
            > {
                <T as self::Pipes>::nested(&**self, of)
            }
            fn mix(
                &self,
                source: self::Source,
                more: ::core::option::Option<self::Track>,
                all: ::std::vec::Vec<::fidius::Stream<::core::primitive::u8>>,
            ) -> ::core::result::Result<self::Track, ::fidius::CallError<self::Source>> {
                <T as self::Pipes>::mix(&**self, source, more, all)
            }
            fn lend(
                &self,
                token: &self::Token,
                all: &[&self::Token],
                loan: &self::Loan<'_>,
                claim: ::core::option::Option<self::Claim<'_>>,
            ) -> ::core::result::Result<self::Token, ::fidius::Error> {
                <T as self::Pipes>::lend(&**self, token, all, loan, claim)
            }
        }
        ///The functions of `snapshot:streams/pipes@1.0.0`: what a plugin's handle implements, and what a fake may, with `async fn`.
        ///
        ///[`Pipes`] is the blocking form.
        #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
        pub trait PipesAsync {
            ///Makes a `token`.
            ///
            ///# Errors
            ///
            ///The call fails.
            fn new_token(
                &self,
                items: ::fidius::Stream<::core::primitive::u32>,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<Token, ::fidius::Error>,
            > + ::core::marker::Send;
            ///The static function `token.merge`.
            ///
            ///# Errors
            ///
            ///The call fails.
            fn token_merge(
                &self,
                tokens: &[&Token],
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<Token, ::fidius::Error>,
            > + ::core::marker::Send;
            ///Waits.
            ///
            ///# Errors
            ///
            ///The call fails.
            fn wait(
                &self,
                millis: ::core::primitive::u64,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<(), ::fidius::Error>,
            > + ::core::marker::Send;
            ///The function `look-up`.
            ///
            ///# Errors
            ///
            ///`CallError::Guest` with what the other side answers, or `CallError::Host` where the call fails.
            fn look_up(
                &self,
                name: &::core::primitive::str,
                keys: &[::std::string::String],
                at: ::core::option::Option<&super::types::Point>,
                deep: (&::core::primitive::str, ::core::primitive::u8),
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<
                    Point,
                    ::fidius::CallError<::std::string::String>,
                >,
            > + ::core::marker::Send;
            ///The function `numbers`.
            ///
            ///# Errors
            ///
            ///The call fails.
            fn numbers(
                &self,
                upto: ::core::primitive::u32,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<
                    ::fidius::Stream<::core::primitive::u32>,
                    ::fidius::Error,
                >,
            > + ::core::marker::Send;
            ///Sums up.
            ///
            ///# Errors
            ///
            ///The call fails.
            fn total(
                &self,
                values: ::fidius::Stream<::core::primitive::u32>,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<::core::primitive::u64, ::fidius::Error>,
            > + ::core::marker::Send;
            ///The function `both`.
            ///
            ///# Errors
            ///
            ///The call fails.
            fn both(
                &self,
                values: ::fidius::Stream<::std::string::String>,
                first: ::fidius::Future<Point>,
                m0: ::core::primitive::u8,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<
                    (::fidius::Stream<::std::string::String>, ::fidius::Future<()>),
                    ::fidius::Error,
                >,
            > + ::core::marker::Send;
            ///The function `tokens`.
            ///
            ///# Errors
            ///
            ///The call fails.
            fn tokens(
                &self,
                tokens: ::fidius::Stream<Token>,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<
                    ::fidius::Stream<::core::result::Result<Token, Track>>,
                    ::fidius::Error,
                >,
            > + ::core::marker::Send;
            ///The function `nested`.
            ///
            ///# Errors
            ///
            ///The call fails.
            fn nested(
                &self,
                of: ::fidius::Stream<::fidius::Future<::fidius::Stream<()>>>,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<
                    ::fidius::Future<::fidius::Stream<::fidius::Future<()>>>,
                    ::fidius::Error,
                >,
            > + ::core::marker::Send;
            ///The function `mix`.
            ///
            ///# Errors
            ///
            ///`CallError::Guest` with what the other side answers, or `CallError::Host` where the call fails.
            fn mix(
                &self,
                source: Source,
                more: ::core::option::Option<Track>,
                all: ::std::vec::Vec<::fidius::Stream<::core::primitive::u8>>,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<Track, ::fidius::CallError<Source>>,
            > + ::core::marker::Send;
            ///The function `lend`.
            ///
            ///# Errors
            ///
            ///The call fails.
            fn lend(
                &self,
                token: &Token,
                all: &[&Token],
                loan: &Loan<'_>,
                claim: ::core::option::Option<Claim<'_>>,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<Token, ::fidius::Error>,
            > + ::core::marker::Send;
        }
        #[allow(clippy::too_many_arguments)]
        impl<T: self::PipesAsync + ?::core::marker::Sized> self::PipesAsync
        for ::std::sync::Arc<T> {
            fn new_token(
                &self,
                items: ::fidius::Stream<::core::primitive::u32>,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<self::Token, ::fidius::Error>,
            > + ::core::marker::Send {
                <T as self::PipesAsync>::new_token(&**self, items)
            }
            fn token_merge(
                &self,
                tokens: &[&self::Token],
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<self::Token, ::fidius::Error>,
            > + ::core::marker::Send {
                <T as self::PipesAsync>::token_merge(&**self, tokens)
            }
            fn wait(
                &self,
                millis: ::core::primitive::u64,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<(), ::fidius::Error>,
            > + ::core::marker::Send {
                <T as self::PipesAsync>::wait(&**self, millis)
            }
            fn look_up(
                &self,
                name: &::core::primitive::str,
                keys: &[::std::string::String],
                at: ::core::option::Option<&super::types::Point>,
                deep: (&::core::primitive::str, ::core::primitive::u8),
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<
                    self::Point,
                    ::fidius::CallError<::std::string::String>,
                >,
            > + ::core::marker::Send {
                <T as self::PipesAsync>::look_up(&**self, name, keys, at, deep)
            }
            fn numbers(
                &self,
                upto: ::core::primitive::u32,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<
                    ::fidius::Stream<::core::primitive::u32>,
                    ::fidius::Error,
                >,
            > + ::core::marker::Send {
                <T as self::PipesAsync>::numbers(&**self, upto)
            }
            fn total(
                &self,
                values: ::fidius::Stream<::core::primitive::u32>,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<::core::primitive::u64, ::fidius::Error>,
            > + ::core::marker::Send {
                <T as self::PipesAsync>::total(&**self, values)
            }
            fn both(
                &self,
                values: ::fidius::Stream<::std::string::String>,
                first: ::fidius::Future<self::Point>,
                m0: ::core::primitive::u8,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<
                    (::fidius::Stream<::std::string::String>, ::fidius::Future<()>),
                    ::fidius::Error,
                >,
            > + ::core::marker::Send {
                <T as self::PipesAsync>::both(&**self, values, first, m0)
            }
            fn tokens(
                &self,
                tokens: ::fidius::Stream<self::Token>,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<
                    ::fidius::Stream<::core::result::Result<self::Token, self::Track>>,
                    ::fidius::Error,
                >,
            > + ::core::marker::Send {
                <T as self::PipesAsync>::tokens(&**self, tokens)
            }
            fn nested(
                &self,
                of: ::fidius::Stream<::fidius::Future<::fidius::Stream<()>>>,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<
                    ::fidius::Future<::fidius::Stream<::fidius::Future<()>>>,
                    ::fidius::Error,
                >,
            > + ::core::marker::Send {
                <T as self::PipesAsync>::nested(&**self, of)
            }
            fn mix(
                &self,
                source: self::Source,
                more: ::core::option::Option<self::Track>,
                all: ::std::vec::Vec<::fidius::Stream<::core::primitive::u8>>,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<
                    self::Track,
                    ::fidius::CallError<self::Source>,
                >,
            > + ::core::marker::Send {
                <T as self::PipesAsync>::mix(&**self, source, more, all)
            }
            fn lend(
                &self,
                token: &self::Token,
                all: &[&self::Token],
                loan: &self::Loan<'_>,
                claim: ::core::option::Option<self::Claim<'_>>,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<self::Token, ::fidius::Error>,
            > + ::core::marker::Send {
                <T as self::PipesAsync>::lend(&**self, token, all, loan, claim)
            }
        }
        ///The functions of `snapshot:streams/pipes@1.0.0` of a plugin.
        #[derive(::core::fmt::Debug)]
        pub struct PipesExports<'a, H>(pub(in super::super) &'a H);
        #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
        impl<H: self::Pipes> PipesExports<'_, H> {
            ///Makes a `token`.
            ///
            ///# Errors
            ///
            ///The call fails.
            #[inline]
            pub fn new_token<M0>(
                &self,
                items: impl ::fidius::IntoStream<::core::primitive::u32, M0>,
            ) -> ::core::result::Result<self::Token, ::fidius::Error> {
                <H as self::Pipes>::new_token(
                    self.0,
                    ::fidius::IntoStream::<
                        ::core::primitive::u32,
                        M0,
                    >::into_stream(items),
                )
            }
            ///The static function `token.merge`.
            ///
            ///# Errors
            ///
            ///The call fails.
            #[inline]
            pub fn token_merge(
                &self,
                tokens: &[&self::Token],
            ) -> ::core::result::Result<self::Token, ::fidius::Error> {
                <H as self::Pipes>::token_merge(self.0, tokens)
            }
            ///Waits.
            ///
            ///# Errors
            ///
            ///The call fails.
            #[inline]
            pub fn wait(
                &self,
                millis: ::core::primitive::u64,
            ) -> ::core::result::Result<(), ::fidius::Error> {
                <H as self::Pipes>::wait(self.0, millis)
            }
            ///The function `look-up`.
            ///
            ///# Errors
            ///
            ///`CallError::Guest` with what the other side answers, or `CallError::Host` where the call fails.
            #[inline]
            pub fn look_up(
                &self,
                name: &::core::primitive::str,
                keys: &[::std::string::String],
                at: ::core::option::Option<&super::types::Point>,
                deep: (&::core::primitive::str, ::core::primitive::u8),
            ) -> ::core::result::Result<
                self::Point,
                ::fidius::CallError<::std::string::String>,
            > {
                <H as self::Pipes>::look_up(self.0, name, keys, at, deep)
            }
            ///The function `numbers`.
            ///
            ///# Errors
            ///
            ///The call fails.
            #[inline]
            pub fn numbers(
                &self,
                upto: ::core::primitive::u32,
            ) -> ::core::result::Result<
                ::fidius::Stream<::core::primitive::u32>,
                ::fidius::Error,
            > {
                <H as self::Pipes>::numbers(self.0, upto)
            }
            ///Sums up.
            ///
            ///# Errors
            ///
            ///The call fails.
            #[inline]
            pub fn total<M0>(
                &self,
                values: impl ::fidius::IntoStream<::core::primitive::u32, M0>,
            ) -> ::core::result::Result<::core::primitive::u64, ::fidius::Error> {
                <H as self::Pipes>::total(
                    self.0,
                    ::fidius::IntoStream::<
                        ::core::primitive::u32,
                        M0,
                    >::into_stream(values),
                )
            }
            ///The function `both`.
            ///
            ///# Errors
            ///
            ///The call fails.
            #[inline]
            pub fn both<M0, M1>(
                &self,
                values: impl ::fidius::IntoStream<::std::string::String, M0>,
                first: impl ::fidius::IntoFuture<self::Point, M1>,
                m0: ::core::primitive::u8,
            ) -> ::core::result::Result<
                (::fidius::Stream<::std::string::String>, ::fidius::Future<()>),
                ::fidius::Error,
            > {
                <H as self::Pipes>::both(
                    self.0,
                    ::fidius::IntoStream::<
                        ::std::string::String,
                        M0,
                    >::into_stream(values),
                    ::fidius::IntoFuture::<self::Point, M1>::into_future_value(first),
                    m0,
                )
            }
            ///The function `tokens`.
            ///
            ///# Errors
            ///
            ///The call fails.
            #[inline]
            pub fn tokens<M0>(
                &self,
                tokens: impl ::fidius::IntoStream<self::Token, M0>,
            ) -> ::core::result::Result<
                ::fidius::Stream<::core::result::Result<self::Token, self::Track>>,
                ::fidius::Error,
            > {
                <H as self::Pipes>::tokens(
                    self.0,
                    ::fidius::IntoStream::<self::Token, M0>::into_stream(tokens),
                )
            }
            ///The function `nested`.
            ///
            ///# Errors
            ///
            ///The call fails.
            #[inline]
            pub fn nested<M0>(
                &self,
                of: impl ::fidius::IntoStream<::fidius::Future<::fidius::Stream<()>>, M0>,
            ) -> ::core::result::Result<
                ::fidius::Future<::fidius::Stream<::fidius::Future<()>>>,
                ::fidius::Error,
            > {
                <H as self::Pipes>::nested(
                    self.0,
                    ::fidius::IntoStream::<
                        ::fidius::Future<::fidius::Stream<()>>,
                        M0,
                    >::into_stream(of),
                )
            }
            ///The function `mix`.
            ///
            ///# Errors
            ///
            ///`CallError::Guest` with what the other side answers, or `CallError::Host` where the call fails.
            #[inline]
            pub fn mix(
                &self,
                source: self::Source,
                more: ::core::option::Option<self::Track>,
                all: ::std::vec::Vec<::fidius::Stream<::core::primitive::u8>>,
            ) -> ::core::result::Result<self::Track, ::fidius::CallError<self::Source>> {
                <H as self::Pipes>::mix(self.0, source, more, all)
            }
            ///The function `lend`.
            ///
            ///# Errors
            ///
            ///The call fails.
            #[inline]
            pub fn lend(
                &self,
                token: &self::Token,
                all: &[&self::Token],
                loan: &self::Loan<'_>,
                claim: ::core::option::Option<self::Claim<'_>>,
            ) -> ::core::result::Result<self::Token, ::fidius::Error> {
                <H as self::Pipes>::lend(self.0, token, all, loan, claim)
            }
        }
        #[allow(clippy::too_many_arguments)]
        impl<H: self::Pipes> self::Pipes for PipesExports<'_, H> {
            #[inline]
            fn new_token(
                &self,
                items: ::fidius::Stream<::core::primitive::u32>,
            ) -> ::core::result::Result<self::Token, ::fidius::Error> {
                <H as self::Pipes>::new_token(self.0, items)
            }
            #[inline]
            fn token_merge(
                &self,
                tokens: &[&self::Token],
            ) -> ::core::result::Result<self::Token, ::fidius::Error> {
                <H as self::Pipes>::token_merge(self.0, tokens)
            }
            #[inline]
            fn wait(
                &self,
                millis: ::core::primitive::u64,
            ) -> ::core::result::Result<(), ::fidius::Error> {
                <H as self::Pipes>::wait(self.0, millis)
            }
            #[inline]
            fn look_up(
                &self,
                name: &::core::primitive::str,
                keys: &[::std::string::String],
                at: ::core::option::Option<&super::types::Point>,
                deep: (&::core::primitive::str, ::core::primitive::u8),
            ) -> ::core::result::Result<
                self::Point,
                ::fidius::CallError<::std::string::String>,
            > {
                <H as self::Pipes>::look_up(self.0, name, keys, at, deep)
            }
            #[inline]
            fn numbers(
                &self,
                upto: ::core::primitive::u32,
            ) -> ::core::result::Result<
                ::fidius::Stream<::core::primitive::u32>,
                ::fidius::Error,
            > {
                <H as self::Pipes>::numbers(self.0, upto)
            }
            #[inline]
            fn total(
                &self,
                values: ::fidius::Stream<::core::primitive::u32>,
            ) -> ::core::result::Result<::core::primitive::u64, ::fidius::Error> {
                <H as self::Pipes>::total(self.0, values)
            }
            #[inline]
            fn both(
                &self,
                values: ::fidius::Stream<::std::string::String>,
                first: ::fidius::Future<self::Point>,
                m0: ::core::primitive::u8,
            ) -> ::core::result::Result<
                (::fidius::Stream<::std::string::String>, ::fidius::Future<()>),
                ::fidius::Error,
            > {
                <H as self::Pipes>::both(self.0, values, first, m0)
            }
            #[inline]
            fn tokens(
                &self,
                tokens: ::fidius::Stream<self::Token>,
            ) -> ::core::result::Result<
                ::fidius::Stream<::core::result::Result<self::Token, self::Track>>,
                ::fidius::Error,
            > {
                <H as self::Pipes>::tokens(self.0, tokens)
            }
            #[inline]
            fn nested(
                &self,
                of: ::fidius::Stream<::fidius::Future<::fidius::Stream<()>>>,
            ) -> ::core::result::Result<
                ::fidius::Future<::fidius::Stream<::fidius::Future<()>>>,
                ::fidius::Error,
            > {
                <H as self::Pipes>::nested(self.0, of)
            }
            #[inline]
            fn mix(
                &self,
                source: self::Source,
                more: ::core::option::Option<self::Track>,
                all: ::std::vec::Vec<::fidius::Stream<::core::primitive::u8>>,
            ) -> ::core::result::Result<self::Track, ::fidius::CallError<self::Source>> {
                <H as self::Pipes>::mix(self.0, source, more, all)
            }
            #[inline]
            fn lend(
                &self,
                token: &self::Token,
                all: &[&self::Token],
                loan: &self::Loan<'_>,
                claim: ::core::option::Option<self::Claim<'_>>,
            ) -> ::core::result::Result<self::Token, ::fidius::Error> {
                <H as self::Pipes>::lend(self.0, token, all, loan, claim)
            }
        }
        #[allow(clippy::too_many_arguments)]
        impl<H: self::PipesAsync> self::PipesAsync for PipesExports<'_, H> {
            #[inline]
            fn new_token(
                &self,
                items: ::fidius::Stream<::core::primitive::u32>,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<self::Token, ::fidius::Error>,
            > + ::core::marker::Send {
                <H as self::PipesAsync>::new_token(self.0, items)
            }
            #[inline]
            fn token_merge(
                &self,
                tokens: &[&self::Token],
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<self::Token, ::fidius::Error>,
            > + ::core::marker::Send {
                <H as self::PipesAsync>::token_merge(self.0, tokens)
            }
            #[inline]
            fn wait(
                &self,
                millis: ::core::primitive::u64,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<(), ::fidius::Error>,
            > + ::core::marker::Send {
                <H as self::PipesAsync>::wait(self.0, millis)
            }
            #[inline]
            fn look_up(
                &self,
                name: &::core::primitive::str,
                keys: &[::std::string::String],
                at: ::core::option::Option<&super::types::Point>,
                deep: (&::core::primitive::str, ::core::primitive::u8),
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<
                    self::Point,
                    ::fidius::CallError<::std::string::String>,
                >,
            > + ::core::marker::Send {
                <H as self::PipesAsync>::look_up(self.0, name, keys, at, deep)
            }
            #[inline]
            fn numbers(
                &self,
                upto: ::core::primitive::u32,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<
                    ::fidius::Stream<::core::primitive::u32>,
                    ::fidius::Error,
                >,
            > + ::core::marker::Send {
                <H as self::PipesAsync>::numbers(self.0, upto)
            }
            #[inline]
            fn total(
                &self,
                values: ::fidius::Stream<::core::primitive::u32>,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<::core::primitive::u64, ::fidius::Error>,
            > + ::core::marker::Send {
                <H as self::PipesAsync>::total(self.0, values)
            }
            #[inline]
            fn both(
                &self,
                values: ::fidius::Stream<::std::string::String>,
                first: ::fidius::Future<self::Point>,
                m0: ::core::primitive::u8,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<
                    (::fidius::Stream<::std::string::String>, ::fidius::Future<()>),
                    ::fidius::Error,
                >,
            > + ::core::marker::Send {
                <H as self::PipesAsync>::both(self.0, values, first, m0)
            }
            #[inline]
            fn tokens(
                &self,
                tokens: ::fidius::Stream<self::Token>,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<
                    ::fidius::Stream<::core::result::Result<self::Token, self::Track>>,
                    ::fidius::Error,
                >,
            > + ::core::marker::Send {
                <H as self::PipesAsync>::tokens(self.0, tokens)
            }
            #[inline]
            fn nested(
                &self,
                of: ::fidius::Stream<::fidius::Future<::fidius::Stream<()>>>,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<
                    ::fidius::Future<::fidius::Stream<::fidius::Future<()>>>,
                    ::fidius::Error,
                >,
            > + ::core::marker::Send {
                <H as self::PipesAsync>::nested(self.0, of)
            }
            #[inline]
            fn mix(
                &self,
                source: self::Source,
                more: ::core::option::Option<self::Track>,
                all: ::std::vec::Vec<::fidius::Stream<::core::primitive::u8>>,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<
                    self::Track,
                    ::fidius::CallError<self::Source>,
                >,
            > + ::core::marker::Send {
                <H as self::PipesAsync>::mix(self.0, source, more, all)
            }
            #[inline]
            fn lend(
                &self,
                token: &self::Token,
                all: &[&self::Token],
                loan: &self::Loan<'_>,
                claim: ::core::option::Option<self::Claim<'_>>,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<self::Token, ::fidius::Error>,
            > + ::core::marker::Send {
                <H as self::PipesAsync>::lend(self.0, token, all, loan, claim)
            }
        }
        impl<H> ::core::clone::Clone for PipesExports<'_, H> {
            fn clone(&self) -> Self {
                *self
            }
        }
        impl<H> ::core::marker::Copy for PipesExports<'_, H> {}
        ///The method table of `snapshot:streams/pipes@1.0.0`: each function with its parameters and result.
        pub static INTERFACE: ::fidius::Interface = {
            use ::fidius::__private::wit;
            static TYPE0: wit::Record = wit::Record {
                name: ::core::option::Option::Some(wit::Shared::Static("point")),
                fields: wit::Shared::Static(
                    &[
                        wit::Field {
                            name: wit::Shared::Static("x"),
                            ty: wit::Type::F64,
                        },
                        wit::Field {
                            name: wit::Shared::Static("y"),
                            ty: wit::Type::F64,
                        },
                    ],
                ),
            };
            static TYPE1: wit::Record = wit::Record {
                name: ::core::option::Option::Some(wit::Shared::Static("track")),
                fields: wit::Shared::Static(
                    &[
                        wit::Field {
                            name: wit::Shared::Static("name"),
                            ty: wit::Type::String,
                        },
                        wit::Field {
                            name: wit::Shared::Static("points"),
                            ty: wit::Type::Stream(
                                wit::Shared::Static(
                                    &::core::option::Option::Some(
                                        wit::Type::Record(wit::Shared::Static(&TYPE0)),
                                    ),
                                ),
                            ),
                        },
                        wit::Field {
                            name: wit::Shared::Static("done"),
                            ty: wit::Type::Future(
                                wit::Shared::Static(
                                    &::core::option::Option::Some(
                                        wit::Type::Result(
                                            wit::Shared::Static(
                                                &(
                                                    ::core::option::Option::Some(wit::Type::U32),
                                                    ::core::option::Option::Some(wit::Type::String),
                                                ),
                                            ),
                                        ),
                                    ),
                                ),
                            ),
                        },
                    ],
                ),
            };
            static TYPE2: wit::Variant = wit::Variant {
                name: ::core::option::Option::Some(wit::Shared::Static("source")),
                cases: wit::Shared::Static(
                    &[
                        wit::Case {
                            name: wit::Shared::Static("nothing"),
                            ty: ::core::option::Option::None,
                        },
                        wit::Case {
                            name: wit::Shared::Static("bytes"),
                            ty: ::core::option::Option::Some(
                                wit::Type::Stream(
                                    wit::Shared::Static(
                                        &::core::option::Option::Some(wit::Type::U8),
                                    ),
                                ),
                            ),
                        },
                        wit::Case {
                            name: wit::Shared::Static("tracks"),
                            ty: ::core::option::Option::Some(
                                wit::Type::List(
                                    wit::Shared::Static(
                                        &wit::Type::Record(wit::Shared::Static(&TYPE1)),
                                    ),
                                ),
                            ),
                        },
                    ],
                ),
            };
            static TYPE3: wit::Record = wit::Record {
                name: ::core::option::Option::Some(wit::Shared::Static("loan")),
                fields: wit::Shared::Static(
                    &[
                        wit::Field {
                            name: wit::Shared::Static("token"),
                            ty: wit::Type::Borrow(wit::Shared::Static("token")),
                        },
                        wit::Field {
                            name: wit::Shared::Static("note"),
                            ty: wit::Type::String,
                        },
                    ],
                ),
            };
            static TYPE4: wit::Variant = wit::Variant {
                name: ::core::option::Option::Some(wit::Shared::Static("claim")),
                cases: wit::Shared::Static(
                    &[
                        wit::Case {
                            name: wit::Shared::Static("none"),
                            ty: ::core::option::Option::None,
                        },
                        wit::Case {
                            name: wit::Shared::Static("loan"),
                            ty: ::core::option::Option::Some(
                                wit::Type::Record(wit::Shared::Static(&TYPE3)),
                            ),
                        },
                        wit::Case {
                            name: wit::Shared::Static("both"),
                            ty: ::core::option::Option::Some(
                                wit::Type::Tuple(
                                    wit::Shared::Static(
                                        &[
                                            wit::Type::Borrow(wit::Shared::Static("token")),
                                            wit::Type::Own(wit::Shared::Static("token")),
                                        ],
                                    ),
                                ),
                            ),
                        },
                    ],
                ),
            };
            wit::Interface {
                name: wit::Shared::Static("snapshot:streams/pipes@1.0.0"),
                functions: wit::Shared::Static(
                    &[
                        wit::Function {
                            name: wit::Shared::Static("[constructor]token"),
                            kind: wit::FunctionKind::Constructor,
                            is_async: false,
                            params: wit::Shared::Static(
                                &[
                                    wit::Param {
                                        name: wit::Shared::Static("items"),
                                        ty: wit::Type::Stream(
                                            wit::Shared::Static(
                                                &::core::option::Option::Some(wit::Type::U32),
                                            ),
                                        ),
                                    },
                                ],
                            ),
                            result: ::core::option::Option::Some(
                                wit::Type::Own(wit::Shared::Static("token")),
                            ),
                        },
                        wit::Function {
                            name: wit::Shared::Static("[method]token.spend"),
                            kind: wit::FunctionKind::Method,
                            is_async: true,
                            params: wit::Shared::Static(
                                &[
                                    wit::Param {
                                        name: wit::Shared::Static("self"),
                                        ty: wit::Type::Borrow(wit::Shared::Static("token")),
                                    },
                                    wit::Param {
                                        name: wit::Shared::Static("amount"),
                                        ty: wit::Type::U32,
                                    },
                                ],
                            ),
                            result: ::core::option::Option::Some(
                                wit::Type::Result(
                                    wit::Shared::Static(
                                        &(
                                            ::core::option::Option::Some(wit::Type::U32),
                                            ::core::option::Option::Some(wit::Type::String),
                                        ),
                                    ),
                                ),
                            ),
                        },
                        wit::Function {
                            name: wit::Shared::Static("[method]token.drain"),
                            kind: wit::FunctionKind::Method,
                            is_async: false,
                            params: wit::Shared::Static(
                                &[
                                    wit::Param {
                                        name: wit::Shared::Static("self"),
                                        ty: wit::Type::Borrow(wit::Shared::Static("token")),
                                    },
                                    wit::Param {
                                        name: wit::Shared::Static("of"),
                                        ty: wit::Type::Stream(
                                            wit::Shared::Static(
                                                &::core::option::Option::Some(wit::Type::U8),
                                            ),
                                        ),
                                    },
                                ],
                            ),
                            result: ::core::option::Option::Some(
                                wit::Type::Stream(
                                    wit::Shared::Static(
                                        &::core::option::Option::Some(
                                            wit::Type::Own(wit::Shared::Static("token")),
                                        ),
                                    ),
                                ),
                            ),
                        },
                        wit::Function {
                            name: wit::Shared::Static("[static]token.merge"),
                            kind: wit::FunctionKind::Static,
                            is_async: true,
                            params: wit::Shared::Static(
                                &[
                                    wit::Param {
                                        name: wit::Shared::Static("tokens"),
                                        ty: wit::Type::List(
                                            wit::Shared::Static(
                                                &wit::Type::Borrow(wit::Shared::Static("token")),
                                            ),
                                        ),
                                    },
                                ],
                            ),
                            result: ::core::option::Option::Some(
                                wit::Type::Own(wit::Shared::Static("token")),
                            ),
                        },
                        wit::Function {
                            name: wit::Shared::Static("wait"),
                            kind: wit::FunctionKind::Free,
                            is_async: true,
                            params: wit::Shared::Static(
                                &[
                                    wit::Param {
                                        name: wit::Shared::Static("millis"),
                                        ty: wit::Type::U64,
                                    },
                                ],
                            ),
                            result: ::core::option::Option::None,
                        },
                        wit::Function {
                            name: wit::Shared::Static("look-up"),
                            kind: wit::FunctionKind::Free,
                            is_async: true,
                            params: wit::Shared::Static(
                                &[
                                    wit::Param {
                                        name: wit::Shared::Static("name"),
                                        ty: wit::Type::String,
                                    },
                                    wit::Param {
                                        name: wit::Shared::Static("keys"),
                                        ty: wit::Type::List(wit::Shared::Static(&wit::Type::String)),
                                    },
                                    wit::Param {
                                        name: wit::Shared::Static("at"),
                                        ty: wit::Type::Option(
                                            wit::Shared::Static(
                                                &wit::Type::Record(wit::Shared::Static(&TYPE0)),
                                            ),
                                        ),
                                    },
                                    wit::Param {
                                        name: wit::Shared::Static("deep"),
                                        ty: wit::Type::Tuple(
                                            wit::Shared::Static(&[wit::Type::String, wit::Type::U8]),
                                        ),
                                    },
                                ],
                            ),
                            result: ::core::option::Option::Some(
                                wit::Type::Result(
                                    wit::Shared::Static(
                                        &(
                                            ::core::option::Option::Some(
                                                wit::Type::Record(wit::Shared::Static(&TYPE0)),
                                            ),
                                            ::core::option::Option::Some(wit::Type::String),
                                        ),
                                    ),
                                ),
                            ),
                        },
                        wit::Function {
                            name: wit::Shared::Static("numbers"),
                            kind: wit::FunctionKind::Free,
                            is_async: false,
                            params: wit::Shared::Static(
                                &[
                                    wit::Param {
                                        name: wit::Shared::Static("upto"),
                                        ty: wit::Type::U32,
                                    },
                                ],
                            ),
                            result: ::core::option::Option::Some(
                                wit::Type::Stream(
                                    wit::Shared::Static(
                                        &::core::option::Option::Some(wit::Type::U32),
                                    ),
                                ),
                            ),
                        },
                        wit::Function {
                            name: wit::Shared::Static("total"),
                            kind: wit::FunctionKind::Free,
                            is_async: false,
                            params: wit::Shared::Static(
                                &[
                                    wit::Param {
                                        name: wit::Shared::Static("values"),
                                        ty: wit::Type::Stream(
                                            wit::Shared::Static(
                                                &::core::option::Option::Some(wit::Type::U32),
                                            ),
                                        ),
                                    },
                                ],
                            ),
                            result: ::core::option::Option::Some(wit::Type::U64),
                        },
                        wit::Function {
                            name: wit::Shared::Static("both"),
                            kind: wit::FunctionKind::Free,
                            is_async: false,
                            params: wit::Shared::Static(
                                &[
                                    wit::Param {
                                        name: wit::Shared::Static("values"),
                                        ty: wit::Type::Stream(
                                            wit::Shared::Static(
                                                &::core::option::Option::Some(wit::Type::String),
                                            ),
                                        ),
                                    },
                                    wit::Param {
                                        name: wit::Shared::Static("first"),
                                        ty: wit::Type::Future(
                                            wit::Shared::Static(
                                                &::core::option::Option::Some(
                                                    wit::Type::Record(wit::Shared::Static(&TYPE0)),
                                                ),
                                            ),
                                        ),
                                    },
                                    wit::Param {
                                        name: wit::Shared::Static("m0"),
                                        ty: wit::Type::U8,
                                    },
                                ],
                            ),
                            result: ::core::option::Option::Some(
                                wit::Type::Tuple(
                                    wit::Shared::Static(
                                        &[
                                            wit::Type::Stream(
                                                wit::Shared::Static(
                                                    &::core::option::Option::Some(wit::Type::String),
                                                ),
                                            ),
                                            wit::Type::Future(
                                                wit::Shared::Static(&::core::option::Option::None),
                                            ),
                                        ],
                                    ),
                                ),
                            ),
                        },
                        wit::Function {
                            name: wit::Shared::Static("tokens"),
                            kind: wit::FunctionKind::Free,
                            is_async: false,
                            params: wit::Shared::Static(
                                &[
                                    wit::Param {
                                        name: wit::Shared::Static("tokens"),
                                        ty: wit::Type::Stream(
                                            wit::Shared::Static(
                                                &::core::option::Option::Some(
                                                    wit::Type::Own(wit::Shared::Static("token")),
                                                ),
                                            ),
                                        ),
                                    },
                                ],
                            ),
                            result: ::core::option::Option::Some(
                                wit::Type::Stream(
                                    wit::Shared::Static(
                                        &::core::option::Option::Some(
                                            wit::Type::Result(
                                                wit::Shared::Static(
                                                    &(
                                                        ::core::option::Option::Some(
                                                            wit::Type::Own(wit::Shared::Static("token")),
                                                        ),
                                                        ::core::option::Option::Some(
                                                            wit::Type::Record(wit::Shared::Static(&TYPE1)),
                                                        ),
                                                    ),
                                                ),
                                            ),
                                        ),
                                    ),
                                ),
                            ),
                        },
                        wit::Function {
                            name: wit::Shared::Static("nested"),
                            kind: wit::FunctionKind::Free,
                            is_async: false,
                            params: wit::Shared::Static(
                                &[
                                    wit::Param {
                                        name: wit::Shared::Static("of"),
                                        ty: wit::Type::Stream(
                                            wit::Shared::Static(
                                                &::core::option::Option::Some(
                                                    wit::Type::Future(
                                                        wit::Shared::Static(
                                                            &::core::option::Option::Some(
                                                                wit::Type::Stream(
                                                                    wit::Shared::Static(&::core::option::Option::None),
                                                                ),
                                                            ),
                                                        ),
                                                    ),
                                                ),
                                            ),
                                        ),
                                    },
                                ],
                            ),
                            result: ::core::option::Option::Some(
                                wit::Type::Future(
                                    wit::Shared::Static(
                                        &::core::option::Option::Some(
                                            wit::Type::Stream(
                                                wit::Shared::Static(
                                                    &::core::option::Option::Some(
                                                        wit::Type::Future(
                                                            wit::Shared::Static(&::core::option::Option::None),
                                                        ),
                                                    ),
                                                ),
                                            ),
                                        ),
                                    ),
                                ),
                            ),
                        },
                        wit::Function {
                            name: wit::Shared::Static("mix"),
                            kind: wit::FunctionKind::Free,
                            is_async: false,
                            params: wit::Shared::Static(
                                &[
                                    wit::Param {
                                        name: wit::Shared::Static("source"),
                                        ty: wit::Type::Variant(wit::Shared::Static(&TYPE2)),
                                    },
                                    wit::Param {
                                        name: wit::Shared::Static("more"),
                                        ty: wit::Type::Option(
                                            wit::Shared::Static(
                                                &wit::Type::Record(wit::Shared::Static(&TYPE1)),
                                            ),
                                        ),
                                    },
                                    wit::Param {
                                        name: wit::Shared::Static("all"),
                                        ty: wit::Type::List(
                                            wit::Shared::Static(
                                                &wit::Type::Stream(
                                                    wit::Shared::Static(
                                                        &::core::option::Option::Some(wit::Type::U8),
                                                    ),
                                                ),
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
                                                wit::Type::Record(wit::Shared::Static(&TYPE1)),
                                            ),
                                            ::core::option::Option::Some(
                                                wit::Type::Variant(wit::Shared::Static(&TYPE2)),
                                            ),
                                        ),
                                    ),
                                ),
                            ),
                        },
                        wit::Function {
                            name: wit::Shared::Static("lend"),
                            kind: wit::FunctionKind::Free,
                            is_async: true,
                            params: wit::Shared::Static(
                                &[
                                    wit::Param {
                                        name: wit::Shared::Static("token"),
                                        ty: wit::Type::Borrow(wit::Shared::Static("token")),
                                    },
                                    wit::Param {
                                        name: wit::Shared::Static("all"),
                                        ty: wit::Type::List(
                                            wit::Shared::Static(
                                                &wit::Type::Borrow(wit::Shared::Static("token")),
                                            ),
                                        ),
                                    },
                                    wit::Param {
                                        name: wit::Shared::Static("loan"),
                                        ty: wit::Type::Record(wit::Shared::Static(&TYPE3)),
                                    },
                                    wit::Param {
                                        name: wit::Shared::Static("claim"),
                                        ty: wit::Type::Option(
                                            wit::Shared::Static(
                                                &wit::Type::Variant(wit::Shared::Static(&TYPE4)),
                                            ),
                                        ),
                                    },
                                ],
                            ),
                            result: ::core::option::Option::Some(
                                wit::Type::Own(wit::Shared::Static("token")),
                            ),
                        },
                    ],
                ),
            }
        };
        ///The hash of the interface: `c9d7efd6ae98a5a44d11852513eb30d89a4143bebf2dfcabdd1c30e3af1a56c3`.
        pub const HASH: ::fidius::InterfaceHash = ::fidius::InterfaceHash::from_bytes([
            201u8, 215u8, 239u8, 214u8, 174u8, 152u8, 165u8, 164u8, 77u8, 17u8, 133u8,
            37u8, 19u8, 235u8, 48u8, 216u8, 154u8, 65u8, 67u8, 190u8, 191u8, 45u8, 252u8,
            171u8, 221u8, 28u8, 48u8, 227u8, 175u8, 26u8, 86u8, 195u8,
        ]);
    }
    ///The functions of `plumbing`: what the host gives to plugins. Implement it on a type of your own; an error of the host's (`CallError::Host`, or `Error`) ends the plugin's call with that error.
    ///
    ///[`PlumbingImportsAsync`] is the async form.
    #[diagnostic::on_unimplemented(
        message = "`{Self}` does not have the functions of the world `plumbing`",
        label = "it does not implement `PlumbingImports`",
        note = "one value has the functions of all that the plugin imports: the struct `Imports` makes it of one for each",
        note = "`.imports_async(value)` of the builder takes a value that implements `PlumbingImportsAsync`"
    )]
    #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
    pub trait PlumbingImports {
        ///The function `now`.
        ///
        ///# Errors
        ///
        ///The call fails.
        fn now(&self) -> ::core::result::Result<::core::primitive::u64, ::fidius::Error>;
        ///The function `ticks`.
        ///
        ///# Errors
        ///
        ///The call fails.
        fn ticks(
            &self,
        ) -> ::core::result::Result<
            ::fidius::Stream<::core::primitive::u64>,
            ::fidius::Error,
        >;
    }
    #[allow(clippy::too_many_arguments)]
    impl<T: self::PlumbingImports + ?::core::marker::Sized> self::PlumbingImports
    for ::std::sync::Arc<T> {
        fn now(
            &self,
        ) -> ::core::result::Result<::core::primitive::u64, ::fidius::Error> {
            <T as self::PlumbingImports>::now(&**self)
        }
        fn ticks(
            &self,
        ) -> ::core::result::Result<
            ::fidius::Stream<::core::primitive::u64>,
            ::fidius::Error,
        > {
            <T as self::PlumbingImports>::ticks(&**self)
        }
    }
    ///The functions of `plumbing`: what the host gives to plugins. Implement it with `async fn` on a type of your own; an error of the host's (`CallError::Host`, or `Error`) ends the plugin's call with that error.
    ///
    ///[`PlumbingImports`] is the blocking form.
    #[diagnostic::on_unimplemented(
        message = "`{Self}` does not have the functions of the world `plumbing` as async functions",
        label = "it does not implement `PlumbingImportsAsync`",
        note = "one value has the functions of all that the plugin imports: the struct `Imports` makes it of one for each",
        note = "`.imports(value)` of the builder takes a value that implements `PlumbingImports`"
    )]
    #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
    pub trait PlumbingImportsAsync {
        ///The function `now`.
        ///
        ///# Errors
        ///
        ///The call fails.
        fn now(
            &self,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<::core::primitive::u64, ::fidius::Error>,
        > + ::core::marker::Send;
        ///The function `ticks`.
        ///
        ///# Errors
        ///
        ///The call fails.
        fn ticks(
            &self,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<
                ::fidius::Stream<::core::primitive::u64>,
                ::fidius::Error,
            >,
        > + ::core::marker::Send;
    }
    #[allow(clippy::too_many_arguments)]
    impl<
        T: self::PlumbingImportsAsync + ?::core::marker::Sized,
    > self::PlumbingImportsAsync for ::std::sync::Arc<T> {
        fn now(
            &self,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<::core::primitive::u64, ::fidius::Error>,
        > + ::core::marker::Send {
            <T as self::PlumbingImportsAsync>::now(&**self)
        }
        fn ticks(
            &self,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<
                ::fidius::Stream<::core::primitive::u64>,
                ::fidius::Error,
            >,
        > + ::core::marker::Send {
            <T as self::PlumbingImportsAsync>::ticks(&**self)
        }
    }
    ///The functions of `plumbing`: what a plugin's handle implements, and what a fake may.
    ///
    ///[`PlumbingAsync`] is the async form.
    #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
    pub trait Plumbing {
        ///The function `run`.
        ///
        ///# Errors
        ///
        ///The call fails.
        fn run(
            &self,
            of: ::fidius::Stream<::core::primitive::u8>,
        ) -> ::core::result::Result<
            ::fidius::Stream<::core::primitive::u8>,
            ::fidius::Error,
        >;
    }
    #[allow(clippy::too_many_arguments)]
    impl<T: self::Plumbing + ?::core::marker::Sized> self::Plumbing
    for ::std::sync::Arc<T> {
        fn run(
            &self,
            of: ::fidius::Stream<::core::primitive::u8>,
        ) -> ::core::result::Result<
            ::fidius::Stream<::core::primitive::u8>,
            ::fidius::Error,
        > {
            <T as self::Plumbing>::run(&**self, of)
        }
    }
    ///The functions of `plumbing`: what a plugin's handle implements, and what a fake may, with `async fn`.
    ///
    ///[`Plumbing`] is the blocking form.
    #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
    pub trait PlumbingAsync {
        ///The function `run`.
        ///
        ///# Errors
        ///
        ///The call fails.
        fn run(
            &self,
            of: ::fidius::Stream<::core::primitive::u8>,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<
                ::fidius::Stream<::core::primitive::u8>,
                ::fidius::Error,
            >,
        > + ::core::marker::Send;
    }
    #[allow(clippy::too_many_arguments)]
    impl<T: self::PlumbingAsync + ?::core::marker::Sized> self::PlumbingAsync
    for ::std::sync::Arc<T> {
        fn run(
            &self,
            of: ::fidius::Stream<::core::primitive::u8>,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<
                ::fidius::Stream<::core::primitive::u8>,
                ::fidius::Error,
            >,
        > + ::core::marker::Send {
            <T as self::PlumbingAsync>::run(&**self, of)
        }
    }
    ///The method table of `plumbing`: each function with its parameters and result.
    pub static INTERFACE: ::fidius::Interface = {
        use ::fidius::__private::wit;
        wit::Interface {
            name: wit::Shared::Static("plumbing"),
            functions: wit::Shared::Static(
                &[
                    wit::Function {
                        name: wit::Shared::Static("run"),
                        kind: wit::FunctionKind::Free,
                        is_async: true,
                        params: wit::Shared::Static(
                            &[
                                wit::Param {
                                    name: wit::Shared::Static("of"),
                                    ty: wit::Type::Stream(
                                        wit::Shared::Static(
                                            &::core::option::Option::Some(wit::Type::U8),
                                        ),
                                    ),
                                },
                            ],
                        ),
                        result: ::core::option::Option::Some(
                            wit::Type::Stream(
                                wit::Shared::Static(
                                    &::core::option::Option::Some(wit::Type::U8),
                                ),
                            ),
                        ),
                    },
                ],
            ),
        }
    };
    ///The hash of the interface: `98f821a18b50df0f011746eb9f36e9d095e29b10606e4d4736e38e50a4b8f8ef`.
    pub const HASH: ::fidius::InterfaceHash = ::fidius::InterfaceHash::from_bytes([
        152u8, 248u8, 33u8, 161u8, 139u8, 80u8, 223u8, 15u8, 1u8, 23u8, 70u8, 235u8,
        159u8, 54u8, 233u8, 208u8, 149u8, 226u8, 155u8, 16u8, 96u8, 110u8, 77u8, 71u8,
        54u8, 227u8, 142u8, 80u8, 164u8, 184u8, 248u8, 239u8,
    ]);
    /// All that the host gives to a plugin, put together from one implementation for each import.
    #[derive(::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug)]
    pub struct Imports<Log, Plumbing> {
        ///What implements `snapshot:streams/log@1.0.0`.
        pub log: Log,
        ///What implements `plumbing`.
        pub plumbing: Plumbing,
    }
    #[allow(clippy::too_many_arguments)]
    impl<Log: self::log::Log, Plumbing> self::log::Log for Imports<Log, Plumbing> {
        fn open(
            &self,
            name: &::core::primitive::str,
        ) -> ::core::result::Result<
            self::log::Sink,
            ::fidius::CallError<self::log::Track>,
        > {
            <Log as self::log::Log>::open(&self.log, name)
        }
        fn hand(
            &self,
            to: &self::log::Sink,
            track: self::log::Track,
            at: &self::types::Point,
        ) -> ::core::result::Result<self::log::Track, ::fidius::Error> {
            <Log as self::log::Log>::hand(&self.log, to, track, at)
        }
        fn lines(
            &self,
            of: ::fidius::Stream<::std::string::String>,
        ) -> ::core::result::Result<
            ::fidius::Stream<::std::string::String>,
            ::fidius::Error,
        > {
            <Log as self::log::Log>::lines(&self.log, of)
        }
    }
    #[allow(clippy::too_many_arguments)]
    impl<Log, Plumbing: self::PlumbingImports> self::PlumbingImports
    for Imports<Log, Plumbing> {
        fn now(
            &self,
        ) -> ::core::result::Result<::core::primitive::u64, ::fidius::Error> {
            <Plumbing as self::PlumbingImports>::now(&self.plumbing)
        }
        fn ticks(
            &self,
        ) -> ::core::result::Result<
            ::fidius::Stream<::core::primitive::u64>,
            ::fidius::Error,
        > {
            <Plumbing as self::PlumbingImports>::ticks(&self.plumbing)
        }
    }
    #[allow(clippy::too_many_arguments)]
    impl<Log: self::log::LogAsync, Plumbing> self::log::LogAsync
    for Imports<Log, Plumbing> {
        fn open(
            &self,
            name: &::core::primitive::str,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<
                self::log::Sink,
                ::fidius::CallError<self::log::Track>,
            >,
        > + ::core::marker::Send {
            <Log as self::log::LogAsync>::open(&self.log, name)
        }
        fn hand(
            &self,
            to: &self::log::Sink,
            track: self::log::Track,
            at: &self::types::Point,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<self::log::Track, ::fidius::Error>,
        > + ::core::marker::Send {
            <Log as self::log::LogAsync>::hand(&self.log, to, track, at)
        }
        fn lines(
            &self,
            of: ::fidius::Stream<::std::string::String>,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<
                ::fidius::Stream<::std::string::String>,
                ::fidius::Error,
            >,
        > + ::core::marker::Send {
            <Log as self::log::LogAsync>::lines(&self.log, of)
        }
    }
    #[allow(clippy::too_many_arguments)]
    impl<Log, Plumbing: self::PlumbingImportsAsync> self::PlumbingImportsAsync
    for Imports<Log, Plumbing> {
        fn now(
            &self,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<::core::primitive::u64, ::fidius::Error>,
        > + ::core::marker::Send {
            <Plumbing as self::PlumbingImportsAsync>::now(&self.plumbing)
        }
        fn ticks(
            &self,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<
                ::fidius::Stream<::core::primitive::u64>,
                ::fidius::Error,
            >,
        > + ::core::marker::Send {
            <Plumbing as self::PlumbingImportsAsync>::ticks(&self.plumbing)
        }
    }
    #[doc(hidden)]
    #[allow(clippy::all, clippy::pedantic, clippy::nursery)]
    pub mod __fidius {
        ///The method table of `plumbing`: each function with its parameters and result.
        pub static INTERFACE3: ::fidius::Interface = {
            use ::fidius::__private::wit;
            wit::Interface {
                name: wit::Shared::Static("plumbing"),
                functions: wit::Shared::Static(
                    &[
                        wit::Function {
                            name: wit::Shared::Static("now"),
                            kind: wit::FunctionKind::Free,
                            is_async: true,
                            params: wit::Shared::Static(&[]),
                            result: ::core::option::Option::Some(wit::Type::U64),
                        },
                        wit::Function {
                            name: wit::Shared::Static("ticks"),
                            kind: wit::FunctionKind::Free,
                            is_async: false,
                            params: wit::Shared::Static(&[]),
                            result: ::core::option::Option::Some(
                                wit::Type::Stream(
                                    wit::Shared::Static(
                                        &::core::option::Option::Some(wit::Type::U64),
                                    ),
                                ),
                            ),
                        },
                    ],
                ),
            }
        };
        ///The hash of the interface: `1aaa43d2a7b09be271c459876bb960362724a9f634fbb5effc8c1ae2acb340ad`.
        pub const HASH3: ::fidius::InterfaceHash = ::fidius::InterfaceHash::from_bytes([
            26u8, 170u8, 67u8, 210u8, 167u8, 176u8, 155u8, 226u8, 113u8, 196u8, 89u8,
            135u8, 107u8, 185u8, 96u8, 54u8, 39u8, 36u8, 169u8, 246u8, 52u8, 251u8,
            181u8, 239u8, 252u8, 140u8, 26u8, 226u8, 172u8, 179u8, 64u8, 173u8,
        ]);
        pub struct Function0;
        impl ::fidius::__private::Function for Function0 {
            type Params<'a> = (
                ::fidius::__private::wasmtime::component::StreamReader<
                    ::core::primitive::u32,
                >,
            );
            type Results = (::fidius::__private::RawHandle,);
            const EXPORT: ::core::primitive::usize = 0usize;
            const INDEX: ::core::primitive::usize = 0usize;
        }
        pub struct Function1;
        impl ::fidius::__private::Function for Function1 {
            type Params<'a> = (::fidius::__private::RawHandle, ::core::primitive::u32);
            type Results = (
                ::core::result::Result<::core::primitive::u32, ::std::string::String>,
            );
            const EXPORT: ::core::primitive::usize = 0usize;
            const INDEX: ::core::primitive::usize = 1usize;
        }
        pub struct Function2;
        impl ::fidius::__private::Function for Function2 {
            type Params<'a> = (
                ::fidius::__private::RawHandle,
                ::fidius::__private::wasmtime::component::StreamReader<
                    ::core::primitive::u8,
                >,
            );
            type Results = (
                ::fidius::__private::wasmtime::component::StreamReader<
                    ::fidius::__private::RawHandle,
                >,
            );
            const EXPORT: ::core::primitive::usize = 0usize;
            const INDEX: ::core::primitive::usize = 2usize;
        }
        pub struct Function3;
        impl ::fidius::__private::Function for Function3 {
            type Params<'a> = (::std::vec::Vec<::fidius::__private::RawHandle>,);
            type Results = (::fidius::__private::RawHandle,);
            const EXPORT: ::core::primitive::usize = 0usize;
            const INDEX: ::core::primitive::usize = 3usize;
        }
        pub struct Function4;
        impl ::fidius::__private::Function for Function4 {
            type Params<'a> = (::core::primitive::u64,);
            type Results = ();
            const EXPORT: ::core::primitive::usize = 0usize;
            const INDEX: ::core::primitive::usize = 4usize;
        }
        pub struct Function5;
        impl ::fidius::__private::Function for Function5 {
            type Params<'a> = (
                ::std::string::String,
                ::std::vec::Vec<::std::string::String>,
                ::core::option::Option<super::pipes::Point>,
                (::std::string::String, ::core::primitive::u8),
            );
            type Results = (
                ::core::result::Result<super::pipes::Point, ::std::string::String>,
            );
            const EXPORT: ::core::primitive::usize = 0usize;
            const INDEX: ::core::primitive::usize = 5usize;
        }
        pub struct Function6;
        impl ::fidius::__private::Function for Function6 {
            type Params<'a> = (::core::primitive::u32,);
            type Results = (
                ::fidius::__private::wasmtime::component::StreamReader<
                    ::core::primitive::u32,
                >,
            );
            const EXPORT: ::core::primitive::usize = 0usize;
            const INDEX: ::core::primitive::usize = 6usize;
        }
        pub struct Function7;
        impl ::fidius::__private::Function for Function7 {
            type Params<'a> = (
                ::fidius::__private::wasmtime::component::StreamReader<
                    ::core::primitive::u32,
                >,
            );
            type Results = (::core::primitive::u64,);
            const EXPORT: ::core::primitive::usize = 0usize;
            const INDEX: ::core::primitive::usize = 7usize;
        }
        pub struct Function8;
        impl ::fidius::__private::Function for Function8 {
            type Params<'a> = (
                ::fidius::__private::wasmtime::component::StreamReader<
                    ::std::string::String,
                >,
                ::fidius::__private::wasmtime::component::FutureReader<
                    super::pipes::Point,
                >,
                ::core::primitive::u8,
            );
            type Results = (
                (
                    ::fidius::__private::wasmtime::component::StreamReader<
                        ::std::string::String,
                    >,
                    ::fidius::__private::wasmtime::component::FutureReader<()>,
                ),
            );
            const EXPORT: ::core::primitive::usize = 0usize;
            const INDEX: ::core::primitive::usize = 8usize;
        }
        pub struct Function9;
        impl ::fidius::__private::Function for Function9 {
            type Params<'a> = (
                ::fidius::__private::wasmtime::component::StreamReader<
                    ::fidius::__private::RawHandle,
                >,
            );
            type Results = (
                ::fidius::__private::wasmtime::component::StreamReader<
                    ::core::result::Result<
                        ::fidius::__private::RawHandle,
                        <super::types::Track as ::fidius::__private::Twin>::Raw,
                    >,
                >,
            );
            const EXPORT: ::core::primitive::usize = 0usize;
            const INDEX: ::core::primitive::usize = 9usize;
        }
        pub struct Function10;
        impl ::fidius::__private::Function for Function10 {
            type Params<'a> = (
                ::fidius::__private::wasmtime::component::StreamReader<
                    ::fidius::__private::wasmtime::component::FutureReader<
                        ::fidius::__private::wasmtime::component::StreamReader<()>,
                    >,
                >,
            );
            type Results = (
                ::fidius::__private::wasmtime::component::FutureReader<
                    ::fidius::__private::wasmtime::component::StreamReader<
                        ::fidius::__private::wasmtime::component::FutureReader<()>,
                    >,
                >,
            );
            const EXPORT: ::core::primitive::usize = 0usize;
            const INDEX: ::core::primitive::usize = 10usize;
        }
        pub struct Function11;
        impl ::fidius::__private::Function for Function11 {
            type Params<'a> = (
                <super::types::Source as ::fidius::__private::Twin>::Raw,
                ::core::option::Option<
                    <super::types::Track as ::fidius::__private::Twin>::Raw,
                >,
                ::std::vec::Vec<
                    ::fidius::__private::wasmtime::component::StreamReader<
                        ::core::primitive::u8,
                    >,
                >,
            );
            type Results = (
                ::core::result::Result<
                    <super::types::Track as ::fidius::__private::Twin>::Raw,
                    <super::types::Source as ::fidius::__private::Twin>::Raw,
                >,
            );
            const EXPORT: ::core::primitive::usize = 0usize;
            const INDEX: ::core::primitive::usize = 11usize;
        }
        pub struct Function12;
        impl ::fidius::__private::Function for Function12 {
            type Params<'a> = (
                ::fidius::__private::RawHandle,
                ::std::vec::Vec<::fidius::__private::RawHandle>,
                <super::pipes::Loan<'static> as ::fidius::__private::Twin>::Raw,
                ::core::option::Option<
                    <super::pipes::Claim<'static> as ::fidius::__private::Twin>::Raw,
                >,
            );
            type Results = (::fidius::__private::RawHandle,);
            const EXPORT: ::core::primitive::usize = 0usize;
            const INDEX: ::core::primitive::usize = 12usize;
        }
        pub struct Function13;
        impl ::fidius::__private::Function for Function13 {
            type Params<'a> = (
                ::fidius::__private::wasmtime::component::StreamReader<
                    ::core::primitive::u8,
                >,
            );
            type Results = (
                ::fidius::__private::wasmtime::component::StreamReader<
                    ::core::primitive::u8,
                >,
            );
            const EXPORT: ::core::primitive::usize = 1usize;
            const INDEX: ::core::primitive::usize = 0usize;
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
            let _ = checker;
            ::core::result::Result::Ok(())
        }
        pub static DEFINITION: ::fidius::__private::Definition = ::fidius::__private::Definition {
            exports: &[
                ::fidius::__private::Export {
                    interface: &super::pipes::INTERFACE,
                    hash: super::pipes::HASH,
                    is_world: false,
                    optional: &[],
                    raw: &[],
                    client_streams: &[],
                },
                ::fidius::__private::Export {
                    interface: &super::INTERFACE,
                    hash: super::HASH,
                    is_world: true,
                    optional: &[],
                    raw: &[],
                    client_streams: &[],
                },
            ],
            imports: &[
                ::fidius::__private::Import {
                    interface: &super::log::INTERFACE,
                    is_world: false,
                    resources: &["sink"],
                },
                ::fidius::__private::Import {
                    interface: &INTERFACE3,
                    is_world: true,
                    resources: &[],
                },
            ],
            is_open: false,
            guest_hash: ::core::option::Option::None,
            resources: &[
                ::fidius::__private::GuestResource {
                    id: ::core::any::TypeId::of::<super::pipes::Token>,
                    make: make_guest0,
                },
            ],
            check,
        };
        struct Guest0(::std::sync::Arc<::fidius::__private::GuestHandle>);
        impl super::pipes::__TokenResource for Guest0 {
            fn blocking0(
                &self,
                amount: ::core::primitive::u32,
            ) -> ::core::result::Result<
                ::core::primitive::u32,
                ::fidius::CallError<::std::string::String>,
            > {
                let (arg0,) = (amount,);
                let this = ::std::sync::Arc::clone(&self.0);
                ::fidius::__private::flatten(
                    self
                        .0
                        .call_concurrent::<
                            Function1,
                            _,
                        >(
                            move |cx| {
                                let _ = &cx;
                                ::core::result::Result::Ok((cx.this(&this)?, arg0))
                            },
                            move |(answer,), cx| {
                                let _ = &cx;
                                ::core::result::Result::Ok(answer)
                            },
                        ),
                )
            }
            fn async0<'f>(
                &'f self,
                amount: ::core::primitive::u32,
            ) -> ::core::pin::Pin<
                ::std::boxed::Box<
                    dyn ::core::future::Future<
                        Output = ::core::result::Result<
                            ::core::primitive::u32,
                            ::fidius::CallError<::std::string::String>,
                        >,
                    > + ::core::marker::Send + 'f,
                >,
            > {
                ::std::boxed::Box::pin(async move {
                    let (arg0,) = (amount,);
                    let this = ::std::sync::Arc::clone(&self.0);
                    ::fidius::__private::flatten(
                        self
                            .0
                            .call_concurrent_async::<
                                Function1,
                                _,
                            >(
                                move |cx| {
                                    let _ = &cx;
                                    ::core::result::Result::Ok((cx.this(&this)?, arg0))
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
            fn blocking1(
                &self,
                of: super::pipes::Bytes,
            ) -> ::core::result::Result<
                ::fidius::Stream<super::pipes::Token>,
                ::fidius::Error,
            > {
                let (arg0,) = (of,);
                let this = ::std::sync::Arc::clone(&self.0);
                self.0
                    .call_concurrent::<
                        Function2,
                        _,
                    >(
                        move |cx| {
                            let _ = &cx;
                            ::core::result::Result::Ok((
                                cx.this(&this)?,
                                cx.lower_stream::<::core::primitive::u8>(arg0)?,
                            ))
                        },
                        move |(answer,), cx| {
                            let _ = &cx;
                            ::core::result::Result::Ok(
                                cx
                                    .stream_with::<
                                        super::pipes::Token,
                                        ::fidius::__private::RawHandle,
                                    >(
                                        answer,
                                        |raw, cx| ::core::result::Result::Ok(
                                            cx.own::<super::pipes::Token>(raw)?,
                                        ),
                                    )?,
                            )
                        },
                    )
            }
            fn async1<'f>(
                &'f self,
                of: super::pipes::Bytes,
            ) -> ::core::pin::Pin<
                ::std::boxed::Box<
                    dyn ::core::future::Future<
                        Output = ::core::result::Result<
                            ::fidius::Stream<super::pipes::Token>,
                            ::fidius::Error,
                        >,
                    > + ::core::marker::Send + 'f,
                >,
            > {
                ::std::boxed::Box::pin(async move {
                    let (arg0,) = (of,);
                    let this = ::std::sync::Arc::clone(&self.0);
                    self.0
                        .call_concurrent_async::<
                            Function2,
                            _,
                        >(
                            move |cx| {
                                let _ = &cx;
                                ::core::result::Result::Ok((
                                    cx.this(&this)?,
                                    cx.lower_stream::<::core::primitive::u8>(arg0)?,
                                ))
                            },
                            move |(answer,), cx| {
                                let _ = &cx;
                                ::core::result::Result::Ok(
                                    cx
                                        .stream_with::<
                                            super::pipes::Token,
                                            ::fidius::__private::RawHandle,
                                        >(
                                            answer,
                                            |raw, cx| ::core::result::Result::Ok(
                                                cx.own::<super::pipes::Token>(raw)?,
                                            ),
                                        )?,
                                )
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
                <super::pipes::Token as ::fidius::__private::Resource>::from_handle(
                    ::fidius::__private::Handle::guest(object, handle),
                ),
            )
        }
    }
}
#[allow(clippy::all, clippy::pedantic, clippy::nursery)]
const _: () = {
    impl plumbing::pipes::Pipes for Plumbing {
        #[inline]
        fn new_token(
            &self,
            items: ::fidius::Stream<::core::primitive::u32>,
        ) -> ::core::result::Result<plumbing::pipes::Token, ::fidius::Error> {
            let (arg0,) = (items,);
            let route = self.plugin.route::<plumbing::__fidius::Function0>();
            self.plugin
                .call_concurrent::<
                    plumbing::__fidius::Function0,
                    _,
                >(
                    route,
                    move |cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok((
                            cx.lower_stream::<::core::primitive::u32>(arg0)?,
                        ))
                    },
                    move |(answer,), cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok(
                            cx.own::<plumbing::pipes::Token>(answer)?,
                        )
                    },
                )
        }
        #[inline]
        fn token_merge(
            &self,
            tokens: &[&plumbing::pipes::Token],
        ) -> ::core::result::Result<plumbing::pipes::Token, ::fidius::Error> {
            let (arg0,) = (tokens,);
            let mut route = self.plugin.route::<plumbing::__fidius::Function3>();
            {
                let route = &mut route;
                for item in arg0 {
                    route.add(*item)?;
                }
            }
            let arg0 = {
                let list = arg0;
                let mut items = ::std::vec::Vec::with_capacity(list.len());
                for item in list {
                    items
                        .push(
                            ::fidius::__private::share(::core::clone::Clone::clone(item)),
                        );
                }
                items
            };
            self.plugin
                .call_concurrent::<
                    plumbing::__fidius::Function3,
                    _,
                >(
                    route,
                    move |cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok((
                            {
                                let list = arg0;
                                let mut items = ::std::vec::Vec::with_capacity(list.len());
                                for item in list {
                                    items.push(cx.borrow(&item)?);
                                }
                                items
                            },
                        ))
                    },
                    move |(answer,), cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok(
                            cx.own::<plumbing::pipes::Token>(answer)?,
                        )
                    },
                )
        }
        #[inline]
        fn wait(
            &self,
            millis: ::core::primitive::u64,
        ) -> ::core::result::Result<(), ::fidius::Error> {
            let (arg0,) = (millis,);
            let route = self.plugin.route::<plumbing::__fidius::Function4>();
            self.plugin
                .call_concurrent::<
                    plumbing::__fidius::Function4,
                    _,
                >(
                    route,
                    move |cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok((arg0,))
                    },
                    move |(), cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok(())
                    },
                )
        }
        #[inline]
        fn look_up(
            &self,
            name: &::core::primitive::str,
            keys: &[::std::string::String],
            at: ::core::option::Option<&plumbing::types::Point>,
            deep: (&::core::primitive::str, ::core::primitive::u8),
        ) -> ::core::result::Result<
            plumbing::pipes::Point,
            ::fidius::CallError<::std::string::String>,
        > {
            let (arg0, arg1, arg2, arg3) = (name, keys, at, deep);
            let route = self.plugin.route::<plumbing::__fidius::Function5>();
            let arg0 = ::std::borrow::ToOwned::to_owned(arg0);
            let arg1 = ::std::borrow::ToOwned::to_owned(arg1);
            let arg2 = match arg2 {
                ::core::option::Option::Some(item) => {
                    ::core::option::Option::Some(::core::clone::Clone::clone(item))
                }
                ::core::option::Option::None => ::core::option::Option::None,
            };
            let arg3 = {
                let tuple = arg3;
                (::std::borrow::ToOwned::to_owned(tuple.0), tuple.1)
            };
            ::fidius::__private::flatten(
                self
                    .plugin
                    .call_concurrent::<
                        plumbing::__fidius::Function5,
                        _,
                    >(
                        route,
                        move |cx| {
                            let _ = &cx;
                            ::core::result::Result::Ok((arg0, arg1, arg2, arg3))
                        },
                        move |(answer,), cx| {
                            let _ = &cx;
                            ::core::result::Result::Ok(answer)
                        },
                    ),
            )
        }
        #[inline]
        fn numbers(
            &self,
            upto: ::core::primitive::u32,
        ) -> ::core::result::Result<
            ::fidius::Stream<::core::primitive::u32>,
            ::fidius::Error,
        > {
            let (arg0,) = (upto,);
            let route = self.plugin.route::<plumbing::__fidius::Function6>();
            self.plugin
                .call_concurrent::<
                    plumbing::__fidius::Function6,
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
                            cx.stream::<::core::primitive::u32>(answer)?,
                        )
                    },
                )
        }
        #[inline]
        fn total(
            &self,
            values: ::fidius::Stream<::core::primitive::u32>,
        ) -> ::core::result::Result<::core::primitive::u64, ::fidius::Error> {
            let (arg0,) = (values,);
            let route = self.plugin.route::<plumbing::__fidius::Function7>();
            self.plugin
                .call_concurrent::<
                    plumbing::__fidius::Function7,
                    _,
                >(
                    route,
                    move |cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok((
                            cx.lower_stream::<::core::primitive::u32>(arg0)?,
                        ))
                    },
                    move |(answer,), cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok(answer)
                    },
                )
        }
        #[inline]
        fn both(
            &self,
            values: ::fidius::Stream<::std::string::String>,
            first: ::fidius::Future<plumbing::pipes::Point>,
            m0: ::core::primitive::u8,
        ) -> ::core::result::Result<
            (::fidius::Stream<::std::string::String>, ::fidius::Future<()>),
            ::fidius::Error,
        > {
            let (arg0, arg1, arg2) = (values, first, m0);
            let route = self.plugin.route::<plumbing::__fidius::Function8>();
            self.plugin
                .call_concurrent::<
                    plumbing::__fidius::Function8,
                    _,
                >(
                    route,
                    move |cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok((
                            cx.lower_stream::<::std::string::String>(arg0)?,
                            cx.lower_future::<plumbing::pipes::Point>(arg1)?,
                            arg2,
                        ))
                    },
                    move |(answer,), cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok({
                            let (element0, element1) = answer;
                            (
                                cx.stream::<::std::string::String>(element0)?,
                                cx.future::<()>(element1)?,
                            )
                        })
                    },
                )
        }
        #[inline]
        fn tokens(
            &self,
            tokens: ::fidius::Stream<plumbing::pipes::Token>,
        ) -> ::core::result::Result<
            ::fidius::Stream<
                ::core::result::Result<plumbing::pipes::Token, plumbing::pipes::Track>,
            >,
            ::fidius::Error,
        > {
            let (arg0,) = (tokens,);
            let route = self.plugin.route::<plumbing::__fidius::Function9>();
            self.plugin
                .call_concurrent::<
                    plumbing::__fidius::Function9,
                    _,
                >(
                    route,
                    move |cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok((
                            cx
                                .lower_stream_with::<
                                    plumbing::pipes::Token,
                                    ::fidius::__private::RawHandle,
                                >(
                                    arg0,
                                    |item, cx| ::core::result::Result::Ok(cx.own(item)?),
                                )?,
                        ))
                    },
                    move |(answer,), cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok(
                            cx
                                .stream_with::<
                                    ::core::result::Result<
                                        plumbing::pipes::Token,
                                        plumbing::pipes::Track,
                                    >,
                                    ::core::result::Result<
                                        ::fidius::__private::RawHandle,
                                        <plumbing::types::Track as ::fidius::__private::Twin>::Raw,
                                    >,
                                >(
                                    answer,
                                    |raw, cx| ::core::result::Result::Ok(
                                        match raw {
                                            ::core::result::Result::Ok(item) => {
                                                ::core::result::Result::Ok(
                                                    cx.own::<plumbing::pipes::Token>(item)?,
                                                )
                                            }
                                            ::core::result::Result::Err(item) => {
                                                ::core::result::Result::Err(
                                                    ::fidius::__private::Lifted::lift(item, cx)?,
                                                )
                                            }
                                        },
                                    ),
                                )?,
                        )
                    },
                )
        }
        #[inline]
        fn nested(
            &self,
            of: ::fidius::Stream<::fidius::Future<::fidius::Stream<()>>>,
        ) -> ::core::result::Result<
            ::fidius::Future<::fidius::Stream<::fidius::Future<()>>>,
            ::fidius::Error,
        > {
            let (arg0,) = (of,);
            let route = self.plugin.route::<plumbing::__fidius::Function10>();
            self.plugin
                .call_concurrent::<
                    plumbing::__fidius::Function10,
                    _,
                >(
                    route,
                    move |cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok((
                            cx
                                .lower_stream_with::<
                                    ::fidius::Future<::fidius::Stream<()>>,
                                    ::fidius::__private::wasmtime::component::FutureReader<
                                        ::fidius::__private::wasmtime::component::StreamReader<()>,
                                    >,
                                >(
                                    arg0,
                                    |item, cx| ::core::result::Result::Ok(
                                        cx
                                            .lower_future_with::<
                                                ::fidius::Stream<()>,
                                                ::fidius::__private::wasmtime::component::StreamReader<()>,
                                            >(
                                                item,
                                                |item, cx| ::core::result::Result::Ok(
                                                    cx.lower_stream::<()>(item)?,
                                                ),
                                            )?,
                                    ),
                                )?,
                        ))
                    },
                    move |(answer,), cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok(
                            cx
                                .future_with::<
                                    ::fidius::Stream<::fidius::Future<()>>,
                                    ::fidius::__private::wasmtime::component::StreamReader<
                                        ::fidius::__private::wasmtime::component::FutureReader<()>,
                                    >,
                                >(
                                    answer,
                                    |raw, cx| ::core::result::Result::Ok(
                                        cx
                                            .stream_with::<
                                                ::fidius::Future<()>,
                                                ::fidius::__private::wasmtime::component::FutureReader<()>,
                                            >(
                                                raw,
                                                |raw, cx| ::core::result::Result::Ok(cx.future::<()>(raw)?),
                                            )?,
                                    ),
                                )?,
                        )
                    },
                )
        }
        #[inline]
        fn mix(
            &self,
            source: plumbing::pipes::Source,
            more: ::core::option::Option<plumbing::pipes::Track>,
            all: ::std::vec::Vec<::fidius::Stream<::core::primitive::u8>>,
        ) -> ::core::result::Result<
            plumbing::pipes::Track,
            ::fidius::CallError<plumbing::pipes::Source>,
        > {
            let (arg0, arg1, arg2) = (source, more, all);
            let route = self.plugin.route::<plumbing::__fidius::Function11>();
            ::fidius::__private::flatten(
                self
                    .plugin
                    .call_concurrent::<
                        plumbing::__fidius::Function11,
                        _,
                    >(
                        route,
                        move |cx| {
                            let _ = &cx;
                            ::core::result::Result::Ok((
                                ::fidius::__private::Lowered::lower(arg0, cx)?,
                                match arg1 {
                                    ::core::option::Option::Some(item) => {
                                        ::core::option::Option::Some(
                                            ::fidius::__private::Lowered::lower(item, cx)?,
                                        )
                                    }
                                    ::core::option::Option::None => ::core::option::Option::None,
                                },
                                {
                                    let list = arg2;
                                    let mut items = ::std::vec::Vec::with_capacity(list.len());
                                    for item in list {
                                        items.push(cx.lower_stream::<::core::primitive::u8>(item)?);
                                    }
                                    items
                                },
                            ))
                        },
                        move |(answer,), cx| {
                            let _ = &cx;
                            ::core::result::Result::Ok(
                                match answer {
                                    ::core::result::Result::Ok(item) => {
                                        ::core::result::Result::Ok(
                                            ::fidius::__private::Lifted::lift(item, cx)?,
                                        )
                                    }
                                    ::core::result::Result::Err(item) => {
                                        ::core::result::Result::Err(
                                            ::fidius::__private::Lifted::lift(item, cx)?,
                                        )
                                    }
                                },
                            )
                        },
                    ),
            )
        }
        #[inline]
        fn lend(
            &self,
            token: &plumbing::pipes::Token,
            all: &[&plumbing::pipes::Token],
            loan: &plumbing::pipes::Loan<'_>,
            claim: ::core::option::Option<plumbing::pipes::Claim<'_>>,
        ) -> ::core::result::Result<plumbing::pipes::Token, ::fidius::Error> {
            let (arg0, arg1, arg2, arg3) = (token, all, loan, claim);
            let mut route = self.plugin.route::<plumbing::__fidius::Function12>();
            {
                let route = &mut route;
                route.add(arg0)?;
                for item in arg1 {
                    route.add(*item)?;
                }
                ::fidius::__private::Lowered::visit(arg2, route)?;
                if let ::core::option::Option::Some(item) = &arg3 {
                    ::fidius::__private::Lowered::visit(item, route)?;
                }
            }
            let arg0 = ::fidius::__private::share(arg0);
            let arg1 = {
                let list = arg1;
                let mut items = ::std::vec::Vec::with_capacity(list.len());
                for item in list {
                    items
                        .push(
                            ::fidius::__private::share(::core::clone::Clone::clone(item)),
                        );
                }
                items
            };
            let arg2 = (::core::clone::Clone::clone(arg2)).__own();
            let arg3 = match arg3 {
                ::core::option::Option::Some(item) => {
                    ::core::option::Option::Some((item).__own())
                }
                ::core::option::Option::None => ::core::option::Option::None,
            };
            self.plugin
                .call_concurrent::<
                    plumbing::__fidius::Function12,
                    _,
                >(
                    route,
                    move |cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok((
                            cx.borrow(&arg0)?,
                            {
                                let list = arg1;
                                let mut items = ::std::vec::Vec::with_capacity(list.len());
                                for item in list {
                                    items.push(cx.borrow(&item)?);
                                }
                                items
                            },
                            arg2(cx)?,
                            match arg3 {
                                ::core::option::Option::Some(item) => {
                                    ::core::option::Option::Some(item(cx)?)
                                }
                                ::core::option::Option::None => ::core::option::Option::None,
                            },
                        ))
                    },
                    move |(answer,), cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok(
                            cx.own::<plumbing::pipes::Token>(answer)?,
                        )
                    },
                )
        }
    }
    impl plumbing::pipes::PipesAsync for Plumbing {
        async fn new_token(
            &self,
            items: ::fidius::Stream<::core::primitive::u32>,
        ) -> ::core::result::Result<plumbing::pipes::Token, ::fidius::Error> {
            let (arg0,) = (items,);
            let route = self.plugin.route::<plumbing::__fidius::Function0>();
            self.plugin
                .call_concurrent_async::<
                    plumbing::__fidius::Function0,
                    _,
                >(
                    route,
                    move |cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok((
                            cx.lower_stream::<::core::primitive::u32>(arg0)?,
                        ))
                    },
                    move |(answer,), cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok(
                            cx.own::<plumbing::pipes::Token>(answer)?,
                        )
                    },
                )
                .await
        }
        async fn token_merge(
            &self,
            tokens: &[&plumbing::pipes::Token],
        ) -> ::core::result::Result<plumbing::pipes::Token, ::fidius::Error> {
            let (arg0,) = (tokens,);
            let mut route = self.plugin.route::<plumbing::__fidius::Function3>();
            {
                let route = &mut route;
                for item in arg0 {
                    route.add(*item)?;
                }
            }
            let arg0 = {
                let list = arg0;
                let mut items = ::std::vec::Vec::with_capacity(list.len());
                for item in list {
                    items
                        .push(
                            ::fidius::__private::share(::core::clone::Clone::clone(item)),
                        );
                }
                items
            };
            self.plugin
                .call_concurrent_async::<
                    plumbing::__fidius::Function3,
                    _,
                >(
                    route,
                    move |cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok((
                            {
                                let list = arg0;
                                let mut items = ::std::vec::Vec::with_capacity(list.len());
                                for item in list {
                                    items.push(cx.borrow(&item)?);
                                }
                                items
                            },
                        ))
                    },
                    move |(answer,), cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok(
                            cx.own::<plumbing::pipes::Token>(answer)?,
                        )
                    },
                )
                .await
        }
        async fn wait(
            &self,
            millis: ::core::primitive::u64,
        ) -> ::core::result::Result<(), ::fidius::Error> {
            let (arg0,) = (millis,);
            let route = self.plugin.route::<plumbing::__fidius::Function4>();
            self.plugin
                .call_concurrent_async::<
                    plumbing::__fidius::Function4,
                    _,
                >(
                    route,
                    move |cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok((arg0,))
                    },
                    move |(), cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok(())
                    },
                )
                .await
        }
        async fn look_up(
            &self,
            name: &::core::primitive::str,
            keys: &[::std::string::String],
            at: ::core::option::Option<&plumbing::types::Point>,
            deep: (&::core::primitive::str, ::core::primitive::u8),
        ) -> ::core::result::Result<
            plumbing::pipes::Point,
            ::fidius::CallError<::std::string::String>,
        > {
            let (arg0, arg1, arg2, arg3) = (name, keys, at, deep);
            let route = self.plugin.route::<plumbing::__fidius::Function5>();
            let arg0 = ::std::borrow::ToOwned::to_owned(arg0);
            let arg1 = ::std::borrow::ToOwned::to_owned(arg1);
            let arg2 = match arg2 {
                ::core::option::Option::Some(item) => {
                    ::core::option::Option::Some(::core::clone::Clone::clone(item))
                }
                ::core::option::Option::None => ::core::option::Option::None,
            };
            let arg3 = {
                let tuple = arg3;
                (::std::borrow::ToOwned::to_owned(tuple.0), tuple.1)
            };
            ::fidius::__private::flatten(
                self
                    .plugin
                    .call_concurrent_async::<
                        plumbing::__fidius::Function5,
                        _,
                    >(
                        route,
                        move |cx| {
                            let _ = &cx;
                            ::core::result::Result::Ok((arg0, arg1, arg2, arg3))
                        },
                        move |(answer,), cx| {
                            let _ = &cx;
                            ::core::result::Result::Ok(answer)
                        },
                    )
                    .await,
            )
        }
        async fn numbers(
            &self,
            upto: ::core::primitive::u32,
        ) -> ::core::result::Result<
            ::fidius::Stream<::core::primitive::u32>,
            ::fidius::Error,
        > {
            let (arg0,) = (upto,);
            let route = self.plugin.route::<plumbing::__fidius::Function6>();
            self.plugin
                .call_concurrent_async::<
                    plumbing::__fidius::Function6,
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
                            cx.stream::<::core::primitive::u32>(answer)?,
                        )
                    },
                )
                .await
        }
        async fn total(
            &self,
            values: ::fidius::Stream<::core::primitive::u32>,
        ) -> ::core::result::Result<::core::primitive::u64, ::fidius::Error> {
            let (arg0,) = (values,);
            let route = self.plugin.route::<plumbing::__fidius::Function7>();
            self.plugin
                .call_concurrent_async::<
                    plumbing::__fidius::Function7,
                    _,
                >(
                    route,
                    move |cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok((
                            cx.lower_stream::<::core::primitive::u32>(arg0)?,
                        ))
                    },
                    move |(answer,), cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok(answer)
                    },
                )
                .await
        }
        async fn both(
            &self,
            values: ::fidius::Stream<::std::string::String>,
            first: ::fidius::Future<plumbing::pipes::Point>,
            m0: ::core::primitive::u8,
        ) -> ::core::result::Result<
            (::fidius::Stream<::std::string::String>, ::fidius::Future<()>),
            ::fidius::Error,
        > {
            let (arg0, arg1, arg2) = (values, first, m0);
            let route = self.plugin.route::<plumbing::__fidius::Function8>();
            self.plugin
                .call_concurrent_async::<
                    plumbing::__fidius::Function8,
                    _,
                >(
                    route,
                    move |cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok((
                            cx.lower_stream::<::std::string::String>(arg0)?,
                            cx.lower_future::<plumbing::pipes::Point>(arg1)?,
                            arg2,
                        ))
                    },
                    move |(answer,), cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok({
                            let (element0, element1) = answer;
                            (
                                cx.stream::<::std::string::String>(element0)?,
                                cx.future::<()>(element1)?,
                            )
                        })
                    },
                )
                .await
        }
        async fn tokens(
            &self,
            tokens: ::fidius::Stream<plumbing::pipes::Token>,
        ) -> ::core::result::Result<
            ::fidius::Stream<
                ::core::result::Result<plumbing::pipes::Token, plumbing::pipes::Track>,
            >,
            ::fidius::Error,
        > {
            let (arg0,) = (tokens,);
            let route = self.plugin.route::<plumbing::__fidius::Function9>();
            self.plugin
                .call_concurrent_async::<
                    plumbing::__fidius::Function9,
                    _,
                >(
                    route,
                    move |cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok((
                            cx
                                .lower_stream_with::<
                                    plumbing::pipes::Token,
                                    ::fidius::__private::RawHandle,
                                >(
                                    arg0,
                                    |item, cx| ::core::result::Result::Ok(cx.own(item)?),
                                )?,
                        ))
                    },
                    move |(answer,), cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok(
                            cx
                                .stream_with::<
                                    ::core::result::Result<
                                        plumbing::pipes::Token,
                                        plumbing::pipes::Track,
                                    >,
                                    ::core::result::Result<
                                        ::fidius::__private::RawHandle,
                                        <plumbing::types::Track as ::fidius::__private::Twin>::Raw,
                                    >,
                                >(
                                    answer,
                                    |raw, cx| ::core::result::Result::Ok(
                                        match raw {
                                            ::core::result::Result::Ok(item) => {
                                                ::core::result::Result::Ok(
                                                    cx.own::<plumbing::pipes::Token>(item)?,
                                                )
                                            }
                                            ::core::result::Result::Err(item) => {
                                                ::core::result::Result::Err(
                                                    ::fidius::__private::Lifted::lift(item, cx)?,
                                                )
                                            }
                                        },
                                    ),
                                )?,
                        )
                    },
                )
                .await
        }
        async fn nested(
            &self,
            of: ::fidius::Stream<::fidius::Future<::fidius::Stream<()>>>,
        ) -> ::core::result::Result<
            ::fidius::Future<::fidius::Stream<::fidius::Future<()>>>,
            ::fidius::Error,
        > {
            let (arg0,) = (of,);
            let route = self.plugin.route::<plumbing::__fidius::Function10>();
            self.plugin
                .call_concurrent_async::<
                    plumbing::__fidius::Function10,
                    _,
                >(
                    route,
                    move |cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok((
                            cx
                                .lower_stream_with::<
                                    ::fidius::Future<::fidius::Stream<()>>,
                                    ::fidius::__private::wasmtime::component::FutureReader<
                                        ::fidius::__private::wasmtime::component::StreamReader<()>,
                                    >,
                                >(
                                    arg0,
                                    |item, cx| ::core::result::Result::Ok(
                                        cx
                                            .lower_future_with::<
                                                ::fidius::Stream<()>,
                                                ::fidius::__private::wasmtime::component::StreamReader<()>,
                                            >(
                                                item,
                                                |item, cx| ::core::result::Result::Ok(
                                                    cx.lower_stream::<()>(item)?,
                                                ),
                                            )?,
                                    ),
                                )?,
                        ))
                    },
                    move |(answer,), cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok(
                            cx
                                .future_with::<
                                    ::fidius::Stream<::fidius::Future<()>>,
                                    ::fidius::__private::wasmtime::component::StreamReader<
                                        ::fidius::__private::wasmtime::component::FutureReader<()>,
                                    >,
                                >(
                                    answer,
                                    |raw, cx| ::core::result::Result::Ok(
                                        cx
                                            .stream_with::<
                                                ::fidius::Future<()>,
                                                ::fidius::__private::wasmtime::component::FutureReader<()>,
                                            >(
                                                raw,
                                                |raw, cx| ::core::result::Result::Ok(cx.future::<()>(raw)?),
                                            )?,
                                    ),
                                )?,
                        )
                    },
                )
                .await
        }
        async fn mix(
            &self,
            source: plumbing::pipes::Source,
            more: ::core::option::Option<plumbing::pipes::Track>,
            all: ::std::vec::Vec<::fidius::Stream<::core::primitive::u8>>,
        ) -> ::core::result::Result<
            plumbing::pipes::Track,
            ::fidius::CallError<plumbing::pipes::Source>,
        > {
            let (arg0, arg1, arg2) = (source, more, all);
            let route = self.plugin.route::<plumbing::__fidius::Function11>();
            ::fidius::__private::flatten(
                self
                    .plugin
                    .call_concurrent_async::<
                        plumbing::__fidius::Function11,
                        _,
                    >(
                        route,
                        move |cx| {
                            let _ = &cx;
                            ::core::result::Result::Ok((
                                ::fidius::__private::Lowered::lower(arg0, cx)?,
                                match arg1 {
                                    ::core::option::Option::Some(item) => {
                                        ::core::option::Option::Some(
                                            ::fidius::__private::Lowered::lower(item, cx)?,
                                        )
                                    }
                                    ::core::option::Option::None => ::core::option::Option::None,
                                },
                                {
                                    let list = arg2;
                                    let mut items = ::std::vec::Vec::with_capacity(list.len());
                                    for item in list {
                                        items.push(cx.lower_stream::<::core::primitive::u8>(item)?);
                                    }
                                    items
                                },
                            ))
                        },
                        move |(answer,), cx| {
                            let _ = &cx;
                            ::core::result::Result::Ok(
                                match answer {
                                    ::core::result::Result::Ok(item) => {
                                        ::core::result::Result::Ok(
                                            ::fidius::__private::Lifted::lift(item, cx)?,
                                        )
                                    }
                                    ::core::result::Result::Err(item) => {
                                        ::core::result::Result::Err(
                                            ::fidius::__private::Lifted::lift(item, cx)?,
                                        )
                                    }
                                },
                            )
                        },
                    )
                    .await,
            )
        }
        async fn lend(
            &self,
            token: &plumbing::pipes::Token,
            all: &[&plumbing::pipes::Token],
            loan: &plumbing::pipes::Loan<'_>,
            claim: ::core::option::Option<plumbing::pipes::Claim<'_>>,
        ) -> ::core::result::Result<plumbing::pipes::Token, ::fidius::Error> {
            let (arg0, arg1, arg2, arg3) = (token, all, loan, claim);
            let mut route = self.plugin.route::<plumbing::__fidius::Function12>();
            {
                let route = &mut route;
                route.add(arg0)?;
                for item in arg1 {
                    route.add(*item)?;
                }
                ::fidius::__private::Lowered::visit(arg2, route)?;
                if let ::core::option::Option::Some(item) = &arg3 {
                    ::fidius::__private::Lowered::visit(item, route)?;
                }
            }
            let arg0 = ::fidius::__private::share(arg0);
            let arg1 = {
                let list = arg1;
                let mut items = ::std::vec::Vec::with_capacity(list.len());
                for item in list {
                    items
                        .push(
                            ::fidius::__private::share(::core::clone::Clone::clone(item)),
                        );
                }
                items
            };
            let arg2 = (::core::clone::Clone::clone(arg2)).__own();
            let arg3 = match arg3 {
                ::core::option::Option::Some(item) => {
                    ::core::option::Option::Some((item).__own())
                }
                ::core::option::Option::None => ::core::option::Option::None,
            };
            self.plugin
                .call_concurrent_async::<
                    plumbing::__fidius::Function12,
                    _,
                >(
                    route,
                    move |cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok((
                            cx.borrow(&arg0)?,
                            {
                                let list = arg1;
                                let mut items = ::std::vec::Vec::with_capacity(list.len());
                                for item in list {
                                    items.push(cx.borrow(&item)?);
                                }
                                items
                            },
                            arg2(cx)?,
                            match arg3 {
                                ::core::option::Option::Some(item) => {
                                    ::core::option::Option::Some(item(cx)?)
                                }
                                ::core::option::Option::None => ::core::option::Option::None,
                            },
                        ))
                    },
                    move |(answer,), cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok(
                            cx.own::<plumbing::pipes::Token>(answer)?,
                        )
                    },
                )
                .await
        }
    }
    #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
    impl Plumbing {
        ///Makes a `token`.
        ///
        ///# Errors
        ///
        ///The call fails.
        #[inline]
        pub fn new_token<M0>(
            &self,
            items: impl ::fidius::IntoStream<::core::primitive::u32, M0>,
        ) -> ::core::result::Result<plumbing::pipes::Token, ::fidius::Error> {
            <Self as plumbing::pipes::Pipes>::new_token(
                self,
                ::fidius::IntoStream::<::core::primitive::u32, M0>::into_stream(items),
            )
        }
        ///The static function `token.merge`.
        ///
        ///# Errors
        ///
        ///The call fails.
        #[inline]
        pub fn token_merge(
            &self,
            tokens: &[&plumbing::pipes::Token],
        ) -> ::core::result::Result<plumbing::pipes::Token, ::fidius::Error> {
            <Self as plumbing::pipes::Pipes>::token_merge(self, tokens)
        }
        ///Waits.
        ///
        ///# Errors
        ///
        ///The call fails.
        #[inline]
        pub fn wait(
            &self,
            millis: ::core::primitive::u64,
        ) -> ::core::result::Result<(), ::fidius::Error> {
            <Self as plumbing::pipes::Pipes>::wait(self, millis)
        }
        ///The function `look-up`.
        ///
        ///# Errors
        ///
        ///`CallError::Guest` with what the other side answers, or `CallError::Host` where the call fails.
        #[inline]
        pub fn look_up(
            &self,
            name: &::core::primitive::str,
            keys: &[::std::string::String],
            at: ::core::option::Option<&plumbing::types::Point>,
            deep: (&::core::primitive::str, ::core::primitive::u8),
        ) -> ::core::result::Result<
            plumbing::pipes::Point,
            ::fidius::CallError<::std::string::String>,
        > {
            <Self as plumbing::pipes::Pipes>::look_up(self, name, keys, at, deep)
        }
        ///The function `numbers`.
        ///
        ///# Errors
        ///
        ///The call fails.
        #[inline]
        pub fn numbers(
            &self,
            upto: ::core::primitive::u32,
        ) -> ::core::result::Result<
            ::fidius::Stream<::core::primitive::u32>,
            ::fidius::Error,
        > {
            <Self as plumbing::pipes::Pipes>::numbers(self, upto)
        }
        ///Sums up.
        ///
        ///# Errors
        ///
        ///The call fails.
        #[inline]
        pub fn total<M0>(
            &self,
            values: impl ::fidius::IntoStream<::core::primitive::u32, M0>,
        ) -> ::core::result::Result<::core::primitive::u64, ::fidius::Error> {
            <Self as plumbing::pipes::Pipes>::total(
                self,
                ::fidius::IntoStream::<::core::primitive::u32, M0>::into_stream(values),
            )
        }
        ///The function `both`.
        ///
        ///# Errors
        ///
        ///The call fails.
        #[inline]
        pub fn both<M0, M1>(
            &self,
            values: impl ::fidius::IntoStream<::std::string::String, M0>,
            first: impl ::fidius::IntoFuture<plumbing::pipes::Point, M1>,
            m0: ::core::primitive::u8,
        ) -> ::core::result::Result<
            (::fidius::Stream<::std::string::String>, ::fidius::Future<()>),
            ::fidius::Error,
        > {
            <Self as plumbing::pipes::Pipes>::both(
                self,
                ::fidius::IntoStream::<::std::string::String, M0>::into_stream(values),
                ::fidius::IntoFuture::<
                    plumbing::pipes::Point,
                    M1,
                >::into_future_value(first),
                m0,
            )
        }
        ///The function `tokens`.
        ///
        ///# Errors
        ///
        ///The call fails.
        #[inline]
        pub fn tokens<M0>(
            &self,
            tokens: impl ::fidius::IntoStream<plumbing::pipes::Token, M0>,
        ) -> ::core::result::Result<
            ::fidius::Stream<
                ::core::result::Result<plumbing::pipes::Token, plumbing::pipes::Track>,
            >,
            ::fidius::Error,
        > {
            <Self as plumbing::pipes::Pipes>::tokens(
                self,
                ::fidius::IntoStream::<plumbing::pipes::Token, M0>::into_stream(tokens),
            )
        }
        ///The function `nested`.
        ///
        ///# Errors
        ///
        ///The call fails.
        #[inline]
        pub fn nested<M0>(
            &self,
            of: impl ::fidius::IntoStream<::fidius::Future<::fidius::Stream<()>>, M0>,
        ) -> ::core::result::Result<
            ::fidius::Future<::fidius::Stream<::fidius::Future<()>>>,
            ::fidius::Error,
        > {
            <Self as plumbing::pipes::Pipes>::nested(
                self,
                ::fidius::IntoStream::<
                    ::fidius::Future<::fidius::Stream<()>>,
                    M0,
                >::into_stream(of),
            )
        }
        ///The function `mix`.
        ///
        ///# Errors
        ///
        ///`CallError::Guest` with what the other side answers, or `CallError::Host` where the call fails.
        #[inline]
        pub fn mix(
            &self,
            source: plumbing::pipes::Source,
            more: ::core::option::Option<plumbing::pipes::Track>,
            all: ::std::vec::Vec<::fidius::Stream<::core::primitive::u8>>,
        ) -> ::core::result::Result<
            plumbing::pipes::Track,
            ::fidius::CallError<plumbing::pipes::Source>,
        > {
            <Self as plumbing::pipes::Pipes>::mix(self, source, more, all)
        }
        ///The function `lend`.
        ///
        ///# Errors
        ///
        ///The call fails.
        #[inline]
        pub fn lend(
            &self,
            token: &plumbing::pipes::Token,
            all: &[&plumbing::pipes::Token],
            loan: &plumbing::pipes::Loan<'_>,
            claim: ::core::option::Option<plumbing::pipes::Claim<'_>>,
        ) -> ::core::result::Result<plumbing::pipes::Token, ::fidius::Error> {
            <Self as plumbing::pipes::Pipes>::lend(self, token, all, loan, claim)
        }
        ///The functions of `snapshot:streams/pipes@1.0.0`.
        #[inline]
        #[must_use]
        pub fn pipes(&self) -> plumbing::pipes::PipesExports<'_, Self> {
            plumbing::pipes::PipesExports(self)
        }
    }
    impl plumbing::Plumbing for Plumbing {
        #[inline]
        fn run(
            &self,
            of: ::fidius::Stream<::core::primitive::u8>,
        ) -> ::core::result::Result<
            ::fidius::Stream<::core::primitive::u8>,
            ::fidius::Error,
        > {
            let (arg0,) = (of,);
            let route = self.plugin.route::<plumbing::__fidius::Function13>();
            self.plugin
                .call_concurrent::<
                    plumbing::__fidius::Function13,
                    _,
                >(
                    route,
                    move |cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok((
                            cx.lower_stream::<::core::primitive::u8>(arg0)?,
                        ))
                    },
                    move |(answer,), cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok(
                            cx.stream::<::core::primitive::u8>(answer)?,
                        )
                    },
                )
        }
    }
    impl plumbing::PlumbingAsync for Plumbing {
        async fn run(
            &self,
            of: ::fidius::Stream<::core::primitive::u8>,
        ) -> ::core::result::Result<
            ::fidius::Stream<::core::primitive::u8>,
            ::fidius::Error,
        > {
            let (arg0,) = (of,);
            let route = self.plugin.route::<plumbing::__fidius::Function13>();
            self.plugin
                .call_concurrent_async::<
                    plumbing::__fidius::Function13,
                    _,
                >(
                    route,
                    move |cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok((
                            cx.lower_stream::<::core::primitive::u8>(arg0)?,
                        ))
                    },
                    move |(answer,), cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok(
                            cx.stream::<::core::primitive::u8>(answer)?,
                        )
                    },
                )
                .await
        }
    }
    #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
    impl Plumbing {
        ///The function `run`.
        ///
        ///# Errors
        ///
        ///The call fails.
        #[inline]
        pub fn run<M0>(
            &self,
            of: impl ::fidius::IntoStream<::core::primitive::u8, M0>,
        ) -> ::core::result::Result<
            ::fidius::Stream<::core::primitive::u8>,
            ::fidius::Error,
        > {
            <Self as plumbing::Plumbing>::run(
                self,
                ::fidius::IntoStream::<::core::primitive::u8, M0>::into_stream(of),
            )
        }
    }
    impl<__I> ::fidius::__private::Imports<__I> for Plumbing
    where
        __I: plumbing::log::Log + plumbing::PlumbingImports + ::core::marker::Send
            + ::core::marker::Sync + 'static,
    {
        fn link(
            linking: &mut ::fidius::__private::Linking<'_>,
        ) -> ::core::result::Result<(), ::fidius::Error> {
            linking
                .resource(
                    ::core::option::Option::Some("snapshot:streams/log@1.0.0"),
                    "sink",
                )?;
            linking
                .function_concurrent::<
                    (
                        ::fidius::__private::RawHandle,
                        ::fidius::__private::wasmtime::component::StreamReader<
                            ::core::primitive::u8,
                        >,
                    ),
                    (
                        ::core::result::Result<
                            ::core::primitive::u64,
                            ::std::string::String,
                        >,
                    ),
                >(
                    ::core::option::Option::Some("snapshot:streams/log@1.0.0"),
                    "[method]sink.write",
                    |(this, arg0), cx| ::std::boxed::Box::pin(async move {
                        let mut cx = cx;
                        let _ = &mut cx;
                        let arena = ::fidius::__private::Arena::new();
                        let (this, arg0) = cx
                            .lift(
                                &arena,
                                |cx| {
                                    let this = cx.borrow::<plumbing::log::Sink>(this)?;
                                    let arg0 = cx.stream::<::core::primitive::u8>(arg0)?;
                                    ::core::result::Result::Ok((this, arg0))
                                },
                            )?;
                        let answer = match plumbing::log::SinkResource::write(
                            this,
                            arg0,
                        ) {
                            ::core::result::Result::Ok(answer) => {
                                ::core::result::Result::Ok(answer)
                            }
                            ::core::result::Result::Err(
                                ::fidius::CallError::Guest(answer),
                            ) => ::core::result::Result::Err(answer),
                            ::core::result::Result::Err(
                                ::fidius::CallError::Host(error),
                            ) => {
                                return ::core::result::Result::Err(error);
                            }
                        };
                        ::core::result::Result::Ok((answer,))
                    }),
                )?;
            linking
                .function::<
                    (::fidius::__private::RawHandle,),
                    (
                        ::fidius::__private::wasmtime::component::FutureReader<
                            ::core::primitive::u8,
                        >,
                    ),
                >(
                    ::core::option::Option::Some("snapshot:streams/log@1.0.0"),
                    "[method]sink.flush",
                    |(this,), cx| {
                        let _ = &cx;
                        let arena = ::fidius::__private::Arena::new();
                        let (this,) = {
                            let cx = &mut cx.lifting(&arena);
                            let this = cx.borrow::<plumbing::log::Sink>(this)?;
                            (this,)
                        };
                        let answer = plumbing::log::SinkResource::flush(this)?;
                        ::core::result::Result::Ok((
                            {
                                let cx = &mut cx.lowering();
                                cx.lower_future::<::core::primitive::u8>(answer)?
                            },
                        ))
                    },
                )?;
            linking
                .function_concurrent::<
                    (::std::string::String,),
                    (
                        ::core::result::Result<
                            ::fidius::__private::RawHandle,
                            <plumbing::types::Track as ::fidius::__private::Twin>::Raw,
                        >,
                    ),
                >(
                    ::core::option::Option::Some("snapshot:streams/log@1.0.0"),
                    "open",
                    |(arg0,), cx| ::std::boxed::Box::pin(async move {
                        let mut cx = cx;
                        let _ = &mut cx;
                        let imports = cx.imports::<__I>();
                        let answer = match <__I as plumbing::log::Log>::open(
                            &*imports,
                            &**(&arg0),
                        ) {
                            ::core::result::Result::Ok(answer) => {
                                ::core::result::Result::Ok(
                                    cx.lower(|cx| ::core::result::Result::Ok(cx.own(answer)?))?,
                                )
                            }
                            ::core::result::Result::Err(
                                ::fidius::CallError::Guest(answer),
                            ) => {
                                ::core::result::Result::Err(
                                    cx
                                        .lower(|cx| ::core::result::Result::Ok(
                                            ::fidius::__private::Lowered::lower(answer, cx)?,
                                        ))?,
                                )
                            }
                            ::core::result::Result::Err(
                                ::fidius::CallError::Host(error),
                            ) => {
                                return ::core::result::Result::Err(error);
                            }
                        };
                        ::core::result::Result::Ok((answer,))
                    }),
                )?;
            linking
                .function_concurrent::<
                    (
                        ::fidius::__private::RawHandle,
                        <plumbing::types::Track as ::fidius::__private::Twin>::Raw,
                        plumbing::log::Point,
                    ),
                    (<plumbing::types::Track as ::fidius::__private::Twin>::Raw,),
                >(
                    ::core::option::Option::Some("snapshot:streams/log@1.0.0"),
                    "hand",
                    |(arg0, arg1, arg2), cx| ::std::boxed::Box::pin(async move {
                        let mut cx = cx;
                        let _ = &mut cx;
                        let arena = ::fidius::__private::Arena::new();
                        let (arg0, arg1) = cx
                            .lift(
                                &arena,
                                |cx| {
                                    let arg0 = cx.borrow::<plumbing::log::Sink>(arg0)?;
                                    let arg1 = ::fidius::__private::Lifted::lift(arg1, cx)?;
                                    ::core::result::Result::Ok((arg0, arg1))
                                },
                            )?;
                        let imports = cx.imports::<__I>();
                        let answer = <__I as plumbing::log::Log>::hand(
                            &*imports,
                            *(&arg0),
                            arg1,
                            &arg2,
                        )?;
                        ::core::result::Result::Ok((
                            cx
                                .lower(|cx| ::core::result::Result::Ok(
                                    ::fidius::__private::Lowered::lower(answer, cx)?,
                                ))?,
                        ))
                    }),
                )?;
            linking
                .function::<
                    (
                        ::fidius::__private::wasmtime::component::StreamReader<
                            ::std::string::String,
                        >,
                    ),
                    (
                        ::fidius::__private::wasmtime::component::StreamReader<
                            ::std::string::String,
                        >,
                    ),
                >(
                    ::core::option::Option::Some("snapshot:streams/log@1.0.0"),
                    "lines",
                    |(arg0,), cx| {
                        let _ = &cx;
                        let arena = ::fidius::__private::Arena::new();
                        let (arg0,) = {
                            let cx = &mut cx.lifting(&arena);
                            let arg0 = cx.stream::<::std::string::String>(arg0)?;
                            (arg0,)
                        };
                        let answer = <__I as plumbing::log::Log>::lines(
                            cx.imports::<__I>(),
                            arg0,
                        )?;
                        ::core::result::Result::Ok((
                            {
                                let cx = &mut cx.lowering();
                                cx.lower_stream::<::std::string::String>(answer)?
                            },
                        ))
                    },
                )?;
            linking
                .function_concurrent::<
                    (),
                    (::core::primitive::u64,),
                >(
                    ::core::option::Option::None,
                    "now",
                    |(), cx| ::std::boxed::Box::pin(async move {
                        let mut cx = cx;
                        let _ = &mut cx;
                        let imports = cx.imports::<__I>();
                        let answer = <__I as plumbing::PlumbingImports>::now(&*imports)?;
                        ::core::result::Result::Ok((answer,))
                    }),
                )?;
            linking
                .function::<
                    (),
                    (
                        ::fidius::__private::wasmtime::component::StreamReader<
                            ::core::primitive::u64,
                        >,
                    ),
                >(
                    ::core::option::Option::None,
                    "ticks",
                    |(), cx| {
                        let _ = &cx;
                        let answer = <__I as plumbing::PlumbingImports>::ticks(
                            cx.imports::<__I>(),
                        )?;
                        ::core::result::Result::Ok((
                            {
                                let cx = &mut cx.lowering();
                                cx.lower_stream::<::core::primitive::u64>(answer)?
                            },
                        ))
                    },
                )?;
            let _ = linking;
            ::core::result::Result::Ok(())
        }
    }
    impl<__I> ::fidius::__private::ImportsAsync<__I> for Plumbing
    where
        __I: plumbing::log::LogAsync + plumbing::PlumbingImportsAsync
            + ::core::marker::Send + ::core::marker::Sync + 'static,
    {
        fn link_async(
            linking: &mut ::fidius::__private::Linking<'_>,
        ) -> ::core::result::Result<(), ::fidius::Error> {
            linking
                .resource(
                    ::core::option::Option::Some("snapshot:streams/log@1.0.0"),
                    "sink",
                )?;
            linking
                .function_concurrent::<
                    (
                        ::fidius::__private::RawHandle,
                        ::fidius::__private::wasmtime::component::StreamReader<
                            ::core::primitive::u8,
                        >,
                    ),
                    (
                        ::core::result::Result<
                            ::core::primitive::u64,
                            ::std::string::String,
                        >,
                    ),
                >(
                    ::core::option::Option::Some("snapshot:streams/log@1.0.0"),
                    "[method]sink.write",
                    |(this, arg0), cx| ::std::boxed::Box::pin(async move {
                        let mut cx = cx;
                        let _ = &mut cx;
                        let arena = ::fidius::__private::Arena::new();
                        let (this, arg0) = cx
                            .lift(
                                &arena,
                                |cx| {
                                    let this = cx.borrow::<plumbing::log::Sink>(this)?;
                                    let arg0 = cx.stream::<::core::primitive::u8>(arg0)?;
                                    ::core::result::Result::Ok((this, arg0))
                                },
                            )?;
                        let answer = match plumbing::log::SinkResourceAsync::write(
                                this,
                                arg0,
                            )
                            .await
                        {
                            ::core::result::Result::Ok(answer) => {
                                ::core::result::Result::Ok(answer)
                            }
                            ::core::result::Result::Err(
                                ::fidius::CallError::Guest(answer),
                            ) => ::core::result::Result::Err(answer),
                            ::core::result::Result::Err(
                                ::fidius::CallError::Host(error),
                            ) => {
                                return ::core::result::Result::Err(error);
                            }
                        };
                        ::core::result::Result::Ok((answer,))
                    }),
                )?;
            linking
                .function_async::<
                    (::fidius::__private::RawHandle,),
                    (
                        ::fidius::__private::wasmtime::component::FutureReader<
                            ::core::primitive::u8,
                        >,
                    ),
                >(
                    ::core::option::Option::Some("snapshot:streams/log@1.0.0"),
                    "[method]sink.flush",
                    |(this,), cx| ::std::boxed::Box::pin(async move {
                        let mut cx = cx;
                        let _ = &mut cx;
                        let arena = ::fidius::__private::Arena::new();
                        let (this,) = {
                            let cx = &mut cx.lifting(&arena);
                            let this = cx.borrow::<plumbing::log::Sink>(this)?;
                            (this,)
                        };
                        let answer = plumbing::log::SinkResourceAsync::flush(this)
                            .await?;
                        ::core::result::Result::Ok((
                            {
                                let cx = &mut cx.lowering();
                                cx.lower_future::<::core::primitive::u8>(answer)?
                            },
                        ))
                    }),
                )?;
            linking
                .function_concurrent::<
                    (::std::string::String,),
                    (
                        ::core::result::Result<
                            ::fidius::__private::RawHandle,
                            <plumbing::types::Track as ::fidius::__private::Twin>::Raw,
                        >,
                    ),
                >(
                    ::core::option::Option::Some("snapshot:streams/log@1.0.0"),
                    "open",
                    |(arg0,), cx| ::std::boxed::Box::pin(async move {
                        let mut cx = cx;
                        let _ = &mut cx;
                        let imports = cx.imports::<__I>();
                        let answer = match <__I as plumbing::log::LogAsync>::open(
                                &*imports,
                                &**(&arg0),
                            )
                            .await
                        {
                            ::core::result::Result::Ok(answer) => {
                                ::core::result::Result::Ok(
                                    cx.lower(|cx| ::core::result::Result::Ok(cx.own(answer)?))?,
                                )
                            }
                            ::core::result::Result::Err(
                                ::fidius::CallError::Guest(answer),
                            ) => {
                                ::core::result::Result::Err(
                                    cx
                                        .lower(|cx| ::core::result::Result::Ok(
                                            ::fidius::__private::Lowered::lower(answer, cx)?,
                                        ))?,
                                )
                            }
                            ::core::result::Result::Err(
                                ::fidius::CallError::Host(error),
                            ) => {
                                return ::core::result::Result::Err(error);
                            }
                        };
                        ::core::result::Result::Ok((answer,))
                    }),
                )?;
            linking
                .function_concurrent::<
                    (
                        ::fidius::__private::RawHandle,
                        <plumbing::types::Track as ::fidius::__private::Twin>::Raw,
                        plumbing::log::Point,
                    ),
                    (<plumbing::types::Track as ::fidius::__private::Twin>::Raw,),
                >(
                    ::core::option::Option::Some("snapshot:streams/log@1.0.0"),
                    "hand",
                    |(arg0, arg1, arg2), cx| ::std::boxed::Box::pin(async move {
                        let mut cx = cx;
                        let _ = &mut cx;
                        let arena = ::fidius::__private::Arena::new();
                        let (arg0, arg1) = cx
                            .lift(
                                &arena,
                                |cx| {
                                    let arg0 = cx.borrow::<plumbing::log::Sink>(arg0)?;
                                    let arg1 = ::fidius::__private::Lifted::lift(arg1, cx)?;
                                    ::core::result::Result::Ok((arg0, arg1))
                                },
                            )?;
                        let imports = cx.imports::<__I>();
                        let answer = <__I as plumbing::log::LogAsync>::hand(
                                &*imports,
                                *(&arg0),
                                arg1,
                                &arg2,
                            )
                            .await?;
                        ::core::result::Result::Ok((
                            cx
                                .lower(|cx| ::core::result::Result::Ok(
                                    ::fidius::__private::Lowered::lower(answer, cx)?,
                                ))?,
                        ))
                    }),
                )?;
            linking
                .function_async::<
                    (
                        ::fidius::__private::wasmtime::component::StreamReader<
                            ::std::string::String,
                        >,
                    ),
                    (
                        ::fidius::__private::wasmtime::component::StreamReader<
                            ::std::string::String,
                        >,
                    ),
                >(
                    ::core::option::Option::Some("snapshot:streams/log@1.0.0"),
                    "lines",
                    |(arg0,), cx| ::std::boxed::Box::pin(async move {
                        let mut cx = cx;
                        let _ = &mut cx;
                        let arena = ::fidius::__private::Arena::new();
                        let (arg0,) = {
                            let cx = &mut cx.lifting(&arena);
                            let arg0 = cx.stream::<::std::string::String>(arg0)?;
                            (arg0,)
                        };
                        let imports = cx.shared_imports::<__I>();
                        let answer = <__I as plumbing::log::LogAsync>::lines(
                                &*imports,
                                arg0,
                            )
                            .await?;
                        ::core::result::Result::Ok((
                            {
                                let cx = &mut cx.lowering();
                                cx.lower_stream::<::std::string::String>(answer)?
                            },
                        ))
                    }),
                )?;
            linking
                .function_concurrent::<
                    (),
                    (::core::primitive::u64,),
                >(
                    ::core::option::Option::None,
                    "now",
                    |(), cx| ::std::boxed::Box::pin(async move {
                        let mut cx = cx;
                        let _ = &mut cx;
                        let imports = cx.imports::<__I>();
                        let answer = <__I as plumbing::PlumbingImportsAsync>::now(
                                &*imports,
                            )
                            .await?;
                        ::core::result::Result::Ok((answer,))
                    }),
                )?;
            linking
                .function_async::<
                    (),
                    (
                        ::fidius::__private::wasmtime::component::StreamReader<
                            ::core::primitive::u64,
                        >,
                    ),
                >(
                    ::core::option::Option::None,
                    "ticks",
                    |(), cx| ::std::boxed::Box::pin(async move {
                        let mut cx = cx;
                        let _ = &mut cx;
                        let imports = cx.shared_imports::<__I>();
                        let answer = <__I as plumbing::PlumbingImportsAsync>::ticks(
                                &*imports,
                            )
                            .await?;
                        ::core::result::Result::Ok((
                            {
                                let cx = &mut cx.lowering();
                                cx.lower_stream::<::core::primitive::u64>(answer)?
                            },
                        ))
                    }),
                )?;
            let _ = linking;
            ::core::result::Result::Ok(())
        }
    }
    const _: &[u8] = ::core::include_bytes!(
        ::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/streams.wit")
    );
};

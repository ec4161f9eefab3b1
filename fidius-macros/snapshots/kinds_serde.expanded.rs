///A plugin with the interface `snapshot:kinds/shapes@1.0.0`. It has the traits of what it exports in both forms: the blocking one, and the one whose name ends in `Async`.
pub struct Kinds {
    plugin: ::fidius::Plugin<Kinds>,
}
impl Kinds {
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
impl ::fidius::Host for Kinds {
    const DEFINITION: &'static ::fidius::__private::Definition = &shapes::__fidius::DEFINITION;
    type Start = ::fidius::__private::Ready;
    fn from_plugin(plugin: ::fidius::Plugin<Self>) -> Self {
        Self { plugin }
    }
    fn plugin(&self) -> &::fidius::Plugin<Self> {
        &self.plugin
    }
}
impl ::core::clone::Clone for Kinds {
    fn clone(&self) -> Self {
        Self {
            plugin: ::core::clone::Clone::clone(&self.plugin),
        }
    }
}
impl ::core::fmt::Debug for Kinds {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_tuple("Kinds").field(&self.plugin).finish()
    }
}
///Every kind of type, and where types may stand.
pub mod shapes {
    ///Types of the interface `snapshot:colors/colors@2.1.0`.
    pub mod colors {
        ///The enum `color`.
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
        #[derive(
            ::fidius::__private::serde::Serialize,
            ::fidius::__private::serde::Deserialize
        )]
        #[serde(crate = "::fidius::__private::serde")]
        pub enum Color {
            ///The case `red`.
            Red,
            ///The case `green`.
            Green,
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
            unsafe impl wt::component::ComponentType for self::Color {
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
                    internal::typecheck_enum(ty, types, &["red", "green"])
                }
            }
            unsafe impl wt::component::Lower for self::Color {
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
                    *cx.get::<1>(offset) = (*self as ::core::primitive::u8)
                        .to_le_bytes();
                    wt::Result::Ok(())
                }
            }
            unsafe impl wt::component::Lift for self::Color {
                #[inline]
                fn linear_lift_from_flat(
                    _: &mut internal::LiftContext<'_>,
                    _: internal::InterfaceType,
                    src: &<Self as wt::component::ComponentType>::Lower,
                ) -> wt::Result<Self> {
                    wt::Result::Ok(
                        match src.tag.get_u32() {
                            0u32 => Self::Red,
                            1u32 => Self::Green,
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
                            0u8 => Self::Red,
                            1u8 => Self::Green,
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
        ///The record `shade`.
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
        #[derive(
            ::fidius::__private::serde::Serialize,
            ::fidius::__private::serde::Deserialize
        )]
        #[serde(crate = "::fidius::__private::serde")]
        pub struct Shade {
            ///The field `color`.
            pub color: Color,
            ///The field `strength`.
            pub strength: ::core::primitive::u8,
        }
        const _: () = {
            use ::fidius::__private::wasmtime as wt;
            use wt::component::__internal as internal;
            #[doc(hidden)]
            #[derive(::core::clone::Clone, ::core::marker::Copy)]
            #[repr(C)]
            pub struct LowerRecord<T0: ::core::marker::Copy, T1: ::core::marker::Copy> {
                color: T0,
                strength: T1,
                _align: [wt::ValRaw; 0],
            }
            unsafe impl wt::component::ComponentType for self::Shade {
                type Lower = LowerRecord<
                    <self::Color as wt::component::ComponentType>::Lower,
                    <::core::primitive::u8 as wt::component::ComponentType>::Lower,
                >;
                const ABI: internal::CanonicalAbiInfo = internal::CanonicalAbiInfo::record_static(
                    &[
                        <self::Color as wt::component::ComponentType>::ABI,
                        <::core::primitive::u8 as wt::component::ComponentType>::ABI,
                    ],
                );
                const MAY_REQUIRE_REALLOC: ::core::primitive::bool = false
                    || <self::Color as wt::component::ComponentType>::MAY_REQUIRE_REALLOC
                    || <::core::primitive::u8 as wt::component::ComponentType>::MAY_REQUIRE_REALLOC;
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
                                "color",
                                <self::Color as wt::component::ComponentType>::typecheck,
                            ),
                            (
                                "strength",
                                <::core::primitive::u8 as wt::component::ComponentType>::typecheck,
                            ),
                        ],
                    )
                }
            }
            unsafe impl wt::component::Lower for self::Shade {
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
                            |lowered| &raw mut (*lowered).color,
                        )
                    };
                    wt::component::Lower::linear_lower_to_flat(
                        &self.color,
                        cx,
                        ty.fields[0].ty,
                        field,
                    )?;
                    let field = unsafe {
                        internal::MaybeUninitExt::map(
                            dst,
                            |lowered| &raw mut (*lowered).strength,
                        )
                    };
                    wt::component::Lower::linear_lower_to_flat(
                        &self.strength,
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
                        &self.color,
                        cx,
                        ty.fields[0].ty,
                        <self::Color as wt::component::ComponentType>::ABI
                            .next_field32_size(&mut offset),
                    )?;
                    wt::component::Lower::linear_lower_to_memory(
                        &self.strength,
                        cx,
                        ty.fields[1].ty,
                        <::core::primitive::u8 as wt::component::ComponentType>::ABI
                            .next_field32_size(&mut offset),
                    )?;
                    wt::Result::Ok(())
                }
            }
            unsafe impl wt::component::Lift for self::Shade {
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
                        color: wt::component::Lift::linear_lift_from_flat(
                            cx,
                            ty.fields[0].ty,
                            &src.color,
                        )?,
                        strength: wt::component::Lift::linear_lift_from_flat(
                            cx,
                            ty.fields[1].ty,
                            &src.strength,
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
                        color: wt::component::Lift::linear_lift_from_memory(
                            cx,
                            ty.fields[0].ty,
                            &bytes[<self::Color as wt::component::ComponentType>::ABI
                                .next_field32_size(
                                    &mut offset,
                                )..][..<self::Color as wt::component::ComponentType>::SIZE32],
                        )?,
                        strength: wt::component::Lift::linear_lift_from_memory(
                            cx,
                            ty.fields[1].ty,
                            &bytes[<::core::primitive::u8 as wt::component::ComponentType>::ABI
                                .next_field32_size(
                                    &mut offset,
                                )..][..<::core::primitive::u8 as wt::component::ComponentType>::SIZE32],
                        )?,
                    })
                }
            }
        };
    }
    #[doc(inline)]
    pub use self::colors::Color as Color;
    #[doc(inline)]
    pub use self::colors::Shade as Hue;
    ///A record, see \[nothing].
    #[derive(
        ::core::clone::Clone,
        ::core::marker::Copy,
        ::core::fmt::Debug,
        ::core::cmp::PartialEq,
        ::core::default::Default
    )]
    #[derive(
        ::fidius::__private::serde::Serialize,
        ::fidius::__private::serde::Deserialize
    )]
    #[serde(crate = "::fidius::__private::serde")]
    pub struct Point {
        ///The field `x`.
        pub x: ::core::primitive::f32,
        ///The field `y`.
        pub y: ::core::primitive::f32,
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
                <::core::primitive::f32 as wt::component::ComponentType>::Lower,
                <::core::primitive::f32 as wt::component::ComponentType>::Lower,
            >;
            const ABI: internal::CanonicalAbiInfo = internal::CanonicalAbiInfo::record_static(
                &[
                    <::core::primitive::f32 as wt::component::ComponentType>::ABI,
                    <::core::primitive::f32 as wt::component::ComponentType>::ABI,
                ],
            );
            const MAY_REQUIRE_REALLOC: ::core::primitive::bool = false
                || <::core::primitive::f32 as wt::component::ComponentType>::MAY_REQUIRE_REALLOC
                || <::core::primitive::f32 as wt::component::ComponentType>::MAY_REQUIRE_REALLOC;
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
                            <::core::primitive::f32 as wt::component::ComponentType>::typecheck,
                        ),
                        (
                            "y",
                            <::core::primitive::f32 as wt::component::ComponentType>::typecheck,
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
                    internal::MaybeUninitExt::map(dst, |lowered| &raw mut (*lowered).x)
                };
                wt::component::Lower::linear_lower_to_flat(
                    &self.x,
                    cx,
                    ty.fields[0].ty,
                    field,
                )?;
                let field = unsafe {
                    internal::MaybeUninitExt::map(dst, |lowered| &raw mut (*lowered).y)
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
                    <::core::primitive::f32 as wt::component::ComponentType>::ABI
                        .next_field32_size(&mut offset),
                )?;
                wt::component::Lower::linear_lower_to_memory(
                    &self.y,
                    cx,
                    ty.fields[1].ty,
                    <::core::primitive::f32 as wt::component::ComponentType>::ABI
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
                        &bytes[<::core::primitive::f32 as wt::component::ComponentType>::ABI
                            .next_field32_size(
                                &mut offset,
                            )..][..<::core::primitive::f32 as wt::component::ComponentType>::SIZE32],
                    )?,
                    y: wt::component::Lift::linear_lift_from_memory(
                        cx,
                        ty.fields[1].ty,
                        &bytes[<::core::primitive::f32 as wt::component::ComponentType>::ABI
                            .next_field32_size(
                                &mut offset,
                            )..][..<::core::primitive::f32 as wt::component::ComponentType>::SIZE32],
                    )?,
                })
            }
        }
    };
    ///The record `label`.
    #[derive(
        ::core::clone::Clone,
        ::core::fmt::Debug,
        ::core::cmp::PartialEq,
        ::core::cmp::Eq,
        ::core::hash::Hash,
        ::core::cmp::PartialOrd,
        ::core::cmp::Ord
    )]
    #[derive(
        ::fidius::__private::serde::Serialize,
        ::fidius::__private::serde::Deserialize
    )]
    #[serde(crate = "::fidius::__private::serde")]
    pub struct Label {
        ///The field `text`.
        pub text: ::std::string::String,
        ///The field `type`.
        #[serde(rename = "type")]
        pub type_: ::core::primitive::u8,
        ///The field `color`.
        pub color: Color,
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
            text: T0,
            type_: T1,
            color: T2,
            _align: [wt::ValRaw; 0],
        }
        unsafe impl wt::component::ComponentType for self::Label {
            type Lower = LowerRecord<
                <::std::string::String as wt::component::ComponentType>::Lower,
                <::core::primitive::u8 as wt::component::ComponentType>::Lower,
                <self::Color as wt::component::ComponentType>::Lower,
            >;
            const ABI: internal::CanonicalAbiInfo = internal::CanonicalAbiInfo::record_static(
                &[
                    <::std::string::String as wt::component::ComponentType>::ABI,
                    <::core::primitive::u8 as wt::component::ComponentType>::ABI,
                    <self::Color as wt::component::ComponentType>::ABI,
                ],
            );
            const MAY_REQUIRE_REALLOC: ::core::primitive::bool = false
                || <::std::string::String as wt::component::ComponentType>::MAY_REQUIRE_REALLOC
                || <::core::primitive::u8 as wt::component::ComponentType>::MAY_REQUIRE_REALLOC
                || <self::Color as wt::component::ComponentType>::MAY_REQUIRE_REALLOC;
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
                            "text",
                            <::std::string::String as wt::component::ComponentType>::typecheck,
                        ),
                        (
                            "type",
                            <::core::primitive::u8 as wt::component::ComponentType>::typecheck,
                        ),
                        (
                            "color",
                            <self::Color as wt::component::ComponentType>::typecheck,
                        ),
                    ],
                )
            }
        }
        unsafe impl wt::component::Lower for self::Label {
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
                        |lowered| &raw mut (*lowered).text,
                    )
                };
                wt::component::Lower::linear_lower_to_flat(
                    &self.text,
                    cx,
                    ty.fields[0].ty,
                    field,
                )?;
                let field = unsafe {
                    internal::MaybeUninitExt::map(
                        dst,
                        |lowered| &raw mut (*lowered).type_,
                    )
                };
                wt::component::Lower::linear_lower_to_flat(
                    &self.type_,
                    cx,
                    ty.fields[1].ty,
                    field,
                )?;
                let field = unsafe {
                    internal::MaybeUninitExt::map(
                        dst,
                        |lowered| &raw mut (*lowered).color,
                    )
                };
                wt::component::Lower::linear_lower_to_flat(
                    &self.color,
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
                    &self.text,
                    cx,
                    ty.fields[0].ty,
                    <::std::string::String as wt::component::ComponentType>::ABI
                        .next_field32_size(&mut offset),
                )?;
                wt::component::Lower::linear_lower_to_memory(
                    &self.type_,
                    cx,
                    ty.fields[1].ty,
                    <::core::primitive::u8 as wt::component::ComponentType>::ABI
                        .next_field32_size(&mut offset),
                )?;
                wt::component::Lower::linear_lower_to_memory(
                    &self.color,
                    cx,
                    ty.fields[2].ty,
                    <self::Color as wt::component::ComponentType>::ABI
                        .next_field32_size(&mut offset),
                )?;
                wt::Result::Ok(())
            }
        }
        unsafe impl wt::component::Lift for self::Label {
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
                    text: wt::component::Lift::linear_lift_from_flat(
                        cx,
                        ty.fields[0].ty,
                        &src.text,
                    )?,
                    type_: wt::component::Lift::linear_lift_from_flat(
                        cx,
                        ty.fields[1].ty,
                        &src.type_,
                    )?,
                    color: wt::component::Lift::linear_lift_from_flat(
                        cx,
                        ty.fields[2].ty,
                        &src.color,
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
                    text: wt::component::Lift::linear_lift_from_memory(
                        cx,
                        ty.fields[0].ty,
                        &bytes[<::std::string::String as wt::component::ComponentType>::ABI
                            .next_field32_size(
                                &mut offset,
                            )..][..<::std::string::String as wt::component::ComponentType>::SIZE32],
                    )?,
                    type_: wt::component::Lift::linear_lift_from_memory(
                        cx,
                        ty.fields[1].ty,
                        &bytes[<::core::primitive::u8 as wt::component::ComponentType>::ABI
                            .next_field32_size(
                                &mut offset,
                            )..][..<::core::primitive::u8 as wt::component::ComponentType>::SIZE32],
                    )?,
                    color: wt::component::Lift::linear_lift_from_memory(
                        cx,
                        ty.fields[2].ty,
                        &bytes[<self::Color as wt::component::ComponentType>::ABI
                            .next_field32_size(
                                &mut offset,
                            )..][..<self::Color as wt::component::ComponentType>::SIZE32],
                    )?,
                })
            }
        }
    };
    ///The variant `shape`.
    #[derive(::core::clone::Clone, ::core::fmt::Debug, ::core::cmp::PartialEq)]
    #[derive(
        ::fidius::__private::serde::Serialize,
        ::fidius::__private::serde::Deserialize
    )]
    #[serde(crate = "::fidius::__private::serde")]
    pub enum Shape {
        ///The case `circle`.
        Circle((Point, ::core::primitive::f64)),
        ///The case `polygon`.
        Polygon(::std::vec::Vec<Point>),
        ///The case `none`.
        None,
    }
    const _: () = {
        use ::fidius::__private::wasmtime as wt;
        use wt::component::__internal as internal;
        #[doc(hidden)]
        #[derive(::core::clone::Clone, ::core::marker::Copy)]
        #[repr(C)]
        pub struct LowerVariant<T0: ::core::marker::Copy, T1: ::core::marker::Copy> {
            tag: wt::ValRaw,
            payload: LowerPayload<T0, T1>,
        }
        #[doc(hidden)]
        #[derive(::core::clone::Clone, ::core::marker::Copy)]
        #[repr(C)]
        pub union LowerPayload<T0: ::core::marker::Copy, T1: ::core::marker::Copy> {
            none: [wt::ValRaw; 0],
            case0: T0,
            case1: T1,
        }
        unsafe impl wt::component::ComponentType for self::Shape {
            type Lower = LowerVariant<
                <(
                    self::Point,
                    ::core::primitive::f64,
                ) as wt::component::ComponentType>::Lower,
                <::std::vec::Vec<self::Point> as wt::component::ComponentType>::Lower,
            >;
            const ABI: internal::CanonicalAbiInfo = internal::CanonicalAbiInfo::variant_static(
                <Self as internal::ComponentVariant>::CASES,
            );
            const MAY_REQUIRE_REALLOC: ::core::primitive::bool = false
                || <(
                    self::Point,
                    ::core::primitive::f64,
                ) as wt::component::ComponentType>::MAY_REQUIRE_REALLOC
                || <::std::vec::Vec<
                    self::Point,
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
                        (
                            "circle",
                            ::core::option::Option::Some(
                                <(
                                    self::Point,
                                    ::core::primitive::f64,
                                ) as wt::component::ComponentType>::typecheck,
                            ),
                        ),
                        (
                            "polygon",
                            ::core::option::Option::Some(
                                <::std::vec::Vec<
                                    self::Point,
                                > as wt::component::ComponentType>::typecheck,
                            ),
                        ),
                        ("none", ::core::option::Option::None),
                    ],
                )
            }
        }
        unsafe impl internal::ComponentVariant for self::Shape {
            const CASES: &'static [::core::option::Option<internal::CanonicalAbiInfo>] = &[
                ::core::option::Option::Some(
                    <(
                        self::Point,
                        ::core::primitive::f64,
                    ) as wt::component::ComponentType>::ABI,
                ),
                ::core::option::Option::Some(
                    <::std::vec::Vec<self::Point> as wt::component::ComponentType>::ABI,
                ),
                ::core::option::Option::None,
            ];
        }
        unsafe impl wt::component::Lower for self::Shape {
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
                    Self::Circle(payload) => {
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
                                    |lowered| &raw mut (*lowered).case0,
                                ),
                                |dst| wt::component::Lower::linear_lower_to_flat(
                                    payload,
                                    cx,
                                    ty.cases[0usize].unwrap_or_else(internal::bad_type_info),
                                    dst,
                                ),
                            )
                        }
                    }
                    Self::Polygon(payload) => {
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
                    Self::None => {
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
                                    |lowered| &raw mut (*lowered).none,
                                ),
                                |dst| {
                                    let _: &mut ::core::mem::MaybeUninit<[wt::ValRaw; 0]> = dst;
                                    wt::Result::Ok(())
                                },
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
                    Self::Circle(payload) => {
                        *cx.get::<1>(offset) = 0u8.to_le_bytes();
                        wt::component::Lower::linear_lower_to_memory(
                            payload,
                            cx,
                            ty.cases[0usize].unwrap_or_else(internal::bad_type_info),
                            offset
                                + <Self as internal::ComponentVariant>::PAYLOAD_OFFSET32,
                        )
                    }
                    Self::Polygon(payload) => {
                        *cx.get::<1>(offset) = 1u8.to_le_bytes();
                        wt::component::Lower::linear_lower_to_memory(
                            payload,
                            cx,
                            ty.cases[1usize].unwrap_or_else(internal::bad_type_info),
                            offset
                                + <Self as internal::ComponentVariant>::PAYLOAD_OFFSET32,
                        )
                    }
                    Self::None => {
                        *cx.get::<1>(offset) = 2u8.to_le_bytes();
                        wt::Result::Ok(())
                    }
                }
            }
        }
        unsafe impl wt::component::Lift for self::Shape {
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
                        0u32 => {
                            Self::Circle(
                                wt::component::Lift::linear_lift_from_flat(
                                    cx,
                                    ty.cases[0usize].unwrap_or_else(internal::bad_type_info),
                                    unsafe { &src.payload.case0 },
                                )?,
                            )
                        }
                        1u32 => {
                            Self::Polygon(
                                wt::component::Lift::linear_lift_from_flat(
                                    cx,
                                    ty.cases[1usize].unwrap_or_else(internal::bad_type_info),
                                    unsafe { &src.payload.case1 },
                                )?,
                            )
                        }
                        2u32 => Self::None,
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
                        0u8 => {
                            Self::Circle(
                                wt::component::Lift::linear_lift_from_memory(
                                    cx,
                                    ty.cases[0usize].unwrap_or_else(internal::bad_type_info),
                                    &payload[..<(
                                        self::Point,
                                        ::core::primitive::f64,
                                    ) as wt::component::ComponentType>::SIZE32],
                                )?,
                            )
                        }
                        1u8 => {
                            Self::Polygon(
                                wt::component::Lift::linear_lift_from_memory(
                                    cx,
                                    ty.cases[1usize].unwrap_or_else(internal::bad_type_info),
                                    &payload[..<::std::vec::Vec<
                                        self::Point,
                                    > as wt::component::ComponentType>::SIZE32],
                                )?,
                            )
                        }
                        2u8 => Self::None,
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
    ///The enum `size`.
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
    #[derive(
        ::fidius::__private::serde::Serialize,
        ::fidius::__private::serde::Deserialize
    )]
    #[serde(crate = "::fidius::__private::serde")]
    pub enum Size {
        ///The case `small`.
        Small,
        ///The case `large`.
        Large,
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
        unsafe impl wt::component::ComponentType for self::Size {
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
                internal::typecheck_enum(ty, types, &["small", "large"])
            }
        }
        unsafe impl wt::component::Lower for self::Size {
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
        unsafe impl wt::component::Lift for self::Size {
            #[inline]
            fn linear_lift_from_flat(
                _: &mut internal::LiftContext<'_>,
                _: internal::InterfaceType,
                src: &<Self as wt::component::ComponentType>::Lower,
            ) -> wt::Result<Self> {
                wt::Result::Ok(
                    match src.tag.get_u32() {
                        0u32 => Self::Small,
                        1u32 => Self::Large,
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
                        0u8 => Self::Small,
                        1u8 => Self::Large,
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
    ///The flags `sides`.
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
    pub struct Sides {
        bits: ::core::primitive::u8,
    }
    impl Sides {
        ///The flag `left`.
        pub const LEFT: Self = Self { bits: 1 << 0 };
        ///The flag `right`.
        pub const RIGHT: Self = Self { bits: 1 << 1 };
        /// No flag.
        #[must_use]
        pub const fn empty() -> Self {
            Self { bits: 0 }
        }
        /// Every flag.
        #[must_use]
        pub const fn all() -> Self {
            Self {
                bits: 0 | Self::LEFT.bits | Self::RIGHT.bits,
            }
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
    impl ::core::fmt::Debug for Sides {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            let names: &[(&::core::primitive::str, Self)] = &[
                ("LEFT", Self::LEFT),
                ("RIGHT", Self::RIGHT),
            ];
            f.write_str(::core::stringify!(Sides))?;
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
    impl ::core::ops::BitOr for Sides {
        type Output = Self;
        fn bitor(self, other: Self) -> Self {
            Self {
                bits: self.bits | other.bits,
            }
        }
    }
    impl ::core::ops::BitOrAssign for Sides {
        fn bitor_assign(&mut self, other: Self) {
            *self = *self | other;
        }
    }
    impl ::core::ops::BitAnd for Sides {
        type Output = Self;
        fn bitand(self, other: Self) -> Self {
            Self {
                bits: self.bits & other.bits,
            }
        }
    }
    impl ::core::ops::BitAndAssign for Sides {
        fn bitand_assign(&mut self, other: Self) {
            *self = *self & other;
        }
    }
    impl ::core::ops::BitXor for Sides {
        type Output = Self;
        fn bitxor(self, other: Self) -> Self {
            Self {
                bits: self.bits ^ other.bits,
            }
        }
    }
    impl ::core::ops::BitXorAssign for Sides {
        fn bitxor_assign(&mut self, other: Self) {
            *self = *self ^ other;
        }
    }
    impl ::core::ops::Not for Sides {
        type Output = Self;
        fn not(self) -> Self {
            Self { bits: !self.bits } & Self::all()
        }
    }
    const _: () = {
        use ::fidius::__private::serde;
        impl serde::Serialize for self::Sides {
            fn serialize<S: serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                let names: &[(&::core::primitive::str, Self)] = &[
                    ("left", Self::LEFT),
                    ("right", Self::RIGHT),
                ];
                let set = names.iter().filter(|(_, flag)| self.contains(*flag));
                serializer.collect_seq(set.map(|(name, _)| name))
            }
        }
        impl<'de> serde::Deserialize<'de> for self::Sides {
            fn deserialize<D: serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                let names: ::std::vec::Vec<::std::string::String> = serde::Deserialize::deserialize(
                    deserializer,
                )?;
                let mut flags = Self::empty();
                for name in names {
                    match name.as_str() {
                        "left" => flags |= Self::LEFT,
                        "right" => flags |= Self::RIGHT,
                        other => {
                            return ::core::result::Result::Err(
                                serde::de::Error::unknown_variant(other, &["left", "right"]),
                            );
                        }
                    }
                }
                ::core::result::Result::Ok(flags)
            }
        }
    };
    const _: () = {
        use ::fidius::__private::wasmtime as wt;
        use wt::component::__internal as internal;
        unsafe impl wt::component::ComponentType for self::Sides {
            type Lower = <::core::primitive::u8 as wt::component::ComponentType>::Lower;
            const ABI: internal::CanonicalAbiInfo = <::core::primitive::u8 as wt::component::ComponentType>::ABI;
            const MAY_REQUIRE_REALLOC: ::core::primitive::bool = false;
            fn typecheck(
                ty: &internal::InterfaceType,
                types: &internal::InstanceType<'_>,
            ) -> wt::Result<()> {
                internal::typecheck_flags(ty, types, &["left", "right"])
            }
        }
        unsafe impl wt::component::Lower for self::Sides {
            fn linear_lower_to_flat<T>(
                &self,
                cx: &mut internal::LowerContext<'_, T>,
                _: internal::InterfaceType,
                dst: &mut ::core::mem::MaybeUninit<
                    <Self as wt::component::ComponentType>::Lower,
                >,
            ) -> wt::Result<()> {
                self.bits.linear_lower_to_flat(cx, internal::InterfaceType::U8, dst)
            }
            fn linear_lower_to_memory<T>(
                &self,
                cx: &mut internal::LowerContext<'_, T>,
                _: internal::InterfaceType,
                offset: ::core::primitive::usize,
            ) -> wt::Result<()> {
                self.bits.linear_lower_to_memory(cx, internal::InterfaceType::U8, offset)
            }
        }
        unsafe impl wt::component::Lift for self::Sides {
            fn linear_lift_from_flat(
                cx: &mut internal::LiftContext<'_>,
                _: internal::InterfaceType,
                src: &<Self as wt::component::ComponentType>::Lower,
            ) -> wt::Result<Self> {
                let bits = <::core::primitive::u8 as wt::component::Lift>::linear_lift_from_flat(
                    cx,
                    internal::InterfaceType::U8,
                    src,
                )?;
                wt::Result::Ok(Self { bits } & Self::all())
            }
            fn linear_lift_from_memory(
                cx: &mut internal::LiftContext<'_>,
                _: internal::InterfaceType,
                bytes: &[::core::primitive::u8],
            ) -> wt::Result<Self> {
                let bits = <::core::primitive::u8 as wt::component::Lift>::linear_lift_from_memory(
                    cx,
                    internal::InterfaceType::U8,
                    bytes,
                )?;
                wt::Result::Ok(Self { bits } & Self::all())
            }
        }
    };
    ///The flags `many`.
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
    pub struct Many {
        bits: ::core::primitive::u16,
    }
    impl Many {
        ///The flag `a0`.
        pub const A0: Self = Self { bits: 1 << 0 };
        ///The flag `a1`.
        pub const A1: Self = Self { bits: 1 << 1 };
        ///The flag `a2`.
        pub const A2: Self = Self { bits: 1 << 2 };
        ///The flag `a3`.
        pub const A3: Self = Self { bits: 1 << 3 };
        ///The flag `a4`.
        pub const A4: Self = Self { bits: 1 << 4 };
        ///The flag `a5`.
        pub const A5: Self = Self { bits: 1 << 5 };
        ///The flag `a6`.
        pub const A6: Self = Self { bits: 1 << 6 };
        ///The flag `a7`.
        pub const A7: Self = Self { bits: 1 << 7 };
        ///The flag `a8`.
        pub const A8: Self = Self { bits: 1 << 8 };
        /// No flag.
        #[must_use]
        pub const fn empty() -> Self {
            Self { bits: 0 }
        }
        /// Every flag.
        #[must_use]
        pub const fn all() -> Self {
            Self {
                bits: 0 | Self::A0.bits | Self::A1.bits | Self::A2.bits | Self::A3.bits
                    | Self::A4.bits | Self::A5.bits | Self::A6.bits | Self::A7.bits
                    | Self::A8.bits,
            }
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
    impl ::core::fmt::Debug for Many {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            let names: &[(&::core::primitive::str, Self)] = &[
                ("A0", Self::A0),
                ("A1", Self::A1),
                ("A2", Self::A2),
                ("A3", Self::A3),
                ("A4", Self::A4),
                ("A5", Self::A5),
                ("A6", Self::A6),
                ("A7", Self::A7),
                ("A8", Self::A8),
            ];
            f.write_str(::core::stringify!(Many))?;
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
    impl ::core::ops::BitOr for Many {
        type Output = Self;
        fn bitor(self, other: Self) -> Self {
            Self {
                bits: self.bits | other.bits,
            }
        }
    }
    impl ::core::ops::BitOrAssign for Many {
        fn bitor_assign(&mut self, other: Self) {
            *self = *self | other;
        }
    }
    impl ::core::ops::BitAnd for Many {
        type Output = Self;
        fn bitand(self, other: Self) -> Self {
            Self {
                bits: self.bits & other.bits,
            }
        }
    }
    impl ::core::ops::BitAndAssign for Many {
        fn bitand_assign(&mut self, other: Self) {
            *self = *self & other;
        }
    }
    impl ::core::ops::BitXor for Many {
        type Output = Self;
        fn bitxor(self, other: Self) -> Self {
            Self {
                bits: self.bits ^ other.bits,
            }
        }
    }
    impl ::core::ops::BitXorAssign for Many {
        fn bitxor_assign(&mut self, other: Self) {
            *self = *self ^ other;
        }
    }
    impl ::core::ops::Not for Many {
        type Output = Self;
        fn not(self) -> Self {
            Self { bits: !self.bits } & Self::all()
        }
    }
    const _: () = {
        use ::fidius::__private::serde;
        impl serde::Serialize for self::Many {
            fn serialize<S: serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                let names: &[(&::core::primitive::str, Self)] = &[
                    ("a0", Self::A0),
                    ("a1", Self::A1),
                    ("a2", Self::A2),
                    ("a3", Self::A3),
                    ("a4", Self::A4),
                    ("a5", Self::A5),
                    ("a6", Self::A6),
                    ("a7", Self::A7),
                    ("a8", Self::A8),
                ];
                let set = names.iter().filter(|(_, flag)| self.contains(*flag));
                serializer.collect_seq(set.map(|(name, _)| name))
            }
        }
        impl<'de> serde::Deserialize<'de> for self::Many {
            fn deserialize<D: serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                let names: ::std::vec::Vec<::std::string::String> = serde::Deserialize::deserialize(
                    deserializer,
                )?;
                let mut flags = Self::empty();
                for name in names {
                    match name.as_str() {
                        "a0" => flags |= Self::A0,
                        "a1" => flags |= Self::A1,
                        "a2" => flags |= Self::A2,
                        "a3" => flags |= Self::A3,
                        "a4" => flags |= Self::A4,
                        "a5" => flags |= Self::A5,
                        "a6" => flags |= Self::A6,
                        "a7" => flags |= Self::A7,
                        "a8" => flags |= Self::A8,
                        other => {
                            return ::core::result::Result::Err(
                                serde::de::Error::unknown_variant(
                                    other,
                                    &["a0", "a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8"],
                                ),
                            );
                        }
                    }
                }
                ::core::result::Result::Ok(flags)
            }
        }
    };
    const _: () = {
        use ::fidius::__private::wasmtime as wt;
        use wt::component::__internal as internal;
        unsafe impl wt::component::ComponentType for self::Many {
            type Lower = <::core::primitive::u16 as wt::component::ComponentType>::Lower;
            const ABI: internal::CanonicalAbiInfo = <::core::primitive::u16 as wt::component::ComponentType>::ABI;
            const MAY_REQUIRE_REALLOC: ::core::primitive::bool = false;
            fn typecheck(
                ty: &internal::InterfaceType,
                types: &internal::InstanceType<'_>,
            ) -> wt::Result<()> {
                internal::typecheck_flags(
                    ty,
                    types,
                    &["a0", "a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8"],
                )
            }
        }
        unsafe impl wt::component::Lower for self::Many {
            fn linear_lower_to_flat<T>(
                &self,
                cx: &mut internal::LowerContext<'_, T>,
                _: internal::InterfaceType,
                dst: &mut ::core::mem::MaybeUninit<
                    <Self as wt::component::ComponentType>::Lower,
                >,
            ) -> wt::Result<()> {
                self.bits.linear_lower_to_flat(cx, internal::InterfaceType::U16, dst)
            }
            fn linear_lower_to_memory<T>(
                &self,
                cx: &mut internal::LowerContext<'_, T>,
                _: internal::InterfaceType,
                offset: ::core::primitive::usize,
            ) -> wt::Result<()> {
                self.bits
                    .linear_lower_to_memory(cx, internal::InterfaceType::U16, offset)
            }
        }
        unsafe impl wt::component::Lift for self::Many {
            fn linear_lift_from_flat(
                cx: &mut internal::LiftContext<'_>,
                _: internal::InterfaceType,
                src: &<Self as wt::component::ComponentType>::Lower,
            ) -> wt::Result<Self> {
                let bits = <::core::primitive::u16 as wt::component::Lift>::linear_lift_from_flat(
                    cx,
                    internal::InterfaceType::U16,
                    src,
                )?;
                wt::Result::Ok(Self { bits } & Self::all())
            }
            fn linear_lift_from_memory(
                cx: &mut internal::LiftContext<'_>,
                _: internal::InterfaceType,
                bytes: &[::core::primitive::u8],
            ) -> wt::Result<Self> {
                let bits = <::core::primitive::u16 as wt::component::Lift>::linear_lift_from_memory(
                    cx,
                    internal::InterfaceType::U16,
                    bytes,
                )?;
                wt::Result::Ok(Self { bits } & Self::all())
            }
        }
    };
    ///The type `name`.
    pub type Name = ::std::string::String;
    ///The result `outcome`.
    pub type Outcome = ::core::result::Result<Name, Size>;
    ///The functions of `snapshot:kinds/shapes@1.0.0`: what a plugin's handle implements, and what a fake may.
    ///
    ///[`ShapesAsync`] is the async form.
    #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
    pub trait Shapes {
        ///The function `scalars`.
        ///
        ///# Errors
        ///
        ///The call fails.
        fn scalars(
            &self,
            a: ::core::primitive::bool,
            b: ::core::primitive::i8,
            c: ::core::primitive::u16,
            d: ::core::primitive::i32,
            e: ::core::primitive::u64,
            f: ::core::primitive::f32,
            g: ::core::primitive::f64,
            h: ::core::primitive::char,
        ) -> ::core::result::Result<::core::primitive::u8, ::fidius::Error>;
        ///The function `borrowed`.
        ///
        ///# Errors
        ///
        ///The call fails.
        fn borrowed(
            &self,
            s: &::core::primitive::str,
            l: &[Name],
            r: &Point,
            v: &Shape,
            e: Size,
            f: Sides,
        ) -> ::core::result::Result<Name, ::fidius::Error>;
        ///The function `nested`.
        ///
        ///# Errors
        ///
        ///The call fails.
        fn nested(
            &self,
            o: ::core::option::Option<&::core::primitive::str>,
            t: (&Point, ::core::primitive::f64),
            r: ::core::result::Result<&Point, &::core::primitive::str>,
            l: &[::std::vec::Vec<::core::primitive::u8>],
        ) -> ::core::result::Result<
            ::core::option::Option<::std::vec::Vec<Shape>>,
            ::fidius::Error,
        >;
        ///The function `type`.
        ///
        ///# Errors
        ///
        ///The call fails.
        fn type_(
            &self,
            n: &::core::primitive::str,
            h: &colors::Shade,
            l: &Label,
            m: Many,
        ) -> ::core::result::Result<(), ::fidius::Error>;
        ///The function `fallible`.
        ///
        ///# Errors
        ///
        ///`CallError::Guest` with what the other side answers, or `CallError::Host` where the call fails.
        fn fallible(&self) -> ::core::result::Result<Name, ::fidius::CallError<Size>>;
        ///The function `unit-error`.
        ///
        ///# Errors
        ///
        ///`CallError::Guest` with what the other side answers, or `CallError::Host` where the call fails.
        fn unit_error(
            &self,
        ) -> ::core::result::Result<::core::primitive::u32, ::fidius::CallError<()>>;
        ///The function `unit`.
        ///
        ///# Errors
        ///
        ///`CallError::Guest` with what the other side answers, or `CallError::Host` where the call fails.
        fn unit(&self) -> ::core::result::Result<(), ::fidius::CallError<()>>;
        ///The function `load`.
        ///
        ///# Errors
        ///
        ///The call fails.
        fn load(&self) -> ::core::result::Result<(Label,), ::fidius::Error>;
    }
    #[allow(clippy::too_many_arguments)]
    impl<T: self::Shapes + ?::core::marker::Sized> self::Shapes for ::std::sync::Arc<T> {
        fn scalars(
            &self,
            a: ::core::primitive::bool,
            b: ::core::primitive::i8,
            c: ::core::primitive::u16,
            d: ::core::primitive::i32,
            e: ::core::primitive::u64,
            f: ::core::primitive::f32,
            g: ::core::primitive::f64,
            h: ::core::primitive::char,
        ) -> ::core::result::Result<::core::primitive::u8, ::fidius::Error> {
            <T as self::Shapes>::scalars(&**self, a, b, c, d, e, f, g, h)
        }
        fn borrowed(
            &self,
            s: &::core::primitive::str,
            l: &[self::Name],
            r: &self::Point,
            v: &self::Shape,
            e: self::Size,
            f: self::Sides,
        ) -> ::core::result::Result<self::Name, ::fidius::Error> {
            <T as self::Shapes>::borrowed(&**self, s, l, r, v, e, f)
        }
        fn nested(
            &self,
            o: ::core::option::Option<&::core::primitive::str>,
            t: (&self::Point, ::core::primitive::f64),
            r: ::core::result::Result<&self::Point, &::core::primitive::str>,
            l: &[::std::vec::Vec<::core::primitive::u8>],
        ) -> ::core::result::Result<
            ::core::option::Option<::std::vec::Vec<self::Shape>>,
            ::fidius::Error,
        > {
            <T as self::Shapes>::nested(&**self, o, t, r, l)
        }
        fn type_(
            &self,
            n: &::core::primitive::str,
            h: &self::colors::Shade,
            l: &self::Label,
            m: self::Many,
        ) -> ::core::result::Result<(), ::fidius::Error> {
            <T as self::Shapes>::type_(&**self, n, h, l, m)
        }
        fn fallible(
            &self,
        ) -> ::core::result::Result<self::Name, ::fidius::CallError<self::Size>> {
            <T as self::Shapes>::fallible(&**self)
        }
        fn unit_error(
            &self,
        ) -> ::core::result::Result<::core::primitive::u32, ::fidius::CallError<()>> {
            <T as self::Shapes>::unit_error(&**self)
        }
        fn unit(&self) -> ::core::result::Result<(), ::fidius::CallError<()>> {
            <T as self::Shapes>::unit(&**self)
        }
        fn load(&self) -> ::core::result::Result<(self::Label,), ::fidius::Error> {
            <T as self::Shapes>::load(&**self)
        }
    }
    ///The functions of `snapshot:kinds/shapes@1.0.0`: what a plugin's handle implements, and what a fake may, with `async fn`.
    ///
    ///[`Shapes`] is the blocking form.
    #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
    pub trait ShapesAsync {
        ///The function `scalars`.
        ///
        ///# Errors
        ///
        ///The call fails.
        fn scalars(
            &self,
            a: ::core::primitive::bool,
            b: ::core::primitive::i8,
            c: ::core::primitive::u16,
            d: ::core::primitive::i32,
            e: ::core::primitive::u64,
            f: ::core::primitive::f32,
            g: ::core::primitive::f64,
            h: ::core::primitive::char,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<::core::primitive::u8, ::fidius::Error>,
        > + ::core::marker::Send;
        ///The function `borrowed`.
        ///
        ///# Errors
        ///
        ///The call fails.
        fn borrowed(
            &self,
            s: &::core::primitive::str,
            l: &[Name],
            r: &Point,
            v: &Shape,
            e: Size,
            f: Sides,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<Name, ::fidius::Error>,
        > + ::core::marker::Send;
        ///The function `nested`.
        ///
        ///# Errors
        ///
        ///The call fails.
        fn nested(
            &self,
            o: ::core::option::Option<&::core::primitive::str>,
            t: (&Point, ::core::primitive::f64),
            r: ::core::result::Result<&Point, &::core::primitive::str>,
            l: &[::std::vec::Vec<::core::primitive::u8>],
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<
                ::core::option::Option<::std::vec::Vec<Shape>>,
                ::fidius::Error,
            >,
        > + ::core::marker::Send;
        ///The function `type`.
        ///
        ///# Errors
        ///
        ///The call fails.
        fn type_(
            &self,
            n: &::core::primitive::str,
            h: &colors::Shade,
            l: &Label,
            m: Many,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<(), ::fidius::Error>,
        > + ::core::marker::Send;
        ///The function `fallible`.
        ///
        ///# Errors
        ///
        ///`CallError::Guest` with what the other side answers, or `CallError::Host` where the call fails.
        fn fallible(
            &self,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<Name, ::fidius::CallError<Size>>,
        > + ::core::marker::Send;
        ///The function `unit-error`.
        ///
        ///# Errors
        ///
        ///`CallError::Guest` with what the other side answers, or `CallError::Host` where the call fails.
        fn unit_error(
            &self,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<
                ::core::primitive::u32,
                ::fidius::CallError<()>,
            >,
        > + ::core::marker::Send;
        ///The function `unit`.
        ///
        ///# Errors
        ///
        ///`CallError::Guest` with what the other side answers, or `CallError::Host` where the call fails.
        fn unit(
            &self,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<(), ::fidius::CallError<()>>,
        > + ::core::marker::Send;
        ///The function `load`.
        ///
        ///# Errors
        ///
        ///The call fails.
        fn load(
            &self,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<(Label,), ::fidius::Error>,
        > + ::core::marker::Send;
    }
    #[allow(clippy::too_many_arguments)]
    impl<T: self::ShapesAsync + ?::core::marker::Sized> self::ShapesAsync
    for ::std::sync::Arc<T> {
        fn scalars(
            &self,
            a: ::core::primitive::bool,
            b: ::core::primitive::i8,
            c: ::core::primitive::u16,
            d: ::core::primitive::i32,
            e: ::core::primitive::u64,
            f: ::core::primitive::f32,
            g: ::core::primitive::f64,
            h: ::core::primitive::char,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<::core::primitive::u8, ::fidius::Error>,
        > + ::core::marker::Send {
            <T as self::ShapesAsync>::scalars(&**self, a, b, c, d, e, f, g, h)
        }
        fn borrowed(
            &self,
            s: &::core::primitive::str,
            l: &[self::Name],
            r: &self::Point,
            v: &self::Shape,
            e: self::Size,
            f: self::Sides,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<self::Name, ::fidius::Error>,
        > + ::core::marker::Send {
            <T as self::ShapesAsync>::borrowed(&**self, s, l, r, v, e, f)
        }
        fn nested(
            &self,
            o: ::core::option::Option<&::core::primitive::str>,
            t: (&self::Point, ::core::primitive::f64),
            r: ::core::result::Result<&self::Point, &::core::primitive::str>,
            l: &[::std::vec::Vec<::core::primitive::u8>],
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<
                ::core::option::Option<::std::vec::Vec<self::Shape>>,
                ::fidius::Error,
            >,
        > + ::core::marker::Send {
            <T as self::ShapesAsync>::nested(&**self, o, t, r, l)
        }
        fn type_(
            &self,
            n: &::core::primitive::str,
            h: &self::colors::Shade,
            l: &self::Label,
            m: self::Many,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<(), ::fidius::Error>,
        > + ::core::marker::Send {
            <T as self::ShapesAsync>::type_(&**self, n, h, l, m)
        }
        fn fallible(
            &self,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<self::Name, ::fidius::CallError<self::Size>>,
        > + ::core::marker::Send {
            <T as self::ShapesAsync>::fallible(&**self)
        }
        fn unit_error(
            &self,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<
                ::core::primitive::u32,
                ::fidius::CallError<()>,
            >,
        > + ::core::marker::Send {
            <T as self::ShapesAsync>::unit_error(&**self)
        }
        fn unit(
            &self,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<(), ::fidius::CallError<()>>,
        > + ::core::marker::Send {
            <T as self::ShapesAsync>::unit(&**self)
        }
        fn load(
            &self,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<(self::Label,), ::fidius::Error>,
        > + ::core::marker::Send {
            <T as self::ShapesAsync>::load(&**self)
        }
    }
    ///The method table of `snapshot:kinds/shapes@1.0.0`: each function with its parameters and result.
    pub static INTERFACE: ::fidius::Interface = {
        use ::fidius::__private::wit;
        static TYPE0: wit::Record = wit::Record {
            name: ::core::option::Option::Some(wit::Shared::Static("point")),
            fields: wit::Shared::Static(
                &[
                    wit::Field {
                        name: wit::Shared::Static("x"),
                        ty: wit::Type::F32,
                    },
                    wit::Field {
                        name: wit::Shared::Static("y"),
                        ty: wit::Type::F32,
                    },
                ],
            ),
        };
        static TYPE1: wit::Variant = wit::Variant {
            name: ::core::option::Option::Some(wit::Shared::Static("shape")),
            cases: wit::Shared::Static(
                &[
                    wit::Case {
                        name: wit::Shared::Static("circle"),
                        ty: ::core::option::Option::Some(
                            wit::Type::Tuple(
                                wit::Shared::Static(
                                    &[
                                        wit::Type::Record(wit::Shared::Static(&TYPE0)),
                                        wit::Type::F64,
                                    ],
                                ),
                            ),
                        ),
                    },
                    wit::Case {
                        name: wit::Shared::Static("polygon"),
                        ty: ::core::option::Option::Some(
                            wit::Type::List(
                                wit::Shared::Static(
                                    &wit::Type::Record(wit::Shared::Static(&TYPE0)),
                                ),
                            ),
                        ),
                    },
                    wit::Case {
                        name: wit::Shared::Static("none"),
                        ty: ::core::option::Option::None,
                    },
                ],
            ),
        };
        static TYPE2: wit::Enum = wit::Enum {
            name: ::core::option::Option::Some(wit::Shared::Static("size")),
            cases: wit::Shared::Static(
                &[wit::Shared::Static("small"), wit::Shared::Static("large")],
            ),
        };
        static TYPE3: wit::Flags = wit::Flags {
            name: ::core::option::Option::Some(wit::Shared::Static("sides")),
            flags: wit::Shared::Static(
                &[wit::Shared::Static("left"), wit::Shared::Static("right")],
            ),
        };
        static TYPE4: wit::Enum = wit::Enum {
            name: ::core::option::Option::Some(wit::Shared::Static("color")),
            cases: wit::Shared::Static(
                &[wit::Shared::Static("red"), wit::Shared::Static("green")],
            ),
        };
        static TYPE5: wit::Record = wit::Record {
            name: ::core::option::Option::Some(wit::Shared::Static("shade")),
            fields: wit::Shared::Static(
                &[
                    wit::Field {
                        name: wit::Shared::Static("color"),
                        ty: wit::Type::Enum(wit::Shared::Static(&TYPE4)),
                    },
                    wit::Field {
                        name: wit::Shared::Static("strength"),
                        ty: wit::Type::U8,
                    },
                ],
            ),
        };
        static TYPE6: wit::Record = wit::Record {
            name: ::core::option::Option::Some(wit::Shared::Static("label")),
            fields: wit::Shared::Static(
                &[
                    wit::Field {
                        name: wit::Shared::Static("text"),
                        ty: wit::Type::String,
                    },
                    wit::Field {
                        name: wit::Shared::Static("type"),
                        ty: wit::Type::U8,
                    },
                    wit::Field {
                        name: wit::Shared::Static("color"),
                        ty: wit::Type::Enum(wit::Shared::Static(&TYPE4)),
                    },
                ],
            ),
        };
        static TYPE7: wit::Flags = wit::Flags {
            name: ::core::option::Option::Some(wit::Shared::Static("many")),
            flags: wit::Shared::Static(
                &[
                    wit::Shared::Static("a0"),
                    wit::Shared::Static("a1"),
                    wit::Shared::Static("a2"),
                    wit::Shared::Static("a3"),
                    wit::Shared::Static("a4"),
                    wit::Shared::Static("a5"),
                    wit::Shared::Static("a6"),
                    wit::Shared::Static("a7"),
                    wit::Shared::Static("a8"),
                ],
            ),
        };
        wit::Interface {
            name: wit::Shared::Static("snapshot:kinds/shapes@1.0.0"),
            functions: wit::Shared::Static(
                &[
                    wit::Function {
                        name: wit::Shared::Static("scalars"),
                        kind: wit::FunctionKind::Free,
                        is_async: false,
                        params: wit::Shared::Static(
                            &[
                                wit::Param {
                                    name: wit::Shared::Static("a"),
                                    ty: wit::Type::Bool,
                                },
                                wit::Param {
                                    name: wit::Shared::Static("b"),
                                    ty: wit::Type::S8,
                                },
                                wit::Param {
                                    name: wit::Shared::Static("c"),
                                    ty: wit::Type::U16,
                                },
                                wit::Param {
                                    name: wit::Shared::Static("d"),
                                    ty: wit::Type::S32,
                                },
                                wit::Param {
                                    name: wit::Shared::Static("e"),
                                    ty: wit::Type::U64,
                                },
                                wit::Param {
                                    name: wit::Shared::Static("f"),
                                    ty: wit::Type::F32,
                                },
                                wit::Param {
                                    name: wit::Shared::Static("g"),
                                    ty: wit::Type::F64,
                                },
                                wit::Param {
                                    name: wit::Shared::Static("h"),
                                    ty: wit::Type::Char,
                                },
                            ],
                        ),
                        result: ::core::option::Option::Some(wit::Type::U8),
                    },
                    wit::Function {
                        name: wit::Shared::Static("borrowed"),
                        kind: wit::FunctionKind::Free,
                        is_async: false,
                        params: wit::Shared::Static(
                            &[
                                wit::Param {
                                    name: wit::Shared::Static("s"),
                                    ty: wit::Type::String,
                                },
                                wit::Param {
                                    name: wit::Shared::Static("l"),
                                    ty: wit::Type::List(wit::Shared::Static(&wit::Type::String)),
                                },
                                wit::Param {
                                    name: wit::Shared::Static("r"),
                                    ty: wit::Type::Record(wit::Shared::Static(&TYPE0)),
                                },
                                wit::Param {
                                    name: wit::Shared::Static("v"),
                                    ty: wit::Type::Variant(wit::Shared::Static(&TYPE1)),
                                },
                                wit::Param {
                                    name: wit::Shared::Static("e"),
                                    ty: wit::Type::Enum(wit::Shared::Static(&TYPE2)),
                                },
                                wit::Param {
                                    name: wit::Shared::Static("f"),
                                    ty: wit::Type::Flags(wit::Shared::Static(&TYPE3)),
                                },
                            ],
                        ),
                        result: ::core::option::Option::Some(wit::Type::String),
                    },
                    wit::Function {
                        name: wit::Shared::Static("nested"),
                        kind: wit::FunctionKind::Free,
                        is_async: false,
                        params: wit::Shared::Static(
                            &[
                                wit::Param {
                                    name: wit::Shared::Static("o"),
                                    ty: wit::Type::Option(
                                        wit::Shared::Static(&wit::Type::String),
                                    ),
                                },
                                wit::Param {
                                    name: wit::Shared::Static("t"),
                                    ty: wit::Type::Tuple(
                                        wit::Shared::Static(
                                            &[
                                                wit::Type::Record(wit::Shared::Static(&TYPE0)),
                                                wit::Type::F64,
                                            ],
                                        ),
                                    ),
                                },
                                wit::Param {
                                    name: wit::Shared::Static("r"),
                                    ty: wit::Type::Result(
                                        wit::Shared::Static(
                                            &(
                                                ::core::option::Option::Some(
                                                    wit::Type::Record(wit::Shared::Static(&TYPE0)),
                                                ),
                                                ::core::option::Option::Some(wit::Type::String),
                                            ),
                                        ),
                                    ),
                                },
                                wit::Param {
                                    name: wit::Shared::Static("l"),
                                    ty: wit::Type::List(
                                        wit::Shared::Static(
                                            &wit::Type::List(wit::Shared::Static(&wit::Type::U8)),
                                        ),
                                    ),
                                },
                            ],
                        ),
                        result: ::core::option::Option::Some(
                            wit::Type::Option(
                                wit::Shared::Static(
                                    &wit::Type::List(
                                        wit::Shared::Static(
                                            &wit::Type::Variant(wit::Shared::Static(&TYPE1)),
                                        ),
                                    ),
                                ),
                            ),
                        ),
                    },
                    wit::Function {
                        name: wit::Shared::Static("type"),
                        kind: wit::FunctionKind::Free,
                        is_async: false,
                        params: wit::Shared::Static(
                            &[
                                wit::Param {
                                    name: wit::Shared::Static("n"),
                                    ty: wit::Type::String,
                                },
                                wit::Param {
                                    name: wit::Shared::Static("h"),
                                    ty: wit::Type::Record(wit::Shared::Static(&TYPE5)),
                                },
                                wit::Param {
                                    name: wit::Shared::Static("l"),
                                    ty: wit::Type::Record(wit::Shared::Static(&TYPE6)),
                                },
                                wit::Param {
                                    name: wit::Shared::Static("m"),
                                    ty: wit::Type::Flags(wit::Shared::Static(&TYPE7)),
                                },
                            ],
                        ),
                        result: ::core::option::Option::None,
                    },
                    wit::Function {
                        name: wit::Shared::Static("fallible"),
                        kind: wit::FunctionKind::Free,
                        is_async: false,
                        params: wit::Shared::Static(&[]),
                        result: ::core::option::Option::Some(
                            wit::Type::Result(
                                wit::Shared::Static(
                                    &(
                                        ::core::option::Option::Some(wit::Type::String),
                                        ::core::option::Option::Some(
                                            wit::Type::Enum(wit::Shared::Static(&TYPE2)),
                                        ),
                                    ),
                                ),
                            ),
                        ),
                    },
                    wit::Function {
                        name: wit::Shared::Static("unit-error"),
                        kind: wit::FunctionKind::Free,
                        is_async: false,
                        params: wit::Shared::Static(&[]),
                        result: ::core::option::Option::Some(
                            wit::Type::Result(
                                wit::Shared::Static(
                                    &(
                                        ::core::option::Option::Some(wit::Type::U32),
                                        ::core::option::Option::None,
                                    ),
                                ),
                            ),
                        ),
                    },
                    wit::Function {
                        name: wit::Shared::Static("unit"),
                        kind: wit::FunctionKind::Free,
                        is_async: false,
                        params: wit::Shared::Static(&[]),
                        result: ::core::option::Option::Some(
                            wit::Type::Result(
                                wit::Shared::Static(
                                    &(
                                        ::core::option::Option::None,
                                        ::core::option::Option::None,
                                    ),
                                ),
                            ),
                        ),
                    },
                    wit::Function {
                        name: wit::Shared::Static("load"),
                        kind: wit::FunctionKind::Free,
                        is_async: false,
                        params: wit::Shared::Static(&[]),
                        result: ::core::option::Option::Some(
                            wit::Type::Tuple(
                                wit::Shared::Static(
                                    &[wit::Type::Record(wit::Shared::Static(&TYPE6))],
                                ),
                            ),
                        ),
                    },
                ],
            ),
        }
    };
    ///The hash of the interface: `16d4424fee9cddce0377d453b3d0ff34f1a15dd7778182bbbbb9281b7bad4982`.
    pub const HASH: ::fidius::InterfaceHash = ::fidius::InterfaceHash::from_bytes([
        22u8, 212u8, 66u8, 79u8, 238u8, 156u8, 221u8, 206u8, 3u8, 119u8, 212u8, 83u8,
        179u8, 208u8, 255u8, 52u8, 241u8, 161u8, 93u8, 215u8, 119u8, 129u8, 130u8, 187u8,
        187u8, 185u8, 40u8, 27u8, 123u8, 173u8, 73u8, 130u8,
    ]);
    #[doc(hidden)]
    #[allow(clippy::all, clippy::pedantic, clippy::nursery)]
    pub mod __fidius {
        pub struct Function0;
        impl ::fidius::__private::Function for Function0 {
            type Params<'a> = (
                ::core::primitive::bool,
                ::core::primitive::i8,
                ::core::primitive::u16,
                ::core::primitive::i32,
                ::core::primitive::u64,
                ::core::primitive::f32,
                ::core::primitive::f64,
                ::core::primitive::char,
            );
            type Results = (::core::primitive::u8,);
            const EXPORT: ::core::primitive::usize = 0usize;
            const INDEX: ::core::primitive::usize = 0usize;
        }
        pub struct Function1;
        impl ::fidius::__private::Function for Function1 {
            type Params<'a> = (
                &'a ::core::primitive::str,
                &'a [super::Name],
                &'a super::Point,
                &'a super::Shape,
                super::Size,
                super::Sides,
            );
            type Results = (super::Name,);
            const EXPORT: ::core::primitive::usize = 0usize;
            const INDEX: ::core::primitive::usize = 1usize;
        }
        pub struct Function2;
        impl ::fidius::__private::Function for Function2 {
            type Params<'a> = (
                ::core::option::Option<&'a ::core::primitive::str>,
                (&'a super::Point, ::core::primitive::f64),
                ::core::result::Result<&'a super::Point, &'a ::core::primitive::str>,
                &'a [::std::vec::Vec<::core::primitive::u8>],
            );
            type Results = (::core::option::Option<::std::vec::Vec<super::Shape>>,);
            const EXPORT: ::core::primitive::usize = 0usize;
            const INDEX: ::core::primitive::usize = 2usize;
        }
        pub struct Function3;
        impl ::fidius::__private::Function for Function3 {
            type Params<'a> = (
                &'a ::core::primitive::str,
                &'a super::colors::Shade,
                &'a super::Label,
                super::Many,
            );
            type Results = ();
            const EXPORT: ::core::primitive::usize = 0usize;
            const INDEX: ::core::primitive::usize = 3usize;
        }
        pub struct Function4;
        impl ::fidius::__private::Function for Function4 {
            type Params<'a> = ();
            type Results = (::core::result::Result<super::Name, super::Size>,);
            const EXPORT: ::core::primitive::usize = 0usize;
            const INDEX: ::core::primitive::usize = 4usize;
        }
        pub struct Function5;
        impl ::fidius::__private::Function for Function5 {
            type Params<'a> = ();
            type Results = (::core::result::Result<::core::primitive::u32, ()>,);
            const EXPORT: ::core::primitive::usize = 0usize;
            const INDEX: ::core::primitive::usize = 5usize;
        }
        pub struct Function6;
        impl ::fidius::__private::Function for Function6 {
            type Params<'a> = ();
            type Results = (::core::result::Result<(), ()>,);
            const EXPORT: ::core::primitive::usize = 0usize;
            const INDEX: ::core::primitive::usize = 6usize;
        }
        pub struct Function7;
        impl ::fidius::__private::Function for Function7 {
            type Params<'a> = ();
            type Results = ((super::Label,),);
            const EXPORT: ::core::primitive::usize = 0usize;
            const INDEX: ::core::primitive::usize = 7usize;
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
            resources: &[],
            check,
        };
    }
}
#[allow(clippy::all, clippy::pedantic, clippy::nursery)]
const _: () = {
    impl shapes::Shapes for Kinds {
        #[inline]
        fn scalars(
            &self,
            a: ::core::primitive::bool,
            b: ::core::primitive::i8,
            c: ::core::primitive::u16,
            d: ::core::primitive::i32,
            e: ::core::primitive::u64,
            f: ::core::primitive::f32,
            g: ::core::primitive::f64,
            h: ::core::primitive::char,
        ) -> ::core::result::Result<::core::primitive::u8, ::fidius::Error> {
            self.plugin
                .call_one::<shapes::__fidius::Function0, _>((a, b, c, d, e, f, g, h))
        }
        #[inline]
        fn borrowed(
            &self,
            s: &::core::primitive::str,
            l: &[shapes::Name],
            r: &shapes::Point,
            v: &shapes::Shape,
            e: shapes::Size,
            f: shapes::Sides,
        ) -> ::core::result::Result<shapes::Name, ::fidius::Error> {
            self.plugin.call_one::<shapes::__fidius::Function1, _>((s, l, r, v, e, f))
        }
        #[inline]
        fn nested(
            &self,
            o: ::core::option::Option<&::core::primitive::str>,
            t: (&shapes::Point, ::core::primitive::f64),
            r: ::core::result::Result<&shapes::Point, &::core::primitive::str>,
            l: &[::std::vec::Vec<::core::primitive::u8>],
        ) -> ::core::result::Result<
            ::core::option::Option<::std::vec::Vec<shapes::Shape>>,
            ::fidius::Error,
        > {
            self.plugin.call_one::<shapes::__fidius::Function2, _>((o, t, r, l))
        }
        #[inline]
        fn type_(
            &self,
            n: &::core::primitive::str,
            h: &shapes::colors::Shade,
            l: &shapes::Label,
            m: shapes::Many,
        ) -> ::core::result::Result<(), ::fidius::Error> {
            self.plugin.call_unit::<shapes::__fidius::Function3>((n, h, l, m))
        }
        #[inline]
        fn fallible(
            &self,
        ) -> ::core::result::Result<shapes::Name, ::fidius::CallError<shapes::Size>> {
            self.plugin.call_fallible::<shapes::__fidius::Function4, _, _>(())
        }
        #[inline]
        fn unit_error(
            &self,
        ) -> ::core::result::Result<::core::primitive::u32, ::fidius::CallError<()>> {
            self.plugin.call_fallible::<shapes::__fidius::Function5, _, _>(())
        }
        #[inline]
        fn unit(&self) -> ::core::result::Result<(), ::fidius::CallError<()>> {
            self.plugin.call_fallible::<shapes::__fidius::Function6, _, _>(())
        }
        #[inline]
        fn load(&self) -> ::core::result::Result<(shapes::Label,), ::fidius::Error> {
            self.plugin.call_one::<shapes::__fidius::Function7, _>(())
        }
    }
    impl shapes::ShapesAsync for Kinds {
        async fn scalars(
            &self,
            a: ::core::primitive::bool,
            b: ::core::primitive::i8,
            c: ::core::primitive::u16,
            d: ::core::primitive::i32,
            e: ::core::primitive::u64,
            f: ::core::primitive::f32,
            g: ::core::primitive::f64,
            h: ::core::primitive::char,
        ) -> ::core::result::Result<::core::primitive::u8, ::fidius::Error> {
            self.plugin
                .call_one_async::<
                    shapes::__fidius::Function0,
                    _,
                >((a, b, c, d, e, f, g, h))
                .await
        }
        async fn borrowed(
            &self,
            s: &::core::primitive::str,
            l: &[shapes::Name],
            r: &shapes::Point,
            v: &shapes::Shape,
            e: shapes::Size,
            f: shapes::Sides,
        ) -> ::core::result::Result<shapes::Name, ::fidius::Error> {
            self.plugin
                .call_one_async::<shapes::__fidius::Function1, _>((s, l, r, v, e, f))
                .await
        }
        async fn nested(
            &self,
            o: ::core::option::Option<&::core::primitive::str>,
            t: (&shapes::Point, ::core::primitive::f64),
            r: ::core::result::Result<&shapes::Point, &::core::primitive::str>,
            l: &[::std::vec::Vec<::core::primitive::u8>],
        ) -> ::core::result::Result<
            ::core::option::Option<::std::vec::Vec<shapes::Shape>>,
            ::fidius::Error,
        > {
            self.plugin
                .call_one_async::<shapes::__fidius::Function2, _>((o, t, r, l))
                .await
        }
        async fn type_(
            &self,
            n: &::core::primitive::str,
            h: &shapes::colors::Shade,
            l: &shapes::Label,
            m: shapes::Many,
        ) -> ::core::result::Result<(), ::fidius::Error> {
            self.plugin
                .call_unit_async::<shapes::__fidius::Function3>((n, h, l, m))
                .await
        }
        async fn fallible(
            &self,
        ) -> ::core::result::Result<shapes::Name, ::fidius::CallError<shapes::Size>> {
            self.plugin
                .call_fallible_async::<shapes::__fidius::Function4, _, _>(())
                .await
        }
        async fn unit_error(
            &self,
        ) -> ::core::result::Result<::core::primitive::u32, ::fidius::CallError<()>> {
            self.plugin
                .call_fallible_async::<shapes::__fidius::Function5, _, _>(())
                .await
        }
        async fn unit(&self) -> ::core::result::Result<(), ::fidius::CallError<()>> {
            self.plugin
                .call_fallible_async::<shapes::__fidius::Function6, _, _>(())
                .await
        }
        async fn load(
            &self,
        ) -> ::core::result::Result<(shapes::Label,), ::fidius::Error> {
            self.plugin.call_one_async::<shapes::__fidius::Function7, _>(()).await
        }
    }
    #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
    impl Kinds {
        ///The function `scalars`.
        ///
        ///# Errors
        ///
        ///The call fails.
        #[inline]
        pub fn scalars(
            &self,
            a: ::core::primitive::bool,
            b: ::core::primitive::i8,
            c: ::core::primitive::u16,
            d: ::core::primitive::i32,
            e: ::core::primitive::u64,
            f: ::core::primitive::f32,
            g: ::core::primitive::f64,
            h: ::core::primitive::char,
        ) -> ::core::result::Result<::core::primitive::u8, ::fidius::Error> {
            <Self as shapes::Shapes>::scalars(self, a, b, c, d, e, f, g, h)
        }
        ///The function `borrowed`.
        ///
        ///# Errors
        ///
        ///The call fails.
        #[inline]
        pub fn borrowed(
            &self,
            s: &::core::primitive::str,
            l: &[shapes::Name],
            r: &shapes::Point,
            v: &shapes::Shape,
            e: shapes::Size,
            f: shapes::Sides,
        ) -> ::core::result::Result<shapes::Name, ::fidius::Error> {
            <Self as shapes::Shapes>::borrowed(self, s, l, r, v, e, f)
        }
        ///The function `nested`.
        ///
        ///# Errors
        ///
        ///The call fails.
        #[inline]
        pub fn nested(
            &self,
            o: ::core::option::Option<&::core::primitive::str>,
            t: (&shapes::Point, ::core::primitive::f64),
            r: ::core::result::Result<&shapes::Point, &::core::primitive::str>,
            l: &[::std::vec::Vec<::core::primitive::u8>],
        ) -> ::core::result::Result<
            ::core::option::Option<::std::vec::Vec<shapes::Shape>>,
            ::fidius::Error,
        > {
            <Self as shapes::Shapes>::nested(self, o, t, r, l)
        }
        ///The function `type`.
        ///
        ///# Errors
        ///
        ///The call fails.
        #[inline]
        pub fn type_(
            &self,
            n: &::core::primitive::str,
            h: &shapes::colors::Shade,
            l: &shapes::Label,
            m: shapes::Many,
        ) -> ::core::result::Result<(), ::fidius::Error> {
            <Self as shapes::Shapes>::type_(self, n, h, l, m)
        }
        ///The function `fallible`.
        ///
        ///# Errors
        ///
        ///`CallError::Guest` with what the other side answers, or `CallError::Host` where the call fails.
        #[inline]
        pub fn fallible(
            &self,
        ) -> ::core::result::Result<shapes::Name, ::fidius::CallError<shapes::Size>> {
            <Self as shapes::Shapes>::fallible(self)
        }
        ///The function `unit-error`.
        ///
        ///# Errors
        ///
        ///`CallError::Guest` with what the other side answers, or `CallError::Host` where the call fails.
        #[inline]
        pub fn unit_error(
            &self,
        ) -> ::core::result::Result<::core::primitive::u32, ::fidius::CallError<()>> {
            <Self as shapes::Shapes>::unit_error(self)
        }
        ///The function `unit`.
        ///
        ///# Errors
        ///
        ///`CallError::Guest` with what the other side answers, or `CallError::Host` where the call fails.
        #[inline]
        pub fn unit(&self) -> ::core::result::Result<(), ::fidius::CallError<()>> {
            <Self as shapes::Shapes>::unit(self)
        }
        ///The function `load`.
        ///
        ///# Errors
        ///
        ///The call fails.
        #[inline]
        pub fn load_(
            &self,
        ) -> ::core::result::Result<(shapes::Label,), ::fidius::Error> {
            <Self as shapes::Shapes>::load(self)
        }
    }
    const _: &[u8] = ::core::include_bytes!(
        ::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/kinds/kinds.wit")
    );
    const _: &[u8] = ::core::include_bytes!(
        ::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/kinds/deps/colors.wit")
    );
};

///A plugin with the interface `snapshot:wide/wide`. It has the traits of what it exports in both forms: the blocking one, and the one whose name ends in `Async`.
struct Wide {
    plugin: ::fidius::Plugin<Wide>,
}
impl Wide {
    /// Loads a plugin with the default settings: from a file where given a path, else from bytes.
    ///
    /// # Errors
    ///
    /// The file can't be read; what is in it is no component; the component does not fit, with every
    /// difference; it imports what the host does not provide.
    fn load<'a>(
        source: impl ::core::convert::Into<::fidius::Source<'a>>,
    ) -> ::core::result::Result<Self, ::fidius::Error> {
        Self::builder().load(source)
    }
    /// How a plugin is to be loaded: imports, limits, isolation, and more.
    fn builder() -> ::fidius::Builder<Self> {
        ::fidius::Builder::new()
    }
    /// The plugin under the typed methods: sessions, the component, the limits.
    fn plugin(&self) -> &::fidius::Plugin<Self> {
        &self.plugin
    }
}
impl ::fidius::Host for Wide {
    const DEFINITION: &'static ::fidius::__private::Definition = &wide::__fidius::DEFINITION;
    type Start = ::fidius::__private::Ready;
    fn from_plugin(plugin: ::fidius::Plugin<Self>) -> Self {
        Self { plugin }
    }
    fn plugin(&self) -> &::fidius::Plugin<Self> {
        &self.plugin
    }
}
impl ::core::clone::Clone for Wide {
    fn clone(&self) -> Self {
        Self {
            plugin: ::core::clone::Clone::clone(&self.plugin),
        }
    }
}
impl ::core::fmt::Debug for Wide {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_tuple("Wide").field(&self.plugin).finish()
    }
}
///The interface `snapshot:wide/wide`.
mod wide {
    ///The record `row`.
    #[derive(::core::clone::Clone)]
    pub struct Row {
        ///The field `cells`.
        pub cells: (
            ::core::primitive::u8,
            ::core::primitive::u8,
            ::core::primitive::u8,
            ::core::primitive::u8,
            ::core::primitive::u8,
            ::core::primitive::u8,
            ::core::primitive::u8,
            ::core::primitive::u8,
            ::core::primitive::u8,
            ::core::primitive::u8,
            ::core::primitive::u8,
            ::core::primitive::u8,
            ::std::string::String,
        ),
        ///The field `rest`.
        pub rest: ::core::primitive::u32,
    }
    impl ::core::fmt::Debug for Row {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            f.debug_struct("Row")
                .field(
                    "cells",
                    &{
                        let tuple = &self.cells;
                        ::fidius::__private::Wide(
                            (
                                (&tuple.0),
                                (&tuple.1),
                                (&tuple.2),
                                (&tuple.3),
                                (&tuple.4),
                                (&tuple.5),
                                (&tuple.6),
                                (&tuple.7),
                                (&tuple.8),
                                (&tuple.9),
                                (&tuple.10),
                                (&tuple.11),
                            ),
                            ((&tuple.12),),
                        )
                    },
                )
                .field("rest", &(&self.rest))
                .finish()
        }
    }
    impl ::core::cmp::PartialEq for Row {
        fn eq(&self, other: &Self) -> ::core::primitive::bool {
            true
                && ::core::cmp::PartialEq::eq(
                    &{
                        let tuple = &self.cells;
                        ::fidius::__private::Wide(
                            (
                                (&tuple.0),
                                (&tuple.1),
                                (&tuple.2),
                                (&tuple.3),
                                (&tuple.4),
                                (&tuple.5),
                                (&tuple.6),
                                (&tuple.7),
                                (&tuple.8),
                                (&tuple.9),
                                (&tuple.10),
                                (&tuple.11),
                            ),
                            ((&tuple.12),),
                        )
                    },
                    &{
                        let tuple = &other.cells;
                        ::fidius::__private::Wide(
                            (
                                (&tuple.0),
                                (&tuple.1),
                                (&tuple.2),
                                (&tuple.3),
                                (&tuple.4),
                                (&tuple.5),
                                (&tuple.6),
                                (&tuple.7),
                                (&tuple.8),
                                (&tuple.9),
                                (&tuple.10),
                                (&tuple.11),
                            ),
                            ((&tuple.12),),
                        )
                    },
                ) && ::core::cmp::PartialEq::eq(&(&self.rest), &(&other.rest))
        }
    }
    impl ::core::cmp::Eq for Row {}
    impl ::core::hash::Hash for Row {
        fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
            ::core::hash::Hash::hash(
                &{
                    let tuple = &self.cells;
                    ::fidius::__private::Wide(
                        (
                            (&tuple.0),
                            (&tuple.1),
                            (&tuple.2),
                            (&tuple.3),
                            (&tuple.4),
                            (&tuple.5),
                            (&tuple.6),
                            (&tuple.7),
                            (&tuple.8),
                            (&tuple.9),
                            (&tuple.10),
                            (&tuple.11),
                        ),
                        ((&tuple.12),),
                    )
                },
                state,
            );
            ::core::hash::Hash::hash(&(&self.rest), state);
        }
    }
    impl ::core::cmp::PartialOrd for Row {
        fn partial_cmp(
            &self,
            other: &Self,
        ) -> ::core::option::Option<::core::cmp::Ordering> {
            ::core::option::Option::Some(::core::cmp::Ord::cmp(self, other))
        }
    }
    impl ::core::cmp::Ord for Row {
        fn cmp(&self, other: &Self) -> ::core::cmp::Ordering {
            ::core::cmp::Ordering::Equal
                .then_with(|| ::core::cmp::Ord::cmp(
                    &{
                        let tuple = &self.cells;
                        ::fidius::__private::Wide(
                            (
                                (&tuple.0),
                                (&tuple.1),
                                (&tuple.2),
                                (&tuple.3),
                                (&tuple.4),
                                (&tuple.5),
                                (&tuple.6),
                                (&tuple.7),
                                (&tuple.8),
                                (&tuple.9),
                                (&tuple.10),
                                (&tuple.11),
                            ),
                            ((&tuple.12),),
                        )
                    },
                    &{
                        let tuple = &other.cells;
                        ::fidius::__private::Wide(
                            (
                                (&tuple.0),
                                (&tuple.1),
                                (&tuple.2),
                                (&tuple.3),
                                (&tuple.4),
                                (&tuple.5),
                                (&tuple.6),
                                (&tuple.7),
                                (&tuple.8),
                                (&tuple.9),
                                (&tuple.10),
                                (&tuple.11),
                            ),
                            ((&tuple.12),),
                        )
                    },
                ))
                .then_with(|| ::core::cmp::Ord::cmp(&(&self.rest), &(&other.rest)))
        }
    }
    impl ::core::default::Default for Row {
        fn default() -> Self {
            Self {
                cells: (
                    <::core::primitive::u8 as ::core::default::Default>::default(),
                    <::core::primitive::u8 as ::core::default::Default>::default(),
                    <::core::primitive::u8 as ::core::default::Default>::default(),
                    <::core::primitive::u8 as ::core::default::Default>::default(),
                    <::core::primitive::u8 as ::core::default::Default>::default(),
                    <::core::primitive::u8 as ::core::default::Default>::default(),
                    <::core::primitive::u8 as ::core::default::Default>::default(),
                    <::core::primitive::u8 as ::core::default::Default>::default(),
                    <::core::primitive::u8 as ::core::default::Default>::default(),
                    <::core::primitive::u8 as ::core::default::Default>::default(),
                    <::core::primitive::u8 as ::core::default::Default>::default(),
                    <::core::primitive::u8 as ::core::default::Default>::default(),
                    <::std::string::String as ::core::default::Default>::default(),
                ),
                rest: <::core::primitive::u32 as ::core::default::Default>::default(),
            }
        }
    }
    const _: () = {
        use ::fidius::__private::wasmtime as wt;
        use wt::component::__internal as internal;
        #[doc(hidden)]
        #[derive(::core::clone::Clone, ::core::marker::Copy)]
        #[repr(C)]
        pub struct LowerRecord<T0: ::core::marker::Copy, T1: ::core::marker::Copy> {
            cells: T0,
            rest: T1,
            _align: [wt::ValRaw; 0],
        }
        unsafe impl wt::component::ComponentType for self::Row {
            type Lower = LowerRecord<
                <(
                    ::core::primitive::u8,
                    ::core::primitive::u8,
                    ::core::primitive::u8,
                    ::core::primitive::u8,
                    ::core::primitive::u8,
                    ::core::primitive::u8,
                    ::core::primitive::u8,
                    ::core::primitive::u8,
                    ::core::primitive::u8,
                    ::core::primitive::u8,
                    ::core::primitive::u8,
                    ::core::primitive::u8,
                    ::std::string::String,
                ) as wt::component::ComponentType>::Lower,
                <::core::primitive::u32 as wt::component::ComponentType>::Lower,
            >;
            const ABI: internal::CanonicalAbiInfo = internal::CanonicalAbiInfo::record_static(
                &[
                    <(
                        ::core::primitive::u8,
                        ::core::primitive::u8,
                        ::core::primitive::u8,
                        ::core::primitive::u8,
                        ::core::primitive::u8,
                        ::core::primitive::u8,
                        ::core::primitive::u8,
                        ::core::primitive::u8,
                        ::core::primitive::u8,
                        ::core::primitive::u8,
                        ::core::primitive::u8,
                        ::core::primitive::u8,
                        ::std::string::String,
                    ) as wt::component::ComponentType>::ABI,
                    <::core::primitive::u32 as wt::component::ComponentType>::ABI,
                ],
            );
            const MAY_REQUIRE_REALLOC: ::core::primitive::bool = false
                || <(
                    ::core::primitive::u8,
                    ::core::primitive::u8,
                    ::core::primitive::u8,
                    ::core::primitive::u8,
                    ::core::primitive::u8,
                    ::core::primitive::u8,
                    ::core::primitive::u8,
                    ::core::primitive::u8,
                    ::core::primitive::u8,
                    ::core::primitive::u8,
                    ::core::primitive::u8,
                    ::core::primitive::u8,
                    ::std::string::String,
                ) as wt::component::ComponentType>::MAY_REQUIRE_REALLOC
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
                            "cells",
                            <(
                                ::core::primitive::u8,
                                ::core::primitive::u8,
                                ::core::primitive::u8,
                                ::core::primitive::u8,
                                ::core::primitive::u8,
                                ::core::primitive::u8,
                                ::core::primitive::u8,
                                ::core::primitive::u8,
                                ::core::primitive::u8,
                                ::core::primitive::u8,
                                ::core::primitive::u8,
                                ::core::primitive::u8,
                                ::std::string::String,
                            ) as wt::component::ComponentType>::typecheck,
                        ),
                        (
                            "rest",
                            <::core::primitive::u32 as wt::component::ComponentType>::typecheck,
                        ),
                    ],
                )
            }
        }
        unsafe impl wt::component::Lower for self::Row {
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
                        |lowered| &raw mut (*lowered).cells,
                    )
                };
                wt::component::Lower::linear_lower_to_flat(
                    &self.cells,
                    cx,
                    ty.fields[0].ty,
                    field,
                )?;
                let field = unsafe {
                    internal::MaybeUninitExt::map(
                        dst,
                        |lowered| &raw mut (*lowered).rest,
                    )
                };
                wt::component::Lower::linear_lower_to_flat(
                    &self.rest,
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
                    &self.cells,
                    cx,
                    ty.fields[0].ty,
                    <(
                        ::core::primitive::u8,
                        ::core::primitive::u8,
                        ::core::primitive::u8,
                        ::core::primitive::u8,
                        ::core::primitive::u8,
                        ::core::primitive::u8,
                        ::core::primitive::u8,
                        ::core::primitive::u8,
                        ::core::primitive::u8,
                        ::core::primitive::u8,
                        ::core::primitive::u8,
                        ::core::primitive::u8,
                        ::std::string::String,
                    ) as wt::component::ComponentType>::ABI
                        .next_field32_size(&mut offset),
                )?;
                wt::component::Lower::linear_lower_to_memory(
                    &self.rest,
                    cx,
                    ty.fields[1].ty,
                    <::core::primitive::u32 as wt::component::ComponentType>::ABI
                        .next_field32_size(&mut offset),
                )?;
                wt::Result::Ok(())
            }
        }
        unsafe impl wt::component::Lift for self::Row {
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
                    cells: wt::component::Lift::linear_lift_from_flat(
                        cx,
                        ty.fields[0].ty,
                        &src.cells,
                    )?,
                    rest: wt::component::Lift::linear_lift_from_flat(
                        cx,
                        ty.fields[1].ty,
                        &src.rest,
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
                    cells: wt::component::Lift::linear_lift_from_memory(
                        cx,
                        ty.fields[0].ty,
                        &bytes[<(
                            ::core::primitive::u8,
                            ::core::primitive::u8,
                            ::core::primitive::u8,
                            ::core::primitive::u8,
                            ::core::primitive::u8,
                            ::core::primitive::u8,
                            ::core::primitive::u8,
                            ::core::primitive::u8,
                            ::core::primitive::u8,
                            ::core::primitive::u8,
                            ::core::primitive::u8,
                            ::core::primitive::u8,
                            ::std::string::String,
                        ) as wt::component::ComponentType>::ABI
                            .next_field32_size(
                                &mut offset,
                            )..][..<(
                            ::core::primitive::u8,
                            ::core::primitive::u8,
                            ::core::primitive::u8,
                            ::core::primitive::u8,
                            ::core::primitive::u8,
                            ::core::primitive::u8,
                            ::core::primitive::u8,
                            ::core::primitive::u8,
                            ::core::primitive::u8,
                            ::core::primitive::u8,
                            ::core::primitive::u8,
                            ::core::primitive::u8,
                            ::std::string::String,
                        ) as wt::component::ComponentType>::SIZE32],
                    )?,
                    rest: wt::component::Lift::linear_lift_from_memory(
                        cx,
                        ty.fields[1].ty,
                        &bytes[<::core::primitive::u32 as wt::component::ComponentType>::ABI
                            .next_field32_size(
                                &mut offset,
                            )..][..<::core::primitive::u32 as wt::component::ComponentType>::SIZE32],
                    )?,
                })
            }
        }
    };
    ///The variant `choice`.
    #[derive(::core::clone::Clone)]
    pub enum Choice {
        ///The case `one`.
        One(
            ::std::vec::Vec<
                (
                    ::core::primitive::u8,
                    ::core::primitive::u8,
                    ::core::primitive::u8,
                    ::core::primitive::u8,
                    ::core::primitive::u8,
                    ::core::primitive::u8,
                    ::core::primitive::u8,
                    ::core::primitive::u8,
                    ::core::primitive::u8,
                    ::core::primitive::u8,
                    ::core::primitive::u8,
                    ::core::primitive::u8,
                    ::core::primitive::f32,
                ),
            >,
        ),
        ///The case `none`.
        None,
    }
    impl ::core::fmt::Debug for Choice {
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            match self {
                Self::One(payload) => {
                    f.debug_tuple("One")
                        .field(
                            &(payload)
                                .iter()
                                .map(|item| {
                                    let tuple = item;
                                    ::fidius::__private::Wide(
                                        (
                                            (&tuple.0),
                                            (&tuple.1),
                                            (&tuple.2),
                                            (&tuple.3),
                                            (&tuple.4),
                                            (&tuple.5),
                                            (&tuple.6),
                                            (&tuple.7),
                                            (&tuple.8),
                                            (&tuple.9),
                                            (&tuple.10),
                                            (&tuple.11),
                                        ),
                                        ((&tuple.12),),
                                    )
                                })
                                .collect::<::std::vec::Vec<_>>(),
                        )
                        .finish()
                }
                Self::None => f.write_str("None"),
            }
        }
    }
    impl ::core::cmp::PartialEq for Choice {
        fn eq(&self, other: &Self) -> ::core::primitive::bool {
            match (self, other) {
                (Self::One(a), Self::One(b)) => {
                    ::core::cmp::PartialEq::eq(
                        &(a)
                            .iter()
                            .map(|item| {
                                let tuple = item;
                                ::fidius::__private::Wide(
                                    (
                                        (&tuple.0),
                                        (&tuple.1),
                                        (&tuple.2),
                                        (&tuple.3),
                                        (&tuple.4),
                                        (&tuple.5),
                                        (&tuple.6),
                                        (&tuple.7),
                                        (&tuple.8),
                                        (&tuple.9),
                                        (&tuple.10),
                                        (&tuple.11),
                                    ),
                                    ((&tuple.12),),
                                )
                            })
                            .collect::<::std::vec::Vec<_>>(),
                        &(b)
                            .iter()
                            .map(|item| {
                                let tuple = item;
                                ::fidius::__private::Wide(
                                    (
                                        (&tuple.0),
                                        (&tuple.1),
                                        (&tuple.2),
                                        (&tuple.3),
                                        (&tuple.4),
                                        (&tuple.5),
                                        (&tuple.6),
                                        (&tuple.7),
                                        (&tuple.8),
                                        (&tuple.9),
                                        (&tuple.10),
                                        (&tuple.11),
                                    ),
                                    ((&tuple.12),),
                                )
                            })
                            .collect::<::std::vec::Vec<_>>(),
                    )
                }
                (Self::None, Self::None) => true,
                _ => false,
            }
        }
    }
    const _: () = {
        use ::fidius::__private::wasmtime as wt;
        use wt::component::__internal as internal;
        #[doc(hidden)]
        #[derive(::core::clone::Clone, ::core::marker::Copy)]
        #[repr(C)]
        pub struct LowerVariant<T0: ::core::marker::Copy> {
            tag: wt::ValRaw,
            payload: LowerPayload<T0>,
        }
        #[doc(hidden)]
        #[derive(::core::clone::Clone, ::core::marker::Copy)]
        #[repr(C)]
        pub union LowerPayload<T0: ::core::marker::Copy> {
            none: [wt::ValRaw; 0],
            case0: T0,
        }
        unsafe impl wt::component::ComponentType for self::Choice {
            type Lower = LowerVariant<
                <::std::vec::Vec<
                    (
                        ::core::primitive::u8,
                        ::core::primitive::u8,
                        ::core::primitive::u8,
                        ::core::primitive::u8,
                        ::core::primitive::u8,
                        ::core::primitive::u8,
                        ::core::primitive::u8,
                        ::core::primitive::u8,
                        ::core::primitive::u8,
                        ::core::primitive::u8,
                        ::core::primitive::u8,
                        ::core::primitive::u8,
                        ::core::primitive::f32,
                    ),
                > as wt::component::ComponentType>::Lower,
            >;
            const ABI: internal::CanonicalAbiInfo = internal::CanonicalAbiInfo::variant_static(
                <Self as internal::ComponentVariant>::CASES,
            );
            const MAY_REQUIRE_REALLOC: ::core::primitive::bool = false
                || <::std::vec::Vec<
                    (
                        ::core::primitive::u8,
                        ::core::primitive::u8,
                        ::core::primitive::u8,
                        ::core::primitive::u8,
                        ::core::primitive::u8,
                        ::core::primitive::u8,
                        ::core::primitive::u8,
                        ::core::primitive::u8,
                        ::core::primitive::u8,
                        ::core::primitive::u8,
                        ::core::primitive::u8,
                        ::core::primitive::u8,
                        ::core::primitive::f32,
                    ),
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
                            "one",
                            ::core::option::Option::Some(
                                <::std::vec::Vec<
                                    (
                                        ::core::primitive::u8,
                                        ::core::primitive::u8,
                                        ::core::primitive::u8,
                                        ::core::primitive::u8,
                                        ::core::primitive::u8,
                                        ::core::primitive::u8,
                                        ::core::primitive::u8,
                                        ::core::primitive::u8,
                                        ::core::primitive::u8,
                                        ::core::primitive::u8,
                                        ::core::primitive::u8,
                                        ::core::primitive::u8,
                                        ::core::primitive::f32,
                                    ),
                                > as wt::component::ComponentType>::typecheck,
                            ),
                        ),
                        ("none", ::core::option::Option::None),
                    ],
                )
            }
        }
        unsafe impl internal::ComponentVariant for self::Choice {
            const CASES: &'static [::core::option::Option<internal::CanonicalAbiInfo>] = &[
                ::core::option::Option::Some(
                    <::std::vec::Vec<
                        (
                            ::core::primitive::u8,
                            ::core::primitive::u8,
                            ::core::primitive::u8,
                            ::core::primitive::u8,
                            ::core::primitive::u8,
                            ::core::primitive::u8,
                            ::core::primitive::u8,
                            ::core::primitive::u8,
                            ::core::primitive::u8,
                            ::core::primitive::u8,
                            ::core::primitive::u8,
                            ::core::primitive::u8,
                            ::core::primitive::f32,
                        ),
                    > as wt::component::ComponentType>::ABI,
                ),
                ::core::option::Option::None,
            ];
        }
        unsafe impl wt::component::Lower for self::Choice {
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
                    Self::One(payload) => {
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
                    Self::None => {
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
                    Self::One(payload) => {
                        *cx.get::<1>(offset) = 0u8.to_le_bytes();
                        wt::component::Lower::linear_lower_to_memory(
                            payload,
                            cx,
                            ty.cases[0usize].unwrap_or_else(internal::bad_type_info),
                            offset
                                + <Self as internal::ComponentVariant>::PAYLOAD_OFFSET32,
                        )
                    }
                    Self::None => {
                        *cx.get::<1>(offset) = 1u8.to_le_bytes();
                        wt::Result::Ok(())
                    }
                }
            }
        }
        unsafe impl wt::component::Lift for self::Choice {
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
                            Self::One(
                                wt::component::Lift::linear_lift_from_flat(
                                    cx,
                                    ty.cases[0usize].unwrap_or_else(internal::bad_type_info),
                                    unsafe { &src.payload.case0 },
                                )?,
                            )
                        }
                        1u32 => Self::None,
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
                            Self::One(
                                wt::component::Lift::linear_lift_from_memory(
                                    cx,
                                    ty.cases[0usize].unwrap_or_else(internal::bad_type_info),
                                    &payload[..<::std::vec::Vec<
                                        (
                                            ::core::primitive::u8,
                                            ::core::primitive::u8,
                                            ::core::primitive::u8,
                                            ::core::primitive::u8,
                                            ::core::primitive::u8,
                                            ::core::primitive::u8,
                                            ::core::primitive::u8,
                                            ::core::primitive::u8,
                                            ::core::primitive::u8,
                                            ::core::primitive::u8,
                                            ::core::primitive::u8,
                                            ::core::primitive::u8,
                                            ::core::primitive::f32,
                                        ),
                                    > as wt::component::ComponentType>::SIZE32],
                                )?,
                            )
                        }
                        1u8 => Self::None,
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
    ///The functions of `snapshot:wide/wide`: what a plugin's handle implements, and what a fake may.
    ///
    ///[`WideAsync`] is the async form.
    #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
    pub trait Wide {
        ///The function `echo`.
        ///
        ///# Errors
        ///
        ///The call fails.
        fn echo(
            &self,
            row: &Row,
            choice: &Choice,
        ) -> ::core::result::Result<Row, ::fidius::Error>;
    }
    #[allow(clippy::too_many_arguments)]
    impl<T: self::Wide + ?::core::marker::Sized> self::Wide for ::std::sync::Arc<T> {
        fn echo(
            &self,
            row: &self::Row,
            choice: &self::Choice,
        ) -> ::core::result::Result<self::Row, ::fidius::Error> {
            <T as self::Wide>::echo(&**self, row, choice)
        }
    }
    ///The functions of `snapshot:wide/wide`: what a plugin's handle implements, and what a fake may, with `async fn`.
    ///
    ///[`Wide`] is the blocking form.
    #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
    pub trait WideAsync {
        ///The function `echo`.
        ///
        ///# Errors
        ///
        ///The call fails.
        fn echo(
            &self,
            row: &Row,
            choice: &Choice,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<Row, ::fidius::Error>,
        > + ::core::marker::Send;
    }
    #[allow(clippy::too_many_arguments)]
    impl<T: self::WideAsync + ?::core::marker::Sized> self::WideAsync
    for ::std::sync::Arc<T> {
        fn echo(
            &self,
            row: &self::Row,
            choice: &self::Choice,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<self::Row, ::fidius::Error>,
        > + ::core::marker::Send {
            <T as self::WideAsync>::echo(&**self, row, choice)
        }
    }
    ///The method table of `snapshot:wide/wide`: each function with its parameters and result.
    pub static INTERFACE: ::fidius::Interface = {
        use ::fidius::__private::wit;
        static TYPE0: wit::Record = wit::Record {
            name: ::core::option::Option::Some(wit::Shared::Static("row")),
            fields: wit::Shared::Static(
                &[
                    wit::Field {
                        name: wit::Shared::Static("cells"),
                        ty: wit::Type::Tuple(
                            wit::Shared::Static(
                                &[
                                    wit::Type::U8,
                                    wit::Type::U8,
                                    wit::Type::U8,
                                    wit::Type::U8,
                                    wit::Type::U8,
                                    wit::Type::U8,
                                    wit::Type::U8,
                                    wit::Type::U8,
                                    wit::Type::U8,
                                    wit::Type::U8,
                                    wit::Type::U8,
                                    wit::Type::U8,
                                    wit::Type::String,
                                ],
                            ),
                        ),
                    },
                    wit::Field {
                        name: wit::Shared::Static("rest"),
                        ty: wit::Type::U32,
                    },
                ],
            ),
        };
        static TYPE1: wit::Variant = wit::Variant {
            name: ::core::option::Option::Some(wit::Shared::Static("choice")),
            cases: wit::Shared::Static(
                &[
                    wit::Case {
                        name: wit::Shared::Static("one"),
                        ty: ::core::option::Option::Some(
                            wit::Type::List(
                                wit::Shared::Static(
                                    &wit::Type::Tuple(
                                        wit::Shared::Static(
                                            &[
                                                wit::Type::U8,
                                                wit::Type::U8,
                                                wit::Type::U8,
                                                wit::Type::U8,
                                                wit::Type::U8,
                                                wit::Type::U8,
                                                wit::Type::U8,
                                                wit::Type::U8,
                                                wit::Type::U8,
                                                wit::Type::U8,
                                                wit::Type::U8,
                                                wit::Type::U8,
                                                wit::Type::F32,
                                            ],
                                        ),
                                    ),
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
        wit::Interface {
            name: wit::Shared::Static("snapshot:wide/wide"),
            functions: wit::Shared::Static(
                &[
                    wit::Function {
                        name: wit::Shared::Static("echo"),
                        kind: wit::FunctionKind::Free,
                        is_async: false,
                        params: wit::Shared::Static(
                            &[
                                wit::Param {
                                    name: wit::Shared::Static("row"),
                                    ty: wit::Type::Record(wit::Shared::Static(&TYPE0)),
                                },
                                wit::Param {
                                    name: wit::Shared::Static("choice"),
                                    ty: wit::Type::Variant(wit::Shared::Static(&TYPE1)),
                                },
                            ],
                        ),
                        result: ::core::option::Option::Some(
                            wit::Type::Record(wit::Shared::Static(&TYPE0)),
                        ),
                    },
                ],
            ),
        }
    };
    ///The hash of the interface: `3f1f5a162f473e41b094c01cc7a509295ab7a8443c918943cbb251ae8f92338f`.
    pub const HASH: ::fidius::InterfaceHash = ::fidius::InterfaceHash::from_bytes([
        63u8, 31u8, 90u8, 22u8, 47u8, 71u8, 62u8, 65u8, 176u8, 148u8, 192u8, 28u8, 199u8,
        165u8, 9u8, 41u8, 90u8, 183u8, 168u8, 68u8, 60u8, 145u8, 137u8, 67u8, 203u8,
        178u8, 81u8, 174u8, 143u8, 146u8, 51u8, 143u8,
    ]);
    #[doc(hidden)]
    #[allow(clippy::all, clippy::pedantic, clippy::nursery)]
    pub mod __fidius {
        pub struct Function0;
        impl ::fidius::__private::Function for Function0 {
            type Params<'a> = (&'a super::Row, &'a super::Choice);
            type Results = (super::Row,);
            const EXPORT: ::core::primitive::usize = 0usize;
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
    impl wide::Wide for Wide {
        #[inline]
        fn echo(
            &self,
            row: &wide::Row,
            choice: &wide::Choice,
        ) -> ::core::result::Result<wide::Row, ::fidius::Error> {
            self.plugin.call_one::<wide::__fidius::Function0, _>((row, choice))
        }
    }
    impl wide::WideAsync for Wide {
        async fn echo(
            &self,
            row: &wide::Row,
            choice: &wide::Choice,
        ) -> ::core::result::Result<wide::Row, ::fidius::Error> {
            self.plugin
                .call_one_async::<wide::__fidius::Function0, _>((row, choice))
                .await
        }
    }
    #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
    impl Wide {
        ///The function `echo`.
        ///
        ///# Errors
        ///
        ///The call fails.
        #[inline]
        fn echo(
            &self,
            row: &wide::Row,
            choice: &wide::Choice,
        ) -> ::core::result::Result<wide::Row, ::fidius::Error> {
            <Self as wide::Wide>::echo(self, row, choice)
        }
    }
    const _: &[u8] = ::core::include_bytes!(
        ::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/wide.wit")
    );
};

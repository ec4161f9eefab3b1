///A plugin of the world `plugin`. It has the traits of what it exports in both forms: the blocking one, and the one whose name ends in `Async`.
pub struct Plugin {
    plugin: ::fidius::Plugin<Plugin>,
}
impl Plugin {
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
impl ::fidius::Host for Plugin {
    const DEFINITION: &'static ::fidius::__private::Definition = &plugin::__fidius::DEFINITION;
    type Start = ::fidius::__private::NeedsImports;
    fn from_plugin(plugin: ::fidius::Plugin<Self>) -> Self {
        Self { plugin }
    }
    fn plugin(&self) -> &::fidius::Plugin<Self> {
        &self.plugin
    }
}
impl ::core::clone::Clone for Plugin {
    fn clone(&self) -> Self {
        Self {
            plugin: ::core::clone::Clone::clone(&self.plugin),
        }
    }
}
impl ::core::fmt::Debug for Plugin {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_tuple("Plugin").field(&self.plugin).finish()
    }
}
///The world `plugin`.
#[allow(deprecated)]
pub mod plugin {
    ///Types of the interface `snapshot:plaza/types@1.0.0`.
    pub mod types {
        ///The type `name`.
        pub type Name = ::std::string::String;
        ///The enum `level`.
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
        #[derive(my::Extra)]
        pub enum Level {
            ///The case `low`.
            Low,
            ///The case `high`.
            High,
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
            unsafe impl wt::component::ComponentType for self::Level {
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
                    internal::typecheck_enum(ty, types, &["low", "high"])
                }
            }
            unsafe impl wt::component::Lower for self::Level {
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
            unsafe impl wt::component::Lift for self::Level {
                #[inline]
                fn linear_lift_from_flat(
                    _: &mut internal::LiftContext<'_>,
                    _: internal::InterfaceType,
                    src: &<Self as wt::component::ComponentType>::Lower,
                ) -> wt::Result<Self> {
                    wt::Result::Ok(
                        match src.tag.get_u32() {
                            0u32 => Self::Low,
                            1u32 => Self::High,
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
                            0u8 => Self::Low,
                            1u8 => Self::High,
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
    }
    ///The interface `snapshot:plaza/log@1.0.0`.
    pub mod log {
        #[doc(inline)]
        pub use super::types::Level as Level;
        ///The functions of `snapshot:plaza/log@1.0.0`: what the host gives to plugins. Implement it on a type of your own; an error of the host's (`CallError::Host`, or `Error`) ends the plugin's call with that error.
        ///
        ///[`LogAsync`] is the async form.
        #[diagnostic::on_unimplemented(
            message = "`{Self}` does not have the functions of `snapshot:plaza/log@1.0.0`",
            label = "it does not implement `Log`",
            note = "one value has the functions of all that the plugin imports: the struct `Imports` makes it of one for each",
            note = "`.imports_async(value)` of the builder takes a value that implements `LogAsync`"
        )]
        #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
        pub trait Log {
            ///The function `write`.
            ///
            ///# Errors
            ///
            ///The call fails.
            #[deprecated(since = "1.0.0")]
            fn write(
                &self,
                level: super::types::Level,
                parts: &[::std::string::String],
                at: ::core::option::Option<
                    (::core::primitive::u32, &::core::primitive::str),
                >,
            ) -> ::core::result::Result<(), ::fidius::Error>;
            ///The function `read`.
            ///
            ///# Errors
            ///
            ///`CallError::Guest` with what the other side answers, or `CallError::Host` where the call fails.
            fn read(
                &self,
            ) -> ::core::result::Result<
                ::std::string::String,
                ::fidius::CallError<Level>,
            >;
        }
        #[allow(clippy::too_many_arguments)]
        impl<T: self::Log + ?::core::marker::Sized> self::Log for ::std::sync::Arc<T> {
            fn write(
                &self,
                level: super::types::Level,
                parts: &[::std::string::String],
                at: ::core::option::Option<
                    (::core::primitive::u32, &::core::primitive::str),
                >,
            ) -> ::core::result::Result<(), ::fidius::Error> {
                <T as self::Log>::write(&**self, level, parts, at)
            }
            fn read(
                &self,
            ) -> ::core::result::Result<
                ::std::string::String,
                ::fidius::CallError<self::Level>,
            > {
                <T as self::Log>::read(&**self)
            }
        }
        ///The functions of `snapshot:plaza/log@1.0.0`: what the host gives to plugins. Implement it with `async fn` on a type of your own; an error of the host's (`CallError::Host`, or `Error`) ends the plugin's call with that error.
        ///
        ///[`Log`] is the blocking form.
        #[diagnostic::on_unimplemented(
            message = "`{Self}` does not have the functions of `snapshot:plaza/log@1.0.0` as async functions",
            label = "it does not implement `LogAsync`",
            note = "one value has the functions of all that the plugin imports: the struct `Imports` makes it of one for each",
            note = "`.imports(value)` of the builder takes a value that implements `Log`"
        )]
        #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
        pub trait LogAsync {
            ///The function `write`.
            ///
            ///# Errors
            ///
            ///The call fails.
            #[deprecated(since = "1.0.0")]
            fn write(
                &self,
                level: super::types::Level,
                parts: &[::std::string::String],
                at: ::core::option::Option<
                    (::core::primitive::u32, &::core::primitive::str),
                >,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<(), ::fidius::Error>,
            > + ::core::marker::Send;
            ///The function `read`.
            ///
            ///# Errors
            ///
            ///`CallError::Guest` with what the other side answers, or `CallError::Host` where the call fails.
            fn read(
                &self,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<
                    ::std::string::String,
                    ::fidius::CallError<Level>,
                >,
            > + ::core::marker::Send;
        }
        #[allow(clippy::too_many_arguments)]
        impl<T: self::LogAsync + ?::core::marker::Sized> self::LogAsync
        for ::std::sync::Arc<T> {
            fn write(
                &self,
                level: super::types::Level,
                parts: &[::std::string::String],
                at: ::core::option::Option<
                    (::core::primitive::u32, &::core::primitive::str),
                >,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<(), ::fidius::Error>,
            > + ::core::marker::Send {
                <T as self::LogAsync>::write(&**self, level, parts, at)
            }
            fn read(
                &self,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<
                    ::std::string::String,
                    ::fidius::CallError<self::Level>,
                >,
            > + ::core::marker::Send {
                <T as self::LogAsync>::read(&**self)
            }
        }
        ///The method table of `snapshot:plaza/log@1.0.0`: each function with its parameters and result.
        pub static INTERFACE: ::fidius::Interface = {
            use ::fidius::__private::wit;
            static TYPE0: wit::Enum = wit::Enum {
                name: ::core::option::Option::Some(wit::Shared::Static("level")),
                cases: wit::Shared::Static(
                    &[wit::Shared::Static("low"), wit::Shared::Static("high")],
                ),
            };
            wit::Interface {
                name: wit::Shared::Static("snapshot:plaza/log@1.0.0"),
                functions: wit::Shared::Static(
                    &[
                        wit::Function {
                            name: wit::Shared::Static("write"),
                            kind: wit::FunctionKind::Free,
                            is_async: false,
                            params: wit::Shared::Static(
                                &[
                                    wit::Param {
                                        name: wit::Shared::Static("level"),
                                        ty: wit::Type::Enum(wit::Shared::Static(&TYPE0)),
                                    },
                                    wit::Param {
                                        name: wit::Shared::Static("parts"),
                                        ty: wit::Type::List(wit::Shared::Static(&wit::Type::String)),
                                    },
                                    wit::Param {
                                        name: wit::Shared::Static("at"),
                                        ty: wit::Type::Option(
                                            wit::Shared::Static(
                                                &wit::Type::Tuple(
                                                    wit::Shared::Static(&[wit::Type::U32, wit::Type::String]),
                                                ),
                                            ),
                                        ),
                                    },
                                ],
                            ),
                            result: ::core::option::Option::None,
                        },
                        wit::Function {
                            name: wit::Shared::Static("read"),
                            kind: wit::FunctionKind::Free,
                            is_async: false,
                            params: wit::Shared::Static(&[]),
                            result: ::core::option::Option::Some(
                                wit::Type::Result(
                                    wit::Shared::Static(
                                        &(
                                            ::core::option::Option::Some(wit::Type::String),
                                            ::core::option::Option::Some(
                                                wit::Type::Enum(wit::Shared::Static(&TYPE0)),
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
        ///The hash of the interface: `4ee95984e123fb89e55ec21c221c74de2da259dccd531c90c14780def7562d30`.
        pub const HASH: ::fidius::InterfaceHash = ::fidius::InterfaceHash::from_bytes([
            78u8, 233u8, 89u8, 132u8, 225u8, 35u8, 251u8, 137u8, 229u8, 94u8, 194u8,
            28u8, 34u8, 28u8, 116u8, 222u8, 45u8, 162u8, 89u8, 220u8, 205u8, 83u8, 28u8,
            144u8, 193u8, 71u8, 128u8, 222u8, 247u8, 86u8, 45u8, 48u8,
        ]);
    }
    ///Where things are kept.
    pub mod store {
        #[doc(inline)]
        pub use super::types::Name as Name;
        #[doc(inline)]
        pub use super::types::Level as Level;
        ///A place for things.
        ///
        ///A handle of the resource `bucket`: one that lives in a plugin, and keeps the plugin's instance alive; or the host's own. Dropping it drops the resource: a plugin's destructor runs at once where the instance is free, else after the call that it is busy with. In an instance for async calls it runs on a thread of the runtime's, soon after.
        pub struct Bucket(
            ::fidius::__private::Handle<
                dyn __BucketResource + ::core::marker::Send + ::core::marker::Sync,
            >,
        );
        ///The methods of the resource `bucket`: what [`Bucket`] has, and what a type of the host's own implements to be one.
        ///
        ///[`BucketResourceAsync`] is the async form.
        #[diagnostic::on_unimplemented(
            message = "`{Self}` does not have the methods of the resource `bucket`",
            label = "it does not implement `BucketResource`",
            note = "`Bucket::new` is for a type of the host's own; a `bucket` that lives in the plugin is made by calling the plugin",
            note = "`Bucket::new_async` takes a value that implements `BucketResourceAsync`"
        )]
        #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
        pub trait BucketResource {
            ///The method `bucket.get`.
            ///
            ///# Errors
            ///
            ///`CallError::Guest` with what the other side answers, or `CallError::Host` where the call fails.
            fn get(
                &self,
                key: &::core::primitive::str,
            ) -> ::core::result::Result<
                ::core::option::Option<::std::vec::Vec<::core::primitive::u8>>,
                ::fidius::CallError<::std::string::String>,
            >;
            ///The method `bucket.both`.
            ///
            ///# Errors
            ///
            ///The call fails.
            fn both(
                &self,
                other: &Bucket,
            ) -> ::core::result::Result<(Bucket, Bucket), ::fidius::Error>;
            ///The method `bucket.new`.
            ///
            ///# Errors
            ///
            ///The call fails.
            fn new(&self) -> ::core::result::Result<(), ::fidius::Error>;
        }
        #[allow(clippy::too_many_arguments)]
        impl BucketResource for Bucket {
            fn get(
                &self,
                key: &::core::primitive::str,
            ) -> ::core::result::Result<
                ::core::option::Option<::std::vec::Vec<::core::primitive::u8>>,
                ::fidius::CallError<::std::string::String>,
            > {
                __BucketResource::blocking0(self.0.object(), key)
            }
            fn both(
                &self,
                other: &Bucket,
            ) -> ::core::result::Result<(Bucket, Bucket), ::fidius::Error> {
                __BucketResource::blocking1(self.0.object(), other)
            }
            fn new(&self) -> ::core::result::Result<(), ::fidius::Error> {
                __BucketResource::blocking2(self.0.object())
            }
        }
        ///The methods of the resource `bucket`: what [`Bucket`] has, and what a type of the host's own implements, with `async fn`, to be one.
        ///
        ///[`BucketResource`] is the blocking form.
        #[diagnostic::on_unimplemented(
            message = "`{Self}` does not have the methods of the resource `bucket` as async functions",
            label = "it does not implement `BucketResourceAsync`",
            note = "`Bucket::new_async` is for a type of the host's own; a `bucket` that lives in the plugin is made by calling the plugin",
            note = "`Bucket::new` takes a value that implements `BucketResource`"
        )]
        #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
        pub trait BucketResourceAsync {
            ///The method `bucket.get`.
            ///
            ///# Errors
            ///
            ///`CallError::Guest` with what the other side answers, or `CallError::Host` where the call fails.
            fn get(
                &self,
                key: &::core::primitive::str,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<
                    ::core::option::Option<::std::vec::Vec<::core::primitive::u8>>,
                    ::fidius::CallError<::std::string::String>,
                >,
            > + ::core::marker::Send;
            ///The method `bucket.both`.
            ///
            ///# Errors
            ///
            ///The call fails.
            fn both(
                &self,
                other: &Bucket,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<(Bucket, Bucket), ::fidius::Error>,
            > + ::core::marker::Send;
            ///The method `bucket.new`.
            ///
            ///# Errors
            ///
            ///The call fails.
            fn new(
                &self,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<(), ::fidius::Error>,
            > + ::core::marker::Send;
        }
        #[allow(clippy::too_many_arguments)]
        impl BucketResourceAsync for Bucket {
            async fn get(
                &self,
                key: &::core::primitive::str,
            ) -> ::core::result::Result<
                ::core::option::Option<::std::vec::Vec<::core::primitive::u8>>,
                ::fidius::CallError<::std::string::String>,
            > {
                __BucketResource::async0(self.0.object(), key).await
            }
            async fn both(
                &self,
                other: &Bucket,
            ) -> ::core::result::Result<(Bucket, Bucket), ::fidius::Error> {
                __BucketResource::async1(self.0.object(), other).await
            }
            async fn new(&self) -> ::core::result::Result<(), ::fidius::Error> {
                __BucketResource::async2(self.0.object()).await
            }
        }
        #[doc(hidden)]
        #[allow(clippy::all, clippy::pedantic, clippy::nursery)]
        pub trait __BucketResource {
            fn blocking0(
                &self,
                key: &::core::primitive::str,
            ) -> ::core::result::Result<
                ::core::option::Option<::std::vec::Vec<::core::primitive::u8>>,
                ::fidius::CallError<::std::string::String>,
            >;
            fn async0<'f>(
                &'f self,
                key: &'f ::core::primitive::str,
            ) -> ::core::pin::Pin<
                ::std::boxed::Box<
                    dyn ::core::future::Future<
                        Output = ::core::result::Result<
                            ::core::option::Option<
                                ::std::vec::Vec<::core::primitive::u8>,
                            >,
                            ::fidius::CallError<::std::string::String>,
                        >,
                    > + ::core::marker::Send + 'f,
                >,
            >;
            fn blocking1(
                &self,
                other: &Bucket,
            ) -> ::core::result::Result<(Bucket, Bucket), ::fidius::Error>;
            fn async1<'f>(
                &'f self,
                other: &'f Bucket,
            ) -> ::core::pin::Pin<
                ::std::boxed::Box<
                    dyn ::core::future::Future<
                        Output = ::core::result::Result<
                            (Bucket, Bucket),
                            ::fidius::Error,
                        >,
                    > + ::core::marker::Send + 'f,
                >,
            >;
            fn blocking2(&self) -> ::core::result::Result<(), ::fidius::Error>;
            fn async2<'f>(
                &'f self,
            ) -> ::core::pin::Pin<
                ::std::boxed::Box<
                    dyn ::core::future::Future<
                        Output = ::core::result::Result<(), ::fidius::Error>,
                    > + ::core::marker::Send + 'f,
                >,
            >;
        }
        struct __BucketResourceValue<T>(T);
        #[allow(clippy::all, clippy::pedantic, clippy::nursery)]
        impl<T> self::__BucketResource for self::__BucketResourceValue<T>
        where
            T: self::BucketResource + ::core::marker::Send + ::core::marker::Sync,
        {
            fn blocking0(
                &self,
                key: &::core::primitive::str,
            ) -> ::core::result::Result<
                ::core::option::Option<::std::vec::Vec<::core::primitive::u8>>,
                ::fidius::CallError<::std::string::String>,
            > {
                <T as self::BucketResource>::get(&self.0, key)
            }
            fn async0<'f>(
                &'f self,
                key: &'f ::core::primitive::str,
            ) -> ::core::pin::Pin<
                ::std::boxed::Box<
                    dyn ::core::future::Future<
                        Output = ::core::result::Result<
                            ::core::option::Option<
                                ::std::vec::Vec<::core::primitive::u8>,
                            >,
                            ::fidius::CallError<::std::string::String>,
                        >,
                    > + ::core::marker::Send + 'f,
                >,
            > {
                ::std::boxed::Box::pin(async move {
                    <T as self::BucketResource>::get(&self.0, key)
                })
            }
            fn blocking1(
                &self,
                other: &self::Bucket,
            ) -> ::core::result::Result<(self::Bucket, self::Bucket), ::fidius::Error> {
                <T as self::BucketResource>::both(&self.0, other)
            }
            fn async1<'f>(
                &'f self,
                other: &'f self::Bucket,
            ) -> ::core::pin::Pin<
                ::std::boxed::Box<
                    dyn ::core::future::Future<
                        Output = ::core::result::Result<
                            (self::Bucket, self::Bucket),
                            ::fidius::Error,
                        >,
                    > + ::core::marker::Send + 'f,
                >,
            > {
                ::std::boxed::Box::pin(async move {
                    <T as self::BucketResource>::both(&self.0, other)
                })
            }
            fn blocking2(&self) -> ::core::result::Result<(), ::fidius::Error> {
                <T as self::BucketResource>::new(&self.0)
            }
            fn async2<'f>(
                &'f self,
            ) -> ::core::pin::Pin<
                ::std::boxed::Box<
                    dyn ::core::future::Future<
                        Output = ::core::result::Result<(), ::fidius::Error>,
                    > + ::core::marker::Send + 'f,
                >,
            > {
                ::std::boxed::Box::pin(async move {
                    <T as self::BucketResource>::new(&self.0)
                })
            }
        }
        struct __BucketResourceAsyncValue<T>(T);
        #[allow(clippy::all, clippy::pedantic, clippy::nursery)]
        impl<T> self::__BucketResource for self::__BucketResourceAsyncValue<T>
        where
            T: self::BucketResourceAsync + ::core::marker::Send + ::core::marker::Sync,
        {
            fn blocking0(
                &self,
                key: &::core::primitive::str,
            ) -> ::core::result::Result<
                ::core::option::Option<::std::vec::Vec<::core::primitive::u8>>,
                ::fidius::CallError<::std::string::String>,
            > {
                ::fidius::__private::park_host_fallible(
                    <T as self::BucketResourceAsync>::get(&self.0, key),
                )
            }
            fn async0<'f>(
                &'f self,
                key: &'f ::core::primitive::str,
            ) -> ::core::pin::Pin<
                ::std::boxed::Box<
                    dyn ::core::future::Future<
                        Output = ::core::result::Result<
                            ::core::option::Option<
                                ::std::vec::Vec<::core::primitive::u8>,
                            >,
                            ::fidius::CallError<::std::string::String>,
                        >,
                    > + ::core::marker::Send + 'f,
                >,
            > {
                ::std::boxed::Box::pin(
                    <T as self::BucketResourceAsync>::get(&self.0, key),
                )
            }
            fn blocking1(
                &self,
                other: &self::Bucket,
            ) -> ::core::result::Result<(self::Bucket, self::Bucket), ::fidius::Error> {
                ::fidius::__private::park_host(
                    <T as self::BucketResourceAsync>::both(&self.0, other),
                )
            }
            fn async1<'f>(
                &'f self,
                other: &'f self::Bucket,
            ) -> ::core::pin::Pin<
                ::std::boxed::Box<
                    dyn ::core::future::Future<
                        Output = ::core::result::Result<
                            (self::Bucket, self::Bucket),
                            ::fidius::Error,
                        >,
                    > + ::core::marker::Send + 'f,
                >,
            > {
                ::std::boxed::Box::pin(
                    <T as self::BucketResourceAsync>::both(&self.0, other),
                )
            }
            fn blocking2(&self) -> ::core::result::Result<(), ::fidius::Error> {
                ::fidius::__private::park_host(
                    <T as self::BucketResourceAsync>::new(&self.0),
                )
            }
            fn async2<'f>(
                &'f self,
            ) -> ::core::pin::Pin<
                ::std::boxed::Box<
                    dyn ::core::future::Future<
                        Output = ::core::result::Result<(), ::fidius::Error>,
                    > + ::core::marker::Send + 'f,
                >,
            > {
                ::std::boxed::Box::pin(<T as self::BucketResourceAsync>::new(&self.0))
            }
        }
        impl self::Bucket {
            ///The host's own `bucket`.
            #[must_use]
            pub fn new<T>(value: T) -> Self
            where
                T: self::BucketResource + ::core::marker::Send + ::core::marker::Sync
                    + 'static,
            {
                let value = ::std::sync::Arc::new(self::__BucketResourceValue(value));
                Self(
                    ::fidius::__private::Handle::host(
                        ::std::sync::Arc::<
                            self::__BucketResourceValue<T>,
                        >::clone(&value),
                        value,
                    ),
                )
            }
            ///The host's own `bucket`, of a value whose methods are async. A blocking call of one waits on the thread of the caller.
            #[must_use]
            pub fn new_async<T>(value: T) -> Self
            where
                T: self::BucketResourceAsync + ::core::marker::Send
                    + ::core::marker::Sync + 'static,
            {
                let value = ::std::sync::Arc::new(
                    self::__BucketResourceAsyncValue(value),
                );
                Self(
                    ::fidius::__private::Handle::host(
                        ::std::sync::Arc::<
                            self::__BucketResourceAsyncValue<T>,
                        >::clone(&value),
                        value,
                    ),
                )
            }
            /// The value that it was made of with `new` or `new_async`; `None` where that is of another type, or a plugin's.
            #[must_use]
            pub fn downcast_ref<T: 'static>(&self) -> ::core::option::Option<&T> {
                match self.0.downcast_ref::<self::__BucketResourceValue<T>>() {
                    ::core::option::Option::Some(value) => {
                        ::core::option::Option::Some(&value.0)
                    }
                    ::core::option::Option::None => {
                        self.0
                            .downcast_ref::<self::__BucketResourceAsyncValue<T>>()
                            .map(|value| &value.0)
                    }
                }
            }
        }
        #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
        impl Bucket {
            ///The method `bucket.get`.
            ///
            ///# Errors
            ///
            ///`CallError::Guest` with what the other side answers, or `CallError::Host` where the call fails.
            #[inline]
            pub fn get(
                &self,
                key: &::core::primitive::str,
            ) -> ::core::result::Result<
                ::core::option::Option<::std::vec::Vec<::core::primitive::u8>>,
                ::fidius::CallError<::std::string::String>,
            > {
                <Self as BucketResource>::get(self, key)
            }
            ///The method `bucket.both`.
            ///
            ///# Errors
            ///
            ///The call fails.
            #[inline]
            pub fn both(
                &self,
                other: &Bucket,
            ) -> ::core::result::Result<(Bucket, Bucket), ::fidius::Error> {
                <Self as BucketResource>::both(self, other)
            }
            ///The method `bucket.new`.
            ///
            ///# Errors
            ///
            ///The call fails.
            #[inline]
            pub fn new_(&self) -> ::core::result::Result<(), ::fidius::Error> {
                <Self as BucketResource>::new(self)
            }
        }
        impl ::fidius::__private::Resource for Bucket {
            type Object = dyn __BucketResource + ::core::marker::Send + ::core::marker::Sync;
            const NAME: &'static ::core::primitive::str = "bucket";
            fn handle(&self) -> &::fidius::__private::Handle<Self::Object> {
                &self.0
            }
            fn from_handle(handle: ::fidius::__private::Handle<Self::Object>) -> Self {
                Self(handle)
            }
        }
        impl ::core::fmt::Debug for Bucket {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.debug_tuple("Bucket").field(&self.0).finish()
            }
        }
        ///The record `entry`.
        #[derive(::core::fmt::Debug)]
        pub struct Entry {
            ///The field `name`.
            pub name: Name,
            ///The field `bucket`.
            pub bucket: Bucket,
        }
        #[allow(clippy::all, clippy::pedantic, clippy::nursery)]
        const _: () = {
            #[doc(hidden)]
            pub struct Raw {
                name: self::Name,
                bucket: ::fidius::__private::RawHandle,
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
                    name: T0,
                    bucket: T1,
                    _align: [wt::ValRaw; 0],
                }
                unsafe impl wt::component::ComponentType for Raw {
                    type Lower = LowerRecord<
                        <self::Name as wt::component::ComponentType>::Lower,
                        <::fidius::__private::RawHandle as wt::component::ComponentType>::Lower,
                    >;
                    const ABI: internal::CanonicalAbiInfo = internal::CanonicalAbiInfo::record_static(
                        &[
                            <self::Name as wt::component::ComponentType>::ABI,
                            <::fidius::__private::RawHandle as wt::component::ComponentType>::ABI,
                        ],
                    );
                    const MAY_REQUIRE_REALLOC: ::core::primitive::bool = false
                        || <self::Name as wt::component::ComponentType>::MAY_REQUIRE_REALLOC
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
                                    "name",
                                    <self::Name as wt::component::ComponentType>::typecheck,
                                ),
                                (
                                    "bucket",
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
                                |lowered| &raw mut (*lowered).bucket,
                            )
                        };
                        wt::component::Lower::linear_lower_to_flat(
                            &self.bucket,
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
                            &self.name,
                            cx,
                            ty.fields[0].ty,
                            <self::Name as wt::component::ComponentType>::ABI
                                .next_field32_size(&mut offset),
                        )?;
                        wt::component::Lower::linear_lower_to_memory(
                            &self.bucket,
                            cx,
                            ty.fields[1].ty,
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
                            name: wt::component::Lift::linear_lift_from_flat(
                                cx,
                                ty.fields[0].ty,
                                &src.name,
                            )?,
                            bucket: wt::component::Lift::linear_lift_from_flat(
                                cx,
                                ty.fields[1].ty,
                                &src.bucket,
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
                                &bytes[<self::Name as wt::component::ComponentType>::ABI
                                    .next_field32_size(
                                        &mut offset,
                                    )..][..<self::Name as wt::component::ComponentType>::SIZE32],
                            )?,
                            bucket: wt::component::Lift::linear_lift_from_memory(
                                cx,
                                ty.fields[1].ty,
                                &bytes[<::fidius::__private::RawHandle as wt::component::ComponentType>::ABI
                                    .next_field32_size(
                                        &mut offset,
                                    )..][..<::fidius::__private::RawHandle as wt::component::ComponentType>::SIZE32],
                            )?,
                        })
                    }
                }
            };
            impl ::fidius::__private::Twin for self::Entry {
                type Raw = Raw;
            }
            impl ::fidius::__private::Lowered for self::Entry {
                fn visit(
                    &self,
                    route: &mut ::fidius::__private::Route,
                ) -> ::core::result::Result<(), ::fidius::Error> {
                    route.add(&self.bucket)?;
                    ::core::result::Result::Ok(())
                }
                fn lower(
                    self,
                    cx: &mut ::fidius::__private::Lowering<'_>,
                ) -> ::core::result::Result<Raw, ::fidius::Error> {
                    ::core::result::Result::Ok(Raw {
                        name: self.name,
                        bucket: cx.own(self.bucket)?,
                    })
                }
            }
            impl<'arena> ::fidius::__private::Lifted<'arena> for self::Entry {
                fn lift(
                    raw: Raw,
                    cx: &mut ::fidius::__private::Lifting<'_, 'arena>,
                ) -> ::core::result::Result<Self, ::fidius::Error> {
                    ::core::result::Result::Ok(Self {
                        name: raw.name,
                        bucket: cx.own::<self::Bucket>(raw.bucket)?,
                    })
                }
            }
        };
        ///The record `pair`.
        #[derive(::core::clone::Clone, ::core::fmt::Debug)]
        pub struct Pair<'a> {
            ///The field `left`.
            pub left: &'a Bucket,
            ///The field `right`.
            pub right: &'a Bucket,
            ///The field `label`.
            pub label: ::std::string::String,
        }
        #[allow(clippy::all, clippy::pedantic, clippy::nursery)]
        const _: () = {
            #[doc(hidden)]
            pub struct Raw {
                left: ::fidius::__private::RawHandle,
                right: ::fidius::__private::RawHandle,
                label: ::std::string::String,
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
                    left: T0,
                    right: T1,
                    label: T2,
                    _align: [wt::ValRaw; 0],
                }
                unsafe impl wt::component::ComponentType for Raw {
                    type Lower = LowerRecord<
                        <::fidius::__private::RawHandle as wt::component::ComponentType>::Lower,
                        <::fidius::__private::RawHandle as wt::component::ComponentType>::Lower,
                        <::std::string::String as wt::component::ComponentType>::Lower,
                    >;
                    const ABI: internal::CanonicalAbiInfo = internal::CanonicalAbiInfo::record_static(
                        &[
                            <::fidius::__private::RawHandle as wt::component::ComponentType>::ABI,
                            <::fidius::__private::RawHandle as wt::component::ComponentType>::ABI,
                            <::std::string::String as wt::component::ComponentType>::ABI,
                        ],
                    );
                    const MAY_REQUIRE_REALLOC: ::core::primitive::bool = false
                        || <::fidius::__private::RawHandle as wt::component::ComponentType>::MAY_REQUIRE_REALLOC
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
                                    "left",
                                    <::fidius::__private::RawHandle as wt::component::ComponentType>::typecheck,
                                ),
                                (
                                    "right",
                                    <::fidius::__private::RawHandle as wt::component::ComponentType>::typecheck,
                                ),
                                (
                                    "label",
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
                                |lowered| &raw mut (*lowered).left,
                            )
                        };
                        wt::component::Lower::linear_lower_to_flat(
                            &self.left,
                            cx,
                            ty.fields[0].ty,
                            field,
                        )?;
                        let field = unsafe {
                            internal::MaybeUninitExt::map(
                                dst,
                                |lowered| &raw mut (*lowered).right,
                            )
                        };
                        wt::component::Lower::linear_lower_to_flat(
                            &self.right,
                            cx,
                            ty.fields[1].ty,
                            field,
                        )?;
                        let field = unsafe {
                            internal::MaybeUninitExt::map(
                                dst,
                                |lowered| &raw mut (*lowered).label,
                            )
                        };
                        wt::component::Lower::linear_lower_to_flat(
                            &self.label,
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
                            &self.left,
                            cx,
                            ty.fields[0].ty,
                            <::fidius::__private::RawHandle as wt::component::ComponentType>::ABI
                                .next_field32_size(&mut offset),
                        )?;
                        wt::component::Lower::linear_lower_to_memory(
                            &self.right,
                            cx,
                            ty.fields[1].ty,
                            <::fidius::__private::RawHandle as wt::component::ComponentType>::ABI
                                .next_field32_size(&mut offset),
                        )?;
                        wt::component::Lower::linear_lower_to_memory(
                            &self.label,
                            cx,
                            ty.fields[2].ty,
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
                            left: wt::component::Lift::linear_lift_from_flat(
                                cx,
                                ty.fields[0].ty,
                                &src.left,
                            )?,
                            right: wt::component::Lift::linear_lift_from_flat(
                                cx,
                                ty.fields[1].ty,
                                &src.right,
                            )?,
                            label: wt::component::Lift::linear_lift_from_flat(
                                cx,
                                ty.fields[2].ty,
                                &src.label,
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
                            left: wt::component::Lift::linear_lift_from_memory(
                                cx,
                                ty.fields[0].ty,
                                &bytes[<::fidius::__private::RawHandle as wt::component::ComponentType>::ABI
                                    .next_field32_size(
                                        &mut offset,
                                    )..][..<::fidius::__private::RawHandle as wt::component::ComponentType>::SIZE32],
                            )?,
                            right: wt::component::Lift::linear_lift_from_memory(
                                cx,
                                ty.fields[1].ty,
                                &bytes[<::fidius::__private::RawHandle as wt::component::ComponentType>::ABI
                                    .next_field32_size(
                                        &mut offset,
                                    )..][..<::fidius::__private::RawHandle as wt::component::ComponentType>::SIZE32],
                            )?,
                            label: wt::component::Lift::linear_lift_from_memory(
                                cx,
                                ty.fields[2].ty,
                                &bytes[<::std::string::String as wt::component::ComponentType>::ABI
                                    .next_field32_size(
                                        &mut offset,
                                    )..][..<::std::string::String as wt::component::ComponentType>::SIZE32],
                            )?,
                        })
                    }
                }
            };
            impl self::Pair<'_> {
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
                    let Self { left: own0, right: own1, label: own2 } = self;
                    let own0 = ::fidius::__private::share(own0);
                    let own1 = ::fidius::__private::share(own1);
                    let own2 = own2;
                    ::std::boxed::Box::new(move |
                        cx: &mut ::fidius::__private::Lowering<'_>|
                    {
                        let _ = &cx;
                        ::core::result::Result::Ok(Raw {
                            left: cx.borrow(&own0)?,
                            right: cx.borrow(&own1)?,
                            label: own2,
                        })
                    })
                }
            }
            impl ::fidius::__private::Twin for self::Pair<'_> {
                type Raw = Raw;
            }
            impl ::fidius::__private::Lowered for self::Pair<'_> {
                fn visit(
                    &self,
                    route: &mut ::fidius::__private::Route,
                ) -> ::core::result::Result<(), ::fidius::Error> {
                    route.add(*&self.left)?;
                    route.add(*&self.right)?;
                    ::core::result::Result::Ok(())
                }
                fn lower(
                    self,
                    cx: &mut ::fidius::__private::Lowering<'_>,
                ) -> ::core::result::Result<Raw, ::fidius::Error> {
                    ::core::result::Result::Ok(Raw {
                        left: cx.borrow(self.left)?,
                        right: cx.borrow(self.right)?,
                        label: self.label,
                    })
                }
            }
            impl<'a> ::fidius::__private::Lifted<'a> for self::Pair<'a> {
                fn lift(
                    raw: Raw,
                    cx: &mut ::fidius::__private::Lifting<'_, 'a>,
                ) -> ::core::result::Result<Self, ::fidius::Error> {
                    ::core::result::Result::Ok(Self {
                        left: cx.borrow::<self::Bucket>(raw.left)?,
                        right: cx.borrow::<self::Bucket>(raw.right)?,
                        label: raw.label,
                    })
                }
            }
        };
        ///The variant `found`.
        #[derive(::core::fmt::Debug)]
        pub enum Found {
            ///The case `one`.
            One(Bucket),
            ///The case `many`.
            Many(::std::vec::Vec<Bucket>),
            ///The case `none`.
            None,
        }
        #[allow(clippy::all, clippy::pedantic, clippy::nursery)]
        const _: () = {
            #[doc(hidden)]
            pub enum Raw {
                One(::fidius::__private::RawHandle),
                Many(::std::vec::Vec<::fidius::__private::RawHandle>),
                None,
            }
            const _: () = {
                use ::fidius::__private::wasmtime as wt;
                use wt::component::__internal as internal;
                #[doc(hidden)]
                #[derive(::core::clone::Clone, ::core::marker::Copy)]
                #[repr(C)]
                pub struct LowerVariant<
                    T0: ::core::marker::Copy,
                    T1: ::core::marker::Copy,
                > {
                    tag: wt::ValRaw,
                    payload: LowerPayload<T0, T1>,
                }
                #[doc(hidden)]
                #[derive(::core::clone::Clone, ::core::marker::Copy)]
                #[repr(C)]
                pub union LowerPayload<
                    T0: ::core::marker::Copy,
                    T1: ::core::marker::Copy,
                > {
                    none: [wt::ValRaw; 0],
                    case0: T0,
                    case1: T1,
                }
                unsafe impl wt::component::ComponentType for Raw {
                    type Lower = LowerVariant<
                        <::fidius::__private::RawHandle as wt::component::ComponentType>::Lower,
                        <::std::vec::Vec<
                            ::fidius::__private::RawHandle,
                        > as wt::component::ComponentType>::Lower,
                    >;
                    const ABI: internal::CanonicalAbiInfo = internal::CanonicalAbiInfo::variant_static(
                        <Self as internal::ComponentVariant>::CASES,
                    );
                    const MAY_REQUIRE_REALLOC: ::core::primitive::bool = false
                        || <::fidius::__private::RawHandle as wt::component::ComponentType>::MAY_REQUIRE_REALLOC
                        || <::std::vec::Vec<
                            ::fidius::__private::RawHandle,
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
                                        <::fidius::__private::RawHandle as wt::component::ComponentType>::typecheck,
                                    ),
                                ),
                                (
                                    "many",
                                    ::core::option::Option::Some(
                                        <::std::vec::Vec<
                                            ::fidius::__private::RawHandle,
                                        > as wt::component::ComponentType>::typecheck,
                                    ),
                                ),
                                ("none", ::core::option::Option::None),
                            ],
                        )
                    }
                }
                unsafe impl internal::ComponentVariant for Raw {
                    const CASES: &'static [::core::option::Option<
                        internal::CanonicalAbiInfo,
                    >] = &[
                        ::core::option::Option::Some(
                            <::fidius::__private::RawHandle as wt::component::ComponentType>::ABI,
                        ),
                        ::core::option::Option::Some(
                            <::std::vec::Vec<
                                ::fidius::__private::RawHandle,
                            > as wt::component::ComponentType>::ABI,
                        ),
                        ::core::option::Option::None,
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
                            Self::Many(payload) => {
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
                            Self::Many(payload) => {
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
                                0u32 => {
                                    Self::One(
                                        wt::component::Lift::linear_lift_from_flat(
                                            cx,
                                            ty.cases[0usize].unwrap_or_else(internal::bad_type_info),
                                            unsafe { &src.payload.case0 },
                                        )?,
                                    )
                                }
                                1u32 => {
                                    Self::Many(
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
                                    Self::One(
                                        wt::component::Lift::linear_lift_from_memory(
                                            cx,
                                            ty.cases[0usize].unwrap_or_else(internal::bad_type_info),
                                            &payload[..<::fidius::__private::RawHandle as wt::component::ComponentType>::SIZE32],
                                        )?,
                                    )
                                }
                                1u8 => {
                                    Self::Many(
                                        wt::component::Lift::linear_lift_from_memory(
                                            cx,
                                            ty.cases[1usize].unwrap_or_else(internal::bad_type_info),
                                            &payload[..<::std::vec::Vec<
                                                ::fidius::__private::RawHandle,
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
            impl ::fidius::__private::Twin for self::Found {
                type Raw = Raw;
            }
            impl ::fidius::__private::Lowered for self::Found {
                fn visit(
                    &self,
                    route: &mut ::fidius::__private::Route,
                ) -> ::core::result::Result<(), ::fidius::Error> {
                    match self {
                        Self::One(payload) => {
                            route.add(payload)?;
                        }
                        Self::Many(payload) => {
                            for item in payload {
                                route.add(item)?;
                            }
                        }
                        Self::None => {}
                    }
                    ::core::result::Result::Ok(())
                }
                fn lower(
                    self,
                    cx: &mut ::fidius::__private::Lowering<'_>,
                ) -> ::core::result::Result<Raw, ::fidius::Error> {
                    ::core::result::Result::Ok(
                        match self {
                            Self::One(payload) => Raw::One(cx.own(payload)?),
                            Self::Many(payload) => {
                                Raw::Many({
                                    let list = payload;
                                    let mut items = ::std::vec::Vec::with_capacity(list.len());
                                    for item in list {
                                        items.push(cx.own(item)?);
                                    }
                                    items
                                })
                            }
                            Self::None => Raw::None,
                        },
                    )
                }
            }
            impl<'arena> ::fidius::__private::Lifted<'arena> for self::Found {
                fn lift(
                    raw: Raw,
                    cx: &mut ::fidius::__private::Lifting<'_, 'arena>,
                ) -> ::core::result::Result<Self, ::fidius::Error> {
                    ::core::result::Result::Ok(
                        match raw {
                            Raw::One(payload) => {
                                Self::One(cx.own::<self::Bucket>(payload)?)
                            }
                            Raw::Many(payload) => {
                                Self::Many({
                                    let list = payload;
                                    let mut items = ::std::vec::Vec::with_capacity(list.len());
                                    for item in list {
                                        items.push(cx.own::<self::Bucket>(item)?);
                                    }
                                    items
                                })
                            }
                            Raw::None => Self::None,
                        },
                    )
                }
            }
        };
        ///The functions of `snapshot:plaza/store@1.0.0`: what a plugin's handle implements, and what the host gives to plugins.
        ///
        ///[`StoreAsync`] is the async form.
        #[diagnostic::on_unimplemented(
            message = "`{Self}` does not have the functions of `snapshot:plaza/store@1.0.0`",
            label = "it does not implement `Store`",
            note = "one value has the functions of all that the plugin imports: the struct `Imports` makes it of one for each",
            note = "`.imports_async(value)` of the builder takes a value that implements `StoreAsync`"
        )]
        #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
        pub trait Store {
            ///Makes a `bucket`.
            ///
            ///# Errors
            ///
            ///The call fails.
            fn new_bucket(
                &self,
                name: &::core::primitive::str,
            ) -> ::core::result::Result<Bucket, ::fidius::Error>;
            ///The static function `bucket.merge`.
            ///
            ///# Errors
            ///
            ///The call fails.
            fn bucket_merge(
                &self,
                a: Bucket,
                b: &Bucket,
            ) -> ::core::result::Result<Bucket, ::fidius::Error>;
            ///The function `open`.
            ///
            ///# Errors
            ///
            ///`CallError::Guest` with what the other side answers, or `CallError::Host` where the call fails.
            fn open(
                &self,
                name: &::core::primitive::str,
            ) -> ::core::result::Result<Bucket, ::fidius::CallError<Found>>;
            ///The function `open-all`.
            ///
            ///# Errors
            ///
            ///The call fails.
            fn open_all(
                &self,
                names: &[::std::string::String],
            ) -> ::core::result::Result<::std::vec::Vec<Entry>, ::fidius::Error>;
            ///The function `same`.
            ///
            ///# Errors
            ///
            ///The call fails.
            fn same(
                &self,
                pair: &Pair<'_>,
                all: &[&Bucket],
                or: ::core::option::Option<&Bucket>,
            ) -> ::core::result::Result<::core::primitive::bool, ::fidius::Error>;
            ///The function `put`.
            ///
            ///# Errors
            ///
            ///The call fails.
            fn put(
                &self,
                entries: ::std::vec::Vec<Entry>,
                found: Found,
            ) -> ::core::result::Result<(), ::fidius::Error>;
        }
        #[allow(clippy::too_many_arguments)]
        impl<T: self::Store + ?::core::marker::Sized> self::Store
        for ::std::sync::Arc<T> {
            fn new_bucket(
                &self,
                name: &::core::primitive::str,
            ) -> ::core::result::Result<self::Bucket, ::fidius::Error> {
                <T as self::Store>::new_bucket(&**self, name)
            }
            fn bucket_merge(
                &self,
                a: self::Bucket,
                b: &self::Bucket,
            ) -> ::core::result::Result<self::Bucket, ::fidius::Error> {
                <T as self::Store>::bucket_merge(&**self, a, b)
            }
            fn open(
                &self,
                name: &::core::primitive::str,
            ) -> ::core::result::Result<self::Bucket, ::fidius::CallError<self::Found>> {
                <T as self::Store>::open(&**self, name)
            }
            fn open_all(
                &self,
                names: &[::std::string::String],
            ) -> ::core::result::Result<::std::vec::Vec<self::Entry>, ::fidius::Error> {
                <T as self::Store>::open_all(&**self, names)
            }
            fn same(
                &self,
                pair: &self::Pair<'_>,
                all: &[&self::Bucket],
                or: ::core::option::Option<&self::Bucket>,
            ) -> ::core::result::Result<::core::primitive::bool, ::fidius::Error> {
                <T as self::Store>::same(&**self, pair, all, or)
            }
            fn put(
                &self,
                entries: ::std::vec::Vec<self::Entry>,
                found: self::Found,
            ) -> ::core::result::Result<(), ::fidius::Error> {
                <T as self::Store>::put(&**self, entries, found)
            }
        }
        ///The functions of `snapshot:plaza/store@1.0.0`: what a plugin's handle implements, and what the host gives to plugins.
        ///
        ///[`Store`] is the blocking form.
        #[diagnostic::on_unimplemented(
            message = "`{Self}` does not have the functions of `snapshot:plaza/store@1.0.0` as async functions",
            label = "it does not implement `StoreAsync`",
            note = "one value has the functions of all that the plugin imports: the struct `Imports` makes it of one for each",
            note = "`.imports(value)` of the builder takes a value that implements `Store`"
        )]
        #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
        pub trait StoreAsync {
            ///Makes a `bucket`.
            ///
            ///# Errors
            ///
            ///The call fails.
            fn new_bucket(
                &self,
                name: &::core::primitive::str,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<Bucket, ::fidius::Error>,
            > + ::core::marker::Send;
            ///The static function `bucket.merge`.
            ///
            ///# Errors
            ///
            ///The call fails.
            fn bucket_merge(
                &self,
                a: Bucket,
                b: &Bucket,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<Bucket, ::fidius::Error>,
            > + ::core::marker::Send;
            ///The function `open`.
            ///
            ///# Errors
            ///
            ///`CallError::Guest` with what the other side answers, or `CallError::Host` where the call fails.
            fn open(
                &self,
                name: &::core::primitive::str,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<Bucket, ::fidius::CallError<Found>>,
            > + ::core::marker::Send;
            ///The function `open-all`.
            ///
            ///# Errors
            ///
            ///The call fails.
            fn open_all(
                &self,
                names: &[::std::string::String],
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<::std::vec::Vec<Entry>, ::fidius::Error>,
            > + ::core::marker::Send;
            ///The function `same`.
            ///
            ///# Errors
            ///
            ///The call fails.
            fn same(
                &self,
                pair: &Pair<'_>,
                all: &[&Bucket],
                or: ::core::option::Option<&Bucket>,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<::core::primitive::bool, ::fidius::Error>,
            > + ::core::marker::Send;
            ///The function `put`.
            ///
            ///# Errors
            ///
            ///The call fails.
            fn put(
                &self,
                entries: ::std::vec::Vec<Entry>,
                found: Found,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<(), ::fidius::Error>,
            > + ::core::marker::Send;
        }
        #[allow(clippy::too_many_arguments)]
        impl<T: self::StoreAsync + ?::core::marker::Sized> self::StoreAsync
        for ::std::sync::Arc<T> {
            fn new_bucket(
                &self,
                name: &::core::primitive::str,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<self::Bucket, ::fidius::Error>,
            > + ::core::marker::Send {
                <T as self::StoreAsync>::new_bucket(&**self, name)
            }
            fn bucket_merge(
                &self,
                a: self::Bucket,
                b: &self::Bucket,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<self::Bucket, ::fidius::Error>,
            > + ::core::marker::Send {
                <T as self::StoreAsync>::bucket_merge(&**self, a, b)
            }
            fn open(
                &self,
                name: &::core::primitive::str,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<
                    self::Bucket,
                    ::fidius::CallError<self::Found>,
                >,
            > + ::core::marker::Send {
                <T as self::StoreAsync>::open(&**self, name)
            }
            fn open_all(
                &self,
                names: &[::std::string::String],
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<
                    ::std::vec::Vec<self::Entry>,
                    ::fidius::Error,
                >,
            > + ::core::marker::Send {
                <T as self::StoreAsync>::open_all(&**self, names)
            }
            fn same(
                &self,
                pair: &self::Pair<'_>,
                all: &[&self::Bucket],
                or: ::core::option::Option<&self::Bucket>,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<::core::primitive::bool, ::fidius::Error>,
            > + ::core::marker::Send {
                <T as self::StoreAsync>::same(&**self, pair, all, or)
            }
            fn put(
                &self,
                entries: ::std::vec::Vec<self::Entry>,
                found: self::Found,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<(), ::fidius::Error>,
            > + ::core::marker::Send {
                <T as self::StoreAsync>::put(&**self, entries, found)
            }
        }
        ///The functions of `snapshot:plaza/store@1.0.0` of a plugin.
        #[derive(::core::fmt::Debug)]
        pub struct StoreExports<'a, H>(pub(in super::super) &'a H);
        #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
        impl<H: self::Store> StoreExports<'_, H> {
            ///Makes a `bucket`.
            ///
            ///# Errors
            ///
            ///The call fails.
            #[inline]
            pub fn new_bucket(
                &self,
                name: &::core::primitive::str,
            ) -> ::core::result::Result<self::Bucket, ::fidius::Error> {
                <H as self::Store>::new_bucket(self.0, name)
            }
            ///The static function `bucket.merge`.
            ///
            ///# Errors
            ///
            ///The call fails.
            #[inline]
            pub fn bucket_merge(
                &self,
                a: self::Bucket,
                b: &self::Bucket,
            ) -> ::core::result::Result<self::Bucket, ::fidius::Error> {
                <H as self::Store>::bucket_merge(self.0, a, b)
            }
            ///The function `open`.
            ///
            ///# Errors
            ///
            ///`CallError::Guest` with what the other side answers, or `CallError::Host` where the call fails.
            #[inline]
            pub fn open(
                &self,
                name: &::core::primitive::str,
            ) -> ::core::result::Result<self::Bucket, ::fidius::CallError<self::Found>> {
                <H as self::Store>::open(self.0, name)
            }
            ///The function `open-all`.
            ///
            ///# Errors
            ///
            ///The call fails.
            #[inline]
            pub fn open_all(
                &self,
                names: &[::std::string::String],
            ) -> ::core::result::Result<::std::vec::Vec<self::Entry>, ::fidius::Error> {
                <H as self::Store>::open_all(self.0, names)
            }
            ///The function `same`.
            ///
            ///# Errors
            ///
            ///The call fails.
            #[inline]
            pub fn same(
                &self,
                pair: &self::Pair<'_>,
                all: &[&self::Bucket],
                or: ::core::option::Option<&self::Bucket>,
            ) -> ::core::result::Result<::core::primitive::bool, ::fidius::Error> {
                <H as self::Store>::same(self.0, pair, all, or)
            }
            ///The function `put`.
            ///
            ///# Errors
            ///
            ///The call fails.
            #[inline]
            pub fn put(
                &self,
                entries: ::std::vec::Vec<self::Entry>,
                found: self::Found,
            ) -> ::core::result::Result<(), ::fidius::Error> {
                <H as self::Store>::put(self.0, entries, found)
            }
        }
        #[allow(clippy::too_many_arguments)]
        impl<H: self::Store> self::Store for StoreExports<'_, H> {
            #[inline]
            fn new_bucket(
                &self,
                name: &::core::primitive::str,
            ) -> ::core::result::Result<self::Bucket, ::fidius::Error> {
                <H as self::Store>::new_bucket(self.0, name)
            }
            #[inline]
            fn bucket_merge(
                &self,
                a: self::Bucket,
                b: &self::Bucket,
            ) -> ::core::result::Result<self::Bucket, ::fidius::Error> {
                <H as self::Store>::bucket_merge(self.0, a, b)
            }
            #[inline]
            fn open(
                &self,
                name: &::core::primitive::str,
            ) -> ::core::result::Result<self::Bucket, ::fidius::CallError<self::Found>> {
                <H as self::Store>::open(self.0, name)
            }
            #[inline]
            fn open_all(
                &self,
                names: &[::std::string::String],
            ) -> ::core::result::Result<::std::vec::Vec<self::Entry>, ::fidius::Error> {
                <H as self::Store>::open_all(self.0, names)
            }
            #[inline]
            fn same(
                &self,
                pair: &self::Pair<'_>,
                all: &[&self::Bucket],
                or: ::core::option::Option<&self::Bucket>,
            ) -> ::core::result::Result<::core::primitive::bool, ::fidius::Error> {
                <H as self::Store>::same(self.0, pair, all, or)
            }
            #[inline]
            fn put(
                &self,
                entries: ::std::vec::Vec<self::Entry>,
                found: self::Found,
            ) -> ::core::result::Result<(), ::fidius::Error> {
                <H as self::Store>::put(self.0, entries, found)
            }
        }
        #[allow(clippy::too_many_arguments)]
        impl<H: self::StoreAsync> self::StoreAsync for StoreExports<'_, H> {
            #[inline]
            fn new_bucket(
                &self,
                name: &::core::primitive::str,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<self::Bucket, ::fidius::Error>,
            > + ::core::marker::Send {
                <H as self::StoreAsync>::new_bucket(self.0, name)
            }
            #[inline]
            fn bucket_merge(
                &self,
                a: self::Bucket,
                b: &self::Bucket,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<self::Bucket, ::fidius::Error>,
            > + ::core::marker::Send {
                <H as self::StoreAsync>::bucket_merge(self.0, a, b)
            }
            #[inline]
            fn open(
                &self,
                name: &::core::primitive::str,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<
                    self::Bucket,
                    ::fidius::CallError<self::Found>,
                >,
            > + ::core::marker::Send {
                <H as self::StoreAsync>::open(self.0, name)
            }
            #[inline]
            fn open_all(
                &self,
                names: &[::std::string::String],
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<
                    ::std::vec::Vec<self::Entry>,
                    ::fidius::Error,
                >,
            > + ::core::marker::Send {
                <H as self::StoreAsync>::open_all(self.0, names)
            }
            #[inline]
            fn same(
                &self,
                pair: &self::Pair<'_>,
                all: &[&self::Bucket],
                or: ::core::option::Option<&self::Bucket>,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<::core::primitive::bool, ::fidius::Error>,
            > + ::core::marker::Send {
                <H as self::StoreAsync>::same(self.0, pair, all, or)
            }
            #[inline]
            fn put(
                &self,
                entries: ::std::vec::Vec<self::Entry>,
                found: self::Found,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<(), ::fidius::Error>,
            > + ::core::marker::Send {
                <H as self::StoreAsync>::put(self.0, entries, found)
            }
        }
        impl<H> ::core::clone::Clone for StoreExports<'_, H> {
            fn clone(&self) -> Self {
                *self
            }
        }
        impl<H> ::core::marker::Copy for StoreExports<'_, H> {}
        ///The method table of `snapshot:plaza/store@1.0.0`: each function with its parameters and result.
        pub static INTERFACE: ::fidius::Interface = {
            use ::fidius::__private::wit;
            static TYPE0: wit::Variant = wit::Variant {
                name: ::core::option::Option::Some(wit::Shared::Static("found")),
                cases: wit::Shared::Static(
                    &[
                        wit::Case {
                            name: wit::Shared::Static("one"),
                            ty: ::core::option::Option::Some(
                                wit::Type::Own(wit::Shared::Static("bucket")),
                            ),
                        },
                        wit::Case {
                            name: wit::Shared::Static("many"),
                            ty: ::core::option::Option::Some(
                                wit::Type::List(
                                    wit::Shared::Static(
                                        &wit::Type::Own(wit::Shared::Static("bucket")),
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
            static TYPE1: wit::Record = wit::Record {
                name: ::core::option::Option::Some(wit::Shared::Static("entry")),
                fields: wit::Shared::Static(
                    &[
                        wit::Field {
                            name: wit::Shared::Static("name"),
                            ty: wit::Type::String,
                        },
                        wit::Field {
                            name: wit::Shared::Static("bucket"),
                            ty: wit::Type::Own(wit::Shared::Static("bucket")),
                        },
                    ],
                ),
            };
            static TYPE2: wit::Record = wit::Record {
                name: ::core::option::Option::Some(wit::Shared::Static("pair")),
                fields: wit::Shared::Static(
                    &[
                        wit::Field {
                            name: wit::Shared::Static("left"),
                            ty: wit::Type::Borrow(wit::Shared::Static("bucket")),
                        },
                        wit::Field {
                            name: wit::Shared::Static("right"),
                            ty: wit::Type::Borrow(wit::Shared::Static("bucket")),
                        },
                        wit::Field {
                            name: wit::Shared::Static("label"),
                            ty: wit::Type::String,
                        },
                    ],
                ),
            };
            wit::Interface {
                name: wit::Shared::Static("snapshot:plaza/store@1.0.0"),
                functions: wit::Shared::Static(
                    &[
                        wit::Function {
                            name: wit::Shared::Static("[constructor]bucket"),
                            kind: wit::FunctionKind::Constructor,
                            is_async: false,
                            params: wit::Shared::Static(
                                &[
                                    wit::Param {
                                        name: wit::Shared::Static("name"),
                                        ty: wit::Type::String,
                                    },
                                ],
                            ),
                            result: ::core::option::Option::Some(
                                wit::Type::Own(wit::Shared::Static("bucket")),
                            ),
                        },
                        wit::Function {
                            name: wit::Shared::Static("[method]bucket.get"),
                            kind: wit::FunctionKind::Method,
                            is_async: false,
                            params: wit::Shared::Static(
                                &[
                                    wit::Param {
                                        name: wit::Shared::Static("self"),
                                        ty: wit::Type::Borrow(wit::Shared::Static("bucket")),
                                    },
                                    wit::Param {
                                        name: wit::Shared::Static("key"),
                                        ty: wit::Type::String,
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
                                            ::core::option::Option::Some(wit::Type::String),
                                        ),
                                    ),
                                ),
                            ),
                        },
                        wit::Function {
                            name: wit::Shared::Static("[method]bucket.both"),
                            kind: wit::FunctionKind::Method,
                            is_async: false,
                            params: wit::Shared::Static(
                                &[
                                    wit::Param {
                                        name: wit::Shared::Static("self"),
                                        ty: wit::Type::Borrow(wit::Shared::Static("bucket")),
                                    },
                                    wit::Param {
                                        name: wit::Shared::Static("other"),
                                        ty: wit::Type::Borrow(wit::Shared::Static("bucket")),
                                    },
                                ],
                            ),
                            result: ::core::option::Option::Some(
                                wit::Type::Tuple(
                                    wit::Shared::Static(
                                        &[
                                            wit::Type::Own(wit::Shared::Static("bucket")),
                                            wit::Type::Own(wit::Shared::Static("bucket")),
                                        ],
                                    ),
                                ),
                            ),
                        },
                        wit::Function {
                            name: wit::Shared::Static("[static]bucket.merge"),
                            kind: wit::FunctionKind::Static,
                            is_async: false,
                            params: wit::Shared::Static(
                                &[
                                    wit::Param {
                                        name: wit::Shared::Static("a"),
                                        ty: wit::Type::Own(wit::Shared::Static("bucket")),
                                    },
                                    wit::Param {
                                        name: wit::Shared::Static("b"),
                                        ty: wit::Type::Borrow(wit::Shared::Static("bucket")),
                                    },
                                ],
                            ),
                            result: ::core::option::Option::Some(
                                wit::Type::Own(wit::Shared::Static("bucket")),
                            ),
                        },
                        wit::Function {
                            name: wit::Shared::Static("[method]bucket.new"),
                            kind: wit::FunctionKind::Method,
                            is_async: false,
                            params: wit::Shared::Static(
                                &[
                                    wit::Param {
                                        name: wit::Shared::Static("self"),
                                        ty: wit::Type::Borrow(wit::Shared::Static("bucket")),
                                    },
                                ],
                            ),
                            result: ::core::option::Option::None,
                        },
                        wit::Function {
                            name: wit::Shared::Static("open"),
                            kind: wit::FunctionKind::Free,
                            is_async: false,
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
                                                wit::Type::Own(wit::Shared::Static("bucket")),
                                            ),
                                            ::core::option::Option::Some(
                                                wit::Type::Variant(wit::Shared::Static(&TYPE0)),
                                            ),
                                        ),
                                    ),
                                ),
                            ),
                        },
                        wit::Function {
                            name: wit::Shared::Static("open-all"),
                            kind: wit::FunctionKind::Free,
                            is_async: false,
                            params: wit::Shared::Static(
                                &[
                                    wit::Param {
                                        name: wit::Shared::Static("names"),
                                        ty: wit::Type::List(wit::Shared::Static(&wit::Type::String)),
                                    },
                                ],
                            ),
                            result: ::core::option::Option::Some(
                                wit::Type::List(
                                    wit::Shared::Static(
                                        &wit::Type::Record(wit::Shared::Static(&TYPE1)),
                                    ),
                                ),
                            ),
                        },
                        wit::Function {
                            name: wit::Shared::Static("same"),
                            kind: wit::FunctionKind::Free,
                            is_async: false,
                            params: wit::Shared::Static(
                                &[
                                    wit::Param {
                                        name: wit::Shared::Static("pair"),
                                        ty: wit::Type::Record(wit::Shared::Static(&TYPE2)),
                                    },
                                    wit::Param {
                                        name: wit::Shared::Static("all"),
                                        ty: wit::Type::List(
                                            wit::Shared::Static(
                                                &wit::Type::Borrow(wit::Shared::Static("bucket")),
                                            ),
                                        ),
                                    },
                                    wit::Param {
                                        name: wit::Shared::Static("or"),
                                        ty: wit::Type::Option(
                                            wit::Shared::Static(
                                                &wit::Type::Borrow(wit::Shared::Static("bucket")),
                                            ),
                                        ),
                                    },
                                ],
                            ),
                            result: ::core::option::Option::Some(wit::Type::Bool),
                        },
                        wit::Function {
                            name: wit::Shared::Static("put"),
                            kind: wit::FunctionKind::Free,
                            is_async: false,
                            params: wit::Shared::Static(
                                &[
                                    wit::Param {
                                        name: wit::Shared::Static("entries"),
                                        ty: wit::Type::List(
                                            wit::Shared::Static(
                                                &wit::Type::Record(wit::Shared::Static(&TYPE1)),
                                            ),
                                        ),
                                    },
                                    wit::Param {
                                        name: wit::Shared::Static("found"),
                                        ty: wit::Type::Variant(wit::Shared::Static(&TYPE0)),
                                    },
                                ],
                            ),
                            result: ::core::option::Option::None,
                        },
                    ],
                ),
            }
        };
        ///The hash of the interface: `078cf540dad334036389c29d34faced77672708ed3c2ad1d7c01cb814550624b`.
        pub const HASH: ::fidius::InterfaceHash = ::fidius::InterfaceHash::from_bytes([
            7u8, 140u8, 245u8, 64u8, 218u8, 211u8, 52u8, 3u8, 99u8, 137u8, 194u8, 157u8,
            52u8, 250u8, 206u8, 215u8, 118u8, 114u8, 112u8, 142u8, 211u8, 194u8, 173u8,
            29u8, 124u8, 1u8, 203u8, 129u8, 69u8, 80u8, 98u8, 75u8,
        ]);
    }
    ///The interface `extra`.
    pub mod extra {
        ///The functions of `extra`: what the host gives to plugins. Implement it on a type of your own; an error of the host's (`CallError::Host`, or `Error`) ends the plugin's call with that error.
        ///
        ///[`ExtraAsync`] is the async form.
        #[diagnostic::on_unimplemented(
            message = "`{Self}` does not have the functions of `extra`",
            label = "it does not implement `Extra`",
            note = "one value has the functions of all that the plugin imports: the struct `Imports` makes it of one for each",
            note = "`.imports_async(value)` of the builder takes a value that implements `ExtraAsync`"
        )]
        #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
        pub trait Extra {
            ///The function `ping`.
            ///
            ///# Errors
            ///
            ///The call fails.
            fn ping(&self) -> ::core::result::Result<(), ::fidius::Error>;
        }
        #[allow(clippy::too_many_arguments)]
        impl<T: self::Extra + ?::core::marker::Sized> self::Extra
        for ::std::sync::Arc<T> {
            fn ping(&self) -> ::core::result::Result<(), ::fidius::Error> {
                <T as self::Extra>::ping(&**self)
            }
        }
        ///The functions of `extra`: what the host gives to plugins. Implement it with `async fn` on a type of your own; an error of the host's (`CallError::Host`, or `Error`) ends the plugin's call with that error.
        ///
        ///[`Extra`] is the blocking form.
        #[diagnostic::on_unimplemented(
            message = "`{Self}` does not have the functions of `extra` as async functions",
            label = "it does not implement `ExtraAsync`",
            note = "one value has the functions of all that the plugin imports: the struct `Imports` makes it of one for each",
            note = "`.imports(value)` of the builder takes a value that implements `Extra`"
        )]
        #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
        pub trait ExtraAsync {
            ///The function `ping`.
            ///
            ///# Errors
            ///
            ///The call fails.
            fn ping(
                &self,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<(), ::fidius::Error>,
            > + ::core::marker::Send;
        }
        #[allow(clippy::too_many_arguments)]
        impl<T: self::ExtraAsync + ?::core::marker::Sized> self::ExtraAsync
        for ::std::sync::Arc<T> {
            fn ping(
                &self,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<(), ::fidius::Error>,
            > + ::core::marker::Send {
                <T as self::ExtraAsync>::ping(&**self)
            }
        }
        ///The method table of `extra`: each function with its parameters and result.
        pub static INTERFACE: ::fidius::Interface = {
            use ::fidius::__private::wit;
            wit::Interface {
                name: wit::Shared::Static("extra"),
                functions: wit::Shared::Static(
                    &[
                        wit::Function {
                            name: wit::Shared::Static("ping"),
                            kind: wit::FunctionKind::Free,
                            is_async: false,
                            params: wit::Shared::Static(&[]),
                            result: ::core::option::Option::None,
                        },
                    ],
                ),
            }
        };
        ///The hash of the interface: `4b98c5eb600ddea954466c83c9a514d549b7b50c650c6e78ae4e9293a45c0bb6`.
        pub const HASH: ::fidius::InterfaceHash = ::fidius::InterfaceHash::from_bytes([
            75u8, 152u8, 197u8, 235u8, 96u8, 13u8, 222u8, 169u8, 84u8, 70u8, 108u8,
            131u8, 201u8, 165u8, 20u8, 213u8, 73u8, 183u8, 181u8, 12u8, 101u8, 12u8,
            110u8, 120u8, 174u8, 78u8, 146u8, 147u8, 164u8, 92u8, 11u8, 182u8,
        ]);
    }
    ///The interface `check`.
    pub mod check {
        ///The functions of `check`: what a plugin's handle implements, and what a fake may.
        ///
        ///[`CheckAsync`] is the async form.
        #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
        pub trait Check {
            ///The function `check`.
            ///
            ///# Errors
            ///
            ///The call fails.
            fn check(
                &self,
            ) -> ::core::result::Result<::core::primitive::bool, ::fidius::Error>;
        }
        #[allow(clippy::too_many_arguments)]
        impl<T: self::Check + ?::core::marker::Sized> self::Check
        for ::std::sync::Arc<T> {
            fn check(
                &self,
            ) -> ::core::result::Result<::core::primitive::bool, ::fidius::Error> {
                <T as self::Check>::check(&**self)
            }
        }
        ///The functions of `check`: what a plugin's handle implements, and what a fake may, with `async fn`.
        ///
        ///[`Check`] is the blocking form.
        #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
        pub trait CheckAsync {
            ///The function `check`.
            ///
            ///# Errors
            ///
            ///The call fails.
            fn check(
                &self,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<::core::primitive::bool, ::fidius::Error>,
            > + ::core::marker::Send;
        }
        #[allow(clippy::too_many_arguments)]
        impl<T: self::CheckAsync + ?::core::marker::Sized> self::CheckAsync
        for ::std::sync::Arc<T> {
            fn check(
                &self,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<::core::primitive::bool, ::fidius::Error>,
            > + ::core::marker::Send {
                <T as self::CheckAsync>::check(&**self)
            }
        }
        ///The functions of `check` of a plugin.
        #[derive(::core::fmt::Debug)]
        pub struct CheckExports<'a, H>(pub(in super::super) &'a H);
        #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
        impl<H: self::Check> CheckExports<'_, H> {
            ///The function `check`.
            ///
            ///# Errors
            ///
            ///The call fails.
            #[inline]
            pub fn check(
                &self,
            ) -> ::core::result::Result<::core::primitive::bool, ::fidius::Error> {
                <H as self::Check>::check(self.0)
            }
        }
        #[allow(clippy::too_many_arguments)]
        impl<H: self::Check> self::Check for CheckExports<'_, H> {
            #[inline]
            fn check(
                &self,
            ) -> ::core::result::Result<::core::primitive::bool, ::fidius::Error> {
                <H as self::Check>::check(self.0)
            }
        }
        #[allow(clippy::too_many_arguments)]
        impl<H: self::CheckAsync> self::CheckAsync for CheckExports<'_, H> {
            #[inline]
            fn check(
                &self,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<::core::primitive::bool, ::fidius::Error>,
            > + ::core::marker::Send {
                <H as self::CheckAsync>::check(self.0)
            }
        }
        impl<H> ::core::clone::Clone for CheckExports<'_, H> {
            fn clone(&self) -> Self {
                *self
            }
        }
        impl<H> ::core::marker::Copy for CheckExports<'_, H> {}
        ///The method table of `check`: each function with its parameters and result.
        pub static INTERFACE: ::fidius::Interface = {
            use ::fidius::__private::wit;
            wit::Interface {
                name: wit::Shared::Static("check"),
                functions: wit::Shared::Static(
                    &[
                        wit::Function {
                            name: wit::Shared::Static("check"),
                            kind: wit::FunctionKind::Free,
                            is_async: false,
                            params: wit::Shared::Static(&[]),
                            result: ::core::option::Option::Some(wit::Type::Bool),
                        },
                    ],
                ),
            }
        };
        ///The hash of the interface: `58f755832496e60c0fdc2e47bb002570088853fbb41870e303ee67abd68dcddd`.
        pub const HASH: ::fidius::InterfaceHash = ::fidius::InterfaceHash::from_bytes([
            88u8, 247u8, 85u8, 131u8, 36u8, 150u8, 230u8, 12u8, 15u8, 220u8, 46u8, 71u8,
            187u8, 0u8, 37u8, 112u8, 8u8, 136u8, 83u8, 251u8, 180u8, 24u8, 112u8, 227u8,
            3u8, 238u8, 103u8, 171u8, 214u8, 141u8, 205u8, 221u8,
        ]);
    }
    #[doc(inline)]
    pub use self::types::Level as Level;
    ///The functions of `plugin`: what the host gives to plugins. Implement it on a type of your own; an error of the host's (`CallError::Host`, or `Error`) ends the plugin's call with that error.
    ///
    ///[`PluginImportsAsync`] is the async form.
    #[diagnostic::on_unimplemented(
        message = "`{Self}` does not have the functions of the world `plugin`",
        label = "it does not implement `PluginImports`",
        note = "one value has the functions of all that the plugin imports: the struct `Imports` makes it of one for each",
        note = "`.imports_async(value)` of the builder takes a value that implements `PluginImportsAsync`"
    )]
    #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
    pub trait PluginImports {
        ///The function `now`.
        ///
        ///# Errors
        ///
        ///The call fails.
        fn now(&self) -> ::core::result::Result<::core::primitive::u64, ::fidius::Error>;
    }
    #[allow(clippy::too_many_arguments)]
    impl<T: self::PluginImports + ?::core::marker::Sized> self::PluginImports
    for ::std::sync::Arc<T> {
        fn now(
            &self,
        ) -> ::core::result::Result<::core::primitive::u64, ::fidius::Error> {
            <T as self::PluginImports>::now(&**self)
        }
    }
    ///The functions of `plugin`: what the host gives to plugins. Implement it with `async fn` on a type of your own; an error of the host's (`CallError::Host`, or `Error`) ends the plugin's call with that error.
    ///
    ///[`PluginImports`] is the blocking form.
    #[diagnostic::on_unimplemented(
        message = "`{Self}` does not have the functions of the world `plugin` as async functions",
        label = "it does not implement `PluginImportsAsync`",
        note = "one value has the functions of all that the plugin imports: the struct `Imports` makes it of one for each",
        note = "`.imports(value)` of the builder takes a value that implements `PluginImports`"
    )]
    #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
    pub trait PluginImportsAsync {
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
    }
    #[allow(clippy::too_many_arguments)]
    impl<T: self::PluginImportsAsync + ?::core::marker::Sized> self::PluginImportsAsync
    for ::std::sync::Arc<T> {
        fn now(
            &self,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<::core::primitive::u64, ::fidius::Error>,
        > + ::core::marker::Send {
            <T as self::PluginImportsAsync>::now(&**self)
        }
    }
    ///The functions of `plugin`: what a plugin's handle implements, and what a fake may.
    ///
    ///[`PluginAsync`] is the async form.
    #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
    pub trait Plugin {
        ///The function `run`.
        ///
        ///# Errors
        ///
        ///The call fails.
        fn run(
            &self,
            level: types::Level,
        ) -> ::core::result::Result<::std::string::String, ::fidius::Error>;
    }
    #[allow(clippy::too_many_arguments)]
    impl<T: self::Plugin + ?::core::marker::Sized> self::Plugin for ::std::sync::Arc<T> {
        fn run(
            &self,
            level: self::types::Level,
        ) -> ::core::result::Result<::std::string::String, ::fidius::Error> {
            <T as self::Plugin>::run(&**self, level)
        }
    }
    ///The functions of `plugin`: what a plugin's handle implements, and what a fake may, with `async fn`.
    ///
    ///[`Plugin`] is the blocking form.
    #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
    pub trait PluginAsync {
        ///The function `run`.
        ///
        ///# Errors
        ///
        ///The call fails.
        fn run(
            &self,
            level: types::Level,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<::std::string::String, ::fidius::Error>,
        > + ::core::marker::Send;
    }
    #[allow(clippy::too_many_arguments)]
    impl<T: self::PluginAsync + ?::core::marker::Sized> self::PluginAsync
    for ::std::sync::Arc<T> {
        fn run(
            &self,
            level: self::types::Level,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<::std::string::String, ::fidius::Error>,
        > + ::core::marker::Send {
            <T as self::PluginAsync>::run(&**self, level)
        }
    }
    ///The method table of `plugin`: each function with its parameters and result.
    pub static INTERFACE: ::fidius::Interface = {
        use ::fidius::__private::wit;
        static TYPE0: wit::Enum = wit::Enum {
            name: ::core::option::Option::Some(wit::Shared::Static("level")),
            cases: wit::Shared::Static(
                &[wit::Shared::Static("low"), wit::Shared::Static("high")],
            ),
        };
        wit::Interface {
            name: wit::Shared::Static("plugin"),
            functions: wit::Shared::Static(
                &[
                    wit::Function {
                        name: wit::Shared::Static("run"),
                        kind: wit::FunctionKind::Free,
                        is_async: false,
                        params: wit::Shared::Static(
                            &[
                                wit::Param {
                                    name: wit::Shared::Static("level"),
                                    ty: wit::Type::Enum(wit::Shared::Static(&TYPE0)),
                                },
                            ],
                        ),
                        result: ::core::option::Option::Some(wit::Type::String),
                    },
                ],
            ),
        }
    };
    ///The hash of the interface: `791e2ccb6b35054c7e16054b3ec1b374a5de0a98ca00f8a658eb734d1667e7c9`.
    pub const HASH: ::fidius::InterfaceHash = ::fidius::InterfaceHash::from_bytes([
        121u8, 30u8, 44u8, 203u8, 107u8, 53u8, 5u8, 76u8, 126u8, 22u8, 5u8, 75u8, 62u8,
        193u8, 179u8, 116u8, 165u8, 222u8, 10u8, 152u8, 202u8, 0u8, 248u8, 166u8, 88u8,
        235u8, 115u8, 77u8, 22u8, 103u8, 231u8, 201u8,
    ]);
    /// All that the host gives to a plugin, put together from one implementation for each import.
    #[derive(::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug)]
    pub struct Imports<Log, Store, Extra, Plugin> {
        ///What implements `snapshot:plaza/log@1.0.0`.
        pub log: Log,
        ///What implements `snapshot:plaza/store@1.0.0`.
        pub store: Store,
        ///What implements `extra`.
        pub extra: Extra,
        ///What implements `plugin`.
        pub plugin: Plugin,
    }
    #[allow(clippy::too_many_arguments)]
    impl<Log: self::log::Log, Store, Extra, Plugin> self::log::Log
    for Imports<Log, Store, Extra, Plugin> {
        fn write(
            &self,
            level: self::types::Level,
            parts: &[::std::string::String],
            at: ::core::option::Option<(::core::primitive::u32, &::core::primitive::str)>,
        ) -> ::core::result::Result<(), ::fidius::Error> {
            <Log as self::log::Log>::write(&self.log, level, parts, at)
        }
        fn read(
            &self,
        ) -> ::core::result::Result<
            ::std::string::String,
            ::fidius::CallError<self::log::Level>,
        > {
            <Log as self::log::Log>::read(&self.log)
        }
    }
    #[allow(clippy::too_many_arguments)]
    impl<Log, Store: self::store::Store, Extra, Plugin> self::store::Store
    for Imports<Log, Store, Extra, Plugin> {
        fn new_bucket(
            &self,
            name: &::core::primitive::str,
        ) -> ::core::result::Result<self::store::Bucket, ::fidius::Error> {
            <Store as self::store::Store>::new_bucket(&self.store, name)
        }
        fn bucket_merge(
            &self,
            a: self::store::Bucket,
            b: &self::store::Bucket,
        ) -> ::core::result::Result<self::store::Bucket, ::fidius::Error> {
            <Store as self::store::Store>::bucket_merge(&self.store, a, b)
        }
        fn open(
            &self,
            name: &::core::primitive::str,
        ) -> ::core::result::Result<
            self::store::Bucket,
            ::fidius::CallError<self::store::Found>,
        > {
            <Store as self::store::Store>::open(&self.store, name)
        }
        fn open_all(
            &self,
            names: &[::std::string::String],
        ) -> ::core::result::Result<
            ::std::vec::Vec<self::store::Entry>,
            ::fidius::Error,
        > {
            <Store as self::store::Store>::open_all(&self.store, names)
        }
        fn same(
            &self,
            pair: &self::store::Pair<'_>,
            all: &[&self::store::Bucket],
            or: ::core::option::Option<&self::store::Bucket>,
        ) -> ::core::result::Result<::core::primitive::bool, ::fidius::Error> {
            <Store as self::store::Store>::same(&self.store, pair, all, or)
        }
        fn put(
            &self,
            entries: ::std::vec::Vec<self::store::Entry>,
            found: self::store::Found,
        ) -> ::core::result::Result<(), ::fidius::Error> {
            <Store as self::store::Store>::put(&self.store, entries, found)
        }
    }
    #[allow(clippy::too_many_arguments)]
    impl<Log, Store, Extra: self::extra::Extra, Plugin> self::extra::Extra
    for Imports<Log, Store, Extra, Plugin> {
        fn ping(&self) -> ::core::result::Result<(), ::fidius::Error> {
            <Extra as self::extra::Extra>::ping(&self.extra)
        }
    }
    #[allow(clippy::too_many_arguments)]
    impl<Log, Store, Extra, Plugin: self::PluginImports> self::PluginImports
    for Imports<Log, Store, Extra, Plugin> {
        fn now(
            &self,
        ) -> ::core::result::Result<::core::primitive::u64, ::fidius::Error> {
            <Plugin as self::PluginImports>::now(&self.plugin)
        }
    }
    #[allow(clippy::too_many_arguments)]
    impl<Log: self::log::LogAsync, Store, Extra, Plugin> self::log::LogAsync
    for Imports<Log, Store, Extra, Plugin> {
        fn write(
            &self,
            level: self::types::Level,
            parts: &[::std::string::String],
            at: ::core::option::Option<(::core::primitive::u32, &::core::primitive::str)>,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<(), ::fidius::Error>,
        > + ::core::marker::Send {
            <Log as self::log::LogAsync>::write(&self.log, level, parts, at)
        }
        fn read(
            &self,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<
                ::std::string::String,
                ::fidius::CallError<self::log::Level>,
            >,
        > + ::core::marker::Send {
            <Log as self::log::LogAsync>::read(&self.log)
        }
    }
    #[allow(clippy::too_many_arguments)]
    impl<Log, Store: self::store::StoreAsync, Extra, Plugin> self::store::StoreAsync
    for Imports<Log, Store, Extra, Plugin> {
        fn new_bucket(
            &self,
            name: &::core::primitive::str,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<self::store::Bucket, ::fidius::Error>,
        > + ::core::marker::Send {
            <Store as self::store::StoreAsync>::new_bucket(&self.store, name)
        }
        fn bucket_merge(
            &self,
            a: self::store::Bucket,
            b: &self::store::Bucket,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<self::store::Bucket, ::fidius::Error>,
        > + ::core::marker::Send {
            <Store as self::store::StoreAsync>::bucket_merge(&self.store, a, b)
        }
        fn open(
            &self,
            name: &::core::primitive::str,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<
                self::store::Bucket,
                ::fidius::CallError<self::store::Found>,
            >,
        > + ::core::marker::Send {
            <Store as self::store::StoreAsync>::open(&self.store, name)
        }
        fn open_all(
            &self,
            names: &[::std::string::String],
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<
                ::std::vec::Vec<self::store::Entry>,
                ::fidius::Error,
            >,
        > + ::core::marker::Send {
            <Store as self::store::StoreAsync>::open_all(&self.store, names)
        }
        fn same(
            &self,
            pair: &self::store::Pair<'_>,
            all: &[&self::store::Bucket],
            or: ::core::option::Option<&self::store::Bucket>,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<::core::primitive::bool, ::fidius::Error>,
        > + ::core::marker::Send {
            <Store as self::store::StoreAsync>::same(&self.store, pair, all, or)
        }
        fn put(
            &self,
            entries: ::std::vec::Vec<self::store::Entry>,
            found: self::store::Found,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<(), ::fidius::Error>,
        > + ::core::marker::Send {
            <Store as self::store::StoreAsync>::put(&self.store, entries, found)
        }
    }
    #[allow(clippy::too_many_arguments)]
    impl<Log, Store, Extra: self::extra::ExtraAsync, Plugin> self::extra::ExtraAsync
    for Imports<Log, Store, Extra, Plugin> {
        fn ping(
            &self,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<(), ::fidius::Error>,
        > + ::core::marker::Send {
            <Extra as self::extra::ExtraAsync>::ping(&self.extra)
        }
    }
    #[allow(clippy::too_many_arguments)]
    impl<Log, Store, Extra, Plugin: self::PluginImportsAsync> self::PluginImportsAsync
    for Imports<Log, Store, Extra, Plugin> {
        fn now(
            &self,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<::core::primitive::u64, ::fidius::Error>,
        > + ::core::marker::Send {
            <Plugin as self::PluginImportsAsync>::now(&self.plugin)
        }
    }
    #[doc(hidden)]
    #[allow(clippy::all, clippy::pedantic, clippy::nursery)]
    pub mod __fidius {
        ///The method table of `plugin`: each function with its parameters and result.
        pub static INTERFACE5: ::fidius::Interface = {
            use ::fidius::__private::wit;
            wit::Interface {
                name: wit::Shared::Static("plugin"),
                functions: wit::Shared::Static(
                    &[
                        wit::Function {
                            name: wit::Shared::Static("now"),
                            kind: wit::FunctionKind::Free,
                            is_async: false,
                            params: wit::Shared::Static(&[]),
                            result: ::core::option::Option::Some(wit::Type::U64),
                        },
                    ],
                ),
            }
        };
        ///The hash of the interface: `dbb6da818adae6de0787deb298ab59e63d37c42e0889441914873913e720f951`.
        pub const HASH5: ::fidius::InterfaceHash = ::fidius::InterfaceHash::from_bytes([
            219u8, 182u8, 218u8, 129u8, 138u8, 218u8, 230u8, 222u8, 7u8, 135u8, 222u8,
            178u8, 152u8, 171u8, 89u8, 230u8, 61u8, 55u8, 196u8, 46u8, 8u8, 137u8, 68u8,
            25u8, 20u8, 135u8, 57u8, 19u8, 231u8, 32u8, 249u8, 81u8,
        ]);
        pub struct Function0;
        impl ::fidius::__private::Function for Function0 {
            type Params<'a> = (&'a ::core::primitive::str,);
            type Results = (::fidius::__private::RawHandle,);
            const EXPORT: ::core::primitive::usize = 0usize;
            const INDEX: ::core::primitive::usize = 0usize;
        }
        pub struct Function1;
        impl ::fidius::__private::Function for Function1 {
            type Params<'a> = (
                ::fidius::__private::RawHandle,
                &'a ::core::primitive::str,
            );
            type Results = (
                ::core::result::Result<
                    ::core::option::Option<::std::vec::Vec<::core::primitive::u8>>,
                    ::std::string::String,
                >,
            );
            const EXPORT: ::core::primitive::usize = 0usize;
            const INDEX: ::core::primitive::usize = 1usize;
        }
        pub struct Function2;
        impl ::fidius::__private::Function for Function2 {
            type Params<'a> = (
                ::fidius::__private::RawHandle,
                ::fidius::__private::RawHandle,
            );
            type Results = (
                (::fidius::__private::RawHandle, ::fidius::__private::RawHandle),
            );
            const EXPORT: ::core::primitive::usize = 0usize;
            const INDEX: ::core::primitive::usize = 2usize;
        }
        pub struct Function3;
        impl ::fidius::__private::Function for Function3 {
            type Params<'a> = (
                ::fidius::__private::RawHandle,
                ::fidius::__private::RawHandle,
            );
            type Results = (::fidius::__private::RawHandle,);
            const EXPORT: ::core::primitive::usize = 0usize;
            const INDEX: ::core::primitive::usize = 3usize;
        }
        pub struct Function4;
        impl ::fidius::__private::Function for Function4 {
            type Params<'a> = (::fidius::__private::RawHandle,);
            type Results = ();
            const EXPORT: ::core::primitive::usize = 0usize;
            const INDEX: ::core::primitive::usize = 4usize;
        }
        pub struct Function5;
        impl ::fidius::__private::Function for Function5 {
            type Params<'a> = (&'a ::core::primitive::str,);
            type Results = (
                ::core::result::Result<
                    ::fidius::__private::RawHandle,
                    <super::store::Found as ::fidius::__private::Twin>::Raw,
                >,
            );
            const EXPORT: ::core::primitive::usize = 0usize;
            const INDEX: ::core::primitive::usize = 5usize;
        }
        pub struct Function6;
        impl ::fidius::__private::Function for Function6 {
            type Params<'a> = (&'a [::std::string::String],);
            type Results = (
                ::std::vec::Vec<<super::store::Entry as ::fidius::__private::Twin>::Raw>,
            );
            const EXPORT: ::core::primitive::usize = 0usize;
            const INDEX: ::core::primitive::usize = 6usize;
        }
        pub struct Function7;
        impl ::fidius::__private::Function for Function7 {
            type Params<'a> = (
                <super::store::Pair<'static> as ::fidius::__private::Twin>::Raw,
                ::std::vec::Vec<::fidius::__private::RawHandle>,
                ::core::option::Option<::fidius::__private::RawHandle>,
            );
            type Results = (::core::primitive::bool,);
            const EXPORT: ::core::primitive::usize = 0usize;
            const INDEX: ::core::primitive::usize = 7usize;
        }
        pub struct Function8;
        impl ::fidius::__private::Function for Function8 {
            type Params<'a> = (
                ::std::vec::Vec<<super::store::Entry as ::fidius::__private::Twin>::Raw>,
                <super::store::Found as ::fidius::__private::Twin>::Raw,
            );
            type Results = ();
            const EXPORT: ::core::primitive::usize = 0usize;
            const INDEX: ::core::primitive::usize = 8usize;
        }
        pub struct Function9;
        impl ::fidius::__private::Function for Function9 {
            type Params<'a> = ();
            type Results = (::core::primitive::bool,);
            const EXPORT: ::core::primitive::usize = 1usize;
            const INDEX: ::core::primitive::usize = 0usize;
        }
        pub struct Function10;
        impl ::fidius::__private::Function for Function10 {
            type Params<'a> = (super::types::Level,);
            type Results = (::std::string::String,);
            const EXPORT: ::core::primitive::usize = 2usize;
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
            let _ = checker;
            ::core::result::Result::Ok(())
        }
        pub static DEFINITION: ::fidius::__private::Definition = ::fidius::__private::Definition {
            exports: &[
                ::fidius::__private::Export {
                    interface: &super::store::INTERFACE,
                    hash: super::store::HASH,
                    is_world: false,
                    optional: &[
                        false, false, false, false, false, false, true, false, false,
                    ],
                    raw: &[],
                    client_streams: &[],
                },
                ::fidius::__private::Export {
                    interface: &super::check::INTERFACE,
                    hash: super::check::HASH,
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
                    resources: &[],
                },
                ::fidius::__private::Import {
                    interface: &super::store::INTERFACE,
                    is_world: false,
                    resources: &["bucket"],
                },
                ::fidius::__private::Import {
                    interface: &super::extra::INTERFACE,
                    is_world: false,
                    resources: &[],
                },
                ::fidius::__private::Import {
                    interface: &INTERFACE5,
                    is_world: true,
                    resources: &[],
                },
            ],
            is_open: false,
            guest_hash: ::core::option::Option::None,
            resources: &[
                ::fidius::__private::GuestResource {
                    id: ::core::any::TypeId::of::<super::store::Bucket>,
                    make: make_guest0,
                },
            ],
            check,
        };
        struct Guest0(::std::sync::Arc<::fidius::__private::GuestHandle>);
        impl super::store::__BucketResource for Guest0 {
            fn blocking0(
                &self,
                key: &::core::primitive::str,
            ) -> ::core::result::Result<
                ::core::option::Option<::std::vec::Vec<::core::primitive::u8>>,
                ::fidius::CallError<::std::string::String>,
            > {
                let (arg0,) = (key,);
                ::fidius::__private::flatten(
                    self
                        .0
                        .call::<
                            Function1,
                            _,
                        >(
                            |cx| {
                                let _ = &cx;
                                ::core::result::Result::Ok((cx.this(&self.0)?, arg0))
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
                key: &'f ::core::primitive::str,
            ) -> ::core::pin::Pin<
                ::std::boxed::Box<
                    dyn ::core::future::Future<
                        Output = ::core::result::Result<
                            ::core::option::Option<
                                ::std::vec::Vec<::core::primitive::u8>,
                            >,
                            ::fidius::CallError<::std::string::String>,
                        >,
                    > + ::core::marker::Send + 'f,
                >,
            > {
                ::std::boxed::Box::pin(async move {
                    let (arg0,) = (key,);
                    ::fidius::__private::flatten(
                        self
                            .0
                            .call_async::<
                                Function1,
                                _,
                            >(
                                move |cx| {
                                    let _ = &cx;
                                    ::core::result::Result::Ok((cx.this(&self.0)?, arg0))
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
                other: &super::store::Bucket,
            ) -> ::core::result::Result<
                (super::store::Bucket, super::store::Bucket),
                ::fidius::Error,
            > {
                let (arg0,) = (other,);
                {
                    let route = &mut self.0.route::<Function2>();
                    route.add(arg0)?;
                }
                self.0
                    .call::<
                        Function2,
                        _,
                    >(
                        |cx| {
                            let _ = &cx;
                            ::core::result::Result::Ok((
                                cx.this(&self.0)?,
                                cx.borrow(arg0)?,
                            ))
                        },
                        |(answer,), cx| {
                            let _ = &cx;
                            ::core::result::Result::Ok({
                                let (element0, element1) = answer;
                                (
                                    cx.own::<super::store::Bucket>(element0)?,
                                    cx.own::<super::store::Bucket>(element1)?,
                                )
                            })
                        },
                    )
            }
            fn async1<'f>(
                &'f self,
                other: &'f super::store::Bucket,
            ) -> ::core::pin::Pin<
                ::std::boxed::Box<
                    dyn ::core::future::Future<
                        Output = ::core::result::Result<
                            (super::store::Bucket, super::store::Bucket),
                            ::fidius::Error,
                        >,
                    > + ::core::marker::Send + 'f,
                >,
            > {
                ::std::boxed::Box::pin(async move {
                    let (arg0,) = (other,);
                    {
                        let route = &mut self.0.route::<Function2>();
                        route.add(arg0)?;
                    }
                    self.0
                        .call_async::<
                            Function2,
                            _,
                        >(
                            move |cx| {
                                let _ = &cx;
                                ::core::result::Result::Ok((
                                    cx.this(&self.0)?,
                                    cx.borrow(arg0)?,
                                ))
                            },
                            move |(answer,), cx| {
                                let _ = &cx;
                                ::core::result::Result::Ok({
                                    let (element0, element1) = answer;
                                    (
                                        cx.own::<super::store::Bucket>(element0)?,
                                        cx.own::<super::store::Bucket>(element1)?,
                                    )
                                })
                            },
                        )
                        .await
                })
            }
            fn blocking2(&self) -> ::core::result::Result<(), ::fidius::Error> {
                self.0
                    .call::<
                        Function4,
                        _,
                    >(
                        |cx| {
                            let _ = &cx;
                            ::core::result::Result::Ok((cx.this(&self.0)?,))
                        },
                        |(), cx| {
                            let _ = &cx;
                            ::core::result::Result::Ok(())
                        },
                    )
            }
            fn async2<'f>(
                &'f self,
            ) -> ::core::pin::Pin<
                ::std::boxed::Box<
                    dyn ::core::future::Future<
                        Output = ::core::result::Result<(), ::fidius::Error>,
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
                            move |(), cx| {
                                let _ = &cx;
                                ::core::result::Result::Ok(())
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
                <super::store::Bucket as ::fidius::__private::Resource>::from_handle(
                    ::fidius::__private::Handle::guest(object, handle),
                ),
            )
        }
    }
}
#[allow(deprecated)]
#[allow(clippy::all, clippy::pedantic, clippy::nursery)]
const _: () = {
    impl plugin::store::Store for Plugin {
        #[inline]
        fn new_bucket(
            &self,
            name: &::core::primitive::str,
        ) -> ::core::result::Result<plugin::store::Bucket, ::fidius::Error> {
            let (arg0,) = (name,);
            let route = self.plugin.route::<plugin::__fidius::Function0>();
            self.plugin
                .call_routed::<
                    plugin::__fidius::Function0,
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
                            cx.own::<plugin::store::Bucket>(answer)?,
                        )
                    },
                )
        }
        #[inline]
        fn bucket_merge(
            &self,
            a: plugin::store::Bucket,
            b: &plugin::store::Bucket,
        ) -> ::core::result::Result<plugin::store::Bucket, ::fidius::Error> {
            let (arg0, arg1) = (a, b);
            let mut route = self.plugin.route::<plugin::__fidius::Function3>();
            {
                let route = &mut route;
                route.add(&arg0)?;
                route.add(arg1)?;
            }
            self.plugin
                .call_routed::<
                    plugin::__fidius::Function3,
                    _,
                >(
                    route,
                    |cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok((cx.own(arg0)?, cx.borrow(arg1)?))
                    },
                    |(answer,), cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok(
                            cx.own::<plugin::store::Bucket>(answer)?,
                        )
                    },
                )
        }
        #[inline]
        fn open(
            &self,
            name: &::core::primitive::str,
        ) -> ::core::result::Result<
            plugin::store::Bucket,
            ::fidius::CallError<plugin::store::Found>,
        > {
            let (arg0,) = (name,);
            let route = self.plugin.route::<plugin::__fidius::Function5>();
            ::fidius::__private::flatten(
                self
                    .plugin
                    .call_routed::<
                        plugin::__fidius::Function5,
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
                                            cx.own::<plugin::store::Bucket>(item)?,
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
        fn open_all(
            &self,
            names: &[::std::string::String],
        ) -> ::core::result::Result<
            ::std::vec::Vec<plugin::store::Entry>,
            ::fidius::Error,
        > {
            let (arg0,) = (names,);
            let route = self.plugin.route::<plugin::__fidius::Function6>();
            self.plugin
                .call_routed::<
                    plugin::__fidius::Function6,
                    _,
                >(
                    route,
                    |cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok((arg0,))
                    },
                    |(answer,), cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok({
                            let list = answer;
                            let mut items = ::std::vec::Vec::with_capacity(list.len());
                            for item in list {
                                items.push(::fidius::__private::Lifted::lift(item, cx)?);
                            }
                            items
                        })
                    },
                )
        }
        #[inline]
        fn same(
            &self,
            pair: &plugin::store::Pair<'_>,
            all: &[&plugin::store::Bucket],
            or: ::core::option::Option<&plugin::store::Bucket>,
        ) -> ::core::result::Result<::core::primitive::bool, ::fidius::Error> {
            let (arg0, arg1, arg2) = (pair, all, or);
            let mut route = self.plugin.route::<plugin::__fidius::Function7>();
            {
                let route = &mut route;
                ::fidius::__private::Lowered::visit(arg0, route)?;
                for item in arg1 {
                    route.add(*item)?;
                }
                if let ::core::option::Option::Some(item) = arg2 {
                    route.add(item)?;
                }
            }
            self.plugin
                .call_routed::<
                    plugin::__fidius::Function7,
                    _,
                >(
                    route,
                    |cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok((
                            ::fidius::__private::Lowered::lower(
                                ::core::clone::Clone::clone(arg0),
                                cx,
                            )?,
                            {
                                let list = arg1;
                                let mut items = ::std::vec::Vec::with_capacity(list.len());
                                for item in list {
                                    items.push(cx.borrow(::core::clone::Clone::clone(item))?);
                                }
                                items
                            },
                            match arg2 {
                                ::core::option::Option::Some(item) => {
                                    ::core::option::Option::Some(cx.borrow(item)?)
                                }
                                ::core::option::Option::None => ::core::option::Option::None,
                            },
                        ))
                    },
                    |(answer,), cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok(answer)
                    },
                )
        }
        #[inline]
        fn put(
            &self,
            entries: ::std::vec::Vec<plugin::store::Entry>,
            found: plugin::store::Found,
        ) -> ::core::result::Result<(), ::fidius::Error> {
            let (arg0, arg1) = (entries, found);
            let mut route = self.plugin.route::<plugin::__fidius::Function8>();
            {
                let route = &mut route;
                for item in &arg0 {
                    ::fidius::__private::Lowered::visit(item, route)?;
                }
                ::fidius::__private::Lowered::visit(&arg1, route)?;
            }
            self.plugin
                .call_routed::<
                    plugin::__fidius::Function8,
                    _,
                >(
                    route,
                    |cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok((
                            {
                                let list = arg0;
                                let mut items = ::std::vec::Vec::with_capacity(list.len());
                                for item in list {
                                    items.push(::fidius::__private::Lowered::lower(item, cx)?);
                                }
                                items
                            },
                            ::fidius::__private::Lowered::lower(arg1, cx)?,
                        ))
                    },
                    |(), cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok(())
                    },
                )
        }
    }
    impl plugin::store::StoreAsync for Plugin {
        async fn new_bucket(
            &self,
            name: &::core::primitive::str,
        ) -> ::core::result::Result<plugin::store::Bucket, ::fidius::Error> {
            let (arg0,) = (name,);
            let route = self.plugin.route::<plugin::__fidius::Function0>();
            self.plugin
                .call_routed_async::<
                    plugin::__fidius::Function0,
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
                            cx.own::<plugin::store::Bucket>(answer)?,
                        )
                    },
                )
                .await
        }
        async fn bucket_merge(
            &self,
            a: plugin::store::Bucket,
            b: &plugin::store::Bucket,
        ) -> ::core::result::Result<plugin::store::Bucket, ::fidius::Error> {
            let (arg0, arg1) = (a, b);
            let mut route = self.plugin.route::<plugin::__fidius::Function3>();
            {
                let route = &mut route;
                route.add(&arg0)?;
                route.add(arg1)?;
            }
            self.plugin
                .call_routed_async::<
                    plugin::__fidius::Function3,
                    _,
                >(
                    route,
                    move |cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok((cx.own(arg0)?, cx.borrow(arg1)?))
                    },
                    move |(answer,), cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok(
                            cx.own::<plugin::store::Bucket>(answer)?,
                        )
                    },
                )
                .await
        }
        async fn open(
            &self,
            name: &::core::primitive::str,
        ) -> ::core::result::Result<
            plugin::store::Bucket,
            ::fidius::CallError<plugin::store::Found>,
        > {
            let (arg0,) = (name,);
            let route = self.plugin.route::<plugin::__fidius::Function5>();
            ::fidius::__private::flatten(
                self
                    .plugin
                    .call_routed_async::<
                        plugin::__fidius::Function5,
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
                                            cx.own::<plugin::store::Bucket>(item)?,
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
        async fn open_all(
            &self,
            names: &[::std::string::String],
        ) -> ::core::result::Result<
            ::std::vec::Vec<plugin::store::Entry>,
            ::fidius::Error,
        > {
            let (arg0,) = (names,);
            let route = self.plugin.route::<plugin::__fidius::Function6>();
            self.plugin
                .call_routed_async::<
                    plugin::__fidius::Function6,
                    _,
                >(
                    route,
                    move |cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok((arg0,))
                    },
                    move |(answer,), cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok({
                            let list = answer;
                            let mut items = ::std::vec::Vec::with_capacity(list.len());
                            for item in list {
                                items.push(::fidius::__private::Lifted::lift(item, cx)?);
                            }
                            items
                        })
                    },
                )
                .await
        }
        async fn same(
            &self,
            pair: &plugin::store::Pair<'_>,
            all: &[&plugin::store::Bucket],
            or: ::core::option::Option<&plugin::store::Bucket>,
        ) -> ::core::result::Result<::core::primitive::bool, ::fidius::Error> {
            let (arg0, arg1, arg2) = (pair, all, or);
            let mut route = self.plugin.route::<plugin::__fidius::Function7>();
            {
                let route = &mut route;
                ::fidius::__private::Lowered::visit(arg0, route)?;
                for item in arg1 {
                    route.add(*item)?;
                }
                if let ::core::option::Option::Some(item) = arg2 {
                    route.add(item)?;
                }
            }
            self.plugin
                .call_routed_async::<
                    plugin::__fidius::Function7,
                    _,
                >(
                    route,
                    move |cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok((
                            ::fidius::__private::Lowered::lower(
                                ::core::clone::Clone::clone(arg0),
                                cx,
                            )?,
                            {
                                let list = arg1;
                                let mut items = ::std::vec::Vec::with_capacity(list.len());
                                for item in list {
                                    items.push(cx.borrow(::core::clone::Clone::clone(item))?);
                                }
                                items
                            },
                            match arg2 {
                                ::core::option::Option::Some(item) => {
                                    ::core::option::Option::Some(cx.borrow(item)?)
                                }
                                ::core::option::Option::None => ::core::option::Option::None,
                            },
                        ))
                    },
                    move |(answer,), cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok(answer)
                    },
                )
                .await
        }
        async fn put(
            &self,
            entries: ::std::vec::Vec<plugin::store::Entry>,
            found: plugin::store::Found,
        ) -> ::core::result::Result<(), ::fidius::Error> {
            let (arg0, arg1) = (entries, found);
            let mut route = self.plugin.route::<plugin::__fidius::Function8>();
            {
                let route = &mut route;
                for item in &arg0 {
                    ::fidius::__private::Lowered::visit(item, route)?;
                }
                ::fidius::__private::Lowered::visit(&arg1, route)?;
            }
            self.plugin
                .call_routed_async::<
                    plugin::__fidius::Function8,
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
                                    items.push(::fidius::__private::Lowered::lower(item, cx)?);
                                }
                                items
                            },
                            ::fidius::__private::Lowered::lower(arg1, cx)?,
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
    impl Plugin {
        ///The functions of `snapshot:plaza/store@1.0.0`.
        #[inline]
        #[must_use]
        pub fn store(&self) -> plugin::store::StoreExports<'_, Self> {
            plugin::store::StoreExports(self)
        }
    }
    impl plugin::check::Check for Plugin {
        #[inline]
        fn check(
            &self,
        ) -> ::core::result::Result<::core::primitive::bool, ::fidius::Error> {
            self.plugin.call_one::<plugin::__fidius::Function9, _>(())
        }
    }
    impl plugin::check::CheckAsync for Plugin {
        async fn check(
            &self,
        ) -> ::core::result::Result<::core::primitive::bool, ::fidius::Error> {
            self.plugin.call_one_async::<plugin::__fidius::Function9, _>(()).await
        }
    }
    #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
    impl Plugin {
        ///The functions of `check`.
        #[inline]
        #[must_use]
        pub fn check(&self) -> plugin::check::CheckExports<'_, Self> {
            plugin::check::CheckExports(self)
        }
    }
    impl plugin::Plugin for Plugin {
        #[inline]
        fn run(
            &self,
            level: plugin::types::Level,
        ) -> ::core::result::Result<::std::string::String, ::fidius::Error> {
            self.plugin.call_one::<plugin::__fidius::Function10, _>((level,))
        }
    }
    impl plugin::PluginAsync for Plugin {
        async fn run(
            &self,
            level: plugin::types::Level,
        ) -> ::core::result::Result<::std::string::String, ::fidius::Error> {
            self.plugin.call_one_async::<plugin::__fidius::Function10, _>((level,)).await
        }
    }
    #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
    impl Plugin {
        ///The function `run`.
        ///
        ///# Errors
        ///
        ///The call fails.
        #[inline]
        pub fn run(
            &self,
            level: plugin::types::Level,
        ) -> ::core::result::Result<::std::string::String, ::fidius::Error> {
            <Self as plugin::Plugin>::run(self, level)
        }
    }
    impl<__I> ::fidius::__private::Imports<__I> for Plugin
    where
        __I: plugin::log::Log + plugin::store::Store + plugin::extra::Extra
            + plugin::PluginImports + ::core::marker::Send + ::core::marker::Sync
            + 'static,
    {
        fn link(
            linking: &mut ::fidius::__private::Linking<'_>,
        ) -> ::core::result::Result<(), ::fidius::Error> {
            linking
                .function::<
                    (
                        plugin::log::Level,
                        ::std::vec::Vec<::std::string::String>,
                        ::core::option::Option<
                            (::core::primitive::u32, ::std::string::String),
                        >,
                    ),
                    (),
                >(
                    ::core::option::Option::Some("snapshot:plaza/log@1.0.0"),
                    "write",
                    |(arg0, arg1, arg2), cx| {
                        let _ = &cx;
                        <__I as plugin::log::Log>::write(
                            cx.imports::<__I>(),
                            *(&arg0),
                            &**(&arg1),
                            match &arg2 {
                                ::core::option::Option::Some(item) => {
                                    ::core::option::Option::Some({
                                        let tuple = item;
                                        (*(&tuple.0), &**(&tuple.1))
                                    })
                                }
                                ::core::option::Option::None => ::core::option::Option::None,
                            },
                        )?;
                        ::core::result::Result::Ok(())
                    },
                )?;
            linking
                .function::<
                    (),
                    (::core::result::Result<::std::string::String, plugin::log::Level>,),
                >(
                    ::core::option::Option::Some("snapshot:plaza/log@1.0.0"),
                    "read",
                    |(), cx| {
                        let _ = &cx;
                        let answer = match <__I as plugin::log::Log>::read(
                            cx.imports::<__I>(),
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
                    },
                )?;
            linking
                .resource(
                    ::core::option::Option::Some("snapshot:plaza/store@1.0.0"),
                    "bucket",
                )?;
            linking
                .function::<
                    (::fidius::__private::RawHandle, ::std::string::String),
                    (
                        ::core::result::Result<
                            ::core::option::Option<
                                ::std::vec::Vec<::core::primitive::u8>,
                            >,
                            ::std::string::String,
                        >,
                    ),
                >(
                    ::core::option::Option::Some("snapshot:plaza/store@1.0.0"),
                    "[method]bucket.get",
                    |(this, arg0), cx| {
                        let _ = &cx;
                        let arena = ::fidius::__private::Arena::new();
                        let (this,) = {
                            let cx = &mut cx.lifting(&arena);
                            let this = cx.borrow::<plugin::store::Bucket>(this)?;
                            (this,)
                        };
                        let answer = match plugin::store::BucketResource::get(
                            this,
                            &**(&arg0),
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
                    },
                )?;
            linking
                .function::<
                    (::fidius::__private::RawHandle, ::fidius::__private::RawHandle),
                    ((::fidius::__private::RawHandle, ::fidius::__private::RawHandle),),
                >(
                    ::core::option::Option::Some("snapshot:plaza/store@1.0.0"),
                    "[method]bucket.both",
                    |(this, arg0), cx| {
                        let _ = &cx;
                        let arena = ::fidius::__private::Arena::new();
                        let (this, arg0) = {
                            let cx = &mut cx.lifting(&arena);
                            let this = cx.borrow::<plugin::store::Bucket>(this)?;
                            let arg0 = cx.borrow::<plugin::store::Bucket>(arg0)?;
                            (this, arg0)
                        };
                        let answer = plugin::store::BucketResource::both(
                            this,
                            *(&arg0),
                        )?;
                        ::core::result::Result::Ok((
                            {
                                let cx = &mut cx.lowering();
                                {
                                    let (element0, element1) = answer;
                                    (cx.own(element0)?, cx.own(element1)?)
                                }
                            },
                        ))
                    },
                )?;
            linking
                .function::<
                    (::fidius::__private::RawHandle,),
                    (),
                >(
                    ::core::option::Option::Some("snapshot:plaza/store@1.0.0"),
                    "[method]bucket.new",
                    |(this,), cx| {
                        let _ = &cx;
                        let arena = ::fidius::__private::Arena::new();
                        let (this,) = {
                            let cx = &mut cx.lifting(&arena);
                            let this = cx.borrow::<plugin::store::Bucket>(this)?;
                            (this,)
                        };
                        plugin::store::BucketResource::new(this)?;
                        ::core::result::Result::Ok(())
                    },
                )?;
            linking
                .function::<
                    (::std::string::String,),
                    (::fidius::__private::RawHandle,),
                >(
                    ::core::option::Option::Some("snapshot:plaza/store@1.0.0"),
                    "[constructor]bucket",
                    |(arg0,), cx| {
                        let _ = &cx;
                        let answer = <__I as plugin::store::Store>::new_bucket(
                            cx.imports::<__I>(),
                            &**(&arg0),
                        )?;
                        ::core::result::Result::Ok((
                            {
                                let cx = &mut cx.lowering();
                                cx.own(answer)?
                            },
                        ))
                    },
                )?;
            linking
                .function::<
                    (::fidius::__private::RawHandle, ::fidius::__private::RawHandle),
                    (::fidius::__private::RawHandle,),
                >(
                    ::core::option::Option::Some("snapshot:plaza/store@1.0.0"),
                    "[static]bucket.merge",
                    |(arg0, arg1), cx| {
                        let _ = &cx;
                        let arena = ::fidius::__private::Arena::new();
                        let (arg0, arg1) = {
                            let cx = &mut cx.lifting(&arena);
                            let arg0 = cx.own::<plugin::store::Bucket>(arg0)?;
                            let arg1 = cx.borrow::<plugin::store::Bucket>(arg1)?;
                            (arg0, arg1)
                        };
                        let answer = <__I as plugin::store::Store>::bucket_merge(
                            cx.imports::<__I>(),
                            arg0,
                            *(&arg1),
                        )?;
                        ::core::result::Result::Ok((
                            {
                                let cx = &mut cx.lowering();
                                cx.own(answer)?
                            },
                        ))
                    },
                )?;
            linking
                .function::<
                    (::std::string::String,),
                    (
                        ::core::result::Result<
                            ::fidius::__private::RawHandle,
                            <plugin::store::Found as ::fidius::__private::Twin>::Raw,
                        >,
                    ),
                >(
                    ::core::option::Option::Some("snapshot:plaza/store@1.0.0"),
                    "open",
                    |(arg0,), cx| {
                        let _ = &cx;
                        let answer = match <__I as plugin::store::Store>::open(
                            cx.imports::<__I>(),
                            &**(&arg0),
                        ) {
                            ::core::result::Result::Ok(answer) => {
                                ::core::result::Result::Ok({
                                    let cx = &mut cx.lowering();
                                    cx.own(answer)?
                                })
                            }
                            ::core::result::Result::Err(
                                ::fidius::CallError::Guest(answer),
                            ) => {
                                ::core::result::Result::Err({
                                    let cx = &mut cx.lowering();
                                    ::fidius::__private::Lowered::lower(answer, cx)?
                                })
                            }
                            ::core::result::Result::Err(
                                ::fidius::CallError::Host(error),
                            ) => {
                                return ::core::result::Result::Err(error);
                            }
                        };
                        ::core::result::Result::Ok((answer,))
                    },
                )?;
            linking
                .function::<
                    (::std::vec::Vec<::std::string::String>,),
                    (
                        ::std::vec::Vec<
                            <plugin::store::Entry as ::fidius::__private::Twin>::Raw,
                        >,
                    ),
                >(
                    ::core::option::Option::Some("snapshot:plaza/store@1.0.0"),
                    "open-all",
                    |(arg0,), cx| {
                        let _ = &cx;
                        let answer = <__I as plugin::store::Store>::open_all(
                            cx.imports::<__I>(),
                            &**(&arg0),
                        )?;
                        ::core::result::Result::Ok((
                            {
                                let cx = &mut cx.lowering();
                                {
                                    let list = answer;
                                    let mut items = ::std::vec::Vec::with_capacity(list.len());
                                    for item in list {
                                        items.push(::fidius::__private::Lowered::lower(item, cx)?);
                                    }
                                    items
                                }
                            },
                        ))
                    },
                )?;
            linking
                .function::<
                    (
                        <plugin::store::Pair<'static> as ::fidius::__private::Twin>::Raw,
                        ::std::vec::Vec<::fidius::__private::RawHandle>,
                        ::core::option::Option<::fidius::__private::RawHandle>,
                    ),
                    (::core::primitive::bool,),
                >(
                    ::core::option::Option::Some("snapshot:plaza/store@1.0.0"),
                    "same",
                    |(arg0, arg1, arg2), cx| {
                        let _ = &cx;
                        let arena = ::fidius::__private::Arena::new();
                        let (arg0, arg1, arg2) = {
                            let cx = &mut cx.lifting(&arena);
                            let arg0 = ::fidius::__private::Lifted::lift(arg0, cx)?;
                            let arg1 = {
                                let list = arg1;
                                let mut items = ::std::vec::Vec::with_capacity(list.len());
                                for item in list {
                                    items.push(cx.borrow::<plugin::store::Bucket>(item)?);
                                }
                                items
                            };
                            let arg2 = match arg2 {
                                ::core::option::Option::Some(item) => {
                                    ::core::option::Option::Some(
                                        cx.borrow::<plugin::store::Bucket>(item)?,
                                    )
                                }
                                ::core::option::Option::None => ::core::option::Option::None,
                            };
                            (arg0, arg1, arg2)
                        };
                        let answer = <__I as plugin::store::Store>::same(
                            cx.imports::<__I>(),
                            &arg0,
                            &**(&arg1),
                            match &arg2 {
                                ::core::option::Option::Some(item) => {
                                    ::core::option::Option::Some(*(item))
                                }
                                ::core::option::Option::None => ::core::option::Option::None,
                            },
                        )?;
                        ::core::result::Result::Ok((answer,))
                    },
                )?;
            linking
                .function::<
                    (
                        ::std::vec::Vec<
                            <plugin::store::Entry as ::fidius::__private::Twin>::Raw,
                        >,
                        <plugin::store::Found as ::fidius::__private::Twin>::Raw,
                    ),
                    (),
                >(
                    ::core::option::Option::Some("snapshot:plaza/store@1.0.0"),
                    "put",
                    |(arg0, arg1), cx| {
                        let _ = &cx;
                        let arena = ::fidius::__private::Arena::new();
                        let (arg0, arg1) = {
                            let cx = &mut cx.lifting(&arena);
                            let arg0 = {
                                let list = arg0;
                                let mut items = ::std::vec::Vec::with_capacity(list.len());
                                for item in list {
                                    items.push(::fidius::__private::Lifted::lift(item, cx)?);
                                }
                                items
                            };
                            let arg1 = ::fidius::__private::Lifted::lift(arg1, cx)?;
                            (arg0, arg1)
                        };
                        <__I as plugin::store::Store>::put(
                            cx.imports::<__I>(),
                            arg0,
                            arg1,
                        )?;
                        ::core::result::Result::Ok(())
                    },
                )?;
            linking
                .function::<
                    (),
                    (),
                >(
                    ::core::option::Option::Some("extra"),
                    "ping",
                    |(), cx| {
                        let _ = &cx;
                        <__I as plugin::extra::Extra>::ping(cx.imports::<__I>())?;
                        ::core::result::Result::Ok(())
                    },
                )?;
            linking
                .function::<
                    (),
                    (::core::primitive::u64,),
                >(
                    ::core::option::Option::None,
                    "now",
                    |(), cx| {
                        let _ = &cx;
                        let answer = <__I as plugin::PluginImports>::now(
                            cx.imports::<__I>(),
                        )?;
                        ::core::result::Result::Ok((answer,))
                    },
                )?;
            let _ = linking;
            ::core::result::Result::Ok(())
        }
    }
    impl<__I> ::fidius::__private::ImportsAsync<__I> for Plugin
    where
        __I: plugin::log::LogAsync + plugin::store::StoreAsync
            + plugin::extra::ExtraAsync + plugin::PluginImportsAsync
            + ::core::marker::Send + ::core::marker::Sync + 'static,
    {
        fn link_async(
            linking: &mut ::fidius::__private::Linking<'_>,
        ) -> ::core::result::Result<(), ::fidius::Error> {
            linking
                .function_async::<
                    (
                        plugin::log::Level,
                        ::std::vec::Vec<::std::string::String>,
                        ::core::option::Option<
                            (::core::primitive::u32, ::std::string::String),
                        >,
                    ),
                    (),
                >(
                    ::core::option::Option::Some("snapshot:plaza/log@1.0.0"),
                    "write",
                    |(arg0, arg1, arg2), cx| ::std::boxed::Box::pin(async move {
                        let mut cx = cx;
                        let _ = &mut cx;
                        let imports = cx.shared_imports::<__I>();
                        <__I as plugin::log::LogAsync>::write(
                                &*imports,
                                *(&arg0),
                                &**(&arg1),
                                match &arg2 {
                                    ::core::option::Option::Some(item) => {
                                        ::core::option::Option::Some({
                                            let tuple = item;
                                            (*(&tuple.0), &**(&tuple.1))
                                        })
                                    }
                                    ::core::option::Option::None => ::core::option::Option::None,
                                },
                            )
                            .await?;
                        ::core::result::Result::Ok(())
                    }),
                )?;
            linking
                .function_async::<
                    (),
                    (::core::result::Result<::std::string::String, plugin::log::Level>,),
                >(
                    ::core::option::Option::Some("snapshot:plaza/log@1.0.0"),
                    "read",
                    |(), cx| ::std::boxed::Box::pin(async move {
                        let mut cx = cx;
                        let _ = &mut cx;
                        let imports = cx.shared_imports::<__I>();
                        let answer = match <__I as plugin::log::LogAsync>::read(
                                &*imports,
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
                .resource(
                    ::core::option::Option::Some("snapshot:plaza/store@1.0.0"),
                    "bucket",
                )?;
            linking
                .function_async::<
                    (::fidius::__private::RawHandle, ::std::string::String),
                    (
                        ::core::result::Result<
                            ::core::option::Option<
                                ::std::vec::Vec<::core::primitive::u8>,
                            >,
                            ::std::string::String,
                        >,
                    ),
                >(
                    ::core::option::Option::Some("snapshot:plaza/store@1.0.0"),
                    "[method]bucket.get",
                    |(this, arg0), cx| ::std::boxed::Box::pin(async move {
                        let mut cx = cx;
                        let _ = &mut cx;
                        let arena = ::fidius::__private::Arena::new();
                        let (this,) = {
                            let cx = &mut cx.lifting(&arena);
                            let this = cx.borrow::<plugin::store::Bucket>(this)?;
                            (this,)
                        };
                        let answer = match plugin::store::BucketResourceAsync::get(
                                this,
                                &**(&arg0),
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
                    (::fidius::__private::RawHandle, ::fidius::__private::RawHandle),
                    ((::fidius::__private::RawHandle, ::fidius::__private::RawHandle),),
                >(
                    ::core::option::Option::Some("snapshot:plaza/store@1.0.0"),
                    "[method]bucket.both",
                    |(this, arg0), cx| ::std::boxed::Box::pin(async move {
                        let mut cx = cx;
                        let _ = &mut cx;
                        let arena = ::fidius::__private::Arena::new();
                        let (this, arg0) = {
                            let cx = &mut cx.lifting(&arena);
                            let this = cx.borrow::<plugin::store::Bucket>(this)?;
                            let arg0 = cx.borrow::<plugin::store::Bucket>(arg0)?;
                            (this, arg0)
                        };
                        let answer = plugin::store::BucketResourceAsync::both(
                                this,
                                *(&arg0),
                            )
                            .await?;
                        ::core::result::Result::Ok((
                            {
                                let cx = &mut cx.lowering();
                                {
                                    let (element0, element1) = answer;
                                    (cx.own(element0)?, cx.own(element1)?)
                                }
                            },
                        ))
                    }),
                )?;
            linking
                .function_async::<
                    (::fidius::__private::RawHandle,),
                    (),
                >(
                    ::core::option::Option::Some("snapshot:plaza/store@1.0.0"),
                    "[method]bucket.new",
                    |(this,), cx| ::std::boxed::Box::pin(async move {
                        let mut cx = cx;
                        let _ = &mut cx;
                        let arena = ::fidius::__private::Arena::new();
                        let (this,) = {
                            let cx = &mut cx.lifting(&arena);
                            let this = cx.borrow::<plugin::store::Bucket>(this)?;
                            (this,)
                        };
                        plugin::store::BucketResourceAsync::new(this).await?;
                        ::core::result::Result::Ok(())
                    }),
                )?;
            linking
                .function_async::<
                    (::std::string::String,),
                    (::fidius::__private::RawHandle,),
                >(
                    ::core::option::Option::Some("snapshot:plaza/store@1.0.0"),
                    "[constructor]bucket",
                    |(arg0,), cx| ::std::boxed::Box::pin(async move {
                        let mut cx = cx;
                        let _ = &mut cx;
                        let imports = cx.shared_imports::<__I>();
                        let answer = <__I as plugin::store::StoreAsync>::new_bucket(
                                &*imports,
                                &**(&arg0),
                            )
                            .await?;
                        ::core::result::Result::Ok((
                            {
                                let cx = &mut cx.lowering();
                                cx.own(answer)?
                            },
                        ))
                    }),
                )?;
            linking
                .function_async::<
                    (::fidius::__private::RawHandle, ::fidius::__private::RawHandle),
                    (::fidius::__private::RawHandle,),
                >(
                    ::core::option::Option::Some("snapshot:plaza/store@1.0.0"),
                    "[static]bucket.merge",
                    |(arg0, arg1), cx| ::std::boxed::Box::pin(async move {
                        let mut cx = cx;
                        let _ = &mut cx;
                        let arena = ::fidius::__private::Arena::new();
                        let (arg0, arg1) = {
                            let cx = &mut cx.lifting(&arena);
                            let arg0 = cx.own::<plugin::store::Bucket>(arg0)?;
                            let arg1 = cx.borrow::<plugin::store::Bucket>(arg1)?;
                            (arg0, arg1)
                        };
                        let imports = cx.shared_imports::<__I>();
                        let answer = <__I as plugin::store::StoreAsync>::bucket_merge(
                                &*imports,
                                arg0,
                                *(&arg1),
                            )
                            .await?;
                        ::core::result::Result::Ok((
                            {
                                let cx = &mut cx.lowering();
                                cx.own(answer)?
                            },
                        ))
                    }),
                )?;
            linking
                .function_async::<
                    (::std::string::String,),
                    (
                        ::core::result::Result<
                            ::fidius::__private::RawHandle,
                            <plugin::store::Found as ::fidius::__private::Twin>::Raw,
                        >,
                    ),
                >(
                    ::core::option::Option::Some("snapshot:plaza/store@1.0.0"),
                    "open",
                    |(arg0,), cx| ::std::boxed::Box::pin(async move {
                        let mut cx = cx;
                        let _ = &mut cx;
                        let imports = cx.shared_imports::<__I>();
                        let answer = match <__I as plugin::store::StoreAsync>::open(
                                &*imports,
                                &**(&arg0),
                            )
                            .await
                        {
                            ::core::result::Result::Ok(answer) => {
                                ::core::result::Result::Ok({
                                    let cx = &mut cx.lowering();
                                    cx.own(answer)?
                                })
                            }
                            ::core::result::Result::Err(
                                ::fidius::CallError::Guest(answer),
                            ) => {
                                ::core::result::Result::Err({
                                    let cx = &mut cx.lowering();
                                    ::fidius::__private::Lowered::lower(answer, cx)?
                                })
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
                .function_async::<
                    (::std::vec::Vec<::std::string::String>,),
                    (
                        ::std::vec::Vec<
                            <plugin::store::Entry as ::fidius::__private::Twin>::Raw,
                        >,
                    ),
                >(
                    ::core::option::Option::Some("snapshot:plaza/store@1.0.0"),
                    "open-all",
                    |(arg0,), cx| ::std::boxed::Box::pin(async move {
                        let mut cx = cx;
                        let _ = &mut cx;
                        let imports = cx.shared_imports::<__I>();
                        let answer = <__I as plugin::store::StoreAsync>::open_all(
                                &*imports,
                                &**(&arg0),
                            )
                            .await?;
                        ::core::result::Result::Ok((
                            {
                                let cx = &mut cx.lowering();
                                {
                                    let list = answer;
                                    let mut items = ::std::vec::Vec::with_capacity(list.len());
                                    for item in list {
                                        items.push(::fidius::__private::Lowered::lower(item, cx)?);
                                    }
                                    items
                                }
                            },
                        ))
                    }),
                )?;
            linking
                .function_async::<
                    (
                        <plugin::store::Pair<'static> as ::fidius::__private::Twin>::Raw,
                        ::std::vec::Vec<::fidius::__private::RawHandle>,
                        ::core::option::Option<::fidius::__private::RawHandle>,
                    ),
                    (::core::primitive::bool,),
                >(
                    ::core::option::Option::Some("snapshot:plaza/store@1.0.0"),
                    "same",
                    |(arg0, arg1, arg2), cx| ::std::boxed::Box::pin(async move {
                        let mut cx = cx;
                        let _ = &mut cx;
                        let arena = ::fidius::__private::Arena::new();
                        let (arg0, arg1, arg2) = {
                            let cx = &mut cx.lifting(&arena);
                            let arg0 = ::fidius::__private::Lifted::lift(arg0, cx)?;
                            let arg1 = {
                                let list = arg1;
                                let mut items = ::std::vec::Vec::with_capacity(list.len());
                                for item in list {
                                    items.push(cx.borrow::<plugin::store::Bucket>(item)?);
                                }
                                items
                            };
                            let arg2 = match arg2 {
                                ::core::option::Option::Some(item) => {
                                    ::core::option::Option::Some(
                                        cx.borrow::<plugin::store::Bucket>(item)?,
                                    )
                                }
                                ::core::option::Option::None => ::core::option::Option::None,
                            };
                            (arg0, arg1, arg2)
                        };
                        let imports = cx.shared_imports::<__I>();
                        let answer = <__I as plugin::store::StoreAsync>::same(
                                &*imports,
                                &arg0,
                                &**(&arg1),
                                match &arg2 {
                                    ::core::option::Option::Some(item) => {
                                        ::core::option::Option::Some(*(item))
                                    }
                                    ::core::option::Option::None => ::core::option::Option::None,
                                },
                            )
                            .await?;
                        ::core::result::Result::Ok((answer,))
                    }),
                )?;
            linking
                .function_async::<
                    (
                        ::std::vec::Vec<
                            <plugin::store::Entry as ::fidius::__private::Twin>::Raw,
                        >,
                        <plugin::store::Found as ::fidius::__private::Twin>::Raw,
                    ),
                    (),
                >(
                    ::core::option::Option::Some("snapshot:plaza/store@1.0.0"),
                    "put",
                    |(arg0, arg1), cx| ::std::boxed::Box::pin(async move {
                        let mut cx = cx;
                        let _ = &mut cx;
                        let arena = ::fidius::__private::Arena::new();
                        let (arg0, arg1) = {
                            let cx = &mut cx.lifting(&arena);
                            let arg0 = {
                                let list = arg0;
                                let mut items = ::std::vec::Vec::with_capacity(list.len());
                                for item in list {
                                    items.push(::fidius::__private::Lifted::lift(item, cx)?);
                                }
                                items
                            };
                            let arg1 = ::fidius::__private::Lifted::lift(arg1, cx)?;
                            (arg0, arg1)
                        };
                        let imports = cx.shared_imports::<__I>();
                        <__I as plugin::store::StoreAsync>::put(&*imports, arg0, arg1)
                            .await?;
                        ::core::result::Result::Ok(())
                    }),
                )?;
            linking
                .function_async::<
                    (),
                    (),
                >(
                    ::core::option::Option::Some("extra"),
                    "ping",
                    |(), cx| ::std::boxed::Box::pin(async move {
                        let mut cx = cx;
                        let _ = &mut cx;
                        let imports = cx.shared_imports::<__I>();
                        <__I as plugin::extra::ExtraAsync>::ping(&*imports).await?;
                        ::core::result::Result::Ok(())
                    }),
                )?;
            linking
                .function_async::<
                    (),
                    (::core::primitive::u64,),
                >(
                    ::core::option::Option::None,
                    "now",
                    |(), cx| ::std::boxed::Box::pin(async move {
                        let mut cx = cx;
                        let _ = &mut cx;
                        let imports = cx.shared_imports::<__I>();
                        let answer = <__I as plugin::PluginImportsAsync>::now(&*imports)
                            .await?;
                        ::core::result::Result::Ok((answer,))
                    }),
                )?;
            let _ = linking;
            ::core::result::Result::Ok(())
        }
    }
    const _: &[u8] = ::core::include_bytes!(
        ::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/world.wit")
    );
};

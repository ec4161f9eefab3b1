///A plugin of the world `plugin`. It has the traits of what it exports in both forms: the blocking one, and the one whose name ends in `Async`.
pub struct With {
    plugin: ::fidius::Plugin<With>,
}
impl With {
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
impl ::fidius::Host for With {
    const DEFINITION: &'static ::fidius::__private::Definition = &plugin::__fidius::DEFINITION;
    type Start = ::fidius::__private::NeedsImports;
    fn from_plugin(plugin: ::fidius::Plugin<Self>) -> Self {
        Self { plugin }
    }
    fn plugin(&self) -> &::fidius::Plugin<Self> {
        &self.plugin
    }
}
impl ::core::clone::Clone for With {
    fn clone(&self) -> Self {
        Self {
            plugin: ::core::clone::Clone::clone(&self.plugin),
        }
    }
}
impl ::core::fmt::Debug for With {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_tuple("With").field(&self.plugin).finish()
    }
}
///The world `plugin`.
#[allow(deprecated)]
pub mod plugin {
    ///The interface `snapshot:plaza/log@1.0.0`.
    pub mod log {
        #[doc(inline)]
        pub use super::__with::with1::Level as Level;
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
                level: super::__with::with1::Level,
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
                level: super::__with::with1::Level,
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
                level: super::__with::with1::Level,
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
                level: super::__with::with1::Level,
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
    pub use self::__with::with1::Level as Level;
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
            level: __with::with1::Level,
        ) -> ::core::result::Result<::std::string::String, ::fidius::Error>;
    }
    #[allow(clippy::too_many_arguments)]
    impl<T: self::Plugin + ?::core::marker::Sized> self::Plugin for ::std::sync::Arc<T> {
        fn run(
            &self,
            level: self::__with::with1::Level,
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
            level: __with::with1::Level,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<::std::string::String, ::fidius::Error>,
        > + ::core::marker::Send;
    }
    #[allow(clippy::too_many_arguments)]
    impl<T: self::PluginAsync + ?::core::marker::Sized> self::PluginAsync
    for ::std::sync::Arc<T> {
        fn run(
            &self,
            level: self::__with::with1::Level,
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
            level: self::__with::with1::Level,
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
    impl<
        Log,
        Store: self::__with::with0::Store,
        Extra,
        Plugin,
    > self::__with::with0::Store for Imports<Log, Store, Extra, Plugin> {
        fn new_bucket(
            &self,
            name: &::core::primitive::str,
        ) -> ::core::result::Result<self::__with::with0::Bucket, ::fidius::Error> {
            <Store as self::__with::with0::Store>::new_bucket(&self.store, name)
        }
        fn bucket_merge(
            &self,
            a: self::__with::with0::Bucket,
            b: &self::__with::with0::Bucket,
        ) -> ::core::result::Result<self::__with::with0::Bucket, ::fidius::Error> {
            <Store as self::__with::with0::Store>::bucket_merge(&self.store, a, b)
        }
        fn open(
            &self,
            name: &::core::primitive::str,
        ) -> ::core::result::Result<
            self::__with::with0::Bucket,
            ::fidius::CallError<self::__with::with0::Found>,
        > {
            <Store as self::__with::with0::Store>::open(&self.store, name)
        }
        fn open_all(
            &self,
            names: &[::std::string::String],
        ) -> ::core::result::Result<
            ::std::vec::Vec<self::__with::with0::Entry>,
            ::fidius::Error,
        > {
            <Store as self::__with::with0::Store>::open_all(&self.store, names)
        }
        fn same(
            &self,
            pair: &self::__with::with0::Pair<'_>,
            all: &[&self::__with::with0::Bucket],
            or: ::core::option::Option<&self::__with::with0::Bucket>,
        ) -> ::core::result::Result<::core::primitive::bool, ::fidius::Error> {
            <Store as self::__with::with0::Store>::same(&self.store, pair, all, or)
        }
        fn put(
            &self,
            entries: ::std::vec::Vec<self::__with::with0::Entry>,
            found: self::__with::with0::Found,
        ) -> ::core::result::Result<(), ::fidius::Error> {
            <Store as self::__with::with0::Store>::put(&self.store, entries, found)
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
            level: self::__with::with1::Level,
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
    impl<
        Log,
        Store: self::__with::with0::StoreAsync,
        Extra,
        Plugin,
    > self::__with::with0::StoreAsync for Imports<Log, Store, Extra, Plugin> {
        fn new_bucket(
            &self,
            name: &::core::primitive::str,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<self::__with::with0::Bucket, ::fidius::Error>,
        > + ::core::marker::Send {
            <Store as self::__with::with0::StoreAsync>::new_bucket(&self.store, name)
        }
        fn bucket_merge(
            &self,
            a: self::__with::with0::Bucket,
            b: &self::__with::with0::Bucket,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<self::__with::with0::Bucket, ::fidius::Error>,
        > + ::core::marker::Send {
            <Store as self::__with::with0::StoreAsync>::bucket_merge(&self.store, a, b)
        }
        fn open(
            &self,
            name: &::core::primitive::str,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<
                self::__with::with0::Bucket,
                ::fidius::CallError<self::__with::with0::Found>,
            >,
        > + ::core::marker::Send {
            <Store as self::__with::with0::StoreAsync>::open(&self.store, name)
        }
        fn open_all(
            &self,
            names: &[::std::string::String],
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<
                ::std::vec::Vec<self::__with::with0::Entry>,
                ::fidius::Error,
            >,
        > + ::core::marker::Send {
            <Store as self::__with::with0::StoreAsync>::open_all(&self.store, names)
        }
        fn same(
            &self,
            pair: &self::__with::with0::Pair<'_>,
            all: &[&self::__with::with0::Bucket],
            or: ::core::option::Option<&self::__with::with0::Bucket>,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<::core::primitive::bool, ::fidius::Error>,
        > + ::core::marker::Send {
            <Store as self::__with::with0::StoreAsync>::same(&self.store, pair, all, or)
        }
        fn put(
            &self,
            entries: ::std::vec::Vec<self::__with::with0::Entry>,
            found: self::__with::with0::Found,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<(), ::fidius::Error>,
        > + ::core::marker::Send {
            <Store as self::__with::with0::StoreAsync>::put(&self.store, entries, found)
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
    #[allow(unused_imports)]
    pub(super) mod __with {
        use super::super::*;
        pub(in super::super) use crate::plugin::store as with0;
        pub(in super::super) use crate::plugin::types as with1;
    }
    #[doc(hidden)]
    #[allow(clippy::all, clippy::pedantic, clippy::nursery)]
    pub mod __fidius {
        ///The method table of `snapshot:plaza/store@1.0.0`: each function with its parameters and result.
        pub static INTERFACE1: ::fidius::Interface = {
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
        pub const HASH1: ::fidius::InterfaceHash = ::fidius::InterfaceHash::from_bytes([
            7u8, 140u8, 245u8, 64u8, 218u8, 211u8, 52u8, 3u8, 99u8, 137u8, 194u8, 157u8,
            52u8, 250u8, 206u8, 215u8, 118u8, 114u8, 112u8, 142u8, 211u8, 194u8, 173u8,
            29u8, 124u8, 1u8, 203u8, 129u8, 69u8, 80u8, 98u8, 75u8,
        ]);
        ///The method table of `plugin`: each function with its parameters and result.
        pub static INTERFACE4: ::fidius::Interface = {
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
        pub const HASH4: ::fidius::InterfaceHash = ::fidius::InterfaceHash::from_bytes([
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
                    <super::__with::with0::Found as ::fidius::__private::Twin>::Raw,
                >,
            );
            const EXPORT: ::core::primitive::usize = 0usize;
            const INDEX: ::core::primitive::usize = 5usize;
        }
        pub struct Function6;
        impl ::fidius::__private::Function for Function6 {
            type Params<'a> = (&'a [::std::string::String],);
            type Results = (
                ::std::vec::Vec<
                    <super::__with::with0::Entry as ::fidius::__private::Twin>::Raw,
                >,
            );
            const EXPORT: ::core::primitive::usize = 0usize;
            const INDEX: ::core::primitive::usize = 6usize;
        }
        pub struct Function7;
        impl ::fidius::__private::Function for Function7 {
            type Params<'a> = (
                <super::__with::with0::Pair<'static> as ::fidius::__private::Twin>::Raw,
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
                ::std::vec::Vec<
                    <super::__with::with0::Entry as ::fidius::__private::Twin>::Raw,
                >,
                <super::__with::with0::Found as ::fidius::__private::Twin>::Raw,
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
            type Params<'a> = (super::__with::with1::Level,);
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
                    interface: &INTERFACE1,
                    hash: HASH1,
                    is_world: false,
                    optional: &[],
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
                    interface: &INTERFACE1,
                    is_world: false,
                    resources: &["bucket"],
                },
                ::fidius::__private::Import {
                    interface: &super::extra::INTERFACE,
                    is_world: false,
                    resources: &[],
                },
                ::fidius::__private::Import {
                    interface: &INTERFACE4,
                    is_world: true,
                    resources: &[],
                },
            ],
            is_open: false,
            guest_hash: ::core::option::Option::None,
            resources: &[
                ::fidius::__private::GuestResource {
                    id: ::core::any::TypeId::of::<super::__with::with0::Bucket>,
                    make: make_guest0,
                },
            ],
            check,
        };
        struct Guest0(::std::sync::Arc<::fidius::__private::GuestHandle>);
        impl super::__with::with0::__BucketResource for Guest0 {
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
                other: &super::__with::with0::Bucket,
            ) -> ::core::result::Result<
                (super::__with::with0::Bucket, super::__with::with0::Bucket),
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
                                    cx.own::<super::__with::with0::Bucket>(element0)?,
                                    cx.own::<super::__with::with0::Bucket>(element1)?,
                                )
                            })
                        },
                    )
            }
            fn async1<'f>(
                &'f self,
                other: &'f super::__with::with0::Bucket,
            ) -> ::core::pin::Pin<
                ::std::boxed::Box<
                    dyn ::core::future::Future<
                        Output = ::core::result::Result<
                            (super::__with::with0::Bucket, super::__with::with0::Bucket),
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
                                        cx.own::<super::__with::with0::Bucket>(element0)?,
                                        cx.own::<super::__with::with0::Bucket>(element1)?,
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
                <super::__with::with0::Bucket as ::fidius::__private::Resource>::from_handle(
                    ::fidius::__private::Handle::guest(object, handle),
                ),
            )
        }
        ///The functions of `snapshot:plaza/store@1.0.0` of a plugin.
        #[derive(::core::fmt::Debug)]
        pub struct StoreExports<'a, H>(pub(in super::super) &'a H);
        #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
        impl<H: super::__with::with0::Store> StoreExports<'_, H> {
            ///Makes a `bucket`.
            ///
            ///# Errors
            ///
            ///The call fails.
            #[inline]
            pub fn new_bucket(
                &self,
                name: &::core::primitive::str,
            ) -> ::core::result::Result<super::__with::with0::Bucket, ::fidius::Error> {
                <H as super::__with::with0::Store>::new_bucket(self.0, name)
            }
            ///The static function `bucket.merge`.
            ///
            ///# Errors
            ///
            ///The call fails.
            #[inline]
            pub fn bucket_merge(
                &self,
                a: super::__with::with0::Bucket,
                b: &super::__with::with0::Bucket,
            ) -> ::core::result::Result<super::__with::with0::Bucket, ::fidius::Error> {
                <H as super::__with::with0::Store>::bucket_merge(self.0, a, b)
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
            ) -> ::core::result::Result<
                super::__with::with0::Bucket,
                ::fidius::CallError<super::__with::with0::Found>,
            > {
                <H as super::__with::with0::Store>::open(self.0, name)
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
            ) -> ::core::result::Result<
                ::std::vec::Vec<super::__with::with0::Entry>,
                ::fidius::Error,
            > {
                <H as super::__with::with0::Store>::open_all(self.0, names)
            }
            ///The function `same`.
            ///
            ///# Errors
            ///
            ///The call fails.
            #[inline]
            pub fn same(
                &self,
                pair: &super::__with::with0::Pair<'_>,
                all: &[&super::__with::with0::Bucket],
                or: ::core::option::Option<&super::__with::with0::Bucket>,
            ) -> ::core::result::Result<::core::primitive::bool, ::fidius::Error> {
                <H as super::__with::with0::Store>::same(self.0, pair, all, or)
            }
            ///The function `put`.
            ///
            ///# Errors
            ///
            ///The call fails.
            #[inline]
            pub fn put(
                &self,
                entries: ::std::vec::Vec<super::__with::with0::Entry>,
                found: super::__with::with0::Found,
            ) -> ::core::result::Result<(), ::fidius::Error> {
                <H as super::__with::with0::Store>::put(self.0, entries, found)
            }
        }
        #[allow(clippy::too_many_arguments)]
        impl<H: super::__with::with0::Store> super::__with::with0::Store
        for StoreExports<'_, H> {
            #[inline]
            fn new_bucket(
                &self,
                name: &::core::primitive::str,
            ) -> ::core::result::Result<super::__with::with0::Bucket, ::fidius::Error> {
                <H as super::__with::with0::Store>::new_bucket(self.0, name)
            }
            #[inline]
            fn bucket_merge(
                &self,
                a: super::__with::with0::Bucket,
                b: &super::__with::with0::Bucket,
            ) -> ::core::result::Result<super::__with::with0::Bucket, ::fidius::Error> {
                <H as super::__with::with0::Store>::bucket_merge(self.0, a, b)
            }
            #[inline]
            fn open(
                &self,
                name: &::core::primitive::str,
            ) -> ::core::result::Result<
                super::__with::with0::Bucket,
                ::fidius::CallError<super::__with::with0::Found>,
            > {
                <H as super::__with::with0::Store>::open(self.0, name)
            }
            #[inline]
            fn open_all(
                &self,
                names: &[::std::string::String],
            ) -> ::core::result::Result<
                ::std::vec::Vec<super::__with::with0::Entry>,
                ::fidius::Error,
            > {
                <H as super::__with::with0::Store>::open_all(self.0, names)
            }
            #[inline]
            fn same(
                &self,
                pair: &super::__with::with0::Pair<'_>,
                all: &[&super::__with::with0::Bucket],
                or: ::core::option::Option<&super::__with::with0::Bucket>,
            ) -> ::core::result::Result<::core::primitive::bool, ::fidius::Error> {
                <H as super::__with::with0::Store>::same(self.0, pair, all, or)
            }
            #[inline]
            fn put(
                &self,
                entries: ::std::vec::Vec<super::__with::with0::Entry>,
                found: super::__with::with0::Found,
            ) -> ::core::result::Result<(), ::fidius::Error> {
                <H as super::__with::with0::Store>::put(self.0, entries, found)
            }
        }
        #[allow(clippy::too_many_arguments)]
        impl<H: super::__with::with0::StoreAsync> super::__with::with0::StoreAsync
        for StoreExports<'_, H> {
            #[inline]
            fn new_bucket(
                &self,
                name: &::core::primitive::str,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<
                    super::__with::with0::Bucket,
                    ::fidius::Error,
                >,
            > + ::core::marker::Send {
                <H as super::__with::with0::StoreAsync>::new_bucket(self.0, name)
            }
            #[inline]
            fn bucket_merge(
                &self,
                a: super::__with::with0::Bucket,
                b: &super::__with::with0::Bucket,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<
                    super::__with::with0::Bucket,
                    ::fidius::Error,
                >,
            > + ::core::marker::Send {
                <H as super::__with::with0::StoreAsync>::bucket_merge(self.0, a, b)
            }
            #[inline]
            fn open(
                &self,
                name: &::core::primitive::str,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<
                    super::__with::with0::Bucket,
                    ::fidius::CallError<super::__with::with0::Found>,
                >,
            > + ::core::marker::Send {
                <H as super::__with::with0::StoreAsync>::open(self.0, name)
            }
            #[inline]
            fn open_all(
                &self,
                names: &[::std::string::String],
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<
                    ::std::vec::Vec<super::__with::with0::Entry>,
                    ::fidius::Error,
                >,
            > + ::core::marker::Send {
                <H as super::__with::with0::StoreAsync>::open_all(self.0, names)
            }
            #[inline]
            fn same(
                &self,
                pair: &super::__with::with0::Pair<'_>,
                all: &[&super::__with::with0::Bucket],
                or: ::core::option::Option<&super::__with::with0::Bucket>,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<::core::primitive::bool, ::fidius::Error>,
            > + ::core::marker::Send {
                <H as super::__with::with0::StoreAsync>::same(self.0, pair, all, or)
            }
            #[inline]
            fn put(
                &self,
                entries: ::std::vec::Vec<super::__with::with0::Entry>,
                found: super::__with::with0::Found,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<(), ::fidius::Error>,
            > + ::core::marker::Send {
                <H as super::__with::with0::StoreAsync>::put(self.0, entries, found)
            }
        }
        impl<H> ::core::clone::Clone for StoreExports<'_, H> {
            fn clone(&self) -> Self {
                *self
            }
        }
        impl<H> ::core::marker::Copy for StoreExports<'_, H> {}
    }
}
#[allow(deprecated)]
#[allow(clippy::all, clippy::pedantic, clippy::nursery)]
const _: () = {
    impl plugin::__with::with0::Store for With {
        #[inline]
        fn new_bucket(
            &self,
            name: &::core::primitive::str,
        ) -> ::core::result::Result<plugin::__with::with0::Bucket, ::fidius::Error> {
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
                            cx.own::<plugin::__with::with0::Bucket>(answer)?,
                        )
                    },
                )
        }
        #[inline]
        fn bucket_merge(
            &self,
            a: plugin::__with::with0::Bucket,
            b: &plugin::__with::with0::Bucket,
        ) -> ::core::result::Result<plugin::__with::with0::Bucket, ::fidius::Error> {
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
                            cx.own::<plugin::__with::with0::Bucket>(answer)?,
                        )
                    },
                )
        }
        #[inline]
        fn open(
            &self,
            name: &::core::primitive::str,
        ) -> ::core::result::Result<
            plugin::__with::with0::Bucket,
            ::fidius::CallError<plugin::__with::with0::Found>,
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
                                            cx.own::<plugin::__with::with0::Bucket>(item)?,
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
            ::std::vec::Vec<plugin::__with::with0::Entry>,
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
            pair: &plugin::__with::with0::Pair<'_>,
            all: &[&plugin::__with::with0::Bucket],
            or: ::core::option::Option<&plugin::__with::with0::Bucket>,
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
            entries: ::std::vec::Vec<plugin::__with::with0::Entry>,
            found: plugin::__with::with0::Found,
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
    impl plugin::__with::with0::StoreAsync for With {
        async fn new_bucket(
            &self,
            name: &::core::primitive::str,
        ) -> ::core::result::Result<plugin::__with::with0::Bucket, ::fidius::Error> {
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
                            cx.own::<plugin::__with::with0::Bucket>(answer)?,
                        )
                    },
                )
                .await
        }
        async fn bucket_merge(
            &self,
            a: plugin::__with::with0::Bucket,
            b: &plugin::__with::with0::Bucket,
        ) -> ::core::result::Result<plugin::__with::with0::Bucket, ::fidius::Error> {
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
                            cx.own::<plugin::__with::with0::Bucket>(answer)?,
                        )
                    },
                )
                .await
        }
        async fn open(
            &self,
            name: &::core::primitive::str,
        ) -> ::core::result::Result<
            plugin::__with::with0::Bucket,
            ::fidius::CallError<plugin::__with::with0::Found>,
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
                                            cx.own::<plugin::__with::with0::Bucket>(item)?,
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
            ::std::vec::Vec<plugin::__with::with0::Entry>,
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
            pair: &plugin::__with::with0::Pair<'_>,
            all: &[&plugin::__with::with0::Bucket],
            or: ::core::option::Option<&plugin::__with::with0::Bucket>,
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
            entries: ::std::vec::Vec<plugin::__with::with0::Entry>,
            found: plugin::__with::with0::Found,
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
    impl With {
        ///The functions of `snapshot:plaza/store@1.0.0`.
        #[inline]
        #[must_use]
        pub fn store(&self) -> plugin::__fidius::StoreExports<'_, Self> {
            plugin::__fidius::StoreExports(self)
        }
    }
    impl plugin::check::Check for With {
        #[inline]
        fn check(
            &self,
        ) -> ::core::result::Result<::core::primitive::bool, ::fidius::Error> {
            self.plugin.call_one::<plugin::__fidius::Function9, _>(())
        }
    }
    impl plugin::check::CheckAsync for With {
        async fn check(
            &self,
        ) -> ::core::result::Result<::core::primitive::bool, ::fidius::Error> {
            self.plugin.call_one_async::<plugin::__fidius::Function9, _>(()).await
        }
    }
    #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
    impl With {
        ///The functions of `check`.
        #[inline]
        #[must_use]
        pub fn check(&self) -> plugin::check::CheckExports<'_, Self> {
            plugin::check::CheckExports(self)
        }
    }
    impl plugin::Plugin for With {
        #[inline]
        fn run(
            &self,
            level: plugin::__with::with1::Level,
        ) -> ::core::result::Result<::std::string::String, ::fidius::Error> {
            self.plugin.call_one::<plugin::__fidius::Function10, _>((level,))
        }
    }
    impl plugin::PluginAsync for With {
        async fn run(
            &self,
            level: plugin::__with::with1::Level,
        ) -> ::core::result::Result<::std::string::String, ::fidius::Error> {
            self.plugin.call_one_async::<plugin::__fidius::Function10, _>((level,)).await
        }
    }
    #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
    impl With {
        ///The function `run`.
        ///
        ///# Errors
        ///
        ///The call fails.
        #[inline]
        pub fn run(
            &self,
            level: plugin::__with::with1::Level,
        ) -> ::core::result::Result<::std::string::String, ::fidius::Error> {
            <Self as plugin::Plugin>::run(self, level)
        }
    }
    impl<__I> ::fidius::__private::Imports<__I> for With
    where
        __I: plugin::log::Log + plugin::__with::with0::Store + plugin::extra::Extra
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
                            let this = cx.borrow::<plugin::__with::with0::Bucket>(this)?;
                            (this,)
                        };
                        let answer = match plugin::__with::with0::BucketResource::get(
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
                            let this = cx.borrow::<plugin::__with::with0::Bucket>(this)?;
                            let arg0 = cx.borrow::<plugin::__with::with0::Bucket>(arg0)?;
                            (this, arg0)
                        };
                        let answer = plugin::__with::with0::BucketResource::both(
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
                            let this = cx.borrow::<plugin::__with::with0::Bucket>(this)?;
                            (this,)
                        };
                        plugin::__with::with0::BucketResource::new(this)?;
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
                        let answer = <__I as plugin::__with::with0::Store>::new_bucket(
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
                            let arg0 = cx.own::<plugin::__with::with0::Bucket>(arg0)?;
                            let arg1 = cx.borrow::<plugin::__with::with0::Bucket>(arg1)?;
                            (arg0, arg1)
                        };
                        let answer = <__I as plugin::__with::with0::Store>::bucket_merge(
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
                            <plugin::__with::with0::Found as ::fidius::__private::Twin>::Raw,
                        >,
                    ),
                >(
                    ::core::option::Option::Some("snapshot:plaza/store@1.0.0"),
                    "open",
                    |(arg0,), cx| {
                        let _ = &cx;
                        let answer = match <__I as plugin::__with::with0::Store>::open(
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
                            <plugin::__with::with0::Entry as ::fidius::__private::Twin>::Raw,
                        >,
                    ),
                >(
                    ::core::option::Option::Some("snapshot:plaza/store@1.0.0"),
                    "open-all",
                    |(arg0,), cx| {
                        let _ = &cx;
                        let answer = <__I as plugin::__with::with0::Store>::open_all(
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
                        <plugin::__with::with0::Pair<
                            'static,
                        > as ::fidius::__private::Twin>::Raw,
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
                                    items
                                        .push(cx.borrow::<plugin::__with::with0::Bucket>(item)?);
                                }
                                items
                            };
                            let arg2 = match arg2 {
                                ::core::option::Option::Some(item) => {
                                    ::core::option::Option::Some(
                                        cx.borrow::<plugin::__with::with0::Bucket>(item)?,
                                    )
                                }
                                ::core::option::Option::None => ::core::option::Option::None,
                            };
                            (arg0, arg1, arg2)
                        };
                        let answer = <__I as plugin::__with::with0::Store>::same(
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
                            <plugin::__with::with0::Entry as ::fidius::__private::Twin>::Raw,
                        >,
                        <plugin::__with::with0::Found as ::fidius::__private::Twin>::Raw,
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
                        <__I as plugin::__with::with0::Store>::put(
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
    impl<__I> ::fidius::__private::ImportsAsync<__I> for With
    where
        __I: plugin::log::LogAsync + plugin::__with::with0::StoreAsync
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
                            let this = cx.borrow::<plugin::__with::with0::Bucket>(this)?;
                            (this,)
                        };
                        let answer = match plugin::__with::with0::BucketResourceAsync::get(
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
                            let this = cx.borrow::<plugin::__with::with0::Bucket>(this)?;
                            let arg0 = cx.borrow::<plugin::__with::with0::Bucket>(arg0)?;
                            (this, arg0)
                        };
                        let answer = plugin::__with::with0::BucketResourceAsync::both(
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
                            let this = cx.borrow::<plugin::__with::with0::Bucket>(this)?;
                            (this,)
                        };
                        plugin::__with::with0::BucketResourceAsync::new(this).await?;
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
                        let answer = <__I as plugin::__with::with0::StoreAsync>::new_bucket(
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
                            let arg0 = cx.own::<plugin::__with::with0::Bucket>(arg0)?;
                            let arg1 = cx.borrow::<plugin::__with::with0::Bucket>(arg1)?;
                            (arg0, arg1)
                        };
                        let imports = cx.shared_imports::<__I>();
                        let answer = <__I as plugin::__with::with0::StoreAsync>::bucket_merge(
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
                            <plugin::__with::with0::Found as ::fidius::__private::Twin>::Raw,
                        >,
                    ),
                >(
                    ::core::option::Option::Some("snapshot:plaza/store@1.0.0"),
                    "open",
                    |(arg0,), cx| ::std::boxed::Box::pin(async move {
                        let mut cx = cx;
                        let _ = &mut cx;
                        let imports = cx.shared_imports::<__I>();
                        let answer = match <__I as plugin::__with::with0::StoreAsync>::open(
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
                            <plugin::__with::with0::Entry as ::fidius::__private::Twin>::Raw,
                        >,
                    ),
                >(
                    ::core::option::Option::Some("snapshot:plaza/store@1.0.0"),
                    "open-all",
                    |(arg0,), cx| ::std::boxed::Box::pin(async move {
                        let mut cx = cx;
                        let _ = &mut cx;
                        let imports = cx.shared_imports::<__I>();
                        let answer = <__I as plugin::__with::with0::StoreAsync>::open_all(
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
                        <plugin::__with::with0::Pair<
                            'static,
                        > as ::fidius::__private::Twin>::Raw,
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
                                    items
                                        .push(cx.borrow::<plugin::__with::with0::Bucket>(item)?);
                                }
                                items
                            };
                            let arg2 = match arg2 {
                                ::core::option::Option::Some(item) => {
                                    ::core::option::Option::Some(
                                        cx.borrow::<plugin::__with::with0::Bucket>(item)?,
                                    )
                                }
                                ::core::option::Option::None => ::core::option::Option::None,
                            };
                            (arg0, arg1, arg2)
                        };
                        let imports = cx.shared_imports::<__I>();
                        let answer = <__I as plugin::__with::with0::StoreAsync>::same(
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
                            <plugin::__with::with0::Entry as ::fidius::__private::Twin>::Raw,
                        >,
                        <plugin::__with::with0::Found as ::fidius::__private::Twin>::Raw,
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
                        <__I as plugin::__with::with0::StoreAsync>::put(
                                &*imports,
                                arg0,
                                arg1,
                            )
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

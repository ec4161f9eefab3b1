///A plugin with the interface `a:b/c`. It has the traits of what it exports in both forms: the blocking one, and the one whose name ends in `Async`.
struct Inline {
    plugin: ::fidius::Plugin<Inline>,
}
impl Inline {
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
impl ::fidius::Host for Inline {
    const DEFINITION: &'static ::fidius::__private::Definition = &c::__fidius::DEFINITION;
    type Start = ::fidius::__private::Ready;
    fn from_plugin(plugin: ::fidius::Plugin<Self>) -> Self {
        Self { plugin }
    }
    fn plugin(&self) -> &::fidius::Plugin<Self> {
        &self.plugin
    }
}
impl ::core::clone::Clone for Inline {
    fn clone(&self) -> Self {
        Self {
            plugin: ::core::clone::Clone::clone(&self.plugin),
        }
    }
}
impl ::core::fmt::Debug for Inline {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_tuple("Inline").field(&self.plugin).finish()
    }
}
///The interface `a:b/c`.
mod c {
    ///The functions of `a:b/c`: what a plugin's handle implements, and what a fake may.
    ///
    ///[`CAsync`] is the async form.
    #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
    pub trait C {
        ///The function `d`.
        ///
        ///# Errors
        ///
        ///The call fails.
        fn d(&self) -> ::core::result::Result<::core::primitive::u8, ::fidius::Error>;
    }
    #[allow(clippy::too_many_arguments)]
    impl<T: self::C + ?::core::marker::Sized> self::C for ::std::sync::Arc<T> {
        fn d(&self) -> ::core::result::Result<::core::primitive::u8, ::fidius::Error> {
            <T as self::C>::d(&**self)
        }
    }
    ///The functions of `a:b/c`: what a plugin's handle implements, and what a fake may, with `async fn`.
    ///
    ///[`C`] is the blocking form.
    #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
    pub trait CAsync {
        ///The function `d`.
        ///
        ///# Errors
        ///
        ///The call fails.
        fn d(
            &self,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<::core::primitive::u8, ::fidius::Error>,
        > + ::core::marker::Send;
    }
    #[allow(clippy::too_many_arguments)]
    impl<T: self::CAsync + ?::core::marker::Sized> self::CAsync for ::std::sync::Arc<T> {
        fn d(
            &self,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<::core::primitive::u8, ::fidius::Error>,
        > + ::core::marker::Send {
            <T as self::CAsync>::d(&**self)
        }
    }
    ///The method table of `a:b/c`: each function with its parameters and result.
    pub static INTERFACE: ::fidius::Interface = {
        use ::fidius::__private::wit;
        wit::Interface {
            name: wit::Shared::Static("a:b/c"),
            functions: wit::Shared::Static(
                &[
                    wit::Function {
                        name: wit::Shared::Static("d"),
                        kind: wit::FunctionKind::Free,
                        is_async: false,
                        params: wit::Shared::Static(&[]),
                        result: ::core::option::Option::Some(wit::Type::U8),
                    },
                ],
            ),
        }
    };
    ///The hash of the interface: `e7bfc3ed0d105d3bb5d007d0d382fe4e8e96c42ec3952600c7df877080bcfb42`.
    pub const HASH: ::fidius::InterfaceHash = ::fidius::InterfaceHash::from_bytes([
        231u8, 191u8, 195u8, 237u8, 13u8, 16u8, 93u8, 59u8, 181u8, 208u8, 7u8, 208u8,
        211u8, 130u8, 254u8, 78u8, 142u8, 150u8, 196u8, 46u8, 195u8, 149u8, 38u8, 0u8,
        199u8, 223u8, 135u8, 112u8, 128u8, 188u8, 251u8, 66u8,
    ]);
    #[doc(hidden)]
    #[allow(clippy::all, clippy::pedantic, clippy::nursery)]
    pub mod __fidius {
        pub struct Function0;
        impl ::fidius::__private::Function for Function0 {
            type Params<'a> = ();
            type Results = (::core::primitive::u8,);
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
    impl c::C for Inline {
        #[inline]
        fn d(&self) -> ::core::result::Result<::core::primitive::u8, ::fidius::Error> {
            self.plugin.call_one::<c::__fidius::Function0, _>(())
        }
    }
    impl c::CAsync for Inline {
        async fn d(
            &self,
        ) -> ::core::result::Result<::core::primitive::u8, ::fidius::Error> {
            self.plugin.call_one_async::<c::__fidius::Function0, _>(()).await
        }
    }
    #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
    impl Inline {
        ///The function `d`.
        ///
        ///# Errors
        ///
        ///The call fails.
        #[inline]
        fn d(&self) -> ::core::result::Result<::core::primitive::u8, ::fidius::Error> {
            <Self as c::C>::d(self)
        }
    }
};

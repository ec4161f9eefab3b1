/// Mine.
#[deprecated]
pub(crate) struct Renamed {
    plugin: my::reexport::Plugin<Renamed>,
}
#[allow(deprecated)]
impl Renamed {
    /// Loads a plugin with the default settings: from a file where given a path, else from bytes.
    ///
    /// # Errors
    ///
    /// The file can't be read; what is in it is no component; the component does not fit, with every
    /// difference; it imports what the host does not provide.
    pub(crate) fn load<'a>(
        source: impl ::core::convert::Into<my::reexport::Source<'a>>,
    ) -> ::core::result::Result<Self, my::reexport::Error> {
        Self::builder().load(source)
    }
    /// How a plugin is to be loaded: imports, limits, isolation, and more.
    pub(crate) fn builder() -> my::reexport::Builder<Self> {
        my::reexport::Builder::new()
    }
    /// The plugin under the typed methods: sessions, the component, the limits.
    pub(crate) fn plugin(&self) -> &my::reexport::Plugin<Self> {
        &self.plugin
    }
}
#[allow(deprecated)]
impl my::reexport::Host for Renamed {
    const DEFINITION: &'static my::reexport::__private::Definition = &other::__fidius::DEFINITION;
    type Start = my::reexport::__private::Ready;
    fn from_plugin(plugin: my::reexport::Plugin<Self>) -> Self {
        Self { plugin }
    }
    fn plugin(&self) -> &my::reexport::Plugin<Self> {
        &self.plugin
    }
}
#[allow(deprecated)]
impl ::core::clone::Clone for Renamed {
    fn clone(&self) -> Self {
        Self {
            plugin: ::core::clone::Clone::clone(&self.plugin),
        }
    }
}
#[allow(deprecated)]
impl ::core::fmt::Debug for Renamed {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_tuple("Renamed").field(&self.plugin).finish()
    }
}
///The interface `snapshot:empty/empty`.
#[allow(deprecated)]
pub(crate) mod other {
    ///The functions of `snapshot:empty/empty`: what a plugin's handle implements, and what a fake may.
    ///
    ///[`EmptyAsync`] is the async form.
    #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
    pub trait Empty {
        ///The function `nothing`.
        ///
        ///# Errors
        ///
        ///The call fails.
        fn nothing(&self) -> ::core::result::Result<(), my::reexport::Error>;
    }
    #[allow(clippy::too_many_arguments)]
    impl<T: self::Empty + ?::core::marker::Sized> self::Empty for ::std::sync::Arc<T> {
        fn nothing(&self) -> ::core::result::Result<(), my::reexport::Error> {
            <T as self::Empty>::nothing(&**self)
        }
    }
    ///The functions of `snapshot:empty/empty`: what a plugin's handle implements, and what a fake may, with `async fn`.
    ///
    ///[`Empty`] is the blocking form.
    #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
    pub trait EmptyAsync {
        ///The function `nothing`.
        ///
        ///# Errors
        ///
        ///The call fails.
        fn nothing(
            &self,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<(), my::reexport::Error>,
        > + ::core::marker::Send;
    }
    #[allow(clippy::too_many_arguments)]
    impl<T: self::EmptyAsync + ?::core::marker::Sized> self::EmptyAsync
    for ::std::sync::Arc<T> {
        fn nothing(
            &self,
        ) -> impl ::core::future::Future<
            Output = ::core::result::Result<(), my::reexport::Error>,
        > + ::core::marker::Send {
            <T as self::EmptyAsync>::nothing(&**self)
        }
    }
    ///The method table of `snapshot:empty/empty`: each function with its parameters and result.
    pub static INTERFACE: my::reexport::Interface = {
        use my::reexport::__private::wit;
        wit::Interface {
            name: wit::Shared::Static("snapshot:empty/empty"),
            functions: wit::Shared::Static(
                &[
                    wit::Function {
                        name: wit::Shared::Static("nothing"),
                        kind: wit::FunctionKind::Free,
                        is_async: false,
                        params: wit::Shared::Static(&[]),
                        result: ::core::option::Option::None,
                    },
                ],
            ),
        }
    };
    ///The hash of the interface: `a3f295d0ba7288f9f51c0b826c87d1eb535ac583eeb0e8e00e795f593f467534`.
    pub const HASH: my::reexport::InterfaceHash = my::reexport::InterfaceHash::from_bytes([
        163u8, 242u8, 149u8, 208u8, 186u8, 114u8, 136u8, 249u8, 245u8, 28u8, 11u8, 130u8,
        108u8, 135u8, 209u8, 235u8, 83u8, 90u8, 197u8, 131u8, 238u8, 176u8, 232u8, 224u8,
        14u8, 121u8, 95u8, 89u8, 63u8, 70u8, 117u8, 52u8,
    ]);
    #[doc(hidden)]
    #[allow(clippy::all, clippy::pedantic, clippy::nursery)]
    pub mod __fidius {
        pub struct Function0;
        impl my::reexport::__private::Function for Function0 {
            type Params<'a> = ();
            type Results = ();
            const EXPORT: ::core::primitive::usize = 0usize;
            const INDEX: ::core::primitive::usize = 0usize;
        }
        fn check(
            checker: &mut my::reexport::__private::Checker<'_>,
        ) -> ::core::result::Result<(), my::reexport::Error> {
            checker.function::<Function0>()?;
            let _ = checker;
            ::core::result::Result::Ok(())
        }
        pub static DEFINITION: my::reexport::__private::Definition = my::reexport::__private::Definition {
            exports: &[
                my::reexport::__private::Export {
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
#[allow(deprecated)]
#[allow(clippy::all, clippy::pedantic, clippy::nursery)]
const _: () = {
    impl other::Empty for Renamed {
        #[inline]
        fn nothing(&self) -> ::core::result::Result<(), my::reexport::Error> {
            self.plugin.call_unit::<other::__fidius::Function0>(())
        }
    }
    impl other::EmptyAsync for Renamed {
        async fn nothing(&self) -> ::core::result::Result<(), my::reexport::Error> {
            self.plugin.call_unit_async::<other::__fidius::Function0>(()).await
        }
    }
    #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
    impl Renamed {
        ///The function `nothing`.
        ///
        ///# Errors
        ///
        ///The call fails.
        #[inline]
        pub(crate) fn nothing(&self) -> ::core::result::Result<(), my::reexport::Error> {
            <Self as other::Empty>::nothing(self)
        }
    }
    const _: &[u8] = ::core::include_bytes!(
        ::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/empty.wit")
    );
};

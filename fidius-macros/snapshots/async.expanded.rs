///A plugin of the world `room`. It has the traits of what it exports in both forms: the blocking one, and the one whose name ends in `Async`.
pub struct Room {
    plugin: ::fidius::Plugin<Room>,
}
impl Room {
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
impl ::fidius::Host for Room {
    const DEFINITION: &'static ::fidius::__private::Definition = &room::__fidius::DEFINITION;
    const IS_ASYNC: ::core::primitive::bool = true;
    type Start = ::fidius::__private::NeedsImports;
    fn from_plugin(plugin: ::fidius::Plugin<Self>) -> Self {
        Self { plugin }
    }
    fn plugin(&self) -> &::fidius::Plugin<Self> {
        &self.plugin
    }
}
impl ::core::clone::Clone for Room {
    fn clone(&self) -> Self {
        Self {
            plugin: ::core::clone::Clone::clone(&self.plugin),
        }
    }
}
impl ::core::fmt::Debug for Room {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_tuple("Room").field(&self.plugin).finish()
    }
}
///The world `room`.
pub mod room {
    ///The interface `snapshot:lamp/power@1.0.0`.
    pub mod power {
        ///The functions of `snapshot:lamp/power@1.0.0`: what a plugin's handle implements, and what the host gives to plugins.
        ///
        ///[`PowerAsync`] is the async form.
        #[diagnostic::on_unimplemented(
            message = "`{Self}` does not have the functions of `snapshot:lamp/power@1.0.0`",
            label = "it does not implement `Power`",
            note = "`.imports_async(value)` of the builder takes a value that implements `PowerAsync`"
        )]
        #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
        pub trait Power {
            ///The function `on`.
            ///
            ///# Errors
            ///
            ///The call fails.
            fn on(
                &self,
            ) -> ::core::result::Result<::core::primitive::bool, ::fidius::Error>;
        }
        #[allow(clippy::too_many_arguments)]
        impl<T: self::Power + ?::core::marker::Sized> self::Power
        for ::std::sync::Arc<T> {
            fn on(
                &self,
            ) -> ::core::result::Result<::core::primitive::bool, ::fidius::Error> {
                <T as self::Power>::on(&**self)
            }
        }
        ///The functions of `snapshot:lamp/power@1.0.0`: what a plugin's handle implements, and what the host gives to plugins.
        ///
        ///[`Power`] is the blocking form.
        #[diagnostic::on_unimplemented(
            message = "`{Self}` does not have the functions of `snapshot:lamp/power@1.0.0` as async functions",
            label = "it does not implement `PowerAsync`",
            note = "`.imports(value)` of the builder takes a value that implements `Power`"
        )]
        #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
        pub trait PowerAsync {
            ///The function `on`.
            ///
            ///# Errors
            ///
            ///The call fails.
            fn on(
                &self,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<::core::primitive::bool, ::fidius::Error>,
            > + ::core::marker::Send;
        }
        #[allow(clippy::too_many_arguments)]
        impl<T: self::PowerAsync + ?::core::marker::Sized> self::PowerAsync
        for ::std::sync::Arc<T> {
            fn on(
                &self,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<::core::primitive::bool, ::fidius::Error>,
            > + ::core::marker::Send {
                <T as self::PowerAsync>::on(&**self)
            }
        }
        ///The functions of `snapshot:lamp/power@1.0.0` of a plugin.
        #[derive(::core::fmt::Debug)]
        pub struct PowerExports<'a, H>(pub(in super::super) &'a H);
        #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
        impl<H: self::PowerAsync + ::core::marker::Sync> PowerExports<'_, H> {
            ///The function `on`.
            ///
            ///# Errors
            ///
            ///The call fails.
            #[inline]
            pub async fn on(
                self,
            ) -> ::core::result::Result<::core::primitive::bool, ::fidius::Error> {
                <H as self::PowerAsync>::on(self.0).await
            }
        }
        #[allow(clippy::too_many_arguments)]
        impl<H: self::Power> self::Power for PowerExports<'_, H> {
            #[inline]
            fn on(
                &self,
            ) -> ::core::result::Result<::core::primitive::bool, ::fidius::Error> {
                <H as self::Power>::on(self.0)
            }
        }
        #[allow(clippy::too_many_arguments)]
        impl<H: self::PowerAsync> self::PowerAsync for PowerExports<'_, H> {
            #[inline]
            fn on(
                &self,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<::core::primitive::bool, ::fidius::Error>,
            > + ::core::marker::Send {
                <H as self::PowerAsync>::on(self.0)
            }
        }
        impl<H> ::core::clone::Clone for PowerExports<'_, H> {
            fn clone(&self) -> Self {
                *self
            }
        }
        impl<H> ::core::marker::Copy for PowerExports<'_, H> {}
        ///The method table of `snapshot:lamp/power@1.0.0`: each function with its parameters and result.
        pub static INTERFACE: ::fidius::Interface = {
            use ::fidius::__private::wit;
            wit::Interface {
                name: wit::Shared::Static("snapshot:lamp/power@1.0.0"),
                functions: wit::Shared::Static(
                    &[
                        wit::Function {
                            name: wit::Shared::Static("on"),
                            kind: wit::FunctionKind::Free,
                            is_async: false,
                            params: wit::Shared::Static(&[]),
                            result: ::core::option::Option::Some(wit::Type::Bool),
                        },
                    ],
                ),
            }
        };
        ///The hash of the interface: `eedb3fe3157d3b4b7496e6635e7e1be52feb70b2203f0fab25874fbf4c07c6c0`.
        pub const HASH: ::fidius::InterfaceHash = ::fidius::InterfaceHash::from_bytes([
            238u8, 219u8, 63u8, 227u8, 21u8, 125u8, 59u8, 75u8, 116u8, 150u8, 230u8,
            99u8, 94u8, 126u8, 27u8, 229u8, 47u8, 235u8, 112u8, 178u8, 32u8, 63u8, 15u8,
            171u8, 37u8, 135u8, 79u8, 191u8, 76u8, 7u8, 198u8, 192u8,
        ]);
    }
    ///The interface `snapshot:lamp/lamp@1.0.0`.
    pub mod lamp {
        ///A switch of it.
        ///
        ///A handle of the resource `switch`: one that lives in a plugin, and keeps the plugin's instance alive; or the host's own. Dropping it drops the resource: a plugin's destructor runs at once where the instance is free, else after the call that it is busy with. In an instance for async calls it runs on a thread of the runtime's, soon after.
        pub struct Switch(
            ::fidius::__private::Handle<
                dyn __SwitchResource + ::core::marker::Send + ::core::marker::Sync,
            >,
        );
        ///The methods of the resource `switch`: what [`Switch`] has, and what a type of the host's own implements to be one.
        ///
        ///[`SwitchResourceAsync`] is the async form.
        #[diagnostic::on_unimplemented(
            message = "`{Self}` does not have the methods of the resource `switch`",
            label = "it does not implement `SwitchResource`",
            note = "`Switch::new` is for a type of the host's own; a `switch` that lives in the plugin is made by calling the plugin",
            note = "`Switch::new_async` takes a value that implements `SwitchResourceAsync`"
        )]
        #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
        pub trait SwitchResource {
            ///The method `switch.flip`.
            ///
            ///# Errors
            ///
            ///The call fails.
            fn flip(
                &self,
                on: ::core::primitive::bool,
            ) -> ::core::result::Result<(), ::fidius::Error>;
            ///The method `switch.new-async`.
            ///
            ///# Errors
            ///
            ///The call fails.
            fn new_async(&self) -> ::core::result::Result<(), ::fidius::Error>;
        }
        #[allow(clippy::too_many_arguments)]
        impl SwitchResource for Switch {
            fn flip(
                &self,
                on: ::core::primitive::bool,
            ) -> ::core::result::Result<(), ::fidius::Error> {
                __SwitchResource::blocking0(self.0.object(), on)
            }
            fn new_async(&self) -> ::core::result::Result<(), ::fidius::Error> {
                __SwitchResource::blocking1(self.0.object())
            }
        }
        ///The methods of the resource `switch`: what [`Switch`] has, and what a type of the host's own implements, with `async fn`, to be one.
        ///
        ///[`SwitchResource`] is the blocking form.
        #[diagnostic::on_unimplemented(
            message = "`{Self}` does not have the methods of the resource `switch` as async functions",
            label = "it does not implement `SwitchResourceAsync`",
            note = "`Switch::new_async` is for a type of the host's own; a `switch` that lives in the plugin is made by calling the plugin",
            note = "`Switch::new` takes a value that implements `SwitchResource`"
        )]
        #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
        pub trait SwitchResourceAsync {
            ///The method `switch.flip`.
            ///
            ///# Errors
            ///
            ///The call fails.
            fn flip(
                &self,
                on: ::core::primitive::bool,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<(), ::fidius::Error>,
            > + ::core::marker::Send;
            ///The method `switch.new-async`.
            ///
            ///# Errors
            ///
            ///The call fails.
            fn new_async(
                &self,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<(), ::fidius::Error>,
            > + ::core::marker::Send;
        }
        #[allow(clippy::too_many_arguments)]
        impl SwitchResourceAsync for Switch {
            async fn flip(
                &self,
                on: ::core::primitive::bool,
            ) -> ::core::result::Result<(), ::fidius::Error> {
                __SwitchResource::async0(self.0.object(), on).await
            }
            async fn new_async(&self) -> ::core::result::Result<(), ::fidius::Error> {
                __SwitchResource::async1(self.0.object()).await
            }
        }
        #[doc(hidden)]
        #[allow(clippy::all, clippy::pedantic, clippy::nursery)]
        pub trait __SwitchResource {
            fn blocking0(
                &self,
                on: ::core::primitive::bool,
            ) -> ::core::result::Result<(), ::fidius::Error>;
            fn async0<'f>(
                &'f self,
                on: ::core::primitive::bool,
            ) -> ::core::pin::Pin<
                ::std::boxed::Box<
                    dyn ::core::future::Future<
                        Output = ::core::result::Result<(), ::fidius::Error>,
                    > + ::core::marker::Send + 'f,
                >,
            >;
            fn blocking1(&self) -> ::core::result::Result<(), ::fidius::Error>;
            fn async1<'f>(
                &'f self,
            ) -> ::core::pin::Pin<
                ::std::boxed::Box<
                    dyn ::core::future::Future<
                        Output = ::core::result::Result<(), ::fidius::Error>,
                    > + ::core::marker::Send + 'f,
                >,
            >;
        }
        struct __SwitchResourceValue<T>(T);
        #[allow(clippy::all, clippy::pedantic, clippy::nursery)]
        impl<T> self::__SwitchResource for self::__SwitchResourceValue<T>
        where
            T: self::SwitchResource + ::core::marker::Send + ::core::marker::Sync,
        {
            fn blocking0(
                &self,
                on: ::core::primitive::bool,
            ) -> ::core::result::Result<(), ::fidius::Error> {
                <T as self::SwitchResource>::flip(&self.0, on)
            }
            fn async0<'f>(
                &'f self,
                on: ::core::primitive::bool,
            ) -> ::core::pin::Pin<
                ::std::boxed::Box<
                    dyn ::core::future::Future<
                        Output = ::core::result::Result<(), ::fidius::Error>,
                    > + ::core::marker::Send + 'f,
                >,
            > {
                ::std::boxed::Box::pin(async move {
                    <T as self::SwitchResource>::flip(&self.0, on)
                })
            }
            fn blocking1(&self) -> ::core::result::Result<(), ::fidius::Error> {
                <T as self::SwitchResource>::new_async(&self.0)
            }
            fn async1<'f>(
                &'f self,
            ) -> ::core::pin::Pin<
                ::std::boxed::Box<
                    dyn ::core::future::Future<
                        Output = ::core::result::Result<(), ::fidius::Error>,
                    > + ::core::marker::Send + 'f,
                >,
            > {
                ::std::boxed::Box::pin(async move {
                    <T as self::SwitchResource>::new_async(&self.0)
                })
            }
        }
        struct __SwitchResourceAsyncValue<T>(T);
        #[allow(clippy::all, clippy::pedantic, clippy::nursery)]
        impl<T> self::__SwitchResource for self::__SwitchResourceAsyncValue<T>
        where
            T: self::SwitchResourceAsync + ::core::marker::Send + ::core::marker::Sync,
        {
            fn blocking0(
                &self,
                on: ::core::primitive::bool,
            ) -> ::core::result::Result<(), ::fidius::Error> {
                ::fidius::__private::park_host(
                    <T as self::SwitchResourceAsync>::flip(&self.0, on),
                )
            }
            fn async0<'f>(
                &'f self,
                on: ::core::primitive::bool,
            ) -> ::core::pin::Pin<
                ::std::boxed::Box<
                    dyn ::core::future::Future<
                        Output = ::core::result::Result<(), ::fidius::Error>,
                    > + ::core::marker::Send + 'f,
                >,
            > {
                ::std::boxed::Box::pin(
                    <T as self::SwitchResourceAsync>::flip(&self.0, on),
                )
            }
            fn blocking1(&self) -> ::core::result::Result<(), ::fidius::Error> {
                ::fidius::__private::park_host(
                    <T as self::SwitchResourceAsync>::new_async(&self.0),
                )
            }
            fn async1<'f>(
                &'f self,
            ) -> ::core::pin::Pin<
                ::std::boxed::Box<
                    dyn ::core::future::Future<
                        Output = ::core::result::Result<(), ::fidius::Error>,
                    > + ::core::marker::Send + 'f,
                >,
            > {
                ::std::boxed::Box::pin(
                    <T as self::SwitchResourceAsync>::new_async(&self.0),
                )
            }
        }
        impl self::Switch {
            ///The host's own `switch`.
            #[must_use]
            pub fn new<T>(value: T) -> Self
            where
                T: self::SwitchResource + ::core::marker::Send + ::core::marker::Sync
                    + 'static,
            {
                let value = ::std::sync::Arc::new(self::__SwitchResourceValue(value));
                Self(
                    ::fidius::__private::Handle::host(
                        ::std::sync::Arc::<
                            self::__SwitchResourceValue<T>,
                        >::clone(&value),
                        value,
                    ),
                )
            }
            ///The host's own `switch`, of a value whose methods are async. A blocking call of one waits on the thread of the caller.
            #[must_use]
            pub fn new_async<T>(value: T) -> Self
            where
                T: self::SwitchResourceAsync + ::core::marker::Send
                    + ::core::marker::Sync + 'static,
            {
                let value = ::std::sync::Arc::new(
                    self::__SwitchResourceAsyncValue(value),
                );
                Self(
                    ::fidius::__private::Handle::host(
                        ::std::sync::Arc::<
                            self::__SwitchResourceAsyncValue<T>,
                        >::clone(&value),
                        value,
                    ),
                )
            }
            /// The value that it was made of with `new` or `new_async`; `None` where that is of another type, or a plugin's.
            #[must_use]
            pub fn downcast_ref<T: 'static>(&self) -> ::core::option::Option<&T> {
                match self.0.downcast_ref::<self::__SwitchResourceValue<T>>() {
                    ::core::option::Option::Some(value) => {
                        ::core::option::Option::Some(&value.0)
                    }
                    ::core::option::Option::None => {
                        self.0
                            .downcast_ref::<self::__SwitchResourceAsyncValue<T>>()
                            .map(|value| &value.0)
                    }
                }
            }
        }
        #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
        impl Switch {
            ///The method `switch.flip`.
            ///
            ///# Errors
            ///
            ///The call fails.
            #[inline]
            pub async fn flip(
                &self,
                on: ::core::primitive::bool,
            ) -> ::core::result::Result<(), ::fidius::Error> {
                <Self as SwitchResourceAsync>::flip(self, on).await
            }
            ///The method `switch.new-async`.
            ///
            ///# Errors
            ///
            ///The call fails.
            #[inline]
            pub async fn new_async_(
                &self,
            ) -> ::core::result::Result<(), ::fidius::Error> {
                <Self as SwitchResourceAsync>::new_async(self).await
            }
        }
        impl ::fidius::__private::Resource for Switch {
            type Object = dyn __SwitchResource + ::core::marker::Send + ::core::marker::Sync;
            const NAME: &'static ::core::primitive::str = "switch";
            fn handle(&self) -> &::fidius::__private::Handle<Self::Object> {
                &self.0
            }
            fn from_handle(handle: ::fidius::__private::Handle<Self::Object>) -> Self {
                Self(handle)
            }
        }
        impl ::core::fmt::Debug for Switch {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.debug_tuple("Switch").field(&self.0).finish()
            }
        }
        ///The record `lamp-async`.
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
        pub struct LampAsync {
            ///The field `bright`.
            pub bright: ::core::primitive::bool,
        }
        const _: () = {
            use ::fidius::__private::wasmtime as wt;
            use wt::component::__internal as internal;
            #[doc(hidden)]
            #[derive(::core::clone::Clone, ::core::marker::Copy)]
            #[repr(C)]
            pub struct LowerRecord<T0: ::core::marker::Copy> {
                bright: T0,
                _align: [wt::ValRaw; 0],
            }
            unsafe impl wt::component::ComponentType for self::LampAsync {
                type Lower = LowerRecord<
                    <::core::primitive::bool as wt::component::ComponentType>::Lower,
                >;
                const ABI: internal::CanonicalAbiInfo = internal::CanonicalAbiInfo::record_static(
                    &[<::core::primitive::bool as wt::component::ComponentType>::ABI],
                );
                const MAY_REQUIRE_REALLOC: ::core::primitive::bool = false
                    || <::core::primitive::bool as wt::component::ComponentType>::MAY_REQUIRE_REALLOC;
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
                                "bright",
                                <::core::primitive::bool as wt::component::ComponentType>::typecheck,
                            ),
                        ],
                    )
                }
            }
            unsafe impl wt::component::Lower for self::LampAsync {
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
                            |lowered| &raw mut (*lowered).bright,
                        )
                    };
                    wt::component::Lower::linear_lower_to_flat(
                        &self.bright,
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
                        &self.bright,
                        cx,
                        ty.fields[0].ty,
                        <::core::primitive::bool as wt::component::ComponentType>::ABI
                            .next_field32_size(&mut offset),
                    )?;
                    wt::Result::Ok(())
                }
            }
            unsafe impl wt::component::Lift for self::LampAsync {
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
                        bright: wt::component::Lift::linear_lift_from_flat(
                            cx,
                            ty.fields[0].ty,
                            &src.bright,
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
                        bright: wt::component::Lift::linear_lift_from_memory(
                            cx,
                            ty.fields[0].ty,
                            &bytes[<::core::primitive::bool as wt::component::ComponentType>::ABI
                                .next_field32_size(
                                    &mut offset,
                                )..][..<::core::primitive::bool as wt::component::ComponentType>::SIZE32],
                        )?,
                    })
                }
            }
        };
        ///The functions of `snapshot:lamp/lamp@1.0.0`: what a plugin's handle implements, and what a fake may.
        ///
        ///[`LampInterfaceAsync`] is the async form.
        #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
        pub trait LampInterface {
            ///The function `dim`.
            ///
            ///# Errors
            ///
            ///`CallError::Guest` with what the other side answers, or `CallError::Host` where the call fails.
            fn dim(
                &self,
                to: ::core::primitive::u8,
            ) -> ::core::result::Result<
                LampAsync,
                ::fidius::CallError<::std::string::String>,
            >;
            ///The function `which`.
            ///
            ///# Errors
            ///
            ///The call fails.
            fn which(
                &self,
                switch: &Switch,
            ) -> ::core::result::Result<::std::string::String, ::fidius::Error>;
        }
        #[allow(clippy::too_many_arguments)]
        impl<T: self::LampInterface + ?::core::marker::Sized> self::LampInterface
        for ::std::sync::Arc<T> {
            fn dim(
                &self,
                to: ::core::primitive::u8,
            ) -> ::core::result::Result<
                self::LampAsync,
                ::fidius::CallError<::std::string::String>,
            > {
                <T as self::LampInterface>::dim(&**self, to)
            }
            fn which(
                &self,
                switch: &self::Switch,
            ) -> ::core::result::Result<::std::string::String, ::fidius::Error> {
                <T as self::LampInterface>::which(&**self, switch)
            }
        }
        ///The functions of `snapshot:lamp/lamp@1.0.0`: what a plugin's handle implements, and what a fake may, with `async fn`.
        ///
        ///[`LampInterface`] is the blocking form.
        #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
        pub trait LampInterfaceAsync {
            ///The function `dim`.
            ///
            ///# Errors
            ///
            ///`CallError::Guest` with what the other side answers, or `CallError::Host` where the call fails.
            fn dim(
                &self,
                to: ::core::primitive::u8,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<
                    LampAsync,
                    ::fidius::CallError<::std::string::String>,
                >,
            > + ::core::marker::Send;
            ///The function `which`.
            ///
            ///# Errors
            ///
            ///The call fails.
            fn which(
                &self,
                switch: &Switch,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<::std::string::String, ::fidius::Error>,
            > + ::core::marker::Send;
        }
        #[allow(clippy::too_many_arguments)]
        impl<
            T: self::LampInterfaceAsync + ?::core::marker::Sized,
        > self::LampInterfaceAsync for ::std::sync::Arc<T> {
            fn dim(
                &self,
                to: ::core::primitive::u8,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<
                    self::LampAsync,
                    ::fidius::CallError<::std::string::String>,
                >,
            > + ::core::marker::Send {
                <T as self::LampInterfaceAsync>::dim(&**self, to)
            }
            fn which(
                &self,
                switch: &self::Switch,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<::std::string::String, ::fidius::Error>,
            > + ::core::marker::Send {
                <T as self::LampInterfaceAsync>::which(&**self, switch)
            }
        }
        ///The functions of `snapshot:lamp/lamp@1.0.0` of a plugin.
        #[derive(::core::fmt::Debug)]
        pub struct LampInterfaceExports<'a, H>(pub(in super::super) &'a H);
        #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
        impl<
            H: self::LampInterfaceAsync + ::core::marker::Sync,
        > LampInterfaceExports<'_, H> {
            ///The function `dim`.
            ///
            ///# Errors
            ///
            ///`CallError::Guest` with what the other side answers, or `CallError::Host` where the call fails.
            #[inline]
            pub async fn dim(
                self,
                to: ::core::primitive::u8,
            ) -> ::core::result::Result<
                self::LampAsync,
                ::fidius::CallError<::std::string::String>,
            > {
                <H as self::LampInterfaceAsync>::dim(self.0, to).await
            }
            ///The function `which`.
            ///
            ///# Errors
            ///
            ///The call fails.
            #[inline]
            pub async fn which(
                self,
                switch: &self::Switch,
            ) -> ::core::result::Result<::std::string::String, ::fidius::Error> {
                <H as self::LampInterfaceAsync>::which(self.0, switch).await
            }
        }
        #[allow(clippy::too_many_arguments)]
        impl<H: self::LampInterface> self::LampInterface
        for LampInterfaceExports<'_, H> {
            #[inline]
            fn dim(
                &self,
                to: ::core::primitive::u8,
            ) -> ::core::result::Result<
                self::LampAsync,
                ::fidius::CallError<::std::string::String>,
            > {
                <H as self::LampInterface>::dim(self.0, to)
            }
            #[inline]
            fn which(
                &self,
                switch: &self::Switch,
            ) -> ::core::result::Result<::std::string::String, ::fidius::Error> {
                <H as self::LampInterface>::which(self.0, switch)
            }
        }
        #[allow(clippy::too_many_arguments)]
        impl<H: self::LampInterfaceAsync> self::LampInterfaceAsync
        for LampInterfaceExports<'_, H> {
            #[inline]
            fn dim(
                &self,
                to: ::core::primitive::u8,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<
                    self::LampAsync,
                    ::fidius::CallError<::std::string::String>,
                >,
            > + ::core::marker::Send {
                <H as self::LampInterfaceAsync>::dim(self.0, to)
            }
            #[inline]
            fn which(
                &self,
                switch: &self::Switch,
            ) -> impl ::core::future::Future<
                Output = ::core::result::Result<::std::string::String, ::fidius::Error>,
            > + ::core::marker::Send {
                <H as self::LampInterfaceAsync>::which(self.0, switch)
            }
        }
        impl<H> ::core::clone::Clone for LampInterfaceExports<'_, H> {
            fn clone(&self) -> Self {
                *self
            }
        }
        impl<H> ::core::marker::Copy for LampInterfaceExports<'_, H> {}
        ///The method table of `snapshot:lamp/lamp@1.0.0`: each function with its parameters and result.
        pub static INTERFACE: ::fidius::Interface = {
            use ::fidius::__private::wit;
            static TYPE0: wit::Record = wit::Record {
                name: ::core::option::Option::Some(wit::Shared::Static("lamp-async")),
                fields: wit::Shared::Static(
                    &[
                        wit::Field {
                            name: wit::Shared::Static("bright"),
                            ty: wit::Type::Bool,
                        },
                    ],
                ),
            };
            wit::Interface {
                name: wit::Shared::Static("snapshot:lamp/lamp@1.0.0"),
                functions: wit::Shared::Static(
                    &[
                        wit::Function {
                            name: wit::Shared::Static("[method]switch.flip"),
                            kind: wit::FunctionKind::Method,
                            is_async: false,
                            params: wit::Shared::Static(
                                &[
                                    wit::Param {
                                        name: wit::Shared::Static("self"),
                                        ty: wit::Type::Borrow(wit::Shared::Static("switch")),
                                    },
                                    wit::Param {
                                        name: wit::Shared::Static("on"),
                                        ty: wit::Type::Bool,
                                    },
                                ],
                            ),
                            result: ::core::option::Option::None,
                        },
                        wit::Function {
                            name: wit::Shared::Static("[method]switch.new-async"),
                            kind: wit::FunctionKind::Method,
                            is_async: false,
                            params: wit::Shared::Static(
                                &[
                                    wit::Param {
                                        name: wit::Shared::Static("self"),
                                        ty: wit::Type::Borrow(wit::Shared::Static("switch")),
                                    },
                                ],
                            ),
                            result: ::core::option::Option::None,
                        },
                        wit::Function {
                            name: wit::Shared::Static("dim"),
                            kind: wit::FunctionKind::Free,
                            is_async: false,
                            params: wit::Shared::Static(
                                &[
                                    wit::Param {
                                        name: wit::Shared::Static("to"),
                                        ty: wit::Type::U8,
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
                            name: wit::Shared::Static("which"),
                            kind: wit::FunctionKind::Free,
                            is_async: false,
                            params: wit::Shared::Static(
                                &[
                                    wit::Param {
                                        name: wit::Shared::Static("switch"),
                                        ty: wit::Type::Borrow(wit::Shared::Static("switch")),
                                    },
                                ],
                            ),
                            result: ::core::option::Option::Some(wit::Type::String),
                        },
                    ],
                ),
            }
        };
        ///The hash of the interface: `3c199bd708dfca17b685865a21dc1145a560d727ef389e93fbb639fc686b47ed`.
        pub const HASH: ::fidius::InterfaceHash = ::fidius::InterfaceHash::from_bytes([
            60u8, 25u8, 155u8, 215u8, 8u8, 223u8, 202u8, 23u8, 182u8, 133u8, 134u8, 90u8,
            33u8, 220u8, 17u8, 69u8, 165u8, 96u8, 215u8, 39u8, 239u8, 56u8, 158u8, 147u8,
            251u8, 182u8, 57u8, 252u8, 104u8, 107u8, 71u8, 237u8,
        ]);
    }
    #[doc(hidden)]
    #[allow(clippy::all, clippy::pedantic, clippy::nursery)]
    pub mod __fidius {
        pub struct Function0;
        impl ::fidius::__private::Function for Function0 {
            type Params<'a> = ();
            type Results = (::core::primitive::bool,);
            const EXPORT: ::core::primitive::usize = 0usize;
            const INDEX: ::core::primitive::usize = 0usize;
        }
        pub struct Function1;
        impl ::fidius::__private::Function for Function1 {
            type Params<'a> = (::fidius::__private::RawHandle, ::core::primitive::bool);
            type Results = ();
            const EXPORT: ::core::primitive::usize = 1usize;
            const INDEX: ::core::primitive::usize = 0usize;
        }
        pub struct Function2;
        impl ::fidius::__private::Function for Function2 {
            type Params<'a> = (::fidius::__private::RawHandle,);
            type Results = ();
            const EXPORT: ::core::primitive::usize = 1usize;
            const INDEX: ::core::primitive::usize = 1usize;
        }
        pub struct Function3;
        impl ::fidius::__private::Function for Function3 {
            type Params<'a> = (::core::primitive::u8,);
            type Results = (
                ::core::result::Result<super::lamp::LampAsync, ::std::string::String>,
            );
            const EXPORT: ::core::primitive::usize = 1usize;
            const INDEX: ::core::primitive::usize = 2usize;
        }
        pub struct Function4;
        impl ::fidius::__private::Function for Function4 {
            type Params<'a> = (::fidius::__private::RawHandle,);
            type Results = (::std::string::String,);
            const EXPORT: ::core::primitive::usize = 1usize;
            const INDEX: ::core::primitive::usize = 3usize;
        }
        fn check(
            checker: &mut ::fidius::__private::Checker<'_>,
        ) -> ::core::result::Result<(), ::fidius::Error> {
            checker.function::<Function0>()?;
            checker.function::<Function1>()?;
            checker.function::<Function2>()?;
            checker.function::<Function3>()?;
            checker.function::<Function4>()?;
            let _ = checker;
            ::core::result::Result::Ok(())
        }
        pub static DEFINITION: ::fidius::__private::Definition = ::fidius::__private::Definition {
            exports: &[
                ::fidius::__private::Export {
                    interface: &super::power::INTERFACE,
                    hash: super::power::HASH,
                    is_world: false,
                    optional: &[],
                    raw: &[],
                    client_streams: &[],
                },
                ::fidius::__private::Export {
                    interface: &super::lamp::INTERFACE,
                    hash: super::lamp::HASH,
                    is_world: false,
                    optional: &[],
                    raw: &[],
                    client_streams: &[],
                },
            ],
            imports: &[
                ::fidius::__private::Import {
                    interface: &super::power::INTERFACE,
                    is_world: false,
                    resources: &[],
                },
            ],
            is_open: false,
            guest_hash: ::core::option::Option::None,
            resources: &[
                ::fidius::__private::GuestResource {
                    id: ::core::any::TypeId::of::<super::lamp::Switch>,
                    make: make_guest0,
                },
            ],
            check,
        };
        struct Guest0(::std::sync::Arc<::fidius::__private::GuestHandle>);
        impl super::lamp::__SwitchResource for Guest0 {
            fn blocking0(
                &self,
                on: ::core::primitive::bool,
            ) -> ::core::result::Result<(), ::fidius::Error> {
                let (arg0,) = (on,);
                self.0
                    .call::<
                        Function1,
                        _,
                    >(
                        |cx| {
                            let _ = &cx;
                            ::core::result::Result::Ok((cx.this(&self.0)?, arg0))
                        },
                        |(), cx| {
                            let _ = &cx;
                            ::core::result::Result::Ok(())
                        },
                    )
            }
            fn async0<'f>(
                &'f self,
                on: ::core::primitive::bool,
            ) -> ::core::pin::Pin<
                ::std::boxed::Box<
                    dyn ::core::future::Future<
                        Output = ::core::result::Result<(), ::fidius::Error>,
                    > + ::core::marker::Send + 'f,
                >,
            > {
                ::std::boxed::Box::pin(async move {
                    let (arg0,) = (on,);
                    self.0
                        .call_async::<
                            Function1,
                            _,
                        >(
                            move |cx| {
                                let _ = &cx;
                                ::core::result::Result::Ok((cx.this(&self.0)?, arg0))
                            },
                            move |(), cx| {
                                let _ = &cx;
                                ::core::result::Result::Ok(())
                            },
                        )
                        .await
                })
            }
            fn blocking1(&self) -> ::core::result::Result<(), ::fidius::Error> {
                self.0
                    .call::<
                        Function2,
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
            fn async1<'f>(
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
                            Function2,
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
                <super::lamp::Switch as ::fidius::__private::Resource>::from_handle(
                    ::fidius::__private::Handle::guest(object, handle),
                ),
            )
        }
    }
}
#[allow(clippy::all, clippy::pedantic, clippy::nursery)]
const _: () = {
    impl room::power::Power for Room {
        #[inline]
        fn on(
            &self,
        ) -> ::core::result::Result<::core::primitive::bool, ::fidius::Error> {
            self.plugin.call_one::<room::__fidius::Function0, _>(())
        }
    }
    impl room::power::PowerAsync for Room {
        async fn on(
            &self,
        ) -> ::core::result::Result<::core::primitive::bool, ::fidius::Error> {
            self.plugin.call_one_async::<room::__fidius::Function0, _>(()).await
        }
    }
    #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
    impl Room {
        ///The functions of `snapshot:lamp/power@1.0.0`.
        #[inline]
        #[must_use]
        pub fn power(&self) -> room::power::PowerExports<'_, Self> {
            room::power::PowerExports(self)
        }
    }
    impl room::lamp::LampInterface for Room {
        #[inline]
        fn dim(
            &self,
            to: ::core::primitive::u8,
        ) -> ::core::result::Result<
            room::lamp::LampAsync,
            ::fidius::CallError<::std::string::String>,
        > {
            self.plugin.call_fallible::<room::__fidius::Function3, _, _>((to,))
        }
        #[inline]
        fn which(
            &self,
            switch: &room::lamp::Switch,
        ) -> ::core::result::Result<::std::string::String, ::fidius::Error> {
            let (arg0,) = (switch,);
            let mut route = self.plugin.route::<room::__fidius::Function4>();
            {
                let route = &mut route;
                route.add(arg0)?;
            }
            self.plugin
                .call_routed::<
                    room::__fidius::Function4,
                    _,
                >(
                    route,
                    |cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok((cx.borrow(arg0)?,))
                    },
                    |(answer,), cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok(answer)
                    },
                )
        }
    }
    impl room::lamp::LampInterfaceAsync for Room {
        async fn dim(
            &self,
            to: ::core::primitive::u8,
        ) -> ::core::result::Result<
            room::lamp::LampAsync,
            ::fidius::CallError<::std::string::String>,
        > {
            self.plugin
                .call_fallible_async::<room::__fidius::Function3, _, _>((to,))
                .await
        }
        async fn which(
            &self,
            switch: &room::lamp::Switch,
        ) -> ::core::result::Result<::std::string::String, ::fidius::Error> {
            let (arg0,) = (switch,);
            let mut route = self.plugin.route::<room::__fidius::Function4>();
            {
                let route = &mut route;
                route.add(arg0)?;
            }
            self.plugin
                .call_routed_async::<
                    room::__fidius::Function4,
                    _,
                >(
                    route,
                    move |cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok((cx.borrow(arg0)?,))
                    },
                    move |(answer,), cx| {
                        let _ = &cx;
                        ::core::result::Result::Ok(answer)
                    },
                )
                .await
        }
    }
    #[allow(clippy::len_without_is_empty, clippy::too_many_arguments)]
    impl Room {
        ///The functions of `snapshot:lamp/lamp@1.0.0`.
        #[inline]
        #[must_use]
        pub fn lamp(&self) -> room::lamp::LampInterfaceExports<'_, Self> {
            room::lamp::LampInterfaceExports(self)
        }
    }
    impl<__I> ::fidius::__private::Imports<__I> for Room
    where
        __I: room::power::Power + ::core::marker::Send + ::core::marker::Sync + 'static,
    {
        fn link(
            linking: &mut ::fidius::__private::Linking<'_>,
        ) -> ::core::result::Result<(), ::fidius::Error> {
            linking
                .function::<
                    (),
                    (::core::primitive::bool,),
                >(
                    ::core::option::Option::Some("snapshot:lamp/power@1.0.0"),
                    "on",
                    |(), cx| {
                        let _ = &cx;
                        let answer = <__I as room::power::Power>::on(
                            cx.imports::<__I>(),
                        )?;
                        ::core::result::Result::Ok((answer,))
                    },
                )?;
            let _ = linking;
            ::core::result::Result::Ok(())
        }
    }
    impl<__I> ::fidius::__private::ImportsAsync<__I> for Room
    where
        __I: room::power::PowerAsync + ::core::marker::Send + ::core::marker::Sync
            + 'static,
    {
        fn link_async(
            linking: &mut ::fidius::__private::Linking<'_>,
        ) -> ::core::result::Result<(), ::fidius::Error> {
            linking
                .function_async::<
                    (),
                    (::core::primitive::bool,),
                >(
                    ::core::option::Option::Some("snapshot:lamp/power@1.0.0"),
                    "on",
                    |(), cx| ::std::boxed::Box::pin(async move {
                        let mut cx = cx;
                        let _ = &mut cx;
                        let imports = cx.shared_imports::<__I>();
                        let answer = <__I as room::power::PowerAsync>::on(&*imports)
                            .await?;
                        ::core::result::Result::Ok((answer,))
                    }),
                )?;
            let _ = linking;
            ::core::result::Result::Ok(())
        }
    }
};

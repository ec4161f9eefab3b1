///A plugin.
pub struct Missing {
    plugin: ::fidius::Plugin<Missing>,
}
impl Missing {
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
impl ::fidius::Host for Missing {
    const DEFINITION: &'static ::fidius::__private::Definition = &::fidius::__private::Definition {
        exports: &[],
        imports: &[],
        is_open: false,
        guest_hash: ::core::option::Option::None,
        resources: &[],
        check: |_| ::core::result::Result::Ok(()),
    };
    type Start = ::fidius::__private::Ready;
    fn from_plugin(plugin: ::fidius::Plugin<Self>) -> Self {
        Self { plugin }
    }
    fn plugin(&self) -> &::fidius::Plugin<Self> {
        &self.plugin
    }
}
impl ::core::clone::Clone for Missing {
    fn clone(&self) -> Self {
        Self {
            plugin: ::core::clone::Clone::clone(&self.plugin),
        }
    }
}
impl ::core::fmt::Debug for Missing {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_tuple("Missing").field(&self.plugin).finish()
    }
}
pub mod missing {}
::core::compile_error! {
    "there is no WIT file or folder `missing.wit`: looked for `missing.wit` and `wit/missing.wit`, from the crate's root"
}

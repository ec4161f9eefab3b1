use std::fmt;
use std::ops::Deref;

use crate::builder::Ready;
use crate::definition::Definition;
use crate::{Builder, Error, Host, Plugin, Source};

/// A plugin whose interface is known only at run time: the host of any component that needs nothing but WASI.
///
/// Its functions are called by their names or numbers, with [values](crate::Value), with what
/// [serializes](Plugin::call), with [JSON](Plugin::call_json) or with [bytes](Plugin::call_raw): see the methods of [`Plugin`],
/// which it derefs to. A plugin of a generated host has them too.
///
/// ```
/// use fidius::Dynamic;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../guests/built/greeter.wasm");
/// let plugin = Dynamic::load(file)?;
/// for method in plugin.methods() {
///     println!("{}", method.function());
/// }
/// let greeting: String = plugin.call("greet", ("world",))?;
/// assert_eq!(greeting, "Hello, world!");
///
/// let mirrored = plugin.call_json("mirror", r#"{ "p": { "x": 1, "y": -2 }, "both": true }"#)?;
/// assert_eq!(mirrored, r#"{"x":-1,"y":2}"#);
/// # Ok(())
/// # }
/// ```
///
/// A component that imports more than WASI gives can't be loaded so, but for what
/// `Builder::host_interface` gives it (feature `bincode`). Functions can be seen and not
/// called that have futures or error contexts among their types, more than one stream that they read, or streams inside of other
/// types.
#[derive(Clone)]
pub struct Dynamic(Plugin<Self>);

impl Dynamic {
    /// Loads a component with the settings of a [`Builder`] that nothing was set on.
    ///
    /// # Errors
    ///
    /// Those of [`Builder::load`].
    pub fn load<'a>(source: impl Into<Source<'a>>) -> Result<Self, Error> {
        Self::builder().load(source)
    }

    /// Loads with other settings.
    pub fn builder() -> Builder<Self> {
        Builder::new()
    }
}

impl Deref for Dynamic {
    type Target = Plugin<Self>;

    fn deref(&self) -> &Plugin<Self> {
        &self.0
    }
}

impl Host for Dynamic {
    const DEFINITION: &'static Definition = &Definition {
        exports: &[],
        imports: &[],
        is_open: true,
        guest_hash: None,
        resources: &[],
        check: |_| Ok(()),
    };

    type Start = Ready;

    fn from_plugin(plugin: Plugin<Self>) -> Self {
        Self(plugin)
    }

    fn plugin(&self) -> &Plugin<Self> {
        &self.0
    }
}

impl fmt::Debug for Dynamic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

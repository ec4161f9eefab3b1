//! Typed, sandboxed plugins from WebAssembly components.
pub use fidius_macros::host;
#[doc(hidden)]
pub use fidius_runtime::__private;
pub use fidius_runtime::*;

use std::fmt;
use std::sync::Arc;

use fidius_wit::Interface;
use fidius_wit::fit::Exports;
use wasmparser::{Validator, WasmFeatures};
use wasmtime::component::types;

use crate::engine::{Engine, EngineKey};
use crate::{Error, ErrorKind, Runtime, Source, Unstable, introspect};

/// A compiled component that has been looked at and not run: what it exports is known.
///
/// ```no_run
/// use fidius_runtime::{Component, Runtime};
///
/// # fn main() -> Result<(), fidius_runtime::Error> {
/// let component = Component::load(&Runtime::shared(), "plugin.wasm")?;
/// for interface in component.exports() {
///     println!("{interface}\nhash {}", interface.hash());
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Component(Arc<Inner>);

struct Inner {
    name: String,
    component: wasmtime::component::Component,
    exports: Exports,
    engine: Arc<Engine>,
}

impl Component {
    /// Reads and compiles a component.
    ///
    /// # Errors
    ///
    /// The file can't be read, or what is in it is no valid component.
    pub fn load<'a>(runtime: &Runtime, source: impl Into<Source<'a>>) -> Result<Self, Error> {
        let (name, bytes) = source.into().read()?;
        let (engine, component) = compile(runtime, &name, &bytes)?;
        let exports = introspect::exports(&component);
        Ok(Self(Arc::new(Inner {
            name,
            component,
            exports,
            engine,
        })))
    }

    /// The interfaces that it exports, in its own order. Functions that it exports by themselves are not among them.
    #[must_use]
    pub fn exports(&self) -> &[Interface] {
        &self.0.exports.interfaces
    }

    /// What errors call it: the file it came from in backquotes, or its size.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.0.name
    }

    pub(crate) fn engine(&self) -> &Engine {
        &self.0.engine
    }

    pub(crate) fn inner(&self) -> &wasmtime::component::Component {
        &self.0.component
    }

    pub(crate) fn ty(&self) -> types::Component {
        self.0.component.component_type()
    }

    /// All that it exports.
    pub(crate) fn all_exports(&self) -> &Exports {
        &self.0.exports
    }
}

impl fmt::Debug for Component {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Component")
            .field("name", &self.0.name)
            .finish_non_exhaustive()
    }
}

/// Compiles for the fastest engine that takes the component.
fn compile(
    runtime: &Runtime,
    name: &str,
    bytes: &[u8],
) -> Result<(Arc<Engine>, wasmtime::component::Component), Error> {
    let plain = EngineKey {
        concurrency: false,
        pooling: true,
    };
    // Almost every component is taken by the first engine; why one is not is worth a closer look only then.
    let refusal = match compile_on(runtime, name, bytes, plain) {
        Ok(compiled) => return Ok(compiled),
        Err(error) => error,
    };
    if !is_valid(bytes, WasmFeatures::all()) {
        return Err(refusal);
    }
    let concurrency = !is_valid(
        bytes,
        WasmFeatures::all().difference(WasmFeatures::CM_ASYNC),
    );
    let key = |pooling| EngineKey {
        concurrency,
        pooling,
    };
    if concurrency {
        let compiled = compile_on(runtime, name, bytes, key(true));
        if compiled.is_ok() {
            return compiled;
        }
    }
    match compile_on(runtime, name, bytes, key(false)) {
        Ok(compiled) => {
            tracing::warn!(
                component = name,
                reason = %refusal,
                "instances are mapped anew for each call, which is slower than taking them from a pool"
            );
            Ok(compiled)
        }
        Err(error) if error.is_not_a_component() => Err(explain(error, name, bytes)),
        Err(_) => Err(refusal),
    }
}

/// Says what to switch on, where that is why a component is refused which would be valid.
fn explain(refusal: Error, name: &str, bytes: &[u8]) -> Error {
    let needed: Vec<String> = Unstable::FEATURES
        .iter()
        .filter(|(feature, _)| !is_valid(bytes, WasmFeatures::all().difference(*feature)))
        .map(|(_, field)| format!("{field}: true"))
        .collect();
    if needed.is_empty() {
        return refusal;
    }
    Error::new(
        ErrorKind::NotAComponent,
        format!(
            "{name} uses what the engine has switched off because it may still change; load it on a runtime that has it: \
             `Runtime::with_unstable(Unstable {{ {}, ..Unstable::default() }})`",
            needed.join(", ")
        ),
    )
    .with_source(refusal)
}

fn compile_on(
    runtime: &Runtime,
    name: &str,
    bytes: &[u8],
    key: EngineKey,
) -> Result<(Arc<Engine>, wasmtime::component::Component), Error> {
    let engine = runtime.engine(key)?;
    match wasmtime::component::Component::from_binary(&engine.engine, bytes) {
        Ok(component) => Ok((engine, component)),
        Err(error) => Err(Error::new(
            ErrorKind::NotAComponent,
            format!("{name} is not a valid component: {error:#}"),
        )
        .with_source(error)),
    }
}

fn is_valid(bytes: &[u8], features: WasmFeatures) -> bool {
    Validator::new_with_features(features)
        .validate_all(bytes)
        .is_ok()
}

use std::fmt;
use std::sync::Arc;

use fidius_wit::Interface;
use fidius_wit::fit::Exports;
use wasmparser::{Validator, WasmFeatures};
use wasmtime::component::types;

use crate::docs::{self, Docs};
use crate::engine::{self, Engine, EngineKey};
use crate::precompiled::{self, Precompiled};
use crate::sections::sections;
use crate::{Error, ErrorKind, Info, Runtime, Source, Unstable, info, introspect, wit};

/// A compiled component that has been looked at and not run: what it exports is known.
///
/// ```no_run
/// use fidius::{Component, Runtime};
///
/// # fn main() -> Result<(), fidius::Error> {
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
    docs: Docs,
    precompiled: bool,
    size: usize,
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
        let compiled = compile(runtime, &name, &bytes)?;
        Ok(Self::new(
            name,
            compiled,
            docs::section(&bytes),
            false,
            bytes.len(),
        ))
    }

    /// Loads what [`precompile`](Self::precompile) made, without compiling anything.
    ///
    /// What was made by another version of this crate or of the engine, for another kind of processor, or on a runtime with
    /// parts of the component model that this one has switched off, or that measures fuel where this one does not or the other way
    /// round, is refused, and so is what was damaged by accident. **Nothing
    /// of that protects against bytes that somebody made or changed on purpose.**
    ///
    /// ```no_run
    /// use fidius::{Component, Runtime};
    ///
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let runtime = Runtime::shared();
    /// let code = Component::precompile(&runtime, "plugin.wasm")?;
    /// std::fs::write("/var/lib/my-program/plugin.precompiled", &code)?;
    ///
    /// // SAFETY: only this program can write to its folder, and it puts nothing there but what it has precompiled itself.
    /// let component =
    ///     unsafe { Component::load_precompiled(&runtime, "/var/lib/my-program/plugin.precompiled")? };
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Safety
    ///
    /// **Machine code is trusted**: it runs with all that the process may do, outside of any sandbox, and what stands beside it is
    /// believed unchecked. The bytes must be exactly what [`precompile`](Self::precompile) returned, and must have been kept where
    /// nobody who is less trusted than this program can change them. A file's name or place alone is no proof of that: where
    /// others may write, keep a keyed hash (or a signature) with the file and check it before the load.
    ///
    /// # Errors
    ///
    /// The file can't be read, is no precompiled component, is damaged, or was made by another version or for another machine
    /// or runtime.
    pub unsafe fn load_precompiled<'a>(
        runtime: &Runtime,
        source: impl Into<Source<'a>>,
    ) -> Result<Self, Error> {
        let (name, bytes) = source.into().read_precompiled()?;
        let inner = &runtime.0;
        let precompiled = Precompiled::read(&name, &bytes, inner.unstable, inner.is_metered())?;
        // SAFETY: the caller vouches for the bytes.
        let compiled = unsafe { deserialize(runtime, &name, &precompiled)? };
        Ok(Self::new(
            name,
            compiled,
            precompiled.docs,
            true,
            bytes.len(),
        ))
    }

    /// Compiles a component and returns the machine code, for [`load_precompiled`](Self::load_precompiled) in a later run of this
    /// program, which then need not compile it again.
    ///
    /// It is of use only to the same version of this crate and of the engine, on the same kind of machine, and to a runtime
    /// with (at least) the same [`Unstable`] parts, which measures [fuel](crate::Limits::fuel) if this one does.
    ///
    /// **The result is as trusted as the program itself**: whoever can change it can run any code in the process that loads it.
    /// Keep it where only trusted programs can write.
    ///
    /// # Errors
    ///
    /// Those of [`load`](Self::load).
    pub fn precompile<'a>(
        runtime: &Runtime,
        source: impl Into<Source<'a>>,
    ) -> Result<Vec<u8>, Error> {
        let (name, bytes) = source.into().read()?;
        let (engine, component) = compile(runtime, &name, &bytes)?;
        let code = component.serialize().map_err(|error| {
            Error::new(
                ErrorKind::Other,
                format!("the machine code of {name} can't be copied: {error:#}"),
            )
            .with_source(error)
        })?;
        let precompiled = Precompiled {
            concurrency: engine.key.concurrency,
            metered: runtime.0.is_metered(),
            docs: docs::section(&bytes),
            code: &code,
        };
        Ok(precompiled.write(runtime.0.unstable))
    }

    /// Whether a component could be loaded, as far as its bytes tell: nothing is compiled, which is what takes the time of a load.
    ///
    /// It says nothing on whether the component fits a host.
    ///
    /// ```
    /// use fidius::{Component, Runtime};
    ///
    /// let runtime = Runtime::shared();
    /// let error = Component::validate(&runtime, b"\0asm\x01\0\0\0").unwrap_err();
    /// assert!(error.is_not_a_component());
    /// assert!(error.to_string().contains("a core WebAssembly module"));
    /// ```
    ///
    /// # Errors
    ///
    /// The file can't be read, or what is in it is no valid component, or one that needs what the runtime has switched off; with
    /// the text that [`load`](Self::load) has for it.
    pub fn validate<'a>(runtime: &Runtime, source: impl Into<Source<'a>>) -> Result<(), Error> {
        let (name, bytes) = source.into().read()?;
        check(runtime, &name, &bytes)
    }

    fn new(
        name: String,
        (engine, component): Compiled,
        docs: Option<&[u8]>,
        precompiled: bool,
        size: usize,
    ) -> Self {
        let exports = introspect::exports(&component);
        let docs = Docs::new(docs, &exports);
        Self(Arc::new(Inner {
            name,
            component,
            exports,
            docs,
            precompiled,
            size,
            engine,
        }))
    }

    /// The interfaces that it exports, in its own order. Functions that it exports by themselves are not among them.
    #[must_use]
    pub fn exports(&self) -> &[Interface] {
        &self.0.exports.interfaces
    }

    /// The functions that it exports by themselves, in its own order.
    #[must_use]
    pub fn functions(&self) -> &[wit::Function] {
        &self.0.exports.functions
    }

    /// What errors call it: the file it came from in backquotes, or its size.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.0.name
    }

    /// What it is, in one place: names, versions and sizes.
    ///
    /// ```no_run
    /// # use fidius::{Component, Runtime};
    /// # fn main() -> Result<(), fidius::Error> {
    /// let info = Component::load(&Runtime::shared(), "plugin.wasm")?.info();
    /// println!("{} wants WASI {}", info.name, info.wasi.as_deref().unwrap_or("not at all"));
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn info(&self) -> Info {
        let exports = &self.0.exports;
        let imports = introspect::import_names(&self.0.component);
        let interfaces = exports.interfaces.iter();
        let functions = exports.functions.iter();
        Info {
            name: self.0.name.clone(),
            interfaces: interfaces.map(|export| export.name.to_string()).collect(),
            functions: functions
                .map(|function| function.name.to_string())
                .collect(),
            wasi: info::wasi(&imports),
            imports,
            concurrency: self.needs_concurrency(),
            precompiled: self.0.precompiled,
            size: self.0.size,
        }
    }

    /// Whether it has `async` functions, streams or futures, for which it runs on an engine where each call costs more.
    #[must_use]
    pub fn needs_concurrency(&self) -> bool {
        self.0.engine.key.concurrency
    }

    /// Whether it was loaded from machine code.
    #[must_use]
    pub fn is_precompiled(&self) -> bool {
        self.0.precompiled
    }

    /// What the component says of an interface that it exports, by its full name. Few have docs: they are in the custom section
    /// `package-docs`, which most tools leave out.
    #[must_use]
    pub fn interface_docs(&self, interface: &str) -> Option<&str> {
        self.0.docs.interface(interface)
    }

    /// What the component says of a function that it exports: of one of an interface, or with `None` of one by itself. Those of
    /// resources have the names that WIT tools give them, such as `[method]counter.add`.
    #[must_use]
    pub fn function_docs(&self, interface: Option<&str>, function: &str) -> Option<&str> {
        self.0.docs.function(interface, function)
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

/// A component on its engine.
type Compiled = (Arc<Engine>, wasmtime::component::Component);

/// Compiles for the fastest engine that takes the component.
fn compile(runtime: &Runtime, name: &str, bytes: &[u8]) -> Result<Compiled, Error> {
    // Almost every component is taken by the first engine; why one is not is worth a closer look only then.
    let refusal = match compile_on(runtime, name, bytes, pooled(false)) {
        Ok(compiled) => return Ok(compiled),
        Err(error) => error,
    };
    check(runtime, name, bytes)?;
    let concurrency = !is_valid(bytes, engine::features(false, runtime.0.unstable));
    let refusal = if concurrency {
        match compile_on(runtime, name, bytes, pooled(true)) {
            Ok(compiled) => return Ok(compiled),
            Err(error) => error,
        }
    } else {
        refusal
    };
    let compiled = compile_on(runtime, name, bytes, on_demand(concurrency))?;
    warn_on_demand(name, &refusal);
    Ok(compiled)
}

fn compile_on(
    runtime: &Runtime,
    name: &str,
    bytes: &[u8],
    key: EngineKey,
) -> Result<Compiled, Error> {
    let engine = runtime.engine(key)?;
    match wasmtime::component::Component::from_binary(&engine.engine, bytes) {
        Ok(component) => Ok((engine, component)),
        Err(error) => Err(invalid(name, format!("{error:#}")).with_source(error)),
    }
}

/// Puts machine code on the engine that [`compile`] would have chosen. Whether instances come from a pool makes no difference to it.
///
/// # Safety
///
/// The code is what [`Component::precompile`] made.
unsafe fn deserialize(
    runtime: &Runtime,
    name: &str,
    precompiled: &Precompiled<'_>,
) -> Result<Compiled, Error> {
    let on = |key| -> Result<Compiled, Error> {
        let engine = runtime.engine(key)?;
        // SAFETY: the caller vouches for the code.
        let component = unsafe {
            wasmtime::component::Component::deserialize(&engine.engine, precompiled.code)
        };
        match component {
            Ok(component) => Ok((engine, component)),
            Err(error) => Err(precompiled::refused(format!(
                "{name} was precompiled for another machine, or for an engine with other settings: {error:#}; precompile it again \
                 here"
            ))
            .with_source(error)),
        }
    };
    let refusal = match on(pooled(precompiled.concurrency)) {
        Ok(compiled) => return Ok(compiled),
        Err(error) => error,
    };
    let compiled = on(on_demand(precompiled.concurrency))?;
    warn_on_demand(name, &refusal);
    Ok(compiled)
}

fn pooled(concurrency: bool) -> EngineKey {
    EngineKey {
        concurrency,
        pooling: true,
    }
}

fn on_demand(concurrency: bool) -> EngineKey {
    EngineKey {
        concurrency,
        pooling: false,
    }
}

fn warn_on_demand(name: &str, reason: &Error) {
    tracing::warn!(
        component = name,
        %reason,
        "instances are mapped anew for each call, which is slower than taking them from a pool"
    );
}

/// Whether the bytes are a component that this runtime takes, and if not, what would mend it.
fn check(runtime: &Runtime, name: &str, bytes: &[u8]) -> Result<(), Error> {
    let features = engine::features(true, runtime.0.unstable);
    let validated = Validator::new_with_features(features).validate_all(bytes);
    let Err(error) = validated else {
        // To the validator, bytes that end inside a nested module may be whole.
        return match sections(bytes).find_map(Result::err) {
            None => Ok(()),
            Some(error) => Err(invalid(name, error.to_string()).with_source(error)),
        };
    };
    let error = invalid(name, error.to_string()).with_source(error);
    let unstable = Unstable::FEATURES.iter();
    let every = unstable.fold(features, |all, (feature, _)| all.union(*feature));
    if !is_valid(bytes, every) {
        return Err(error);
    }
    let needed: Vec<String> = Unstable::FEATURES
        .iter()
        .filter(|(feature, _)| !is_valid(bytes, every.difference(*feature)))
        .map(|(_, field)| format!("{field}: true"))
        .collect();
    Err(Error::new(
        ErrorKind::NotAComponent,
        format!(
            "{name} uses what the engine has switched off because it may still change; load it on a runtime that has it: \
             `Runtime::with_unstable(Unstable {{ {}, ..Unstable::default() }})`",
            needed.join(", ")
        ),
    )
    .with_source(error))
}

fn invalid(name: &str, why: String) -> Error {
    Error::new(
        ErrorKind::NotAComponent,
        format!("{name} is not a valid component: {why}"),
    )
}

fn is_valid(bytes: &[u8], features: WasmFeatures) -> bool {
    Validator::new_with_features(features)
        .validate_all(bytes)
        .is_ok()
}

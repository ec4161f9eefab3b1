//! The two functions by which guests of fidius 0.5 are configured, and state which interface they were built for.

use std::sync::atomic::{AtomicBool, Ordering};

use fidius_wit::{Function, FunctionKind, Type};
use wasmtime::component::ComponentExportIndex;

use crate::dynamic::Shape;
use crate::instances::{Lease, Mode};
use crate::table::{self, Table};
use crate::{Component, Error, ErrorKind, GuestError, Value};

/// Their names. They are no functions of the interface.
pub(crate) const CONFIGURE: &str = "fidius-configure";
pub(crate) const INTERFACE_HASH: &str = "fidius-interface-hash";

#[derive(Debug)]
pub(crate) struct Carriers {
    configuration: Option<Configuration>,
    hash: Option<ComponentExportIndex>,
    /// What the guest must state.
    expected_hash: Option<u64>,
    /// Whether it has: all instances are of one component, and state the same.
    is_expected: AtomicBool,
}

#[derive(Debug)]
struct Configuration {
    bytes: Vec<u8>,
    configure: ComponentExportIndex,
}

impl Carriers {
    /// # Errors
    ///
    /// There is a configuration, or a hash is expected, and the component lacks the function for it.
    pub(crate) fn new(
        component: &Component,
        table: &Table,
        config: Option<Vec<u8>>,
        expected_hash: Option<u64>,
    ) -> Result<Self, Error> {
        let hash = find(component, table, INTERFACE_HASH, |function| {
            function.params.is_empty() && function.result == Some(Type::U64)
        });
        if expected_hash.is_some() && hash.is_none() {
            return Err(Error::new(
                ErrorKind::Mismatch,
                format!(
                    "{} does not state the interface that it was built for, as the host demands: it exports no \
                     `{INTERFACE_HASH}: func() -> u64`",
                    component.name()
                ),
            ));
        }
        let configuration = match config {
            None => None,
            Some(bytes) => Some(Configuration {
                bytes,
                configure: find(component, table, CONFIGURE, is_configure).ok_or_else(|| {
                    Error::new(
                        ErrorKind::Mismatch,
                        format!(
                            "{} can't be configured: it exports no `{CONFIGURE}: func(config: list<u8>)`; load it without \
                             `config`",
                            component.name()
                        ),
                    )
                })?,
            }),
        };
        Ok(Self {
            configuration,
            hash,
            expected_hash,
            is_expected: AtomicBool::new(false),
        })
    }

    /// Whether there is anything that an instance must be asked before the plugin counts as loaded.
    pub(crate) fn must_be_tried(&self) -> bool {
        self.configuration.is_some() || self.expected_hash.is_some()
    }

    /// Whether new instances get a configuration.
    #[inline]
    pub(crate) fn configures(&self) -> bool {
        self.configuration.is_some()
    }

    /// Gives a new instance its configuration.
    ///
    /// # Errors
    ///
    /// The plugin is not the one that the host expects, refuses the configuration, or fails.
    pub(crate) async fn configure(&self, lease: &mut Lease, mode: Mode) -> Result<(), Error> {
        let Some(Configuration { bytes, configure }) = &self.configuration else {
            return Ok(());
        };
        // Another plugin reads something else in the bytes, and would be said to refuse them.
        self.check_hash(lease, mode).await?;
        let answer = lease
            .call_carrier(mode, CONFIGURE, *configure, Some(bytes))
            .await;
        let name = lease.plugin().component.name();
        let refusal = match answer {
            Ok(Value::Result(Err(refusal))) => {
                let refusal = GuestError::new(refusal.map_or(Value::Unit, |refusal| *refusal));
                Error::new(
                    ErrorKind::ConfigRefused,
                    format!("{name} refused its configuration: {refusal}"),
                )
                .with_source(refusal)
            }
            Ok(_) => return Ok(()),
            // A guest of fidius 0.5 has no other way to refuse than to panic.
            Err(error) if error.is_trap() || error.is_exit() => Error::new(
                ErrorKind::ConfigRefused,
                format!("{name} refused its configuration: {error}"),
            )
            .with_source(error),
            Err(error) => error,
        };
        Err(refusal)
    }

    /// What the guest states; `None` where it states nothing.
    pub(crate) async fn hash(&self, lease: &mut Lease, mode: Mode) -> Result<Option<u64>, Error> {
        let Some(index) = self.hash else {
            return Ok(None);
        };
        let answer = lease
            .call_carrier(mode, INTERFACE_HASH, index, None)
            .await?;
        match answer {
            Value::U64(hash) => Ok(Some(hash)),
            _ => Ok(None),
        }
    }

    /// Refuses a guest that states another hash than the host expects.
    pub(crate) async fn check_hash(&self, lease: &mut Lease, mode: Mode) -> Result<(), Error> {
        let Some(expected) = self.expected_hash else {
            return Ok(());
        };
        if self.is_expected.load(Ordering::Relaxed) {
            return Ok(());
        }
        let found = self.hash(lease, mode).await?;
        if found == Some(expected) {
            self.is_expected.store(true, Ordering::Relaxed);
            return Ok(());
        }
        Err(Error::new(
            ErrorKind::Mismatch,
            format!(
                "{} was built for another interface: the host expects the hash {expected:#018x}, the plugin states {}",
                lease.plugin().component.name(),
                found.map_or("none".to_owned(), |found| format!("{found:#018x}"))
            ),
        ))
    }
}

/// `func(config: list<u8>)`, with or without a result that says whether it was taken.
fn is_configure(function: &Function) -> bool {
    let takes_bytes = matches!(
        &*function.params,
        [param] if matches!(&param.ty, Type::List(item) if **item == Type::U8)
    );
    // A handle could not be told of: the instance that it is of goes with the refusal.
    takes_bytes
        && matches!(&function.result, None | Some(Type::Result(_)))
        && !Shape::alone(function).has_handles
}

/// The function in the first interface that has it, or that the component exports by itself.
fn find(
    component: &Component,
    table: &Table,
    name: &str,
    is_right: impl Fn(&Function) -> bool,
) -> Option<ComponentExportIndex> {
    let is_right = |function: &&Function| {
        function.kind == FunctionKind::Free && !function.is_async && is_right(function)
    };
    let served = table.exports().iter().find_map(|export| {
        let served = export.served.as_ref()?;
        served.function(name).filter(is_right)?;
        Some(table::find(component, served, export.is_world, name)?.0)
    });
    served.or_else(|| {
        let mut functions = component.all_exports().functions.iter();
        functions
            .find(|function| function.name == name)
            .filter(is_right)?;
        Some(component.inner().get_export(None, name)?.1)
    })
}

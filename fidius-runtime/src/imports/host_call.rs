use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::failure::{HostFailure, panic_message};
use crate::handles::{Arena, Direction, Lifting, Lowering};
use crate::imports::nested;
use crate::instances::StoreData;
use crate::wasi::TimedOut;
use crate::{Error, ErrorKind};

/// A guest's call of a function of the host.
#[doc(hidden)]
pub struct HostCall<'c> {
    data: &'c mut StoreData,
}

impl HostCall<'_> {
    /// The user's object of this instance.
    ///
    /// # Panics
    ///
    /// The functions were linked for another type than that of the object. The call fails then, as with any panic of a host
    /// function.
    #[must_use]
    pub fn imports<I: 'static>(&self) -> &I {
        let object = self.data.imports.as_deref();
        object
            .and_then(|object: &(dyn Any + Send + Sync)| object.downcast_ref())
            .expect("the functions are called on the object that they were linked for")
    }

    /// The limit on what one transfer may carry, in bytes of the host's memory.
    #[cfg(feature = "bincode")]
    pub(crate) fn transfer_limit(&self) -> usize {
        usize::try_from(self.data.plugin.limits.transfer).unwrap_or(usize::MAX)
    }

    /// For the arguments.
    pub fn lifting<'a>(&mut self, arena: &'a Arena) -> Lifting<'_, 'a> {
        Lifting::of_arguments(self.data, arena)
    }

    /// For the result.
    pub fn lowering(&mut self) -> Lowering<'_> {
        Lowering::new(self.data, Direction::Import)
    }

    /// For what the guest is done with.
    pub(crate) fn data(&mut self) -> &mut StoreData {
        self.data
    }
}

/// Runs a function of the host. Its error, or its panic, ends the guest's call.
pub(crate) fn run<R>(
    data: &mut StoreData,
    what: &str,
    call: impl FnOnce(&mut HostCall<'_>) -> Result<R, Error>,
) -> wasmtime::Result<R> {
    let result = nested::run(data, |data| {
        catch_unwind(AssertUnwindSafe(|| call(&mut HostCall { data })))
    });
    match result {
        // The guest might not run long enough after it for the engine to notice.
        Ok(Ok(_)) if data.deadline.ticks_left() == 0 => Err(TimedOut.into()),
        Ok(Ok(result)) => Ok(result),
        Ok(Err(error)) => Err(wasmtime::Error::new(HostFailure(error))),
        Err(panic) => Err(wasmtime::Error::new(HostFailure(panicked(
            data, what, &*panic,
        )))),
    }
}

#[cold]
fn panicked(data: &StoreData, what: &str, panic: &(dyn Any + Send)) -> Error {
    Error::new(
        ErrorKind::HostPanic,
        format!(
            "{what}, which the host gives to {}, panicked: {}",
            data.plugin.component.name(),
            panic_message(panic)
        ),
    )
}

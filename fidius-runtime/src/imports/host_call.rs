use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::sync::Arc;
use std::thread;
use std::time::Instant;

use wasmtime::{AsContextMut as _, StoreContextMut};

use crate::failure::{HostFailure, panic_message};
use crate::handles::{Arena, Direction, Lifting, Lowering};
use crate::imports::host_future::HostFuture;
use crate::imports::nested::Frame;
use crate::instances::StoreData;
use crate::park::{TimedOut, park};
use crate::{Error, ErrorKind};

/// A guest's call of a function of the host.
#[doc(hidden)]
pub struct HostCall<'c> {
    store: StoreContextMut<'c, StoreData>,
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
        let object = self.store.data().imports.as_deref();
        object
            .and_then(|object: &(dyn Any + Send + Sync)| object.downcast_ref())
            .expect("the functions are called on the object that they were linked for")
    }

    /// The same, to keep: an async function has it while it waits, and needs what else is here to lower its answer.
    ///
    /// # Panics
    ///
    /// As [`imports`](Self::imports).
    #[must_use]
    pub fn shared_imports<I: Send + Sync + 'static>(&self) -> Arc<I> {
        let object = self.store.data().imports.clone();
        object
            .and_then(|object| object.downcast().ok())
            .expect("the functions are called on the object that they were linked for")
    }

    /// The limit on what one transfer may carry, in bytes of the host's memory.
    #[cfg(feature = "bincode")]
    pub(crate) fn transfer_limit(&self) -> usize {
        usize::try_from(self.store.data().limits().transfer).unwrap_or(usize::MAX)
    }

    /// For the arguments.
    pub fn lifting<'a>(&mut self, arena: &'a Arena) -> Lifting<'_, 'a> {
        Lifting::of_arguments(self.store.as_context_mut(), arena)
    }

    /// For the result.
    pub fn lowering(&mut self) -> Lowering<'_> {
        Lowering::new(self.store.as_context_mut(), Direction::Import)
    }

    /// For what the guest is done with.
    pub(crate) fn data(&mut self) -> &mut StoreData {
        self.store.data_mut()
    }
}

/// What an async function of the host does. It has the guest's store meanwhile.
pub(crate) type Future<'c, R> =
    Pin<Box<dyn std::future::Future<Output = Result<R, Error>> + Send + 'c>>;

/// Runs a function of the host. Its error, or its panic, ends the guest's call.
pub(crate) fn run<R>(
    mut store: StoreContextMut<'_, StoreData>,
    what: &str,
    call: impl FnOnce(&mut HostCall<'_>) -> Result<R, Error>,
) -> wasmtime::Result<R> {
    let frame = Frame::begin(store.data_mut());
    let (frame, result) = frame.run(|| {
        let store = store.as_context_mut();
        catch_unwind(AssertUnwindSafe(|| call(&mut HostCall { store })))
    });
    frame.end(store.data_mut());
    ended(store.data(), what, result)
}

/// Runs an async function of the host in an async call, which ends at its limit on time by itself. `call` makes the future, and
/// nothing of the user's runs before that is polled.
pub(crate) async fn run_async<P, R>(
    mut store: StoreContextMut<'_, StoreData>,
    what: &str,
    params: P,
    call: &impl for<'c> Fn(P, HostCall<'c>) -> Future<'c, R>,
) -> wasmtime::Result<R> {
    let frame = Frame::begin(store.data_mut());
    let here = HostCall {
        store: store.as_context_mut(),
    };
    let future = call(params, here);
    let mut future = HostFuture::new(frame, future);
    let result = future.wait().await;
    future.into_frame().end(store.data_mut());
    ended(store.data(), what, result?)
}

/// Runs an async function of the host in a blocking call: the thread waits for it, until the call must be over.
pub(crate) fn run_parked<P, R>(
    mut store: StoreContextMut<'_, StoreData>,
    what: &str,
    params: P,
    call: &impl for<'c> Fn(P, HostCall<'c>) -> Future<'c, R>,
) -> wasmtime::Result<R> {
    let frame = Frame::begin(store.data_mut());
    let until = frame.until();
    let left = || until.map(|until| until.saturating_duration_since(Instant::now()));
    let here = HostCall {
        store: store.as_context_mut(),
    };
    let future = call(params, here);
    let mut future = HostFuture::new(frame, future);
    let result = park(left, future.wait());
    future.into_frame().end(store.data_mut());
    ended(store.data(), what, result??)
}

/// What the guest gets when a function of the host is over.
#[inline]
fn ended<R>(
    data: &StoreData,
    what: &str,
    result: thread::Result<Result<R, Error>>,
) -> wasmtime::Result<R> {
    // The guest might not run long enough after it for the engine to notice.
    if matches!(result, Ok(Ok(_))) && data.deadline.ticks_left() == 0 {
        return Err(TimedOut.into());
    }
    answered(data, what, result)
}

/// The same, where those who wait look at the time.
#[inline]
pub(super) fn answered<R>(
    data: &StoreData,
    what: &str,
    result: thread::Result<Result<R, Error>>,
) -> wasmtime::Result<R> {
    match result {
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

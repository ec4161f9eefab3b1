use std::any::Any;
use std::sync::Arc;

use wasmtime::AsContextMut as _;
use wasmtime::component::Accessor;

use crate::Error;
use crate::handles::{Arena, Direction, Lifting, Lowering};
use crate::imports::host_call::{self, Future};
use crate::imports::host_future::HostFuture;
use crate::imports::nested::Frame;
use crate::instances::StoreData;

/// A guest's call of a function of the host that is `async` in the WIT: the guest goes on meanwhile, so that its store is there only
/// from time to time.
#[doc(hidden)]
pub struct ConcurrentCall<'c> {
    accessor: &'c Accessor<StoreData>,
}

impl ConcurrentCall<'_> {
    /// The user's object of this instance.
    ///
    /// # Panics
    ///
    /// The functions were linked for another type than that of the object. The call fails then, as with any panic of a host
    /// function.
    #[must_use]
    pub fn imports<I: Send + Sync + 'static>(&self) -> Arc<I> {
        let object: Option<Arc<dyn Any + Send + Sync>> = self
            .accessor
            .with(|mut access| access.data_mut().imports.clone());
        object
            .and_then(|object| object.downcast().ok())
            .expect("the functions are called on the object that they were linked for")
    }

    /// Takes the arguments.
    ///
    /// # Errors
    ///
    /// Those of `lift`.
    pub fn lift<'a, R>(
        &self,
        arena: &'a Arena,
        lift: impl FnOnce(&mut Lifting<'_, 'a>) -> Result<R, Error>,
    ) -> Result<R, Error> {
        self.accessor
            .with(|mut access| lift(&mut Lifting::of_arguments(access.as_context_mut(), arena)))
    }

    /// Gives the result.
    ///
    /// # Errors
    ///
    /// Those of `lower`.
    pub fn lower<R>(
        &self,
        lower: impl FnOnce(&mut Lowering<'_>) -> Result<R, Error>,
    ) -> Result<R, Error> {
        self.accessor.with(|mut access| {
            lower(&mut Lowering::new(
                access.as_context_mut(),
                Direction::Import,
            ))
        })
    }
}

/// Runs such a function. `call` makes the future, and nothing of the user's runs before that is polled.
pub(super) async fn run<P, R>(
    accessor: &Accessor<StoreData>,
    what: &str,
    params: P,
    call: &impl for<'c> Fn(P, ConcurrentCall<'c>) -> Future<'c, R>,
) -> wasmtime::Result<R> {
    let frame = accessor.with(|mut access| Frame::beside(access.data_mut()));
    let future = call(params, ConcurrentCall { accessor });
    let mut future = HostFuture::new(frame, future);
    let result = future.wait().await?;
    accessor.with(|mut access| host_call::answered(access.data_mut(), what, result))
}

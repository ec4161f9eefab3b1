use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use wasmtime::component::ResourceAny;

use crate::Error;
use crate::definition::Function;
use crate::handles::{Lifting, Lowering, Route};
use crate::instances::{Call, Owner, Session};
use crate::plugin::parked;

/// A resource that lives in an instance. It keeps the instance alive, and when it is dropped the guest's destructor runs.
#[doc(hidden)]
pub struct GuestHandle {
    session: Arc<Session>,
    resource: ResourceAny,
    /// Whether it was given back to the guest, which sees to the destructor then.
    moved: AtomicBool,
}

impl GuestHandle {
    pub(crate) fn new(session: Arc<Session>, resource: ResourceAny) -> Self {
        Self {
            session,
            resource,
            moved: AtomicBool::new(false),
        }
    }

    /// Where a call on the resource goes, for the other handles among its arguments to be [shown](Route::add) to.
    #[must_use]
    pub fn route<F: Function>(&self) -> Route {
        let function = self.session.plugin().place::<F>();
        Route::to_session(&self.session, function)
    }

    /// Calls a function on the instance that the resource lives in: `lower` makes the arguments, `lift` takes the results.
    pub fn call<'p, F: Function, T>(
        &self,
        lower: impl FnOnce(&mut Lowering<'_>) -> Result<F::Params<'p>, Error>,
        lift: impl FnOnce(F::Results, &mut Lifting<'_, 'static>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let plugin = self.session.plugin();
        let function = plugin.function::<F>()?;
        let result = self.session.with(Call::of(plugin), |lease| {
            let owner = Owner::Session(&self.session);
            lease.call_handles(function, owner, lower, lift)
        });
        plugin.failures.note(result)
    }

    /// The same, without blocking the thread.
    #[expect(clippy::manual_async_fn, reason = "the future is `Send`, and says so")]
    pub fn call_async<'a, F: Function, T: Send>(
        &'a self,
        lower: impl FnOnce(&mut Lowering<'_>) -> Result<F::Params<'a>, Error> + Send + 'a,
        lift: impl FnOnce(F::Results, &mut Lifting<'_, 'static>) -> Result<T, Error> + Send + 'a,
    ) -> impl Future<Output = Result<T, Error>> + Send {
        async move {
            let plugin = self.session.plugin();
            let function = plugin.function::<F>()?;
            let held = self.session.hold(Call::of(plugin)).await;
            let mut held = plugin.failures.note_error(held)?;
            let owner = Owner::Session(&self.session);
            let result = held
                .lease()
                .call_handles_async(function, owner, lower, lift)
                .await;
            held.finish(&result, None);
            plugin.failures.note(result)
        }
    }

    /// Calls a function that the guest may run beside others, or that has streams among its arguments or in its result.
    pub fn call_concurrent<F: Function, T: Send + 'static>(
        &self,
        lower: impl FnOnce(&mut Lowering<'_>) -> Result<F::Params<'static>, Error> + Send + 'static,
        lift: impl FnOnce(F::Results, &mut Lifting<'_, 'static>) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        self.session.may_block()?;
        parked(self.call_concurrent_async::<F, T>(lower, lift))
    }

    /// The same, without blocking the thread.
    #[expect(clippy::manual_async_fn, reason = "the future is `Send`, and says so")]
    pub fn call_concurrent_async<F: Function, T: Send + 'static>(
        &self,
        lower: impl FnOnce(&mut Lowering<'_>) -> Result<F::Params<'static>, Error> + Send + 'static,
        lift: impl FnOnce(F::Results, &mut Lifting<'_, 'static>) -> Result<T, Error> + Send + 'static,
    ) -> impl Future<Output = Result<T, Error>> + Send {
        async move {
            let plugin = self.session.plugin();
            let call = Call::of(plugin);
            let called = self
                .session
                .call_concurrent::<F, T>(call, None, lower, lift);
            let result = called.await;
            plugin.failures.note(result)
        }
    }

    pub(crate) fn session(&self) -> &Arc<Session> {
        &self.session
    }

    pub(crate) fn resource(&self) -> ResourceAny {
        self.resource
    }

    pub(crate) fn is_moved(&self) -> bool {
        self.moved.load(Ordering::Relaxed)
    }

    /// From now on the resource is the guest's again.
    pub(crate) fn set_moved(&self) {
        self.moved.store(true, Ordering::Relaxed);
    }

    pub(crate) fn plugin_name(&self) -> &str {
        self.session.plugin().component.name()
    }
}

impl Drop for GuestHandle {
    fn drop(&mut self) {
        if !*self.moved.get_mut() {
            self.session.drop_resource(self.resource);
        }
    }
}

impl fmt::Debug for GuestHandle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "GuestHandle(of {})", self.plugin_name())
    }
}

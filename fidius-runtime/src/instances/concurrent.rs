//! Calls of one session that run beside one another, as far as the guest does.

use std::marker::PhantomData;
use std::pin::Pin;
use std::sync::{Arc, Weak};
use std::task::Poll;

use tokio::sync::oneshot;
use wasmtime::component::{Accessor, HasSelf, TypedFunc, TypedFuncCallConcurrent};
use wasmtime::{AsContextMut as _, StoreContextMut};

use crate::definition::Function;
use crate::failure::{self, During};
use crate::handles::{Direction, Lent, Lifting, Lowering};
use crate::imports::nested;
use crate::instances::driven::Late;
use crate::instances::event_loop::Task;
use crate::instances::lease::{no_function, tasks_failed};
use crate::instances::{Call, CallLimits, Owner, Session, Span, StoreData};
use crate::plugin::Loaded;
use crate::{Error, ErrorKind};

impl Session {
    /// Calls a function beside whatever else runs in the instance: `lower` makes the arguments, `lift` takes the results.
    ///
    /// Where the future is dropped, the call goes on without anybody who waits for it.
    pub(crate) async fn call_concurrent<F: Function, T: Send + 'static>(
        self: &Arc<Self>,
        call: Call<'_>,
        span: Option<Span>,
        lower: impl FnOnce(&mut Lowering<'_>) -> Result<F::Params<'static>, Error> + Send + 'static,
        lift: impl FnOnce(F::Results, &mut Lifting<'_, 'static>) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, Error> {
        let plugin = call.plugin;
        let function = plugin.function::<F>()?;
        self.may_call()?;
        let span = match span {
            Some(span) => span,
            None => call.begin()?,
        };
        let event_loop = self.event_loop()?;
        if event_loop.failure().is_some() {
            return Err(self.lost(event_loop.failure()));
        }
        let waiter = event_loop.join(span);
        let watched = Watched {
            plugin,
            is_over: false,
        };
        let (answer, answered) = oneshot::channel();
        let mut answered = Some(answered);
        let begin = Begin::<F, _, _, T> {
            session: Arc::downgrade(self),
            limits: Arc::clone(call.limits),
            lower,
            lift,
            answer,
            function: PhantomData,
        };
        let started = event_loop.start(
            function.entry().place,
            Box::new(move |accessor| begin.run(accessor)),
        );
        let waited = self.wait_for(
            &waiter,
            span,
            |context| {
                let Some(waits) = &mut answered else {
                    return Poll::Pending;
                };
                match Pin::new(waits).poll(context) {
                    Poll::Ready(Ok(answer)) => Poll::Ready(answer),
                    Poll::Ready(Err(_)) => {
                        // What ends the instance says why.
                        answered = None;
                        Poll::Pending
                    }
                    Poll::Pending => Poll::Pending,
                }
            },
            || {
                if started.take_back() {
                    return Late::NotBegun(self.busy_for(call));
                }
                let shown = nested::shown_time(call.limits.limits.time);
                Late::InTheMiddle(Error::new(
                    ErrorKind::Timeout,
                    format!(
                        "`{}` of {} did not end within {shown}",
                        function.name(),
                        plugin.component.name()
                    ),
                ))
            },
        );
        let waited = waited.await;
        watched.end();
        waited?
    }

    /// # Errors
    ///
    /// This thread is in a function of the host that the instance is calling, and that it can't go on beside.
    fn may_call(&self) -> Result<(), Error> {
        if nested::blocks_session(self) {
            return Err(Error::new(
                ErrorKind::Reentrant,
                format!(
                    "the instance of {} can't be called by a host function that it is itself calling; call another instance, or \
                     return to the guest first",
                    self.plugin_name()
                ),
            ));
        }
        Ok(())
    }

    /// The same for a call that blocks the thread, on which the instance can't go on then.
    pub(crate) fn may_block(&self) -> Result<(), Error> {
        if nested::is_in_session(self) {
            return Err(Error::new(
                ErrorKind::Reentrant,
                format!(
                    "the instance of {} can't be called by a host function that it is itself calling, where that blocks the \
                     thread; call another instance, or make an async call",
                    self.plugin_name()
                ),
            ));
        }
        Ok(())
    }
}

/// Takes note of a call that is dropped before it is over.
struct Watched<'a> {
    plugin: &'a Loaded,
    is_over: bool,
}

impl Watched<'_> {
    fn end(mut self) {
        self.is_over = true;
    }
}

impl Drop for Watched<'_> {
    fn drop(&mut self) {
        if !self.is_over {
            self.plugin.failures.note_dropped();
        }
    }
}

/// A call that is to begin when the instance runs.
struct Begin<F, L, M, T> {
    session: Weak<Session>,
    limits: Arc<CallLimits>,
    lower: L,
    lift: M,
    answer: oneshot::Sender<Result<T, Error>>,
    function: PhantomData<fn() -> F>,
}

impl<F, L, M, T> Begin<F, L, M, T>
where
    F: Function,
    L: FnOnce(&mut Lowering<'_>) -> Result<F::Params<'static>, Error>,
    M: FnOnce(F::Results, &mut Lifting<'_, 'static>) -> Result<T, Error> + Send + 'static,
    T: Send + 'static,
{
    fn run(self, accessor: &Accessor<StoreData>) -> Option<Task> {
        let Self {
            session,
            limits,
            lower,
            lift,
            answer,
            ..
        } = self;
        if answer.is_closed() {
            // Nobody waits for it any more, and nothing of it has happened.
            return None;
        }
        let begun = accessor.with(|mut access| {
            let session = session.upgrade().ok_or(Failure::Gone)?;
            let mut store = access.as_context_mut();
            let call = Call {
                plugin: &session.plugin,
                limits: &limits,
            };
            set_limits(&mut store, call);
            begin::<F>(&session, store, lower)
        });
        match begun {
            Ok((function, call, lent)) => {
                // The engine's own has the life of what runs now; this one is polled only where that is too.
                let accessor = accessor.with_getter::<HasSelf<StoreData>>(accessor.getter());
                Some(Box::pin(async move {
                    let result = function.finish_call_concurrent(&accessor, call).await;
                    let result = accessor.with(|mut access| {
                        let store = access.as_context_mut();
                        ended(&session, store, lent, result, lift)
                    });
                    if let Some(result) = result {
                        // Nobody may be waiting for it any more.
                        let _ = answer.send(result);
                    }
                }))
            }
            Err(Failure::Error(error)) => {
                let _ = answer.send(Err(error));
                None
            }
            Err(Failure::Gone) => None,
        }
    }
}

enum Failure {
    /// The call ends with it.
    Error(Error),
    /// The instance is about to go.
    Gone,
}

type Begun<F> = (
    TypedFunc<<F as Function>::Params<'static>, <F as Function>::Results>,
    TypedFuncCallConcurrent<StoreData, <F as Function>::Params<'static>, <F as Function>::Results>,
    Lent,
);

/// Lowers the arguments, and has the engine begin the call.
fn begin<F: Function>(
    session: &Arc<Session>,
    mut store: StoreContextMut<'_, StoreData>,
    lower: impl FnOnce(&mut Lowering<'_>) -> Result<F::Params<'static>, Error>,
) -> Result<Begun<F>, Failure> {
    let plugin = &session.plugin;
    let checked = plugin.function::<F>().map_err(Failure::Error)?;
    let found = session
        .event_loop()
        .map_err(Failure::Error)?
        .instance()
        .zip(checked.entry().index)
        .and_then(|(instance, index)| instance.get_func(store.as_context_mut(), index));
    let failed = |error: wasmtime::Error, store: &StoreContextMut<'_, StoreData>| {
        let name = checked.name();
        Failure::Error(failure::of(error, During::Call(&name), store.data()))
    };
    let found = found.ok_or_else(|| failed(no_function(), &store))?;
    let direction = Direction::Export(Some(session));
    let mut lowering = Lowering::new(store.as_context_mut(), direction);
    let (params, lent) = match lower(&mut lowering) {
        Ok(params) => (params, lowering.done()),
        Err(error) => {
            lowering.undo();
            return Err(Failure::Error(error));
        }
    };
    let function = checked.typed(found);
    match function.start_call_concurrent(store.as_context_mut(), params) {
        Ok(call) => Ok((function, call, lent)),
        Err(error) => Err(failed(error, &store)),
    }
}

/// Takes the results of a call that is over. `None` where the instance ends with it.
fn ended<R, T>(
    session: &Weak<Session>,
    mut store: StoreContextMut<'_, StoreData>,
    lent: Lent,
    result: wasmtime::Result<R>,
    lift: impl FnOnce(R, &mut Lifting<'_, 'static>) -> Result<T, Error>,
) -> Option<Result<T, Error>> {
    lent.take_back(&mut store.data_mut().table);
    let session = session.upgrade()?;
    let event_loop = session.event_loop().ok()?;
    let results = match result {
        Ok(results) => results,
        Err(error) => {
            event_loop.fail(tasks_failed(event_loop, error, store.data()));
            return None;
        }
    };
    let mut lifting = Lifting::of_results(store.as_context_mut(), Owner::Session(&session));
    let lifted = lift(results, &mut lifting);
    if let Err(error) = &lifted {
        // What else is in the result stays behind in the store.
        event_loop.fail(error.clone());
    }
    Some(lifted)
}

/// From now on the limits of this call hold, for whatever runs in the instance.
fn set_limits(store: &mut StoreContextMut<'_, StoreData>, call: Call<'_>) {
    if Arc::ptr_eq(store.data().call_limits(), call.limits) {
        return;
    }
    store.data_mut().set_limits(call);
    let limits = &call.limits.limits;
    store.set_hostcall_fuel(usize::try_from(limits.transfer).unwrap_or(usize::MAX));
    store.set_max_component_handles(usize::try_from(limits.handles).unwrap_or(usize::MAX));
}

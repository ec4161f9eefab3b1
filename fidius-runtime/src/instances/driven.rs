//! Sessions whose instance runs for all who wait for something of it: calls beside one another, and the items of streams.

use std::future::poll_fn;
use std::marker::PhantomData;
use std::mem;
use std::pin::Pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Weak};
use std::task::{Context, Poll, Waker};

use tokio::sync::oneshot;
use wasmtime::component::{Accessor, HasSelf, TypedFunc, TypedFuncCallConcurrent};
use wasmtime::{AsContextMut as _, StoreContextMut};

use crate::background;
use crate::definition::Function;
use crate::failure::{self, During};
use crate::handles::{Direction, Lent, Lifting, Lowering};
use crate::imports::nested;
use crate::instances::apart;
use crate::instances::event_loop::{EventLoop, Exclusive, Running, Task, Waiter};
use crate::instances::lease::no_function;
use crate::instances::session::{DESTRUCTOR_TIME, State};
use crate::instances::watch::limit;
use crate::instances::{Call, CallLimits, Owner, Session, Span, StoreData};
use crate::park::{TimedOut, park};
use crate::plugin::Loaded;
use crate::ticker;
use crate::{Error, ErrorKind};

/// An instance that runs for all who wait.
pub(crate) struct Driven {
    pub(super) running: Running,
    /// Where is noted when it is taken up again.
    pub(super) resumed: Arc<AtomicU64>,
    /// Whether it has run.
    pub(super) is_begun: bool,
}

/// What a turn has left behind.
enum Left {
    Running,
    AtRest,
    Ended,
}

impl Session {
    /// What those share who wait for something of the instance.
    ///
    /// # Errors
    ///
    /// The instance is gone.
    pub(crate) fn event_loop(&self) -> Result<&Arc<EventLoop>, Error> {
        self.event_loop.get().ok_or_else(|| self.lost(None))
    }

    /// Runs the instance for a turn, unless another does, or has it.
    ///
    /// Whoever waits does this in each poll, after it has left its waker: what keeps the instance from running now wakes it.
    pub(crate) fn drive(self: &Arc<Self>) {
        let Some(event_loop) = self.event_loop.get() else {
            return;
        };
        let Some(mut state) = self.state.try_lock() else {
            return;
        };
        // Where a panic of the engine's passes, the instance is gone.
        let mut driven = match mem::replace(&mut *state, State::Lost(None)) {
            State::Live(lease) if !event_loop.is_wanted() => lease.drive(event_loop),
            State::Driven(driven) => driven,
            other => {
                *state = other;
                return;
            }
        };
        driven
            .resumed
            .store(self.plugin.clock.now(), Ordering::Relaxed);
        let waker = Waker::from(Arc::clone(event_loop));
        let context = &mut Context::from_waker(&waker);
        let polled = if mem::replace(&mut driven.is_begun, true) {
            apart::poll_on(driven.running.as_mut(), context)
        } else {
            apart::poll(driven.running.as_mut(), context)
        };
        let (left, ended_run, ended_lease) = match (polled, event_loop.failure()) {
            (Poll::Pending, None) => {
                *state = State::Driven(driven);
                (Left::Running, None, None)
            }
            (Poll::Pending, Some(failure)) => {
                *state = State::Lost(Some(failure));
                (Left::Ended, Some(driven), None)
            }
            (Poll::Ready((lease, Ok(()))), None) => {
                *state = State::Live(lease);
                (Left::AtRest, None, None)
            }
            (Poll::Ready((lease, Ok(()))), Some(failure)) => {
                *state = State::Lost(Some(failure));
                (Left::Ended, None, Some(lease))
            }
            (Poll::Ready((lease, Err(error))), _) => {
                let error = lease.tasks_failed(event_loop, error);
                event_loop.fail(error);
                *state = State::Lost(event_loop.failure());
                (Left::Ended, None, Some(lease))
            }
        };
        drop(state);
        // The instance has values of the user's, who may do anything when they are dropped.
        drop(ended_run);
        drop(ended_lease);
        match left {
            Left::Running => {}
            Left::AtRest => self.freed(),
            Left::Ended => {
                event_loop.clear();
                self.waiters.freed();
            }
        }
    }

    /// The instance is free: those go on who could not have it run.
    #[cold]
    pub(super) fn freed_of(&self, event_loop: &EventLoop) {
        if event_loop.failure().is_some() {
            self.end_failed(event_loop);
        } else {
            event_loop.wake_all();
        }
    }

    /// Ends an instance that has failed, unless another has it, who does it then.
    fn end_failed(&self, event_loop: &EventLoop) {
        let Some(mut state) = self.state.try_lock() else {
            return;
        };
        let ended = match mem::replace(&mut *state, State::Lost(event_loop.failure())) {
            ended @ (State::Live(_) | State::Driven(_)) => Some(ended),
            other => {
                *state = other;
                None
            }
        };
        drop(state);
        // The instance has values of the user's, who may do anything when they are dropped.
        drop(ended);
        event_loop.clear();
    }

    /// Ends the instance, with all that runs in it.
    pub(crate) fn kill(self: &Arc<Self>, error: Error) {
        let Some(event_loop) = self.event_loop.get() else {
            return;
        };
        event_loop.fail(error);
        self.end_failed(event_loop);
        self.waiters.freed();
    }

    /// Waits for something of the instance, which `poll` looks for, and has it run meanwhile.
    ///
    /// # Errors
    ///
    /// The time is over, with `late` as the text. The instance ends, or has ended.
    pub(crate) async fn wait_for<R>(
        self: &Arc<Self>,
        waiter: &Waiter,
        span: Span,
        mut poll: impl FnMut(&mut Context<'_>) -> Poll<R>,
        late: impl FnOnce() -> Error,
    ) -> Result<R, Error> {
        let clock = &self.plugin.clock;
        let waited = limit(
            clock,
            span,
            poll_fn(|context| self.poll_for(waiter, context, &mut poll).map(Ok)),
        );
        match waited.await {
            Ok(result) => result,
            Err(error) => {
                let error = if error.is::<TimedOut>() {
                    late().with_source(error)
                } else {
                    Error::new(ErrorKind::Other, "a call can't be waited for here")
                        .with_source(error)
                };
                self.kill(error.clone());
                Err(error)
            }
        }
    }

    /// Looks for something of the instance, and has it run for a turn where it is not there.
    pub(crate) fn poll_for<R>(
        self: &Arc<Self>,
        waiter: &Waiter,
        context: &mut Context<'_>,
        poll: &mut impl FnMut(&mut Context<'_>) -> Poll<R>,
    ) -> Poll<Result<R, Error>> {
        if let Poll::Ready(result) = poll(context) {
            return Poll::Ready(Ok(result));
        }
        waiter.register(context);
        self.drive();
        if let Poll::Ready(result) = poll(context) {
            return Poll::Ready(Ok(result));
        }
        match self.ended() {
            Some(error) => Poll::Ready(Err(error)),
            None => Poll::Pending,
        }
    }

    /// Why there is nothing to wait for any more.
    fn ended(&self) -> Option<Error> {
        let event_loop = self.event_loop.get()?;
        event_loop.failure().or_else(|| {
            let state = self.state.try_lock()?;
            match &*state {
                State::Lost(cause) => Some(self.lost(cause.clone())),
                _ => None,
            }
        })
    }

    /// Has the instance come to rest, and keeps it from running as long as the result lives. `None` where it never runs for others.
    ///
    /// # Errors
    ///
    /// The time is over before the guest is at a place where it can rest.
    pub(super) async fn rest(
        self: &Arc<Self>,
        call: Call<'_>,
        span: Span,
    ) -> Result<Option<Exclusive>, Error> {
        let Some(event_loop) = self.event_loop.get() else {
            return Ok(None);
        };
        let exclusive = event_loop.exclusive();
        if self.is_at_rest() {
            return Ok(Some(exclusive));
        }
        let waiter = event_loop.join(span);
        let rests = poll_fn(|context| {
            waiter.register(context);
            self.drive();
            if self.is_at_rest() || nested::is_in_session(self) {
                Poll::Ready(Ok(()))
            } else {
                Poll::Pending
            }
        });
        match limit(&call.plugin.clock, span, rests).await {
            Ok(()) => Ok(Some(exclusive)),
            Err(_) => Err(self.busy_for(call)),
        }
    }

    /// The same, blocking the thread.
    #[inline]
    pub(super) fn rest_blocking(
        self: &Arc<Self>,
        call: Call<'_>,
        span: Span,
    ) -> Result<Option<Exclusive>, Error> {
        if self.event_loop.get().is_none() {
            return Ok(None);
        }
        self.rest_parked(call, span)
    }

    #[cold]
    fn rest_parked(
        self: &Arc<Self>,
        call: Call<'_>,
        span: Span,
    ) -> Result<Option<Exclusive>, Error> {
        park(|| None, self.rest(call, span)).unwrap_or_else(|_| Err(self.busy_for(call)))
    }

    fn is_at_rest(&self) -> bool {
        self.state
            .try_lock()
            .is_some_and(|state| !matches!(*state, State::Driven(_)))
    }

    /// The last who wanted something of the instance goes: the guest gets a moment to see that nobody reads any more.
    pub(crate) fn wind_down(self: &Arc<Self>) {
        let session = Arc::clone(self);
        let run = move || {
            let Ok(event_loop) = session.event_loop() else {
                return;
            };
            let clock = &session.plugin.clock;
            let span = Span {
                began: clock.begin(),
                ticks: ticker::ticks(DESTRUCTOR_TIME),
            };
            let waiter = event_loop.join(span);
            let rests = poll_fn(|context| {
                waiter.register(context);
                session.drive();
                if session.is_at_rest() {
                    Poll::Ready(Ok(()))
                } else {
                    Poll::Pending
                }
            });
            // Where it takes longer, the instance goes all the same.
            let _ = park(|| None, limit(clock, span, rests));
        };
        match background::handle() {
            Ok(background) => drop(background.spawn_blocking(run)),
            Err(error) => {
                tracing::error!(%error, "a guest is not told that its stream is not read any more");
            }
        }
    }

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
        let name = function.name();
        let event_loop = self.event_loop()?;
        if event_loop.failure().is_some() {
            return Err(self.lost(event_loop.failure()));
        }
        let waiter = event_loop.join(span);
        let watched = Watched {
            plugin,
            is_over: false,
        };
        let (answer, mut answered) = oneshot::channel();
        let begin = Begin::<F, _, _, T> {
            session: Arc::downgrade(self),
            limits: Arc::clone(call.limits),
            lower,
            lift,
            answer,
            function: PhantomData,
        };
        event_loop.start(&name, Box::new(move |accessor| begin.run(accessor)));
        let waited = self.wait_for(
            &waiter,
            span,
            |context| match Pin::new(&mut answered).poll(context) {
                Poll::Ready(Ok(answer)) => Poll::Ready(answer),
                // What ends the instance says why.
                Poll::Ready(Err(_)) | Poll::Pending => Poll::Pending,
            },
            || {
                let shown = nested::shown_time(call.limits.limits.time);
                Error::new(
                    ErrorKind::Timeout,
                    format!(
                        "`{name}` of {} did not end within {shown}",
                        plugin.component.name()
                    ),
                )
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
            store.data_mut().set_limits_of(call);
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
            let name = event_loop.name();
            let during = name.as_deref().map_or(During::Tasks, During::Call);
            event_loop.fail(failure::of(error, during, store.data()));
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

//! One instance that is held: for calls which belong together, or by the handles of resources that live in it.

use std::mem;
use std::ptr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use parking_lot::{Mutex, MutexGuard};
use wasmtime::component::ResourceAny;

use crate::background;
use crate::imports::nested;
use crate::instances::dropped::Dropped;
use crate::instances::event_loop::Exclusive;
use crate::instances::held::Held;
use crate::instances::waiters::Waiters;
use crate::instances::{Call, Driven, EventLoop, KeptPlace, Lease, Mode, Span, now};
use crate::plugin::Loaded;
use crate::ticker;
use crate::{Error, ErrorKind};

/// How long the guest's destructor of a resource may run when the host drops its handle, where the limit of the plugin's
/// calls is not shorter.
pub(crate) const DESTRUCTOR_TIME: Duration = Duration::from_millis(100);

pub(crate) struct Session {
    pub(super) plugin: Arc<Loaded>,
    pub(super) state: Mutex<State>,
    /// Whether the instance has ever given out a handle. Set while the call that does has the instance.
    gives_handles: AtomicBool,
    /// Whether it serves async calls, so that handles may be dropped where nothing must block.
    is_async: AtomicBool,
    /// The resources whose handles have gone, and whose destructors have not run yet.
    dropped: Dropped,
    /// Whether another thread is to run them.
    is_scheduled: AtomicBool,
    pub(super) waiters: Waiters,
    /// What those share who wait for streams of the instance, or for calls beside others. Only instances have it whose guests
    /// can run several tasks at once.
    pub(super) event_loop: OnceLock<Arc<EventLoop>>,
}

pub(super) enum State {
    /// The instance is still with the call that gives out its first handle.
    Vacant,
    Live(Box<Lease>),
    /// A future has the instance.
    Busy,
    /// It runs for all who wait for something of it.
    Driven(Driven),
    /// The failure that ended the instance; `None` where a panic passed through the call.
    Lost(Option<Error>),
}

impl State {
    /// Whether others have the instance.
    fn is_busy(&self) -> bool {
        matches!(self, Self::Busy | Self::Driven(_))
    }
}

impl Session {
    /// A session with an instance of its own, for calls of this kind.
    pub(crate) async fn new(call: Call<'_>, mode: Mode) -> Result<Arc<Self>, Error> {
        let span = call.begin()?;
        let lease = Lease::new(call, span, mode).await?;
        let session = Self::vacant(call.plugin);
        session.occupy(Box::new(lease), None);
        Ok(session)
    }

    /// A session that is to get its instance by [`occupy`](Self::occupy).
    pub(crate) fn vacant(plugin: &Arc<Loaded>) -> Arc<Self> {
        Arc::new(Self {
            plugin: Arc::clone(plugin),
            state: Mutex::new(State::Vacant),
            gives_handles: AtomicBool::new(false),
            is_async: AtomicBool::new(false),
            dropped: Dropped::default(),
            is_scheduled: AtomicBool::new(false),
            waiters: Waiters::default(),
            event_loop: OnceLock::new(),
        })
    }

    /// Gives a vacant session its instance, with the place in the pool that it is from.
    pub(crate) fn occupy(self: &Arc<Self>, mut lease: Box<Lease>, place: Option<KeptPlace>) {
        lease.belongs_to(self, place);
        if self.plugin.component.needs_concurrency() {
            let event_loop = Arc::clone(lease.event_loop());
            self.event_loop.get_or_init(|| event_loop);
        }
        *self.state.lock() = State::Live(lease);
        self.run_destructors();
    }

    pub(crate) fn plugin(&self) -> &Arc<Loaded> {
        &self.plugin
    }

    /// What tells it from all other sessions that exist.
    pub(crate) fn address(&self) -> usize {
        ptr::from_ref(self).addr()
    }

    /// It serves async calls.
    pub(crate) fn set_async(&self) {
        self.is_async.store(true, Ordering::Relaxed);
    }

    /// From now on whoever has the instance looks for handles that have gone meanwhile.
    pub(crate) fn gives_handles(&self) {
        self.gives_handles.store(true, Ordering::Relaxed);
    }

    /// Runs `run` on the instance, once no other call is on it.
    #[inline]
    pub(crate) fn with<R>(
        self: &Arc<Self>,
        call: Call<'_>,
        run: impl FnOnce(&mut Lease) -> Result<R, Error>,
    ) -> Result<R, Error> {
        let span = call.begin()?;
        // Those who have waited for long go first.
        let state = if self.waiters.must_queue() {
            None
        } else {
            self.state.try_lock()
        };
        let (state, _rest) = match state {
            Some(state) if !state.is_busy() => (state, None),
            state => {
                drop(state);
                self.rest_and_wait(call, span)?
            }
        };
        let mut turn = Turn {
            session: self,
            state: Some(state),
        };
        let lost = match turn.state.as_deref_mut() {
            Some(State::Live(_)) if self.has_failed() => {
                self.lost(self.event_loop.get().and_then(|it| it.failure()))
            }
            Some(State::Live(lease)) => {
                // Those of an async session are left to another thread, which may not have come to it.
                if self.dropped.is_known() {
                    let run = self.run_destructors_on(lease, Mode::Blocking, Some(span));
                    if let Err(error) = now(run) {
                        turn.end(Some(error.clone()));
                        return Err(self.lost(Some(error)));
                    }
                    if is_over(call, span) {
                        turn.end(None);
                        return Err(self.busy_for(call));
                    }
                }
                lease.begin(call, span, Mode::Blocking);
                let result = run(lease);
                let failure = match &result {
                    Err(error) if lease.is_broken() => Some(error.clone()),
                    _ => None,
                };
                turn.end(failure);
                return result;
            }
            Some(State::Lost(cause)) => self.lost(cause.clone()),
            _ => self.lost(None),
        };
        turn.end(None);
        Err(lost)
    }

    /// The instance for a future, once no other call is on it.
    #[inline]
    pub(crate) async fn hold<'a>(self: &'a Arc<Self>, call: Call<'_>) -> Result<Held<'a>, Error> {
        let span = call.begin()?;
        if !self.waiters.must_queue()
            && !self.dropped.is_known()
            && let Some(Ok(lease)) = self.try_take()
        {
            let mut held = self.held(lease)?;
            held.lease().begin(call, span, Mode::Async);
            return Ok(held);
        }
        // It is large, and most calls do without.
        Box::pin(self.hold_late(call, span)).await
    }

    /// The same where others have it, or something is to be done first.
    async fn hold_late<'a>(
        self: &'a Arc<Self>,
        call: Call<'_>,
        span: Span,
    ) -> Result<Held<'a>, Error> {
        let _rest = self.rest(call, span).await?;
        let taken = if self.waiters.must_queue() {
            None
        } else {
            self.try_take()
        };
        let taken = match taken {
            Some(taken) => taken,
            None => self.wait_to_take(call, span).await?,
        };
        let lease = match taken {
            Ok(lease) => lease,
            Err(error) => {
                // The others who wait are to have the same answer.
                self.looked_at();
                return Err(error);
            }
        };
        let mut held = self.held(lease)?;
        if self.dropped.is_known()
            && let Err(error) = self
                .run_destructors_on(held.lease(), Mode::Async, Some(span))
                .await
        {
            let lost = self.lost(Some(error.clone()));
            held.finish(&Err::<(), Error>(error), None);
            return Err(lost);
        }
        if is_over(call, span) {
            held.finish(&Ok::<(), Error>(()), None);
            return Err(self.busy_for(call));
        }
        held.lease().begin(call, span, Mode::Async);
        Ok(held)
    }

    /// An instance that a future has taken.
    #[inline]
    fn held(self: &Arc<Self>, lease: Box<Lease>) -> Result<Held<'_>, Error> {
        if !lease.serves(Mode::Async) {
            self.put_back(lease);
            return Err(self.of_another_kind());
        }
        self.set_async();
        let mut held = Held::of_session(self);
        held.set(lease);
        Ok(held)
    }

    async fn wait_to_take(
        self: &Arc<Self>,
        call: Call<'_>,
        span: Span,
    ) -> Result<Result<Box<Lease>, Error>, Error> {
        if let Err(error) = self.may_wait(call) {
            // Only who can't wait may come before those who do.
            let taken = self.try_take();
            self.looked_at();
            return taken.ok_or(error);
        }
        let _queued = call.queue(|| self.shown())?;
        let attempt = || {
            if self.may_try() {
                self.try_take()
            } else {
                None
            }
        };
        let taken = self
            .waiters
            .wait_async(time_left(call, span), attempt)
            .await;
        taken.ok_or_else(|| self.busy_for(call))
    }

    /// One who waits for the instance is there to take it. Returns whether it may be had: it may run for others, who went on while
    /// this one did not come.
    fn may_try(&self) -> bool {
        let Some(event_loop) = self.event_loop.get() else {
            return true;
        };
        event_loop.exclusive_awake();
        !event_loop.is_driven()
    }

    /// Takes the instance out for a future; `None` while another call has it.
    fn try_take(&self) -> Option<Result<Box<Lease>, Error>> {
        let mut state = self.state.try_lock()?;
        match mem::replace(&mut *state, State::Busy) {
            State::Live(lease) if self.has_failed() => {
                *state = State::Live(lease);
                let failure = self.event_loop.get().and_then(|it| it.failure());
                Some(Err(self.lost(failure)))
            }
            State::Live(lease) => Some(Ok(lease)),
            State::Busy => None,
            State::Driven(driven) => {
                // Only calls come to this that are nested in the instance's own.
                *state = State::Driven(driven);
                None
            }
            State::Vacant => {
                *state = State::Vacant;
                Some(Err(self.lost(None)))
            }
            State::Lost(cause) => {
                *state = State::Lost(cause.clone());
                Some(Err(self.lost(cause)))
            }
        }
    }

    /// Takes the instance back that a future had.
    pub(crate) fn put_back(self: &Arc<Self>, lease: Box<Lease>) {
        *self.state.lock() = State::Live(lease);
        self.freed();
    }

    /// The instance that a future had is gone.
    pub(crate) fn lose(self: &Arc<Self>, cause: Error) {
        if let Some(event_loop) = self.event_loop.get() {
            event_loop.fail(cause.clone());
        }
        *self.state.lock() = State::Lost(Some(cause));
        self.freed();
    }

    /// A call is done with the instance.
    #[inline]
    pub(super) fn freed(self: &Arc<Self>) {
        if let Some(event_loop) = self.event_loop.get() {
            self.over_alone(event_loop);
        }
        self.rests();
    }

    /// The instance can be had.
    #[inline]
    pub(super) fn rests(self: &Arc<Self>) {
        if self.gives_handles.load(Ordering::Relaxed) && self.dropped.is_any() {
            self.run_destructors();
        }
        if let Some(event_loop) = self.event_loop.get() {
            self.freed_of(event_loop);
        }
        self.waiters.freed();
    }

    pub(crate) fn plugin_name(&self) -> &str {
        self.plugin.component.name()
    }

    /// # Errors
    ///
    /// The call must not wait: it would wait for itself.
    fn may_wait(&self, call: Call<'_>) -> Result<(), Error> {
        let name = self.plugin_name();
        if nested::is_in_session(self) {
            return Err(Error::new(
                ErrorKind::Reentrant,
                format!(
                    "the instance of {name} can't be called by a host function that it is itself calling; \
                     call another instance, or return to the guest first"
                ),
            ));
        }
        if nested::is_in_plugin(call.plugin) {
            return Err(Error::new(
                ErrorKind::TooManyInstances,
                format!(
                    "the instance of {name} is busy, and a host function that {name} is calling does not wait for another \
                     instance of it"
                ),
            ));
        }
        Ok(())
    }

    /// Waits until what runs in the instance has come to rest, and no other call is on it.
    #[cold]
    fn rest_and_wait(
        self: &Arc<Self>,
        call: Call<'_>,
        span: Span,
    ) -> Result<(MutexGuard<'_, State>, Option<Exclusive>), Error> {
        let rest = self.rest_blocking(call, span)?;
        if rest.is_some()
            && !self.waiters.must_queue()
            && let Some(state) = self.state.try_lock()
        {
            if !state.is_busy() {
                return Ok((state, rest));
            }
            drop(state);
            self.looked_at();
        }
        let state = self.wait(call, span)?;
        if is_over(call, span) {
            drop(state);
            self.freed();
            return Err(self.busy_for(call));
        }
        Ok((state, rest))
    }

    #[cold]
    fn wait(&self, call: Call<'_>, span: Span) -> Result<MutexGuard<'_, State>, Error> {
        let attempt = || {
            if !self.may_try() {
                return None;
            }
            let state = self.state.try_lock()?;
            (!state.is_busy()).then_some(state)
        };
        if let Err(error) = self.may_wait(call) {
            // Only who can't wait may come before those who do.
            return attempt().ok_or(error);
        }
        let _queued = call.queue(|| self.shown())?;
        let waited = self.waiters.wait(time_left(call, span), attempt);
        waited.ok_or_else(|| self.busy_for(call))
    }

    /// The instance, for people.
    fn shown(&self) -> String {
        format!("the instance of the session with {}", self.plugin_name())
    }

    #[cold]
    pub(super) fn busy_for(&self, call: Call<'_>) -> Error {
        let shown = nested::shown_time(call.limits.limits.time);
        Error::new(
            ErrorKind::Timeout,
            format!(
                "the session with {} was busy for {shown}",
                self.plugin_name()
            ),
        )
    }

    /// The error where there is no instance any more.
    #[cold]
    pub(super) fn lost(&self, cause: Option<Error>) -> Error {
        let error = Error::new(
            ErrorKind::SessionLost,
            format!(
                "the session with {} ended when an earlier call failed; begin a new one",
                self.plugin_name()
            ),
        );
        match cause {
            Some(cause) => error.with_source(cause),
            None => error,
        }
    }

    /// The error of an async call where the guest would block the thread.
    #[cold]
    fn of_another_kind(&self) -> Error {
        Error::new(
            ErrorKind::WrongMode,
            format!(
                "the instance of {} was made by a blocking call, and would block the thread of an async one while it waits; \
                 begin the session with `session_async`, get the handle by an async call, or say `async` in the host's attribute: \
                 all of these serve blocking calls too",
                self.plugin_name()
            ),
        )
    }

    /// Has the guest's destructor run: now, or as soon as whoever has the instance is done with it.
    pub(crate) fn drop_resource(self: &Arc<Self>, resource: ResourceAny) {
        self.dropped.push(resource);
        self.run_destructors();
        self.looked_at();
    }

    /// Runs the destructors of all resources that have been dropped, unless another has the instance, who will do it then.
    ///
    /// None is forgotten: the one who drops a resource puts it on the list first and tries the lock then, while the one who has
    /// the lock gives it up first and looks at the list then.
    #[cold]
    fn run_destructors(self: &Arc<Self>) {
        while self.dropped.is_any() {
            let Some(mut state) = self.state.try_lock() else {
                return;
            };
            let ended = match &mut *state {
                State::Vacant | State::Busy => return,
                // This may be a thread on which nothing must block.
                State::Driven(_) => {
                    drop(state);
                    self.have_destructors_run();
                    return;
                }
                State::Live(lease) if lease.waits() || self.is_async.load(Ordering::Relaxed) => {
                    drop(state);
                    self.have_destructors_run();
                    return;
                }
                // They run after the next call, which has more of a stack.
                State::Live(_) if !nested::has_room() => return,
                State::Live(lease) => {
                    match now(self.run_destructors_on(lease, Mode::Blocking, None)) {
                        Ok(()) => None,
                        Err(error) => Some(mem::replace(&mut *state, State::Lost(Some(error)))),
                    }
                }
                State::Lost(_) => {
                    self.dropped.clear();
                    None
                }
            };
            drop(state);
            // The instance has values of the user's, who may do anything when they are dropped.
            drop(ended);
            if self.dropped.is_any() {
                // They take long: this thread has other things to do.
                self.have_destructors_run();
                return;
            }
        }
    }

    /// Has those run that have gone while the instance runs for others.
    pub(super) fn look_for_dropped(self: &Arc<Self>) {
        if self.gives_handles.load(Ordering::Relaxed) && self.dropped.is_any() {
            self.have_destructors_run();
        }
    }

    /// Has another thread run them, which may block.
    fn have_destructors_run(self: &Arc<Self>) {
        if self.is_scheduled.swap(true, Ordering::SeqCst) {
            return;
        }
        let session = Arc::clone(self);
        let run = move || {
            // From now on whoever drops another has it seen to.
            session.is_scheduled.store(false, Ordering::SeqCst);
            let call = Call::of(&session.plugin);
            let span = Span {
                began: call.plugin.clock.begin(),
                ticks: ticker::ticks(DESTRUCTOR_TIME),
            };
            let Ok(_rest) = session.rest_blocking(call, span) else {
                return;
            };
            let Some(Ok(lease)) = session.try_take() else {
                // Whoever has the instance, or looks at it, asks for it again afterwards.
                return;
            };
            let mut held = Held::of_session(&session);
            held.set(lease);
            let run = session.run_destructors_on(held.lease(), Mode::Blocking, None);
            let result = now(run);
            held.finish(&result, None);
        };
        match background::handle() {
            Ok(background) => drop(background.spawn_blocking(run)),
            Err(error) => {
                self.is_scheduled.store(false, Ordering::SeqCst);
                tracing::error!(%error, "destructors wait for the next call");
            }
        }
    }

    /// Runs them, but no further when the call is over that they come before, or so many have run that take their time: who drops
    /// another, or makes the next call, goes on with the rest.
    ///
    /// # Errors
    ///
    /// One of them fails, and the instance with it.
    async fn run_destructors_on(
        &self,
        lease: &mut Lease,
        mode: Mode,
        before: Option<Span>,
    ) -> Result<(), Error> {
        let plugin = &self.plugin;
        let call = Call::of(plugin);
        let ticks = plugin.limits.ticks.min(ticker::ticks(DESTRUCTOR_TIME));
        let all = before.unwrap_or(Span {
            began: plugin.clock.begin(),
            ticks,
        });
        while plugin.clock.left(all.began, all.ticks) > 0 {
            let next = self.dropped.pop();
            let Some(resource) = next else {
                break;
            };
            // It is no part of the call that it may be dropped in: that one's end is no reason to end this instance.
            let span = Span {
                began: plugin.clock.begin(),
                ticks,
            };
            lease.begin(call, span, mode);
            if let Err(error) = lease.drop_resource(mode, resource).await {
                tracing::warn!(%error, "a destructor failed, and its instance is gone");
                return Err(error);
            }
        }
        Ok(())
    }
}

/// Whether the time of a call is over before it has begun: destructors may have taken it.
fn is_over(call: Call<'_>, span: Span) -> bool {
    call.plugin.clock.left(span.began, span.ticks) == 0
}

/// How long a call may still wait.
fn time_left(call: Call<'_>, span: Span) -> Duration {
    let left = span.left(&call.plugin.clock).unwrap_or(Duration::MAX);
    nested::time(call.limits.limits.time).min(left)
}

/// Ends the instance: apart from what each call does at its end, so that little code is left there.
#[cold]
fn end(session: &Session, mut state: MutexGuard<'_, State>, cause: Option<Error>) {
    if let Some(event_loop) = session.event_loop.get() {
        event_loop.fail(cause.clone().unwrap_or_else(|| session.lost(None)));
    }
    let ended = mem::replace(&mut *state, State::Lost(cause));
    drop(state);
    // The instance has values of the user's, who may do anything when they are dropped.
    drop(ended);
}

/// A call that has the instance. Where a panic passes through the call, the instance ends.
struct Turn<'a> {
    session: &'a Arc<Session>,
    /// `Some` until it is dropped.
    state: Option<MutexGuard<'a, State>>,
}

impl Turn<'_> {
    /// The call is over. Ends the instance where the call has failed in a way that leaves it in an unknown state.
    #[inline]
    fn end(mut self, failure: Option<Error>) {
        let (session, state) = (self.session, self.state.take());
        // What its destructor would do is done here, where it is known.
        mem::forget(self);
        match (state, failure) {
            (Some(state), Some(failure)) => end(session, state, Some(failure)),
            (state, _) => drop(state),
        }
        session.freed();
    }
}

impl Drop for Turn<'_> {
    #[cold]
    fn drop(&mut self) {
        if let Some(state) = self.state.take() {
            end(self.session, state, None);
            self.session.freed();
        }
    }
}

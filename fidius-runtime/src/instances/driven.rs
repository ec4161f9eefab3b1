//! Sessions whose instance runs for all who wait for something of it: calls beside one another, and the items of streams.

use std::future::poll_fn;
use std::mem;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::task::{Context, Poll, Waker};

use parking_lot::MutexGuard;

use crate::background;
use crate::imports::nested;
use crate::instances::apart;
use crate::instances::event_loop::{EventLoop, Exclusive, Running, Waiter};
use crate::instances::session::{DESTRUCTOR_TIME, State};
use crate::instances::watch::limit;
use crate::instances::{Call, Session, Span};
use crate::park::{TimedOut, park};
use crate::ticker;
use crate::{Error, ErrorKind};

/// The error of what was waited for too long.
pub(crate) enum Late {
    /// Nothing of it has happened.
    NotBegun(Error),
    /// The instance is in the middle of it.
    InTheMiddle(Error),
}

/// An instance that runs for all who wait.
pub(crate) struct Driven {
    pub(super) running: Running,
    /// Where is noted when it is taken up again.
    pub(super) resumed: Arc<AtomicU64>,
    /// Whether it has run.
    pub(super) is_begun: bool,
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
    /// Whoever waits does this in each poll, after it has left its waker. Where it can't run the instance, who does wakes it if
    /// there is anything left to do.
    pub(crate) fn drive(self: &Arc<Self>) {
        let Some(event_loop) = self.event_loop.get() else {
            return;
        };
        if event_loop.is_wanted() && !event_loop.is_driven() && !event_loop.has_failed() {
            // Whoever wants it wakes all afterwards.
            event_loop.watch();
            return;
        }
        let mut state = match self.state.try_lock() {
            Some(state) => state,
            None => {
                // Who has it looks at this when it has given up the lock: it either sees it, or has given it up by now.
                event_loop.refuse();
                let Some(state) = self.state.try_lock() else {
                    return;
                };
                state
            }
        };
        let has_failed = event_loop.has_failed();
        let driven = match mem::replace(&mut *state, State::Lost(None)) {
            State::Live(lease) if !has_failed && event_loop.begin_to_drive() => {
                lease.drive(event_loop)
            }
            State::Driven(driven) if !has_failed => driven,
            other => {
                let is_busy = matches!(other, State::Busy);
                *state = other;
                drop(state);
                // Who has it taken out tells all when it is back.
                if !is_busy {
                    event_loop.watch();
                    self.look_for_dropped();
                    self.looked_at();
                }
                return;
            }
        };
        let wakes = event_loop.wakes();
        match self.turn(event_loop, state, driven) {
            After::Rests => self.rests(),
            After::Runs => {
                self.look_for_dropped();
                event_loop.leave(wakes);
            }
            After::Ended => {}
        }
    }

    /// The instance is at rest, and wanted by those who would keep it from calls beside others for as long as they come: calls that
    /// are to begin do, and answers that are there are taken. The guest goes on in the calls of those who want it.
    #[cold]
    fn turn_between(self: &Arc<Self>, event_loop: &Arc<EventLoop>) {
        let Some(mut state) = self.state.try_lock() else {
            // Who has it does this afterwards.
            return;
        };
        let driven = match mem::replace(&mut *state, State::Lost(None)) {
            State::Live(lease) => lease.drive(event_loop),
            other => {
                *state = other;
                return;
            }
        };
        let wakes = event_loop.wakes();
        if let After::Runs = self.turn(event_loop, state, driven) {
            event_loop.leave(wakes);
        }
    }

    /// Runs the instance for a turn.
    fn turn(
        self: &Arc<Self>,
        event_loop: &Arc<EventLoop>,
        mut state: MutexGuard<'_, State>,
        mut driven: Driven,
    ) -> After {
        event_loop.set_driven(true);
        driven
            .resumed
            .store(self.plugin.clock.now(), Ordering::Relaxed);
        let waker = Waker::from(Arc::clone(event_loop));
        let polled = catch_unwind(AssertUnwindSafe(|| {
            let context = &mut Context::from_waker(&waker);
            if driven.is_begun {
                return apart::poll_on(driven.running.as_mut(), context);
            }
            let Driven {
                running, is_begun, ..
            } = &mut driven;
            let first = poll_fn(|context| {
                *is_begun = true;
                running.as_mut().poll(context)
            });
            apart::poll(pin!(first), context)
        }));
        let mut ended = None;
        let mut panic = None;
        match polled {
            Ok(Poll::Pending) => *state = State::Driven(driven),
            Ok(Poll::Ready((lease, Ok(())))) => *state = State::Live(lease),
            Ok(Poll::Ready((lease, Err(error)))) => {
                let error = lease.tasks_failed(event_loop, error);
                event_loop.fail(error);
                ended = Some(State::Live(lease));
            }
            Err(payload) => {
                event_loop.fail(self.lost(None));
                ended = Some(State::Driven(driven));
                panic = Some(payload);
            }
        }
        let rests = !matches!(*state, State::Driven(_));
        event_loop.set_driven(!rests);
        if ended.is_some() {
            *state = State::Lost(event_loop.failure());
        }
        drop(state);
        // The instance has values of the user's, who may do anything when they are dropped.
        let is_over = ended.is_some();
        drop(ended);
        if is_over {
            event_loop.clear();
            self.waiters.freed();
        } else if event_loop.has_failed_meanwhile() {
            // Another has ended it meanwhile, and could not have it.
            self.end_failed(event_loop);
        }
        if let Some(panic) = panic {
            resume_unwind(panic);
        }
        if event_loop.has_failed() {
            After::Ended
        } else if rests {
            After::Rests
        } else {
            After::Runs
        }
    }

    /// Another call of those that want the instance alone is over.
    #[cold]
    pub(super) fn over_alone(self: &Arc<Self>, event_loop: &Arc<EventLoop>) {
        let has_failed = event_loop.has_failed_meanwhile();
        if !has_failed && event_loop.is_exclusive() && event_loop.has_calls() {
            self.turn_between(event_loop);
        }
    }

    /// The instance is free: those go on who could not have it run.
    #[cold]
    pub(super) fn freed_of(&self, event_loop: &EventLoop) {
        if event_loop.has_failed_meanwhile() {
            self.end_failed(event_loop);
            return;
        }
        if event_loop.is_exclusive() {
            // They are about to be woken.
            event_loop.exclusive_awake();
        }
        event_loop.wake_all();
    }

    /// The state was locked for a look at it: those go on who could not lock it meanwhile, and count on being told by whoever had it.
    #[cold]
    pub(super) fn looked_at(self: &Arc<Self>) {
        if let Some(event_loop) = self.event_loop.get() {
            if event_loop.has_failed_meanwhile() {
                self.end_failed(event_loop);
            }
            if event_loop.take_refused() {
                event_loop.wake_all();
            }
        }
        self.waiters.looked();
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
        event_loop.set_driven(false);
        drop(state);
        // The instance has values of the user's, who may do anything when they are dropped.
        drop(ended);
        event_loop.clear();
        self.waiters.looked();
    }

    /// Ends the instance, with all that runs in it.
    pub(crate) fn kill(self: &Arc<Self>, error: Error) {
        let Some(event_loop) = self.event_loop.get() else {
            return;
        };
        event_loop.fail(error);
        self.end_failed(event_loop);
    }

    /// Whether what runs in the instance, or another's wait for it, has ended it.
    #[inline]
    pub(super) fn has_failed(&self) -> bool {
        let event_loop = self.event_loop.get();
        event_loop.is_some_and(|event_loop| event_loop.has_failed())
    }

    /// Waits for something of the instance, which `poll` looks for, and has it run meanwhile.
    ///
    /// # Errors
    ///
    /// The time is over, with `late` as the error. The instance ends then, or has ended.
    pub(crate) async fn wait_for<R>(
        self: &Arc<Self>,
        waiter: &Waiter,
        span: Span,
        mut poll: impl FnMut(&mut Context<'_>) -> Poll<R>,
        late: impl FnOnce() -> Late,
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
                let late = if error.is::<TimedOut>() {
                    late()
                } else {
                    Late::InTheMiddle(Error::new(
                        ErrorKind::Other,
                        "a call can't be waited for here",
                    ))
                };
                match late {
                    Late::NotBegun(late) => Err(late.with_source(error)),
                    Late::InTheMiddle(late) => {
                        let late = late.with_source(error);
                        self.kill(late.clone());
                        Err(late)
                    }
                }
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
        let Some(error) = self.ended() else {
            return Poll::Pending;
        };
        // It may have come before the end, and after that look.
        Poll::Ready(match poll(context) {
            Poll::Ready(result) => Ok(result),
            Poll::Pending => Err(error),
        })
    }

    /// Why there is nothing to wait for any more.
    fn ended(&self) -> Option<Error> {
        self.event_loop.get()?.failure()
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
        if let Some(failure) = event_loop.failure() {
            self.end_failed(event_loop);
            return Err(self.lost(Some(failure)));
        }
        let exclusive = event_loop.exclusive();
        if self.is_at_rest() {
            return Ok(Some(exclusive));
        }
        let waiter = event_loop.join(span);
        let rests = poll_fn(|context| {
            event_loop.exclusive_awake();
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
        self.event_loop
            .get()
            .is_none_or(|event_loop| !event_loop.is_driven())
    }

    /// The last who wanted something of the instance goes: the guest gets a moment to see that nobody reads any more.
    pub(crate) fn wind_down(self: &Arc<Self>) {
        // With many at once, most guests would only keep others waiting.
        if WINDING_DOWN.fetch_add(1, Ordering::Relaxed) >= MOST_WINDING_DOWN {
            WINDING_DOWN.fetch_sub(1, Ordering::Relaxed);
            return;
        }
        let session = Arc::clone(self);
        let counted = WindingDown;
        let run = move || {
            let _counted = counted;
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
}

/// What a turn leaves behind.
enum After {
    /// An instance that can be had.
    Rests,
    /// One that goes on.
    Runs,
    /// None.
    Ended,
}

/// How many instances have a moment to see that nobody reads any more.
static WINDING_DOWN: AtomicUsize = AtomicUsize::new(0);

const MOST_WINDING_DOWN: usize = 64;

/// One of them.
struct WindingDown;

impl Drop for WindingDown {
    fn drop(&mut self) {
        WINDING_DOWN.fetch_sub(1, Ordering::Relaxed);
    }
}

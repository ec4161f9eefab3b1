//! The host's end of a stream that a guest writes to.

use std::collections::VecDeque;
use std::sync::{Arc, Weak};
use std::task::{Context, Poll};

use crate::imports::nested;
use crate::instances::{Call, CallLimits, EventLoop, Session, Span, StoreData, Timer, Waiter};
use crate::plugin::Loaded;
use crate::streams::items::{Items, block, no_wait};
use crate::streams::slot::Slot;
use crate::{Error, ErrorKind};

/// Reads what a guest writes, and has the guest run while it waits.
pub(crate) struct Reader<T> {
    slot: Arc<Slot<T>>,
    plugin: Arc<Loaded>,
    session: Holder,
    event_loop: Arc<EventLoop>,
    limits: Arc<CallLimits>,
    /// The tick in which it was opened.
    opened: u64,
    /// While it waits for an item.
    wait: Option<Wait>,
}

/// Who has the instance run.
enum Holder {
    /// It keeps the instance alive.
    Strong(Arc<Session>),
    /// It is read within the instance itself.
    Weak(Weak<Session>),
    /// The call that has the instance; nobody can when that is over.
    Call,
}

struct Wait {
    span: Span,
    waiter: Waiter,
    timer: Timer,
    /// Whether it is the time of the whole stream that ends first.
    is_whole: bool,
}

impl<T> Reader<T> {
    /// `keeps` says whether it keeps the instance alive: one that a function of the host is given must not, since that function's own
    /// future lives in the instance.
    pub(crate) fn new(slot: Arc<Slot<T>>, keeps: bool, data: &mut StoreData) -> Self {
        let session = match data.owner().upgrade() {
            Some(session) if keeps => Holder::Strong(session),
            Some(_) => Holder::Weak(data.owner().clone()),
            None => Holder::Call,
        };
        Self {
            slot,
            plugin: Arc::clone(&data.plugin),
            session,
            event_loop: Arc::clone(data.event_loop()),
            limits: Arc::clone(data.call_limits()),
            opened: data.plugin.clock.begin(),
            wait: None,
        }
    }

    fn session(&self) -> Option<Arc<Session>> {
        match &self.session {
            Holder::Strong(session) => Some(Arc::clone(session)),
            Holder::Weak(session) => session.upgrade(),
            Holder::Call => None,
        }
    }

    fn poll<R>(
        &mut self,
        context: &mut Context<'_>,
        mut take: impl FnMut(&mut VecDeque<T>) -> R,
    ) -> Poll<Option<Result<R, Error>>> {
        let polled = self.slot.take(context, &mut take);
        let polled = match polled {
            Poll::Pending => self.poll_wait(context, &mut take),
            ready => ready,
        };
        if polled.is_ready() {
            self.wait = None;
        }
        polled.map(|read| read.map(|result| self.plugin.failures.note_error(result)))
    }

    /// Has the guest run, and looks again.
    fn poll_wait<R>(
        &mut self,
        context: &mut Context<'_>,
        take: &mut impl FnMut(&mut VecDeque<T>) -> R,
    ) -> Poll<Option<Result<R, Error>>> {
        if self.wait.as_ref().is_none_or(|wait| self.is_stale(wait)) {
            match self.begin() {
                Ok(wait) => self.wait = Some(wait),
                Err(error) => return Poll::Ready(Some(Err(error))),
            }
        }
        let session = self.session();
        let Some(wait) = &mut self.wait else {
            return Poll::Pending;
        };
        wait.waiter.register(context);
        if let Some(session) = &session {
            session.drive();
        }
        if let Poll::Ready(read) = self.slot.take(context, &mut *take) {
            return Poll::Ready(read);
        }
        if let Some(failure) = self.event_loop.failure() {
            // Items, and the end, may have come before that, and after that look.
            return match self.slot.take(context, take) {
                Poll::Pending => Poll::Ready(Some(Err(failure))),
                ready => ready,
            };
        }
        match wait.timer.poll(&self.plugin.clock, wait.span, context) {
            Poll::Pending => Poll::Pending,
            Poll::Ready(Ok(())) => {
                let is_whole = wait.is_whole;
                let error = self.late(is_whole);
                if let Some(session) = &session {
                    session.kill(error.clone());
                }
                Poll::Ready(Some(Err(error)))
            }
            Poll::Ready(Err(error)) => Poll::Ready(Some(Err(no_wait(error)))),
        }
    }

    /// It begins to wait for an item.
    fn begin(&self) -> Result<Wait, Error> {
        let call = Call {
            plugin: &self.plugin,
            limits: &self.limits,
        };
        let mut span = call.begin()?;
        let passed = span.began.saturating_sub(self.opened);
        let left = self.limits.stream_ticks.saturating_sub(passed);
        let is_whole = left < span.ticks;
        span.ticks = span.ticks.min(left);
        Ok(Wait {
            span,
            waiter: self.event_loop.join(span),
            timer: Timer::default(),
            is_whole,
        })
    }

    #[cold]
    fn late(&self, is_whole: bool) -> Error {
        let name = self.plugin.component.name();
        let limits = &self.limits.limits;
        let text = if is_whole {
            format!(
                "a stream of {name} did not end within the time limit of {:?} for the whole of it (`Limits::stream_time`)",
                limits.stream_time
            )
        } else {
            format!(
                "a stream of {name} had no further item within {}",
                nested::shown_time(limits.time)
            )
        };
        Error::new(ErrorKind::Timeout, text)
    }

    /// Whether nobody has looked for an item for so long after its time was over that it was not waited for.
    fn is_stale(&self, wait: &Wait) -> bool {
        let end = wait.span.began.saturating_add(wait.span.ticks);
        self.plugin.clock.now() > end.saturating_add(LATE)
    }
}

/// By how many ticks one that waits may be late.
const LATE: u64 = 50;

impl<T: Send> Items<T> for Reader<T> {
    fn poll_next(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<T, Error>>> {
        let polled = self.poll(context, VecDeque::pop_front);
        polled.map(|read| match read {
            Some(Ok(item)) => item.map(Ok),
            Some(Err(error)) => Some(Err(error)),
            None => None,
        })
    }

    fn poll_chunk(
        &mut self,
        context: &mut Context<'_>,
        most: usize,
        into: &mut Vec<T>,
    ) -> Option<Poll<Option<Result<(), Error>>>> {
        Some(self.poll(context, |items| {
            if into.is_empty() && items.len() <= most {
                *into = std::mem::take(items).into();
            } else {
                let count = most.min(items.len());
                into.extend(items.drain(..count));
            }
        }))
    }

    fn next(&mut self) -> Option<Result<T, Error>> {
        // What is there needs no waiting.
        if let Some(item) = self.slot.pop() {
            self.wait = None;
            return Some(Ok(item));
        }
        if let Err(error) = self.may_block() {
            return Some(Err(error));
        }
        block(|context| self.poll_next(context))
    }

    fn may_block(&self) -> Result<(), Error> {
        let is_inside = match self.session() {
            Some(session) => nested::is_in_session(&session),
            None => nested::is_in_plugin(&self.plugin),
        };
        if !is_inside {
            return Ok(());
        }
        Err(Error::new(
            ErrorKind::Reentrant,
            format!(
                "a stream of {} can't be waited for by a function of the host that this instance is calling: the guest can't \
                 write while the thread waits; read it in an async function, or after the function has returned",
                self.plugin.component.name()
            ),
        ))
    }

    fn enter(&mut self, session: &Arc<Session>) {
        if let Holder::Strong(own) = &self.session
            && Arc::ptr_eq(own, session)
        {
            self.session = Holder::Weak(Arc::downgrade(own));
        }
    }
}

impl<T> Drop for Reader<T> {
    fn drop(&mut self) {
        self.wait = None;
        self.slot.close();
        if let Holder::Strong(session) = &self.session
            && Arc::strong_count(session) == 1
            && !self.slot.is_over()
        {
            session.wind_down();
        }
    }
}

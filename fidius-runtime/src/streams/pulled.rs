//! Streams of guests of fidius 0.5, and of others that have none of the component model's: a resource that is asked for one item after
//! the other.

use std::marker::PhantomData;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use crate::definition::Function;
use crate::handles::{GuestHandle, Lifting, Raw as Handle, RawHandle};
use crate::instances::{Call, CallLimits, Lease, Mode, Owner, Session, now};
use crate::streams::Fed;
use crate::streams::items::{Items, block};
use crate::{Error, ErrorKind, GuestError, Stream};

/// What a guest answers when it is asked for an item.
pub(crate) type Answer<T> = Result<Option<T>, GuestError>;

/// A way to ask for an item.
pub(crate) trait Pull<T>: Clone + Send + Sync + 'static {
    /// Asks on the instance that the resource lives in.
    fn pull(
        &self,
        handle: &Arc<GuestHandle>,
        lease: &mut Lease,
        mode: Mode,
    ) -> impl Future<Output = Result<Answer<T>, Error>> + Send;
}

/// By a function whose types are known.
pub(crate) struct Typed<Next, T, Raw, E> {
    lift: fn(Raw, &mut Lifting<'_, 'static>) -> Result<T, Error>,
    failed: fn(E) -> GuestError,
    next: PhantomData<fn() -> Next>,
}

impl<Next, T, Raw, E> Clone for Typed<Next, T, Raw, E> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<Next, T, Raw, E> Copy for Typed<Next, T, Raw, E> {}

impl<Next, T, Raw, E> Pull<T> for Typed<Next, T, Raw, E>
where
    Next: for<'x> Function<Params<'x> = (RawHandle,), Results = (Result<Option<Raw>, E>,)>,
    T: Send + 'static,
    Raw: Send + Sync + 'static,
    E: Send + Sync + 'static,
{
    #[inline]
    fn pull(
        &self,
        handle: &Arc<GuestHandle>,
        lease: &mut Lease,
        mode: Mode,
    ) -> impl Future<Output = Result<Answer<T>, Error>> + Send {
        let Self { lift, failed, .. } = *self;
        async move {
            let session = handle.session();
            let next = session.plugin().function::<Next>()?;
            let asked = lease.call_handles(
                mode,
                next,
                Owner::Session(session),
                |cx| Ok((cx.this(handle)?,)),
                move |(answer,), cx| {
                    Ok(match answer {
                        Ok(Some(item)) => Ok(Some(lift(item, cx)?)),
                        Ok(None) => Ok(None),
                        Err(error) => Err(failed(error)),
                    })
                },
            );
            asked.await
        }
    }
}

/// The items of such a stream.
pub(crate) struct Pulled<T, P> {
    /// An item that is asked for without blocking: it has all that it needs, and where it is dropped, that is a call that is dropped.
    asked: Option<Asked<T>>,
    /// What the guest reads meanwhile, where its function reads a stream of the host's.
    feed: Option<Fed>,
    /// `None` where the instance itself is to read it, which it can't.
    handle: Option<Arc<GuestHandle>>,
    pull: P,
    limits: Arc<CallLimits>,
    /// The tick in which it was opened.
    opened: u64,
}

type Asked<T> = Pin<Box<dyn Future<Output = (Option<Fed>, Result<Answer<T>, Error>)> + Send>>;

impl<T, P: Pull<T>> Pulled<T, P> {
    pub(crate) fn new(
        handle: Arc<GuestHandle>,
        pull: P,
        limits: Arc<CallLimits>,
        feed: Option<Fed>,
    ) -> Self {
        Self {
            asked: None,
            feed,
            pull,
            limits,
            opened: handle.session().plugin().clock.begin(),
            handle: Some(handle),
        }
    }

    /// The resource, and the limits of the call that asks for an item now.
    ///
    /// # Errors
    ///
    /// Nobody can ask for one; the time of the whole stream is over.
    #[inline]
    fn begin(&self) -> Result<(&Arc<GuestHandle>, Of<'_>), Error> {
        let Some(handle) = &self.handle else {
            return Err(entered());
        };
        if self.limits.limits.stream_time == Duration::MAX {
            return Ok((handle, Of::Item(&self.limits)));
        }
        Ok((handle, self.limits_now(handle)?))
    }

    #[cold]
    fn limits_now(&self, handle: &GuestHandle) -> Result<Of<'_>, Error> {
        let plugin = handle.session().plugin();
        let passed = plugin.clock.begin().saturating_sub(self.opened);
        let left = self.limits.stream_ticks.saturating_sub(passed);
        if left == 0 {
            return plugin
                .failures
                .note_error(Err(self.late(plugin.component.name())));
        }
        Ok(if left < self.limits.ticks {
            Of::Whole(Arc::new(CallLimits {
                limits: self.limits.limits.clone(),
                ticks: left,
                ..*self.limits
            }))
        } else {
            Of::Item(&self.limits)
        })
    }

    #[cold]
    fn late(&self, name: &str) -> Error {
        whole_late(name, self.limits.limits.stream_time)
    }
}

/// Whose time limits a call for an item.
enum Of<'a> {
    /// The call's own.
    Item(&'a Arc<CallLimits>),
    /// What is left to the whole stream.
    Whole(Arc<CallLimits>),
}

impl Of<'_> {
    fn limits(&self) -> &Arc<CallLimits> {
        match self {
            Of::Item(limits) => limits,
            Of::Whole(limits) => limits,
        }
    }

    fn is_whole(&self) -> bool {
        matches!(self, Self::Whole(_))
    }
}

/// Sees to it that an error says whose time is over.
fn named<T>(
    result: Result<T, Error>,
    is_whole: bool,
    handle: &GuestHandle,
    stream_time: Duration,
) -> Result<T, Error> {
    match result {
        Err(error) if is_whole && error.is_timeout() => {
            let name = handle.session().plugin_name();
            Err(whole_late(name, stream_time).with_source(error))
        }
        result => result,
    }
}

#[cold]
fn whole_late(name: &str, limit: Duration) -> Error {
    Error::new(
        ErrorKind::Timeout,
        format!(
            "a stream of {name} did not end within the time limit of {limit:?} for the whole of it (`Limits::stream_time`)"
        ),
    )
}

#[cold]
fn entered() -> Error {
    Error::new(
        ErrorKind::Reentrant,
        "a stream that an instance gives was given to the same instance to read, which can't give an item while it waits for one; \
         read it in the program, or make it on another instance",
    )
}

#[cold]
fn of_guest(name: &str, guest: GuestError) -> Error {
    Error::new(
        ErrorKind::Guest,
        format!("a stream of {name} ended with an error of the plugin's: {guest}"),
    )
    .with_source(guest)
}

/// What a reader gets.
#[inline]
fn item<T>(answer: Result<Answer<T>, Error>, handle: &GuestHandle) -> Option<Result<T, Error>> {
    match answer {
        Ok(Ok(item)) => item.map(Ok),
        Ok(Err(guest)) => Some(Err(of_guest(handle.session().plugin_name(), guest))),
        Err(error) => Some(Err(error)),
    }
}

/// Asks for an item, with what the guest may read meanwhile in its place.
async fn ask<T, P: Pull<T>>(
    pull: &P,
    handle: &Arc<GuestHandle>,
    feed: &mut Option<Fed>,
    lease: &mut Lease,
    mode: Mode,
) -> Result<Answer<T>, Error> {
    if feed.is_none() {
        return pull.pull(handle, lease, mode).await;
    }
    lease.data().feed = feed.take();
    let answer = pull.pull(handle, lease, mode).await;
    *feed = lease.data().feed.take();
    answer
}

/// Has the guest read it from now on.
pub(crate) fn lend(lease: &mut Lease, owner: &Owner<'_>, feed: &mut Option<Fed>) {
    if let (Owner::Session(session), Some(feed)) = (owner, &mut *feed) {
        feed.enter(session);
    }
    lease.data().feed = feed.take();
}

impl<T: Send + 'static, P: Pull<T>> Items<T> for Pulled<T, P> {
    fn poll_next(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<T, Error>>> {
        if self.asked.is_none() {
            let (handle, of) = match self.begin() {
                Ok(begun) => begun,
                Err(error) => return Poll::Ready(Some(Err(error))),
            };
            let (handle, is_whole) = (Arc::clone(handle), of.is_whole());
            let limits = Arc::clone(of.limits());
            let pull = self.pull.clone();
            let mut feed = self.feed.take();
            self.asked = Some(Box::pin(async move {
                let session = handle.session();
                let plugin = session.plugin();
                let call = Call {
                    plugin,
                    limits: &limits,
                };
                let mut held = match session.hold(call).await {
                    Ok(held) => held,
                    Err(error) => return (feed, plugin.failures.note_error(Err(error))),
                };
                let answer = ask(&pull, &handle, &mut feed, held.lease(), Mode::Async).await;
                held.finish(&answer, None);
                let answer = named(answer, is_whole, &handle, limits.limits.stream_time);
                (feed, plugin.failures.note(answer))
            }));
        }
        let Some(asked) = &mut self.asked else {
            return Poll::Pending;
        };
        let (feed, answer) = ready!(asked.as_mut().poll(context));
        self.asked = None;
        self.feed = feed;
        Poll::Ready(match &self.handle {
            Some(handle) => item(answer, handle),
            None => Some(Err(entered())),
        })
    }

    fn next(&mut self) -> Option<Result<T, Error>> {
        if self.asked.is_some() {
            return block(|context| self.poll_next(context));
        }
        let mut feed = self.feed.take();
        let (handle, of) = match self.begin() {
            Ok(begun) => begun,
            Err(error) => return Some(Err(error)),
        };
        let session = handle.session();
        let plugin = session.plugin();
        let call = Call {
            plugin,
            limits: of.limits(),
        };
        let answer = session.with(call, |lease| {
            now(ask(&self.pull, handle, &mut feed, lease, Mode::Blocking))
        });
        let answer = if of.is_whole() {
            named(answer, true, handle, self.limits.limits.stream_time)
        } else {
            answer
        };
        let item = item(plugin.failures.note(answer), handle);
        self.feed = feed;
        item
    }

    fn enter(&mut self, session: &Arc<Session>) {
        if let Some(handle) = &self.handle
            && Arc::ptr_eq(handle.session(), session)
        {
            // It would keep the instance alive that it is kept by.
            self.asked = None;
            self.handle = None;
        }
        if let Some(feed) = &mut self.feed {
            feed.enter(session);
        }
    }
}

impl Lifting<'_, '_> {
    /// Takes a stream that is a resource, which is asked for its items by `Next`: `lift` takes an item, `failed` the error that the guest
    /// ends it with.
    ///
    /// # Errors
    ///
    /// It is no resource of the guest's.
    pub fn pulled<Next, T, Raw, E>(
        &mut self,
        raw: RawHandle,
        lift: fn(Raw, &mut Lifting<'_, 'static>) -> Result<T, Error>,
        failed: fn(E) -> GuestError,
    ) -> Result<Stream<T>, Error>
    where
        Next: for<'x> Function<Params<'x> = (RawHandle,), Results = (Result<Option<Raw>, E>,)>,
        T: Send + 'static,
        Raw: Send + Sync + 'static,
        E: Send + Sync + 'static,
    {
        let resource = match raw.0 {
            Handle::Other(resource) => self.guest_handle(resource),
            Handle::Host(_) => None,
        };
        let Some(handle) = resource else {
            return Err(Error::new(
                ErrorKind::Trap,
                format!(
                    "{} gave the host a resource of another kind where a stream of its own was expected",
                    self.store.data().plugin.component.name()
                ),
            ));
        };
        let pull = Typed {
            lift,
            failed,
            next: PhantomData::<fn() -> Next>,
        };
        let data = self.store.data_mut();
        let limits = Arc::clone(data.call_limits());
        let feed = data.feed.take();
        Ok(Stream::of(Pulled::new(handle, pull, limits, feed)))
    }
}

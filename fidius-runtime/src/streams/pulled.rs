//! Streams of guests of fidius 0.5, and of others that have none of the component model's: a resource that is asked for one item after
//! the other.

use std::future::poll_fn;
use std::marker::PhantomData;
use std::mem;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use parking_lot::Mutex;

use crate::definition::Function;
use crate::handles::{GuestHandle, Lifting, Raw as Handle, RawHandle};
use crate::instances::{Call, CallLimits, Lease, Owner, Session};
use crate::streams::Fed;
use crate::streams::items::{Items, block};
use crate::{Error, ErrorKind, GuestError, Stream};

/// What a guest answers when it is asked for an item.
pub(crate) type Answer<T> = Result<Option<T>, GuestError>;

/// The same, where the call may fail.
type Asked<T> = Result<Answer<T>, Error>;

/// A way to ask for an item.
pub(crate) trait Pull<T>: Clone + Send + Sync + 'static {
    /// Asks on the instance that the resource lives in.
    fn pull(&self, handle: &Arc<GuestHandle>, lease: &mut Lease) -> Asked<T>;

    /// The same, without blocking the thread.
    fn pull_async(
        &self,
        handle: &Arc<GuestHandle>,
        lease: &mut Lease,
    ) -> impl Future<Output = Asked<T>> + Send;
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
    fn pull(&self, handle: &Arc<GuestHandle>, lease: &mut Lease) -> Asked<T> {
        let session = handle.session();
        lease.call_handles(
            session.plugin().function::<Next>()?,
            Owner::Session(session),
            |cx| Ok((cx.this(handle)?,)),
            |(answer,), cx| self.lift(answer, cx),
        )
    }

    #[inline]
    async fn pull_async(&self, handle: &Arc<GuestHandle>, lease: &mut Lease) -> Asked<T> {
        let session = handle.session();
        let asked = lease.call_handles_async(
            session.plugin().function::<Next>()?,
            Owner::Session(session),
            |cx| Ok((cx.this(handle)?,)),
            |(answer,), cx| self.lift(answer, cx),
        );
        asked.await
    }
}

impl<Next, T, Raw, E> Typed<Next, T, Raw, E> {
    fn lift(&self, answer: Result<Option<Raw>, E>, cx: &mut Lifting<'_, 'static>) -> Asked<T> {
        Ok(match answer {
            Ok(Some(item)) => Ok(Some((self.lift)(item, cx)?)),
            Ok(None) => Ok(None),
            Err(error) => Err((self.failed)(error)),
        })
    }
}

/// The items of such a stream.
pub(crate) struct Pulled<T, P> {
    /// `None` where the instance itself is to read it, which it can't.
    asker: Option<Asker<P>>,
    /// What the guest reads meanwhile, where its function reads a stream of the host's.
    feed: Feed,
    /// Made when an item is first asked for without blocking.
    asking: Option<Asking<T>>,
}

/// Shared by those who ask in either way, of whom one does at a time.
type Feed = Option<Arc<Mutex<Option<Fed>>>>;

/// What it takes to ask for an item.
#[derive(Clone)]
struct Asker<P> {
    handle: Arc<GuestHandle>,
    pull: P,
    limits: Arc<CallLimits>,
    /// The tick in which the stream was opened.
    opened: u64,
}

/// Asks for one item after the other without blocking, in one future for all of them: a future for each would cost as much as the
/// call. It has all that it needs, and where it is dropped in the middle, that is a call that is dropped.
struct Asking<T> {
    run: Pin<Box<dyn Future<Output = ()> + Send>>,
    /// Where it leaves what it has got, and waits to be polled for the next.
    answer: Arc<Mutex<Option<Asked<T>>>>,
    /// Whether it is in the middle of an item.
    is_under_way: bool,
}

impl<T: Send + 'static> Asking<T> {
    fn new<P: Pull<T>>(asker: Asker<P>, feed: Feed) -> Self {
        let answer = Arc::new(Mutex::new(None));
        let place = Arc::clone(&answer);
        let run = Box::pin(async move {
            loop {
                let answer = asker.ask_async(&feed).await;
                *place.lock() = Some(answer);
                let mut is_taken = false;
                poll_fn(|_| {
                    if mem::replace(&mut is_taken, true) {
                        Poll::Ready(())
                    } else {
                        Poll::Pending
                    }
                })
                .await;
            }
        });
        Self {
            run,
            answer,
            is_under_way: false,
        }
    }

    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Asked<T>> {
        self.is_under_way = true;
        // It never ends.
        let _: Poll<()> = self.run.as_mut().poll(context);
        let answer = self.answer.lock().take();
        match answer {
            Some(answer) => {
                self.is_under_way = false;
                Poll::Ready(answer)
            }
            None => Poll::Pending,
        }
    }
}

impl<T, P: Pull<T>> Pulled<T, P> {
    pub(crate) fn new(
        handle: Arc<GuestHandle>,
        pull: P,
        limits: Arc<CallLimits>,
        feed: Option<Fed>,
    ) -> Self {
        Self {
            asker: Some(Asker {
                opened: handle.session().plugin().clock.begin(),
                handle,
                pull,
                limits,
            }),
            feed: feed.map(|feed| Arc::new(Mutex::new(Some(feed)))),
            asking: None,
        }
    }
}

impl<P> Asker<P> {
    /// The limits of the call that asks for an item now.
    ///
    /// # Errors
    ///
    /// The time of the whole stream is over.
    #[inline]
    fn begin(&self) -> Result<Of<'_>, Error> {
        if self.limits.limits.stream_time == Duration::MAX {
            return Ok(Of::Item(&self.limits));
        }
        self.limits_now()
    }

    #[cold]
    fn limits_now(&self) -> Result<Of<'_>, Error> {
        let plugin = self.handle.session().plugin();
        let passed = plugin.clock.begin().saturating_sub(self.opened);
        let left = self.limits.stream_ticks.saturating_sub(passed);
        if left == 0 {
            let name = plugin.component.name();
            let late = whole_late(name, self.limits.limits.stream_time);
            return plugin.failures.note_error(Err(late));
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

    /// Asks for an item, with what the guest may read meanwhile in its place.
    #[inline]
    fn ask<T>(&self, feed: &Feed) -> Asked<T>
    where
        P: Pull<T>,
    {
        let (session, of) = (self.handle.session(), self.begin()?);
        let plugin = session.plugin();
        let call = Call {
            plugin,
            limits: of.limits(),
        };
        let answer = session.with(call, |lease| {
            let Some(feed) = feed else {
                return self.pull.pull(&self.handle, lease);
            };
            lease.data().feed = feed.lock().take();
            let answer = self.pull.pull(&self.handle, lease);
            *feed.lock() = lease.data().feed.take();
            answer
        });
        self.asked(&of, answer)
    }

    /// The same, without blocking the thread.
    #[inline]
    async fn ask_async<T>(&self, feed: &Feed) -> Asked<T>
    where
        P: Pull<T>,
    {
        let (session, of) = (self.handle.session(), self.begin()?);
        let plugin = session.plugin();
        let call = Call {
            plugin,
            limits: of.limits(),
        };
        let held = session.hold(call).await;
        let mut held = plugin.failures.note_error(held)?;
        let lease = held.lease();
        if let Some(feed) = feed {
            lease.data().feed = feed.lock().take();
        }
        let answer = self.pull.pull_async(&self.handle, lease).await;
        if let Some(feed) = feed {
            *feed.lock() = held.lease().data().feed.take();
        }
        held.finish(&answer, None);
        self.asked(&of, answer)
    }

    #[inline]
    fn asked<T>(&self, of: &Of<'_>, answer: Result<T, Error>) -> Result<T, Error> {
        let answer = match answer {
            Err(error) if of.is_whole() && error.is_timeout() => {
                let name = self.handle.session().plugin_name();
                let limit = self.limits.limits.stream_time;
                Err(whole_late(name, limit).with_source(error))
            }
            answer => answer,
        };
        self.handle.session().plugin().failures.note(answer)
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
fn item<T>(answer: Asked<T>, handle: &GuestHandle) -> Option<Result<T, Error>> {
    match answer {
        Ok(Ok(item)) => item.map(Ok),
        Ok(Err(guest)) => Some(Err(of_guest(handle.session().plugin_name(), guest))),
        Err(error) => Some(Err(error)),
    }
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
        let Some(asker) = &self.asker else {
            return Poll::Ready(Some(Err(entered())));
        };
        let asking = self
            .asking
            .get_or_insert_with(|| Asking::new(asker.clone(), self.feed.clone()));
        let answer = ready!(asking.poll(context));
        Poll::Ready(item(answer, &asker.handle))
    }

    fn next(&mut self) -> Option<Result<T, Error>> {
        if self
            .asking
            .as_ref()
            .is_some_and(|asking| asking.is_under_way)
        {
            return block(|context| self.poll_next(context));
        }
        let Some(asker) = &self.asker else {
            return Some(Err(entered()));
        };
        item(asker.ask(&self.feed), &asker.handle)
    }

    fn enter(&mut self, session: &Arc<Session>) {
        if let Some(asker) = &self.asker
            && Arc::ptr_eq(asker.handle.session(), session)
        {
            // It would keep the instance alive that it is kept by.
            self.asking = None;
            self.asker = None;
        }
        if let Some(feed) = &self.feed
            && let Some(feed) = &mut *feed.lock()
        {
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

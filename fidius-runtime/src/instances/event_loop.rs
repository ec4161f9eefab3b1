//! What those share who wait for something of one instance whose guest runs several tasks at once.
//!
//! Nobody has a task, or a thread, for the instance: whoever waits for something of it runs it for a turn, in a poll of a future
//! of its own. What runs wakes all who wait, and the first of them to come runs it on.

use std::collections::VecDeque;
use std::mem;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};
use std::task::{Context, Poll, Wake, Waker};
use std::time::Duration;

use futures_util::stream::{FuturesUnordered, StreamExt as _};
use futures_util::task::AtomicWaker;
use parking_lot::Mutex;
use smallvec::SmallVec;
use wasmtime::component::{Accessor, Instance};

use crate::instances::{Lease, Span, StoreData, barrier};
use crate::{Error, background};

/// A call under way.
pub(crate) type Task = Pin<Box<dyn Future<Output = ()> + Send>>;

/// Begins a call, and returns what is to be waited for; `None` where the call could not begin.
pub(crate) type Start = Box<dyn FnOnce(&Accessor<StoreData>) -> Option<Task> + Send>;

/// An instance that runs, and gives itself back when it rests.
pub(crate) type Running = Pin<Box<dyn Future<Output = (Box<Lease>, wasmtime::Result<()>)> + Send>>;

#[derive(Default)]
pub(crate) struct EventLoop {
    /// Calls that are to begin, each under a number.
    starts: Mutex<VecDeque<(u64, Start)>>,
    /// The number of the next.
    next: AtomicU64,
    /// Wakes what runs where it waits for calls to begin, or to be told to rest.
    has_starts: AtomicWaker,
    /// Calls under way. What runs has the lock, and others only try it.
    tasks: Mutex<FuturesUnordered<Task>>,
    /// Streams and futures between the host and the guest that are not over.
    open: AtomicUsize,
    wakers: Mutex<Wakers>,
    /// How often all were woken.
    wakes: AtomicU64,
    /// Whether somebody wanted to run the instance while another did.
    is_refused: AtomicBool,
    /// Whether it is in the middle of running, or was when it was last left.
    is_driven: AtomicBool,
    /// How many want the instance for themselves.
    exclusive: AtomicUsize,
    /// Whether any of those has been awake since this was last looked at: a future that nobody polls must not keep the instance from
    /// others.
    is_exclusive_awake: AtomicBool,
    /// Whether none has been for so long that others go on.
    is_passed_over: AtomicBool,
    /// Whether a task of the background's looks at that.
    is_watched: AtomicBool,
    /// Up to which tick the guest may run, as far as those know who wait.
    until: AtomicU64,
    /// Whether another wait has begun, which gives the guest its CPU time anew.
    is_renewed: AtomicBool,
    /// The same for fuel.
    is_refuelled: AtomicBool,
    /// What has ended the instance.
    failure: Mutex<Option<Error>>,
    /// Whether there is such.
    has_failed: AtomicBool,
    /// The functions whose tasks may run.
    functions: Mutex<Functions>,
    /// Where calls find their functions.
    instance: OnceLock<Instance>,
}

/// Whose tasks may be running, for errors.
#[derive(Default)]
enum Functions {
    #[default]
    None,
    /// The one at this place among all.
    One(usize),
    Several,
}

#[derive(Default)]
struct Wakers {
    places: Vec<Option<Waker>>,
    free: Vec<usize>,
}

/// The place of one who waits.
pub(crate) struct Waiter {
    event_loop: Arc<EventLoop>,
    place: usize,
}

/// A call that is to begin, or has begun. It does not begin any more when this is dropped: nobody waits for it then.
pub(crate) struct Started {
    event_loop: Arc<EventLoop>,
    number: u64,
}

impl Started {
    /// Takes the call back, unless it has begun. Returns whether it was still to begin.
    pub(crate) fn take_back(&self) -> bool {
        let mut starts = self.event_loop.starts.lock();
        let place = starts.iter().position(|(number, _)| *number == self.number);
        let start = place.and_then(|place| starts.remove(place));
        drop(starts);
        start.is_some()
    }
}

impl Drop for Started {
    fn drop(&mut self) {
        self.take_back();
    }
}

/// As long as it lives, the instance does not begin to run, and comes to rest where it runs.
pub(crate) struct Exclusive(Arc<EventLoop>);

impl EventLoop {
    /// A place for one who waits from now on, within `span`.
    pub(crate) fn join(self: &Arc<Self>, span: Span) -> Waiter {
        self.until
            .fetch_max(span.began.saturating_add(span.ticks), Ordering::Relaxed);
        self.is_renewed.store(true, Ordering::Relaxed);
        self.is_refuelled.store(true, Ordering::Relaxed);
        let mut wakers = self.wakers.lock();
        let place = match wakers.free.pop() {
            Some(place) => place,
            None => {
                wakers.places.push(None);
                wakers.places.len() - 1
            }
        };
        Waiter {
            event_loop: Arc::clone(self),
            place,
        }
    }

    /// Has a call of the function at this place begin as soon as the instance runs. What is returned takes it back.
    pub(crate) fn start(self: &Arc<Self>, function: usize, start: Start) -> Started {
        {
            let mut functions = self.functions.lock();
            *functions = match *functions {
                Functions::None => Functions::One(function),
                Functions::One(known) if known == function => Functions::One(known),
                Functions::One(_) | Functions::Several => Functions::Several,
            };
        }
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        self.starts.lock().push_back((number, start));
        self.has_starts.wake();
        Started {
            event_loop: Arc::clone(self),
            number,
        }
    }

    /// Notes that it runs from now on, or rests.
    pub(crate) fn set_driven(&self, is_driven: bool) {
        self.is_driven.store(is_driven, Ordering::SeqCst);
    }

    /// Notes that an instance that rests runs from now on, unless somebody wants it alone: who does looks, once that is noted, at
    /// whether it runs, so that one of the two gives way whoever comes first.
    pub(crate) fn begin_to_drive(&self) -> bool {
        if self.is_wanted() {
            return false;
        }
        self.set_driven(true);
        if self.is_wanted() {
            self.set_driven(false);
            // Who wants it may have seen that it runs, and is to look again.
            self.refuse();
            return false;
        }
        true
    }

    /// Whether it runs, as far as those do not who want it alone.
    pub(crate) fn is_driven(&self) -> bool {
        self.is_driven.load(Ordering::SeqCst)
    }

    /// Somebody can't run the instance now, because another does, who [has all woken](Self::leave) then.
    pub(crate) fn refuse(&self) {
        self.is_refused.store(true, Ordering::SeqCst);
        barrier::before_lock();
    }

    /// Whether [that](Self::refuse) has happened since this was last asked.
    pub(crate) fn take_refused(&self) -> bool {
        barrier::after_unlock();
        self.is_refused.swap(false, Ordering::SeqCst)
    }

    /// How often all were woken so far.
    pub(crate) fn wakes(&self) -> u64 {
        self.wakes.load(Ordering::SeqCst)
    }

    /// Who has run the instance leaves it to others, since it counted `wakes`: what has happened meanwhile may be known to nobody
    /// but those who could not run it.
    pub(crate) fn leave(&self, wakes: u64) {
        if self.take_refused() && self.wakes() != wakes {
            // Nothing new, which others would have to hand on again.
            self.wake_those_who_wait();
        }
    }

    pub(crate) fn set_instance(&self, instance: Instance) {
        self.instance.get_or_init(|| instance);
    }

    /// Where calls find their functions; `None` before anybody can make a call.
    pub(crate) fn instance(&self) -> Option<Instance> {
        self.instance.get().copied()
    }

    /// The one function whose tasks may be running, where there is no other.
    pub(crate) fn function(&self) -> Option<usize> {
        match *self.functions.lock() {
            Functions::One(function) => Some(function),
            Functions::None | Functions::Several => None,
        }
    }

    /// Keeps the instance from running, for who wants it alone.
    pub(crate) fn exclusive(self: &Arc<Self>) -> Exclusive {
        self.exclusive.fetch_add(1, Ordering::SeqCst);
        self.exclusive_awake();
        // What runs is to see it in its next turn.
        self.has_starts.wake();
        Exclusive(Arc::clone(self))
    }

    /// One of those who want it alone is there to take it, or is about to be woken.
    pub(crate) fn exclusive_awake(&self) {
        self.is_exclusive_awake.store(true, Ordering::SeqCst);
        self.is_passed_over.store(false, Ordering::SeqCst);
    }

    /// Whether somebody wants it alone.
    pub(crate) fn is_exclusive(&self) -> bool {
        self.exclusive.load(Ordering::SeqCst) > 0
    }

    /// Whether one of those is awake.
    pub(crate) fn is_wanted(&self) -> bool {
        self.is_exclusive() && !self.is_passed_over.load(Ordering::SeqCst)
    }

    /// Somebody gives way to those who want it alone: they are passed over where nobody polls them.
    pub(crate) fn watch(self: &Arc<Self>) {
        if self.is_watched.swap(true, Ordering::SeqCst) {
            return;
        }
        match background::handle() {
            Ok(background) => drop(background.spawn(watch(Arc::clone(self)))),
            Err(_) => self.is_watched.store(false, Ordering::SeqCst),
        }
    }

    /// Whether calls are to begin, or under way.
    pub(crate) fn has_calls(&self) -> bool {
        !self.starts.lock().is_empty() || self.tasks.try_lock().is_none_or(|it| !it.is_empty())
    }

    /// A stream or future is there that may keep the guest busy.
    pub(crate) fn opened(&self) {
        self.open.fetch_add(1, Ordering::Relaxed);
    }

    /// One of those is over.
    pub(crate) fn closed(&self) {
        self.open.fetch_sub(1, Ordering::Relaxed);
    }

    /// Up to which tick the guest may run.
    pub(crate) fn until(&self) -> u64 {
        self.until.load(Ordering::Relaxed)
    }

    /// Whether the guest has its CPU time anew since this was last asked.
    pub(crate) fn take_renewed(&self) -> bool {
        self.is_renewed.load(Ordering::Relaxed) && self.is_renewed.swap(false, Ordering::Relaxed)
    }

    /// Whether streams or futures are open.
    pub(crate) fn is_open(&self) -> bool {
        self.open.load(Ordering::Relaxed) > 0
    }

    /// Whether anything has ended the instance.
    pub(crate) fn has_failed(&self) -> bool {
        self.has_failed.load(Ordering::SeqCst)
    }

    /// The same for who has just given the instance up: who ends it tries to take it then.
    pub(crate) fn has_failed_meanwhile(&self) -> bool {
        barrier::after_unlock();
        self.has_failed()
    }

    /// What has ended the instance.
    pub(crate) fn failure(&self) -> Option<Error> {
        if self.has_failed() {
            self.failure.lock().clone()
        } else {
            None
        }
    }

    /// The instance is about to go, for this reason where there was none before.
    pub(crate) fn fail(&self, error: Error) {
        let mut failure = self.failure.lock();
        let surplus = match &*failure {
            Some(_) => Some(error),
            None => failure.replace(error),
        };
        self.has_failed.store(true, Ordering::SeqCst);
        drop(failure);
        drop(surplus);
        barrier::before_lock();
    }

    /// The instance is gone: what was to begin, or is under way, is dropped, so that those hear of it who wait.
    pub(crate) fn clear(&self) {
        // Also where one of the user's values panics.
        let _woken = WakesAll(self);
        let starts = mem::take(&mut *self.starts.lock());
        drop(starts);
        // Where what runs is dropping itself, it has the lock.
        let tasks = self
            .tasks
            .try_lock()
            .map(|mut tasks| mem::take(&mut *tasks));
        drop(tasks);
    }

    /// Wakes all who wait.
    pub(crate) fn wake_all(&self) {
        self.wakes.fetch_add(1, Ordering::SeqCst);
        self.wake_those_who_wait();
    }

    fn wake_those_who_wait(&self) {
        let mut wakers = self.wakers.lock();
        let woken: SmallVec<[Waker; 4]> =
            wakers.places.iter_mut().filter_map(Option::take).collect();
        drop(wakers);
        woken.into_iter().for_each(Waker::wake);
    }

    /// Does what is the host's part of a turn: begins calls, and takes the answers of those under way. Ready when the instance is
    /// to rest.
    pub(crate) fn turn(
        &self,
        accessor: &Accessor<StoreData>,
        context: &mut Context<'_>,
    ) -> Poll<()> {
        self.has_starts.register(context.waker());
        let mut tasks = self.tasks.lock();
        loop {
            // What begins may have others begin.
            let next = self.starts.lock().pop_front();
            let Some((_, start)) = next else {
                break;
            };
            tasks.extend(start(accessor));
        }
        // After those that begin, which may have other limits.
        if self.is_refuelled.swap(false, Ordering::Relaxed) {
            accessor.with(|mut access| Lease::refuel(&mut access));
        }
        while let Poll::Ready(Some(())) = tasks.poll_next_unpin(context) {}
        let is_done = tasks.is_empty() && self.open.load(Ordering::Relaxed) == 0;
        if is_done {
            *self.functions.lock() = Functions::None;
        }
        if is_done || self.is_wanted() {
            Poll::Ready(())
        } else {
            Poll::Pending
        }
    }
}

/// Passes over those who want the instance alone and are not awake, as long as there are such.
async fn watch(event_loop: Arc<EventLoop>) {
    loop {
        tokio::time::sleep(GRACE).await;
        if !event_loop.is_exclusive() {
            event_loop.is_watched.store(false, Ordering::SeqCst);
            // One that came just before that counts on this task.
            if !event_loop.is_exclusive() || event_loop.is_watched.swap(true, Ordering::SeqCst) {
                return;
            }
        }
        if !event_loop.is_exclusive_awake.swap(false, Ordering::SeqCst) {
            if !event_loop.is_passed_over.swap(true, Ordering::SeqCst) {
                event_loop.wake_all();
            }
        } else if event_loop.is_driven() {
            // It came back after others had gone on, and waits for them to give the instance up.
            event_loop.has_starts.wake();
        }
    }
}

/// How long who wants the instance alone may be asleep until others go on. Its executor can be busy, or its task stuck in something
/// else.
const GRACE: Duration = Duration::from_millis(10);

struct WakesAll<'a>(&'a EventLoop);

impl Drop for WakesAll<'_> {
    fn drop(&mut self) {
        self.0.wake_all();
    }
}

impl Wake for EventLoop {
    fn wake(self: Arc<Self>) {
        self.wake_all();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        self.wake_all();
    }
}

impl Waiter {
    /// From now on `context` is woken when the instance can go on.
    pub(crate) fn register(&self, context: &Context<'_>) {
        let waker = context.waker().clone();
        let mut wakers = self.event_loop.wakers.lock();
        let old = wakers.places[self.place].replace(waker);
        drop(wakers);
        // The last of an executor's may do anything when it is dropped.
        drop(old);
    }
}

impl Drop for Waiter {
    fn drop(&mut self) {
        // Whoever was woken with it goes on with what runs.
        let mut wakers = self.event_loop.wakers.lock();
        let waker = wakers.places[self.place].take();
        wakers.free.push(self.place);
        drop(wakers);
        drop(waker);
    }
}

impl Drop for Exclusive {
    fn drop(&mut self) {
        self.0.exclusive.fetch_sub(1, Ordering::SeqCst);
        self.0.wake_all();
    }
}

/// Tells an open stream, or future, from one that is over.
pub(crate) struct Open(Arc<EventLoop>);

impl Open {
    pub(crate) fn new(event_loop: &Arc<EventLoop>) -> Self {
        event_loop.opened();
        Self(Arc::clone(event_loop))
    }

    pub(crate) fn event_loop(&self) -> &Arc<EventLoop> {
        &self.0
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        self.0.closed();
    }
}

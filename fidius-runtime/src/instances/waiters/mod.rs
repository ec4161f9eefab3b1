//! Those who wait until something becomes free: threads and futures, in one queue.

use std::collections::VecDeque;
use std::future::poll_fn;
use std::mem;
use std::pin::pin;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Weak};
use std::task::{Context, Poll, Waker};
use std::time::{Duration, Instant};

use parking_lot::{Condvar, Mutex, MutexGuard};

use crate::background;
use crate::instances::barrier;

/// How long one who waits lets others go first.
const PATIENCE: Duration = Duration::from_millis(1);

/// How long a future may be woken and not polled until others are asked instead. Its executor can be busy, or its task stuck in
/// something else: as long as nobody polls it, it can't take what is free, and nobody can do it in its place.
const GRACE: Duration = Duration::from_millis(10);

/// A queue that costs those who never wait next to nothing.
///
/// What has become free goes to whoever tries first, which is often one who has never waited: handing it over to a thread that
/// sleeps takes longer than a short call. One who has waited for longer than [`PATIENCE`] gets the next that becomes free, and
/// of several such the one who came first.
///
/// A future that is woken and not polled for [`GRACE`] (twice that at most) is passed over: others may try as if it were not
/// there. It keeps its place, and has the rights of that place again from the moment at which it is polled.
///
/// `attempt`, wherever it is given, runs with the queue's lock, so that no two of those who wait look at the same time, and
/// none falls asleep between a look and what becomes free just after. It must be short, and must call nothing of this queue.
#[derive(Default)]
pub(crate) struct Waiters(Arc<Shared>);

/// In cache lines of its own, in pairs as processors fetch them: all calls read it, and only those who wait write it.
#[derive(Default)]
#[repr(align(128))]
struct Shared {
    /// How many are in the queue.
    count: AtomicUsize,
    /// Whether the first of the queue has waited for longer than its patience. Written with the queue's lock only.
    must_queue: AtomicBool,
    queue: Mutex<Queue>,
}

#[derive(Default)]
struct Queue {
    /// In the order of their tickets, which is the order in which they came.
    entries: VecDeque<Entry>,
    next_ticket: u64,
    /// How many things have become free that nobody in the queue has looked for yet. What is free is never more, as long as
    /// anyone is in the queue and all who gave something up have said so; it can be less, because others may have taken it.
    untried: usize,
    /// Whether there can be more than `untried`, until an attempt fails.
    maybe_more: bool,
    /// Whether a task of the background's looks after futures that nobody polls.
    is_watched: bool,
}

struct Entry {
    ticket: u64,
    since: Instant,
    sleeper: Sleeper,
    /// Since when it is awake and has not tried yet.
    woken: Option<Instant>,
    /// Whether it is passed over.
    is_absent: bool,
}

enum Sleeper {
    /// Not the thread's own token (`thread::park`): a call can be made while the thread polls a future whose executor counts
    /// on that token.
    Thread(Arc<Condvar>),
    /// Without a waker it has been woken.
    Task(Option<Waker>),
}

impl Waiters {
    /// Whether another gets the next, and nobody else may try.
    #[inline]
    pub(crate) fn must_queue(&self) -> bool {
        self.0.must_queue.load(Ordering::Relaxed)
    }

    /// How many wait.
    #[cfg(test)]
    pub(crate) fn count(&self) -> usize {
        self.0.count.load(Ordering::Relaxed)
    }

    /// One thing has become free. Whoever gave it up has done so before, by giving up a lock or another operation that reads
    /// and writes an atomic at once.
    #[inline]
    pub(crate) fn freed(&self) {
        if self.is_anyone_there() {
            self.wake(false);
        }
    }

    /// One who does not wait has looked for something free: anything that it had a lock of for a moment may have looked busy
    /// to those who wait. It has given up all of these locks before.
    #[inline]
    pub(crate) fn looked(&self) {
        if self.is_anyone_there() {
            self.wake(true);
        }
    }

    #[inline]
    fn is_anyone_there(&self) -> bool {
        // One who waits counts itself first and looks for something free then; here it is the other way round.
        barrier::after_unlock();
        self.0.count.load(Ordering::Relaxed) > 0
    }

    #[cold]
    fn wake(&self, maybe_more: bool) {
        // Never between another's attempt and its sleep, during which it has the lock.
        let mut queue = self.0.queue.lock();
        if maybe_more {
            queue.untried = queue.untried.max(1);
            queue.maybe_more = true;
        } else {
            queue.untried = queue.untried.saturating_add(1);
        }
        let errands = self.0.settle(&mut queue);
        drop(queue);
        errands.run(&self.0);
    }

    /// Blocks the thread until `attempt` succeeds, at most so long. It needs no runtime, and may be called inside of one.
    #[cold]
    pub(crate) fn wait<T>(
        &self,
        limit: Duration,
        mut attempt: impl FnMut() -> Option<T>,
    ) -> Option<T> {
        let since = Instant::now();
        let until = since.checked_add(limit);
        let bell = Arc::new(Condvar::new());
        // Dropped after the lock, which it needs.
        let mut place = Place::new(&self.0);
        let mut queue = self.0.queue.lock();
        place.join(&mut queue, since, Sleeper::Thread(Arc::clone(&bell)));
        loop {
            let (result, errands) = place.try_in_turn(&mut queue, &mut attempt);
            if result.is_some() {
                drop(queue);
                errands.run(&self.0);
                return result;
            }
            if !errands.is_empty() {
                MutexGuard::unlocked(&mut queue, || errands.run(&self.0));
            }
            if until.is_some_and(|until| until <= Instant::now()) {
                return None;
            }
            // Its bell may have rung before it listens.
            if place.is_woken(&queue) {
                continue;
            }
            match until {
                Some(until) => {
                    bell.wait_until(&mut queue, until);
                }
                None => bell.wait(&mut queue),
            }
        }
    }

    /// Waits until `attempt` succeeds, at most so long from the first poll, on any executor. Where there is no clock for the
    /// limit (see [`background::sleep`]) it is over at once.
    ///
    /// The future may be dropped at any time: what it has been woken for goes to the next.
    pub(crate) async fn wait_async<T>(
        &self,
        limit: Duration,
        mut attempt: impl FnMut() -> Option<T>,
    ) -> Option<T> {
        let since = Instant::now();
        let until = since.checked_add(limit);
        let mut place = Place::new(&self.0);
        let mut clock = pin!(None);
        poll_fn(|context| {
            let result = place.poll(context, since, &mut attempt);
            if result.is_some() {
                return Poll::Ready(result);
            }
            let Some(until) = until else {
                return Poll::Pending;
            };
            if clock.is_none() {
                let left = until.saturating_duration_since(Instant::now());
                if left.is_zero() {
                    return Poll::Ready(None);
                }
                match background::sleep(left) {
                    Ok(sleep) => clock.set(Some(sleep)),
                    Err(_) => return Poll::Ready(None),
                }
            }
            match clock.as_mut().as_pin_mut() {
                Some(clock) => clock.poll(context).map(|()| None),
                None => Poll::Pending,
            }
        })
        .await
    }
}

impl Shared {
    /// Decides who must queue and who has to wake up, after any change. Threads are woken here, all else is left to be done
    /// without the lock.
    fn settle(&self, queue: &mut Queue) -> Errands {
        let now = Instant::now();
        let mut errands = Errands::default();
        if queue.entries.is_empty() {
            // Whoever comes now looks first.
            queue.untried = 0;
            queue.maybe_more = false;
        }
        let mut present = queue.entries.iter_mut().filter(|entry| !entry.is_absent);
        let mut first = present.next();
        let must_queue = first
            .as_ref()
            .is_some_and(|first| now.duration_since(first.since) > PATIENCE);
        if must_queue != self.must_queue.load(Ordering::Relaxed) {
            self.must_queue.store(must_queue, Ordering::SeqCst);
        }
        let mut left = if must_queue {
            queue.untried.min(1)
        } else {
            queue.untried
        };
        let mut is_task_awake = false;
        while left > 0
            && let Some(entry) = first
        {
            if entry.woken.is_none() {
                entry.woken = Some(now);
                match &mut entry.sleeper {
                    Sleeper::Thread(bell) => {
                        bell.notify_one();
                    }
                    Sleeper::Task(waker) => errands.wake.extend(waker.take()),
                }
            }
            is_task_awake |= matches!(entry.sleeper, Sleeper::Task(_));
            left -= 1;
            first = present.next();
        }
        // The others sleep, and count on a future's being polled.
        if is_task_awake && first.is_some() && !queue.is_watched {
            queue.is_watched = true;
            errands.watch = true;
        }
        errands
    }

    /// Passes over the futures that were woken so long ago and have not been polled.
    fn pass_over(&self, age: Duration) -> Errands {
        let mut queue = self.queue.lock();
        for entry in &mut queue.entries {
            if matches!(entry.sleeper, Sleeper::Task(_))
                && entry.woken.is_some_and(|woken| woken.elapsed() >= age)
            {
                entry.is_absent = true;
            }
        }
        queue.is_watched = false;
        self.settle(&mut queue)
    }
}

impl Queue {
    fn position(&self, ticket: u64) -> usize {
        self.entries
            .binary_search_by_key(&ticket, |entry| entry.ticket)
            .expect("the entry is in the queue until its place leaves")
    }

    fn first_present(&self) -> Option<u64> {
        let mut present = self.entries.iter().filter(|entry| !entry.is_absent);
        present.next().map(|entry| entry.ticket)
    }
}

/// What has to be done after the lock is given up: wakers may do anything, also drop a future that is in the same queue.
#[derive(Default)]
#[must_use]
struct Errands {
    wake: Vec<Waker>,
    /// Whether futures that nobody polls have to be looked after from now on.
    watch: bool,
    /// Only to be dropped.
    gone: Option<Entry>,
}

impl Errands {
    fn is_empty(&self) -> bool {
        self.wake.is_empty() && !self.watch && self.gone.is_none()
    }

    fn run(mut self, shared: &Arc<Shared>) {
        loop {
            self.wake.drain(..).for_each(Waker::wake);
            if !self.watch {
                return;
            }
            match background::handle() {
                Ok(handle) => {
                    handle.spawn(watch(Arc::downgrade(shared)));
                    return;
                }
                // Nobody can look after them: no future is counted on.
                Err(_) => self = shared.pass_over(Duration::ZERO),
            }
        }
    }
}

/// Passes over futures that nobody polls, as long as anyone counts on one.
async fn watch(shared: Weak<Shared>) {
    loop {
        tokio::time::sleep(GRACE).await;
        let Some(shared) = shared.upgrade() else {
            return;
        };
        let mut errands = shared.pass_over(GRACE);
        let go_on = errands.watch;
        errands.watch = false;
        errands.run(&shared);
        if !go_on {
            return;
        }
    }
}

/// A place in the queue, from the first attempt to the last.
struct Place<'a> {
    shared: &'a Arc<Shared>,
    /// `None` before it has joined, and after it has left.
    ticket: Option<u64>,
}

impl<'a> Place<'a> {
    fn new(shared: &'a Arc<Shared>) -> Self {
        Self {
            shared,
            ticket: None,
        }
    }

    /// Joins the queue. An attempt must follow before the lock is given up.
    fn join(&mut self, queue: &mut Queue, since: Instant, sleeper: Sleeper) {
        let ticket = queue.next_ticket;
        queue.next_ticket += 1;
        queue.entries.push_back(Entry {
            ticket,
            since,
            sleeper,
            woken: None,
            is_absent: false,
        });
        self.ticket = Some(ticket);
        self.shared.count.fetch_add(1, Ordering::SeqCst);
        barrier::before_lock();
    }

    fn leave(&mut self, queue: &mut Queue) -> Option<Entry> {
        let at = queue.position(self.ticket.take()?);
        self.shared.count.fetch_sub(1, Ordering::SeqCst);
        queue.entries.remove(at)
    }

    /// Tries, unless others have to be let go first, and leaves the queue on success.
    fn try_in_turn<T>(
        &mut self,
        queue: &mut Queue,
        attempt: &mut impl FnMut() -> Option<T>,
    ) -> (Option<T>, Errands) {
        let ticket = self.ticket.expect("it has joined the queue");
        let at = queue.position(ticket);
        let entry = &mut queue.entries[at];
        entry.woken = None;
        entry.is_absent = false;
        let may_try = !self.shared.must_queue.load(Ordering::Relaxed)
            || queue.first_present() == Some(ticket);
        let mut result = None;
        let mut gone = None;
        if may_try {
            result = attempt();
            if result.is_some() {
                gone = self.leave(queue);
                queue.untried = queue.untried.saturating_sub(1);
                if queue.maybe_more {
                    queue.untried = queue.untried.max(1);
                }
            } else {
                queue.untried = 0;
                queue.maybe_more = false;
            }
        }
        let mut errands = self.shared.settle(queue);
        errands.gone = gone;
        (result, errands)
    }

    fn is_woken(&self, queue: &Queue) -> bool {
        self.ticket
            .is_some_and(|ticket| queue.entries[queue.position(ticket)].woken.is_some())
    }

    /// One poll of a future that waits: joins at the first, and tries.
    fn poll<T>(
        &mut self,
        context: &Context<'_>,
        since: Instant,
        attempt: &mut impl FnMut() -> Option<T>,
    ) -> Option<T> {
        // Wakers are cloned and dropped without the lock: that too may do anything.
        let waker = context.waker().clone();
        let replaced;
        let mut queue = self.shared.queue.lock();
        match self.ticket {
            None => {
                self.join(&mut queue, since, Sleeper::Task(Some(waker)));
                replaced = None;
            }
            Some(ticket) => {
                let at = queue.position(ticket);
                let sleeper = &mut queue.entries[at].sleeper;
                replaced = Some(mem::replace(sleeper, Sleeper::Task(Some(waker))));
            }
        }
        let (result, errands) = self.try_in_turn(&mut queue, attempt);
        drop(queue);
        errands.run(self.shared);
        drop(replaced);
        result
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        if self.ticket.is_none() {
            return;
        }
        let mut queue = self.shared.queue.lock();
        let gone = self.leave(&mut queue);
        let mut errands = self.shared.settle(&mut queue);
        drop(queue);
        errands.gone = gone;
        errands.run(self.shared);
    }
}

#[cfg(test)]
mod tests;

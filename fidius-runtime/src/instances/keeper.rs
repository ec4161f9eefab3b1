//! A thread that looks after what nobody is calling at the moment: instances that have been idle for long, and spare ones.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Weak};
use std::thread;
use std::time::{Duration, Instant};

use parking_lot::{Condvar, Mutex, MutexGuard};

/// What is looked after.
pub(crate) trait Kept: Send + Sync + 'static {
    /// Does what is due. Returns when it is to be looked at again; `None` for not before somebody asks for it.
    fn look(&self) -> Option<Duration>;
}

/// Its thread sleeps until something is due, and ends with it.
pub(crate) struct Keeper {
    name: &'static str,
    shared: Arc<Shared>,
}

#[derive(Default)]
struct Shared {
    state: Mutex<State>,
    wake: Condvar,
}

#[derive(Default)]
struct State {
    kept: Vec<Entry>,
    started: bool,
    ended: bool,
}

struct Entry {
    kept: Weak<dyn Kept>,
    due: Option<Instant>,
}

impl Keeper {
    /// With a thread of this name.
    pub(crate) fn new(name: &'static str) -> Self {
        Self {
            name,
            shared: Arc::default(),
        }
    }

    /// Has it looked at after this time, or sooner where that was said before.
    pub(crate) fn look_after<K: Kept>(&self, kept: &Arc<K>, after: Duration) {
        let Some(due) = Instant::now().checked_add(after) else {
            return;
        };
        let mut state = self.shared.state.lock();
        let known = Arc::as_ptr(kept).cast::<()>();
        let found = state
            .kept
            .iter_mut()
            .find(|entry| entry.kept.as_ptr().cast::<()>() == known);
        match found {
            Some(entry) => entry.sooner(due),
            None => {
                let kept: Weak<K> = Arc::downgrade(kept);
                state.kept.push(Entry {
                    kept,
                    due: Some(due),
                });
            }
        }
        self.wake(state);
    }

    fn wake(&self, mut state: MutexGuard<'_, State>) {
        if !state.started {
            state.started = true;
            let shared = Arc::clone(&self.shared);
            let thread = thread::Builder::new().name(self.name.to_owned());
            if let Err(error) = thread.spawn(move || shared.run()) {
                // Whoever asks next tries again.
                state.started = false;
                tracing::error!(%error, "no thread to be had for looking after instances");
            }
        }
        drop(state);
        self.shared.wake.notify_one();
    }
}

impl Entry {
    fn sooner(&mut self, due: Instant) {
        self.due = Some(self.due.map_or(due, |known| known.min(due)));
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        self.shared.state.lock().ended = true;
        self.shared.wake.notify_one();
    }
}

impl Shared {
    fn run(&self) {
        let mut state = self.state.lock();
        while !state.ended {
            state.kept.retain(|entry| entry.kept.strong_count() > 0);
            let next = state
                .kept
                .iter_mut()
                .filter(|entry| entry.due.is_some())
                .min_by_key(|entry| entry.due);
            let Some(entry) = next else {
                self.wake.wait(&mut state);
                continue;
            };
            if let Some(due) = entry.due
                && due > Instant::now()
            {
                self.wake.wait_until(&mut state, due);
                continue;
            }
            entry.due = None;
            let weak = Weak::clone(&entry.kept);
            drop(state);
            let again = weak.upgrade().and_then(|kept| look(&*kept));
            let again = again.and_then(|again| Instant::now().checked_add(again));
            state = self.state.lock();
            if let Some(again) = again
                && let Some(entry) = state.kept.iter_mut().find(|entry| entry.kept.ptr_eq(&weak))
            {
                entry.sooner(again);
            }
        }
    }
}

/// A panic of a value of the user's, which an instance had, is not the end of the thread.
fn look(kept: &dyn Kept) -> Option<Duration> {
    catch_unwind(AssertUnwindSafe(|| kept.look())).unwrap_or_else(|_| {
        tracing::warn!("a value of the host panicked when an instance was made or dropped");
        Some(Duration::from_secs(1))
    })
}

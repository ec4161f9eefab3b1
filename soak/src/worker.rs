//! Who makes calls, one after another, and looks at what comes of them.

use std::collections::{BTreeMap, VecDeque};
use std::error::Error as _;
use std::fmt::Debug;
use std::future::poll_fn;
use std::sync::Arc;
use std::task::Poll;

use fidius::{CallError, Error, ErrorKind, Host, Limits};

use crate::dice::Dice;
use crate::mix::Action;
use crate::plugins::counters::Counter;
use crate::plugins::{Kinds, Plugins};
use crate::tally::Tally;

/// How the methods of plugins are called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// On a thread that does nothing else.
    Blocking,
    /// Inside a task of an executor, whose thread the call blocks.
    BlockingInside,
    Async,
}

/// Calls a method in the worker's form. The trait is the async one of the method.
#[macro_export]
macro_rules! call {
    ($worker:ident, $trait:ident, $plugin:ident.$method:ident($($argument:expr),*)) => {
        match $worker.form {
            $crate::worker::Form::Async => $trait::$method($plugin, $($argument),*).await,
            _ => $plugin.$method($($argument),*),
        }
    };
}

/// How a call fails.
pub trait Failed: Debug {
    /// The host's error; `None` for one that the guest answers with.
    fn host(&self) -> Option<&Error>;

    fn kind(&self) -> Option<ErrorKind> {
        self.host().map(Error::kind)
    }

    /// Whether the instance is gone because a destructor, which has a tenth of a second, did not get so much of a busy machine.
    fn is_late(&self) -> bool {
        let cause = self.host().and_then(|error| error.source());
        cause
            .and_then(|cause| cause.downcast_ref::<Error>())
            .is_some_and(|cause| {
                cause.is_timeout() && cause.to_string().starts_with("the destructor")
            })
    }
}

impl Failed for Error {
    fn host(&self) -> Option<&Error> {
        Some(self)
    }
}

impl<E: Debug> Failed for CallError<E> {
    fn host(&self) -> Option<&Error> {
        Self::host(self)
    }
}

pub struct Worker {
    pub form: Form,
    pub dice: Dice,
    pub plugins: Arc<Plugins>,
    /// Handles that are kept for a while.
    pub held: VecDeque<Counter>,
    pub tally: Arc<Tally>,
    /// What it does at the moment.
    action: &'static str,
    acted: BTreeMap<&'static str, u64>,
}

impl Worker {
    pub fn new(form: Form, seed: u64, plugins: &Arc<Plugins>, tally: &Arc<Tally>) -> Self {
        Self {
            form,
            dice: Dice::new(seed),
            plugins: Arc::clone(plugins),
            held: VecDeque::new(),
            tally: Arc::clone(tally),
            action: "",
            acted: BTreeMap::new(),
        }
    }

    pub async fn act(&mut self, action: &Action) {
        self.action = action.name;
        (action.run)(self).await;
        *self.acted.entry(action.name).or_default() += 1;
        if self.form != Form::Blocking {
            yield_now().await;
        }
    }

    /// Any of a plugin's kinds that does not keep the worker waiting for itself.
    pub fn any<'k, H: Host>(&mut self, kinds: &'k Kinds<H>) -> &'k H {
        match self.form {
            // The thread may be the one that would have to go on with what has the instance.
            Form::BlockingInside => kinds.unpooled(&mut self.dice),
            Form::Blocking | Form::Async => kinds.any(&mut self.dice),
        }
    }

    /// The same plugin with other limits.
    pub fn limited<H: Host>(&self, plugin: &H, limits: Limits) -> Option<H> {
        match plugin.plugin().with_limits(limits) {
            Ok(plugin) => Some(plugin),
            Err(error) => {
                self.wrong(&format!("limits were refused: {error}"));
                None
            }
        }
    }

    /// A session that serves calls of this form. `None` where it can't be made.
    pub async fn session<H: Host>(&mut self, plugin: &H) -> Option<H> {
        let session = match self.form {
            Form::Async => plugin.plugin().session_async().await,
            Form::Blocking | Form::BlockingInside => plugin.plugin().session(),
        };
        match session {
            Ok(session) => Some(session),
            Err(error) => {
                self.wrong(&format!("there is no session: {error:?}"));
                None
            }
        }
    }

    /// The call should have answered.
    pub fn answer<T, E: Failed>(&self, result: Result<T, E>) -> Option<T> {
        match result {
            Ok(answer) => {
                self.tally.answered();
                Some(answer)
            }
            Err(error) if error.is_late() => {
                self.tally.late();
                None
            }
            Err(error) => {
                self.wrong(&format!("expected an answer, got {error:?}"));
                None
            }
        }
    }

    /// The call should have answered this.
    pub fn answers<T, U, E>(&self, result: Result<T, E>, expected: &U)
    where
        T: PartialEq<U> + Debug,
        U: Debug + ?Sized,
        E: Failed,
    {
        if let Some(answer) = self.answer(result)
            && answer != *expected
        {
            self.wrong(&format!(
                "expected {}, got {}",
                short(expected),
                short(&answer)
            ));
        }
    }

    /// The guest should have answered with an error of its own, this one.
    pub fn refuses<T, E>(&self, result: Result<T, CallError<E>>, expected: &E)
    where
        T: Debug,
        E: PartialEq + Debug,
    {
        match result {
            Err(CallError::Guest(error)) if error == *expected => self.tally.answered(),
            result => self.wrong(&format!(
                "expected the guest's own error {expected:?}, got {}",
                short(&result)
            )),
        }
    }

    /// The call should have failed with an error of one of these kinds.
    pub fn fails_with<T: Debug, E: Failed>(&self, result: Result<T, E>, kinds: &[ErrorKind]) {
        let kind = result.as_ref().err().and_then(Failed::kind);
        match kind {
            Some(kind) if kinds.contains(&kind) => self.tally.failed(kind),
            _ => self.wrong(&format!(
                "expected an error of the kind {kinds:?}, got {}",
                short(&result)
            )),
        }
    }

    /// The call should have failed with an error of this kind.
    pub fn fails<T: Debug, E: Failed>(&self, result: Result<T, E>, kind: ErrorKind) {
        self.fails_with(result, &[kind]);
    }

    /// Begins the call, which waits then, and drops it.
    pub async fn drops<T: Debug>(&self, call: impl Future<Output = T>) {
        let mut call = Box::pin(call);
        let begun = poll_fn(|context| Poll::Ready(call.as_mut().poll(context))).await;
        match begun {
            Poll::Pending => self.tally.dropped(),
            Poll::Ready(result) => self.wrong(&format!(
                "expected a call that waits, got {}",
                short(&result)
            )),
        }
    }

    /// Something is not as it should be.
    pub fn wrong(&self, text: &str) {
        let (action, form) = (self.action, self.form);
        self.tally.wrong(format!("{action}, {form:?}: {text}"));
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        for (name, times) in &self.acted {
            self.tally.acted(name, *times);
        }
    }
}

/// Some of what may be a very long value.
fn short(value: &(impl Debug + ?Sized)) -> String {
    let text = format!("{value:?}");
    match text.char_indices().nth(500) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

/// Lets other tasks have their turn, on any executor.
async fn yield_now() {
    let mut yielded = false;
    poll_fn(|context| {
        if yielded {
            return Poll::Ready(());
        }
        yielded = true;
        context.waker().wake_by_ref();
        Poll::Pending
    })
    .await;
}

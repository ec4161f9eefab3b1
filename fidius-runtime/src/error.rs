use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;

use fidius_wit::Difference;

use crate::GuestError;

/// What went wrong on the host's side of a load or a call.
///
/// It prints as one text that says what was expected, what was found and what would mend it. What lies below it is its
/// [`source`](StdError::source). What kind of failure it is tell the predicates, or [`kind`](Self::kind).
///
/// Fakes in tests, and anything else that stands in for a plugin, make their own with [`Error::new`].
#[derive(Clone)]
pub struct Error(Box<Inner>);

#[derive(Clone)]
struct Inner {
    kind: ErrorKind,
    message: String,
    differences: Vec<Difference>,
    exit_code: Option<i32>,
    wasm_backtrace: Option<String>,
    source: Option<Arc<dyn StdError + Send + Sync>>,
}

/// The kinds of [`Error`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// There is no file of that name.
    NotFound,
    /// The file is there and can't be read.
    Unreadable,
    /// What was to be loaded is no component, or a damaged one.
    NotAComponent,
    /// The component does not have what the host expects of it.
    Mismatch,
    /// The component wants something that the host does not give it.
    Denied,
    /// The limit on the time of a call was hit.
    Timeout,
    /// The limit on the time that the guest computes was hit.
    CpuTime,
    /// The guest used up its fuel.
    OutOfFuel,
    /// The limit on memory was hit.
    OutOfMemory,
    /// The limit on table elements was hit.
    TooManyTableElements,
    /// The guest's calls of its own functions lay deeper than the limit on its stack allows.
    StackOverflow,
    /// The limit on what one transfer may carry was hit.
    TransferTooLarge,
    /// The limit on the handles of resources that a guest has was hit.
    TooManyHandles,
    /// There is no room for another instance.
    TooManyInstances,
    /// As many calls as may wait for an instance are waiting.
    QueueFull,
    /// The guest trapped, or broke a rule of the component model.
    Trap,
    /// The guest ended itself.
    Exit,
    /// The guest ended a stream with an error of its own.
    Guest,
    /// The session's instance failed in an earlier call.
    SessionLost,
    /// An async call on the session's instance was dropped before it was over: the source of the [`SessionLost`](Self::SessionLost) of
    /// later calls.
    Cancelled,
    /// The component does not have the function that was called.
    Missing,
    /// The arguments of a call by name or by index do not fit the function: their number, or the type of one, or of an item of a stream; or
    /// an item can't be written as a guest reads it.
    InvalidArgument,
    /// What a function answered does not fit the Rust type that the caller wants it in.
    InvalidResult,
    /// A raw function was called as any other, or any other as a raw one; a function with streams was called as one without, or the other
    /// way round; or an async call was made on an instance that would block its thread.
    WrongMode,
    /// The plugin refused its configuration.
    ConfigRefused,
    /// A handle was passed to a plugin, or an instance of it, that it does not belong to.
    ForeignHandle,
    /// A function that the host gives to the guest panicked.
    HostPanic,
    /// A function that the host gives to the guest called the very instance that called it.
    Reentrant,
    /// Functions of the host and plugins called each other deeper than the thread's stack allows, or more than 50 async calls are part of
    /// one another.
    NestedTooDeep,
    /// Anything else.
    Other,
}

impl Error {
    /// An error of this kind with this text.
    ///
    /// ```
    /// use fidius::{Error, ErrorKind};
    ///
    /// let error = Error::new(ErrorKind::Timeout, "the fake takes its time");
    /// assert!(error.is_timeout());
    /// assert_eq!(error.to_string(), "the fake takes its time");
    /// ```
    #[must_use]
    pub fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self(Box::new(Inner {
            kind,
            message: message.into(),
            differences: Vec::new(),
            exit_code: None,
            wasm_backtrace: None,
            source: None,
        }))
    }

    /// The same error with what caused it.
    #[must_use]
    pub fn with_source(mut self, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        self.0.source = Some(Arc::from(source.into()));
        self
    }

    pub(crate) fn with_differences(mut self, differences: Vec<Difference>) -> Self {
        self.0.differences = differences;
        self
    }

    pub(crate) fn with_exit_code(mut self, code: i32) -> Self {
        self.0.exit_code = Some(code);
        self
    }

    pub(crate) fn with_wasm_backtrace(mut self, backtrace: Option<String>) -> Self {
        self.0.wasm_backtrace = backtrace;
        self
    }

    /// Which kind of failure it is.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// Whether any of the [`Limits`](crate::Limits) was hit: a timeout, or of the CPU time, fuel, memory, table elements, stack, one
    /// transfer, handles, instances, or the queue before them.
    #[must_use]
    pub fn is_limit(&self) -> bool {
        use ErrorKind as Kind;
        match self.kind() {
            Kind::Timeout
            | Kind::CpuTime
            | Kind::OutOfFuel
            | Kind::OutOfMemory
            | Kind::TooManyTableElements
            | Kind::StackOverflow
            | Kind::TransferTooLarge
            | Kind::TooManyHandles
            | Kind::TooManyInstances
            | Kind::QueueFull => true,
            Kind::NotFound
            | Kind::Unreadable
            | Kind::NotAComponent
            | Kind::Mismatch
            | Kind::Denied
            | Kind::Trap
            | Kind::Exit
            | Kind::Guest
            | Kind::SessionLost
            | Kind::Cancelled
            | Kind::Missing
            | Kind::InvalidArgument
            | Kind::InvalidResult
            | Kind::WrongMode
            | Kind::ConfigRefused
            | Kind::ForeignHandle
            | Kind::HostPanic
            | Kind::Reentrant
            | Kind::NestedTooDeep
            | Kind::Other => false,
        }
    }

    /// Whether the limit on the time of a call was hit.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        self.kind() == ErrorKind::Timeout
    }

    /// Whether the limit on the time that the guest computes was hit.
    #[must_use]
    pub fn is_cpu_time(&self) -> bool {
        self.kind() == ErrorKind::CpuTime
    }

    /// Whether the guest used up its fuel.
    #[must_use]
    pub fn is_out_of_fuel(&self) -> bool {
        self.kind() == ErrorKind::OutOfFuel
    }

    /// Whether the guest trapped: an instruction that can't go on, a panic, or a value that breaks the rules of the component
    /// model. A limit that was hit is none, nor is a [stack overflow](Self::is_stack_overflow).
    #[must_use]
    pub fn is_trap(&self) -> bool {
        self.kind() == ErrorKind::Trap
    }

    /// Whether the guest ended itself; with which code says [`exit_code`](Self::exit_code).
    #[must_use]
    pub fn is_exit(&self) -> bool {
        self.kind() == ErrorKind::Exit
    }

    /// Whether it is an error of the guest's own, with which it ended a stream; [`guest`](Self::guest) has it. Where a function answers
    /// with an error, that is a [`CallError::Guest`].
    #[must_use]
    pub fn is_guest(&self) -> bool {
        self.kind() == ErrorKind::Guest
    }

    /// The guest's own error, where [it is one](Self::is_guest). It is the [source](StdError::source) too.
    #[must_use]
    pub fn guest(&self) -> Option<&GuestError> {
        let source = self.0.source.as_deref().filter(|_| self.is_guest())?;
        source.downcast_ref()
    }

    /// Whether the limit on memory was hit.
    #[must_use]
    pub fn is_out_of_memory(&self) -> bool {
        self.kind() == ErrorKind::OutOfMemory
    }

    /// Whether the limit on table elements was hit.
    #[must_use]
    pub fn is_too_many_table_elements(&self) -> bool {
        self.kind() == ErrorKind::TooManyTableElements
    }

    /// Whether the guest's calls of its own functions lay deeper than the limit on its stack allows.
    #[must_use]
    pub fn is_stack_overflow(&self) -> bool {
        self.kind() == ErrorKind::StackOverflow
    }

    /// Whether the component wants something that the host does not give it.
    #[must_use]
    pub fn is_denied(&self) -> bool {
        self.kind() == ErrorKind::Denied
    }

    /// Whether the component does not have what the host expects; [`differences`](Self::differences) lists how.
    #[must_use]
    pub fn is_mismatch(&self) -> bool {
        self.kind() == ErrorKind::Mismatch
    }

    /// Whether there is no file of that name.
    #[must_use]
    pub fn is_not_found(&self) -> bool {
        self.kind() == ErrorKind::NotFound
    }

    /// Whether what was to be loaded is no component, or a damaged one.
    #[must_use]
    pub fn is_not_a_component(&self) -> bool {
        self.kind() == ErrorKind::NotAComponent
    }

    /// Whether the session's instance failed in an earlier call; a new session is needed.
    #[must_use]
    pub fn is_session_lost(&self) -> bool {
        self.kind() == ErrorKind::SessionLost
    }

    /// Whether a call was dropped before it was over. No call ends so, but it is the [source](StdError::source) of what later calls on a session
    /// [end with](Self::is_session_lost).
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.kind() == ErrorKind::Cancelled
    }

    /// Whether the component does not have the function that was called: an optional one, or one that was called by its name or
    /// index.
    #[must_use]
    pub fn is_missing(&self) -> bool {
        self.kind() == ErrorKind::Missing
    }

    /// Whether the arguments of a call by name or by index do not fit the function; nothing of the guest ran then. Or an item of a stream
    /// that is given to a guest does not fit, or can't be written as the guest reads it.
    #[must_use]
    pub fn is_invalid_argument(&self) -> bool {
        self.kind() == ErrorKind::InvalidArgument
    }

    /// Whether what a function answered does not fit the Rust type that the caller wants it in. The call itself was good.
    #[must_use]
    pub fn is_invalid_result(&self) -> bool {
        self.kind() == ErrorKind::InvalidResult
    }

    /// Whether a raw function was called as any other, or any other as a raw one; or a function with streams as one without, or the
    /// other way round; or an async call was made on the instance of a
    /// [`session`](crate::Plugin::session), or of a handle that a blocking call gave, which would block the thread. Nothing of the guest
    /// ran.
    #[must_use]
    pub fn is_wrong_mode(&self) -> bool {
        self.kind() == ErrorKind::WrongMode
    }

    /// Whether the plugin refused its configuration.
    #[must_use]
    pub fn is_config_refused(&self) -> bool {
        self.kind() == ErrorKind::ConfigRefused
    }

    /// Whether there was no room for another instance, or none free for a call that must not wait.
    #[must_use]
    pub fn is_too_many_instances(&self) -> bool {
        self.kind() == ErrorKind::TooManyInstances
    }

    /// Whether as many calls as may wait for an instance were waiting already. Nothing of the guest ran.
    #[must_use]
    pub fn is_queue_full(&self) -> bool {
        self.kind() == ErrorKind::QueueFull
    }

    /// Whether the limit on what one transfer may carry was hit.
    #[must_use]
    pub fn is_transfer_too_large(&self) -> bool {
        self.kind() == ErrorKind::TransferTooLarge
    }

    /// Whether the limit on the handles of resources that a guest has was hit.
    #[must_use]
    pub fn is_too_many_handles(&self) -> bool {
        self.kind() == ErrorKind::TooManyHandles
    }

    /// Whether functions of the host and plugins called each other deeper than the thread's stack allows, or more than 50 async calls are
    /// part of one another.
    #[must_use]
    pub fn is_nested_too_deep(&self) -> bool {
        self.kind() == ErrorKind::NestedTooDeep
    }

    /// Whether a handle was passed to a plugin, or to an instance of it, that it does not belong to.
    #[must_use]
    pub fn is_foreign_handle(&self) -> bool {
        self.kind() == ErrorKind::ForeignHandle
    }

    /// Whether a function that the host gives to the guest panicked.
    #[must_use]
    pub fn is_host_panic(&self) -> bool {
        self.kind() == ErrorKind::HostPanic
    }

    /// Whether a function that the host gives to the guest called the very instance that called it, which can't serve two
    /// calls at once.
    #[must_use]
    pub fn is_reentrant(&self) -> bool {
        self.kind() == ErrorKind::Reentrant
    }

    /// For a component that does not fit: every function that is missing or different. Empty for all other errors, and
    /// where the interface as a whole is missing.
    #[must_use]
    pub fn differences(&self) -> &[Difference] {
        &self.0.differences
    }

    /// The code with which the guest ended itself. A guest built for WASI 0.2 has only 0 for success and 1 for all else.
    #[must_use]
    pub fn exit_code(&self) -> Option<i32> {
        self.0.exit_code
    }

    /// Where in the guest a trap happened, as text of several lines.
    #[must_use]
    pub fn wasm_backtrace(&self) -> Option<&str> {
        self.0.wasm_backtrace.as_deref()
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.message)
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error")
            .field("kind", &self.0.kind)
            .field("message", &self.0.message)
            .field("source", &self.0.source)
            .finish()
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.source.as_deref().map(|source| source as _)
    }
}

/// How a call of a function fails whose WIT result is `result<_, E>`.
#[derive(Clone, Debug)]
pub enum CallError<E> {
    /// The guest answered with its own error.
    Guest(E),
    /// The call itself failed.
    Host(Error),
}

impl<E> CallError<E> {
    /// The guest's own error, where it is one.
    pub fn guest(&self) -> Option<&E> {
        match self {
            Self::Guest(error) => Some(error),
            Self::Host(_) => None,
        }
    }

    /// The failure of the call itself, where it is one.
    pub fn host(&self) -> Option<&Error> {
        match self {
            Self::Guest(_) => None,
            Self::Host(error) => Some(error),
        }
    }
}

macro_rules! of_the_host {
    ($($predicate:ident)*) => {
        impl<E> CallError<E> {$(
            #[doc = concat!("What [`Error::", stringify!($predicate), "`] says of the call itself; `false` for the guest's own error.")]
            #[must_use]
            pub fn $predicate(&self) -> bool {
                self.host().is_some_and(Error::$predicate)
            }
        )*}
    };
}

of_the_host! {
    is_timeout is_trap is_exit is_out_of_memory is_denied is_mismatch is_not_found is_not_a_component is_session_lost
    is_missing is_foreign_handle is_host_panic is_reentrant is_too_many_instances is_transfer_too_large
    is_nested_too_deep is_invalid_argument is_invalid_result is_wrong_mode is_config_refused is_limit is_cpu_time
    is_out_of_fuel is_too_many_table_elements is_stack_overflow is_too_many_handles is_queue_full is_cancelled
}

/// Takes the guest's own error out of an answer, and puts it beside those of the call.
#[doc(hidden)]
pub fn flatten<T, E>(answer: Result<Result<T, E>, Error>) -> Result<T, CallError<E>> {
    match answer {
        Ok(answer) => answer.map_err(CallError::Guest),
        Err(error) => Err(CallError::Host(error)),
    }
}

impl<E> From<Error> for CallError<E> {
    fn from(error: Error) -> Self {
        Self::Host(error)
    }
}

impl<E: fmt::Debug> fmt::Display for CallError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Guest(error) => write!(f, "the plugin answered with an error: {error:?}"),
            Self::Host(error) => error.fmt(f),
        }
    }
}

impl<E: fmt::Debug> StdError for CallError<E> {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.host().and_then(StdError::source)
    }
}

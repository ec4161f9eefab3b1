use std::pin::pin;
use std::task::{Context, Poll, Waker};

/// How the host calls a guest, and so how the guest waits for the host.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Mode {
    /// The thread that calls waits with the guest.
    Blocking,
    /// The call is a future: while the guest waits, its thread does other things.
    Async,
}

/// Runs what is written once for both modes, in [`Mode::Blocking`]: it blocks where it has to wait, so that it is ready at once.
#[inline]
pub(crate) fn now<F: Future>(future: F) -> F::Output {
    let mut context = Context::from_waker(Waker::noop());
    match pin!(future).poll(&mut context) {
        Poll::Ready(output) => output,
        Poll::Pending => unreachable!("what blocks never has to be polled again"),
    }
}

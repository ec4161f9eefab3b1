//! Calls of functions that read a stream of the host's by the convention of fidius 0.5.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::task::Poll;
use std::thread;

use crate::definition::Function;
use crate::failure::panic_message;
use crate::handles::{Lifting, Lowering, Route};
use crate::imports::HostCall;
use crate::instances::{Owner, StoreData};
use crate::streams::feed::Feed;
use crate::streams::pulled::lend;
use crate::{Error, ErrorKind, Host, Plugin};

impl<H: Host> Plugin<H> {
    /// Calls a function that reads a stream which is none of its parameters: all handles among the arguments have been shown to `route`;
    /// `lower` makes the arguments, `lift` takes the results. The function has the stream for as long as the call takes; where the
    /// result is a stream, for as long as that lives.
    #[doc(hidden)]
    pub fn call_fed<'p, F: Function, T>(
        &self,
        route: Route,
        feed: Feed<impl Sized>,
        lower: impl FnOnce(&mut Lowering<'_>) -> Result<F::Params<'p>, Error>,
        lift: impl FnOnce(F::Results, &mut Lifting<'_, 'static>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let function = self.loaded().function::<F>()?;
        // It is the user's, who may do anything when it is dropped: that is left to the end.
        let mut feed = Some(feed.into_fed());
        self.with_handles(&route, |lease, owner| {
            lend(lease, &owner, &mut feed);
            let result = lease.call_handles(function, owner, lower, lift);
            feed = lease.data().feed.take();
            result
        })
    }

    /// The same, without blocking the thread.
    #[doc(hidden)]
    pub fn call_fed_async<'a, 'p: 'a, F: Function, T: Send>(
        &'a self,
        route: Route,
        feed: Feed<impl Sized + 'a>,
        lower: impl FnOnce(&mut Lowering<'_>) -> Result<F::Params<'p>, Error> + Send + 'a,
        lift: impl FnOnce(F::Results, &mut Lifting<'_, 'static>) -> Result<T, Error> + Send + 'a,
    ) -> impl Future<Output = Result<T, Error>> + Send {
        let mut feed = Some(feed.into_fed());
        async move {
            let function = self.loaded().function::<F>()?;
            let mut held = self.hold_routed(&route).await?;
            let mut session = None;
            let owner = match route.session() {
                Some(session) => Owner::Session(session),
                None => Owner::New(&mut session),
            };
            let lease = held.lease();
            lend(lease, &owner, &mut feed);
            let called = lease.call_handles_async(function, owner, lower, lift);
            let result = called.await;
            let feed = lease.data().feed.take();
            held.finish(&result, session);
            drop(feed);
            self.loaded().failures.note(result)
        }
    }
}

/// What the import gives a guest.
type Item = (Option<Vec<u8>>,);

/// What a stream has.
type Read = Result<Vec<u8>, Error>;

/// A guest of a blocking call asks for the next item.
pub(crate) fn next(_: (), call: &mut HostCall<'_>) -> Result<Item, Error> {
    next_blocking(call.data())
}

/// A guest that waits as those of async calls do asks for it.
pub(crate) fn next_async<'c>(
    _: (),
    mut call: HostCall<'c>,
) -> Pin<Box<dyn Future<Output = Result<Item, Error>> + Send + 'c>> {
    Box::pin(async move {
        let data = call.data();
        if data.may_block() {
            // What blocks on its own thread must not be asked in another way.
            return next_blocking(data);
        }
        let polled = std::future::poll_fn(|context| {
            let Some(feed) = &mut data.feed else {
                return Poll::Ready(None);
            };
            match catch_unwind(AssertUnwindSafe(|| feed.poll_next(context))) {
                Ok(polled) => polled.map(|item| Some(Ok(item))),
                Err(panic) => Poll::Ready(Some(Err(panic))),
            }
        });
        let asked = polled.await;
        answer(data, asked)
    })
}

fn next_blocking(data: &mut StoreData) -> Result<Item, Error> {
    let feed = data.feed.as_mut();
    let asked = feed.map(|feed| catch_unwind(AssertUnwindSafe(|| feed.next())));
    answer(data, asked)
}

/// What a guest gets. Where its call ends, what it was to read is not asked again.
fn answer(
    data: &mut StoreData,
    asked: Option<thread::Result<Option<Read>>>,
) -> Result<Item, Error> {
    let name = data.plugin.component.name();
    let error = match asked {
        Some(Ok(None)) => return Ok((None,)),
        Some(Ok(Some(Ok(item)))) => return Ok((Some(item),)),
        Some(Ok(Some(Err(error)))) => error,
        Some(Err(panic)) => Error::new(
            ErrorKind::HostPanic,
            format!(
                "a stream that the host gives to {name} panicked: {}",
                panic_message(&*panic)
            ),
        ),
        None => Error::new(
            ErrorKind::WrongMode,
            format!(
                "{name} asked for an item of a stream of the host's, and its function was not called with one: that the function reads \
                 one says `client_streams` where the host is declared, or on the builder"
            ),
        ),
    };
    data.feed = None;
    Err(error)
}

//! Calls by name or by number with streams.

use std::sync::{Arc, OnceLock};

use crate::dynamic::calls::{DynamicError, split};
use crate::dynamic::{Arguments, CallShape, Selector};
use crate::handles::{GuestHandle, ResourceHandle};
use crate::instances::{CallLimits, Lease, Mode, Owner, now};
use crate::plugin::parked;
use crate::streams::{Answer, Fed, Pull, Pulled, lend};
use crate::table::Row;
use crate::value::conform_args;
use crate::{Error, ErrorKind, GuestError, Host, IntoStream, Plugin, Stream, Value};

/// Calls with streams, by name or by number: what goes in and comes out of a function says its
/// [`Method::shape`](crate::Method::shape), and a call of another shape is an error ([`Error::is_wrong_mode`]) before anything of the
/// guest runs.
///
/// A stream keeps its instance alive. Where the plugin is a session, it is the session's, on which other calls can be made
/// between two items.
impl<H: Host> Plugin<H> {
    /// Calls a function that answers with a stream.
    ///
    /// ```
    /// # use fidius::{Dynamic, Value};
    /// # fn doc(plugin: Dynamic) -> Result<(), Box<dyn std::error::Error>> {
    /// for tick in plugin.stream_values("tick", &[10.into()])? {
    ///     println!("{}", tick?);
    /// }
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// Those of [`call_values`](Self::call_values). What ends the stream early is its last item: where the plugin says so, one that
    /// [is its own](Error::is_guest).
    pub fn stream_values<'s>(
        &self,
        function: impl Into<Selector<'s>>,
        arguments: &[Value],
    ) -> Result<Stream<Value>, DynamicError> {
        let row = self.shaped(function.into(), CallShape::StreamOut)?;
        self.opened(row, arguments, None)
    }

    /// The same as [`stream_values`](Self::stream_values), without blocking the thread.
    ///
    /// # Errors
    ///
    /// Those of [`stream_values`](Self::stream_values).
    pub async fn stream_values_async<'s>(
        &self,
        function: impl Into<Selector<'s>>,
        arguments: &[Value],
    ) -> Result<Stream<Value>, DynamicError> {
        let row = self.shaped(function.into(), CallShape::StreamOut)?;
        self.opened_async(row, arguments, None).await
    }

    /// Calls a function that reads a stream. The items are asked for when the plugin wants them, and by nobody else once the call is
    /// over.
    ///
    /// Where the stream is a parameter of the function, the arguments are the others, and the items are fitted to its type as arguments are.
    /// Guests of fidius 0.5 do not say of what type the items are: they must be of exactly that which the guest reads, and a record's
    /// fields in their order. A case of an enum or a variant can't be given so: such items need a host with types.
    ///
    /// # Errors
    ///
    /// Those of [`call_values`](Self::call_values); the error that the stream ends with; [`Error::is_invalid_argument`] for an item
    /// that can't be given; [`Error::is_host_panic`] where the stream panics.
    pub fn feed_values<'s, Kind>(
        &self,
        function: impl Into<Selector<'s>>,
        arguments: &[Value],
        items: impl IntoStream<Value, Kind>,
    ) -> Result<Value, DynamicError> {
        let row = self.shaped(function.into(), CallShape::StreamIn)?;
        let items = items.into_stream();
        if self.is_native(row) {
            self.may_block(row)?;
            return self.blocked(self.feed_native(row, arguments, items));
        }
        now(self.feed(Mode::Blocking, row, arguments, items))
    }

    /// The same as [`feed_values`](Self::feed_values), without blocking the thread: an async stream is waited for, and an
    /// iterator should not block.
    ///
    /// # Errors
    ///
    /// Those of [`feed_values`](Self::feed_values).
    pub async fn feed_values_async<'s, Kind>(
        &self,
        function: impl Into<Selector<'s>>,
        arguments: &[Value],
        items: impl IntoStream<Value, Kind>,
    ) -> Result<Value, DynamicError> {
        let row = self.shaped(function.into(), CallShape::StreamIn)?;
        let items = items.into_stream();
        if self.is_native(row) {
            return self.feed_native(row, arguments, items).await;
        }
        self.feed(Mode::Async, row, arguments, items).await
    }

    /// Calls a function that reads a stream and answers with one. The items that go in are asked for while somebody waits for one that
    /// comes out.
    ///
    /// # Errors
    ///
    /// Those of [`feed_values`](Self::feed_values); after the call they are the last item of the stream.
    pub fn exchange_values<'s, Kind>(
        &self,
        function: impl Into<Selector<'s>>,
        arguments: &[Value],
        items: impl IntoStream<Value, Kind>,
    ) -> Result<Stream<Value>, DynamicError> {
        let row = self.shaped(function.into(), CallShape::Both)?;
        self.opened(row, arguments, Some(items.into_stream()))
    }

    /// The same as [`exchange_values`](Self::exchange_values), without blocking the thread.
    ///
    /// # Errors
    ///
    /// Those of [`exchange_values`](Self::exchange_values).
    pub async fn exchange_values_async<'s, Kind>(
        &self,
        function: impl Into<Selector<'s>>,
        arguments: &[Value],
        items: impl IntoStream<Value, Kind>,
    ) -> Result<Stream<Value>, DynamicError> {
        let row = self.shaped(function.into(), CallShape::Both)?;
        let items = items.into_stream();
        self.opened_async(row, arguments, Some(items)).await
    }

    /// Whether a function has streams of the component model's.
    fn is_native(&self, row: Row<'_>) -> bool {
        self.loaded().table.shape(row.entry.place).has_streams
    }

    /// # Errors
    ///
    /// This thread is what the session waits for that the call would go to.
    fn may_block(&self, row: Row<'_>) -> Result<(), Error> {
        match self.route_of(row.entry.place).session() {
            Some(session) => session.may_block(),
            None => Ok(()),
        }
    }

    fn blocked<T>(
        &self,
        call: impl Future<Output = Result<T, DynamicError>>,
    ) -> Result<T, DynamicError> {
        parked(async { Ok(call.await) })?
    }

    /// Calls what answers with a stream, and may read one, and blocks the thread.
    fn opened(
        &self,
        row: Row<'_>,
        arguments: &[Value],
        items: Option<Stream<Value>>,
    ) -> Result<Stream<Value>, DynamicError> {
        if self.is_native(row) {
            self.may_block(row)?;
            return self.blocked(self.open_native(row, arguments, items));
        }
        let feed = items.map(fed).transpose()?;
        now(self.open(Mode::Blocking, row, arguments, feed))
    }

    /// The same, without blocking the thread.
    async fn opened_async(
        &self,
        row: Row<'_>,
        arguments: &[Value],
        items: Option<Stream<Value>>,
    ) -> Result<Stream<Value>, DynamicError> {
        if self.is_native(row) {
            return self.open_native(row, arguments, items).await;
        }
        let feed = items.map(fed).transpose()?;
        self.open(Mode::Async, row, arguments, feed).await
    }

    /// Calls what answers with a stream of the component model's.
    async fn open_native(
        &self,
        row: Row<'_>,
        arguments: &[Value],
        items: Option<Stream<Value>>,
    ) -> Result<Stream<Value>, DynamicError> {
        let arguments = self.conform_beside(row, arguments)?;
        let (answer, stream) = self.call_native(row, &arguments, items).await?;
        let answer = split(row.function, answer)?;
        stream.ok_or_else(|| {
            let what = format!("is {}, expected a stream", answer.kind());
            self.invalid_result(row, &what).into()
        })
    }

    /// Calls what reads a stream of the component model's.
    async fn feed_native(
        &self,
        row: Row<'_>,
        arguments: &[Value],
        items: Stream<Value>,
    ) -> Result<Value, DynamicError> {
        let arguments = self.conform_beside(row, arguments)?;
        let (answer, _) = self.call_native(row, &arguments, Some(items)).await?;
        split(row.function, answer)
    }

    /// The arguments as exactly what the parameters say, with nothing in the place of the stream among them.
    fn conform_beside(&self, row: Row<'_>, arguments: &[Value]) -> Result<Vec<Value>, Error> {
        let mut params = row.function.params.to_vec();
        let stream_in = self.loaded().table.shape(row.entry.place).stream_in;
        if let Some(place) = stream_in {
            params.remove(place);
        }
        let conformed = conform_args(arguments, &params);
        let mut arguments = conformed
            .map_err(|misfit| self.invalid(row, misfit))?
            .into_owned();
        if let Some(place) = stream_in {
            arguments.insert(place, Value::Unit);
        }
        Ok(arguments)
    }

    /// Calls what answers with a stream.
    async fn open(
        &self,
        mode: Mode,
        row: Row<'_>,
        arguments: &[Value],
        feed: Option<Fed>,
    ) -> Result<Stream<Value>, DynamicError> {
        let arguments = self.conform(row, arguments)?;
        let mut streamed = Streamed { feed, limits: None };
        let called = self.call_with_handles(
            mode,
            row,
            Arguments::Values(&arguments),
            Some(&mut streamed),
        );
        let answer = split(row.function, called.await?)?;
        let stream = match &answer {
            Value::Resource(handle) => handle.guest(),
            _ => None,
        };
        let next = self.loaded().table.shape(row.entry.place).next;
        let (Some(handle), Some(next), Some(limits)) = (stream, next, streamed.limits) else {
            let what = format!("is {}, expected a stream", answer.kind());
            return Err(self.invalid_result(row, &what).into());
        };
        let pull = ByName {
            next: row.export.first + next,
        };
        let handle = Arc::clone(handle);
        Ok(Stream::of(Pulled::new(handle, pull, limits, streamed.feed)))
    }

    /// Calls what reads a stream.
    async fn feed(
        &self,
        mode: Mode,
        row: Row<'_>,
        arguments: &[Value],
        items: Stream<Value>,
    ) -> Result<Value, DynamicError> {
        let arguments = self.conform(row, arguments)?;
        let mut streamed = Streamed {
            feed: Some(fed(items)?),
            limits: None,
        };
        let called = self.call_with_handles(
            mode,
            row,
            Arguments::Values(&arguments),
            Some(&mut streamed),
        );
        split(row.function, called.await?)
    }
}

/// Values as guests of fidius 0.5 read them.
fn fed(items: Stream<Value>) -> Result<Fed, Error> {
    #[cfg(feature = "bincode")]
    return Ok(crate::streams::Feed::of_values(items).into_fed());
    #[cfg(not(feature = "bincode"))]
    {
        drop(items);
        Err(Error::new(
            ErrorKind::Other,
            "streams for guests of fidius 0.5 need the feature `bincode` of fidius",
        ))
    }
}

/// What a call with streams has beside its arguments and its answer.
pub(super) struct Streamed {
    /// What the function reads. After the call, what the stream that it has answered with reads.
    feed: Option<Fed>,
    /// Those of the call.
    limits: Option<Arc<CallLimits>>,
}

impl Streamed {
    /// The call begins.
    pub(super) fn begin(&mut self, lease: &mut Lease, owner: &Owner<'_>) {
        self.limits = Some(Arc::clone(lease.data().call_limits()));
        lend(lease, owner, &mut self.feed);
    }

    /// It is over.
    pub(super) fn end(&mut self, lease: &mut Lease) {
        self.feed = lease.data().feed.take();
    }
}

/// Asks for an item by a function whose types are known only now.
#[derive(Clone, Copy)]
struct ByName {
    /// The function's place among all.
    next: usize,
}

impl Pull<Value> for ByName {
    fn pull(&self, handle: &Arc<GuestHandle>, lease: &mut Lease) -> Result<Answer<Value>, Error> {
        now(self.ask(handle, lease, Mode::Blocking))
    }

    fn pull_async(
        &self,
        handle: &Arc<GuestHandle>,
        lease: &mut Lease,
    ) -> impl Future<Output = Result<Answer<Value>, Error>> + Send {
        self.ask(handle, lease, Mode::Async)
    }
}

impl ByName {
    async fn ask(
        &self,
        handle: &Arc<GuestHandle>,
        lease: &mut Lease,
        mode: Mode,
    ) -> Result<Answer<Value>, Error> {
        let plugin = Arc::clone(lease.plugin());
        let row = plugin.table.row(self.next);
        let place = Arc::new(OnceLock::from(Arc::clone(handle)));
        let this = [Value::Resource(ResourceHandle(place))];
        let owner = Owner::Session(handle.session());
        let asked = lease.call_dynamic_handles(mode, row, owner, Arguments::Values(&this), &[]);
        match asked.await? {
            Value::Result(Ok(Some(item))) => match *item {
                Value::Option(item) => Ok(Ok(item.map(|item| *item))),
                other => Err(unexpected(&other)),
            },
            Value::Result(Err(error)) => Ok(Err(GuestError::new(
                error.map_or(Value::Unit, |error| *error),
            ))),
            other => Err(unexpected(&other)),
        }
    }
}

#[cold]
fn unexpected(value: &Value) -> Error {
    Error::new(
        ErrorKind::InvalidResult,
        format!(
            "a stream gave {} in the place of an item or its end",
            value.kind()
        ),
    )
}

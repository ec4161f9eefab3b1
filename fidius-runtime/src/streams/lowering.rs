use std::marker::PhantomData;

use wasmtime::AsContextMut as _;
use wasmtime::component::{FutureReader, Lift, Lower, StreamReader};

use crate::handles::Lowering;
use crate::instances::Open;
use crate::streams::producer::{LowerItem, Plain, Producer, TypedLower, With};
use crate::{Error, ErrorKind, Future, Stream};

impl Lowering<'_> {
    /// Gives a stream to the guest.
    ///
    /// # Errors
    ///
    /// The engine has no room for it.
    pub fn lower_stream<T: Lift + Lower + Send + Sync + 'static>(
        &mut self,
        stream: Stream<T>,
    ) -> Result<StreamReader<T>, Error> {
        self.lower_stream_of(stream, Plain)
    }

    /// Gives a stream with handles, or further streams, in its items to the guest.
    ///
    /// # Errors
    ///
    /// The engine has no room for it.
    pub fn lower_stream_with<T: Send + 'static, Raw: Lift + Lower + Send + Sync + 'static>(
        &mut self,
        stream: Stream<T>,
        lower: fn(T, &mut Lowering<'_>) -> Result<Raw, Error>,
    ) -> Result<StreamReader<Raw>, Error> {
        self.lower_stream_of(stream, With(lower))
    }

    /// Gives a future to the guest.
    ///
    /// # Errors
    ///
    /// The engine has no room for it.
    pub fn lower_future<T: Lift + Lower + Send + Sync + 'static>(
        &mut self,
        future: Future<T>,
    ) -> Result<FutureReader<T>, Error> {
        self.lower_future_of(future, Plain)
    }

    /// Gives a future with handles, or streams, in its value to the guest.
    ///
    /// # Errors
    ///
    /// The engine has no room for it.
    pub fn lower_future_with<T: Send + 'static, Raw: Lift + Lower + Send + Sync + 'static>(
        &mut self,
        future: Future<T>,
        lower: fn(T, &mut Lowering<'_>) -> Result<Raw, Error>,
    ) -> Result<FutureReader<Raw>, Error> {
        self.lower_future_of(future, With(lower))
    }

    fn lower_stream_of<T, Raw>(
        &mut self,
        mut stream: Stream<T>,
        lower: impl LowerItem<T, Raw>,
    ) -> Result<StreamReader<Raw>, Error>
    where
        T: Send + 'static,
        Raw: Lift + Lower + Send + Sync + 'static,
    {
        if let Some(session) = self.store.data().owner().upgrade() {
            stream.enter(&session);
        }
        let window = self.store.data().limits().window_of::<Raw>();
        let producer = self.producer(stream, lower, window);
        StreamReader::new(self.store.as_context_mut(), producer).map_err(no_room)
    }

    fn lower_future_of<T, Raw>(
        &mut self,
        mut future: Future<T>,
        lower: impl LowerItem<T, Raw>,
    ) -> Result<FutureReader<Raw>, Error>
    where
        T: Send + 'static,
        Raw: Lift + Lower + Send + Sync + 'static,
    {
        if let Some(session) = self.store.data().owner().upgrade() {
            future.enter(&session);
        }
        let producer = self.producer(future, lower, 1);
        FutureReader::new(self.store.as_context_mut(), producer).map_err(no_room)
    }

    fn producer<S, T, Raw, L: LowerItem<T, Raw>>(
        &mut self,
        source: S,
        lower: L,
        window: usize,
    ) -> Producer<S, TypedLower<T, Raw, L>> {
        let lower = TypedLower {
            lower,
            types: PhantomData,
        };
        let open = Open::new(self.store.data_mut().event_loop());
        Producer::new(source, lower, window, open)
    }
}

#[cold]
fn no_room(error: wasmtime::Error) -> Error {
    Error::new(
        ErrorKind::TooManyHandles,
        format!("a stream can't be given to the guest: {error:#}"),
    )
    .with_source(error)
}

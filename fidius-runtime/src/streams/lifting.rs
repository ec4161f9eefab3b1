use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

use wasmtime::AsContextMut as _;
use wasmtime::component::{FutureReader, Lift, StreamReader};

use crate::handles::Lifting;
use crate::instances::Open;
use crate::streams::consumer::{ByteConsumer, Consumer, LiftItem, Plain, With};
use crate::streams::reader::Reader;
use crate::streams::slot::Slot;
use crate::{Error, ErrorKind, Future, Stream};

impl Lifting<'_, '_> {
    /// Takes a stream.
    ///
    /// # Errors
    ///
    /// The engine does not give it.
    pub fn stream<T: Lift + Send + Sync + 'static>(
        &mut self,
        raw: StreamReader<T>,
    ) -> Result<Stream<T>, Error> {
        match cast::<_, StreamReader<u8>>(raw) {
            Ok(bytes) => {
                let bytes = self.bytes(bytes)?;
                cast(bytes).map_err(|_| unreachable!("a `T` is a byte here"))
            }
            Err(raw) => self.stream_of(raw, Plain),
        }
    }

    fn bytes(&mut self, raw: StreamReader<u8>) -> Result<Stream<u8>, Error> {
        let keeps = self.is_of_export();
        let data = self.store.data_mut();
        let slot = Arc::new(Slot::new(data.limits().window_of::<u8>()));
        let consumer = ByteConsumer {
            slot: Arc::clone(&slot),
            open: Open::new(data.event_loop()),
        };
        let reader = Reader::new(slot, keeps, data);
        let piped = raw.pipe(self.store.as_context_mut(), consumer);
        piped.map_err(refused)?;
        Ok(Stream::of(reader))
    }

    /// Takes a stream with handles, or further streams, in its items.
    ///
    /// # Errors
    ///
    /// The engine does not give it.
    pub fn stream_with<T: Send + 'static, Raw: Lift + Send + Sync + 'static>(
        &mut self,
        raw: StreamReader<Raw>,
        lift: fn(Raw, &mut Lifting<'_, 'static>) -> Result<T, Error>,
    ) -> Result<Stream<T>, Error> {
        let session = self.store.data().owner().clone();
        self.stream_of(raw, With { lift, session })
    }

    /// Takes a future.
    ///
    /// # Errors
    ///
    /// The engine does not give it.
    pub fn future<T: Lift + Send + Sync + 'static>(
        &mut self,
        raw: FutureReader<T>,
    ) -> Result<Future<T>, Error> {
        self.future_of(raw, Plain)
    }

    /// Takes a future with handles, or streams, in its value.
    ///
    /// # Errors
    ///
    /// The engine does not give it.
    pub fn future_with<T: Send + 'static, Raw: Lift + Send + Sync + 'static>(
        &mut self,
        raw: FutureReader<Raw>,
        lift: fn(Raw, &mut Lifting<'_, 'static>) -> Result<T, Error>,
    ) -> Result<Future<T>, Error> {
        let session = self.store.data().owner().clone();
        self.future_of(raw, With { lift, session })
    }

    fn stream_of<T, Raw>(
        &mut self,
        raw: StreamReader<Raw>,
        lift: impl LiftItem<Raw, T>,
    ) -> Result<Stream<T>, Error>
    where
        T: Send + 'static,
        Raw: Lift + Send + Sync + 'static,
    {
        let window = self.store.data().limits().window_of::<Raw>();
        let (consumer, reader) = self.ends(lift, window);
        let piped = raw.pipe(self.store.as_context_mut(), consumer);
        piped.map_err(refused)?;
        Ok(Stream::of(reader))
    }

    fn future_of<T, Raw>(
        &mut self,
        raw: FutureReader<Raw>,
        lift: impl LiftItem<Raw, T>,
    ) -> Result<Future<T>, Error>
    where
        T: Send + 'static,
        Raw: Lift + Send + Sync + 'static,
    {
        let (consumer, reader) = self.ends(lift, 1);
        let piped = raw.pipe(self.store.as_context_mut(), consumer);
        piped.map_err(refused)?;
        Ok(Future::of(reader))
    }

    fn ends<T, Raw, L: LiftItem<Raw, T>>(
        &mut self,
        lift: L,
        window: usize,
    ) -> (Consumer<T, Raw, L>, Reader<T>) {
        let keeps = self.is_of_export();
        let data = self.store.data_mut();
        let slot = Arc::new(Slot::new(window));
        let consumer = Consumer {
            slot: Arc::clone(&slot),
            lift,
            open: Open::new(data.event_loop()),
            raw: PhantomData,
        };
        (consumer, Reader::new(slot, keeps, data))
    }
}

/// The same value, where both types are one.
fn cast<A: 'static, B: 'static>(value: A) -> Result<B, A> {
    let mut value = Some(value);
    let same: Option<&mut Option<B>> = (&mut value as &mut dyn Any).downcast_mut();
    match same.and_then(Option::take) {
        Some(same) => Ok(same),
        None => match value {
            Some(value) => Err(value),
            None => unreachable!("it is taken only where it is returned"),
        },
    }
}

#[cold]
fn refused(error: wasmtime::Error) -> Error {
    Error::new(
        ErrorKind::Trap,
        format!("a stream of the guest can't be read: {error:#}"),
    )
    .with_source(error)
}

//! Calls by name or by number of functions with streams of the component model's.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use fidius_wit::Type;
use futures_core::Stream as _;
use wasmtime::AsContextMut as _;
use wasmtime::component::StreamAny;

use crate::dynamic::abi::{Answer, Resources};
use crate::dynamic::item::Item;
use crate::dynamic::shape::answer_stream;
use crate::dynamic::{Arguments, layout};
use crate::handles::{Direction, Lifting, Lowering, Passed};
use crate::instances::{Lease, Mode, Owner, Session};
use crate::streams::Items;
use crate::table::Row;
use crate::value::conform_item;
use crate::{Error, ErrorKind, Host, Plugin, Stream, Value};

/// Calls `$run` with the size that `$size` is as a constant.
macro_rules! with_size {
    ($($size:literal)*) => {
        /// How many bytes items may take in the guest's memory: the engine has to know it while the program is compiled.
        pub(super) const SIZES: &[usize] = &[$($size),*];

        /// Gives a stream of items of this type to the guest.
        fn lower_stream(
            lowering: &mut Lowering<'_>,
            stream: Stream<Value>,
            item: Option<&Type>,
        ) -> Result<StreamAny, Error> {
            let Some(item) = item else {
                let reader = lowering.lower_stream_with::<Value, ()>(stream, |_, _| Ok(()))?;
                let any = StreamAny::try_from_stream_reader(lowering.store.as_context_mut(), reader);
                return any.map_err(refused);
            };
            match layout::size(item) {
                $($size => {
                    let reader = lowering.lower_stream_with::<Value, Item<$size>>(stream, |value, _| {
                        Ok(Item { value, resources: Resources::default() })
                    })?;
                    let any =
                        StreamAny::try_from_stream_reader(lowering.store.as_context_mut(), reader);
                    any.map_err(refused)
                })*
                _ => Err(of_no_size()),
            }
        }

        /// Takes a stream of items of this type from the guest.
        fn lift_stream(
            lifting: &mut Lifting<'_, '_>,
            stream: StreamAny,
            item: Option<&Type>,
        ) -> Result<Stream<Value>, Error> {
            let Some(item) = item else {
                let reader = stream.try_into_stream_reader::<()>().map_err(refused)?;
                return lifting.stream_with::<Value, ()>(reader, |(), _| Ok(Value::Unit));
            };
            match layout::size(item) {
                $($size => {
                    let reader = stream.try_into_stream_reader::<Item<$size>>().map_err(refused)?;
                    lifting.stream_with::<Value, Item<$size>>(reader, |item, cx| {
                        if !item.resources.handles.is_empty() {
                            cx.fill(item.resources);
                        }
                        Ok(item.value)
                    })
                })*
                _ => Err(of_no_size()),
            }
        }
    };
}

with_size! {
    1 2 3 4 5 6 7 8 10 12 14 16 18 20 24 28 32 36 40 44 48 52 56 60 64 72 80 88 96 104 112 120 128
}

#[cold]
fn refused(error: wasmtime::Error) -> Error {
    Error::new(
        ErrorKind::Trap,
        format!("a stream can't be passed by name: {error:#}"),
    )
    .with_source(error)
}

#[cold]
fn of_no_size() -> Error {
    Error::new(
        ErrorKind::Other,
        "a stream can't be passed by name: its items are of a size that none can have",
    )
}

impl<H: Host> Plugin<H> {
    /// Calls a function with a stream among its parameters, for which `items` are, or as its result.
    pub(super) async fn call_native(
        &self,
        row: Row<'_>,
        arguments: &[Value],
        items: Option<Stream<Value>>,
    ) -> Result<(Value, Option<Stream<Value>>), Error> {
        let place = row.entry.place;
        let mut route = self.route_of(place);
        let handles = self.route_handles(row, arguments, &mut route)?;
        let session = match route.session() {
            Some(session) => Arc::clone(session),
            None => {
                let held = self.hold().await?;
                let session = Session::vacant(self.loaded());
                held.finish(&Ok::<(), Error>(()), Some(Arc::clone(&session)));
                session
            }
        };
        let items = items.map(|items| self.conformed(row, items));
        let held = session.hold(self.call_of()).await;
        let mut held = self.loaded().failures.note_error(held)?;
        let called = held
            .lease()
            .call_native(row, &session, arguments, &handles, items);
        let result = called.await;
        held.finish(&result, None);
        self.loaded().failures.note(result)
    }

    /// The items as they are lowered.
    fn conformed(&self, row: Row<'_>, items: Stream<Value>) -> Stream<Value> {
        let item = stream_in(row).cloned();
        Stream::of(Conformed {
            items,
            item,
            number: 0,
            function: row.function.label(),
            plugin: self.component().name().to_owned(),
        })
    }
}

/// What the items are of the stream that a function reads.
fn stream_in<'t>(row: Row<'t>) -> Option<&'t Type> {
    row.function
        .params
        .iter()
        .find_map(|param| match &param.ty {
            Type::Stream(item) => item.as_ref(),
            _ => None,
        })
}

impl Lease {
    async fn call_native(
        &mut self,
        row: Row<'_>,
        session: &Arc<Session>,
        arguments: &[Value],
        handles: &[Passed<'_>],
        items: Option<Stream<Value>>,
    ) -> Result<(Value, Option<Stream<Value>>), Error> {
        let owner = Owner::Session(session);
        self.check_types(row, Arguments::Values(arguments), handles)?;
        self.pass(&owner, handles)?;
        let stream = match items {
            Some(items) => {
                let direction = Direction::Export(Some(session));
                let mut lowering = Lowering::new(self.context(), direction);
                Some(lower_stream(&mut lowering, items, stream_in(row))?)
            }
            None => None,
        };
        let arguments = match &stream {
            Some(stream) => Arguments::Streamed(arguments, stream),
            None => Arguments::Values(arguments),
        };
        let called = self.call_dynamic(Mode::Async, row, arguments);
        let Answer {
            value,
            mut resources,
        } = called.await?;
        let stream = resources.stream.take();
        let mut lifting = Lifting::of_results(self.context(), owner);
        if !resources.handles.is_empty() {
            lifting.fill(resources);
        }
        let item = answer_stream(row.function).flatten();
        let stream = stream.map(|stream| lift_stream(&mut lifting, stream, item));
        Ok((value, stream.transpose()?))
    }
}

/// Items that are made exact for their type.
struct Conformed {
    items: Stream<Value>,
    /// `None` where items are nothing but items.
    item: Option<Type>,
    /// How many there were.
    number: u64,
    /// Who reads them, for errors.
    function: String,
    plugin: String,
}

impl Conformed {
    fn conform(&mut self, item: Result<Value, Error>) -> Result<Value, Error> {
        self.number += 1;
        let value = item?;
        let Some(ty) = &self.item else {
            return Ok(Value::Unit);
        };
        conform_item(value, ty).map_err(|misfit| {
            Error::new(
                ErrorKind::InvalidArgument,
                format!(
                    "item {} of the stream given to `{}` of {} does not fit: {misfit}",
                    self.number, self.function, self.plugin
                ),
            )
            .with_source(misfit)
        })
    }
}

impl Items<Value> for Conformed {
    fn poll_next(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Value, Error>>> {
        let item = ready!(Pin::new(&mut self.items).poll_next(context));
        Poll::Ready(item.map(|item| self.conform(item)))
    }

    fn next(&mut self) -> Option<Result<Value, Error>> {
        let item = (&mut self.items).into_iter().next()?;
        Some(self.conform(item))
    }

    fn enter(&mut self, session: &Arc<Session>) {
        self.items.enter(session);
    }
}

//! What can be given to a plugin as a stream, or as a future.

use crate::{Future, Stream};

/// What a plugin can read as a stream of `T`: a [`Stream`], any async stream of `T`s, and anything that can be iterated over for `T`s.
///
/// `Kind` tells these from one another, and is found by the compiler.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no stream of `{T}`",
    label = "expected a stream or an iterator of `{T}`",
    note = "a `fidius::Stream<{T}>`, an async `Stream<Item = {T}>`, and whatever can be iterated over for items of `{T}` can be given, if it is `Send` and `'static`",
    note = "for items that can fail, make a stream with `fidius::Stream::try_new` or `fidius::Stream::try_from_iter`"
)]
pub trait IntoStream<T, Kind> {
    /// The stream.
    fn into_stream(self) -> Stream<T>;
}

/// What a plugin can wait for as a future of `T`: a [`Future`], and any Rust future.
///
/// `Kind` tells these from one another, and is found by the compiler.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no future of `{T}`",
    label = "expected a future of `{T}`",
    note = "a `fidius::Future<{T}>` and any `Future<Output = {T}>` can be given, if it is `Send` and `'static`; `fidius::Future::ready` makes one of a value"
)]
pub trait IntoFuture<T, Kind> {
    /// The future.
    fn into_future_value(self) -> Future<T>;
}

/// It is what it is to become.
#[derive(Debug)]
pub struct Same(());

/// An async stream, or a future, of Rust's.
#[derive(Debug)]
pub struct Async(());

/// Something to iterate over.
#[derive(Debug)]
pub struct Iterable(());

impl<T> IntoStream<T, Same> for Stream<T> {
    fn into_stream(self) -> Stream<T> {
        self
    }
}

impl<T: Send + 'static, S> IntoStream<T, Async> for S
where
    S: futures_core::Stream<Item = T> + Send + 'static,
{
    fn into_stream(self) -> Stream<T> {
        Stream::new(self)
    }
}

impl<T: Send + 'static, I> IntoStream<T, Iterable> for I
where
    I: IntoIterator<Item = T, IntoIter: Send + 'static>,
{
    fn into_stream(self) -> Stream<T> {
        Stream::from_iter(self)
    }
}

impl<T> IntoFuture<T, Same> for Future<T> {
    fn into_future_value(self) -> Future<T> {
        self
    }
}

impl<T: Send + 'static, F> IntoFuture<T, Async> for F
where
    F: std::future::Future<Output = T> + Send + 'static,
{
    fn into_future_value(self) -> Future<T> {
        Future::new(self)
    }
}

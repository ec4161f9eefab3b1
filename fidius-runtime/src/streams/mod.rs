//! Streams and futures between the host and guests.

mod consumer;
#[cfg(feature = "bincode")]
mod fed_call;
#[cfg(feature = "bincode")]
mod feed;
mod future;
mod into_stream;
mod items;
mod lifting;
mod lowering;
mod producer;
mod pulled;
mod reader;
mod slot;
mod stream;

pub use future::Future;
pub use into_stream::{IntoFuture, IntoStream};
pub use stream::{Iter, Stream};

#[cfg(feature = "bincode")]
pub use feed::Feed;

#[cfg(feature = "bincode")]
pub(crate) use fed_call::{next, next_async};
#[cfg(feature = "bincode")]
pub(crate) use feed::Fed;
pub(crate) use items::Items;
pub(crate) use pulled::{Answer, Pull, Pulled, lend};

/// What guests of fidius 0.5 read: there is none without their encoding.
#[cfg(not(feature = "bincode"))]
pub(crate) enum Fed {}

#[cfg(not(feature = "bincode"))]
impl Fed {
    pub(crate) fn enter(&mut self, _: &std::sync::Arc<crate::instances::Session>) {
        match *self {}
    }
}

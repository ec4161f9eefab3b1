//! Calls of functions whose types are known only at run time.

mod abi;
mod call_shape;
mod calls;
mod host;
mod item;
mod layout;
mod lift;
mod lower;
mod method;
mod native;
mod shape;
mod streams;
mod wanted;

pub use call_shape::CallShape;
pub use host::Dynamic;
pub use method::{Method, Selector};

pub(crate) use abi::{Answer, Arguments, FlatAnswer, Params, Resources};
pub(crate) use layout::flat_count;
pub(crate) use shape::Shape;
pub(crate) use wanted::wanted;

//! Calls of functions whose types are known only at run time.

mod abi;
mod calls;
mod host;
mod lift;
mod lower;
mod method;
mod shape;
mod wanted;

pub use host::Dynamic;
pub use method::{Method, Selector};

pub(crate) use abi::{Answer, Arguments, Params, Resources};
pub(crate) use shape::Shape;
pub(crate) use wanted::wanted;

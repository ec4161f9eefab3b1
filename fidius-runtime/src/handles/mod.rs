//! Handles of resources: what users hold, what the engine sees in their place, and how they go to a guest and come back.

mod arena;
mod guest_handle;
mod handle;
mod lifting;
mod lowering;
mod raw_handle;
mod resource_handle;
mod route;
mod table;
mod twin;

pub use arena::Arena;
pub use guest_handle::GuestHandle;
pub use handle::{Handle, Resource, share};
pub use lifting::Lifting;
pub use lowering::Lowering;
pub use raw_handle::RawHandle;
pub use resource_handle::ResourceHandle;
pub use route::Route;
pub use twin::{Lifted, Lowered, Twin};

pub(crate) use lowering::{Direction, Lent};
pub(crate) use raw_handle::{HostResource, Raw};
pub(crate) use resource_handle::Passed;
pub(crate) use table::Table;

//! Instances of a plugin, each in a store of its own, and who has one: a call, a pool, or a session.

mod lease;
mod pool;
mod session;
mod store;
mod waiters;

pub(crate) use lease::{Lease, Owner};
pub(crate) use pool::{KeptPlace, Pool};
pub(crate) use session::{DESTRUCTOR_TIME, Session};
pub(crate) use store::{Deadline, StoreData};

use waiters::Waiters;

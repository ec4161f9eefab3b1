//! Instances of a plugin, each in a store of its own, and who has one: a call, a pool, or a session.

mod apart;
mod barrier;
mod call;
mod concurrent;
mod driven;
mod dropped;
mod event_loop;
mod gate;
mod held;
mod keeper;
mod lease;
mod mode;
mod permit;
mod pool;
mod pool_settings;
mod pools;
mod queue;
mod session;
mod spares;
mod store;
mod waiters;
mod watch;

pub use pool_settings::PoolSettings;

pub(crate) use call::{Call, CallLimits, Span};
pub(crate) use driven::Driven;
pub(crate) use event_loop::{EventLoop, Open, Waiter};
pub(crate) use gate::Gate;
pub(crate) use held::Held;
pub(crate) use keeper::Keeper;
pub(crate) use lease::{Lease, Owner};
pub(crate) use mode::{Mode, now};
pub(crate) use pool::{KeptPlace, Pool};
pub(crate) use pools::Pools;
pub(crate) use queue::Queue;
pub(crate) use session::{DESTRUCTOR_TIME, Session};
pub(crate) use spares::Spares;
pub(crate) use store::{Deadline, StoreData};
pub(crate) use watch::Timer;

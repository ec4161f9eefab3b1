//! What guests of fidius 0.5 agree on with their hosts, beyond what a WIT says.

#[cfg(feature = "bincode")]
pub(crate) mod bincode1;
#[cfg(feature = "bincode")]
mod bounded;
mod carriers;
#[cfg(feature = "bincode")]
mod host_interface;
#[cfg(feature = "bincode")]
mod plain;
mod plugin_error;
#[cfg(feature = "bincode")]
mod stream_pull;

#[cfg(feature = "bincode")]
pub use host_interface::{Arguments, Failure, HostInterface, Reply, Served};
pub use plugin_error::PluginError;

#[cfg(feature = "bincode")]
pub(crate) use bincode1::encode_config;
pub(crate) use carriers::{CONFIGURE, Carriers, INTERFACE_HASH};
#[cfg(feature = "bincode")]
pub(crate) use host_interface::{HostInterfaces, link, offered};
#[cfg(feature = "bincode")]
pub(crate) use plain::Plain;
#[cfg(feature = "bincode")]
pub(crate) use stream_pull::{PULL, is_pull, link as link_pull};

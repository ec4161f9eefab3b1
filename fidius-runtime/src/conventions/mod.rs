//! What guests of fidius 0.5 agree on with their hosts, beyond what a WIT says.

#[cfg(feature = "bincode")]
mod bincode1;
#[cfg(feature = "bincode")]
mod bounded;
mod carriers;
#[cfg(feature = "bincode")]
mod host_interface;
mod plugin_error;

#[cfg(feature = "bincode")]
pub use host_interface::{Arguments, Failure, HostInterface, Reply, Served};
pub use plugin_error::PluginError;

#[cfg(feature = "bincode")]
pub(crate) use bincode1::encode_config;
pub(crate) use carriers::{CONFIGURE, Carriers, INTERFACE_HASH};
#[cfg(feature = "bincode")]
pub(crate) use host_interface::{HostInterfaces, link, offered};

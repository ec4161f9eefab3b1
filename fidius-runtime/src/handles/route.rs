use std::any::TypeId;
use std::sync::Arc;

use crate::handles::{GuestHandle, Resource};
use crate::instances::Session;
use crate::plugin::Loaded;
use crate::{Error, ErrorKind};

/// Which instance a call must go to: the one that the guest's resources among its arguments live in.
#[doc(hidden)]
pub struct Route {
    to: To,
    /// The function's place among all, for errors.
    function: usize,
}

enum To {
    /// Any instance.
    Plugin(Arc<Loaded>),
    Session(Arc<Session>),
}

impl Route {
    pub(crate) fn to_plugin(plugin: &Arc<Loaded>, function: usize) -> Self {
        Self {
            to: To::Plugin(Arc::clone(plugin)),
            function,
        }
    }

    pub(crate) fn to_session(session: &Arc<Session>, function: usize) -> Self {
        Self {
            to: To::Session(Arc::clone(session)),
            function,
        }
    }

    /// The one instance that the call must go to; `None` where any will do.
    pub(crate) fn session(&self) -> Option<&Arc<Session>> {
        match &self.to {
            To::Plugin(_) => None,
            To::Session(session) => Some(session),
        }
    }

    /// Sees to it that the call goes where the resource lives, if it lives in a plugin of this host.
    ///
    /// # Errors
    ///
    /// The resource, which should live in the plugin, is the host's own; it lives in another plugin; it lives in another
    /// instance than the one that the call goes to.
    pub fn add<R: Resource>(&mut self, resource: &R) -> Result<(), Error> {
        let plugin = self.plugin();
        if plugin
            .definition
            .guest_resource(TypeId::of::<R>())
            .is_none()
        {
            return Ok(());
        }
        match resource.handle().as_guest() {
            Some(handle) => self.add_guest(R::NAME, handle),
            None => Err(self.foreign(
                R::NAME,
                &format!(
                    "is the host's own, expected one of {}",
                    plugin.component.name()
                ),
            )),
        }
    }

    /// Sees to it that the call goes where the resource lives.
    pub(crate) fn add_guest(
        &mut self,
        resource: &str,
        handle: &Arc<GuestHandle>,
    ) -> Result<(), Error> {
        let plugin = self.plugin();
        let name = plugin.component.name();
        let session = handle.session();
        if !Arc::ptr_eq(session.plugin(), plugin) {
            let other = handle.plugin_name();
            return Err(self.foreign(resource, &if other == name {
                format!(
                    "belongs to {name} as it was loaded another time; handles work only with the plugin they are from"
                )
            } else {
                format!("belongs to {other}, expected one of {name}")
            }));
        }
        match &self.to {
            To::Plugin(_) => self.to = To::Session(Arc::clone(session)),
            To::Session(known) if Arc::ptr_eq(known, session) => {}
            To::Session(_) => {
                return Err(self.foreign(resource, &format!(
                    "lives in another instance of {name}; handles work together only within one: make both on one session"
                )));
            }
        }
        Ok(())
    }

    fn plugin(&self) -> &Arc<Loaded> {
        match &self.to {
            To::Plugin(plugin) => plugin,
            To::Session(session) => session.plugin(),
        }
    }

    #[cold]
    fn foreign(&self, resource: &str, what: &str) -> Error {
        let function = self.plugin().name_of(self.function);
        Error::new(
            ErrorKind::ForeignHandle,
            format!("the `{resource}` passed to `{function}` {what}"),
        )
    }
}

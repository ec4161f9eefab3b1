use std::any::TypeId;
use std::sync::Arc;

use wasmtime::StoreContextMut;
use wasmtime::component::Resource as HostHandle;

use crate::handles::{GuestHandle, Passed, Raw, RawHandle, Resource, Table};
use crate::instances::{Session, StoreData};
use crate::{Error, ErrorKind};

/// Gives handles to a guest: the arguments of a call, or the result of a host function.
#[doc(hidden)]
pub struct Lowering<'s> {
    pub(crate) store: StoreContextMut<'s, StoreData>,
    direction: Direction<'s>,
    /// The numbers of the host's resources that the guest gets for good.
    given: Vec<u32>,
    /// The numbers of those that it gets for the call.
    lent: Vec<u32>,
    /// The guest's own resources that it gets back.
    moved: Vec<Arc<GuestHandle>>,
}

/// Which way the call goes.
#[derive(Clone, Copy)]
pub(crate) enum Direction<'s> {
    /// To a function that the plugin exports; in the session, where the instance is one.
    Export(Option<&'s Arc<Session>>),
    /// To a function of the host.
    Import,
}

impl<'s> Lowering<'s> {
    pub(crate) fn new(store: StoreContextMut<'s, StoreData>, direction: Direction<'s>) -> Self {
        Self {
            store,
            direction,
            given: Vec::new(),
            lent: Vec::new(),
            moved: Vec::new(),
        }
    }

    /// Gives a resource away.
    ///
    /// # Errors
    ///
    /// It belongs to another instance, or there is no room for it.
    pub fn own<R: Resource>(&mut self, resource: R) -> Result<RawHandle, Error> {
        if self.is_guests::<R>() {
            let handle = Arc::clone(self.guests(&resource)?);
            let raw = self.raw_of_guest(&handle)?;
            self.moved.push(handle);
            return Ok(raw);
        }
        let number = self.push(resource)?;
        self.given.push(number);
        Ok(RawHandle(Raw::Host(HostHandle::new_own(number))))
    }

    /// Lends a resource for the call.
    ///
    /// # Errors
    ///
    /// It belongs to another instance, or there is no room for it.
    pub fn borrow<R: Resource>(&mut self, resource: &R) -> Result<RawHandle, Error> {
        if self.is_guests::<R>() {
            let handle = self.guests(resource)?;
            return self.raw_of_guest(handle);
        }
        if matches!(self.direction, Direction::Import) {
            return Err(Error::new(
                ErrorKind::Other,
                format!("a host function can't answer with a borrowed `{}`", R::NAME),
            ));
        }
        let number = self.push(R::from_handle(resource.handle().share()))?;
        self.lent.push(number);
        Ok(RawHandle(Raw::Host(HostHandle::new_borrow(number))))
    }

    /// Lends the resource that a method is called on.
    ///
    /// # Errors
    ///
    /// It belongs to another instance.
    pub fn this(&mut self, handle: &GuestHandle) -> Result<RawHandle, Error> {
        self.raw_of_guest(handle)
    }

    /// Gives or lends a resource whose type is known only now, and which is given no more than once.
    ///
    /// # Errors
    ///
    /// It belongs to another instance, or has been given away.
    pub(crate) fn pass(&mut self, handle: &Passed<'_>) -> Result<(), Error> {
        let guest = handle.guest;
        self.raw_of_guest(guest)?;
        if handle.is_own {
            self.moved.push(Arc::clone(guest));
        }
        Ok(())
    }

    /// Whether resources of this type live in the plugin.
    fn is_guests<R: Resource>(&self) -> bool {
        let definition = self.store.data().plugin.definition;
        matches!(self.direction, Direction::Export(_))
            && definition.guest_resource(TypeId::of::<R>()).is_some()
    }

    fn guests<'r, R: Resource>(&self, resource: &'r R) -> Result<&'r Arc<GuestHandle>, Error> {
        resource.handle().as_guest().ok_or_else(|| {
            Error::new(
                ErrorKind::ForeignHandle,
                format!(
                    "the `{}` is the host's own, expected one of {}",
                    R::NAME,
                    self.store.data().plugin.component.name()
                ),
            )
        })
    }

    fn raw_of_guest(&self, handle: &GuestHandle) -> Result<RawHandle, Error> {
        let here = match self.direction {
            Direction::Export(session) => session,
            Direction::Import => None,
        };
        let wrong = if !here.is_some_and(|session| Arc::ptr_eq(session, handle.session())) {
            "lives in another instance"
        } else if handle.is_moved() {
            "has been given away"
        } else {
            return Ok(RawHandle(Raw::Other(handle.resource())));
        };
        Err(Error::new(
            ErrorKind::ForeignHandle,
            format!("a resource of {} {wrong}", handle.plugin_name()),
        ))
    }

    fn push<R: Resource>(&mut self, resource: R) -> Result<u32, Error> {
        let limit = self.store.data().limits().handles;
        let pushed = self.store.data_mut().table.push(Box::new(resource), limit);
        pushed.ok_or_else(|| {
            Error::new(
                ErrorKind::TooManyHandles,
                format!(
                    "the instance of {} can't have another `{}`: it has as many resources of the host as the limit of {limit} \
                     handles allows (`Limits::handles`)",
                    self.store.data().plugin.component.name(),
                    R::NAME
                ),
            )
        })
    }

    /// All is lowered: what was given is the guest's now. Returns what must be taken back after the call.
    pub(crate) fn done(self) -> Lent {
        self.moved.iter().for_each(|handle| handle.set_moved());
        Lent(self.lent)
    }

    /// Takes back all that was given or lent, before anything got to the guest.
    pub(crate) fn undo(mut self) {
        let numbers = self.given.into_iter().chain(self.lent);
        let values: Vec<_> = numbers
            .filter_map(|number| self.store.data_mut().table.remove(number))
            .collect();
        drop(values);
    }
}

/// The numbers of the host's resources that a guest has for one call.
pub(crate) struct Lent(Vec<u32>);

impl Lent {
    /// Takes them out again. Whoever lent them still has them, so that this drops none of the user's values.
    #[inline]
    pub(crate) fn take_back(self, table: &mut Table) {
        for number in self.0 {
            table.remove(number);
        }
    }
}

use std::any::{Any, TypeId, type_name};
use std::sync::Arc;

use wasmtime::StoreContextMut;
use wasmtime::component::ResourceAny;

use crate::dynamic::Resources;
use crate::handles::{Arena, GuestHandle, Raw, RawHandle, Resource};
use crate::instances::{Owner, StoreData};
use crate::{Error, ErrorKind};

/// Takes handles from a guest: the results of a call, or the arguments of a host function, which may be borrowed for `'a`.
#[doc(hidden)]
pub struct Lifting<'s, 'a> {
    pub(crate) store: StoreContextMut<'s, StoreData>,
    from: From<'s, 'a>,
}

enum From<'s, 'a> {
    /// A function that the plugin exports, and who is to own the instance when it gives out a resource.
    Export(Owner<'s>),
    /// A call of a function of the host, and where to keep what is borrowed.
    Import(&'a Arena),
}

impl<'s, 'a> Lifting<'s, 'a> {
    pub(crate) fn of_results(store: StoreContextMut<'s, StoreData>, owner: Owner<'s>) -> Self {
        Self {
            store,
            from: From::Export(owner),
        }
    }

    pub(crate) fn of_arguments(store: StoreContextMut<'s, StoreData>, arena: &'a Arena) -> Self {
        Self {
            store,
            from: From::Import(arena),
        }
    }

    /// Takes a resource for good.
    ///
    /// # Errors
    ///
    /// It is not of the type that the WIT says.
    pub fn own<R: Resource>(&mut self, raw: RawHandle) -> Result<R, Error> {
        match raw.0 {
            Raw::Host(resource) => match self.store.data_mut().table.remove(resource.rep()) {
                Some(value) => match (value as Box<dyn Any>).downcast::<R>() {
                    Ok(resource) => Ok(*resource),
                    Err(_) => Err(self.of_another_type::<R>()),
                },
                None => Err(self.of_another_type::<R>()),
            },
            Raw::Other(resource) => self.guests(resource),
        }
    }

    /// Takes a resource for the call.
    ///
    /// # Errors
    ///
    /// It is not of the type that the WIT says.
    pub fn borrow<R: Resource>(&mut self, raw: RawHandle) -> Result<&'a R, Error> {
        let From::Import(arena) = self.from else {
            return Err(self.of_another_type::<R>());
        };
        let shared = match raw.0 {
            Raw::Host(resource) => self
                .store
                .data()
                .table
                .get(resource.rep())
                .and_then(|value| (**value).downcast_ref::<R>())
                .map(|resource| R::from_handle(resource.handle().share())),
            Raw::Other(_) => None,
        };
        shared
            .and_then(|resource| arena.push(resource))
            .ok_or_else(|| self.of_another_type::<R>())
    }

    /// Whether these are results of a call, and not what a function of the host is given.
    pub(crate) fn is_of_export(&self) -> bool {
        matches!(self.from, From::Export(_))
    }

    /// A handle of a resource that lives in the instance.
    fn guests<R: Resource>(&mut self, resource: ResourceAny) -> Result<R, Error> {
        let entry = self
            .store
            .data()
            .plugin
            .definition
            .guest_resource(TypeId::of::<R>());
        let (Some(entry), From::Export(owner)) = (entry, &mut self.from) else {
            return Err(self.of_another_type::<R>());
        };
        let session = owner.session(&self.store.data().plugin);
        session.gives_handles();
        let handle = Arc::new(GuestHandle::new(Arc::clone(session), resource));
        let made: Box<dyn Any> = (entry.make)(handle);
        match made.downcast::<R>() {
            Ok(resource) => Ok(*resource),
            Err(_) => Err(Error::new(
                ErrorKind::Other,
                format!(
                    "the definition of the host makes something else of a `{}` than a {}",
                    R::NAME,
                    type_name::<R>()
                ),
            )),
        }
    }

    /// A handle of a resource of the guest's, without the type that users have of it. `None` where the guest does not give it out.
    pub(crate) fn guest_handle(&mut self, resource: ResourceAny) -> Option<Arc<GuestHandle>> {
        let From::Export(owner) = &mut self.from else {
            return None;
        };
        let session = owner.session(&self.store.data().plugin);
        session.gives_handles();
        Some(Arc::new(GuestHandle::new(Arc::clone(session), resource)))
    }

    /// Takes resources whose types are known only now for good, into their handles.
    pub(crate) fn fill(&mut self, resources: Resources) {
        let From::Export(owner) = &mut self.from else {
            return;
        };
        let session = owner.session(&self.store.data().plugin);
        session.gives_handles();
        for (place, resource) in resources.handles {
            let handle = Arc::new(GuestHandle::new(Arc::clone(session), resource));
            // Nobody has the place yet but the value that the handle is in.
            let _ = place.set(handle);
        }
    }

    #[cold]
    fn of_another_type<R: Resource>(&self) -> Error {
        let name = self.store.data().plugin.component.name();
        let whose = match self.from {
            From::Export(_)
                if self
                    .store
                    .data()
                    .plugin
                    .definition
                    .guest_resource(TypeId::of::<R>())
                    .is_some() =>
            {
                "its own"
            }
            _ => "the host's",
        };
        Error::new(
            ErrorKind::Trap,
            format!(
                "{name} gave the host a resource of another kind where a `{}` of {whose} was expected; \
                 an interface of the component has a resource of this name that is another one",
                R::NAME
            ),
        )
    }
}

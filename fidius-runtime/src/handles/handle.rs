//! What is in a handle that users have.

use std::any::Any;
use std::fmt;
use std::sync::Arc;

use crate::handles::GuestHandle;

/// The inside of a handle of a resource: the object whose methods are the resource's, and whose it is.
#[doc(hidden)]
pub struct Handle<D: ?Sized> {
    object: Arc<D>,
    origin: Origin,
}

enum Origin {
    /// It lives in an instance, and the object calls it there.
    Guest(Arc<GuestHandle>),
    /// It is the host's own value: the object, in a form that can be asked for its type.
    Host(Arc<dyn Any + Send + Sync>),
}

/// A type of handles, generated for a resource of a WIT.
#[doc(hidden)]
pub trait Resource: Sized + Send + Sync + 'static {
    /// The trait of the resource's methods, as an object.
    type Object: ?Sized + Send + Sync + 'static;

    /// The name in the WIT.
    const NAME: &'static str;

    fn handle(&self) -> &Handle<Self::Object>;

    fn from_handle(handle: Handle<Self::Object>) -> Self;
}

impl<D: ?Sized> Handle<D> {
    /// A handle of the host's own value, which is given in both of its forms.
    pub fn host<T: Any + Send + Sync>(object: Arc<D>, value: Arc<T>) -> Self {
        Self {
            object,
            origin: Origin::Host(value),
        }
    }

    /// A handle of a resource that lives in an instance.
    pub fn guest(object: Arc<D>, handle: Arc<GuestHandle>) -> Self {
        Self {
            object,
            origin: Origin::Guest(handle),
        }
    }

    /// What the methods are called on.
    #[inline]
    pub fn object(&self) -> &D {
        &self.object
    }

    /// The host's own value; `None` for a plugin's, and for one of another type.
    pub fn downcast_ref<T: 'static>(&self) -> Option<&T> {
        match &self.origin {
            Origin::Guest(_) => None,
            Origin::Host(value) => value.downcast_ref(),
        }
    }

    pub(crate) fn as_guest(&self) -> Option<&Arc<GuestHandle>> {
        match &self.origin {
            Origin::Guest(handle) => Some(handle),
            Origin::Host(_) => None,
        }
    }

    /// Another handle of the same resource. Users must not have two: giving one away would leave the other empty.
    pub(crate) fn share(&self) -> Self {
        Self {
            object: Arc::clone(&self.object),
            origin: match &self.origin {
                Origin::Guest(handle) => Origin::Guest(Arc::clone(handle)),
                Origin::Host(value) => Origin::Host(Arc::clone(value)),
            },
        }
    }
}

/// Another handle of the same resource, for a call that may take longer than the one that it is lent by.
#[doc(hidden)]
pub fn share<R: Resource>(resource: &R) -> R {
    R::from_handle(resource.handle().share())
}

impl<D: ?Sized> fmt::Debug for Handle<D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.origin {
            Origin::Guest(handle) => write!(f, "of {}", handle.plugin_name()),
            Origin::Host(_) => f.write_str("of the host"),
        }
    }
}

//! Types with handles in them have a twin that the engine lifts and lowers: lifting has no access to what the host knows.

use wasmtime::component::{Lift, Lower};

use crate::Error;
use crate::handles::{Lifting, Lowering, Route};

/// A type with handles in it.
#[doc(hidden)]
pub trait Twin {
    /// The same type with raw handles.
    type Raw: Lift + Lower + Send + Sync + 'static;
}

/// A type with handles in it that can be given to a guest.
#[doc(hidden)]
pub trait Lowered: Twin + Sized {
    /// Shows the handles to a route.
    fn visit(&self, route: &mut Route) -> Result<(), Error>;

    /// Gives the handles to the guest.
    fn lower(self, cx: &mut Lowering<'_>) -> Result<Self::Raw, Error>;
}

/// A type with handles in it that can be taken from a guest. Borrowed handles live for `'a`.
#[doc(hidden)]
pub trait Lifted<'a>: Twin + Sized {
    /// Takes the handles from the guest.
    fn lift(raw: Self::Raw, cx: &mut Lifting<'_, 'a>) -> Result<Self, Error>;
}

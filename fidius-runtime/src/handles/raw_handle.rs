//! What stands in a handle's place while the engine lifts and lowers values.

use std::mem::MaybeUninit;

use wasmtime::component::__internal::{
    CanonicalAbiInfo, InstanceType, InterfaceType, LiftContext, LowerContext, bad_type_info,
};
use wasmtime::component::{ComponentType, Lift, Lower, Resource, ResourceAny, ResourceType};

/// What the engine knows all resources of the host as, whatever they are in the WIT.
pub(crate) struct HostResource;

impl HostResource {
    pub(crate) fn ty() -> ResourceType {
        ResourceType::host::<Self>()
    }
}

/// A handle as the engine sees it, owned or borrowed: a number in the store's [table](crate::handles::Table), or a resource
/// that lives in the instance.
#[doc(hidden)]
#[derive(Debug)]
pub struct RawHandle(pub(crate) Raw);

#[derive(Debug)]
pub(crate) enum Raw {
    Host(Resource<HostResource>),
    /// The guest's, or a resource that another part of the host knows, such as WASI.
    Other(ResourceAny),
}

/// Whether a handle of this type is of a resource that the host knows by its number.
fn is_hosts(ty: InterfaceType, resource_type: impl FnOnce(TypeIndex) -> ResourceType) -> bool {
    match ty {
        InterfaceType::Own(index) | InterfaceType::Borrow(index) => {
            resource_type(index) == HostResource::ty()
        }
        _ => bad_type_info(),
    }
}

type TypeIndex =
    wasmtime::component::__internal::wasmtime_environ::component::TypeResourceTableIndex;

// SAFETY: all three items are those of `ResourceAny`, and `Resource` has the same.
unsafe impl ComponentType for RawHandle {
    type Lower = <ResourceAny as ComponentType>::Lower;

    const ABI: CanonicalAbiInfo = <ResourceAny as ComponentType>::ABI;

    fn typecheck(ty: &InterfaceType, types: &InstanceType<'_>) -> wasmtime::Result<()> {
        ResourceAny::typecheck(ty, types)
    }
}

// SAFETY: each method hands on to the same method of a type whose ABI this one has. A handle that does not fit the resource's type
// is an error there.
unsafe impl Lower for RawHandle {
    fn linear_lower_to_flat<T>(
        &self,
        cx: &mut LowerContext<'_, T>,
        ty: InterfaceType,
        dst: &mut MaybeUninit<Self::Lower>,
    ) -> wasmtime::Result<()> {
        match &self.0 {
            Raw::Host(resource) => resource.linear_lower_to_flat(cx, ty, dst),
            Raw::Other(resource) => resource.linear_lower_to_flat(cx, ty, dst),
        }
    }

    fn linear_lower_to_memory<T>(
        &self,
        cx: &mut LowerContext<'_, T>,
        ty: InterfaceType,
        offset: usize,
    ) -> wasmtime::Result<()> {
        match &self.0 {
            Raw::Host(resource) => resource.linear_lower_to_memory(cx, ty, offset),
            Raw::Other(resource) => resource.linear_lower_to_memory(cx, ty, offset),
        }
    }
}

// SAFETY: each method hands on to the same method of a type whose ABI this one has, and to `Resource` only where the resource's
// type is the one that it stands for.
unsafe impl Lift for RawHandle {
    fn linear_lift_from_flat(
        cx: &mut LiftContext<'_>,
        ty: InterfaceType,
        src: &Self::Lower,
    ) -> wasmtime::Result<Self> {
        Ok(Self(if is_hosts(ty, |index| cx.resource_type(index)) {
            Raw::Host(Resource::linear_lift_from_flat(cx, ty, src)?)
        } else {
            Raw::Other(ResourceAny::linear_lift_from_flat(cx, ty, src)?)
        }))
    }

    fn linear_lift_from_memory(
        cx: &mut LiftContext<'_>,
        ty: InterfaceType,
        bytes: &[u8],
    ) -> wasmtime::Result<Self> {
        Ok(Self(if is_hosts(ty, |index| cx.resource_type(index)) {
            Raw::Host(Resource::linear_lift_from_memory(cx, ty, bytes)?)
        } else {
            Raw::Other(ResourceAny::linear_lift_from_memory(cx, ty, bytes)?)
        }))
    }
}

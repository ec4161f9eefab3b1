//! Items of the component model's streams, whose types are known only now.

use std::mem::MaybeUninit;

use wasmtime::ValRaw;
use wasmtime::component::__internal::{
    CanonicalAbiInfo, InstanceType, InterfaceType, LiftContext, LowerContext, bad_type_info,
};
use wasmtime::component::{ComponentType, Lift, Lower};

use crate::Value;
use crate::dynamic::abi::Resources;
use crate::dynamic::{lift, lower};

/// An item that takes so many bytes in the guest's memory: that much the engine has to know, and no more.
pub(super) struct Item<const SIZE: usize> {
    /// Exact for its type.
    pub(super) value: Value,
    pub(super) resources: Resources,
}

// SAFETY: an item is never passed by itself, so that `Lower` does not matter. The type stands for all of its size: whoever makes a stream
// of it sees to it that the stream's items have that size. Where what is lifted or lowered does not fit, that is an error.
unsafe impl<const SIZE: usize> ComponentType for Item<SIZE> {
    type Lower = [ValRaw; 0];

    const ABI: CanonicalAbiInfo = CanonicalAbiInfo {
        size32: SIZE as u32,
        size64: SIZE as u32,
        ..CanonicalAbiInfo::ZERO
    };

    fn typecheck(_: &InterfaceType, _: &InstanceType<'_>) -> wasmtime::Result<()> {
        Ok(())
    }
}

// SAFETY: the item is lowered by its own type, which has the size that the engine has looked for.
unsafe impl<const SIZE: usize> Lower for Item<SIZE> {
    fn linear_lower_to_flat<T>(
        &self,
        _: &mut LowerContext<'_, T>,
        _: InterfaceType,
        _: &mut MaybeUninit<[ValRaw; 0]>,
    ) -> wasmtime::Result<()> {
        bad_type_info()
    }

    fn linear_lower_to_memory<T>(
        &self,
        cx: &mut LowerContext<'_, T>,
        ty: InterfaceType,
        offset: usize,
    ) -> wasmtime::Result<()> {
        check_size::<SIZE>(cx.types.canonical_abi(&ty))?;
        lower::to_memory(cx, ty, &self.value, offset)
    }
}

// SAFETY: the item is lifted by its own type, which has the size of the bytes.
unsafe impl<const SIZE: usize> Lift for Item<SIZE> {
    fn linear_lift_from_flat(
        _: &mut LiftContext<'_>,
        _: InterfaceType,
        _: &[ValRaw; 0],
    ) -> wasmtime::Result<Self> {
        bad_type_info()
    }

    fn linear_lift_from_memory(
        cx: &mut LiftContext<'_>,
        ty: InterfaceType,
        bytes: &[u8],
    ) -> wasmtime::Result<Self> {
        check_size::<SIZE>(cx.types.canonical_abi(&ty))?;
        let mut resources = Resources::default();
        let value = lift::from_memory(cx, ty, bytes, &mut resources)?;
        Ok(Self { value, resources })
    }
}

fn check_size<const SIZE: usize>(abi: &CanonicalAbiInfo) -> wasmtime::Result<()> {
    if usize::try_from(abi.size32)? == SIZE {
        Ok(())
    } else {
        Err(wasmtime::Error::msg(
            "the items of a stream are of another size than their type has",
        ))
    }
}

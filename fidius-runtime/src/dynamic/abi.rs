//! Arguments and results as the engine takes them from typed code, for functions of any type.
//!
//! The engine's own dynamic call goes through a value of its own for each byte of a list, and copies every value once more. A
//! type whose lowering looks at the function's types while it runs does without both.

use std::mem::{self, MaybeUninit};
use std::sync::{Arc, OnceLock};

use parking_lot::Mutex;
use wasmtime::ValRaw;
use wasmtime::component::__internal::wasmtime_environ::component::{
    MAX_FLAT_PARAMS, MAX_FLAT_RESULTS, TypeTuple,
};
use wasmtime::component::__internal::{
    CanonicalAbiInfo, InstanceType, InterfaceType, LiftContext, LowerContext, bad_type_info,
};
use wasmtime::component::{ComponentNamedList, ComponentType, Lift, Lower, ResourceAny, StreamAny};

use crate::Value;
use crate::dynamic::{lift, lower};
use crate::handles::GuestHandle;

/// The arguments of a call.
#[derive(Clone, Copy)]
pub(crate) enum Arguments<'a> {
    /// One for each parameter, exact for its type.
    Values(&'a [Value]),
    /// The same where the caller has no more use for them: they are taken out, and what they hold is freed as soon as the guest
    /// has it, so that the answer can have the place. In memory that the system has to find first, a mebibyte of answer costs
    /// several times as much.
    Spent(&'a Mutex<Vec<Value>>),
    /// As [`Values`](Self::Values), with a stream in the place of the one value that is for it.
    Streamed(&'a [Value], &'a StreamAny),
    /// One `list<u8>`.
    Bytes(&'a [u8]),
}

impl<'a> Arguments<'a> {
    /// The values that handles may be in.
    pub(crate) fn values(self) -> Option<&'a [Value]> {
        match self {
            Self::Values(values) | Self::Streamed(values, _) => Some(values),
            Self::Spent(_) | Self::Bytes(_) => None,
        }
    }
}

/// All parameters of a function, whatever their types are.
pub(crate) struct Params<'a>(pub(crate) Arguments<'a>);

/// The result of a function, whatever its type is.
pub(crate) struct Answer {
    /// `Unit` where the function has none.
    pub(crate) value: Value,
    /// The resources in it, and the stream.
    pub(crate) resources: Resources,
}

/// What is in a value that there is no access to before the call is over.
#[derive(Default)]
pub(crate) struct Resources {
    /// Resources, with the places that their handles are still missing in.
    pub(crate) handles: Vec<(Arc<OnceLock<Arc<GuestHandle>>>, ResourceAny)>,
    /// The one stream that a function may answer with.
    pub(crate) stream: Option<StreamAny>,
}

/// That many of the engine's values stand for what is passed without the guest's memory.
const fn flat(count: usize) -> CanonicalAbiInfo {
    CanonicalAbiInfo {
        flat_count: Some(count as u8),
        ..CanonicalAbiInfo::ZERO
    }
}

fn refuse(_: &InterfaceType, _: &InstanceType<'_>) -> wasmtime::Result<()> {
    Err(wasmtime::Error::msg(
        "values of types that are known only at run time are never held against a type",
    ))
}

// SAFETY: `Lower` is as many of the engine's values as any function can have. The type stands for the parameters of every function,
// so that there is none to check it against: whoever makes a typed function of it need not know the types.
unsafe impl ComponentType for Params<'_> {
    type Lower = [ValRaw; MAX_FLAT_PARAMS];

    const ABI: CanonicalAbiInfo = flat(MAX_FLAT_PARAMS);

    fn typecheck(ty: &InterfaceType, types: &InstanceType<'_>) -> wasmtime::Result<()> {
        refuse(ty, types)
    }
}

// SAFETY: it is what functions have for parameters, and nothing else.
unsafe impl ComponentNamedList for Params<'_> {}

// SAFETY: all of `dst` is written. What the function looks at is lowered by its own types: to values where they are few, else to
// the guest's memory, with the address as the only value, as the canonical ABI has it.
unsafe impl Lower for Params<'_> {
    fn linear_lower_to_flat<T>(
        &self,
        cx: &mut LowerContext<'_, T>,
        ty: InterfaceType,
        dst: &mut MaybeUninit<[ValRaw; MAX_FLAT_PARAMS]>,
    ) -> wasmtime::Result<()> {
        let slots = dst.write([ValRaw::u64(0); MAX_FLAT_PARAMS]);
        let InterfaceType::Tuple(index) = ty else {
            bad_type_info()
        };
        let tuple = &cx.types[index];
        match self.0 {
            Arguments::Values(values) => lower_values(cx, tuple, values, None, slots),
            Arguments::Streamed(values, stream) => {
                lower_values(cx, tuple, values, Some(stream), slots)
            }
            Arguments::Spent(values) => {
                let values = mem::take(&mut *values.lock());
                lower_values(cx, tuple, &values, None, slots)
            }
            Arguments::Bytes(bytes) => {
                lower::bytes_flat(cx, &tuple.types, bytes, &mut lower::Flat::new(slots))
            }
        }
    }

    fn linear_lower_to_memory<T>(
        &self,
        _: &mut LowerContext<'_, T>,
        _: InterfaceType,
        _: usize,
    ) -> wasmtime::Result<()> {
        // The flat form does for every function.
        bad_type_info()
    }
}

fn lower_values<T>(
    cx: &mut LowerContext<'_, T>,
    tuple: &TypeTuple,
    values: &[Value],
    stream: Option<&StreamAny>,
    slots: &mut [ValRaw],
) -> wasmtime::Result<()> {
    if tuple.abi.flat_count(MAX_FLAT_PARAMS).is_some() {
        let flat = &mut lower::Flat::new(slots);
        return lower::params_flat(cx, &tuple.types, values, stream, flat);
    }
    let size = usize::try_from(tuple.abi.size32)?;
    let address = cx.realloc(0, 0, tuple.abi.align32, size)?;
    slots[0] = ValRaw::u64(address as u64);
    lower::params_memory(cx, &tuple.types, values, stream, address)
}

// SAFETY: a function has at most one value for a result; where it has none, the one is left over. The type stands for the results
// of every function, so that there is none to check it against.
unsafe impl ComponentType for Answer {
    type Lower = [ValRaw; MAX_FLAT_RESULTS];

    const ABI: CanonicalAbiInfo = flat(MAX_FLAT_RESULTS);

    fn typecheck(ty: &InterfaceType, types: &InstanceType<'_>) -> wasmtime::Result<()> {
        refuse(ty, types)
    }
}

// SAFETY: it is what functions have for results, and nothing else.
unsafe impl ComponentNamedList for Answer {}

// SAFETY: what the function left is lifted by its own types: from the value where it is one, else from the guest's memory at the
// address that the value is, which is checked.
unsafe impl Lift for Answer {
    fn linear_lift_from_flat(
        cx: &mut LiftContext<'_>,
        ty: InterfaceType,
        src: &Self::Lower,
    ) -> wasmtime::Result<Self> {
        let InterfaceType::Tuple(index) = ty else {
            bad_type_info()
        };
        let types = cx.types;
        let tuple = &types[index];
        let mut resources = Resources::default();
        let value = match *tuple.types {
            [] => Value::Unit,
            [ty] if tuple.abi.flat_count(MAX_FLAT_RESULTS).is_some() => {
                lift::from_slot(cx, ty, &src[0], &mut resources)?
            }
            [ty] => {
                let bytes = result_at(cx.memory(), tuple, usize::try_from(src[0].get_u32())?)?;
                lift::from_memory(cx, ty, bytes, &mut resources)?
            }
            _ => bad_type_info(),
        };
        Ok(Self { value, resources })
    }

    fn linear_lift_from_memory(
        _: &mut LiftContext<'_>,
        _: InterfaceType,
        _: &[u8],
    ) -> wasmtime::Result<Self> {
        // The flat form does for every function.
        bad_type_info()
    }
}

/// The result of an `async` function, whatever its type is, which `N` of the engine's values stand for: such a function may give as many
/// as others take.
pub(crate) struct FlatAnswer<const N: usize>(pub(crate) Answer);

// SAFETY: as `Answer`, but for the number of values: whoever makes a typed function of it sees to it that it is that of the function's
// result.
unsafe impl<const N: usize> ComponentType for FlatAnswer<N> {
    type Lower = [ValRaw; N];

    const ABI: CanonicalAbiInfo = CanonicalAbiInfo {
        // The engine looks neither at more than there are, nor at those that lie in the guest's memory.
        flat_count: Some(if N > MAX_FLAT_PARAMS { 0 } else { N as u8 }),
        ..CanonicalAbiInfo::ZERO
    };

    fn typecheck(ty: &InterfaceType, types: &InstanceType<'_>) -> wasmtime::Result<()> {
        refuse(ty, types)
    }
}

// SAFETY: it is what functions have for results, and nothing else.
unsafe impl<const N: usize> ComponentNamedList for FlatAnswer<N> {}

// SAFETY: what the function left is lifted by its own types: from the values where they are few, else from the guest's memory, where
// what is read is checked.
unsafe impl<const N: usize> Lift for FlatAnswer<N> {
    fn linear_lift_from_flat(
        cx: &mut LiftContext<'_>,
        ty: InterfaceType,
        src: &Self::Lower,
    ) -> wasmtime::Result<Self> {
        let InterfaceType::Tuple(index) = ty else {
            bad_type_info()
        };
        let types = cx.types;
        let mut resources = Resources::default();
        let value = match *types[index].types {
            [] => Value::Unit,
            [ty] => lift::from_flat(cx, ty, &mut lift::Slots::new(src), &mut resources)?,
            _ => bad_type_info(),
        };
        Ok(Self(Answer { value, resources }))
    }

    fn linear_lift_from_memory(
        cx: &mut LiftContext<'_>,
        ty: InterfaceType,
        bytes: &[u8],
    ) -> wasmtime::Result<Self> {
        let InterfaceType::Tuple(index) = ty else {
            bad_type_info()
        };
        let types = cx.types;
        let tuple = &types[index];
        let [ty] = *tuple.types else { bad_type_info() };
        // The bytes are none, as the engine does not know how many there are, and begin where the result does.
        let memory = cx.memory();
        let address = bytes.as_ptr().addr().wrapping_sub(memory.as_ptr().addr());
        let bytes = result_at(memory, tuple, address)?;
        let mut resources = Resources::default();
        let value = lift::from_memory(cx, ty, bytes, &mut resources)?;
        Ok(Self(Answer { value, resources }))
    }
}

/// Where a function has left its result.
fn result_at<'m>(
    memory: &'m [u8],
    tuple: &TypeTuple,
    address: usize,
) -> wasmtime::Result<&'m [u8]> {
    if !address.is_multiple_of(usize::try_from(tuple.abi.align32)?) {
        return Err(wasmtime::Error::msg("return pointer not aligned"));
    }
    let size = usize::try_from(tuple.abi.size32)?;
    memory
        .get(address..)
        .and_then(|bytes| bytes.get(..size))
        .ok_or_else(|| wasmtime::Error::msg("pointer out of bounds of memory"))
}
